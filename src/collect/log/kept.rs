//! The indexes of the logs that were read last, so that nothing is read twice: not for the screen and for the choice, and not
//! again because a file has grown.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::index::Index;
use super::text::{Text, Trouble};
use crate::collect::lines::{Units, read_full};
use crate::job::Monitor;

/// Logs that are remembered.
const MOST: usize = 6;
/// By so many first bytes a file is known again.
const HEAD_BYTES: usize = 1024;

struct Kept {
    path: PathBuf,
    units: Units,
    head: Vec<u8>,
    /// The size of a packed file, and what was packed in it.
    unpacked: Option<(u64, Text)>,
    index: Arc<Index>,
}

static KEPT: Mutex<Vec<Kept>> = Mutex::new(Vec::new());

/// A log with its index, as far as it was read.
#[derive(Clone)]
pub struct Log {
    /// Its text.
    pub text: Text,
    /// What is known of it.
    pub index: Arc<Index>,
    /// Whether it is another log than before under the same name.
    pub is_new: bool,
}

/// Reads on in the log at `path`, by at least `most` bytes or to its end.
pub fn read_on(path: &Path, units: Units, is_packed: bool, most: u64, monitor: &Monitor) -> Result<Log, Trouble> {
    let file = Text::open(path)?;
    let size = file.size()?;
    let mut head = vec![0; HEAD_BYTES];
    let length = read_full(&mut file.clone(), &mut head)?;
    head.truncate(length);
    let known = known(path, units, &head, size, is_packed);
    let text = match known.as_ref().and_then(|(_, text)| text.clone()) {
        _ if !is_packed => file,
        Some(text) => text,
        None => Text::unpack(path, monitor)?,
    };
    let is_new = known.is_none();
    let mut index = match known {
        Some((index, _)) if index.is_whole() && index.file_size() == text.size()? => {
            return Ok(Log { text, index, is_new });
        }
        Some((index, _)) => index,
        None => Arc::new(Index::begin(&mut text.clone(), units)?),
    };
    Arc::make_mut(&mut index).grow(&mut text.clone(), most, monitor)?;
    let unpacked = is_packed.then(|| (size, text.clone()));
    keep(Kept { path: path.to_owned(), units, head, unpacked, index: Arc::clone(&index) });
    Ok(Log { text, index, is_new })
}

type Known = (Arc<Index>, Option<Text>);

/// What is remembered of this file, unless it is another one now.
fn known(path: &Path, units: Units, head: &[u8], size: u64, is_packed: bool) -> Option<Known> {
    let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let one = kept.iter().find(|one| one.path == path && one.units == units)?;
    let same = if is_packed {
        one.unpacked.as_ref().is_some_and(|(packed_size, _)| *packed_size == size) && one.head == head
    } else {
        one.unpacked.is_none() && size >= one.index.file_size() && head.starts_with(&one.head)
    };
    same.then(|| (Arc::clone(&one.index), one.unpacked.as_ref().map(|(_, text)| text.clone())))
}

fn keep(new: Kept) {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    // Two jobs may read the same log; what has read more is right.
    let further = |one: &Kept| one.path == new.path && one.head == new.head && one.index.size() > new.index.size();
    if kept.iter().any(further) {
        return;
    }
    kept.retain(|one| one.path != new.path);
    if kept.len() >= MOST {
        kept.remove(0);
    }
    kept.push(new);
}

/// The log to its end.
pub fn read_all(path: &Path, units: Units, is_packed: bool, monitor: &Monitor) -> Result<Log, Trouble> {
    read_on(path, units, is_packed, u64::MAX, monitor)
}

/// The first bytes of a log, before anything is known of it.
pub fn start(path: &Path, is_packed: bool) -> Result<Box<dyn Read>, Trouble> {
    if is_packed { Ok(Box::new(crate::platform::packed::open(path)?)) } else { Ok(Box::new(Text::open(path)?)) }
}
