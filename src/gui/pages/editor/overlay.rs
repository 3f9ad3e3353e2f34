//! The marks on the screen, drawn by what draws them into the picture that leaves.

use eframe::egui::{ColorImage, TextureHandle, TextureOptions, Ui};

use crate::gui::widgets::Canvas;
use crate::model::{Area, EvidenceItem, Mark};
use crate::redact::ink::{self, View};

/// What was drawn last, kept until something changes.
#[derive(Default)]
pub struct Overlay {
    drawn: Option<(Drawn, TextureHandle)>,
}

/// What a drawing shows.
#[derive(PartialEq)]
struct Drawn {
    hide: Vec<Area>,
    marks: Vec<Mark>,
    view: View,
    size: [u32; 2],
}

impl Overlay {
    /// Draws what is on the picture over the part of it that is seen.
    pub fn draw(&mut self, item: &EvidenceItem, canvas: &Canvas, ui: &Ui) {
        let (seen, dots) = (canvas.seen(), ui.pixels_per_point());
        if !seen.is_positive() || (item.hide.is_empty() && item.marks.is_empty()) {
            self.drawn = None;
            return;
        }
        let size = [(seen.width() * dots).ceil() as u32, (seen.height() * dots).ceil() as u32];
        let scale = canvas.scale * dots;
        let view = View { picture: canvas.picture, origin: canvas.point(seen.min), scale: [scale, scale] };
        let wanted = Drawn { hide: item.hide.clone(), marks: item.marks.clone(), view, size };
        if self.drawn.as_ref().is_none_or(|(drawn, _)| *drawn != wanted) {
            let pixels = ink::overlay(&wanted.hide, &wanted.marks, view, size);
            if pixels.is_empty() {
                return;
            }
            let image = ColorImage::from_rgba_premultiplied([size[0] as usize, size[1] as usize], &pixels);
            match &mut self.drawn {
                Some((drawn, texture)) => {
                    texture.set(image, TextureOptions::LINEAR);
                    *drawn = wanted;
                }
                None => self.drawn = Some((wanted, ui.ctx().load_texture("marks", image, TextureOptions::LINEAR))),
            }
        }
        if let Some((_, texture)) = &self.drawn {
            let place =
                eframe::egui::Rect::from_min_size(seen.min, eframe::egui::vec2(size[0] as f32, size[1] as f32) / dots);
            canvas.image(texture, place);
        }
    }
}
