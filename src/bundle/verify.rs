//! Reads a bundle back: every entry against the manifest, and once more against private data.
//!
//! Never here: a write, a file unpacked to disk, or more bytes of an entry than the manifest declares.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use serde::Serialize;
use zip::ZipArchive;

use crate::job::{Monitor, Stage};
use crate::redact::LeakScanner;

use super::Error;
use super::deflate::Trouble;
use super::entry::{ManifestEntry, is_compressed};
use super::json::{Manifest, Told};
use super::names::is_safe;
use super::nested;
use super::scan::{Scan, examine};

/// Name of the one entry that lists the others.
pub(super) const MANIFEST: &str = "manifest.json";

/// What Casefile itself writes.
const OWN: [&str; 6] = ["incident.html", INCIDENT, "incident.md", MANIFEST, "system/specs.json", "system/specs.txt"];

/// Name of the entry that tells the incident to machines.
const INCIDENT: &str = "incident.json";

/// What a finding in the comment of the whole archive is told as.
const COMMENT: &str = "#comment";

/// No manifest is larger than this: ten thousand entries take about 5 MB.
const MANIFEST_LIMIT_BYTES: u64 = 64 * 1024 * 1024;

/// So many leaks of one entry are told.
const LEAKS_TOLD: usize = 20;

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// The manifest lists it, the archive does not hold it.
    Missing,
    /// The archive holds it, the manifest does not list it.
    Extra,
    /// Its content is another one than the manifest says, or cannot be read.
    Hash,
    /// It is longer or shorter than the manifest says.
    Size,
    /// Its name could leave the folder it is unpacked to.
    Name,
    /// Something private is in it.
    Leak,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// Path in the bundle.
    pub entry: String,
    /// What is wrong.
    pub kind: FindingKind,
    /// Line of a leak, from 1; absent where there are no lines, as in a name.
    pub line: Option<u64>,
    /// Class of a leak; never the value.
    pub class: Option<String>,
}

/// What reading a bundle back found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// Entries in the archive, the manifest included.
    pub entries: usize,
    /// Everything that is wrong, by entry.
    pub findings: Vec<Finding>,
    /// Entries that nobody could search for private data: videos, dumps, archives.
    pub unsearched: Vec<String>,
}

/// Reads the bundle at `path`.
///
/// # Errors
/// [`Error::Open`], [`Error::NotAZip`] or [`Error::NotABundle`] when there is nothing to hold it against;
/// [`Error::Stopped`].
pub fn verify(path: &Path, scanner: LeakScanner, monitor: &Monitor) -> Result<Verification, Error> {
    let open = || File::open(path).map_err(|source| Error::Open { path: path.to_owned(), source });
    let told = told(open()?);
    let mut scanner = scanner.with_contact(&told.contact).with_labels(&told.labels());
    read(open()?, path, &mut scanner, monitor)
}

/// When the bundle at `path` was composed, as it says itself; nothing where it holds no incident that can be read.
#[must_use]
pub fn composed_at(path: &Path) -> Option<String> {
    File::open(path).ok().map(|file| told(file).created).filter(|created| !created.is_empty())
}

/// What the bundle tells on purpose; nothing where it holds no incident that can be read.
fn told(file: File) -> Told {
    let Ok(mut archive) = ZipArchive::new(BufReader::new(file)) else { return Told::default() };
    let Ok(entry) = archive.by_name(INCIDENT) else { return Told::default() };
    serde_json::from_reader(BufReader::new(entry.take(MANIFEST_LIMIT_BYTES))).unwrap_or_default()
}

/// Reads an open bundle; `path` is for messages.
pub(super) fn read(file: File, path: &Path, scan: &mut impl Scan, monitor: &Monitor) -> Result<Verification, Error> {
    let mut archive = ZipArchive::new(BufReader::with_capacity(256 * 1024, file))
        .map_err(|error| Error::NotAZip { path: path.to_owned(), reason: error.to_string() })?;
    let manifest = manifest(&mut archive, path)?;
    let total = manifest.entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(entry.bytes));
    monitor.stage(Stage::Verifying, total)?;

    let mut expected: BTreeMap<&str, &ManifestEntry> =
        manifest.entries.iter().map(|entry| (entry.path.as_str(), entry)).collect();
    let mut findings = Findings::default();
    scan.begin(false);
    scan.feed(archive.comment());
    findings.leaks(COMMENT, scan.finish(), false);
    for index in 0..archive.len() {
        check(&mut archive, index, &mut expected, scan, &mut findings, monitor)?;
    }
    for missing in expected.into_keys() {
        findings.add(missing, FindingKind::Missing);
    }
    let mut findings = findings.0;
    findings.sort();
    let unsearched = manifest.entries.iter().filter(|entry| !entry.searched).map(|entry| entry.path.clone());
    Ok(Verification { ok: findings.is_empty(), entries: archive.len(), unsearched: unsearched.collect(), findings })
}

fn manifest(archive: &mut ZipArchive<BufReader<File>>, path: &Path) -> Result<Manifest, Error> {
    let broken = |reason: String| Error::NotABundle { path: path.to_owned(), reason };
    let file = archive.by_name(MANIFEST).map_err(|error| broken(error.to_string()))?;
    let mut json = Vec::new();
    file.take(MANIFEST_LIMIT_BYTES).read_to_end(&mut json).map_err(|error| broken(error.to_string()))?;
    serde_json::from_slice(&json).map_err(|error| broken(error.to_string()))
}

fn check(
    archive: &mut ZipArchive<BufReader<File>>,
    index: usize,
    expected: &mut BTreeMap<&str, &ManifestEntry>,
    scan: &mut impl Scan,
    findings: &mut Findings,
    monitor: &Monitor,
) -> Result<(), Error> {
    let Some(Ok(name)) = archive.name_for_index(index).map(|name| name.map(Cow::into_owned)) else {
        findings.add(&format!("#{}", index + 1), FindingKind::Name);
        return Ok(());
    };
    let Ok(file) = archive.by_index(index) else {
        expected.remove(name.as_str());
        findings.add(&name, FindingKind::Hash);
        return Ok(());
    };
    if !is_safe(&name) || file.is_symlink() {
        findings.add(&name, FindingKind::Name);
    }
    scan.begin(true);
    scan.feed(name.as_bytes());
    findings.leaks(&name, scan.finish(), false);
    scan.begin(false);
    scan.feed(file.comment().as_bytes());
    scan.feed(b"\n");
    scan.feed(&file.extra_data().unwrap_or_default());
    findings.leaks(&name, scan.finish(), false);

    let listed = expected.remove(name.as_str());
    drop(file);
    let head = head(archive, index).filter(|_| is_compressed(&name));
    let (limit, is_text) = match listed {
        _ if name == MANIFEST => (MANIFEST_LIMIT_BYTES, true),
        None => {
            findings.add(&name, FindingKind::Extra);
            return Ok(());
        }
        // What is compressed in itself holds no text that could be searched, only chance look-alikes.
        Some(listed) => (listed.bytes, listed.searched && head.as_deref().is_none_or(is_plain)),
    };
    let Ok(file) = archive.by_index(index) else { return Ok(()) };
    scan.begin(OWN.contains(&name.as_str()));
    let carries_pictures = name == "incident.html";
    match examine(file.take(limit.saturating_add(1)), is_text.then_some(&mut *scan), carries_pictures, monitor) {
        Ok(found) => {
            if let Some(listed) = listed {
                if found.bytes != listed.bytes {
                    findings.add(&name, FindingKind::Size);
                } else if !found.sha256.eq_ignore_ascii_case(&listed.sha256) {
                    findings.add(&name, FindingKind::Hash);
                }
            }
            findings.leaks(&name, found.leaks, true);
        }
        Err(Trouble::Stopped(stopped)) => return Err(stopped.into()),
        Err(Trouble::Read(_) | Trouble::Write(_)) => {
            scan.finish();
            findings.add(&name, FindingKind::Hash);
        }
    }
    let is_archive = head.is_some_and(|head| head.starts_with(b"PK\x03\x04"));
    if is_archive && listed.is_some_and(|listed| listed.searched) {
        inside(archive, index, &name, limit, scan, findings, monitor)?;
    }
    Ok(())
}

/// The first bytes of an entry.
fn head(archive: &mut ZipArchive<BufReader<File>>, index: usize) -> Option<Vec<u8>> {
    const HEAD_BYTES: u64 = 4096;
    let mut head = Vec::new();
    archive.by_index(index).ok()?.take(HEAD_BYTES).read_to_end(&mut head).ok()?;
    Some(head)
}

/// Whether a file that is called a picture or an archive starts as text.
fn is_plain(head: &[u8]) -> bool {
    !head.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
}

/// What is in an archive that was redacted.
fn inside(
    archive: &mut ZipArchive<BufReader<File>>,
    index: usize,
    name: &str,
    size_bytes: u64,
    scan: &mut impl Scan,
    findings: &mut Findings,
    monitor: &Monitor,
) -> Result<(), Error> {
    let Ok(file) = archive.by_index(index) else { return Ok(()) };
    match nested::search(file, size_bytes, scan, monitor) {
        Ok(found) => {
            for inside in found {
                let path = format!("{name}/{}", inside.name);
                findings.leaks(&path, inside.in_name, false);
                findings.leaks(&path, inside.in_content, true);
            }
        }
        Err(Trouble::Stopped(stopped)) => return Err(stopped.into()),
        Err(Trouble::Read(_) | Trouble::Write(_)) => {
            scan.finish();
            findings.add(name, FindingKind::Hash);
        }
    }
    Ok(())
}

#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, entry: &str, kind: FindingKind) {
        self.0.push(Finding { entry: entry.to_owned(), kind, line: None, class: None });
    }

    fn leaks(&mut self, entry: &str, leaks: Vec<crate::redact::Leak>, has_lines: bool) {
        self.0.extend(leaks.into_iter().take(LEAKS_TOLD).map(|leak| Finding {
            entry: entry.to_owned(),
            kind: FindingKind::Leak,
            line: has_lines.then_some(leak.line),
            class: Some(leak.class),
        }));
    }
}
