//! Times as logs write them: recognised by shape.
//!
//! Never here: a clock, a time zone, or a guess about a part that was not written. In which order day and month stand is told by
//! the numbers themselves, and by habit only where they do not tell.

use std::collections::BTreeSet;
use std::ops::Range;

use regex::bytes::Captures;

use super::families::{FAMILIES, FIRST_SHORT, LOCAL_MONTHS, PATTERNS, has_day, has_year};

pub use super::stamp::Stamp;

/// How far into a line a time is looked for at first, in bytes.
const REACH_BYTES: usize = 160;
/// What may stand before a time in front: a bracket and the day of the week.
const FRONT_BYTES: usize = 6;
/// Below this share of lines a shape is chance.
const LEAST_SHARE: f64 = 0.05;

/// The way a log writes its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    family: usize,
    order: Order,
    reach: usize,
}

/// Where the parts of a time stand in a line.
#[derive(Clone, Debug)]
pub struct Places {
    /// Behind the last byte.
    pub end: usize,
    /// The minute.
    pub minute: Option<Range<usize>>,
    /// The second.
    pub second: Option<Range<usize>>,
    /// The part of a second.
    pub fraction: Option<Range<usize>>,
}

/// In which order the parts of a date stand where several are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Habit,
    DayFirst,
    MonthFirst,
    YearFirst,
}

impl Shape {
    /// A family, read as is the habit.
    pub fn plain(family: usize) -> Self {
        Self { family, order: Order::Habit, reach: REACH_BYTES }
    }

    /// The shape most of `lines` agree on; `None` where times are rare.
    pub fn of(lines: &[Vec<u8>]) -> Option<Self> {
        let heads: Vec<&[u8]> = lines.iter().map(Vec::as_slice).filter(|line| !line.trim_ascii().is_empty()).collect();
        // A time at the end of a long line is looked for when there is none at the start of any.
        Self::within(&heads, REACH_BYTES).or_else(|| Self::within(&heads, usize::MAX))
    }

    fn within(heads: &[&[u8]], reach: usize) -> Option<Self> {
        let plain = |family| Self { reach, ..Self::plain(family) };
        if heads.iter().filter(|head| is_delta(head)).count() * 2 > heads.len() {
            return told_in_front(heads).map(plain);
        }
        let seen: Vec<(usize, usize)> = (0..PATTERNS.len()).map(|family| plain(family).count(heads)).collect();
        let most = seen.iter().map(|(all, _)| *all).max().unwrap_or(0);
        let enough = (heads.len() as f64 * LEAST_SHARE).max(if heads.len() < 4 { 1.0 } else { 2.0 });
        // A date is worth more than a few lines that have only the time, and one in front more than one that a message tells.
        let family = if most as f64 >= enough {
            let many = |count: &usize| *count as f64 >= most as f64 * 0.6;
            let in_front = seen.iter().enumerate().position(|(family, (_, front))| many(front) && has_day(family));
            in_front.or_else(|| seen.iter().position(|(all, _)| many(all)))?
        } else {
            (0..PATTERNS.len()).find(|family| {
                has_year(*family) && told_at_the_edge(heads, plain(*family)) || opens(heads, plain(*family))
            })?
        };
        Some(Self { order: order(heads, plain(family)), ..plain(family) })
    }

    /// In how many lines it is, and in how many of them at the start.
    fn count(self, heads: &[&[u8]]) -> (usize, usize) {
        let found: Vec<usize> = heads.iter().filter_map(|head| self.start(head)).collect();
        (found.len(), found.iter().filter(|start| **start <= FRONT_BYTES).count())
    }

    /// Where the time starts in a line.
    fn start(self, line: &[u8]) -> Option<usize> {
        let found = self.captures(line)?;
        stamp(&found, self.order)?;
        Some(found.get(0)?.start())
    }

    /// Its name, such as `YYYY-MM-DD HH:MM:SS`.
    pub fn name(self) -> String {
        let name = FAMILIES.get(self.family).map_or("", |(name, _)| *name);
        match (self.order, name.get(..5)) {
            (Order::DayFirst, Some("MM/DD")) => name.replacen("MM/DD", "DD/MM", 1),
            (Order::DayFirst, Some("YY/MM")) => name.replacen("YY/MM/DD", "DD/MM/YY", 1),
            (Order::MonthFirst, Some("DD-MM")) => name.replacen("DD-MM", "MM-DD", 1),
            (Order::MonthFirst, Some("YY/MM")) => name.replacen("YY/MM/DD", "MM/DD/YY", 1),
            _ => name.to_owned(),
        }
    }

    /// Whether it counts seconds since 1970, which are read as the time in UTC.
    pub fn is_epoch(self) -> bool {
        FAMILIES.get(self.family).is_some_and(|(name, _)| *name == "epoch")
    }

    /// The time at the start of a line, and where it ends.
    pub fn read(self, line: &[u8]) -> Option<(Stamp, usize)> {
        let found = self.captures(line)?;
        let end = found.get(0)?.end();
        Some((stamp(&found, self.order)?, end))
    }

    /// The time at the start of a line with the places of its minute, second and fraction.
    pub fn read_places(self, line: &[u8]) -> Option<(Stamp, Places)> {
        let found = self.captures(line)?;
        let place = |name| found.name(name).map(|part| part.range());
        let places = Places { end: found.get(0)?.end(), minute: place("mi"), second: place("s"), fraction: place("f") };
        Some((stamp(&found, self.order)?, places))
    }

    fn captures(self, line: &[u8]) -> Option<Captures<'_>> {
        PATTERNS.get(self.family)?.captures(line.get(..self.reach).unwrap_or(line))
    }
}

/// A log that says only when it began or ended: a whole date at the start of one of its first or last lines.
fn told_at_the_edge(heads: &[&[u8]], shape: Shape) -> bool {
    const EDGE_LINES: usize = 3;
    const EDGE_BYTES: usize = 48;
    let first = heads.iter().take(EDGE_LINES);
    first
        .chain(heads.iter().rev().take(EDGE_LINES))
        .any(|head| shape.read(head).is_some_and(|(_, end)| end <= EDGE_BYTES))
}

/// A log that is mostly traces: its first line opens with a time, `[04:05:06] [main/FATAL]: …`.
fn opens(heads: &[&[u8]], shape: Shape) -> bool {
    let clock =
        shape.family < FIRST_SHORT && heads.first().is_some_and(|head| shape.start(head).is_some_and(|at| at == 0));
    clock
        && heads
            .first()
            .and_then(|head| shape.read(head))
            .is_some_and(|(stamp, _)| matches!(stamp, Stamp::Clock { .. }))
}

/// `dmesg -H` has a date where the minute changes, `[Feb 3 04:05]`, and `[  +0.000007]` on the lines between.
fn told_in_front(heads: &[&[u8]]) -> Option<usize> {
    const TOLD_BYTES: usize = 16;
    let first = heads.first().filter(|head| head.starts_with(b"["))?;
    let reads = |family: &usize| Shape::plain(*family).read(first).is_some_and(|(_, end)| end <= TOLD_BYTES);
    (0..PATTERNS.len()).find(reads)
}

/// `[  +0.000007] usb 1-1: new device`
pub fn is_delta(line: &[u8]) -> bool {
    line.strip_prefix(b"[").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"+"))
}

/// Which of three numbers is the day: a month is never greater than 12, and the day is what changes.
fn order(heads: &[&[u8]], shape: Shape) -> Order {
    let seen = |name: &str| -> BTreeSet<u32> {
        heads.iter().filter_map(|head| number(&shape.captures(head)?, name)).collect()
    };
    let beyond = |set: &BTreeSet<u32>, most: u32| set.last().is_some_and(|last| *last > most);
    let (first, second) = (seen("a"), seen("b"));
    if !first.is_empty() {
        let moves = first.len() > 1 && second.len() == 1 && !beyond(&second, 12);
        return if beyond(&first, 12) || moves { Order::DayFirst } else { Order::Habit };
    }
    let (first, second) = (seen("p"), seen("q"));
    if !first.is_empty() {
        let moves = second.len() > 1 && first.len() == 1 && !beyond(&first, 12);
        return if beyond(&second, 12) || moves { Order::MonthFirst } else { Order::Habit };
    }
    let (first, second, third) = (seen("u"), seen("v"), seen("w"));
    if first.is_empty() {
        return Order::Habit;
    }
    let year_first = !beyond(&second, 12) && !beyond(&third, 31);
    let month_first = !beyond(&first, 12);
    let day_first = !beyond(&first, 31) && !beyond(&second, 12);
    let recent = third.first().is_some_and(|year| (10..40).contains(year));
    if month_first && (recent || !year_first) {
        let moves = first.len() > 1 && second.len() == 1 && third.len() == 1;
        return if moves && day_first { Order::DayFirst } else { Order::MonthFirst };
    }
    let moves = first.len() > 1 && third.len() == 1;
    if day_first && (moves || !year_first) { Order::DayFirst } else { Order::YearFirst }
}

fn number(found: &Captures, name: &str) -> Option<u32> {
    std::str::from_utf8(found.name(name)?.as_bytes()).ok()?.parse().ok()
}

fn stamp(found: &Captures, order: Order) -> Option<Stamp> {
    let milli = found.name("f").map(|fraction| {
        let digits = fraction.as_bytes().iter().chain(b"000").take(3);
        digits.fold(0, |all, digit| all * 10 + u32::from(digit - b'0'))
    });
    if let Some(boot) = found.name("boot") {
        return std::str::from_utf8(boot.as_bytes()).ok()?.parse().ok().map(Stamp::Boot);
    }
    if let Some(epoch) = number(found, "epoch") {
        return since_epoch(epoch, milli);
    }
    let (year, day) = date(found, order);
    let time = (hour(found)?, number(found, "mi")?, number(found, "s").unwrap_or(0));
    let possible = day.is_none_or(|(month, day)| (1..=12).contains(&month) && (1..=31).contains(&day));
    (possible && time.0 < 24 && time.1 < 60 && time.2 <= 60).then_some(Stamp::Clock { year, day, time, milli })
}

fn since_epoch(seconds: u32, milli: Option<u32>) -> Option<Stamp> {
    let moment = jiff::Timestamp::from_second(i64::from(seconds)).ok()?.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    let time = (moment.hour(), moment.minute(), moment.second());
    Some(Stamp::Clock {
        year: u32::try_from(moment.year()).ok(),
        day: Some((moment.month().unsigned_abs().into(), moment.day().unsigned_abs().into())),
        time: (time.0.unsigned_abs().into(), time.1.unsigned_abs().into(), time.2.unsigned_abs().into()),
        milli,
    })
}

/// The year, and month with day.
fn date(found: &Captures, order: Order) -> (Option<u32>, Option<(u32, u32)>) {
    let told = |name: &str| number(found, name);
    let century = |short: u32| if short >= 70 { 1900 + short } else { 2000 + short };
    if let (Some(u), Some(v), Some(w)) = (told("u"), told("v"), told("w")) {
        // No month is greater than 12, whatever the other lines say.
        let (year, month, day) = match order {
            Order::DayFirst => (w, v, u),
            Order::MonthFirst if u <= 12 => (w, u, v),
            Order::Habit if u <= 12 && (10..40).contains(&w) => (w, u, v),
            _ => (u, v, w),
        };
        return (Some(century(year)), Some((month, day)));
    }
    let year = told("y").or_else(|| told("yy").map(century));
    let pair = told("a").zip(told("b")).map(|(a, b)| if order == Order::DayFirst || a > 12 { (b, a) } else { (a, b) });
    let reverse =
        told("p").zip(told("q")).map(|(p, q)| if order == Order::MonthFirst || q > 12 { (p, q) } else { (q, p) });
    let named = || month(found.name("mon")?.as_bytes());
    let local = || local_month(found.name("local")?.as_bytes());
    let month = told("mo").or_else(named).or_else(local);
    (year, pair.or(reverse).or_else(|| month.zip(told("d"))))
}

/// The hour of the day, with what says which half of it is meant.
fn hour(found: &Captures) -> Option<u32> {
    let hour = number(found, "h")?;
    let behind = found.name("pm").and_then(|half| half.as_bytes().first().map(u8::to_ascii_lowercase));
    let before = found.name("half").and_then(|half| std::str::from_utf8(half.as_bytes()).ok());
    let afternoon = behind == Some(b'p') || matches!(before, Some("下午" | "晚上" | "午後" | "오후" | "中午"));
    let morning = behind == Some(b'a') || matches!(before, Some("上午" | "凌晨" | "早上" | "午前" | "오전"));
    Some(match hour {
        // Noon may be called eleven.
        11 if before == Some("中午") => 11,
        _ if afternoon && hour < 12 => hour + 12,
        12 if morning => 0,
        _ => hour,
    })
}

fn month(name: &[u8]) -> Option<u32> {
    const NAMES: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    NAMES.chunks_exact(3).zip(1..).find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, number)| number)
}

fn local_month(name: &[u8]) -> Option<u32> {
    LOCAL_MONTHS.iter().find(|(known, _)| known.as_bytes() == name).map(|(_, number)| *number)
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
        let short = FAMILIES.iter().position(|(_, pattern)| pattern.contains("{t}"));
        assert_eq!(short, Some(super::super::families::FIRST_SHORT));
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
        for (line, expected) in [
            ("05/03/31 04:05:06 start", "2031-05-03T04:05:06"),
            ("Log file open, 05/03/31 04:05:06", "2031-05-03T04:05:06"),
            ("17/06/09 20:10:40 INFO x", "2017-06-09T20:10:40"),
            ("31-2-3 下午2:11 x", "2031-02-03T14:11:00"),
            ("31-2-3 04:05:06 x", "2031-02-03T04:05:06"),
            ("2031/2/3 上午 02:49 x", "2031-02-03T02:49:00"),
            ("2031-02-03 오후 2:11:05 x", "2031-02-03T14:11:05"),
            ("2031年2月3日 14:11:05 x", "2031-02-03T14:11:05"),
            ("[032月2031 04:05:06.789] [main/INFO]", "2031-02-03T04:05:06.789"),
            ("[03февр.2031 04:05:06.789] [main/INFO]", "2031-02-03T04:05:06.789"),
            ("[03十二月2031 04:05:06.789] [main/INFO]", "2031-12-03T04:05:06.789"),
            ("3 мая 2031 г. 4:05:06 x", "2031-05-03T04:05:06"),
            ("фев 03 04:05:06 host x", "--02-03T04:05:06"),
            ("2月 03 04:05:06 host x", "--02-03T04:05:06"),
            (
                "<![LOG[x]LOG]!><time=\"04:05:06.789+000\" date=\"02-03-2031\" component=\"c\">",
                "2031-02-03T04:05:06.789",
            ),
            ("2031-02-03\t04:05:06:789\t 123", "2031-02-03T04:05:06.789"),
            ("nova.log.1.2031-02-01_13:00:00 2031-02-03 04:05:06.789 1 INFO x", "2031-02-03T04:05:06.789"),
            ("date=2031-02-03 time=04:05:06 x", "2031-02-03T04:05:06"),
            ("03-FEB-2031 04:05:06 * x", "2031-02-03T04:05:06"),
            ("03-02-2031 04:05:06 x", "2031-02-03T04:05:06"),
            ("02-13-2031 04:05:06 x", "2031-02-13T04:05:06"),
            ("310203  4:05:06 [Note] x", "2031-02-03T04:05:06"),
            ("- 1 2031.02.03 n 2031-02-03-04.05.06.789012 n RAS", "2031-02-03T04:05:06.789"),
            ("[02.03 04:05:06] x.exe", "--02-03T04:05:06"),
            ("2/3 04:05:06.789  COMBAT", "--02-03T04:05:06.789"),
            ("{\"level\":30,\"time\":1700000000123,\"msg\":\"x\"}", "2023-11-14T22:13:20.123"),
            ("type=X msg=audit(1700000000.123:9): x", "2023-11-14T22:13:20.123"),
            ("20310203040506.789 x", "2031-02-03T04:05:06.789"),
            ("20310203T040506Z x", "2031-02-03T04:05:06"),
            ("[Mon Feb  3 04:05:06.789012 2031] [core:error] x", "2031-02-03T04:05:06.789"),
            ("Monday, February 3, 2031 4:05:06 PM x", "2031-02-03T16:05:06"),
            ("[02/03/2031 - 04:05:06PM] x", "2031-02-03T16:05:06"),
            ("03.02.2031 04:05 x", "2031-02-03T04:05:00"),
            ("2/3/2031 4:05:06\u{202f}PM x", "2031-02-03T16:05:06"),
            ("2/3/2031 4:05:06 p. m. x", "2031-02-03T16:05:06"),
            ("3 de febrero de 2031 4:05:06 x", "2031-02-03T04:05:06"),
            ("2031-02-03 at 04:05:06 x", "2031-02-03T04:05:06"),
            ("[04:05] <nick> x", "04:05:00"),
            (" 4711:20310203:040506.789 agent started", "2031-02-03T04:05:06.789"),
            ("  Started on Tue 02/13/2031 at 04:05:06.78", "2031-02-13T04:05:06.780"),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        assert_eq!(read("<6>[    0.000000] Linux"), 0.0);
        assert_eq!(read("   12.345 Loading"), 12.345);
        assert_eq!(read(&format!("{} 2031-02-03 04:05:06", "x".repeat(300))), "2031-02-03T04:05:06");
        assert_eq!(read("no time, version 1.2.3"), serde_json::Value::Null);
        assert_eq!(read("99:99:99"), serde_json::Value::Null);
        assert_eq!(read("00:02.0 VGA compatible controller: x"), serde_json::Value::Null);
    }

    #[test]
    fn what_changes_is_the_day() {
        let of = |lines: &[&str]| {
            let lines: Vec<Vec<u8>> = lines.iter().map(|line| line.as_bytes().to_vec()).collect();
            let shape = Shape::of(&lines).unwrap();
            (shape.name(), shape.read(&lines[0]).unwrap().0.to_string())
        };
        let day = |name: &str, stamp: &str| (name.to_owned(), stamp.to_owned());
        assert_eq!(of(&["3/5/2031 04:05:06", "4/5/2031 04:05:06"]), day("DD/MM/YYYY HH:MM:SS", "2031-05-03T04:05:06"));
        assert_eq!(of(&["5/3/2031 04:05:06", "5/4/2031 04:05:06"]), day("MM/DD/YYYY HH:MM:SS", "2031-05-03T04:05:06"));
        assert_eq!(of(&["13/05/31 04:05:06", "14/05/31 04:05:06"]), day("DD/MM/YY HH:MM:SS", "2031-05-13T04:05:06"));
        assert_eq!(of(&["31/05/13 04:05:06", "31/05/14 04:05:06"]), day("YY/MM/DD HH:MM:SS", "2031-05-13T04:05:06"));
        assert_eq!(
            of(&["05-03-2031 04:05:06", "05-13-2031 04:05:06"]),
            day("MM-DD-YYYY HH:MM:SS", "2031-05-03T04:05:06")
        );
    }

    #[test]
    fn a_log_may_say_only_when_it_began() {
        let mut lines = vec![b"2031-02-03 04:05:06 log opened".to_vec()];
        lines.extend((0..99).map(|n| format!("step {n}").into_bytes()));
        assert_eq!(Shape::of(&lines).map(Shape::name).as_deref(), Some("YYYY-MM-DD HH:MM:SS"));
    }

    #[test]
    fn minutes_may_stand_where_they_change() {
        let mut lines = vec![b"[Feb 3 04:05] Linux version 9".to_vec()];
        lines.extend((0..99).map(|n| format!("[  +0.0000{n:02}] device {n}").into_bytes()));
        let shape = Shape::of(&lines).unwrap();
        assert_eq!(shape.read(&lines[0]).unwrap().0.to_string(), "--02-03T04:05:00");
        assert_eq!(Shape::of(&lines[1..]), None);
    }

    #[test]
    fn what_stands_in_front_is_the_time_of_the_line() {
        let of = |line: &str, count: usize, rest: &str| {
            let mut lines = vec![line.as_bytes().to_vec(); count];
            lines.extend((0..60).map(|_| rest.as_bytes().to_vec()));
            Shape::of(&lines).and_then(|shape| shape.read(&lines[0])).map(|(stamp, _)| stamp.to_string())
        };
        let inner = "[Feb 3 04:05:06] SECURITY: Event=\"2031-02-03T04:05:07\"";
        assert_eq!(of(inner, 60, inner).as_deref(), Some("--02-03T04:05:06"));
        assert_eq!(of("04:05:06 [2031-02-03 04:05:07] x", 60, "x").as_deref(), Some("2031-02-03T04:05:07"));
        assert_eq!(of("[04:05:06] [main/FATAL]: x", 1, "\tat a.b(C.java:7)").as_deref(), Some("04:05:06"));
        assert_eq!(of("version 04:05:06", 1, "x"), None);
    }

    #[test]
    fn most_lines_decide() {
        let mut lines = vec![b"=== started: 2/3/2031  4:05:06 ===".to_vec()];
        lines.extend((10..60).map(|n| format!("Action {n} 4:05:{n}: x").into_bytes()));
        assert_eq!(Shape::of(&lines).map(Shape::name), Some("HH:MM:SS".into()));
        let plain: Vec<_> = (0..50).map(|n| format!("Version 1.{n}").into_bytes()).collect();
        assert_eq!(Shape::of(&plain), None);
    }
}
