//! What the targets share.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use casefile::job::Monitor;
use casefile::model::{Draft, EvidenceItem, Facts, KnownTerms};
use casefile::redact::Policy;
use casefile::store::Profiles;
use casefile::{collect, compose, redact};

/// What the computer knows in the runs that are not cold.
pub fn known() -> Policy {
    let known = KnownTerms {
        users: vec!["gretek".into(), "gk".into()],
        full_names: vec!["Грета Канарейкина".into()],
        homes: vec!["/home/gretek".into()],
        hosts: vec!["grete-pc7.lan".into()],
        ssids: vec!["Grete Heimnetz".into()],
    };
    Policy { known, hide: vec!["Projekt Kranich".into()], ..Policy::default() }
}

/// Looks into a file of these bytes: an answer of bounded length, the same one each time.
pub fn inspected(bytes: &[u8]) {
    let path = scratch("inspected", bytes);
    let found = collect::inspect(&path);
    let told = serde_json::to_string(&found).expect("written");
    assert!(told.len() < 4 << 20, "an answer of {} bytes", told.len());
    assert_eq!(collect::inspect(&path), found);
}

/// Attaches these bytes as a file, and reads what would leave of it to the end.
pub fn attached(bytes: &[u8], mut item: EvidenceItem) {
    static PROFILES: LazyLock<Profiles> = LazyLock::new(|| Profiles::load(Path::new("no-such-folder")).0);
    item.path = scratch("attached", bytes);
    let _ = collect::encoding(&item.path);
    let evidence = collect::evidence(&item, item.path.parent().expect("a folder"), &Monitor::quiet());
    let draft = Draft { evidence: vec![item], ..Draft::default() };
    let profile = PROFILES.get("any-support-email").expect("built in");
    let incident = compose::incident(&draft, profile, Facts::default(), vec![evidence], String::new());
    let Ok(redacted) = redact::redact(incident, &known(), &Monitor::quiet()) else { return };
    for file in redacted.files() {
        let Ok(reader) = file.open() else { continue };
        let _ = io::copy(&mut reader.take(4 << 20), &mut io::sink());
    }
}

/// A file with these bytes under a name that was not there before.
pub fn fresh(bytes: &[u8]) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    scratch(&format!("fresh-{}", NUMBER.fetch_add(1, Ordering::Relaxed)), bytes)
}

/// A file with these bytes, in memory where that can be had, always the same one in a process.
pub fn scratch(name: &str, bytes: &[u8]) -> PathBuf {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let folder = folder.join(format!("casefile-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("written");
    path
}

/// A reader that gives its bytes in pieces of changing size.
pub struct Pieces<'a> {
    bytes: &'a [u8],
    next: usize,
}

impl<'a> Pieces<'a> {
    pub fn new(bytes: &'a [u8], seed: usize) -> Self {
        Self { bytes, next: seed }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        self.next = self.next.wrapping_mul(31).wrapping_add(7) % 127;
        let length = (self.next + 1).min(target.len()).min(self.bytes.len());
        let (now, rest) = self.bytes.split_at(length);
        target[..length].copy_from_slice(now);
        self.bytes = rest;
        Ok(length)
    }
}
