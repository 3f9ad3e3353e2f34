//! "What is the problem?"

use eframe::egui::Ui;

use crate::compose::{self, Measure};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::pages::Overriding;
use crate::gui::pages::marks::marks;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Field, Status, answer_button, banner, body, button_line, choice, columns, field_label, gap, hint, page_heading,
    small_button,
};
use crate::model::{Fix, Frequency, Item, Outcome, Part};
use crate::store::Entry;
use crate::text::number;

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    page_heading(ui, &state.t("problem-heading"), &state.t("problem-sentence"));
    let limited = compose::limit_of_part(&open.profile, Part::Title).is_some();
    let long = limited.then(|| counted(state, open, Part::Title, &open.draft.title));
    let label = field_label(ui, &state.t("field-title"), long.as_deref());
    let found = marks(state, open, "title", &open.draft.title);
    let title = Field::new(&mut open.draft.title).marks(&found.places).notes(&found.notes).show(ui, &label);
    state.local.take_focus("title", &title);
    gap(ui, 2);
    description(state, open, ui);
    several(state, open, ui);
    parked(state, open, ui);
    gap(ui, 2);
    columns(ui, 2, |columns| {
        let label = field_label(&mut columns[0], &state.t("field-error-text"), Some(&state.t("if-shown")));
        let placeholder = state.t("paste-as-is");
        let found = marks(state, open, "error_text", &open.draft.error_text);
        let field = Field::new(&mut open.draft.error_text).mono().rows(1).placeholder(&placeholder);
        let field = field.marks(&found.places).notes(&found.notes);
        let response = field.show(&mut columns[0], &label);
        state.local.take_focus("error_text", &response);
        let label = field_label(&mut columns[1], &state.t("field-conditions"), None);
        let found = marks(state, open, "conditions", &open.draft.conditions);
        let field = Field::new(&mut open.draft.conditions).marks(&found.places).notes(&found.notes);
        let response = field.show(&mut columns[1], &label);
        state.local.take_focus("conditions", &response);
    });
    gap(ui, 2);
    columns(ui, 2, |columns| {
        let label = field_label(&mut columns[0], &state.t("field-started"), None);
        let placeholder = state.t("started-example");
        let found = marks(state, open, "started", &open.draft.started);
        let field = Field::new(&mut open.draft.started).icon(icons::CLOCK).placeholder(&placeholder);
        let field = field.marks(&found.places).notes(&found.notes);
        let response = field.show(&mut columns[0], &label);
        state.local.take_focus("started", &response);
        let label = field_label(&mut columns[1], &state.t("field-frequency"), None);
        let options: Vec<String> = Frequency::ALL.iter().map(|one| state.t(frequency_id(*one))).collect();
        let mut chosen = Frequency::ALL.iter().position(|one| *one == open.draft.frequency).unwrap_or(0);
        let response = choice(&mut columns[1], &label, &options, &mut chosen);
        if response.changed()
            && let Some(frequency) = Frequency::ALL.get(chosen)
        {
            open.draft.frequency = *frequency;
        }
        state.local.take_focus("frequency", &response);
    });
    gap(ui, 2);
    tried(state, open, ui);
}

fn frequency_id(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::EveryTime => "frequency-every-time",
        Frequency::Often => "frequency-often",
        Frequency::Sometimes => "frequency-sometimes",
        Frequency::Once => "frequency-once",
        Frequency::Unknown => "frequency-unknown",
    }
}

fn description(state: &mut State, open: &mut Open, ui: &mut Ui) {
    let counted = counted(state, open, Part::Description, &open.draft.description);
    let label = field_label(ui, &state.t("field-description"), Some(&counted));
    let found = marks(state, open, "description", &open.draft.description);
    let field = Field::new(&mut open.draft.description).rows(4).marks(&found.places).notes(&found.notes);
    let field = field.show(ui, &label);
    state.local.take_focus("description", &field);
}

/// How long a text is, against what the desk takes of it.
fn counted(state: &State, open: &Open, part: Part, text: &str) -> String {
    let count = compose::length(text, Measure::Characters);
    match compose::limit_of_part(&open.profile, part) {
        Some(limit) => state.tf(
            if count > limit { "chars-over" } else { "chars-of" },
            &[
                ("count", number(state.lang(), count as u64).into()),
                ("limit", number(state.lang(), limit as u64).into()),
            ],
        ),
        None => state.tf("chars", &[("count", count.into())]),
    }
}

/// "This reads like two issues."
fn several(state: &mut State, open: &Open, ui: &mut Ui) {
    let open_item =
        |item: &&Item| item.fix == Some(Fix::Split) && matches!(item.outcome, Outcome::MustFix | Outcome::Confirm);
    let Some(item) = open.report.items.iter().find(open_item) else { return };
    let start = state.tf("several-issues", &[("count", open.report.parts.len().into())]);
    banner(ui, Status::Warn, &start, &item.message, |ui| {
        let part = open.report.parts.last().map(|part| part.title.clone()).unwrap_or_default();
        let split = state.tf("split-off", &[("part", part.into())]);
        if small_button(ui, Some(icons::SCISSORS), &split).clicked() {
            state.emit(Action::Split);
        }
        if small_button(ui, None, &state.t("one-issue-because")).clicked() {
            state.local.overriding = Some(Overriding::new(item));
        }
    });
}

/// What was split off from here can be taken back in.
fn parked(state: &mut State, open: &Open, ui: &mut Ui) {
    let is_from_here = |entry: &&Entry| entry.status.parked_by.as_deref() == Some(open.id.as_str());
    let parked: Vec<Entry> = state.incidents.iter().filter(is_from_here).cloned().collect();
    if parked.is_empty() {
        return;
    }
    gap(ui, 2);
    hint(ui, &state.t("parked-here"));
    for entry in parked {
        button_line(ui, |ui| {
            body(ui, &entry.title);
            let name = state.tf("join-named", &[("title", entry.title.as_str().into())]);
            if answer_button(ui, &state.t("join"), &name, false).clicked() {
                state.emit(Action::Join(entry.id.clone()));
            }
        });
    }
}

/// One attempt a line.
fn tried(state: &mut State, open: &mut Open, ui: &mut Ui) {
    let label = field_label(ui, &state.t("field-tried"), Some(&state.t("one-a-line")));
    let mut text = open.draft.tried.join("\n");
    let found = marks(state, open, "tried", &text);
    let response = Field::new(&mut text).rows(1).marks(&found.places).notes(&found.notes).show(ui, &label);
    if response.changed() {
        open.draft.tried = if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() };
    }
    state.local.take_focus("tried", &response);
}
