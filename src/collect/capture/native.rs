//! Windows and macOS: the system's own capture, through `xcap`.

use super::{Capture, encode};
use crate::collect::Error;
use crate::job::Monitor;

/// One picture for each screen, from left to right.
pub fn screens(monitor: &Monitor) -> Result<Vec<Capture>, Error> {
    let failed = |error: xcap::XCapError| Error::Display { reason: error.to_string() };
    let mut screens = xcap::Monitor::all().map_err(failed)?;
    if screens.is_empty() {
        return Err(Error::NoDisplay);
    }
    screens.sort_by_key(|screen| (screen.x().unwrap_or(0), screen.y().unwrap_or(0)));
    let mut captures = Vec::with_capacity(screens.len());
    for screen in screens {
        monitor.go_on()?;
        let picture = screen.capture_image().map_err(failed)?;
        let (width, height) = picture.dimensions();
        let pixels = picture.into_raw().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let picture = image::RgbImage::from_raw(width, height, pixels)
            .ok_or_else(|| Error::Picture { reason: format!("{width} × {height}") })?;
        captures.push(encode(picture)?);
    }
    Ok(captures)
}
