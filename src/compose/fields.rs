//! The text for each field of the destination's form, to be copied one by one.

use crate::model::{Block, FieldSpec, FieldType, Incident, Part, Profile};

use super::plain;
use super::sections::{answer_text, part_blocks};

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
            text: text(incident, profile, field),
        })
        .filter(|field| !field.text.trim().is_empty())
        .collect()
}

fn text(incident: &Incident, profile: &Profile, field: &FieldSpec) -> String {
    let Some(part) = field.from else {
        let answer = incident.draft.fields.get(&field.id);
        return answer.map(|answer| answer_text(answer, incident.lang)).unwrap_or_default();
    };
    match part {
        Part::Text => plain(&incident.sections),
        Part::Specs | Part::Fields | Part::Evidence => joined(
            incident.sections.iter().filter(|section| section.part == part).flat_map(|section| section.blocks.iter()),
        ),
        _ => joined(part_blocks(&incident.draft, profile, part).iter()),
    }
}

fn joined<'a>(blocks: impl Iterator<Item = &'a Block>) -> String {
    blocks.map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
