//! Draws marks: the same for the picture that leaves and for the screen.
//!
//! Never here: what lies under a mark, a file, or more memory than a band of the picture takes.

mod glyphs;
mod shape;

use image::RgbImage;
use tiny_skia::{Color, FillRule, LineCap, LineJoin, Paint, Pixmap, PixmapMut, Stroke, Transform};

pub use self::shape::extent;
use self::shape::{Piece, pieces};
use crate::model::{Area, Mark};

/// Rows of a picture that are drawn at once.
const BAND: u32 = 256;

/// Which part of a picture is drawn, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The size of the whole picture.
    pub picture: [u32; 2],
    /// The point of the picture that is drawn in the upper left corner.
    pub origin: [f32; 2],
    /// Drawn pixels for each pixel of the picture, across and down.
    pub scale: [f32; 2],
}

/// Marks and hidden areas on a transparent ground of `size`: red, green, blue (times opacity) and opacity of each pixel.
/// Nothing where there is no room for it.
#[must_use]
pub fn overlay(hide: &[Area], marks: &[Mark], view: View, size: [u32; 2]) -> Vec<u8> {
    let Some(mut ground) = Pixmap::new(size[0], size[1]) else { return Vec::new() };
    let to = transform(view, [0.0, 0.0]);
    for area in hide {
        let area = area.within(view.picture);
        let rect = tiny_skia::Rect::from_xywh(area.x as f32, area.y as f32, area.width as f32, area.height as f32);
        if let Some(rect) = rect {
            ground.fill_rect(rect, &paint([0, 0, 0, 255]), to, None);
        }
    }
    for mark in marks {
        draw(mark, view.picture, &mut ground.as_mut(), to);
    }
    ground.take()
}

/// Draws `marks` into `pixels`, which are what `view` shows of the picture.
pub(super) fn burn(marks: &[Mark], pixels: &mut RgbImage, view: View) {
    for mark in marks {
        let [left, upper, right, lower] = extent(mark, view.picture);
        let place = |value: f32, axis: usize, most: u32| {
            ((value - view.origin[axis]) * view.scale[axis]).clamp(0.0, most as f32)
        };
        let (width, height) = pixels.dimensions();
        // One pixel more on every side: edges are softened.
        let from = [place(left, 0, width) as u32, place(upper, 1, height) as u32].map(|edge| edge.saturating_sub(1));
        let to = [
            (place(right, 0, width).ceil() as u32 + 1).min(width),
            (place(lower, 1, height).ceil() as u32 + 1).min(height),
        ];
        let mut row = from[1];
        while row < to[1] && from[0] < to[0] {
            let rows = (to[1] - row).min(BAND);
            let Some(mut band) = Pixmap::new(to[0] - from[0], rows) else { return };
            draw(mark, view.picture, &mut band.as_mut(), transform(view, [from[0] as f32, row as f32]));
            lay(&band, pixels, [from[0], row]);
            row += rows;
        }
    }
}

fn transform(view: View, corner: [f32; 2]) -> Transform {
    let [sx, sy] = view.scale;
    Transform::from_row(sx, 0.0, 0.0, sy, -view.origin[0] * sx - corner[0], -view.origin[1] * sy - corner[1])
}

fn paint([red, green, blue, alpha]: [u8; 4]) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(Color::from_rgba8(red, green, blue, alpha));
    paint
}

fn draw(mark: &Mark, picture: [u32; 2], ground: &mut PixmapMut, to: Transform) {
    for piece in pieces(mark, picture) {
        match piece {
            Piece::Fill(path, colour) => ground.fill_path(&path, &paint(colour), FillRule::Winding, to, None),
            Piece::Stroke(path, width, colour) => {
                let stroke =
                    Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
                ground.stroke_path(&path, &paint(colour), &stroke, to, None);
            }
        }
    }
}

/// Lays what was drawn over the picture, its upper left corner at `corner`.
fn lay(band: &Pixmap, pixels: &mut RgbImage, corner: [u32; 2]) {
    let width = pixels.width() as usize;
    let bytes: &mut [u8] = pixels;
    for (row, drawn) in band.data().chunks_exact(4 * band.width() as usize).enumerate() {
        let start = 3 * ((corner[1] as usize + row) * width + corner[0] as usize);
        let Some(line) = bytes.get_mut(start..) else { return };
        for (pixel, colour) in line.chunks_exact_mut(3).zip(drawn.chunks_exact(4)) {
            let rest = 255 - u32::from(colour[3]);
            if rest == 255 {
                continue;
            }
            for (channel, over) in pixel.iter_mut().zip(colour) {
                *channel = (u32::from(*over) + (u32::from(*channel) * rest + 127) / 255).min(255) as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests;
