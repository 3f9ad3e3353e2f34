//! Logs in every form, their indexes and parts of them.

#![expect(clippy::disallowed_methods, reason = "a test makes its own files")]

use std::io::Write;
use std::path::Path;

use super::*;
use crate::model::EvidenceItem;

struct Made {
    _folder: tempfile::TempDir,
    file: LogFile,
}

fn made(bytes: &[u8], encoding: &str) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.log");
    std::fs::write(&path, bytes).unwrap();
    Made { file: LogFile::at(&path, encoding), _folder: folder }
}

fn append(path: &Path, bytes: &[u8]) {
    std::fs::OpenOptions::new().append(true).open(path).unwrap().write_all(bytes).unwrap();
}

fn whole(file: &LogFile) -> Arc<Index> {
    file.read_on(u64::MAX, &Monitor::quiet()).unwrap().0
}

fn texts(file: &LogFile, index: &Index, first: u64, count: usize, least: Option<LogLevel>) -> Vec<String> {
    let rows = file.rows(index, first, count, least, &Monitor::quiet()).unwrap();
    rows.into_iter().map(|row| row.text).collect()
}

/// A log of two days with errors, warnings and lines that belong to others.
fn long(lines: u64) -> String {
    let mut text = String::new();
    for n in 0..lines {
        let (hour, minute, second) = (n / 3600 % 24, n / 60 % 60, n % 60);
        let day = 3 + n / 86_400;
        let level = match n % 1000 {
            500 => "ERROR",
            250 | 750 => "WARN",
            _ => "INFO",
        };
        text.push_str(&format!("2031-02-{day:02} {hour:02}:{minute:02}:{second:02} {level} line {n} Привет\n"));
        if n % 1000 == 500 {
            text.push_str("  at one\n  at two\n");
        }
    }
    text
}

#[test]
fn any_line_is_found_in_every_encoding() {
    let text = long(40_000);
    let lines: Vec<&str> = text.lines().collect();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (cp1251, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    let forms: [(&[u8], &str); 4] =
        [(text.as_bytes(), "utf-8"), (&utf16, "utf-16le"), (&utf16be, "utf-16be"), (&cp1251, "windows-1251")];
    for (bytes, encoding) in forms {
        let made = made(bytes, encoding);
        let index = whole(&made.file);
        assert_eq!((index.lines(), index.errors(), index.warnings()), (40_080, 40, 80), "{encoding}");
        assert_eq!(index.size(), bytes.len() as u64);
        for first in [0, 1, 12_345, 40_070] {
            let at = usize::try_from(first).unwrap();
            assert_eq!(texts(&made.file, &index, first, 10, None), lines[at..(at + 10).min(lines.len())], "{encoding}");
        }
        let errors = texts(&made.file, &index, 60, 3, Some(LogLevel::Error));
        assert!(errors[0].contains("line 20500 ") && errors[1] == "  at one" && errors[2] == "  at two", "{errors:?}");
        assert_eq!(made.file.row_of(&index, 20_541, Some(LogLevel::Error), &Monitor::quiet()).unwrap(), 61);
        let mut hits = Hits::default();
        let wanted = Wanted::new("line 20500 привет", false).unwrap();
        made.file.find(&index, &wanted, &mut hits, u64::MAX, &Monitor::quiet()).unwrap();
        assert_eq!((hits.lines.as_slice(), hits.is_done), ([20_540].as_slice(), true), "{encoding}");
    }
}

#[test]
fn odd_line_ends_are_what_other_tools_see() {
    let made = made(b"a\r\nb\rc\nd\0e\r\n\n\nlast", "utf-8");
    let index = whole(&made.file);
    assert_eq!(texts(&made.file, &index, 0, 99, None), ["a", "b·c", "d·e", "", "", "last"]);
    assert_eq!(index.lines(), 6);
    let empty = self::made(b"\n", "utf-8");
    assert_eq!(whole(&empty.file).lines(), 1);
}

#[test]
fn an_endless_line_is_shown_by_its_start() {
    let mut bytes = b"short\n".to_vec();
    bytes.extend(vec![b'x'; 5 << 20]);
    bytes.extend(b"needle");
    bytes.extend(vec![b'y'; 3 << 20]);
    let made = made(&bytes, "utf-8");
    let index = whole(&made.file);
    let rows = made.file.rows(&index, 0, 10, None, &Monitor::quiet()).unwrap();
    assert_eq!(rows.len(), 2);
    assert!(rows[1].text.len() == 16 << 10 && rows[1].unshown > 8_000_000);
    let mut hits = Hits::default();
    let find = |hits: &mut Hits, words: &str| {
        made.file.find(&index, &Wanted::new(words, false).unwrap(), hits, u64::MAX, &Monitor::quiet()).unwrap();
    };
    find(&mut hits, "NEEDLE");
    assert_eq!(hits.lines, [1]);
    assert_eq!(made.file.first_rows(5).unwrap().len(), 2);
}

#[test]
fn reading_on_in_steps_finds_the_same() {
    let text = long(30_000);
    let stepwise = made(text.as_bytes(), "utf-8");
    let mut steps = 0;
    let index = loop {
        let (index, _) = stepwise.file.read_on(100_000, &Monitor::quiet()).unwrap();
        steps += 1;
        if index.is_whole() {
            break index;
        }
    };
    assert!(steps > 10);
    let once = whole(&made(text.as_bytes(), "utf-8").file);
    assert_eq!((index.lines(), index.errors(), index.times()), (once.lines(), once.errors(), once.times()));
    assert_eq!(index.histogram(), once.histogram());
    assert_eq!(index.histogram().sum(i64::MIN / 4, i64::MAX / 4).errors, 30);
}

#[test]
fn a_log_that_grows_is_read_on_and_another_is_read_anew() {
    let made = made(long(3000).as_bytes(), "utf-8");
    assert_eq!(whole(&made.file).lines(), 3006);
    append(made.file.path(), b"2031-02-03 05:00:00 ERROR not yet");
    let index = whole(&made.file);
    assert_eq!((index.lines(), index.errors()), (3007, 4));
    append(made.file.path(), b" whole\n2031-02-03 05:00:01 INFO next\n");
    let index = whole(&made.file);
    assert_eq!((index.lines(), index.errors()), (3008, 4));
    assert_eq!(texts(&made.file, &index, 3006, 9, None)[0], "2031-02-03 05:00:00 ERROR not yet whole");
    // Cut while it is open: what is not there any more is told, then read anew.
    std::fs::write(made.file.path(), "2031-02-04 00:00:00 INFO rotated\n").unwrap();
    assert!(matches!(made.file.rows(&index, 3000, 9, None, &Monitor::quiet()), Err(Trouble::Changed)));
    let (index, is_new) = made.file.read_on(u64::MAX, &Monitor::quiet()).unwrap();
    assert_eq!((index.lines(), is_new), (1, true));
    std::fs::remove_file(made.file.path()).unwrap();
    assert!(matches!(made.file.read_on(1, &Monitor::quiet()), Err(Trouble::Read(_))));
}

#[test]
fn stop_stops() {
    let made = made(long(20_000).as_bytes(), "utf-8");
    let monitor = Monitor::quiet();
    monitor.stop();
    assert!(matches!(made.file.read_on(u64::MAX, &monitor), Err(Trouble::Stopped)));
}

#[test]
fn packed_logs_are_read_through() {
    let text = long(5000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.log.gz");
    let mut packed = flate2::write::GzEncoder::new(std::fs::File::create(&path).unwrap(), flate2::Compression::fast());
    packed.write_all(text.as_bytes()).unwrap();
    packed.finish().unwrap();
    let item = EvidenceItem {
        path: path.clone(),
        from: Some("01:00:00".into()),
        to: Some("01:00:09".into()),
        ..EvidenceItem::default()
    };
    let found = crate::collect::evidence(&item, folder.path(), &Monitor::quiet());
    assert!(found.packed && found.is_text, "{found:?}");
    let part = found.part.unwrap();
    assert_eq!((part.lines, part.lines_before, part.lines_after), (10, 3608, 1392), "{found:?}");
    let file = LogFile::of(&found);
    assert_eq!(file.first_rows(2).unwrap().len(), 2);
    assert_eq!(texts(&file, &whole(&file), 4000, 1, None), [text.lines().nth(4000).unwrap()]);
}

fn chosen(file: &LogFile, item: &EvidenceItem) -> Option<Chosen> {
    let index = whole(file);
    choose(&mut file.text(&Monitor::quiet()).unwrap(), &index, item, &Monitor::quiet()).unwrap()
}

/// The bytes of a part as lines.
fn sent(text: &str, chosen: &Chosen) -> Vec<String> {
    let cut = |start: u64, end: u64| &text[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
    let all: String = if chosen.pieces.is_empty() {
        cut(chosen.part.start_byte, chosen.part.end_byte).to_owned()
    } else {
        chosen.pieces.iter().map(|piece| cut(piece.start_byte, piece.end_byte)).collect()
    };
    assert_eq!(all.len() as u64, chosen.part.bytes());
    let lines: Vec<String> = all.lines().map(str::to_owned).collect();
    assert_eq!(lines.len() as u64, chosen.part.lines);
    assert_eq!(chosen.part.lines + chosen.part.left_out(), text.lines().count() as u64);
    lines
}

/// What is chosen through the index is what a plain reading of all lines would choose.
#[test]
fn choices_become_bytes() {
    let text = long(100_000);
    let made = made(text.as_bytes(), "utf-8");
    let day_one = |line: &str| line.starts_with("2031-02-03");
    let item = EvidenceItem::default;
    let given = |text: &str| Some(text.to_owned());
    let all: Vec<&str> = text.lines().collect();

    let span = EvidenceItem { from: given("2031-02-03 10:00:00"), to: given("2031-02-03 10:59:59"), ..item() };
    let lines = sent(&text, &chosen(&made.file, &span).unwrap());
    let plain = all.iter().filter(|line| line.starts_with("2031-02-03 10:")).count();
    assert_eq!(lines.iter().filter(|line| line.starts_with("2031")).count(), plain);
    assert!(lines.first().unwrap().contains(" 10:00:00 ") && lines.last().unwrap().contains(" 10:59:59 "));

    // A time of day alone is that of the last day that has it.
    let evening = EvidenceItem { from: given("23:00"), to: given("23:10"), ..item() };
    assert!(sent(&text, &chosen(&made.file, &evening).unwrap()).iter().all(|line| day_one(line)));
    let morning = EvidenceItem { from: given("02:00"), to: given("02:10"), ..item() };
    assert!(sent(&text, &chosen(&made.file, &morning).unwrap())[0].starts_with("2031-02-04"));
    let midnight = EvidenceItem { from: given("23:59:58"), to: given("00:00:01"), ..item() };
    assert_eq!(sent(&text, &chosen(&made.file, &midnight).unwrap()).len(), 4);
    let since = EvidenceItem { from: given("03:00"), ..item() };
    assert!(sent(&text, &chosen(&made.file, &since).unwrap())[0].starts_with("2031-02-04 03:00:00"));

    let around = EvidenceItem { from_line: Some(50_001), to_line: Some(50_010), ..item() };
    assert_eq!(sent(&text, &chosen(&made.file, &around).unwrap()), all[50_000..50_010]);
    let head = EvidenceItem { head_lines: Some(5), ..span.clone() };
    assert_eq!(sent(&text, &chosen(&made.file, &head).unwrap()), lines[..5]);
    let tail = EvidenceItem { tail_lines: Some(5), ..span.clone() };
    assert_eq!(sent(&text, &chosen(&made.file, &tail).unwrap()), lines[lines.len() - 5..]);

    let errors = EvidenceItem { level: Some(LogLevel::Error), ..item() };
    let found = chosen(&made.file, &errors).unwrap();
    let lines = sent(&text, &found);
    assert_eq!((lines.len(), found.pieces.len()), (300, 100));
    assert_eq!(lines[..3], all[500..503]);
    let warnings = EvidenceItem { level: Some(LogLevel::Warn), ..span };
    assert_eq!(sent(&text, &chosen(&made.file, &warnings).unwrap()).len(), 7 + 3 * 4);

    let beyond = EvidenceItem { from: given("2040-01-01"), ..item() };
    assert!(sent(&text, &chosen(&made.file, &beyond).unwrap()).is_empty());
    assert_eq!(chosen(&made.file, &EvidenceItem { head_lines: Some(1_000_000), ..item() }), None, "all of it");
}

#[test]
fn a_level_told_late_takes_its_first_line_along() {
    let text = "Feb 03, 2031 4:05:06 PM a.Main run\nINFO: x\nFeb 03, 2031 4:05:07 PM a.Main run\nSEVERE: y\n\tat z\n";
    let made = made(text.as_bytes(), "utf-8");
    let item = EvidenceItem { level: Some(LogLevel::Error), ..EvidenceItem::default() };
    assert_eq!(sent(text, &chosen(&made.file, &item).unwrap()).len(), 3);
}

#[test]
fn patterns_that_cannot_be_read_are_told() {
    assert!(Wanted::new("(", true).unwrap_err().contains("unclosed"));
    assert!(Wanted::new("(", false).is_ok());
    assert_eq!(Wanted::new("ош.бка", true).unwrap().places("a ОШИБКА").first(), Some(&(2..14)));
}

#[test]
fn a_log_without_times_has_a_histogram_of_places() {
    let text: String = (0..50_000).map(|n| if n == 25_000 { "ERROR: x\n" } else { "plain words\n" }).collect();
    let made = made(text.as_bytes(), "utf-8");
    let index = whole(&made.file);
    assert!(index.precision().is_none());
    let histogram = index.histogram();
    let sum = histogram.sum(i64::MIN / 4, i64::MAX / 4);
    assert_eq!((sum.lines, sum.bytes, sum.errors), (50_000, text.len() as u64, 1));
    assert_eq!(histogram.sum(20_000, 30_000).errors, 1);
    assert!(histogram.end() >= 50_000);
}

#[test]
fn binary_rubbish_is_no_harm() {
    let bytes: Vec<u8> = (0..2_000_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for encoding in ["utf-8", "utf-16le", "windows-1251", "gbk", ""] {
        let made = made(&bytes, encoding);
        let index = whole(&made.file);
        let all = made.file.rows(&index, 0, usize::MAX, None, &Monitor::quiet()).unwrap();
        assert_eq!(all.len() as u64, index.lines(), "{encoding}");
        assert!(index.bytes() < 8 << 20);
    }
}

#[test]
fn all_rows_can_be_asked_for_without_knowing_how_many() {
    for text in ["", "a", "a\nb\n"] {
        let made = made(text.as_bytes(), "utf-8");
        let index = whole(&made.file);
        assert_eq!(texts(&made.file, &index, 0, usize::MAX, None).len(), text.lines().count(), "{text:?}");
    }
}

#[test]
fn errors_alone_have_all_lines_of_their_records() {
    // As Java's own logging writes: the time, then a line that says how bad it is, sometimes lines between.
    let mut text = String::from("  at the.tail(of.a.record)\nSEVERE: of which the beginning is in another file\n");
    let mut expected = Vec::new();
    for n in 0..20_000 {
        let record = match n % 100 {
            50 => format!("2031-02-03 04:05:06 example.Main run {n}\nSEVERE: no disk {n}\n\tat example.Disk {n}\n"),
            70 => format!("2031-02-03 04:05:06 example.Main run {n}\n\n  said {n}\nSEVERE: no key {n}\n"),
            80 => format!("2031-02-03 04:05:06 example.Main run {n}\n  says nothing of it {n}\n"),
            _ => format!("2031-02-03 04:05:06 example.Main run {n}\nINFO: step {n}\n"),
        };
        if record.contains("SEVERE") {
            expected.extend(record.lines().map(|line| line.replace('\t', "    ")));
        }
        text.push_str(&record);
    }
    let made = made(text.as_bytes(), "utf-8");
    let index = whole(&made.file);
    let least = Some(LogLevel::Error);
    assert_eq!((index.errors(), index.lines_of(least)), (400, expected.len() as u64));
    assert_eq!(texts(&made.file, &index, 0, expected.len() + 9, least), expected);
    for first in [1, 3, 700, 1399] {
        let at = usize::try_from(first).unwrap();
        assert_eq!(texts(&made.file, &index, first, 1, least), expected[at..=at]);
    }
    let rows = made.file.rows(&index, 900, 1, least, &Monitor::quiet()).unwrap();
    assert_eq!(made.file.row_of(&index, rows[0].line, least, &Monitor::quiet()).unwrap(), 900);
    // The part that is sent has the same lines.
    let item = EvidenceItem { level: least, ..EvidenceItem::default() };
    let mut log = read_all(made.file.path(), Units::of("utf-8"), false, &Monitor::quiet()).unwrap();
    let part = choose(&mut log.text, &log.index, &item, &Monitor::quiet()).unwrap().unwrap().part;
    assert_eq!(part.lines, expected.len() as u64);
}
