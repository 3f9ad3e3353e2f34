//! What goes into a bundle, before it is packed.

use std::io::{self, Read};

use serde::{Deserialize, Serialize};

use crate::model::{Evidence, EvidenceKind, Lang};
use crate::redact::{Counts, Redacted, RedactedFile};
use crate::text::{t, tf};

use super::crash;
use super::names::Names;

/// Extensions of what is compressed already; it is stored as it is.
const COMPRESSED: [&str; 26] = [
    "7z", "apk", "avi", "bz2", "docx", "gif", "gz", "heic", "jar", "jpeg", "jpg", "lz4", "m4v", "mkv", "mov", "mp4",
    "odt", "ogg", "png", "pptx", "rar", "webm", "webp", "xlsx", "xz", "zip",
];

/// One entry as the manifest tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestEntry {
    /// Path in the zip.
    pub path: String,
    /// Its redacted name on the user's computer; for what Casefile wrote itself the path.
    pub original_name: String,
    /// Size before packing.
    pub bytes: u64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
    /// Why it is there, in the incident's language.
    pub why: String,
    /// Whether it was searched for private data.
    pub searched: bool,
    /// Distinct hidden values, by class.
    pub hidden: Counts,
    /// Names of the files that were left out of an archive, because nobody can search them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// Whether it is an image of a program's memory.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contains_memory: bool,
}

/// Where an entry's bytes come from.
pub(super) enum Content<'a> {
    /// Made in memory.
    Bytes(Vec<u8>),
    /// Read as a stream; may be opened again.
    Open(Box<dyn Fn() -> io::Result<Box<dyn Read + Send + 'a>> + 'a>),
}

/// One entry to be packed. Size and hash in `listed` are filled when it is.
pub(super) struct Entry<'a> {
    pub(super) listed: ManifestEntry,
    /// Index into the incident's evidence; none for what Casefile wrote itself.
    pub(super) evidence: Option<usize>,
    pub(super) size_hint_bytes: u64,
    pub(super) content: Content<'a>,
}

impl<'a> Entry<'a> {
    /// Something Casefile wrote itself, from redacted data.
    pub(super) fn own(path: &str, why: String, bytes: Vec<u8>) -> Self {
        let listed = ManifestEntry {
            path: path.to_owned(),
            original_name: path.to_owned(),
            why,
            searched: true,
            ..ManifestEntry::default()
        };
        Self { listed, evidence: None, size_hint_bytes: bytes.len() as u64, content: Content::Bytes(bytes) }
    }

    /// A reader over its content, from the start.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Box::new(bytes.as_slice())),
            Content::Open(open) => open(),
        }
    }

    fn attached(redacted: &'a Redacted, file: &'a RedactedFile, paths: &mut Paths) -> Option<Self> {
        let incident = redacted.incident();
        let evidence = incident.evidence.get(file.evidence())?;
        let listed = ManifestEntry {
            path: paths.path(evidence.recognised, file.name()),
            original_name: file.name().to_owned(),
            why: why(incident.lang, evidence),
            searched: file.searched(),
            hidden: file.hidden().clone(),
            left_out: file.left_out().to_vec(),
            contains_memory: evidence.contains_memory(),
            ..ManifestEntry::default()
        };
        Some(Self {
            listed,
            evidence: Some(file.evidence()),
            size_hint_bytes: file.size_hint_bytes(),
            content: Content::Open(Box::new(|| file.open())),
        })
    }
}

/// The attached files as entries, in the order of the incident's evidence, then what the crash reports among them say.
pub(super) fn attached(redacted: &Redacted) -> Vec<Entry<'_>> {
    let mut paths = Paths::new(redacted.files().len());
    let mut entries: Vec<_> =
        redacted.files().iter().filter_map(|file| Entry::attached(redacted, file, &mut paths)).collect();
    let summaries = entries.iter().filter_map(|entry| {
        let incident = redacted.incident();
        let evidence = incident.evidence.get(entry.evidence?)?;
        let text = crash::summary(incident.lang, &entry.listed.path, evidence)?;
        let path = paths.path(EvidenceKind::CrashReport, &format!("{}.summary.txt", entry.listed.original_name));
        Some(Entry::own(&path, t(incident.lang, "bundle-why-crash"), text.into_bytes()))
    });
    let summaries: Vec<_> = summaries.collect();
    entries.extend(summaries);
    entries
}

/// Whether the entry is packed as it is because compression gains nothing.
pub(super) fn is_compressed(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| COMPRESSED.contains(&extension.to_ascii_lowercase().as_str()))
}

/// Gives every kind of file its folder.
pub(super) struct Paths {
    names: Names,
    pictures: usize,
    digits: usize,
}

impl Paths {
    /// Paths for about `files` files.
    pub(super) fn new(files: usize) -> Self {
        let mut names = Names::default();
        for own in ["specs.txt", "specs.json"] {
            names.path("system", "", own);
        }
        Self { names, pictures: 0, digits: files.to_string().len().max(2) }
    }

    /// The path of a file of `kind`; pictures and videos are numbered in their order.
    pub(super) fn path(&mut self, kind: EvidenceKind, name: &str) -> String {
        let folder = match kind {
            EvidenceKind::Picture | EvidenceKind::Video => {
                self.pictures += 1;
                let prefix = format!("{:0digits$}-", self.pictures, digits = self.digits);
                return self.names.path("screenshots", &prefix, name);
            }
            EvidenceKind::Log => "logs",
            EvidenceKind::CrashReport => "crashes",
            EvidenceKind::SystemReport => "system",
            EvidenceKind::Archive | EvidenceKind::Document | EvidenceKind::Bundle | EvidenceKind::Unknown => "files",
        };
        self.names.path(folder, "", name)
    }
}

/// Why a file is in the bundle: what it is, its step, and the user's words.
pub(super) fn why(lang: Lang, evidence: &Evidence) -> String {
    let kind = t(lang, kind_message(evidence.recognised));
    let what = match evidence.item.step {
        Some(step) => tf(lang, "bundle-why-step", &[("what", kind.into()), ("step", step.to_string().into())]),
        None => kind,
    };
    let caption = evidence.item.caption.trim();
    if caption.is_empty() { what } else { format!("{what}: {caption}") }
}

fn kind_message(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Picture => "bundle-kind-picture",
        EvidenceKind::Video => "bundle-kind-video",
        EvidenceKind::Log => "bundle-kind-log",
        EvidenceKind::CrashReport => "bundle-kind-crash-report",
        EvidenceKind::SystemReport => "bundle-kind-system-report",
        EvidenceKind::Archive => "bundle-kind-archive",
        EvidenceKind::Document => "bundle-kind-document",
        EvidenceKind::Bundle => "bundle-kind-bundle",
        EvidenceKind::Unknown => "bundle-kind-unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_folder_and_pictures_are_numbered() {
        let mut paths = Paths::new(9);
        assert_eq!(paths.path(EvidenceKind::Picture, "shot.png"), "screenshots/01-shot.png");
        assert_eq!(paths.path(EvidenceKind::Log, "app.log"), "logs/app.log");
        assert_eq!(paths.path(EvidenceKind::Video, "clip.mp4"), "screenshots/02-clip.mp4");
        assert_eq!(paths.path(EvidenceKind::CrashReport, "a.ips"), "crashes/a.ips");
        assert_eq!(paths.path(EvidenceKind::SystemReport, "specs.txt"), "system/specs-2.txt");
        assert_eq!(paths.path(EvidenceKind::Unknown, "x"), "files/x");
        assert_eq!(Paths::new(120).path(EvidenceKind::Picture, "a.png"), "screenshots/001-a.png");
    }
}
