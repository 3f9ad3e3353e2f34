//! A notice where it belongs: what is wrong, and what can be done about it.

use eframe::egui::{Frame, Margin, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint::{self, mix};
use super::status::Status;
use crate::gui::theme::{TextKind, sizes, tokens};

/// `start` is the first, semibold sentence, `text` the rest; `actions` draws small buttons, or nothing.
pub fn banner<R>(ui: &mut Ui, status: Status, start: &str, text: &str, actions: impl FnOnce(&mut Ui) -> R) -> R {
    let (t, s) = (tokens(ui), sizes());
    let (colour, fill) = (status.colour(t), status.background(t));
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(s.line, mix(fill, colour, 0.2)))
        .corner_radius(s.radius)
        .inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 10 });
    frame
        .show(ui, |ui| {
            let indent = 27.0;
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(2.5 * s.space, 2.0 * s.space);
            let whole = format!("{start} {text}");
            let width = ui.available_width();
            let galley = paint::lay_parts(
                ui,
                &[(start, TextKind::Strong, t.text), (" ", TextKind::Body, t.text), (text, TextKind::Body, t.text)],
                width - indent,
            );
            let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, whole.trim()));
            let centre = pos2(rect.left() + s.icon / 2.0, rect.top() + 2.5 * s.space - 1.0);
            paint::icon(ui.painter(), status.icon(), centre, s.icon, colour, false);
            ui.painter().galley(rect.min + vec2(indent, 0.0), galley, t.text);

            let below = eframe::egui::Rect::from_min_max(
                pos2(rect.left() + indent, ui.cursor().top()),
                pos2(rect.right(), f32::INFINITY),
            );
            let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Min).with_main_wrap(true);
            let mut row =
                ui.new_child(eframe::egui::UiBuilder::new().max_rect(below).layout(layout).id_salt("actions"));
            let inner = actions(&mut row);
            let used = row.min_rect();
            if used.width() > 1.0 {
                ui.allocate_rect(used, Sense::hover());
            }
            inner
        })
        .inner
}
