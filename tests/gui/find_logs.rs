//! Logs are found in a made-up home with two Steam libraries, by accessible names, in both languages.

use std::path::{Path, PathBuf};

use casefile::collect::places::{Roots, System};
use casefile::gui::action::{Action, Section};
use casefile::model::{FieldValue, Lang};
use eframe::egui::Theme;

use crate::desk::{Desk, SIZE};
use crate::support::shot;

fn put(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    casefile::platform::replace(path, text.as_bytes()).expect("written");
}

fn manifest(app: u32, name: &str, folder: &str, flags: u32) -> String {
    format!(
        "\"AppState\"\n{{\n\t\"appid\"\t\t\"{app}\"\n\t\"name\"\t\t\"{name}\"\n\t\"StateFlags\"\t\t\"{flags}\"\n\t\"installdir\"\t\t\"{folder}\"\n\t\"LastUpdated\"\t\t\"1763424000\"\n\t\"buildid\"\t\t\"6245\"\n}}\n"
    )
}

/// A home with Steam in it, and a second library with a game that is being updated.
fn steam(home: &Path) -> (Roots, PathBuf) {
    let top = home.join("computer");
    let user = top.join("home/игрок");
    let (first, second) = (user.join(".local/share/Steam"), top.join("mnt/Игры"));
    put(
        &first.join("steamapps/libraryfolders.vdf"),
        &format!(
            "\"libraryfolders\" {{ \"0\" {{ \"path\" \"{}\" }} \"1\" {{ \"path\" \"{}\" }} }}",
            first.display(),
            second.display()
        ),
    );
    put(&first.join("steamapps/appmanifest_570.acf"), &manifest(570, "Dota 2", "dota 2 beta", 4));
    let log = first.join("steamapps/common/dota 2 beta/game/dota/console.log");
    put(&log, "11/18 19:42:00 loading\n11/18 19:43:00 Match ID: 7000000001\n");
    put(&second.join("steamapps/appmanifest_900002.acf"), &manifest(900_002, "Полёт", "Полёт", 1_048_576 | 1024 | 2));
    put(&user.join("steam-900002.log"), "a log of Proton\n");
    (Roots::usual(System::Linux, &user, &top), log)
}

struct Words {
    lang: Lang,
    open: &'static str,
    which: &'static str,
    start: &'static str,
    add_one: &'static str,
    build: &'static str,
    updating: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        lang: Lang::En,
        open: "Find logs for Dota 2",
        which: "App or game",
        start: "Look for them",
        add_one: "Add one file",
        build: "build 6245",
        updating: "being updated right now",
    },
    Words {
        lang: Lang::Ru,
        open: "Найти журналы: Dota 2",
        which: "Программа или игра",
        start: "Искать",
        add_one: "Добавить 1 файл",
        build: "сборка 6245",
        updating: "сейчас обновляется",
    },
];

#[cfg(unix)]
#[test]
fn logs_of_a_game_are_found_ticked_and_added() {
    for words in WORDS {
        let mut desk = Desk::new(SIZE, Theme::Light, words.lang);
        let (roots, log) = steam(desk.home.path());
        desk.app().state.places = roots;
        desk.act(Action::New("dota2-gameplay-github".into()));
        desk.app().state.open.as_mut().expect("open").draft.title = "Dota 2: an item does nothing".into();
        desk.act(Action::Go(Section::Logs));
        desk.click(words.open);
        assert!(desk.sees(words.which));
        desk.click(words.start);
        assert!(desk.sees(words.build), "the game is told");
        assert!(desk.sees("console.log"));
        shot(&mut desk.harness, &format!("find-logs-{}", words.lang.code()));
        desk.click(words.add_one);
        let draft = desk.app().state.open.as_ref().expect("open").draft.clone();
        assert_eq!(draft.evidence.len(), 1);
        assert_eq!(draft.game.map(|game| game.name).as_deref(), Some("Dota 2"));
        assert_eq!(draft.fields.get("match-id"), Some(&FieldValue::Text("7000000001".into())));
        assert!(log.is_file(), "the game's own file stays");
        desk.act(Action::Undo);
        desk.act(Action::Undo);
        assert_eq!(desk.app().state.open.as_ref().expect("open").draft.game, None);
    }
}

#[cfg(unix)]
#[test]
fn a_game_that_is_being_updated_is_said_so() {
    for words in WORDS {
        let mut desk = Desk::new(SIZE, Theme::Dark, words.lang);
        let (roots, _) = steam(desk.home.path());
        desk.app().state.places = roots;
        desk.act(Action::New("steam-support".into()));
        desk.act(Action::Go(Section::Logs));
        desk.act(Action::ReadLibrary);
        let library = desk.app().state.local.log_search.library.clone().expect("read");
        let game = library.games.iter().find(|game| game.app == 900_002).expect("listed").clone();
        desk.app().state.local.log_search.shown = true;
        desk.act(Action::FindLogs(casefile::collect::places::Wanted::Game(Box::new(game))));
        assert!(desk.sees(words.updating) && desk.sees("steam-900002.log"));
        shot(&mut desk.harness, &format!("find-updating-{}", words.lang.code()));
        desk.click(words.add_one);
        let open = desk.app().state.open.as_ref().expect("open");
        let text: String = open
            .preview
            .as_ref()
            .map(|preview| format!("{:?}", preview.redacted.incident().sections))
            .expect("a preview");
        assert!(text.contains("Полёт"), "the game stands in the text: {text}");
    }
}
