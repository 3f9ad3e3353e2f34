//! "Screenshots"

use eframe::egui::{Color32, Rect, Response, Sense, TextureHandle, Ui, pos2, vec2};

use super::pictures::{LARGE, THUMBNAIL, want};
use crate::gui::action::Action;
use crate::gui::answers::is_screenshot;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    body, choice, columns, empty_state, field_label, gap, hint, icon_button, page_heading_with, primary_button,
    secondary_button, small_button, text_field, thumbnail,
};
use crate::model::{Area, EvidenceProblem};

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    page_heading_with(ui, &state.t("screenshots-heading"), &state.t("screenshots-sentence"), |ui| {
        if small_button(ui, Some(icons::IMAGE), &state.t("capture")).clicked() {
            state.emit(Action::Capture(0));
        }
        if small_button(ui, Some(icons::CLOCK), &state.t("capture-later")).clicked() {
            state.emit(Action::Capture(5));
        }
    });
    let pictures = open.files(|file| is_screenshot(file.recognised));
    let Some(first) = pictures.first().copied() else {
        empty_state(ui, icons::IMAGE, &state.t("screenshots-empty"), |ui| {
            if primary_button(ui, Some(icons::IMAGE), &state.t("capture-screen")).clicked() {
                state.emit(Action::Capture(0));
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
                state.local.drag = None;
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

/// The picture with its hidden areas; dragging over it hides one more.
fn large(state: &mut State, open: &mut Open, index: usize, ui: &mut Ui) {
    let Some(evidence) = open.file(index).cloned() else { return };
    let Some(item) = open.draft.evidence.get_mut(index) else { return };
    if let Some(problem) = &evidence.problem {
        body(ui, &state.tf(problem_id(problem), &[("name", evidence.name.as_str().into())]));
        return;
    }
    want(state, ui.ctx(), &evidence.source, LARGE);
    ui.horizontal(|ui| {
        hint(ui, &state.t("hide-how"));
        let undo = state.t("hide-undo");
        if !item.hide.is_empty() && icon_button(ui, icons::ARROW_U_UP_LEFT, &undo).clicked() {
            item.hide.pop();
        }
    });
    let Some(picture) = state.local.pictures.get(&evidence.source, LARGE) else {
        if state.local.pictures.has_failed(&evidence.source, LARGE) {
            body(ui, &state.t("picture-not-shown"));
        } else {
            thumbnail(ui, None, &evidence.name, true);
        }
        return;
    };
    let size = picture.size;
    let name = state.tf("picture-name", &[("name", evidence.name.as_str().into())]);
    let response = draw(ui, &picture.texture, &name);
    let at = |position: eframe::egui::Pos2| to_pixels(response.rect, size, position);
    if response.drag_started() {
        state.local.drag = response.interact_pointer_pos().map(at);
    }
    let dragged = state.local.drag.zip(response.interact_pointer_pos()).map(|(from, to)| between(from, at(to)));
    for area in item.hide.iter().chain(&dragged) {
        ui.painter().rect_filled(to_screen(response.rect, size, *area), 0.0, Color32::BLACK);
    }
    if response.drag_stopped() {
        state.local.drag = None;
        item.hide.extend(dragged.filter(|area| area.width > 2 && area.height > 2));
    }
}

fn draw(ui: &mut Ui, texture: &TextureHandle, name: &str) -> Response {
    let full = texture.size_vec2();
    let width = ui.available_width();
    let scale = (width / full.x).min(520.0 / full.y).min(1.0);
    let (rect, response) = ui.allocate_exact_size(full * scale, Sense::click_and_drag());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Image, true, name));
    let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, uv, Color32::WHITE);
    response
}

fn to_pixels(rect: Rect, size: [u32; 2], at: eframe::egui::Pos2) -> [u32; 2] {
    let share = (at - rect.min) / rect.size();
    [
        (share.x.clamp(0.0, 1.0) * size[0] as f32).round() as u32,
        (share.y.clamp(0.0, 1.0) * size[1] as f32).round() as u32,
    ]
}

fn between(a: [u32; 2], b: [u32; 2]) -> Area {
    Area { x: a[0].min(b[0]), y: a[1].min(b[1]), width: a[0].abs_diff(b[0]), height: a[1].abs_diff(b[1]) }
}

fn to_screen(rect: Rect, size: [u32; 2], area: Area) -> Rect {
    let scale = vec2(rect.width() / size[0].max(1) as f32, rect.height() / size[1].max(1) as f32);
    let min = rect.min + vec2(area.x as f32, area.y as f32) * scale;
    Rect::from_min_size(min, vec2(area.width as f32, area.height as f32) * scale).intersect(rect)
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
        EvidenceProblem::Changed => "file-changed",
        EvidenceProblem::Stopped => "file-stopped",
        EvidenceProblem::NoTimes => "file-no-times",
        EvidenceProblem::BadTime(_) => "file-bad-time",
        EvidenceProblem::NotText => "file-not-text",
        EvidenceProblem::NotPaintable => "file-not-paintable",
        EvidenceProblem::TooManyPixels => "file-too-many-pixels",
        EvidenceProblem::NotRedactable => "file-not-redactable",
    }
}
