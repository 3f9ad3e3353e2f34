//! Known values are planted in every place that an incident has; the finished bundle and the finished letter are then searched
//! by other means. `tests/canary.sh` does the same with the programs that others have: unzip, 7z, strings, exiftool.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::format_collect,
    reason = "a failure fails the test"
)]
#![allow(clippy::disallowed_methods, reason = "a test makes its own files")]

mod fixture;
mod search;

use std::fs;
use std::path::Path;

use casefile::bundle::email::Mail;
use casefile::bundle::{self, Options};
use casefile::job::Monitor;
use casefile::model::{Disk, Facts, KnownTerms, Lang, Os, PrivateMap, Profile};
use casefile::pipeline::{self, Made, Outcome, Source};
use casefile::store::{self, Profiles};
use fixture::{CANARIES, HOST, LOGIN, NAME, NAME_RU, NETWORK, WORD};

fn known() -> KnownTerms {
    KnownTerms {
        users: vec![LOGIN.into()],
        full_names: vec![NAME.into(), NAME_RU.into()],
        homes: vec![format!("/home/{LOGIN}")],
        hosts: vec![HOST.into()],
        ssids: vec![NETWORK.into()],
    }
}

fn profile() -> Profile {
    Profiles::load(Path::new("no-such-folder")).0.get("any-support-email").unwrap().clone()
}

/// The whole way; the computer knows its names, or the user hides them as words.
fn made(folder: &Path, is_known: bool) -> Made {
    let file = fixture::plant(folder);
    let (mut draft, _) = store::read(&file).unwrap();
    if is_known {
        draft.hide = vec![WORD.into()];
    }
    let now = "2031-02-03T04:05:06Z".parse().unwrap();
    let source = Source { draft, base: folder.to_owned(), profile: profile(), now, map: PrivateMap::default() };
    let facts = Facts {
        os: Some(Os { name: format!("Linux of {LOGIN}"), ..Os::default() }),
        disks: vec![Disk { mount: format!("/home/{LOGIN}"), ..Disk::default() }],
        ..Facts::default()
    };
    let monitor = Monitor::quiet();
    let reviewed = pipeline::review(&source, facts, Lang::En, &monitor).unwrap();
    let terms = if is_known { known() } else { KnownTerms::default() };
    let policy = pipeline::policy(&source.draft, &source.profile, terms);
    match pipeline::export(reviewed, &policy, &folder.join("out.zip"), &Options::default(), &monitor).unwrap() {
        Outcome::Made(made) => *made,
        Outcome::Blocked(report) => {
            let rows: Vec<_> = report.items.iter().map(|item| (&item.check, item.outcome, &item.message)).collect();
            panic!("blocked: {rows:?}")
        }
    }
}

#[test]
fn nothing_planted_is_in_the_bundle_or_in_the_letter() {
    for is_known in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let made = made(folder.path(), is_known);
        let letter = folder.path().join("out.eml");
        let mail = Mail { to: Some("desk@example.com"), subject: "", letter: true, overwrite: false };
        bundle::email::write(&made.approved, &made.redacted, &made.package, &mail, &letter, &Monitor::quiet()).unwrap();
        let mut found = Vec::new();
        for name in ["out.zip", "out.eml"] {
            found.extend(search::search(name, &fs::read(folder.path().join(name)).unwrap(), &CANARIES));
        }
        found.sort();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

/// The search would see what it looks for: what was planted is in the files that were not redacted.
#[test]
fn the_search_sees_every_planted_value() {
    let folder = tempfile::tempdir().unwrap();
    fixture::plant(folder.path());
    let mut seen = String::new();
    let mut folders = vec![folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.display().to_string();
            seen.push_str(&search::search(&name, &fs::read(&path).unwrap(), &CANARIES).join("\n"));
        }
    }
    let missing: Vec<_> = CANARIES.iter().filter(|value| !seen.contains(**value)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for spelling in ["UTF-16LE", "UTF-16BE", "windows-1251", "percent", "\\u"] {
        assert!(seen.contains(&format!("as {spelling}")), "{spelling}");
    }
}

/// What is left of each file is what support needs, and the receipt tells what was done to it.
#[test]
fn what_remains_is_of_use() {
    let folder = tempfile::tempdir().unwrap();
    let made = made(folder.path(), true);
    let entry = |part: &str| made.package.entries().iter().find(|entry| entry.path.contains(part)).unwrap();
    let text = |part: &str| String::from_utf8(made.package.read(&entry(part).path).unwrap()).unwrap();
    let page = text("incident.html");
    assert!(page.contains("asked by &lt;email-") && page.contains("Seen by &lt;email-"), "{page}");
    assert!(text("logs/app.log").contains("open C:\\\\Users\\\\<user-1>\\\\AppData"));
    assert!(text("logs/packed.log").contains("retry with <secret-"));
    assert!(text("logs/old.log").contains("Пользователь: <name-"));
    assert!(serde_json::from_str::<serde_json::Value>(text(".ips").split_once('\n').unwrap().1).is_ok());
    assert_eq!(entry("files/all").left_out, ["memory.dmp"]);
    assert!(entry("files/all").searched && entry("files/all").hidden["email"] > 0);
    assert!(!made.package.entries().iter().any(|entry| entry.path.contains("dmp") || entry.path.contains("state")));
    for entry in made.package.entries().iter().filter(|entry| entry.path.starts_with("screenshots/")) {
        let picture = made.package.read(&entry.path).unwrap();
        assert_eq!(image::load_from_memory(&picture).unwrap().width(), 24, "{}", entry.path);
    }
}

#[test]
#[ignore = "writes the incident: CASEFILE_CANARY=folder cargo test --test canary write -- --ignored"]
fn write_the_incident() {
    let folder = std::env::var("CASEFILE_CANARY").expect("CASEFILE_CANARY names a folder");
    fixture::plant(Path::new(&folder));
    fs::write(Path::new(&folder).join("canaries.txt"), CANARIES.join("\n") + "\n").unwrap();
}
