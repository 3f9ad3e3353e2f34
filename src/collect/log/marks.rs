//! Places in a log from which any line is found again. However large the log, they take no more than two megabytes.

use super::clock::Clock;
use crate::model::LogLevel;

/// Marks that are kept; when there are more, every second one goes.
const MOST: usize = 20 << 10;
/// Bytes between marks at first.
const STRIDE: u64 = 64 << 10;

/// The start of a line, what lies before it, and what is said between it and the next mark.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Its first byte.
    pub offset: u64,
    /// Lines before it.
    pub line: u64,
    /// Lines of errors before it.
    pub error_lines: u64,
    /// Lines of warnings before it.
    pub warning_lines: u64,
    /// The least and the greatest time up to the next mark, in milliseconds; none: no line there has one.
    pub times: Option<(i64, i64)>,
    /// The level of the record that goes on here.
    pub level: Option<&'static str>,
    /// The clock as it stands before it.
    pub clock: Clock,
}

impl Mark {
    /// Lines before it that are shown where only those of this level are.
    pub fn before(&self, least: Option<LogLevel>) -> u64 {
        match least {
            None => self.line,
            Some(LogLevel::Error) => self.error_lines,
            Some(LogLevel::Warn) => self.error_lines + self.warning_lines,
        }
    }
}

/// The marks of one log, from its start on.
#[derive(Clone, Debug)]
pub struct Marks {
    stride: u64,
    marks: Vec<Mark>,
}

impl Default for Marks {
    fn default() -> Self {
        Self { stride: STRIDE, marks: Vec::new() }
    }
}

impl Marks {
    /// Whether a mark is due at this place.
    pub fn is_due(&self, offset: u64) -> bool {
        self.marks.last().is_none_or(|last| offset - last.offset >= self.stride)
    }

    /// Adds the next mark.
    pub fn push(&mut self, mark: Mark) {
        if self.marks.len() >= MOST {
            self.thin();
        }
        self.marks.push(mark);
    }

    /// Every second mark goes; what it said is said by the one before it.
    fn thin(&mut self) {
        self.stride *= 2;
        let mut kept: Vec<Mark> = Vec::with_capacity(MOST);
        for pair in self.marks.chunks(2) {
            let times = pair.iter().filter_map(|mark| mark.times).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
            kept.extend(pair.first().map(|first| Mark { times, ..*first }));
        }
        self.marks = kept;
    }

    /// A line behind the last mark was written then.
    pub fn saw(&mut self, ms: i64) {
        if let Some(last) = self.marks.last_mut() {
            last.times = Some(last.times.map_or((ms, ms), |(least, most)| (least.min(ms), most.max(ms))));
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Mark] {
        &self.marks
    }

    /// The last mark before which no more than `count` lines of that level lie.
    pub fn before_line(&self, count: u64, least: Option<LogLevel>) -> Option<&Mark> {
        let after = self.marks.partition_point(|mark| mark.before(least) <= count);
        self.marks.get(after.saturating_sub(1))
    }

    /// Bytes they take.
    pub fn bytes(&self) -> usize {
        self.marks.capacity() * size_of::<Mark>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn their_number_is_bounded_and_times_are_kept() {
        let mut marks = Marks::default();
        for line in 0..20_000_000 {
            let offset = line * 1000;
            if marks.is_due(offset) {
                let clock = Clock::default();
                let error_lines = line / 10;
                marks.push(Mark { offset, line, error_lines, warning_lines: 0, times: None, level: None, clock });
            }
            marks.saw(line.cast_signed());
        }
        assert!(marks.bytes() < 4 << 20, "{}", marks.bytes());
        let mut covered = 0;
        for pair in marks.all().windows(2) {
            let (least, most) = pair[0].times.unwrap();
            assert_eq!((least, most + 1), (covered, pair[1].line.cast_signed()));
            covered = most + 1;
        }
        let found = marks.before_line(12_345_678, None).unwrap();
        assert!(found.line <= 12_345_678 && 12_345_678 - found.line < 2000);
        let found = marks.before_line(1_000_000, Some(LogLevel::Error)).unwrap();
        assert!(found.error_lines <= 1_000_000 && 1_000_000 - found.error_lines < 200);
    }
}
