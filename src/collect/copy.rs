//! Copying evidence into a folder of the store.
//!
//! Never here: a partial file under a final name, a file overwritten, a change to the source.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Error;
use super::inspect::sniff::recognise;
use crate::job::{Monitor, Stage};
use crate::model::EvidenceKind;
use crate::platform::temporary;

const BLOCK_BYTES: usize = 256 << 10;
const NAME_CHARS: usize = 100;

/// Copies the file behind `source` (links resolved) into `folder` under a safe name nobody else has, and tells it.
///
/// Where the file system can, the copy shares its blocks with the source and takes no time.
pub fn copy_in(source: &Path, folder: &Path, monitor: &Monitor) -> Result<PathBuf, Error> {
    let unread = |source_error| Error::Read { path: source.to_owned(), source: source_error };
    let unwritten = |source_error| Error::Write { path: folder.to_owned(), source: source_error };
    // Asked before it is opened: opening a pipe would wait for its other end.
    if !std::fs::metadata(source).map_err(unread)?.is_file() {
        return Err(Error::NotAFile { path: source.to_owned() });
    }
    std::fs::create_dir_all(folder).map_err(unwritten)?;
    let from = File::open(source).map_err(unread)?;
    let size = from.metadata().map_err(unread)?.len();
    let name = safe_name(&source.file_name().unwrap_or_default().to_string_lossy());
    monitor.stage(Stage::Reading(name.clone()), size)?;

    let mut to = temporary(folder).map_err(unwritten)?;
    if reflink_copy::reflink_file(&from, to.as_file()).is_ok() {
        monitor.advance(size)?;
    } else {
        to.as_file().set_len(0).map_err(unwritten)?;
        stream(&mut from.take(size), to.as_file_mut(), monitor).map_err(|failure| match failure {
            Failure::Read(error) => unread(error),
            Failure::Write(error) => unwritten(error),
            Failure::Stopped(stopped) => stopped.into(),
        })?;
    }
    to.as_file().sync_all().map_err(unwritten)?;
    keep(to, folder, &name).map_err(unwritten)
}

/// Above so many bytes a log is not copied.
const LARGE_LOG_BYTES: u64 = 256 << 20;

/// Whether the file is a log so large that it is read where it lies.
#[must_use]
pub fn stays(path: &Path) -> bool {
    let size = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map_or(0, |found| found.len());
    size > LARGE_LOG_BYTES && recognise(path, size).is_ok_and(|found| found.kind == EvidenceKind::Log)
}

enum Failure {
    Read(io::Error),
    Write(io::Error),
    Stopped(crate::job::Stopped),
}

/// Copies what was there at first: a file that grows while it is read ends somewhere.
fn stream(from: &mut impl Read, to: &mut File, monitor: &Monitor) -> Result<(), Failure> {
    let mut block = vec![0; BLOCK_BYTES];
    loop {
        let length = match from.read(&mut block) {
            Ok(0) => return Ok(()),
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Failure::Read(error)),
        };
        to.write_all(&block[..length]).map_err(Failure::Write)?;
        monitor.advance(length as u64).map_err(Failure::Stopped)?;
    }
}

/// Gives the finished copy its name: `name`, else `name-2`, `name-3`, …
pub(super) fn keep(mut file: NamedTempFile, folder: &Path, name: &str) -> io::Result<PathBuf> {
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
        _ => (name, String::new()),
    };
    for number in 1..=u16::MAX {
        let path = folder.join(if number == 1 { name.to_owned() } else { format!("{stem}-{number}{extension}") });
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => file = refused.file,
            Err(refused) => return Err(refused.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// `name` as every system can hold it: no separators, no control or direction marks, no name a system keeps for itself.
fn safe_name(name: &str) -> String {
    const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
    let kept = |c: char| {
        let invisible =
            matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if c.is_control() || invisible || r#"/\:*?"<>|"#.contains(c) { '_' } else { c }
    };
    let name: String = name.chars().map(kept).collect();
    let name = name.trim_matches([' ', '.']);
    let over = name.chars().count().saturating_sub(NAME_CHARS);
    // The end of a long name is kept: it holds the extension.
    let name: String = name.chars().skip(over).collect();
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let port = |kind| {
        stem.strip_prefix(kind).is_some_and(|n: &str| n.len() == 1 && n.starts_with(|c: char| c.is_ascii_digit()))
    };
    if name.is_empty() || RESERVED.contains(&stem.as_str()) || port("com") || port("lpt") {
        return format!("file_{name}").trim_end_matches('_').to_owned();
    }
    name
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;

    #[test]
    fn copies_have_names_of_their_own() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("Журнал.log");
        std::fs::write(&source, "line\n").unwrap();
        let store = folder.path().join("store");
        std::fs::create_dir(&store).unwrap();
        let first = copy_in(&source, &store, &Monitor::quiet()).unwrap();
        let second = copy_in(&source, &store, &Monitor::quiet()).unwrap();
        assert_eq!(first, store.join("Журнал.log"));
        assert_eq!(second, store.join("Журнал-2.log"));
        assert_eq!(std::fs::read_to_string(second).unwrap(), "line\n");
    }

    #[test]
    fn a_stop_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("a");
        std::fs::write(&source, "text").unwrap();
        let store = folder.path().join("store");
        std::fs::create_dir(&store).unwrap();
        let monitor = Monitor::quiet();
        monitor.stop();
        assert!(matches!(copy_in(&source, &store, &monitor), Err(Error::Stopped(_))));
        assert_eq!(std::fs::read_dir(&store).unwrap().count(), 0);
    }

    #[test]
    fn what_is_no_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let refused = copy_in(folder.path(), folder.path(), &Monitor::quiet());
        assert!(matches!(refused, Err(Error::NotAFile { .. })));
        let refused = copy_in(&folder.path().join("gone"), folder.path(), &Monitor::quiet());
        assert!(matches!(refused, Err(Error::Read { .. })));
    }

    #[test]
    fn names_are_made_safe() {
        assert_eq!(safe_name("a/b\n:c.log"), "a_b__c.log");
        assert_eq!(safe_name(".."), "file");
        assert_eq!(safe_name("CON.txt"), "file_CON.txt");
        assert_eq!(safe_name("com1"), "file_com1");
        assert_eq!(safe_name("comet.txt"), "comet.txt");
        assert_eq!(safe_name("gpj\u{202e}.exe"), "gpj_.exe");
        assert_eq!(safe_name(&"ы".repeat(300)).chars().count(), NAME_CHARS);
    }
}
