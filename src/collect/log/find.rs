//! Looking for words in a log of any size: the numbers of the lines that hold them, a stretch of the file at a time.

use std::io::{Seek, SeekFrom};

use memchr::memchr_iter;
use regex::bytes::{Regex, RegexBuilder};

use super::index::Index;
use super::text::{Text, Trouble, Watched};
use crate::collect::lines::{Units, read_full};
use crate::job::Monitor;

const BLOCK_BYTES: usize = 1 << 20;
/// What two blocks of an endless line have in common, so that nothing is lost between them.
const OVERLAP_BYTES: usize = 4 << 10;
/// Lines that are remembered; the search ends there.
const MOST_LINES: usize = 100_000;

/// What is looked for: words in any case, or a pattern.
#[derive(Clone, Debug)]
pub struct Wanted {
    pattern: Regex,
}

impl Wanted {
    /// The words as they are, or as a regular expression.
    ///
    /// # Errors
    /// What is wrong with the expression, in the words of the `regex` crate.
    pub fn new(words: &str, is_pattern: bool) -> Result<Self, String> {
        let pattern = if is_pattern { words.to_owned() } else { regex::escape(words) };
        let built = RegexBuilder::new(&pattern).case_insensitive(true).multi_line(true).crlf(true).build();
        // The last line of the crate's answer says what is wrong; those before it draw where.
        let why = |error: regex::Error| error.to_string().lines().last().unwrap_or_default().trim().to_owned();
        built.map(|pattern| Self { pattern }).map_err(why)
    }

    /// Where it stands in a line that is shown, in bytes.
    #[must_use]
    pub fn places(&self, line: &str) -> Vec<std::ops::Range<usize>> {
        let found = self.pattern.find_iter(line.as_bytes()).map(|found| found.range());
        found.filter(|place| !place.is_empty() && line.get(place.clone()).is_some()).collect()
    }
}

/// The lines found so far.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// Their numbers, counted from 0.
    pub lines: Vec<u64>,
    /// Whether the whole log was searched.
    pub is_done: bool,
    /// Whether there are more than are remembered.
    pub are_more: bool,
    /// The first byte that was not searched yet.
    pub offset: u64,
    line: u64,
}

impl Hits {
    fn found(&mut self, line: u64) {
        if self.lines.last() != Some(&line) {
            self.lines.push(line);
        }
    }
}

/// Searches on: at least `most` bytes, or to the end of what the index knows.
pub fn search(
    text: &mut Text,
    index: &Index,
    wanted: &Wanted,
    hits: &mut Hits,
    most: u64,
    monitor: &Monitor,
) -> Result<(), Trouble> {
    let until = index.size().min(hits.offset.saturating_add(most));
    text.seek(SeekFrom::Start(hits.offset))?;
    let mut block = vec![0; BLOCK_BYTES];
    while hits.offset < until && !hits.is_done {
        text.seek(SeekFrom::Start(hits.offset))?;
        let left = usize::try_from(index.size() - hits.offset).unwrap_or(BLOCK_BYTES).min(BLOCK_BYTES);
        let length = read_full(&mut Watched { source: &mut *text, monitor }, &mut block[..left])?;
        if length == 0 {
            return Err(Trouble::Changed);
        }
        let is_last = hits.offset + length as u64 >= index.size();
        let cut = index.units().ends(&block[..length]).next_back();
        let taken = if is_last { length } else { cut.unwrap_or(length) };
        look(&block[..taken], index.units(), wanted, hits);
        // Of an endless line the last bytes are looked at again, with what comes behind them.
        let again = if is_last || cut.is_some() { 0 } else { OVERLAP_BYTES.min(taken / 2) & !1 };
        hits.offset += (taken - again) as u64;
        if hits.lines.len() >= MOST_LINES {
            hits.lines.truncate(MOST_LINES);
            (hits.is_done, hits.are_more) = (true, true);
        }
    }
    hits.is_done |= hits.offset >= index.size() && index.is_whole();
    Ok(())
}

fn look(block: &[u8], units: Units, wanted: &Wanted, hits: &mut Hits) {
    let decoded = match units {
        Units::Bytes => None,
        _ => Some(units.encoding().decode_without_bom_handling(block).0),
    };
    let text = decoded.as_ref().map_or(block, |text| text.as_bytes());
    let mut counted = 0;
    let mut at = 0;
    while let Some(found) = wanted.pattern.find_at(text, at) {
        hits.line += memchr_iter(b'\n', &text[counted..found.start()]).count() as u64;
        counted = found.start();
        if found.start() < text.len() || found.start() < found.end() {
            hits.found(hits.line);
        }
        // One hit for each line is enough.
        let next = memchr::memchr(b'\n', &text[found.start()..]).map(|end| found.start() + end + 1);
        match next {
            Some(next) if next < text.len() => at = next,
            _ => break,
        }
        if hits.lines.len() >= MOST_LINES {
            break;
        }
    }
    hits.line += memchr_iter(b'\n', &text[counted..]).count() as u64;
}
