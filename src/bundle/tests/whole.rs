//! The finished bundle: tampered with, split, planned, in a letter.

use super::*;

#[test]
fn a_tampered_bundle_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out.zip");
    bundle(Lang::En, &usual(), &target, &Options::default()).expect("written");
    let check =
        |path: &Path, word| read(File::open(path).expect("there"), path, &mut Literal::new(word), &Monitor::quiet());
    let fine = check(&target, "swordfish").expect("read");
    assert!(fine.ok && fine.entries == 11, "{fine:?}");
    assert_eq!(fine.unsearched, ["screenshots/02-clip.mp4"]);
    let leaks = check(&target, "59999 INFO").expect("read");
    assert_eq!(
        leaks.findings.iter().map(|f| (f.kind, f.line)).collect::<Vec<_>>(),
        [(FindingKind::Leak, Some(60_000))]
    );

    let tampered = folder.path().join("tampered.zip");
    let mut old = ZipArchive::new(File::open(&target).expect("there")).expect("a zip");
    let mut new = zip::ZipWriter::new(File::create(&tampered).expect("created"));
    let options = zip::write::SimpleFileOptions::default();
    for index in 0..old.len() {
        let entry = old.by_index_raw(index).expect("entry");
        let name = entry.name().expect("a name").into_owned();
        let other: Option<&[u8]> = match name.as_str() {
            "files/_CON" => Some(b"y"),
            "system/specs.txt" => Some(&[b' '; 10_000]),
            "incident.md" => continue,
            _ => None,
        };
        match other {
            None => new.raw_copy_file(entry).expect("copied"),
            Some(bytes) => {
                new.start_file(name, options).expect("started");
                io::Write::write_all(&mut new, bytes).expect("written");
            }
        }
    }
    new.start_file("../outside.txt", options).expect("started");
    new.finish().expect("finished");
    let found = check(&tampered, "swordfish").expect("read");
    let kinds: Vec<(&str, FindingKind)> = found.findings.iter().map(|f| (f.entry.as_str(), f.kind)).collect();
    let expected = [
        ("../outside.txt", FindingKind::Extra),
        ("../outside.txt", FindingKind::Name),
        ("files/_CON", FindingKind::Hash),
        ("incident.md", FindingKind::Missing),
        ("system/specs.txt", FindingKind::Size),
    ];
    assert_eq!(kinds, expected);

    let text = folder.path().join("text.zip");
    io::Write::write_all(&mut File::create(&text).expect("created"), b"no zip").expect("written");
    assert!(matches!(check(&text, "x"), Err(Error::NotAZip { .. })));
    let other = folder.path().join("other.zip");
    zip::ZipWriter::new(File::create(&other).expect("created")).finish().expect("finished");
    assert!(matches!(check(&other, "x"), Err(Error::NotABundle { .. })));
}

#[test]
fn a_large_bundle_is_split_into_complete_parts() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out.zip");
    let names = ["a.zip", "b.zip", "c.zip"];
    let files = names.map(|name| Attached { name, kind: EvidenceKind::Archive, bytes: log(10_000) });
    let largest = files[0].bytes.len() as u64;
    let options = Options { max_size_bytes: Some(largest + 40_000), ..Options::default() };
    let package = bundle(Lang::En, &files, &target, &options).expect("split");
    assert_eq!(names_in(folder.path()), ["out-1-of-3.zip", "out-2-of-3.zip", "out-3-of-3.zip"]);
    for (path, bytes) in package.parts() {
        assert!(bytes <= largest + 40_000, "{bytes}");
        let found = read(File::open(path).expect("there"), path, &mut Literal::new("swordfish"), &Monitor::quiet());
        assert!(found.expect("read").ok);
    }
    assert!(content(package.path(), "incident.md").contains("In part 3"));

    let small = Options { max_size_bytes: Some(largest / 2), ..Options::default() };
    let refused = bundle(Lang::En, &files, &folder.path().join("small.zip"), &small);
    assert!(matches!(refused, Err(Error::TooLarge { entry, .. }) if entry == "files/a.zip"));
    let enough = Options { max_size_bytes: Some(10_000_000), ..Options::default() };
    let whole = bundle(Lang::En, &files, &folder.path().join("whole.zip"), &enough).expect("written");
    assert_eq!(whole.paths(), [folder.path().join("whole.zip")]);
}

#[test]
fn the_plan_names_what_is_written_and_about_its_size() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = usual();
    let mut incident = incident(Lang::En);
    attach(&mut incident, &files);
    let hidden = Counts::new();
    let story =
        Story { incident: &incident, overrides: Vec::new(), hidden, files: Vec::new(), pictures: &[], parts: 1 };
    let planned = plan::planned(story, entries(&incident, &files));
    let package = bundle(Lang::En, &files, &folder.path().join("out.zip"), &Options::default()).expect("written");
    let paths: Vec<&str> = planned.iter().map(|entry| entry.path.as_str()).filter(|path| *path != MANIFEST).collect();
    assert_eq!(paths, package.entries().iter().map(|entry| entry.path.as_str()).collect::<Vec<_>>());
    let (estimate, size) = (crate::bundle::planned_size_bytes(&planned), package.size_bytes());
    assert!((size / 2..size * 2).contains(&estimate), "{estimate} for {size}");
}

#[test]
fn the_email_draft_carries_the_bundle() {
    let folder = tempfile::tempdir().expect("a folder");
    let zip = folder.path().join("пакет.zip");
    let package = bundle(Lang::Ru, &usual(), &zip, &Options::default()).expect("written");
    let target = folder.path().join("mail.eml");
    let incident = incident(Lang::Ru);
    let mail =
        Mail {
            to: Some("help@desk.example\r\nBcc: x"), subject: "Игра закрывается", letter: true, overwrite: false
        };
    let quiet = Monitor::quiet();
    let paths = compose(&incident, &mut Literal::new("swordfish"), &package, &mail, &target, &quiet).expect("written");
    assert_eq!(paths, std::slice::from_ref(&target));

    let bytes = fs::read(&target).expect("there");
    let draft = String::from_utf8_lossy(&bytes).into_owned();
    assert!(draft.is_ascii(), "ASCII throughout");
    assert!(!draft.replace("\r\n", "").contains('\n'), "CRLF throughout");
    let (head, body) = draft.split_once("\r\n\r\n").expect("a head");
    let names: Vec<&str> = head
        .lines()
        .filter(|line| !line.starts_with([' ', '\t']))
        .filter_map(|line| Some(line.split_once(':')?.0))
        .collect();
    assert_eq!(names, ["To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"]);
    assert!(head.contains("Subject: =?utf-8?") && head.contains("X-Unsent: 1"));
    assert!(body.contains("filename=\"paket.zip\"") || body.contains("filename=paket.zip"), "{body:.2000}");
    let part = body.split("--=_casefile_part").nth(2).expect("a second part");
    let attached = part.split_once("\r\n\r\n").expect("a head").1.trim_end();
    assert!(attached.lines().all(|line| line.len() <= 76));
    let attached = encodify::base64::MIME.decode(attached.as_bytes()).expect("base64");
    assert!(attached == fs::read(&zip).expect("there"));

    let again = compose(&incident, &mut Literal::new("swordfish"), &package, &mail, &target, &quiet);
    assert!(matches!(again, Err(Error::Exists { .. })));
    let leaks = Mail { overwrite: true, subject: "swordfish", ..mail };
    let leaks = compose(&incident, &mut Literal::new("swordfish"), &package, &leaks, &target, &quiet);
    assert!(matches!(leaks, Err(Error::Leak { .. })));
    assert_eq!(names_in(folder.path()), ["mail.eml", "пакет.zip"]);
}

#[test]
fn words_of_the_bundle_itself_and_the_contact_are_no_leaks() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut incident = incident(Lang::En);
    incident.draft.contact.name = "Grete gretek".to_owned();
    let rows = vec![("Name".to_owned(), "Grete gretek".to_owned())];
    incident.sections.push(section(Part::Contact, "Whom to answer", vec![Block::Rows(rows)]));
    let files = usual();
    attach(&mut incident, &files);
    let target = folder.path().join("own.zip");
    write(source(&incident, &files), &mut Literal::new("swordfish"), &target, &Options::default(), &Monitor::quiet())
        .expect("written");

    let known = KnownTerms { users: vec!["gretek".to_owned()], ..KnownTerms::default() };
    let users = LeakScanner::for_policy(&Policy { known, ..Policy::default() });
    let verified = verify(&target, users, &Monitor::quiet()).expect("a bundle");
    assert_eq!(verified.findings, []);

    let theirs = "Game closes <at> start & says nothing Start the game Press Play the update of Tuesday 0xC0000005 \
        The window closes. <script>alert(1)</script> game Restarted Example 3000 swordfish error-text Exact error \
        There is none <i> снимок.png app.log CON _CON clip.mp4 second.png The last <thing> seen Grete gretek snimok";
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_lowercase).collect()
    };
    let theirs = words(theirs);
    let mut archive = ZipArchive::new(File::open(&target).expect("there")).expect("a zip");
    let mut own = BTreeSet::new();
    for name in ["incident.html", "incident.md", "incident.json", MANIFEST, "system/specs.txt", "system/specs.json"] {
        let mut text = String::new();
        archive.by_name(name).expect("listed").read_to_string(&mut text).expect("text");
        own.extend(words(&text));
    }
    let hide = own.difference(&theirs).filter(|word| word.chars().any(char::is_alphabetic) && word.len() < 40);
    let hide: Vec<String> = hide.cloned().collect();
    assert!(hide.len() > 100);
    let scanner = LeakScanner::for_policy(&Policy { hide, ..Policy::default() });
    let verified = verify(&target, scanner, &Monitor::quiet()).expect("a bundle");
    let attached = |entry: &str| entry.starts_with("logs/") || entry.starts_with("files/");
    let wrong: Vec<_> = verified.findings.iter().filter(|finding| !attached(&finding.entry)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
