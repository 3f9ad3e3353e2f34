//! F1: what the keyboard does, and where things are kept.

use eframe::egui::{Id, Ui};

use crate::gui::action::Action;
use crate::gui::state::State;
use crate::gui::widgets::{Cell, Row, dialog, gap, hint, list, primary_button, secondary_button};

/// Draws the help while it is asked for.
pub fn show(state: &mut State, ui: &mut Ui) {
    if !state.local.help {
        return;
    }
    let mac = matches!(ui.ctx().os(), eframe::egui::os::OperatingSystem::Mac);
    let command = if mac { "⌘" } else { "Ctrl+" };
    let rows = [
        (format!("{command}N"), "new-incident"),
        (format!("{command}O"), "switch-heading"),
        (format!("{command}Shift+O"), "open-file"),
        (format!("{command}F"), "find"),
        (format!("{command}V"), "help-paste"),
        (format!("{command}E"), "export-bundle"),
        (format!("{command}Z"), "undo"),
        (format!("{command}Shift+Z"), "redo"),
        (format!("{command}1 … 7"), "help-sections"),
        (format!("{command}+ −"), "settings-scale"),
        (format!("{command},"), "settings"),
        ("F8".to_owned(), "help-point"),
        ("Enter".to_owned(), "help-enter"),
        ("Alt+↑ ↓".to_owned(), "help-move"),
    ];
    let shown = dialog(ui.ctx(), Id::unique("help"), &state.t("help"), |ui| {
        list(ui, |ui, list| {
            for (keys, id) in &rows {
                let words = state.t(id);
                let cells = [Cell::strong(keys).share(0.34), Cell::text(&words)];
                list.row(ui, &Row { cells: &cells, selected: None });
            }
        });
        gap(ui, 2);
        let kept = state.world.folders.data.clone();
        hint(ui, &state.tf("help-kept", &[("path", kept.display().to_string().into())]));
        gap(ui, 3);
        ui.horizontal(|ui| {
            let close = primary_button(ui, None, &state.t("close")).clicked();
            if secondary_button(ui, None, &state.t("show-in-folder")).clicked() {
                state.emit(Action::Reveal(kept));
            }
            close
        })
        .inner
    });
    if shown.inner || shown.dismissed {
        state.local.help = false;
    }
}
