//! What the tests of the window share.

#![allow(dead_code, reason = "every test file uses its part")]
#![allow(clippy::expect_used, reason = "a picture that cannot be written fails the test")]

pub mod raster;

use std::path::PathBuf;

use casefile::gui::{fonts, theme};
use eframe::egui::{Theme, ThemePreference, Ui, UiBuilder, Vec2};
use egui_kittest::{Harness, HarnessBuilder};

/// A window of `size` points in `theme`, drawn by the processor.
pub fn window<State>(size: impl Into<Vec2>, theme: Theme) -> HarnessBuilder<State> {
    Harness::builder().with_size(size).with_theme(theme).renderer(raster::Raster::default()).with_context_setup(|ctx| {
        fonts::install(ctx);
        theme::apply(ctx, ThemePreference::System);
    })
}

/// The whole window, without the margin that the harness leaves around what it tests.
pub fn fill<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let all = ui.ctx().content_rect();
    ui.scope_builder(UiBuilder::new().max_rect(all), |ui| {
        ui.set_clip_rect(all);
        content(ui)
    })
    .inner
}

/// A picture of the window as it is, in `target/pictures`.
pub fn shot<State>(harness: &mut Harness<State>, name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let path = folder.join(format!("{name}.png"));
    harness.render().expect("a picture").save(&path).expect("the picture is written");
    path
}
