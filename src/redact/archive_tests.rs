//! Archives on their way out: what is redacted, what stays behind, what names become.

use std::fs::File;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::archive::{pack, texts};
use super::{Engine, Policy, Where};
use crate::job::Monitor;
use crate::model::{Evidence, KnownTerms, Member, MemberContent, Packing};

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.set_comment("packed by gretek").unwrap();
    zip.finish().unwrap().into_inner()
}

fn evidence(folder: &Path, bytes: &[u8], packing: Packing, members: &[(&str, MemberContent)]) -> Evidence {
    let source = folder.join("archive");
    File::create(&source).unwrap().write_all(bytes).unwrap();
    let member =
        |(name, content): &(&str, MemberContent)| Member { name: (*name).to_owned(), content: content.clone() };
    let members = members.iter().map(member).collect();
    Evidence { source, members, packing: Some(packing), ..Evidence::default() }
}

fn engine(evidence: &Evidence) -> Engine {
    let known = KnownTerms { users: vec!["gretek".into()], ..KnownTerms::default() };
    let mut engine = Engine::new(&Policy { known, ..Policy::default() });
    evidence.members.iter().for_each(|member| engine.learn(&member.name));
    texts(evidence, &mut |_, text| {
        engine.learn_from(text).ok();
        Ok(())
    })
    .unwrap();
    engine
}

/// What is in the new archive, by name, and what was left out.
fn packed(evidence: &Evidence) -> (Vec<(String, Vec<u8>)>, Vec<String>) {
    let repacked = pack(evidence, &engine(evidence)).unwrap();
    let mut zip = ZipArchive::new(repacked.file.reopen().unwrap()).unwrap();
    assert!(zip.comment().is_empty());
    assert_eq!(repacked.file.as_file().metadata().unwrap().len(), repacked.size_bytes);
    let files = (0..zip.len()).map(|index| {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    });
    (files.collect(), repacked.left_out)
}

fn text() -> MemberContent {
    MemberContent::Text("utf-8".to_owned())
}

#[test]
fn texts_are_redacted_and_what_nobody_can_search_stays_behind() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = zip_of(&[
        ("gretek/a.log", b"password=Corr3ctHorse"),
        ("../b.txt", b"again Corr3ctHorse"),
        ("gretek.dmp", b"MDMP gretek"),
        ("c:\\x\\a?.txt", b"plain"),
    ]);
    let told = [
        ("gretek/a.log", text()),
        ("../b.txt", text()),
        ("gretek.dmp", MemberContent::Unknown),
        ("c:\\x\\a?.txt", text()),
    ];
    let (files, left_out) = packed(&evidence(folder.path(), &bytes, Packing::Zip, &told));
    let shown: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), std::str::from_utf8(text).unwrap())).collect();
    let expected = [("(user-1)/a.log", "password=<secret-1>"), ("b.txt", "again <secret-1>"), ("c_/x/a_.txt", "plain")];
    assert_eq!(shown, expected);
    assert_eq!(left_out, ["<user-1>.dmp"]);
}

#[test]
fn names_that_become_the_same_are_numbered() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = zip_of(&[("a/x.log", b"one"), ("./a/x.log", b"two"), ("A/x.log", b"three")]);
    let told = [("a/x.log", text()), ("./a/x.log", text()), ("A/x.log", text())];
    let (files, _) = packed(&evidence(folder.path(), &bytes, Packing::Zip, &told));
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["a/x.log", "a/x-2.log", "A/x-3.log"]);
}

#[test]
fn a_broken_file_of_an_archive_is_left_out_and_the_rest_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = zip_of(&[("a.log", b"one line of text"), ("b.log", b"gretek"), ("c.png", b"\x89PNG no picture")]);
    let at = memchr::memmem::find(&bytes, b"one line").unwrap();
    bytes[at] = b'X';
    let told = [("a.log", text()), ("b.log", text()), ("c.png", MemberContent::Picture)];
    let (files, left_out) = packed(&evidence(folder.path(), &bytes, Packing::Zip, &told));
    assert_eq!(files, [("b.log".to_owned(), b"<user-1>".to_vec())]);
    assert_eq!(left_out, ["a.log", "c.png"]);
}

#[test]
fn tar_archives_become_zip_archives() {
    let folder = tempfile::tempdir().unwrap();
    let mut tar = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(6);
    header.set_cksum();
    tar.append_data(&mut header, "home/gretek.txt", &b"gretek"[..]).unwrap();
    let plain = tar.into_inner().unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&plain).unwrap();
    for (bytes, packing) in [(plain, Packing::Tar), (gzip.finish().unwrap(), Packing::TarGzip)] {
        let (files, _) = packed(&evidence(folder.path(), &bytes, packing, &[("home/gretek.txt", text())]));
        assert_eq!(files, [("home/(user-1).txt".to_owned(), b"<user-1>".to_vec())]);
    }
}

#[test]
fn values_in_an_archive_are_shown_where_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = zip_of(&[("192.168.7.4.log", b"one\nfrom 192.168.7.4\n"), ("broken.log", b"from 10.1.2.3 it came")]);
    let mut archive =
        evidence(folder.path(), &bytes, Packing::Zip, &[("192.168.7.4.log", text()), ("broken.log", text())]);
    archive.name = "logs.zip".into();
    let original = super::incident_tests::incident(vec![archive]);
    let shown = |keep: &[&str]| {
        let policy = Policy { keep: keep.iter().map(|&word| word.to_owned()).collect(), ..Policy::default() };
        let redacted = super::redact(original.clone(), &policy, &Monitor::quiet()).unwrap();
        redacted.places(&original, &policy, &Monitor::quiet()).unwrap()
    };
    let found = shown(&[]);
    let ip = found.hidden.iter().find(|value| value.value == "192.168.7.4").expect("listed");
    let at = Where::Member { archive: "logs.zip".into(), name: "192.168.7.4.log".into() };
    assert_eq!(ip.count, 2);
    assert_eq!(ip.places.iter().map(|place| place.line).collect::<Vec<_>>(), [0, 2]);
    assert!(ip.places.iter().all(|place| place.at == at));
    assert_eq!(shown(&["192.168.7.4"]).kept.len(), 1);

    let mut bytes = bytes;
    let broken = memchr::memmem::find(&bytes, b"from 10.1").unwrap();
    bytes[broken] = b'X';
    File::create(&original.evidence[0].source).unwrap().write_all(&bytes).unwrap();
    assert!(shown(&[]).hidden.iter().all(|value| value.value != "10.1.2.3"), "it is not sent");
}
