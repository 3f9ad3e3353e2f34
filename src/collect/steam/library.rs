//! Steam's libraries on this computer, and the games installed in them.
//!
//! Never here: an account, its id, or what it owns besides what is installed.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::vdf::{self, Block, Node};
use crate::model::{Game, GameState};

/// No manifest is as large, in bytes.
const MOST_BYTES: u64 = 8 << 20;
/// No library holds as many games.
const MOST_GAMES: usize = 20_000;

/// A game that Steam has installed, and where it lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Installed {
    /// What is told of it.
    pub game: Game,
    /// Its Steam app id.
    pub app: u32,
    /// Where its files are.
    pub folder: PathBuf,
    /// The drive of its Proton prefix, where it has one: `…/compatdata/ID/pfx/drive_c`.
    pub prefix: Option<PathBuf>,
}

/// What Steam has on this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Where Steam itself is installed; there may be several, such as a package of the system and a Flatpak.
    pub steam: Vec<PathBuf>,
    /// Its games, by name.
    pub games: Vec<Installed>,
    /// Folders that Steam keeps games in and that are not there now, such as those of a drive that is not connected.
    pub missing: Vec<PathBuf>,
    /// Files of Steam's that could not be read in full.
    pub broken: Vec<PathBuf>,
}

/// Reads the libraries of the Steam installations in `steam`; what is not there is left out.
#[must_use]
pub fn library(steam: &[PathBuf]) -> Library {
    let mut found = Library::default();
    let mut folders: Vec<PathBuf> = Vec::new();
    for root in steam {
        // The same installation is often reached over several links.
        let Ok(real) = fs::canonicalize(root) else { continue };
        if !real.join("steamapps").is_dir() || found.steam.contains(&real) {
            continue;
        }
        let client = client(&real);
        let mut own = vec![real.clone()];
        let lists = [real.join("steamapps/libraryfolders.vdf"), real.join("config/libraryfolders.vdf")];
        if let Some(list) = lists.iter().find(|list| list.is_file()) {
            let (root, whole) = read(list);
            if !whole {
                found.broken.push(list.clone());
            }
            own.extend(named_folders(&root));
        }
        for folder in own {
            let real = fs::canonicalize(&folder).ok().filter(|real| real.join("steamapps").is_dir());
            let Some(folder) = real else {
                if !found.missing.contains(&folder) {
                    found.missing.push(folder);
                }
                continue;
            };
            if !folders.contains(&folder) {
                games(&folder, &client, &mut found);
                folders.push(folder);
            }
        }
        found.steam.push(real);
    }
    found.games.sort_by(|a, b| (&a.game.name, a.app, &a.folder).cmp(&(&b.game.name, b.app, &b.folder)));
    found
}

/// The folders in a list of libraries, in the newer form (blocks with a `path`) and in the older one (numbers with a path).
fn named_folders(root: &Block) -> Vec<PathBuf> {
    let Some(list) = root.block("libraryfolders") else { return Vec::new() };
    let numbered = list.0.iter().filter(|(key, _)| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()));
    numbered
        .filter_map(|(_, node)| match node {
            Node::Text(path) => Some(PathBuf::from(path)),
            Node::Block(block) => block.text("path").map(PathBuf::from),
        })
        .filter(|path| path.is_absolute())
        .collect()
}

fn games(library: &Path, client: &Client, found: &mut Library) {
    let apps = library.join("steamapps");
    let mut manifests: BTreeMap<u32, PathBuf> = BTreeMap::new();
    for entry in fs::read_dir(&apps).into_iter().flatten().flatten().take(MOST_GAMES) {
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_prefix("appmanifest_")?.strip_suffix(".acf"));
        if let Some(id) = id.and_then(|id| id.parse().ok()) {
            manifests.insert(id, entry.path());
        }
    }
    for (app, manifest) in manifests {
        let (root, whole) = read(&manifest);
        if !whole {
            found.broken.push(manifest.clone());
        }
        let state = root.block("AppState").cloned().unwrap_or_default();
        // Steam's own parts and the tools it runs games with are no games.
        let name = state.text("name").unwrap_or_default().trim().to_owned();
        if name.is_empty() || is_a_tool(&name) {
            continue;
        }
        let data = apps.join("compatdata").join(app.to_string());
        let prefix = data.join("pfx/drive_c");
        let has_prefix = prefix.is_dir();
        let number = |key: &str| state.text(key).and_then(|value| value.parse::<u64>().ok());
        let updated = number("LastUpdated").filter(|secs| *secs > 0).and_then(|secs| i64::try_from(secs).ok());
        let game = Game {
            name,
            steam_app: Some(app),
            build: state.text("buildid").filter(|build| *build != "0").unwrap_or_default().to_owned(),
            branch: branch(&state),
            updated: updated.and_then(day).unwrap_or_default(),
            state: game_state(number("StateFlags").unwrap_or(4)),
            proton: if has_prefix { line(&data.join("version")) } else { String::new() },
            client: client.version.clone(),
            client_beta: client.beta.clone(),
            ..Game::default()
        };
        let folder = apps.join("common").join(state.text("installdir").unwrap_or_default());
        found.games.push(Installed { game, app, folder, prefix: has_prefix.then_some(prefix) });
    }
}

/// The branch the user has chosen, where it is not the usual one.
fn branch(state: &Block) -> String {
    let chosen = |config: &str| state.block(config).and_then(|config| config.text("BetaKey")).map(str::to_owned);
    let branch = chosen("MountedConfig").or_else(|| chosen("UserConfig")).unwrap_or_default();
    if branch.eq_ignore_ascii_case("public") { String::new() } else { branch }
}

fn is_a_tool(name: &str) -> bool {
    const TOOLS: [&str; 4] =
        ["Steamworks Common Redistributables", "Steam Linux Runtime", "Proton ", "Steamworks SDK Redist"];
    TOOLS.iter().any(|tool| name.starts_with(tool))
}

/// What the flags of a manifest say; the bits are Steam's `EAppState`.
fn game_state(flags: u64) -> GameState {
    const UPDATE_REQUIRED: u64 = 1 << 1;
    const INSTALLED: u64 = 1 << 2;
    const FILES_MISSING: u64 = 1 << 5;
    const FILES_CORRUPT: u64 = 1 << 7;
    const UPDATE_PAUSED: u64 = 1 << 9;
    // Running, started, and its parts: reconfiguring, validating, adding, making room, loading, staging, committing.
    const UPDATING: u64 = 1 << 8 | 1 << 10 | 0x7f << 16;
    match flags {
        _ if flags & UPDATE_PAUSED != 0 => GameState::UpdateWaits,
        _ if flags & UPDATING != 0 => GameState::Updating,
        _ if flags & (FILES_MISSING | FILES_CORRUPT) != 0 => GameState::Damaged,
        _ if flags & UPDATE_REQUIRED != 0 => GameState::UpdateWaits,
        _ if flags & INSTALLED != 0 => GameState::Installed,
        _ => GameState::Unknown,
    }
}

#[derive(Default)]
struct Client {
    version: String,
    beta: String,
}

/// The version of the Steam client, from the list of its own files, and the beta it takes part in.
fn client(steam: &Path) -> Client {
    let package = steam.join("package");
    let mut manifests: Vec<PathBuf> = fs::read_dir(&package)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            name.starts_with("steam_client_") && name.ends_with(".manifest")
        })
        .collect();
    manifests.sort();
    let beta = line(&package.join("beta"));
    // The beta's list stands beside the usual one.
    let wanted = |path: &&PathBuf| !beta.is_empty() && path.to_string_lossy().contains(&beta);
    let manifest = manifests.iter().find(wanted).or_else(|| manifests.first());
    let version = manifest.and_then(|path| {
        let (root, _) = read(path);
        root.0.iter().find_map(|(_, node)| match node {
            Node::Block(block) => block.text("version").map(str::to_owned),
            Node::Text(_) => None,
        })
    });
    Client { version: version.unwrap_or_default(), beta }
}

/// `2026-11-18` of seconds since 1970, in UTC: the same on every computer.
fn day(secs: i64) -> Option<String> {
    let time = jiff::Timestamp::from_second(secs).ok()?;
    Some(time.to_zoned(jiff::tz::TimeZone::UTC).date().to_string())
}

fn read(path: &Path) -> (Block, bool) {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    let (block, whole) = vdf::parse(&String::from_utf8_lossy(&bytes));
    (block, whole && read.is_ok() && !bytes.is_empty())
}

/// The first line of a small file.
fn line(path: &Path) -> String {
    let mut text = String::new();
    if let Ok(file) = fs::File::open(path) {
        file.take(200).read_to_string(&mut text).ok();
    }
    text.lines().next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_say_what_a_game_is_doing() {
        assert_eq!(game_state(4), GameState::Installed);
        assert_eq!(game_state(6), GameState::UpdateWaits);
        assert_eq!(game_state(4 | 2 | 512), GameState::UpdateWaits);
        assert_eq!(game_state(1026), GameState::Updating);
        assert_eq!(game_state(1_048_576 | 1024 | 2), GameState::Updating);
        assert_eq!(game_state(4 | 32), GameState::Damaged);
        assert_eq!(game_state(0), GameState::Unknown);
    }

    #[test]
    fn both_forms_of_the_list_name_folders() {
        let folders = |text: &str| named_folders(&vdf::parse(text).0);
        let root = if cfg!(windows) { "C:\\\\Games" } else { "/games" };
        let path = PathBuf::from(root.replace("\\\\", "\\"));
        let newer = format!("\"libraryfolders\" {{ \"0\" {{ \"path\" \"{root}\" }} \"1\" {{ \"label\" \"\" }} }}");
        assert_eq!(folders(&newer), std::slice::from_ref(&path));
        let older = format!("\"LibraryFolders\" {{ \"TimeNextStatsReport\" \"/x\" \"1\" \"{root}\" \"2\" \"here\" }}");
        assert_eq!(folders(&older), [path]);
        assert!(folders("\"libraryfolders\" \"no\"").is_empty());
    }
}
