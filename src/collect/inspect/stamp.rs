//! A moment as a log wrote it, compared by what both sides have.
//!
//! Never here: a clock, a time zone, or a guess about a part that was not written.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

use super::families::{FAMILIES, FIRST_SHORT};
use super::timestamp::Shape;

/// A moment as a log wrote it: wall time, no zone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stamp {
    /// A time of day, with as much of the date as was written.
    Clock {
        /// Year with century.
        year: Option<u32>,
        /// Month and day.
        day: Option<(u32, u32)>,
        /// Hour, minute, second.
        time: (u32, u32, u32),
        /// Milliseconds, where written.
        milli: Option<u32>,
    },
    /// Seconds since the system started.
    Boot(f64),
}

impl Stamp {
    /// What a person wrote as the start (`last` false) or the end of a span: any family, also without seconds or without a time.
    #[must_use]
    pub fn parse(text: &str, last: bool) -> Option<Self> {
        let text = text.trim().trim_end_matches('Z');
        let (seconds, day) = if last { (":59", " 23:59:59") } else { (":00", " 00:00:00") };
        let whole_day = || any(&format!("{text}{day}")).filter(Self::has_day);
        let stamp = any(text).or_else(|| any(&format!("{text}{seconds}"))).or_else(whole_day)?;
        Some(match stamp {
            Self::Clock { year, day, time, milli: None } if last => Self::Clock { year, day, time, milli: Some(999) },
            written => written,
        })
    }

    /// The first time in what a program wrote, of any family, and where it ends in bytes.
    #[must_use]
    pub fn within(text: &str) -> Option<(Self, usize)> {
        (0..FAMILIES.len()).find_map(|family| Shape::plain(family).read(text.as_bytes()))
    }

    /// Compares what both have: the whole date, or month and day, or only the time of day.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Boot(a), Self::Boot(b)) => a.partial_cmp(b),
            (
                Self::Clock { year, day, time, milli },
                Self::Clock { year: other_year, day: other_day, time: other_time, milli: other_milli },
            ) => {
                let of_day = time.cmp(other_time).then(milli.unwrap_or(0).cmp(&other_milli.unwrap_or(0)));
                let Some((day, other_day)) = day.zip(*other_day) else { return Some(of_day) };
                let of_year = year.zip(*other_year).map_or(Ordering::Equal, |(a, b)| a.cmp(&b));
                Some(of_year.then(day.cmp(&other_day)).then(of_day))
            }
            _ => None,
        }
    }

    /// Whether it names a day, not only a time of day.
    #[must_use]
    pub fn has_day(&self) -> bool {
        matches!(self, Self::Boot(_) | Self::Clock { day: Some(_), .. })
    }
}

fn any(text: &str) -> Option<Stamp> {
    let boot = || text.parse().ok().filter(|secs: &f64| secs.is_finite() && *secs < 1e9).map(Stamp::Boot);
    (0..FIRST_SHORT).find_map(|family| Shape::plain(family).read(text.as_bytes())).map(|(stamp, _)| stamp).or_else(boot)
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (year, day, (hour, minute, second), milli) = match self {
            Self::Boot(secs) => return write!(f, "{secs}"),
            Self::Clock { year, day, time, milli } => (year, day, time, milli),
        };
        match (year, day) {
            (Some(year), Some((month, day))) => write!(f, "{year:04}-{month:02}-{day:02}T")?,
            (None, Some((month, day))) => write!(f, "--{month:02}-{day:02}T")?,
            _ => {}
        }
        write!(f, "{hour:02}:{minute:02}:{second:02}")?;
        milli.map_or(Ok(()), |milli| write!(f, ".{milli:03}"))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Boot(secs) => serializer.serialize_f64(*secs),
            Self::Clock { .. } => serializer.collect_str(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_compare_by_what_both_have() {
        let whole = Stamp::parse("2031-02-03 04:05:06", false).unwrap();
        let less = |text| Stamp::parse(text, false).unwrap().compare(&whole);
        assert_eq!(less("04:05"), Some(Ordering::Less));
        assert_eq!(less("Feb 4 00:00:00"), Some(Ordering::Greater));
        assert_eq!(less("2030-12-31"), Some(Ordering::Less));
        assert_eq!(less("12.5"), None);
        assert_eq!(Stamp::parse("04:05", true).unwrap().compare(&whole), Some(Ordering::Greater));
        assert_eq!(Stamp::parse("soon", false), None);
    }
}
