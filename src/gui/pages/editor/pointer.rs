//! The pointer on the picture: draws, chooses, moves, resizes, and moves the view.

use eframe::egui::{PointerButton, Ui};

use super::scene::{self, Thing};
use super::{Editor, Tool, commit};
use crate::gui::state::{Open, State};
use crate::gui::widgets::Canvas;
use crate::model::{Area, EvidenceItem, MarkShape};

/// The least size of something that is drawn, in pixels of the picture.
const LEAST: u32 = 3;
/// How near the pointer must come, in points.
const REACH: f32 = 6.0;
/// Points of a line by hand at most.
const MOST_POINTS: usize = 4000;

/// What goes on between press and release.
pub enum Drag {
    /// Something new, through these points.
    New(Vec<[i32; 2]>),
    /// A thing is moved: from where, to where.
    Move(Thing, [i32; 2], [i32; 2]),
    /// One handle of a thing is pulled.
    Resize(Thing, usize, [i32; 2]),
    /// The view is moved.
    View,
}

/// Takes what the pointer did in this frame.
pub fn work(state: &mut State, open: &mut Open, index: usize, editor: &mut Editor, canvas: &Canvas, ui: &Ui) {
    view(editor, canvas, ui);
    let response = &canvas.response;
    let at = |place| inside(canvas, place);
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    if response.drag_started() {
        let pressed = ui.input(|input| input.pointer.press_origin()).or(response.interact_pointer_pos());
        let view = !ui.input(|input| input.pointer.button_down(PointerButton::Primary));
        editor.drag = pressed.and_then(|pressed| {
            if view { Some(Drag::View) } else { begin(open.draft.evidence.get(index)?, editor, canvas, pressed) }
        });
    }
    if let Some(to) = response.interact_pointer_pos() {
        match &mut editor.drag {
            Some(Drag::New(points)) => extend(points, at(to), editor.tool == Tool::Pen, canvas.scale),
            Some(Drag::Move(_, _, end) | Drag::Resize(_, _, end)) => *end = at(to),
            Some(Drag::View) => {
                let moved = ui.input(|input| input.pointer.delta()) / canvas.whole().size();
                editor.middle =
                    [(editor.middle[0] - moved.x).clamp(0.0, 1.0), (editor.middle[1] - moved.y).clamp(0.0, 1.0)];
                editor.moved_at = ui.input(|input| input.time);
            }
            None => {}
        }
    }
    if response.drag_stopped()
        && let Some(drag) = editor.drag.take()
    {
        end(state, open, index, editor, canvas, &drag);
    } else if response.clicked()
        && let Some(place) = response.interact_pointer_pos()
    {
        click(state, open, index, editor, canvas, at(place));
    }
}

/// The wheel moves a picture that is shown larger, with Ctrl it changes how large.
fn view(editor: &mut Editor, canvas: &Canvas, ui: &Ui) {
    if !canvas.response.hovered() {
        return;
    }
    let zoom = ui.input(eframe::egui::InputState::zoom_delta);
    if (zoom - 1.0).abs() > f32::EPSILON {
        let before = canvas.response.hover_pos().map(|pointer| canvas.point(pointer));
        editor.enlarge(zoom);
        if let Some(point) = before.filter(|_| editor.zoom > 1.0) {
            // Towards the pointer.
            let share = |axis: usize| (point[axis] / canvas.picture[axis].max(1) as f32).clamp(0.0, 1.0);
            let pull = 1.0 - 1.0 / zoom.max(1.0);
            editor.middle = [0, 1].map(|axis| editor.middle[axis] + (share(axis) - editor.middle[axis]) * pull);
        }
        editor.moved_at = ui.input(|input| input.time);
        return;
    }
    if editor.zoom > 1.0 {
        let scroll = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta));
        if scroll != eframe::egui::Vec2::ZERO {
            let moved = scroll / canvas.whole().size();
            editor.middle =
                [(editor.middle[0] - moved.x).clamp(0.0, 1.0), (editor.middle[1] - moved.y).clamp(0.0, 1.0)];
            editor.moved_at = ui.input(|input| input.time);
        }
    }
}

/// The point of the picture under the pointer, never outside.
fn inside(canvas: &Canvas, place: eframe::egui::Pos2) -> [i32; 2] {
    let point = canvas.point(place);
    [0, 1].map(|axis| point[axis].round().clamp(0.0, canvas.picture[axis] as f32) as i32)
}

fn begin(item: &EvidenceItem, editor: &mut Editor, canvas: &Canvas, pressed: eframe::egui::Pos2) -> Option<Drag> {
    let from = inside(canvas, pressed);
    if let Some(thing) = editor.chosen {
        let near = |handle: &[i32; 2]| canvas.place(handle.map(|value| value as f32)).distance(pressed) <= 1.5 * REACH;
        if let Some(handle) = scene::handles(item, thing).iter().position(near) {
            return Some(Drag::Resize(thing, handle, from));
        }
    }
    if editor.tool != Tool::Select {
        editor.chosen = None;
        return Some(Drag::New(vec![from]));
    }
    editor.chosen = found(item, canvas, from);
    match editor.chosen {
        Some(thing) => Some(Drag::Move(thing, from, from)),
        None => (editor.zoom > 1.0).then_some(Drag::View),
    }
}

fn found(item: &EvidenceItem, canvas: &Canvas, at: [i32; 2]) -> Option<Thing> {
    scene::under(item, at.map(|value| value as f32), REACH / canvas.scale.max(f32::EPSILON), canvas.picture)
}

fn extend(points: &mut Vec<[i32; 2]>, to: [i32; 2], by_hand: bool, scale: f32) {
    if !by_hand {
        points.truncate(1);
        points.push(to);
        return;
    }
    let far =
        points.last().is_none_or(|last| ((to[0] - last[0]) as f32).hypot((to[1] - last[1]) as f32) * scale >= 2.0);
    if far && points.len() < MOST_POINTS {
        points.push(to);
    }
}

/// Shows in `item` what the drag would do; tells the thing it works on.
pub fn preview(item: &mut EvidenceItem, editor: &Editor, canvas: &Canvas, all: &[EvidenceItem]) -> Option<Thing> {
    match editor.drag.as_ref()? {
        Drag::View => None,
        Drag::Move(thing, from, to) => {
            scene::shift(item, *thing, [to[0] - from[0], to[1] - from[1]], canvas.picture);
            Some(*thing)
        }
        Drag::Resize(thing, handle, to) => {
            scene::resize(item, *thing, *handle, *to, canvas.picture);
            Some(*thing)
        }
        Drag::New(points) => {
            add(item, editor, points, scene::next_number(all));
            None
        }
    }
}

/// Adds what the tool draws through `points`; tells it. Too small for anyone to have meant it: nothing.
pub fn add(item: &mut EvidenceItem, editor: &Editor, points: &[[i32; 2]], number: u32) -> Option<Thing> {
    let (first, last) = (*points.first()?, *points.last()?);
    let area = Area::between(first, last);
    let (is_wide, is_high) = (area.width >= LEAST, area.height >= LEAST);
    match editor.tool {
        Tool::Hide if is_wide && is_high => {
            item.hide.push(area);
            Some(Thing::Hide(item.hide.len() - 1))
        }
        Tool::Crop if is_wide && is_high => {
            item.crop = Some(area);
            Some(Thing::Crop)
        }
        Tool::Select | Tool::Hide | Tool::Crop => None,
        tool => {
            let shape = tool.shape()?;
            let points = match shape {
                MarkShape::Number | MarkShape::Text => vec![last],
                MarkShape::Pen if points.len() > 1 => points.to_vec(),
                _ if is_wide || is_high => vec![first, last],
                _ => return None,
            };
            item.marks.push(editor.mark(shape, points, number));
            Some(Thing::Mark(item.marks.len() - 1))
        }
    }
}

fn end(state: &mut State, open: &mut Open, index: usize, editor: &mut Editor, canvas: &Canvas, drag: &Drag) {
    match drag {
        Drag::New(points) => draw(state, open, index, editor, points),
        Drag::Move(thing, from, to) if from != to => {
            let by = [to[0] - from[0], to[1] - from[1]];
            commit(open, index, |item| scene::shift(item, *thing, by, canvas.picture));
        }
        Drag::Resize(thing, handle, to) => {
            commit(open, index, |item| scene::resize(item, *thing, *handle, *to, canvas.picture));
        }
        Drag::Move(..) | Drag::View => {}
    }
}

/// Draws with the tool in use and chooses what was drawn; words are asked for at once.
pub fn draw(state: &mut State, open: &mut Open, index: usize, editor: &mut Editor, points: &[[i32; 2]]) {
    let number = scene::next_number(&open.draft.evidence);
    let Some(item) = open.draft.evidence.get_mut(index) else { return };
    let Some(thing) = add(item, editor, points, number) else { return };
    open.step();
    editor.chosen = Some(thing);
    if matches!(editor.tool, Tool::Text | Tool::Number) {
        state.local.focus = Some(super::style::WORDS.to_owned());
    }
}

fn click(state: &mut State, open: &mut Open, index: usize, editor: &mut Editor, canvas: &Canvas, at: [i32; 2]) {
    let Some(item) = open.draft.evidence.get(index) else { return };
    let hit = found(item, canvas, at);
    match editor.tool {
        Tool::Number | Tool::Text if hit.is_none() || hit == Some(Thing::Crop) => {
            draw(state, open, index, editor, &[at]);
        }
        _ => editor.chosen = hit,
    }
}
