//! What happens by itself: saving, checking, redacting for the preview; each after its pause, and never twice at once.

use std::sync::Arc;

use eframe::egui::Context;

use super::app::App;
use super::state::State;
use super::work::{Answer, Kind, Preview};
use crate::bundle;
use crate::pipeline;
use crate::redact;
use crate::store::Drafts;

/// A draft is on its way to the disk this long after a change, in seconds.
const SAVE_AFTER: f64 = 0.4;
/// The checklist follows a pause in typing of this length.
const CHECK_AFTER: f64 = 0.3;
/// The preview follows later.
const PREVIEW_AFTER: f64 = 0.8;
/// Above so many bytes of evidence the preview waits until it is looked at.
const PREVIEW_BYTES: u64 = 50_000_000;
/// The mark says "just now" for so many seconds.
pub const JUST_NOW_SECS: f64 = 10.0;

/// Starts what is due, and asks to be woken for what is not.
pub fn tick(app: &mut App, ctx: &Context) {
    let now = ctx.input(|input| input.time);
    let state = &mut app.state;
    let Some(open) = &mut state.open else { return };
    if open.history.note(&open.draft, now) {
        open.revision += 1;
        open.changed_at = now;
    }
    let quiet = now - open.changed_at;
    if open.saved != open.revision {
        if quiet >= SAVE_AFTER { save(state, ctx) } else { wake(ctx, SAVE_AFTER - quiet) }
    }
    let Some(open) = &mut state.open else { return };
    if open.reviewed != open.revision {
        if quiet >= CHECK_AFTER || open.reviewed == 0 { check(state) } else { wake(ctx, CHECK_AFTER - quiet) }
    }
    let Some(open) = &mut state.open else { return };
    if open.looked != open.revision && open.reviewed == open.revision {
        look(state, ctx);
    }
    let Some(open) = &mut state.open else { return };
    let heavy = open.evidence_bytes() > PREVIEW_BYTES && open.section != super::action::Section::Review;
    if open.previewed != open.revision && open.looked == open.revision && !heavy {
        if quiet >= PREVIEW_AFTER { preview(state, ctx) } else { wake(ctx, PREVIEW_AFTER - quiet) }
    }
    if let Some(open) = &state.open
        && let Some(saved_at) = open.saved_at
        && now - saved_at < JUST_NOW_SECS
    {
        wake(ctx, JUST_NOW_SECS - (now - saved_at));
    }
}

fn wake(ctx: &Context, after_secs: f64) {
    ctx.request_repaint_after(std::time::Duration::from_secs_f64(after_secs.clamp(0.01, 60.0)));
}

fn save(state: &mut State, ctx: &Context) {
    let Some(open) = &state.open else { return };
    let (drafts, id, draft, revision) =
        (Drafts::of(&state.world.folders), open.id.clone(), open.draft.clone(), open.revision);
    state.work.start(ctx, Kind::Save, move |_| Answer::Saved(revision, drafts.save(&id, &draft)));
}

/// The checklist is quick and runs here, with the files as last seen.
fn check(state: &mut State) {
    let facts = state.facts();
    if let Some(open) = &mut state.open {
        open.check(facts, &state.world);
    }
}

/// The files are looked at in a job.
fn look(state: &mut State, ctx: &Context) {
    let Some(open) = &state.open else { return };
    let (draft, base, revision) = (open.draft.clone(), open.folder.clone(), open.revision);
    state
        .work
        .start(ctx, Kind::Look, move |monitor| Answer::Looked(revision, pipeline::evidence(&draft, &base, monitor)));
}

/// Redacts in a job.
pub fn preview(state: &mut State, ctx: &Context) {
    let (facts, known) = (state.facts(), state.known());
    let lang = state.world.lang;
    let Some(open) = &state.open else { return };
    let (source, evidence, revision) = (open.source(&state.world), open.evidence.clone(), open.revision);
    state.work.start(ctx, Kind::Preview, move |monitor| {
        let incident = pipeline::assemble(&source, facts, evidence, lang).incident;
        let redacted = redact::redact(incident, &pipeline::policy(&source.draft, &source.profile, known), monitor);
        let preview = redacted.map(|redacted| Preview { plan: bundle::plan(&redacted), redacted: Arc::new(redacted) });
        Answer::Previewed(revision, Box::new(preview.map_err(pipeline::Error::from)))
    });
}

/// Keeps what is not kept yet; the window is about to close.
pub fn finish(app: &mut App) {
    app.state.work.finish();
    let state = &mut app.state;
    if let Some(open) = &state.open {
        // There is nobody left to tell; the draft on disk is whole in any case.
        Drafts::of(&state.world.folders).save(&open.id, &open.draft).ok();
    }
}
