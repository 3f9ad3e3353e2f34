//! Any lines of a log, found by their number through its index.

use std::io::{self, Read, Seek, SeekFrom};

use super::index::Index;
use super::marks::Mark;
use super::settled::Settled;
use super::text::{Text, Trouble, Watched};
use crate::collect::inspect::records::{Records, Seen};
use crate::collect::lines::{Line, Lines, Units};
use crate::job::Monitor;
use crate::model::LogLevel;

/// How much of a line is shown, in bytes.
const SHOWN_BYTES: usize = 16 << 10;

/// How far the first lines are looked for, in bytes.
const FIRST_BYTES: u64 = 1 << 20;

/// A line as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogRow {
    /// Its number, counted from 0.
    pub line: u64,
    /// Its text, or the start of it; what cannot be shown is a dot.
    pub text: String,
    /// Bytes that are not shown.
    pub unshown: u64,
    /// The level of its record.
    pub level: Option<&'static str>,
    /// Where its time ends in the text, in bytes; 0 where it has none.
    pub time_end: usize,
}

/// Whether a line of this level is shown where only those of `least` are.
pub fn is_of(level: Option<&'static str>, least: Option<LogLevel>) -> bool {
    match least {
        None => true,
        Some(LogLevel::Error) => level == Some("error"),
        Some(LogLevel::Warn) => matches!(level, Some("error" | "warn")),
    }
}

/// At most `count` rows from the row `first` on, of those lines that are of this level.
pub fn rows(
    text: &mut Text,
    index: &Index,
    first: u64,
    count: usize,
    least: Option<LogLevel>,
    monitor: &Monitor,
) -> Result<Vec<LogRow>, Trouble> {
    let mut found = Vec::new();
    let Some(start) = index.marks().before_line(first, least) else { return Ok(found) };
    let mut row = start.before(least);
    walk(text, index, start.offset, least, monitor, |place, line, seen| {
        if is_of(seen.level, least) {
            if row >= first {
                found.push(shown(place.line, line, seen));
            }
            row += 1;
        }
        found.len() < count
    })?;
    Ok(found)
}

/// The row in which a line is shown; that of the next one which is, if it is not.
pub fn row_of(
    text: &mut Text,
    index: &Index,
    line: u64,
    least: Option<LogLevel>,
    monitor: &Monitor,
) -> Result<u64, Trouble> {
    let Some(start) = index.marks().before_line(line, None).filter(|_| least.is_some()) else { return Ok(line) };
    let mut row = start.before(least);
    walk(text, index, start.offset, least, monitor, |place, _, seen| {
        if place.line < line && is_of(seen.level, least) {
            row += 1;
        }
        place.line < line
    })?;
    Ok(row)
}

/// The first lines of a log of which no index is there yet.
pub fn first_rows(source: impl Read, units: Units, count: usize) -> io::Result<Vec<LogRow>> {
    let mut lines = Lines::new(source, FIRST_BYTES, units).keeping(SHOWN_BYTES);
    let mut found = Vec::new();
    let mut records = Records::default();
    while let Some(line) = lines.next()? {
        let seen = records.next(line.head);
        found.push(shown(found.len() as u64, &line, &seen));
        if found.len() >= count {
            break;
        }
    }
    Ok(found)
}

/// Where a line stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its number, counted from 0.
    pub line: u64,
    /// Its first byte.
    pub start: u64,
    /// Behind its last byte.
    pub end: u64,
}

/// Goes through the lines of a log from the mark at `offset` on, until `next` says that it is enough. Of stretches in which
/// nothing is of the level `least`, nothing is read; where only such lines are asked for, each has the level of its record, also
/// where only a later line tells it.
pub fn walk(
    text: &mut Text,
    index: &Index,
    offset: u64,
    least: Option<LogLevel>,
    monitor: &Monitor,
    next: impl FnMut(Place, &Line, &Seen) -> bool,
) -> Result<(), Trouble> {
    let mut next = Settled::new(least.is_some(), next);
    let marks = index.marks().all();
    let from = marks.partition_point(|mark| mark.offset < offset);
    let end = index.end();
    // The records of a stretch go on in the next one, as long as none is left out.
    let mut records: Option<Records> = None;
    for (at, mark) in marks.iter().enumerate().skip(from) {
        let until: &Mark = marks.get(at + 1).unwrap_or(&end);
        monitor.go_on()?;
        if least.is_some() && until.before(least) == mark.before(least) {
            records = None;
            if !next.flush(None) {
                return Ok(());
            }
            continue;
        }
        let records = records.get_or_insert_with(|| Records::within(index.shape(), mark.level));
        text.seek(SeekFrom::Start(mark.offset))?;
        let source = Watched { source: &mut *text, monitor };
        let mut lines = Lines::new(source, until.offset - mark.offset, index.units()).keeping(SHOWN_BYTES);
        let mut number = mark.line;
        let mut read = mark.offset;
        // The last line of a stretch may be endless; where it ends is known.
        while number + 1 < until.line {
            let Some(line) = lines.next()? else { return Err(Trouble::Changed) };
            let place = Place { line: number, start: mark.offset + line.start, end: mark.offset + line.end };
            let seen = records.next(line.head);
            if !next.take(place, &line, seen, records.is_untold()) {
                return Ok(());
            }
            (number, read) = (number + 1, place.end);
        }
        if number < until.line {
            text.seek(SeekFrom::Start(read))?;
            let room = (until.offset - read).min(2 * SHOWN_BYTES as u64);
            let mut lines = Lines::new(&mut *text, room, index.units()).keeping(SHOWN_BYTES);
            let Some(line) = lines.next()? else { return Err(Trouble::Changed) };
            let place = Place { line: number, start: read, end: until.offset };
            let seen = records.next(line.head);
            let line = Line { end: place.end - read, start: 0, ..line };
            if !next.take(place, &line, seen, records.is_untold()) {
                return Ok(());
            }
        }
    }
    next.flush(None);
    Ok(())
}

fn shown(number: u64, line: &Line, seen: &Seen) -> LogRow {
    let plain = |bytes: &[u8]| -> String {
        let dotted = |c: char| if c.is_control() { '·' } else { c };
        String::from_utf8_lossy(bytes).replace('\t', "    ").chars().map(dotted).collect()
    };
    let (time, rest) = line.head.split_at(seen.stamp_end.min(line.head.len()));
    let mut text = plain(time);
    let time_end = text.len();
    text.push_str(&plain(rest));
    let unshown = (line.end - line.start).saturating_sub(SHOWN_BYTES as u64);
    LogRow { line: number, text, unshown, level: seen.level, time_end }
}
