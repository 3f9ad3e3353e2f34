//! Opens the window; where one renderer fails, tries the other.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{IconData, ViewportBuilder};
use eframe::{NativeOptions, Renderer};

use super::action::Action;
use super::app::App;
use super::dialogs::SystemDialogs;
use crate::collect::Probes;
use crate::platform::World;

/// No window could be opened: no display, or no renderer that works on it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoWindow(pub String);

/// Runs the window until it is closed, on an incident file or a bundle if one is named.
///
/// # Errors
/// [`NoWindow`] with the words of the last renderer.
pub fn run(world: &World, file: Option<PathBuf>) -> Result<(), NoWindow> {
    if !has_display() {
        return Err(NoWindow(crate::text::t(world.lang, "window-no-display")));
    }
    // OpenGL starts faster; over Remote Desktop and in virtual machines only the other one works.
    let first = open(Renderer::Glow, world, file.clone());
    let Err(glow) = first else { return Ok(()) };
    open(Renderer::Wgpu, world, file).map_err(|wgpu| NoWindow(format!("{glow}; {wgpu}")))
}

fn open(renderer: Renderer, world: &World, file: Option<PathBuf>) -> eframe::Result {
    let viewport = ViewportBuilder::default()
        .with_title("Casefile")
        .with_app_id("casefile")
        .with_inner_size([1360.0, 860.0])
        .with_min_inner_size([720.0, 520.0])
        .with_drag_and_drop(true)
        .with_icon(icon());
    let options = NativeOptions { viewport, renderer, ..NativeOptions::default() };
    let world = world.clone();
    eframe::run_native(
        "Casefile",
        options,
        Box::new(move |creation| {
            let probes = Probes { program: std::env::current_exe().ok() };
            let mut app = App::new(&creation.egui_ctx, world, Arc::new(SystemDialogs), probes);
            if let Some(file) = file {
                app.state.actions.push(Action::OpenFile(std::path::absolute(&file).unwrap_or(file)));
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
