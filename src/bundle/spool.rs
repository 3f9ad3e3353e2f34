//! Packed entries on their way into an archive.
//!
//! Every entry is compressed here once, so that its size and hash are known before the page that lists it is written
//! and before the entries are put in order. Small bundles stay in memory; larger ones lie in an unnamed temporary file.

use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use tempfile::SpooledTempFile;

use crate::job::{Monitor, Stage};

use super::Error;
use super::deflate::{Trouble, deflate, store};
use super::entry::{Entry, ManifestEntry, is_compressed};

/// What stays in memory.
const MEMORY_BYTES: usize = 8 * 1024 * 1024;

/// An entry that lies packed in the spool.
pub(super) struct Packed {
    pub(super) listed: ManifestEntry,
    pub(super) evidence: Option<usize>,
    pub(super) is_stored: bool,
    pub(super) size_bytes: u64,
    pub(super) crc32: u32,
    start: u64,
}

/// How hard entries are squeezed: the usual level of zip programs.
const LEVEL: u32 = 6;
/// Entries larger than this …
const LARGE_BYTES: u64 = 64 << 20;
/// … are squeezed at the level that takes two thirds of the time and gives 1 to 2 % more bytes (`docs/performance.md`).
const LARGE_LEVEL: u32 = 4;

/// Where packed entries wait.
pub(super) struct Spool<'a> {
    file: SpooledTempFile,
    end: u64,
    target: &'a Path,
}

impl<'a> Spool<'a> {
    /// A spool in `folder` for a bundle that will be `target`.
    pub(super) fn new(folder: &Path, target: &'a Path) -> Self {
        Self { file: tempfile::spooled_tempfile_in(MEMORY_BYTES, folder), end: 0, target }
    }

    /// Reads the entry to its end and packs it.
    pub(super) fn add(&mut self, entry: Entry, monitor: &Monitor) -> Result<Packed, Error> {
        let name = entry.listed.original_name.clone();
        monitor.stage(Stage::Packing(name.clone()), entry.size_hint_bytes)?;
        let reader = entry.open().map_err(|source| Error::Read { name: name.clone(), source })?;
        let is_stored = is_compressed(&entry.listed.path);
        let start = self.end;
        self.file.seek(SeekFrom::Start(start)).map_err(|source| self.failed(source))?;
        let mut output = BufWriter::with_capacity(256 * 1024, &mut self.file);
        let sum = if is_stored {
            store(reader, &mut output, monitor)
        } else {
            let level = if entry.size_hint_bytes > LARGE_BYTES { LARGE_LEVEL } else { LEVEL };
            deflate(reader, &mut output, level, monitor)
        };
        let flushed = output.flush();
        drop(output);
        let sum = sum.map_err(|trouble| match trouble {
            Trouble::Read(source) => Error::Read { name, source },
            Trouble::Write(source) => self.failed(source),
            Trouble::Stopped(stopped) => stopped.into(),
        })?;
        flushed.map_err(|source| self.failed(source))?;
        self.end = start + sum.packed_bytes;
        let listed = ManifestEntry { bytes: sum.bytes, sha256: sum.sha256, ..entry.listed };
        let (size_bytes, crc32) = (sum.packed_bytes, sum.crc32);
        Ok(Packed { listed, evidence: entry.evidence, is_stored, size_bytes, crc32, start })
    }

    /// The packed bytes of an entry.
    pub(super) fn open(&mut self, packed: &Packed) -> io::Result<impl Read> {
        self.file.seek(SeekFrom::Start(packed.start))?;
        Ok(io::BufReader::with_capacity(256 * 1024, &mut self.file).take(packed.size_bytes))
    }

    fn failed(&self, source: io::Error) -> Error {
        Error::Write { path: self.target.to_owned(), source }
    }
}
