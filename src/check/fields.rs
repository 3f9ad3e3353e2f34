//! Looks an answer up by the name that rules and profiles use for it.

use crate::model::{Draft, FieldValue, Frequency, Part};

/// Every piece of text of the field `name`, `title`, `tried`, `contact.email`, `fields.<id>`; none for an unknown name.
pub(super) fn texts<'a>(draft: &'a Draft, name: &str) -> Vec<&'a str> {
    match name {
        "title" => vec![&draft.title],
        "description" => vec![&draft.description],
        "error_text" => vec![&draft.error_text],
        "expected" => vec![&draft.expected],
        "actual" => vec![&draft.actual],
        "started" => vec![&draft.started],
        "conditions" => vec![&draft.conditions],
        "contact.name" => vec![&draft.contact.name],
        "contact.email" => vec![&draft.contact.email],
        "contact.phone" => vec![&draft.contact.phone],
        "steps" => draft.steps.iter().map(String::as_str).collect(),
        "tried" => draft.tried.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether the field `name` has an answer.
pub(super) fn is_filled(draft: &Draft, name: &str) -> bool {
    if let Some(id) = name.strip_prefix("fields.") {
        return draft.fields.get(id).is_some_and(FieldValue::is_filled);
    }
    match name {
        "frequency" => draft.frequency != Frequency::Unknown,
        "evidence" => !draft.evidence.is_empty(),
        // Outcomes of the desk's own self-help steps stand among what was tried.
        "tried" => !draft.self_help.is_empty() || texts(draft, name).iter().any(|text| !text.trim().is_empty()),
        "contact" => ["contact.name", "contact.email", "contact.phone"].iter().any(|name| is_filled(draft, name)),
        _ => texts(draft, name).iter().any(|text| !text.trim().is_empty()),
    }
}

/// The whole text of the field `name`.
pub(super) fn text(draft: &Draft, name: &str) -> String {
    match name.strip_prefix("fields.") {
        Some(id) => draft.fields.get(id).map(FieldValue::text).unwrap_or_default(),
        None => texts(draft, name).join("\n"),
    }
}

/// The field of the draft that a part of the incident is made of; `None` where there is not one alone.
#[must_use]
pub fn name(part: Part) -> Option<&'static str> {
    Some(match part {
        Part::Title => "title",
        Part::Description => "description",
        Part::ErrorText => "error_text",
        Part::Steps => "steps",
        Part::Expected => "expected",
        Part::Actual => "actual",
        Part::Started => "started",
        Part::Frequency => "frequency",
        Part::Conditions => "conditions",
        Part::Tried => "tried",
        Part::Evidence => "evidence",
        Part::Contact => "contact",
        Part::ContactName => "contact.name",
        Part::ContactEmail => "contact.email",
        Part::ContactPhone => "contact.phone",
        Part::Specs | Part::Fields | Part::Text => return None,
    })
}
