//! Carries actions out: the one place where the window does anything.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context};

use super::action::{Action, Section};
use super::app::{App, preference};
use super::history::{Change, Others};
use super::state::{Open, State};
use super::widgets::Status;
use super::work::{Answer, Kind, Purpose};
use super::{export, split};
use crate::bundle;
use crate::check;
use crate::collect;
use crate::deliver;
use crate::job::Monitor;
use crate::model::{Draft, EvidenceItem, Explain, FactKey};
use crate::pipeline;
use crate::redact;
use crate::store::issue_form::{self, Notice};
use crate::store::{self, Drafts, Id, Profiles};
use crate::text::{self, problem};

/// Does one thing.
pub fn perform(app: &mut App, ctx: &Context, action: Action) {
    let state = &mut app.state;
    match action {
        Action::New(destination) => new_incident(state, &destination),
        Action::Retarget(destination) => retarget(state, &destination),
        Action::Open(id) => open(state, &id),
        Action::OpenFile(path) => open_file(state, ctx, path),
        Action::Home => home(state),
        Action::Go(section) => go(state, section),
        Action::Jump(field) => jump(state, field),
        Action::Remove(id) => remove(state, &id),
        Action::PutBack(id) => put_back(state, &id),
        Action::Attach(paths) => attach(state, ctx, paths),
        Action::Paste(image) => paste(state, ctx, image),
        Action::Choose => choose(app, ctx, Purpose::Attach),
        Action::ChooseFile => choose(app, ctx, Purpose::Open),
        Action::ChooseForm => choose(app, ctx, Purpose::Form),
        Action::ImportForm(path) => import_form(state, ctx, path),
        Action::ChooseTarget => choose(app, ctx, Purpose::Target),
        Action::Capture(delay_secs) => capture(state, ctx, delay_secs),
        Action::Detach(index) => detach(state, index),
        Action::Collect => collect_facts(app, ctx),
        Action::ToggleFact(fact) => toggle_fact(state, fact),
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
        Action::Export(way) => export::start(app, ctx, way),
        Action::Copy(text) => {
            ctx.copy_text(text);
            tell(state, "done-copied");
        }
        Action::Browse(url) => outside(state, deliver::open_url(&url)),
        Action::OpenDraft(path) => outside(state, deliver::open(&path)),
        Action::Reveal(path) => outside(state, deliver::reveal(&path)),
        Action::EditDestination(id) => edit_destination(state, &id),
        Action::EditFile(path) => edit(state, &path),
        Action::Sent(sent) => {
            let at = if sent { (state.world.now)().to_string() } else { String::new() };
            status(state, |status| status.handed_over_at = at);
        }
        Action::AskAgain(id) => {
            open(state, &id);
            jump(state, "review.again".to_owned());
        }
        Action::Ticket(number) => ticket(state, number),
        Action::Answered(answered) => status(state, |status| status.answered = answered),
        Action::Help => state.local.help = true,
        Action::Undo => undo(state),
        Action::UndoStep(id, number) => undo_step(state, &id, number),
        Action::Redo => redo(state),
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

fn new_incident(state: &mut State, destination: &str) {
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
    if open.draft.destination != open.profile.id {
        open.section = Section::Destination;
    }
    state.open = Some(open);
    state.settings.last_incident = Some(id.as_str().to_owned());
    state.incidents = drafts(state).list().0;
    keep_settings(state);
}

fn retarget(state: &mut State, destination: &str) {
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

/// Copies a destination to the user's own ones, where it is not there yet, and opens it.
fn edit_destination(state: &mut State, id: &str) {
    match state.profiles.own_copy(id, &state.world.folders.profiles()) {
        Ok(path) => {
            let text = state.tf("done-own-copy", &[("path", path.display().to_string().into())]);
            state.toasts.push(Status::Ok, text, None);
            state.emit(Action::EditFile(path));
        }
        Err(error) => tell_problem(state, &error),
    }
}

/// Opens a file of the user's own in an editor; where there is none for it, shows it in its folder.
fn edit(state: &mut State, path: &std::path::Path) {
    if deliver::open(path).is_err() {
        outside(state, deliver::reveal(path));
    }
}

fn open(state: &mut State, id: &Id) {
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

/// Reads an incident file with its evidence into the store, the file itself stays as it is; a bundle is verified, an issue
/// form becomes a destination.
fn open_file(state: &mut State, ctx: &Context, path: PathBuf) {
    if may_be_form(&path) {
        return import_form(state, ctx, path);
    }
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) {
        let known = state.known();
        return state.work.start(ctx, Kind::OpenFile, move |monitor| {
            let known = known.unwrap_or_else(collect::known_terms);
            let policy = redact::Policy { known, ..redact::Policy::default() };
            let verified = bundle::verify(&path, redact::LeakScanner::for_policy(&policy), monitor);
            Answer::Verified(Box::new(verified.map_err(pipeline::Error::from)))
        });
    }
    let (drafts, now) = (drafts(state), (state.world.now)());
    state.work.start(ctx, Kind::OpenFile, move |monitor| {
        let read = || -> Result<(Id, Draft), pipeline::Error> {
            let (mut draft, _) = store::read(&path)?;
            let id = Id::new(now, &mut fastrand::Rng::new());
            let base = path.parent().map(PathBuf::from).unwrap_or_default();
            for item in &mut draft.evidence {
                let source = base.join(&item.path);
                // What is missing stays named as it is: the checklist tells of it.
                if source.is_file() {
                    let copy = collect::copy_in(&source, &drafts.evidence(&id), monitor)?;
                    item.path = relative(&copy, &drafts.folder(&id));
                }
                monitor.go_on()?;
            }
            drafts.save(&id, &draft)?;
            Ok((id, draft))
        };
        Answer::Opened(Box::new(read()))
    });
}

/// Issue forms are YAML, the old templates Markdown.
fn may_be_form(path: &std::path::Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["yml", "yaml", "md"].iter().any(|form| extension.eq_ignore_ascii_case(form))
}

/// Reads an issue form and keeps it among the user's destinations.
fn import_form(state: &mut State, ctx: &Context, path: PathBuf) {
    let named = state.local.repository.trim().to_owned();
    let repository = issue_form::repository(&named);
    if repository.is_none() && !named.is_empty() {
        return ask(state, "repository-unclear");
    }
    let (folder, now, zone) = (state.world.folders.profiles(), state.world.now, state.world.zone.clone());
    state.work.start(ctx, Kind::ImportForm, move |_| {
        let today = now().to_zoned(zone).date().to_string();
        let imported = issue_form::import(&path, repository.as_deref(), &today).and_then(|imported| {
            let kept = issue_form::keep(&imported.profile, &folder, false)?;
            Ok((kept.id, imported.notices))
        });
        Answer::Imported(Box::new(imported))
    });
}

/// An issue form is a destination now: the incident for it begins.
pub fn imported(state: &mut State, done: Result<(String, Vec<Notice>), store::Error>) {
    let (id, notices) = match done {
        Ok(imported) => imported,
        Err(error) => return tell_problem(state, &error),
    };
    (state.profiles, state.wrong_profiles) = Profiles::load(&state.world.folders.profiles());
    let name = state.profiles.get(&id).map(|profile| profile.name.get(state.lang()).to_owned()).unwrap_or_default();
    let text = state.tf("done-imported", &[("name", name.into()), ("count", notices.len().into())]);
    state.toasts.push(Status::Ok, text, None);
    state.local.repository.clear();
    state.emit(Action::New(id));
    state.emit(Action::Go(Section::Destination));
}

/// The path of a copy as the draft names it.
pub fn relative(copy: &std::path::Path, folder: &std::path::Path) -> PathBuf {
    copy.strip_prefix(folder).unwrap_or(copy).to_owned()
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

fn home(state: &mut State) {
    if leave(state) {
        state.settings.last_incident = None;
        keep_settings(state);
        state.incidents = drafts(state).list().0;
    }
}

/// Shows the section of a field and puts the cursor there. A field of the destination's form that a part of the incident
/// fills is found where that part is.
fn jump(state: &mut State, field: String) {
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

fn go(state: &mut State, section: Section) {
    if let Some(open) = &mut state.open {
        open.section = section;
    }
}

fn remove(state: &mut State, id: &Id) {
    match drafts(state).remove(id) {
        Ok(()) => {
            let text = state.t("done-removed");
            tell_with_undo(state, text, Some(Action::PutBack(id.clone())));
        }
        Err(error) => tell_problem(state, &error),
    }
    state.incidents = drafts(state).list().0;
}

fn put_back(state: &mut State, id: &Id) {
    if let Err(error) = drafts(state).put_back(id) {
        tell_problem(state, &error);
    }
    state.incidents = drafts(state).list().0;
}

/// Copies files into the incident. Where none is open, an incident file or a bundle is opened instead.
fn attach(state: &mut State, ctx: &Context, paths: Vec<PathBuf>) {
    let Some(open) = &state.open else {
        let is_ours = |path: &PathBuf| {
            let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
            ["toml", "zip"].iter().any(|ours| extension.eq_ignore_ascii_case(ours))
        };
        return match <[PathBuf; 1]>::try_from(paths) {
            Ok([path]) if is_ours(&path) || may_be_form(&path) => open_file(state, ctx, path),
            _ => ask(state, "drop-needs-incident"),
        };
    };
    let folder = drafts(state).evidence(&open.id);
    state.work.attach(ctx, move |monitor| copy_all(&paths, &folder, monitor));
}

fn copy_all(paths: &[PathBuf], folder: &std::path::Path, monitor: &Monitor) -> Answer {
    let mut copies = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        match collect::copy_in(path, folder, monitor) {
            Ok(copy) => copies.push(copy),
            Err(_) if monitor.go_on().is_err() => break,
            Err(error) => errors.push(error.into()),
        }
    }
    Answer::Attached(copies, errors)
}

fn paste(state: &mut State, ctx: &Context, image: Arc<ColorImage>) {
    let Some(open) = &state.open else { return };
    let folder = drafts(state).evidence(&open.id);
    state.work.attach(ctx, move |_| {
        let [width, height] = image.size;
        let pixels = image.pixels.iter().flat_map(eframe::egui::Color32::to_srgba_unmultiplied).collect();
        let saved = collect::Capture::from_rgba(width as u32, height as u32, pixels)
            .and_then(|capture| capture.save(&folder, "pasted"));
        match saved {
            Ok(path) => Answer::Attached(vec![path], Vec::new()),
            Err(error) => Answer::Attached(Vec::new(), vec![error.into()]),
        }
    });
}

fn choose(app: &mut App, ctx: &Context, purpose: Purpose) {
    let dialogs = Arc::clone(&app.dialogs);
    let title = app.state.t(match purpose {
        Purpose::Attach => "choose-attach",
        Purpose::Open => "choose-open",
        Purpose::Form => "choose-form",
        Purpose::Target => "choose-target",
    });
    let target = app.state.open.as_ref().map(|open| export::target(open, &app.state.world)).unwrap_or_default();
    app.state.work.start(ctx, Kind::Choose, move |_| {
        let chosen = match purpose {
            Purpose::Attach => dialogs.files(&title, true),
            Purpose::Open | Purpose::Form => dialogs.files(&title, false),
            Purpose::Target => dialogs.target(&title, &target).into_iter().collect(),
        };
        Answer::Chosen(purpose, chosen)
    });
}

fn capture(state: &mut State, ctx: &Context, delay_secs: u32) {
    let window = ctx.clone();
    state.work.start(ctx, Kind::Capture, move |monitor| {
        Answer::Captured(super::capture::take(&window, delay_secs, monitor).map_err(pipeline::Error::from))
    });
}

/// Takes a file out of the draft. The copy stays in the incident's folder, so that Undo finds it.
fn detach(state: &mut State, index: usize) {
    let Some(open) = &mut state.open else { return };
    if index < open.draft.evidence.len() {
        open.draft.evidence.remove(index);
        open.step();
        let (text, undo) = (state.t("done-detached"), undo_last(state));
        tell_with_undo(state, text, undo);
    }
}

/// New files join the draft as one step.
pub fn add_evidence(open: &mut Open, copies: &[PathBuf]) {
    let folder = open.folder.clone();
    open.draft
        .evidence
        .extend(copies.iter().map(|copy| EvidenceItem { path: relative(copy, &folder), ..EvidenceItem::default() }));
    open.step();
}

fn collect_facts(app: &mut App, ctx: &Context) {
    let probes = app.probes.clone();
    app.state.work.start(ctx, Kind::Facts, move |monitor| {
        let facts = collect::facts(&FactKey::ALL, &probes, monitor);
        let whole = monitor.go_on().is_ok();
        Answer::Facts(whole.then(|| Box::new((facts, collect::known_terms()))))
    });
}

fn toggle_fact(state: &mut State, fact: FactKey) {
    decide(state, |draft| match draft.hidden_facts.iter().position(|hidden| *hidden == fact) {
        Some(at) => drop(draft.hidden_facts.remove(at)),
        None => draft.hidden_facts.push(fact),
    });
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

fn undo_step(state: &mut State, id: &Id, number: u64) {
    if state.open.as_ref().is_some_and(|open| open.id == *id && open.history.last() == Some(number)) {
        undo(state);
    } else {
        ask(state, "undo-too-late");
    }
}

fn undo(state: &mut State) {
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

fn redo(state: &mut State) {
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
        state.incidents = drafts(state).list().0;
    }
}
