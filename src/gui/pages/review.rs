//! "This is all they will see"

use std::path::PathBuf;

use eframe::egui::Ui;

use super::{again, privacy, sending};
use crate::bundle;
use crate::compose::{self, Measure};
use crate::deliver;
use crate::gui::action::{Action, Way};
use crate::gui::export;
use crate::gui::icons::{self, Icon};
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Field, Row, Status, banner, card, checkbox, empty_state, field_label, gap, hint, icon_button, list,
    page_heading, points, primary_button, readable, secondary_button, section, small_button, strong, text_field,
};
use crate::model::ProfileKind;
use crate::text::{number, size};

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
    after(state, open, ui);
}

fn text_and_files(state: &mut State, open: &Open, ui: &mut Ui) {
    let Some(preview) = &open.preview else {
        if open.preview_problem.is_none() {
            empty_state(ui, icons::EYE, &state.t("review-preparing"), |_| {});
        }
        return;
    };
    let incident = preview.redacted.incident();
    ui.horizontal_top(|ui| {
        let room = ui.available_width();
        ui.vertical(|ui| {
            ui.set_width(room * 0.58);
            card(ui, |ui| {
                strong(ui, &incident.draft.title);
                for part in &incident.sections {
                    gap(ui, 2);
                    strong(ui, &part.heading);
                    readable(ui, &compose::plain_blocks(&part.blocks));
                }
            });
        });
        ui.vertical(|ui| {
            files(state, open, ui);
            gap(ui, 3);
            privacy::summary(state, open, ui);
        });
    });
}

fn files(state: &State, open: &Open, ui: &mut Ui) {
    let Some(preview) = &open.preview else { return };
    list(ui, |ui, rows| {
        for entry in &preview.plan {
            let bytes = size(state.lang(), entry.bytes);
            let cells =
                [Cell::text(&entry.path).icon(entry_icon(&entry.path)), Cell::muted(&bytes).share(0.26).right()];
            rows.row(ui, &Row { cells: &cells, selected: None });
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
            if primary_button(ui, Some(icons::FILE_ZIP), &state.t("save-zip")).clicked() {
                state.emit(Action::Export(Way::Zip));
            }
            if secondary_button(ui, Some(icons::ENVELOPE_SIMPLE), &state.t("email-draft")).clicked() {
                state.emit(Action::Export(Way::Email));
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
    let mut path = export::target(open, &state.world).display().to_string();
    if text_field(ui, &label, &mut path, "").changed() {
        open.target = Some(path.into()).filter(|path: &PathBuf| !path.as_os_str().is_empty());
    }
    gap(ui, 1);
    if small_button(ui, Some(icons::FOLDER), &state.t("choose-target")).clicked() {
        state.emit(Action::ChooseTarget);
    }
}

/// What was made, the way from here, and the number the desk gives.
fn after(state: &mut State, open: &mut Open, ui: &mut Ui) {
    for path in open.made.clone() {
        gap(ui, 3);
        let words = state.tf("made", &[("path", path.display().to_string().into())]);
        banner(ui, Status::Ok, &words, "", |ui| {
            if small_button(ui, Some(icons::FOLDER_OPEN), &state.t("show-in-folder")).clicked() {
                state.emit(Action::Reveal(path.clone()));
            }
        });
    }
    if open.status.sent.is_empty() && open.status.sent_at().is_none() && !open.report.is_ready() {
        return;
    }
    let steps = match &open.next_steps {
        steps if steps.is_empty() => deliver::way(&open.profile, state.lang()),
        steps => steps.clone(),
    };
    if !steps.is_empty() {
        gap(ui, 5);
        section(ui, &state.t("what-next"));
        let steps: Vec<String> = steps.iter().map(|step| shortened(step)).collect();
        points(ui, true, steps.iter().map(String::as_str));
        filled(state, open, ui);
    }
    fields(state, open, ui);
    gap(ui, 5);
    let mut sent = open.status.sent_at().is_some();
    if checkbox(ui, &mut sent, &state.t("i-have-sent-it")).changed() {
        state.emit(Action::Sent(sent));
    }
    gap(ui, 2);
    let label = field_label(ui, &state.t("ticket-number"), Some(&state.t("ticket-hint")));
    let mut number = open.status.ticket.clone();
    if Field::new(&mut number).icon(icons::TICKET).show(ui, &label).changed() {
        state.emit(Action::Ticket(number));
    }
    gap(ui, 2);
    let mut answered = open.status.answered;
    if checkbox(ui, &mut answered, &state.t("they-answered")).changed() {
        state.emit(Action::Answered(answered));
    }
    again::show(state, open, ui);
}

/// A step without the answers in its address: the button below it has them.
fn shortened(step: &str) -> String {
    step.split_inclusive(' ')
        .map(|word| match word.split_once('?') {
            Some((address, _)) if word.starts_with("https://") && word.len() > 200 => format!("{address}?…"),
            _ => word.to_owned(),
        })
        .collect()
}

/// Opens their form, or a letter, with the answers in it.
fn filled(state: &mut State, open: &Open, ui: &mut Ui) {
    let Some(preview) = &open.preview else { return };
    let to = deliver::mail_address(&open.draft, &open.profile).filter(|_| open.profile.kind == ProfileKind::Mailbox);
    if open.profile.prefill.is_some() {
        gap(ui, 2);
        if secondary_button(ui, Some(icons::LINK), &state.t("open-filled-form")).clicked()
            && let Some(address) = deliver::form_address(&open.profile, &preview.redacted)
        {
            state.emit(Action::Browse(address.url));
        }
    } else if let Some(to) = to {
        let text = bundle::text::render(&preview.redacted, &open.profile);
        let letter = deliver::mail_url(&to, &preview.redacted.incident().draft.title, &text, "");
        gap(ui, 2);
        if secondary_button(ui, Some(icons::ENVELOPE_SIMPLE), &state.t("open-letter")).clicked() {
            state.emit(Action::Browse(letter.url));
        }
        let id = if letter.left_out.is_empty() { "open-letter-hint" } else { "open-letter-empty" };
        hint(ui, &state.t(id));
    }
}

/// The text for each field of their form, with its length as the desk counts, and a button that copies it.
fn fields(state: &mut State, open: &Open, ui: &mut Ui) {
    let Some(preview) = &open.preview else { return };
    let lang = state.lang();
    let texts = compose::field_texts(preview.redacted.incident(), &open.profile);
    if texts.is_empty() {
        return;
    }
    gap(ui, 4);
    section(ui, &state.t("field-by-field"));
    gap(ui, 1);
    list(ui, |ui, rows| {
        for field in &texts {
            let text: String = field.text.lines().next().unwrap_or_default().chars().take(80).collect();
            let used = compose::length(&field.text, Measure::Characters);
            let limit = compose::limit_of(&open.profile, &field.id);
            let count = number(lang, used as u64);
            let length = match limit {
                Some(limit) => {
                    let values = [("count", count.into()), ("limit", number(lang, limit as u64).into())];
                    state.tf(if used > limit { "chars-over" } else { "chars-of" }, &values)
                }
                None => state.tf("chars", &[("count", used.into())]),
            };
            let length = match limit {
                Some(limit) if used > limit => Cell::status(Status::Bad, &length),
                _ => Cell::muted(&length),
            };
            let cells = [Cell::muted(&field.label).share(0.3), Cell::text(&text), length.share(0.24).right()];
            let name = state.tf("copy-field", &[("field", field.label.as_str().into())]);
            let row = Row { cells: &cells, selected: None };
            if rows.row_with(ui, &row, 1.0, |ui| icon_button(ui, icons::COPY, &name).clicked()).1 {
                state.emit(Action::Copy(field.text.clone()));
            }
        }
    });
    if let Some(prefill) = &open.profile.prefill {
        let used: usize = texts.iter().map(|field| compose::length(&field.text, Measure::Address)).sum();
        let values =
            [("count", number(lang, used as u64).into()), ("limit", number(lang, prefill.max_chars as u64).into())];
        gap(ui, 1);
        hint(ui, &state.tf("address-of", &values));
    }
}
