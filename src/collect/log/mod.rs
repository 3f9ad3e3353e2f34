//! Logs of any size: read once in the background into a small index, through which any line, any word and any time is found.
//!
//! Never here: memory that grows with the log, or a change to it. What the index is: sparse marks (where lines are, how many errors
//! lie before), a histogram over time, and the counts. A log that grows is read on, one that was replaced is read anew.

mod choose;
mod clock;
mod crash;
mod find;
mod histogram;
mod index;
mod kept;
mod marks;
mod rows;
mod settled;
mod span;
#[cfg(test)]
mod tests;
mod text;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) use choose::{Chosen, Refusal, choose};
pub use clock::{Precision, around, written};
pub use crash::as_logged;
pub use find::{Hits, Wanted};
pub use histogram::{Column, Histogram};
pub use index::Index;
pub(super) use kept::{Log, read_all};
pub use rows::LogRow;
pub use text::Trouble;

use super::lines::Units;
use crate::job::Monitor;
use crate::model::{Evidence, LogLevel};

/// Which log: its file and how it is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFile {
    path: PathBuf,
    encoding: String,
    packed: bool,
}

impl LogFile {
    /// The log that was found at this place.
    #[must_use]
    pub fn of(evidence: &Evidence) -> Self {
        Self { path: evidence.source.clone(), encoding: evidence.encoding.clone(), packed: evidence.packed }
    }

    /// A log that is read by hand.
    #[must_use]
    pub fn at(path: &Path, encoding: &str) -> Self {
        Self { path: path.to_owned(), encoding: encoding.to_owned(), packed: false }
    }

    /// Its file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn units(&self) -> Units {
        Units::of(&self.encoding)
    }

    /// The first `count` lines, before anything else is known.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn first_rows(&self, count: usize) -> Result<Vec<LogRow>, Trouble> {
        Ok(rows::first_rows(kept::start(&self.path, self.packed)?, self.units(), count)?)
    }

    /// Reads on by at least `most` bytes; the index, and whether it is that of another log than before.
    ///
    /// # Errors
    /// The file cannot be read, has changed, or the user pressed Stop.
    pub fn read_on(&self, most: u64, monitor: &Monitor) -> Result<(Arc<Index>, bool), Trouble> {
        let log = kept::read_on(&self.path, self.units(), self.packed, most, monitor)?;
        Ok((log.index, log.is_new))
    }

    /// At most `count` rows from the row `first` on, of those lines that are of this level.
    ///
    /// # Errors
    /// The file cannot be read, has changed, or the user pressed Stop.
    pub fn rows(
        &self,
        index: &Index,
        first: u64,
        count: usize,
        least: Option<LogLevel>,
        monitor: &Monitor,
    ) -> Result<Vec<LogRow>, Trouble> {
        rows::rows(&mut self.text(monitor)?, index, first, count, least, monitor)
    }

    /// The row in which a line is shown where only lines of this level are.
    ///
    /// # Errors
    /// The file cannot be read, has changed, or the user pressed Stop.
    pub fn row_of(&self, index: &Index, line: u64, least: Option<LogLevel>, monitor: &Monitor) -> Result<u64, Trouble> {
        rows::row_of(&mut self.text(monitor)?, index, line, least, monitor)
    }

    /// Looks on for words, in at least `most` bytes.
    ///
    /// # Errors
    /// The file cannot be read, has changed, or the user pressed Stop.
    pub fn find(
        &self,
        index: &Index,
        wanted: &Wanted,
        hits: &mut Hits,
        most: u64,
        monitor: &Monitor,
    ) -> Result<(), Trouble> {
        find::search(&mut self.text(monitor)?, index, wanted, hits, most, monitor)
    }

    /// The size of the file as it is now; that of what is packed in it is not asked.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn size_now(&self) -> Result<u64, Trouble> {
        Ok(std::fs::metadata(&self.path)?.len())
    }

    fn text(&self, monitor: &Monitor) -> Result<text::Text, Trouble> {
        if self.packed {
            return Ok(kept::read_on(&self.path, self.units(), true, 0, monitor)?.text);
        }
        Ok(text::Text::open(&self.path)?)
    }
}
