//! `system/specs.txt` and `system/specs.json`: the computer, for people and for machines.

use std::fmt::Write;

use crate::model::{Incident, Part};
use crate::text::t;

use super::entry::Entry;
use super::story::probe_note;
use super::text::block;

/// Both entries; none when the destination asks for nothing about the computer.
pub(super) fn entries<'a>(incident: &Incident) -> serde_json::Result<Vec<Entry<'a>>> {
    let text = text(incident);
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let why = t(incident.lang, "bundle-why-specs");
    let mut json = serde_json::to_vec_pretty(&incident.facts)?;
    json.push(b'\n');
    Ok(vec![Entry::own("system/specs.json", why.clone(), json), Entry::own("system/specs.txt", why, text.into_bytes())])
}

fn text(incident: &Incident) -> String {
    let mut text = String::new();
    for section in incident.sections.iter().filter(|section| section.part == Part::Specs) {
        for one in &section.blocks {
            block(&mut text, one);
        }
    }
    for note in &incident.facts.notes {
        writeln!(text, "{}", probe_note(incident.lang, note)).ok();
    }
    text
}
