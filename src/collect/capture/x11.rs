//! X11: monitors by `RandR`, pictures by `GetImage` on the root window.

use image::RgbImage;
use x11rb::connection::Connection;
use x11rb::protocol::randr::{ConnectionExt as _, ModeFlag, ModeInfo, MonitorInfo};
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, ImageFormat, ImageOrder, Screen, Window};
use x11rb::rust_connection::RustConnection;

use super::{Capture, encode};
use crate::collect::Error;
use crate::job::Monitor;
use crate::model::Display;

/// One picture for each monitor, from left to right.
pub fn screens(monitor: &Monitor) -> Result<Vec<Capture>, Error> {
    let (connection, screen) = connect()?;
    let mut areas: Vec<(i16, i16, u16, u16)> =
        monitors(&connection, screen.root).iter().map(|m| (m.x, m.y, m.width, m.height)).collect();
    if areas.is_empty() {
        areas.push((0, 0, screen.width_in_pixels, screen.height_in_pixels));
    }
    areas.sort_unstable();
    areas.dedup();
    let mut captures = Vec::with_capacity(areas.len());
    for area in areas {
        monitor.go_on()?;
        captures.push(encode(grab(&connection, &screen, area)?)?);
    }
    Ok(captures)
}

/// The monitors with resolution, rate and scale.
pub fn displays() -> Result<Vec<Display>, Error> {
    let (connection, screen) = connect()?;
    let monitors = monitors(&connection, screen.root);
    let scale = scale(&connection, screen.root);
    let resources = connection.randr_get_screen_resources_current(screen.root).map_err(failed)?.reply().ok();
    let modes = resources.as_ref().map_or(&[][..], |resources| &resources.modes[..]);
    let rate = |monitor: &MonitorInfo| {
        let output = connection.randr_get_output_info(*monitor.outputs.first()?, 0).ok()?.reply().ok()?;
        let crtc = connection.randr_get_crtc_info(output.crtc, 0).ok()?.reply().ok()?;
        refresh_hz(modes.iter().find(|mode| mode.id == crtc.mode)?)
    };
    Ok(monitors
        .iter()
        .map(|monitor| Display {
            width: monitor.width.into(),
            height: monitor.height.into(),
            refresh_hz: rate(monitor),
            scale,
            primary: monitor.primary,
            hdr: None,
        })
        .collect())
}

fn connect() -> Result<(RustConnection, Screen), Error> {
    let display = std::env::var("DISPLAY").map_err(|_| Error::NoDisplay)?;
    let (connection, number) = x11rb::connect(Some(&on_this_computer(&display)?)).map_err(failed)?;
    let screen = connection.setup().roots.get(number).cloned().ok_or(Error::NoDisplay)?;
    Ok((connection, screen))
}

/// The name of a display that is reached without the network; another computer's is no display of this one.
fn on_this_computer(display: &str) -> Result<String, Error> {
    // Without a protocol x11rb would try the network after the socket.
    match display.split_once(':') {
        Some(("" | "unix", number)) => Ok(format!("unix/:{number}")),
        _ if display.starts_with('/') => Ok(display.to_owned()),
        _ => Err(Error::NoDisplay),
    }
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Display { reason: error.to_string() }
}

/// The active monitors; none where the server is too old to tell.
fn monitors(connection: &RustConnection, root: Window) -> Vec<MonitorInfo> {
    let reply = connection.randr_get_monitors(root, true).ok().and_then(|cookie| cookie.reply().ok());
    reply.map(|reply| reply.monitors).unwrap_or_default()
}

fn refresh_hz(mode: &ModeInfo) -> Option<f32> {
    let mut lines = f64::from(mode.vtotal);
    if mode.mode_flags.contains(ModeFlag::DOUBLE_SCAN) {
        lines *= 2.0;
    }
    if mode.mode_flags.contains(ModeFlag::INTERLACE) {
        lines /= 2.0;
    }
    let hz = f64::from(mode.dot_clock) / (f64::from(mode.htotal) * lines);
    (hz.is_finite() && hz > 0.0).then_some(((hz * 100.0).round() / 100.0) as f32)
}

/// The scale the desktop asks programs for, from `Xft.dpi` in the root window's resources.
fn scale(connection: &RustConnection, root: Window) -> Option<f32> {
    let property =
        connection.get_property(false, root, AtomEnum::RESOURCE_MANAGER, AtomEnum::STRING, 0, 1 << 16).ok()?;
    dpi_scale(&String::from_utf8_lossy(&property.reply().ok()?.value))
}

fn dpi_scale(resources: &str) -> Option<f32> {
    let dpi: f32 = resources.lines().find_map(|line| line.strip_prefix("Xft.dpi:"))?.trim().parse().ok()?;
    (dpi > 0.0).then_some(dpi / 96.0)
}

fn grab(connection: &RustConnection, screen: &Screen, area: (i16, i16, u16, u16)) -> Result<RgbImage, Error> {
    let (x, y, width, height) = area;
    let cookie = connection.get_image(ImageFormat::Z_PIXMAP, screen.root, x, y, width, height, !0).map_err(failed)?;
    let reply = cookie.reply().map_err(failed)?;
    let setup = connection.setup();
    let bits = setup
        .pixmap_formats
        .iter()
        .find(|format| format.depth == reply.depth)
        .map_or(0, |format| format.bits_per_pixel);
    if bits != 32 || !matches!(reply.depth, 24 | 30 | 32) || reply.depth == 30 {
        return Err(Error::Depth { bits: reply.depth });
    }
    let (red, blue) = if setup.image_byte_order == ImageOrder::LSB_FIRST { (2, 0) } else { (1, 3) };
    let green = if red == 2 { 1 } else { 2 };
    let pixels = reply.data.chunks_exact(4).flat_map(|pixel| [pixel[red], pixel[green], pixel[blue]]).collect();
    RgbImage::from_raw(width.into(), height.into(), pixels)
        .ok_or_else(|| Error::Picture { reason: format!("{width} × {height}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_behind_the_network_is_left_alone() {
        let name = |display| on_this_computer(display).ok();
        assert_eq!(name(":0").as_deref(), Some("unix/:0"));
        assert_eq!(name("unix:1.2").as_deref(), Some("unix/:1.2"));
        for other in ["localhost:10.0", "desk.example:0", "tcp/localhost:0", "[::1]:0", "", "0"] {
            assert_eq!(name(other), None, "{other}");
        }
    }

    #[test]
    fn the_rate_comes_from_the_timings() {
        let full_hd = ModeInfo { dot_clock: 148_500_000, htotal: 2200, vtotal: 1125, ..ModeInfo::default() };
        assert_eq!(refresh_hz(&full_hd), Some(60.0));
        assert_eq!(refresh_hz(&ModeInfo { mode_flags: ModeFlag::INTERLACE, ..full_hd }), Some(120.0));
        assert_eq!(refresh_hz(&ModeInfo::default()), None);
    }

    #[test]
    fn the_scale_comes_from_the_resources() {
        assert_eq!(dpi_scale("Xft.antialias:\t1\nXft.dpi:\t144\n"), Some(1.5));
        assert_eq!(dpi_scale("Xft.antialias:\t1\n"), None);
        assert_eq!(dpi_scale("Xft.dpi:\tmany\n"), None);
    }
}
