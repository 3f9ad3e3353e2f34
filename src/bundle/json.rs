//! `incident.json` and `manifest.json`: the bundle for machines.
//!
//! Both are written from structures of their own: what the draft keeps for its user alone (words to hide, paths on this
//! computer) has no field here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Contact, EvidenceKind, Facts, FieldValue, Frequency, Lang, Part, Section};
use crate::redact::Counts;

use super::entry::ManifestEntry;
use super::story::{Override, Story};

/// Version of both forms.
const FORMAT: u32 = 1;

/// The JSON Schema of `incident.json`.
pub const SCHEMA: &str = include_str!("../../assets/incident.schema.json");

/// Which program wrote it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Generator {
    name: String,
    version: String,
}

impl Generator {
    fn this() -> Self {
        Self { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Destination {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    generator: Generator,
    created: &'a str,
    destination: Destination,
    language: Lang,
    title: &'a str,
    description: &'a str,
    error_text: &'a str,
    steps: &'a [String],
    expected: &'a str,
    actual: &'a str,
    started: &'a str,
    frequency: Frequency,
    conditions: &'a str,
    tried: &'a [String],
    contact: &'a Contact,
    fields: &'a BTreeMap<String, FieldValue>,
    sections: Vec<&'a Section>,
    system: &'a Facts,
    files: Vec<File<'a>>,
    hidden: &'a Counts,
    overrides: &'a [Override],
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(flatten)]
    entry: &'a ManifestEntry,
    kind: Option<EvidenceKind>,
    format: &'a str,
    caption: &'a str,
    step: Option<usize>,
    lines_before: u64,
    #[serde(skip_serializing_if = "is_none")]
    lines_between: u64,
    lines_after: u64,
    part: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_none(count: &u64) -> bool {
    *count == 0
}

/// `incident.json`.
pub(super) fn incident(story: &Story) -> serde_json::Result<Vec<u8>> {
    let (incident, draft) = (story.incident, &story.incident.draft);
    // A desk that answers in its own form is not told who writes: the composed text does not say it either.
    let tells = |part| incident.sections.iter().any(|section| section.part == Part::Contact || section.part == part);
    let told = |part, value: &String| if tells(part) { value.clone() } else { String::new() };
    let contact = Contact {
        name: told(Part::ContactName, &draft.contact.name),
        email: told(Part::ContactEmail, &draft.contact.email),
        phone: told(Part::ContactPhone, &draft.contact.phone),
    };
    let files = story.files.iter().map(|file| {
        let part = file.evidence.and_then(|evidence| evidence.part);
        File {
            entry: file.entry,
            kind: file.evidence.map(|evidence| evidence.recognised),
            format: file.evidence.map_or("", |evidence| &evidence.format),
            caption: file.evidence.map_or("", |evidence| &evidence.item.caption),
            step: file.evidence.and_then(|evidence| evidence.item.step),
            lines_before: part.map_or(0, |part| part.lines_before),
            lines_between: part.map_or(0, |part| part.lines_between),
            lines_after: part.map_or(0, |part| part.lines_after),
            part: file.part,
        }
    });
    lines(&Document {
        format: FORMAT,
        generator: Generator::this(),
        created: &incident.created,
        destination: destination(story),
        language: incident.lang,
        title: &draft.title,
        description: &draft.description,
        error_text: &draft.error_text,
        steps: &draft.steps,
        expected: &draft.expected,
        actual: &draft.actual,
        started: &draft.started,
        frequency: draft.frequency,
        conditions: &draft.conditions,
        tried: &draft.tried,
        contact: &contact,
        fields: &draft.fields,
        sections: incident.sections.iter().collect(),
        system: &incident.facts,
        files: files.collect(),
        hidden: &story.hidden,
        overrides: &story.overrides,
    })
}

/// `manifest.json` as it is read back; keys of later versions are passed over.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: u32,
    generator: Generator,
    created: String,
    destination: Destination,
    language: Lang,
    part: PartOf,
    pub(super) entries: Vec<ManifestEntry>,
    hidden: Counts,
    overrides: Vec<Override>,
    totals: Totals,
}

#[derive(Debug, Serialize, Deserialize)]
struct PartOf {
    number: usize,
    of: usize,
}

#[derive(Debug, Serialize, Deserialize)]
struct Totals {
    entries: usize,
    bytes: u64,
}

/// `manifest.json` of the part `number` with these entries.
pub(super) fn manifest(story: &Story, number: usize, entries: &[&ManifestEntry]) -> serde_json::Result<Vec<u8>> {
    let mut entries: Vec<ManifestEntry> = entries.iter().map(|entry| (*entry).clone()).collect();
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let totals = Totals { entries: entries.len(), bytes: entries.iter().map(|entry| entry.bytes).sum() };
    lines(&Manifest {
        format: FORMAT,
        generator: Generator::this(),
        created: story.incident.created.clone(),
        destination: destination(story),
        language: story.incident.lang,
        part: PartOf { number, of: story.parts },
        entries,
        hidden: story.hidden.clone(),
        overrides: story.overrides.clone(),
        totals,
    })
}

/// What `incident.json` tells on purpose, as it is read back: the contact, and words that are Casefile's or the
/// destination's own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Told {
    pub(super) contact: Contact,
    pub(super) created: String,
    destination: Destination,
    fields: BTreeMap<String, serde_json::Value>,
    sections: Vec<Heading>,
}

#[derive(Debug, Deserialize)]
struct Heading {
    heading: String,
    #[serde(default)]
    blocks: Vec<BTreeMap<String, serde_json::Value>>,
}

impl Told {
    /// The destination's name, headings, names of fields and rows, one on a line.
    pub(super) fn labels(&self) -> String {
        let mut labels = vec![self.destination.name.as_str(), self.destination.id.as_str(), self.created.as_str()];
        labels.extend(self.fields.keys().map(String::as_str));
        for section in &self.sections {
            labels.push(&section.heading);
            let rows = section.blocks.iter().filter_map(|block| block.get("rows")?.as_array()).flatten();
            labels.extend(rows.filter_map(|row| row.get(0)?.as_str()));
        }
        labels.join("\n")
    }
}

fn destination(story: &Story) -> Destination {
    Destination { id: story.incident.draft.destination.clone(), name: story.incident.destination_name.clone() }
}

fn lines(document: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(document)?;
    json.push(b'\n');
    Ok(json)
}
