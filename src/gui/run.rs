//! Opens the window; where one renderer fails, tries the next. Only one window is open: a second one hands its files over.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{IconData, ViewportBuilder};
use eframe::egui_glow::HardwareAcceleration;
use eframe::{NativeOptions, Renderer};

use super::action::Action;
use super::app::App;
use super::dialogs::SystemDialogs;
use crate::collect::Probes;
use crate::platform::{self, Claim, Instance, LastEnd, World};

/// How long the window that is open may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// No window could be opened: no display, or no renderer that works on it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoWindow(pub String);

/// The ways to draw. OpenGL starts faster; over Remote Desktop and in virtual machines only the second one works; the last
/// asks for OpenGL without the graphics card.
const WAYS: [(&str, Renderer, HardwareAcceleration); 3] = [
    ("glow", Renderer::Glow, HardwareAcceleration::Preferred),
    ("wgpu", Renderer::Wgpu, HardwareAcceleration::Preferred),
    ("software", Renderer::Glow, HardwareAcceleration::Off),
];

/// Runs the window until it is closed, on the files that are named: an incident file or a bundle is opened, the rest added.
///
/// # Errors
/// [`NoWindow`] with the words of the renderers.
pub fn run(world: &World, files: Vec<PathBuf>) -> Result<(), NoWindow> {
    if !has_display() {
        return Err(NoWindow(crate::text::t(world.lang, "window-no-display")));
    }
    let files: Vec<_> = files.into_iter().map(|file| std::path::absolute(&file).unwrap_or(file)).collect();
    let (instance, last_end) = match platform::claim(&world.folders.data) {
        Claim::First(instance, last_end) => (Some(Arc::new(instance)), last_end),
        Claim::Another(door) => {
            if door.hand(&files, PATIENCE).unwrap_or(false) {
                return Ok(());
            }
            // The other one hangs, or nothing can be left for it: this one opens beside it.
            (None, None)
        }
    };
    platform::report_crashes(world.folders.data.clone(), world.now);
    let mut failed = Vec::new();
    for (name, renderer, acceleration) in ways(last_end.as_ref()) {
        if let Some(instance) = &instance {
            instance.opening(name);
        }
        match open(renderer, acceleration, world, files.clone(), instance.clone(), last_end.clone()) {
            Ok(()) => return Ok(()),
            Err(error) => failed.push(format!("{name}: {error}")),
        }
    }
    if let Some(instance) = &instance {
        instance.closed();
    }
    Err(NoWindow(failed.join("; ")))
}

/// The ways in their order; the one that took the last window down with it before anything was drawn comes last.
fn ways(last_end: Option<&LastEnd>) -> Vec<(&'static str, Renderer, HardwareAcceleration)> {
    let mut ways = WAYS.to_vec();
    if let Some(LastEnd::Opening(broken)) = last_end {
        ways.sort_by_key(|(name, ..)| name == broken);
    }
    ways
}

fn open(
    renderer: Renderer,
    hardware_acceleration: HardwareAcceleration,
    world: &World,
    files: Vec<PathBuf>,
    instance: Option<Arc<Instance>>,
    last_end: Option<LastEnd>,
) -> eframe::Result {
    let viewport = ViewportBuilder::default()
        .with_title("Casefile")
        .with_app_id("casefile")
        .with_inner_size([1360.0, 860.0])
        .with_min_inner_size([720.0, 520.0])
        .with_drag_and_drop(true)
        .with_icon(icon());
    let mut options = NativeOptions {
        viewport,
        renderer,
        // Place and size of the window; one that is on no display any more is moved to where it is seen.
        persistence_path: Some(world.folders.data.join("window.ron")),
        ..NativeOptions::default()
    };
    options.glow_options.hardware_acceleration = hardware_acceleration;
    let world = world.clone();
    eframe::run_native(
        "Casefile",
        options,
        Box::new(move |creation| {
            let probes = Probes { program: std::env::current_exe().ok() };
            let mut app = App::new(&creation.egui_ctx, world, Arc::new(SystemDialogs), probes);
            app.state.inbox = instance.as_ref().map(|instance| instance.inbox());
            app.state.last_end = last_end;
            app.instance = instance;
            if !files.is_empty() {
                app.state.actions.push(Action::TakeIn(files));
            }
            Ok(Box::new(app))
        }),
    )
}

fn icon() -> IconData {
    let picture = image::load_from_memory(include_bytes!("../../assets/icons/casefile-64.png"));
    picture.map_or_else(
        |_| IconData::default(),
        |picture| {
            let picture = picture.into_rgba8();
            let (width, height) = picture.dimensions();
            IconData { rgba: picture.into_raw(), width, height }
        },
    )
}

/// Without this question winit's answer on a bare Linux server is a long text about libraries.
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos"))
        || is_set("DISPLAY")
        || is_set("WAYLAND_DISPLAY")
        || is_set("WAYLAND_SOCKET")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_that_failed_before_anything_was_drawn_comes_last() {
        let names = |last: Option<LastEnd>| -> Vec<_> { ways(last.as_ref()).iter().map(|(name, ..)| *name).collect() };
        assert_eq!(names(None), ["glow", "wgpu", "software"]);
        assert_eq!(names(Some(LastEnd::Killed)), ["glow", "wgpu", "software"]);
        assert_eq!(names(Some(LastEnd::Opening("glow".to_owned()))), ["wgpu", "software", "glow"]);
    }
}
