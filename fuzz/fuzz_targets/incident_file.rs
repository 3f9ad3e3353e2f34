//! An incident file of any text: read or explained, and what was read is written and read again as the same.
#![no_main]

use std::path::Path;

use casefile::{store, text};
use casefile::model::Lang;
use casefile_fuzz::scratch;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(words) = std::str::from_utf8(bytes) else { return };
    match store::parse(words, Path::new("incident.toml")) {
        Ok((draft, _)) => {
            let path = scratch("incident.toml", b"");
            store::write(&draft, &path).expect("written");
            let (again, _) = store::read(&path).expect("read");
            assert_eq!(again, draft);
        }
        Err(error) => assert!(!text::problem(Lang::Ru, &error).sentence.is_empty()),
    }
});
