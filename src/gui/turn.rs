//! From one incident to the next: the open one is kept and the next one read, in one job. The open one is shown until both
//! is done; what is typed meanwhile is kept too.

use eframe::egui::Context;

use super::action::{Action, Section};
use super::perform::{ask, ask_for_tools, tell_problem};
use super::state::{Open, State};
use super::work::{Answer, Kind};
use crate::model::{Contact, Draft, PrivateMap};
use crate::store::{self, Drafts, Id, Status};

/// What comes after the open incident.
#[derive(Clone)]
pub enum Next {
    /// The start page.
    Home,
    /// An incident as it lies in the store.
    Kept(Id),
    /// A new one, which is to be kept first.
    New(Id, Box<Draft>),
}

/// The way to the next incident.
pub struct Turn {
    next: Next,
    /// What is to be done there.
    then: Vec<Action>,
    /// What was kept of the open incident before this way began: its status, and whether its map was.
    before: Option<(Status, bool)>,
}

/// An incident as it lies in the store.
pub struct Arrived {
    /// Its name.
    pub id: Id,
    /// What the user entered.
    pub draft: Draft,
    /// What became of it.
    pub status: Status,
    /// What its earlier bundles called the private values.
    pub map: PrivateMap,
    /// What is wrong with this map.
    problem: Option<store::Error>,
}

impl Arrived {
    fn read(drafts: &Drafts, id: Id, draft: Draft) -> Self {
        let (map, problem) = store::private_map(&store::map_file(drafts, &id));
        Self { status: drafts.status(&id), id, draft, map, problem }
    }
}

/// Asks for the next incident. The open one stays, and it is said why, where something still works for it.
pub fn to(state: &mut State, next: Next, then: Vec<Action>) {
    if state.work.is_busy() {
        return ask(state, "busy-leave");
    }
    state.turns.push(Turn { next, then, before: None });
}

/// Starts what was asked for, once nothing is on its way to the disk.
pub fn tick(state: &mut State, ctx: &Context) {
    let writes = [Kind::Save, Kind::Status, Kind::Map, Kind::Turn];
    let Some(turn) = state.turns.first_mut().filter(|_| !writes.iter().any(|kind| state.work.is_running(kind))) else {
        return;
    };
    let (next, drafts) = (turn.next.clone(), Drafts::of(&state.world.folders));
    let usual = &state.settings.contact;
    turn.before = state.open.as_ref().map(|open| (open.kept_status.clone(), open.map_is_kept));
    let left = state.open.as_mut().map(|open| Left::take(open, usual));
    let revision = state.open.as_ref().map_or(0, |open| open.revision);
    state.work.start(ctx, Kind::Turn, move |_| {
        let work = || -> Result<Option<Arrived>, store::Error> {
            let arrived = match next {
                Next::Home => None,
                Next::Kept(id) => Some(Arrived::read(&drafts, id.clone(), drafts.load(&id)?)),
                Next::New(id, draft) => {
                    drafts.save(&id, &draft)?;
                    Some(Arrived::read(&drafts, id, *draft))
                }
            };
            left.map_or(Ok(()), |left| left.keep(&drafts))?;
            Ok(arrived)
        };
        Answer::Turned(revision, Box::new(work()))
    });
}

/// What is to be kept of the incident that is left.
struct Left {
    id: Id,
    draft: Draft,
    is_blank: bool,
    status: Option<Status>,
    map: Option<PrivateMap>,
}

impl Left {
    fn take(open: &mut Open, usual: &Contact) -> Self {
        let status = (open.status != open.kept_status).then(|| open.status.clone());
        open.kept_status = open.status.clone();
        let map = (!std::mem::replace(&mut open.map_is_kept, true)).then(|| open.map.clone());
        let contact = if open.draft.contact == *usual { Contact::default() } else { open.draft.contact.clone() };
        let is_blank = Draft { contact, ..open.draft.clone() }.is_blank();
        Self { id: open.id.clone(), draft: open.draft.clone(), is_blank, status, map }
    }

    /// One in which nothing was entered leaves no trace.
    fn keep(self, drafts: &Drafts) -> Result<(), store::Error> {
        if self.is_blank {
            return if drafts.folder(&self.id).exists() { drafts.remove(&self.id) } else { Ok(()) };
        }
        if let Some(status) = &self.status {
            drafts.save_status(&self.id, status)?;
        }
        if let Some(map) = &self.map {
            store::save_private_map(&store::map_file(drafts, &self.id), map)?;
        }
        drafts.save(&self.id, &self.draft)
    }
}

/// The open incident is kept and the next one read, or not.
pub fn done(state: &mut State, ctx: &Context, revision: u64, done: Result<Option<Arrived>, store::Error>) {
    let arrived = match done {
        Ok(arrived) => arrived,
        Err(error) => {
            failed(state);
            return tell_problem(state, &error);
        }
    };
    let changed = |open: &Open| open.revision != revision || open.status != open.kept_status || !open.map_is_kept;
    if state.open.as_ref().is_some_and(changed) {
        // Something was typed meanwhile: it is kept first.
        return;
    }
    let turn = state.turns.remove(0);
    if state.work.is_busy() {
        return ask(state, "busy-leave");
    }
    state.work.forget();
    state.work.discard(ctx, state.open.take().and_then(|open| open.preview));
    state.local.forget();
    state.screen = None;
    state.settings.last_incident = arrived.as_ref().map(|arrived| arrived.id.as_str().to_owned());
    state.relist();
    if let Some(arrived) = arrived {
        show(state, arrived);
    }
    state.actions.extend(turn.then);
}

/// The way ends where it began. Nobody knows how much of the open incident was kept: what was to be is kept again.
pub fn failed(state: &mut State) {
    let turn = state.turns.remove(0);
    match (&mut state.open, turn.before) {
        (Some(open), Some((status, map_is_kept))) => {
            open.kept_status = status;
            open.map_is_kept &= map_is_kept;
        }
        (Some(_), None) => {}
        (None, _) => state.settings.last_incident = None,
    }
}

/// Shows an incident. One whose destination is unknown is shown as a letter, until another is chosen.
fn show(state: &mut State, arrived: Arrived) {
    const LETTER: &str = "any-support-email";
    let (profile, wrong) = match state.profiles.get(&arrived.draft.destination) {
        Ok(profile) => (Ok(profile.clone()), None),
        Err(error) => (state.profiles.get(LETTER).cloned(), Some(error)),
    };
    for problem in wrong.iter().chain(&arrived.problem) {
        tell_problem(state, problem);
    }
    let profile = match profile {
        Ok(profile) => profile,
        Err(error) => return tell_problem(state, &error),
    };
    let mut open = Open::new(arrived, profile, &state.world);
    if open.draft.destination != open.profile.id {
        open.section = Section::Destination;
    }
    state.open = Some(open);
    ask_for_tools(state);
}
