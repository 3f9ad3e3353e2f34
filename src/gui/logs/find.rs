//! What is looked for in a log, and how far the search is.

use crate::collect::log::{Hits, Wanted};

/// A search.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing, none depends on another")]
pub struct Find {
    /// Whether the search is shown.
    pub is_open: bool,
    /// Whether its field is to get the cursor.
    pub focus: bool,
    /// What is looked for, as typed.
    pub words: String,
    /// Whether it is a regular expression.
    pub is_pattern: bool,
    /// What is wrong with the expression.
    pub wrong: Option<String>,
    wanted: Option<Wanted>,
    hits: Hits,
    /// Counts the searches: answers to another one are too late.
    search: u64,
    at: Option<usize>,
    waits: bool,
}

impl Find {
    /// The words or the way of looking for them have changed: the search begins anew.
    pub fn anew(&mut self) {
        self.search += 1;
        (self.hits, self.at, self.waits) = (Hits::default(), None, false);
        (self.wanted, self.wrong) = (None, None);
        if self.words.is_empty() {
            return;
        }
        match Wanted::new(&self.words, self.is_pattern) {
            Ok(wanted) => self.wanted = Some(wanted),
            Err(why) => self.wrong = Some(why),
        }
        // The first one is shown as soon as it is found.
        self.waits = self.wanted.is_some();
    }

    /// What is looked for, if anything is.
    #[must_use]
    pub fn wanted(&self) -> Option<&Wanted> {
        self.wanted.as_ref().filter(|_| self.is_open)
    }

    /// What is to be searched on, of a log that is read up to `size`.
    pub(super) fn due(&self, size: u64) -> Option<(u64, Wanted, Hits)> {
        let wanted = self.wanted()?;
        let due = !self.hits.is_done && self.hits.offset < size;
        due.then(|| (self.search, wanted.clone(), self.hits.clone()))
    }

    /// Takes in what was found; says whether it belongs to this search.
    pub(super) fn take(&mut self, search: u64, hits: Hits) -> bool {
        let is_mine = search == self.search;
        if is_mine {
            self.hits = hits;
        }
        is_mine
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.waits
    }

    /// More was written: the search goes on.
    pub(super) fn go_on(&mut self, size: u64) {
        self.hits.is_done &= self.hits.are_more || self.hits.offset >= size;
    }

    /// The next line behind `from`, or the last one before it; round the ends once all was searched.
    pub(super) fn next(&mut self, from: Option<u64>, back: bool) -> Option<u64> {
        let lines = &self.hits.lines;
        let at = match (back, from) {
            (false, Some(from)) => Some(lines.partition_point(|line| *line <= from)).filter(|at| *at < lines.len()),
            (false, None) => (!lines.is_empty()).then_some(0),
            (true, Some(from)) => lines.partition_point(|line| *line < from).checked_sub(1),
            (true, None) => lines.len().checked_sub(1),
        };
        self.waits = at.is_none() && !back && !self.hits.is_done;
        let round = if back { lines.len().checked_sub(1) } else { (!lines.is_empty()).then_some(0) };
        self.at = at.or(if self.waits { None } else { round });
        self.at.and_then(|at| lines.get(at).copied())
    }

    /// Which of the lines found is shown, counted from 1; 0 for none.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at.map_or(0, |at| at + 1)
    }

    /// How many were found, whether the search is done, and whether there are more than are counted.
    #[must_use]
    pub fn count(&self) -> (usize, bool, bool) {
        (self.hits.lines.len(), self.hits.is_done, self.hits.are_more)
    }
}
