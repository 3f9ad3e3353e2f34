//! Evidence and facts of the open incident.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Color32, ColorImage, Context};

use super::files::{may_be_form, open_file, relative};
use super::{decide, drafts, tell_with_undo, undo_last};
use crate::collect;
use crate::gui::action::Action;
use crate::gui::app::App;
use crate::gui::state::{Open, State};
use crate::gui::work::{Answer, Kind};
use crate::job::Monitor;
use crate::model::{EvidenceItem, FactKey};

/// Copies files into the incident. Where none is open, an incident file or a bundle is opened instead.
pub fn attach(state: &mut State, ctx: &Context, paths: Vec<PathBuf>) {
    let Some(open) = &state.open else {
        return match <[PathBuf; 1]>::try_from(paths) {
            Ok([path]) if is_ours(&path) => open_file(state, ctx, path),
            Ok([path]) => wait(state, vec![path]),
            Err(paths) => wait(state, paths),
        };
    };
    let folder = drafts(state).evidence(&open.id);
    state.work.attach(ctx, move |monitor| copy_all(paths, &folder, monitor));
}

/// Files that the system or another window handed over: what Casefile writes or imports is opened, the rest is added.
pub fn take_in(state: &mut State, paths: Vec<PathBuf>) {
    let (ours, others): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| is_ours(path));
    state.actions.extend(ours.into_iter().map(Action::OpenFile));
    if !others.is_empty() {
        state.emit(Action::Attach(others));
    }
}

/// An incident file, a bundle, or a form.
fn is_ours(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["toml", "zip"].iter().any(|ours| extension.eq_ignore_ascii_case(ours)) || may_be_form(path)
}

/// Keeps the names of files until somebody is chosen to read them.
fn wait(state: &mut State, paths: Vec<PathBuf>) {
    state.waiting.extend(paths);
    let count = state.waiting.len();
    let text = state.tf("files-wait", &[("count", count.into())]);
    tell_with_undo(state, text, None);
}

/// Copies files; of folders, the first one is looked through afterwards, as a project.
fn copy_all(paths: Vec<PathBuf>, folder: &Path, monitor: &Monitor) -> Answer {
    let mut copies = Vec::new();
    let mut errors = Vec::new();
    let (folders, paths): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    for path in &paths {
        if collect::stays(path) {
            // It grows, or it would take minutes to copy: it is read where it lies.
            copies.push(std::path::absolute(path).unwrap_or_else(|_| path.clone()));
            continue;
        }
        match collect::copy_in(path, folder, monitor) {
            Ok(copy) => match collect::converted(&copy, folder) {
                Some(png) => {
                    std::fs::remove_file(&copy).ok();
                    copies.push(png);
                }
                None => copies.push(copy),
            },
            Err(_) if monitor.go_on().is_err() => break,
            Err(error) => errors.push(error.into()),
        }
    }
    match folders.into_iter().next() {
        Some(first) => Answer::AttachedWith(copies, errors, first),
        None => Answer::Attached(copies, errors),
    }
}

pub fn paste(state: &mut State, ctx: &Context, image: Arc<ColorImage>) {
    let Some(open) = &state.open else { return };
    let folder = drafts(state).evidence(&open.id);
    state.work.attach(ctx, move |_| {
        let [width, height] = image.size;
        let pixels = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
        let saved = collect::Capture::from_rgba(width as u32, height as u32, pixels)
            .and_then(|capture| capture.save(&folder, "pasted"));
        match saved {
            Ok(path) => Answer::Attached(vec![path], Vec::new()),
            Err(error) => Answer::Attached(Vec::new(), vec![error.into()]),
        }
    });
}

/// Takes a file out of the draft. The copy stays in the incident's folder, so that Undo finds it.
pub fn detach(state: &mut State, index: usize) {
    let Some(open) = &mut state.open else { return };
    if index < open.draft.evidence.len() {
        open.draft.evidence.remove(index);
        open.step();
        let (text, undo) = (state.t("done-detached"), undo_last(state));
        tell_with_undo(state, text, undo);
    }
}

/// Another part of a log is sent; one step, however it was chosen.
pub fn cut(state: &mut State, index: usize, item: EvidenceItem) {
    decide(state, |draft| {
        if let Some(known) = draft.evidence.get_mut(index).filter(|known| known.path == item.path) {
            *known = item;
        }
    });
}

/// New files join the draft as one step.
pub fn add_evidence(open: &mut Open, copies: &[PathBuf]) {
    let folder = open.folder.clone();
    open.draft
        .evidence
        .extend(copies.iter().map(|copy| EvidenceItem { path: relative(copy, &folder), ..EvidenceItem::default() }));
    open.step();
}

pub fn collect_facts(app: &mut App, ctx: &Context) {
    let probes = app.probes.clone();
    // The tools of developers are only asked where somebody wants to know.
    let tools = app.state.open.as_ref().is_some_and(wants_tools);
    let keys: Vec<FactKey> = FactKey::ALL.into_iter().filter(|key| tools || *key != FactKey::Tools).collect();
    app.state.work.start(ctx, Kind::Facts, move |monitor| {
        let facts = collect::facts(&keys, &probes, monitor);
        let whole = monitor.go_on().is_ok();
        Answer::Facts(whole.then(|| Box::new((facts, collect::known_terms()))))
    });
}

pub fn toggle_fact(state: &mut State, fact: FactKey) {
    let is_asked = state.open.as_ref().is_some_and(|open| open.profile.facts.contains(&fact));
    decide(state, |draft| {
        let list = if is_asked { &mut draft.hidden_facts } else { &mut draft.more_facts };
        match list.iter().position(|listed| *listed == fact) {
            Some(at) => drop(list.remove(at)),
            None => list.push(fact),
        }
    });
    ask_for_tools(state);
}

/// Asks for the tools of developers where the incident wants them and nobody has asked yet.
pub fn ask_for_tools(state: &mut State) {
    let facts = state.facts();
    let is_known = facts.has(FactKey::Tools) || facts.notes.iter().any(|note| note.fact == FactKey::Tools);
    if state.computer.is_some() && !is_known && state.open.as_ref().is_some_and(wants_tools) {
        state.emit(Action::Collect);
    }
}

fn wants_tools(open: &Open) -> bool {
    open.draft.fact_keys(&open.profile).contains(&FactKey::Tools)
}
