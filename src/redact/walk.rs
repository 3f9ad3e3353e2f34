//! Every text of an incident that leaves with it.
//!
//! Never here: the contact. It is meant for the reader and stays as the user typed it, in `draft.contact` and in the contact
//! section; anywhere else the same values are hidden.

use crate::model::{Block, Draft, EvidenceItem, EvidenceProblem, Facts, FieldValue, Incident, ProbeProblem};

/// Calls `each` with every text of the incident, in a fixed order; names of files are not among them.
pub(super) fn texts(incident: &mut Incident, each: &mut dyn FnMut(&mut String)) {
    draft(&mut incident.draft, each);
    for section in incident.sections.iter_mut().filter(|section| !section.part.is_contact()) {
        for block in &mut section.blocks {
            match block {
                Block::Text(text) | Block::Code(text) => each(text),
                Block::Steps(items) | Block::Points(items) => items.iter_mut().for_each(&mut *each),
                // What a row is called is Casefile's own word, as headings are.
                Block::Rows(rows) => rows.iter_mut().for_each(|(_, value)| each(value)),
            }
        }
    }
    facts(&mut incident.facts, each);
    for evidence in &mut incident.evidence {
        picture_words(&mut evidence.item, each);
        if let Some(crash) = &mut evidence.crash {
            let told = [&mut crash.app, &mut crash.version, &mut crash.os, &mut crash.exception];
            told.into_iter().flatten().chain(&mut crash.trace).for_each(&mut *each);
        }
        if let Some(EvidenceProblem::Unreadable(words)) = &mut evidence.problem {
            each(words);
        }
    }
}

/// Rows as `name: value`, so that the name tells what the value is.
pub(super) fn rows(incident: &Incident) -> impl Iterator<Item = String> {
    let sections = incident.sections.iter().filter(|section| !section.part.is_contact());
    sections.flat_map(|section| &section.blocks).flat_map(|block| match block {
        Block::Rows(rows) => rows.iter().map(|(name, value)| format!("{name}: {value}")).collect(),
        _ => Vec::new(),
    })
}

fn draft(draft: &mut Draft, each: &mut dyn FnMut(&mut String)) {
    // The words to hide would be the leak; keys of other versions are nothing the reader knows.
    draft.hide.clear();
    draft.unknown.clear();
    for text in [&mut draft.title, &mut draft.description, &mut draft.error_text] {
        each(text);
    }
    draft.steps.iter_mut().for_each(&mut *each);
    for text in [&mut draft.expected, &mut draft.actual, &mut draft.started, &mut draft.conditions] {
        each(text);
    }
    // What is sent of it stands among the facts.
    draft.game = None;
    draft.tried.iter_mut().for_each(&mut *each);
    draft.keep.iter_mut().for_each(&mut *each);
    for value in draft.fields.values_mut() {
        match value {
            FieldValue::Flag(_) => {}
            FieldValue::Text(text) => each(text),
            FieldValue::Many(many) => many.iter_mut().for_each(&mut *each),
        }
    }
    draft.overrides.values_mut().for_each(&mut *each);
    for item in &mut draft.evidence {
        picture_words(item, each);
    }
}

/// What is written about a file, and on a picture.
fn picture_words(item: &mut EvidenceItem, each: &mut dyn FnMut(&mut String)) {
    each(&mut item.caption);
    item.marks.iter_mut().for_each(|mark| each(&mut mark.text));
}

fn facts(facts: &mut Facts, each: &mut dyn FnMut(&mut String)) {
    if let Some(os) = &mut facts.os {
        each(&mut os.name);
        each(&mut os.build);
    }
    if let Some(cpu) = &mut facts.cpu {
        each(&mut cpu.model);
    }
    for gpu in &mut facts.gpus {
        each(&mut gpu.name);
        gpu.driver.iter_mut().for_each(&mut *each);
    }
    for disk in &mut facts.disks {
        each(&mut disk.mount);
    }
    if let Some(board) = &mut facts.board {
        each(&mut board.model);
        board.firmware.iter_mut().for_each(&mut *each);
    }
    if let Some(game) = &mut facts.game {
        for text in [&mut game.name, &mut game.branch, &mut game.drive, &mut game.proton, &mut game.client_beta] {
            each(text);
        }
    }
    for named in facts.apis.iter_mut().chain(&mut facts.tools) {
        each(&mut named.name);
        each(&mut named.version);
    }
    facts.audio.iter_mut().for_each(&mut *each);
    facts.overlays.iter_mut().flatten().for_each(&mut *each);
    for change in &mut facts.changes {
        for text in [&mut change.name, &mut change.before, &mut change.after] {
            each(text);
        }
    }
    if let Some(plan) = facts.power.as_mut().and_then(|power| power.plan.as_mut()) {
        each(plan);
    }
    for note in &mut facts.notes {
        if let ProbeProblem::Failed(words) = &mut note.problem {
            each(words);
        }
    }
}
