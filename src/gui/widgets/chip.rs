//! Small labels in a row of text.

use eframe::egui::{Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use super::status::Status;
use crate::gui::icons::Icon;
use crate::gui::theme::{TextKind, sizes, tokens};

/// Something attached, such as a step's picture. Can be clicked.
pub fn chip(ui: &mut Ui, icon: Icon, text: &str) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let pad = 2.0 * s.space;
    let icon_size = s.label + 2.0;
    let room = (ui.available_width() - 2.0 * pad - icon_size - s.space).max(s.button);
    let galley = paint::lay_line(ui, text, TextKind::Hint, t.muted, room);
    let size = vec2(2.0 * pad + icon_size + s.space + galley.size().x, 5.0 * s.space);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    let fill = if response.hovered() { t.selected } else { t.sunken };
    let radius = rect.height() / 2.0;
    ui.painter().rect_filled(rect, radius, fill);
    let icon_at = pos2(rect.left() + pad + icon_size / 2.0, rect.center().y);
    paint::icon(ui.painter(), icon, icon_at, icon_size, t.muted, false);
    let text_at = pos2(rect.left() + pad + icon_size + s.space, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(text_at, galley, t.muted);
    paint::focus_ring(ui, &response, radius);
    response
}

/// How well something is known, or how it stands, in one word beside its name. Only read.
pub fn badge(ui: &mut Ui, status: Status, text: &str) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let pad = 1.75 * s.space;
    let icon_size = s.label;
    let ink = status.colour(t);
    let galley = paint::lay_line(ui, text, TextKind::Hint, ink, f32::INFINITY);
    let size = vec2(2.0 * pad + icon_size + s.space + galley.size().x, 5.0 * s.space);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, rect.height() / 2.0, status.background(t));
    let icon_at = pos2(rect.left() + pad + icon_size / 2.0, rect.center().y);
    paint::icon(ui.painter(), status.icon(), icon_at, icon_size, ink, false);
    let text_at = pos2(rect.left() + pad + icon_size + s.space, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(text_at, galley, ink);
    response
}
