//! What is kept besides drafts, and what comes from outside: the settings, what became of an incident, the list of
//! incidents, the files of another window. All of it in jobs.

use std::time::Duration;

use eframe::egui::{Context, UserAttentionType, ViewportCommand};

use super::action::Action;
use super::app::App;
use super::perform::tell_problem;
use super::state::{Listing, State};
use super::work::{Answer, Kind};
use crate::store::{self, Drafts, Entry};

/// The inbox is looked at this often.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// Starts what is due.
pub fn tick(app: &mut App, ctx: &Context) {
    let instance = app.instance.clone();
    let state = &mut app.state;
    settings(state, ctx);
    if state.turns.is_empty() {
        status(state, ctx);
        map(state, ctx);
    }
    list(state, ctx);
    inbox(state, ctx);
    // The second time round something was drawn.
    let frames = ctx.cumulative_frame_nr();
    if let Some(instance) = instance.filter(|_| !state.is_marked && frames > 1) {
        state.is_marked = true;
        state.work.start(ctx, Kind::Mark, move |_| {
            instance.open();
            Answer::Marked
        });
    }
}

fn settings(state: &mut State, ctx: &Context) {
    if state.settings != state.kept_settings && !state.work.is_running(&Kind::Settings) {
        state.kept_settings = state.settings.clone();
        let (settings, folders) = (state.settings.clone(), state.world.folders.clone());
        state.work.start(ctx, Kind::Settings, move |_| Answer::Kept(settings.save(&folders)));
    }
}

fn status(state: &mut State, ctx: &Context) {
    let is_running = state.work.is_running(&Kind::Status);
    let drafts = Drafts::of(&state.world.folders);
    let Some(open) = state.open.as_mut().filter(|open| open.status != open.kept_status && !is_running) else { return };
    open.kept_status = open.status.clone();
    let (id, status) = (open.id.clone(), open.status.clone());
    state.work.start(ctx, Kind::Status, move |_| Answer::Kept(drafts.save_status(&id, &status)));
}

fn map(state: &mut State, ctx: &Context) {
    let is_running = state.work.is_running(&Kind::Map);
    let drafts = Drafts::of(&state.world.folders);
    let Some(open) = state.open.as_mut().filter(|open| !open.map_is_kept && !is_running) else { return };
    open.map_is_kept = true;
    let (file, map) = (store::map_file(&drafts, &open.id), open.map.clone());
    state.work.start(ctx, Kind::Map, move |_| Answer::Kept(store::save_private_map(&file, &map)));
}

fn list(state: &mut State, ctx: &Context) {
    if state.listing == Listing::Due && !state.work.is_running(&Kind::List) {
        state.listing = Listing::Running;
        let drafts = Drafts::of(&state.world.folders);
        state.work.start(ctx, Kind::List, move |_| {
            let (entries, broken) = drafts.list();
            Answer::Listed(entries, broken)
        });
    }
}

fn inbox(state: &mut State, ctx: &Context) {
    let Some(inbox) = state.inbox.clone().filter(|_| !state.work.is_running(&Kind::Inbox)) else { return };
    state.work.start(ctx, Kind::Inbox, move |monitor| {
        loop {
            if let Some(files) = inbox.take() {
                return Answer::Handed(files);
            }
            if monitor.go_on().is_err() {
                return Answer::Marked;
            }
            std::thread::sleep(LOOK_EVERY);
        }
    });
}

/// The list was read. What went wrong with other files is told once.
pub fn listed(state: &mut State, entries: Vec<Entry>, broken: &[store::Error]) {
    if state.listing == Listing::Running {
        state.listing = Listing::Done;
    }
    state.incidents = entries;
    for error in broken {
        if let Some(path) = error.path()
            && state.told.insert(path.to_owned())
        {
            tell_problem(state, error);
        }
    }
}

/// Another window was opened: this one comes to the front, with its files.
pub fn handed(state: &mut State, ctx: &Context, files: Vec<std::path::PathBuf>) {
    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
    ctx.send_viewport_cmd(ViewportCommand::Focus);
    ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
    state.emit(Action::TakeIn(files));
}

/// Keeps what is not kept yet; the window is about to close. There is nobody left to tell.
pub fn finish(state: &mut State) {
    if state.settings != state.kept_settings {
        state.kept_settings = state.settings.clone();
        state.settings.save(&state.world.folders).ok();
    }
    let drafts = Drafts::of(&state.world.folders);
    let Some(open) = &mut state.open else { return };
    if open.status != open.kept_status {
        open.kept_status = open.status.clone();
        drafts.save_status(&open.id, &open.status).ok();
    }
    if !std::mem::replace(&mut open.map_is_kept, true) {
        store::save_private_map(&store::map_file(&drafts, &open.id), &open.map).ok();
    }
}
