//! Sections as Markdown, which reads well with and without a viewer.

use std::fmt::Write;

use crate::model::{Block, Section};

/// Sections with headings of `level`, an empty line between them.
#[must_use]
pub fn sections(sections: &[Section], level: &str) -> String {
    let texts = sections.iter().map(|one| {
        let mut text = String::new();
        section(&mut text, one, level);
        text
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// One section with a heading of `level`.
pub fn section(out: &mut String, section: &Section, level: &str) {
    if !section.heading.is_empty() {
        writeln!(out, "{level} {}\n", inline(&section.heading)).ok();
    }
    for (i, one) in section.blocks.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        block(out, one);
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Text(words) => {
            // Two spaces at the end of a line keep the user's line breaks.
            let lines: Vec<String> = words.trim_end().lines().map(line).collect();
            writeln!(out, "{}", lines.join("  \n")).ok();
        }
        Block::Code(words) => {
            let fence = fence(words);
            writeln!(out, "{fence}\n{}\n{fence}", words.trim_end()).ok();
        }
        Block::Steps(steps) => {
            for (i, step) in steps.iter().enumerate() {
                writeln!(out, "{}. {}", i + 1, indented(&line(step), "   ")).ok();
            }
        }
        Block::Points(points) => {
            for point in points {
                writeln!(out, "- {}", indented(&line(point), "  ")).ok();
            }
        }
        Block::Rows(rows) => {
            for (name, value) in rows {
                writeln!(out, "- **{}:** {}", inline(name), inline(value)).ok();
            }
        }
    }
}

/// One line of the user's text: no tags, no heading or quote by accident.
fn line(words: &str) -> String {
    let words = words.replace('<', "\\<");
    if words.starts_with(['#', '>', '|', '=']) { format!("\\{words}") } else { words }
}

/// Words on one line, without tags.
#[must_use]
pub fn inline(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace('<', "\\<")
}

/// Text of several lines, its later lines moved under the first.
#[must_use]
pub fn indented(words: &str, indent: &str) -> String {
    words.trim_end().lines().collect::<Vec<_>>().join(&format!("\n{indent}"))
}

/// A fence longer than any run of backticks in the text.
#[must_use]
pub fn fence(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(longest.max(2) + 1)
}

/// What the user wrote as Markdown, with placeholders that a viewer shows: `<user-1>` alone is taken for a tag and vanishes.
pub(super) fn visible(words: &str) -> String {
    let is_placeholder = |name: &str| {
        let parts = name.rsplit_once('-');
        let is_class = |class: &str| class.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !class.is_empty();
        parts.is_some_and(|(class, n)| is_class(class) && !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
    };
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let placeholder = after.split_once('>').is_some_and(|(name, _)| is_placeholder(name));
        if placeholder && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push('<');
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_shown_and_the_users_markdown_stays() {
        assert_eq!(
            visible("a <user-1> b \\<ip-2> <details> x<y <custom-id-12>"),
            "a \\<user-1> b \\<ip-2> <details> x<y \\<custom-id-12>"
        );
        assert_eq!(visible("<"), "<");
    }
}
