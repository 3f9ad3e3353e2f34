//! Crash reports that systems write: minidump, WER, systemd-coredump, apport, Android's tombstone and ANR.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| casefile_fuzz::inspected(bytes));
