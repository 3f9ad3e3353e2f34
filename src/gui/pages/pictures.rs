//! Pictures on their way from a file to the screen: decoded and scaled in jobs, a few at a time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::collect;
use crate::gui::state::State;
use crate::gui::work::{Answer, Kind};
use crate::model::Area;

/// Longer side of thumbnails in pixels.
pub const THUMBNAIL: u32 = 256;
/// Width of the large picture in pixels.
pub const LARGE: u32 = 1400;
/// No texture may be higher, in pixels.
const HIGHEST: u32 = 4096;
/// Pictures decoded at once.
pub const AT_ONCE: usize = 1;
/// Memory one decoder may use, in bytes.
const DECODER_BYTES: u64 = 1 << 29;

/// A picture that is ready to be drawn.
pub struct Picture {
    /// Width and height in the file.
    pub size: [u32; 2],
    /// What is drawn.
    pub texture: TextureHandle,
}

/// Pictures by file and width. What could not be decoded is remembered too.
#[derive(Default)]
pub struct Pictures {
    ready: BTreeMap<(PathBuf, u32), Option<Picture>>,
    /// The part of one picture that is looked at closely.
    part: Option<(PathBuf, Area, TextureHandle)>,
}

impl Pictures {
    /// Takes a decoded picture in. Only one large picture is kept.
    pub fn put(&mut self, ctx: &Context, path: PathBuf, width: u32, picture: Option<([u32; 2], ColorImage)>) {
        if width == LARGE {
            self.ready.retain(|(_, kept), _| *kept != LARGE);
        }
        let picture = picture.map(|(size, image)| Picture {
            size,
            texture: ctx.load_texture(path.display().to_string(), image, TextureOptions::LINEAR),
        });
        self.ready.insert((path, width), picture);
    }

    /// The picture, if it is there.
    #[must_use]
    pub fn get(&self, path: &Path, width: u32) -> Option<&Picture> {
        self.ready.get(&(path.to_owned(), width))?.as_ref()
    }

    /// The part of this picture that was decoded in its full size.
    #[must_use]
    pub fn part(&self, path: &Path) -> Option<(Area, &TextureHandle)> {
        let (of, area, texture) = self.part.as_ref()?;
        (of == path).then_some((*area, texture))
    }

    /// Takes such a part in; one is kept.
    pub fn put_part(&mut self, ctx: &Context, path: PathBuf, area: Area, image: ColorImage) {
        self.part = Some((path, area, ctx.load_texture("part", image, TextureOptions::LINEAR)));
    }

    /// Whether it could not be decoded.
    #[must_use]
    pub fn has_failed(&self, path: &Path, width: u32) -> bool {
        self.ready.get(&(path.to_owned(), width)).is_some_and(Option::is_none)
    }

    fn is_known(&self, path: &Path, width: u32) -> bool {
        self.ready.contains_key(&(path.to_owned(), width))
    }
}

/// Asks for a picture unless it is there or on its way.
pub fn want(state: &mut State, ctx: &Context, path: &Path, width: u32) {
    if !state.local.pictures.is_known(path, width) && state.work.pictures() < AT_ONCE {
        let path = path.to_owned();
        state.work.start(ctx, Kind::Picture(path.clone(), width), move |_| {
            let picture = decode(&path, width).or_else(|| first_frame(&path));
            Answer::Picture(path, width, picture)
        });
    }
}

/// Asks for a part of a picture in its full size.
pub fn want_part(state: &mut State, ctx: &Context, path: &Path, area: Area) {
    if state.work.pictures() < AT_ONCE && area.width > 0 && area.height > 0 {
        let path = path.to_owned();
        state.work.start(ctx, Kind::PicturePart, move |_| {
            let part = upright(&path).map(|picture| {
                let part = picture.crop_imm(area.x, area.y, area.width, area.height);
                drop(picture);
                shown(if part.width().max(part.height()) > HIGHEST / 2 {
                    part.thumbnail(HIGHEST / 2, HIGHEST / 2)
                } else {
                    part
                })
            });
            Answer::PicturePart(path, area, part)
        });
    }
}

fn decode(path: &Path, width: u32) -> Option<([u32; 2], ColorImage)> {
    let mut picture = upright(path)?;
    let size = [picture.width(), picture.height()];
    if picture.width() > width || picture.height() > HIGHEST {
        picture = picture.thumbnail(width, HIGHEST);
    }
    Some((size, shown(picture)))
}

/// The first frame of a video, where something on this computer can decode it.
fn first_frame(path: &Path) -> Option<([u32; 2], ColorImage)> {
    let is_video = infer::get_from_path(path).ok().flatten();
    is_video.filter(|kind| kind.matcher_type() == infer::MatcherType::Video)?;
    let frame = image::load_from_memory(&collect::first_frame(path)?).ok()?;
    Some(([frame.width(), frame.height()], shown(frame)))
}

fn shown(picture: image::DynamicImage) -> ColorImage {
    let rgba = picture.into_rgba8();
    ColorImage::from_rgba_unmultiplied([rgba.width() as usize, rgba.height() as usize], rgba.as_raw())
}

/// A decoded picture, turned as its camera says. One that is too large for memory is none.
fn upright(path: &Path) -> Option<image::DynamicImage> {
    let mut reader = image::ImageReader::open(path).ok()?.with_guessed_format().ok()?;
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(DECODER_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let turn = image::ImageDecoder::orientation(&mut decoder).ok();
    let mut picture = image::DynamicImage::from_decoder(decoder).ok()?;
    if let Some(turn) = turn {
        picture.apply_orientation(turn);
    }
    Some(picture)
}
