//! A form's file against GitHub's rules, from the top: its keys, its elements, and that it asks for anything.

use super::element::{self, Asked, Element};
use super::names;
use super::notice::Oddity;
use super::reading::{Fault, Keys, Reading, nearest};
use super::refusal::Rule;
use super::scalar::{Plain, plain};
use super::yaml::{Document, Node, Value};

/// Keys on top, <https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms>.
const KEYS: [&str; 8] = ["name", "description", "body", "title", "labels", "assignees", "projects", "type"];
/// Keys that YAML takes for booleans.
const FORBIDDEN: [&str; 22] = [
    "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE", "on",
    "On", "ON", "off", "Off", "OFF",
];
/// Keys of the first trial of issue forms, with today's.
const OLD: [(&str, &str); 4] = [("about", "description"), ("inputs", "body"), ("input", "body"), ("issue_body", "")];

/// A form that keeps the rules.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) name: String,
    pub(super) description: String,
    /// What a title begins with.
    pub(super) title: Option<String>,
    /// What it says above its fields.
    pub(super) notes: Vec<String>,
    /// What it asks.
    pub(super) asked: Vec<Asked>,
}

/// Reads a form.
pub(super) fn read(document: &Document, reading: &mut Reading) -> Result<Form, Fault> {
    let Some(root) = &document.root else { return Err(on_top(1, Rule::NotAForm)) };
    if !matches!(root.value, Value::Map(_)) {
        return Err(on_top(root.line, Rule::NotAForm));
    }
    let keys = reading.keys(root, "", "")?;
    known_keys(&keys)?;
    let name = must(reading, &keys, "name")?;
    let description = must(reading, &keys, "description")?;
    let title = reading.words(&keys, "title", false)?;
    reading.words(&keys, "type", false)?;
    for name in ["labels", "assignees", "projects"] {
        words_or_list(reading, &keys, name)?;
    }
    if let Some(line) = document.further {
        reading.note(line, "", Oddity::FurtherDocument);
    }
    let (notes, asked) = body(reading, &keys, document.further.is_some())?;
    names::check(&asked, reading)?;
    Ok(Form { name, description, title, notes, asked })
}

fn on_top(line: usize, rule: Rule) -> Fault {
    Fault { line, element: String::new(), rule }
}

fn known_keys(keys: &Keys) -> Result<(), Fault> {
    if let Some(entry) =
        keys.iter().find(|entry| matches!(entry.key.as_str(), "blank_issues_enabled" | "contact_links"))
    {
        return Err(keys.fault(entry.line, Rule::ChooserSettings));
    }
    let Some(entry) = keys.unknown(&KEYS) else { return Ok(()) };
    let name = super::reading::shown(&entry.key);
    let rule = if FORBIDDEN.contains(&entry.key.as_str()) {
        Rule::ForbiddenKey { name }
    } else if let Some((_, now)) = OLD.iter().find(|(old, now)| *old == entry.key && !now.is_empty()) {
        Rule::OldKey { name, nearest: (*now).to_owned() }
    } else {
        Rule::UnknownKey { nearest: nearest(&entry.key, &KEYS), name }
    };
    Err(keys.fault(entry.line, rule))
}

fn must(reading: &mut Reading, keys: &Keys, name: &str) -> Result<String, Fault> {
    let missing = keys.fault(keys.line, Rule::MissingKey { name: name.to_owned() });
    reading.words(keys, name, true)?.ok_or(missing)
}

/// One text with commas, or a list.
fn words_or_list(reading: &mut Reading, keys: &Keys, name: &str) -> Result<(), Fault> {
    let Some(entry) = keys.get(name) else { return Ok(()) };
    match &entry.value.value {
        Value::Map(_) => Err(keys.fault(entry.line, Rule::NotWordsOrList { name: name.to_owned() })),
        Value::Scalar { text, plain: true } if plain(text) == Plain::Nothing => {
            reading.note(entry.line, "", Oddity::NoValue { name: name.to_owned() });
            Ok(())
        }
        Value::Scalar { text, .. } if text.trim().is_empty() => {
            Err(keys.fault(entry.line, Rule::NotWordsOrList { name: name.to_owned() }))
        }
        Value::List(_) | Value::Scalar { .. } => Ok(()),
    }
}

fn body(reading: &mut Reading, keys: &Keys, is_split: bool) -> Result<(Vec<String>, Vec<Asked>), Fault> {
    let Some(entry) = keys.get("body") else {
        let rule = if is_split { Rule::SplitByDashes } else { Rule::MissingKey { name: "body".to_owned() } };
        return Err(keys.fault(keys.line, rule));
    };
    let elements: &[std::rc::Rc<Node>] = match &entry.value.value {
        Value::List(elements) => elements,
        Value::Scalar { text, plain: true } if plain(text) == Plain::Nothing => &[],
        _ => return Err(keys.fault(entry.line, Rule::NotAList { name: "body".to_owned() })),
    };
    if elements.is_empty() {
        return Err(keys.fault(entry.line, Rule::BodyEmpty));
    }
    let (mut notes, mut asked) = (Vec::new(), Vec::new());
    for (index, node) in elements.iter().enumerate() {
        match element::read(node, index, reading)? {
            Element::Note(note) => notes.push(note),
            Element::Asked(field) => asked.push(*field),
        }
    }
    if asked.is_empty() {
        return Err(keys.fault(entry.line, Rule::OnlyMarkdown));
    }
    Ok((notes, asked))
}
