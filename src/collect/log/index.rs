//! What is known of a log of any size after one reading: where its lines are, when it wrote how much, where its errors are.
//!
//! Never here: memory that grows with the file, or bytes that were read twice because the file has grown.

use std::io::{self, Seek, SeekFrom};

use super::clock::{Clock, Precision};
use super::histogram::{Column, Histogram};
use super::marks::{Mark, Marks};
use super::text::{Text, Trouble, Watched};
use crate::collect::inspect::Stamp;
use crate::collect::inspect::log;
use crate::collect::inspect::records::{Records, Seen};
use crate::collect::inspect::timestamp::Shape;
use crate::collect::inspect::zone;
use crate::collect::lines::{Lines, Units};
use crate::job::Monitor;
use crate::model::LogLevel;

/// Below so many lines a log that grows is read anew: its way of writing times may not have been known.
const FEW_LINES: u64 = 400;
/// Columns of the histogram of a log without times.
const PLACES: u64 = 512;

/// What is known of the first [`Index::size`] bytes of a log.
#[derive(Clone, Debug)]
pub struct Index {
    units: Units,
    shape: Option<Shape>,
    precision: Precision,
    ahead: Option<i32>,
    size: u64,
    file_size: u64,
    count: Count,
    first: Option<Stamp>,
    last: Option<Stamp>,
    last_ms: Option<i64>,
    marks: Marks,
    histogram: Histogram,
    records: Records,
    clock: Clock,
    open: Option<Seen>,
}

/// Lines and records.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    lines: u64,
    error_lines: u64,
    warning_lines: u64,
    errors: u64,
    warnings: u64,
}

impl Count {
    fn add(&mut self, seen: &Seen) {
        self.lines += 1;
        let (is_error, is_warning) = (seen.level == Some("error"), seen.level == Some("warn"));
        self.error_lines += u64::from(is_error);
        self.warning_lines += u64::from(is_warning);
        let before = seen.before as u64;
        self.error_lines += if is_error { before } else { 0 };
        self.warning_lines += if is_warning { before } else { 0 };
        self.errors += u64::from(is_error && seen.tells);
        self.warnings += u64::from(is_warning && seen.tells);
    }
}

impl Index {
    /// An index of nothing yet, of a log in this encoding; its two ends are read for the way it writes times.
    pub fn begin(file: &mut Text, units: Units) -> io::Result<Self> {
        let size = file.size()?;
        file.seek(SeekFrom::Start(0))?;
        let mut starts = log::sample(&mut *file, size, units)?;
        starts.extend(log::tail(file, 0, size, units)?);
        let shape = Shape::of(&starts);
        let stamp = shape.and_then(|shape| starts.iter().find_map(|line| shape.read(line)));
        let precision = stamp.map_or(Precision::Whole, |(stamp, _)| Precision::of(&stamp));
        let told = || zone::ahead(starts.iter().find_map(|line| line.get(shape?.read(line)?.1..))?);
        Ok(Self {
            units,
            shape,
            precision,
            ahead: if shape.is_some_and(Shape::is_epoch) { Some(0) } else { told() },
            size: 0,
            file_size: size,
            count: Count::default(),
            first: None,
            last: None,
            last_ms: None,
            marks: Marks::default(),
            histogram: Histogram::default(),
            records: Records::new(shape),
            clock: Clock::of(precision),
            open: None,
        })
    }

    /// Reads on: at least `most` bytes up to a line end, or to the end of the file as it is now. Says whether that was reached.
    pub fn grow(&mut self, file: &mut Text, most: u64, monitor: &Monitor) -> Result<bool, Trouble> {
        let size = file.size()?;
        if size < self.size {
            return Err(Trouble::Changed);
        }
        if size > self.file_size && self.count.lines < FEW_LINES {
            *self = Self::begin(file, self.units)?;
        }
        self.file_size = size;
        let start = self.size;
        file.seek(SeekFrom::Start(start))?;
        let mut lines = Lines::new(Watched { source: file, monitor }, size - start, self.units);
        while let Some(line) = lines.next()? {
            if !line.is_whole {
                // The last line may go on; it is read again when the file has grown.
                self.open = Some(self.records.clone().next(line.head));
                break;
            }
            // What is before a mark is settled: no line behind it tells the level of one before.
            let (is_untold, level) = (self.records.is_untold(), self.records.level());
            let seen = self.records.next(line.head);
            if self.marks.is_due(start + line.start) && (seen.begins || !is_untold) {
                self.mark(start + line.start, level);
            }
            self.take(&seen, line.end - line.start);
            self.size = start + line.end;
            self.open = None;
            if line.end >= most && self.size < size {
                return Ok(false);
            }
        }
        if self.marks.all().is_empty() {
            self.mark(0, None);
        }
        Ok(true)
    }

    fn mark(&mut self, offset: u64, level: Option<&'static str>) {
        let Count { lines: line, error_lines, warning_lines, .. } = self.count;
        let clock = self.clock;
        self.marks.push(Mark { offset, line, error_lines, warning_lines, times: None, level, clock });
    }

    fn take(&mut self, seen: &Seen, bytes: u64) {
        self.count.add(seen);
        if let Some(stamp) = &seen.stamp {
            self.first.get_or_insert(*stamp);
            self.last = Some(*stamp);
            let ms = self.clock.next(stamp);
            self.last_ms = Some(ms);
            self.marks.saw(ms);
        }
        if let Some(ms) = self.last_ms {
            let tells = |level| u64::from(seen.tells && seen.level == Some(level));
            self.histogram.add(ms, Column { lines: 1, bytes, errors: tells("error"), warnings: tells("warn") });
        }
    }

    /// With the last line, if it has no line end.
    fn total(&self) -> Count {
        let mut count = self.count;
        if let Some(open) = &self.open {
            count.add(open);
        }
        count
    }

    /// Bytes that were read; a last line without a line end is read anew.
    #[must_use]
    pub fn size(&self) -> u64 {
        if self.open.is_some() { self.file_size } else { self.size }
    }

    /// The size of the file when it was read last.
    #[must_use]
    pub fn file_size(&self) -> u64 {
        self.file_size
    }

    /// Whether all of the file was read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.size() == self.file_size
    }

    /// Its lines; one without a line end at its end counts.
    #[must_use]
    pub fn lines(&self) -> u64 {
        self.total().lines
    }

    /// Lines that are shown where only those of this level are.
    #[must_use]
    pub fn lines_of(&self, least: Option<LogLevel>) -> u64 {
        let total = self.total();
        match least {
            None => total.lines,
            Some(LogLevel::Error) => total.error_lines,
            Some(LogLevel::Warn) => total.error_lines + total.warning_lines,
        }
    }

    /// Records that are errors.
    #[must_use]
    pub fn errors(&self) -> u64 {
        self.total().errors
    }

    /// Records that are warnings.
    #[must_use]
    pub fn warnings(&self) -> u64 {
        self.total().warnings
    }

    /// The first time and the last.
    #[must_use]
    pub fn times(&self) -> Option<(Stamp, Stamp)> {
        let open = self.open.as_ref().and_then(|open| open.stamp);
        let last = open.or(self.last);
        self.first.or(open).zip(last)
    }

    /// What it writes of a time; none: it writes none.
    #[must_use]
    pub fn precision(&self) -> Option<Precision> {
        self.shape.map(|_| self.precision)
    }

    /// How many minutes ahead of UTC its times are, where it says so.
    #[must_use]
    pub fn ahead(&self) -> Option<i32> {
        self.ahead
    }

    /// How much it wrote when; without times, how much stands where, in lines.
    #[must_use]
    pub fn histogram(&self) -> Histogram {
        if self.shape.is_some() {
            return self.histogram.clone();
        }
        let lines = self.lines().max(1);
        let width = lines.div_ceil(PLACES).max(1);
        let mut columns = vec![Column::default(); usize::try_from(lines.div_ceil(width)).unwrap_or(1)];
        let marks: Vec<Mark> = self.marks.all().iter().copied().chain([self.end()]).collect();
        for pair in marks.windows(2) {
            let [from, to] = pair else { continue };
            let place = |line: u64| usize::try_from(line / width).unwrap_or(0).min(columns.len() - 1);
            let (first, last) = (place(from.line), place(to.line.saturating_sub(1).max(from.line)));
            let share = (last - first + 1) as u64;
            for (at, column) in columns.iter_mut().enumerate().take(last + 1).skip(first) {
                // What does not divide goes to the first.
                let part = |count: u64| count / share + if at == first { count % share } else { 0 };
                column.lines += part(to.line - from.line);
                column.bytes += part(to.offset - from.offset);
                column.errors += part(to.error_lines.saturating_sub(from.error_lines));
                column.warnings += part(to.warning_lines.saturating_sub(from.warning_lines));
            }
        }
        Histogram::of(width.cast_signed(), columns)
    }

    /// The end of what was read, as the last mark.
    pub(super) fn end(&self) -> Mark {
        let Count { lines: line, error_lines, warning_lines, .. } = self.total();
        let offset = self.size();
        Mark { offset, line, error_lines, warning_lines, times: None, level: self.records.level(), clock: self.clock }
    }

    /// The least and the greatest time, in the log's own count of milliseconds.
    #[must_use]
    pub fn span_ms(&self) -> Option<(i64, i64)> {
        let times = self.marks.all().iter().filter_map(|mark| mark.times);
        times.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    pub(super) fn units(&self) -> Units {
        self.units
    }

    pub(super) fn shape(&self) -> Option<Shape> {
        self.shape
    }

    pub(super) fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Bytes it takes, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.marks.bytes() + 512 * size_of::<Column>() + size_of::<Self>()
    }
}
