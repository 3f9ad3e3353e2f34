//! The part of a log that is sent: a span of time, or the last lines. One pass, memory does not grow with the file.

use std::cmp::Ordering;
use std::fs::File;
use std::io::{self, Seek};
use std::path::Path;

use super::inspect::timestamp::{Shape, Stamp};
use super::lines::{self, Lines, Units};
use crate::model::{EvidenceItem, EvidenceProblem, FilePart};

/// Lines from which the way of writing times is learned.
const SAMPLE_LINES: usize = 400;

/// Why there is no part.
#[derive(Debug)]
pub enum Trouble {
    /// The file could not be read.
    Read(io::Error),
    /// What was asked for cannot be found in it.
    Asked(EvidenceProblem),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Read(error)
    }
}

/// The part that `item` asks for in the first `size` bytes of the file; `None` is all of it.
///
/// A span in which nothing happened is empty. With a span and a number of lines, the last lines of the span are sent. A
/// time that cannot be read, or a log without times to compare it with, is a problem: sending all would be no answer.
pub fn part(path: &Path, size: u64, units: Units, item: &EvidenceItem) -> Result<Option<FilePart>, Trouble> {
    let (from, to) = (time(item.from.as_deref(), false)?, time(item.to.as_deref(), true)?);
    let mut file = File::open(path)?;
    let mut part = None;
    if from.is_some() || to.is_some() {
        let found = span(&mut file, size, units, Span { from, to })?;
        part = Some(found.ok_or(Trouble::Asked(EvidenceProblem::NoTimes))?);
    }
    if let Some(tail) = item.tail_lines {
        let (start, end) = part.map_or((0, size), |part| (part.start_byte, part.end_byte));
        let tail_start = if tail == 0 { end } else { lines::tail_start(&mut file, start, end, tail, units)? };
        let skipped = lines::count(&mut file, start, tail_start, units)?;
        part = Some(FilePart {
            start_byte: tail_start,
            end_byte: end,
            lines_before: part.map_or(0, |part| part.lines_before) + skipped,
            lines_after: part.map_or(0, |part| part.lines_after),
        });
    }
    Ok(part.filter(|part| part.start_byte > 0 || part.end_byte < size))
}

/// The time in `text`; a blank one is no limit.
fn time(text: Option<&str>, last: bool) -> Result<Option<Stamp>, Trouble> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let bad = || Trouble::Asked(EvidenceProblem::BadTime(text.to_owned()));
    Stamp::parse(text, last).map(Some).ok_or_else(bad)
}

/// From when to when; an open end is no limit.
#[derive(Clone, Copy)]
struct Span {
    from: Option<Stamp>,
    to: Option<Stamp>,
}

impl Span {
    /// Whether `stamp` is inside; `None` when it cannot be compared.
    fn holds(&self, stamp: &Stamp) -> Option<bool> {
        let from = self.from.map_or(Some(Ordering::Less), |from| from.compare(stamp))? != Ordering::Greater;
        let to = self.to.map_or(Some(Ordering::Greater), |to| to.compare(stamp))? != Ordering::Less;
        Some(if self.over_midnight() { from || to } else { from && to })
    }

    fn over_midnight(&self) -> bool {
        let (Some(from), Some(to)) = (self.from, self.to) else { return false };
        !(from.has_day() && to.has_day()) && from.compare(&to) == Some(Ordering::Greater)
    }

    /// Whether both the span and the log name days. Without them a span comes back every day, and the last one counts.
    fn names_days(&self, stamp: &Stamp) -> bool {
        stamp.has_day() && self.from.is_none_or(|from| from.has_day()) && self.to.is_none_or(|to| to.has_day())
    }
}

/// The lines of the span; `None` where no line has a time that can be compared with it.
fn span(file: &mut File, size: u64, units: Units, span: Span) -> io::Result<Option<FilePart>> {
    let mut sample = Vec::new();
    let mut reader = Lines::new(&mut *file, size, units);
    while sample.len() < SAMPLE_LINES {
        let Some(line) = reader.next()? else { break };
        sample.push(line.head.to_vec());
    }
    let Some(shape) = Shape::of(&sample) else { return Ok(None) };

    file.rewind()?;
    let mut reader = Lines::new(&mut *file, size, units);
    let (mut inside, mut compared) = (false, false);
    let mut found: Option<FilePart> = None;
    let mut number = 0;
    while let Some(line) = reader.next()? {
        // A line without a time belongs to the record before it.
        if let Some((stamp, _)) = shape.read(line.head)
            && let Some(holds) = span.holds(&stamp)
        {
            compared = true;
            if holds && !inside && !span.names_days(&stamp) {
                found = None;
            }
            inside = holds;
        }
        if inside {
            let start = FilePart { start_byte: line.start, end_byte: 0, lines_before: number, lines_after: 0 };
            let part = found.get_or_insert(start);
            part.end_byte = line.end;
            // Until the end is reached: the number of the line behind the part.
            part.lines_after = number + 1;
        }
        number += 1;
    }
    if !compared {
        return Ok(None);
    }
    let nothing = FilePart { start_byte: size, end_byte: size, lines_before: number, lines_after: number };
    let part = found.unwrap_or(nothing);
    Ok(Some(FilePart { lines_after: number - part.lines_after, ..part }))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;

    fn cut(text: &str, from: &str, to: &str, tail_lines: Option<usize>) -> Option<(String, u64, u64)> {
        try_cut(text, from, to, tail_lines).unwrap()
    }

    type Cut = Option<(String, u64, u64)>;

    fn try_cut(text: &str, from: &str, to: &str, tail_lines: Option<usize>) -> Result<Cut, EvidenceProblem> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        std::fs::write(&path, text).unwrap();
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let item = EvidenceItem { from: given(from), to: given(to), tail_lines, ..EvidenceItem::default() };
        let part = match part(&path, text.len() as u64, Units::Bytes, &item) {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(None),
            Err(Trouble::Asked(problem)) => return Err(problem),
            Err(Trouble::Read(error)) => panic!("{error}"),
        };
        let range = usize::try_from(part.start_byte).unwrap()..usize::try_from(part.end_byte).unwrap();
        Ok(Some((text[range].to_owned(), part.lines_before, part.lines_after)))
    }

    const LOG: &str = "\
2031-02-03 23:59:00 INFO one
2031-02-04 00:01:00 ERROR two
  at somewhere
  at elsewhere
2031-02-04 00:02:00 INFO three
2031-02-04 00:03:00 INFO four
";

    #[test]
    fn continuation_lines_stay_with_their_record() {
        let (text, before, after) = cut(LOG, "2031-02-04 00:01", "2031-02-04 00:01", None).unwrap();
        assert_eq!(text, "2031-02-04 00:01:00 ERROR two\n  at somewhere\n  at elsewhere\n");
        assert_eq!((before, after), (1, 2));
    }

    #[test]
    fn open_ends_and_days() {
        assert_eq!(cut(LOG, "2031-02-04", "", None).unwrap().1, 1);
        assert_eq!(cut(LOG, "", "2031-02-03", None).unwrap(), ("2031-02-03 23:59:00 INFO one\n".into(), 0, 5));
        assert_eq!(cut(LOG, "2031-01-01", "", None), None);
        assert_eq!(cut(LOG, "2032-01-01", "", None).unwrap(), (String::new(), 6, 0));
    }

    #[test]
    fn a_time_alone_means_its_last_day() {
        let log = "[09:00:00] a\n[12:00:00] b\n[09:00:01] c\n[12:00:01] d\n";
        assert_eq!(cut(log, "09:00", "10:00", None).unwrap(), ("[09:00:01] c\n".into(), 2, 1));
        assert_eq!(cut(LOG, "23:58", "00:01", None).unwrap().1, 0);
    }

    #[test]
    fn tails() {
        assert_eq!(cut(LOG, "", "", Some(2)).unwrap().1, 4);
        assert_eq!(cut(LOG, "", "", Some(0)).unwrap(), (String::new(), 6, 0));
        assert_eq!(cut(LOG, "", "", Some(6)), None);
        let (text, before, after) = cut(LOG, "", "2031-02-04 00:02", Some(1)).unwrap();
        assert_eq!((text.as_str(), before, after), ("2031-02-04 00:02:00 INFO three\n", 4, 1));
    }

    #[test]
    fn without_times_nothing_is_sent_by_mistake() {
        let problem = |text, from, to| try_cut(text, from, to, Some(1)).unwrap_err();
        assert_eq!(problem("one\ntwo\nthree\n", "12:00", ""), EvidenceProblem::NoTimes);
        assert_eq!(problem("[1.000001] one\n[2.000001] two\n", "12:00", ""), EvidenceProblem::NoTimes);
        assert_eq!(problem(LOG, "soon", ""), EvidenceProblem::BadTime("soon".into()));
        assert_eq!(problem(LOG, "", "25:99"), EvidenceProblem::BadTime("25:99".into()));
        assert_eq!(cut(LOG, " ", "", None), None, "a blank time is no limit");
        assert_eq!(cut("[1.000001] one\n[2.000001] two\n", "1.5", "", None).unwrap().0, "[2.000001] two\n");
    }
}
