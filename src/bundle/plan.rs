//! What would be in a bundle and about how large it would be, without reading or writing a file.

use serde::Serialize;

use crate::model::{EvidenceKind, Lang};
use crate::redact::{Counts, Redacted};
use crate::text::t;

use super::entry::{Entry, ManifestEntry, attached, is_compressed};
use super::picture::is_carried;
use super::story::{Listed, Story};
use super::verify::MANIFEST;
use super::{archive, html, json, markdown, specs};

/// Text shrinks to about this part of its size at level 6; logs measured 3.8, prose and JSON less.
const TEXT_SHRINKS_BY: u64 = 3;

/// One entry that a bundle would have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedEntry {
    /// Path in the zip.
    pub path: String,
    /// Its redacted name on the user's computer; for what Casefile writes itself the path.
    pub original_name: String,
    /// Why it is there, in the incident's language.
    pub why: String,
    /// Index into the incident's evidence; none for what Casefile writes itself.
    pub evidence: Option<usize>,
    /// Size before packing, about.
    pub bytes: u64,
    /// What it adds to the zip file, about.
    pub packed_bytes: u64,
    /// Whether it is searched for private data.
    pub searched: bool,
    /// Distinct hidden values, by class.
    pub hidden: Counts,
}

/// The entries of the bundle that [`super::write`] would make, by path.
#[must_use]
pub fn plan(redacted: &Redacted) -> Vec<PlannedEntry> {
    let story = Story {
        incident: redacted.incident(),
        overrides: Vec::new(),
        hidden: redacted.hidden(),
        files: Vec::new(),
        pictures: &[],
        parts: 1,
    };
    planned(story, attached(redacted))
}

pub(super) fn planned<'a>(story: Story<'a>, mut entries: Vec<Entry<'a>>) -> Vec<PlannedEntry> {
    let incident = story.incident;
    let lang = incident.lang;
    entries.extend(specs::entries(incident).unwrap_or_default());
    for entry in &mut entries {
        entry.listed.bytes = entry.size_hint_bytes;
        entry.listed.sha256 = "0".repeat(64);
    }
    let listed = entries.iter().map(|entry| Listed {
        entry: &entry.listed,
        evidence: entry.evidence.and_then(|index| incident.evidence.get(index)),
        index: entry.evidence,
        part: 1,
    });
    let story = Story { files: listed.collect(), ..story };
    let all: Vec<&ManifestEntry> = entries.iter().map(|entry| &entry.listed).collect();

    let mut planned: Vec<PlannedEntry> = entries
        .iter()
        .map(|entry| PlannedEntry {
            original_name: entry.listed.original_name.clone(),
            evidence: entry.evidence,
            searched: entry.listed.searched,
            hidden: entry.listed.hidden.clone(),
            ..own(&entry.listed.path, &entry.listed.why, entry.size_hint_bytes)
        })
        .collect();
    planned.extend(told(lang, &story, &all));
    planned.sort_by(|a, b| a.path.cmp(&b.path));
    planned
}

/// About the size of the zip file with these entries, in bytes.
#[must_use]
pub fn planned_size_bytes(entries: &[PlannedEntry]) -> u64 {
    archive::size_bytes(entries.iter().map(|entry| entry.packed_bytes))
}

fn told(lang: Lang, story: &Story, all: &[&ManifestEntry]) -> [PlannedEntry; 4] {
    let mut carried = 0;
    for file in &story.files {
        let is_picture = file.evidence.is_some_and(|evidence| evidence.recognised == EvidenceKind::Picture);
        if is_picture && is_carried(&file.entry.path, file.entry.bytes, carried) {
            carried += file.entry.bytes;
        }
    }
    let html = html::render(story).len() as u64;
    let markdown = markdown::render(story).len() as u64;
    let incident = json::incident(story).map_or(0, |json| json.len() as u64);
    let manifest = json::manifest(story, 1, all).map_or(0, |json| json.len() as u64);
    // Base64 makes 4 letters of 3 bytes, and packing takes that back.
    let mut page = own("incident.html", &t(lang, "bundle-why-html"), html + carried * 4 / 3);
    page.packed_bytes = html / TEXT_SHRINKS_BY + carried;
    [
        page,
        own("incident.md", &t(lang, "bundle-why-markdown"), markdown),
        own("incident.json", &t(lang, "bundle-why-json"), incident),
        own(MANIFEST, &t(lang, "bundle-why-manifest"), manifest),
    ]
}

fn own(path: &str, why: &str, bytes: u64) -> PlannedEntry {
    PlannedEntry {
        path: path.to_owned(),
        original_name: path.to_owned(),
        why: why.to_owned(),
        evidence: None,
        bytes,
        packed_bytes: if is_compressed(path) { bytes } else { bytes / TEXT_SHRINKS_BY + 16 },
        searched: true,
        hidden: Counts::new(),
    }
}
