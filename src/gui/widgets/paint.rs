//! What several widgets draw alike.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui, epaint::CornerRadiusF32,
};

use crate::gui::fonts;
use crate::gui::icons::Icon;
use crate::gui::theme::{TextKind, sizes, tokens};

/// How a run of text is set.
pub fn format(ui: &Ui, kind: TextKind, colour: Color32) -> TextFormat {
    let font = kind.font();
    let height = ui.fonts_mut(|fonts| fonts.row_height(&font)) + sizes().line_gap;
    // Large text is set a little tighter.
    let extra_letter_spacing = if kind == TextKind::Heading { -0.2 } else { 0.0 };
    TextFormat { line_height: Some(height), extra_letter_spacing, ..TextFormat::simple(font, colour) }
}

/// `text` set in at most `width`; longer text goes on in the next line.
pub fn lay(ui: &Ui, text: &str, kind: TextKind, colour: Color32, width: f32) -> Arc<Galley> {
    lay_parts(ui, &[(text, kind, colour)], width)
}

/// Runs of different kinds, one after the other.
pub fn lay_parts(ui: &Ui, parts: &[(&str, TextKind, Color32)], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (text, kind, colour) in parts {
        job.append(text, 0.0, format(ui, *kind, *colour));
    }
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// `text` in one line of at most `width`; what is too long ends in "…".
pub fn lay_line(ui: &Ui, text: &str, kind: TextKind, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format(ui, kind, colour));
    job.wrap.max_width = width;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// An icon around `centre`.
pub fn icon(painter: &Painter, icon: Icon, centre: Pos2, size: f32, colour: Color32, bold: bool) {
    painter.text(centre, Align2::CENTER_CENTER, icon, FontId::new(size, fonts::icons(bold)), colour);
}

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, radius: f32) {
    if response.has_focus() {
        ring(ui, response.rect, radius);
    }
}

/// A ring around `rect`.
pub fn ring(ui: &Ui, rect: Rect, radius: f32) {
    let stroke = Stroke::new(2.0, tokens(ui).accent);
    ui.painter().rect_stroke(rect.expand(1.0), CornerRadiusF32::same(radius + 1.0), stroke, StrokeKind::Outside);
}

/// `share` of `b` in `a`.
pub fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    a.lerp_to_gamma(b, share)
}
