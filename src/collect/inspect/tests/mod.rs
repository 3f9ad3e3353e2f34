#![expect(clippy::disallowed_methods, reason = "a test makes its own files")]

pub mod fixtures;
mod hostile;

use super::*;

#[test]
fn a_missing_file_is_unknown_with_its_problem() {
    let inspection = inspect(Path::new("/no/such/file"));
    assert_eq!(inspection.problem, Some(EvidenceProblem::Missing));
    let json = serde_json::to_value(&inspection).unwrap();
    assert_eq!(json["kind"], "unknown");
    assert_eq!(json["problem"], "missing");
}

/// The most an answer holds, whatever is asked of it.
fn expect_bounded(inspection: &Inspection) {
    let json = serde_json::to_string(inspection).unwrap();
    assert!(json.len() < 4 << 20, "{}", json.len());
}

#[test]
fn ten_thousand_altered_files_break_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.log");
    let mut fixtures: Vec<Vec<u8>> = [fixtures::crashes(), fixtures::systems(), fixtures::logs()]
        .concat()
        .into_iter()
        .map(|(_, text)| text.into_bytes())
        .collect();
    fixtures.push(minidump::tests::dump());
    let mut random = fastrand::Rng::with_seed(7);
    for round in 0..10_000 {
        let mut bytes = fixtures[round % fixtures.len()].clone();
        for _ in 0..random.usize(1..6) {
            alter(&mut bytes, &fixtures, &mut random);
        }
        std::fs::write(&path, &bytes).unwrap();
        expect_bounded(&inspect(&path));
    }
}

/// One change as transport, a hand or an enemy makes it.
fn alter(bytes: &mut Vec<u8>, others: &[Vec<u8>], random: &mut fastrand::Rng) {
    const WORDS: [&[u8]; 16] = [
        b"{",
        b"}",
        b"[[[[",
        b"\"",
        b"<![CDATA[",
        b"&x;",
        b"\x1b[",
        b"\xff\xfe",
        b"\0",
        b"18446744073709551616",
        b"0x",
        b": ",
        b"\r",
        b" + ",
        b"-1",
        "上午".as_bytes(),
    ];
    let place = |random: &mut fastrand::Rng, length: usize| random.usize(0..=length);
    let (from, to) = (place(random, bytes.len()), place(random, bytes.len()));
    let (from, to) = (from.min(to), from.max(to));
    match random.u8(0..8) {
        0 => bytes.truncate(from),
        1 => drop(bytes.drain(from..to.min(from + 200))),
        2 => {
            let part = bytes[from..to.min(from + 2_000)].to_vec();
            bytes.splice(to..to, part);
        }
        3 => {
            let word = WORDS[random.usize(0..WORDS.len())];
            bytes.splice(from..from, word.repeat(random.usize(1..40)));
        }
        4 => {
            let other = &others[random.usize(0..others.len())];
            let end = place(random, other.len());
            bytes.splice(from..to, other[..end].iter().copied());
        }
        5 => *bytes = String::from_utf8_lossy(bytes).encode_utf16().flat_map(u16::to_le_bytes).collect(),
        _ => {
            for _ in 0..random.usize(1..9) {
                if let Some(byte) = bytes.get_mut(from.saturating_add(random.usize(0..50))) {
                    *byte = random.u8(..);
                }
            }
        }
    }
    bytes.truncate(100_000);
}
