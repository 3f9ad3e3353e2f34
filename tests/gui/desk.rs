//! A window on a home folder of its own, with hands.

use crate::support::fill;
use crate::support::window;
use casefile::collect::Probes;
use casefile::gui::App;
use casefile::gui::action::Action;
use casefile::gui::dialogs::Dialogs;
use casefile::model::Lang;
use casefile::platform::Folders;
use casefile::platform::World;
use casefile::store::Settings;
use casefile::store::ThemeChoice;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The window's size where it does not matter.
pub const SIZE: [f32; 2] = [1360.0, 860.0];

/// Answers in the place of the system's dialogs.
struct Answers(Vec<PathBuf>);

impl Dialogs for Answers {
    fn files(&self, _title: &str, _several: bool) -> Vec<PathBuf> {
        self.0.clone()
    }

    fn folder(&self, _title: &str) -> Option<PathBuf> {
        self.0.first().and_then(|file| file.parent()).map(|home| home.join("project"))
    }

    fn target(&self, _title: &str, _proposed: &Path) -> Option<PathBuf> {
        self.0.first().cloned()
    }
}

/// A window on a home folder of its own.
pub struct Desk {
    pub home: tempfile::TempDir,
    pub harness: Harness<'static, Option<App>>,
}

pub fn now() -> jiff::Timestamp {
    "2026-11-18T19:42:00Z".parse().expect("a time")
}

impl Desk {
    pub fn new(size: [f32; 2], theme: Theme, lang: Lang) -> Self {
        Self::at(tempfile::tempdir().expect("a home"), size, theme, lang)
    }

    pub fn at(home: tempfile::TempDir, size: [f32; 2], theme: Theme, lang: Lang) -> Self {
        Self::of(home, size, 1.0, theme, lang)
    }

    /// A window of `size` pixels in which everything is `scale` times as large.
    pub fn enlarged(size: [f32; 2], scale: f32, lang: Lang) -> Self {
        let points = size.map(|side| (side / scale).floor());
        Self::of(tempfile::tempdir().expect("a home"), points, scale, Theme::Light, lang)
    }

    fn of(home: tempfile::TempDir, size: [f32; 2], scale: f32, theme: Theme, lang: Lang) -> Self {
        let world = World {
            folders: Folders::below(home.path().to_owned()),
            lang,
            lang_is_named: false,
            now,
            zone: jiff::tz::TimeZone::UTC,
        };
        let choice = if theme == Theme::Dark { ThemeChoice::Dark } else { ThemeChoice::Light };
        let settings = Settings { theme: choice, ..Settings::load(&world.folders) };
        settings.save(&world.folders).expect("settings are kept");
        let chosen = home.path().join("chosen.log");
        std::fs::copy("examples/evidence/dota2-console.log", &chosen).expect("a log to choose");
        let draw = move |ui: &mut eframe::egui::Ui, app: &mut Option<App>| {
            let app = app.get_or_insert_with(|| {
                App::new(ui.ctx(), world.clone(), Arc::new(Answers(vec![chosen.clone()])), Probes::default())
            });
            app.before(ui.ctx());
            fill(ui, |ui| app.draw(ui));
        };
        let mut desk =
            Self { home, harness: window(size, theme).with_pixels_per_point(scale).build_ui_state(draw, None) };
        desk.settle();
        desk
    }

    pub fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().expect("a window")
    }

    pub fn act(&mut self, action: Action) {
        self.app().state.emit(action);
        self.settle();
    }

    /// Frames until the jobs are done and the pauses are over; bounded.
    pub fn settle(&mut self) {
        for _ in 0..400 {
            self.harness.step();
            let open = self.app().state.open.as_ref();
            let due = open.is_some_and(|open| {
                open.saved != open.revision || open.reviewed != open.revision || open.previewed != open.revision
            });
            let state = &self.app().state;
            if !due && state.computer.is_some() && state.actions.is_empty() && state.work.is_idle() {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        self.harness.step();
    }

    /// Frames until something outside was noticed; bounded.
    pub fn wait(&mut self, until: impl Fn(&App) -> bool) {
        for _ in 0..600 {
            self.harness.step();
            if until(self.app()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        self.settle();
        assert!(until(self.app()), "it was not noticed");
    }

    pub fn click(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.settle();
    }

    pub fn write(&mut self, field: &str, text: &str) {
        let lines = self.harness.query_by_role_and_label(Role::MultilineTextInput, field).is_some();
        let role = if lines { Role::MultilineTextInput } else { Role::TextInput };
        self.harness.get_by_role_and_label(role, field).focus();
        self.harness.step();
        self.harness.get_by_role_and_label(role, field).type_text(text);
        self.settle();
    }

    pub fn sees(&self, name: &str) -> bool {
        self.harness.query_all_by_label_contains(name).next().is_some()
    }
}
