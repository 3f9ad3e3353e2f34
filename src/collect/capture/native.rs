//! Windows and macOS: the system's own capture, through `xcap`.

use super::{Capture, Window, encode};
use crate::collect::Error;
use crate::job::Monitor;

/// One picture for each screen, from left to right.
pub fn screens(monitor: &Monitor) -> Result<Vec<Capture>, Error> {
    let mut screens = xcap::Monitor::all().map_err(failed)?;
    if screens.is_empty() {
        return Err(Error::NoDisplay);
    }
    screens.sort_by_key(|screen| (screen.x().unwrap_or(0), screen.y().unwrap_or(0)));
    let mut captures = Vec::with_capacity(screens.len());
    for screen in screens {
        monitor.go_on()?;
        captures.push(opaque(screen.capture_image().map_err(failed)?)?);
    }
    Ok(captures)
}

/// The windows that can be seen, the uppermost first.
pub fn windows() -> Result<Vec<Window>, Error> {
    let own = std::process::id();
    let mut windows: Vec<_> = xcap::Window::all()
        .map_err(failed)?
        .into_iter()
        .filter(|window| window.pid().ok() != Some(own) && !window.is_minimized().unwrap_or(true))
        .filter_map(|window| {
            let title = window.title().ok().filter(|title| !title.trim().is_empty()).or(window.app_name().ok())?;
            let id = u64::from(window.id().ok()?);
            (!title.trim().is_empty()).then(|| (window.z().unwrap_or(0), Window { id, title }))
        })
        .collect();
    windows.sort_by_key(|(depth, _)| std::cmp::Reverse(*depth));
    Ok(windows.into_iter().map(|(_, window)| window).collect())
}

/// One window, whatever lies over it.
pub fn window(id: u64) -> Result<Capture, Error> {
    let windows = xcap::Window::all().map_err(failed)?;
    let window = windows.into_iter().find(|window| window.id().is_ok_and(|found| u64::from(found) == id));
    opaque(window.ok_or(Error::WindowGone)?.capture_image().map_err(failed)?)
}

fn failed(error: xcap::XCapError) -> Error {
    Error::Display { reason: error.to_string() }
}

fn opaque(picture: image::RgbaImage) -> Result<Capture, Error> {
    let (width, height) = picture.dimensions();
    let pixels = picture.into_raw().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let picture = image::RgbImage::from_raw(width, height, pixels)
        .ok_or_else(|| Error::Picture { reason: format!("{width} × {height}") })?;
    encode(picture)
}
