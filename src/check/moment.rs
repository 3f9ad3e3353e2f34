//! Whether a log covers the moment the user names. What was not written on one side is not compared; there is no clock,
//! so "yesterday" says nothing here.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::model::{EvidenceKind, Fix, Frequency, Incident, Lang, LogTimes};
use crate::text::tf;

use super::predicate::Finding;
use super::words::both;

/// People round; a log of a crash ends a little before the time they remember.
const SLACK_SECS: i64 = 15 * 60;
const DAY_SECS: i64 = 24 * 60 * 60;

/// A month and a day in it.
type MonthDay = (i64, i64);

/// A point in time as far as it was written: month and day belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Moment {
    year: Option<i64>,
    day: Option<MonthDay>,
    /// Seconds since midnight.
    time: Option<i64>,
}

/// How a log stands to a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Covers,
    /// It ends before.
    Before,
    /// It begins after.
    After,
    /// Beside it, one cannot say on which side.
    Beside,
}

pub(super) fn evaluate(incident: &Incident, lang: Lang) -> Option<Finding> {
    let draft = &incident.draft;
    let moments = moments(&draft.started);
    let logs = incident.evidence.iter().filter(|file| file.problem.is_none() && file.recognised == EvidenceKind::Log);
    let mut judged = 0;
    let mut covered = false;
    let mut told = Vec::new();
    for log in logs {
        let Some(times) = &log.times else { continue };
        let stands: Vec<Stands> = moments.iter().filter_map(|moment| stands(*moment, times)).collect();
        if stands.is_empty() {
            continue;
        }
        judged += 1;
        covered |= stands.iter().zip(&moments).any(|(stands, moment)| is_fine(*stands, *moment, draft.frequency));
        let values = [
            ("name", log.name.as_str().into()),
            ("first", shown(&times.first).into()),
            ("last", shown(&times.last).into()),
        ];
        told.push(tf(lang, "check-log-covers", &values));
    }
    (judged > 0).then(|| Finding::new("evidence", covered, Fix::Replace).detail(told.join(" ")))
}

/// A problem that comes again is in a later log too; only a single event, or one with its time of day, is not.
fn is_fine(stands: Stands, moment: Moment, frequency: Frequency) -> bool {
    let again = matches!(frequency, Frequency::EveryTime | Frequency::Often | Frequency::Sometimes);
    let single = frequency == Frequency::Once || (frequency == Frequency::Unknown && moment.time.is_some());
    match stands {
        Stands::Covers => true,
        Stands::Before => false,
        Stands::After => !single,
        Stands::Beside => again,
    }
}

/// A time of a log for people: without `T`, `--` and parts of a second.
fn shown(time: &str) -> String {
    let time = time.trim_start_matches('-').replace('T', " ");
    time.split('.').next().unwrap_or_default().to_owned()
}

/// Where the log stands to `moment`; `None` where the two have nothing in common to compare.
fn stands(moment: Moment, times: &LogTimes) -> Option<Stands> {
    let (first, last) = (log_time(&times.first)?, log_time(&times.last)?);
    match (moment.day, first.day, last.day) {
        (Some(day), Some(from), Some(to)) => Some(by_day((moment, day), (first, from), (last, to))),
        _ => by_time(moment, first, last),
    }
}

/// Both name days: compared by those, by the year where all have one, by the time where the user gives one.
fn by_day(moment: (Moment, MonthDay), first: (Moment, MonthDay), last: (Moment, MonthDay)) -> Stands {
    let number = |(of, day): (Moment, MonthDay), years: bool, precise: bool| {
        let year = of.year.filter(|_| years).unwrap_or_default();
        day_number(year, day) * DAY_SECS + of.time.filter(|_| precise).unwrap_or_default()
    };
    // A log of a year and more has every day.
    let logs_have_years = first.0.year.is_some() && last.0.year.is_some();
    let long =
        logs_have_years && number(last, true, false) - number(first, true, false) >= day_number(1, (0, 0)) * DAY_SECS;
    let years = logs_have_years && moment.0.year.is_some();
    if long && !years {
        return Stands::Covers;
    }
    let precise = moment.0.time.is_some();
    let slack = if precise { SLACK_SECS } else { 0 };
    let (from, to) = (number(first, years, precise) - slack, number(last, years, precise) + slack);
    let at = number(moment, years, precise);
    // A log over New Year without years ends before it begins.
    let over_new_year = from > to;
    let covers = if over_new_year { at >= from || at <= to } else { (from..=to).contains(&at) };
    if covers {
        Stands::Covers
    } else if over_new_year {
        Stands::Beside
    } else if at > to {
        Stands::Before
    } else {
        Stands::After
    }
}

/// One side has no day: compared by the time of day, if both have that.
fn by_time(moment: Moment, first: Moment, last: Moment) -> Option<Stands> {
    let (at, from, to) = (moment.time?, first.time?, last.time?);
    // A log of more than a day has every time.
    if first.day != last.day {
        return Some(Stands::Covers);
    }
    let over_midnight = from > to;
    let (from, to) = (from - SLACK_SECS, to + SLACK_SECS);
    let covers = if over_midnight { at >= from || at <= to } else { (from..=to).contains(&at) };
    Some(if covers { Stands::Covers } else { Stands::Beside })
}

/// Days since some day long ago; good enough to compare.
fn day_number(year: i64, (month, day): MonthDay) -> i64 {
    year * 372 + month * 31 + day
}

/// The time of a log in one of its three forms.
fn log_time(text: &str) -> Option<Moment> {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:(?:(?<y>\d{4})-|--)(?<mo>\d{2})-(?<d>\d{2})T)?(?<h>\d{2}):(?<mi>\d{2}):(?<s>\d{2})").ok()
    });
    let found = FORM.as_ref()?.captures(text)?;
    Some(Moment { year: number(&found, "y"), day: day(&found), time: time(&found, "h", "mi", "s", "pm") })
}

/// Every point in time that the user's words name.
fn moments(text: &str) -> Vec<Moment> {
    static ISO: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(\d)t(\d)").ok());
    let text: String = text.chars().map(super::page::normal).collect();
    let text = ISO.as_ref().map_or_else(|| text.clone(), |iso| iso.replace_all(&text, "$1 $2").into_owned());
    let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
    let mut days: Vec<(Option<i64>, MonthDay)> = Vec::new();
    for pattern in DAYS.iter() {
        for found in pattern.captures_iter(&text) {
            let Some(whole) = found.get(0) else { continue };
            if taken.iter().any(|other| other.start < whole.end() && whole.start() < other.end) {
                continue;
            }
            taken.push(whole.range());
            days.extend(read_day(&found));
        }
    }
    let mut times = Vec::new();
    for pattern in TIMES.iter() {
        for found in pattern.captures_iter(&text) {
            let Some(whole) = found.get(0) else { continue };
            if !taken.iter().any(|other| other.start < whole.end() && whole.start() < other.end) {
                taken.push(whole.range());
                times.extend(time(&found, "h", "mi", "s", "pm"));
            }
        }
    }
    let at = |time: Option<i64>| -> Vec<Moment> {
        if days.is_empty() {
            return time.map(|time| Moment { time: Some(time), ..Moment::default() }).into_iter().collect();
        }
        days.iter().map(|(year, day)| Moment { year: *year, day: Some(*day), time }).collect()
    };
    if times.is_empty() { at(None) } else { times.into_iter().flat_map(|time| at(Some(time))).collect() }
}

static DAYS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let months: Vec<&str> = both().iter().flat_map(|words| words.months.iter().flatten()).map(String::as_str).collect();
    let month = format!("(?<mon>{})", months.join("|"));
    [
        r"\b(?<y>\d{4})[-/.](?<mo>\d{1,2})[-/.](?<d>\d{1,2})\b".to_owned(),
        r"\b(?<d>\d{1,2})\.(?<mo>\d{1,2})\.(?<y>\d{4})\b".to_owned(),
        r"\b(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4})\b".to_owned(),
        format!(r"\b(?<d>\d{{1,2}})(?:st|nd|rd|th|-го|-ое)?(?:\s+of)?[\s-]+{month}\b\.?(?:,?[\s-]+(?<y>\d{{4}})\b)?"),
        format!(r"\b{month}\b\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?<y>\d{{4}})\b)?"),
        // Without a year only where it cannot be a version: after a preposition of the Russian date, or before a time.
        r"(?:^|\s)(?:с|со)\s+(?<d>\d{1,2})\.(?<mo>\d{2})(?:\s|,|;|$)".to_owned(),
        r"(?:^|\s)(?<d>\d{1,2})\.(?<mo>\d{2}),?\s+(?:в|около|at)\s+\d{1,2}:".to_owned(),
        r"(?:^|\s)(?<a>\d{1,2})/(?<b>\d{1,2})(?:\s|,|;|$)".to_owned(),
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

static TIMES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"\b(?<h>\d{1,2}):(?<mi>\d{2})(?::(?<s>\d{2}))?(?:\.\d+)?(?:\s?(?<pm>[ap])\.?m\b)?",
        r"\b(?<h>\d{1,2})\s?(?<pm>[ap])\.?m\b",
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

fn number(found: &Captures, name: &str) -> Option<i64> {
    found.name(name)?.as_str().parse().ok()
}

fn valid((month, day): MonthDay) -> Option<MonthDay> {
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
}

fn day(found: &Captures) -> Option<MonthDay> {
    valid((number(found, "mo")?, number(found, "d")?))
}

fn read_day(found: &Captures) -> Option<(Option<i64>, MonthDay)> {
    let year = number(found, "y");
    if let (Some(a), Some(b)) = (number(found, "a"), number(found, "b")) {
        // The one above 12 is the day; where none is, nobody can tell.
        return match (a > 12, b > 12) {
            (true, false) => Some((year, valid((b, a))?)),
            (false, true) => Some((year, valid((a, b))?)),
            _ => None,
        };
    }
    if let Some(name) = found.name("mon") {
        let month = both().iter().find_map(|words| {
            words.months.iter().position(|spellings| spellings.iter().any(|one| one == name.as_str()))
        })?;
        return Some((year, valid((i64::try_from(month).ok()? + 1, number(found, "d")?))?));
    }
    Some((year, day(found)?))
}

fn time(found: &Captures, hours: &str, minutes: &str, seconds: &str, half: &str) -> Option<i64> {
    let mut hour = number(found, hours)?;
    let named = |name: &str| found.name(name).map(|part| part.as_str());
    // Not every pattern has a half of the day.
    match found.name(half).map(|half| half.as_str()) {
        Some("p") if hour < 12 => hour += 12,
        Some("a") if hour == 12 => hour = 0,
        _ => {}
    }
    let minute = if named(minutes).is_some() { number(found, minutes)? } else { 0 };
    let second = if named(seconds).is_some() { number(found, seconds)? } else { 0 };
    (hour < 24 && minute < 60 && second < 61).then_some(hour * 3600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Draft, Evidence, Facts};

    /// Year, month and day, minutes since midnight.
    type Read = (Option<i64>, Option<MonthDay>, Option<i64>);

    fn read(text: &str) -> Vec<Read> {
        moments(text).into_iter().map(|one| (one.year, one.day, one.time.map(|secs| secs / 60))).collect()
    }

    #[test]
    fn moments_are_read_as_people_write_them() {
        let day = Some((11, 18));
        let at = Some(21 * 60 + 40);
        for (text, moment) in [
            ("2026-11-18T21:40:05", (Some(2026), day, at)),
            ("18 November 2026 21:40", (Some(2026), day, at)),
            ("November 18, 2026 at 9:40 PM", (Some(2026), day, at)),
            ("on the 18th of November", (None, day, None)),
            ("Nov 18", (None, day, None)),
            ("18.11.2026", (Some(2026), day, None)),
            ("с 18.11", (None, day, None)),
            ("18 ноября в 21:40", (None, day, at)),
            ("18 ноября 2026 г.", (Some(2026), day, None)),
            ("11/18", (None, day, None)),
            ("18/11/2026, 21:40", (Some(2026), day, at)),
            ("about 9:40 pm", (None, None, at)),
            ("вчера в 21:40", (None, None, at)),
        ] {
            assert_eq!(read(text), [moment], "{text}");
        }
        assert_eq!(read("18 Nov 2026, again on 20 Nov 2026").len(), 2);
    }

    #[test]
    fn what_is_no_moment_says_nothing() {
        for text in [
            "",
            "yesterday",
            "вчера",
            "since the last update",
            "11/12",
            "11/12/2026",
            "With macOS 26.0; macOS 15.6 is fine",
            "version 18.11",
            "driver 572.83",
            "since build 2026",
            "99 ноября",
            "25:70",
            "in November 2026",
            "с версии 24.04",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    fn outcome(started: &str, first: &str, last: &str, frequency: Frequency) -> Option<bool> {
        let log = Evidence {
            name: "a.log".into(),
            recognised: EvidenceKind::Log,
            times: Some(LogTimes { first: first.into(), last: last.into() }),
            ..Evidence::default()
        };
        let incident = Incident {
            draft: Draft { started: started.into(), frequency, ..Draft::default() },
            destination_name: String::new(),
            lang: Lang::En,
            created: String::new(),
            chosen: std::collections::BTreeMap::new(),
            sections: Vec::new(),
            facts: Facts::default(),
            evidence: vec![log],
            fingerprint: 0,
        };
        evaluate(&incident, Lang::En).map(|finding| finding.judgement == super::super::predicate::Judgement::Met)
    }

    #[test]
    fn a_log_is_held_against_what_both_have() {
        let once = |started: &str, first: &str, last: &str| outcome(started, first, last, Frequency::Once);
        let (first, last) = ("2026-11-18T19:41:06.970", "2026-11-18T19:43:02");
        assert_eq!(once("18 Nov 2026", first, last), Some(true));
        assert_eq!(once("18 Nov", first, last), Some(true));
        assert_eq!(once("18 Nov 2025", first, last), Some(false));
        assert_eq!(once("18 ноября в 19:50", first, last), Some(true), "people round");
        assert_eq!(once("18 ноября в 21:40", first, last), Some(false));
        assert_eq!(once("at 19:42", first, last), Some(true));
        assert_eq!(once("at 7 am", first, last), Some(false));
        assert_eq!(once("20 Nov 2026", first, last), Some(false));
        assert_eq!(once("yesterday", first, last), None);
        assert_eq!(once("18 Nov 2026", "12.5", "99.1"), None, "seconds since the start");
        assert_eq!(once("1 January", "--12-31T23:00:00", "--01-01T02:00:00"), Some(true));
        assert_eq!(once("5 June", "--12-31T23:00:00", "--01-01T02:00:00"), Some(false));
        assert_eq!(once("5 June", "2024-11-01T00:00:00", "2026-01-01T02:00:00"), Some(true));
        assert_eq!(once("at 0:10", "23:50:00", "00:05:00"), Some(true));
        assert_eq!(once("18 Nov", "23:50:00", "00:05:00"), None);
        assert_eq!(once("at 3:00", "2026-11-18T19:41:06", "2026-11-19T19:41:06"), Some(true));
    }

    #[test]
    fn what_comes_again_is_in_a_later_log_too() {
        let later =
            |started: &str, frequency| outcome(started, "2026-11-20T10:00:00", "2026-11-20T11:00:00", frequency);
        assert_eq!(later("18 Nov 2026", Frequency::EveryTime), Some(true));
        assert_eq!(later("18 Nov 2026", Frequency::Unknown), Some(true));
        assert_eq!(later("18 Nov 2026, 21:40", Frequency::Unknown), Some(false));
        assert_eq!(later("18 Nov 2026", Frequency::Once), Some(false));
        assert_eq!(later("22 Nov 2026", Frequency::EveryTime), Some(false), "older than the problem");
    }
}
