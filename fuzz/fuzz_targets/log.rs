//! A log in any encoding: the index is the same whole and in steps, every line is found once, and the errors are those that were counted.
#![no_main]

use std::fs;

use casefile::collect;
use casefile::collect::log::{Hits, Index, LogFile, Wanted};
use casefile::job::Monitor;
use casefile::model::LogLevel;
use casefile_fuzz::fresh;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    casefile_fuzz::inspected(bytes);
    let quiet = Monitor::quiet();
    let (at_once, in_steps) = (fresh(bytes), fresh(bytes));
    let encoding = collect::encoding(&at_once).expect("read");
    let (log, slow) = (LogFile::at(&at_once, &encoding), LogFile::at(&in_steps, &encoding));
    let index = log.read_on(u64::MAX, &quiet).expect("read").0;
    let mut steps = slow.read_on(1, &quiet).expect("read").0;
    while !steps.is_whole() {
        steps = slow.read_on(100, &quiet).expect("read").0;
    }
    let counts = |index: &Index| {
        let lines = [None, Some(LogLevel::Error), Some(LogLevel::Warn)].map(|least| index.lines_of(least));
        (lines, index.errors(), index.warnings())
    };
    assert_eq!(counts(&index), counts(&steps));
    assert_eq!((index.times(), index.span_ms()), (steps.times(), steps.span_ms()));

    let rows = log.rows(&index, 0, usize::MAX, None, &quiet).expect("read");
    assert!(rows.iter().map(|row| row.line).eq(0..index.lines()), "a line is lost or doubled");
    for least in [LogLevel::Error, LogLevel::Warn] {
        let told = index.lines_of(Some(least));
        let found = log.rows(&index, 0, usize::MAX, Some(least), &quiet).expect("read");
        assert_eq!(found.len() as u64, told, "counted otherwise than shown");
        if let Some(last) = found.last() {
            assert_eq!(log.row_of(&index, last.line, Some(least), &quiet).expect("read"), told - 1);
        }
    }
    let (wanted, mut hits) = (Wanted::new("error|a+", true).expect("a pattern"), Hits::default());
    while !hits.is_done && !hits.are_more {
        log.find(&index, &wanted, &mut hits, 64, &quiet).expect("read");
    }
    assert!(hits.lines.iter().all(|line| *line < index.lines()));
    for path in [at_once, in_steps] {
        fs::remove_file(path).expect("removed");
    }
});
