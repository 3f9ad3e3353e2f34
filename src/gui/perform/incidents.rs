//! Incidents: begin, open, leave, remove; where the user is in one.

use super::{ask, drafts, keep_settings, tell_problem, tell_with_undo, undo_last};
use crate::check;
use crate::gui::action::{Action, Section};
use crate::gui::state::{Open, State};
use crate::model::Draft;
use crate::store::{self, Id};

pub fn begin(state: &mut State, destination: &str) {
    let id = Id::new((state.world.now)(), &mut fastrand::Rng::new());
    let lang = state.lang();
    let required = state.profiles.get(destination).map(|profile| profile.language.required.clone()).unwrap_or_default();
    let language = if required.is_empty() || required.contains(&lang) { lang } else { required[0] };
    let draft = Draft { destination: destination.to_owned(), language, ..Draft::default() };
    if let Err(error) = drafts(state).save(&id, &draft) {
        return tell_problem(state, &error);
    }
    show(state, &id, draft);
}

/// Shows an incident that is in the store. One whose destination is unknown is shown as a letter, until another is chosen.
pub fn show(state: &mut State, id: &Id, draft: Draft) {
    if !leave(state) {
        return;
    }
    let profile = match state.profiles.get(&draft.destination).cloned() {
        Ok(profile) => profile,
        Err(error) => {
            tell_problem(state, &error);
            match state.profiles.get("any-support-email").cloned() {
                Ok(profile) => profile,
                Err(error) => return tell_problem(state, &error),
            }
        }
    };
    let mut open = Open::new(id.clone(), draft, profile, &state.world);
    let (map, problem) = store::private_map(&store::map_file(&drafts(state), id));
    open.map = map;
    if let Some(problem) = problem {
        tell_problem(state, &problem);
    }
    if open.draft.destination != open.profile.id {
        open.section = Section::Destination;
    }
    state.open = Some(open);
    state.settings.last_incident = Some(id.as_str().to_owned());
    state.incidents = drafts(state).list().0;
    keep_settings(state);
}

pub fn retarget(state: &mut State, destination: &str) {
    state.local.show_desk();
    let profile = match state.profiles.get(destination).cloned() {
        Ok(profile) => profile,
        Err(error) => return tell_problem(state, &error),
    };
    let name = profile.name.get(state.lang()).to_owned();
    let Some(open) = state.open.as_mut().filter(|open| open.draft.destination != profile.id) else { return };
    open.draft.destination.clone_from(&profile.id);
    open.retarget(profile);
    open.step();
    let (text, undo) = (state.tf("done-retargeted", &[("name", name.into())]), undo_last(state));
    tell_with_undo(state, text, undo);
}

pub fn open(state: &mut State, id: &Id) {
    if state.open.as_ref().is_some_and(|open| open.id == *id) {
        return;
    }
    match drafts(state).load(id) {
        Ok(draft) => show(state, id, draft),
        Err(error) => {
            state.settings.last_incident = None;
            keep_settings(state);
            tell_problem(state, &error);
        }
    }
}

/// Keeps the open incident and forgets it; one in which nothing was entered leaves no trace. Stays, and says why, where it
/// cannot be kept or something still works for it.
fn leave(state: &mut State) -> bool {
    if state.work.is_busy() {
        ask(state, "busy-leave");
        return false;
    }
    state.work.finish();
    let drafts = drafts(state);
    let Some(open) = &state.open else { return true };
    let done = if open.draft.is_blank() { drafts.remove(&open.id) } else { drafts.save(&open.id, &open.draft) };
    if let Err(error) = done {
        tell_problem(state, &error);
        return false;
    }
    state.open = None;
    state.work.forget();
    state.local.forget();
    true
}

pub fn home(state: &mut State) {
    if leave(state) {
        state.settings.last_incident = None;
        keep_settings(state);
        state.incidents = drafts(state).list().0;
    }
}

/// Shows the section of a field and puts the cursor there. A field of the destination's form that a part of the incident
/// fills is found where that part is.
pub fn jump(state: &mut State, field: String) {
    let field = match (field.strip_prefix("fields."), &state.open) {
        (Some(id), Some(open)) => {
            let own = open.profile.fields.iter().find(|own| own.id == id);
            own.and_then(|own| own.from).and_then(check::field_of).map_or_else(|| field.clone(), str::to_owned)
        }
        _ => field,
    };
    go(state, Section::of_field(&field));
    state.local.focus = Some(field);
}

pub fn go(state: &mut State, section: Section) {
    if let Some(open) = &mut state.open {
        open.section = section;
    }
}

pub fn remove(state: &mut State, id: &Id) {
    match drafts(state).remove(id) {
        Ok(()) => {
            let text = state.t("done-removed");
            tell_with_undo(state, text, Some(Action::PutBack(id.clone())));
        }
        Err(error) => tell_problem(state, &error),
    }
    state.incidents = drafts(state).list().0;
}

pub fn put_back(state: &mut State, id: &Id) {
    if let Err(error) = drafts(state).put_back(id) {
        tell_problem(state, &error);
    }
    state.incidents = drafts(state).list().0;
}
