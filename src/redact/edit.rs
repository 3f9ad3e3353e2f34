//! What the user wants done to a picture, in the order that keeps what is private out: hidden areas go black first, then
//! what is cropped away is dropped, then the rest is scaled, and marks are drawn on what is left.

use image::RgbImage;

use super::ink::{self, View};
use crate::model::{Area, EvidenceItem};

/// The least that a picture is scaled to, in pixels of its longer side.
const LEAST_SIDE: u32 = 16;

/// The picture as it leaves.
pub(super) fn edited(pixels: RgbImage, item: &EvidenceItem) -> RgbImage {
    let (mut pixels, view) = prepared(pixels, item);
    if let Some(side) = item.scale_to {
        return finished(&pixels, view, side, item);
    }
    burnt(&mut pixels, view, item);
    pixels
}

/// What is private gone and the rest dropped; with the part of the picture that is left.
pub(super) fn prepared(mut pixels: RgbImage, item: &EvidenceItem) -> (RgbImage, View) {
    let picture = [pixels.width(), pixels.height()];
    for area in &item.hide {
        black(&mut pixels, *area);
    }
    let part = part(item, picture);
    let view = View { picture, origin: [part.x as f32, part.y as f32], scale: [1.0, 1.0] };
    (cropped(pixels, part), view)
}

/// A prepared picture, its longer side at most `side`, with its marks: each new pixel is the mean of those it stands for.
pub(super) fn finished(pixels: &RgbImage, view: View, side: u32, item: &EvidenceItem) -> RgbImage {
    let whole = [pixels.width(), pixels.height()];
    let smaller = fitting(whole, side);
    let mut scaled =
        if smaller == whole { pixels.clone() } else { image::imageops::thumbnail(pixels, smaller[0], smaller[1]) };
    let scale = [0, 1].map(|axis| smaller[axis] as f32 / whole[axis].max(1) as f32);
    burnt(&mut scaled, View { scale, ..view }, item);
    scaled
}

/// Draws the marks of a picture on the part of it that `view` tells.
pub(super) fn burnt(pixels: &mut RgbImage, view: View, item: &EvidenceItem) {
    ink::burn(&item.marks, pixels, view);
}

/// The part of a picture of this size that is sent: all of it where the crop leaves nothing.
pub(super) fn part(item: &EvidenceItem, picture: [u32; 2]) -> Area {
    let all = Area { x: 0, y: 0, width: picture[0], height: picture[1] };
    item.crop.map(|crop| crop.within(picture)).filter(|crop| crop.width > 0 && crop.height > 0).unwrap_or(all)
}

/// The size of a picture of `whole` whose longer side has at most `side` pixels.
pub(super) fn fitting(whole: [u32; 2], side: u32) -> [u32; 2] {
    let wanted = side.max(LEAST_SIDE);
    let longer = whole[0].max(whole[1]);
    if longer <= wanted {
        return whole;
    }
    whole.map(|edge| {
        let scaled = (u64::from(edge) * u64::from(wanted) + u64::from(longer) / 2) / u64::from(longer);
        u32::try_from(scaled).unwrap_or(wanted).max(1)
    })
}

fn black(pixels: &mut RgbImage, area: Area) {
    let area = area.within([pixels.width(), pixels.height()]);
    for y in area.y..area.y + area.height {
        for x in area.x..area.x + area.width {
            pixels.put_pixel(x, y, image::Rgb([0, 0, 0]));
        }
    }
}

/// In place: rows of the part are moved to the front, there is never a second picture in memory.
fn cropped(pixels: RgbImage, part: Area) -> RgbImage {
    let width = pixels.width() as usize;
    if [part.width, part.height] == [pixels.width(), pixels.height()] {
        return pixels;
    }
    let mut bytes = pixels.into_raw();
    let row = 3 * part.width as usize;
    for y in 0..part.height as usize {
        let start = 3 * ((part.y as usize + y) * width + part.x as usize);
        bytes.copy_within(start..start + row, y * row);
    }
    bytes.truncate(row * part.height as usize);
    RgbImage::from_raw(part.width, part.height, bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mark, MarkShape};

    fn picture() -> RgbImage {
        RgbImage::from_fn(200, 100, |x, y| image::Rgb([x as u8, y as u8, 200]))
    }

    #[test]
    fn a_crop_keeps_its_part_and_nothing_else() {
        let item = EvidenceItem { crop: Some(Area { x: 20, y: 30, width: 50, height: 40 }), ..EvidenceItem::default() };
        let after = edited(picture(), &item);
        assert_eq!(after.dimensions(), (50, 40));
        assert_eq!((after.get_pixel(0, 0).0, after.get_pixel(49, 39).0), ([20, 30, 200], [69, 69, 200]));
        let beyond = EvidenceItem { crop: Some(Area { x: 500, y: 0, width: 9, height: 9 }), ..EvidenceItem::default() };
        assert_eq!(edited(picture(), &beyond).dimensions(), (200, 100));
        let wide = EvidenceItem { crop: Some(Area { x: 150, y: 90, width: u32::MAX, height: 99 }), ..beyond };
        assert_eq!(edited(picture(), &wide).dimensions(), (50, 10));
    }

    #[test]
    fn marks_stay_where_they_were_drawn() {
        let frame = Mark { points: vec![[100, 40], [160, 80]], ..Mark::default() };
        let item = EvidenceItem {
            crop: Some(Area { x: 80, y: 20, width: 100, height: 80 }),
            scale_to: Some(50),
            marks: vec![frame],
            ..EvidenceItem::default()
        };
        let after = edited(picture(), &item);
        assert_eq!(after.dimensions(), (50, 40));
        // The frame's left edge: (100 - 80) / 2, its middle (60 - 20) / 2.
        assert!(after.get_pixel(10, 20).0[0] > 180, "{:?}", after.get_pixel(10, 20));
        assert_eq!(after.get_pixel(25, 20).0[2], 200);
    }

    #[test]
    fn what_is_hidden_bleeds_into_nothing() {
        let mut bright = RgbImage::from_pixel(200, 100, image::Rgb([10, 10, 10]));
        for pixel in bright.pixels_mut().take(200 * 50) {
            *pixel = image::Rgb([255, 0, 255]);
        }
        let item = EvidenceItem {
            hide: vec![Area { x: 0, y: 0, width: 200, height: 50 }],
            scale_to: Some(33),
            marks: vec![Mark {
                shape: MarkShape::Highlight,
                points: vec![[0, 0], [200, 100]],
                ink: crate::model::Ink::Green,
                ..Mark::default()
            }],
            ..EvidenceItem::default()
        };
        let after = edited(bright, &item);
        assert!(
            after.pixels().all(|pixel| pixel.0[0] < 40 && pixel.0[2] < 60),
            "no magenta under the highlight either"
        );
    }

    #[test]
    fn a_picture_is_scaled_down_and_never_up() {
        assert_eq!(fitting([3840, 2160], 1920), [1920, 1080]);
        assert_eq!(fitting([800, 600], 1920), [800, 600]);
        assert_eq!(fitting([60_000, 1], 100), [100, 1]);
        assert_eq!(fitting([100, 100], 0), [16, 16]);
    }
}
