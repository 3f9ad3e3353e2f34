//! Without a mouse and without seeing: everything has a name and is reached with Tab, in the order it is read in.

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::gui::action::Screen;
use casefile::gui::action::Section;
use casefile::model::Lang;
use eframe::egui::Key;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::NodeT;
use std::collections::BTreeMap;

/// Roles that can be acted on.
const ACTED_ON: [Role; 11] = [
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::ComboBox,
    Role::Link,
    Role::Tab,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::SearchInput,
    Role::MenuItem,
    Role::Slider,
];

/// Everything that can be acted on now: by its node, what it is and what it is called.
fn things(desk: &Desk) -> BTreeMap<u64, String> {
    let root = desk.harness.root();
    let mut found = BTreeMap::new();
    for node in root.children_recursive() {
        let node = node.accesskit_node();
        if ACTED_ON.contains(&node.role()) && !node.is_disabled() && !node.is_hidden() {
            let name = node.label().unwrap_or_default();
            found.insert(id(&node), format!("{:?} “{name}”", node.role()));
        }
    }
    found
}

fn id(node: &egui_kittest::kittest::AccessKitNode) -> u64 {
    node.locate().0.0
}

/// What has the keyboard.
fn focused(desk: &Desk) -> Option<u64> {
    let root = desk.harness.root();
    root.children_recursive().find(|node| node.accesskit_node().is_focused()).map(|node| id(&node.accesskit_node()))
}

/// Goes once round with Tab.
fn tab_round(desk: &mut Desk, most: usize) -> Vec<u64> {
    let mut order: Vec<u64> = Vec::new();
    for _ in 0..most {
        desk.harness.key_press(Key::Tab);
        desk.harness.step();
        desk.harness.step();
        if let Some(at) = focused(desk) {
            if order.first() == Some(&at) {
                break;
            }
            order.push(at);
        }
    }
    order
}

fn assert_reached(desk: &mut Desk, page: &str) {
    let all = things(desk);
    let nameless: Vec<_> = all.values().filter(|thing| thing.ends_with("“”")).collect();
    assert!(nameless.is_empty(), "{page}: without a name: {nameless:?}");
    let order = tab_round(desk, 3 * all.len() + 20);
    let missed: Vec<_> = all.iter().filter(|(id, _)| !order.contains(id)).map(|(_, thing)| thing).collect();
    assert!(missed.is_empty(), "{page}: Tab does not reach {missed:#?}");
}

#[test]
fn everything_has_a_name_and_is_reached_with_tab() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    assert_reached(&mut desk, "start");
    for screen in [Screen::Settings, Screen::About] {
        desk.act(Action::Show(screen));
        assert_reached(&mut desk, &format!("{screen:?}"));
    }
    desk.act(Action::Back);
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    for section in Section::ALL {
        desk.act(Action::Go(section));
        assert_reached(&mut desk, &format!("{section:?}"));
    }
}

#[test]
fn in_a_small_window_too() {
    let mut desk = Desk::new([720.0, 520.0], Theme::Dark, Lang::Ru);
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    for section in Section::ALL {
        desk.act(Action::Go(section));
        assert_reached(&mut desk, &format!("{section:?}"));
    }
}

#[test]
fn what_has_the_keyboard_is_seen() {
    let mut desk = Desk::new([1100.0, 520.0], Theme::Light, Lang::En);
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    desk.act(Action::Go(Section::Problem));
    for _ in 0..40 {
        desk.harness.key_press(Key::Tab);
        for _ in 0..4 {
            desk.harness.step();
        }
        let root = desk.harness.root();
        let Some(node) = root.children_recursive().find(|node| node.accesskit_node().is_focused()) else { continue };
        let rect = node.rect();
        assert!(
            rect.bottom() > 0.0 && rect.top() < 520.0,
            "{:?} {:?} at {rect:?}",
            node.accesskit_node().role(),
            node.accesskit_node().label()
        );
    }
}

#[test]
fn tab_goes_in_the_order_of_reading() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    desk.act(Action::Go(Section::Problem));
    let all = things(&desk);
    let order = tab_round(&mut desk, 200);
    let names: Vec<&str> = order.iter().filter_map(|id| all.get(id)).map(String::as_str).collect();
    let at = |name: &str| names.iter().position(|thing| thing.ends_with(&format!("“{name}”"))).expect(name);
    let fields = [
        "Title",
        "What happens",
        "Exact error text",
        "Only under some conditions?",
        "Since when",
        "How often",
        "What you have tried",
    ];
    let places: Vec<usize> = fields.iter().map(|field| at(field)).collect();
    assert!(places.is_sorted(), "{names:#?}");
    assert!(at("Choose an incident") < at("Problem") && at("Problem") < at("Title"), "bar, sections, page: {names:#?}");
    assert!(at("Title") < at("Export bundle"), "then the checklist: {names:#?}");
}

#[test]
fn a_dialog_keeps_the_keyboard_to_itself() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    desk.harness.key_press(Key::F1);
    desk.settle();
    let all = things(&desk);
    let order = tab_round(&mut desk, 60);
    let names: Vec<&String> = order.iter().filter_map(|id| all.get(id)).collect();
    assert!(names.iter().any(|name| name.ends_with("“Close”")), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with("“Title”")), "what lies under it is out of reach: {names:?}");
}
