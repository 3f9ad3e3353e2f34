//! System reports of other tools: dxdiag, msinfo32, systeminfo, Steam, system_profiler, inxi, fastfetch, NVIDIA's.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| casefile_fuzz::inspected(bytes));
