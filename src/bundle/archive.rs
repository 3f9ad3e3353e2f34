//! The zip container: packed entries in order, by the `zip` crate.
//!
//! The crate takes finished entries only from another archive. So every packed entry is handed to it as the archive it
//! would be alone: a local header (APPNOTE.TXT 4.3.7) with the packed bytes behind it. That header leaves sizes and checksum
//! open; they are told to the crate beside it, which writes them in the form that fits, zip64 from 4 GiB on.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use zip::read::read_zipfile_from_stream_with_options;
use zip::{DateTime, ZipReadOptions, ZipWriter};

use super::spool::{Packed, Spool};

/// What a local header, a central header and the names take at most, beside the packed bytes of an entry.
const HEADERS_BYTES: u64 = 30 + 46 + 2 * super::names::MAX_PATH_CHARS as u64;

/// The end of the central directory.
const END_BYTES: u64 = 22;

/// The size of an archive of entries with these packed sizes, rounded up.
pub(super) fn size_bytes(packed: impl IntoIterator<Item = u64>) -> u64 {
    packed.into_iter().map(|bytes| bytes + HEADERS_BYTES).sum::<u64>() + END_BYTES
}

/// Writes `entries` in the order of their paths into `file`.
pub(super) fn assemble(spool: &mut Spool, entries: &[&Packed], time: DateTime, file: &File) -> io::Result<()> {
    let mut entries = entries.to_vec();
    entries.sort_by(|a, b| a.listed.path.cmp(&b.listed.path));
    let mut archive = ZipWriter::new(io::BufWriter::with_capacity(256 * 1024, FailsOnce { file, failed: false }));
    for entry in entries {
        let header = local_header(entry)?;
        let mut alone = Cursor::new(header).chain(spool.open(entry)?);
        let sums = ZipReadOptions::default()
            .override_compressed_size(entry.size_bytes)
            .override_uncompressed_size(entry.listed.bytes)
            .override_crc(entry.crc32);
        let file = read_zipfile_from_stream_with_options(&mut alone, sums)?.ok_or(io::ErrorKind::InvalidData)?;
        archive.raw_copy_file_touch(file, time, Some(0o644))?;
    }
    archive.finish()?.flush()
}

/// A file that tells its first failure and takes everything after it: an archive that is given up tries to finish
/// itself once more and would print what went wrong.
struct FailsOnce<'a> {
    file: &'a File,
    failed: bool,
}

impl Write for FailsOnce<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        let written = self.file.write(bytes);
        self.failed = written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for FailsOnce<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// The moment in the archive's own form, in UTC; 1980 when `created` is no time or one that zip cannot hold.
pub(super) fn time(created: &str) -> DateTime {
    created
        .parse::<jiff::Timestamp>()
        .ok()
        .and_then(|moment| moment.to_zoned(jiff::tz::TimeZone::UTC).datetime().try_into().ok())
        .unwrap_or_default()
}

fn local_header(entry: &Packed) -> io::Result<Vec<u8>> {
    /// The flag for sizes that stand elsewhere.
    const OPEN: u16 = 1 << 3;
    let path = entry.listed.path.as_bytes();
    let method = if entry.is_stored { 0 } else { 8 };
    let mut header = b"PK\x03\x04".to_vec();
    for field in [20, OPEN, method, 0, 0] {
        header.extend_from_slice(&field.to_le_bytes());
    }
    header.extend_from_slice(&[0; 12]);
    header.extend_from_slice(&u16::try_from(path.len()).map_err(|_| io::ErrorKind::InvalidInput)?.to_le_bytes());
    header.extend_from_slice(&[0; 2]);
    header.extend_from_slice(path);
    Ok(header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_once() {
        let file = File::options().write(true).open("/dev/full").unwrap();
        let mut sink = FailsOnce { file: &file, failed: false };
        assert_eq!(sink.write(b"x").unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(sink.write(b"xy").unwrap(), 2);
    }

    #[test]
    fn a_moment_is_written_in_utc() {
        let time = time("2026-11-18T16:35:20+03:00");
        assert_eq!((time.year(), time.month(), time.day(), time.hour(), time.minute()), (2026, 11, 18, 13, 35));
        assert_eq!(super::time("yesterday"), DateTime::default());
    }
}
