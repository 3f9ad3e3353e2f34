//! What people do from beginning to end.

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::gui::action::Section;
use casefile::model::FieldValue;
use casefile::model::Lang;
use casefile::model::Outcome;
use casefile::platform::Folders;
use casefile::store::Drafts;
use eframe::egui::Key;
use eframe::egui::Modifiers;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::NodeT;
use egui_kittest::kittest::Queryable;
use std::time::Duration;

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
fn files_that_come_before_a_destination_wait_for_it() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    let files = ["examples/evidence/dota2-console.log", "examples/evidence/order-page.png"];
    desk.act(Action::TakeIn(files.map(Into::into).to_vec()));
    assert!(desk.app().state.open.is_none());
    desk.harness.get_by_label_contains("2 files wait");
    desk.click("Any support by email");
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.evidence.len(), 2);
    // What is handed over later joins them; an incident file opens.
    desk.act(Action::TakeIn(vec!["examples/evidence/dota2-crash-moment.png".into()]));
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.evidence.len(), 3);
    desk.act(Action::TakeIn(vec!["examples/dota2-crash.toml".into()]));
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.destination, "steam-support");
}

#[test]
fn an_empty_page_waits_for_its_first_words() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    assert!(desk.harness.get_by_role_and_label(Role::TextInput, "Title").is_focused());
    desk.act(Action::Go(Section::Steps));
    let first = |desk: &Desk| desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Step 1").is_focused();
    assert!(first(&desk));
    desk.write("Step 1", "Start the lamp");
    desk.act(Action::Go(Section::Problem));
    desk.act(Action::Go(Section::Steps));
    assert!(!first(&desk));
}

#[test]
fn advice_alone_is_no_tick() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Steam Support");
    let steps = |desk: &Desk| {
        desk.harness.get_by_role_and_label(Role::Tab, "Steps").accesskit_node().data().description().map(str::to_owned)
    };
    assert_eq!(steps(&desk), None);
    desk.act(Action::Go(Section::Steps));
    desk.write("Step 1", "Start the lamp");
    desk.write("Expected result", "It shines.");
    assert_eq!(steps(&desk).as_deref(), Some("done"));
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
fn the_help_opens_on_f1_and_closes_on_f1_and_escape() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    for closes in [Key::F1, Key::Escape] {
        desk.harness.key_press(Key::F1);
        desk.settle();
        assert!(desk.sees("Go to a section"));
        desk.harness.key_press(closes);
        desk.settle();
        assert!(!desk.sees("Go to a section"), "{closes:?}");
    }
}

#[test]
fn the_checklist_opens_whole_at_once_in_a_narrow_window() {
    let mut desk = Desk::new([800.0, 560.0], Theme::Light, Lang::En);
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    desk.act(Action::Go(Section::Review));
    desk.app().state.local.drawer = true;
    desk.settle();
    let page =
        |desk: &Desk| desk.harness.get_by_role_and_label(Role::Heading, "This is all they will see").rect().top();
    let first = page(&desk);
    for _ in 0..30 {
        desk.harness.step();
    }
    assert!((page(&desk) - first).abs() < 1.0, "it does not grow further: {first}, then {}", page(&desk));
    let export = desk.harness.get_by_role_and_label(Role::Button, "Export bundle").rect();
    assert!(export.bottom() < first, "its foot is above the page: {export}");
}
