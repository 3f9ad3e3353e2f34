//! The log that is on the screen: what is known of it, and the jobs that read it.
//!
//! Never here: more of a log in memory than a few hundred lines around what is seen.

mod find;
mod jobs;
mod lines;

use std::path::Path;
use std::sync::Arc;

use crate::collect::log::{Histogram, Hits, Index, LogFile, Trouble};
use crate::model::{EvidenceItem, LogLevel};

pub use find::Find;
pub use jobs::{Around, tick};
pub use lines::{Chunk, Place, ShownLine};

/// Why a log is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogTrouble {
    /// The system's words.
    Unread(String),
    /// It became shorter or was replaced.
    Changed,
    /// The user stopped the reading.
    Stopped,
}

impl From<Trouble> for LogTrouble {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Read(error) => Self::Unread(error.to_string()),
            Trouble::Changed => Self::Changed,
            Trouble::Stopped => Self::Stopped,
        }
    }
}

/// What a job said of a log.
pub enum LogAnswer {
    /// The index, as far as it goes; whether it is that of another log than before.
    Indexed(Result<(Arc<Index>, bool), LogTrouble>),
    /// Lines for the screen.
    Lines(Result<Chunk, LogTrouble>),
    /// Lines that hold what is looked for, as of this search.
    Found(u64, Result<Hits, LogTrouble>),
    /// The file is no longer what it was.
    Grew,
}

/// The state of the log on the screen.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing, none depends on another")]
pub struct LogPage {
    /// Which log.
    pub file: Option<LogFile>,
    /// What is known of it.
    pub index: Option<Arc<Index>>,
    /// How much it wrote when.
    pub histogram: Histogram,
    /// Why it is not read on.
    pub trouble: Option<LogTrouble>,
    /// Whether it was replaced while it was shown.
    pub was_replaced: bool,
    /// The lines at hand.
    pub chunk: Option<Chunk>,
    /// The first line that is seen.
    pub top: f64,
    /// The selected line, by its number from 0.
    pub selected: Option<u64>,
    /// The line that is to be seen next.
    pub reveal: Option<u64>,
    /// Only lines of errors are shown.
    pub errors_only: bool,
    /// New lines are shown as they come.
    pub follow: bool,
    /// What is looked for.
    pub find: Find,
    /// The stretch that is being drawn over the histogram.
    pub drawn: Option<(i64, i64)>,
    /// The stretch that was chosen last, and for which part; shown until the part was found.
    pub chosen: Option<((i64, i64), EvidenceItem)>,
    /// The file has changed since the index was made.
    grew: bool,
}

impl LogPage {
    /// Shows this log; nothing where it is shown already.
    pub fn show(&mut self, file: &LogFile) {
        if self.file.as_ref() != Some(file) {
            *self = Self { file: Some(file.clone()), ..Self::default() };
        }
    }

    /// Which lines are shown.
    #[must_use]
    pub fn least(&self) -> Option<LogLevel> {
        self.errors_only.then_some(LogLevel::Error)
    }

    /// How many lines are shown.
    #[must_use]
    pub fn total(&self) -> u64 {
        match &self.index {
            Some(index) => index.lines_of(self.least()),
            None => self.chunk.as_ref().map_or(0, |chunk| chunk.lines.len() as u64),
        }
    }

    /// Takes in what a job said.
    pub fn place(&mut self, file: &LogFile, answer: LogAnswer) {
        if self.file.as_ref() != Some(file) {
            return;
        }
        match answer {
            LogAnswer::Indexed(Ok((index, is_new))) => {
                if is_new && self.index.is_some() {
                    self.was_replaced = true;
                    (self.chunk, self.selected, self.top) = (None, None, 0.0);
                    self.find.anew();
                }
                self.grew = false;
                self.trouble = None;
                self.histogram = index.histogram();
                self.find.go_on(index.size());
                self.index = Some(index);
                if self.follow {
                    self.top = f64::INFINITY;
                }
            }
            LogAnswer::Lines(Ok(chunk)) => {
                if let Some(row) = chunk.reveal {
                    self.top = row.saturating_sub(3) as f64;
                }
                if chunk.key.reveal == self.reveal {
                    self.reveal = None;
                }
                self.chunk = Some(chunk);
                self.mark_found();
            }
            LogAnswer::Found(search, Ok(hits)) => {
                if self.find.take(search, hits) {
                    self.go_on();
                }
            }
            LogAnswer::Grew => self.grew = true,
            // What was replaced is read anew once; the index says so.
            LogAnswer::Lines(Err(LogTrouble::Changed)) | LogAnswer::Found(_, Err(LogTrouble::Changed)) => {
                self.grew = true;
                self.chunk = None;
            }
            LogAnswer::Indexed(Err(trouble)) | LogAnswer::Lines(Err(trouble)) | LogAnswer::Found(_, Err(trouble)) => {
                self.trouble = Some(trouble);
                self.grew = false;
            }
        }
    }

    /// A job about this log ended unexpectedly: it is not tried again.
    pub fn crashed(&mut self, path: &Path) {
        if self.file.as_ref().is_some_and(|file| file.path() == path) {
            self.trouble = Some(LogTrouble::Stopped);
        }
    }

    /// Reads on after it was stopped or could not be read.
    pub fn retry(&mut self) {
        (self.trouble, self.grew, self.chunk) = (None, true, None);
    }

    /// Selects a line and shows it.
    pub fn go(&mut self, line: u64) {
        self.selected = Some(line);
        self.reveal = Some(line);
    }

    /// Goes to the next place that holds what is looked for, or to the one before.
    pub fn find_next(&mut self, back: bool) {
        let from = self.selected.or_else(|| self.first_seen());
        if let Some(line) = self.find.next(from, back) {
            self.go(line);
        }
    }

    fn go_on(&mut self) {
        if self.find.is_waiting() {
            self.find_next(false);
        }
    }

    fn first_seen(&self) -> Option<u64> {
        let chunk = self.chunk.as_ref()?;
        let at = (self.top as u64).checked_sub(chunk.key.first)?;
        let line = chunk.lines.get(usize::try_from(at).ok()?)?.line;
        // The line itself counts, too.
        line.checked_sub(1)
    }

    /// Marks what is looked for in the lines at hand.
    pub fn mark_found(&mut self) {
        if let Some(chunk) = &mut self.chunk {
            for line in &mut chunk.lines {
                line.found = self.find.wanted().map(|wanted| wanted.places(&line.text)).unwrap_or_default();
            }
        }
    }
}
