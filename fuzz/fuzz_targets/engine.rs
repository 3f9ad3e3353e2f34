//! The engine on any bytes: no panic, the same for any pieces, text stays text, nothing known is left, places are right.
#![no_main]

use std::io::Read;

use casefile::redact::{Engine, LeakScanner, Policy};
use casefile_fuzz::{Pieces, known};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for policy in [Policy::default(), known()] {
        let mut engine = Engine::new(&policy);
        engine.learn_from(bytes).expect("memory");
        let mut once = Vec::new();
        engine.reader(bytes).read_to_end(&mut once).expect("memory");

        let mut other = Engine::new(&policy);
        other.learn_from(Pieces::new(bytes, 3)).expect("memory");
        let mut pieces = Vec::new();
        other.reader(Pieces::new(bytes, 5)).read_to_end(&mut pieces).expect("memory");
        assert!(once == pieces && engine.map() == other.map(), "depends on how the bytes arrive");

        let mut scanner = LeakScanner::for_policy(&policy);
        scanner.feed(&once);
        let leaks = scanner.finish();
        assert!(leaks.is_empty(), "left: {leaks:?} in {:?}", String::from_utf8_lossy(&once));

        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        assert_eq!(engine.redact_text(text).as_bytes(), once);
        let mut last = 0;
        for finding in engine.findings(text) {
            assert!(last <= finding.start && finding.start < finding.end);
            assert!(text.is_char_boundary(finding.start) && text.is_char_boundary(finding.end));
            assert!(!text.contains(&finding.placeholder), "{} stood there before", finding.placeholder);
            last = finding.end;
        }

        let once = String::from_utf8(once).expect("text stays text");
        let mut again = Engine::new(&policy);
        again.learn(&once);
        assert_eq!(again.redact_text(&once), once, "changes again");
    }
});
