//! When a crash happened, as its report tells it.
//!
//! Never here: a clock, or the zone of this computer. What a report leaves open stays open.

use super::stamp::Stamp;
use super::zone;
use crate::model::CrashTime;

/// Lines of a report that are looked at.
const LINES: usize = 400;

/// Before the time of a crash at the start of a line, in the reports that name it; what is surer stands first.
const KEYS: [&str; 9] = [
    "Date/Time:",
    "Timestamp:",
    "Crash Time:",
    "Time of crash:",
    "Error occurred at ",
    "Time:",
    "time:",
    "Date:",
    "----- pid ",
];
/// The same anywhere in a line of Apple's JSON; when the report was written stands in for when it was taken.
const MEMBERS: [&str; 2] = ["\"captureTime\"", "\"timestamp\""];
/// Before a count of 100-nanosecond steps, with the seconds from its start to 1970.
const COUNTS: [(&str, i64); 2] = [("EventTime=", 11_644_473_600), ("<TimeOfCrash>", 62_135_596_800)];
/// Steps of such a count in a second.
const STEPS: i64 = 10_000_000;

/// The time of the crash that a report is about; `None` where it tells none, or none with a day.
pub fn happened(text: &str) -> Option<CrashTime> {
    let lines = || text.lines().take(LINES).map(|line| line.trim_start_matches('\u{feff}').trim_start());
    let counted = COUNTS.iter().find_map(|(key, start)| {
        let digits = lines().find_map(|line| line.split_once(key)).map(|(_, digits)| digits)?;
        let count: i64 = digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
        // A count from nothing is no time.
        Some(count / STEPS - start).filter(|secs| *secs > 0).map(CrashTime::Moment)
    });
    let member = |key: &str| lines().find_map(|line| wall(line.split_once(key)?.1));
    let key = || KEYS.iter().find_map(|key| lines().find_map(|line| wall(line.strip_prefix(key)?)));
    let [taken, reported] = MEMBERS;
    counted.or_else(|| member(taken)).or_else(key).or_else(|| member(reported))
}

/// The first time in a text with a day.
fn wall(text: &str) -> Option<CrashTime> {
    let (stamp, end) = Stamp::within(text)?;
    let Stamp::Clock { day: Some(_), .. } = stamp else { return None };
    let ahead = zone::ahead(text.as_bytes().get(end..).unwrap_or_default());
    Some(CrashTime::Wall { written: stamp.to_string().replace('T', " "), ahead })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, ahead: Option<i32>) -> CrashTime {
        CrashTime::Wall { written: text.into(), ahead }
    }

    #[test]
    fn reports_tell_when_with_their_zone_or_without() {
        let whole = "2031-02-03 04:05:06";
        for (text, ahead) in [
            ("Process: Example [1]\nDate/Time:           2031-02-03 04:05:06 +0900\n", Some(540)),
            ("Timestamp: 2031-02-03 04:05:06-0330\n", Some(-210)),
            ("     Timestamp: Mon 2031-02-03 04:05:06 UTC (2min ago)\n", Some(0)),
            ("     Timestamp: Mon 2031-02-03 04:05:06 CET (2min ago)\n", None),
            ("ProblemType: Crash\nDate: Mon Feb  3 04:05:06 2031\n", None),
            ("Time: Mon Feb  3 04:05:06 2031 CET elapsed time: 12.3 seconds (0d 0h 0m 12s)\n", None),
            ("time: Mon Feb 03 04:05:06 2031\nelapsed time: 12 seconds\n", None),
            ("Time: 2031-02-03 04:05:06\nDescription: Rendering\n", None),
            ("----- pid 77 at 2031-02-03 04:05:06 -----\n", None),
            ("{\"captureTime\" : \"2031-02-03 04:05:06 +0100\"}", Some(60)),
            ("{\"app_name\":\"x\",\"timestamp\":\"2031-02-03 04:05:06 +0100\"}\n{}", Some(60)),
        ] {
            assert_eq!(happened(text), Some(written(whole, ahead)), "{text}");
        }
        let fraction = happened("Date/Time: 2031-02-03 04:05:06.7451 +0900\n");
        assert_eq!(fraction, Some(written("2031-02-03 04:05:06.745", Some(540))));
        assert_eq!(happened("Time: 3/23/31 4:05 PM\n"), Some(written("2031-03-23 16:05:00", None)));
    }

    #[test]
    fn counts_are_moments() {
        // Windows counts from 1601, Unreal from the year 1, both in UTC.
        let moment = Some(CrashTime::Moment(1_700_000_000));
        assert_eq!(happened("Version=1\r\nEventTime=133444736000000000\r\n"), moment);
        assert_eq!(happened("<A><B>1</B><TimeOfCrash>638355968000000000</TimeOfCrash></A>"), moment);
    }

    #[test]
    fn what_tells_no_time_has_none() {
        for text in [
            "",
            "Traceback (most recent call last):\n",
            "Time: 12.5 s\n",
            "EventTime=0\n",
            "Date/Time: ???\n",
            "Time: 4:05\n",
        ] {
            assert_eq!(happened(text), None, "{text}");
        }
    }
}
