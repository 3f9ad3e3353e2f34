//! The sections in the order of the work, parked issues, all incidents.

use eframe::egui::{ScrollArea, Ui};

use super::top_bar::titled;
use crate::gui::action::{Action, Section};
use crate::gui::answers::is_screenshot;
use crate::gui::icons::{self, Icon};
use crate::gui::state::{Open, State};
use crate::gui::widgets::{Status, Trailing, gap, hint, nav_foot, nav_row, with_foot};
use crate::model::Outcome;

/// Draws the navigation.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 2.0;
    with_foot(
        ui,
        state,
        |state, ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| sections(state, open, ui));
        },
        |state, ui| {
            let count = state.incidents.len();
            if nav_foot(ui, icons::FOLDER, &state.t("all-incidents"), count).clicked() {
                state.emit(Action::Home);
            }
        },
    );
}

fn sections(state: &mut State, open: &Open, ui: &mut Ui) {
    for section in Section::ALL {
        let (icon, id) = face(section);
        let words = state.t(match standing(open, section) {
            Some(Status::Bad) => "state-blocks",
            Some(Status::Ask) => "state-asks",
            _ => "state-done",
        });
        let trailing = match (standing(open, section), count(open, section)) {
            (Some(Status::Ok) | None, Some(count)) if count > 0 => Trailing::Count(count),
            (None, _) | (Some(Status::Ok), Some(_)) => Trailing::None,
            (Some(status), _) => Trailing::Status(status, &words),
        };
        if nav_row(ui, icon, &state.t(id), trailing, open.section == section).clicked() {
            state.emit(Action::Go(section));
        }
    }
    parked(state, open, ui);
}

fn face(section: Section) -> (Icon, &'static str) {
    match section {
        Section::Destination => (icons::CROSSHAIR, "nav-destination"),
        Section::Problem => (icons::PENCIL, "nav-problem"),
        Section::Steps => (icons::LIST_NUMBERS, "nav-steps"),
        Section::System => (icons::DESKTOP_TOWER, "nav-system"),
        Section::Screenshots => (icons::IMAGE, "nav-screenshots"),
        Section::Logs => (icons::FILE_TEXT, "nav-logs"),
        Section::Review => (icons::EYE, "nav-review"),
    }
}

/// How a section stands; nothing while nobody has looked.
fn standing(open: &Open, section: Section) -> Option<Status> {
    let mut found = None;
    for item in open.report.items.iter().filter(|item| Section::of_field(&item.field) == section) {
        match item.outcome {
            Outcome::MustFix => return Some(Status::Bad),
            Outcome::Confirm => found = Some(Status::Ask),
            Outcome::Pass | Outcome::Overridden => {
                found.get_or_insert(Status::Ok);
            }
            Outcome::Advice => {}
        }
    }
    if section == Section::Review && !open.report.is_ready() { None } else { found }
}

fn count(open: &Open, section: Section) -> Option<usize> {
    let pictures = open.evidence.iter().filter(|one| is_screenshot(one.recognised)).count();
    match section {
        Section::Screenshots => Some(pictures),
        Section::Logs => Some(open.evidence.len() - pictures),
        _ => None,
    }
}

fn parked(state: &mut State, open: &Open, ui: &mut Ui) {
    let parked: Vec<_> = state
        .incidents
        .iter()
        .filter(|entry| entry.status.parked_by.as_deref() == Some(open.id.as_str()))
        .map(|entry| (entry.id.clone(), titled(state, &entry.title)))
        .collect();
    if parked.is_empty() {
        return;
    }
    gap(ui, 3);
    if ui.available_width() > 100.0 {
        ui.horizontal(|ui| {
            gap(ui, 2);
            hint(ui, &state.t("parked"));
        });
        gap(ui, 1);
    }
    for (id, title) in parked {
        if nav_row(ui, icons::NOTE_PENCIL, &title, Trailing::None, false).clicked() {
            state.emit(Action::Open(id));
        }
    }
}
