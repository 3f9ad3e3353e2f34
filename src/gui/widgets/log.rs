//! Lines of a log, and of anything else that is shown as it is.

use std::ops::Range;

use eframe::egui::text::LayoutJob;
use eframe::egui::{InnerResponse, Margin, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::card::surface;
use super::paint;
use super::status::Status;
use crate::gui::theme::{TextKind, sizes, tokens};

/// Characters of a line that are set at all; no window is wider.
const AT_MOST: usize = 2_000;

/// The surface that [`log_line`]s lie on.
pub fn log_view<R>(ui: &mut Ui, lines: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let fill = tokens(ui).sunken;
    surface(ui).fill(fill).inner_margin(Margin::symmetric(0, 8)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        lines(ui)
    })
}

/// The height of a [`log_line`] in points; draw long logs with `ScrollArea::show_rows` by it.
#[must_use]
pub fn log_line_height() -> f32 {
    5.25 * sizes().space
}

/// One line on the ground of its level. `hidden` are the places, in bytes, where something stands in for a hidden
/// value; those that don't fit the text are left out. A line that is too long ends in "…".
pub fn log_line(ui: &mut Ui, text: &str, level: Option<Status>, hidden: &[Range<usize>]) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let text = text.char_indices().nth(AT_MOST).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), log_line_height()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if let Some(level) = level {
        ui.painter().rect_filled(rect, 0.0, level.background(t));
    }
    let plain = paint::format(ui, TextKind::Mono, t.text);
    let mut placeholder = paint::format(ui, TextKind::Mono, t.accent);
    placeholder.background = t.accent_background;
    let mut job = LayoutJob::default();
    paint::append_marked(&mut job, text, &plain, &placeholder, hidden);
    let pad = 3.0 * s.space;
    job.wrap.max_width = rect.width() - 2.0 * pad;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(rect.left() + pad, rect.center().y - galley.size().y / 2.0), galley, t.text);
    response
}
