//! The keyboard on the picture: everything that the pointer can do.

use eframe::egui::{EventFilter, InputState, Key, Modifiers, Ui};

use super::scene::{self, Thing};
use super::{Editor, Tool, commit, pointer, remove, style};
use crate::gui::state::{Open, State};
use crate::gui::widgets::Canvas;
use crate::model::MarkShape;

/// How far Shift with an arrow key moves, in pixels.
const FAR: i32 = 10;

/// Takes what was pressed in this frame, while the picture or nothing else has the keyboard.
pub fn work(state: &mut State, open: &mut Open, index: usize, editor: &mut Editor, canvas: &Canvas, ui: &Ui) {
    let focused = ui.memory(eframe::egui::Memory::focused);
    let ours = focused == Some(canvas.response.id);
    if ui.any_popup_open() || (focused.is_some() && !ours) {
        return;
    }
    for tool in Tool::ALL {
        if pressed(ui, Modifiers::NONE, tool.face().2) {
            (editor.tool, editor.drag) = (tool, None);
        }
    }
    for (key, by) in [(Key::Plus, 1.25), (Key::Equals, 1.25), (Key::Minus, 0.8), (Key::Num0, 0.0)] {
        if pressed(ui, Modifiers::NONE, key) {
            editor.enlarge(by);
        }
    }
    if pressed(ui, Modifiers::NONE, Key::Delete) || pressed(ui, Modifiers::NONE, Key::Backspace) {
        remove(open, index, editor);
    }
    if ours {
        walk(open, index, editor, canvas, ui);
        arrows(open, index, editor, canvas, ui);
        if pressed(ui, Modifiers::NONE, Key::Enter) {
            enter(state, open, index, editor, canvas);
        }
        if pressed(ui, Modifiers::NONE, Key::Escape) {
            escape(editor, canvas);
        }
    }
}

fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input: &mut InputState| {
        let exactly = input.modifiers.matches_exact(modifiers);
        exactly && input.consume_key(modifiers, key)
    })
}

/// Tab goes from thing to thing, and from the last one on to what comes after the picture.
fn walk(open: &Open, index: usize, editor: &mut Editor, canvas: &Canvas, ui: &Ui) {
    let Some(item) = open.draft.evidence.get(index) else { return };
    let things = scene::things(item);
    let place = |editor: &Editor| editor.chosen.and_then(|chosen| things.iter().position(|thing| *thing == chosen));
    let next = |editor: &Editor| things.get(place(editor).map_or(0, |place| place + 1)).copied();
    let before = |editor: &Editor| place(editor).and_then(|place| things.get(place.checked_sub(1)?).copied());
    if let Some(thing) = next(editor)
        && pressed(ui, Modifiers::NONE, Key::Tab)
    {
        editor.chosen = Some(thing);
    }
    if let Some(thing) = before(editor)
        && pressed(ui, Modifiers::SHIFT, Key::Tab)
    {
        editor.chosen = Some(thing);
    }
    let back = ui.input(|input| input.modifiers.shift);
    let tab = if back { before(editor).is_some() } else { next(editor).is_some() };
    let keep = EventFilter { tab, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(canvas.response.id, keep));
}

/// Arrows move what is chosen, with Alt they resize it; without anything chosen they move the view.
fn arrows(open: &mut Open, index: usize, editor: &mut Editor, canvas: &Canvas, ui: &Ui) {
    let directions =
        [(Key::ArrowLeft, [-1, 0]), (Key::ArrowRight, [1, 0]), (Key::ArrowUp, [0, -1]), (Key::ArrowDown, [0, 1])];
    for (key, [x, y]) in directions {
        for (modifiers, far, resizes) in [
            (Modifiers::NONE, 1, false),
            (Modifiers::SHIFT, FAR, false),
            (Modifiers::ALT, 1, true),
            (Modifiers::ALT | Modifiers::SHIFT, FAR, true),
        ] {
            if !pressed(ui, modifiers, key) {
                continue;
            }
            let by = [x * far, y * far];
            match (editor.chosen, resizes) {
                (Some(thing), false) => commit(open, index, |item| scene::shift(item, thing, by, canvas.picture)),
                (Some(thing), true) => commit(open, index, |item| {
                    let last = if scene::handles(item, thing).len() == 2 { 1 } else { 2 };
                    if let Some([_, end]) = scene::corners(item, thing) {
                        let to = [end[0] + by[0], end[1] + by[1]];
                        scene::resize(item, thing, last, to, canvas.picture);
                    }
                }),
                (None, _) => {
                    let share = 0.1 / editor.zoom;
                    editor.middle = [
                        (editor.middle[0] + x as f32 * share).clamp(0.0, 1.0),
                        (editor.middle[1] + y as f32 * share).clamp(0.0, 1.0),
                    ];
                }
            }
        }
    }
}

/// Writes on what has words; else draws with the tool in use in the middle of what is seen.
fn enter(state: &mut State, open: &mut Open, index: usize, editor: &mut Editor, canvas: &Canvas) {
    let has_words = |thing: Thing| {
        let item = open.draft.evidence.get(index)?;
        let Thing::Mark(at) = thing else { return None };
        item.marks.get(at).filter(|mark| matches!(mark.shape, MarkShape::Text | MarkShape::Number))
    };
    if editor.tool == Tool::Select || editor.chosen.and_then(has_words).is_some() {
        if editor.chosen.and_then(has_words).is_some() {
            state.local.focus = Some(style::WORDS.to_owned());
        }
        return;
    }
    let seen = canvas.seen();
    let corner = |share: f32| canvas.point(seen.min + seen.size() * share).map(|value| value as i32);
    pointer::draw(state, open, index, editor, &[corner(0.375), corner(0.625)]);
}

/// Gives up the drag, then the choice, then the tool, then the keyboard.
fn escape(editor: &mut Editor, canvas: &Canvas) {
    if editor.drag.take().is_some() || editor.chosen.take().is_some() {
        return;
    }
    if editor.tool == Tool::Select {
        canvas.response.surrender_focus();
    } else {
        editor.tool = Tool::Select;
    }
}
