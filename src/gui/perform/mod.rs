//! Carries actions out: the one place where the window does anything.

mod evidence;
mod files;
mod finding;
mod incidents;
mod pictures;
mod privacy;
mod projects;
mod seek;
mod settings;
mod steps;

use eframe::egui::Context;

pub use self::evidence::{add_evidence, ask_for_tools};
pub use self::files::{imported, own_copy, relative};
pub use self::incidents::moved;
pub use self::projects::packed;
use super::action::{Action, Section};
use super::app::{App, preference};
use super::state::State;
use super::turn::{self, Next};
use super::widgets::Status;
use super::work::{Answer, Kind, Purpose};
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
        Action::New(destination) => incidents::begin(state, &destination, Vec::new()),
        Action::Retarget(destination) => incidents::retarget(state, &destination),
        Action::Open(id) => incidents::open(state, &id, Vec::new()),
        Action::OpenFile(path) => files::open_file(state, ctx, path),
        Action::TakeIn(paths) => evidence::take_in(state, paths),
        Action::Home => turn::to(state, Next::Home, Vec::new()),
        Action::Go(section) => incidents::go(state, section),
        Action::Jump(field) => incidents::jump(state, field),
        Action::ShowPoint(check) => {
            let items = state.open.as_ref().map(|open| open.report.items.clone()).unwrap_or_default();
            if let Some(item) = items.iter().find(|item| item.check == check) {
                seek::show_point(state, item);
            }
        }
        Action::Remove(id) => incidents::remove(state, ctx, id),
        Action::PutBack(id) => incidents::put_back(state, ctx, id),
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
        Action::ChooseProject => files::choose(app, ctx, Purpose::Project),
        Action::SurveyProject(folder) => projects::survey(state, ctx, folder),
        Action::PackProject(survey, files) => projects::pack(state, ctx, *survey, files),
        Action::ReadLibrary => finding::read_library(state, ctx),
        Action::FindLogs(wanted) => finding::find(state, ctx, wanted),
        Action::AddFound => finding::add(state, ctx),
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
            if state.open.as_ref().is_none_or(|open| open.id != id) {
                return incidents::open(state, &id, vec![Action::ShowHidden(id.clone())]);
            }
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
        Action::CopyFile(path) => files::copy(state, ctx, path),
        Action::Browse(url) => {
            privacy::keep_map(state);
            outside(state, ctx, move || deliver::open_url(&url));
        }
        Action::OpenDraft(path) => outside(state, ctx, move || deliver::open(&path)),
        Action::Reveal(path) => outside(state, ctx, move || deliver::reveal(&path)),
        Action::EditDestination(id) => files::edit_destination(state, ctx, id),
        Action::EditFile(path) => files::edit(state, ctx, path),
        Action::Sent(sent) => {
            let at = if sent { (state.world.now)().to_string() } else { String::new() };
            status(state, |status| status.handed_over_at = at);
        }
        Action::AskAgain(id) => {
            incidents::open(state, &id, vec![Action::Jump("review.again".to_owned())]);
        }
        Action::Ticket(number) => ticket(state, number),
        Action::Answered(answered) => status(state, |status| status.answered = answered),
        Action::Help => state.local.help = !state.local.help,
        Action::Undo => steps::undo(state, ctx),
        Action::UndoStep(id, number) => steps::undo_step(state, ctx, &id, number),
        Action::Redo => steps::redo(state, ctx),
        Action::Stop => state.work.stop(),
        Action::Speak(lang) => {
            settings::speak(state, lang);
            state.settings.language = Some(lang);
        }
        Action::Look(theme) => {
            state.settings.theme = theme;
            ctx.set_theme(preference(theme));
        }
        Action::Set(setting) => settings::set(state, ctx, setting),
        Action::Show(screen) => settings::show(state, ctx, screen),
        Action::Back => state.screen = None,
        Action::Find => seek::begin(state),
        Action::FindNext(forward) => seek::next(state, forward),
        Action::NextPoint(forward) => seek::next_point(state, forward),
        Action::Switch => state.local.switching = true,
        Action::ChooseExports => files::choose(app, ctx, Purpose::Exports),
        Action::EmptyRemoved => settings::empty_removed(state, ctx),
        Action::ForgetLastEnd => state.last_end = None,
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

/// Hands something to another program, in a job.
fn outside(state: &mut State, ctx: &Context, work: impl FnOnce() -> Result<(), deliver::Error> + Send + 'static) {
    state.work.start_another(ctx, Kind::Outside, move |_| Answer::Outside(work()));
}

fn ticket(state: &mut State, number: String) {
    let at = (state.world.now)().to_string();
    status(state, |status| {
        status.ticket_at = if number.trim().is_empty() { String::new() } else { at };
        status.ticket = number;
    });
}

fn status(state: &mut State, change: impl FnOnce(&mut store::Status)) {
    let Some(open) = &mut state.open else { return };
    change(&mut open.status);
    if let Some(entry) = state.incidents.iter_mut().find(|entry| entry.id == open.id) {
        entry.status = open.status.clone();
    }
}
