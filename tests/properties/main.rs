//! What redaction promises for any input: hidden twice is hidden once, clean text comes back, the way in which bytes arrive
//! does not matter, placeholders are new, JSON stays JSON, the same value reads the same everywhere.
//!
//! `CASEFILE_CASES=20000 cargo test --test properties` tries more than the few that a usual run has time for.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failure fails the test")]

mod inputs;
#[allow(dead_code, reason = "the labelled set has more to it than is used here")]
#[path = "../redaction/template.rs"]
mod template;
#[allow(dead_code, reason = "the labelled set has more to it than is used here")]
#[path = "../redaction/values.rs"]
mod values;

use std::collections::BTreeMap;
use std::io::Read;

use casefile::model::KnownTerms;
use casefile::redact::{Engine, LeakScanner, Policy};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use inputs::{Pieces, bytes, clean, json, text};

fn config(usual: u32) -> Config {
    let asked = std::env::var("CASEFILE_CASES").ok().and_then(|cases| cases.parse().ok());
    // A usual run tries the same every time; who asks for more wants new ones.
    let rng_seed = asked.map_or(RngSeed::Fixed(4), |_| RngSeed::Random);
    Config { cases: asked.unwrap_or(usual), failure_persistence: None, rng_seed, ..Config::default() }
}

/// What a computer knows; logins, names and hosts of the inputs are among them.
fn policy(warm: bool) -> Policy {
    let known = KnownTerms {
        users: vec!["gretek".into(), "gk".into()],
        full_names: vec!["Грета Канарейкина".into()],
        homes: vec!["/home/gretek".into()],
        hosts: vec!["grete-pc7.lan".into()],
        ssids: vec!["Grete Heimnetz".into()],
    };
    if warm { Policy { known, hide: vec!["Projekt Kranich".into()], ..Policy::default() } } else { Policy::default() }
}

fn learnt(bytes: &[u8], warm: bool) -> Engine {
    let mut engine = Engine::new(&policy(warm));
    engine.learn_from(bytes).unwrap();
    engine
}

fn through(engine: &Engine, reader: impl Read) -> Vec<u8> {
    let mut out = Vec::new();
    engine.reader(reader).read_to_end(&mut out).unwrap();
    out
}

fn redacted(bytes: &[u8], warm: bool) -> Vec<u8> {
    through(&learnt(bytes, warm), bytes)
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn twice_is_once(text in text(), warm: bool) {
        let once = redacted(text.as_bytes(), warm);
        prop_assert_eq!(shown(&redacted(&once, warm)), shown(&once));
    }

    #[test]
    fn clean_text_comes_back(text in clean(), warm: bool) {
        prop_assert_eq!(shown(&redacted(text.as_bytes(), warm)), text);
    }

    #[test]
    fn any_bytes_in_any_pieces(bytes in bytes(), warm: bool, sizes in prop::collection::vec(1_usize..600, 1..9)) {
        let engine = learnt(&bytes, warm);
        let whole = through(&engine, &bytes[..]);
        let mut other = Engine::new(&policy(warm));
        other.learn_from(Pieces::new(&bytes, &sizes)).unwrap();
        prop_assert_eq!(shown(&through(&other, Pieces::new(&bytes, &sizes))), shown(&whole));
        prop_assert_eq!(other.map(), engine.map());
        if let Ok(text) = std::str::from_utf8(&bytes) {
            prop_assert_eq!(engine.redact_text(text), shown(&whole));
            prop_assert!(std::str::from_utf8(&whole).is_ok());
        }
        let scan = |pieces: &mut dyn Read| {
            let mut scanner = LeakScanner::for_policy(&policy(true));
            let mut piece = [0; 600];
            while let Ok(length @ 1..) = pieces.read(&mut piece) {
                scanner.feed(&piece[..length]);
            }
            scanner.finish()
        };
        prop_assert_eq!(scan(&mut Pieces::new(&bytes, &sizes)), scan(&mut &bytes[..]));
    }

    #[test]
    fn nothing_known_is_left(bytes in bytes()) {
        let once = redacted(&bytes, true);
        let mut scanner = LeakScanner::for_policy(&policy(true));
        scanner.feed(&once);
        prop_assert_eq!(scanner.finish(), [], "{}", shown(&once));
    }

    #[test]
    fn placeholders_are_new_and_stand_for_one_value_each(text in text(), warm: bool) {
        let engine = learnt(text.as_bytes(), warm);
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        let mut last = 0;
        for finding in engine.findings(&text) {
            prop_assert!(last <= finding.start && finding.start < finding.end);
            prop_assert!(text.is_char_boundary(finding.start) && text.is_char_boundary(finding.end));
            last = finding.end;
            prop_assert!(!text.contains(&finding.placeholder), "{} stood there before", finding.placeholder);
            let value = &text[finding.start..finding.end];
            let before = values.insert(value.to_owned(), finding.placeholder.clone());
            prop_assert!(before.is_none_or(|before| before == finding.placeholder), "{:?} has two", value);
        }
        let map = engine.map();
        let distinct: BTreeMap<&String, &String> = map.iter().map(|(placeholder, value)| (placeholder, value)).collect();
        prop_assert_eq!(distinct.len(), map.len(), "two values with one placeholder");
    }

    #[test]
    fn json_stays_json(json in json(), warm: bool) {
        let out = shown(&redacted(json.as_bytes(), warm));
        let parsed = serde_json::from_str::<serde_json::Value>(&out);
        prop_assert!(parsed.is_ok(), "{:?}\n{}\n{}", parsed, json, out);
    }
}
