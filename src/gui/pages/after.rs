//! After the bundle: the desk's own way step by step, the texts for its form, the files to attach, the number it gives.

use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use super::again;
use crate::bundle;
use crate::compose::{self, Measure};
use crate::deliver;
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Field, Row, Status, answer_button, banner, body, card, checkbox, field_label, gap, hint, icon_button, line,
    list, points, secondary_button, section, small_button, strong,
};
use crate::model::ProfileKind;
use crate::text::number;

/// The field of the ticket number, for the cursor.
const TICKET: &str = "review.ticket";

/// The place where it is said what was made.
pub const MADE: &str = "review.made";

/// What was made, the way from here, and the number the desk gives.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    made(state, open, ui);
    if open.status.sent.is_empty() && open.status.sent_at().is_none() && !open.report.is_ready() {
        return;
    }
    let steps = match &open.next_steps {
        steps if steps.is_empty() => deliver::way(&open.profile, state.lang()),
        steps => steps.clone(),
    };
    gap(ui, 5);
    section(ui, &state.t("what-next"));
    gap(ui, 1);
    card(ui, |ui| {
        let steps: Vec<String> = steps.iter().map(|step| shortened(step)).collect();
        points(ui, true, steps.iter().map(String::as_str));
        filled(state, open, ui);
        to_attach(state, open, ui);
    });
    fields(state, open, ui);
    gap(ui, 5);
    let mut sent = open.status.sent_at().is_some();
    let ticked = checkbox(ui, &mut sent, &state.t("i-have-sent-it"));
    if ticked.changed() {
        state.emit(Action::Sent(sent));
        if sent && open.status.ticket.is_empty() {
            state.local.focus = Some(TICKET.to_owned());
        }
    }
    gap(ui, 2);
    let label = field_label(ui, &state.t("ticket-number"), Some(&state.t("ticket-hint")));
    let mut number = open.status.ticket.clone();
    let field = Field::new(&mut number).icon(icons::TICKET).aside().show(ui, &label);
    state.local.take_focus(TICKET, &field);
    if field.changed() {
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
        gap(ui, 1);
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
    } else if let Some(page) = open.profile.links.first() {
        gap(ui, 1);
        let label = page.label.get(state.lang());
        if secondary_button(ui, Some(icons::LINK), label).on_hover_text(&page.url).clicked() {
            state.emit(Action::Browse(page.url.clone()));
        }
    }
}

/// What was written, and where it is.
fn made(state: &mut State, open: &Open, ui: &mut Ui) {
    if let [first, ..] = open.made.as_slice() {
        gap(ui, 3);
        // What to do with it stands below and is what the user needs now.
        state.local.take_top(MADE, ui);
        banner(ui, Status::Ok, &state.t("made"), &first.display().to_string(), |ui| {
            if small_button(ui, Some(icons::FOLDER_OPEN), &state.t("show-in-folder")).clicked() {
                state.emit(Action::Reveal(first.clone()));
            }
        });
    }
}

/// The files that go along, each with the ways to bring it into their form or a letter.
fn to_attach(state: &mut State, open: &Open, ui: &mut Ui) {
    if open.made.is_empty() {
        return;
    }
    let is_letter = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == "eml");
    let (letters, files): (Vec<_>, Vec<_>) = open.made.iter().partition(is_letter);
    for (id, paths) in [("letters-made", letters), ("files-to-attach", files)] {
        if paths.is_empty() {
            continue;
        }
        gap(ui, 2);
        strong(ui, &state.tf(id, &[("count", paths.len().into())]));
        for path in paths {
            gap(ui, 1);
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            body(ui, &name);
            line(ui, |ui| file_buttons(state, path, ui));
        }
    }
}

fn file_buttons(state: &mut State, path: &Path, ui: &mut Ui) {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let named = |id: &str| state.tf(id, &[("file", file.as_str().into())]);
    let (copy, copy_path) = (named("copy-file-name"), named("copy-path-name"));
    if answer_button(ui, &state.t("copy-file"), &copy, false).on_hover_text(state.t("copy-file-hint")).clicked() {
        state.emit(Action::CopyFile(path.to_owned()));
    }
    if answer_button(ui, &state.t("copy-path"), &copy_path, false).clicked() {
        state.emit(Action::Copy(path.display().to_string()));
    }
    if small_button(ui, Some(icons::FOLDER_OPEN), &state.t("show-in-folder")).clicked() {
        state.emit(Action::Reveal(path.to_owned()));
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
            // Ticked until the text is another one.
            let is_copied = state.local.copied.get(&field.id) == Some(&field.text);
            let (icon, id) = if is_copied { (icons::CHECK, "copied-field") } else { (icons::COPY, "copy-field") };
            let name = state.tf(id, &[("field", field.label.as_str().into())]);
            let row = Row { cells: &cells, selected: None };
            if rows.row_with(ui, &row, 1.0, |ui| icon_button(ui, icon, &name).clicked()).1 {
                state.local.copied.insert(field.id.clone(), field.text.clone());
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
