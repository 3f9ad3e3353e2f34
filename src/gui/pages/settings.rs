//! "Settings": what can be chosen for the program itself.

use eframe::egui::Ui;

use crate::gui::action::{Action, Screen, Setting};
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::widgets::{
    Field, checkbox, choice, columns, field_label, gap, hint, line, page_heading_with, section, small_button,
    text_field,
};
use crate::model::Lang;
use crate::store::{Scale, ThemeChoice};
use crate::text::{self, size};

/// Draws the page.
pub fn show(state: &mut State, ui: &mut Ui) {
    gap(ui, 6);
    page_heading_with(ui, &state.t("settings"), &state.t("settings-sentence"), |ui| {
        if small_button(ui, Some(icons::ARROW_LEFT), &state.t("back")).clicked() {
            state.emit(Action::Back);
        }
    });
    look(state, ui);
    answers(state, ui);
    places(state, ui);
    gap(ui, 5);
    if small_button(ui, Some(icons::INFO), &state.t("about")).clicked() {
        state.emit(Action::Show(Screen::About));
    }
    gap(ui, 8);
}

fn look(state: &mut State, ui: &mut Ui) {
    section(ui, &state.t("settings-look"));
    gap(ui, 1);
    columns(ui, 2, |columns| {
        language(state, &mut columns[0]);
        theme(state, &mut columns[1]);
    });
    gap(ui, 2);
    columns(ui, 2, |columns| scale(state, &mut columns[0]));
    gap(ui, 2);
    let mut still = state.settings.reduced_motion;
    if checkbox(ui, &mut still, &state.t("settings-still")).changed() {
        state.emit(Action::Set(Setting::ReducedMotion(still)));
    }
}

fn language(state: &mut State, ui: &mut Ui) {
    let label = field_label(ui, &state.t("settings-language"), None);
    let mut names = vec![state.t("as-the-system")];
    names.extend(Lang::ALL.iter().map(|lang| text::t(*lang, "language-name")));
    let at = |lang: Lang| Lang::ALL.iter().position(|one| *one == lang).map_or(0, |at| at + 1);
    let mut chosen = state.settings.language.map_or(0, at);
    if choice(ui, &label, &names, &mut chosen).changed() {
        let lang = chosen.checked_sub(1).and_then(|at| Lang::ALL.get(at));
        state.emit(lang.map_or(Action::Set(Setting::SystemLanguage), |lang| Action::Speak(*lang)));
    }
}

fn theme(state: &mut State, ui: &mut Ui) {
    const ALL: [(ThemeChoice, &str); 3] = [
        (ThemeChoice::System, "as-the-system"),
        (ThemeChoice::Light, "theme-light"),
        (ThemeChoice::Dark, "theme-dark"),
    ];
    let label = field_label(ui, &state.t("settings-theme"), None);
    let names = ALL.map(|(_, id)| state.t(id));
    let mut chosen = ALL.iter().position(|(theme, _)| *theme == state.settings.theme).unwrap_or(0);
    if choice(ui, &label, &names, &mut chosen).changed()
        && let Some((theme, _)) = ALL.get(chosen)
    {
        state.emit(Action::Look(*theme));
    }
}

fn scale(state: &mut State, ui: &mut Ui) {
    let label = field_label(ui, &state.t("settings-scale"), None);
    let mut all = Scale::ALL.to_vec();
    if !all.contains(&state.settings.scale) {
        all.push(state.settings.scale);
        all.sort_unstable();
    }
    let names: Vec<String> = all.iter().map(|scale| format!("{} %", scale.percent())).collect();
    let mut chosen = all.iter().position(|scale| *scale == state.settings.scale).unwrap_or(0);
    if choice(ui, &label, &names, &mut chosen).changed()
        && let Some(scale) = all.get(chosen)
    {
        state.emit(Action::Set(Setting::Scale(*scale)));
    }
}

/// Whom to answer, in incidents that are begun from now on.
fn answers(state: &mut State, ui: &mut Ui) {
    gap(ui, 4);
    section(ui, &state.t("settings-contact"));
    hint(ui, &state.t("settings-contact-hint"));
    gap(ui, 1);
    columns(ui, 2, |columns| {
        let label = field_label(&mut columns[0], &state.t("contact-name"), None);
        text_field(&mut columns[0], &label, &mut state.settings.contact.name, "");
        let label = field_label(&mut columns[1], &state.t("contact-email"), None);
        Field::new(&mut state.settings.contact.email).icon(icons::AT).show(&mut columns[1], &label);
    });
    gap(ui, 2);
    columns(ui, 2, |columns| {
        let label = field_label(&mut columns[0], &state.t("contact-phone"), None);
        text_field(&mut columns[0], &label, &mut state.settings.contact.phone, "");
    });
}

/// Where things are kept.
fn places(state: &mut State, ui: &mut Ui) {
    gap(ui, 4);
    section(ui, &state.t("settings-places"));
    gap(ui, 1);
    let label = field_label(ui, &state.t("settings-exports"), None);
    let documents = state.world.folders.documents.display().to_string();
    let mut folder = state.settings.exports.as_ref().map(|it| it.display().to_string()).unwrap_or_default();
    if text_field(ui, &label, &mut folder, &documents).changed() {
        state.emit(Action::Set(Setting::Exports((!folder.trim().is_empty()).then(|| folder.trim().into()))));
    }
    gap(ui, 1);
    if small_button(ui, Some(icons::FOLDER), &state.t("choose-exports")).clicked() {
        state.emit(Action::ChooseExports);
    }
    gap(ui, 3);
    let kept = state.world.folders.data.clone();
    hint(ui, &state.tf("help-kept", &[("path", kept.display().to_string().into())]));
    line(ui, |ui| {
        if small_button(ui, Some(icons::FOLDER_OPEN), &state.t("show-in-folder")).clicked() {
            state.emit(Action::Reveal(kept));
        }
    });
    removed(state, ui);
}

/// What was removed and can still be put back takes room.
fn removed(state: &mut State, ui: &mut Ui) {
    let Some((count, bytes)) = state.local.removed else { return };
    gap(ui, 3);
    let size = size(state.lang(), bytes);
    hint(ui, &state.tf("settings-removed", &[("count", count.into()), ("size", size.into())]));
    if count > 0 {
        line(ui, |ui| {
            if small_button(ui, Some(icons::TRASH), &state.t("settings-empty")).clicked() {
                state.emit(Action::EmptyRemoved);
            }
        });
    }
}
