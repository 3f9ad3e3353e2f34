//! Logo, incident, destination; when it was saved, language, theme.

use eframe::egui::Ui;

use crate::gui::action::{Action, Screen, Section};
use crate::gui::clockwork::JUST_NOW_SECS;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::theme::sizes;
use crate::gui::widgets::{bar_button, bar_menu, before, hint, logo, menu_item, muted, strong, switcher, with_end};
use crate::model::{FieldValue, Lang};
use crate::store::ThemeChoice;

/// In a narrower window it is not said that everything is saved, only that it is not.
const SAVED_FROM: f32 = 900.0;
/// In a narrower window the title of the incident stands in the place of the program's name.
const CALLED_FROM: f32 = 640.0;
/// With less room the destination has no name here.
const NAME: f32 = 100.0;
/// So many incidents stand in the menu; the others are found by their names.
const IN_MENU: usize = 12;

/// Draws the bar.
pub fn show(state: &mut State, open: Option<&Open>, ui: &mut Ui) {
    let now = ui.input(|input| input.time);
    with_end(
        ui,
        sizes().top_bar,
        state,
        |state, ui| {
            logo(ui);
            if open.is_none() || ui.ctx().content_rect().width() >= CALLED_FROM {
                strong(ui, "Casefile");
            }
            let Some(open) = open else { return };
            muted(ui, "/");
            before(ui, 0.0, |ui| {
                incidents(state, open, ui);
                let name = addressed(open, state.lang());
                if ui.available_width() > NAME
                    && bar_button(ui, icons::PAPER_PLANE_TILT, Some(&name), &state.t("nav-destination")).clicked()
                {
                    state.emit(Action::Go(Section::Destination));
                }
            });
        },
        |state, ui| {
            let is_wide = ui.ctx().content_rect().width() >= SAVED_FROM;
            let is_bad = open.is_some_and(|open| open.save_failed_at.is_some());
            if let Some(saved) = open.and_then(|open| mark(state, open, now)).filter(|_| is_wide || is_bad) {
                hint(ui, &saved);
            }
            language(state, ui);
            theme(state, ui);
            more(state, ui);
        },
    );
}

/// Who will read it, and the game it is about.
fn addressed(open: &Open, lang: Lang) -> String {
    let desk = open.profile.name.get(lang);
    let answer = open.draft.fields.get("game").and_then(|answer| match answer {
        FieldValue::Text(game) => Some(game.as_str()),
        _ => None,
    });
    let game = answer.or_else(|| open.draft.game.as_ref().map(|game| game.name.as_str())).map_or("", str::trim);
    if game.is_empty() || desk.contains(game) { desk.to_owned() } else { format!("{desk} · {game}") }
}

fn incidents(state: &mut State, open: &Open, ui: &mut Ui) {
    let title = titled(state, &open.draft.title);
    let shown: String = title.chars().take(48).collect();
    let shown = if shown == title { title } else { format!("{shown}…") };
    let name = state.t("incident-switcher");
    switcher(ui, &shown, &name, |ui| {
        let others = state.incidents.iter().filter(|entry| entry.id != open.id);
        for entry in others.take(IN_MENU).cloned().collect::<Vec<_>>() {
            if menu_item(ui, None, &titled(state, &entry.title), "").clicked() {
                state.emit(Action::Open(entry.id));
            }
        }
        let (new, file) = (state.t("new-incident"), state.t("open-file"));
        if menu_item(ui, Some(icons::PLUS), &new, &shortcut(ui, "N")).clicked() {
            state.emit(Action::Home);
        }
        let all = state.t("switch-heading");
        if menu_item(ui, Some(icons::MAGNIFYING_GLASS), &all, &shortcut(ui, "O")).clicked() {
            state.emit(Action::Switch);
        }
        if menu_item(ui, Some(icons::FOLDER_OPEN), &file, &shortcut(ui, "Shift+O")).clicked() {
            state.emit(Action::ChooseFile);
        }
    });
}

fn shortcut(ui: &Ui, key: &str) -> String {
    let mac = matches!(ui.ctx().os(), eframe::egui::os::OperatingSystem::Mac);
    if mac { format!("⌘{key}") } else { format!("Ctrl+{key}") }
}

/// A title, or what stands in for a missing one.
pub fn titled(state: &State, title: &str) -> String {
    if title.trim().is_empty() { state.t("untitled") } else { title.trim().to_owned() }
}

fn mark(state: &State, open: &Open, now: f64) -> Option<String> {
    if open.save_failed_at.is_some() {
        return Some(state.t("not-saved"));
    }
    if open.saved != open.revision {
        return Some(state.t("saving"));
    }
    let saved_at = open.saved_at?;
    Some(state.t(if now - saved_at < JUST_NOW_SECS { "saved-just-now" } else { "saved" }))
}

fn language(state: &mut State, ui: &mut Ui) {
    let (code, next) = match state.lang() {
        Lang::En => ("EN", Lang::Ru),
        Lang::Ru => ("RU", Lang::En),
    };
    if bar_button(ui, icons::GLOBE, Some(code), &state.t("switch-language")).clicked() {
        state.emit(Action::Speak(next));
    }
}

/// Settings, help, and what this is.
fn more(state: &mut State, ui: &mut Ui) {
    bar_menu(ui, icons::GEAR_SIX, &state.t("menu-more"), |ui| {
        let (settings, help, about) = (state.t("settings"), state.t("help"), state.t("about"));
        if menu_item(ui, Some(icons::SLIDERS_HORIZONTAL), &settings, &shortcut(ui, ",")).clicked() {
            state.emit(Action::Show(Screen::Settings));
        }
        if menu_item(ui, Some(icons::KEYBOARD), &help, "F1").clicked() {
            state.emit(Action::Help);
        }
        if menu_item(ui, Some(icons::INFO), &about, "").clicked() {
            state.emit(Action::Show(Screen::About));
        }
    });
}

fn theme(state: &mut State, ui: &mut Ui) {
    let dark = ui.visuals().dark_mode;
    let (icon, next) = if dark { (icons::SUN, ThemeChoice::Light) } else { (icons::MOON, ThemeChoice::Dark) };
    if bar_button(ui, icon, None, &state.t(if dark { "theme-light" } else { "theme-dark" })).clicked() {
        state.emit(Action::Look(next));
    }
}
