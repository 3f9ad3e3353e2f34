//! Crash reports that engines and runtimes write: Unreal, `hs_err`, Minecraft, .NET, Python.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| casefile_fuzz::inspected(bytes));
