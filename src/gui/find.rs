//! Finding words in everything that was typed into an incident.

use std::ops::Range;

use super::state::Open;
use crate::model::{Draft, FieldValue};

/// A search that is going on.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What is looked for.
    pub query: String,
    /// Which of the hits was shown last.
    pub at: Option<usize>,
    /// Whether the search field has had the cursor.
    pub is_focused: bool,
}

/// A place that was found: the field's name in the checklist, and its characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The field.
    pub field: String,
    /// Which of its characters.
    pub place: Range<usize>,
}

/// Where `query` stands in `text`, in characters; capital and small letters are the same.
#[must_use]
pub fn places(text: &str, query: &str) -> Vec<Range<usize>> {
    let fold = |text: &str| text.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect::<Vec<char>>();
    let wanted = fold(query);
    let text = fold(text);
    let mut found = Vec::new();
    let mut at = 0;
    while !wanted.is_empty() && at + wanted.len() <= text.len() {
        if text.get(at..at + wanted.len()) == Some(wanted.as_slice()) {
            found.push(at..at + wanted.len());
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

/// Every place in the incident, in the order of the pages.
#[must_use]
pub fn hits(open: &Open, query: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (field, text) in texts(&open.draft) {
        hits.extend(places(&text, query).into_iter().map(|place| Hit { field: field.clone(), place }));
    }
    hits
}

/// Every text of a draft with the name of its field.
fn texts(draft: &Draft) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for (id, value) in &draft.fields {
        if let FieldValue::Text(text) = value {
            texts.push((format!("fields.{id}"), text.clone()));
        }
    }
    texts.push(("contact.email".to_owned(), draft.contact.email.clone()));
    for (name, text) in [
        ("title", &draft.title),
        ("description", &draft.description),
        ("error_text", &draft.error_text),
        ("conditions", &draft.conditions),
        ("started", &draft.started),
    ] {
        texts.push((name.to_owned(), text.clone()));
    }
    texts.push(("tried".to_owned(), draft.tried.join("\n")));
    texts.extend(draft.steps.iter().enumerate().map(|(at, step)| (format!("steps[{at}]"), step.clone())));
    texts.push(("expected".to_owned(), draft.expected.clone()));
    texts.push(("actual".to_owned(), draft.actual.clone()));
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capital_and_small_letters_are_the_same_in_both_alphabets() {
        assert_eq!(places("Сбой, сбой и ещё СБОЙ", "сбой"), [0..4, 6..10, 17..21]);
        assert_eq!(places("aaa", "aa"), vec![0..2]);
        assert!(places("İstanbul ß", "x").is_empty());
        assert!(places("abc", "").is_empty());
    }

    #[test]
    fn every_text_of_a_draft_is_looked_at() {
        let draft = Draft {
            title: "x".into(),
            steps: vec!["a".into(), "x".into()],
            tried: vec!["x".into()],
            ..Draft::default()
        };
        let found: Vec<String> =
            texts(&draft).into_iter().filter(|(_, text)| text.contains('x')).map(|(name, _)| name).collect();
        assert_eq!(found, ["title", "tried", "steps[1]"]);
    }
}
