//! Whole bundles: written from entries, read back, opened.

mod whole;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use serde_json::Value;
use zip::ZipArchive;

use crate::compose::specs;
use crate::job::Monitor;
use crate::model::{
    Block, Cpu, Draft, Evidence, EvidenceItem, EvidenceKind, FactKey, Facts, Frequency, Incident, KnownTerms, Lang,
    Part, ProbeNote, ProbeProblem, Section,
};
use crate::redact::{Counts, LeakScanner, Policy};

use super::email::{Mail, compose};
use super::entry::{Content, Entry, ManifestEntry, Paths, why};
use super::scan::Literal;
use super::story::{Override, Story};
use super::verify::{MANIFEST, read, verify};
use super::write::{Source, write};
use super::{Error, FindingKind, Options, Package, plan, text};

/// One white pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xFC, 0xFF, 0xFF,
    0xFF, 0x7F, 0, 9, 0xFB, 3, 0xFD, 5, 0x43, 0x45, 0xCA, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

fn section(part: Part, heading: &str, blocks: Vec<Block>) -> Section {
    Section { part, heading: heading.to_owned(), blocks }
}

pub(super) fn incident(lang: Lang) -> Incident {
    let draft = Draft {
        destination: "example-desk".to_owned(),
        language: lang,
        title: "Game closes <at> \"start\" & says nothing".to_owned(),
        steps: vec!["Start the game".to_owned(), "Press Play".to_owned()],
        started: "the update of Tuesday".to_owned(),
        frequency: Frequency::EveryTime,
        hide: vec!["swordfish".to_owned()],
        ..Draft::default()
    };
    let sections = vec![
        section(Part::Title, "Title", vec![Block::Text(draft.title.clone())]),
        section(
            Part::Description,
            "What happens",
            vec![Block::Text("The window closes.\n<script>alert(1)</script>".to_owned())],
        ),
        section(Part::Steps, "Steps", vec![Block::Steps(draft.steps.clone())]),
        section(Part::ErrorText, "Error", vec![Block::Code("0xC0000005 at ```game```".to_owned())]),
        section(Part::Tried, "Tried", vec![Block::Points(vec!["Restarted".to_owned()])]),
        section(Part::Specs, "Computer", vec![Block::Rows(vec![("Processor".to_owned(), "Example 3000".to_owned())])]),
    ];
    Incident {
        chosen: std::collections::BTreeMap::default(),
        draft,
        destination_name: "Example Desk".to_owned(),
        lang,
        created: "2026-11-18T13:35:20Z".to_owned(),
        sections,
        facts: Facts {
            cpu: Some(Cpu { model: "Example 3000".to_owned(), cores: Some(4), threads: 8, mhz: None }),
            notes: vec![ProbeNote { fact: FactKey::Gpu, problem: ProbeProblem::TimedOut(5) }],
            asked: vec![FactKey::Cpu, FactKey::Gpu],
            ..Facts::default()
        },
        evidence: Vec::new(),
        fingerprint: 7,
    }
}

pub(super) struct Attached {
    name: &'static str,
    kind: EvidenceKind,
    bytes: Vec<u8>,
}

pub(super) fn attach(incident: &mut Incident, files: &[Attached]) {
    for (i, file) in files.iter().enumerate() {
        let is_picture = file.kind == EvidenceKind::Picture;
        let item = EvidenceItem {
            path: "/home/someone/private".into(),
            caption: if is_picture { "The last <thing> seen".to_owned() } else { String::new() },
            step: (is_picture && i == 0).then_some(2),
            ..EvidenceItem::default()
        };
        let evidence = Evidence { item, name: file.name.to_owned(), recognised: file.kind, ..Evidence::default() };
        incident.evidence.push(evidence);
    }
}

fn entries<'a>(incident: &Incident, files: &'a [Attached]) -> Vec<Entry<'a>> {
    let mut paths = Paths::new(files.len());
    let entry = |(index, file): (usize, &'a Attached)| {
        let listed = ManifestEntry {
            path: paths.path(file.kind, file.name),
            original_name: file.name.to_owned(),
            why: why(incident.lang, &incident.evidence[index]),
            searched: file.kind != EvidenceKind::Video,
            hidden: Counts::from([("email".to_owned(), 2)]),
            ..ManifestEntry::default()
        };
        let content = Content::Open(Box::new(|| Ok(Box::new(file.bytes.as_slice()) as Box<dyn Read + Send>)));
        Entry { listed, evidence: Some(index), size_hint_bytes: file.bytes.len() as u64, content }
    };
    files.iter().enumerate().map(entry).collect()
}

fn log(lines: u64) -> Vec<u8> {
    (0..lines).flat_map(|i| format!("{i} INFO value {:x}\n", i.wrapping_mul(0x9E37_79B9)).into_bytes()).collect()
}

pub(super) fn usual() -> Vec<Attached> {
    vec![
        Attached { name: "снимок.png", kind: EvidenceKind::Picture, bytes: PNG.to_vec() },
        Attached { name: "app.log", kind: EvidenceKind::Log, bytes: log(60_000) },
        Attached { name: "..\\CON", kind: EvidenceKind::Unknown, bytes: b"x".to_vec() },
        Attached { name: "clip.mp4", kind: EvidenceKind::Video, bytes: b"swordfish is not searched here".to_vec() },
        Attached { name: "second.png", kind: EvidenceKind::Picture, bytes: PNG.to_vec() },
    ]
}

pub(super) fn source<'a>(incident: &'a Incident, files: &'a [Attached]) -> Source<'a> {
    let reason = Override {
        check: "error-text".to_owned(),
        title: "Exact error".to_owned(),
        reason: "There is none <i>".to_owned(),
    };
    Source {
        incident,
        overrides: vec![reason],
        hidden: Counts::from([("email".to_owned(), 2), ("user".to_owned(), 1)]),
        entries: entries(incident, files),
    }
}

pub(super) fn bundle(lang: Lang, files: &[Attached], target: &Path, options: &Options) -> Result<Package, Error> {
    let mut incident = incident(lang);
    attach(&mut incident, files);
    write(source(&incident, files), &mut Literal::new("swordfish"), target, options, &Monitor::quiet())
}

fn content(zip: &Path, entry: &str) -> String {
    let mut archive = ZipArchive::new(File::open(zip).expect("there")).expect("a zip");
    let mut text = String::new();
    archive.by_name(entry).expect("the entry").read_to_string(&mut text).expect("text");
    text
}

pub(super) fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("there")
        .map(|e| e.expect("read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_bundle_has_its_layout_and_nothing_of_this_computer() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out.zip");
    let package = bundle(Lang::En, &usual(), &target, &Options::default()).expect("written");
    assert_eq!(names_in(folder.path()), ["out.zip"]);
    assert_eq!(package.size_bytes(), fs::metadata(&target).expect("there").len());

    let mut archive = ZipArchive::new(File::open(&target).expect("there")).expect("a zip");
    let names: Vec<String> =
        (0..archive.len()).map(|i| archive.by_index(i).expect("entry").name().expect("a name").into_owned()).collect();
    let expected = [
        "files/CON",
        "incident.html",
        "incident.json",
        "incident.md",
        "logs/app.log",
        "manifest.json",
        "screenshots/01-snimok.png",
        "screenshots/02-clip.mp4",
        "screenshots/03-second.png",
        "system/specs.json",
        "system/specs.txt",
    ];
    let first = fs::read(&target).expect("there");
    assert_eq!(&first[6..8], [0, 0], "no data descriptor: sizes stand in the local header");
    assert_ne!(&first[18..22], [0; 4]);
    // `CON` is reserved, so it is not given out as it is.
    assert_eq!(names, expected.map(|name| if name == "files/CON" { "files/_CON" } else { name }));
    for index in 0..archive.len() {
        let entry = archive.by_index(index).expect("entry");
        assert_eq!(entry.last_modified().map(|time| (time.year(), time.hour(), time.minute())), Some((2026, 13, 35)));
        let is_stored = entry.compression() == zip::CompressionMethod::Stored;
        let name = entry.name().expect("a name");
        assert_eq!(is_stored, name.ends_with("png") || name.ends_with("mp4"), "{name}");
    }
    for entry in ["incident.html", "incident.md", "incident.json", "manifest.json"] {
        let text = content(&target, entry);
        assert!(!text.contains("/home/someone") && !text.contains("swordfish"), "{entry}");
    }
    let manifest: Value = serde_json::from_str(&content(&target, MANIFEST)).expect("JSON");
    assert_eq!(manifest["entries"].as_array().map(Vec::len), Some(expected.len() - 1));
    assert_eq!(manifest["entries"][0]["original_name"], "..\\CON");
    assert_eq!(manifest["totals"]["entries"], 10);
    let (facts, asked) = (incident(Lang::En).facts, [FactKey::Cpu, FactKey::Gpu]);
    assert_eq!(content(&target, "system/specs.txt"), specs::text(&facts, &asked, Lang::En));
    let json: Value = serde_json::from_str(&content(&target, "system/specs.json")).expect("JSON");
    assert_eq!(json, specs::json(&facts, &asked), "as `specs --json` writes it");
}

#[test]
fn the_contact_is_told_only_where_the_text_tells_it() {
    let mut incident = incident(Lang::En);
    incident.draft.contact.email = "reader@desk.example".to_owned();
    let told = |incident: &Incident| {
        let story = Story {
            incident,
            overrides: Vec::new(),
            hidden: Counts::new(),
            files: Vec::new(),
            pictures: &[],
            parts: 1,
        };
        let json = super::json::incident(&story).expect("JSON");
        serde_json::from_slice::<Value>(&json).expect("JSON")["contact"]["email"].clone()
    };
    assert_eq!(told(&incident), "");
    incident.sections.push(section(Part::Contact, "Contact", Vec::new()));
    assert_eq!(told(&incident), "reader@desk.example");
}

#[test]
fn pictures_are_not_carried_twice_into_a_bundle_that_is_too_large_then() {
    let folder = tempfile::tempdir().expect("a folder");
    let noise: Vec<u8> =
        (0..400_000_u64).flat_map(|i| (i.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40).to_le_bytes()).collect();
    let files = [Attached { name: "a.png", kind: EvidenceKind::Picture, bytes: noise[..1_400_000].to_vec() }];
    let page = |limit: u64, name: &str| {
        let options = Options { slim_above_bytes: Some(limit), ..Options::default() };
        let package = bundle(Lang::En, &files, &folder.path().join(name), &options).expect("written");
        (package.size_bytes(), content(package.path(), "incident.html").contains(";base64,"))
    };
    assert!(page(10_000_000, "large.zip").1);
    let (size, carries) = page(2_000_000, "slim.zip");
    assert!(!carries && size <= 2_000_000, "{size}");
}

#[test]
fn an_earlier_bundle_survives_when_a_later_part_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let zips = |n: u8| Attached {
        name: if n == 1 { "a.zip" } else { "b.zip" },
        kind: EvidenceKind::Archive,
        bytes: vec![n; 300_000],
    };
    let files = [zips(1), zips(2)];
    let options = Options { overwrite: true, max_size_bytes: Some(400_000), ..Options::default() };
    let target = folder.path().join("out.zip");
    let (first, second) = (folder.path().join("out-1-of-2.zip"), folder.path().join("out-2-of-2.zip"));
    fs::copy("Cargo.toml", &first).expect("written");
    fs::create_dir(&second).expect("made");
    assert!(bundle(Lang::En, &files, &target, &options).is_err());
    let kept = fs::read(&first).expect("there");
    assert_eq!(kept, fs::read("Cargo.toml").expect("there"));
    fs::remove_dir(&second).expect("gone");
    assert_eq!(bundle(Lang::En, &files, &target, &options).expect("written").paths().len(), 2);
    assert_eq!(names_in(folder.path()), ["out-1-of-2.zip", "out-2-of-2.zip"]);

    let mut aside = super::write::Aside::default();
    aside.take(&first, folder.path()).expect("moved");
    assert!(!first.exists());
    drop(aside);
    assert!(first.exists());
}

#[test]
fn the_same_incident_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (a, b) = (folder.path().join("a.zip"), folder.path().join("b.zip"));
    bundle(Lang::Ru, &usual(), &a, &Options::default()).expect("written");
    bundle(Lang::Ru, &usual(), &b, &Options::default()).expect("written");
    assert!(fs::read(a).expect("there") == fs::read(b).expect("there"));
}

#[test]
fn no_failure_leaves_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out.zip");
    let leak = [
        Attached { name: "fine.log", kind: EvidenceKind::Log, bytes: log(3) },
        Attached { name: "app.log", kind: EvidenceKind::Log, bytes: b"one\ntwo swordfish\n".to_vec() },
    ];
    match bundle(Lang::En, &leak, &target, &Options::default()) {
        Err(Error::Leak { entry, line, class }) => assert_eq!((&*entry, line, &*class), ("logs/app.log", 2, "user")),
        other => panic!("{other:?}"),
    }
    assert!(names_in(folder.path()).is_empty());

    let mut incident = incident(Lang::En);
    attach(&mut incident, &usual());
    let files = usual();
    let mut broken = source(&incident, &files);
    broken.entries[1].content = Content::Open(Box::new(|| Ok(Box::new(super::scan::Broken))));
    let written = write(broken, &mut Literal::new("swordfish"), &target, &Options::default(), &Monitor::quiet());
    assert!(matches!(written, Err(Error::Read { name, .. }) if name == "app.log"));
    let mut gone = source(&incident, &files);
    gone.entries[1].content = Content::Open(Box::new(|| Err(io::ErrorKind::NotFound.into())));
    let written = write(gone, &mut Literal::new("swordfish"), &target, &Options::default(), &Monitor::quiet());
    assert!(matches!(written, Err(Error::Read { .. })));
    let stopped = Monitor::quiet();
    stopped.stop();
    let written =
        write(source(&incident, &files), &mut Literal::new("swordfish"), &target, &Options::default(), &stopped);
    assert!(matches!(written, Err(Error::Stopped(_))));
    assert!(names_in(folder.path()).is_empty());

    let nowhere = folder.path().join("no/such/out.zip");
    assert!(
        matches!(bundle(Lang::En, &files, &nowhere, &Options::default()), Err(Error::Write { path, .. }) if path == nowhere)
    );
}

#[test]
fn what_stands_there_is_replaced_only_when_allowed() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out.zip");
    File::create(&target).expect("created");
    assert!(matches!(bundle(Lang::En, &[], &target, &Options::default()), Err(Error::Exists { .. })));
    assert_eq!(fs::metadata(&target).expect("there").len(), 0);
    let options = Options { overwrite: true, ..Options::default() };
    bundle(Lang::En, &[], &target, &options).expect("replaced");
    assert!(fs::metadata(&target).expect("there").len() > 0);
    assert_eq!(names_in(folder.path()), ["out.zip"]);
}

#[test]
fn a_thousand_files_and_none_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("many.zip");
    let many: Vec<Attached> =
        (0..1000).map(|_| Attached { name: "app.log", kind: EvidenceKind::Log, bytes: log(2) }).collect();
    let package = bundle(Lang::En, &many, &target, &Options::default()).expect("written");
    let paths: BTreeSet<&str> = package.entries().iter().map(|entry| entry.path.as_str()).collect();
    assert_eq!(paths.len(), 1005);
    bundle(Lang::En, &[], &folder.path().join("none.zip"), &Options::default()).expect("written");
}

#[test]
fn the_page_escapes_everything_and_loads_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out.zip");
    bundle(Lang::En, &usual(), &target, &Options::default()).expect("written");
    let page = content(&target, "incident.html");
    assert!(page.contains("&lt;script&gt;") && page.contains("The last &lt;thing&gt; seen"));
    assert!(page.contains("There is none &lt;i&gt;") && page.contains("default-src 'none'"));
    for never in ["<script", "<i>", "<thing>", "http:", "https:", "src=\"s", "@import", "url("] {
        assert!(!page.contains(never), "{never}");
    }
    assert_eq!(page.matches("data:image/png;base64,").count(), 2);
    // The first picture stands at its step, the other one in the gallery.
    let (steps, rest) = page.split_once("</ol>").expect("steps");
    assert!(steps.contains("01-snimok.png") && rest.contains("03-second.png"));
}

#[test]
fn the_incident_keeps_to_its_schema() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out.zip");
    bundle(Lang::En, &usual(), &target, &Options::default()).expect("written");
    let incident: Value = serde_json::from_str(&content(&target, "incident.json")).expect("JSON");
    let schema: Value = serde_json::from_str(super::SCHEMA).expect("JSON");
    same_keys(&schema, &incident, "incident");
    let file = &schema["properties"]["files"]["items"];
    for one in incident["files"].as_array().expect("files") {
        same_keys(file, one, "file");
    }
    for name in ["generator", "destination", "contact", "system"] {
        let required = &schema["properties"][name];
        let keys: BTreeSet<&str> =
            required["required"].as_array().expect("keys").iter().filter_map(Value::as_str).collect();
        let found: BTreeSet<&str> = incident[name].as_object().expect("object").keys().map(String::as_str).collect();
        assert_eq!(keys, found, "{name}");
    }
}

/// Every required key is there, and no key is there that the schema does not know.
fn same_keys(schema: &Value, object: &Value, what: &str) {
    let object = object.as_object().expect("an object");
    for key in schema["required"].as_array().expect("keys") {
        assert!(object.contains_key(key.as_str().expect("a key")), "{what} lacks {key}");
    }
    for (key, value) in object {
        let known = schema["properties"].get(key);
        assert!(known.is_some(), "the schema of {what} lacks {key}");
        let kind = known.and_then(|known| known["type"].as_str());
        let fits = match kind {
            Some("string") => value.is_string(),
            Some("array") => value.is_array(),
            Some("object") => value.is_object(),
            Some("integer") => value.is_u64(),
            Some("boolean") => value.is_boolean(),
            _ => true,
        };
        assert!(fits, "{what}.{key} is no {kind:?}");
    }
}

#[test]
fn the_text_and_the_markdown_of_a_small_incident() {
    let incident = incident(Lang::En);
    let expected = "TITLE\nGame closes <at> \"start\" & says nothing\n\nWHAT HAPPENS\nThe window closes.\n\
        <script>alert(1)</script>\n\nSTEPS\n1. Start the game\n2. Press Play\n\nERROR\n0xC0000005 at ```game```\n\n\
        TRIED\n- Restarted\n\nCOMPUTER\nProcessor: Example 3000\n";
    assert_eq!(text::plain(&incident.sections), expected);

    let hidden = Counts::from([("email".to_owned(), 2)]);
    let story =
        Story { incident: &incident, overrides: Vec::new(), hidden, files: Vec::new(), pictures: &[], parts: 1 };
    let expected = "# Game closes \\<at> \"start\" & says nothing\n\n- To: Example Desk\n- Composed: 18 Nov 2026, 13:35 UTC\n\
        - How often: every time\n- Since: the update of Tuesday\n\n## What happens\n\nThe window closes.  \n\
        \\<script>alert(1)\\</script>\n\n## Steps\n\n1. Start the game\n2. Press Play\n\n## Error\n\n````\n\
        0xC0000005 at ```game```\n````\n\n## Tried\n\n- Restarted\n\n## Computer\n\n- **Processor:** Example 3000\n\n\
        ## Hidden before sending\n\n- email addresses: 2\n\n## What the computer did not tell\n\n\
        - Graphics: no answer within 5 seconds\n";
    assert_eq!(super::markdown::render(&story), expected);
}
