//! The Markdown that GitHub makes of a filled issue form, and the answer for one of its fields.
//!
//! As seen in issues on GitHub: each label as a heading, an empty line, the answer; `_No response_` for nothing, an empty
//! code block where the answer would be code, all boxes of a list with those ticked that are.

use crate::model::{Block, FieldSpec, FieldType, Incident, Part, Profile, Section, TextForm};

use super::markdown::{self, fence};
use super::sections::{answer_text, part_blocks};
use super::{plain, specs};

const NO_ANSWER: &str = "_No response_";

/// The whole filled form, field by field, without a line break at the end. The title is left out: it has a place of its
/// own above the form.
#[must_use]
pub fn issue_form(incident: &Incident, profile: &Profile) -> String {
    let fields = profile.fields.iter().filter(|field| field.from != Some(Part::Title)).map(|field| {
        let label = field.label.get(incident.lang).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("### {label}\n\n{}", body(incident, profile, field))
    });
    fields.collect::<Vec<_>>().join("\n\n")
}

/// What stands below the heading of a field.
fn body(incident: &Incident, profile: &Profile, field: &FieldSpec) -> String {
    if field.kind == FieldType::Checkbox && !field.options.is_empty() {
        return boxes(incident, field);
    }
    // Which file belongs to which of several fields is for the user to say: the first names them all.
    let takes_files = |other: &&FieldSpec| other.kind == FieldType::Files && other.from == field.from;
    let is_first = profile.fields.iter().find(takes_files).is_none_or(|first| first.id == field.id);
    let text =
        if field.kind != FieldType::Files || is_first { answer(incident, profile, field) } else { String::new() };
    let text = text.trim_end().trim_start_matches(['\n', '\r']);
    match &field.render {
        Some(language) => {
            let fence = fence(text);
            format!("{fence}{language}\n{text}\n{fence}")
        }
        None if text.trim().is_empty() => NO_ANSWER.to_owned(),
        None => text.to_owned(),
    }
}

/// The answer to one field as it is typed into the form: the user's own, else the part of the incident that fills it.
/// Options are the form's own words, also where the answer was redacted.
pub(super) fn answer(incident: &Incident, profile: &Profile, field: &FieldSpec) -> String {
    let is_markdown = profile.text.form == TextForm::IssueForm && field.render.is_none();
    let text = answered(incident, profile, field);
    if is_markdown && field.from != Some(Part::Title) { markdown::visible(&text) } else { text }
}

fn answered(incident: &Incident, profile: &Profile, field: &FieldSpec) -> String {
    if let Some(chosen) = incident.chosen.get(&field.id).filter(|chosen| !chosen.is_empty()) {
        let options = chosen.iter().filter_map(|place| field.options.get(*place));
        return options.map(|option| option.label().to_owned()).collect::<Vec<_>>().join(", ");
    }
    if let Some(answer) =
        incident.draft.fields.get(&field.id).filter(|answer| field.from.is_none() || answer.is_filled())
    {
        return answer_text(answer, incident.lang);
    }
    match field.from {
        None => String::new(),
        Some(Part::Text) => whole(incident, profile),
        Some(part @ (Part::Specs | Part::Fields | Part::Evidence)) => joined(
            incident.sections.iter().filter(|section| section.part == part).flat_map(|section| section.blocks.iter()),
        ),
        Some(part) => joined(part_blocks(&incident.draft, profile, part).iter()),
    }
}

/// The composed text in the form that the destination takes. In an issue form it stands under the heading of its field, so
/// what happens has none of its own where it comes first.
fn whole(incident: &Incident, profile: &Profile) -> String {
    let mut sections = incident.narrative(profile, |key| specs::label(key, incident.lang));
    let text = match profile.text.form {
        TextForm::Plain => return plain(&sections),
        TextForm::Markdown => markdown::sections(&sections, "###"),
        TextForm::IssueForm => {
            let tells_what_happens = |first: &&mut Section| matches!(first.part, Part::Description | Part::Actual);
            if let Some(first) = sections.first_mut().filter(tells_what_happens) {
                first.heading.clear();
            }
            markdown::sections(&sections, "####")
        }
    };
    text.trim_end().to_owned()
}

fn boxes(incident: &Incident, field: &FieldSpec) -> String {
    let chosen = incident.chosen.get(&field.id);
    let lines = field.options.iter().enumerate().map(|(place, option)| {
        let mark = if chosen.is_some_and(|chosen| chosen.contains(&place)) { 'x' } else { ' ' };
        format!("- [{mark}] {}", option.label().split_whitespace().collect::<Vec<_>>().join(" "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn joined<'a>(blocks: impl Iterator<Item = &'a Block>) -> String {
    blocks.map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
