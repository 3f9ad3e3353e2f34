//! Times as logs write them: recognised by shape, compared by what both sides have.
//!
//! Never here: a clock, a time zone, or a guess about a part that was not written.

use std::cmp::Ordering;
use std::fmt;
use std::sync::LazyLock;

use regex::bytes::{Captures, Regex, RegexBuilder};
use serde::{Serialize, Serializer};

/// How far into a line a time is looked for, in bytes.
const REACH_BYTES: usize = 160;
/// Below this share of lines a shape is chance.
const LEAST_SHARE: f64 = 0.05;

const TIME: &str = r"(?<h>\d{1,2}):(?<mi>\d{2}):(?<s>\d{2})(?:[.,:](?<f>\d{1,9}))?";
const MONTH: &str = "(?<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

/// Name and pattern of each family, the more telling before the less. `{T}` is a time of day, `{M}` a month by name.
const FAMILIES: [(&str, &str); 19] = [
    ("YYYY-MM-DD HH:MM:SS", r"(?:^|\D)(?<y>\d{4})[-/.](?<mo>\d{1,2})[-/.](?<d>\d{1,2})(?:T|[ ,_-]{1,2}){T}"),
    (
        "YYYY.MM.DD-HH.MM.SS",
        r"(?<y>\d{4})[.-](?<mo>\d{2})[.-](?<d>\d{2})-(?<h>\d{2})\.(?<mi>\d{2})\.(?<s>\d{2})(?:[:.](?<f>\d{1,9}))?",
    ),
    ("DD/Mon/YYYY:HH:MM:SS", r"(?<d>\d{1,2})/{M}/(?<y>\d{4})[: ]{T}"),
    ("Mon DD HH:MM:SS YYYY", r"{M} +(?<d>\d{1,2}) {T} (?:[A-Z]{2,5} )?(?<y>\d{4})"),
    ("Mon DD, YYYY HH:MM:SS", r"{M} (?<d>\d{1,2}), (?<y>\d{4}),? {T}(?: ?(?<pm>[AaPp]\.?[Mm]))?"),
    ("DD Mon YYYY HH:MM:SS", r"(?<d>\d{1,2})[ -]?{M}[ -]?(?<y>\d{4}),?[ T]{T}"),
    ("MM/DD/YYYY HH:MM:SS", r"(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4}),?[ -]+{T}(?: ?(?<pm>[AaPp]\.?[Mm]))?"),
    ("DD.MM.YYYY HH:MM:SS", r"(?<d>\d{1,2})\.(?<mo>\d{1,2})\.(?<y>\d{4}),? +{T}"),
    (
        "YYYYMMDD-HH:MM:SS",
        r"(?:^|\D)(?<y>20\d{2})(?<mo>\d{2})(?<d>\d{2})[-_ T](?<h>\d{1,2}):?(?<mi>\d{1,2}):?(?<s>\d{1,2})(?:[.,:](?<f>\d{1,9}))?",
    ),
    ("YY/MM/DD HH:MM:SS", r"(?:^|\D)(?<yy>\d{2})/(?<mo>\d{2})/(?<d>\d{2}) {T}"),
    ("YYMMDD HHMMSS", r"^(?<yy>\d{2})(?<mo>\d{2})(?<d>\d{2}) (?<h>\d{2})(?<mi>\d{2})(?<s>\d{2})\s"),
    ("MMDD HH:MM:SS", r"^[IWEF](?<mo>\d{2})(?<d>\d{2}) {T}"),
    ("MMDD/HHMMSS", r"\[(?:\d+:\d+:)?(?<mo>\d{2})(?<d>\d{2})/(?<h>\d{2})(?<mi>\d{2})(?<s>\d{2})(?:\.(?<f>\d{1,9}))?:"),
    ("Mon DD HH:MM:SS", r"{M} +(?<d>\d{1,2}) {T}"),
    ("MM-DD HH:MM:SS", r"(?:^|[^\d.-])(?<mo>\d{2})[-.](?<d>\d{2}) +{T}"),
    ("epoch", r"(?:^|[\s\[(])(?<epoch>1\d{9})\.?(?<f>\d{3,9})?(?:[\s\]),:|]|$)"),
    ("seconds since boot", r"^\[ *(?<boot>\d+\.\d{3,9})\]"),
    ("HH:MM:SS AM", r"(?:^|[^\d:.]){T} ?(?<pm>[AaPp]\.?[Mm])\b"),
    ("HH:MM:SS", r"(?:^|[^\d:.]){T}"),
];

static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let pattern = |source: &str| source.replace("{T}", TIME).replace("{M}", MONTH);
    FAMILIES.iter().filter_map(|(_, source)| RegexBuilder::new(&pattern(source)).unicode(false).build().ok()).collect()
});

/// The way a log writes its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    family: usize,
    day_first: bool,
}

impl Shape {
    /// The shape most of `lines` agree on; `None` where times are rare.
    pub fn of(lines: &[Vec<u8>]) -> Option<Self> {
        let heads: Vec<&[u8]> =
            lines.iter().map(|line| reach(line)).filter(|line| !line.trim_ascii().is_empty()).collect();
        let plain = |family| Self { family, day_first: false };
        let counts: Vec<usize> = (0..PATTERNS.len())
            .map(|family| heads.iter().filter(|head| plain(family).read(head).is_some()).count())
            .collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let enough = (heads.len() as f64 * LEAST_SHARE).max(if heads.len() < 4 { 1.0 } else { 2.0 });
        if (most as f64) < enough {
            return None;
        }
        // A date is worth more than a few lines that have only the time.
        let family = counts.iter().position(|count| *count as f64 >= most as f64 * 0.6)?;
        let day_first =
            heads.iter().filter_map(|head| PATTERNS[family].captures(head)).any(|found| number(&found, "a") > Some(12));
        Some(Self { family, day_first })
    }

    /// Its name, such as `YYYY-MM-DD HH:MM:SS`.
    pub fn name(self) -> &'static str {
        if self.day_first { "DD/MM/YYYY HH:MM:SS" } else { FAMILIES[self.family].0 }
    }

    /// The time at the start of a line, and where it ends.
    pub fn read(self, line: &[u8]) -> Option<(Stamp, usize)> {
        let found = PATTERNS.get(self.family)?.captures(reach(line))?;
        let end = found.get(0)?.end();
        Some((stamp(&found, self.day_first)?, end))
    }
}

fn reach(line: &[u8]) -> &[u8] {
    line.get(..REACH_BYTES).unwrap_or(line)
}

fn number(found: &Captures, name: &str) -> Option<u32> {
    std::str::from_utf8(found.name(name)?.as_bytes()).ok()?.parse().ok()
}

fn stamp(found: &Captures, day_first: bool) -> Option<Stamp> {
    let milli = found.name("f").map(|fraction| {
        let digits = fraction.as_bytes().iter().chain(b"000").take(3);
        digits.fold(0, |all, digit| all * 10 + u32::from(digit - b'0'))
    });
    if let Some(boot) = found.name("boot") {
        return std::str::from_utf8(boot.as_bytes()).ok()?.parse().ok().map(Stamp::Boot);
    }
    if let Some(epoch) = number(found, "epoch") {
        let moment = jiff::Timestamp::from_second(i64::from(epoch)).ok()?.to_zoned(jiff::tz::TimeZone::UTC).datetime();
        return Some(Stamp::Clock {
            year: u32::try_from(moment.year()).ok(),
            day: Some((moment.month().unsigned_abs().into(), moment.day().unsigned_abs().into())),
            time: (
                moment.hour().unsigned_abs().into(),
                moment.minute().unsigned_abs().into(),
                moment.second().unsigned_abs().into(),
            ),
            milli,
        });
    }
    let year = number(found, "y").or_else(|| number(found, "yy").map(|short| 2000 + short));
    let (a, b) = (number(found, "a"), number(found, "b"));
    // No month is greater than 12, whatever the other lines say.
    let (first, second) = if day_first || a > Some(12) { (b, a) } else { (a, b) };
    let month = number(found, "mo").or(first).or_else(|| month(found.name("mon")?.as_bytes()));
    let day = number(found, "d").or(second);
    let day = month.zip(day);
    let mut hour = number(found, "h")?;
    match found.name("pm").and_then(|half| half.as_bytes().first().map(u8::to_ascii_lowercase)) {
        Some(b'p') if hour < 12 => hour += 12,
        Some(b'a') if hour == 12 => hour = 0,
        _ => {}
    }
    let time = (hour, number(found, "mi")?, number(found, "s")?);
    let possible = day.is_none_or(|(month, day)| (1..=12).contains(&month) && (1..=31).contains(&day));
    (possible && time.0 < 24 && time.1 < 60 && time.2 <= 60).then_some(Stamp::Clock { year, day, time, milli })
}

fn month(name: &[u8]) -> Option<u32> {
    const NAMES: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    NAMES.chunks_exact(3).zip(1..).find(|(known, _)| *known == name).map(|(_, number)| number)
}

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
    let families = (0..PATTERNS.len()).map(|family| Shape { family, day_first: false });
    families.filter_map(|shape| shape.read(text.as_bytes())).map(|(stamp, _)| stamp).next().or_else(boot)
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

    fn read(line: &str) -> serde_json::Value {
        let shape = Shape::of(&[line.as_bytes().to_vec()]);
        serde_json::to_value(shape.and_then(|shape| shape.read(line.as_bytes())).map(|(stamp, _)| stamp)).unwrap()
    }

    #[test]
    fn every_pattern_compiles() {
        assert_eq!(PATTERNS.len(), FAMILIES.len());
    }

    #[test]
    fn families_are_read() {
        assert_eq!(read("2031-02-03T04:05:06.789Z start"), "2031-02-03T04:05:06.789");
        assert_eq!(read("2031-02-03 04:05:06,7 start"), "2031-02-03T04:05:06.700");
        assert_eq!(read("[2031.02.03-04.05.06:789][  0]LogInit: x"), "2031-02-03T04:05:06.789");
        assert_eq!(read("192.0.2.1 - - [03/Feb/2031:04:05:06 +0300] \"GET /\""), "2031-02-03T04:05:06");
        assert_eq!(read("[Mon Feb 03 04:05:06 2031] [notice] ok"), "2031-02-03T04:05:06");
        assert_eq!(read("Feb 3, 2031 4:05:06 PM example.Main run"), "2031-02-03T16:05:06");
        assert_eq!(read("[03Feb2031 04:05:06.789] [main/INFO]"), "2031-02-03T04:05:06.789");
        assert_eq!(read("2/3/2031 12:05:06 AM start"), "2031-02-03T00:05:06");
        assert_eq!(read("23/2/2031 04:05:06 start"), "2031-02-23T04:05:06");
        assert_eq!(read("03.02.2031 04:05:06 запуск"), "2031-02-03T04:05:06");
        assert_eq!(read("20310203-4:5:6:789|Step"), "2031-02-03T04:05:06.789");
        assert_eq!(read("31/02/03 04:05:06 INFO x"), "2031-02-03T04:05:06");
        assert_eq!(read("310203 040506 148 INFO x"), "2031-02-03T04:05:06");
        assert_eq!(read("E0203 04:05:06.789012 12 file.cc:3] x"), "--02-03T04:05:06.789");
        assert_eq!(read("[12:34:0203/040506.789:ERROR:gpu.cc(3)] x"), "--02-03T04:05:06.789");
        assert_eq!(read("Feb  3 04:05:06 host sshd[1]: x"), "--02-03T04:05:06");
        assert_eq!(read("02-03 04:05:06.789  1  2 D Tag: x"), "--02-03T04:05:06.789");
        assert_eq!(read("1700000000.123 request"), "2023-11-14T22:13:20.123");
        assert_eq!(read("1700000000123 request"), "2023-11-14T22:13:20.123");
        assert_eq!(read("[   12.345678] usb 1-1: new"), 12.345_678);
        assert_eq!(read("MSI (s) (94:70) [04:05:06:789]: x"), "04:05:06.789");
        assert_eq!(read("4:05:06 pm x"), "16:05:06");
        assert_eq!(read("no time, version 1.2.3"), serde_json::Value::Null);
        assert_eq!(read("99:99:99"), serde_json::Value::Null);
    }

    #[test]
    fn most_lines_decide() {
        let mut lines = vec![b"=== started: 2/3/2031  4:05:06 ===".to_vec()];
        lines.extend((10..60).map(|n| format!("Action {n} 4:05:{n}: x").into_bytes()));
        assert_eq!(Shape::of(&lines).map(Shape::name), Some("HH:MM:SS"));
        let plain: Vec<_> = (0..50).map(|n| format!("Version 1.{n}").into_bytes()).collect();
        assert_eq!(Shape::of(&plain), None);
    }

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
