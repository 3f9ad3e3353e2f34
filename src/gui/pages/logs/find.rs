//! Looking for words in the log.

use eframe::egui::{Id, Key, Modifiers, Ui};

use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::widgets::{Field, checkbox, hint, icon_button};
use crate::text::number;

/// Draws the search.
pub fn show(state: &mut State, ui: &mut Ui) {
    let id = Id::unique("find in log");
    // Taken before the field sees them: there, Enter means done.
    let focused = ui.memory(|memory| memory.has_focus(id));
    let (next, back) = ui.input_mut(|input| {
        let mut pressed = |modifiers, key| focused && input.consume_key(modifiers, key);
        let back = pressed(Modifiers::SHIFT, Key::Enter);
        (pressed(Modifiers::NONE, Key::Enter), back)
    });
    let name = state.t("log-find-words");
    let pattern = state.t("log-find-pattern");
    let (previous, following) = (state.t("log-find-back"), state.t("log-find-next"));
    let count = count(state);
    let find = &mut state.local.log.find;
    let (mut changed, mut close) = (false, false);
    let (mut go, mut go_back) = (next, back);
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - 330.0).max(140.0));
            let field = Field::new(&mut find.words).placeholder(&name).icon(icons::MAGNIFYING_GLASS).mono().id(id);
            let response = field.show(ui, name.as_str());
            changed |= response.changed();
            close = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
            if find.focus {
                response.request_focus();
                find.focus = false;
            }
        });
        changed |= checkbox(ui, &mut find.is_pattern, &pattern).changed();
        go_back |= icon_button(ui, icons::ARROW_UP, &previous).clicked();
        go |= icon_button(ui, icons::ARROW_DOWN, &following).clicked();
        hint(ui, &count);
    });
    if close {
        find.is_open = false;
        state.local.log.mark_found();
        return;
    }
    if changed {
        find.anew();
        state.local.log.mark_found();
    } else if go || go_back {
        state.local.log.find_next(go_back);
    }
    if let Some(why) = state.local.log.find.wrong.clone() {
        hint(ui, &state.tf("log-find-wrong", &[("reason", why.into())]));
    }
}

/// Which of how many.
fn count(state: &State) -> String {
    let find = &state.local.log.find;
    if find.wanted().is_none() {
        return String::new();
    }
    let (count, is_done, are_more) = find.count();
    let shown = number(state.lang(), count as u64);
    let values = [("at", number(state.lang(), find.at() as u64).into()), ("count", shown.into())];
    let id = match (count, is_done, are_more) {
        (_, true, true) => "log-find-many",
        (0, true, _) => "log-find-none",
        (_, true, _) => "log-find-count",
        _ => "log-find-going",
    };
    state.tf(id, &values)
}
