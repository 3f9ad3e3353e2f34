//! One example incident for each destination: the text that is handed over stands in `tests/snapshots/destinations`, to
//! be read as that desk reads it. `CASEFILE_SNAPSHOTS=write cargo test --test snapshots` writes them anew; with `show` the
//! checklists are printed too.
//!
//! Facts, clock and known names are fixed: every machine gives the same.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failure fails the test")]
#![allow(clippy::disallowed_methods, reason = "the tests read and write their files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use casefile::job::Monitor;
use casefile::model::{
    Board, Cpu, Disk, DiskKind, Display, Draft, Evidence, EvidenceKind, Facts, FieldType, FieldValue, Gpu, HelpOutcome,
    Incident, KnownTerms, Lang, Memory, Os, Outcome, Part, Profile, ProfileKind, Report, Symbolication, TextForm,
};
use casefile::redact::{self, Redacted};
use casefile::store::Profiles;
use casefile::{bundle, check, compose, deliver, pipeline};
use serde::Deserialize;

#[derive(Deserialize)]
struct Examples {
    example: Vec<Example>,
}

/// A matter told to one desk.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    desk: String,
    #[serde(default)]
    lang: Lang,
    matter: String,
    /// What stands for `{name}` in the matter.
    #[serde(default)]
    words: BTreeMap<String, String>,
    #[serde(default)]
    computer: String,
    /// Replaces parts of the matter.
    #[serde(default)]
    draft: toml::Table,
    /// The files that go along; absent: all of the matter.
    files: Option<Vec<String>>,
    #[serde(default)]
    fields: BTreeMap<String, FieldValue>,
    /// Rows of the checklist that stay open on purpose.
    #[serde(default)]
    open: BTreeSet<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

fn examples() -> Vec<Example> {
    let text = fs::read_to_string(folder().join("desks.toml")).unwrap();
    toml::from_str::<Examples>(&text).unwrap().example
}

impl Example {
    fn name(&self) -> String {
        let end = if self.lang == Lang::Ru { ".ru" } else { "" };
        format!("{}{end}.txt", self.desk)
    }

    fn draft(&self, profile: &Profile) -> Draft {
        let mut text = fs::read_to_string(folder().join("matters").join(format!("{}.toml", self.matter))).unwrap();
        for (name, word) in &self.words {
            text = text.replace(&format!("{{{name}}}"), word);
        }
        let mut table: toml::Table = text.parse().unwrap();
        table.extend(self.draft.clone());
        let mut draft: Draft = table.try_into().unwrap();
        draft.destination.clone_from(&self.desk);
        draft.language = self.lang;
        draft.fields.extend(self.fields.clone());
        draft.self_help = profile.self_help.iter().map(|step| (step.id.clone(), HelpOutcome::DidNotHelp)).collect();
        if let Some(files) = &self.files {
            draft.evidence.retain(|item| files.iter().any(|name| item.path == Path::new(name)));
        }
        draft
    }

    fn incident(&self, profile: &Profile) -> Incident {
        let draft = self.draft(profile);
        let evidence = draft.evidence.iter().map(|item| Evidence {
            name: item.path.display().to_string(),
            source: item.path.clone(),
            size_bytes: 240_000,
            recognised: item.kind.unwrap_or(EvidenceKind::Unknown),
            is_text: item.kind == Some(EvidenceKind::Log),
            symbolication: Some(Symbolication::Full),
            item: item.clone(),
            ..Evidence::default()
        });
        let evidence = evidence.collect();
        compose::incident(&draft, profile, facts(&self.computer), evidence, "2026-11-22T10:00:00Z".into())
    }
}

fn facts(computer: &str) -> Facts {
    let gib = |n: u64| n * 1024 * 1024 * 1024;
    let gpu = |name: &str, driver: &str, vram: u64| Gpu {
        name: name.into(),
        driver: Some(driver.to_owned()).filter(|driver| !driver.is_empty()),
        vram_bytes: (vram > 0).then(|| gib(vram)),
        ..Gpu::default()
    };
    let os = |name: &str, build: &str, session: &str| Os {
        name: name.into(),
        build: build.into(),
        arch: "x86_64".into(),
        session: session.into(),
    };
    let (os, gpus, cpu) = match computer {
        "" => return Facts::default(),
        "windows-nvidia" => (
            os("Windows 11 Pro 24H2", "26100.2454", ""),
            vec![gpu("NVIDIA GeForce RTX 3070", "NVIDIA 572.83", 8)],
            "AMD Ryzen 7 5800X",
        ),
        "windows-amd" => (
            os("Windows 11 Home 24H2", "26100.2454", ""),
            vec![gpu("AMD Radeon RX 7800 XT", "AMD 32.0.21025.1024", 16)],
            "AMD Ryzen 7 5800X",
        ),
        "windows-intel" => (
            os("Windows 11 Home 24H2", "26100.2454", ""),
            vec![gpu("Intel Arc A770", "Intel 32.0.101.6314", 16)],
            "Intel Core i7-13700K",
        ),
        "linux-nvidia" => (
            os("Ubuntu 24.04.1 LTS", "6.8.0-49-generic", "wayland"),
            vec![gpu("NVIDIA GeForce RTX 3070", "nvidia 565.77", 8)],
            "AMD Ryzen 7 5800X",
        ),
        "mac" => (os("macOS 26.1", "25B78", ""), vec![gpu("Apple M3 Pro", "", 0)], "Apple M3 Pro"),
        other => panic!("no computer {other}"),
    };
    let display = |width, height, hz, primary| Display {
        width,
        height,
        refresh_hz: Some(hz),
        scale: Some(1.0),
        primary,
        hdr: None,
    };
    let model = if computer == "mac" { "Apple Mac15,6" } else { "ASUS TUF GAMING B550-PLUS" };
    Facts {
        os: Some(os),
        cpu: Some(Cpu { model: cpu.into(), cores: Some(8), threads: 16, mhz: Some(3_800) }),
        gpus,
        memory: Some(Memory { total_bytes: gib(32), available_bytes: gib(20), ..Memory::default() }),
        displays: vec![display(2560, 1440, 144.0, true), display(1920, 1080, 60.0, false)],
        disks: vec![Disk {
            mount: "C:".into(),
            total_bytes: 1_000_000_000_000,
            free_bytes: 412_000_000_000,
            kind: Some(DiskKind::Ssd),
        }],
        board: Some(Board { model: model.into(), firmware: None }),
        uptime_secs: Some(7_200),
        locale: Some("en-GB".into()),
        ..Facts::default()
    }
}

/// The incident as it leaves: redacted on a computer that knows its user.
fn redacted(example: &Example, profile: &Profile) -> Redacted {
    let mut incident = example.incident(profile);
    // The files are invented.
    incident.evidence.clear();
    let known = KnownTerms {
        users: vec!["alexi".into()],
        full_names: vec!["Alex Ivanov".into(), "Алексей Иванов".into()],
        ..KnownTerms::default()
    };
    let policy = pipeline::policy(&example.draft(profile), profile, known);
    redact::redact(incident, &policy, &Monitor::quiet()).unwrap()
}

/// All that is handed over: the title, the whole text, and each field of the form that does not hold the whole text.
fn handed_over(example: &Example, profile: &Profile) -> String {
    let redacted = redacted(example, profile);
    let incident = redacted.incident();
    let mut out = String::new();
    let mut piece = |name: &str, text: &str| writeln!(out, "════ {name}\n{}\n", text.trim_end()).unwrap();
    let whole = if profile.kind == ProfileKind::Mailbox {
        piece("subject", &incident.draft.title);
        bundle::email::text(&redacted, profile.text.letter, Path::new("incident.zip"), 520_000)
    } else {
        bundle::text::render(&redacted, profile)
    };
    let kind = match profile.text.form {
        TextForm::Plain => "text",
        TextForm::Markdown => "Markdown",
        TextForm::IssueForm => "filled form",
    };
    piece(kind, &whole);
    for field in compose::field_texts(incident, profile) {
        let from = profile.fields.iter().find(|spec| spec.id == field.id).and_then(|spec| spec.from);
        let is_whole = from == Some(Part::Text)
            && (profile.text.form == TextForm::Markdown || field.text == compose::plain(&incident.sections));
        piece(&format!("field “{}”", field.label), if is_whole { "(the whole text)" } else { &field.text });
    }
    let files: Vec<&str> = profile
        .fields
        .iter()
        .filter(|field| matches!(field.kind, FieldType::Files | FieldType::Checkbox))
        .map(|field| field.label.get(incident.lang))
        .collect();
    if !files.is_empty() {
        piece("by hand", &files.join("\n"));
    }
    if let Some(address) = deliver::form_address(profile, &redacted) {
        let page = address.url.split_once('?').map_or(address.url.as_str(), |(page, _)| page);
        let query = address.url.split_once('?').map_or("", |(_, query)| query);
        let names: Vec<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default()).collect();
        let chars = address.url.chars().count();
        let left = address.left_out.iter().chain(&address.by_hand);
        let left = left.fold(String::new(), |all, label| all + "\nnot in it: " + label);
        piece("address", &format!("{page}\n{}\n{chars} characters{left}", names.join(" ")));
    }
    out.trim_end().to_owned() + "\n"
}

fn report(example: &Example, profile: &Profile) -> Report {
    check::check(&example.incident(profile), profile, example.lang)
}

#[test]
fn every_destination_gets_the_text_it_asks_for() {
    let (profiles, errors) = Profiles::load(Path::new("no-such-folder"));
    assert!(errors.is_empty(), "{errors:?}");
    let mode = std::env::var("CASEFILE_SNAPSHOTS").unwrap_or_default();
    let mut missing: BTreeSet<String> = profiles.iter().map(|profile| profile.id.clone()).collect();
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for example in examples() {
        let profile = profiles.get(&example.desk).unwrap();
        missing.remove(&example.desk);
        let text = handed_over(&example, profile).replace('\u{a0}', " ");
        let path = folder().join("destinations").join(example.name());
        names.insert(example.name());
        if mode == "write" {
            fs::write(&path, &text).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != text {
            wrong.push(format!("{}:\n{text}", example.name()));
        }
    }
    assert!(missing.is_empty(), "no example: {missing:?}");
    assert!(wrong.is_empty(), "changed, read them and write them anew:\n{}", wrong.join("\n"));
    let there = fs::read_dir(folder().join("destinations")).unwrap();
    let there: BTreeSet<String> = there.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there, names);
}

#[test]
fn every_example_is_ready() {
    let (profiles, _) = Profiles::load(Path::new("no-such-folder"));
    let show = std::env::var("CASEFILE_SNAPSHOTS").is_ok_and(|mode| mode == "show");
    let mut open = Vec::new();
    for example in examples() {
        let report = report(&example, profiles.get(&example.desk).unwrap());
        for item in &report.items {
            let blocks = matches!(item.outcome, Outcome::MustFix | Outcome::Confirm);
            if show && item.outcome != Outcome::Pass {
                println!("{} {:?} {}: {}", example.name(), item.outcome, item.check, item.message);
            }
            if blocks != example.open.contains(&item.check) {
                open.push(format!("{}: {:?} {}: {}", example.name(), item.outcome, item.check, item.message));
            }
        }
    }
    assert!(open.is_empty(), "{}", open.join("\n"));
}

#[test]
fn texts_have_no_empty_headings_and_nothing_twice() {
    let (profiles, _) = Profiles::load(Path::new("no-such-folder"));
    for example in examples() {
        let profile = profiles.get(&example.desk).unwrap();
        let redacted = redacted(&example, profile);
        for section in &redacted.incident().sections {
            assert!(!section.blocks.is_empty(), "{}: {}", example.name(), section.heading);
        }
        let text = bundle::text::render(&redacted, profile);
        let mut seen = BTreeSet::new();
        for line in text.lines().map(str::trim).filter(|line| line.chars().count() > 30) {
            assert!(seen.insert(line), "{}: twice: {line}", example.name());
        }
    }
}
