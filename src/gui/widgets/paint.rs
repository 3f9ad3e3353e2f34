//! What several widgets draw alike.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align, Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui,
    epaint::CornerRadiusF32,
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
    lay_aligned(ui, parts, width, Align::LEFT)
}

/// The same with every line set against one side; at the right, the place of the galley is its right edge.
pub fn lay_aligned(ui: &Ui, parts: &[(&str, TextKind, Color32)], width: f32, halign: Align) -> Arc<Galley> {
    let mut job = LayoutJob { halign, ..LayoutJob::default() };
    for (text, kind, colour) in parts {
        job.append(text, 0.0, format(ui, *kind, *colour));
    }
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Appends `text`, set as `plain` and at `marks` (in bytes, in order) as `marked`. Marks that don't fit the text, or begin
/// before the last one ended, are left out.
pub fn append_marked(job: &mut LayoutJob, text: &str, plain: &TextFormat, marked: &TextFormat, marks: &[Range<usize>]) {
    let mut done = 0;
    for mark in marks {
        let (Some(before), Some(inside)) = (text.get(done..mark.start), text.get(mark.clone())) else { continue };
        for (piece, format) in [(before, plain), (inside, marked)] {
            if !piece.is_empty() {
                job.append(piece, 0.0, format.clone());
            }
        }
        done = mark.end;
    }
    let rest = text.get(done..).unwrap_or_default();
    if !rest.is_empty() || job.sections.is_empty() {
        job.append(rest, 0.0, plain.clone());
    }
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
    bring(ui, response);
    if response.has_focus() {
        ring(ui, response.rect, radius);
    }
}

/// Scrolls what the keyboard came to into sight.
pub fn bring(ui: &Ui, response: &Response) {
    let is_pointed = || ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if response.gained_focus() && !is_pointed() {
        ui.scroll_to_rect(response.rect.expand(2.0 * sizes().space), None);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, marks: &[Range<usize>]) -> Vec<(String, bool)> {
        let plain = TextFormat::default();
        let marked = TextFormat { italics: true, ..TextFormat::default() };
        let mut job = LayoutJob::default();
        append_marked(&mut job, text, &plain, &marked, marks);
        job.debug_sanity_check();
        assert_eq!(job.text, text, "nothing is lost");
        let piece = |section: &eframe::egui::text::LayoutSection| {
            let Range { start, end } = section.byte_range.clone();
            (job.text[start.0..end.0].to_owned(), section.format.italics)
        };
        job.sections.iter().map(piece).collect()
    }

    #[test]
    fn marks_that_fit_are_set_apart() {
        let pieces = pieces("ошибка 5", &[0..12, 13..14]);
        assert_eq!(pieces, [("ошибка".to_owned(), true), (" ".to_owned(), false), ("5".to_owned(), true)]);
    }

    #[test]
    fn marks_that_do_not_fit_are_left_out() {
        let (start, end) = (8, 6);
        let marks = [1..3, 4..400, start..end, 2..4, 0..2];
        assert_eq!(pieces("ошибка", &marks)[1], ("ш".to_owned(), true), "the only one on whole letters");
        assert_eq!(pieces("", &[0..0, 3..5]), [(String::new(), false)]);
    }
}
