//! Puts what the user wrote and what was collected into the order and the words of one destination.
//!
//! Never here: a judgement about the content (that is the checklist), input or output, the clock, greeting and thanks
//! (they belong to the letter around the text).

pub mod desk;
mod fields;
mod issue_form;
mod length;
pub mod markdown;
pub mod private;
mod sections;
pub mod specs;
mod surroundings;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::{Block, Draft, Evidence, FactKey, Facts, FieldValue, Fingerprint, Incident, Profile, Section};

pub use fields::{FieldText, field_texts};
pub use issue_form::issue_form;
pub use length::{Measure, length, limit_of, limit_of_part, mail_bytes};

/// The incident of `draft` for `profile`. Only facts that the destination asks for and the user does not keep back stay
/// in it. `created` is an RFC 3339 time in UTC.
#[must_use]
pub fn incident(
    draft: &Draft,
    profile: &Profile,
    mut facts: Facts,
    evidence: Vec<Evidence>,
    created: String,
) -> Incident {
    facts.game.clone_from(&draft.game);
    let asked_for = draft.fact_keys(profile);
    for key in FactKey::ALL {
        if !asked_for.contains(&key) || draft.hidden_facts.contains(&key) {
            facts.remove(key);
        }
    }
    facts.asked = asked_for.into_iter().filter(|key| !draft.hidden_facts.contains(key)).collect();
    let lang = draft.language;
    let fingerprint = fingerprint(draft, profile, &facts, &evidence);
    let draft = asked(draft, profile, &facts);
    Incident {
        sections: sections::sections(&draft, profile, &facts, &evidence),
        fingerprint,
        chosen: chosen(&draft, profile),
        draft,
        destination_name: profile.name.get(lang).to_owned(),
        lang,
        created,
        facts,
        evidence,
    }
}

/// The draft with the answers that this destination asks for: others were meant for another one, or misspelt. Where the
/// user left a field as the form has it, that is the answer; where the user answered nothing and the computer tells what
/// the form asks for, that is.
fn asked(draft: &Draft, profile: &Profile, facts: &Facts) -> Draft {
    let mut asked = draft.clone();
    asked.fields.retain(|id, _| profile.fields.iter().any(|field| field.id == *id));
    asked.self_help.retain(|id, _| profile.self_help.iter().any(|help| help.id == *id));
    for field in &profile.fields {
        let is_filled =
            field.from.and_then(|part| sections::part_blocks(draft, profile, part).first().cloned()).is_some();
        if let Some(default) = field.default.as_ref().filter(|_| !is_filled) {
            asked.fields.entry(field.id.clone()).or_insert_with(|| FieldValue::Text(default.clone()));
        }
        let told = field.fact.and_then(|fact| specs::field_words(facts, fact, draft.language));
        if let Some(told) = told.filter(|_| !asked.fields.get(&field.id).is_some_and(FieldValue::is_filled)) {
            asked.fields.insert(field.id.clone(), FieldValue::Text(told));
        }
    }
    asked
}

/// The chosen options of every field that has some.
fn chosen(draft: &Draft, profile: &Profile) -> BTreeMap<String, Vec<usize>> {
    let fields = profile.fields.iter().filter(|field| !field.options.is_empty());
    let chosen = fields.filter_map(|field| Some((field.id.clone(), field.chosen(draft.fields.get(&field.id)?))));
    chosen.filter(|(_, places)| !places.is_empty()).collect()
}

/// Sections as plain text with their headings, an empty line between them.
#[must_use]
pub fn plain(sections: &[Section]) -> String {
    sections.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
}

/// Pieces of text without a heading, an empty line between them.
#[must_use]
pub fn plain_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
}

/// A mark of all that the checklist looks at. The debug form serves, because a path may be no valid text and the mark
/// is never stored.
fn fingerprint(draft: &Draft, profile: &Profile, facts: &Facts, evidence: &[Evidence]) -> u64 {
    let mut mark = Fingerprint::default();
    write!(mark, "{}\n{draft:?}\n{facts:?}\n{evidence:?}", profile.id).ok();
    mark.finish()
}

#[cfg(test)]
mod tests;
