//! What a log says of itself: lines, how it writes times, first and last, how many errors and warnings.
//!
//! One pass in which memory does not grow with the file.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use serde::Serialize;

use super::encoding;
use super::records::Records;
use super::sniff::Recognised;
use super::timestamp::{Shape, Stamp};
use crate::collect::lines::{Lines, Units, tail_start};
use crate::platform::packed;

/// Lines from which the way of writing times is learned.
const SAMPLE_LINES: usize = 400;

/// How far from the start they are looked for: a log of one endless line is not read to its end.
const SAMPLE_BYTES: u64 = 8 << 20;

/// How far before the end the last time is looked for, in bytes.
const TAIL_BYTES: u64 = 1 << 20;

/// A log in the shape of `inspect --json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LogSummary {
    /// WHATWG label.
    pub encoding: String,
    /// Number of lines.
    pub lines: u64,
    /// How times are written, `YYYY-MM-DD HH:MM:SS`.
    pub timestamp_format: Option<String>,
    /// The first time.
    pub first: Option<Stamp>,
    /// The last time.
    pub last: Option<Stamp>,
    /// Records by level: `error` (with fatal and critical), `warn`, `notice`, `info`, `debug`, `trace`.
    pub levels: BTreeMap<&'static str, u64>,
}

/// Reads the log once from start to end; what is packed is unpacked on the way.
pub fn read(path: &Path, size: u64, recognised: &Recognised) -> io::Result<LogSummary> {
    let sampled = recognised.encoding.unwrap_or_default();
    let open = || -> io::Result<Box<dyn Read>> {
        if recognised.packed { Ok(Box::new(packed::open(path)?)) } else { Ok(Box::new(File::open(path)?.take(size))) }
    };
    let size = if recognised.packed { u64::MAX } else { size };
    let encoding = encoding::settle(open()?, sampled)?;
    let units = Units::of(encoding);
    let mut starts = sample(open()?, size, units)?;
    if !recognised.packed {
        starts.extend(tail(&mut File::open(path)?, 0, size, units)?);
    }
    let shape = Shape::of(&starts);

    let mut lines = Lines::new(open()?, size, units);
    let mut summary =
        LogSummary { encoding: encoding.to_owned(), timestamp_format: shape.map(Shape::name), ..LogSummary::default() };
    let mut records = Records::new(shape);
    while let Some(line) = lines.next()? {
        summary.lines += 1;
        let seen = records.next(line.head);
        if let Some(stamp) = seen.stamp {
            summary.first.get_or_insert(stamp);
            summary.last = Some(stamp);
        }
        if let Some(level) = seen.level.filter(|_| seen.tells) {
            *summary.levels.entry(level).or_default() += 1;
        }
    }
    Ok(summary)
}

/// First and last time between two places of a log, read from its two ends only.
pub fn times(path: &Path, start: u64, end: u64, encoding: &str) -> io::Result<Option<(Stamp, Stamp)>> {
    let mut file = File::open(path)?;
    let units = Units::of(encoding);
    file.seek(SeekFrom::Start(start))?;
    let head = sample(&mut file, end.saturating_sub(start), units)?;
    let tail = tail(&mut file, start, end, units)?;
    let Some(shape) = Shape::of(&[head.as_slice(), tail.as_slice()].concat()) else { return Ok(None) };
    let first = head.iter().chain(&tail).find_map(|line| shape.read(line));
    let last = tail.iter().rev().chain(head.iter().rev()).find_map(|line| shape.read(line));
    Ok(first.zip(last).map(|((first, _), (last, _))| (first, last)))
}

/// The starts of the last lines before `end`.
pub(in crate::collect) fn tail(
    file: &mut (impl Read + Seek),
    start: u64,
    end: u64,
    units: Units,
) -> io::Result<Vec<Vec<u8>>> {
    // A log of one endless line is not read back to its start.
    let reach = start.max(end.saturating_sub(TAIL_BYTES) & !1);
    let tail_start = tail_start(file, reach, end, SAMPLE_LINES, units)?;
    file.seek(SeekFrom::Start(tail_start))?;
    sample(file, end.saturating_sub(tail_start), units)
}

/// The starts of the first lines of what is left of `file`.
pub(in crate::collect) fn sample(source: impl Read, size: u64, units: Units) -> io::Result<Vec<Vec<u8>>> {
    let mut sample = Vec::new();
    let mut lines = Lines::new(source, size.min(SAMPLE_BYTES), units);
    while sample.len() < SAMPLE_LINES {
        let Some(line) = lines.next()? else { break };
        sample.push(line.head.to_vec());
    }
    Ok(sample)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;

    fn summary(bytes: &[u8], encoding: &'static str) -> LogSummary {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        std::fs::write(&path, bytes).unwrap();
        let recognised = Recognised { encoding: Some(encoding), ..Recognised::default() };
        read(&path, bytes.len() as u64, &recognised).unwrap()
    }

    #[test]
    fn a_record_counts_once_with_its_lines() {
        let text = "2031-02-03 04:05:06 INFO start\n2031-02-03 04:05:07.5 ERROR broken\n  ERROR in detail\n\tat WARN\n2031-02-03 04:06:00 FATAL end\n";
        let summary = summary(text.as_bytes(), "utf-8");
        assert_eq!(summary.lines, 5);
        assert_eq!(summary.levels, BTreeMap::from([("error", 2), ("info", 1)]));
        let json = serde_json::to_value(&summary).unwrap();
        assert_eq!((&json["first"], &json["last"]), (&"2031-02-03T04:05:06".into(), &"2031-02-03T04:06:00".into()));
        assert_eq!(json["timestamp_format"], "YYYY-MM-DD HH:MM:SS");
    }

    #[test]
    fn utf_16_and_no_times() {
        let text = "\u{feff}first\r\nWARNING: второе\r\n";
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let summary = summary(&bytes, "utf-16le");
        assert_eq!((summary.lines, summary.first), (2, None));
        assert_eq!(summary.levels, BTreeMap::from([("warn", 1)]));
    }

    #[test]
    fn the_level_may_stand_on_the_second_line() {
        let text = "Feb 03, 2031 4:05:06 PM example.Main run\nWARNING: low\n\tat x\nSEVERE: in detail\n".repeat(3);
        assert_eq!(summary(text.as_bytes(), "utf-8").levels, BTreeMap::from([("warn", 3)]));
    }

    #[test]
    fn a_year_may_turn() {
        let text = "Dec 31 23:59:59 host x: a\nJan  1 00:00:01 host x: b\n".repeat(2);
        let found = summary(text.as_bytes(), "utf-8");
        let times = (found.first.unwrap().to_string(), found.last.unwrap().to_string());
        assert_eq!(times, ("--12-31T23:59:59".into(), "--01-01T00:00:01".into()));
    }

    #[test]
    fn a_time_may_end_its_record() {
        let text =
            "<![LOG[one\r\ntwo]LOG]!><time=\"04:05:06.789+000\" date=\"02-03-2031\" component=\"c\" type=\"3\">\r\n"
                .repeat(4);
        let found = summary(text.as_bytes(), "utf-8");
        assert_eq!(found.first.unwrap().to_string(), "2031-02-03T04:05:06.789");
        assert_eq!(found.levels, BTreeMap::from([("error", 4)]));
    }

    #[test]
    fn localised_times_are_read_in_their_encoding() {
        let text = "31-2-3 下午2:11 启动\r\n31-2-3 下午2:12 结束\r\n".repeat(9);
        let (gbk, ..) = encoding_rs::GBK.encode(&text);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, encoding) in [(gbk.as_ref(), "gbk"), (wide.as_slice(), "utf-16le"), (text.as_bytes(), "utf-8")] {
            let found = summary(bytes, encoding);
            assert_eq!(
                (found.lines, found.last.unwrap().to_string()),
                (18, "2031-02-03T14:12:00".into()),
                "{encoding}"
            );
        }
    }
}
