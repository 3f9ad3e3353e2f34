//! "Your computer"

use eframe::egui::Ui;

use crate::compose::specs;
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Row, Status, banner, empty_state, gap, hint, icon_button, link, list, page_heading_with, secondary_button,
    small_button,
};
use crate::gui::work::Kind;

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    let rows = state.fact_rows(open);
    page_heading_with(ui, &state.t("system-heading"), &state.t("system-sentence"), |ui| {
        if small_button(ui, Some(icons::COPY), &state.t("copy")).clicked() {
            let text: Vec<String> = rows
                .iter()
                .filter(|(key, ..)| !open.draft.hidden_facts.contains(key))
                .map(|(_, label, value)| format!("{label}: {value}"))
                .collect();
            state.emit(Action::Copy(text.join("\n")));
        }
        if small_button(ui, Some(icons::DOWNLOAD_SIMPLE), &state.t("add-report")).clicked() {
            state.emit(Action::Choose);
        }
    });
    if open.profile.facts.is_empty() {
        empty_state(ui, icons::DESKTOP_TOWER, &state.t("system-not-wanted"), |_| {});
        return;
    }
    if rows.is_empty() && !state.work.is_running(&Kind::Facts) {
        empty_state(ui, icons::DESKTOP_TOWER, &state.t("system-empty"), |ui| {
            if secondary_button(ui, Some(icons::ARROWS_CLOCKWISE), &state.t("read-again")).clicked() {
                state.emit(Action::Collect);
            }
        });
    }
    if !rows.is_empty() {
        list(ui, |ui, list| {
            for (key, label, value) in &rows {
                let hidden = open.draft.hidden_facts.contains(key);
                let kept = state.t("fact-kept-back");
                let second = if hidden { Cell::muted(&kept) } else { Cell::text(value) };
                let cells = [Cell::muted(label).share(0.22), second];
                let (icon, id) = if hidden { (icons::EYE_SLASH, "fact-send") } else { (icons::EYE, "fact-keep-back") };
                let name = state.tf(id, &[("fact", label.as_str().into())]);
                let row = Row { cells: &cells, selected: None };
                if list.row_with(ui, &row, 1.0, |ui| icon_button(ui, icon, &name).clicked()).1 {
                    state.emit(Action::ToggleFact(*key));
                }
            }
        });
    }
    notes(state, open, ui);
}

/// What this computer did not tell, and why.
fn notes(state: &mut State, open: &Open, ui: &mut Ui) {
    let facts = state.facts();
    for note in facts.notes.iter().filter(|note| open.profile.facts.contains(&note.fact)) {
        gap(ui, 2);
        let label = specs::label(note.fact, state.lang());
        let reason = specs::reason(&note.problem, state.lang());
        banner(ui, Status::Info, &format!("{label}:"), &format!("{reason}. {}", state.t("probe-told")), |_| {});
    }
    gap(ui, 2);
    ui.horizontal(|ui| {
        hint(ui, &state.t("system-hint"));
        if link(ui, &state.t("read-again")).clicked() {
            state.emit(Action::Collect);
        }
    });
}
