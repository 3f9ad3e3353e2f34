//! A colour to draw with, and a thickness.

use eframe::egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::gui::theme::{self, sizes, tokens};
use crate::model::Ink;

/// One of several colours of marks; the chosen one has a ring.
pub fn swatch(ui: &mut Ui, ink: Ink, name: &str, chosen: bool) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let (rect, response) = spot(ui, name, chosen);
    let stroke = Stroke::new(s.line, if response.hovered() { t.text } else { t.muted });
    ui.painter().circle(rect.center(), 8.0, theme::ink(ink), stroke);
    if chosen {
        ui.painter().circle_stroke(rect.center(), 11.0, Stroke::new(2.0, t.accent));
    }
    response
}

/// One of several widths of a line.
pub fn width_button(ui: &mut Ui, width: f32, name: &str, chosen: bool) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let (rect, response) = spot(ui, name, chosen);
    if chosen || response.hovered() {
        let stroke = Stroke::new(s.line, if chosen { t.accent } else { t.line });
        ui.painter().rect(rect.shrink(1.0), s.radius, t.selected, stroke, StrokeKind::Inside);
    }
    let line = [pos2(rect.left() + 6.0, rect.center().y), pos2(rect.right() - 6.0, rect.center().y)];
    ui.painter().line_segment(line, Stroke::new(width, t.text));
    response
}

fn spot(ui: &mut Ui, name: &str, chosen: bool) -> (eframe::egui::Rect, Response) {
    let side = sizes().button_small;
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, name));
    paint::focus_ring(ui, &response, sizes().radius);
    let response = response.on_hover_text(name);
    (rect, response)
}
