//! From a ready incident to files on disk.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::action::{Action, Section, Way};
use super::app::App;
use super::pages::MADE;
use super::perform::{ask, tell, tell_problem};
use super::state::{Open, State};
use super::work::{Answer, Exported, Kind};
use crate::bundle::email::Mail;
use crate::bundle::{self, Options};
use crate::collect;
use crate::deliver;
use crate::pipeline::{self, Outcome};
use crate::platform;
use crate::store::{self, Drafts, Sent};

/// Writes the bundle in a job. Where something blocks, the checklist says what.
pub fn start(app: &mut App, ctx: &Context, way: Way) {
    let state = &mut app.state;
    let (computer, probes) = (state.computer.clone(), app.probes.clone());
    let lang = state.lang();
    let Some(open) = &mut state.open else { return };
    // Where the checklist is not of this very draft, the job makes its own and says no.
    if open.reviewed == open.revision && !open.report.is_ready() {
        open.section = Section::Review;
        state.screen = None;
        return ask(state, "export-blocked");
    }
    let Some(open) = &state.open else { return };
    let source = open.source(&state.world);
    let wanted = target(open, state);
    let map_file = store::map_file(&Drafts::of(&state.world.folders), &open.id);
    state.work.start(ctx, Kind::Export, move |monitor| {
        let zip = free(&wanted);
        // Exporting before the computer has answered waits for it: its names are among what must be hidden.
        let ask =
            || (collect::facts(&source.draft.fact_keys(&source.profile), &probes, monitor), collect::known_terms());
        let (facts, known) = computer.unwrap_or_else(ask);
        let work = || -> Result<Exported, pipeline::Error> {
            let reviewed = pipeline::review(&source, facts, lang, monitor)?;
            let policy = source.policy(known);
            make_folder(&zip)?;
            let outcome = pipeline::export(reviewed, &policy, &zip, &Options::default(), monitor)?;
            let Outcome::Made(made) = outcome else { return Ok(Exported::default()) };
            let mut paths: Vec<PathBuf> = made.package.paths().to_vec();
            let mut letters = Vec::new();
            if way == Way::Email {
                let to = deliver::mail_address(&source.draft, &source.profile);
                let mail = Mail { to: to.as_deref(), letter: source.profile.text.letter, ..Mail::default() };
                let path = free(&zip.with_extension("eml"));
                let (approved, redacted) = (&made.approved, &made.redacted);
                letters = bundle::email::write(approved, redacted, &made.package, &mail, &path, monitor)?;
                paths.extend(letters.iter().cloned());
            }
            let next_steps = deliver::next_steps(&source.profile, &made.redacted, &made.package, &letters, lang);
            let map = made.redacted.private_map();
            let not_kept = store::save_private_map(&map_file, &map).err();
            Ok(Exported { paths, next_steps, map: Some(map), not_kept })
        };
        Answer::Exported(Box::new(work()))
    });
}

/// The bundle is written, or not.
pub fn done(state: &mut State, done: Result<Exported, pipeline::Error>) {
    let Exported { paths, next_steps, map, not_kept } = match done {
        Ok(exported) => exported,
        Err(error) => return tell_problem(state, &error),
    };
    let at = (state.world.now)().to_string();
    let Some(open) = &mut state.open else { return };
    open.section = Section::Review;
    let Some(path) = paths.first() else { return ask(state, "export-blocked") };
    open.status.sent.push(Sent { at, path: path.display().to_string() });
    if let Some(map) = map {
        (open.map, open.map_is_kept) = (map, true);
    }
    let email = paths.iter().find(|path| path.extension().is_some_and(|extension| extension == "eml")).cloned();
    open.made = paths;
    open.next_steps = next_steps;
    state.local.focus = Some(MADE.to_owned());
    if let Some(error) = not_kept {
        tell_problem(state, &error);
    }
    tell(state, "done-exported");
    if let Some(email) = email {
        state.emit(Action::OpenDraft(email));
    }
}

/// Where the bundle goes: where the user said, else in the folder of bundles, named after the title as the reader sees it.
#[must_use]
pub fn target(open: &Open, state: &State) -> PathBuf {
    open.target.clone().unwrap_or_else(|| {
        let title = open.preview.as_ref().map(|preview| preview.redacted.incident().draft.title.as_str());
        let folder = state.settings.exports.as_ref().unwrap_or(&state.world.folders.documents);
        folder.join(format!("{}.zip", bundle::file_stem(title.unwrap_or_default(), "incident")))
    })
}

/// The proposed folder may not exist yet; any other must.
fn make_folder(zip: &Path) -> Result<(), store::Error> {
    let folder = zip.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .map_err(|source| store::Error::Write(platform::Error { path: folder.to_owned(), source }))
}

/// The path itself, or the next free one like it: nothing of the user's is written over.
fn free(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let mut found = path.to_owned();
    let mut number = 1;
    while found.exists() {
        number += 1;
        found = path.with_file_name(format!("{stem} ({number}){ending}"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Сбой.zip");
        assert_eq!(free(&path), path);
        std::fs::copy(file!(), &path).expect("written");
        assert_eq!(free(&path), folder.path().join("Сбой (2).zip"));
    }
}
