//! What the readable parts of a bundle show, gathered once: the page, the Markdown and the JSON tell the same.

use serde::Serialize;

use crate::compose::specs;
use crate::model::{Approved, Evidence, Incident, Lang, Outcome, Section};
use crate::redact::Counts;
use crate::text::{self, t, tf};

use super::entry::ManifestEntry;
use super::spool::Packed;

/// A check the user went past, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub(super) struct Override {
    /// Id of the check.
    pub(super) check: String,
    /// The row's words.
    pub(super) title: String,
    /// The user's reason, redacted.
    pub(super) reason: String,
}

/// One file as the page lists it.
pub(super) struct Listed<'a> {
    pub(super) entry: &'a ManifestEntry,
    pub(super) evidence: Option<&'a Evidence>,
    /// Index of its evidence.
    pub(super) index: Option<usize>,
    /// The part of a split bundle it is in, from 1.
    pub(super) part: usize,
}

/// A picture that the page shows: the index of its evidence, and its bytes when they are few enough to carry.
pub(super) struct Picture {
    pub(super) evidence: usize,
    pub(super) bytes: Option<Vec<u8>>,
}

/// All that is told.
pub(super) struct Story<'a> {
    pub(super) incident: &'a Incident,
    pub(super) overrides: Vec<Override>,
    pub(super) hidden: Counts,
    pub(super) files: Vec<Listed<'a>>,
    pub(super) pictures: &'a [Picture],
    /// How many archives the bundle has.
    pub(super) parts: usize,
}

impl Story<'_> {
    pub(super) fn lang(&self) -> Lang {
        self.incident.lang
    }

    /// The listed file of an attached one.
    pub(super) fn file(&self, evidence: usize) -> Option<&Listed<'_>> {
        self.files.iter().find(|file| file.index == Some(evidence))
    }

    /// The one-line facts on top: label and value; what is not answered is left out.
    pub(super) fn glance(&self) -> Vec<(String, String)> {
        let (lang, draft) = (self.lang(), &self.incident.draft);
        let frequency = serde_json::to_value(draft.frequency).ok();
        let frequency = frequency.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        [
            ("bundle-glance-destination", self.incident.destination_name.clone()),
            ("bundle-glance-created", moment(lang, &self.incident.created)),
            ("bundle-glance-frequency", tf(lang, "bundle-frequency", &[("frequency", frequency.into())])),
            ("bundle-glance-started", draft.started.trim().to_owned()),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty() && value != "-")
        .map(|(label, value)| (t(lang, label), value))
        .collect()
    }
}

/// The files in the order in which they are listed, all in part 1.
pub(super) fn listed<'a>(incident: &'a Incident, packed: &'a [Packed]) -> Vec<Listed<'a>> {
    let mut files: Vec<_> = packed
        .iter()
        .map(|packed| {
            let evidence = packed.evidence.and_then(|index| incident.evidence.get(index));
            Listed { entry: &packed.listed, evidence, index: packed.evidence, part: 1 }
        })
        .collect();
    files.sort_by(|a, b| a.entry.path.cmp(&b.entry.path));
    files
}

/// The overridden checks: titles from the report, reasons from the redacted draft.
pub(super) fn overrides(approved: &Approved, incident: &Incident) -> Vec<Override> {
    let rows = approved.report().with(Outcome::Overridden);
    rows.map(|item| Override {
        check: item.check.clone(),
        title: item.title.clone(),
        reason: incident.draft.overrides.get(&item.check).cloned().unwrap_or_default(),
    })
    .collect()
}

/// The name of a class of hidden values.
#[must_use]
pub fn class_name(lang: Lang, class: &str) -> String {
    tf(lang, "bundle-class", &[("class", class.into())])
}

/// What was hidden, on one line: `email addresses: 2, login names: 1`; empty for nothing.
pub(super) fn hidden_line(lang: Lang, hidden: &Counts) -> String {
    let classes: Vec<String> = hidden
        .iter()
        .filter(|(_, count)| **count > 0)
        .map(|(class, count)| format!("{}: {}", class_name(lang, class), text::number(lang, *count as u64)))
        .collect();
    classes.join(", ")
}

/// Facts the computer did not tell, a line each.
pub(super) fn missing_facts(incident: &Incident) -> Vec<String> {
    specs::missing(&incident.facts, &incident.facts.asked, incident.lang)
}

/// What the reader does not get of a file, in words: lines that were left out, pixels that a picture lost.
pub(super) fn left_out(lang: Lang, evidence: Option<&Evidence>) -> Option<String> {
    let evidence = evidence?;
    let Some(part) = evidence.part else { return changed(lang, evidence) };
    let left_out = part.left_out();
    (left_out > 0).then(|| tf(lang, "bundle-left-out", &[("lines", left_out.into())]))
}

/// What was done to a picture besides hiding, in words.
fn changed(lang: Lang, evidence: &Evidence) -> Option<String> {
    let item = &evidence.item;
    let mut words = Vec::new();
    if item.crop.is_some() {
        words.push(t(lang, "bundle-cropped"));
    }
    if let Some(side) = item.scale_to {
        words.push(tf(lang, "bundle-scaled", &[("side", (side as usize).into())]));
    }
    if let Some(quality) = item.jpeg_quality {
        words.push(tf(lang, "bundle-compressed", &[("quality", usize::from(quality).into())]));
    }
    if evidence.animated {
        words.push(t(lang, "bundle-first-frame"));
    }
    (!words.is_empty()).then(|| words.join(", "))
}

/// A moment of the incident, `18 Nov 2026, 13:35 UTC`; as written when it is no time.
fn moment(lang: Lang, created: &str) -> String {
    let Ok(moment) = created.parse::<jiff::Timestamp>() else { return created.to_owned() };
    let moment = moment.to_zoned(jiff::tz::TimeZone::UTC);
    format!("{}, {:02}:{:02} UTC", text::date(lang, moment.date()), moment.hour(), moment.minute())
}

/// The sections told in the destination's order, without those that the page shows in its own way.
pub(super) fn told(incident: &Incident) -> impl Iterator<Item = &Section> {
    use crate::model::Part;
    incident.sections.iter().filter(|section| !matches!(section.part, Part::Title | Part::Evidence))
}
