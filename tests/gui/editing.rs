//! Writing: what is found in the text, where it is, how it is undone.

use std::time::Duration;

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::gui::action::Section;
use casefile::model::Lang;
use casefile::model::Outcome;
use eframe::egui::Key;
use eframe::egui::Modifiers;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::NodeT;
use egui_kittest::kittest::Queryable;

const RUDE: &str = "The game closes when a match loads. You idiots broke it.";

fn writing(title: &str, text: &str) -> Desk {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Steam Support");
    desk.act(Action::Go(Section::Problem));
    desk.write("Title", title);
    desk.write("What happens", text);
    desk
}

#[test]
fn words_are_found_in_every_field_from_the_keyboard() {
    for (lang, desk_name, title, bar) in [
        (Lang::En, "Any support by email", "Title", "Find in this incident"),
        (Lang::Ru, "Любая поддержка по почте", "Заголовок", "Найти в этом инциденте"),
    ] {
        let mut desk = Desk::new(SIZE, Theme::Light, lang);
        desk.click(desk_name);
        desk.act(Action::Go(Section::Problem));
        desk.write(title, "Ёлка Lamp");
        desk.app().state.open.as_mut().expect("open").draft.steps = vec!["a".into(), "the LAMP".into()];
        desk.settle();
        desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
        desk.settle();
        let search = desk.harness.get_by_role_and_label(Role::TextInput, bar);
        assert!(search.is_focused());
        search.type_text("lamp");
        desk.settle();
        assert!(desk.sees("0 of 2") || desk.sees("0 из 2"));
        desk.harness.key_press(Key::Enter);
        desk.settle();
        desk.harness.key_press(Key::F3);
        desk.settle();
        assert_eq!(desk.app().state.open.as_ref().expect("open").section, Section::Steps);
        let focused = desk.harness.get_all_by_role(Role::MultilineTextInput).find(egui_kittest::Node::is_focused);
        assert_eq!(focused.and_then(|node| node.accesskit_node().value()), Some("the LAMP".to_owned()));
        desk.harness.key_press_modifiers(Modifiers::SHIFT, Key::F3);
        desk.settle();
        assert_eq!(desk.app().state.open.as_ref().expect("open").section, Section::Problem, "and back");
    }
}

#[test]
fn the_next_open_point_is_one_key_away_and_its_words_are_selected() {
    let mut desk = writing("Game closes", RUDE);
    let open: Vec<String> = {
        let report = &desk.app().state.open.as_ref().expect("open").report;
        let is_open = |outcome| matches!(outcome, Outcome::MustFix | Outcome::Confirm);
        let mut open: Vec<_> = report.items.iter().filter(|item| is_open(item.outcome)).collect();
        open.sort_by_key(|item| item.outcome != Outcome::MustFix);
        open.into_iter().map(|item| item.check.clone()).collect()
    };
    assert!(open.len() > 2, "{open:?}");
    for check in open.iter().chain(open.first()) {
        desk.harness.key_press(Key::F8);
        desk.settle();
        assert_eq!(desk.app().state.local.point.as_ref(), Some(check));
    }
    desk.harness.key_press_modifiers(Modifiers::SHIFT, Key::F8);
    desk.settle();
    assert_eq!(desk.app().state.local.point.as_ref(), open.last());
}

#[test]
fn a_finding_is_read_where_the_cursor_is() {
    let mut desk = writing("Game closes", RUDE);
    let item = {
        let report = &desk.app().state.open.as_ref().expect("open").report;
        report.items.iter().find(|item| item.spans.iter().any(|span| span.field == "description")).cloned()
    };
    let item = item.expect("something in the text is found");
    desk.act(Action::ShowPoint(item.check));
    desk.harness.step();
    let field = desk.harness.get_by_role_and_label(Role::MultilineTextInput, "What happens");
    assert!(field.is_focused());
    let told = field.accesskit_node().description().unwrap_or_default();
    assert!(told.contains(&item.title), "a screen reader hears it with the field: {told}");
    assert!(desk.sees(&format!("{}. {}", item.title, item.message)), "and it stands beside the words");
}

#[test]
fn rows_of_the_checklist_stay_while_one_types() {
    let mut desk = writing("Game closes", RUDE);
    let group = |desk: &mut Desk| {
        let open = desk.app().state.open.as_ref().expect("open");
        let found = open.grouped(Outcome::Pass).any(|item| item.check == "started");
        (found, open.report.items.iter().find(|item| item.check == "started").map(|item| item.outcome))
    };
    let (before, _) = group(&mut desk);
    assert!(!before);
    desk.harness.get_by_role_and_label(Role::TextInput, "Since when").focus();
    desk.harness.step();
    desk.harness.get_by_role_and_label(Role::TextInput, "Since when").type_text("18 Nov 2026, after the update");
    // Frames of a quarter of a second: the check has run, in a job of its own, the pause is not over.
    for _ in 0..4 {
        desk.harness.step();
        std::thread::sleep(Duration::from_millis(100));
    }
    let (moved, outcome) = group(&mut desk);
    assert_eq!(outcome, Some(Outcome::Pass), "the row itself is up to date");
    assert!(!moved, "and stands where it was");
    for _ in 0..8 {
        desk.harness.step();
    }
    assert!(group(&mut desk).0, "after the pause it moves");
}

#[test]
fn why_a_point_is_asked_for_is_shown_with_its_source() {
    let mut desk = writing("", "x");
    let (title, why) = {
        let open = desk.app().state.open.as_ref().expect("open");
        let item = open.grouped(Outcome::MustFix).next().expect("something blocks");
        (item.title.clone(), item.why.clone())
    };
    desk.harness.get_by_role_and_label(Role::Button, &format!("Why: {title}")).click_accesskit();
    desk.settle();
    assert!(desk.sees(&why));
    let source = desk.app().state.open.as_ref().expect("open").profile.sources[0].clone();
    assert!(desk.sees(&source));
}

#[test]
fn undo_in_a_field_that_is_no_part_of_the_incident_stays_there() {
    let mut desk = writing("Game closes", "It closes when a match loads.");
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    desk.settle();
    desk.harness.get_by_role_and_label(Role::TextInput, "Find in this incident").type_text("abc");
    desk.settle();
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.settle();
    let draft = &desk.app().state.open.as_ref().expect("open").draft;
    assert_eq!(draft.description, "It closes when a match loads.", "the incident is as it was");
}

#[test]
fn a_pasted_list_becomes_steps_and_undo_takes_it_back() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    desk.act(Action::Go(Section::Steps));
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Step 1").focus();
    desk.harness.step();
    desk.harness.event(eframe::egui::Event::Paste("1. Start it\n2. Press Play\n3. Wait".to_owned()));
    desk.settle();
    let steps = |desk: &mut Desk| desk.app().state.open.as_ref().expect("open").draft.steps.clone();
    assert_eq!(steps(&mut desk), ["Start it", "Press Play", "Wait"]);
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Step 3").focus();
    desk.harness.step();
    desk.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    desk.settle();
    assert_eq!(steps(&mut desk), ["Start it", "Wait", "Press Play"]);
    assert!(
        desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Step 2").is_focused(),
        "the cursor goes along"
    );
    desk.act(Action::Undo);
    desk.act(Action::Undo);
    assert!(steps(&mut desk).len() < 2, "{:?}", steps(&mut desk));
}

#[test]
fn a_step_is_dragged_to_its_place() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    desk.act(Action::Go(Section::Steps));
    desk.app().state.open.as_mut().expect("open").draft.steps = vec!["one".into(), "two".into(), "three".into()];
    desk.settle();
    let at = |desk: &Desk, name: &str| desk.harness.get_by_label(name).rect().center();
    let (from, to) = (at(&desk, "Move step 1"), at(&desk, "Move step 3"));
    desk.harness.drag_at(from);
    desk.harness.step();
    desk.harness.hover_at(to);
    desk.harness.step();
    desk.harness.drop_at(to + eframe::egui::vec2(0.0, 6.0));
    desk.settle();
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.steps, ["two", "three", "one"]);
}
