//! The options of dropdowns and checkboxes, exactly as they are written.

use std::collections::HashSet;
use std::rc::Rc;

use super::notice::Oddity;
use super::reading::{Fault, Keys, Reading, nearest, shown};
use super::refusal::Rule;
use super::scalar::{Plain, plain};
use super::yaml::{Node, Value};
use crate::model::Choice;

/// Options of a dropdown.
pub(super) fn dropdown(reading: &mut Reading, attributes: &Keys) -> Result<Vec<Choice>, Fault> {
    let mut seen = HashSet::new();
    let mut options = Vec::new();
    for node in list(attributes)? {
        let words = option(reading, attributes, node)?;
        let rule = if words.eq_ignore_ascii_case("none") {
            Rule::OptionNone
        } else if !seen.insert(words.clone()) {
            Rule::OptionTwice { value: shown(&words) }
        } else {
            options.push(Choice::Plain(words));
            continue;
        };
        return Err(attributes.fault(node.line, rule));
    }
    Ok(options)
}

/// One option as written. Words that YAML takes for true and false have to be quoted; on and off are shown as they are.
fn option(reading: &mut Reading, attributes: &Keys, node: &Node) -> Result<String, Fault> {
    match &node.value {
        Value::Scalar { text, plain: true } => match plain(text) {
            Plain::Boolean(_) => {
                return Err(attributes.fault(node.line, Rule::OptionBoolean { value: shown(text) }));
            }
            Plain::Switch(_) => {
                reading.note(node.line, &attributes.at, Oddity::OptionSwitch { value: shown(text) });
            }
            Plain::Nothing => {
                reading.note(node.line, &attributes.at, Oddity::OptionEmpty);
                return Ok(text.clone());
            }
            Plain::Number | Plain::Words => {}
        },
        Value::Scalar { text, plain: false } if text.trim().is_empty() => {
            reading.note(node.line, &attributes.at, Oddity::OptionEmpty);
        }
        Value::Scalar { .. } => {}
        Value::Map(entries) => {
            let label = entries.iter().find(|entry| entry.key == "label").map(|entry| &entry.value.value);
            let Some(Value::Scalar { text, .. }) = label else {
                return Err(attributes.fault(node.line, Rule::OptionNotWords));
            };
            reading.note(node.line, &attributes.at, Oddity::OptionMap { value: shown(text) });
            return Ok(text.clone());
        }
        Value::List(_) => return Err(attributes.fault(node.line, Rule::OptionNotWords)),
    }
    match &node.value {
        Value::Scalar { text, .. } => Ok(text.clone()),
        _ => Ok(String::new()),
    }
}

/// The option chosen before the user comes: `default` is its place, from 0.
pub(super) fn default(reading: &mut Reading, attributes: &Keys, options: &[Choice]) -> Result<Option<String>, Fault> {
    let Some(entry) = attributes.get("default") else { return Ok(None) };
    let Value::Scalar { text, plain: is_plain } = &entry.value.value else {
        let rule = Rule::DefaultNotThere { value: "…".to_owned(), count: options.len().to_string() };
        return Err(attributes.fault(entry.line, rule));
    };
    if *is_plain && plain(text) == Plain::Nothing {
        reading.note(entry.line, &attributes.at, Oddity::NoValue { name: "default".to_owned() });
        return Ok(None);
    }
    let option = text.parse::<usize>().ok().and_then(|place| options.get(place));
    let missing = Rule::DefaultNotThere { value: shown(text), count: options.len().to_string() };
    let option = option.ok_or_else(|| attributes.fault(entry.line, missing))?;
    Ok(Some(option.label().to_owned()))
}

/// Boxes to tick.
pub(super) fn boxes(reading: &mut Reading, attributes: &Keys) -> Result<Vec<Choice>, Fault> {
    let mut seen = HashSet::new();
    let mut boxes = Vec::new();
    for node in list(attributes)? {
        if !matches!(node.value, Value::Map(_)) {
            return Err(attributes.fault(node.line, Rule::BoxWithoutLabel));
        }
        let keys = reading.keys(node, "options", &attributes.at)?;
        if let Some(entry) = keys.unknown(&["label", "required"]) {
            let (name, nearest) = (shown(&entry.key), nearest(&entry.key, &["label", "required"]));
            return Err(keys.fault(entry.line, Rule::UnknownBoxKey { name, nearest }));
        }
        let missing = keys.fault(node.line, Rule::BoxWithoutLabel);
        let label = reading.words(&keys, "label", true)?.ok_or(missing)?;
        if !seen.insert(label.clone()) {
            return Err(keys.fault(node.line, Rule::BoxTwice { value: shown(&label) }));
        }
        let required = reading.boolean(&keys, "required");
        boxes.push(Choice::Labelled { label, required });
    }
    Ok(boxes)
}

fn list(attributes: &Keys) -> Result<&[Rc<Node>], Fault> {
    let missing = || attributes.fault(attributes.line, Rule::MissingAttribute { name: "options".to_owned() });
    let entry = attributes.get("options").ok_or_else(missing)?;
    match &entry.value.value {
        Value::List(options) if !options.is_empty() => Ok(options),
        Value::List(_) => Err(attributes.fault(entry.line, Rule::NoOptions)),
        Value::Scalar { text, plain: true } if plain(text) == Plain::Nothing => {
            Err(attributes.fault(entry.line, Rule::NoOptions))
        }
        _ => Err(attributes.fault(entry.line, Rule::NotAList { name: "options".to_owned() })),
    }
}
