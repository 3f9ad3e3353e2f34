//! Looks into an archive inside of a bundle: what was redacted there is searched like any entry.
//!
//! Never here: more unpacked bytes than an archive of logs holds.

use std::io::Read;

use zip::read::read_zipfile_from_stream;

use crate::job::Monitor;
use crate::redact::Leak;

use super::deflate::Trouble;
use super::entry::is_compressed;
use super::scan::{Scan, examine};

/// Logs are packed to a tenth or a thirtieth. What unpacks to more than this many times its size, and to more than
/// [`LEAST_BYTES`], cannot be searched to its end.
const MOST_TIMES: u64 = 128;
/// What is unpacked in any case, in bytes.
const LEAST_BYTES: u64 = 64 << 20;

/// What was found in one file of the archive; lines count from its own start, a leak in its name has none.
pub(super) struct Inside {
    pub(super) name: String,
    pub(super) in_name: Vec<Leak>,
    pub(super) in_content: Vec<Leak>,
}

/// Searches the archive of `size_bytes` that `archive` reads from its start; only files in which something was found are told.
pub(super) fn search(
    mut archive: impl Read,
    size_bytes: u64,
    scan: &mut impl Scan,
    monitor: &Monitor,
) -> Result<Vec<Inside>, Trouble> {
    let mut left = size_bytes.saturating_mul(MOST_TIMES).max(LEAST_BYTES);
    let mut found = Vec::new();
    let broken = |error: zip::result::ZipError| Trouble::Read(error.into());
    while let Some(file) = read_zipfile_from_stream(&mut archive).map_err(broken)? {
        let name = file.name().map_err(broken)?.into_owned();
        scan.begin(false);
        scan.feed(name.as_bytes());
        let in_name = scan.finish();
        let text = (!is_compressed(&name)).then_some(&mut *scan);
        let read = examine(file.take(left.saturating_add(1)), text, false, monitor);
        let content = read.inspect_err(|_| drop(scan.finish()))?;
        left = left.checked_sub(content.bytes).ok_or_else(|| Trouble::Read(std::io::ErrorKind::FileTooLarge.into()))?;
        if !in_name.is_empty() || !content.leaks.is_empty() {
            found.push(Inside { name, in_name, in_content: content.leaks });
        }
    }
    Ok(found)
}
