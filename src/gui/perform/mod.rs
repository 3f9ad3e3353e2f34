//! Carries actions out: the one place where the window does anything.

mod evidence;
mod files;
mod incidents;
mod pictures;
mod privacy;
mod steps;

use eframe::egui::Context;

pub use self::evidence::add_evidence;
pub use self::files::{imported, relative};
pub use self::incidents::show;
use super::action::{Action, Section};
use super::app::{App, preference};
use super::state::State;
use super::widgets::Status;
use super::work::Purpose;
use super::{export, split};
use crate::check;
use crate::deliver;
use crate::model::{Draft, Explain};
use crate::store::{self, Drafts};
use crate::text::{self, problem};

/// Does one thing.
pub fn perform(app: &mut App, ctx: &Context, action: Action) {
    let state = &mut app.state;
    match action {
        Action::New(destination) => incidents::begin(state, &destination),
        Action::Retarget(destination) => incidents::retarget(state, &destination),
        Action::Open(id) => incidents::open(state, &id),
        Action::OpenFile(path) => files::open_file(state, ctx, path),
        Action::Home => incidents::home(state),
        Action::Go(section) => incidents::go(state, section),
        Action::Jump(field) => incidents::jump(state, field),
        Action::Remove(id) => incidents::remove(state, &id),
        Action::PutBack(id) => incidents::put_back(state, &id),
        Action::Attach(paths) => evidence::attach(state, ctx, paths),
        Action::Paste(image) => evidence::paste(state, ctx, image),
        Action::Choose => files::choose(app, ctx, Purpose::Attach),
        Action::ChooseFile => files::choose(app, ctx, Purpose::Open),
        Action::ChooseForm => files::choose(app, ctx, Purpose::Form),
        Action::ImportForm(path) => files::import_form(state, ctx, path),
        Action::ChooseTarget => files::choose(app, ctx, Purpose::Target),
        Action::Capture(aim, delay_secs) => pictures::capture(state, ctx, aim, delay_secs),
        Action::ListWindows => pictures::list_windows(state, ctx),
        Action::KeepRegion(capture, area) => pictures::keep_region(state, ctx, capture, area),
        Action::Detach(index) => evidence::detach(state, index),
        Action::Cut(index, item) => evidence::cut(state, index, *item),
        Action::StepsOfMarkers => pictures::steps_of_markers(state),
        Action::Collect => evidence::collect_facts(app, ctx),
        Action::ToggleFact(fact) => evidence::toggle_fact(state, fact),
        Action::Split => split::start(state, ctx),
        Action::Join(id) => split::join(state, ctx, id),
        Action::Tried(step, outcome) => decide(state, |draft| match outcome {
            Some(outcome) => drop(draft.self_help.insert(step, outcome)),
            None => drop(draft.self_help.remove(&step)),
        }),
        Action::Override(check, reason) => {
            let items = state.open.as_ref().map(|open| open.report.items.clone()).unwrap_or_default();
            if let Some(item) = items.iter().find(|item| item.check == check) {
                decide(state, |draft| check::override_item(draft, item, &reason));
            }
        }
        Action::Reconsider(check) => decide(state, |draft| check::take_back(draft, &check)),
        Action::Privacy(change) => privacy::change(state, change),
        Action::ShowHidden(id) => {
            incidents::open(state, &id);
            incidents::go(state, Section::Review);
            state.local.hidden_shown = true;
            state.local.privacy.show_earlier();
        }
        Action::Export(way) => export::start(app, ctx, way),
        Action::Copy(text) => {
            privacy::keep_map(state);
            ctx.copy_text(text);
            tell(state, "done-copied");
        }
        Action::Browse(url) => {
            privacy::keep_map(state);
            outside(state, deliver::open_url(&url));
        }
        Action::OpenDraft(path) => outside(state, deliver::open(&path)),
        Action::Reveal(path) => outside(state, deliver::reveal(&path)),
        Action::EditDestination(id) => files::edit_destination(state, &id),
        Action::EditFile(path) => files::edit(state, &path),
        Action::Sent(sent) => {
            let at = if sent { (state.world.now)().to_string() } else { String::new() };
            status(state, |status| status.handed_over_at = at);
        }
        Action::AskAgain(id) => {
            incidents::open(state, &id);
            incidents::jump(state, "review.again".to_owned());
        }
        Action::Ticket(number) => ticket(state, number),
        Action::Answered(answered) => status(state, |status| status.answered = answered),
        Action::Help => state.local.help = true,
        Action::Undo => steps::undo(state),
        Action::UndoStep(id, number) => steps::undo_step(state, &id, number),
        Action::Redo => steps::redo(state),
        Action::Stop => state.work.stop(),
        Action::Speak(lang) => {
            state.world.lang = lang;
            state.settings.language = Some(lang);
            if let Some(open) = &mut state.open {
                open.reviewed = 0;
            }
            keep_settings(state);
        }
        Action::Look(theme) => {
            state.settings.theme = theme;
            ctx.set_theme(preference(theme));
            keep_settings(state);
        }
    }
}

/// Says that something was done.
pub fn tell(state: &mut State, id: &str) {
    let text = state.t(id);
    state.toasts.push(Status::Ok, text, None);
}

/// Says that something was done, and offers the way back.
pub fn tell_with_undo(state: &mut State, text: String, undo: Option<Action>) {
    state.toasts.push(Status::Ok, text, undo);
}

/// Takes the last step of the open incident back, and no other.
#[must_use]
pub fn undo_last(state: &State) -> Option<Action> {
    let open = state.open.as_ref()?;
    Some(Action::UndoStep(open.id.clone(), open.history.last()?))
}

/// Says that an answer is needed first.
pub fn ask(state: &mut State, id: &str) {
    let text = state.t(id);
    state.toasts.push(Status::Ask, text, None);
}

/// Says what went wrong and what to do.
pub fn tell_problem(state: &mut State, error: &dyn Explain) {
    let text::Problem { sentence, hint } = problem(state.lang(), error);
    state.toasts.push(Status::Bad, format!("{sentence} {hint}").trim_end().to_owned(), None);
}

fn keep_settings(state: &mut State) {
    if let Err(error) = state.settings.save(&state.world.folders) {
        tell_problem(state, &error);
    }
}

fn drafts(state: &State) -> Drafts {
    Drafts::of(&state.world.folders)
}

/// A change of the draft that is one step.
fn decide(state: &mut State, change: impl FnOnce(&mut Draft)) {
    if let Some(open) = &mut state.open {
        change(&mut open.draft);
        open.step();
    }
}

fn outside(state: &mut State, done: Result<(), deliver::Error>) {
    if let Err(error) = done {
        tell_problem(state, &error);
    }
}

fn ticket(state: &mut State, number: String) {
    let at = (state.world.now)().to_string();
    status(state, |status| {
        status.ticket_at = if number.trim().is_empty() { String::new() } else { at };
        status.ticket = number;
    });
}

fn status(state: &mut State, change: impl FnOnce(&mut store::Status)) {
    let drafts = drafts(state);
    let Some(open) = &mut state.open else { return };
    change(&mut open.status);
    if let Some(entry) = state.incidents.iter_mut().find(|entry| entry.id == open.id) {
        entry.status = open.status.clone();
    }
    if let Err(error) = drafts.save_status(&open.id, &open.status) {
        tell_problem(state, &error);
    }
}
