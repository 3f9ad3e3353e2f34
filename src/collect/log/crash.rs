//! The time of a crash as a log writes it.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use crate::model::CrashTime;

/// When a crash happened by the clock of a log: one that says how many minutes it is `ahead` of UTC, or else that of the place
/// where the report was made; where the report does not tell that, it is made where `zone` is.
#[must_use]
pub fn as_logged(crash: &CrashTime, ahead: Option<i32>, zone: &TimeZone) -> String {
    let clock = |minutes: i32| Offset::from_seconds(minutes.saturating_mul(60)).ok().map(Offset::to_time_zone);
    let moment = match crash {
        CrashTime::Moment(secs) => jiff::Timestamp::from_second(*secs).ok(),
        CrashTime::Wall { written, ahead: None } => moment(written, zone),
        CrashTime::Wall { written, ahead: Some(own) } => clock(*own).and_then(|clock| moment(written, &clock)),
    };
    let log = ahead.and_then(clock);
    match (crash, moment, log) {
        (CrashTime::Wall { written, .. }, _, None) | (CrashTime::Wall { written, .. }, None, _) => written.clone(),
        (_, Some(moment), log) => {
            let there = moment.to_zoned(log.unwrap_or_else(|| zone.clone()));
            there.strftime("%Y-%m-%d %H:%M:%S").to_string()
        }
        (CrashTime::Moment(_), None, _) => String::new(),
    }
}

fn moment(written: &str, zone: &TimeZone) -> Option<jiff::Timestamp> {
    let wall: DateTime = written.parse().ok()?;
    zone.to_timestamp(wall).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_of_the_log_counts() {
        let here = Offset::constant(3).to_time_zone();
        let wall = |ahead| CrashTime::Wall { written: "2031-02-03 04:05:06".into(), ahead };
        let logged = |crash: &CrashTime, log| as_logged(crash, log, &here);
        // The log names no zone: it was written beside the report.
        assert_eq!(logged(&wall(None), None), "2031-02-03 04:05:06");
        assert_eq!(logged(&wall(Some(540)), None), "2031-02-03 04:05:06");
        assert_eq!(logged(&CrashTime::Moment(1_700_000_000), None), "2023-11-15 01:13:20");
        // The log is in UTC, or in another zone.
        assert_eq!(logged(&wall(None), Some(0)), "2031-02-03 01:05:06");
        assert_eq!(logged(&wall(Some(540)), Some(0)), "2031-02-02 19:05:06");
        assert_eq!(logged(&wall(Some(540)), Some(540)), "2031-02-03 04:05:06");
        assert_eq!(logged(&CrashTime::Moment(1_700_000_000), Some(-210)), "2023-11-14 18:43:20");
        // Without a year nothing can be said of zones.
        let short = CrashTime::Wall { written: "--02-03 04:05:06".into(), ahead: None };
        assert_eq!(logged(&short, Some(0)), "--02-03 04:05:06");
        assert_eq!(logged(&CrashTime::Moment(i64::MAX), None), "");
    }
}
