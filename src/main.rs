//! The program: a window, or a command line.

use std::process::ExitCode;

use casefile::cli::{self, Next};
use casefile::platform::World;

fn main() -> ExitCode {
    match cli::run(std::env::args_os(), World::of_this_computer()) {
        Next::Exit(exit) => exit.into(),
        Next::Window(world, files) => window(&world, files),
    }
}

#[cfg(feature = "gui")]
fn window(world: &World, files: Vec<std::path::PathBuf>) -> ExitCode {
    match casefile::gui::run(world, files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::no_window(world, &error.to_string()).into(),
    }
}

#[cfg(not(feature = "gui"))]
fn window(world: &World, _files: Vec<std::path::PathBuf>) -> ExitCode {
    cli::no_window(world, &casefile::text::t(world.lang, "cli-no-window-built")).into()
}
