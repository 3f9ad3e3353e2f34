//! Files of the user that are not evidence: incident files, bundles, issue forms, destinations; dialogs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::{ask, drafts, incidents, outside, tell_problem};
use crate::bundle;
use crate::collect;
use crate::deliver;
use crate::gui::action::{Action, Section};
use crate::gui::app::App;
use crate::gui::export;
use crate::gui::state::State;
use crate::gui::widgets::Status;
use crate::gui::work::{Answer, Imported, Kind, Purpose};
use crate::pipeline;
use crate::redact;
use crate::store::issue_form;
use crate::store::{self, Id, Profiles};

/// Copies a destination to the user's own ones, where it is not there yet, and opens it.
pub fn edit_destination(state: &mut State, ctx: &Context, id: String) {
    let (profiles, folder) = (state.profiles.clone(), state.world.folders.profiles());
    state.work.start(ctx, Kind::OwnCopy, move |_| Answer::OwnCopy(profiles.own_copy(&id, &folder)));
}

/// The user's own copy of a destination is there, or not.
pub fn own_copy(state: &mut State, copy: Result<PathBuf, store::Error>) {
    match copy {
        Ok(path) => {
            let text = state.tf("done-own-copy", &[("path", path.display().to_string().into())]);
            state.toasts.push(Status::Ok, text, None);
            state.emit(Action::EditFile(path));
        }
        Err(error) => tell_problem(state, &error),
    }
}

/// Puts a file itself on the clipboard; where the system takes none, its path.
pub fn copy(state: &mut State, ctx: &Context, path: PathBuf) {
    state.work.start_another(ctx, Kind::Outside, move |_| {
        let done = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.set().file_list(&[&path]));
        Answer::FileCopied(path, done.is_ok())
    });
}

/// Opens a file of the user's own in an editor; where there is none for it, shows it in its folder.
pub fn edit(state: &mut State, ctx: &Context, path: PathBuf) {
    outside(state, ctx, move || deliver::open(&path).or_else(|_| deliver::reveal(&path)));
}

/// Reads an incident file with its evidence into the store, the file itself stays as it is; a bundle is verified, an issue
/// form becomes a destination.
pub fn open_file(state: &mut State, ctx: &Context, path: PathBuf) {
    if may_be_form(&path) {
        return import_form(state, ctx, path);
    }
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) {
        let (known, folders) = (state.known(), state.world.folders.clone());
        return state.work.start(ctx, Kind::OpenFile, move |monitor| {
            let known = known.unwrap_or_else(collect::known_terms);
            let own = bundle::composed_at(&path).and_then(|at| store::private_map_of_bundle(&folders, &at));
            let own = own.unwrap_or_default();
            let policy = redact::Policy::for_bundle(known, &own.map);
            let verified = bundle::verify(&path, redact::LeakScanner::for_policy(&policy), monitor);
            let own = own.id.map(|id| (id, own.incident));
            Answer::Verified(Box::new(verified.map_err(pipeline::Error::from)), own)
        });
    }
    let (drafts, now) = (drafts(state), (state.world.now)());
    state.work.start(ctx, Kind::OpenFile, move |monitor| {
        let read = || -> Result<Id, pipeline::Error> {
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
            Ok(id)
        };
        Answer::Opened(read())
    });
}

/// Issue forms are YAML, the old templates Markdown.
pub fn may_be_form(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["yml", "yaml", "md"].iter().any(|form| extension.eq_ignore_ascii_case(form))
}

/// Reads an issue form and keeps it among the user's destinations.
pub fn import_form(state: &mut State, ctx: &Context, path: PathBuf) {
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
            let (profiles, wrong) = Profiles::load(&folder);
            Ok(Imported { id: kept.id, notices: imported.notices, profiles, wrong })
        });
        Answer::Imported(Box::new(imported))
    });
}

/// An issue form is a destination now: the incident for it begins.
pub fn imported(state: &mut State, done: Result<Imported, store::Error>) {
    let Imported { id, notices, profiles, wrong } = match done {
        Ok(imported) => imported,
        Err(error) => return tell_problem(state, &error),
    };
    (state.profiles, state.wrong_profiles) = (profiles, wrong);
    let name = state.profiles.get(&id).map(|profile| profile.name.get(state.lang()).to_owned()).unwrap_or_default();
    let text = state.tf("done-imported", &[("name", name.into()), ("count", notices.len().into())]);
    state.toasts.push(Status::Ok, text, None);
    state.local.repository.clear();
    incidents::begin(state, &id, vec![Action::Go(Section::Destination)]);
}

/// The path of a copy as the draft names it.
pub fn relative(copy: &Path, folder: &Path) -> PathBuf {
    copy.strip_prefix(folder).unwrap_or(copy).to_owned()
}

pub fn choose(app: &mut App, ctx: &Context, purpose: Purpose) {
    let dialogs = Arc::clone(&app.dialogs);
    let title = app.state.t(match purpose {
        Purpose::Attach => "choose-attach",
        Purpose::Project => "choose-project",
        Purpose::Open => "choose-open",
        Purpose::Form => "choose-form",
        Purpose::Target => "choose-target",
        Purpose::Exports => "choose-exports",
    });
    let target = app.state.open.as_ref().map(|open| export::target(open, &app.state)).unwrap_or_default();
    app.state.work.start(ctx, Kind::Choose, move |_| {
        let chosen = match purpose {
            Purpose::Attach => dialogs.files(&title, true),
            Purpose::Open | Purpose::Form => dialogs.files(&title, false),
            Purpose::Project | Purpose::Exports => dialogs.folder(&title).into_iter().collect(),
            Purpose::Target => dialogs.target(&title, &target).into_iter().collect(),
        };
        Answer::Chosen(purpose, chosen)
    });
}
