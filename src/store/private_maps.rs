//! The private maps: which placeholder was which value, one file for each incident, readable by this user alone.
//!
//! An incident of the store has its map in its own folder, so that it is removed and put back with it. The map of an
//! incident file from elsewhere lies in `maps`; it goes when the file is gone.
//!
//! Never here: a value in an error.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Drafts, Error, Id, form};
use crate::model::{Fingerprint, PrivateMap, placeholder_parts};
use crate::platform::{self, Folders, replace_private};

const MAP: &str = "private-map.toml";
/// After a map was lost, numbers start this much higher, so that no earlier placeholder is given again.
const APART: u32 = 1000;

/// One map with the incident it belongs to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptMap {
    /// What the incident is called: its title, or its file.
    pub incident: String,
    /// Its name in the store; none for an incident file from elsewhere.
    pub id: Option<Id>,
    /// The map.
    pub map: PrivateMap,
}

/// The file of the map of an incident in the store.
#[must_use]
pub fn map_file(drafts: &Drafts, id: &Id) -> PathBuf {
    drafts.folder(id).join(MAP)
}

/// The file of the map of an incident file, wherever that lies.
#[must_use]
pub fn map_file_of(folders: &Folders, incident_file: &Path) -> PathBuf {
    let path = fs::canonicalize(incident_file).unwrap_or_else(|_| incident_file.to_owned());
    let incidents = fs::canonicalize(folders.incidents()).ok();
    if let Some(folder) = path.parent().filter(|folder| incidents.is_some() && folder.parent() == incidents.as_deref())
    {
        return folder.join(MAP);
    }
    let mark = Fingerprint::of([path.to_string_lossy().as_ref()]);
    folders.maps().join(format!("{mark:016x}.toml"))
}

/// The map in this file; a new one where there is none. One that cannot be read is told of, and a new one begins that
/// gives none of its placeholders again.
#[must_use]
pub fn private_map(path: &Path) -> (PrivateMap, Option<Error>) {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (PrivateMap::default(), None),
        Err(_) => Vec::new(),
    };
    let text = String::from_utf8_lossy(&bytes);
    match form::parse::<PrivateMap>(&text, path) {
        Ok(map) if map.format == 1 && !text.trim().is_empty() => (map, None),
        _ => {
            let first = highest(&text).saturating_add(APART);
            let map = PrivateMap { first, ..PrivateMap::default() };
            (map, Some(Error::PrivateMap { path: path.to_owned(), first }))
        }
    }
}

/// Keeps a map. What stood there and cannot be read is put aside, not written over.
///
/// # Errors
/// [`Error::Write`].
pub fn save_private_map(path: &Path, map: &PrivateMap) -> Result<(), Error> {
    let failed = |source| Error::Write(platform::Error { path: path.to_owned(), source });
    if private_map(path).1.is_some() {
        fs::rename(path, path.with_extension("broken.toml")).map_err(failed)?;
    }
    let text = toml::to_string_pretty(map).map_err(|error| failed(io::Error::other(error)))?;
    Ok(replace_private(path, text.as_bytes())?)
}

/// Every map that is kept, those of the store first; what cannot be read is left out.
#[must_use]
pub fn private_maps(folders: &Folders) -> Vec<KeptMap> {
    let drafts = Drafts::of(folders);
    let (entries, _) = drafts.list();
    let mut maps: Vec<KeptMap> = Vec::new();
    for entry in entries {
        let (map, problem) = private_map(&map_file(&drafts, &entry.id));
        if problem.is_none() && map != PrivateMap::default() {
            let incident = if entry.title.is_empty() { entry.id.as_str().to_owned() } else { entry.title };
            maps.push(KeptMap { incident, id: Some(entry.id), map });
        }
    }
    for path in outside(folders) {
        let (map, problem) = private_map(&path);
        if problem.is_none() && map != PrivateMap::default() {
            maps.push(KeptMap { incident: map.incident.clone(), id: None, map });
        }
    }
    maps
}

/// The map that speaks of the bundle composed at this moment, as the bundle says it.
#[must_use]
pub fn private_map_of_bundle(folders: &Folders, composed_at: &str) -> Option<KeptMap> {
    private_maps(folders).into_iter().find(|kept| kept.map.bundles.iter().any(|bundle| bundle == composed_at))
}

/// Removes the maps of incident files that are gone, where their folder is still there.
pub fn forget_private_maps(folders: &Folders) {
    for path in outside(folders) {
        let (map, problem) = private_map(&path);
        let incident = Path::new(&map.incident);
        let is_gone = !incident.exists() && incident.parent().is_some_and(Path::is_dir);
        if problem.is_none() && is_gone && !map.incident.is_empty() {
            // One that stays is tried again the next time.
            fs::remove_file(&path).ok();
        }
    }
}

fn outside(folders: &Folders) -> Vec<PathBuf> {
    let files = fs::read_dir(folders.maps()).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| {
            let is_toml = path.extension().is_some_and(|extension| extension == "toml");
            // `NAME.broken.toml` was put aside.
            is_toml && path.file_stem().is_some_and(|stem| Path::new(stem).extension().is_none())
        })
        .collect();
    files.sort();
    files
}

/// The highest number that a broken map still shows.
fn highest(text: &str) -> u32 {
    let placeholders = text.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    let numbers = placeholders.filter_map(|(inside, _)| placeholder_parts(inside).map(|(_, number)| number));
    let first = text.lines().filter_map(|line| line.strip_prefix("first = ")?.trim().parse().ok());
    numbers.chain(first).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Draft, Explain, Private};
    use crate::platform::replace;

    fn map(values: &[(&str, &str)]) -> PrivateMap {
        let row = |(placeholder, value): &(&str, &str)| Private {
            placeholder: (*placeholder).to_owned(),
            value: (*value).to_owned(),
            note: None,
            same_subnet_as: None,
        };
        PrivateMap { values: values.iter().map(row).collect(), ..PrivateMap::default() }
    }

    #[test]
    fn a_map_comes_back_as_it_was_kept_and_is_for_this_user_alone() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("deep/private-map.toml");
        let kept = map(&[("<host-2>", "nas.lan"), ("<user-1>", "гретак \"x\"")]);
        let (none, problem) = private_map(&path);
        assert!(problem.is_none() && none == PrivateMap::default());
        save_private_map(&path, &kept).expect("kept");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = || fs::metadata(&path).expect("there").permissions().mode() & 0o777;
            assert_eq!(mode(), 0o600);
            fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("opened");
            save_private_map(&path, &kept).expect("kept");
            assert_eq!(mode(), 0o600);
        }
        assert_eq!(private_map(&path).0, kept);
    }

    #[test]
    fn a_broken_map_gives_none_of_its_placeholders_again() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("private-map.toml");
        for (broken, first) in [
            ("format = 1\n[[value]]\nplaceholder = \"<host-41>\"\nval", 1041),
            ("", 1000),
            ("first = 2000\n[[", 3000),
            ("\u{0}\u{1}", 1000),
        ] {
            replace(&path, broken.as_bytes()).expect("written");
            let (new, problem) = private_map(&path);
            let problem = problem.expect("told");
            assert_eq!((new.first, problem.key()), (first, "private-map"));
            assert!(!problem.to_string().contains("nas"));
            save_private_map(&path, &PrivateMap { first, ..map(&[("<host-2>", "a.lan")]) }).expect("kept");
            assert_eq!(private_map(&path).0.first, first);
            assert_eq!(fs::read(path.with_extension("broken.toml")).expect("aside"), broken.as_bytes());
        }
    }

    #[test]
    fn removing_an_incident_removes_its_map() {
        let home = tempfile::tempdir().expect("a folder");
        let folders = Folders::below(home.path().to_owned());
        let (drafts, id) = (Drafts::of(&folders), Id::from("a"));
        drafts.save(&id, &Draft { title: "One".into(), ..Draft::default() }).expect("kept");
        save_private_map(&map_file(&drafts, &id), &map(&[("<host-2>", "nas.lan")])).expect("kept");
        let file = home.path().join("incident.toml");
        replace(&file, b"format = 1").expect("written");
        let outside = PrivateMap { incident: file.display().to_string(), ..map(&[("<host-1>", "b.lan")]) };
        save_private_map(&map_file_of(&folders, &file), &outside).expect("kept");
        let names = || private_maps(&folders).into_iter().map(|kept| kept.incident).collect::<Vec<_>>();
        assert_eq!(names(), ["One".to_owned(), file.display().to_string()]);
        drafts.remove(&id).expect("removed");
        forget_private_maps(&folders);
        assert_eq!(names().len(), 1, "the file is still there");
        fs::remove_file(&file).expect("removed");
        forget_private_maps(&folders);
        assert!(names().is_empty());
        drafts.put_back(&id).expect("put back");
        assert_eq!(names(), ["One"]);
    }
}
