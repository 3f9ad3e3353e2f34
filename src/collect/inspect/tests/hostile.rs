//! Files made to take time or memory: an answer comes, and it is a plain one. One that would take for ever shows by this test not
//! ending.

use std::io::Write;

use super::*;

fn look_at(bytes: &[u8]) -> Inspection {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    std::fs::write(&path, bytes).unwrap();
    let found = inspect(&path);
    expect_bounded(&found);
    found
}

#[test]
fn nested_json() {
    let header = apple::tests::HEADER;
    for deep in ["[".repeat(1_000_000), "{\"procName\":".repeat(200_000), "{\"usedImages\":[".repeat(200_000)] {
        look_at(format!("{header}\n{{\"procName\":\"x\",\"incident\":{deep}").as_bytes());
        look_at(format!("{{\"SPHardwareDataType\":{deep}").as_bytes());
    }
}

#[test]
fn objects_in_objects() {
    let deep = "{\"a\":".repeat(200_000);
    assert_eq!(look_at(format!("{deep}1{}", "}".repeat(200_000)).as_bytes()).format, "json");
}

#[test]
fn xml_that_grows_nests_or_never_ends() {
    let entities =
        (1..60).map(|n| format!("<!ENTITY e{n} \"&e{0};&e{0};&e{0};\">", n - 1)).collect::<Vec<_>>().concat();
    let bomb = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE MsInfo [{entities}]><MsInfo><Category name=\"a\"><Data><Item>&e59;</Item></Data></Category></MsInfo>"
    );
    assert_eq!(look_at(bomb.as_bytes()).kind, EvidenceKind::SystemReport);
    for start in ["<MsInfo>", "<DxDiag>", "<FGenericCrashContext>", "<plist><string>SPHardwareDataType</string>"] {
        for more in [
            "<a>",
            "<a b=\"",
            "<",
            "<!",
            "<![CDATA[",
            "<array>",
            "<!--",
            "&",
            "<Data x=\"1\"><Item>a</Item><Value>1 x 1 x 1</Value>",
        ] {
            look_at(format!("{start}{}", more.repeat(300_000)).as_bytes());
        }
    }
}

#[test]
fn what_unpacks_to_too_much() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let line = b"2031-02-03 04:05:06 INFO start\n".repeat(1 << 15);
    for _ in 0..64 {
        packed.write_all(&line).unwrap();
    }
    assert_eq!(look_at(&packed.finish().unwrap()).problem, Some(EvidenceProblem::UnpacksTooFar));
}

#[test]
fn reports_of_more_values_than_a_report_has() {
    let thread = format!("{{\"frames\":[{}{{}}]}},", "{\"imageOffset\":1},".repeat(20));
    let many = format!("{}\n{{\"procName\":\"x\",\"threads\":[{}{{}}]}}", apple::tests::HEADER, thread.repeat(20_000));
    let found = look_at(many.as_bytes());
    let Details::Crash(report) = found.details else { panic!("{found:?}") };
    assert!(report.app.is_some(), "the header says it");
}

#[test]
fn one_endless_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.log");
    // One line that goes on in a hole of the file.
    let mut file = File::create(&path).unwrap();
    file.write_all(&b"2031-02-03 04:05:06 x".repeat(20_000)).unwrap();
    file.set_len(48 << 20).unwrap();
    assert_eq!(inspect(&path).kind, EvidenceKind::Log);
}

#[test]
fn long_lines_and_many_lines() {
    for text in [
        "0   App   0x00000001 ",
        "Thread 1 Crashed:\n0 a 0x00001 b + 1\n",
        "at a.b.c(",
        "#00 pc 1 /data/a (x) (",
        "\u{1b}[",
        "OS: ",
        "{\"bug_type\":\n",
    ] {
        let body = text.repeat(100_000);
        for start in [
            apple_text::tests::TEXT,
            java::tests::MINECRAFT,
            android::tests::TOMBSTONE,
            fetch::tests::TEXT,
            apple::tests::HEADER,
        ] {
            look_at(format!("{start}\n{body}").as_bytes());
        }
    }
}

#[test]
fn reports_that_are_cut_anywhere() {
    for (_, text) in [fixtures::crashes(), fixtures::systems()].concat() {
        for part in 0..16 {
            look_at(&text.as_bytes()[..text.len() * part / 16]);
        }
    }
}
