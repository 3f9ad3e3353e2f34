//! "How can they see it too?"

use eframe::egui::{Id, Key, Modifiers, Ui};

use crate::gui::action::{Action, Section};
use crate::gui::icons;
use crate::gui::pages::marks::marks;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Field, Long, Step, chip, columns, field_label, gap, hint, icon_button, page_heading, secondary_button,
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
    let mut steps = std::mem::take(&mut open.draft.steps);
    if steps.is_empty() {
        steps.push(String::new());
    }
    let mut edit = None;
    let mut rows = Vec::new();
    let mut long = Long::load(ui, "steps");
    for (index, text) in steps.iter_mut().enumerate() {
        let is_asked = state.local.focus.as_deref() == Some(format!("steps[{index}]").as_str());
        let (rect, dropped_at) = long.row(ui, index, is_asked, |ui| one(state, open, ui, index, text, &mut edit));
        rows.push((rect.center().y, dropped_at.flatten()));
    }
    long.store(ui);
    let dropped = rows.iter().enumerate().find_map(|(index, (_, dropped_at))| Some((index, (*dropped_at)?)));
    if let Some((from, y)) = dropped {
        let to = rows.iter().enumerate().filter(|(index, (middle, _))| *index != from && *middle < y).count();
        edit = Some(Edit::Move(from, to));
    }
    let places = match &edit {
        Some(edit) => Some(apply(state, &mut steps, edit)),
        None => paste(&mut steps),
    };
    if let Some(places) = places {
        // Pictures go where their step goes.
        for item in &mut open.draft.evidence {
            item.step = item.step.and_then(|step| places.get(step.checked_sub(1)?).copied()?).map(|place| place + 1);
        }
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
    gap(ui, 4);
    columns(ui, 2, |columns| {
        let label = field_label(&mut columns[0], &state.t("field-expected"), None);
        let found = marks(state, open, "expected", &open.draft.expected);
        let field = Field::new(&mut open.draft.expected).rows(2).marks(&found.places).notes(&found.notes);
        let response = field.show(&mut columns[0], &label);
        state.local.take_focus("expected", &response);
        let label = field_label(&mut columns[1], &state.t("field-actual"), None);
        let found = marks(state, open, "actual", &open.draft.actual);
        let field = Field::new(&mut open.draft.actual).rows(2).marks(&found.places).notes(&found.notes);
        let response = field.show(&mut columns[1], &label);
        state.local.take_focus("actual", &response);
    });
}

fn id(index: usize) -> Id {
    Id::unique(("step", index))
}

/// Draws one step; answers where it was dropped, if it was.
fn one(
    state: &mut State,
    open: &Open,
    ui: &mut Ui,
    index: usize,
    text: &mut String,
    edit: &mut Option<Edit>,
) -> Option<f32> {
    let (name, handle) = (
        state.tf("step-name", &[("number", (index + 1).into())]),
        state.tf("step-handle", &[("number", (index + 1).into())]),
    );
    let placeholder = if index == 0 { state.t("step-example") } else { String::new() };
    let found = marks(state, open, &format!("steps[{index}]"), text);
    let step = Step {
        number: index + 1,
        name: &name,
        handle: &handle,
        placeholder: &placeholder,
        id: id(index),
        marks: &found.places,
        notes: &found.notes,
    };
    let pictures: Vec<String> = open
        .draft
        .evidence
        .iter()
        .filter(|item| item.step == Some(index + 1))
        .filter_map(|item| Some(item.path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    let remove = state.tf("step-remove", &[("number", (index + 1).into())]);
    let was_empty = text.is_empty();
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
                was_empty && input.key_pressed(Key::Backspace),
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
    let pointer = || ui.input(|input| input.pointer.latest_pos()).map(|at| at.y);
    parts.handle.drag_stopped().then(pointer).flatten()
}

/// Where each step of before stands now; none where it is gone.
type Places = Vec<Option<usize>>;

/// A numbered list that was pasted into one step becomes steps.
fn paste(steps: &mut Vec<String>) -> Option<Places> {
    let at = steps.iter().position(|step| step.contains('\n'))?;
    let mut lines: Vec<String> =
        steps.get(at)?.lines().map(unnumbered).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(String::new());
    }
    let more = lines.len() - 1;
    let places = (0..steps.len()).map(|index| Some(if index > at { index + more } else { index })).collect();
    steps.splice(at..=at, lines);
    Some(places)
}

/// A line of a list without its number or point.
fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = after.strip_prefix(['.', ')']).filter(|_| after.len() < line.len());
    numbered.or_else(|| line.strip_prefix(['-', '*', '•'])).unwrap_or(line).trim()
}

fn apply(state: &mut State, steps: &mut Vec<String>, edit: &Edit) -> Places {
    let mut order: Vec<Option<usize>> = (0..steps.len()).map(Some).collect();
    let target = match *edit {
        Edit::Insert(at) => {
            let at = at.min(steps.len());
            steps.insert(at, String::new());
            order.insert(at, None);
            at
        }
        Edit::Remove(at) => {
            steps.remove(at);
            order.remove(at);
            at.saturating_sub(1)
        }
        Edit::Move(from, to) => {
            let to = to.min(steps.len() - 1);
            let step = steps.remove(from);
            steps.insert(to, step);
            let place = order.remove(from);
            order.insert(to, place);
            to
        }
    };
    state.local.focus = Some(format!("steps[{target}]"));
    let before = order.iter().flatten().max().map_or(0, |last| last + 1).max(steps.len());
    (0..before).map(|index| order.iter().position(|place| *place == Some(index))).collect()
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
