//! "Screenshots"

use eframe::egui::Ui;

use super::pictures::{THUMBNAIL, want};
use super::{capturing, editor, picture_size, sent};
use crate::collect::Aim;
use crate::gui::action::Action;
use crate::gui::answers::is_screenshot;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    body, choice, empty_state, field_label, gap, page_heading_with, primary_button, secondary_button, small_button,
    still, text_field, thumbnail,
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
    // Beside the pictures, as long as there is room, the caption of the one that is shown.
    let few = pictures.len() <= BESIDE && ui.available_width() >= WIDE;
    ui.horizontal_wrapped(|ui| {
        for index in &pictures {
            let Some(evidence) = open.file(*index) else { continue };
            let picture = sent::small(state, open, *index, ui.ctx());
            if thumbnail(ui, picture.as_ref(), &evidence.name, *index == shown).clicked() {
                state.local.picture = *index;
                state.local.editor.turn();
            }
        }
        if few {
            ui.vertical(|ui| caption(state, open, shown, ui));
        }
    });
    if !few {
        gap(ui, 2);
        caption(state, open, shown, ui);
    }
    gap(ui, 2);
    details(state, open, shown, ui);
}

/// So many pictures leave room for a caption beside them, …
const BESIDE: usize = 2;
/// … where the page is this wide.
const WIDE: f32 = 560.0;

/// The picture with what is drawn on it, or why there is none.
fn large(state: &mut State, open: &mut Open, index: usize, ui: &mut Ui) {
    let Some(evidence) = open.file(index) else { return };
    if let Some(problem) = &evidence.problem {
        let text = state.tf(problem_id(problem), &[("name", evidence.name.as_str().into())]);
        body(ui, &text);
        return;
    }
    if evidence.recognised == EvidenceKind::Video {
        want(state, ui.ctx(), &evidence.source, THUMBNAIL);
        if let Some(frame) = state.local.pictures.get(&evidence.source, THUMBNAIL) {
            still(ui, &frame.texture, &state.tf("video-first-frame", &[("name", evidence.name.as_str().into())]));
        }
        picture_size::video(state, open, evidence, ui);
        return;
    }
    if !evidence.is_paintable() {
        let text = state.tf("picture-format-kept", &[("name", evidence.name.as_str().into())]);
        body(ui, &text);
        return;
    }
    editor::show(state, open, index, ui);
}

fn caption(state: &State, open: &mut Open, index: usize, ui: &mut Ui) {
    let Some(item) = open.draft.evidence.get_mut(index) else { return };
    let name = state.t("caption");
    text_field(ui, name.as_str(), &mut item.caption, &state.t("caption-example"));
}

fn details(state: &mut State, open: &mut Open, index: usize, ui: &mut Ui) {
    let mut steps = vec![state.t("no-step")];
    for (number, step) in open.draft.steps.iter().enumerate() {
        steps.push(format!("{}. {step}", number + 1));
    }
    if let Some(item) = open.draft.evidence.get_mut(index) {
        let label = field_label(ui, &state.t("belongs-to-step"), None);
        let mut chosen = item.step.filter(|step| *step < steps.len()).unwrap_or(0);
        if choice(ui, &label, &steps, &mut chosen).changed() {
            item.step = (chosen > 0).then_some(chosen);
        }
    }
    gap(ui, 2);
    if open.file(index).is_some_and(|evidence| evidence.is_paintable() && evidence.problem.is_none()) {
        picture_size::picture(state, open, index, ui);
        gap(ui, 2);
    }
    ui.horizontal(|ui| {
        if small_button(ui, Some(icons::PLUS), &state.t("add-picture")).clicked() {
            state.emit(Action::Choose);
        }
        if small_button(ui, Some(icons::TRASH), &state.t("remove-file")).clicked() {
            state.emit(Action::Detach(index));
        }
    });
}

/// The message about a file that cannot be sent.
pub fn problem_id(problem: &EvidenceProblem) -> &'static str {
    match problem {
        EvidenceProblem::Missing => "file-missing",
        EvidenceProblem::Folder => "file-folder",
        EvidenceProblem::NotAFile => "file-not-a-file",
        EvidenceProblem::Unreadable(_) => "file-unreadable",
        EvidenceProblem::Denied => "file-denied",
        EvidenceProblem::InUse => "file-in-use",
        EvidenceProblem::Empty => "file-empty",
        EvidenceProblem::Changed => "file-changed",
        EvidenceProblem::Stopped => "file-stopped",
        EvidenceProblem::UnpacksTooFar => "file-unpacks-too-far",
        EvidenceProblem::NoTimes => "file-no-times",
        EvidenceProblem::BadTime(_) => "file-bad-time",
        EvidenceProblem::NotText => "file-not-text",
        EvidenceProblem::NotPaintable => "file-not-paintable",
        EvidenceProblem::TooManyPixels => "file-too-many-pixels",
        EvidenceProblem::NotRedactable => "file-not-redactable",
    }
}
