//! Planted failures: an engine whose second pass finds nothing must not lead to a bundle or a letter.

use std::fs;
use std::path::Path;

use crate::bundle::email::{self, Mail};
use crate::bundle::{self, Options};
use crate::job::Monitor;
use crate::model::{Draft, EvidenceItem, Facts, FieldValue, KnownTerms, Lang, PrivateMap, Profile, Sending};
use crate::redact::blind;

use super::{Error, Outcome, Source, export, policy, review};

const LOGIN: &str = "gretekanari";

fn profile() -> Profile {
    toml::from_str(include_str!("../../assets/profiles/any-support-email.toml")).expect("valid")
}

fn draft(title: &str) -> Draft {
    let mut draft = Draft {
        destination: "any-support-email".into(),
        title: title.into(),
        description: "The program closes as soon as a file is opened from the list.".into(),
        started: "yesterday".into(),
        steps: vec!["Start the program".into(), "Open a file".into(), "It closes".into()],
        expected: "The file opens.".into(),
        actual: "The program closes.".into(),
        frequency: crate::model::Frequency::EveryTime,
        tried: vec!["Started it again: no change".into()],
        ..Draft::default()
    };
    draft.contact.email = "reader@example.com".into();
    draft.fields.insert("subject".into(), FieldValue::Text("The program closes".into()));
    for check in ["one-issue", "right-place", "self-help", "language", "required-fields", "error-quoted", "evidence"] {
        draft.overrides.insert(check.into(), "It is so.".into());
    }
    draft
}

fn source(draft: Draft, base: &Path) -> Source {
    let now = "2031-02-03T04:05:06Z".parse().expect("a time");
    Source { draft, base: base.to_owned(), profile: profile(), now, map: PrivateMap::default() }
}

/// The whole way into `folder/out/out.zip`.
fn made(draft: Draft, folder: &Path) -> Result<Outcome, Error> {
    let out = folder.join("out");
    fs::create_dir_all(&out).expect("a folder");
    let source = source(draft, folder);
    let monitor = Monitor::quiet();
    let known = KnownTerms { users: vec![LOGIN.into()], ..KnownTerms::default() };
    let policy = policy(&source.draft, &source.profile, known);
    let reviewed = review(&source, Facts::default(), Lang::En, &monitor)?;
    export(reviewed, &policy, &out.join("out.zip"), &Options::default(), &monitor)
}

fn left(folder: &Path) -> usize {
    fs::read_dir(folder.join("out")).expect("a folder").count()
}

/// The refusal of what is made with a blind engine: entry, line, class.
fn refusal(draft: Draft, folder: &Path) -> (String, u64, String) {
    let refused = blind(|| made(draft, folder));
    assert_eq!(left(folder), 0, "nothing stands there");
    match refused {
        Err(Error::Bundle(bundle::Error::Leak { entry, line, class })) => (entry, line, class),
        Err(other) => panic!("{other}"),
        Ok(Outcome::Blocked(report)) => panic!("blocked: {:?}", report.items),
        Ok(Outcome::Made(_)) => panic!("made without a second pass"),
    }
}

fn with_file(folder: &Path, name: &str, bytes: &[u8]) -> Draft {
    crate::platform::replace(&folder.join(name), bytes).expect("written");
    let item = EvidenceItem { path: name.into(), ..EvidenceItem::default() };
    Draft { evidence: vec![item], ..draft("The program closes") }
}

#[test]
fn without_the_second_pass_a_log_is_refused_with_entry_line_and_class() {
    let folder = tempfile::tempdir().expect("a folder");
    let log =
        format!("2031-02-03 04:05:06 INFO started\n{}open /home/{LOGIN}/a\n", "2031-02-03 04:05:07 INFO x\n".repeat(5));
    let found = refusal(with_file(folder.path(), "app.log", log.as_bytes()), folder.path());
    assert_eq!(found, ("logs/app.log".into(), 7, "user".into()));

    let made = made(with_file(folder.path(), "app.log", log.as_bytes()), folder.path());
    assert!(matches!(made, Ok(Outcome::Made(_))), "with the second pass it is made");
    assert_eq!(left(folder.path()), 1);
}

#[test]
fn without_the_second_pass_every_place_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let (entry, line, class) = refusal(draft(&format!("Closes for {LOGIN}")), folder.path());
    assert_eq!((entry.as_str(), class.as_str()), ("incident.html", "user"));
    assert!(line > 1);

    let named = with_file(folder.path(), &format!("{LOGIN}.log"), b"2031-02-03 04:05:06 INFO started\n");
    assert_eq!(refusal(named, folder.path()).0, "incident.html", "the page lists the file");

    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("a.log", options).expect("written");
    std::io::Write::write_all(&mut archive, format!("one\ntwo {LOGIN}\n").as_bytes()).expect("written");
    let bytes = archive.finish().expect("written").into_inner();
    let packed = with_file(folder.path(), "all.zip", &bytes);
    assert_eq!(refusal(packed.clone(), folder.path()), ("files/all.zip/a.log".into(), 2, "user".into()));
    let mut whole = packed;
    whole.evidence[0].send = Some(Sending::AsItIs);
    let made = blind(|| made(whole, folder.path()));
    assert!(matches!(made, Ok(Outcome::Made(_))), "what the user sends as it is holds what it holds");
}

#[test]
fn a_letter_is_refused_for_its_text_and_for_its_subject() {
    let folder = tempfile::tempdir().expect("a folder");
    let Ok(Outcome::Made(made)) = made(draft("The program closes"), folder.path()) else { panic!("made") };
    let write = |subject: &str, redacted, name: &str| {
        let mail = Mail { to: None, subject, letter: true, overwrite: false };
        let target = folder.path().join("out").join(name);
        email::write(&made.approved, redacted, &made.package, &mail, &target, &Monitor::quiet())
    };
    let refused = write(&format!("For {LOGIN}"), &made.redacted, "a.eml");
    let Err(bundle::Error::Leak { entry, line, class }) = refused else { panic!("refused") };
    assert_eq!((entry.as_str(), line, class.as_str()), ("a.eml", 1, "user"));
    assert_eq!(left(folder.path()), 1, "only the bundle");
    write("For the desk", &made.redacted, "a.eml").expect("written");
}
