//! What stands around every page: top bar, navigation, readiness.

mod find_bar;
mod navigation;
mod readiness;
mod switcher;
mod top_bar;

use std::hash::Hash;

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, UiBuilder};

use super::action::Action;
use super::icons;
use super::pages;
use super::state::{Open, State};
use super::theme::sizes;
use super::widgets::{Status, banner, gap, hint, job_row, panel_frame, small_button};
use crate::platform::LastEnd;
use crate::text;

/// Below this width the readiness panel becomes a drawer under its headline.
const DRAWER_BELOW: f32 = 1100.0;
/// Below this width the navigation shows icons only.
const ICONS_BELOW: f32 = 820.0;
/// Width of the navigation when it shows icons only.
const ICONS_WIDTH: f32 = 56.0;

/// Draws the window.
pub fn show(state: &mut State, ui: &mut Ui) {
    let width = ui.ctx().content_rect().width();
    let mut open = state.open.take();
    let bar = panel_frame(ui, true).inner_margin(Margin::symmetric(14, 0));
    Panel::top("top").exact_size(sizes().top_bar).frame(bar).resizable(false).show(ui, |ui| {
        top_bar::show(state, open.as_ref(), ui);
    });
    match &mut open {
        _ if state.screen.is_some() => screen(state, ui),
        // What the user was doing is being read: the start page would only flash by.
        None if !state.turns.is_empty() && state.settings.last_incident.is_some() => {
            CentralPanel::default().frame(background(ui)).show(ui, |_| {});
        }
        None => start(state, ui),
        Some(open) => incident(state, open, ui, width),
    }
    state.open = open;
    switcher::show(state, ui);
    pages::overriding(state, ui);
    pages::capturing(state, ui);
    pages::help(state, ui);
    let (undo, close) = (state.t("undo"), state.t("close"));
    if let Some(action) = state.toasts.show(ui.ctx(), &undo, &close) {
        state.emit(action);
    }
}

fn start(state: &mut State, ui: &mut Ui) {
    CentralPanel::default().frame(background(ui)).show(ui, |ui| {
        column(ui, 900.0, "start", |ui| {
            progress(state, ui);
            notices(state, ui);
            pages::start::show(state, ui);
        });
    });
}

/// A page that belongs to no incident; Escape leaves it.
fn screen(state: &mut State, ui: &mut Ui) {
    let Some(screen) = state.screen else { return };
    CentralPanel::default().frame(background(ui)).show(ui, |ui| {
        column(ui, sizes().middle, screen as u8, |ui| {
            notices(state, ui);
            pages::screen(state, screen, ui);
        });
    });
    let is_free = ui.ctx().memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    if is_free && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        state.emit(Action::Back);
    }
}

fn incident(state: &mut State, open: &mut Open, ui: &mut Ui, width: f32) {
    let left = if width < ICONS_BELOW { ICONS_WIDTH } else { sizes().left };
    let frame = panel_frame(ui, false).inner_margin(Margin::symmetric(10, 12));
    Panel::left("sections").exact_size(left).frame(frame).resizable(false).show(ui, |ui| {
        navigation::show(state, open, ui);
    });
    let has_panel = width >= DRAWER_BELOW;
    if !has_panel {
        let frame = panel_frame(ui, true).inner_margin(Margin::symmetric(18, 10));
        Panel::top("drawer").frame(frame).resizable(false).show(ui, |ui| readiness::drawer(state, open, ui));
    }
    // The page comes before the panel at its right, as one reads.
    let mut place = ui.available_rect_before_wrap();
    if has_panel {
        place.max.x -= sizes().right;
    }
    let mut middle = ui.new_child(UiBuilder::new().max_rect(place).id_salt("middle"));
    middle.set_clip_rect(place.intersect(ui.clip_rect()));
    page(state, open, &mut middle);
    if has_panel {
        let frame = panel_frame(ui, true).inner_margin(Margin { left: 18, right: 18, top: 17, bottom: 18 });
        Panel::right("readiness").exact_size(sizes().right).frame(frame).resizable(false).show(ui, |ui| {
            readiness::show(state, open, ui);
        });
    }
}

fn page(state: &mut State, open: &mut Open, ui: &mut Ui) {
    // Every page of every incident keeps its own place, and begins at its top.
    let page = (open.id.clone(), open.section, open.draft.destination.clone(), state.local.choosing);
    CentralPanel::default().frame(background(ui)).show(ui, |ui| {
        if state.local.find.is_some() {
            let bar = panel_frame(ui, true).inner_margin(Margin::symmetric(16, 6));
            Panel::top("find").frame(bar).resizable(false).show(ui, |ui| find_bar::show(state, open, ui));
        }
        column(ui, sizes().middle, page, |ui| {
            progress(state, ui);
            notices(state, ui);
            pages::show(state, open, ui);
        });
    });
}

/// The work that goes on, and Stop.
fn progress(state: &mut State, ui: &mut Ui) {
    let Some(progress) = state.work.progress() else { return };
    let share = (progress.total > 0).then(|| progress.done as f32 / progress.total as f32);
    let doing = crate::pipeline::stage(state.lang(), &progress.stage);
    gap(ui, 2);
    if job_row(ui, &doing, share, &state.t("stop")) {
        state.emit(Action::Stop);
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}

/// How the last window ended, until that was read; what is wrong with the user's own destinations, until it is mended.
fn notices(state: &mut State, ui: &mut Ui) {
    last_end(state, ui);
    wrong_profiles(state, ui);
}

fn last_end(state: &mut State, ui: &mut Ui) {
    let Some(last_end) = state.last_end.clone() else { return };
    let (start, more, report) = match last_end {
        LastEnd::Crashed(report) => {
            let path = report.display().to_string();
            ("last-end-crashed", state.tf("last-end-crashed-more", &[("path", path.into())]), Some(report))
        }
        LastEnd::Killed => ("last-end-killed", state.t("last-end-killed-more"), None),
        LastEnd::Opening(_) => ("last-end-opening", state.t("last-end-opening-more"), None),
    };
    gap(ui, 2);
    banner(ui, Status::Info, &state.t(start), &more, |ui| {
        if let Some(report) = report
            && small_button(ui, Some(icons::FOLDER_OPEN), &state.t("show-in-folder")).clicked()
        {
            state.emit(Action::Reveal(report));
        }
        if small_button(ui, None, &state.t("close")).clicked() {
            state.emit(Action::ForgetLastEnd);
        }
    });
}

fn wrong_profiles(state: &mut State, ui: &mut Ui) {
    const SHOWN: usize = 2;
    let lang = state.lang();
    let start = state.t("wrong-profile");
    for index in 0..state.wrong_profiles.len().min(SHOWN) {
        let Some(error) = state.wrong_profiles.get(index) else { return };
        let problem = text::problem(lang, error);
        let path = error.path().map(std::path::Path::to_owned);
        gap(ui, 2);
        banner(ui, Status::Bad, &start, &format!("{} {}", problem.sentence, problem.hint), |ui| {
            let Some(path) = path else { return };
            if small_button(ui, Some(icons::PENCIL_SIMPLE), &state.t("wrong-profile-edit")).clicked() {
                state.emit(Action::EditFile(path.clone()));
            }
            if small_button(ui, Some(icons::FOLDER_OPEN), &state.t("show-in-folder")).clicked() {
                state.emit(Action::Reveal(path));
            }
        });
    }
    let more = state.wrong_profiles.len().saturating_sub(SHOWN);
    if more > 0 {
        gap(ui, 1);
        hint(ui, &state.tf("wrong-profile-more", &[("count", more.into())]));
    }
}

fn background(ui: &Ui) -> Frame {
    panel_frame(ui, false)
}

/// One column in the middle, with the room that is there, at most `width`.
fn column(ui: &mut Ui, width: f32, page: impl Hash + std::fmt::Debug, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(egui::Id::unique(page)).auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width();
        let margin = ((room - width) / 2.0).max(16.0);
        let mut place = ui.available_rect_before_wrap();
        place.min.x += margin;
        place.max.x -= margin;
        ui.scope_builder(UiBuilder::new().max_rect(place), content);
    });
}
