//! A project folder is looked through, ticked off and packed, by accessible names, in both languages.

use std::fs::File;
use std::path::Path;

use casefile::gui::action::{Action, Section};
use casefile::model::{EvidenceKind, Lang};
use eframe::egui::{Role, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{Desk, SIZE};
use crate::support::shot;

fn put(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    casefile::platform::replace(path, text.as_bytes()).expect("written");
}

fn project(home: &Path) {
    let root = home.join("project");
    put(&root.join("Cargo.toml"), "[package]\nname = \"sample\"\n");
    put(&root.join("src/main.rs"), "fn main() {}\n");
    put(&root.join("src/данные.rs"), "pub const N: u8 = 1;\n");
    put(&root.join("src/keys.rs"), "const KEY: &str = \"AKIAQWERTY2345UIOP67\";\n");
    put(&root.join(".env"), "TOKEN=1\n");
    put(&root.join("target/debug/app"), "built");
    put(&root.join("docs/notes.md"), "notes");
}

fn names_in(zip: &Path) -> Vec<String> {
    let archive = zip::ZipArchive::new(File::open(zip).expect("there")).expect("a zip");
    let mut names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    names.sort();
    names
}

struct Words {
    lang: Lang,
    open: &'static str,
    heading: &'static str,
    kinds: &'static str,
    left_out: &'static str,
    unfold: &'static str,
    docs: &'static str,
    secrets: &'static str,
    add: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        lang: Lang::En,
        open: "Add a project folder",
        heading: "Project folder project",
        kinds: "Recognised: Cargo.",
        left_out: "One folder stays out",
        unfold: "Show the files: src/",
        docs: "docs/, 1 of 1 files",
        secrets: "2 files may hold keys.",
        add: "Add 3 files as a zip",
    },
    Words {
        lang: Lang::Ru,
        open: "Добавить папку проекта",
        heading: "Папка проекта project",
        kinds: "Похоже на Cargo.",
        left_out: "Не войдёт 1 папка",
        unfold: "Показать файлы: src/",
        docs: "docs/, 1 из 1 файла",
        secrets: "В 2 файлах могут быть ключи.",
        add: "Добавить архивом 3 файла",
    },
];

fn click_starting(desk: &mut Desk, name: &str) {
    let buttons = desk.harness.query_all_by_role(Role::Button);
    let button = buttons
        .into_iter()
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(name)))
        .expect("a button");
    button.click();
    desk.settle();
}

#[test]
fn a_project_is_looked_through_ticked_off_and_packed() {
    for words in WORDS {
        let mut desk = Desk::new(SIZE, Theme::Light, words.lang);
        project(desk.home.path());
        desk.act(Action::New("apple-dts".into()));
        desk.act(Action::Go(Section::Logs));
        desk.click(words.open);
        for seen in [words.heading, words.kinds, words.left_out, words.secrets] {
            assert!(desk.sees(seen), "{seen}");
        }
        desk.click(words.left_out);
        assert!(desk.sees("target"));
        desk.click(words.unfold);
        assert!(desk.sees("данные.rs") && desk.sees("keys.rs"));
        shot(&mut desk.harness, &format!("project-{}", words.lang.code()));
        click_starting(&mut desk, words.docs);
        click_starting(&mut desk, words.add);
        let open = desk.app().state.open.as_ref().expect("open");
        assert_eq!(open.draft.evidence.len(), 1);
        let zip = open.folder.join(&open.draft.evidence[0].path);
        assert_eq!(open.evidence[0].recognised, EvidenceKind::Archive);
        assert_eq!(
            names_in(&zip),
            ["project/CONTENTS.txt", "project/Cargo.toml", "project/src/main.rs", "project/src/данные.rs"]
        );
        assert!(!desk.sees(words.heading), "the panel is closed");
        desk.act(Action::Undo);
        assert!(desk.app().state.open.as_ref().expect("open").draft.evidence.is_empty());
    }
}

#[test]
fn a_dropped_folder_is_looked_through_too() {
    let mut desk = Desk::new([800.0, 900.0], Theme::Dark, Lang::En);
    project(desk.home.path());
    desk.act(Action::New("unity-bug-reporter".into()));
    let folder = desk.home.path().join("project");
    desk.act(Action::Attach(vec![folder]));
    assert!(desk.sees("Project folder project"));
    shot(&mut desk.harness, "project-narrow");
    desk.click("Cancel");
    assert!(!desk.sees("Project folder project"));
}
