//! Finding the logs of an app: named files in known places, newest first.
//!
//! Never here: a whole folder of an app, a link followed, a search without an end, or a file that was not named.

mod answers;
mod catalogue;
mod pattern;
mod roots;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::facts::disks;
use super::probe::within;
use super::steam::{self, Engine, Installed, Library};
use crate::job::{Monitor, Stage, Stopped};
use crate::model::Disk;

pub(super) use pattern::matches;

pub use catalogue::{App, apps, suggested, suiting};
pub use roots::{Roots, System};

/// Seconds one place has to answer; a network drive may hang.
const PLACE_SECS: u64 = 4;
/// Entries of one folder that are looked at.
const MOST_ENTRIES: usize = 4_000;
/// Files of one place that are told, the newest.
const MOST_OF_PLACE: usize = 20;
/// Files that are told in all, the newest.
const MOST_FILES: usize = 120;

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its size.
    pub size_bytes: u64,
    /// When it was changed last, in seconds since 1970; 0 where the system does not tell.
    pub changed_secs: u64,
    /// Whether it is only named, because it holds a program's memory.
    pub names_only: bool,
}

/// What is looked for.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// The logs of an app of the catalogue, by its id.
    App(String),
    /// The logs of a game that Steam has installed.
    Game(Box<Installed>),
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The files, newest first.
    pub files: Vec<FoundFile>,
    /// The game, where Steam has it installed.
    pub game: Option<Installed>,
    /// Folders that did not answer in time.
    pub silent: Vec<String>,
    /// What the files answer of the questions of a destination: field id and answer.
    pub answers: BTreeMap<String, String>,
}

/// What Steam has installed on this computer.
#[must_use]
pub fn library(roots: &Roots) -> Library {
    let folders = roots.steam();
    within(2 * PLACE_SECS, move || steam::library(&folders)).unwrap_or_default()
}

/// Looks for what is wanted.
///
/// # Errors
/// [`Stopped`].
pub fn find(wanted: &Wanted, roots: &Roots, library: &Library, monitor: &Monitor) -> Result<Found, Stopped> {
    let any = || apps().iter().find(|app| app.any_steam_game);
    let (app, game) = match wanted {
        Wanted::App(id) => {
            let app = apps().iter().find(|app| app.id == *id);
            let number = app.and_then(|app| app.steam_app);
            (app, library.games.iter().find(|game| Some(game.app) == number).cloned())
        }
        Wanted::Game(game) => (apps().iter().find(|app| app.steam_app == Some(game.app)), Some(game.as_ref().clone())),
    };
    // A game has its own places, and those that every game of Steam's has.
    let general = if game.is_some() { any() } else { None };
    let game = game.map(on_its_drive);
    let searched = around(roots, library, game.as_ref());
    let mut found = Found { game, ..Found::default() };
    let places: Vec<_> = app.into_iter().chain(general).flat_map(|app| &app.places).collect();
    monitor.stage(Stage::Starting, places.len() as u64)?;
    for place in places {
        for roots in &searched {
            for folder in place.folders(roots.system) {
                monitor.stage(Stage::Reading(folder.clone()), 0)?;
                let (files, names_only) = (place.files.clone(), place.names_only);
                let (pattern, roots) = (folder.clone(), roots.clone());
                match within(PLACE_SECS, move || in_place(&pattern, &files, names_only, &roots)) {
                    Ok(files) => found.files.extend(files),
                    Err(_) => found.silent.push(folder.clone()),
                }
            }
        }
    }
    newest_first(&mut found.files, MOST_FILES);
    if let Some(app) = app {
        found.answers = answers::answers(&app.answers, &found.files);
    }
    Ok(found)
}

/// The game with the drive it lies on.
fn on_its_drive(mut game: Installed) -> Installed {
    let disks = within(PLACE_SECS, disks).unwrap_or_default();
    let holds = |disk: &&Disk| game.folder.starts_with(&disk.mount);
    if let Some(disk) = disks.iter().filter(holds).max_by_key(|disk| disk.mount.len()) {
        game.game.drive.clone_from(&disk.mount);
        game.game.free_bytes = Some(disk.free_bytes);
    }
    game
}

/// The folders of the user, and those within the game's Proton prefix, with what is known of the game.
fn around(roots: &Roots, library: &Library, game: Option<&Installed>) -> Vec<Roots> {
    let mut all = Vec::new();
    let steam = library.steam.first();
    let named = |roots: Roots| {
        let roots = match steam {
            Some(steam) => roots.with("steam", steam),
            None => roots,
        };
        let Some(game) = game else { return roots };
        let roots = roots.with("game", &game.folder).with("app_id", Path::new(&game.app.to_string()));
        match steam::engine(&game.folder) {
            Some(Engine::Unity { company, product }) => {
                roots.with("company", Path::new(&company)).with("product", Path::new(&product))
            }
            Some(Engine::Unreal { project }) => roots.with("project", Path::new(&project)),
            None => roots,
        }
    };
    all.push(named(roots.clone()));
    if let Some(prefix) = game.and_then(|game| game.prefix.as_ref()) {
        all.push(named(Roots::of_prefix(prefix)));
    }
    all
}

fn in_place(pattern: &str, names: &[String], names_only: bool, roots: &Roots) -> Vec<FoundFile> {
    let number = roots.get("app_id").map(|id| id.to_string_lossy().into_owned()).unwrap_or_default();
    let names: Vec<String> = names
        .iter()
        .filter(|name| !number.is_empty() || !name.contains("{app_id}"))
        .map(|name| name.replace("{app_id}", &number))
        .collect();
    let mut found = Vec::new();
    for folder in pattern::folders(pattern, roots) {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten().take(MOST_ENTRIES) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !names.iter().any(|wanted| matches(wanted, &name)) {
                continue;
            }
            // Not followed: a link could lead to anything.
            let Ok(about) = entry.metadata() else { continue };
            if !about.is_file() || about.len() == 0 {
                continue;
            }
            let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            found.push(FoundFile {
                path: entry.path(),
                size_bytes: about.len(),
                changed_secs: changed.map_or(0, |since| since.as_secs()),
                names_only,
            });
        }
    }
    newest_first(&mut found, MOST_OF_PLACE);
    found
}

fn newest_first(files: &mut Vec<FoundFile>, most: usize) {
    files.sort_by(|a, b| (b.changed_secs, &a.path).cmp(&(a.changed_secs, &b.path)));
    let mut known: Vec<PathBuf> = Vec::new();
    files.retain(|file| {
        // One file can be reached by several ways, over a link in the folder's own path.
        let real = fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone());
        let is_new = !known.contains(&real);
        known.push(real);
        is_new
    });
    files.truncate(most);
}
