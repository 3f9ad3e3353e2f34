//! A whole incident on its way: texts, files, names, pictures, and what must not be in the result.

#![expect(clippy::disallowed_methods, reason = "a test makes its own files")]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::{Error, Policy, Redacted, RedactedFile, redact};
use crate::job::Monitor;
use crate::model::{
    Area, Block, Contact, Draft, Evidence, EvidenceItem, EvidenceKind, EvidenceProblem, FilePart, Incident, KnownTerms,
    Lang, Mark, MarkShape, Part, Section,
};

fn evidence(folder: &Path, name: &str, bytes: &[u8]) -> Evidence {
    let source = folder.join(name);
    fs::File::create(&source).unwrap().write_all(bytes).unwrap();
    Evidence {
        item: EvidenceItem { path: source.clone(), ..EvidenceItem::default() },
        source,
        name: name.to_owned(),
        recognised: EvidenceKind::Log,
        size_bytes: bytes.len() as u64,
        is_text: true,
        encoding: "utf-8".to_owned(),
        ..Evidence::default()
    }
}

pub(super) fn incident(evidence: Vec<Evidence>) -> Incident {
    let contact = Contact { name: "Grete Canary".into(), email: "grete@firm-intern.de".into(), phone: String::new() };
    let section = |part, block| Section { part, heading: String::new(), blocks: vec![block] };
    Incident {
        chosen: std::collections::BTreeMap::default(),
        sections: vec![
            section(Part::Description, Block::Text("Crash for gretek; I am Grete Canary".into())),
            section(Part::Contact, Block::Text("Grete Canary, grete@firm-intern.de".into())),
        ],
        draft: Draft {
            title: "Crash in C:\\Users\\gretek\\game".into(),
            description: "Crash for gretek; I am Grete Canary".into(),
            hide: vec!["Kranich".into()],
            contact,
            ..Draft::default()
        },
        destination_name: "Any support".into(),
        lang: Lang::Ru,
        created: String::new(),
        facts: crate::model::Facts::default(),
        evidence,
        fingerprint: 77,
    }
}

fn policy() -> Policy {
    let known = KnownTerms { users: vec!["gretek".into()], ..KnownTerms::default() };
    Policy { known, hide: vec!["Kranich".into()], ..Policy::default() }
}

fn done(evidence: Vec<Evidence>) -> Redacted {
    redact(incident(evidence), &policy(), &Monitor::quiet()).unwrap()
}

fn content(file: &RedactedFile) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.open().unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn text(file: &RedactedFile) -> String {
    String::from_utf8(content(file)).unwrap()
}

#[test]
fn the_same_value_in_texts_files_and_names() {
    let folder = tempfile::tempdir().unwrap();
    let first = evidence(folder.path(), "a.log", b"password=Corr3ctHorse for Kranich\n");
    let second = evidence(folder.path(), "gretek_Corr3ctHorse.log", b"login as gretek with Corr3ctHorse\n");
    let redacted = done(vec![first, second]);
    assert_eq!(redacted.incident().draft.title, "Crash in C:\\Users\\<user-1>\\game");
    assert_eq!(text(&redacted.files()[0]), "password=<secret-1> for <hidden-1>\n");
    assert_eq!(text(&redacted.files()[1]), "login as <user-1> with <secret-1>\n");
    assert_eq!(redacted.files()[1].name(), "<user-1>_<secret-1>.log");
    assert_eq!(redacted.files()[1].hidden()["secret"], 1, "counted though learnt elsewhere");
    assert_eq!(redacted.incident().fingerprint, 77);
    assert!(redacted.incident().draft.hide.is_empty());
    let shown = format!("{:?}", redacted.incident());
    for gone in ["gretek", "Corr3ct", "Kranich", folder.path().to_str().unwrap()] {
        assert!(!shown.contains(gone), "{gone} in {shown}");
    }
}

#[test]
fn the_contact_stays_in_its_section_alone() {
    let redacted = done(Vec::new());
    let blocks: Vec<_> = redacted.incident().sections.iter().map(|section| section.blocks[0].clone()).collect();
    assert_eq!(blocks[0], Block::Text("Crash for <user-1>; I am <name-1>".into()));
    assert_eq!(blocks[1], Block::Text("Grete Canary, grete@firm-intern.de".into()));
    assert_eq!(redacted.incident().draft.contact.name, "Grete Canary");
    let mut scanner = redacted.scanner();
    scanner.feed(serde_json::to_string(redacted.incident()).unwrap().as_bytes());
    assert_eq!(scanner.finish(), []);
    scanner.feed(b"gretek");
    assert_eq!(scanner.finish().len(), 1);
}

#[test]
fn other_encodings_and_parts() {
    let folder = tempfile::tempdir().unwrap();
    let wide: Vec<u8> = "\u{FEFF}привет gretek\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut wide = evidence(folder.path(), "wide.log", &wide);
    wide.encoding = "utf-16le".to_owned();
    let (old, ..) = encoding_rs::WINDOWS_1251.encode("пользователь: гретак\n");
    let mut old = evidence(folder.path(), "old.log", &old);
    old.encoding = "windows-1251".to_owned();
    let mut part = evidence(folder.path(), "part.log", b"one\ntwo gretek\nthree\nfour\n");
    part.part = Some(FilePart { start_byte: 4, end_byte: 15, lines_before: 1, lines_after: 2, ..FilePart::default() });
    let redacted = done(vec![wide, old, part]);
    assert_eq!(text(&redacted.files()[0]), "привет <user-1>\r\n");
    assert_eq!(text(&redacted.files()[1]), "пользователь: <user-2>\n");
    let part = text(&redacted.files()[2]);
    let lines: Vec<&str> = part.lines().collect();
    assert_eq!(lines.len(), 3, "{part}");
    assert_eq!(lines[1], "two <user-1>");
    assert!(lines[0].contains("1 строка") && lines[2].contains("2 строки"), "{part}");
}

#[test]
fn pictures_and_what_cannot_be_searched() {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(8, 8, image::Rgb([9, 200, 9])).write_to(&mut bytes, image::ImageFormat::Gif).unwrap();
    let mut picture = evidence(folder.path(), "gretek.gif", bytes.get_ref());
    picture.is_text = false;
    picture.recognised = EvidenceKind::Picture;
    picture.item.hide = vec![Area { x: 0, y: 0, width: 4, height: 4 }];
    picture.item.marks =
        vec![Mark { shape: MarkShape::Text, points: vec![[0, 6]], text: "gretek was here".into(), ..Mark::default() }];
    let mut dump = evidence(folder.path(), "x.dmp", b"MDMP gretek");
    dump.is_text = false;
    dump.recognised = EvidenceKind::CrashReport;
    let missing = Evidence { problem: Some(EvidenceProblem::Missing), ..Evidence::default() };
    let redacted = done(vec![missing, picture, dump]);
    let [picture, dump] = redacted.files() else { panic!("two files are sent") };
    assert_eq!((picture.name(), picture.evidence(), picture.searched()), ("<user-1>.png", 1, true));
    assert_eq!(picture.hidden()["area"], 1);
    assert_eq!(redacted.incident().evidence[1].item.marks[0].text, "<user-1> was here", "and so it is drawn");
    let bytes = content(picture);
    assert_eq!(bytes.len() as u64, picture.size_hint_bytes());
    assert_eq!(image::load_from_memory(&bytes).unwrap().into_rgb8().get_pixel(1, 1).0, [0, 0, 0]);
    assert_eq!((dump.searched(), dump.size_hint_bytes()), (false, 11));
    assert_eq!(content(dump), b"MDMP gretek");
    assert_eq!(redacted.hidden()["area"], 1);
}

#[test]
fn a_growing_log_sends_what_was_searched() {
    let folder = tempfile::tempdir().unwrap();
    let log = evidence(folder.path(), "a.log", b"one\n");
    let path: PathBuf = log.source.clone();
    let redacted = done(vec![log]);
    fs::File::options().append(true).open(&path).unwrap().write_all(b"two\n").unwrap();
    assert_eq!(text(&redacted.files()[0]), "one\n");
    fs::remove_file(&path).unwrap();
    assert!(redacted.files()[0].open().is_err());
}

#[test]
fn a_log_that_was_written_anew_is_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    for other in ["one\n", "two\nthree\n", "one\nxxxxx\nthree, and more\n"] {
        let log = evidence(folder.path(), "a.log", b"one\ntwo\nthree\n");
        let path: PathBuf = log.source.clone();
        let redacted = done(vec![log]);
        fs::File::create(&path).unwrap().write_all(other.as_bytes()).unwrap();
        let error = redacted.files()[0].open().err().unwrap();
        assert!(error.to_string().contains("изменил"), "{error}");
    }
}

#[test]
fn what_is_left_out_tells_what_is_private() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = b"password=Corr3ctHorse77 mail grete@firm-intern.de\nretry Corr3ctHorse77\nend\n";
    let mut log = evidence(folder.path(), "a.log", bytes);
    let start = bytes.iter().position(|byte| *byte == b'\n').unwrap() as u64 + 1;
    log.part = Some(FilePart {
        start_byte: start,
        end_byte: bytes.len() as u64,
        lines_before: 1,
        lines_after: 0,
        ..FilePart::default()
    });
    let redacted = done(vec![log]);
    let sent = text(&redacted.files()[0]);
    assert!(sent.ends_with("\nretry <secret-1>\nend\n"), "{sent}");
    assert_eq!(redacted.files()[0].hidden(), &[("secret".to_owned(), 1)].into());
    assert_eq!(redacted.hidden().get("secret"), Some(&1));
}

#[test]
fn words_of_headings_and_notes() {
    let folder = tempfile::tempdir().unwrap();
    let mut log = evidence(folder.path(), "a.log", b"one\ntwo\n");
    log.part = Some(FilePart { start_byte: 4, end_byte: 8, lines_before: 1, lines_after: 0, ..FilePart::default() });
    let mut incident = incident(vec![log]);
    let rows = vec![("Память".to_owned(), "Память gretek".to_owned())];
    incident
        .sections
        .push(Section { part: Part::Specs, heading: "Память".into(), blocks: vec![Block::Rows(rows)] });
    let policy = Policy { hide: vec!["память".into(), "строка".into()], ..policy() };
    let redacted = redact(incident, &policy, &Monitor::quiet()).unwrap();
    let last = redacted.incident().sections.last().unwrap();
    assert_eq!(last.heading, "Память");
    assert_eq!(last.blocks, [Block::Rows(vec![("Память".into(), "<hidden-1> <user-1>".into())])]);
    let mut scanner = redacted.scanner();
    scanner.begin(true);
    scanner.feed("Память".as_bytes());
    assert_eq!(scanner.finish(), []);
    scanner.feed(&content(&redacted.files()[0]));
    scanner.begin(false);
    assert_eq!(scanner.finish(), []);
}

#[test]
fn what_cannot_be_read_and_a_stop() {
    let folder = tempfile::tempdir().unwrap();
    let mut gone = evidence(folder.path(), "a.log", b"one\n");
    gone.source = folder.path().join("none");
    assert!(matches!(redact(incident(vec![gone]), &policy(), &Monitor::quiet()), Err(Error::Read { .. })));
    let monitor = Monitor::quiet();
    monitor.stop();
    let log = evidence(folder.path(), "b.log", b"one\n");
    assert!(matches!(redact(incident(vec![log]), &policy(), &monitor), Err(Error::Stopped(_))));
}

#[test]
fn a_file_that_is_another_one_than_was_chosen_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let film = |text: bool| Evidence { is_text: text, ..evidence(folder.path(), "a.mp4", b"one two three") };
    for is_text in [true, false] {
        let chosen = film(is_text);
        fs::write(&chosen.source, "one").unwrap();
        let refused = redact(incident(vec![chosen]), &policy(), &Monitor::quiet());
        assert!(matches!(refused, Err(Error::Changed { path }) if path.ends_with("a.mp4")));

        let redacted = done(vec![film(is_text)]);
        let read = || redacted.files()[0].open().and_then(std::io::read_to_string);
        assert_eq!(read().unwrap(), "one two three");
        fs::write(folder.path().join("a.mp4"), "one two three four").unwrap();
        assert_eq!(read().unwrap(), "one two three", "what was added was not searched");
        for other in ["one two", "two one three four"] {
            fs::write(folder.path().join("a.mp4"), other).unwrap();
            assert_eq!(read().unwrap_err().to_string(), crate::text::t(Lang::Ru, "redact-changed"));
        }
    }
}

#[test]
fn every_error_has_words() {
    use crate::model::Explain;
    use crate::text;
    let path = PathBuf::from("shot.png");
    let reading = |kind: std::io::ErrorKind| std::io::Error::from(kind);
    let errors = [
        Error::Read { path: path.clone(), source: reading(std::io::ErrorKind::NotFound) },
        Error::Changed { path: path.clone() },
        Error::Bomb { path: path.clone() },
        Error::Picture { path: path.clone(), reason: "no picture".into() },
        Error::PictureSize { path: path.clone(), width: 1, height: 2 },
        Error::Temporary { path, source: reading(std::io::ErrorKind::StorageFull) },
    ];
    for error in errors {
        for lang in [Lang::En, Lang::Ru] {
            assert!(text::exists(lang, &format!("error-{}", error.key())));
            let problem = text::problem(lang, &error);
            assert!(
                problem.sentence.contains("shot.png") && !problem.sentence.contains('{') && !problem.hint.is_empty()
            );
        }
    }
}
