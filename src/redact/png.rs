//! PNG row by row: read as eight bits a colour on white, so that a picture is in memory once; written with a palette or in grey
//! where that keeps every pixel as it is.
//!
//! Never here: a chunk other than those of pixels, or a colour in the palette that no pixel has.

use std::collections::HashMap;
use std::io::{self, BufRead, Seek, Write};

use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};
use png::{BitDepth, ColorType, Compression, Decoder, DecodingError, Encoder, Filter, Transformations};
use rustc_hash::FxBuildHasher;

/// Colours of a palette at most.
const MOST_COLOURS: usize = 256;
/// A grey picture of more colours than this is smaller in grey than with a palette.
const FEW_COLOURS: usize = 16;

/// The picture upright, without transparency. `fits` says whether one of this width and height is read.
pub(super) fn read(
    source: impl BufRead + Seek,
    fits: impl FnOnce(u32, u32) -> bool,
) -> Result<Option<RgbImage>, DecodingError> {
    let mut decoder = Decoder::new(source);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let (width, height) = (reader.info().width, reader.info().height);
    if !fits(width, height) {
        return Ok(None);
    }
    let channels = reader.output_color_type().0.samples();
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    if reader.info().interlaced {
        let mut all = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let length = reader.next_frame(&mut all)?.buffer_size();
        on_white(&all[..length], channels, &mut pixels);
    } else {
        while let Some(row) = reader.next_row()? {
            on_white(row.data(), channels, &mut pixels);
        }
    }
    // What stands behind the pixels may turn the picture; nobody misses it where the file is cut.
    reader.finish().ok();
    let turned = reader.info().exif_metadata.as_deref().and_then(Orientation::from_exif_chunk);
    let picture = RgbImage::from_raw(width, height, pixels).unwrap_or_default();
    Ok(Some(match turned {
        None | Some(Orientation::NoTransforms) => picture,
        Some(turned) => {
            let mut picture = DynamicImage::ImageRgb8(picture);
            picture.apply_orientation(turned);
            picture.into_rgb8()
        }
    }))
}

/// Adds pixels as they look on white: what is under full transparency does not come to light.
fn on_white(bytes: &[u8], channels: usize, out: &mut Vec<u8>) {
    let white = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u32::from(colour), u32::from(alpha));
        ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    match channels {
        3 => out.extend_from_slice(bytes),
        1 => out.extend(bytes.iter().flat_map(|grey| [*grey; 3])),
        2 => out.extend(bytes.chunks_exact(2).flat_map(|pixel| [white(pixel[0], pixel[1]); 3])),
        _ => {
            out.extend(bytes.chunks_exact(4).flat_map(|pixel| [0, 1, 2].map(|colour| white(pixel[colour], pixel[3]))));
        }
    }
}

/// How pixels are written.
enum Form {
    Colours,
    Grey,
    /// The palette, and the place of each colour in it.
    Palette(Vec<[u8; 3]>, HashMap<[u8; 3], u8, FxBuildHasher>),
}

impl Form {
    fn of(pixels: &RgbImage) -> Self {
        let mut places: HashMap<[u8; 3], u8, FxBuildHasher> = HashMap::default();
        let (mut grey, mut last) = (true, None);
        for pixel in pixels.pixels() {
            if last == Some(pixel.0) {
                continue;
            }
            last = Some(pixel.0);
            grey &= pixel.0[0] == pixel.0[1] && pixel.0[1] == pixel.0[2];
            if places.len() <= MOST_COLOURS {
                places.insert(pixel.0, 0);
            } else if !grey {
                return Self::Colours;
            }
        }
        match places.len() {
            0 => Self::Colours,
            count if grey && count > FEW_COLOURS => Self::Grey,
            count if count > MOST_COLOURS => Self::Colours,
            _ => {
                let mut palette: Vec<[u8; 3]> = places.keys().copied().collect();
                palette.sort_unstable();
                for (place, colour) in palette.iter().enumerate() {
                    places.insert(*colour, place as u8);
                }
                Self::Palette(palette, places)
            }
        }
    }
}

/// Writes the picture, and nothing but its pixels.
pub(super) fn write(pixels: &RgbImage, out: impl Write) -> io::Result<()> {
    let form = Form::of(pixels);
    let mut encoder = Encoder::new(out, pixels.width(), pixels.height());
    encoder.set_compression(Compression::Balanced);
    let bits: u32 = match &form {
        Form::Colours => {
            encoder.set_color(ColorType::Rgb);
            8
        }
        Form::Grey => {
            encoder.set_color(ColorType::Grayscale);
            8
        }
        Form::Palette(palette, _) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette.as_flattened());
            let (depth, bits) = match palette.len() {
                0..=2 => (BitDepth::One, 1),
                3..=4 => (BitDepth::Two, 2),
                5..=16 => (BitDepth::Four, 4),
                _ => (BitDepth::Eight, 8),
            };
            encoder.set_depth(depth);
            encoder.set_filter(Filter::NoFilter);
            bits
        }
    };
    let mut writer = encoder.write_header()?;
    let mut rows = writer.stream_writer()?;
    let mut row = Vec::new();
    for pixels in pixels.rows() {
        row.clear();
        match &form {
            Form::Colours => row.extend(pixels.flat_map(|pixel| pixel.0)),
            Form::Grey => row.extend(pixels.map(|pixel| pixel.0[0])),
            Form::Palette(_, places) => pack(pixels.map(|pixel| places[&pixel.0]), bits, &mut row),
        }
        rows.write_all(&row)?;
    }
    rows.finish()?;
    Ok(writer.finish()?)
}

/// Several places in one byte, the first in its high bits.
fn pack(places: impl Iterator<Item = u8>, bits: u32, row: &mut Vec<u8>) {
    let mut free = 0;
    for place in places {
        if free == 0 {
            row.push(0);
            free = 8;
        }
        free -= bits;
        if let Some(last) = row.last_mut() {
            *last |= place << free;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn written(pixels: &RgbImage) -> Vec<u8> {
        let mut out = Vec::new();
        write(pixels, &mut out).unwrap();
        assert_eq!(image::load_from_memory(&out).unwrap().into_rgb8(), *pixels, "every pixel is as it was");
        assert_eq!(read(Cursor::new(&out), |_, _| true).unwrap().unwrap(), *pixels);
        out
    }

    /// Names of the chunks of a file, each once.
    fn chunks(bytes: &[u8]) -> Vec<String> {
        let (mut at, mut names) = (8, Vec::new());
        while at + 8 <= bytes.len() {
            let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
            names.push(String::from_utf8_lossy(&bytes[at + 4..at + 8]).into_owned());
            at += length + 12;
        }
        assert_eq!(at, bytes.len(), "nothing stands behind the end");
        names.dedup();
        names
    }

    #[test]
    fn few_colours_become_a_palette_of_just_these() {
        for (colours, bits) in [(1, 1), (2, 1), (3, 2), (5, 4), (16, 4), (17, 8), (256, 8)] {
            let picture = RgbImage::from_fn(67, 31, |x, y| {
                let colour = ((y * 67 + x) % colours) as u8;
                image::Rgb([colour, 255 - colour, 7])
            });
            let bytes = written(&picture);
            assert_eq!(chunks(&bytes), ["IHDR", "PLTE", "IDAT", "IEND"]);
            assert_eq!((bytes[24], bytes[25]), (bits, 3));
            let palette = u32::from_be_bytes(bytes[33..37].try_into().unwrap());
            assert_eq!(palette, 3 * colours, "no colour that no pixel has");
        }
        let many = RgbImage::from_fn(67, 31, |x, y| image::Rgb([x as u8, y as u8, 7]));
        assert_eq!(chunks(&written(&many)), ["IHDR", "IDAT", "IEND"]);
        let grey = RgbImage::from_fn(67, 31, |x, _| image::Rgb([x as u8; 3]));
        assert_eq!(written(&grey)[25], 0, "grey");
    }

    #[test]
    fn every_kind_of_pixel_is_read_on_white() {
        use png::{BitDepth, ColorType};
        let kinds: [(ColorType, BitDepth, &[u8], [u8; 3]); 6] = [
            (ColorType::Rgba, BitDepth::Eight, &[10, 20, 30, 0], [255, 255, 255]),
            (ColorType::Rgba, BitDepth::Sixteen, &[10, 9, 20, 9, 30, 9, 255, 255], [10, 20, 30]),
            (ColorType::GrayscaleAlpha, BitDepth::Eight, &[100, 255], [100, 100, 100]),
            (ColorType::Grayscale, BitDepth::One, &[0x80], [255, 255, 255]),
            (ColorType::Rgb, BitDepth::Sixteen, &[1, 0, 2, 0, 3, 0], [1, 2, 3]),
            (ColorType::Indexed, BitDepth::Eight, &[1], [7, 8, 9]),
        ];
        for (colour, depth, data, wanted) in kinds {
            let mut bytes = Vec::new();
            let mut encoder = Encoder::new(&mut bytes, 1, 1);
            encoder.set_color(colour);
            encoder.set_depth(depth);
            if colour == ColorType::Indexed {
                encoder.set_palette(&[1, 1, 1, 7, 8, 9][..]);
            }
            encoder.write_header().unwrap().write_image_data(data).unwrap();
            let picture = read(Cursor::new(bytes), |_, _| true).unwrap().unwrap();
            assert_eq!(picture.get_pixel(0, 0).0, wanted, "{colour:?} {depth:?}");
        }
    }

    #[test]
    fn a_picture_that_does_not_fit_is_not_read() {
        let mut bytes = Vec::new();
        write(&RgbImage::new(40, 20), &mut bytes).unwrap();
        assert!(read(Cursor::new(&bytes), |width, height| width * height < 800).unwrap().is_none());
        assert!(read(Cursor::new(&bytes[..40]), |_, _| true).is_err());
    }
}
