//! What stays visible, and where each value stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Places, Policy, Redacted, Where, redact};
use crate::job::Monitor;
use crate::model::{
    Block, Draft, Evidence, Facts, FieldValue, FilePart, Incident, KnownTerms, Lang, Part, PrivateClass, PrivateMap,
    Section,
};

const LOG: &str = "one\nlogin gretek#EUW from 192.168.7.4\npassword=Corr3ctHorse77\nagain 192.168.7.4, 93.184.216.34\n";

fn incident(folder: &Path) -> Incident {
    let source = folder.join("192.168.7.4.log");
    crate::platform::replace(&source, LOG.as_bytes()).expect("written");
    let log = Evidence {
        source,
        name: "192.168.7.4.log".into(),
        is_text: true,
        size_bytes: LOG.len() as u64,
        ..Evidence::default()
    };
    let rows = vec![("Riot ID".to_owned(), "gretek#EUW".to_owned()), ("Region".to_owned(), "of gretek#EUW".to_owned())];
    Incident {
        chosen: BTreeMap::default(),
        sections: vec![Section { part: Part::Fields, heading: String::new(), blocks: vec![Block::Rows(rows)] }],
        draft: Draft {
            title: "Crash of gretek#EUW".into(),
            description: "First line\nthen 93.184.216.34 fails".into(),
            fields: BTreeMap::from([("riot_id".into(), FieldValue::Text("gretek#EUW".into()))]),
            ..Draft::default()
        },
        destination_name: String::new(),
        lang: Lang::En,
        created: "2031-01-02T03:04:05Z".into(),
        facts: Facts::default(),
        evidence: vec![log],
        fingerprint: 1,
    }
}

fn done(policy: &Policy) -> (Redacted, Places) {
    let folder = tempfile::tempdir().expect("a folder");
    let original = incident(folder.path());
    let redacted = redact(original.clone(), policy, &Monitor::quiet()).expect("redacted");
    let places = redacted.places(&original, policy, &Monitor::quiet()).expect("found");
    (redacted, places)
}

#[test]
fn the_identity_stays_in_its_field_and_nowhere_else() {
    let policy = Policy { identity: vec!["gretek#EUW".into()], ..Policy::default() };
    let (redacted, places) = done(&policy);
    let draft = &redacted.incident().draft;
    assert_eq!(draft.fields["riot_id"].text(), "gretek#EUW");
    assert_eq!(draft.title, "Crash of <user-1>");
    let rows = vec![("Riot ID".into(), "gretek#EUW".into()), ("Region".into(), "of <user-1>".into())];
    assert_eq!(redacted.incident().sections[0].blocks, [Block::Rows(rows)]);
    let mut scanner = redacted.scanner();
    scanner.feed(b"Riot ID: gretek#EUW");
    assert_eq!(scanner.finish(), [], "told on purpose");
    let user = places.hidden.iter().find(|value| value.placeholder == "<user-1>").expect("listed");
    assert_eq!(user.count, 2, "title and log: {user:?}");
}

#[test]
fn an_identity_that_is_nowhere_else_is_not_counted() {
    let mut incident = incident(tempfile::tempdir().expect("a folder").path());
    incident.evidence.clear();
    incident.draft.title.clear();
    incident.draft.description.clear();
    incident.sections.clear();
    let policy = Policy { identity: vec!["gretek#EUW".into()], ..Policy::default() };
    let redacted = redact(incident, &policy, &Monitor::quiet()).expect("redacted");
    assert!(redacted.hidden().is_empty() && redacted.map().is_empty());
}

#[test]
fn each_value_is_shown_where_it_stands() {
    let (_, places) = done(&Policy::default());
    let ip = places.hidden.iter().find(|value| value.value == "192.168.7.4").expect("listed");
    assert_eq!((ip.class.as_str(), ip.count), ("ip", 3));
    let file = Where::File("192.168.7.4.log".into());
    assert_eq!((ip.places[0].at.clone(), ip.places[0].line), (file.clone(), 2));
    assert!(ip.places[0].after.ends_with(&format!("from {}", ip.placeholder)), "{:?}", ip.places[0]);
    assert_eq!(ip.places[1].before, "again 192.168.7.4, 93.184.216.34");
    assert!(!ip.places[1].after.contains("93.184"), "all of the line is as it is sent");
    assert_eq!(ip.places[2].line, 0, "its name");
    let far = places.hidden.iter().find(|value| value.value == "93.184.216.34").expect("listed");
    assert_eq!((far.places[0].at.clone(), far.places[0].line), (Where::Field("description".into()), 2));
    assert!(places.hidden.iter().any(|value| value.class == "secret" && value.value == "Corr3ctHorse77"));
    assert!(places.kept.is_empty());
}

#[test]
fn lines_are_counted_from_the_start_of_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut original = incident(folder.path());
    original.evidence[0].part =
        Some(FilePart { start_byte: 4, end_byte: LOG.len() as u64, lines_before: 1, ..FilePart::default() });
    let redacted = redact(original.clone(), &Policy::default(), &Monitor::quiet()).expect("redacted");
    let places = redacted.places(&original, &Policy::default(), &Monitor::quiet()).expect("found");
    let ip = places.hidden.iter().find(|value| value.value == "192.168.7.4").expect("listed");
    assert_eq!(ip.places[0].line, 2);
}

#[test]
fn what_is_kept_is_listed_and_is_no_leak() {
    let keep_classes = BTreeSet::from([PrivateClass::Ip]);
    let policy = Policy { keep: vec!["corr3cthorse77".into()], keep_classes, ..Policy::default() };
    let (redacted, places) = done(&policy);
    let kept: Vec<&str> = places.kept.iter().map(|value| value.value.as_str()).collect();
    assert!(kept.contains(&"192.168.7.4") && kept.contains(&"Corr3ctHorse77"), "{kept:?}");
    assert!(places.hidden.iter().all(|value| value.class != "ip"));
    assert_eq!(redacted.incident().draft.description, "First line\nthen 93.184.216.34 fails");
    let mut scanner = redacted.scanner();
    scanner.feed(LOG.replace("gretek#EUW", "x").as_bytes());
    assert_eq!(scanner.finish(), []);
}

#[test]
fn later_bundles_name_the_same_values_alike() {
    let (first, _) = done(&Policy::default());
    let map = first.private_map();
    assert_eq!(map.bundles, ["2031-01-02T03:04:05Z"]);
    let name = |map: &PrivateMap, value: &str| {
        map.values.iter().find(|row| row.value == value).map(|row| row.placeholder.clone()).expect("named")
    };
    let folder = tempfile::tempdir().expect("a folder");
    let mut later = incident(folder.path());
    later.evidence.clear();
    later.draft.title = "It says Corr3ctHorse77 from 10.9.9.9 to 192.168.7.4".into();
    let known = KnownTerms { hosts: vec!["Corr3ctHorse77".into()], ..KnownTerms::default() };
    for known in [KnownTerms::default(), known] {
        let policy = Policy { known, map: map.clone(), ..Policy::default() };
        let redacted = redact(later.clone(), &policy, &Monitor::quiet()).expect("redacted");
        let next = redacted.private_map();
        let (secret, new, old) = (name(&map, "Corr3ctHorse77"), name(&next, "10.9.9.9"), name(&map, "192.168.7.4"));
        assert_eq!(redacted.incident().draft.title, format!("It says {secret} from {new} to {old}"));
        assert!(map.values.iter().all(|row| row.placeholder != new && next.values.contains(row)));
        assert_eq!(redacted.hidden()["ip"], 3, "only what stands there now is counted");
    }
}

#[test]
fn a_word_is_hidden_only_as_long_as_the_user_wants_it() {
    let hide = Policy { hide: vec!["Crash".into()], ..Policy::default() };
    let (first, _) = done(&hide);
    assert!(first.incident().draft.title.starts_with("<hidden-1>"));
    let (second, _) = done(&Policy { map: first.private_map(), ..Policy::default() });
    assert!(second.incident().draft.title.starts_with("Crash"));
    let (third, _) = done(&Policy { map: second.private_map(), ..hide });
    assert!(third.incident().draft.title.starts_with("<hidden-1>"));
}
