//! The logo: a folder with one thing in it.

use eframe::egui::epaint::CornerRadiusF32;
use eframe::egui::{Align2, FontId, Rect, Response, Sense, Ui, vec2};

use crate::gui::fonts;
use crate::gui::theme::{sizes, tokens};

/// As large as the top bar needs it.
pub fn logo(ui: &mut Ui) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::hover());
    let painter = ui.painter();
    let tab = Rect::from_min_size(rect.min + vec2(2.0, 0.0), vec2(10.0, 6.0));
    painter.rect_filled(tab, CornerRadiusF32::same(2.0), t.logo_dark);
    let body = Rect::from_min_max(rect.min + vec2(0.0, 3.0), rect.max - vec2(0.0, 1.0));
    painter.rect_filled(body, s.space, t.logo);
    painter.text(body.center(), Align2::CENTER_CENTER, '1', FontId::new(s.label, fonts::semibold()), t.on_logo);
    response
}
