//! "Who will read this?"

use eframe::egui::Ui;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::widgets::{
    Cell, Row, Tile, empty_state, field_label, gap, hint, icon_button, list, page_heading, search_field,
    secondary_button, section, text_field, tiles,
};
use crate::model::Profile;
use crate::store::Entry;
use crate::text::date;

/// Draws the page.
pub fn show(state: &mut State, ui: &mut Ui) {
    let lang = state.lang();
    gap(ui, 10);
    page_heading(ui, &state.t("start-heading"), &state.t("start-sentence"));
    let name = state.t("start-search");
    search_field(ui, &name, &mut state.local.search);
    gap(ui, 2);
    let wanted = state.local.search.trim().to_lowercase();
    let found: Vec<Profile> = state.profiles.iter().filter(|profile| matches(profile, &wanted)).cloned().collect();
    let cards: Vec<Tile> = found
        .iter()
        .map(|profile| Tile {
            icon: icons::by_name(&profile.icon).unwrap_or(icons::PAPER_PLANE_TILT),
            title: profile.name.get(lang),
            text: profile.summary.get(lang),
            selected: false,
        })
        .collect();
    if cards.is_empty() {
        empty_state(ui, icons::MAGNIFYING_GLASS, &state.t("start-nothing-found"), |ui| {
            if secondary_button(ui, Some(icons::ENVELOPE_SIMPLE), &state.t("start-by-email")).clicked() {
                state.emit(Action::New("any-support-email".to_owned()));
            }
        });
    } else if let Some(chosen) = tiles(ui, &cards, 3).and_then(|index| found.get(index)) {
        state.emit(Action::New(chosen.id.clone()));
    }
    gap(ui, 3);
    if secondary_button(ui, Some(icons::FOLDER_OPEN), &state.t("open-file")).clicked() {
        state.emit(Action::ChooseFile);
    }
    gap(ui, 5);
    issue_form(state, ui);
    gap(ui, 5);
    incidents(state, ui);
}

/// A project's own form, read from its file.
fn issue_form(state: &mut State, ui: &mut Ui) {
    section(ui, &state.t("issue-form-heading"));
    gap(ui, 1);
    hint(ui, &state.t("issue-form-sentence"));
    gap(ui, 2);
    let (name, need) = (state.t("issue-form-repository"), state.t("optional"));
    let label = field_label(ui, &name, Some(&need));
    text_field(ui, &label, &mut state.local.repository, "OWNER/NAME");
    gap(ui, 2);
    if secondary_button(ui, Some(icons::GITHUB_LOGO), &state.t("load-issue-form")).clicked() {
        state.emit(Action::ChooseForm);
    }
}

fn matches(profile: &Profile, wanted: &str) -> bool {
    let words = [&profile.name.en, &profile.name.ru, &profile.summary.en, &profile.summary.ru, &profile.id];
    words.into_iter().chain(&profile.search).any(|word| word.to_lowercase().contains(wanted))
}

fn incidents(state: &mut State, ui: &mut Ui) {
    if state.incidents.is_empty() {
        return;
    }
    section(ui, &state.t("your-incidents"));
    gap(ui, 1);
    let entries = state.incidents.clone();
    let zone = state.world.zone.clone();
    list(ui, |ui, rows| {
        for entry in entries {
            let title = if entry.title.is_empty() { state.t("untitled") } else { entry.title.clone() };
            let destination = state
                .profiles
                .get(&entry.destination)
                .map_or_else(|_| entry.destination.clone(), |profile| profile.name.get(state.lang()).to_owned());
            let standing = standing(state, &entry, &zone);
            let cells =
                [Cell::text(&title), Cell::muted(&destination).share(0.3), Cell::muted(&standing).share(0.3).right()];
            let row = Row { cells: &cells, selected: Some(false) };
            let remove = state.tf("remove-incident", &[("title", title.as_str().into())]);
            let (opened, removed) = rows.row_with(ui, &row, 1.0, |ui| icon_button(ui, icons::TRASH, &remove).clicked());
            if removed {
                state.emit(Action::Remove(entry.id.clone()));
            } else if opened.clicked() {
                state.emit(Action::Open(entry.id.clone()));
            }
        }
    });
}

/// "Draft, today", "Sent 18 Nov, reply due 21 Nov", "Answered".
fn standing(state: &State, entry: &Entry, zone: &TimeZone) -> String {
    let day = |time: Timestamp| date(state.lang(), time.to_zoned(zone.clone()).date());
    if entry.status.answered {
        return state.t("standing-answered");
    }
    let Some(sent) = entry.status.sent.last().and_then(|sent| sent.at.parse::<Timestamp>().ok()) else {
        return state.tf("standing-draft", &[("day", day(entry.changed).into())]);
    };
    let usual_hours = state
        .profiles
        .get(&entry.destination)
        .ok()
        .and_then(|profile| profile.response.as_ref())
        .and_then(|response| response.usual_hours);
    match usual_hours {
        Some(hours) if !entry.status.ticket.is_empty() => {
            match sent.checked_add(jiff::SignedDuration::from_hours(i64::from(hours))) {
                Ok(due) => state.tf("standing-sent-due", &[("day", day(sent).into()), ("due", day(due).into())]),
                Err(_) => state.tf("standing-sent", &[("day", day(sent).into())]),
            }
        }
        _ if !entry.status.ticket.is_empty() => state.tf("standing-sent", &[("day", day(sent).into())]),
        _ => state.tf("standing-exported", &[("day", day(sent).into())]),
    }
}
