//! Surfaces and distances.

use eframe::egui::{Frame, InnerResponse, Margin, Shadow, Stroke, Ui};

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
#[must_use]
pub fn panel_frame(ui: &Ui, raised: bool) -> Frame {
    let t = tokens(ui);
    Frame::new().fill(if raised { t.panel } else { t.background })
}

/// A line from side to side.
pub fn hairline(ui: &mut Ui) {
    let (t, s) = (tokens(ui), sizes());
    let (rect, _) =
        ui.allocate_exact_size(eframe::egui::vec2(ui.available_width(), s.line), eframe::egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, t.line);
}

/// Room of `steps` times four points, besides what lies between widgets anyway.
pub fn gap(ui: &mut Ui, steps: u8) {
    ui.add_space(f32::from(steps) * sizes().space);
}

/// Columns of the same width.
pub fn columns<R>(ui: &mut Ui, count: usize, content: impl FnOnce(&mut [Ui]) -> R) -> R {
    let spacing = ui.spacing().item_spacing;
    ui.spacing_mut().item_spacing.x = 3.5 * sizes().space;
    ui.columns(count, |columns| {
        for column in columns.iter_mut() {
            column.spacing_mut().item_spacing = spacing;
        }
        content(columns)
    })
}

/// How wide a menu under something narrow is at least.
#[must_use]
pub fn dropdown_width() -> f32 {
    sizes().left
}
