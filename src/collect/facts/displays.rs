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
        let told = desktop();
        if !told.is_empty() {
            return Ok(told);
        }
        let modes = kernel();
        return if modes.is_empty() { x11::displays().map_err(failed) } else { Ok(modes) };
    }
    match x11::displays() {
        Ok(displays) if !displays.is_empty() => Ok(displays),
        _ => Ok(kernel()),
    }
}

/// What the tools of a Wayland desktop tell: those of KDE, then those of wlroots. Others keep it to themselves.
#[cfg(target_os = "linux")]
fn desktop() -> Vec<Display> {
    use crate::collect::probe::child;
    let ask = |tool: &str, argument: &str| {
        let told = child(tool, &[argument], 2).unwrap_or_default();
        outputs(&serde_json::from_slice(&told).unwrap_or_default())
    };
    let told = ask("kscreen-doctor", "--json");
    if told.is_empty() { ask("wlr-randr", "--json") } else { told }
}

/// The outputs in an answer of `kscreen-doctor` (`{"outputs": […]}`) or `wlr-randr` (`[…]`) that are switched on.
#[cfg(target_os = "linux")]
fn outputs(answer: &serde_json::Value) -> Vec<Display> {
    let outputs = answer.get("outputs").unwrap_or(answer).as_array();
    let on = |output: &&serde_json::Value| output.get("enabled").and_then(serde_json::Value::as_bool) == Some(true);
    outputs.into_iter().flatten().filter(on).filter_map(output).collect()
}

#[cfg(target_os = "linux")]
fn output(output: &serde_json::Value) -> Option<Display> {
    let modes = output.get("modes")?.as_array()?;
    let current = output.get("currentModeId");
    let is_current = |mode: &&serde_json::Value| {
        let named = current.is_some() && mode.get("id") == current;
        named || mode.get("current").and_then(serde_json::Value::as_bool) == Some(true)
    };
    let mode = modes.iter().find(is_current)?;
    let number = |value: &serde_json::Value, key: &str| value.get(key).and_then(serde_json::Value::as_f64);
    let size = mode.get("size").unwrap_or(mode);
    let refresh = number(mode, "refreshRate").or_else(|| number(mode, "refresh"));
    Some(Display {
        width: number(size, "width")? as u32,
        height: number(size, "height")? as u32,
        refresh_hz: refresh.map(|hz| hz as f32).filter(|hz| *hz > 1.0),
        scale: number(output, "scale").map(|scale| scale as f32).filter(|scale| *scale > 0.0),
        primary: number(output, "priority") == Some(1.0),
        hdr: output.get("hdr").and_then(serde_json::Value::as_bool),
    })
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
                hdr: None,
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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn desktops_of_wayland_are_understood() {
        let kde = serde_json::json!({"outputs": [
            {"enabled": true, "currentModeId": "2", "scale": 1.5, "priority": 1, "hdr": true, "modes": [
                {"id": "1", "size": {"width": 1920, "height": 1080}, "refreshRate": 60.0},
                {"id": "2", "size": {"width": 3840, "height": 2160}, "refreshRate": 144.0}]},
            {"enabled": false, "modes": []},
        ]});
        let found = outputs(&kde);
        let display = Display {
            width: 3840,
            height: 2160,
            refresh_hz: Some(144.0),
            scale: Some(1.5),
            primary: true,
            hdr: Some(true),
        };
        assert_eq!(found, [display]);
        let wlroots = serde_json::json!([{"enabled": true, "scale": 1.0, "modes": [
            {"width": 2560, "height": 1440, "refresh": 59.951, "current": true}]}]);
        assert_eq!(outputs(&wlroots).first().map(|display| (display.width, display.hdr)), Some((2560, None)));
        for broken in
            [serde_json::json!(null), serde_json::json!([{"enabled": true}]), serde_json::json!({"outputs": 7})]
        {
            assert!(outputs(&broken).is_empty());
        }
    }
}
