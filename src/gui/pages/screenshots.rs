//! "Screenshots"

use eframe::egui::Ui;

use super::pictures::{THUMBNAIL, want};
use super::{capturing, editor};
use crate::collect::Aim;
use crate::gui::action::Action;
use crate::gui::answers::is_screenshot;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    body, choice, columns, empty_state, field_label, gap, page_heading_with, primary_button, secondary_button,
    small_button, text_field, thumbnail,
};
use crate::model::{EvidenceKind, EvidenceProblem};

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    page_heading_with(ui, &state.t("screenshots-heading"), &state.t("screenshots-sentence"), |ui| {
        capturing::buttons(state, ui);
    });
    let pictures = open.files(|file| is_screenshot(file.recognised));
    let Some(first) = pictures.first().copied() else {
        empty_state(ui, icons::IMAGE, &state.t("screenshots-empty"), |ui| {
            if primary_button(ui, Some(icons::IMAGE), &state.t("capture-screen")).clicked() {
                state.emit(Action::Capture(Aim::Screens, state.local.capturing.delay_secs));
            }
            if secondary_button(ui, Some(icons::FOLDER_OPEN), &state.t("choose-files")).clicked() {
                state.emit(Action::Choose);
            }
        });
        return;
    };
    if !pictures.contains(&state.local.picture) {
        state.local.picture = first;
    }
    let shown = state.local.picture;
    large(state, open, shown, ui);
    gap(ui, 3);
    ui.horizontal_wrapped(|ui| {
        for index in &pictures {
            let Some(evidence) = open.file(*index) else { continue };
            want(state, ui.ctx(), &evidence.source, THUMBNAIL);
            let picture = state.local.pictures.get(&evidence.source, THUMBNAIL);
            if thumbnail(ui, picture.map(|picture| &picture.texture), &evidence.name, *index == shown).clicked() {
                state.local.picture = *index;
                state.local.editor.turn();
            }
        }
    });
    gap(ui, 2);
    if secondary_button(ui, Some(icons::PLUS), &state.t("add-picture")).clicked() {
        state.emit(Action::Choose);
    }
    gap(ui, 3);
    details(state, open, shown, ui);
}

/// The picture with what is drawn on it, or why there is none.
fn large(state: &mut State, open: &mut Open, index: usize, ui: &mut Ui) {
    let Some(evidence) = open.file(index) else { return };
    if let Some(problem) = &evidence.problem {
        let text = state.tf(problem_id(problem), &[("name", evidence.name.as_str().into())]);
        body(ui, &text);
        return;
    }
    if !evidence.is_paintable() {
        let id = if evidence.recognised == EvidenceKind::Video { "video-shown" } else { "picture-format-kept" };
        let text = state.tf(id, &[("name", evidence.name.as_str().into())]);
        body(ui, &text);
        return;
    }
    editor::show(state, open, index, ui);
}

fn details(state: &mut State, open: &mut Open, index: usize, ui: &mut Ui) {
    let mut steps = vec![state.t("no-step")];
    for (number, step) in open.draft.steps.iter().enumerate() {
        let words: String = step.chars().take(48).collect();
        steps.push(format!("{}. {words}", number + 1));
    }
    let Some(item) = open.draft.evidence.get_mut(index) else { return };
    columns(ui, 2, |columns| {
        let label = field_label(&mut columns[0], &state.t("caption"), None);
        let placeholder = state.t("caption-example");
        text_field(&mut columns[0], &label, &mut item.caption, &placeholder);
        let label = field_label(&mut columns[1], &state.t("belongs-to-step"), None);
        let mut chosen = item.step.filter(|step| *step < steps.len()).unwrap_or(0);
        if choice(&mut columns[1], &label, &steps, &mut chosen).changed() {
            item.step = (chosen > 0).then_some(chosen);
        }
    });
    gap(ui, 2);
    if small_button(ui, Some(icons::TRASH), &state.t("remove-file")).clicked() {
        state.emit(Action::Detach(index));
    }
}

/// The message about a file that cannot be sent.
pub fn problem_id(problem: &EvidenceProblem) -> &'static str {
    match problem {
        EvidenceProblem::Missing => "file-missing",
        EvidenceProblem::Folder => "file-folder",
        EvidenceProblem::NotAFile => "file-not-a-file",
        EvidenceProblem::Unreadable(_) => "file-unreadable",
        EvidenceProblem::Empty => "file-empty",
        EvidenceProblem::NoTimes => "file-no-times",
        EvidenceProblem::BadTime(_) => "file-bad-time",
        EvidenceProblem::NotText => "file-not-text",
        EvidenceProblem::NotPaintable => "file-not-paintable",
        EvidenceProblem::TooManyPixels => "file-too-many-pixels",
    }
}
