//! A sample project: what of a folder would go, and the zip of what was ticked.
//!
//! Never here: a link followed, what git ignores, what a build makes anew, or a walk without an end.

mod kinds;
mod pack;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use ignore::WalkBuilder;

use self::kinds::Kinds;
use super::Error;
use crate::job::{Monitor, Stage};

pub use pack::{Packed, pack};

/// Files of a folder that is still a project to look through.
const MOST_FILES: usize = 20_000;
/// Folders deeper than this are no project's.
const DEEPEST: usize = 64;
/// More than this is not small any more, in bytes: half of what most desks take.
pub const SMALL_BYTES: u64 = 10_000_000;
/// Nor are more files than this.
pub const SMALL_FILES: usize = 300;
/// More than this is not packed, in bytes.
pub const MOST_BYTES: u64 = 500_000_000;

/// Why a file is better left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Files of this name usually hold keys.
    SecretName,
    /// It holds something of the shape of a key: what, and on which line.
    Secret {
        /// Class of what was found.
        class: String,
        /// Its line, from 1.
        line: u64,
    },
    /// It names the user, this computer, or a word that is to be hidden, so many times.
    Private {
        /// How many times.
        count: usize,
    },
}

impl Concern {
    /// Whether the file is not ticked at first.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        !matches!(self, Self::Private { .. })
    }
}

/// One file that could go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectFile {
    /// Its path in the project.
    pub path: PathBuf,
    /// Its size.
    pub size_bytes: u64,
    /// When it was changed last, in seconds since 1970; 0 where the system does not tell.
    pub changed_secs: u64,
    /// Why it is better left out, if so.
    pub concern: Option<Concern>,
}

/// A folder that stays out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// Its path in the project.
    pub path: PathBuf,
    /// The kind of project whose builds make it; empty where it is never a part of a project.
    pub kind: String,
}

/// What of a folder would go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// The folder.
    pub root: PathBuf,
    /// The kinds of projects in it.
    pub kinds: Vec<String>,
    /// The files, by path.
    pub files: Vec<ProjectFile>,
    /// The folders that stay out, by path.
    pub left_out: Vec<LeftOut>,
    /// Links that were not followed.
    pub links: usize,
    /// Files and folders that could not be read.
    pub unread: usize,
}

impl Survey {
    /// The name of the folder.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.root.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_else(|| "project".to_owned())
    }
}

/// Looks through `folder`.
///
/// # Errors
/// [`Error::NotAFolder`], [`Error::ProjectTooLarge`], [`Error::Read`], [`Error::Stopped`].
pub fn survey(folder: &Path, monitor: &Monitor) -> Result<Survey, Error> {
    let root = fs::canonicalize(folder).map_err(|source| Error::Read { path: folder.to_owned(), source })?;
    if !root.is_dir() {
        return Err(Error::NotAFolder { path: folder.to_owned() });
    }
    monitor.stage(Stage::Reading(folder.display().to_string()), 0)?;
    // The filter runs within the walk, which wants its own share of what both know.
    let seen = Arc::new(Mutex::new((Kinds::of(&root), Vec::new())));
    let filter = Arc::clone(&seen);
    let inside = root.clone();
    let walk = WalkBuilder::new(&root)
        .follow_links(false)
        .hidden(false)
        .require_git(false)
        .git_global(false)
        .max_depth(Some(DEEPEST))
        .filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            if !is_folder || entry.depth() == 0 {
                return true;
            }
            let mut seen = filter.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(kind) = seen.0.left_out(entry.path()) else { return true };
            let path = entry.path().strip_prefix(&inside).unwrap_or(entry.path()).to_owned();
            seen.1.push(LeftOut { path, kind: kind.to_owned() });
            false
        })
        .build();
    let mut survey = Survey { root: root.clone(), ..Survey::default() };
    for entry in walk {
        monitor.advance(1)?;
        let Ok(entry) = entry else {
            survey.unread += 1;
            continue;
        };
        let Some(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            seen.lock().unwrap_or_else(PoisonError::into_inner).0.look(entry.path());
            continue;
        }
        if kind.is_symlink() {
            survey.links += 1;
            continue;
        }
        let name = entry.file_name().to_string_lossy();
        if !kind.is_file() || kinds::is_litter(&name) {
            continue;
        }
        let (Ok(about), Ok(path)) = (entry.metadata(), entry.path().strip_prefix(&root)) else {
            survey.unread += 1;
            continue;
        };
        if survey.files.len() == MOST_FILES {
            return Err(Error::ProjectTooLarge { path: folder.to_owned(), files: MOST_FILES });
        }
        let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        survey.files.push(ProjectFile {
            path: path.to_owned(),
            size_bytes: about.len(),
            changed_secs: changed.map_or(0, |since| since.as_secs()),
            concern: kinds::is_secret(&name).then_some(Concern::SecretName),
        });
    }
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    survey.kinds = seen.0.met();
    survey.left_out = std::mem::take(&mut seen.1);
    survey.left_out.sort();
    survey.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(survey)
}
