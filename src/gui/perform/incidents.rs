//! Incidents: begin, open, leave, remove; where the user is in one.

use eframe::egui::Context;

use super::evidence::ask_for_tools;
use super::{drafts, steps, tell_problem, tell_with_undo, undo_last};
use crate::check;
use crate::gui::action::{Action, Section};
use crate::gui::state::State;
use crate::gui::turn::{self, Next};
use crate::gui::work::{Answer, Kind, Moved};
use crate::model::Draft;
use crate::store::{self, Id};

/// Begins a new incident with the cursor in its first field; `then` is done there, and files that wait are added.
pub fn begin(state: &mut State, destination: &str, mut then: Vec<Action>) {
    if then.is_empty() {
        then.push(Action::Jump("title".to_owned()));
    }
    if !state.waiting.is_empty() {
        then.push(Action::Attach(std::mem::take(&mut state.waiting)));
    }
    let id = Id::new((state.world.now)(), &mut fastrand::Rng::new());
    let lang = state.lang();
    let required = state.profiles.get(destination).map(|profile| profile.language.required.clone()).unwrap_or_default();
    let language = if required.is_empty() || required.contains(&lang) { lang } else { required[0] };
    let contact = state.settings.contact.clone();
    let draft = Draft { destination: destination.to_owned(), language, contact, ..Draft::default() };
    turn::to(state, Next::New(id, Box::new(draft)), then);
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
    ask_for_tools(state);
    let (text, undo) = (state.tf("done-retargeted", &[("name", name.into())]), undo_last(state));
    tell_with_undo(state, text, undo);
}

/// Opens an incident; `then` is done there.
pub fn open(state: &mut State, id: &Id, then: Vec<Action>) {
    if state.open.as_ref().is_some_and(|open| open.id == *id) {
        state.actions.extend(then);
    } else {
        turn::to(state, Next::Kept(id.clone()), then);
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
    state.screen = None;
    let Some(open) = &mut state.open else { return };
    open.section = section;
    // An empty page waits for its first words.
    let first = match section {
        Section::Problem if open.draft.title.is_empty() => "title",
        Section::Steps if open.draft.steps.is_empty() => "steps[0]",
        _ => return,
    };
    state.local.focus = Some(first.to_owned());
}

pub fn remove(state: &mut State, ctx: &Context, id: Id) {
    let drafts = drafts(state);
    state.work.start_another(ctx, Kind::Move, move |_| {
        let done = drafts.remove(&id);
        Answer::Moved(Moved::Away(id), done)
    });
}

pub fn put_back(state: &mut State, ctx: &Context, id: Id) {
    let drafts = drafts(state);
    state.work.start_another(ctx, Kind::Move, move |_| Answer::Moved(Moved::Back, drafts.put_back(&id)));
}

/// Other incidents were moved: the list and the history follow.
pub fn moved(state: &mut State, what: Moved, done: Result<(), store::Error>) {
    state.relist();
    if let Err(error) = done {
        return tell_problem(state, &error);
    }
    match what {
        Moved::Away(id) => {
            state.incidents.retain(|entry| entry.id != id);
            let text = state.t("done-removed");
            tell_with_undo(state, text, Some(Action::PutBack(id)));
        }
        Moved::With(stride, number) => steps::follow(state, stride, number),
        Moved::Back | Moved::Silently => {}
    }
}
