//! The time of a log as one count of milliseconds that goes on over midnight and New Year where the log does not say so.
//!
//! Never here: a clock, a zone. Two counts can be compared only within one log.

use crate::collect::inspect::Stamp;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// A leap year stands in for one that is not written.
const SOME_YEAR: u32 = 2000;

/// What a log writes of a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Precision {
    /// Year, month, day and time.
    #[default]
    Whole,
    /// Month, day and time.
    Day,
    /// The time of day.
    Time,
    /// Seconds since a start.
    Boot,
}

impl Precision {
    /// What `stamp` has.
    #[must_use]
    pub fn of(stamp: &Stamp) -> Self {
        match stamp {
            Stamp::Boot(_) => Self::Boot,
            Stamp::Clock { day: None, .. } => Self::Time,
            Stamp::Clock { year: None, .. } => Self::Day,
            Stamp::Clock { .. } => Self::Whole,
        }
    }

    /// How long it takes until the same comes again, in milliseconds.
    #[must_use]
    pub fn period(self) -> Option<i64> {
        match self {
            Self::Whole | Self::Boot => None,
            Self::Day => Some(366 * DAY_MS),
            Self::Time => Some(DAY_MS),
        }
    }
}

/// A time in milliseconds, as far as it is written.
pub fn millis(stamp: &Stamp) -> i64 {
    match *stamp {
        Stamp::Boot(secs) => (secs * 1000.0) as i64,
        Stamp::Clock { year, day, time: (hour, minute, second), milli } => {
            let days = day.map_or(0, |day| days(year.unwrap_or(SOME_YEAR), day));
            let secs = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
            days * DAY_MS + secs * 1000 + i64::from(milli.unwrap_or(0))
        }
    }
}

/// Days since a day long ago, by the proleptic calendar.
fn days(year: u32, (month, day): (u32, u32)) -> i64 {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    // The year begins in March, so that the leap day is its last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
}

/// A count of milliseconds as the log would write it: what [`Stamp::parse`] reads again.
#[must_use]
pub fn written(precision: Precision, ms: i64) -> String {
    if precision == Precision::Boot {
        return format!("{}.{:03}", ms / 1000, ms % 1000);
    }
    let (day, of_day) = (ms.div_euclid(DAY_MS), ms.rem_euclid(DAY_MS));
    let (secs, milli) = (of_day / 1000, of_day % 1000);
    let mut time = format!("{:02}:{:02}:{:02}", secs / 3600, secs / 60 % 60, secs % 60);
    if milli != 0 {
        time.push_str(&format!(".{milli:03}"));
    }
    let (year, month, day) = date(day);
    match precision {
        Precision::Whole => format!("{year:04}-{month:02}-{day:02} {time}"),
        Precision::Day => format!("{month:02}-{day:02} {time}"),
        Precision::Time | Precision::Boot => time,
    }
}

/// Year, month and day of a number of days as [`days`] counts.
fn date(days_since: i64) -> (i64, u32, u32) {
    // Close by division, then at most two steps.
    let mut year = days_since * 400 / 146_097 + 1;
    let start = |year: i64| days(u32::try_from(year.max(0)).unwrap_or(0), (1, 1));
    while start(year) > days_since && year > 0 {
        year -= 1;
    }
    while start(year + 1) <= days_since {
        year += 1;
    }
    let of = |month: u32| days(u32::try_from(year.max(0)).unwrap_or(0), (month, 1));
    let month = (1..=12).rev().find(|month| of(*month) <= days_since).unwrap_or(1);
    (year, month, u32::try_from(days_since - of(month) + 1).unwrap_or(1))
}

/// The span around a moment that a person or a report wrote, so many minutes to each side; of a day without a time all of it.
/// `None` where no time is found in the text.
#[must_use]
pub fn around(text: &str, minutes: i64) -> Option<(String, String)> {
    let (first, last) = (Stamp::parse(text, false)?, Stamp::parse(text, true)?);
    let precision = Precision::of(&first);
    // What was written without seconds or without a time is as long as a minute or a day.
    let whole_day = millis(&last) - millis(&first) > DAY_MS / 2;
    let minutes = if whole_day { 0 } else { minutes };
    let second = |ms: i64| ms.div_euclid(1000) * 1000;
    let (from, to) = (second(millis(&first)) - minutes * 60_000, second(millis(&last)) + minutes * 60_000);
    if precision == Precision::Boot && from < 0 {
        return Some((written(precision, 0), written(precision, to)));
    }
    Some((written(precision, from), written(precision, to)))
}

/// Counts on where a log begins a new day or year without saying so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    period: Option<i64>,
    turns: i64,
    last: Option<i64>,
}

impl Clock {
    /// The clock of a log that writes times like `stamp`.
    pub fn of(precision: Precision) -> Self {
        Self { period: precision.period(), ..Self::default() }
    }

    /// The count for the next time in the log.
    pub fn next(&mut self, stamp: &Stamp) -> i64 {
        let ms = millis(stamp);
        let Some(period) = self.period else { return ms };
        if let Some(last) = self.last {
            // Two hours, or a month, back is a turn; lines of several threads stand closer to each other.
            let step = period / 12;
            if ms < last - step {
                self.turns += 1;
            } else if ms > last + period - step && self.turns > 0 {
                self.turns -= 1;
            }
        }
        self.last = Some(ms);
        ms + self.turns * period
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_as_they_were_read() {
        for text in ["2031-02-03 04:05:06", "2024-02-29 23:59:59.999", "1999-12-31 00:00:00", "2031-12-31 12:00:00"] {
            let stamp = Stamp::parse(text, false).unwrap();
            assert_eq!(written(Precision::Whole, millis(&stamp)), text);
        }
        for (text, precision) in [("02-29 04:05:06", Precision::Day), ("04:05:06", Precision::Time)] {
            let stamp = Stamp::parse(text, false).unwrap();
            assert_eq!(Precision::of(&stamp), precision);
            assert_eq!(written(precision, millis(&stamp)), text);
        }
        assert_eq!(written(Precision::Boot, millis(&Stamp::Boot(12.5))), "12.500");
        let day = |text| millis(&Stamp::parse(text, false).unwrap());
        assert_eq!(day("2032-03-01 00:00:00") - day("2032-02-28 00:00:00"), 2 * DAY_MS);
    }

    #[test]
    fn spans_around_moments() {
        let pair = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        assert_eq!(around("19:42", 2), pair("19:40:00", "19:44:59"));
        assert_eq!(around("yesterday at 00:01:30", 2), pair("23:59:30", "00:03:30"));
        assert_eq!(around("3 Feb 2031, 19:42:07.5", 1), pair("2031-02-03 19:41:07", "2031-02-03 19:43:07"));
        assert_eq!(around("2031-02-03", 2), pair("2031-02-03 00:00:00", "2031-02-03 23:59:59"));
        assert_eq!(around("since the update", 2), None);
    }

    #[test]
    fn a_log_without_days_goes_on_over_midnight() {
        let mut clock = Clock::of(Precision::Time);
        let mut at = |text| clock.next(&Stamp::parse(text, false).unwrap());
        let before = at("23:59:59");
        assert_eq!(at("00:00:01") - before, 2000);
        assert_eq!(at("23:59:59"), before, "a line of another thread");
        assert_eq!(at("00:00:02") - before, 3000);
    }
}
