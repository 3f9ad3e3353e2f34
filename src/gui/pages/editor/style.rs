//! The words of a text or a marker, and steps made of markers.

use eframe::egui::Ui;

use super::{Editor, Thing};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{Field, field_label, gap, small_button};
use crate::model::MarkShape;

/// The name of the field with the words.
pub const WORDS: &str = "mark-words";

/// The field with the words of what is chosen.
pub fn words(state: &mut State, open: &mut Open, index: usize, editor: &Editor, ui: &mut Ui) {
    if let Some(Thing::Mark(at)) = editor.chosen
        && let Some(mark) = open.draft.evidence.get_mut(index).and_then(|item| item.marks.get_mut(at))
        && matches!(mark.shape, MarkShape::Text | MarkShape::Number)
    {
        gap(ui, 1);
        let (label, rows) = match (mark.shape, mark.number) {
            (MarkShape::Number, Some(number)) => (state.tf("mark-happens", &[("number", (number as usize).into())]), 1),
            _ => (state.t("mark-text"), 2),
        };
        let label = field_label(ui, &label, None);
        let example = state.t(if rows == 1 { "mark-happens-example" } else { "mark-text-example" });
        let response = Field::new(&mut mark.text).rows(rows).placeholder(&example).show(ui, &label);
        state.local.take_focus(WORDS, &response);
    }
}

/// The way from markers to steps.
pub fn steps_of_markers(state: &mut State, open: &Open, ui: &mut Ui) {
    let markers = open.draft.evidence.iter().flat_map(|item| &item.marks);
    let markers = markers.filter(|mark| mark.shape == MarkShape::Number).count();
    if markers > 0 {
        gap(ui, 1);
        let name = state.tf("steps-of-markers", &[("count", markers.into())]);
        if small_button(ui, Some(icons::LIST_NUMBERS), &name).clicked() {
            state.emit(Action::StepsOfMarkers);
        }
    }
}
