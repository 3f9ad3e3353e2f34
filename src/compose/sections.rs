//! The composed text: the parts of the incident in the destination's order, under its headings.

use crate::model::{
    Block, Contact, Draft, Evidence, Facts, FieldSpec, FieldType, FieldValue, Frequency, HelpOutcome, Lang, Part,
    Profile, ProfileKind, Section,
};
use crate::text::{self, t, tf};

use super::specs;

/// One section for every part of `profile.order` that has content; several for long answers to the desk's own fields.
pub(super) fn sections(draft: &Draft, profile: &Profile, facts: &Facts, evidence: &[Evidence]) -> Vec<Section> {
    let lang = draft.language;
    let mut sections = Vec::new();
    for &part in &profile.order {
        let blocks = match part {
            Part::Specs => rows(specs::rows(facts, &profile.facts, lang)),
            Part::Fields => rows(short_answers(draft, profile, facts)),
            Part::Evidence => points(files(evidence, lang)),
            _ => part_blocks(draft, profile, part),
        };
        if !blocks.is_empty() {
            sections.push(Section { part, heading: heading(profile, part, lang), blocks });
        }
        if part == Part::Fields {
            sections.extend(long_answers(draft, profile, facts));
        }
    }
    sections
}

/// The heading of `part`: the destination's, else the usual one.
fn heading(profile: &Profile, part: Part, lang: Lang) -> String {
    match profile.headings.get(&part) {
        Some(own) => own.get(lang).to_owned(),
        None => t(lang, &format!("part-{}", part.id())),
    }
}

/// The content of a part that the draft fills.
pub(super) fn part_blocks(draft: &Draft, profile: &Profile, part: Part) -> Vec<Block> {
    match part {
        Part::Title => running(&draft.title),
        Part::Description => running(&draft.description),
        Part::ErrorText => code(&draft.error_text),
        Part::Steps => list(&draft.steps, Block::Steps),
        Part::Expected => running(&draft.expected),
        Part::Actual => running(&draft.actual),
        Part::Started => running(&draft.started),
        Part::Frequency => running(&frequency(draft.frequency, draft.language)),
        Part::Conditions => running(&draft.conditions),
        Part::Tried => list(&tried(draft, profile), Block::Points),
        Part::Contact => rows(contact(&draft.contact, draft.language)),
        Part::ContactName => running(&draft.contact.name),
        Part::ContactEmail => running(&draft.contact.email),
        Part::ContactPhone => running(&draft.contact.phone),
        Part::Specs | Part::Fields | Part::Evidence | Part::Text => Vec::new(),
    }
}

/// What the user tried, then the desk's own self-help steps with what came of them, in its order.
fn tried(draft: &Draft, profile: &Profile) -> Vec<String> {
    let lang = draft.language;
    let helped = profile.self_help.iter().filter_map(|help| {
        let outcome = match draft.self_help.get(&help.id)? {
            HelpOutcome::DidNotHelp => t(lang, "compose-help-did-not-help"),
            HelpOutcome::Partly => t(lang, "compose-help-partly"),
            HelpOutcome::NotPossible => t(lang, "compose-help-not-possible"),
        };
        Some(tf(lang, "compose-help", &[("done", help.done.get(lang).into()), ("outcome", outcome.into())]))
    });
    draft.tried.iter().cloned().chain(helped).collect()
}

fn running(text: &str) -> Vec<Block> {
    let text = text.trim();
    if text.is_empty() { Vec::new() } else { vec![Block::Text(text.to_owned())] }
}

fn code(text: &str) -> Vec<Block> {
    let text = text.trim_end().trim_start_matches(['\n', '\r']);
    if text.is_empty() { Vec::new() } else { vec![Block::Code(text.to_owned())] }
}

fn list(items: &[String], block: fn(Vec<String>) -> Block) -> Vec<Block> {
    let filled: Vec<String> =
        items.iter().map(|item| item.trim()).filter(|item| !item.is_empty()).map(str::to_owned).collect();
    if filled.is_empty() { Vec::new() } else { vec![block(filled)] }
}

fn rows(rows: Vec<(String, String)>) -> Vec<Block> {
    if rows.is_empty() { Vec::new() } else { vec![Block::Rows(rows)] }
}

fn points(points: Vec<String>) -> Vec<Block> {
    if points.is_empty() { Vec::new() } else { vec![Block::Points(points)] }
}

fn frequency(frequency: Frequency, lang: Lang) -> String {
    let id = match frequency {
        Frequency::EveryTime => "compose-frequency-every-time",
        Frequency::Often => "compose-frequency-often",
        Frequency::Sometimes => "compose-frequency-sometimes",
        Frequency::Once => "compose-frequency-once",
        Frequency::Unknown => return String::new(),
    };
    t(lang, id)
}

fn contact(contact: &Contact, lang: Lang) -> Vec<(String, String)> {
    [
        ("compose-contact-name", &contact.name),
        ("compose-contact-email", &contact.email),
        ("compose-contact-phone", &contact.phone),
    ]
    .into_iter()
    .filter(|(_, value)| !value.trim().is_empty())
    .map(|(id, value)| (t(lang, id), value.trim().to_owned()))
    .collect()
}

/// The files that can be sent, each with its size, and with its caption and step where the user named them.
fn files(evidence: &[Evidence], lang: Lang) -> Vec<String> {
    evidence
        .iter()
        .filter(|file| file.problem.is_none())
        .map(|file| {
            let bytes = file.sent_bytes();
            let mut words = vec![file.name.clone(), text::size(lang, bytes)];
            if let Some(step) = file.item.step {
                words.push(tf(lang, "compose-file-step", &[("n", text::number(lang, step as u64).into())]));
            }
            let caption = file.item.caption.trim();
            if !caption.is_empty() {
                words.push(caption.to_owned());
            }
            words.join(" · ")
        })
        .collect()
}

/// The desk's own fields with their answers. The address of a mailbox is left out: it stands on the envelope. So is what
/// only steers, and what the computer told where the same stands among its facts.
fn answers<'a>(
    draft: &'a Draft,
    profile: &'a Profile,
    facts: &'a Facts,
) -> impl Iterator<Item = (&'a FieldSpec, &'a FieldValue)> {
    let tells_specs = profile.order.contains(&Part::Specs);
    let is_told = move |field: &FieldSpec, answer: &FieldValue| {
        let told = field.fact.and_then(|fact| specs::field_words(facts, fact, draft.language));
        tells_specs && told.is_some_and(|told| told == answer.text())
    };
    profile
        .fields
        .iter()
        .filter(|field| field.from.is_none() && !field.steers)
        .filter(|field| !(profile.kind == ProfileKind::Mailbox && field.id == "to"))
        .filter_map(|field| Some((field, draft.fields.get(&field.id).filter(|answer| answer.is_filled())?)))
        .filter(move |(field, answer)| !is_told(field, answer))
}

fn short_answers(draft: &Draft, profile: &Profile, facts: &Facts) -> Vec<(String, String)> {
    answers(draft, profile, facts)
        .filter(|(field, _)| field.kind != FieldType::Multiline)
        .map(|(field, answer)| {
            (field.label.get(draft.language).to_owned(), answer_text(answer, draft.language).trim().to_owned())
        })
        .collect()
}

/// An answer in words; a confirmation is a yes.
pub(super) fn answer_text(answer: &FieldValue, lang: Lang) -> String {
    match answer {
        FieldValue::Flag(true) => t(lang, "compose-confirmed"),
        _ => answer.text(),
    }
}

fn long_answers(draft: &Draft, profile: &Profile, facts: &Facts) -> Vec<Section> {
    answers(draft, profile, facts)
        .filter(|(field, _)| field.kind == FieldType::Multiline)
        .map(|(field, answer)| Section {
            part: Part::Fields,
            heading: field.label.get(draft.language).to_owned(),
            blocks: running(&answer.text()),
        })
        .collect()
}
