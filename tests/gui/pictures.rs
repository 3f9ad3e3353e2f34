//! Pictures: drawing on them by name and by keyboard, in both languages, and what leaves.

use crate::desk::{Desk, SIZE};
use crate::support;
use casefile::gui::action::{Action, Section};
use casefile::model::{EvidenceItem, Lang, MarkShape};
use eframe::egui::{Key, Modifiers, Pos2, Role, Theme, pos2};
use egui_kittest::kittest::{NodeT, Queryable};

/// A desk with one picture of 800 × 500 pixels, on the page of screenshots.
fn desk(lang: Lang) -> Desk {
    let mut desk = Desk::new(SIZE, Theme::Light, lang);
    desk.click(if lang == Lang::Ru { "Любая поддержка по почте" } else { "Any support by email" });
    let path = desk.home.path().join("shot.png");
    image::RgbImage::from_fn(800, 500, |x, y| image::Rgb([(x / 4) as u8, (y / 2) as u8, 120]))
        .save(&path)
        .expect("a picture");
    desk.act(Action::Attach(vec![path]));
    desk.act(Action::Go(Section::Screenshots));
    desk
}

fn item(desk: &mut Desk) -> EvidenceItem {
    desk.app().state.open.as_ref().expect("open").draft.evidence[0].clone()
}

/// The place on the screen of a pixel of the picture.
fn place(desk: &Desk, x: f32, y: f32) -> Pos2 {
    let rect = desk.harness.get_by_role(Role::Image).rect();
    let scale = (rect.width() / 800.0).min(rect.height() / 500.0);
    let left = rect.left() + (rect.width() - 800.0 * scale) / 2.0;
    pos2(left + x * scale, rect.top() + y * scale)
}

fn drag(desk: &mut Desk, from: [f32; 2], to: [f32; 2]) {
    let (from, to) = (place(desk, from[0], from[1]), place(desk, to[0], to[1]));
    desk.harness.drag_at(from);
    desk.harness.step();
    desk.harness.hover_at(from.lerp(to, 0.5));
    desk.harness.step();
    desk.harness.hover_at(to);
    desk.harness.step();
    desk.harness.drop_at(to);
    desk.settle();
}

fn press(desk: &mut Desk, keys: &[(Modifiers, Key)]) {
    for (modifiers, key) in keys {
        desk.harness.key_press_modifiers(*modifiers, *key);
        desk.harness.step();
    }
    desk.settle();
}

fn near(found: [i32; 2], wanted: [i32; 2]) -> bool {
    found[0].abs_diff(wanted[0]) <= 2 && found[1].abs_diff(wanted[1]) <= 2
}

#[test]
fn every_tool_draws_by_pointer_and_undo_takes_one_at_a_time() {
    let mut desk = desk(Lang::En);
    let tools = ["Rectangle (R)", "Arrow (A)", "Draw by hand (P)", "Highlight (H)", "Hide (B)", "Crop (C)"];
    for (at, tool) in tools.into_iter().enumerate() {
        desk.click(tool);
        let x = 60.0 + 100.0 * at as f32;
        drag(&mut desk, [x, 80.0], [x + 70.0, 160.0]);
    }
    let drawn = item(&mut desk);
    let shapes: Vec<_> = drawn.marks.iter().map(|mark| mark.shape).collect();
    assert_eq!(shapes, [MarkShape::Rectangle, MarkShape::Arrow, MarkShape::Pen, MarkShape::Highlight]);
    assert!(
        near(drawn.marks[0].points[0], [60, 80]) && near(drawn.marks[0].points[1], [130, 160]),
        "{:?}",
        drawn.marks[0]
    );
    assert!(drawn.hide.len() == 1 && drawn.crop.is_some());
    for left in (0..6).rev() {
        desk.act(Action::Undo);
        let item = item(&mut desk);
        assert_eq!(item.marks.len() + item.hide.len() + usize::from(item.crop.is_some()), left);
    }
}

#[test]
fn what_is_chosen_is_moved_resized_and_removed_by_pointer() {
    let mut desk = desk(Lang::En);
    drag(&mut desk, [100.0, 100.0], [300.0, 200.0]);
    desk.click("Select and move (V)");
    drag(&mut desk, [200.0, 100.0], [250.0, 150.0]);
    let moved = item(&mut desk).marks[0].points.clone();
    assert!(near(moved[0], [150, 150]) && near(moved[1], [350, 250]), "{moved:?}");
    drag(&mut desk, [350.0, 250.0], [400.0, 300.0]);
    let resized = item(&mut desk).marks[0].points.clone();
    assert!(near(resized[0], [150, 150]) && near(resized[1], [400, 300]), "{resized:?}");
    for style in ["Blue", "Thick"] {
        desk.harness.get_by_role_and_label(Role::RadioButton, style).click();
        desk.settle();
    }
    support::shot(&mut desk.harness, "editor");
    let styled = item(&mut desk).marks[0].clone();
    assert_eq!((styled.ink.id(), styled.line.id()), ("blue", "thick"));
    press(&mut desk, &[(Modifiers::NONE, Key::Delete)]);
    assert!(item(&mut desk).marks.is_empty());
}

#[test]
fn the_keyboard_alone_draws_moves_and_removes() {
    let mut desk = desk(Lang::Ru);
    desk.harness.get_by_role(Role::Image).focus();
    desk.harness.step();
    let none = Modifiers::NONE;
    press(&mut desk, &[(none, Key::R), (none, Key::Enter)]);
    let first = item(&mut desk).marks[0].points.clone();
    press(&mut desk, &[(none, Key::ArrowRight), (Modifiers::SHIFT, Key::ArrowDown), (Modifiers::ALT, Key::ArrowRight)]);
    let moved = item(&mut desk).marks[0].points.clone();
    assert_eq!(moved[0], [first[0][0] + 1, first[0][1] + 10]);
    assert_eq!(moved[1], [first[1][0] + 2, first[1][1] + 10]);
    press(&mut desk, &[(none, Key::Escape), (none, Key::B), (none, Key::Enter)]);
    assert_eq!(item(&mut desk).hide.len(), 1);
    assert!(desk.sees("Выбрано: скрытое место, 1 из 2."));
    press(&mut desk, &[(none, Key::Tab)]);
    assert!(desk.sees("Выбрано: прямоугольник, 2 из 2."));
    press(&mut desk, &[(Modifiers::SHIFT, Key::Tab)]);
    assert!(desk.sees("Выбрано: скрытое место, 1 из 2."));
    press(&mut desk, &[(none, Key::Delete)]);
    assert!(item(&mut desk).hide.is_empty());
    let is_focused = |desk: &Desk| desk.harness.get_by_role(Role::Image).accesskit_node().is_focused();
    press(&mut desk, &[(none, Key::Tab)]);
    assert!(is_focused(&desk), "Tab finds the rectangle first");
    press(&mut desk, &[(none, Key::Tab)]);
    assert!(!is_focused(&desk), "and goes on after the last thing");
}

#[test]
fn markers_ask_for_words_and_become_steps() {
    for (lang, tool, field, button) in [
        (Lang::En, "Numbered marker (N)", "What happens at", "Make steps of the 2 markers"),
        (Lang::Ru, "Номер (N)", "Что происходит у номера", "Сделать шаги из 2 номеров"),
    ] {
        let mut desk = desk(lang);
        desk.click(tool);
        for (number, x, words) in [(1, 200.0, "Click Play"), (2, 500.0, "Нажать «ОК»")] {
            let at = place(&desk, x, 250.0);
            desk.harness.hover_at(at);
            desk.harness.step();
            desk.harness.drag_at(at);
            desk.harness.step();
            desk.harness.drop_at(at);
            desk.settle();
            desk.write(&format!("{field} {number}"), words);
        }
        assert_eq!(item(&mut desk).marks.iter().map(|mark| mark.number).collect::<Vec<_>>(), [Some(1), Some(2)]);
        desk.click(button);
        let draft = desk.app().state.open.as_ref().expect("open").draft.clone();
        assert_eq!(draft.steps, ["Click Play", "Нажать «ОК»"]);
        assert_eq!(draft.evidence[0].step, Some(1));
    }
}
