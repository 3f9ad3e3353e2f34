//! Rows inside a card, with hairlines between them.

use std::sync::Arc;

use eframe::egui::{
    Align, Galley, Layout, Margin, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::card::surface;
use super::long::Long;
use super::paint;
use super::status::Status;
use crate::gui::icons::Icon;
use crate::gui::theme::{TextKind, sizes, tokens};

/// One column of a row.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    text: &'a str,
    icon: Option<Icon>,
    ink: Ink,
    note: &'a str,
    /// Part of the row's width; 0 shares out what is left.
    share: f32,
    /// As wide as its text in one line.
    fits: bool,
    right: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Ink {
    Text,
    Strong,
    Muted,
    Status(Status),
    Placeholder,
}

impl<'a> Cell<'a> {
    /// Plain text.
    #[must_use]
    pub fn text(text: &'a str) -> Self {
        Self { text, icon: None, ink: Ink::Text, note: "", share: 0.0, fits: false, right: false }
    }

    /// Semibold text.
    #[must_use]
    pub fn strong(text: &'a str) -> Self {
        Self { ink: Ink::Strong, ..Self::text(text) }
    }

    /// A key, a size, a date.
    #[must_use]
    pub fn muted(text: &'a str) -> Self {
        Self { ink: Ink::Muted, ..Self::text(text) }
    }

    /// Words in the colour of `status`, which they must say themselves.
    #[must_use]
    pub fn status(status: Status, text: &'a str) -> Self {
        Self { ink: Ink::Status(status), ..Self::text(text) }
    }

    /// What stands in for a hidden value, and a note after it ("hidden").
    #[must_use]
    pub fn placeholder(text: &'a str, note: &'a str) -> Self {
        Self { ink: Ink::Placeholder, note, ..Self::text(text) }
    }

    /// An icon before the text.
    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// How much of the row's width it takes, from 0 to 1. Those without share out the rest.
    #[must_use]
    pub fn share(self, share: f32) -> Self {
        Self { share, ..self }
    }

    /// As wide as its text in one line: what must not be broken.
    #[must_use]
    pub fn fits(self) -> Self {
        Self { fits: true, ..self }
    }

    /// Set against the right edge of its column.
    #[must_use]
    pub fn right(self) -> Self {
        Self { right: true, ..self }
    }
}

/// A row of cells.
pub struct Row<'a> {
    /// Left to right.
    pub cells: &'a [Cell<'a>],
    /// Whether it is the selected one of rows that can be clicked; `None` where rows are only read.
    pub selected: Option<bool>,
}

/// A card with rows; call the given function for each of them.
pub fn list<R>(ui: &mut Ui, rows: impl FnOnce(&mut Ui, &mut Rows) -> R) -> R {
    surface(ui)
        .inner_margin(Margin::symmetric(4, 2))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            rows(ui, &mut Rows { drawn: 0 })
        })
        .inner
}

/// A card with any number of rows; `row` draws the one at an index. Rows far out of sight are not drawn.
pub fn long_list(ui: &mut Ui, name: &str, count: usize, mut row: impl FnMut(&mut Ui, &mut Rows, usize)) {
    list(ui, |ui, rows| {
        let mut long = Long::load(ui, name);
        for index in 0..count {
            rows.drawn = index;
            long.row(ui, index, false, |ui| row(ui, rows, index));
        }
        long.store(ui);
    });
}

/// Draws the rows of one [`list`].
pub struct Rows {
    drawn: usize,
}

const PAD: f32 = 10.0;
/// In a wider row every column has room for its words.
const ROOMY: f32 = 600.0;

impl Rows {
    /// A row without anything at its end.
    pub fn row(&mut self, ui: &mut Ui, row: &Row) -> Response {
        self.row_with(ui, row, 0.0, |_| {}).0
    }

    /// A row with icon buttons at its end, drawn from the right; `buttons` is how many there is room for.
    pub fn row_with<R>(
        &mut self,
        ui: &mut Ui,
        row: &Row,
        buttons: f32,
        trailing: impl FnOnce(&mut Ui) -> R,
    ) -> (Response, R) {
        let s = sizes();
        let full = ui.available_width();
        let end = buttons * s.button;
        let cells = lay_out(ui, row.cells, full - 2.0 * PAD - end);
        let text = cells.iter().map(|(galley, _)| galley.size().y).fold(0.0, f32::max);
        let line = if self.drawn == 0 { 0.0 } else { s.line };
        let height = (text + 3.5 * s.space).max(s.row - s.line);

        let sense = if row.selected.is_some() { Sense::click() } else { Sense::hover() };
        let (whole, response) = ui.allocate_exact_size(vec2(full, height + line), sense);
        let words: Vec<&str> = row.cells.iter().map(|cell| cell.text).filter(|text| !text.is_empty()).collect();
        let name = words.join(", ");
        response.widget_info(|| match row.selected {
            Some(selected) => WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &name),
            None => WidgetInfo::labeled(Role::Label, true, &name),
        });
        let rect = Rect::from_min_max(pos2(whole.left(), whole.top() + line), whole.max);
        if ui.is_rect_visible(whole) {
            self.paint(ui, row, cells, rect, &response);
        }
        paint::bring(ui, &response);
        self.drawn += 1;
        let first_line = vec2(end, s.row - s.line);
        let bar = Rect::from_min_size(pos2(rect.right() - end, rect.top()), first_line);
        let layout = Layout::right_to_left(Align::Center);
        let mut side = ui.new_child(UiBuilder::new().max_rect(bar).layout(layout).id_salt(("row", self.drawn)));
        side.spacing_mut().item_spacing.x = 0.0;
        (response, trailing(&mut side))
    }

    fn paint(&self, ui: &Ui, row: &Row, cells: Vec<(Arc<Galley>, f32)>, rect: Rect, response: &Response) {
        let (t, s) = (tokens(ui), sizes());
        let line = if self.drawn == 0 { 0.0 } else { s.line };
        let whole = Rect::from_min_max(pos2(rect.left(), rect.top() - line), rect.max);
        if line > 0.0 {
            ui.painter().hline(whole.x_range(), whole.top() + line / 2.0, (line, t.line));
        }
        if row.selected == Some(true) || (row.selected.is_some() && response.hovered()) {
            ui.painter().rect_filled(rect, s.space, t.selected);
        }
        let mut x = rect.left() + PAD;
        for ((galley, width), cell) in cells.into_iter().zip(row.cells) {
            draw(ui, cell, galley, pos2(x, rect.top() + 1.75 * s.space), width);
            x += width + PAD;
        }
        if response.has_focus() {
            paint::ring(ui, rect.shrink(1.0), s.space);
        }
    }
}

/// Each cell's text, set in its column, and the column's width.
fn lay_out(ui: &Ui, cells: &[Cell], room: f32) -> Vec<(Arc<Galley>, f32)> {
    let t = tokens(ui);
    let room = room - PAD * cells.len().saturating_sub(1) as f32;
    let share = |cell: &Cell| {
        if !cell.fits {
            // A column is at least as wide as its longest word, so that none is broken.
            let is_narrow = room < ROOMY && cell.share > 0.0;
            let least = if is_narrow { longest_word(ui, cell) / room.max(1.0) } else { 0.0 };
            return cell.share.max(least.min(0.4));
        }
        let line = paint::lay_line(ui, cell.text, TextKind::Body, t.text, f32::INFINITY);
        ((line.size().x + lead(cell) + 1.0) / room.max(1.0)).min(0.8)
    };
    let shares: Vec<f32> = cells.iter().map(share).collect();
    let given: f32 = shares.iter().sum();
    let others = shares.iter().filter(|share| **share == 0.0).count().max(1) as f32;
    cells
        .iter()
        .zip(&shares)
        .map(|(cell, share)| {
            let share = if *share > 0.0 { *share } else { ((1.0 - given) / others).max(0.1) };
            let width = (room * share).max(1.0);
            let (kind, ink) = match cell.ink {
                Ink::Text => (TextKind::Body, t.text),
                Ink::Strong => (TextKind::Strong, t.text),
                Ink::Muted => (TextKind::Body, t.muted),
                Ink::Status(status) => (TextKind::Body, status.colour(t)),
                Ink::Placeholder => (TextKind::Mono, t.accent),
            };
            let (text, room) = ((cell.text, kind, ink), (width - lead(cell)).max(1.0));
            let halign = if cell.right { Align::RIGHT } else { Align::LEFT };
            (paint::lay_aligned(ui, &[text], room, halign), width)
        })
        .collect()
}

/// The room for its longest word and the space after it.
fn longest_word(ui: &Ui, cell: &Cell) -> f32 {
    let ink = tokens(ui).text;
    let width = |word: &str| paint::lay_line(ui, word, TextKind::Body, ink, f32::INFINITY).size().x;
    cell.text.split_whitespace().map(width).fold(0.0, f32::max) + lead(cell) + 1.5 * sizes().space
}

fn lead(cell: &Cell) -> f32 {
    if cell.icon.is_some() { sizes().icon + sizes().space } else { 0.0 }
}

fn draw(ui: &Ui, cell: &Cell, galley: Arc<Galley>, at: eframe::egui::Pos2, width: f32) {
    let (t, s) = (tokens(ui), sizes());
    if let Some(icon) = cell.icon {
        let centre = pos2(at.x + s.icon / 2.0, at.y + 2.5 * s.space - 1.0);
        paint::icon(ui.painter(), icon, centre, s.icon, t.muted, false);
    }
    let size = galley.size();
    // What is set against the right hangs to the left of its place.
    let x = if cell.right { at.x + width } else { at.x + lead(cell) };
    if cell.ink == Ink::Placeholder {
        let middle = at.y + 2.5 * s.space;
        let chip = Rect::from_min_size(pos2(x, middle - size.y / 2.0), vec2(size.x + 3.5 * s.space, size.y));
        ui.painter().rect(chip, s.radius, t.accent_background, Stroke::NONE, StrokeKind::Inside);
        ui.painter().galley(pos2(x + 1.75 * s.space, middle - size.y / 2.0), galley, t.accent);
        let note = paint::lay_line(ui, cell.note, TextKind::Hint, t.muted, (width - chip.width()).max(1.0));
        ui.painter().galley(pos2(chip.right() + s.space, middle - note.size().y / 2.0), note, t.muted);
    } else {
        ui.painter().galley(pos2(x, at.y), galley, t.text);
    }
}
