//! What of a log is sent: a stretch of time or of lines, of it the first or the last, of that only what is bad enough.

use std::collections::VecDeque;
use std::sync::Arc;

use super::index::Index;
use super::rows::{is_of, walk};
use super::span::{Span, Stretch, between};
use super::text::{Text, Trouble};
use crate::collect::inspect::Stamp;
use crate::job::Monitor;
use crate::model::{EvidenceItem, EvidenceProblem, FilePart, FilePiece, LogLevel};

/// Pieces that are kept; of more the last ones are sent.
const MOST_PIECES: usize = 50_000;

/// Why there is no part.
#[derive(Debug)]
pub enum Refusal {
    /// The log could not be read.
    Trouble(Trouble),
    /// What was asked for cannot be found in it.
    Asked(EvidenceProblem),
}

impl<T: Into<Trouble>> From<T> for Refusal {
    fn from(trouble: T) -> Self {
        Self::Trouble(trouble.into())
    }
}

/// A part with its pieces; no pieces: it has no gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// From where to where, and what is left out.
    pub part: FilePart,
    /// What of that is sent.
    pub pieces: Arc<[FilePiece]>,
}

/// The part of a log that `item` asks for; `None` is all of it.
///
/// A span in which nothing happened is empty. A time that cannot be read, or a log without times to compare it with, is a
/// problem: sending all would be no answer.
pub fn choose(
    text: &mut Text,
    index: &Index,
    item: &EvidenceItem,
    monitor: &Monitor,
) -> Result<Option<Chosen>, Refusal> {
    let span = Span { from: time(item.from.as_deref(), false)?, to: time(item.to.as_deref(), true)? };
    let mut stretch = Stretch { from_line: 0, to_line: index.lines(), start: 0, end: index.size() };
    if span.from.is_some() || span.to.is_some() {
        let found = between(text, index, span, monitor)?;
        stretch = found.ok_or(Refusal::Asked(EvidenceProblem::NoTimes))?;
    }
    let (mut from, mut to) = (stretch.from_line, stretch.to_line);
    if let Some(first) = item.from_line {
        from = from.max(first.saturating_sub(1));
    }
    if let Some(last) = item.to_line {
        to = to.min(last);
    }
    if let Some(head) = item.head_lines {
        to = to.min(from.saturating_add(head as u64));
    }
    if let Some(tail) = item.tail_lines {
        from = from.max(to.saturating_sub(tail as u64));
    }
    to = to.max(from);
    let at = |text: &mut Text, line: u64, known: (u64, u64)| {
        if line == known.0 { Ok(known.1) } else { start_of(text, index, line, monitor) }
    };
    let start = at(text, from, (stretch.from_line, stretch.start))?;
    let end = at(text, to, (stretch.to_line, stretch.end))?;
    let stretch = Stretch { from_line: from, to_line: to, start, end };
    if let Some(level) = item.level {
        return Ok(Some(of_level(text, index, stretch, level, monitor)?));
    }
    let is_all = stretch.start == 0 && stretch.end >= index.size();
    Ok((!is_all).then(|| Chosen { part: whole(&stretch, index.lines()), pieces: Arc::default() }))
}

fn whole(stretch: &Stretch, lines: u64) -> FilePart {
    FilePart {
        start_byte: stretch.start,
        end_byte: stretch.end,
        lines_before: stretch.from_line,
        lines_after: lines.saturating_sub(stretch.to_line),
        lines: stretch.to_line - stretch.from_line,
        ..FilePart::default()
    }
}

/// The time in `text`; a blank one is no limit.
fn time(text: Option<&str>, last: bool) -> Result<Option<Stamp>, Refusal> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let bad = || Refusal::Asked(EvidenceProblem::BadTime(text.to_owned()));
    Stamp::parse(text, last).map(Some).ok_or_else(bad)
}

/// Where a line begins.
fn start_of(text: &mut Text, index: &Index, line: u64, monitor: &Monitor) -> Result<u64, Trouble> {
    if line >= index.lines() {
        return Ok(index.size());
    }
    let mut found = index.size();
    let Some(mark) = index.marks().before_line(line, None) else { return Ok(found) };
    walk(text, index, mark.offset, None, monitor, |place, _, _| {
        if place.line == line {
            found = place.start;
        }
        place.line < line
    })?;
    Ok(found)
}

/// The records of a stretch that are at least so bad.
fn of_level(
    text: &mut Text,
    index: &Index,
    stretch: Stretch,
    level: LogLevel,
    monitor: &Monitor,
) -> Result<Chosen, Trouble> {
    let mut pieces: VecDeque<Stretch> = VecDeque::new();
    let mark = index.marks().before_line(stretch.from_line, None).map_or(0, |mark| mark.offset);
    walk(text, index, mark, Some(level), monitor, |place, _, seen| {
        if place.line < stretch.from_line {
            return true;
        }
        if place.line >= stretch.to_line {
            return false;
        }
        if is_of(seen.level, Some(level)) {
            match pieces.back_mut() {
                Some(last) if last.end == place.start => (last.end, last.to_line) = (place.end, place.line + 1),
                _ => pieces.push_back(Stretch {
                    from_line: place.line,
                    to_line: place.line + 1,
                    start: place.start,
                    end: place.end,
                }),
            }
            if pieces.len() > MOST_PIECES {
                pieces.pop_front();
            }
        }
        true
    })?;
    let (Some(first), Some(last)) = (pieces.front().copied(), pieces.back().copied()) else {
        let empty = Stretch { to_line: stretch.from_line, end: stretch.start, ..stretch };
        return Ok(Chosen { part: whole(&empty, index.lines()), pieces: Arc::default() });
    };
    let mut part = whole(&Stretch { to_line: last.to_line, end: last.end, ..first }, index.lines());
    (part.lines, part.bytes_between) = (0, part.end_byte - part.start_byte);
    let mut before = first.from_line;
    let mut sent = Vec::with_capacity(pieces.len());
    for piece in &pieces {
        let gap = piece.from_line - before;
        sent.push(FilePiece { start_byte: piece.start, end_byte: piece.end, lines_before: gap });
        part.lines += piece.to_line - piece.from_line;
        part.lines_between += gap;
        part.bytes_between -= piece.end - piece.start;
        before = piece.to_line;
    }
    Ok(Chosen { part, pieces: sent.into() })
}
