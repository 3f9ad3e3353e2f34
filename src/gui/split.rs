//! One incident becomes several: the first part stays open, the others are parked.

use super::action::Action;
use super::perform::{relative, tell_problem, tell_with_undo};
use super::state::State;
use crate::check;
use crate::collect;
use crate::job::Monitor;
use crate::store::{Drafts, Id, Status};

/// Splits the open incident into the parts that the checklist found.
pub fn split(state: &mut State) {
    let drafts = Drafts::of(&state.world.folders);
    let moment = (state.world.now)();
    let Some(open) = &mut state.open else { return };
    let mut parts = check::split(&open.draft, &open.report.parts).into_iter();
    let Some(first) = parts.next() else { return };
    let mut made = Vec::new();
    let mut failed = None;
    for mut draft in parts {
        let id = Id::new(moment, &mut fastrand::Rng::new());
        for item in &mut draft.evidence {
            let source = open.folder.join(&item.path);
            if let Ok(copy) = collect::copy_in(&source, &drafts.evidence(&id), &Monitor::quiet()) {
                item.path = relative(&copy, &drafts.folder(&id));
            }
        }
        let status = Status { parked_by: Some(open.id.as_str().to_owned()), ..Status::default() };
        match drafts.save(&id, &draft).and_then(|()| drafts.save_status(&id, &status)) {
            Ok(()) => made.push(id),
            Err(error) => failed = Some(error),
        }
    }
    if let Some(error) = failed {
        // A part that could not be kept must not be taken out of this one.
        for id in &made {
            drafts.remove(id).ok();
        }
        return tell_problem(state, &error);
    }
    if made.is_empty() {
        return;
    }
    open.draft = first;
    open.history.step(&open.draft, made.clone());
    open.revision += 1;
    state.incidents = drafts.list().0;
    let text = state.tf("done-split", &[("count", made.len().into())]);
    tell_with_undo(state, text, Action::Undo);
}
