//! What is known of a desk, and destinations of the user’s own.

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::App;
use casefile::gui::action::Action;
use casefile::gui::action::Section;
use casefile::model::Draft;
use casefile::model::HelpOutcome;
use casefile::model::Lang;
use casefile::model::Outcome;
use casefile::platform::Folders;
use casefile::store::Drafts;
use casefile::store::Status;
use eframe::egui::Key;
use eframe::egui::Modifiers;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;
use std::path::Path;

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
