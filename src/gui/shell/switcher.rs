//! Ctrl+O: another incident, by its name.

use eframe::egui::{Id, Key, Modifiers, ScrollArea, Ui};

use super::top_bar::titled;
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::widgets::{Cell, Row, dialog, gap, hint, line, list, search_field, secondary_button};
use crate::store::Entry;

/// More are found by their names.
const SHOWN: usize = 50;

/// Draws the choice while it is asked for.
pub fn show(state: &mut State, ui: &mut Ui) {
    if !state.local.switching {
        return;
    }
    let shown = dialog(ui.ctx(), Id::unique("switcher"), &state.t("switch-heading"), |ui| {
        let name = state.t("switch-search");
        let search = search_field(ui, &name, &mut state.local.switch_search);
        if !state.local.switch_focused {
            state.local.switch_focused = true;
            search.request_focus();
        }
        gap(ui, 2);
        let found = found(state);
        let entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let is_in_search = search.has_focus() || search.lost_focus();
        let first = found.first().filter(|_| entered && is_in_search).map(|entry| Action::Open(entry.id.clone()));
        if found.is_empty() {
            hint(ui, &state.t("switch-nothing"));
        }
        let chosen = first.or_else(|| rows(state, &found, ui));
        gap(ui, 2);
        hint(ui, &state.t("switch-enter"));
        gap(ui, 1);
        chosen.or_else(|| others(state, ui))
    });
    if let Some(action) = shown.inner {
        state.emit(action);
        close(state);
    } else if shown.dismissed {
        close(state);
    }
}

fn close(state: &mut State) {
    (state.local.switching, state.local.switch_focused) = (false, false);
    state.local.switch_search.clear();
}

fn found(state: &State) -> Vec<Entry> {
    let wanted = state.local.switch_search.trim().to_lowercase();
    let fits = |entry: &&Entry| {
        let profile = state.profiles.get(&entry.destination);
        let name = profile.map_or("", |profile| profile.name.get(state.lang()));
        wanted.is_empty() || format!("{} {name}", entry.title).to_lowercase().contains(&wanted)
    };
    state.incidents.iter().filter(fits).take(SHOWN).cloned().collect()
}

fn rows(state: &State, found: &[Entry], ui: &mut Ui) -> Option<Action> {
    if found.is_empty() {
        return None;
    }
    let height = ui.ctx().content_rect().height() * 0.45;
    let open = state.open.as_ref().map(|open| open.id.clone());
    let mut chosen = None;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        list(ui, |ui, rows| {
            for entry in found {
                let title = titled(state, &entry.title);
                let name = state.profiles.get(&entry.destination).map_or("", |profile| profile.name.get(state.lang()));
                let cells = [Cell::text(&title), Cell::muted(name).share(0.4).right()];
                let row = Row { cells: &cells, selected: Some(open.as_ref() == Some(&entry.id)) };
                if rows.row(ui, &row).clicked() {
                    chosen = Some(Action::Open(entry.id.clone()));
                }
            }
        });
    });
    chosen
}

/// A new one, or one from a file.
fn others(state: &State, ui: &mut Ui) -> Option<Action> {
    line(ui, |ui| {
        if secondary_button(ui, Some(icons::PLUS), &state.t("new-incident")).clicked() {
            return Some(Action::Home);
        }
        secondary_button(ui, Some(icons::FOLDER_OPEN), &state.t("open-file")).clicked().then_some(Action::ChooseFile)
    })
}
