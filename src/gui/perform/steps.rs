//! One step back and forward.

use eframe::egui::Context;

use super::{ask, drafts};
use crate::gui::history::{Change, Others};
use crate::gui::state::State;
use crate::gui::work::{Answer, Kind, Moved, Stride};
use crate::store::Id;

pub fn undo_step(state: &mut State, ctx: &Context, id: &Id, number: u64) {
    if state.open.as_ref().is_some_and(|open| open.id == *id && open.history.last() == Some(number)) {
        undo(state, ctx);
    } else {
        ask(state, "undo-too-late");
    }
}

pub fn undo(state: &mut State, ctx: &Context) {
    stride(state, ctx, Stride::Back);
}

pub fn redo(state: &mut State, ctx: &Context) {
    stride(state, ctx, Stride::Forward);
}

/// Other incidents come and go with a step. What belongs to one that does not come back must not leave this one: they are
/// moved first, in a job, and the step follows.
fn stride(state: &mut State, ctx: &Context, stride: Stride) {
    let Some((number, others)) = state.open.as_ref().and_then(|open| open.history.next(stride)) else { return };
    if others == Others::none() {
        return follow(state, stride, number);
    }
    let drafts = drafts(state);
    state.work.start(ctx, Kind::Others, move |_| {
        let done = others.made.iter().try_for_each(|id| drafts.put_back(id));
        // One that the user has removed already is gone as it should be.
        let mut taken = others.taken.iter().filter(|id| drafts.folder(id).exists());
        let done = done.and_then(|()| taken.try_for_each(|id| drafts.remove(id)));
        Answer::Moved(Moved::With(stride, number), done)
    });
}

/// Takes the step, if it is still the next one.
pub fn follow(state: &mut State, stride: Stride, number: u64) {
    let Some(open) = &mut state.open else { return };
    if open.history.next(stride).is_none_or(|(next, _)| next != number) {
        return ask(state, "undo-too-late");
    }
    if let Some(change) = open.history.stride(stride) {
        restore(state, change);
    }
}

fn restore(state: &mut State, change: Change) {
    let profile = state.profiles.get(&change.draft.destination).cloned();
    if let Some(open) = &mut state.open {
        if let Ok(profile) = profile {
            open.retarget(profile);
        }
        open.draft = change.draft;
        open.touch();
    }
    if change.others != Others::none() {
        state.relist();
    }
}
