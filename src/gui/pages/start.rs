//! "Who will read this?"

use eframe::egui::Ui;

use super::again::{Again, again, day};
use super::destinations;
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Listing, State};
use crate::gui::widgets::{
    Cell, Row, card, field_label, gap, gap_at_start, hint, icon_button, line, list, muted, page_heading,
    secondary_button, section, strong, text_field,
};
use crate::store::Entry;

/// Draws the page.
pub fn show(state: &mut State, ui: &mut Ui) {
    gap_at_start(ui);
    page_heading(ui, &state.t("start-heading"), &state.t("start-sentence"));
    if state.incidents.is_empty() && state.listing == Listing::Done {
        muted(ui, &state.t("first-run"));
        gap(ui, 2);
    }
    if let Some(chosen) = destinations::show(state, ui, "") {
        state.emit(Action::New(chosen));
    }
    gap(ui, 3);
    line(ui, |ui| {
        if secondary_button(ui, Some(icons::GITHUB_LOGO), &state.t("load-issue-form")).clicked() {
            state.local.form = !state.local.form;
        }
        if secondary_button(ui, Some(icons::FOLDER_OPEN), &state.t("open-file")).clicked() {
            state.emit(Action::ChooseFile);
        }
    });
    if state.local.form {
        gap(ui, 2);
        card(ui, |ui| issue_form(state, ui));
    }
    gap(ui, 5);
    incidents(state, ui);
}

/// A project's own form, read from its file.
fn issue_form(state: &mut State, ui: &mut Ui) {
    strong(ui, &state.t("issue-form-heading"));
    hint(ui, &state.t("issue-form-sentence"));
    gap(ui, 1);
    let (name, need) = (state.t("issue-form-repository"), state.t("optional"));
    let label = field_label(ui, &name, Some(&need));
    text_field(ui, &label, &mut state.local.repository, "OWNER/NAME");
    gap(ui, 1);
    if secondary_button(ui, Some(icons::FOLDER_OPEN), &state.t("choose-files")).clicked() {
        state.emit(Action::ChooseForm);
    }
}

fn incidents(state: &mut State, ui: &mut Ui) {
    if state.incidents.is_empty() {
        return;
    }
    section(ui, &state.t("your-incidents"));
    gap(ui, 1);
    let entries: Vec<(Entry, Again)> =
        state.incidents.iter().map(|entry| (entry.clone(), asking(state, entry))).collect();
    let buttons = if entries.iter().any(|(_, again)| *again == Again::Yes) { 2.0 } else { 1.0 };
    // When to ask again is a sentence; all else is a word and a day.
    let is_long = |(_, again): &(Entry, Again)| matches!(again, Again::Yes | Again::TooEarly(_));
    let (to, at) = if entries.iter().any(is_long) { (0.23, 0.42) } else { (0.28, 0.24) };
    list(ui, |ui, rows| {
        for (entry, again) in entries {
            let title = if entry.title.is_empty() { state.t("untitled") } else { entry.title.clone() };
            let destination = state
                .profiles
                .get(&entry.destination)
                .map_or_else(|_| entry.destination.clone(), |profile| profile.name.get(state.lang()).to_owned());
            let standing = standing(state, &entry, again);
            let cells =
                [Cell::text(&title), Cell::muted(&destination).share(to), Cell::muted(&standing).share(at).right()];
            let row = Row { cells: &cells, selected: Some(false) };
            let values = [("title", title.as_str().into())];
            let (remove, ask) = (state.tf("remove-incident", &values), state.tf("again-about", &values));
            let (opened, (removed, asked)) = rows.row_with(ui, &row, buttons, |ui| {
                let removed = icon_button(ui, icons::TRASH, &remove).clicked();
                (removed, again == Again::Yes && icon_button(ui, icons::CHAT_CIRCLE, &ask).clicked())
            });
            if removed {
                state.emit(Action::Remove(entry.id.clone()));
            } else if asked {
                state.emit(Action::AskAgain(entry.id.clone()));
            } else if opened.clicked() {
                state.emit(Action::Open(entry.id.clone()));
            }
        }
    });
}

fn asking(state: &State, entry: &Entry) -> Again {
    let profile = state.profiles.get(&entry.destination);
    profile.map_or(Again::No, |profile| again(profile, &entry.status, (state.world.now)()))
}

/// "Draft, 18 Nov", "Sent 18 Nov. Too early to ask again before 21 Nov", "Answered".
fn standing(state: &State, entry: &Entry, again: Again) -> String {
    if entry.status.answered {
        return state.t("standing-answered");
    }
    let Some(sent_at) = entry.status.sent_at() else {
        let exported = entry.status.sent.last().and_then(|sent| sent.at.parse().ok());
        return match exported {
            Some(at) => state.tf("standing-exported", &[("day", day(state, at).into())]),
            None => state.tf("standing-draft", &[("day", day(state, entry.changed).into())]),
        };
    };
    let sent = day(state, sent_at);
    match again {
        Again::TooEarly(due) => {
            state.tf("standing-sent-early", &[("day", sent.into()), ("due", day(state, due).into())])
        }
        Again::Yes => state.tf("standing-sent-again", &[("day", sent.into())]),
        Again::No | Again::Unknown => state.tf("standing-sent", &[("day", sent.into())]),
    }
}
