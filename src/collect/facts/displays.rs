//! Monitors: resolution, refresh rate, scale, which is the main one.

use crate::model::{Display, ProbeProblem};

/// The monitors that are switched on, the main one first.
pub fn displays() -> Result<Vec<Display>, ProbeProblem> {
    let mut displays = told()?;
    displays.sort_by_key(|display| !display.primary);
    // Without a choice of the user's the first one is the main one.
    if let Some(first) = displays.first_mut() {
        first.primary = true;
    }
    Ok(displays)
}

/// X11 knows most; under Wayland its picture is a scaled one, there the kernel's modes come first.
#[cfg(target_os = "linux")]
fn told() -> Result<Vec<Display>, ProbeProblem> {
    use crate::collect::capture::{on_wayland, x11};
    let kernel = || super::drm::displays(std::path::Path::new("/sys/class/drm"));
    if on_wayland() {
        let modes = kernel();
        return if modes.is_empty() { x11::displays().map_err(failed) } else { Ok(modes) };
    }
    match x11::displays() {
        Ok(displays) if !displays.is_empty() => Ok(displays),
        _ => Ok(kernel()),
    }
}

#[cfg(any(windows, target_os = "macos"))]
fn told() -> Result<Vec<Display>, ProbeProblem> {
    let monitors = xcap::Monitor::all().map_err(failed)?;
    Ok(monitors
        .iter()
        .filter_map(|monitor| {
            let scale = monitor.scale_factor().ok().filter(|scale| scale.is_finite() && *scale > 0.0);
            Some(Display {
                width: pixels(monitor.width().ok()?, scale),
                height: pixels(monitor.height().ok()?, scale),
                // Windows says 0 or 1 for "what the hardware does".
                refresh_hz: monitor.frequency().ok().filter(|hz| *hz > 1.0),
                scale,
                primary: monitor.is_primary().unwrap_or(false),
            })
        })
        .collect())
}

/// A length in pixels; macOS tells it in points.
#[cfg(any(windows, target_os = "macos"))]
fn pixels(length: u32, scale: Option<f32>) -> u32 {
    match scale {
        Some(scale) if cfg!(target_os = "macos") => (length as f32 * scale).round() as u32,
        _ => length,
    }
}

fn failed(error: impl std::fmt::Display) -> ProbeProblem {
    ProbeProblem::Failed(error.to_string())
}
