//! One incident becomes several: the first part stays open, the others are parked. A parked one can be taken back in.

use eframe::egui::Context;

use super::history::Others;
use super::perform::{ask, relative, tell_problem, tell_with_undo, undo_last};
use super::state::State;
use super::work::{Answer, Kind, Moved};
use crate::check;
use crate::collect;
use crate::job::Monitor;
use crate::model::Draft;
use crate::pipeline;
use crate::store::{Drafts, Id, Status};

/// Splits the open incident, as it is now, into the parts that the checklist finds; in a job, because files are copied.
pub fn start(state: &mut State, ctx: &Context) {
    let (facts, lang) = (state.facts().clone(), state.lang());
    let drafts = Drafts::of(&state.world.folders);
    let now = (state.world.now)();
    let Some(open) = &state.open else { return };
    let (source, evidence) = (open.source(&state.world), open.evidence.clone());
    let (from, revision) = (open.id.clone(), open.revision);
    state.work.start(ctx, Kind::Split, move |monitor| {
        let found = pipeline::assemble(&source, facts, evidence, lang).report.parts;
        let parts = check::split(&source.draft, &found);
        let mut made = Vec::new();
        let done = park(&parts, &from, &drafts, now, &mut made, monitor);
        if done.is_err() {
            // A part that could not be kept must not be taken out of this one.
            remove(&drafts, &made);
        }
        let first = parts.into_iter().next().unwrap_or_default();
        Answer::Split(revision, done.map(|()| (Box::new(first), made)))
    });
}

fn park(
    parts: &[Draft],
    from: &Id,
    drafts: &Drafts,
    now: jiff::Timestamp,
    made: &mut Vec<Id>,
    monitor: &Monitor,
) -> Result<(), pipeline::Error> {
    for part in parts.iter().skip(1) {
        let id = Id::new(now, &mut fastrand::Rng::new());
        made.push(id.clone());
        let mut draft = part.clone();
        for item in &mut draft.evidence {
            let source = drafts.folder(from).join(&item.path);
            if source.is_file() {
                let copy = collect::copy_in(&source, &drafts.evidence(&id), monitor)?;
                item.path = relative(&copy, &drafts.folder(&id));
            }
        }
        let status = Status { parked_by: Some(from.as_str().to_owned()), ..Status::default() };
        drafts.save(&id, &draft)?;
        drafts.save_status(&id, &status)?;
    }
    Ok(())
}

fn remove(drafts: &Drafts, made: &[Id]) {
    for id in made {
        drafts.remove(id).ok();
    }
}

/// The parts are parked; the first one takes the place of the whole, unless something was typed meanwhile.
pub fn done(state: &mut State, ctx: &Context, revision: u64, done: Result<(Box<Draft>, Vec<Id>), pipeline::Error>) {
    let (first, made) = match done {
        Ok(done) => done,
        Err(error) => return tell_problem(state, &error),
    };
    let drafts = Drafts::of(&state.world.folders);
    let Some(open) = state.open.as_mut().filter(|open| open.revision == revision && !made.is_empty()) else {
        state.work.start_another(ctx, Kind::Move, move |_| {
            remove(&drafts, &made);
            Answer::Moved(Moved::Silently, Ok(()))
        });
        return ask(state, "split-again");
    };
    let count = made.len();
    open.draft = *first;
    open.step_with(Others::made(made));
    state.relist();
    let (text, undo) = (state.tf("done-split", &[("count", count.into())]), undo_last(state));
    tell_with_undo(state, text, undo);
}

/// Takes a parked incident back into the open one; in a job, because files are copied.
pub fn join(state: &mut State, ctx: &Context, parked: Id) {
    let drafts = Drafts::of(&state.world.folders);
    let Some(open) = &state.open else { return };
    let (whole, to, revision) = (open.draft.clone(), open.id.clone(), open.revision);
    state.work.start(ctx, Kind::Join, move |monitor| {
        let work = || -> Result<(Box<Draft>, Id), pipeline::Error> {
            let mut part = drafts.load(&parked)?;
            for item in &mut part.evidence {
                let source = drafts.folder(&parked).join(&item.path);
                if source.is_file() {
                    let copy = collect::copy_in(&source, &drafts.evidence(&to), monitor)?;
                    item.path = relative(&copy, &drafts.folder(&to));
                }
            }
            drafts.remove(&parked)?;
            Ok((Box::new(check::join(&whole, part)), parked))
        };
        Answer::Joined(revision, work())
    });
}

/// The open incident takes the place of both, unless something was typed meanwhile.
pub fn joined(state: &mut State, ctx: &Context, revision: u64, done: Result<(Box<Draft>, Id), pipeline::Error>) {
    let (whole, parked) = match done {
        Ok(done) => done,
        Err(error) => return tell_problem(state, &error),
    };
    let drafts = Drafts::of(&state.world.folders);
    let Some(open) = state.open.as_mut().filter(|open| open.revision == revision) else {
        state.work.start_another(ctx, Kind::Move, move |_| Answer::Moved(Moved::Silently, drafts.put_back(&parked)));
        return ask(state, "join-again");
    };
    open.draft = *whole;
    open.step_with(Others::taken(parked));
    state.relist();
    let (text, undo) = (state.t("done-joined"), undo_last(state));
    tell_with_undo(state, text, undo);
}
