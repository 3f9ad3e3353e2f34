//! One step back and forward.

use super::{ask, drafts, tell_problem};
use crate::gui::history::{Change, Others};
use crate::gui::state::State;
use crate::store::{self, Id};

pub fn undo_step(state: &mut State, id: &Id, number: u64) {
    if state.open.as_ref().is_some_and(|open| open.id == *id && open.history.last() == Some(number)) {
        undo(state);
    } else {
        ask(state, "undo-too-late");
    }
}

pub fn undo(state: &mut State) {
    let change = state.open.as_mut().and_then(|open| open.history.undo());
    let Some(change) = change else { return };
    if let Err(error) = follow(state, &change) {
        state.open.as_mut().and_then(|open| open.history.redo());
        return tell_problem(state, &error);
    }
    restore(state, change);
}

/// Other incidents come and go with a change. What belongs to one that does not come back must not leave this one.
fn follow(state: &mut State, change: &Change) -> Result<(), store::Error> {
    let drafts = drafts(state);
    change.others.made.iter().try_for_each(|id| drafts.put_back(id))?;
    for id in &change.others.taken {
        if let Err(error) = drafts.remove(id) {
            tell_problem(state, &error);
        }
    }
    Ok(())
}

pub fn redo(state: &mut State) {
    let change = state.open.as_mut().and_then(|open| open.history.redo());
    let Some(change) = change else { return };
    if let Err(error) = follow(state, &change) {
        state.open.as_mut().and_then(|open| open.history.undo());
        return tell_problem(state, &error);
    }
    restore(state, change);
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
