//! Over the picture the tools; under it colours, thickness and how large it is shown.

use eframe::egui::{Align, Layout, Ui};

use super::{Editor, Thing, Tool, commit};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    hint, hint_where_it_fits, icon_button, small_button, swatch, tool_button, tool_button_when, tool_row, tool_row_end,
    width_button,
};
use crate::model::{Ink, Mark, Thickness};

/// The tools, and one step back and forward.
pub fn tools(state: &mut State, open: &Open, editor: &mut Editor, ui: &mut Ui) {
    tool_row(ui, |ui| {
        for tool in Tool::ALL {
            let (icon, name, key) = tool.face();
            let name = state.tf("tool-with-key", &[("tool", state.t(name).into()), ("key", key.name().into())]);
            if tool_button(ui, icon, &name, editor.tool == tool).clicked() {
                (editor.tool, editor.drag) = (tool, None);
            }
        }
        let undo = state.t("undo");
        if tool_button_when(ui, open.history.last().is_some(), icons::ARROW_U_UP_LEFT, &undo).clicked() {
            state.emit(Action::Undo);
        }
        let redo = state.t("redo");
        if tool_button_when(ui, open.history.can_redo(), icons::ARROW_U_UP_RIGHT, &redo).clicked() {
            state.emit(Action::Redo);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let told = if editor.tool == Tool::Crop { "crop-how" } else { "hide-how" };
            hint_where_it_fits(ui, &state.t(told));
        });
    });
}

/// What the next mark, and the chosen one, look like; and how large the picture is shown.
pub fn style(state: &mut State, open: &mut Open, index: usize, editor: &mut Editor, ui: &mut Ui) {
    tool_row(ui, |ui| {
        for ink in Ink::ALL {
            let name = state.t(&format!("ink-{}", ink.id()));
            if swatch(ui, ink, &name, editor.ink == ink).clicked() {
                editor.ink = ink;
                restyle(open, index, editor, |mark| mark.ink = ink);
            }
        }
        for (line, width) in Thickness::ALL.into_iter().zip([1.5, 3.0, 5.5]) {
            let name = state.t(&format!("line-{}", line.id()));
            if width_button(ui, width, &name, editor.line == line).clicked() {
                editor.line = line;
                restyle(open, index, editor, |mark| mark.line = line);
            }
        }
        tool_row_end(ui, |ui| {
            if editor.zoom > 1.0 && small_button(ui, None, &state.t("zoom-fit")).clicked() {
                editor.enlarge(0.0);
            }
            if icon_button(ui, icons::PLUS, &state.t("zoom-in")).clicked() {
                editor.enlarge(1.5);
            }
            if icon_button(ui, icons::MINUS, &state.t("zoom-out")).clicked() {
                editor.enlarge(1.0 / 1.5);
            }
            if editor.zoom > 1.0 {
                let share = crate::text::number(state.lang(), (editor.zoom * 100.0).round() as u64);
                hint(ui, &state.tf("zoom-share", &[("share", share.into())]));
            }
        });
    });
    if let Some(thing) = editor.chosen
        && let Some(item) = open.draft.evidence.get(index)
    {
        hint(ui, &super::chosen(state, item, thing));
    }
}

fn restyle(open: &mut Open, index: usize, editor: &Editor, change: impl FnOnce(&mut Mark)) {
    if let Some(Thing::Mark(at)) = editor.chosen {
        commit(open, index, |item| {
            if let Some(mark) = item.marks.get_mut(at) {
                change(mark);
            }
        });
    }
}
