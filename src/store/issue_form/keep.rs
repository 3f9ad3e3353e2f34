//! Keeps an imported form among the user's destinations.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::names::unique;
use crate::model::Profile;
use crate::platform::{self, replace};
use crate::store::{Error, Profiles, form};

/// Where a profile was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The id under which it is known now.
    pub id: String,
    /// Its file.
    pub path: PathBuf,
}

/// Puts `profile` into `folder` as a file of its own. What is there already stays: another profile of this id makes the new
/// one `id-2`, the same one is left as it is. With `overwrite` it takes the place of the file of its id.
///
/// # Errors
/// [`Error::Write`].
pub fn keep(profile: &Profile, folder: &Path, overwrite: bool) -> Result<Kept, Error> {
    let (known, _) = Profiles::load(folder);
    let path = |id: &str| folder.join(format!("{id}.toml"));
    let as_kept =
        |other: &Profile| Profile { id: other.id.clone(), checked_on: other.checked_on.clone(), ..profile.clone() };
    let same = known.iter().find(|other| as_kept(other) == **other);
    if let Some(same) = same.filter(|same| path(&same.id).is_file()) {
        return Ok(Kept { id: same.id.clone(), path: path(&same.id) });
    }
    let mut profile = profile.clone();
    if !(overwrite && path(&profile.id).is_file()) {
        // A broken file is the user's too.
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let stems = files.filter_map(|file| Some(file.path().file_stem()?.to_string_lossy().into_owned()));
        let mut taken: HashSet<String> = known.iter().map(|profile| profile.id.clone()).chain(stems).collect();
        profile.id = unique(&profile.id, &mut taken);
    }
    let path = path(&profile.id);
    let text = toml::to_string_pretty(&profile)
        .map_err(|error| platform::Error { path: path.clone(), source: std::io::Error::other(error) })?;
    form::parse::<Profile>(&text, &path)?;
    replace(&path, text.as_bytes())?;
    Ok(Kept { id: profile.id, path })
}
