//! One step on the way to the problem.

use std::ops::Range;

use eframe::egui::{CursorIcon, Id, Layout, Margin, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::card::surface;
use super::field::Field;
use super::paint;
use crate::gui::icons;
use crate::gui::theme::{TextKind, sizes, tokens};

/// A step as it is shown.
pub struct Step<'a> {
    /// From 1.
    pub number: usize,
    /// What its field and its handle are called.
    pub name: &'a str,
    /// What the handle is called.
    pub handle: &'a str,
    /// Shown while it is empty.
    pub placeholder: &'a str,
    /// The field's identity.
    pub id: Id,
    /// Places that a finding points at, in bytes, …
    pub marks: &'a [Range<usize>],
    /// … and what each is about.
    pub notes: &'a [String],
}

/// What was done to it.
pub struct StepParts<R> {
    /// Its whole place: where others can be dropped before or after.
    pub rect: eframe::egui::Rect,
    /// Its field; Enter does not break the line here, the page takes it.
    pub field: Response,
    /// Drag it to move the step.
    pub handle: Response,
    /// What `trailing` answered.
    pub trailing: R,
}

impl Step<'_> {
    /// Draws it; `trailing` draws chips and icon buttons from the right edge on.
    pub fn show<R>(&self, ui: &mut Ui, text: &mut String, trailing: impl FnOnce(&mut Ui) -> R) -> StepParts<R> {
        let (t, s) = (tokens(ui), sizes());
        let shown = surface(ui).inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 10 }).show(ui, |ui| {
            let width = ui.available_width();
            ui.set_min_width(width);
            let (left, right, top) = (ui.max_rect().left(), ui.max_rect().right(), ui.cursor().top());
            let line = 5.0 * s.space;

            let grip = eframe::egui::Rect::from_min_size(pos2(left, top), vec2(s.icon + 2.0, line));
            let handle = ui.interact(grip, self.id.with("handle"), Sense::drag());
            handle.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.handle));
            let handle = handle.on_hover_cursor(CursorIcon::Grab).on_hover_text(self.handle);
            let ink = if handle.hovered() || handle.dragged() { t.text } else { t.faint };
            paint::icon(ui.painter(), icons::DOTS_SIX_VERTICAL, grip.center(), s.icon + 1.0, ink, true);
            let number = paint::lay_line(ui, &self.number.to_string(), TextKind::Strong, t.text, 2.0 * s.icon);
            ui.painter().galley(pos2(left + 27.0, top), number, t.text);

            let start = left + 55.0;
            let bar = eframe::egui::Rect::from_min_max(
                pos2(start + s.left / 2.0, top + line / 2.0 - s.button / 2.0),
                pos2(right, top + line / 2.0 + s.button / 2.0),
            );
            let layout = Layout::right_to_left(eframe::egui::Align::Center);
            let mut side = ui.new_child(UiBuilder::new().max_rect(bar).layout(layout).id_salt((self.id, "trailing")));
            let trailing = trailing(&mut side);
            let taken = if side.min_rect().width() > 1.0 { side.min_rect().width() + 2.0 * s.space } else { 0.0 };

            let place = eframe::egui::Rect::from_min_max(pos2(start, top), pos2(right - taken, f32::INFINITY));
            let field = ui
                .scope_builder(UiBuilder::new().max_rect(place).id_salt((self.id, "field")), |ui| {
                    Field::new(text)
                        .placeholder(self.placeholder)
                        .marks(self.marks)
                        .notes(self.notes)
                        .submits()
                        .bare()
                        .id(self.id)
                        .show(ui, self.name)
                })
                .inner;
            (field, handle, trailing)
        });
        let rect = shown.response.rect;
        let (field, handle, trailing) = shown.inner;
        if field.has_focus() {
            paint::ring(ui, rect.shrink(1.0), s.card_radius);
        }
        StepParts { rect, field, handle, trailing }
    }
}
