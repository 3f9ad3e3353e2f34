//! The rooms of the house: what each may use of the others, held against what the code says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read the code fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Every room with what it may use, in the order of the way from data to faces. A room uses only rooms above it;
/// `text` and `job` may be used by all below them. `docs/architecture.md` has the same table with the reasons.
const ROOMS: [(&str, &[&str]); 14] = [
    ("model", &[]),
    ("text", &["model"]),
    ("job", &["model"]),
    ("platform", &["model"]),
    ("store", &["model", "platform"]),
    ("collect", &["model", "platform"]),
    ("compose", &["model"]),
    ("check", &["model"]),
    ("redact", &["model", "platform"]),
    ("bundle", &["model", "platform", "compose", "redact"]),
    ("deliver", &["model", "platform", "compose", "redact", "bundle"]),
    ("pipeline", &["model", "platform", "store", "collect", "compose", "check", "redact", "bundle", "deliver"]),
    ("cli", &["model", "platform", "store", "collect", "compose", "check", "redact", "bundle", "deliver", "pipeline"]),
    ("gui", &["model", "platform", "store", "collect", "compose", "check", "redact", "bundle", "deliver", "pipeline"]),
];

#[test]
fn rooms_use_only_what_the_table_allows() {
    let used = used();
    for (room, allowed) in ROOMS {
        let may = |other: &str| {
            other == room || allowed.contains(&other) || (matches!(other, "text" | "job") && above(other, room))
        };
        for (other, path) in used.get(room).into_iter().flatten() {
            assert!(may(other), "{room} uses {other} in {}", path.display());
        }
    }
}

#[test]
fn the_table_names_every_room_once_and_points_only_upwards() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders: BTreeSet<String> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let named: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(named, folders);
    for (room, allowed) in ROOMS {
        for other in allowed {
            assert!(above(other, room), "{room} is not below {other}");
        }
    }
}

#[test]
fn the_test_sees_what_rooms_use() {
    let used = used();
    for (room, other) in [("pipeline", "bundle"), ("cli", "pipeline"), ("gui", "store")] {
        assert!(used[room].contains_key(other), "{room} uses {other}");
    }
    let found =
        rooms_in("use crate::{deliver, store as kept};\nlet a = crate::check::b;\n// crate::gui\n/// [`crate::cli`]\n");
    assert_eq!(found, ["check", "deliver", "store"].map(str::to_owned).into());
}

fn above(other: &str, room: &str) -> bool {
    let place = |name: &str| ROOMS.iter().position(|(room, _)| *room == name);
    place(other) < place(room)
}

/// What every room uses, with one file that does.
fn used() -> BTreeMap<String, BTreeMap<String, PathBuf>> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found: BTreeMap<String, BTreeMap<String, PathBuf>> = BTreeMap::new();
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let inside = path.strip_prefix(&source).unwrap().to_owned();
            let room = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
            if inside.components().count() == 1 {
                continue;
            }
            let code = fs::read_to_string(&path).unwrap();
            let others = found.entry(room).or_default();
            others.extend(rooms_in(&code).into_iter().map(|other| (other, inside.clone())));
        }
    }
    found
}

/// The rooms that `code` names: `crate::room…` and `use crate::{room, …}`, comments left out.
fn rooms_in(code: &str) -> BTreeSet<String> {
    let code = Regex::new(r"//[^\n]*").unwrap().replace_all(code, "");
    let one = Regex::new(r"\bcrate::(\w+)").unwrap();
    let several = Regex::new(r"\bcrate::\{([^;]*)\};").unwrap();
    let mut rooms: BTreeSet<String> = one.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    for list in several.captures_iter(&code) {
        let mut depth = 0;
        for part in list[1].split_inclusive(['{', '}', ',']) {
            let name: String = part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if depth == 0 && !name.is_empty() {
                rooms.insert(name);
            }
            depth += part.matches('{').count();
            depth -= part.matches('}').count();
        }
    }
    rooms
}
