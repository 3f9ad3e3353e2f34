//! The lines of a log between two times, found through its index: only the stretches at both ends are read.

use super::clock::{Clock, Precision, millis};
use super::index::Index;
use super::rows::{Place, walk};
use super::text::{Text, Trouble};
use crate::collect::inspect::Stamp;
use crate::job::Monitor;

/// Periods that are gone through, from the last one backwards.
const MOST_PERIODS: i64 = 20_000;

/// From when to when, as the user writes it; an open end is no limit.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// The first moment.
    pub from: Option<Stamp>,
    /// The last one.
    pub to: Option<Stamp>,
}

/// Lines that follow each other: from this one up to that, with their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The first line.
    pub from_line: u64,
    /// Behind the last line.
    pub to_line: u64,
    /// The first byte.
    pub start: u64,
    /// Behind the last byte.
    pub end: u64,
}

/// The lines of the span, from the first that was written in it to the last, with what belongs to their records. Without days a
/// span comes back every day, and the last one counts. `None` where no time can be compared.
pub fn between(text: &mut Text, index: &Index, span: Span, monitor: &Monitor) -> Result<Option<Stretch>, Trouble> {
    let (Some(precision), Some(times)) = (index.precision(), index.span_ms()) else { return Ok(None) };
    let span = span.with_one_day();
    let Some(windows) = windows(&span, precision, times) else { return Ok(None) };
    for window in windows {
        if let Some(found) = inside(text, index, window, monitor)? {
            return Ok(Some(found));
        }
    }
    let (to_line, end) = (index.lines(), index.size());
    Ok(Some(Stretch { from_line: to_line, to_line, start: end, end }))
}

impl Span {
    /// Where only one end names a day, the other means the same.
    fn with_one_day(self) -> Self {
        let given = |stamp: Option<Stamp>| match stamp {
            Some(Stamp::Clock { day: Some(day), year, .. }) => Some((day, year)),
            _ => None,
        };
        let fill = |stamp: Option<Stamp>, other: Option<Stamp>| match (stamp, given(other)) {
            (Some(Stamp::Clock { day: None, time, milli, .. }), Some((day, year))) => {
                Some(Stamp::Clock { year, day: Some(day), time, milli })
            }
            _ => stamp,
        };
        Self { from: fill(self.from, self.to), to: fill(self.to, self.from) }
    }
}

/// `stamp` with no more than `precision` has.
fn coarse(stamp: Stamp, precision: Precision) -> Stamp {
    let Stamp::Clock { year, day, time, milli } = stamp else { return stamp };
    let year = year.filter(|_| precision == Precision::Whole);
    let day = day.filter(|_| precision != Precision::Time);
    Stamp::Clock { year, day, time, milli }
}

/// The windows that the span may mean, the last first; `None` where the two cannot be compared.
fn windows(span: &Span, log: Precision, (first, last): (i64, i64)) -> Option<Vec<(i64, i64)>> {
    let ends = [span.from, span.to];
    let mut shared = log;
    for end in ends.iter().flatten() {
        let precision = Precision::of(end);
        if (precision == Precision::Boot) != (log == Precision::Boot) {
            return None;
        }
        shared = match (shared, precision) {
            (Precision::Time, _) | (_, Precision::Time) => Precision::Time,
            (Precision::Day, _) | (_, Precision::Day) => Precision::Day,
            (either, _) => either,
        };
    }
    let [from, to] = ends.map(|end| end.map(|stamp| millis(&coarse(stamp, shared))));
    if shared == Precision::Day && log == Precision::Whole {
        return Some(years(span, first, last));
    }
    let Some(period) = shared.period() else {
        return Some(vec![(from.unwrap_or(i64::MIN), to.unwrap_or(i64::MAX))]);
    };
    // A span over midnight ends in the next period.
    let to = match (from, to) {
        (Some(from), Some(to)) if to < from => Some(to + period),
        _ => to,
    };
    let base = if shared == Precision::Day { new_year(None) } else { 0 };
    let number = |ms: i64| (ms - base).div_euclid(period);
    let numbers = (number(first) - 1..=number(last)).rev().take(MOST_PERIODS as usize);
    let moved = |end: Option<i64>, number: i64, open: i64| end.map_or(open, |ms| ms + number * period);
    Some(numbers.map(|number| (moved(from, number, i64::MIN), moved(to, number, i64::MAX))).collect())
}

/// The same for a span without a year in a log that writes years.
fn years(span: &Span, first: i64, last: i64) -> Vec<(i64, i64)> {
    let end = |stamp: Option<Stamp>, year: u32, open: i64| match stamp {
        Some(Stamp::Clock { day, time, milli, .. }) => millis(&Stamp::Clock { year: Some(year), day, time, milli }),
        _ => open,
    };
    let window = |year| (end(span.from, year, i64::MIN), end(span.to, year, i64::MAX));
    let near = (1900..2200).rev().filter(|year| new_year(Some(*year)) <= last && new_year(Some(*year + 1)) >= first);
    near.map(window).collect()
}

fn new_year(year: Option<u32>) -> i64 {
    millis(&Stamp::Clock { year, day: Some((1, 1)), time: (0, 0, 0), milli: None })
}

fn inside(
    text: &mut Text,
    index: &Index,
    (from, to): (i64, i64),
    monitor: &Monitor,
) -> Result<Option<Stretch>, Trouble> {
    let marks = index.marks().all();
    let meets = |at: &usize| marks[*at].times.is_some_and(|(least, most)| most >= from && least <= to);
    let stretches: Vec<usize> = (0..marks.len()).filter(meets).collect();
    let holds = |clock: &mut Clock, stamp: &Stamp| (from..=to).contains(&clock.next(stamp));

    let mut first: Option<Place> = None;
    for at in &stretches {
        let until = marks.get(at + 1).map_or(index.size(), |next| next.offset);
        let mut clock = marks[*at].clock;
        walk(text, index, marks[*at].offset, None, monitor, |place, _, seen| {
            if place.start >= until {
                return false;
            }
            if seen.stamp.is_some_and(|stamp| holds(&mut clock, &stamp)) {
                first = Some(place);
            }
            first.is_none()
        })?;
        if first.is_some() {
            break;
        }
    }
    let Some(first) = first else { return Ok(None) };
    let mut last: Option<Place> = None;
    for at in stretches.iter().rev() {
        let until = marks.get(at + 1).map_or(index.size(), |next| next.offset);
        let mut clock = marks[*at].clock;
        let mut is_inside = false;
        walk(text, index, marks[*at].offset, None, monitor, |place, _, seen| {
            if let Some(stamp) = seen.stamp {
                if place.start >= until {
                    return false;
                }
                is_inside = holds(&mut clock, &stamp);
            } else if place.start >= until && !is_inside {
                return false;
            }
            if is_inside {
                last = Some(place);
            }
            true
        })?;
        if last.is_some() {
            break;
        }
    }
    let last = last.unwrap_or(first);
    Ok(Some(Stretch { from_line: first.line, to_line: last.line + 1, start: first.start, end: last.end }))
}
