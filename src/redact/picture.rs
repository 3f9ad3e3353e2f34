//! Pictures: turned upright, private areas painted over, written anew without anything but pixels.
//!
//! Never here: metadata, transparency or a second frame in what is written, or two pictures in memory at once.

use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use tempfile::NamedTempFile;

use super::edit;
use super::error::Error;
use super::png;
use crate::model::EvidenceItem;
use crate::platform;

/// Most pixels of a picture that is read; more is a mistake or an attack.
const MOST_PIXELS: u64 = 100_000_000;
/// Most bytes of a decoded picture: four for each pixel; one with 16 bits a colour may have half as many pixels.
const MOST_BYTES: u64 = 4 * MOST_PIXELS;
/// Quality of JPEG where none is asked for.
pub(super) const JPEG_QUALITY: u8 = 90;

/// A picture without private areas, in a temporary file that goes away with it.
pub(super) struct Painted {
    /// The new file.
    pub file: NamedTempFile,
    /// Its size.
    pub size_bytes: u64,
    /// `png` or `jpeg`.
    pub format: &'static str,
}

/// Reads the picture at `path`, does what `item` says of it (in pixels of the upright picture) and writes it anew: JPEG stays
/// JPEG, everything else becomes PNG unless a quality is asked for.
///
/// # Errors
/// The file cannot be read or decoded, is too large, or there is no room for the new one.
pub(super) fn paint(path: &Path, item: &EvidenceItem) -> Result<Painted, Error> {
    painted(decode(path)?, item)
}

/// The same of a picture in memory, without changes; `path` is for messages.
pub(super) fn paint_bytes(bytes: Vec<u8>, path: &Path) -> Result<Painted, Error> {
    painted(decode_from(io::Cursor::new(bytes), path)?, &EvidenceItem::default())
}

fn painted((pixels, source): (RgbImage, ImageFormat), item: &EvidenceItem) -> Result<Painted, Error> {
    let pixels = edit::edited(pixels, item);
    let temporary = |source| Error::Temporary { path: std::env::temp_dir(), source };
    let mut file = platform::temporary(&std::env::temp_dir()).map_err(temporary)?;
    let quality = item.jpeg_quality.map(|quality| quality.clamp(1, 100));
    let jpeg = quality.or((source == ImageFormat::Jpeg).then_some(JPEG_QUALITY));
    encode(&pixels, jpeg, &mut io::BufWriter::new(&mut file)).map_err(temporary)?;
    let size_bytes = file.seek(SeekFrom::End(0)).map_err(temporary)?;
    Ok(Painted { file, size_bytes, format: if jpeg.is_some() { "jpeg" } else { "png" } })
}

/// As JPEG of this quality, or as PNG.
pub(super) fn encode(pixels: &RgbImage, jpeg: Option<u8>, out: &mut impl Write) -> io::Result<()> {
    let done = match jpeg {
        Some(quality) => pixels.write_with_encoder(JpegEncoder::new_with_quality(&mut *out, quality)),
        None => png::write(pixels, &mut *out).map_err(image::ImageError::IoError),
    };
    done.map_err(|error| match error {
        image::ImageError::IoError(error) => error,
        other => io::Error::other(other),
    })?;
    out.flush()
}

/// `name` with an ending that fits `format`.
pub(super) fn named_as(name: &str, format: &str) -> String {
    let path = Path::new(name);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match (format, ending.as_str()) {
        ("jpeg", "jpg" | "jpeg" | "jpe" | "jfif") | ("png", "png") => name.to_owned(),
        ("jpeg", _) => path.with_extension("jpg").to_string_lossy().into_owned(),
        _ => path.with_extension("png").to_string_lossy().into_owned(),
    }
}

/// The picture at `path`, upright, on white, with the format it had.
pub(super) fn decode(path: &Path) -> Result<(RgbImage, ImageFormat), Error> {
    let file = std::fs::File::open(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    decode_from(BufReader::new(file), path)
}

fn decode_from(source: impl BufRead + Seek, path: &Path) -> Result<(RgbImage, ImageFormat), Error> {
    let read = |source| Error::Read { path: path.to_owned(), source };
    let broken = |error: image::ImageError| Error::Picture { path: path.to_owned(), reason: error.to_string() };
    let mut reader = ImageReader::new(source).with_guessed_format().map_err(read)?;
    let format = reader.format();
    if format == Some(ImageFormat::Png) {
        let mut size = (0, 0);
        let picture = png::read(reader.into_inner(), |width, height| {
            size = (width, height);
            u64::from(width) * u64::from(height) <= MOST_PIXELS
        });
        let picture = picture.map_err(|error| Error::Picture { path: path.to_owned(), reason: error.to_string() })?;
        let picture = picture.ok_or(Error::PictureSize { path: path.to_owned(), width: size.0, height: size.1 })?;
        return Ok((picture, ImageFormat::Png));
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_BYTES {
        return Err(Error::PictureSize { path: path.to_owned(), width, height });
    }
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    Ok((flatten(picture), format.unwrap_or(ImageFormat::Png)))
}

/// Colours as they look on white: what is under full transparency does not come to light.
fn flatten(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let (width, height) = picture.dimensions();
    let mut bytes = picture.into_raw();
    // In place: the pixel without transparency is written over what was read before.
    for pixel in 0..bytes.len() / 4 {
        let alpha = u32::from(bytes[4 * pixel + 3]);
        for colour in 0..3 {
            let on_white = (u32::from(bytes[4 * pixel + colour]) * alpha + 255 * (255 - alpha) + 127) / 255;
            bytes[3 * pixel + colour] = on_white as u8;
        }
    }
    bytes.truncate(bytes.len() / 4 * 3);
    RgbImage::from_raw(width, height, bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Area;
    use std::io::Read;

    fn hiding(areas: &[Area]) -> EvidenceItem {
        EvidenceItem { hide: areas.to_vec(), ..EvidenceItem::default() }
    }

    fn contents(painted: &Painted) -> Vec<u8> {
        let mut bytes = Vec::new();
        painted.file.reopen().unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes.len() as u64, painted.size_bytes);
        bytes
    }

    fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
        let mut body = name.to_vec();
        body.extend_from_slice(data);
        let sum = crc32fast::hash(&body);
        let mut out = (data.len() as u32).to_be_bytes().to_vec();
        out.extend(body);
        out.extend(sum.to_be_bytes());
        out
    }

    /// A picture with a text chunk that names its author.
    fn png_with_text(folder: &Path) -> std::path::PathBuf {
        let picture =
            image::RgbaImage::from_fn(20, 10, |x, _| image::Rgba([200, 10, x as u8, if x < 3 { 0 } else { 255 }]));
        let mut bytes = io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        let mut bytes = bytes.into_inner();
        let text = chunk(*b"tEXt", b"Author\0Grete Canary");
        bytes.splice(33..33, text);
        let path = folder.join("shot.png");
        io::copy(&mut &bytes[..], &mut std::fs::File::create(&path).unwrap()).unwrap();
        path
    }

    #[test]
    fn areas_are_gone_and_metadata_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = png_with_text(folder.path());
        let areas = [
            Area { x: 15, y: 5, width: 4_000_000_000, height: u32::MAX },
            Area { x: 100, y: 100, width: 1, height: 1 },
        ];
        let painted = paint(&path, &hiding(&areas)).unwrap();
        let bytes = contents(&painted);
        assert_eq!(painted.format, "png");
        assert!(memchr::memmem::find(&bytes, b"Canary").is_none());
        assert!(memchr::memmem::find(&bytes, b"tEXt").is_none());
        let after = image::load_from_memory(&bytes).unwrap();
        assert!(!after.color().has_alpha());
        let after = after.into_rgb8();
        assert_eq!(after.get_pixel(15, 5).0, [0, 0, 0]);
        assert_eq!(after.get_pixel(19, 9).0, [0, 0, 0]);
        assert_eq!(after.get_pixel(14, 5).0, [200, 10, 14]);
        assert_eq!(after.get_pixel(0, 0).0, [255, 255, 255], "the colour under transparency is gone");
    }

    #[test]
    fn a_photo_is_turned_upright_before_painting() {
        let folder = tempfile::tempdir().unwrap();
        let picture = RgbImage::from_pixel(40, 20, image::Rgb([250, 250, 250]));
        let mut bytes = io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        let mut bytes = bytes.into_inner();
        // Exif with one entry, orientation 6: the camera was turned by 90 degrees.
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0Canary".to_vec();
        let mut segment = vec![0xFF, 0xE1];
        segment.extend(((exif.len() + 2) as u16).to_be_bytes());
        segment.append(&mut exif);
        bytes.splice(2..2, segment);
        let path = folder.path().join("photo.jpg");
        io::copy(&mut &bytes[..], &mut std::fs::File::create(&path).unwrap()).unwrap();
        let painted = paint(&path, &hiding(&[Area { x: 0, y: 30, width: 20, height: 10 }])).unwrap();
        let bytes = contents(&painted);
        assert_eq!(painted.format, "jpeg");
        assert!(memchr::memmem::find(&bytes, b"Canary").is_none());
        let after = image::load_from_memory(&bytes).unwrap().into_rgb8();
        assert_eq!(after.dimensions(), (20, 40));
        assert!(after.get_pixel(10, 38).0[0] < 30 && after.get_pixel(10, 5).0[0] > 220);
    }

    #[test]
    fn broken_and_giant_pictures_are_explained() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("broken.png");
        io::copy(&mut &b"\x89PNG\r\n\x1a\nno picture"[..], &mut std::fs::File::create(&path).unwrap()).unwrap();
        assert!(matches!(paint(&path, &hiding(&[])), Err(Error::Picture { .. })));
        assert!(matches!(paint(&folder.path().join("gone.png"), &hiding(&[])), Err(Error::Read { .. })));
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        bytes.extend(chunk(*b"IHDR", &[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 8, 2, 0, 0, 0]));
        bytes.extend(chunk(*b"IDAT", &[]));
        bytes.extend(chunk(*b"IEND", &[]));
        io::copy(&mut &bytes[..], &mut std::fs::File::create(&path).unwrap()).unwrap();
        assert!(matches!(
            paint(&path, &hiding(&[])),
            Err(Error::PictureSize { width: 0xFFFF, .. } | Error::Picture { .. })
        ));
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        bytes.extend(chunk(*b"IHDR", &[0, 0, 0x20, 0, 0, 0, 0x20, 0, 16, 6, 0, 0, 0]));
        bytes.extend(chunk(*b"IDAT", &[]));
        bytes.extend(chunk(*b"IEND", &[]));
        io::copy(&mut &bytes[..], &mut std::fs::File::create(&path).unwrap()).unwrap();
        // Read as eight bits a colour, sixteen take no more room: only the missing pixels are wrong here.
        assert!(matches!(paint(&path, &hiding(&[])), Err(Error::Picture { .. })));
    }
}
