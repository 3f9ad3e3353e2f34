//! One private value in one place: no bundle is made of it, and one made elsewhere does not pass.

use std::fs::{self, File};
use std::io::{self, Cursor, Write};
use std::path::Path;

use zip::write::{FullFileOptions, SimpleFileOptions};
use zip::{ZipArchive, ZipWriter};

use crate::job::Monitor;
use crate::model::{Block, KnownTerms, Lang};
use crate::redact::{LeakScanner, Policy};

use super::email::{Mail, compose};
use super::tests::{attach, bundle, incident, names_in, source, usual};
use super::verify::verify;
use super::write::write;
use super::{Error, FindingKind, Options};

const LOGIN: &str = "gretekanari";

fn scanner() -> LeakScanner {
    let known = KnownTerms { users: vec![LOGIN.into()], ..KnownTerms::default() };
    LeakScanner::for_policy(&Policy { known, ..Policy::default() })
}

/// The entry, line and class for which the incident is refused that `plant` makes.
fn refusal(plant: impl FnOnce(&mut crate::model::Incident)) -> (String, u64, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let files = usual();
    let mut incident = incident(Lang::En);
    attach(&mut incident, &files);
    plant(&mut incident);
    let target = folder.path().join("out.zip");
    let made = write(source(&incident, &files), &mut scanner(), &target, &Options::default(), &Monitor::quiet());
    assert_eq!(names_in(folder.path()), Vec::<String>::new(), "nothing stands there");
    match made {
        Err(Error::Leak { entry, line, class }) => (entry, line, class),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_value_in_the_page_the_markdown_or_the_json_is_refused() {
    let (entry, line, class) = refusal(|incident| incident.sections[1].blocks = vec![Block::Text(LOGIN.into())]);
    assert_eq!((entry.as_str(), class.as_str()), ("incident.html", "user"));
    assert!(line > 1);
    let (entry, line, _) = refusal(|incident| incident.draft.conditions = format!("only for {LOGIN}"));
    assert_eq!(entry, "incident.json");
    assert!(line > 1);
    let (entry, ..) = refusal(|incident| incident.evidence[1].item.caption = LOGIN.to_uppercase());
    assert_eq!(entry, "incident.html");
    let (entry, ..) = refusal(|incident| incident.facts.cpu.as_mut().expect("known").model = LOGIN.into());
    assert_eq!(entry, "incident.json");
}

#[test]
fn a_value_in_the_subject_or_in_the_text_of_a_letter_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let package = bundle(Lang::En, &usual(), &folder.path().join("out.zip"), &Options::default()).expect("written");
    let target = folder.path().join("out.eml");
    let mut incident = incident(Lang::En);
    let letter = |incident: &_, subject: &str| {
        let mail = Mail { to: None, subject, letter: true, overwrite: false };
        compose(incident, &mut scanner(), &package, &mail, &target, &Monitor::quiet())
    };
    for (subject, line) in [(format!("for {LOGIN}"), 1), (String::new(), 5)] {
        if subject.is_empty() {
            incident.sections[0].blocks = vec![Block::Text(format!("for {LOGIN}"))];
        }
        let refused = letter(&incident, &subject);
        let Err(Error::Leak { entry, line: found, class }) = refused else { panic!("{refused:?}") };
        assert_eq!((entry.as_str(), class.as_str()), ("out.eml", "user"));
        assert!(found <= line, "{found}");
    }
    assert_eq!(names_in(folder.path()), ["out.zip"]);
}

/// A whole bundle with something more in its archive.
fn altered(bytes: &[u8], alter: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        new.raw_copy_file(old.by_index_raw(index).expect("an entry")).expect("copied");
    }
    alter(&mut new);
    new.finish().expect("written").into_inner()
}

fn leaks(path: &Path, bytes: &[u8]) -> Vec<String> {
    let mut file = File::create(path).expect("a file");
    io::copy(&mut &bytes[..], &mut file).expect("written");
    let found = verify(path, scanner(), &Monitor::quiet()).expect("a bundle");
    assert!(!found.ok);
    found.findings.into_iter().filter(|one| one.kind == FindingKind::Leak).map(|one| one.entry).collect()
}

#[test]
fn a_value_in_what_an_archive_tells_of_itself_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.zip");
    bundle(Lang::En, &usual(), &path, &Options::default()).expect("written");
    let whole = fs::read(&path).expect("there");
    assert!(verify(&path, scanner(), &Monitor::quiet()).expect("a bundle").ok);
    let path = folder.path().join("other.zip");

    let named = altered(&whole, |zip| {
        zip.start_file(format!("files/{LOGIN}.txt"), SimpleFileOptions::default()).expect("named");
    });
    assert_eq!(leaks(&path, &named), [format!("files/{LOGIN}.txt")]);

    let told = altered(&whole, |zip| {
        let options = FullFileOptions::default().with_file_comment(format!("by {LOGIN}"));
        zip.start_file("files/a.txt", options).expect("named");
        let mut options = FullFileOptions::default();
        options.add_extra_field(0x7A7A, LOGIN.as_bytes(), false).expect("added");
        zip.start_file("files/b.txt", options).expect("named");
        zip.write_all(b"x").expect("written");
    });
    assert_eq!(leaks(&path, &told), ["files/a.txt", "files/b.txt"]);

    let noted = altered(&whole, |zip| zip.set_comment(format!("by {LOGIN}")).expect("noted"));
    let found = {
        fs::remove_file(&path).expect("there");
        io::copy(&mut &noted[..], &mut File::create(&path).expect("a file")).expect("written");
        verify(&path, scanner(), &Monitor::quiet()).expect("a bundle").findings
    };
    assert_eq!(found.iter().map(|one| one.entry.as_str()).collect::<Vec<_>>(), ["#comment"]);
}
