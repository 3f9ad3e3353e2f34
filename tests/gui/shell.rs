//! What stands around the incidents: settings, about, the choice of an incident, other windows, how the last one ended.

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::gui::action::Screen;
use casefile::model::Draft;
use casefile::model::Lang;
use casefile::platform::Claim;
use casefile::platform::Folders;
use casefile::platform::LastEnd;
use casefile::platform::claim;
use casefile::store::Drafts;
use casefile::store::Settings;
use casefile::store::ThemeChoice;
use eframe::egui::Key;
use eframe::egui::Modifiers;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;
use std::time::Duration;

fn settings(desk: &Desk) -> Settings {
    Settings::load(&Folders::below(desk.home.path().to_owned()))
}

/// Puts the keyboard on a choice.
fn reach(desk: &mut Desk, name: &str) {
    desk.harness.get_by_role_and_label(Role::ComboBox, name).focus();
    desk.harness.step();
    desk.harness.step();
}

#[test]
fn settings_do_what_they_say_and_are_kept() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    desk.settle();
    reach(&mut desk, "Language");
    for _ in 0..2 {
        desk.harness.key_press(Key::ArrowDown);
        desk.settle();
    }
    assert!(desk.sees("Настройки"), "the language changes at once");
    reach(&mut desk, "Тема");
    desk.harness.key_press(Key::ArrowDown);
    desk.settle();
    reach(&mut desk, "Размер интерфейса");
    desk.harness.key_press(Key::ArrowDown);
    desk.settle();
    desk.harness.get_by_role_and_label(Role::CheckBox, "Меньше движения: ничего не скользит и не мигает").click();
    desk.settle();
    desk.write("Почта", "me@example.org");
    desk.write("Куда сохранять пакеты", "/tmp/Отчёты");
    let kept = settings(&desk);
    assert_eq!((kept.language, kept.theme, kept.scale.percent()), (Some(Lang::Ru), ThemeChoice::Dark, 110));
    assert!(kept.reduced_motion);
    assert_eq!(kept.exports, Some("/tmp/Отчёты".into()));
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    desk.settle();
    assert_eq!(settings(&desk).scale.percent(), 100);
    desk.click("Назад");
    desk.click("Любая поддержка по почте");
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.contact.email, "me@example.org");
    desk.act(Action::Home);
    assert!(desk.app().state.incidents.is_empty(), "nothing was entered, so nothing stays");
}

#[test]
fn what_this_is_and_whose_work_is_in_it() {
    for (lang, libraries, back) in [(Lang::En, "libraries in Rust", "Back"), (Lang::Ru, "библиотек", "Назад")]
    {
        let mut desk = Desk::new(SIZE, Theme::Light, lang);
        desk.act(Action::Show(Screen::About));
        assert!(desk.sees(env!("CARGO_PKG_VERSION")) && desk.sees(libraries));
        desk.click("Inter");
        assert!(
            desk.harness.query_all_by_label_contains("SIL Open Font License").next().is_some() || desk.sees("Inter")
        );
        desk.click(back);
        assert!(desk.app().state.screen.is_none());
        desk.act(Action::Show(Screen::About));
        desk.harness.key_press(Key::Escape);
        desk.settle();
        assert!(desk.app().state.screen.is_none(), "Escape leaves it too");
    }
}

#[test]
fn an_incident_is_chosen_by_its_name() {
    let home = tempfile::tempdir().expect("a home");
    let drafts = Drafts::of(&Folders::below(home.path().to_owned()));
    for number in 1..=60 {
        let draft = Draft {
            destination: "steam-support".to_owned(),
            title: format!("Report number {number}"),
            ..Draft::default()
        };
        drafts.save(&format!("20261118-1000{number:02}-abcd").as_str().into(), &draft).expect("kept");
    }
    let mut desk = Desk::at(home, SIZE, Theme::Light, Lang::En);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    desk.settle();
    let search = desk.harness.get_by_role_and_label(Role::TextInput, "Search your incidents");
    assert!(search.is_focused(), "one can type at once");
    search.type_text("number 47");
    desk.settle();
    desk.harness.key_press(Key::Enter);
    desk.settle();
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.title, "Report number 47");
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    desk.settle();
    desk.harness.key_press(Key::Escape);
    desk.settle();
    assert!(!desk.sees("Enter opens the first one."));
}

#[test]
fn the_file_of_a_second_window_is_opened_in_the_first() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    let Claim::First(instance, None) = claim(desk.home.path()) else { panic!("nobody else is here") };
    desk.app().state.inbox = Some(instance.inbox());
    desk.settle();
    let Claim::Another(door) = claim(desk.home.path()) else { panic!("the first one lives") };
    let file = std::path::absolute("examples/dota2-crash.toml").expect("a path");
    let other = casefile::job::Job::spawn(|| {}, move |_| door.hand(&[file], Duration::from_mins(1)));
    desk.wait(|app| app.state.open.is_some());
    assert!(other.wait().expect("no panic").expect("written"), "and the second one knows it and ends");
    assert!(desk.app().state.open.as_ref().expect("open").draft.title.starts_with("Dota 2"));
}

#[test]
fn how_the_last_window_ended_is_said_in_one_sentence_until_it_was_read() {
    for (last, words) in [
        (LastEnd::Killed, "Casefile was ended before it closed."),
        (LastEnd::Crashed("/tmp/crashes/20261118.txt".into()), "stays on this computer: /tmp/crashes/20261118.txt"),
        (LastEnd::Opening("glow".to_owned()), "It draws in another way now."),
    ] {
        let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
        desk.app().state.last_end = Some(last);
        desk.settle();
        assert!(desk.sees(words), "{words}");
        desk.click("Close");
        assert!(!desk.sees(words));
    }
}
