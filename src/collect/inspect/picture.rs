//! The size of a picture, from its header alone.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use image::{ImageDecoder, ImageReader};
use serde::Serialize;

use crate::model::EvidenceProblem;

/// Width and height in pixels; null where the format's header cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PictureSize {
    /// Width.
    pub width: Option<u32>,
    /// Height.
    pub height: Option<u32>,
}

/// The most pixels of a picture that is painted.
const MOST_PIXELS: u64 = 100_000_000;

/// The most bytes of a picture once it is unpacked.
const MOST_BYTES: u64 = 400_000_000;

/// The picture's header says that it can be read and painted.
pub fn expect_paintable(path: &Path) -> Result<(), EvidenceProblem> {
    let unreadable = |words: String| EvidenceProblem::Unreadable(words);
    let reader = ImageReader::open(path).and_then(ImageReader::with_guessed_format);
    let mut reader = reader.map_err(|error| unreadable(error.to_string()))?;
    // The header is judged here, not the room it would take.
    reader.no_limits();
    let decoder = reader.into_decoder().map_err(|error| unreadable(error.to_string()))?;
    let (width, height) = decoder.dimensions();
    let is_giant = u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_BYTES;
    if is_giant { Err(EvidenceProblem::TooManyPixels) } else { Ok(()) }
}

/// Whether the picture moves, from its beginning: a looping GIF, an animated PNG or WebP.
pub fn is_animated(path: &Path, format: &str) -> io::Result<bool> {
    const HEAD_BYTES: u64 = 4 << 10;
    let mark: &[u8] = match format {
        "gif" => b"NETSCAPE2.0",
        "png" => b"acTL",
        "webp" => b"ANIM",
        _ => return Ok(false),
    };
    let mut head = Vec::new();
    File::open(path)?.take(HEAD_BYTES).read_to_end(&mut head)?;
    Ok(memchr::memmem::find(&head, mark).is_some())
}

/// The size of the picture at `path`; a broken one has none.
pub fn size(path: &Path) -> io::Result<PictureSize> {
    let reader = ImageReader::open(path)?.with_guessed_format()?;
    let size = reader.into_dimensions().ok();
    Ok(PictureSize { width: size.map(|size| size.0), height: size.map(|size| size.1) })
}
