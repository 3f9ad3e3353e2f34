//! Finding logs: reading Steam's library, searching, adding what was ticked.

use eframe::egui::Context;

use super::{decide, evidence, tell_with_undo, undo_last};
use crate::collect::places::{self, Wanted};
use crate::gui::state::State;
use crate::gui::work::{Answer, Kind};
use crate::model::{Draft, FieldType, FieldValue, Game, Profile};

/// Reads what Steam has installed.
pub fn read_library(state: &mut State, ctx: &Context) {
    let roots = state.places.clone();
    state.work.start(ctx, Kind::Library, move |_| Answer::Library(Box::new(places::library(&roots))));
}

/// Looks for the logs of an app or a game.
pub fn find(state: &mut State, ctx: &Context, wanted: Wanted) {
    let (roots, library) = (state.places.clone(), state.local.log_search.library.clone());
    state.work.start(ctx, Kind::Logs, move |monitor| {
        let library = library.unwrap_or_else(|| places::library(&roots));
        Answer::Found(places::find(&wanted, &roots, &library, monitor).ok().map(Box::new))
    });
}

/// Adds the ticked files; the game, and what the logs answer, join the draft as one step.
pub fn add(state: &mut State, ctx: &Context) {
    let Some(found) = state.local.log_search.found.take() else { return };
    let ticked = std::mem::take(&mut state.local.log_search.ticked);
    state.local.log_search.shown = false;
    let Some(open) = &state.open else { return };
    let mut draft = open.draft.clone();
    let answered = note(&mut draft, &open.profile, found.game.map(|game| game.game), found.answers.into_iter());
    if draft != open.draft {
        decide(state, |old| *old = draft);
        let text = state.tf("done-game-noted", &[("count", answered.into())]);
        let undo = undo_last(state);
        tell_with_undo(state, text, undo);
    }
    if !ticked.is_empty() {
        evidence::attach(state, ctx, ticked.into_iter().collect());
    }
}

/// Notes the game, and answers questions of the destination that are still open. How many.
fn note(
    draft: &mut Draft,
    profile: &Profile,
    game: Option<Game>,
    answers: impl Iterator<Item = (String, String)>,
) -> usize {
    if game.is_some() {
        draft.game = game;
    }
    let mut count = 0;
    for (id, answer) in answers {
        let asks = profile.fields.iter().any(|field| field.id == id && field.kind == FieldType::Text);
        if asks && !draft.fields.get(&id).is_some_and(FieldValue::is_filled) {
            draft.fields.insert(id, FieldValue::Text(answer));
            count += 1;
        }
    }
    count
}
