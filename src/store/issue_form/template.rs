//! An old Markdown template: front matter, and headings with comments below them.

use super::element::Asked;
use crate::model::{Choice, FieldType};

/// What a template says and asks.
#[derive(Debug, Default)]
pub(super) struct Template {
    pub(super) name: Option<String>,
    pub(super) about: Option<String>,
    pub(super) title: Option<String>,
    pub(super) notes: Vec<String>,
    pub(super) asked: Vec<Asked>,
}

/// A heading with what stands below it.
#[derive(Default)]
struct Part {
    line: usize,
    label: Option<String>,
    hint: Vec<String>,
    boxes: Vec<String>,
    /// The language of the code block that the answer belongs in.
    render: Option<String>,
}

/// Whether a file holds a form: it names its elements.
pub(super) fn is_form(text: &str) -> bool {
    text.lines().any(|line| {
        let rest = line.strip_prefix("body").or_else(|| line.strip_prefix("\"body\""));
        rest.is_some_and(|rest| rest.trim_start().starts_with(':'))
    })
}

/// Reads a template. One without headings asks for nothing of its own.
pub(super) fn read(text: &str) -> Template {
    let (front, body, first_line) = split(text);
    let key = |name: &str| front.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).and_then(unquoted);
    let mut parts = parts(body, first_line);
    let above = if parts.is_empty() { Part::default() } else { parts.remove(0) };
    let above_hint = above.hint.clone();
    let name = key("name");
    let mut asked = Vec::new();
    if !above.boxes.is_empty() {
        let label = name.clone().or_else(|| key("about")).unwrap_or_else(|| above.boxes[0].clone());
        asked.push(field(Part { label: Some(label), hint: Vec::new(), ..above }));
    }
    let notes = Some(above_hint.join("\n")).filter(|note| !note.is_empty()).into_iter().collect();
    asked.extend(parts.into_iter().map(field));
    Template { about: key("about"), title: key("title"), notes, asked, name }
}

/// Front matter, the rest, and the line on which the rest begins.
fn split(text: &str) -> (&str, &str, usize) {
    let start = text.trim_start_matches(['\r', '\n', ' ']);
    let skipped = text[..text.len() - start.len()].matches('\n').count();
    let Some(rest) = start.strip_prefix("---").filter(|rest| rest.starts_with(['\r', '\n'])) else {
        return ("", text, 1);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if at > 0 && line.trim_end() == "---" {
            let lines = rest[..at].matches('\n').count() + 2 + skipped;
            return (&rest[..at], &rest[at + line.len()..], lines);
        }
        at += line.len();
    }
    ("", text, 1)
}

/// The value of a line `key: value`; nothing for an empty one.
fn unquoted(value: &str) -> Option<String> {
    let value = value.trim();
    let inner = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
    Some(inner.unwrap_or(value).to_owned()).filter(|value| !value.trim().is_empty())
}

/// What stands above the first heading, and a part for each heading.
fn parts(body: &str, first_line: usize) -> Vec<Part> {
    let mut parts = vec![Part { line: first_line, ..Part::default() }];
    let (mut in_comment, mut in_code) = (false, false);
    for (index, line) in body.lines().enumerate() {
        let words = line.trim();
        let Some(part) = parts.last_mut() else { break };
        if !in_comment && (words.starts_with("```") || words.starts_with("~~~")) {
            let language = words.trim_start_matches(['`', '~']).trim();
            if !in_code && part.label.is_some() {
                part.render = Some(if language.is_empty() { "text" } else { language }.to_owned());
            }
            in_code = !in_code;
            continue;
        }
        let was_comment = in_comment;
        in_comment = (in_comment || words.contains("<!--")) && !words.ends_with("-->");
        let commented = was_comment || words.contains("<!--");
        if let Some(label) = heading(words).filter(|_| !commented && !in_code) {
            parts.push(Part { line: first_line + index, label: Some(label), ..Part::default() });
            continue;
        }
        let plain = words.replace("<!--", "").replace("-->", "").trim().to_owned();
        match check_box(words).filter(|_| !commented && !in_code) {
            Some(label) => part.boxes.push(label),
            None if !plain.is_empty() && plain.chars().any(char::is_alphanumeric) => part.hint.push(plain),
            None => {}
        }
    }
    parts
}

/// `## Steps`, `**Steps**:` or `__Steps__` as the label `Steps`.
fn heading(line: &str) -> Option<String> {
    let marks = line.chars().take_while(|c| *c == '#').count();
    let words = if (1..=6).contains(&marks) && line[marks..].starts_with([' ', '\t']) {
        line[marks..].trim().trim_end_matches('#')
    } else {
        let bare = line.trim_end_matches([':', ' ', '.', '?']);
        let bold = |mark: &str| line.starts_with(mark) && bare.len() > 4 && bare.ends_with(mark);
        let inside = (bold("**") || bold("__")).then(|| &bare[2..bare.len() - 2])?;
        if inside.contains("**") || inside.contains("__") {
            return None;
        }
        inside
    };
    let label = words.replace("**", "").replace('`', "");
    let label = label.trim().trim_end_matches(':').trim().to_owned();
    Some(label).filter(|label| label.chars().any(char::is_alphanumeric))
}

/// `- [ ] I searched` as `I searched`.
fn check_box(line: &str) -> Option<String> {
    let rest = line.strip_prefix(['-', '*', '+'])?.trim_start().strip_prefix('[')?;
    let rest = rest.strip_prefix([' ', 'x', 'X']).unwrap_or(rest).strip_prefix(']')?;
    Some(rest.trim().to_owned()).filter(|label| !label.is_empty())
}

/// The one field of a template without headings.
pub(super) fn whole(label: &str) -> Asked {
    Asked { id: Some("description".to_owned()), ..field(Part { label: Some(label.to_owned()), ..Part::default() }) }
}

fn field(part: Part) -> Asked {
    let mut seen = std::collections::HashSet::new();
    let boxes: Vec<Choice> =
        part.boxes.into_iter().filter(|label| seen.insert(label.clone())).map(Choice::Plain).collect();
    let hint = part.hint.join("\n");
    Asked {
        line: part.line,
        at: String::new(),
        id: None,
        label: part.label.unwrap_or_default(),
        kind: if boxes.is_empty() { FieldType::Multiline } else { FieldType::Checkbox },
        required: false,
        hint: Some(hint).filter(|hint| !hint.is_empty()),
        render: part.render.filter(|_| boxes.is_empty()),
        options: boxes,
        default: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_other_lines() {
        for line in ["## Steps", "**Steps**", "**Steps:**", "**Steps**:", "__Steps__", "# **Steps**", "### Steps ###"] {
            assert_eq!(heading(line).as_deref(), Some("Steps"), "{line}");
        }
        for line in ["#123", "Steps", "**a** and **b**", "** **", "####### x", "- **Steps**", "***"] {
            assert_eq!(heading(line), None, "{line}");
        }
    }
}
