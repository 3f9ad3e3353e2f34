//! A small version of a picture as it leaves, for the screen.

use std::path::Path;

use image::RgbImage;

use super::engine::Engine;
use super::error::Error;
use super::policy::Policy;
use super::{edit, picture};
use crate::model::EvidenceItem;

/// The picture at `path` as it leaves with what `item` says of it, its longer side at most `side` pixels. Words on it are redacted
/// as far as they tell on their own what is private.
///
/// # Errors
/// It cannot be read or decoded.
pub fn small(path: &Path, item: &EvidenceItem, side: u32, policy: &Policy) -> Result<RgbImage, Error> {
    let mut item = item.clone();
    if item.marks.iter().any(|mark| !mark.text.is_empty()) {
        let mut engine = Engine::new(policy);
        item.marks.iter().for_each(|mark| engine.learn(&mark.text));
        item.marks.iter_mut().for_each(|mark| mark.text = engine.redact_text(&mark.text));
    }
    let (pixels, view) = edit::prepared(picture::decode(path)?.0, &item);
    Ok(edit::finished(&pixels, view, side, &item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Area;

    #[test]
    fn what_is_hidden_or_cropped_away_is_not_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        // Red on the left, green in the middle, blue on the right.
        let colours = [[250, 0, 0], [0, 250, 0], [0, 0, 250]];
        RgbImage::from_fn(900, 300, |x, _| image::Rgb(colours[(x / 300) as usize])).save(&path).unwrap();
        let item = EvidenceItem {
            hide: vec![Area { x: 0, y: 0, width: 300, height: 300 }],
            crop: Some(Area { x: 0, y: 0, width: 600, height: 300 }),
            ..EvidenceItem::default()
        };
        let made = small(&path, &item, 100, &Policy::default()).unwrap();
        assert_eq!(made.dimensions(), (100, 50));
        let seen =
            |red: bool, blue: bool| made.pixels().any(|pixel| (red && pixel.0[0] > 60) || (blue && pixel.0[2] > 60));
        assert!(!seen(true, false) && !seen(false, true));
        assert_eq!((made.get_pixel(10, 10).0, made.get_pixel(90, 10).0), ([0, 0, 0], [0, 250, 0]));
    }
}
