//! A bundle made elsewhere: `verify` reads any bytes, and the leak scan finds the same in any pieces.
#![no_main]

use std::io::{Cursor, Read, Write};

use casefile::bundle;
use casefile::job::Monitor;
use casefile::redact::LeakScanner;
use casefile_fuzz::{Pieces, known, scratch};
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::FullFileOptions;

/// A bundle whose manifest lists an entry for every piece of `bytes`; pieces end with two line ends.
fn made(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut listed = Vec::new();
    let text = String::from_utf8_lossy(bytes);
    for (number, piece) in text.split("\n\n").take(9).enumerate() {
        let (name, content) = piece.split_once('\n').unwrap_or(("a", piece));
        let name = format!("{number}{name}");
        let options = FullFileOptions::default().with_file_comment(name.as_str());
        zip.start_file(name.as_str(), options).ok()?;
        zip.write_all(content.as_bytes()).ok()?;
        listed.push(serde_json::json!({
            "path": name, "original_name": name, "bytes": content.len(), "sha256": "", "why": "", "searched": true, "hidden": {}
        }));
    }
    let manifest = serde_json::json!({
        "format": 1, "generator": {"name": "", "version": ""}, "created": "", "destination": {"id": "", "name": ""},
        "language": "en", "part": {"number": 1, "of": 1}, "entries": listed, "hidden": {}, "overrides": [],
        "totals": {"entries": 0, "bytes": 0},
    });
    zip.start_file("manifest.json", FullFileOptions::default()).ok()?;
    zip.write_all(manifest.to_string().as_bytes()).ok()?;
    Some(zip.finish().ok()?.into_inner())
}

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

    // Bytes that are no archive become the content, the names and the comments of one.
    let path = match made(bytes) {
        Some(archive) if !bytes.starts_with(b"PK") => scratch("bundle.zip", &archive),
        _ => scratch("bundle.zip", bytes),
    };
    if let Ok(verification) = bundle::verify(&path, scanner, &Monitor::quiet()) {
        assert_eq!(verification.ok, verification.findings.is_empty());
    }
});
