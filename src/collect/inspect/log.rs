//! What a log says of itself: lines, how it writes times, first and last, how many errors and warnings.
//!
//! One pass in which memory does not grow with the file.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::Path;
use std::sync::LazyLock;

use regex::bytes::{Regex, RegexBuilder};
use serde::Serialize;

use super::timestamp::{Shape, Stamp};
use crate::collect::lines::{Lines, Units, tail_start};

/// Lines from which the way of writing times is learned.
const SAMPLE_LINES: usize = 400;

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

/// Reads the log once from start to end.
pub fn read(path: &Path, size: u64, encoding: &str) -> io::Result<LogSummary> {
    let mut file = File::open(path)?;
    let units = Units::of(encoding);
    let shape = Shape::of(&sample(&mut file, size, units)?);

    file.rewind()?;
    let mut lines = Lines::new(&mut file, size, units);
    let mut summary = LogSummary {
        encoding: encoding.to_owned(),
        timestamp_format: shape.map(|shape| shape.name().to_owned()),
        ..LogSummary::default()
    };
    while let Some(line) = lines.next()? {
        summary.lines += 1;
        let stamp = shape.and_then(|shape| shape.read(line.head));
        if let Some((stamp, _)) = stamp {
            summary.first.get_or_insert(stamp);
            summary.last = Some(stamp);
        }
        // A line without a time continues the record before it.
        if stamp.is_some() == shape.is_some()
            && let Some(level) = level(line.head, stamp.map_or(0, |(_, end)| end))
        {
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
    // A log of one endless line is not read back to its start.
    let reach = start.max(end.saturating_sub(TAIL_BYTES) & !1);
    let tail_start = tail_start(&mut file, reach, end, SAMPLE_LINES, units)?;
    file.seek(SeekFrom::Start(tail_start))?;
    let tail = sample(&mut file, end.saturating_sub(tail_start), units)?;
    let Some(shape) = Shape::of(&head).or_else(|| Shape::of(&tail)) else { return Ok(None) };
    let first = head.iter().chain(&tail).find_map(|line| shape.read(line));
    let last = tail.iter().rev().chain(head.iter().rev()).find_map(|line| shape.read(line));
    Ok(first.zip(last).map(|((first, _), (last, _))| (first, last)))
}

/// The starts of the first lines of what is left of `file`.
fn sample(file: &mut File, size: u64, units: Units) -> io::Result<Vec<Vec<u8>>> {
    let mut sample = Vec::new();
    let mut lines = Lines::new(file, size, units);
    while sample.len() < SAMPLE_LINES {
        let Some(line) = lines.next()? else { break };
        sample.push(line.head.to_vec());
    }
    Ok(sample)
}

/// A level as a word of its own in capitals, in brackets, before a colon, or as a value.
static MARKED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = "fatal|critical|crit|alert|emerg|severe|panic|error|err|warning|warn|notice|information|info|debug|verbose|trace|fine";
    let pattern = format!(
        r#"(?:^|[\s\[(<|/:;,"'=-])(?:(?-i:({}))(?:[\])>|:;,"'\s-]|$)|[\[(<|/]({words})[\])>|:]|level=["']?({words})\b|"level": ?"({words})")"#,
        words.to_uppercase()
    );
    RegexBuilder::new(&pattern).unicode(false).case_insensitive(true).build().ok()
});

/// A level in small letters right behind the time.
static LEADING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = r"^[\s\])|,:-]*(fatal|critical|error|warning|warn|notice|info|debug|trace)\b";
    RegexBuilder::new(pattern).unicode(false).case_insensitive(true).build().ok()
});

/// The level of a record, looked for in the start of its line, first behind its time.
pub fn level(line: &[u8], after: usize) -> Option<&'static str> {
    let start = &line[..line.len().min(after + 200)];
    let behind = start.get(after..).unwrap_or_default();
    let leading = LEADING.as_ref().and_then(|pattern| pattern.captures(behind)?.get(1));
    let marked =
        |text| MARKED.as_ref().and_then(|pattern: &Regex| pattern.captures(text)?.iter().skip(1).flatten().next());
    let word = leading.or_else(|| marked(behind)).or_else(|| marked(&start[..after.min(start.len())]))?;
    Some(match word.as_bytes().to_ascii_lowercase().as_slice() {
        b"fatal" | b"critical" | b"crit" | b"alert" | b"emerg" | b"severe" | b"panic" | b"error" | b"err" => "error",
        b"warning" | b"warn" => "warn",
        b"notice" => "notice",
        b"debug" | b"fine" => "debug",
        b"trace" | b"verbose" => "trace",
        _ => "info",
    })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;

    fn summary(bytes: &[u8], encoding: &str) -> LogSummary {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        std::fs::write(&path, bytes).unwrap();
        read(&path, bytes.len() as u64, encoding).unwrap()
    }

    #[test]
    fn levels_are_found() {
        let of = |line: &str| level(line.as_bytes(), 0);
        assert_eq!(of("[main/WARN] [Loader]: An error happened"), Some("warn"));
        assert_eq!(of("[notice] child in error state 6"), Some("notice"));
        assert_eq!(of("ERROR: no file"), Some("error"));
        assert_eq!(of("error: no file"), Some("error"));
        assert_eq!(of("msg=\"x\" level=debug"), Some("debug"));
        assert_eq!(of("(EE) no INFORMATION here"), Some("info"));
        assert_eq!(of("the terror of errors"), None);
        assert_eq!(of("Ошибка"), None);
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
}
