//! X11: monitors by `RandR`, pictures by `GetImage` on the root window.

use std::time::Duration;

use image::RgbImage;
use x11rb::connection::Connection;
use x11rb::protocol::randr::{ConnectionExt as _, ModeFlag, ModeInfo, MonitorInfo};
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt as _, EventMask, ImageFormat, ImageOrder, MapState,
    Screen, StackMode, Window,
};
use x11rb::rust_connection::RustConnection;

use super::{Capture, encode};
use crate::collect::Error;
use crate::job::Monitor;
use crate::model::Display;

/// How long a window may take to come to the front and to draw itself.
const RAISE: Duration = Duration::from_millis(300);
/// What is smaller is no window that a person means.
const LEAST_WINDOW: u16 = 24;

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

/// One window as it is on the screen, brought to the front first.
pub fn window(id: u64) -> Result<Capture, Error> {
    let (connection, screen) = connect()?;
    let id = Window::try_from(id).map_err(|_| Error::WindowGone)?;
    raise(&connection, &screen, id)?;
    let gone = |_| Error::WindowGone;
    let geometry = connection.get_geometry(id).map_err(failed)?.reply().map_err(gone)?;
    let attributes = connection.get_window_attributes(id).map_err(failed)?.reply().map_err(gone)?;
    let place = connection.translate_coordinates(id, screen.root, 0, 0).map_err(failed)?.reply().map_err(gone)?;
    if attributes.map_state != MapState::VIEWABLE {
        return Err(Error::WindowGone);
    }
    let area = on_screen(
        (place.dst_x, place.dst_y, geometry.width, geometry.height),
        (screen.width_in_pixels, screen.height_in_pixels),
    );
    encode(grab(&connection, &screen, area.ok_or(Error::WindowGone)?)?)
}

/// The part of a window that is on the screen: only that can be asked for.
fn on_screen((x, y, width, height): (i16, i16, u16, u16), screen: (u16, u16)) -> Option<(i16, i16, u16, u16)> {
    let span = |start: i16, length: u16, most: u16| {
        let (start, end) = (i32::from(start), i32::from(start) + i32::from(length));
        let (start, end) = (start.clamp(0, most.into()), end.clamp(0, most.into()));
        Some((i16::try_from(start).ok()?, u16::try_from(end - start).ok().filter(|length| *length > 0)?))
    };
    let ((x, width), (y, height)) = (span(x, width, screen.0)?, span(y, height, screen.1)?);
    Some((x, y, width, height))
}

/// Asks the window manager, or the server where there is none, to bring a window to the front.
fn raise(connection: &RustConnection, screen: &Screen, id: Window) -> Result<(), Error> {
    let active = atom(connection, b"_NET_ACTIVE_WINDOW")?;
    // 2: on behalf of the user.
    let ask = ClientMessageEvent::new(32, id, active, [2, 0, 0, 0, 0]);
    let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
    connection.send_event(false, screen.root, mask, ask).map_err(failed)?;
    let above = ConfigureWindowAux::new().stack_mode(StackMode::ABOVE);
    connection.configure_window(id, &above).map_err(failed)?;
    connection.flush().map_err(failed)?;
    std::thread::sleep(RAISE);
    Ok(())
}

/// The windows that can be seen, the uppermost first: those the window manager tells, else those on the root window.
pub fn windows() -> Result<Vec<super::Window>, Error> {
    let (connection, screen) = connect()?;
    let mut ids: Vec<Window> = Vec::new();
    for list in [&b"_NET_CLIENT_LIST_STACKING"[..], b"_NET_CLIENT_LIST"] {
        if ids.is_empty() {
            let list = atom(&connection, list)?;
            let cookie = connection.get_property(false, screen.root, list, AtomEnum::WINDOW, 0, 1 << 12);
            let reply = cookie.map_err(failed)?.reply().ok();
            ids = reply.and_then(|reply| reply.value32().map(Iterator::collect)).unwrap_or_default();
        }
    }
    if ids.is_empty() {
        ids = connection.query_tree(screen.root).map_err(failed)?.reply().map_err(failed)?.children;
    }
    let (name, pid) = (atom(&connection, b"_NET_WM_NAME")?, atom(&connection, b"_NET_WM_PID")?);
    let text = |id: Window, property: u32| {
        let reply = connection.get_property(false, id, property, AtomEnum::ANY, 0, 256).ok()?.reply().ok()?;
        let text = String::from_utf8_lossy(&reply.value).trim_matches(['\0', ' ']).to_owned();
        (!text.is_empty()).then_some(text)
    };
    let own = |id: Window| {
        let reply = connection.get_property(false, id, pid, AtomEnum::CARDINAL, 0, 1).ok()?.reply().ok()?;
        reply.value32()?.next()
    };
    let seen = |id: Window| {
        let attributes = connection.get_window_attributes(id).ok()?.reply().ok()?;
        let geometry = connection.get_geometry(id).ok()?.reply().ok()?;
        let is_large = geometry.width >= LEAST_WINDOW && geometry.height >= LEAST_WINDOW;
        (attributes.map_state == MapState::VIEWABLE && !attributes.override_redirect && is_large).then_some(())
    };
    let listed = ids.into_iter().rev().filter(|id| own(*id) != Some(std::process::id()) && seen(*id).is_some());
    Ok(listed
        .filter_map(|id| {
            let title = text(id, name).or_else(|| text(id, AtomEnum::WM_NAME.into()))?;
            Some(super::Window { id: id.into(), title })
        })
        .collect())
}

fn atom(connection: &RustConnection, name: &[u8]) -> Result<u32, Error> {
    Ok(connection.intern_atom(false, name).map_err(failed)?.reply().map_err(failed)?.atom)
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
    fn a_window_half_off_the_screen_is_captured_where_it_is_seen() {
        assert_eq!(on_screen((-10, 5, 100, 50), (80, 40)), Some((0, 5, 80, 35)));
        assert_eq!(on_screen((-10, 5, 10, 50), (80, 40)), None);
        assert_eq!(on_screen((i16::MAX, 0, u16::MAX, 1), (80, 40)), None);
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
