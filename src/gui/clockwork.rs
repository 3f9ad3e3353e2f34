//! What happens by itself: saving, checking, redacting for the preview; each after its pause, and never twice at once.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::Context;

use super::action::Section;
use super::app::App;
use super::keeping;
use super::state::{Open, State};
use super::turn;
use super::work::{Answer, Kind, Preview};
use crate::bundle;
use crate::pipeline;
use crate::redact;
use crate::store::{Drafts, Profiles, ProfilesMark};

/// A draft is on its way to the disk after a pause of this length, in seconds, …
const SAVE_AFTER: f64 = 0.4;
/// … or this long after the first change that is not saved, however steadily it is typed.
const SAVE_WITHIN: f64 = 0.7;
/// After a failure the next try comes this much later.
const SAVE_AGAIN: f64 = 5.0;
/// The checklist follows a pause in typing of this length.
const CHECK_AFTER: f64 = 0.3;
/// Rows of the readiness panel stay where they are until nothing was typed for so long.
const SETTLE_AFTER: f64 = 1.5;
/// The preview follows later.
const PREVIEW_AFTER: f64 = 0.8;
/// Above so many bytes of evidence the preview waits until it is looked at.
const PREVIEW_BYTES: u64 = 50_000_000;
/// The folder of the user's own destinations is looked at this often.
const WATCH_EVERY: Duration = Duration::from_secs(2);
/// The mark says "just now" for so many seconds.
pub const JUST_NOW_SECS: f64 = 10.0;

/// Notes what was typed since the last frame.
pub fn note(state: &mut State, now: f64) {
    if let Some(open) = &mut state.open
        && open.history.note(&open.draft, now)
    {
        open.touch();
        open.changed_at = now;
        open.unsaved_since.get_or_insert(now);
    }
}

/// Starts what is due, and asks to be woken for what is not.
pub fn tick(app: &mut App, ctx: &Context) {
    let now = ctx.input(|input| input.time);
    let state = &mut app.state;
    note(state, now);
    watch(state, ctx);
    keeping::tick(app, ctx);
    let state = &mut app.state;
    turn::tick(state, ctx);
    let is_asked = state.computer.is_some();
    let Some(open) = &mut state.open else { return };
    let quiet = now - open.changed_at;
    if open.saved == open.revision {
        open.unsaved_since = None;
    } else {
        let unsaved = now - *open.unsaved_since.get_or_insert(now);
        let wait = match open.save_failed_at {
            Some(failed_at) => failed_at + SAVE_AGAIN - now,
            None => (SAVE_AFTER - quiet).min(SAVE_WITHIN - unsaved),
        };
        // An incident that is about to be left is kept on the way out.
        match (state.turns.is_empty(), wait <= 0.0) {
            (true, true) => save(state, ctx),
            (true, false) => wake(ctx, wait),
            (false, _) => {}
        }
    }
    let Some(open) = &mut state.open else { return };
    if open.reviewed != open.revision {
        if quiet >= CHECK_AFTER || open.reviewed == 0 { check(state, ctx) } else { wake(ctx, CHECK_AFTER - quiet) }
    }
    let Some(open) = &mut state.open else { return };
    settle(open, quiet, ctx);
    if open.looked_at.as_ref() != Some(&open.draft.evidence) {
        look(state, ctx);
    }
    let Some(open) = &mut state.open else { return };
    let heavy = open.evidence_bytes() > PREVIEW_BYTES && open.section != Section::Review;
    let is_looked = open.looked_at.as_ref() == Some(&open.draft.evidence);
    if open.previewed != open.revision && is_looked && is_asked && !heavy {
        if quiet >= PREVIEW_AFTER { preview(state, ctx) } else { wake(ctx, PREVIEW_AFTER - quiet) }
    }
    if let Some(open) = &state.open
        && let Some(saved_at) = open.saved_at
        && now - saved_at < JUST_NOW_SECS
    {
        wake(ctx, JUST_NOW_SECS - (now - saved_at));
    }
}

/// Rows of the readiness panel change their group only when nobody types.
fn settle(open: &mut Open, quiet: f64, ctx: &Context) {
    if open.settled_at == open.reviewed {
        return;
    }
    let is_typing = ctx.egui_wants_keyboard_input() && quiet < SETTLE_AFTER && !open.settled.is_empty();
    if is_typing { wake(ctx, SETTLE_AFTER - quiet) } else { open.settle() }
}

fn wake(ctx: &Context, after_secs: f64) {
    ctx.request_repaint_after(Duration::from_secs_f64(after_secs.clamp(0.01, 60.0)));
}

fn save(state: &mut State, ctx: &Context) {
    let Some(open) = &state.open else { return };
    let (drafts, id, draft, revision) =
        (Drafts::of(&state.world.folders), open.id.clone(), open.draft.clone(), open.revision);
    state.work.start(ctx, Kind::Save, move |_| Answer::Saved(revision, drafts.save(&id, &draft)));
}

/// Holds the checklist against the draft in a job, with the files as last seen.
fn check(state: &mut State, ctx: &Context) {
    let Some(open) = state.open.as_ref().filter(|_| !state.work.is_running(&Kind::Check)) else { return };
    let (facts, lang) = (state.facts().clone(), state.world.lang);
    let (source, evidence) = (open.source(&state.world), open.evidence.clone());
    let (revision, rechecks) = (open.revision, open.rechecks);
    state.work.start(ctx, Kind::Check, move |_| {
        let report = pipeline::assemble(&source, facts, evidence, lang).report;
        Answer::Checked(revision, rechecks, Box::new(report))
    });
}

/// The files are looked at in a job, each time their list has changed.
fn look(state: &mut State, ctx: &Context) {
    let Some(open) = &state.open else { return };
    let (draft, base) = (open.draft.clone(), open.folder.clone());
    state.work.start(ctx, Kind::Look, move |monitor| {
        let found = pipeline::evidence(&draft, &base, monitor);
        Answer::Looked(draft.evidence, found)
    });
}

/// Waits in a job until one of the user's own destinations changes, and reads them all. The window sleeps meanwhile.
fn watch(state: &mut State, ctx: &Context) {
    let Some(known) = state.profiles_mark.clone().filter(|_| !state.work.is_running(&Kind::Watch)) else { return };
    let folder = state.world.folders.profiles();
    state.work.start(ctx, Kind::Watch, move |monitor| {
        loop {
            let found = ProfilesMark::of(&folder);
            if found != known || monitor.go_on().is_err() {
                let (profiles, wrong) = Profiles::load(&folder);
                return Answer::Destinations(Box::new((profiles, wrong, found)));
            }
            std::thread::sleep(WATCH_EVERY);
        }
    });
}

/// Redacts in a job. One that runs for an older state of the incident is stopped.
fn preview(state: &mut State, ctx: &Context) {
    let (facts, known) = (state.facts().clone(), state.known());
    let lang = state.world.lang;
    let Some(open) = &mut state.open else { return };
    if open.preview_of != open.revision {
        state.work.cancel(&Kind::Preview);
        open.preview_of = open.revision;
    }
    let (source, evidence, revision) = (open.source(&state.world), open.evidence.clone(), open.revision);
    state.work.start(ctx, Kind::Preview, move |monitor| {
        let sources = evidence.iter().map(|file| file.source.clone()).collect();
        let incident = pipeline::assemble(&source, facts, evidence, lang).incident;
        let policy = source.policy(known.unwrap_or_default());
        let original = Arc::new(incident.clone());
        let redacted = redact::redact(incident, &policy, monitor);
        let preview = redacted.map(|redacted| Preview {
            plan: bundle::plan(&redacted),
            redacted: Arc::new(redacted),
            original,
            policy,
            sources,
        });
        Answer::Previewed(revision, Box::new(preview.map_err(pipeline::Error::from)))
    });
}

/// Keeps what is not kept yet; the window is about to close.
pub fn finish(app: &mut App) {
    app.state.work.finish();
    let state = &mut app.state;
    keeping::finish(state);
    if let Some(open) = &mut state.open
        && (open.history.note(&open.draft, f64::INFINITY) || open.saved != open.revision)
    {
        // There is nobody left to tell; the draft on disk is whole in any case.
        Drafts::of(&state.world.folders).save(&open.id, &open.draft).ok();
    }
}
