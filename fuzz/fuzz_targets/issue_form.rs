//! A GitHub issue form or Markdown template of any bytes; what is taken over is a profile that can be written and read.
#![no_main]

use std::path::Path;

use casefile::store::issue_form;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["bug.yml", "bug.md"] {
        match issue_form::parse(bytes, Path::new(name), Some("example/app"), "2031-02-03") {
            Ok(imported) => {
                serde_json::to_string(&imported.profile).expect("a profile is written");
            }
            Err(refusal) => assert!(refusal.line > 0 || !refusal.element.is_empty() || !refusal.to_string().is_empty()),
        }
    }
});
