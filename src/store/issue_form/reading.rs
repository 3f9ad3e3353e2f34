//! Reads keys and texts of a form, and notes what is odd on the way.

use std::collections::HashMap;
use std::rc::Rc;

use super::notice::Oddity;
use super::refusal::Rule;
use super::scalar::{Plain, plain};
use super::yaml::{Entry, Node, Value};
use crate::store::form;

/// A rule that is broken, with the line and the words for the element.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) line: usize,
    pub(super) element: String,
    pub(super) rule: Rule,
}

/// What was odd so far: line, element, oddity.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) odd: Vec<(usize, String, Oddity)>,
}

/// A map of the form: each key once, with its last value.
pub(super) struct Keys {
    entries: Vec<Entry>,
    /// Where the map begins.
    pub(super) line: usize,
    /// The element it belongs to, as messages name it.
    pub(super) at: String,
}

impl Reading {
    /// Notes an oddity.
    pub(super) fn note(&mut self, line: usize, at: &str, oddity: Oddity) {
        self.odd.push((line, at.to_owned(), oddity));
    }

    /// The keys of a map. The last of two same keys counts, `<<` fills in what is missing.
    pub(super) fn keys(&mut self, node: &Node, name: &str, at: &str) -> Result<Keys, Fault> {
        let Value::Map(written) = &node.value else {
            return Err(Fault {
                line: node.line,
                element: at.to_owned(),
                rule: Rule::NotAMap { name: name.to_owned() },
            });
        };
        let mut entries: Vec<Entry> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for entry in written.iter().filter(|entry| entry.key != "<<") {
            if let Some(&place) = places.get(&entry.key) {
                self.note(entry.line, at, Oddity::KeyTwice { name: shown(&entry.key) });
                entries[place] = entry.clone();
            } else {
                places.insert(entry.key.clone(), entries.len());
                entries.push(entry.clone());
            }
        }
        for merged in written.iter().filter(|entry| entry.key == "<<").take(8) {
            for entry in merged_entries(&merged.value).into_iter().take(64) {
                if !places.contains_key(&entry.key) {
                    places.insert(entry.key.clone(), entries.len());
                    entries.push(entry);
                }
            }
        }
        Ok(Keys { entries, line: node.line, at: at.to_owned() })
    }

    /// Text that is not blank. Without a value it is missing where it must be there, else only odd.
    pub(super) fn words(&mut self, keys: &Keys, name: &str, must: bool) -> Result<Option<String>, Fault> {
        let Some(entry) = keys.get(name) else { return Ok(None) };
        let fault = |rule| Err(keys.fault(entry.line, rule));
        let Value::Scalar { text, plain: is_plain } = &entry.value.value else {
            return fault(Rule::NotWords { name: name.to_owned(), value: "…".to_owned() });
        };
        match if *is_plain { plain(text) } else { Plain::Words } {
            Plain::Nothing if must => fault(Rule::Empty { name: name.to_owned() }),
            Plain::Nothing => {
                self.note(entry.line, &keys.at, Oddity::NoValue { name: name.to_owned() });
                Ok(None)
            }
            Plain::Boolean(_) | Plain::Number => fault(Rule::NotWords { name: name.to_owned(), value: shown(text) }),
            _ if text.trim().is_empty() => fault(Rule::Empty { name: name.to_owned() }),
            Plain::Switch(_) | Plain::Words => Ok(Some(text.clone())),
        }
    }

    /// `true` or `false`; anything else is odd and counts as what it seems to say.
    pub(super) fn boolean(&mut self, keys: &Keys, name: &str) -> bool {
        let Some(entry) = keys.get(name) else { return false };
        let Value::Scalar { text, plain: is_plain } = &entry.value.value else {
            self.note(entry.line, &keys.at, Oddity::NotABoolean { name: name.to_owned(), value: "…".to_owned() });
            return false;
        };
        let said = plain(text);
        match said {
            Plain::Boolean(on) | Plain::Switch(on) if *is_plain => on,
            Plain::Nothing if *is_plain => {
                self.note(entry.line, &keys.at, Oddity::NoValue { name: name.to_owned() });
                false
            }
            _ => {
                let value = shown(text);
                self.note(entry.line, &keys.at, Oddity::NotABoolean { name: name.to_owned(), value });
                matches!(said, Plain::Boolean(true) | Plain::Switch(true))
            }
        }
    }
}

impl Keys {
    /// The entry of this name.
    pub(super) fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == name)
    }

    /// All, in the order of the file.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// A broken rule in this map.
    pub(super) fn fault(&self, line: usize, rule: Rule) -> Fault {
        Fault { line, element: self.at.clone(), rule }
    }

    /// The first key that is not among `known`.
    pub(super) fn unknown(&self, known: &[&str]) -> Option<&Entry> {
        self.entries.iter().find(|entry| !known.contains(&entry.key.as_str()))
    }
}

/// The valid name nearest to a wrong one, or nothing.
pub(super) fn nearest(wrong: &str, known: &[&str]) -> String {
    form::nearest(wrong, known.iter().copied()).unwrap_or_default()
}

/// Words of the file as a message shows them: on one line and not too long.
pub(super) fn shown(text: &str) -> String {
    const CHARS: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= CHARS {
        return line;
    }
    line.chars().take(CHARS).chain(['…']).collect()
}

fn merged_entries(node: &Rc<Node>) -> Vec<Entry> {
    match &node.value {
        Value::Map(entries) => entries.clone(),
        Value::List(nodes) => nodes
            .iter()
            .take(8)
            .filter_map(|node| match &node.value {
                Value::Map(entries) => Some(entries.iter().take(64).cloned()),
                _ => None,
            })
            .flatten()
            .collect(),
        Value::Scalar { .. } => Vec::new(),
    }
}
