//! One element of `body` against GitHub's rules for its type.

use super::choices;
use super::notice::Oddity;
use super::reading::{Fault, Keys, Reading, nearest, shown};
use super::refusal::Rule;
use super::scalar::{Plain, plain};
use super::words::forbidden_word;
use super::yaml::{Node, Value};
use crate::model::{Choice, FieldType};

const TYPES: [&str; 6] = ["markdown", "textarea", "input", "dropdown", "checkboxes", "upload"];
const KEYS: [&str; 4] = ["type", "id", "attributes", "validations"];

/// What an element is.
pub(super) enum Element {
    /// Text for the reader of the form.
    Note(String),
    /// A question.
    Asked(Box<Asked>),
}

/// A question of the form.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) line: usize,
    /// The element as messages name it.
    pub(super) at: String,
    /// The id in the file.
    pub(super) id: Option<String>,
    pub(super) label: String,
    pub(super) kind: FieldType,
    pub(super) required: bool,
    /// Description and placeholder.
    pub(super) hint: Option<String>,
    pub(super) options: Vec<Choice>,
    pub(super) default: Option<String>,
    pub(super) render: Option<String>,
}

/// Reads the element at `index`.
pub(super) fn read(node: &Node, index: usize, reading: &mut Reading) -> Result<Element, Fault> {
    let place = format!("body[{index}]");
    let keys = reading.keys(node, &place, &named(node, &place))?;
    if let Some(entry) = keys.unknown(&KEYS) {
        let (name, nearest) = (shown(&entry.key), nearest(&entry.key, &KEYS));
        return Err(keys.fault(entry.line, Rule::UnknownElementKey { name, nearest }));
    }
    let Some(entry) = keys.get("type") else { return Err(keys.fault(keys.line, Rule::MissingType)) };
    let kind = match &entry.value.value {
        Value::Scalar { text, .. } => text.as_str(),
        _ => "",
    };
    let known = match kind {
        "markdown" => None,
        "textarea" => Some(FieldType::Multiline),
        "input" => Some(FieldType::Text),
        "dropdown" => Some(FieldType::Choice),
        "checkboxes" => Some(FieldType::Checkbox),
        "upload" => Some(FieldType::Files),
        "" => return Err(keys.fault(entry.line, Rule::MissingType)),
        other => {
            let rule = Rule::UnknownType { value: shown(other), nearest: nearest(other, &TYPES) };
            return Err(keys.fault(entry.line, rule));
        }
    };
    let attributes = attributes(reading, &keys, if known.is_none() { "value" } else { "label" })?;
    match known {
        None => note(reading, &keys, &attributes).map(Element::Note),
        Some(kind) => Ok(Element::Asked(Box::new(asked(reading, &keys, &attributes, kind)?))),
    }
}

/// `, body[3] “Version”`: its number with its label, id or type.
fn named(node: &Node, place: &str) -> String {
    let text = |node: &Node, key: &str| match &node.value {
        Value::Map(entries) => entries.iter().rev().find(|entry| entry.key == key).map(|entry| entry.value.clone()),
        _ => None,
    };
    let attributes = text(node, "attributes");
    let label = attributes.and_then(|attributes| text(&attributes, "label"));
    let name = [label, text(node, "id"), text(node, "type")].into_iter().flatten().find_map(|node| match &node.value {
        Value::Scalar { text, .. } if !text.trim().is_empty() => Some(shown(text)),
        _ => None,
    });
    name.map_or_else(|| format!(", {place}"), |name| format!(", {place} “{name}”"))
}

fn attributes(reading: &mut Reading, keys: &Keys, wanted: &str) -> Result<Keys, Fault> {
    match keys.get("attributes") {
        Some(entry) => match &entry.value.value {
            Value::Scalar { text, plain: true } if plain(text) == Plain::Nothing => {
                Err(keys.fault(entry.line, Rule::MissingAttribute { name: wanted.to_owned() }))
            }
            _ => reading.keys(&entry.value, "attributes", &keys.at),
        },
        None => Err(keys.fault(keys.line, Rule::MissingAttribute { name: wanted.to_owned() })),
    }
}

fn note(reading: &mut Reading, keys: &Keys, attributes: &Keys) -> Result<String, Fault> {
    for name in ["id", "validations"] {
        if let Some(entry) = keys.get(name) {
            reading.note(entry.line, &keys.at, Oddity::NoteKey { name: name.to_owned() });
        }
    }
    permitted(reading, attributes, &["value"], false)?;
    let missing = attributes.fault(attributes.line, Rule::MissingAttribute { name: "value".to_owned() });
    reading.words(attributes, "value", true)?.ok_or(missing)
}

fn asked(reading: &mut Reading, keys: &Keys, attributes: &Keys, kind: FieldType) -> Result<Asked, Fault> {
    let known: &[&str] = match kind {
        FieldType::Multiline => &["label", "description", "placeholder", "value", "render"],
        FieldType::Text => &["label", "description", "placeholder", "value"],
        FieldType::Choice | FieldType::MultiChoice => &["label", "description", "multiple", "options", "default"],
        FieldType::Checkbox => &["label", "description", "options"],
        FieldType::Files => &["label", "description"],
    };
    permitted(reading, attributes, known, kind == FieldType::Files)?;
    let missing = attributes.fault(attributes.line, Rule::MissingAttribute { name: "label".to_owned() });
    let label = reading.words(attributes, "label", true)?.ok_or(missing)?.trim().to_owned();
    let is_text = matches!(kind, FieldType::Text | FieldType::Multiline);
    if let Some(word) = forbidden_word(&label).filter(|_| is_text) {
        return Err(attributes.fault(attributes.line, Rule::ForbiddenWord { value: word }));
    }
    let hints = ["description", "placeholder"]
        .map(|name| if known.contains(&name) { reading.words(attributes, name, false) } else { Ok(None) });
    let mut hint = Vec::new();
    for words in hints {
        hint.extend(words?.map(|words| words.trim().to_owned()));
    }
    let required = validations(reading, keys, kind)?;
    let mut asked = Asked {
        line: keys.line,
        at: keys.at.clone(),
        id: id(reading, keys)?,
        label,
        kind,
        required,
        hint: Some(hint.join("\n")).filter(|hint| !hint.is_empty()),
        options: Vec::new(),
        default: None,
        render: None,
    };
    match kind {
        FieldType::Text | FieldType::Multiline => {
            asked.default = reading.words(attributes, "value", false)?;
            asked.render = reading.words(attributes, "render", false)?.map(|render| render.trim().to_owned());
        }
        FieldType::Choice | FieldType::MultiChoice => {
            asked.options = choices::dropdown(reading, attributes)?;
            asked.default = choices::default(reading, attributes, &asked.options)?;
            if reading.boolean(attributes, "multiple") {
                asked.kind = FieldType::MultiChoice;
            }
        }
        FieldType::Checkbox => {
            asked.options = choices::boxes(reading, attributes)?;
            asked.required = asked.options.iter().any(Choice::is_required);
        }
        FieldType::Files => {}
    }
    Ok(asked)
}

/// Attributes that the type has; GitHub shows no form with another one. Of uploads too little is documented to refuse any.
fn permitted(reading: &mut Reading, attributes: &Keys, known: &[&str], is_upload: bool) -> Result<(), Fault> {
    let Some(entry) = attributes.unknown(known) else { return Ok(()) };
    let name = shown(&entry.key);
    if is_upload {
        reading.note(entry.line, &attributes.at, Oddity::UnknownUploadAttribute { name });
        return Ok(());
    }
    Err(attributes.fault(entry.line, Rule::UnknownAttribute { nearest: nearest(&entry.key, known), name }))
}

fn id(reading: &mut Reading, keys: &Keys) -> Result<Option<String>, Fault> {
    let Some(entry) = keys.get("id") else { return Ok(None) };
    let Value::Scalar { text, plain: is_plain } = &entry.value.value else {
        return Err(keys.fault(entry.line, Rule::IdCharacters { value: "…".to_owned() }));
    };
    match plain(text) {
        Plain::Nothing if *is_plain => {
            reading.note(entry.line, &keys.at, Oddity::NoValue { name: "id".to_owned() });
            return Ok(None);
        }
        Plain::Number | Plain::Boolean(_) if *is_plain => {
            reading.note(entry.line, &keys.at, Oddity::IdNumber { value: shown(text) });
        }
        _ => {}
    }
    let fits = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if fits { Ok(Some(text.clone())) } else { Err(keys.fault(entry.line, Rule::IdCharacters { value: shown(text) })) }
}

/// Whether the form insists on an answer.
fn validations(reading: &mut Reading, keys: &Keys, kind: FieldType) -> Result<bool, Fault> {
    let Some(entry) = keys.get("validations") else { return Ok(false) };
    if kind == FieldType::Checkbox {
        // GitHub takes them and does not act on them: each option has its own `required`.
        reading.note(entry.line, &keys.at, Oddity::BoxesValidations);
        return Ok(false);
    }
    if matches!(&entry.value.value, Value::Scalar { text, plain: true } if plain(text) == Plain::Nothing) {
        reading.note(entry.line, &keys.at, Oddity::NoValue { name: "validations".to_owned() });
        return Ok(false);
    }
    let rules = reading.keys(&entry.value, "validations", &keys.at)?;
    let known: &[&str] = if kind == FieldType::Files { &["required", "accept"] } else { &["required"] };
    if let Some(entry) = rules.unknown(known) {
        reading.note(entry.line, &keys.at, Oddity::UnknownValidation { name: shown(&entry.key) });
    }
    Ok(reading.boolean(&rules, "required"))
}
