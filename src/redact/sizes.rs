//! What a picture would weigh in other sizes and formats, measured by making it, so that the user sees it before choosing.

use std::io::{self, Write};
use std::path::Path;

use image::{ImageFormat, RgbImage};

use super::error::Error;
use super::{edit, picture};
use crate::job::Monitor;
use crate::model::EvidenceItem;

/// Longer sides that are offered, in pixels.
const SIDES: [u32; 3] = [2560, 1920, 1280];
/// The quality of JPEG that is offered: text stays readable.
const QUALITY: u8 = 85;

/// One way to send a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// What the draft records of it.
    pub scale_to: Option<u32>,
    /// What the draft records of it.
    pub jpeg_quality: Option<u8>,
    /// Whether it is a JPEG then.
    pub is_jpeg: bool,
    /// Width and height.
    pub pixels: [u32; 2],
    /// Bytes of the file.
    pub bytes: u64,
}

/// The picture at `path` with what `item` says of it, in every way that is offered; the first is as it is.
///
/// # Errors
/// It cannot be read or decoded, or the user pressed Stop.
pub fn sizes(path: &Path, item: &EvidenceItem, monitor: &Monitor) -> Result<Vec<Size>, Error> {
    let (pixels, format) = picture::decode(path)?;
    let is_jpeg = format == ImageFormat::Jpeg;
    let (mut pixels, view) = edit::prepared(pixels, item);
    let size = [pixels.width(), pixels.height()];
    let mut found = Vec::new();
    for side in SIDES.into_iter().filter(|side| *side < size[0].max(size[1])) {
        let scaled = edit::finished(&pixels, view, side, item);
        for jpeg in if is_jpeg { &[None][..] } else { &[None, Some(QUALITY)][..] } {
            monitor.go_on()?;
            found.push(measured(&scaled, Some(side), *jpeg, is_jpeg));
        }
    }
    edit::burnt(&mut pixels, view, item);
    if !is_jpeg {
        found.insert(0, measured(&pixels, None, Some(QUALITY), false));
    }
    monitor.go_on()?;
    found.insert(0, measured(&pixels, None, None, is_jpeg));
    Ok(found)
}

fn measured(pixels: &RgbImage, scale_to: Option<u32>, jpeg_quality: Option<u8>, was_jpeg: bool) -> Size {
    let mut count = Count(0);
    let quality = jpeg_quality.or(was_jpeg.then_some(picture::JPEG_QUALITY));
    // Counting cannot fail.
    picture::encode(pixels, quality, &mut count).ok();
    Size {
        scale_to,
        jpeg_quality,
        is_jpeg: quality.is_some(),
        pixels: [pixels.width(), pixels.height()],
        bytes: count.0,
    }
}

struct Count(u64);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Area, Mark};

    #[test]
    fn what_is_told_is_what_leaves() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shot.png");
        let noise = |x: u32, y: u32| (x.wrapping_mul(7919) ^ y.wrapping_mul(104_729)).wrapping_mul(31) as u8;
        RgbImage::from_fn(1600, 400, |x, y| image::Rgb([noise(x, y), (x / 8) as u8, 60])).save(&path).unwrap();
        let item = EvidenceItem {
            hide: vec![Area { x: 0, y: 0, width: 100, height: 100 }],
            marks: vec![Mark { points: vec![[300, 100], [900, 300]], ..Mark::default() }],
            crop: Some(Area { x: 0, y: 0, width: 1500, height: 400 }),
            ..EvidenceItem::default()
        };
        let found = sizes(&path, &item, &Monitor::quiet()).unwrap();
        let told: Vec<_> = found.iter().map(|size| (size.pixels, size.is_jpeg)).collect();
        assert_eq!(told, [([1500, 400], false), ([1500, 400], true), ([1280, 341], false), ([1280, 341], true)]);
        for size in found {
            let chosen = EvidenceItem { scale_to: size.scale_to, jpeg_quality: size.jpeg_quality, ..item.clone() };
            let painted = picture::paint(&path, &chosen).unwrap();
            assert_eq!((painted.size_bytes, painted.format == "jpeg"), (size.bytes, size.is_jpeg));
        }
        let monitor = Monitor::quiet();
        monitor.stop();
        assert!(matches!(sizes(&path, &item, &monitor), Err(Error::Stopped(_))));
    }
}
