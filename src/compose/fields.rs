//! The text for each field of the destination's form, to be copied one by one.

use crate::model::{FieldType, Incident, Profile};

use super::issue_form::answer;

/// What goes into one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldText {
    /// Id of the field.
    pub id: String,
    /// Its label on the form, in the incident's language.
    pub label: String,
    /// Plain text; never empty.
    pub text: String,
}

/// The text for every field of the form that has one, in the form's order. Files and confirmations have none. For an
/// incident after redaction the texts are redacted too.
#[must_use]
pub fn field_texts(incident: &Incident, profile: &Profile) -> Vec<FieldText> {
    profile
        .fields
        .iter()
        .filter(|field| !matches!(field.kind, FieldType::Files | FieldType::Checkbox))
        .map(|field| FieldText {
            id: field.id.clone(),
            label: field.label.get(incident.lang).to_owned(),
            text: answer(incident, profile, field),
        })
        .filter(|field| !field.text.trim().is_empty())
        .collect()
}
