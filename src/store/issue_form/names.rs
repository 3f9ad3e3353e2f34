//! Ids and labels: that they tell the fields of a form apart, and an id for every field that has none.

use std::collections::{HashMap, HashSet};

use super::element::Asked;
use super::notice::Oddity;
use super::reading::{Fault, Reading, shown};
use super::refusal::Rule;
use crate::model::FieldType;

/// No two fields have the same id, the same label, or labels that GitHub cannot tell apart.
pub(super) fn check(asked: &[Asked], reading: &mut Reading) -> Result<(), Fault> {
    let mut ids: HashMap<&str, &Asked> = HashMap::new();
    let mut labels: HashMap<&str, &Asked> = HashMap::new();
    let mut references: HashMap<String, &Asked> = HashMap::new();
    for field in asked {
        let other = |other: &Asked| other.at.trim_start_matches([',', ' ']).to_owned();
        let fault = |rule| Err(Fault { line: field.line, element: field.at.clone(), rule });
        if let Some(id) = &field.id {
            if let Some(first) = ids.insert(id, field) {
                return fault(Rule::IdTwice { value: id.clone(), other: other(first) });
            }
        } else if let Some(first) = labels.insert(&field.label, field) {
            return fault(Rule::LabelTwice { value: shown(&field.label), other: other(first) });
        }
        let reference = field.id.clone().unwrap_or_else(|| slug(&field.label));
        let Some(first) = references.insert(reference.clone(), field).filter(|_| !reference.is_empty()) else {
            continue;
        };
        let value = shown(&field.label);
        // What GitHub makes of letters outside of ASCII it does not say.
        if field.label.is_ascii() && first.label.is_ascii() {
            return fault(Rule::LabelSimilar { value, other: other(first) });
        }
        reading.note(field.line, &field.at, Oddity::LabelSimilar { value, other: other(first) });
    }
    boxes(asked, &labels, reading)
}

/// A box is not called like a field that has no id.
fn boxes(asked: &[Asked], labels: &HashMap<&str, &Asked>, reading: &mut Reading) -> Result<(), Fault> {
    let mut seen: HashSet<&str> = HashSet::new();
    for field in asked.iter().filter(|field| field.kind == FieldType::Checkbox) {
        for label in field.options.iter().map(crate::model::Choice::label) {
            let value = shown(label);
            if labels.get(label).is_some_and(|other| other.kind != FieldType::Checkbox) {
                return Err(Fault { line: field.line, element: field.at.clone(), rule: Rule::BoxTwice { value } });
            }
            if labels.contains_key(label) || seen.contains(label) {
                reading.note(field.line, &field.at, Oddity::BoxTwice { value });
            }
        }
        seen.extend(field.options.iter().map(crate::model::Choice::label));
    }
    Ok(())
}

/// An id for every field: the form's own, else one made of the label, else of its place. The same form gives the same ids.
pub(super) fn ids(asked: &[Asked]) -> Vec<String> {
    let mut taken: HashSet<String> = asked.iter().filter_map(|field| field.id.clone()).collect();
    let made = asked.iter().enumerate().map(|(index, field)| {
        field.id.clone().unwrap_or_else(|| {
            let slug = slug(&field.label);
            let name = if slug.is_empty() { format!("field-{}", index + 1) } else { slug };
            unique(&name, &mut taken)
        })
    });
    made.collect()
}

/// `name`, or the first of `name-2`, `name-3`, … that is not taken; it is taken then.
pub(super) fn unique(name: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// A label as GitHub refers to it, after Rails: ASCII letters in lower case, digits, `_`, and `-` for all between. Empty for
/// a label without any.
pub(super) fn slug(label: &str) -> String {
    let mut slug = String::new();
    for c in label.chars().map(without_accent) {
        if c.is_ascii_alphanumeric() || c == '_' {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(60);
    slug.trim_end_matches('-').to_owned()
}

/// The letter under the accent, for Latin letters.
fn without_accent(c: char) -> char {
    const ACCENTED: [(&str, char); 16] = [
        ("àáâãäåāăą", 'a'),
        ("çćĉċč", 'c'),
        ("ďđ", 'd'),
        ("èéêëēĕėęě", 'e'),
        ("ĝğġģ", 'g'),
        ("ìíîïĩīĭįı", 'i'),
        ("ķ", 'k'),
        ("ĺļľł", 'l'),
        ("ñńņň", 'n'),
        ("òóôõöøōŏő", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťț", 't'),
        ("ùúûüũūŭůűų", 'u'),
        ("ýÿŷ", 'y'),
        ("źżž", 'z'),
    ];
    if c.is_ascii() {
        return c;
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    ACCENTED.iter().find(|(accented, _)| accented.contains(lower)).map_or(c, |(_, plain)| *plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_those_of_rails() {
        for (label, expected) in [
            ("What happened?", "what-happened"),
            ("  Name???????", "name"),
            ("Système d’exploitation", "systeme-d-exploitation"),
            ("问题描述 / Describe the bug", "describe-the-bug"),
            ("Версия", ""),
            ("a_b--c", "a_b-c"),
        ] {
            assert_eq!(slug(label), expected, "{label}");
        }
    }
}
