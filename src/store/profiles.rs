//! The destinations: those that come with the program, and the user's own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::Error;
use super::form;
use crate::model::Profile;

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/profiles");

/// Every known destination, by id.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    by_id: BTreeMap<String, Profile>,
}

impl Profiles {
    /// The built-in profiles and those in `folder`; a user's file of the same id replaces the built-in one. A wrong file
    /// costs only itself and is told of.
    #[must_use]
    pub fn load(folder: &Path) -> (Self, Vec<Error>) {
        let mut profiles = Self::default();
        let mut errors = Vec::new();
        for file in BUILT_IN.files().filter(|file| is_toml(file.path())) {
            profiles.take(file.contents_utf8().unwrap_or_default(), file.path(), &mut errors);
        }
        for path in user_files(folder) {
            match form::read(&path) {
                Ok(text) => profiles.take(&text, &path, &mut errors),
                Err(error) => errors.push(error),
            }
        }
        (profiles, errors)
    }

    fn take(&mut self, text: &str, path: &Path, errors: &mut Vec<Error>) {
        match form::parse::<Profile>(text, path) {
            Ok(profile) if profile.format == 1 => {
                self.by_id.insert(profile.id.clone(), profile);
            }
            Ok(profile) => errors.push(Error::Version { path: path.to_owned(), found: profile.format }),
            Err(error) => errors.push(error),
        }
    }

    /// The profile with this id.
    ///
    /// # Errors
    /// [`Error::UnknownDestination`] with the nearest id.
    pub fn get(&self, id: &str) -> Result<&Profile, Error> {
        self.by_id.get(id).ok_or_else(|| Error::UnknownDestination {
            id: id.to_owned(),
            nearest: form::nearest(id, self.by_id.keys().map(String::as_str)).unwrap_or_default(),
        })
    }

    /// All, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = &Profile> {
        self.by_id.values()
    }
}

fn user_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|p| is_toml(p)).collect();
    files.sort();
    files
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}
