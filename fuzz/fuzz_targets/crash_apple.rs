//! Apple's crash reports: `.ips` of two JSON documents, `.crash` in text.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| casefile_fuzz::inspected(bytes));
