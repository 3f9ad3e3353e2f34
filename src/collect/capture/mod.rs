//! Pictures of the screens, as PNG.
//!
//! Never here: a picture taken without a call, a wait without a limit, a file left behind.

#[cfg(any(windows, target_os = "macos"))]
mod native;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
pub(super) mod x11;

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};

use super::Error;
use super::copy::keep;
#[cfg(target_os = "linux")]
use super::probe::within;
use crate::job::Monitor;
use crate::model::Area;
#[cfg(target_os = "linux")]
use crate::model::ProbeProblem;

/// Seconds a display server has: a remote one may be gone.
#[cfg(target_os = "linux")]
const DISPLAY_SECS: u64 = 30;

/// How this session lets its screens be captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptureSupport {
    /// At once, every screen.
    Direct,
    /// Through the desktop, which asks the user.
    Portal,
    /// Not at all: no display.
    None,
}

/// What is captured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// Every screen.
    #[default]
    Screens,
    /// One window, by the number that [`windows`] tells.
    Window(u64),
    /// A part that is chosen afterwards, on the picture.
    Region,
}

/// A window that can be captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The system's number for it.
    pub id: u64,
    /// What stands in its title bar.
    pub title: String,
}

/// One captured screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The picture.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// How this session lets its screens be captured; asks nothing of the display.
#[must_use]
pub fn support() -> CaptureSupport {
    #[cfg(target_os = "linux")]
    {
        if on_wayland() {
            CaptureSupport::Portal
        } else if is_set("DISPLAY") {
            CaptureSupport::Direct
        } else {
            CaptureSupport::None
        }
    }
    #[cfg(any(windows, target_os = "macos"))]
    {
        CaptureSupport::Direct
    }
}

impl Capture {
    /// A picture from the clipboard: `pixels` are `width` × `height` × 4 bytes of red, green, blue and opacity.
    ///
    /// # Errors
    /// [`Error::Picture`] where the pixels do not fit the size.
    pub fn from_rgba(width: u32, height: u32, pixels: Vec<u8>) -> Result<Self, Error> {
        let picture = RgbaImage::from_raw(width, height, pixels);
        let picture = picture.ok_or_else(|| Error::Picture { reason: format!("{width} × {height}") })?;
        encode(DynamicImage::ImageRgba8(picture).into_rgb8())
    }

    /// The part of it in `area`; all of it where that leaves nothing.
    ///
    /// # Errors
    /// [`Error::Picture`] where it cannot be encoded.
    pub fn part(&self, area: Area) -> Result<Self, Error> {
        let area = area.within([self.width, self.height]);
        if area.width == 0 || area.height == 0 {
            return Ok(self.clone());
        }
        let picture = image::load_from_memory_with_format(&self.png, ImageFormat::Png);
        let picture = picture.map_err(|error| Error::Picture { reason: error.to_string() })?;
        encode(picture.crop_imm(area.x, area.y, area.width, area.height).into_rgb8())
    }

    /// Keeps it in `folder` as `stem.png`, or under the next free name; tells the path.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn save(&self, folder: &Path, stem: &str) -> Result<PathBuf, Error> {
        let write = || {
            std::fs::create_dir_all(folder)?;
            let mut file = crate::platform::temporary(folder)?;
            file.write_all(&self.png)?;
            file.as_file().sync_all()?;
            keep(file, folder, &format!("{stem}.png"))
        };
        write().map_err(|source| Error::Write { path: folder.to_owned(), source })
    }
}

/// All screens, from left to right; the portal gives them as one picture.
pub fn screens(monitor: &Monitor) -> Result<Vec<Capture>, Error> {
    monitor.go_on()?;
    match support() {
        #[cfg(target_os = "linux")]
        CaptureSupport::Direct => {
            let monitor = monitor.clone();
            within(DISPLAY_SECS, move || x11::screens(&monitor)).map_err(unanswered)?
        }
        #[cfg(target_os = "linux")]
        CaptureSupport::Portal => portal::take(false, monitor),
        #[cfg(any(windows, target_os = "macos"))]
        CaptureSupport::Direct => native::screens(monitor),
        _ => Err(Error::NoDisplay),
    }
}

/// The windows that can be captured, the uppermost first, without those of this program. None where the desktop tells no
/// program about them: it offers the choice itself.
pub fn windows(monitor: &Monitor) -> Result<Vec<Window>, Error> {
    monitor.go_on()?;
    match support() {
        #[cfg(target_os = "linux")]
        CaptureSupport::Direct => within(DISPLAY_SECS, x11::windows).map_err(unanswered)?,
        #[cfg(target_os = "linux")]
        CaptureSupport::Portal => Ok(Vec::new()),
        #[cfg(any(windows, target_os = "macos"))]
        CaptureSupport::Direct => native::windows(),
        _ => Err(Error::NoDisplay),
    }
}

/// What `aim` says, as it is now: every screen where a part is to be chosen of it. Where the desktop captures, it lets the
/// user choose itself.
pub fn take(aim: Aim, monitor: &Monitor) -> Result<Vec<Capture>, Error> {
    monitor.go_on()?;
    match (aim, support()) {
        #[cfg(target_os = "linux")]
        (Aim::Window(_), CaptureSupport::Portal) => portal::take(true, monitor),
        #[cfg(target_os = "linux")]
        (Aim::Window(id), CaptureSupport::Direct) => {
            within(DISPLAY_SECS, move || x11::window(id)).map_err(unanswered)?.map(|capture| vec![capture])
        }
        #[cfg(any(windows, target_os = "macos"))]
        (Aim::Window(id), CaptureSupport::Direct) => native::window(id).map(|capture| vec![capture]),
        _ => screens(monitor),
    }
}

#[cfg(target_os = "linux")]
fn unanswered(problem: ProbeProblem) -> Error {
    match problem {
        ProbeProblem::TimedOut(secs) => Error::DisplaySilent { secs },
        ProbeProblem::Failed(reason) => Error::Display { reason },
        ProbeProblem::NotTold => Error::NoDisplay,
    }
}

/// Whether this is a Wayland session, where only the desktop can capture.
#[cfg(target_os = "linux")]
pub(super) fn on_wayland() -> bool {
    is_set("WAYLAND_DISPLAY") || std::env::var("XDG_SESSION_TYPE").is_ok_and(|kind| kind == "wayland")
}

#[cfg(target_os = "linux")]
fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// A captured picture as PNG, without an alpha channel: a screen has none.
fn encode(picture: RgbImage) -> Result<Capture, Error> {
    let (width, height) = picture.dimensions();
    let mut png = Cursor::new(Vec::new());
    let encoded = DynamicImage::ImageRgb8(picture).write_to(&mut png, ImageFormat::Png);
    encoded.map_err(|error| Error::Picture { reason: error.to_string() })?;
    Ok(Capture { png: png.into_inner(), width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capture_is_a_png_of_its_size() {
        let capture = encode(RgbImage::from_pixel(3, 2, image::Rgb([1, 2, 3]))).unwrap();
        let read = image::load_from_memory(&capture.png).unwrap().to_rgb8();
        assert_eq!((capture.width, capture.height), read.dimensions());
        assert_eq!(read.get_pixel(2, 1).0, [1, 2, 3]);
    }

    #[test]
    fn a_part_keeps_nothing_of_the_rest() {
        let picture = RgbImage::from_fn(40, 30, |x, y| image::Rgb([x as u8, y as u8, 7]));
        let part = encode(picture).unwrap().part(Area { x: 10, y: 5, width: 20, height: 99 }).unwrap();
        assert_eq!((part.width, part.height), (20, 25));
        assert_eq!(image::load_from_memory(&part.png).unwrap().to_rgb8().get_pixel(0, 0).0, [10, 5, 7]);
        assert_eq!(part.part(Area { x: 90, y: 0, width: 1, height: 1 }).unwrap(), part);
    }

    #[test]
    fn a_stop_is_heard_first() {
        let monitor = Monitor::quiet();
        monitor.stop();
        assert!(matches!(screens(&monitor), Err(Error::Stopped(_))));
    }
}
