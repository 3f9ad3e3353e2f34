//! A bundle made elsewhere: `verify` reads any bytes, and the leak scan finds the same in any pieces.
#![no_main]

use std::io::Read;

use casefile::bundle;
use casefile::job::Monitor;
use casefile::redact::LeakScanner;
use casefile_fuzz::{Pieces, known, scratch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut scanner = LeakScanner::for_policy(&known());
    scanner.feed(bytes);
    let whole = scanner.finish();
    let mut source = Pieces::new(bytes, bytes.len());
    let mut piece = [0; 128];
    while let Ok(length @ 1..) = source.read(&mut piece) {
        scanner.feed(&piece[..length]);
    }
    assert_eq!(scanner.finish(), whole);
    for pair in whole.windows(2) {
        assert!(pair[0].offset <= pair[1].offset && pair[0].line <= pair[1].line);
    }

    let path = scratch("bundle.zip", bytes);
    if let Ok(verification) = bundle::verify(&path, scanner, &Monitor::quiet()) {
        assert_eq!(verification.ok, verification.findings.is_empty());
    }
});
