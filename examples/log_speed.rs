//! How fast a log of any size is opened and indexed: `benches/logs.sh` runs it beside other tools.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a measuring tool")]

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use casefile::collect::log::{Hits, LogFile, Wanted};
use casefile::job::Monitor;
use casefile::model::LogLevel;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[1..] {
        ["make", path, megabytes] => make(Path::new(path), megabytes.parse().expect("a number")),
        ["open", path] => open(Path::new(path)),
        _ => println!("log_speed make FILE MEGABYTES | log_speed open FILE"),
    }
}

/// A log as games and servers write them, a line in a thousand an error with a stack trace.
fn make(path: &Path, megabytes: u64) {
    let file = std::fs::File::create(path).expect("a file");
    let mut file = std::io::BufWriter::with_capacity(1 << 20, file);
    let (mut written, mut n) = (0, 0_u64);
    while written < megabytes * 1_000_000 {
        let (milli, second, minute, hour) = (n * 7 % 1000, n / 140 % 60, n / 8400 % 60, n / 504_000 % 24);
        let day = 1 + n / 12_096_000;
        let level = ["INFO ", "INFO ", "DEBUG", "INFO ", "WARN "][(n % 5) as usize];
        let (thread, rest) = (n % 16, n.wrapping_mul(2_654_435_761) % 1_000_000);
        let mut line = format!(
            "2031-02-{day:02} {hour:02}:{minute:02}:{second:02}.{milli:03} {level} [worker-{thread}] net.session: packet {rest} of match 7{n} taken from queue\n"
        );
        if n % 1000 == 999 {
            line.push_str(&format!("2031-02-{day:02} {hour:02}:{minute:02}:{second:02}.{milli:03} ERROR [worker-{thread}] render: device removed, reason 0x887A0005\n    at render::present(swapchain.rs:412)\n    at render::frame(frame.rs:88)\n"));
        }
        file.write_all(line.as_bytes()).expect("room on the disk");
        written += line.len() as u64;
        n += 1;
    }
    file.flush().expect("room on the disk");
}

fn open(path: &Path) {
    let encoding = casefile::collect::encoding(path).expect("a log");
    let (log, monitor) = (LogFile::at(path, &encoding), Monitor::quiet());
    let begin = Instant::now();
    let rows = log.first_rows(60).expect("lines");
    println!("first page: {} lines in {:.1} ms", rows.len(), begin.elapsed().as_secs_f64() * 1000.0);
    let begin = Instant::now();
    let index = loop {
        let (index, _) = log.read_on(32 << 20, &monitor).expect("an index");
        if index.is_whole() {
            break index;
        }
    };
    let secs = begin.elapsed().as_secs_f64();
    let (lines, bytes, errors) = (index.lines(), index.size(), index.errors());
    println!(
        "index: {bytes} bytes, {lines} lines, {errors} errors in {secs:.1} s ({:.0} MB/s)",
        bytes as f64 / 1e6 / secs
    );
    println!("index: {} bytes of memory", index.bytes());
    let mut worst: f64 = 0.0;
    for n in 0..200_u64 {
        let begin = Instant::now();
        let least = (n % 4 == 3).then_some(LogLevel::Error);
        let row = index.lines_of(least) * (n * 7919 % 1000) / 1000;
        log.rows(&index, row, 60, least, &monitor).expect("rows");
        worst = worst.max(begin.elapsed().as_secs_f64() * 1000.0);
    }
    println!("any page: 200 of 60 lines, the slowest in {worst:.1} ms");
    let begin = Instant::now();
    let mut hits = Hits::default();
    let wanted = Wanted::new("reason 0x887a0006", false).expect("words");
    while !hits.is_done {
        log.find(&index, &wanted, &mut hits, 32 << 20, &monitor).expect("a search");
    }
    println!("find: {} hits in {:.1} s", hits.lines.len(), begin.elapsed().as_secs_f64());
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
        println!("peak memory: {}", peak.trim_start_matches("VmHWM:").trim());
    }
}
