//! The size of a picture, from its header alone.

use std::io;
use std::path::Path;

use image::ImageReader;
use serde::Serialize;

/// Width and height in pixels; null where the format's header cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PictureSize {
    /// Width.
    pub width: Option<u32>,
    /// Height.
    pub height: Option<u32>,
}

/// The size of the picture at `path`; a broken one has none.
pub fn size(path: &Path) -> io::Result<PictureSize> {
    let reader = ImageReader::open(path)?.with_guessed_format()?;
    let size = reader.into_dimensions().ok();
    Ok(PictureSize { width: size.map(|size| size.0), height: size.map(|size| size.1) })
}
