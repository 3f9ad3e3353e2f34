//! "This is all they will see"

use std::path::PathBuf;

use eframe::egui::Ui;

use super::{after, privacy, sending, sent};
use crate::bundle;
use crate::compose;
use crate::gui::action::{Action, Section, Way};
use crate::gui::answers::is_screenshot;
use crate::gui::export;
use crate::gui::icons::{self, Icon};
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Row, Status, banner, card, columns_of, empty_state, field_label, gap, long_list, page_heading, paper_heading,
    paper_part, primary_button, secondary_button, small_button, text_field, thumbnail,
};
use crate::model::ProfileKind;
use crate::text::size;

/// From this width on the text and the files stand side by side.
const BESIDE: f32 = 480.0;

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    page_heading(ui, &state.t("review-heading"), &state.t("review-sentence"));
    if let Some(problem) = open.preview_problem.clone() {
        banner(ui, Status::Bad, &problem.sentence, &problem.hint, |_| {});
        gap(ui, 2);
    }
    text_and_files(state, open, ui);
    privacy::details(state, open, ui);
    sending::all(state, open, ui);
    gap(ui, 4);
    ways(state, open, ui);
    gap(ui, 4);
    target(state, open, ui);
    after::show(state, open, ui);
}

fn text_and_files(state: &mut State, open: &Open, ui: &mut Ui) {
    let Some(preview) = &open.preview else {
        if open.preview_problem.is_none() {
            empty_state(ui, icons::EYE, &state.t("review-preparing"), |_| {});
        }
        return;
    };
    let incident = preview.redacted.incident();
    let text = |ui: &mut Ui| {
        card(ui, |ui| {
            let has_title = !incident.draft.title.trim().is_empty();
            if has_title {
                paper_heading(ui, &incident.draft.title);
            }
            for (index, part) in incident.sections.iter().enumerate() {
                if has_title || index > 0 {
                    gap(ui, 2);
                }
                paper_part(ui, &part.heading, &compose::plain_blocks(&part.blocks));
            }
        });
    };
    // One above the other where neither would have room beside the other.
    if ui.available_width() < BESIDE {
        text(ui);
        gap(ui, 1);
        side(state, open, ui);
    } else {
        columns_of(ui, &[0.593, 0.407], |columns| {
            text(&mut columns[0]);
            side(state, open, &mut columns[1]);
        });
    }
}

/// What goes along with the text, and what was hidden.
fn side(state: &mut State, open: &Open, ui: &mut Ui) {
    files(state, open, ui);
    pictures(state, open, ui);
    gap(ui, 1);
    privacy::summary(state, open, ui);
}

fn files(state: &State, open: &Open, ui: &mut Ui) {
    let Some(preview) = &open.preview else { return };
    long_list(ui, "entries", preview.plan.len(), |ui, rows, index| {
        let Some(entry) = preview.plan.get(index) else { return };
        let bytes = size(state.lang(), entry.bytes);
        let cells = [Cell::text(&entry.path).icon(entry_icon(&entry.path)), Cell::muted(&bytes).fits().right()];
        rows.row(ui, &Row { cells: &cells, selected: None });
    });
}

/// The pictures as they are sent; each opens where it can be changed.
fn pictures(state: &mut State, open: &Open, ui: &mut Ui) {
    let Some(preview) = &open.preview else { return };
    let kind = |index: usize| open.file(index).map(|file| file.recognised);
    let files = preview.redacted.files().iter();
    let pictures = files.filter(|file| kind(file.evidence()).is_some_and(is_screenshot));
    let pictures: Vec<_> = pictures.collect();
    if pictures.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for file in pictures {
            let picture = sent::small(state, open, file.evidence(), ui.ctx());
            if thumbnail(ui, picture.as_ref(), file.name(), false).clicked() {
                state.local.picture = file.evidence();
                state.emit(Action::Go(Section::Screenshots));
            }
        }
    });
}

fn entry_icon(path: &str) -> Icon {
    match path.split('/').next().unwrap_or_default() {
        "incident.html" => icons::FILE_HTML,
        "manifest.json" => icons::SHIELD_CHECK,
        "screenshots" => icons::IMAGE,
        "crashes" => icons::BUG_BEETLE,
        "system" => icons::DESKTOP_TOWER,
        _ => icons::FILE_TEXT,
    }
}

fn ways(state: &mut State, open: &Open, ui: &mut Ui) {
    let ready = open.report.is_ready();
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(ready, |ui| {
            let zip = (icons::FILE_ZIP, state.t("save-zip"), Way::Zip);
            let letter = (icons::ENVELOPE_SIMPLE, state.t("email-draft"), Way::Email);
            // A mailbox gets a letter; everybody else a file to attach.
            let by_mail = open.profile.kind == ProfileKind::Mailbox;
            let (first, second) = if by_mail { (letter, zip) } else { (zip, letter) };
            if primary_button(ui, Some(first.0), &first.1).clicked() {
                state.emit(Action::Export(first.2));
            }
            if secondary_button(ui, Some(second.0), &second.1).clicked() {
                state.emit(Action::Export(second.2));
            }
        });
        if let Some(preview) = &open.preview
            && secondary_button(ui, Some(icons::CLIPBOARD_TEXT), &state.t("copy-text")).clicked()
        {
            state.emit(Action::Copy(bundle::text::render(&preview.redacted, &open.profile)));
        }
        if let Some(form) = open.profile.links.first() {
            let label = form.label.get(state.lang());
            if secondary_button(ui, Some(icons::LINK), label).on_hover_text(&form.url).clicked() {
                state.emit(Action::Browse(form.url.clone()));
            }
        }
    });
}

fn target(state: &mut State, open: &mut Open, ui: &mut Ui) {
    let label = field_label(ui, &state.t("saved-to"), None);
    let mut path = export::target(open, state).display().to_string();
    if text_field(ui, &label, &mut path, "").changed() {
        open.target = Some(path.into()).filter(|path: &PathBuf| !path.as_os_str().is_empty());
    }
    gap(ui, 1);
    if small_button(ui, Some(icons::FOLDER), &state.t("choose-target")).clicked() {
        state.emit(Action::ChooseTarget);
    }
}
