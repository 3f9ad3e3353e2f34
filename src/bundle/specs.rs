//! `system/specs.txt` and `system/specs.json`: the computer, for people and for machines, as `specs` shows it.

use crate::compose::specs;
use crate::model::Incident;
use crate::text::t;

use super::entry::Entry;

/// Both entries; none when the destination asks for nothing about the computer.
pub(super) fn entries<'a>(incident: &Incident) -> serde_json::Result<Vec<Entry<'a>>> {
    let (facts, asked) = (&incident.facts, &incident.facts.asked);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let why = t(incident.lang, "bundle-why-specs");
    let text = specs::text(facts, asked, incident.lang);
    let mut json = serde_json::to_vec_pretty(&specs::json(facts, asked))?;
    json.push(b'\n');
    Ok(vec![Entry::own("system/specs.json", why.clone(), json), Entry::own("system/specs.txt", why, text.into_bytes())])
}
