//! How much a log wrote when: a fixed number of columns that grow wider as its time goes on.

#![expect(clippy::cast_possible_wrap, reason = "a few hundred columns")]

use std::collections::VecDeque;

/// Columns that are kept.
const COLUMNS: i64 = 512;
/// The width of a column at first, in milliseconds.
const WIDTH_MS: i64 = 250;

/// What was written in one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Lines.
    pub lines: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Records that are errors.
    pub errors: u64,
    /// Records that are warnings.
    pub warnings: u64,
}

impl Column {
    fn add(&mut self, other: Self) {
        self.lines += other.lines;
        self.bytes += other.bytes;
        self.errors += other.errors;
        self.warnings += other.warnings;
    }
}

/// Columns side by side: over time in milliseconds, or over the lines of a log without times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// The number of the first column: it begins at so many times the width.
    first: i64,
    width: i64,
    columns: VecDeque<Column>,
}

impl Histogram {
    /// Of these columns.
    pub fn of(width: i64, columns: impl IntoIterator<Item = Column>) -> Self {
        Self { first: 0, width, columns: columns.into_iter().collect() }
    }

    /// Adds to the column at `at`.
    pub fn add(&mut self, at: i64, more: Column) {
        if self.width == 0 {
            self.width = WIDTH_MS;
        }
        loop {
            let key = at.div_euclid(self.width);
            if self.columns.is_empty() {
                self.first = key;
            }
            let last = self.first + self.columns.len() as i64 - 1;
            if key.max(last) - key.min(self.first) < COLUMNS {
                break;
            }
            self.widen();
        }
        let key = at.div_euclid(self.width);
        while key < self.first {
            self.columns.push_front(Column::default());
            self.first -= 1;
        }
        let place = usize::try_from(key - self.first).unwrap_or(0);
        if place >= self.columns.len() {
            self.columns.resize(place + 1, Column::default());
        }
        self.columns[place].add(more);
    }

    /// Twice as wide columns.
    fn widen(&mut self) {
        let first = self.first.div_euclid(2);
        let mut wider = VecDeque::new();
        for (at, column) in self.columns.iter().enumerate() {
            let place = usize::try_from((self.first + at as i64).div_euclid(2) - first).unwrap_or(0);
            if place >= wider.len() {
                wider.resize(place + 1, Column::default());
            }
            wider[place].add(*column);
        }
        (self.first, self.width, self.columns) = (first, self.width * 2, wider);
    }

    /// Where it begins.
    #[must_use]
    pub fn start(&self) -> i64 {
        self.first * self.width
    }

    /// Where it ends.
    #[must_use]
    pub fn end(&self) -> i64 {
        (self.first + self.columns.len() as i64) * self.width
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// What was written from `from` up to `to`; of a column that is cut its share.
    #[must_use]
    pub fn sum(&self, from: i64, to: i64) -> Column {
        let mut sum = Column::default();
        for (at, column) in self.columns.iter().enumerate() {
            let start = (self.first + at as i64) * self.width;
            let inside = (to.min(start + self.width) - from.max(start)).max(0);
            if inside >= self.width {
                sum.add(*column);
            } else if inside > 0 {
                let share = |count: u64| (count as f64 * inside as f64 / self.width as f64).round() as u64;
                let Column { lines, bytes, errors, warnings } = *column;
                let part = Column {
                    lines: share(lines),
                    bytes: share(bytes),
                    errors: share(errors),
                    warnings: share(warnings),
                };
                sum.add(part);
            }
        }
        sum
    }

    /// Where so many lines lie before.
    #[must_use]
    pub fn place(&self, lines: u64) -> i64 {
        let mut left = lines;
        for (at, column) in self.columns.iter().enumerate() {
            if left < column.lines {
                let inside = left as f64 / column.lines as f64 * self.width as f64;
                return (self.first + at as i64) * self.width + inside as i64;
            }
            left -= column.lines;
        }
        self.end()
    }

    /// The width of a column.
    #[must_use]
    pub fn width(&self) -> i64 {
        self.width
    }

    /// The same in at most `count` columns of one width: where each begins, and what is in it.
    #[must_use]
    pub fn bars(&self, count: usize) -> Vec<(i64, Column)> {
        let together = self.columns.len().div_ceil(count.max(1)).max(1);
        let starts = (0..self.columns.len()).step_by(together);
        let mut bars: Vec<(i64, Column)> =
            starts.map(|at| ((self.first + at as i64) * self.width, Column::default())).collect();
        for (at, column) in self.columns.iter().enumerate() {
            bars[at / together].1.add(*column);
        }
        bars
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one() -> Column {
        Column { lines: 1, bytes: 10, ..Column::default() }
    }

    #[test]
    fn nothing_is_lost_as_columns_widen() {
        let mut histogram = Histogram::default();
        for second in 0..100_000 {
            histogram.add(1_000_000_000_000 + second * 1000, one());
        }
        // Before what came first, and out of order.
        histogram.add(999_999_990_000, one());
        histogram.add(1_000_000_050_000, one());
        assert!(histogram.columns.len() as i64 <= COLUMNS);
        assert_eq!(histogram.sum(i64::MIN / 4, i64::MAX / 4).lines, 100_002);
        assert!(histogram.start() <= 999_999_990_000 && histogram.end() > 1_000_000_099_999);
        let bars = histogram.bars(75);
        assert!(bars.len() <= 75);
        assert_eq!(bars.iter().map(|(_, bar)| bar.lines).sum::<u64>(), 100_002);
        assert!((histogram.place(50_001) - 1_000_050_000_000).abs() < 300_000, "{}", histogram.place(50_001));
        let half = histogram.sum(1_000_000_000_000, 1_000_050_000_000);
        assert!(half.lines.abs_diff(50_001) < 3 && half.bytes == half.lines * 10, "{half:?}");
    }

    #[test]
    fn far_times_are_no_harm() {
        let mut histogram = Histogram::default();
        histogram.add(0, one());
        histogram.add(i64::MAX / 1024, one());
        histogram.add(-1_000_000, one());
        assert_eq!(histogram.bars(10).iter().map(|(_, bar)| bar.lines).sum::<u64>(), 3);
    }
}
