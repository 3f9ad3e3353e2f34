//! When a crash happened.

/// The time of a crash, as its report tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CrashTime {
    /// The time of a clock on a wall.
    Wall {
        /// `2031-02-03 04:05:06`, without a year `--02-03 04:05:06`.
        written: String,
        /// How many minutes that clock is ahead of UTC, where the report says so.
        ahead: Option<i32>,
    },
    /// Seconds since the start of 1970 in UTC.
    Moment(i64),
}
