//! "Your computer"

use eframe::egui::Ui;

use crate::check::differences;
use crate::compose::specs;
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Row, Status, banner, empty_state, fold, gap, hint, icon_button, link, list, page_heading_with,
    secondary_button, section, small_button,
};
use crate::gui::work::Kind;
use crate::model::FactKey;

/// Facts that are not of the computer itself, but of what surrounds the problem.
const AROUND: [FactKey; 4] = [FactKey::Game, FactKey::Changes, FactKey::Overlays, FactKey::Tools];

type FactRow = (FactKey, String, String);

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
    let asked = open.draft.fact_keys(&open.profile);
    if asked.is_empty() {
        empty_state(ui, icons::DESKTOP_TOWER, &state.t("system-not-wanted"), |_| {});
    } else if rows.is_empty() && !state.work.is_running(&Kind::Facts) {
        empty_state(ui, icons::DESKTOP_TOWER, &state.t("system-empty"), |ui| {
            if secondary_button(ui, Some(icons::ARROWS_CLOCKWISE), &state.t("read-again")).clicked() {
                state.emit(Action::Collect);
            }
        });
    }
    let (around, computer): (Vec<FactRow>, Vec<FactRow>) = rows.into_iter().partition(|(key, ..)| AROUND.contains(key));
    facts(state, open, &computer, ui);
    if !around.is_empty() {
        gap(ui, 3);
        section(ui, &state.t("system-around"));
        gap(ui, 1);
        facts(state, open, &around, ui);
    }
    disagreements(state, open, ui);
    notes(state, &asked, ui);
    more(state, &asked, open, ui);
}

/// Facts that are sent or kept back, each with its eye.
fn facts(state: &mut State, open: &Open, rows: &[FactRow], ui: &mut Ui) {
    if rows.is_empty() {
        return;
    }
    list(ui, |ui, list| {
        for (key, label, value) in rows {
            let hidden = open.draft.hidden_facts.contains(key);
            let kept = state.t("fact-kept-back");
            let second = if hidden { Cell::muted(&kept) } else { Cell::text(value) };
            let cells = [Cell::muted(label).share(0.223), second];
            let (icon, id) = if hidden { (icons::EYE_SLASH, "fact-send") } else { (icons::EYE, "fact-keep-back") };
            let name = state.tf(id, &[("fact", label.as_str().into())]);
            let row = Row { cells: &cells, selected: None };
            if list.row_with(ui, &row, 1.0, |ui| icon_button(ui, icon, &name).clicked()).1 {
                state.emit(Action::ToggleFact(*key));
            }
        }
    });
}

/// What an attached report of another tool says otherwise.
fn disagreements(state: &State, open: &Open, ui: &mut Ui) {
    for sentence in differences(state.facts(), &open.evidence, state.lang()) {
        gap(ui, 2);
        banner(ui, Status::Warn, &state.t("differs"), &sentence, |_| {});
    }
}

/// What this computer did not tell, and why.
fn notes(state: &mut State, asked: &[FactKey], ui: &mut Ui) {
    for note in state.facts().notes.iter().filter(|note| asked.contains(&note.fact)) {
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

/// Facts that this team does not ask for, and that the user may send all the same.
fn more(state: &mut State, asked: &[FactKey], open: &Open, ui: &mut Ui) {
    let has_game = open.draft.game.is_some();
    let others = FactKey::ALL.into_iter().filter(|key| !asked.contains(key));
    let others: Vec<FactKey> = others.filter(|key| *key != FactKey::Game || has_game).collect();
    if others.is_empty() {
        return;
    }
    gap(ui, 2);
    let mut shown = state.local.more_facts;
    let title = state.tf("facts-more", &[("count", others.len().into())]);
    fold(ui, &mut shown, &title, |ui| {
        gap(ui, 1);
        list(ui, |ui, list| {
            for key in others {
                let label = specs::label(key, state.lang());
                let value = state.fact(open, key).pop().map(|(_, value)| value);
                let value = value.unwrap_or_else(|| state.t("fact-not-read"));
                let cells = [Cell::muted(&label).share(0.223), Cell::muted(&value)];
                let name = state.tf("fact-send", &[("fact", label.as_str().into())]);
                let row = Row { cells: &cells, selected: None };
                if list.row_with(ui, &row, 1.0, |ui| icon_button(ui, icons::EYE_SLASH, &name).clicked()).1 {
                    state.emit(Action::ToggleFact(key));
                }
            }
        });
    });
    state.local.more_facts = shown;
}
