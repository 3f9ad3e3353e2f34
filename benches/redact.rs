//! Speed of redaction: learning, replacing, the search of what is finished, a whole file, one dense line, pictures.
//!
//! `cargo bench --bench redact`; `CASEFILE_WRITE=folder cargo bench --bench redact` writes the log of 100 MB and the dense line
//! of 4 MB that `benches/redact.sh` measures.

#![allow(clippy::disallowed_methods, reason = "a measurement writes its own files")]

#[allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "the labelled set is a test's, and has more to it")]
#[path = "../tests/redaction/template.rs"]
mod template;
#[allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "the labelled set is a test's, and has more to it")]
#[path = "../tests/redaction/values.rs"]
mod values;

use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::io::{self, Read};
use std::path::Path;

use casefile::job::Monitor;
use casefile::model::{Area, Draft, Evidence, EvidenceItem, EvidenceKind, Facts, KnownTerms};
use casefile::redact::{Engine, LeakScanner, Policy, redact};
use casefile::store::Profiles;
use casefile::{collect, compose};
use criterion::{BenchmarkGroup, Criterion, Throughput, measurement::WallTime};
use image::RgbaImage;

const TEMPLATES: &[&str] = &[
    include_str!("../tests/redaction/templates/secrets.txt"),
    include_str!("../tests/redaction/templates/vendors.txt"),
    include_str!("../tests/redaction/templates/people.txt"),
    include_str!("../tests/redaction/templates/machines.txt"),
    include_str!("../tests/redaction/templates/mixed.txt"),
];

fn policy() -> Policy {
    let known = KnownTerms {
        users: vec!["gretek".into()],
        full_names: vec!["Грета Канарейкина".into()],
        homes: vec!["/home/gretek".into()],
        hosts: vec!["grete-pc7.lan".into()],
        ssids: vec!["Grete Heimnetz".into()],
    };
    Policy { known, ..Policy::default() }
}

/// A log of a game, with something private on every hundredth line.
fn log(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 400);
    let mut i = 0_u32;
    while text.len() < bytes {
        let (minute, second, milli, thread) = (i / 60 % 60, i % 60, i % 1000, i % 7);
        let address = i.wrapping_mul(0x9E37_79B9);
        writeln!(
            text,
            "2031-05-02 12:{minute:02}:{second:02}.{milli:03} [INFO ] [Renderer/{thread}] frame {i} took 3.5 ms, 14 draws, texture cache 412 MiB at 0x7ffb{address:08x}"
        )
        .ok();
        if i.is_multiple_of(100) {
            text.push_str("open C:\\Users\\gretek\\AppData\\x.log from 10.24.7.3 token=AbCd1234EfGh5678\n");
        }
        i += 1;
    }
    text.truncate(bytes);
    text
}

/// One line made of the labelled snippets: a private value every sixty bytes.
fn dense(bytes: usize) -> String {
    let templates: Vec<_> = TEMPLATES.iter().flat_map(|text| template::read("bench", text)).collect();
    let mut text = String::with_capacity(bytes + 4096);
    let mut seed = 0;
    while text.len() < bytes {
        for one in &templates {
            text.push_str(&one.render(seed).text.replace('\n', " "));
            text.push(' ');
        }
        seed += 1;
    }
    let end = (0..=bytes).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    text.truncate(end);
    text
}

fn learnt(text: &str) -> Engine {
    let mut engine = Engine::new(&policy());
    engine.learn(text);
    engine
}

fn passes(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, text: &str) {
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function(format!("{name}: learn"), |bencher| bencher.iter(|| learnt(black_box(text))));
    let engine = learnt(text);
    group.bench_function(format!("{name}: replace"), |bencher| {
        bencher.iter(|| io::copy(&mut engine.reader(black_box(text.as_bytes())), &mut io::sink()));
    });
    let mut out = Vec::new();
    engine.reader(text.as_bytes()).read_to_end(&mut out).ok();
    let mut scanner = LeakScanner::for_policy(&policy());
    group.bench_function(format!("{name}: search of the finished text"), |bencher| {
        bencher.iter(|| {
            out.chunks(64 << 10).for_each(|piece| scanner.feed(piece));
            scanner.finish()
        });
    });
}

/// An incident with this one file, redacted and read to its end.
fn whole(evidence: &Evidence) -> io::Result<u64> {
    let (profiles, _) = Profiles::load(Path::new("no-such-folder"));
    let profile = profiles.get("any-support-email").map_err(io::Error::other)?;
    let incident =
        compose::incident(&Draft::default(), profile, Facts::default(), vec![evidence.clone()], String::new());
    let redacted = redact(incident, &policy(), &Monitor::quiet()).map_err(io::Error::other)?;
    redacted.files().iter().map(|file| io::copy(&mut file.open()?, &mut io::sink())).sum()
}

fn files(group: &mut BenchmarkGroup<'_, WallTime>, folder: &Path) -> io::Result<()> {
    let path = folder.join("big.log");
    fs::write(&path, log(16 << 20))?;
    let item = EvidenceItem { path, ..EvidenceItem::default() };
    let evidence = collect::evidence(&item, folder, &Monitor::quiet());
    group.throughput(Throughput::Bytes(evidence.size_bytes));
    group.bench_function("log of 16 MB: whole redact", |bencher| bencher.iter(|| whole(black_box(&evidence))));

    for (name, width, height) in [("1920x1080", 1920, 1080), ("3840x2160", 3840, 2160)] {
        let picture = RgbaImage::from_fn(width, height, |x, y| {
            let panel = (x / 240 + y / 135) % 7;
            image::Rgba([panel as u8 * 30, (x % 256) as u8 / 32 * 32, (y % 256) as u8, 255])
        });
        let path = folder.join(format!("{name}.png"));
        picture.save(&path).map_err(io::Error::other)?;
        let hide = vec![Area { x: 10, y: 10, width: 300, height: 40 }];
        let item = EvidenceItem { path, hide, kind: Some(EvidenceKind::Picture), ..EvidenceItem::default() };
        let evidence = collect::evidence(&item, folder, &Monitor::quiet());
        group.throughput(Throughput::Elements(u64::from(width) * u64::from(height)));
        group.bench_function(format!("picture {name}: painted and written anew"), |bencher| {
            bencher.iter(|| whole(black_box(&evidence)));
        });
    }
    Ok(())
}

fn main() -> io::Result<()> {
    if let Some(folder) = std::env::var_os("CASEFILE_WRITE") {
        let folder = Path::new(&folder);
        fs::write(folder.join("big.log"), log(100 << 20))?;
        return fs::write(folder.join("dense.txt"), dense(4 << 20));
    }
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("redact");
    group.sample_size(10);
    passes(&mut group, "log of 16 MB", &log(16 << 20));
    passes(&mut group, "one dense line of 512 KB", &dense(512 << 10));
    passes(&mut group, "one dense line of 4 MB", &dense(4 << 20));
    let folder = tempfile::tempdir()?;
    files(&mut group, folder.path())?;
    group.finish();
    criterion.final_summary();
    Ok(())
}
