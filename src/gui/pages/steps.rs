//! "How can they see it too?"

use eframe::egui::{Id, Key, Modifiers, Ui};

use crate::gui::action::{Action, Section};
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Field, Step, chip, columns, field_label, gap, hint, icon_button, page_heading, secondary_button,
};

/// What was done to the list.
enum Edit {
    Insert(usize),
    Remove(usize),
    Move(usize, usize),
}

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    page_heading(ui, &state.t("steps-heading"), &state.t("steps-sentence"));
    let mut edit = None;
    let mut middles = Vec::new();
    let mut steps = std::mem::take(&mut open.draft.steps);
    if steps.is_empty() {
        steps.push(String::new());
    }
    for (index, text) in steps.iter_mut().enumerate() {
        let shown = one(state, open, ui, index, text, &mut edit);
        middles.push(shown.0.center().y);
        if let Some(y) = shown.1 {
            let to = middles_before(&middles, y);
            state.local.step = Some(to);
        }
        if shown.2 {
            edit = state.local.step.take().map(|to| Edit::Move(index, to));
        }
        gap(ui, 1);
    }
    paste(&mut steps);
    if let Some(edit) = edit {
        apply(state, &mut steps, &edit);
    }
    if steps.iter().all(String::is_empty) && steps.len() == 1 {
        steps.clear();
    }
    open.draft.steps = steps;
    ui.horizontal(|ui| {
        if secondary_button(ui, Some(icons::PLUS), &state.t("add-step")).clicked() {
            open.draft.steps.push(String::new());
            let last = open.draft.steps.len().max(1) - 1;
            ui.ctx().memory_mut(|memory| memory.request_focus(id(last)));
        }
        hint(ui, &state.t("steps-keys"));
    });
    gap(ui, 5);
    columns(ui, 2, |columns| {
        let label = field_label(&mut columns[0], &state.t("field-expected"), None);
        let response = Field::new(&mut open.draft.expected).rows(2).show(&mut columns[0], &label);
        state.local.take_focus("expected", &response);
        let label = field_label(&mut columns[1], &state.t("field-actual"), None);
        let response = Field::new(&mut open.draft.actual).rows(2).show(&mut columns[1], &label);
        state.local.take_focus("actual", &response);
    });
}

fn id(index: usize) -> Id {
    Id::unique(("step", index))
}

/// Draws one step: its place, where the pointer drags it to, and whether it was dropped.
fn one(
    state: &mut State,
    open: &Open,
    ui: &mut Ui,
    index: usize,
    text: &mut String,
    edit: &mut Option<Edit>,
) -> (eframe::egui::Rect, Option<f32>, bool) {
    let (name, handle) = (
        state.tf("step-name", &[("number", (index + 1).into())]),
        state.tf("step-handle", &[("number", (index + 1).into())]),
    );
    let placeholder = if index == 0 { state.t("step-example") } else { String::new() };
    let step = Step { number: index + 1, name: &name, handle: &handle, placeholder: &placeholder, id: id(index) };
    let pictures: Vec<String> = open
        .draft
        .evidence
        .iter()
        .filter(|item| item.step == Some(index + 1))
        .filter_map(|item| Some(item.path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    let remove = state.tf("step-remove", &[("number", (index + 1).into())]);
    let parts = step.show(ui, text, |ui| {
        if icon_button(ui, icons::X, &remove).clicked() {
            *edit = Some(Edit::Remove(index));
        }
        for picture in &pictures {
            if chip(ui, icons::IMAGE, picture).clicked() {
                state.emit(Action::Go(Section::Screenshots));
            }
        }
    });
    if parts.field.has_focus() {
        let (enter, up, down, back) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::Enter),
                input.consume_key(Modifiers::ALT, Key::ArrowUp),
                input.consume_key(Modifiers::ALT, Key::ArrowDown),
                text.is_empty() && input.key_pressed(Key::Backspace),
            )
        });
        match (enter, up, down, back) {
            (true, ..) => *edit = Some(Edit::Insert(index + 1)),
            (_, true, ..) if index > 0 => *edit = Some(Edit::Move(index, index - 1)),
            (_, _, true, _) => *edit = Some(Edit::Move(index, index + 1)),
            (.., true) if index > 0 => *edit = Some(Edit::Remove(index)),
            _ => {}
        }
    } else if parts.field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        *edit = Some(Edit::Insert(index + 1));
    }
    state.local.take_focus(&format!("steps[{index}]"), &parts.field);
    if index == 0 {
        state.local.take_focus("steps", &parts.field);
    }
    let dragged = parts.handle.dragged().then(|| parts.handle.interact_pointer_pos().map(|at| at.y)).flatten();
    (parts.rect, dragged, parts.handle.drag_stopped())
}

/// Where something dropped at `y` goes.
fn middles_before(middles: &[f32], y: f32) -> usize {
    middles.iter().filter(|middle| **middle < y).count()
}

/// A numbered list that was pasted into one step becomes steps.
fn paste(steps: &mut Vec<String>) {
    let Some(at) = steps.iter().position(|step| step.contains('\n')) else { return };
    let lines: Vec<String> = steps[at]
        .lines()
        .map(|line| {
            let line = line.trim();
            let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let rest = digits.strip_prefix(['.', ')']).filter(|_| digits.len() < line.len());
            rest.or_else(|| line.strip_prefix(['-', '*', '•'])).unwrap_or(line).trim().to_owned()
        })
        .filter(|line| !line.is_empty())
        .collect();
    steps.splice(at..=at, if lines.is_empty() { vec![String::new()] } else { lines });
}

fn apply(state: &mut State, steps: &mut Vec<String>, edit: &Edit) {
    let target = match *edit {
        Edit::Insert(at) => {
            steps.insert(at.min(steps.len()), String::new());
            at
        }
        Edit::Remove(at) => {
            steps.remove(at);
            at.saturating_sub(1)
        }
        Edit::Move(from, to) => {
            let to = to.min(steps.len() - 1);
            let step = steps.remove(from);
            steps.insert(to, step);
            to
        }
    };
    state.local.focus = Some(format!("steps[{target}]"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_list_becomes_steps() {
        let mut steps = vec!["Start".to_owned(), "1. Open\n2) Close\n\n- Wait\n404 appears".to_owned()];
        paste(&mut steps);
        assert_eq!(steps, ["Start", "Open", "Close", "Wait", "404 appears"]);
    }
}
