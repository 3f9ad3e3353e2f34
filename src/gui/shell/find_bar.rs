//! Ctrl+F: words in everything that was typed, over the page.

use eframe::egui::{Key, Modifiers, Ui};

use crate::gui::action::Action;
use crate::gui::find;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{gap, hint, icon_button, line, search_field_within};

/// Draws the bar while something is looked for.
pub fn show(state: &mut State, open: &Open, ui: &mut Ui) {
    let Some(mut find) = state.local.find.take() else { return };
    gap(ui, 2);
    let count = find::hits(open, &find.query).len();
    let mut next = None;
    let closed = line(ui, |ui| {
        let search = search_field_within(ui, &state.t("find"), &mut find.query, 0.45);
        if !std::mem::replace(&mut find.is_focused, true) {
            search.request_focus();
        }
        if search.changed() {
            find.at = None;
        }
        let (enter, back) = ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.shift));
        if search.lost_focus() && enter {
            next = Some(!back);
        }
        if !find.query.is_empty() {
            let words = match (count, find.at) {
                (0, _) => state.t("find-nothing"),
                (_, at) => {
                    let at = at.map_or(0, |at| at.min(count - 1) + 1);
                    state.tf("find-count", &[("at", at.into()), ("count", count.into())])
                }
            };
            hint(ui, &words);
        }
        if icon_button(ui, icons::CARET_UP, &state.t("find-previous")).clicked() {
            next = Some(false);
        }
        if icon_button(ui, icons::CARET_DOWN, &state.t("find-next")).clicked() {
            next = Some(true);
        }
        icon_button(ui, icons::X, &state.t("close")).clicked()
            || (search.has_focus() || search.lost_focus())
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    });
    if let Some(forward) = next {
        state.emit(Action::FindNext(forward));
    }
    if !closed {
        state.local.find = Some(find);
    }
}
