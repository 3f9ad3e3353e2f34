//! From a ready incident to files on disk.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::action::{Action, Section, Way};
use super::app::App;
use super::perform::{extension, tell, tell_problem};
use super::state::{Open, State};
use super::work::{Answer, Exported, Kind};
use crate::bundle::email::Mail;
use crate::bundle::{self, Options};
use crate::deliver;
use crate::pipeline::{self, Outcome};
use crate::platform::World;
use crate::store::{Drafts, Sent};

/// Writes the bundle in a job. Where something blocks, the review says what.
pub fn start(app: &mut App, ctx: &Context, way: Way) {
    let state = &mut app.state;
    let (facts, known) = (state.facts(), state.known());
    let lang = state.lang();
    let Some(open) = &mut state.open else { return };
    if !open.report.is_ready() || open.reviewed != open.revision {
        open.section = Section::Review;
        if !open.report.is_ready() {
            tell(state, "export-blocked");
        }
        return;
    }
    let source = open.source(&state.world);
    let zip = free(&open.target);
    state.work.start(ctx, Kind::Export, move |monitor| {
        let work = || -> Result<Exported, pipeline::Error> {
            let reviewed = pipeline::review(&source, facts, lang, monitor)?;
            let policy = pipeline::policy(&source.draft, &source.profile, known);
            let outcome = pipeline::export(reviewed, &policy, &zip, &Options::default(), monitor)?;
            let Outcome::Made(made) = outcome else { return Ok(Exported::default()) };
            let mut paths: Vec<PathBuf> = made.package.paths().to_vec();
            if way == Way::Email {
                let to = deliver::mail_address(&source.draft, &source.profile);
                let mail = Mail { to: to.as_deref(), letter: source.profile.text.letter, ..Mail::default() };
                let path = free(&zip.with_extension(extension(way)));
                let (approved, redacted) = (&made.approved, &made.redacted);
                paths.extend(bundle::email::write(approved, redacted, &made.package, &mail, &path, monitor)?);
            }
            let next_steps = deliver::next_steps(&source.profile, &made.package, lang);
            Ok(Exported { paths, next_steps })
        };
        Answer::Exported(Box::new(work()))
    });
}

/// The bundle is written, or not.
pub fn done(state: &mut State, done: Result<Exported, pipeline::Error>) {
    let Exported { paths, next_steps } = match done {
        Ok(exported) => exported,
        Err(error) => return tell_problem(state, &error),
    };
    let at = (state.world.now)().to_string();
    let drafts = Drafts::of(&state.world.folders);
    let Some(open) = &mut state.open else { return };
    open.section = Section::Review;
    let Some(path) = paths.first() else { return tell(state, "export-blocked") };
    open.status.sent.push(Sent { at, path: path.display().to_string() });
    let kept = drafts.save_status(&open.id, &open.status);
    let email = paths.iter().find(|path| path.extension().is_some_and(|extension| extension == "eml")).cloned();
    open.made = paths;
    open.next_steps = next_steps;
    if let Err(error) = kept {
        tell_problem(state, &error);
    }
    tell(state, "done-exported");
    if let Some(email) = email {
        state.emit(Action::OpenDraft(email));
    }
}

/// Where the bundle of this incident is proposed to go: the user's documents, under a name made of its title.
#[must_use]
pub fn proposed(open: &Open, world: &World) -> PathBuf {
    let folder = world.folders.documents();
    folder.join(format!("{}.zip", bundle::file_stem(&open.draft.title, "incident")))
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
