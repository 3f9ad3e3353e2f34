//! Drawing on a picture: tools, pointer and keyboard change the list of marks in the draft, never the picture.
//!
//! Never here: a change while a drag goes on. It is shown, and joins the draft as one step when it ends.

mod keys;
mod overlay;
mod pointer;
pub mod scene;
mod style;
mod tool;
mod toolbar;

use eframe::egui::{CursorIcon, Ui};

use self::overlay::Overlay;
use self::pointer::Drag;
use self::scene::Thing;
pub use self::tool::Tool;
use super::pictures::{LARGE, want, want_part};
use crate::gui::state::{Open, State};
use crate::gui::widgets::{Canvas, Room, body, canvas, gap, hint, thumbnail};
use crate::model::{Area, EvidenceItem, Ink, Mark, MarkShape, Thickness};

/// How a picture is worked on.
pub struct Editor {
    /// What a drag does.
    pub tool: Tool,
    /// The colour of the next mark.
    pub ink: Ink,
    /// The thickness of the next mark.
    pub line: Thickness,
    /// What is chosen on the picture.
    pub chosen: Option<Thing>,
    /// How much larger than its place it is shown; 1 where all of it is seen.
    pub zoom: f32,
    /// What part of it is in the middle, from 0 to 1.
    pub middle: [f32; 2],
    drag: Option<Drag>,
    overlay: Overlay,
    moved_at: f64,
}

impl Default for Editor {
    fn default() -> Self {
        Self {
            tool: Tool::default(),
            ink: Ink::default(),
            line: Thickness::default(),
            chosen: None,
            zoom: 1.0,
            middle: [0.5, 0.5],
            drag: None,
            overlay: Overlay::default(),
            moved_at: 0.0,
        }
    }
}

impl Editor {
    /// Another picture is shown.
    pub fn turn(&mut self) {
        (self.chosen, self.drag, self.zoom, self.middle) = (None, None, 1.0, [0.5, 0.5]);
    }

    /// Shows it so much larger, around the middle.
    fn enlarge(&mut self, by: f32) {
        self.zoom = (self.zoom * by).clamp(1.0, 40.0);
        if self.zoom < 1.01 {
            (self.zoom, self.middle) = (1.0, [0.5, 0.5]);
        }
    }

    /// A mark of the tool in use, with these points.
    fn mark(&self, shape: MarkShape, points: Vec<[i32; 2]>, number: u32) -> Mark {
        let number = (shape == MarkShape::Number).then_some(number);
        Mark { shape, points, number, text: String::new(), ink: self.ink, line: self.line }
    }
}

/// The toolbar and the picture, with what is drawn on it.
pub fn show(state: &mut State, open: &mut Open, index: usize, ui: &mut Ui) {
    let Some(source) = open.file(index).map(|evidence| evidence.source.clone()) else { return };
    let name = open.file(index).map(|evidence| evidence.name.clone()).unwrap_or_default();
    let mut editor = std::mem::take(&mut state.local.editor);
    if open.draft.evidence.get(index).is_none_or(|item| editor.chosen.is_some_and(|it| !scene::exists(item, it))) {
        editor.chosen = None;
    }
    toolbar::tools(state, open, &mut editor, ui);
    gap(ui, 1);
    want(state, ui.ctx(), &source, LARGE);
    if let Some((size, texture)) =
        state.local.pictures.get(&source, LARGE).map(|picture| (picture.size, picture.texture.clone()))
    {
        let label = described(state, open, index, &editor, &name);
        let canvas = canvas(ui, size, editor.zoom, editor.middle, Room::Page, &label);
        canvas.picture(&texture);
        sharpen(state, &mut editor, &canvas, &source, ui);
        pointer::work(state, open, index, &mut editor, &canvas, ui);
        keys::work(state, open, index, &mut editor, &canvas, ui);
        draw(open, index, &mut editor, &canvas, ui);
        gap(ui, 1);
        // What is chosen has fields of its own; in a scope they leave the identity of all below as it is.
        ui.scope(|ui| {
            toolbar::style(state, open, index, &mut editor, ui);
            style::words(state, open, index, &editor, ui);
        });
        style::steps_of_markers(state, open, ui);
    } else if state.local.pictures.has_failed(&source, LARGE) {
        body(ui, &state.t("picture-not-shown"));
    } else {
        thumbnail(ui, None, &name, true);
        hint(ui, &state.t("picture-opening"));
    }
    state.local.editor = editor;
}

/// Shown larger than it was decoded, the part that is seen is decoded on its own, once the view is at rest.
fn sharpen(state: &mut State, editor: &mut Editor, canvas: &Canvas, source: &std::path::Path, ui: &Ui) {
    const REST_SECS: f64 = 0.25;
    let needed = canvas.whole().width() * ui.pixels_per_point();
    if needed <= 1.2 * LARGE as f32 || canvas.picture[0] <= LARGE {
        return;
    }
    let seen = canvas.seen();
    let corner = |at: eframe::egui::Pos2| canvas.point(at).map(|value| value.round() as i32);
    let area = Area::between(corner(seen.min), corner(seen.max)).within(canvas.picture);
    if let Some((of, texture)) = state.local.pictures.part(source) {
        let place = eframe::egui::Rect::from_min_max(
            canvas.place([of.x as f32, of.y as f32]),
            canvas.place([(of.x + of.width) as f32, (of.y + of.height) as f32]),
        );
        canvas.image(texture, place);
        if of == area {
            return;
        }
    }
    let now = ui.input(|input| input.time);
    if now - editor.moved_at > REST_SECS {
        want_part(state, ui.ctx(), source, area);
    } else {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(REST_SECS));
    }
}

/// The marks as they are, with what the drag would change.
fn draw(open: &Open, index: usize, editor: &mut Editor, canvas: &Canvas, ui: &Ui) {
    let Some(item) = open.draft.evidence.get(index) else { return };
    let mut shown = item.clone();
    let mut chosen = editor.chosen;
    if let Some(thing) = pointer::preview(&mut shown, editor, canvas, &open.draft.evidence) {
        chosen = Some(thing);
    }
    editor.overlay.draw(&shown, canvas, ui);
    if let Some(crop) = scene::extent(&shown, Thing::Crop, canvas.picture) {
        canvas.shade_outside(ui, crop);
    }
    if let Some(thing) = chosen
        && let Some(extent) = scene::extent(&shown, thing, canvas.picture)
    {
        let handles = scene::handles(&shown, thing);
        canvas.chosen(ui, extent, &handles.iter().map(|point| point.map(|value| value as f32)).collect::<Vec<_>>());
    }
    let cursor = match (editor.tool, editor.drag.is_some()) {
        (Tool::Select, true) => CursorIcon::Grabbing,
        (Tool::Select, false) => CursorIcon::Default,
        (Tool::Text, _) => CursorIcon::Text,
        _ => CursorIcon::Crosshair,
    };
    canvas.finish(ui, cursor);
}

/// What the picture is called aloud: its name, how much is on it, and what is chosen.
fn described(state: &State, open: &Open, index: usize, editor: &Editor, name: &str) -> String {
    let Some(item) = open.draft.evidence.get(index) else { return String::new() };
    let count = scene::things(item).len();
    let picture = state.tf("picture-name", &[("name", name.into()), ("count", count.into())]);
    match editor.chosen.map(|thing| chosen(state, item, thing)) {
        Some(chosen) => format!("{picture} {chosen}"),
        None => picture,
    }
}

/// What is chosen, in words.
fn chosen(state: &State, item: &EvidenceItem, thing: Thing) -> String {
    let kind = match thing {
        Thing::Hide(_) => "hide",
        Thing::Crop => "crop",
        Thing::Mark(at) => match item.marks.get(at).map(|mark| mark.shape) {
            Some(MarkShape::Arrow) => "arrow",
            Some(MarkShape::Number) => "number",
            Some(MarkShape::Text) => "text",
            Some(MarkShape::Pen) => "pen",
            Some(MarkShape::Highlight) => "highlight",
            _ => "rectangle",
        },
    };
    let things = scene::things(item);
    let place = things.iter().position(|one| *one == thing).unwrap_or_default() + 1;
    let values = [("kind", kind.into()), ("place", place.into()), ("count", things.len().into())];
    state.tf("mark-chosen", &values)
}

/// A change of one picture that is a step of its own. A text without words that is left behind goes with it.
fn commit(open: &mut Open, index: usize, change: impl FnOnce(&mut EvidenceItem)) {
    if let Some(item) = open.draft.evidence.get_mut(index) {
        change(item);
        open.step();
    }
}

/// Takes what is chosen away; markers after it are counted anew.
fn remove(open: &mut Open, index: usize, editor: &mut Editor) {
    let Some(thing) = editor.chosen.take() else { return };
    let Some(item) = open.draft.evidence.get_mut(index) else { return };
    if let Some(number) = scene::remove(item, thing) {
        scene::close_ranks(&mut open.draft.evidence, number);
    }
    open.step();
}
