//! Surfaces and distances.

use eframe::egui::{
    Align, Frame, InnerResponse, Layout, Margin, Rect, Sense, Shadow, Stroke, TextWrapMode, Ui, UiBuilder, pos2, vec2,
};

use crate::gui::theme::{sizes, tokens};

/// A surface for things that belong together.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    surface(ui).inner_margin(Margin::same(14)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        content(ui)
    })
}

pub(super) fn surface(ui: &Ui) -> Frame {
    let (t, s) = (tokens(ui), sizes());
    Frame::new().fill(t.panel).stroke(Stroke::new(s.line, t.line)).corner_radius(s.card_radius).shadow(Shadow {
        offset: [0, 1],
        blur: 2,
        spread: 0,
        color: t.shadow,
    })
}

/// The frame of a bar or side panel; `raised` ones (top bar, readiness) are lighter than what lies between them.
pub fn panel_frame(ui: &Ui, raised: bool) -> Frame {
    let t = tokens(ui);
    Frame::new().fill(if raised { t.panel } else { t.background })
}

/// A line from side to side.
pub fn hairline(ui: &mut Ui) {
    let (t, s) = (tokens(ui), sizes());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), s.line), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, t.line);
}

/// Room of `steps` times four points, besides what lies between widgets anyway.
pub fn gap(ui: &mut Ui, steps: u8) {
    ui.add_space(f32::from(steps) * sizes().space);
}

/// Things in one line, on one height; what does not fit goes on in the next.
pub fn line<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), 5.0 * sizes().space);
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    ui.allocate_ui_with_layout(size, layout, content).inner
}

/// Tools side by side, close together.
pub fn tool_row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 1.5 * sizes().space;
        ui.horizontal_wrapped(content).inner
    })
    .inner
}

/// What leaves `aside` points free at the end of its line; words that are too long end in "…".
pub fn before<R>(ui: &mut Ui, aside: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.set_max_width((ui.available_width() - aside).max(0.0));
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        content(ui)
    })
    .inner
}

/// Columns of the same width.
pub fn columns<R>(ui: &mut Ui, count: usize, content: impl FnOnce(&mut [Ui]) -> R) -> R {
    let between = 3.5 * sizes().space;
    let place = ui.available_rect_before_wrap();
    let width = (place.width() - between * count.saturating_sub(1) as f32) / count.max(1) as f32;
    let mut columns: Vec<Ui> = (0..count)
        .map(|at| {
            let left = place.left() + at as f32 * (width + between);
            let rect = Rect::from_min_max(pos2(left, place.top()), pos2(left + width, place.bottom()));
            ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)).id_salt(("column", at)))
        })
        .collect();
    let inner = content(&mut columns);
    let height = columns.iter().map(|column| column.min_rect().height()).fold(0.0, f32::max);
    ui.allocate_rect(Rect::from_min_size(place.min, vec2(place.width(), height)), Sense::hover());
    inner
}
