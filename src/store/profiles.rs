//! The destinations: those that come with the program, and the user's own.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use include_dir::{Dir, include_dir};

use super::Error;
use super::form;
use crate::model::Profile;
use crate::platform;

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/profiles");

/// Every known destination, by id.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    by_id: BTreeMap<String, Profile>,
    /// The user's own files, by the id of their profile.
    own: BTreeMap<String, PathBuf>,
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
                Ok(text) => {
                    if let Some(id) = profiles.take(&text, &path, &mut errors) {
                        profiles.own.insert(id, path);
                    }
                }
                Err(error) => errors.push(error),
            }
        }
        (profiles, errors)
    }

    fn take(&mut self, text: &str, path: &Path, errors: &mut Vec<Error>) -> Option<String> {
        match form::parse::<Profile>(text, path) {
            Ok(profile) if profile.format == 1 => {
                let id = profile.id.clone();
                self.by_id.insert(id.clone(), profile);
                return Some(id);
            }
            Ok(profile) => errors.push(Error::Version { path: path.to_owned(), found: profile.format }),
            Err(error) => errors.push(error),
        }
        None
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

    /// Whether this destination comes with the program.
    #[must_use]
    pub fn is_built_in(id: &str) -> bool {
        BUILT_IN.get_file(format!("{id}.toml")).is_some()
    }

    /// The user's own file of this destination, if there is one.
    #[must_use]
    pub fn own_file(&self, id: &str) -> Option<&Path> {
        self.own.get(id).map(PathBuf::as_path)
    }

    /// A file of the user's own for this destination, to be edited: the one there is, else a copy of the built-in one in
    /// `folder`. Nothing is written over: a file of that name that cannot be read is the one to be mended.
    ///
    /// # Errors
    /// [`Error::UnknownDestination`], [`Error::Write`].
    pub fn own_copy(&self, id: &str, folder: &Path) -> Result<PathBuf, Error> {
        if let Some(path) = self.own_file(id) {
            return Ok(path.to_owned());
        }
        self.get(id)?;
        let path = folder.join(format!("{id}.toml"));
        let text = BUILT_IN.get_file(format!("{id}.toml")).and_then(|file| file.contents_utf8()).unwrap_or_default();
        match write_new(&path, text) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(path),
            Err(source) => Err(Error::Write(platform::Error { path, source })),
            Ok(()) => Ok(path),
        }
    }
}

/// Whole or not at all, and only where nothing is yet.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = platform::temporary(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map(drop).map_err(|error| error.error)
}

/// What the user's own files look like from outside; it changes when one of them does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfilesMark(Vec<(PathBuf, Option<SystemTime>, u64)>);

impl ProfilesMark {
    /// The mark of the files in `folder` as they are.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let mark = |path: PathBuf| {
            let known = fs::metadata(&path).ok();
            let modified = known.as_ref().and_then(|known| known.modified().ok());
            (path, modified, known.map_or(0, |known| known.len()))
        };
        Self(user_files(folder).into_iter().map(mark).collect())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::replace;

    #[test]
    fn a_copy_is_made_once_and_never_written_over() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("profiles");
        let (profiles, _) = Profiles::load(&folder);
        let path = profiles.own_copy("steam-support", &folder).expect("copied");
        assert_eq!(path, folder.join("steam-support.toml"));
        replace(&path, b"broken = [").expect("written");
        let (profiles, errors) = Profiles::load(&folder);
        assert_eq!((errors.len(), profiles.own_file("steam-support")), (1, None));
        assert_eq!(profiles.own_copy("steam-support", &folder).expect("it is there"), path);
        assert_eq!(fs::read(&path).expect("readable"), b"broken = [");
        assert!(matches!(profiles.own_copy("steam", &folder), Err(Error::UnknownDestination { .. })));
    }

    #[test]
    fn a_file_of_another_name_with_the_same_id_is_the_one_to_edit() {
        let home = tempfile::tempdir().expect("a folder");
        let text = BUILT_IN.get_file("apple-dts.toml").and_then(|file| file.contents_utf8()).expect("built in");
        let mine = home.path().join("mine.toml");
        replace(&mine, text.as_bytes()).expect("written");
        let before = ProfilesMark::of(home.path());
        let (profiles, errors) = Profiles::load(home.path());
        assert!(errors.is_empty());
        assert_eq!(profiles.own_copy("apple-dts", home.path()).expect("it is there"), mine);
        assert_eq!(ProfilesMark::of(home.path()), before);
        replace(&mine, format!("{text}\n# mine").as_bytes()).expect("written");
        assert_ne!(ProfilesMark::of(home.path()), before);
    }
}
