//! The whole engine: the examples of every rule, and what must hold for any text.

use std::io::{self, Read};

use super::rule;
use super::{Engine, Policy, redact_text};
use crate::model::KnownTerms;

fn cold(text: &str) -> String {
    redact_text(text, &Policy::default()).0
}

fn warm() -> Policy {
    let known = KnownTerms {
        users: vec!["gretek".into(), "gk".into()],
        full_names: vec!["Грета Канарейкина".into()],
        homes: vec!["/home/gretek".into()],
        hosts: vec!["grete-pc7.lan".into()],
        ssids: vec!["Grete Heimnetz".into()],
    };
    Policy { known, ..Policy::default() }
}

#[test]
fn every_example_is_hidden_and_every_lookalike_stays() {
    let mut wrong = Vec::new();
    for data in rule::all().all.iter().map(|rule| &rule.data) {
        for example in &data.hide {
            let out = cold(&example.text);
            if out.contains(&example.value) || !out.contains(&format!("<{}-", data.class)) {
                wrong.push(format!("{} leaves {:?} as {out:?}", data.id, example.text));
            }
        }
        for text in &data.keep {
            let out = cold(text);
            if out != *text {
                wrong.push(format!("{} or another changes {text:?} to {out:?}", data.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn twice_is_once() {
    for data in rule::all().all.iter().map(|rule| &rule.data) {
        for example in &data.hide {
            let once = cold(&example.text);
            assert_eq!(cold(&once), once, "{}", data.id);
        }
    }
}

/// Found by fuzzing: a placeholder of another length brought the second number near enough to its label.
#[test]
fn twice_is_once_where_a_placeholder_moves_its_neighbours() {
    let gap = "\0".repeat(44);
    let text = format!(
        "{{\"passport\":{{\"series\":\"823series\":\"8236\",\"number\":\"977129\"}},\"veri{gap}fied\":false6\",\"number\":\"977129\"}},\"veri{gap}fied\":false}}"
    );
    let once = cold(&text);
    assert_eq!(cold(&once), once);
}

#[test]
fn a_value_learnt_once_vanishes_everywhere() {
    let policy = Policy::default();
    let mut engine = Engine::new(&policy);
    engine.learn("open C:\\Users\\grete.k\\x.log");
    engine.learn("password=Corr3ctHorse from 10.24.7.3");
    engine.learn("password=0therHorse from 10.24.7.13");
    assert_eq!(engine.redact_text("echo Corr3ctHorse GRETE.K, 10.24.7.13"), "echo <secret-1> <user-1>, <ip-2>");
    assert_eq!(engine.redact_text("/home/grete.k/x 10.24.7.3 0therHorse"), "/home/<user-1>/x <ip-1> <secret-2>");
    assert_eq!(engine.hidden(), [("ip", 2), ("secret", 2), ("user", 1)].map(|(class, n)| (class.to_owned(), n)).into());
    assert_eq!(engine.map()[0], ("<ip-1>".to_owned(), "10.24.7.3".to_owned()));
}

#[test]
fn what_the_computer_knows_is_hidden_in_every_spelling() {
    let text = "GRETEK grete-pc7 D:/old/gretek/x user=gk C:\\Users\\gk\\x \\u0413\\u0440\\u0435\\u0442\\u0430 Канарейкина КАНАРЕЙКИНА Grete%20Heimnetz gk";
    let (out, counts) = redact_text(text, &warm());
    for gone in ["gretek", "GRETEK", "pc7", "\\u0413", "Канарейкина", "КАНАРЕЙКИНА", "Heimnetz", "=gk"]
    {
        assert!(!out.contains(gone), "{gone} in {out}");
    }
    assert!(out.ends_with(" gk"), "short names only where they are names: {out}");
    assert_eq!(counts["user"], 2);
    assert_eq!(out.matches("<user-1>").count(), 2);
}

#[test]
fn placeholders_never_meet_those_in_the_input() {
    let out = cold("<ip-1> was masked before, from 10.24.7.3 to 10.24.7.4; <ip-3>");
    assert_eq!(out, "<ip-1> was masked before, from <ip-2> to <ip-4>; <ip-3>");
}

#[test]
fn words_of_the_user() {
    let policy = Policy {
        hide: vec!["Projekt Kranich".into(), "qq".into()],
        keep: vec!["10.24.7.3".into()],
        ..Policy::default()
    };
    let (out, _) = redact_text("projekt kranich (qq) at 10.24.7.3", &policy);
    assert_eq!(out, "<hidden-1> (<hidden-2>) at 10.24.7.3");
}

#[test]
fn logins_travel_without_their_domain_and_words_do_not() {
    let mut engine = Engine::new(&Policy::default());
    engine.learn("Account name: CORP\\gretek2\nlogin: zebra\nuser=canary\nC:\\Users\\grete kanari\\x /Users/canary/x");
    assert_eq!(engine.redact_text("gretek2 zebra Zebra"), "<user-5> zebra Zebra");
    assert_eq!(engine.redact_text("canary grete kanari grete"), "<user-3> <user-4> <user-6>");
}

#[test]
fn a_value_on_the_line_after_a_window_is_hidden() {
    let key = "<key>password</key>\n";
    for short in [0, 1, 5] {
        let filler = "a line of a log\n".repeat(70_000);
        let head = &filler[filler.len() - (super::stream::WINDOW - key.len() - short)..];
        let text = format!("{head}{key}<string>Corr3ctHorse77</string>\n{}", &filler[..4_000]);
        assert!(cold(&text).contains("<string><secret-1></string>"));
        let lines = "MIIEabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234567\n".repeat(400);
        let block = format!("-----BEGIN PRIVATE KEY-----\n{lines}-----END PRIVATE KEY-----\n");
        let text = format!("{}{block}{}", &head[20_000 + short..], &filler[..64_000]);
        assert!(!cold(&text).contains("MIIE"));
    }
}

/// How many bytes of work a rule may do for each byte of text is bounded: without that this takes minutes.
#[test]
fn triggers_that_overlap_are_done_with_quickly() {
    for text in
        ["eyJ", "eyJaaaaaaaa-", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY----- ", "signature=", "bearer "]
    {
        let text = text.repeat(150_000 / text.len());
        let mut hits = Vec::new();
        super::scan::scan(rule::all(), text.as_bytes(), &mut hits);
        assert!(hits.len() < 50_000, "{}", hits.len());
    }
}

#[test]
fn two_values_that_cross_are_hidden_as_one() {
    let policy = Policy { hide: vec!["Projekt Kranich".into()], ..Policy::default() };
    let (out, _) = redact_text("to Projekt Kranich@firm-intern.de now", &policy);
    assert_eq!(out, "to <hidden-1> now");
}

#[test]
fn clean_text_comes_back() {
    let text = "2031-05-02 12:34:56.789 [INFO] Renderer: D3D12 feature level 12_1, driver 31.0.15.3623\n\
        0x00007FFB1C2D0000 ntdll.dll 10.0.22621.1 {01234567-89AB-CDEF-0123-456789ABCDEF}\n\
        at std::sys::backtrace::__rust_begin_short_backtrace (src/main.rs:12:34)\n\
        PCI\\VEN_10DE&DEV_2684&SUBSYS_16F110DE&REV_A1 epoch 1935667200 1935667200123 sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n\
        Пользователь нажал кнопку, и окно закрылось. Пароль не спросили.\n";
    assert_eq!(cold(text), text);
}

/// A reader that gives as much as `sizes` says, again and again.
struct Chunked<'a> {
    bytes: &'a [u8],
    random: fastrand::Rng,
    most: usize,
}

impl Read for Chunked<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let length = self.random.usize(1..=self.most).min(target.len()).min(self.bytes.len());
        let (now, rest) = self.bytes.split_at(length);
        target[..length].copy_from_slice(now);
        self.bytes = rest;
        Ok(length)
    }
}

fn log(random: &mut fastrand::Rng, bytes: usize, newline: bool) -> Vec<u8> {
    let examples: Vec<&str> =
        rule::all().all.iter().flat_map(|rule| &rule.data.hide).map(|example| example.text.as_str()).collect();
    let mut text = Vec::new();
    while text.len() < bytes {
        let part = match random.u8(0..6) {
            0 => examples[random.usize(..examples.len())].replace('\n', if newline { "\n" } else { " " }),
            1 => "gretek, Грета Канарейкина".to_owned(),
            _ => format!("frame {} took 3.5 ms, ok", random.u32(..)),
        };
        text.extend_from_slice(part.as_bytes());
        text.extend_from_slice(if newline { b"\r\n" } else { b" " });
    }
    text
}

fn through(engine: &Engine, reader: impl Read) -> Vec<u8> {
    let mut out = Vec::new();
    engine.reader(reader).read_to_end(&mut out).unwrap();
    out
}

#[test]
fn any_chunks_give_the_same() {
    let mut random = fastrand::Rng::with_seed(7);
    for newline in [true, false] {
        let text = log(&mut random, 1_300_000, newline);
        let mut engine = Engine::new(&warm());
        engine.learn_from(&text[..]).unwrap();
        let whole = through(&engine, &text[..]);
        assert_ne!(whole, text);
        assert!(memchr::memmem::find(&whole, b"gretek").is_none());
        assert!(memchr::memmem::find(&whole, b"Corr3ct").is_none());
        for most in [1_000, 3_000_000] {
            let mut other = Engine::new(&warm());
            other.learn_from(Chunked { bytes: &text, random: random.fork(), most }).unwrap();
            assert!(through(&other, Chunked { bytes: &text, random: random.fork(), most }) == whole);
            assert!(other.map() == engine.map());
        }
        let text = String::from_utf8(text).unwrap();
        assert!(engine.redact_text(&text).into_bytes() == whole);
    }
}

const PARTS: &[&[u8]] = &[
    b"password",
    b"=",
    b":",
    b"\"",
    b"\\",
    b"'",
    b" ",
    b"\n",
    b"<",
    b">",
    b"user",
    b"\\u0413",
    b"%",
    b"C:\\Users\\",
    b"/home/",
    b"@",
    b"10.2.3.4",
    b".",
    b"-",
    b"ab",
    b"7",
    b"\xff",
    b"\xd0",
    "Я".as_bytes(),
    b"+79165550199",
    b"eyJ",
    b"://",
    b"<ip-1>",
    b"token",
    b"1234",
    b"gretek",
    b"\x1b[1m",
    b"grete@firm-intern.de",
    b"x.y",
    b"Cookie",
    b"\r",
    b"ghp_",
    b"-----BEGIN ",
    b"{",
    b"}",
    b",",
];

fn random_bytes(random: &mut fastrand::Rng, between: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..random.usize(0..40) {
        match random.u8(0..8) {
            0 if between.is_empty() => bytes.push(random.u8(..)),
            _ => bytes.extend_from_slice(PARTS[random.usize(..PARTS.len())]),
        }
        bytes.extend_from_slice(between);
    }
    bytes
}

#[test]
fn random_bytes_never_panic() {
    let mut random = fastrand::Rng::with_seed(11);
    for _ in 0..600 {
        let bytes = random_bytes(&mut random, b"");
        let mut engine = Engine::new(&warm());
        engine.learn_from(&bytes[..]).unwrap();
        let once = through(&engine, &bytes[..]);
        if let Ok(text) = std::str::from_utf8(&bytes) {
            assert_eq!(engine.redact_text(text).into_bytes(), once);
            for finding in engine.findings(text) {
                assert!(text.is_char_boundary(finding.start) && text.is_char_boundary(finding.end));
                assert!(!finding.class.is_empty() && finding.placeholder.starts_with('<'));
            }
        }
        let mut scanner = super::LeakScanner::for_policy(&warm());
        scanner.feed(&bytes);
        scanner.finish();
    }
}

#[test]
fn random_words_change_once() {
    let mut random = fastrand::Rng::with_seed(13);
    let redact = |bytes: &[u8]| {
        let mut engine = Engine::new(&warm());
        engine.learn_from(bytes).unwrap();
        through(&engine, bytes)
    };
    for between in [&b" "[..], b"\n", b", ", b""] {
        for _ in 0..200 {
            let bytes = random_bytes(&mut random, between);
            let once = redact(&bytes);
            let twice = redact(&once);
            assert_eq!(
                String::from_utf8_lossy(&twice),
                String::from_utf8_lossy(&once),
                "{:?}",
                String::from_utf8_lossy(&bytes)
            );
        }
    }
}

#[test]
#[ignore = "a measurement: cargo test --release --lib redact::tests::speed -- --ignored --nocapture"]
fn speed() {
    let line = |i: u32| {
        format!(
            "2031-05-02 12:{:02}:{:02}.{:03} [INFO ] [Renderer/{}] frame {i} took 3.5 ms, 14 draws, texture cache 412 MiB at 0x7ffb{i:08x}\n",
            i / 60 % 60,
            i % 60,
            i % 1000,
            i % 7
        )
    };
    let mut text = String::new();
    for i in 0..600_000 {
        text.push_str(&line(i));
        if i % 100 == 0 {
            text.push_str("open C:\\Users\\gretek\\AppData\\x.log from 10.24.7.3 token=AbCd1234EfGh5678\n");
        }
    }
    let megabytes = text.len() as f64 / 1e6;
    let timed = |name: &str, work: &mut dyn FnMut()| {
        let start = std::time::Instant::now();
        work();
        println!("{name}: {:.0} MB/s", megabytes / start.elapsed().as_secs_f64());
    };
    let mut engine = Engine::new(&warm());
    engine.learn("warm up");
    timed("gates", &mut || super::gate::scan(text.as_bytes(), 0xFF, |_, _| ()));
    timed("learn", &mut || engine.learn(&text));
    let mut out = Vec::with_capacity(text.len());
    timed("replace", &mut || out = through(&engine, text.as_bytes()));
    let mut scanner = super::LeakScanner::new(&engine.table(), engine.keep());
    timed("leaks", &mut || {
        for piece in out.chunks(64 << 10) {
            scanner.feed(piece);
        }
        assert_eq!(scanner.finish(), []);
    });
}
