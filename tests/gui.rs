//! The window, worked by accessible names as a person would, without a display.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "what is missing fails the test")]

mod support;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use casefile::collect::Probes;
use casefile::gui::App;
use casefile::gui::action::{Action, Section};
use casefile::gui::dialogs::Dialogs;
use casefile::model::{
    Cpu, Disk, DiskKind, Display, Draft, Facts, FieldValue, Gpu, HelpOutcome, KnownTerms, Lang, Memory, Os, Outcome,
};
use casefile::platform::{Folders, World};
use casefile::store::{Drafts, Settings, Status, ThemeChoice};
use eframe::egui::{Key, Modifiers, Role, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use support::{fill, shot, window};

/// Answers in the place of the system's dialogs.
struct Answers(Vec<PathBuf>);

impl Dialogs for Answers {
    fn files(&self, _title: &str, _several: bool) -> Vec<PathBuf> {
        self.0.clone()
    }

    fn target(&self, _title: &str, _proposed: &Path) -> Option<PathBuf> {
        self.0.first().cloned()
    }
}

/// A window on a home folder of its own.
struct Desk {
    home: tempfile::TempDir,
    harness: Harness<'static, Option<App>>,
}

fn now() -> jiff::Timestamp {
    "2026-11-18T19:42:00Z".parse().expect("a time")
}

impl Desk {
    fn new(size: [f32; 2], theme: Theme, lang: Lang) -> Self {
        Self::at(tempfile::tempdir().expect("a home"), size, theme, lang)
    }

    fn at(home: tempfile::TempDir, size: [f32; 2], theme: Theme, lang: Lang) -> Self {
        let world = World {
            folders: Folders::below(home.path().to_owned()),
            lang,
            lang_is_named: false,
            now,
            zone: jiff::tz::TimeZone::UTC,
        };
        let choice = if theme == Theme::Dark { ThemeChoice::Dark } else { ThemeChoice::Light };
        let settings = Settings { theme: choice, ..Settings::load(&world.folders) };
        settings.save(&world.folders).expect("settings are kept");
        let chosen = home.path().join("chosen.log");
        std::fs::copy("examples/evidence/dota2-console.log", &chosen).expect("a log to choose");
        let draw = move |ui: &mut eframe::egui::Ui, app: &mut Option<App>| {
            let app = app.get_or_insert_with(|| {
                App::new(ui.ctx(), world.clone(), Arc::new(Answers(vec![chosen.clone()])), Probes::default())
            });
            app.before(ui.ctx());
            fill(ui, |ui| app.draw(ui));
        };
        let mut desk = Self { home, harness: window(size, theme).build_ui_state(draw, None) };
        desk.settle();
        desk
    }

    fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().expect("a window")
    }

    fn act(&mut self, action: Action) {
        self.app().state.emit(action);
        self.settle();
    }

    /// Frames until the jobs are done and the pauses are over; bounded.
    fn settle(&mut self) {
        for _ in 0..400 {
            self.harness.step();
            let open = self.app().state.open.as_ref();
            let due = open.is_some_and(|open| {
                open.saved != open.revision || open.reviewed != open.revision || open.previewed != open.revision
            });
            let state = &self.app().state;
            if !due && state.computer.is_some() && state.actions.is_empty() && state.work.is_idle() {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        self.harness.step();
    }

    /// Frames until something outside was noticed; bounded.
    fn wait(&mut self, until: impl Fn(&App) -> bool) {
        for _ in 0..600 {
            self.harness.step();
            if until(self.app()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        self.settle();
        assert!(until(self.app()), "it was not noticed");
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.settle();
    }

    fn write(&mut self, field: &str, text: &str) {
        let lines = self.harness.query_by_role_and_label(Role::MultilineTextInput, field).is_some();
        let role = if lines { Role::MultilineTextInput } else { Role::TextInput };
        self.harness.get_by_role_and_label(role, field).focus();
        self.harness.step();
        self.harness.get_by_role_and_label(role, field).type_text(text);
        self.settle();
    }

    fn sees(&self, name: &str) -> bool {
        self.harness.query_all_by_label_contains(name).next().is_some()
    }
}

const SIZE: [f32; 2] = [1360.0, 860.0];

#[test]
fn a_newcomer_makes_a_steam_incident() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Steam Support");
    desk.act(Action::Go(Section::Problem));
    desk.write("Title", "Dota 2 closes when a ranked match loads");
    desk.write(
        "What happens",
        "Since the update on 18 November the game closes to the desktop while a ranked match is loading, right after \
         the hero portraits appear.",
    );
    desk.write("Since when", "18 Nov 2026, after an update");
    desk.act(Action::Go(Section::Steps));
    desk.write("Step 1", "Start Dota 2 from the Steam library");
    desk.harness.key_press(Key::Enter);
    desk.settle();
    desk.write("Step 2", "Accept a ranked match and wait");
    desk.act(Action::Go(Section::Destination));
    desk.write("Game or product", "Dota 2");
    desk.act(Action::Attach(vec!["examples/evidence/dota2-console.log".into()]));
    desk.act(Action::Attach(vec!["examples/evidence/dota2-crash-moment.png".into()]));
    let target = desk.home.path().join("ticket.zip");
    let app = desk.app();
    let open = app.state.open.as_mut().expect("an incident");
    let blocking: Vec<_> =
        open.report.items.iter().filter(|item| !matches!(item.outcome, Outcome::Pass | Outcome::Advice)).collect();
    assert!(open.report.is_ready(), "{blocking:#?}");
    open.target = Some(target.clone());
    desk.act(Action::Go(Section::Review));
    desk.click("Save zip");
    assert!(target.is_file(), "the bundle is written");
    assert!(desk.sees("ticket.zip"), "and the window says where");
}

#[test]
fn a_second_issue_is_split_off_and_comes_back_with_undo() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Steam Support");
    desk.act(Action::Go(Section::Problem));
    let first =
        "The game closes to the desktop while a ranked match is loading, right after the hero portraits appear.";
    let second = "Also, my voice chat has been too quiet since last week, teammates cannot hear me.";
    desk.write("Title", "Dota 2 crashes when a ranked match loads");
    desk.write("What happens", &format!("{first}\n\n{second}"));
    assert!(desk.sees("This reads like two issues."));
    desk.act(Action::Split);
    let kept = desk.app().state.open.as_ref().expect("open").draft.description.clone();
    assert!(kept.contains(first) && !kept.contains("voice chat"), "{kept}");
    assert!(desk.harness.query_by_label("Parked for later").is_some());
    let parked: Vec<_> = desk.app().state.incidents.iter().filter(|entry| entry.status.parked_by.is_some()).collect();
    assert_eq!(parked.len(), 1);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.settle();
    let restored = desk.app().state.open.as_ref().expect("open").draft.description.clone();
    assert!(restored.contains("voice chat"), "{restored}");
    assert!(desk.harness.query_by_label("Parked for later").is_none());
}

#[test]
fn an_override_is_remembered() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::Ru);
    desk.click("Любая поддержка по почте");
    desk.act(Action::Go(Section::Problem));
    desk.write("Заголовок", "Не приходит код входа");
    let asked = desk.app().state.open.as_ref().expect("open").report.items.clone();
    let started = asked.iter().find(|item| item.check == "started").expect("the rule");
    desk.act(Action::Override(started.check.clone(), "Не знаю".to_owned()));
    let report = desk.app().state.open.as_ref().expect("open").report.clone();
    let item = report.items.iter().find(|item| item.check == "started").expect("the rule");
    assert_eq!(item.outcome, Outcome::Overridden);
}

#[test]
fn what_was_entered_is_there_after_a_restart() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    desk.act(Action::Go(Section::Problem));
    desk.write("Title", "Звук пропал «сразу»");
    desk.act(Action::Choose);
    let Desk { home, harness } = desk;
    drop(harness);
    let mut desk = Desk::at(home, SIZE, Theme::Dark, Lang::En);
    let open = desk.app().state.open.as_ref().expect("it opens on what the user was doing");
    assert_eq!(open.draft.title, "Звук пропал «сразу»");
    assert_eq!(open.draft.evidence.len(), 1);
    let drafts = Drafts::of(&Folders::below(desk.home.path().to_owned()));
    assert_eq!(drafts.list().0.len(), 1);
}

#[test]
fn undo_and_redo_cross_pages() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    desk.act(Action::Go(Section::Problem));
    desk.write("Title", "Sound is gone");
    desk.act(Action::Choose);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.settle();
    assert!(desk.app().state.open.as_ref().expect("open").draft.evidence.is_empty());
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.settle();
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.title, "");
    desk.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    desk.settle();
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.title, "Sound is gone");
}

#[test]
fn a_blocked_incident_is_not_written() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Steam Support");
    let target = desk.home.path().join("blocked.zip");
    desk.app().state.open.as_mut().expect("open").target = Some(target.clone());
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    desk.settle();
    assert!(!target.exists());
}

#[test]
fn two_files_attached_at_once_both_arrive_and_undo_takes_one() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    let attach = |path: &str| Action::Attach(vec![path.into()]);
    desk.app().state.emit(attach("examples/evidence/dota2-console.log"));
    desk.app().state.emit(attach("examples/evidence/order-page.png"));
    desk.settle();
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.evidence.len(), 2);
    desk.act(Action::Undo);
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.evidence.len(), 1);
}

#[test]
fn a_picture_goes_where_its_step_goes() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    desk.act(Action::Go(Section::Steps));
    let step = |desk: &mut Desk| desk.app().state.open.as_ref().expect("open").draft.evidence[0].step;
    assert_eq!(step(&mut desk), Some(4));
    desk.click("Remove step 2");
    assert_eq!(step(&mut desk), Some(3));
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Step 3").focus();
    desk.harness.step();
    desk.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    desk.settle();
    assert_eq!(step(&mut desk), Some(2));
}

#[test]
fn deleting_the_last_letter_keeps_the_step() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    desk.act(Action::Go(Section::Steps));
    desk.write("Step 1", "Start");
    desk.harness.key_press(Key::Enter);
    desk.settle();
    desk.write("Step 2", "x");
    desk.harness.key_press(Key::Backspace);
    desk.settle();
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.steps, ["Start", ""]);
    desk.harness.key_press(Key::Backspace);
    desk.settle();
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.steps, ["Start"]);
}

#[test]
fn an_answer_that_fits_no_option_stays() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Riot Games");
    let odd = FieldValue::Text("Somewhere else".to_owned());
    let open = desk.app().state.open.as_mut().expect("open");
    open.draft.fields.insert("region".to_owned(), odd.clone());
    desk.act(Action::Go(Section::Destination));
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.fields.get("region"), Some(&odd));
}

#[test]
fn what_cannot_be_saved_stays_open() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    let folder = desk.app().state.open.as_ref().expect("open").folder.clone();
    std::fs::remove_dir_all(&folder).expect("the folder goes away");
    std::fs::copy("Cargo.toml", &folder).expect("and a file is in its place");
    desk.act(Action::Go(Section::Problem));
    desk.app().state.open.as_mut().expect("open").draft.title = "Sound is gone".to_owned();
    for _ in 0..8 {
        desk.harness.step();
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(desk.sees("Not saved"));
    desk.act(Action::Home);
    assert_eq!(desk.app().state.open.as_ref().expect("it stays open").draft.title, "Sound is gone");
}

#[test]
fn the_help_opens_on_f1_and_closes_on_escape() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.harness.key_press(Key::F1);
    desk.settle();
    assert!(desk.sees("Go to a section"));
    desk.harness.key_press(Key::Escape);
    desk.settle();
    assert!(!desk.sees("Go to a section"));
}

const FIRST_EN: &str =
    "The game closes to the desktop while a ranked match is loading, right after the hero portraits appear.";
const SECOND_EN: &str = "Also, my voice chat has been too quiet since last week, teammates cannot hear me.";
const FIRST_RU: &str =
    "Игра закрывается на рабочий стол во время загрузки рейтингового матча, сразу после портретов героев.";
const SECOND_RU: &str = "Вторая проблема: уже неделю голосовой чат слишком тихий, товарищи по команде меня не слышат.";

/// What the window calls things in one language.
struct Words {
    lang: Lang,
    first: &'static str,
    second: &'static str,
    heading: &'static str,
    text: &'static str,
    banner: &'static str,
    marker: &'static str,
    split: &'static str,
    parked: &'static str,
    because: &'static str,
    reason: &'static str,
    keep: &'static str,
    join: &'static str,
    change: [&'static str; 2],
}

const BOTH: [Words; 2] = [
    Words {
        lang: Lang::En,
        first: FIRST_EN,
        second: SECOND_EN,
        heading: "Title",
        text: "What happens",
        banner: "This reads like two issues.",
        marker: "marker: “Also",
        split: "Split off “",
        parked: "Parked for later",
        because: "They are one issue because…",
        reason: "They are symptoms of one fault",
        keep: "Keep this decision",
        join: "Take back in: ",
        change: ["teammates", "my friends"],
    },
    Words {
        lang: Lang::Ru,
        first: FIRST_RU,
        second: SECOND_RU,
        heading: "Заголовок",
        text: "Что происходит",
        banner: "Похоже на две проблемы.",
        marker: "«Вторая проблема",
        split: "Отделить «",
        parked: "Отложено",
        because: "Это одна проблема, потому что…",
        reason: "Это признаки одной неисправности",
        keep: "Оставить так",
        join: "Вернуть сюда: ",
        change: ["товарищи по команде", "друзья"],
    },
];

/// A window on an incident that mixes two problems.
fn mixed(words: &Words) -> Desk {
    let mut desk = Desk::new(SIZE, Theme::Light, words.lang);
    desk.act(Action::New("steam-support".to_owned()));
    desk.act(Action::Go(Section::Problem));
    desk.write(words.heading, "Dota 2");
    desk.write(words.text, &format!("{}\n\n", words.first));
    assert!(!desk.sees(words.banner), "one problem is no several");
    let field = desk.harness.get_by_role_and_label(Role::MultilineTextInput, words.text);
    field.focus();
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
    desk.harness.step();
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, words.text).type_text(words.second);
    desk.harness.step();
    assert!(!desk.sees(words.banner), "not with every key");
    desk.settle();
    assert!(desk.sees(words.banner), "after a pause");
    desk
}

#[test]
fn a_second_problem_is_quoted_split_off_and_taken_back_in_both_languages() {
    for words in &BOTH {
        let mut desk = mixed(words);
        assert!(desk.sees(words.marker), "the words that gave it away");
        let button = desk.harness.get_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(words.split))
        });
        button.click();
        desk.settle();
        assert!(desk.harness.query_by_label(words.parked).is_some());
        let drafts = Drafts::of(&Folders::below(desk.home.path().to_owned()));
        let texts: Vec<String> =
            drafts.list().0.iter().map(|entry| drafts.load(&entry.id).expect("kept").description).collect();
        assert_eq!(texts.len(), 2);
        assert!(!desk.sees(words.banner));
        let join = desk.harness.get_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(words.join))
        });
        join.click();
        desk.settle();
        let whole = desk.app().state.open.as_ref().expect("open").draft.description.clone();
        assert!(whole.contains(words.first) && whole.contains(words.second), "{whole}");
        assert!(desk.harness.query_by_label(words.parked).is_none());
        assert_eq!(drafts.list().0.len(), 1);
        desk.act(Action::Undo);
        assert_eq!(drafts.list().0.len(), 2, "undo parks it again");
        desk.act(Action::Redo);
        assert_eq!(drafts.list().0.len(), 1);
    }
}

#[test]
fn a_reason_keeps_the_question_silent_until_the_words_change_in_both_languages() {
    for words in &BOTH {
        let mut desk = mixed(words);
        desk.click(words.because);
        desk.harness.get_by_role_and_label(Role::RadioButton, words.reason).click();
        desk.settle();
        desk.click(words.keep);
        assert!(!desk.sees(words.banner), "it is silent");
        let open = desk.app().state.open.as_mut().expect("open");
        assert_eq!(open.draft.overrides.get("one-issue").map(String::as_str), Some(words.reason));
        open.draft.description = open.draft.description.replacen(words.first, &format!("{} ", words.first), 1);
        desk.settle();
        assert!(!desk.sees(words.banner), "blanks are no other words");
        let open = desk.app().state.open.as_mut().expect("open");
        let [old, new] = words.change;
        open.draft.description = open.draft.description.replace(old, new);
        desk.settle();
        assert!(desk.sees(words.banner), "other words bring it back");
    }
}

#[test]
fn what_was_tried_is_noted_and_undone() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Steam Support");
    desk.act(Action::Jump("self-help".to_owned()));
    let name = "Did not help: Verify the game files: library, right click on the game, Properties, Installed files.";
    desk.click(name);
    let noted = |desk: &mut Desk| desk.app().state.open.as_ref().expect("open").draft.self_help.clone();
    assert_eq!(noted(&mut desk).values().copied().collect::<Vec<_>>(), [HelpOutcome::DidNotHelp]);
    desk.click(&name.replace("Did not help", "Helped in part"));
    assert_eq!(noted(&mut desk).values().copied().collect::<Vec<_>>(), [HelpOutcome::Partly]);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.settle();
    assert_eq!(noted(&mut desk).values().copied().collect::<Vec<_>>(), [HelpOutcome::DidNotHelp]);
    let drafts = Drafts::of(&Folders::below(desk.home.path().to_owned()));
    assert_eq!(drafts.load(&drafts.list().0[0].id).expect("kept").self_help.len(), 1);
    desk.click(name);
    assert!(noted(&mut desk).is_empty(), "a second click takes it back");
}

/// A home folder with a destination of the user's own.
fn home_with(file: &str, text: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a home");
    put(home.path(), file, text);
    home
}

fn put(home: &Path, file: &str, text: &str) {
    let folder = Folders::below(home.to_owned()).profiles();
    std::fs::create_dir_all(&folder).expect("a folder");
    casefile::platform::replace(&folder.join(file), text.as_bytes()).expect("written");
}

const DESK: &str = r#"
format = 1
id = "lamps"
name = { en = "Lamps and sons", ru = "Лампы и сыновья" }
summary = { en = "Lamps of all kinds.", ru = "Лампы всех видов." }
icon = "lightbulb"
kind = "form"
status = "unverified"
checked_on = "2026-11-01"
sources = ["https://lamps.example/help"]
search = ["светильник"]
public = true
forbid = ["phones"]
order = ["description", "fields"]
unverified = "The fields of the form."

[[fields]]
id = "model"
label = "Model of the lamp"
type = "text"
max_chars = 12
unverified = true

[[not_for]]
what = "Cameras that hang beside a lamp"
instead = "Their maker"
to = "any-support-email"

[quota]
count = 2
period_days = 30
note = "More cost money."
valid_from = "2026-11-01"
unverified = true

[follow_up]
note = "In the same place."
wait_hours = 72
keep_subject = true
"#;

#[test]
fn what_is_known_of_a_desk_is_shown_with_how_well() {
    let mut desk = Desk::at(home_with("lamps.toml", DESK), SIZE, Theme::Light, Lang::En);
    desk.write("Search a service, a game or a project", "светильник");
    desk.click("Lamps and sons");
    desk.act(Action::Go(Section::Destination));
    for words in [
        "Everybody can read what you send here.",
        "The text must not hold: telephone numbers.",
        "Unverified",
        "As of 1 Nov 2026: The fields of the form.",
        "2 requests per 30 days, as of 1 Nov 2026. More cost money. None of your own was marked as sent",
        "0 of 12 characters",
    ] {
        assert!(desk.sees(words), "{words}");
    }
    assert!(!desk.sees("https://lamps.example/help"), "the rest is folded");
    desk.click("More about this desk");
    for words in ["Keep the subject and the number as they are.", "Ask again after 72 hours at the earliest."] {
        assert!(desk.sees(words), "{words}");
    }
    desk.harness.get_by_label("Where this comes from").click();
    desk.settle();
    assert!(desk.sees("https://lamps.example/help"));
    desk.click("Not for this team (1)");
    desk.click("Write there instead: Any support by email");
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.destination, "any-support-email");
    desk.act(Action::Undo);
    let open = desk.app().state.open.as_ref().expect("open");
    assert_eq!((open.draft.destination.as_str(), open.profile.id.as_str()), ("lamps", "lamps"));
}

#[test]
fn a_desk_is_asked_again_when_it_makes_sense() {
    for (sent_at, early) in [("2026-11-17T10:00:00Z", true), ("2026-11-14T10:00:00Z", false)] {
        let home = home_with("lamps.toml", DESK);
        let drafts = Drafts::of(&Folders::below(home.path().to_owned()));
        let id = "20261114-100000-lamp".into();
        let draft = Draft { destination: "lamps".to_owned(), title: "The lamp hums".to_owned(), ..Draft::default() };
        drafts.save(&id, &draft).expect("kept");
        let status = Status { ticket: "L-7".to_owned(), handed_over_at: sent_at.to_owned(), ..Status::default() };
        drafts.save_status(&id, &status).expect("kept");
        let mut desk = Desk::at(home, SIZE, Theme::Light, Lang::En);
        assert_eq!(desk.sees("Too early to ask again before 20 Nov"), early);
        assert_eq!(desk.harness.query_by_label("Ask again: The lamp hums").is_some(), !early);
        if early {
            desk.act(Action::Open(id));
            desk.act(Action::Go(Section::Review));
            assert!(desk.sees("Too early to ask again before 20 Nov."));
            continue;
        }
        desk.click("Ask again: The lamp hums");
        assert!(desk.sees("Subject: L-7 The lamp hums"), "the question is ready");
        desk.harness.get_by_role_and_label(Role::Button, "Copy the question").click_accesskit();
        desk.settle();
        assert!(desk.sees("Copied"));
        desk.act(Action::Go(Section::Destination));
        assert!(desk.sees("One of your own was marked as sent in this time."));
        desk.act(Action::Sent(false));
        desk.act(Action::Ticket(String::new()));
        assert!(desk.sees("None of your own was marked as sent in this time."));
    }
}

#[test]
fn a_destination_is_read_again_while_the_window_is_open() {
    let mut desk =
        Desk::at(home_with("lamps.toml", &DESK.replace("wait_hours", "wait_horus")), SIZE, Theme::Light, Lang::En);
    assert!(desk.sees("One of your own destinations is not used:"));
    assert!(desk.sees("Did you mean “wait_hours”?"), "with the nearest name");
    let home = desk.home.path().to_owned();
    put(&home, "lamps.toml", DESK);
    desk.wait(|app| app.state.wrong_profiles.is_empty());
    assert!(!desk.sees("One of your own destinations is not used:"), "it stays until it is mended");
    desk.act(Action::New("lamps".to_owned()));
    let required = |app: &App| {
        let items = &app.state.open.as_ref().expect("open").report.items;
        items.iter().any(|item| item.field == "fields.model" && item.outcome == Outcome::MustFix)
    };
    assert!(!required(desk.app()));
    put(&home, "lamps.toml", &DESK.replace("max_chars = 12", "required = true"));
    desk.wait(required);
    desk.act(Action::Jump("fields.model".to_owned()));
    desk.harness.step();
    let field = desk.harness.get_by_role_and_label(Role::TextInput, "Model of the lamp");
    assert!(field.is_focused(), "the row of the checklist leads to the field");
}

#[test]
fn many_destinations_are_no_wall() {
    let home = tempfile::tempdir().expect("a home");
    for number in 1..=35 {
        let group = ["games", "systems", "developers", "services", "any"][number % 5];
        let text = DESK
            .replace("\"lamps\"", &format!("\"desk-{number:02}\""))
            .replace("Lamps and sons", &format!("Desk number {number}"))
            .replace("kind = \"form\"", &format!("kind = \"form\"\ngroup = \"{group}\""));
        put(home.path(), &format!("desk-{number:02}.toml"), &text);
    }
    let mut desk = Desk::at(home, SIZE, Theme::Light, Lang::En);
    let names: Vec<String> = desk.app().state.profiles.iter().map(|profile| profile.name.en.clone()).collect();
    let tiles = |desk: &Desk| {
        let is_tile = |name: &&String| desk.harness.query_all_by_label(name).next().is_some();
        names.iter().filter(is_tile).count()
    };
    assert_eq!(tiles(&desk), 9);
    assert!(desk.sees("Steam Support") && desk.sees("Any support by email"), "those that are asked for most");
    desk.click("Games");
    assert!(desk.sees("Desk number 5") && desk.sees("Steam Support") && !desk.sees("Desk number 6"));
    desk.click("All");
    assert_eq!(tiles(&desk), names.len());
    desk.write("Search a service, a game or a project", "number 17");
    assert_eq!(tiles(&desk), 1);
    desk.click("Desk number 17");
    desk.act(Action::Go(Section::Problem));
    desk.write("Title", "The lamp hums");
    desk.act(Action::Home);
    assert_eq!(tiles(&desk), 9);
    assert!(desk.sees("Desk number 17"), "what was used last comes first");
}

/// Draws every page in both themes and languages and at two sizes, whatever is in it: no panic, no missing glyph, no
/// input without a name (the harness sees to the last two). The pictures are in `target/pictures`.
#[test]
fn every_page_is_drawn_in_both_themes_and_languages() {
    for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for lang in Lang::ALL {
            for size in [SIZE, [800.0, 560.0]] {
                pages(theme, look, lang, size);
            }
        }
    }
}

fn pages(theme: Theme, look: &str, lang: Lang, size: [f32; 2]) {
    let mut desk = Desk::new(size, theme, lang);
    let name = |page: &str| format!("{page}-{look}-{}-{}", lang.code(), size[0]);
    desk.app().state.computer = Some((computer(), KnownTerms::default()));
    shot(&mut desk.harness, &name("1-start"));
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    for (index, section) in Section::ALL.into_iter().enumerate() {
        let page = format!("{}-{section:?}", index + 2).to_lowercase();
        desk.act(Action::Go(section));
        let open = desk.app().state.open.as_mut().expect("an incident");
        let before = open.draft.clone();
        if section == Section::Problem {
            open.draft
                .description
                .push_str("\nAlso, my voice chat has been too quiet since last week, teammates cannot hear me.");
            desk.settle();
        }
        shot(&mut desk.harness, &name(&page));
        desk.app().state.open.as_mut().expect("an incident").draft = before;
        desk.settle();
    }
}

/// A computer as players have it.
fn computer() -> Facts {
    let display = |width, height, refresh_hz, primary| Display {
        width,
        height,
        refresh_hz: Some(refresh_hz),
        scale: None,
        primary,
    };
    let disk = |mount: &str, total_bytes, free_bytes, kind| Disk {
        mount: mount.to_owned(),
        total_bytes,
        free_bytes,
        kind: Some(kind),
    };
    Facts {
        os: Some(Os {
            name: "Windows 11 Pro 24H2".to_owned(),
            build: "26100.2454".to_owned(),
            arch: "x86_64".to_owned(),
            session: String::new(),
        }),
        cpu: Some(Cpu { model: "AMD Ryzen 7 5800X3D".to_owned(), cores: Some(8), threads: 16, mhz: Some(3_400) }),
        gpus: vec![Gpu {
            name: "NVIDIA GeForce RTX 4070".to_owned(),
            driver: Some("572.83".to_owned()),
            vram_bytes: Some(12 << 30),
        }],
        memory: Some(Memory { total_bytes: 32 << 30, available_bytes: 22_978_000_000 }),
        displays: vec![display(2560, 1440, 165.0, true), display(1920, 1080, 60.0, false)],
        disks: vec![
            disk("C:", 999_000_000_000, 212_000_000_000, DiskKind::Ssd),
            disk("D:", 1_800_000_000_000, 640_000_000_000, DiskKind::Hdd),
        ],
        ..Facts::default()
    }
}

#[test]
fn a_projects_issue_form_is_loaded_and_filled() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    let form = "name: Bug report\ndescription: Report a bug\nbody:\n- type: markdown\n  attributes: {value: Thank you!}\n\
        - type: dropdown\n  id: system\n  attributes: {label: System, options: [Linux, Windows], default: 1}\n\
        - type: checkboxes\n  id: terms\n  attributes:\n    label: Terms\n    options:\n    - label: I searched\n      required: true\n\
        \x20   - label: I can help\n- type: textarea\n  attributes: {label: Describe the bug}\n";
    let path = desk.home.path().join("bug_report.yml");
    casefile::platform::replace(&path, form.as_bytes()).expect("written");
    desk.click("Load a project’s issue form…");
    desk.write("Repository", "me/tool");
    desk.act(Action::Attach(vec![path]));
    let profile = desk.app().state.open.as_ref().expect("an incident for it").profile.clone();
    assert_eq!(profile.id, "tool-bug-report");
    shot(&mut desk.harness, "issue-form-light");
    assert!(desk.sees("Thank you!"), "the form's words are there");
    desk.harness.get_by_role_and_label(Role::CheckBox, "I searched (required)").click();
    desk.settle();
    let terms = desk.app().state.open.as_ref().expect("open").draft.fields.get("terms").cloned();
    assert_eq!(terms, Some(FieldValue::Many(vec!["I searched".to_owned()])));
}

#[test]
fn a_form_that_github_would_not_show_is_explained() {
    let mut desk = Desk::new(SIZE, Theme::Dark, Lang::Ru);
    let path = desk.home.path().join("bug_report.yml");
    let form = "name: a\ndescription: b\nbody:\n- type: select\n  attributes: {label: Система}\n";
    casefile::platform::replace(&path, form.as_bytes()).expect("written");
    desk.act(Action::ImportForm(path));
    assert!(desk.app().state.open.is_none());
    assert!(desk.sees("body[0] “Система”") && desk.sees("строка 4"));
    shot(&mut desk.harness, "start-issue-form-dark");
}
