//! Libraries laid out as Steam lays them out.

#![expect(clippy::disallowed_methods, reason = "a test makes its own files")]

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::collect::places::{Roots, System};
use crate::model::GameState;

/// Writes a file with its folders.
pub fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Two libraries on two disks: Dota 2 in the first; in the second a Windows game in a Proton prefix, a game that is being
/// updated, a broken manifest, and the tools that Steam itself uses.
pub struct Libraries(tempfile::TempDir);

impl Libraries {
    pub fn new() -> Self {
        let libraries = Self(tempfile::tempdir().unwrap());
        let (first, second) = (libraries.first(), libraries.second());
        let listed = |path: &Path| path.display().to_string().replace('\\', "\\\\");
        put(
            &first.join("steamapps/libraryfolders.vdf"),
            &format!(
                "\"libraryfolders\"\n{{\n\t\"0\"\n\t{{\n\t\t\"path\"\t\t\"{}\"\n\t\t\"apps\"\n\t\t{{\n\t\t\t\"570\"\t\t\"1\"\n\t\t}}\n\t}}\n\t\"1\"\n\t{{\n\t\t\"path\"\t\t\"{}\"\n\t}}\n\t\"2\"\n\t{{\n\t\t\"path\"\t\t\"{}\"\n\t}}\n}}\n",
                listed(&first),
                listed(&second),
                listed(&libraries.not_there())
            ),
        );
        put(
            &first.join("package/steam_client_ubuntu12.manifest"),
            "\"ubuntu12\"\n{\n\t\"version\"\t\t\"1763512345\"\n}\n",
        );
        put(&first.join("steamapps/appmanifest_570.acf"), &manifest(570, "Dota 2", "dota 2 beta", 4, "6245"));
        put(
            &first.join("steamapps/common/dota 2 beta/game/dota/console.log"),
            "Match ID: 7000000001\nnothing\nMatchID = 7000000002\nMatch ID: 12\n",
        );
        put(&first.join("steamapps/common/dota 2 beta/game/dota/pak01.vpk"), "no log");
        put(
            &first.join("steamapps/appmanifest_228980.acf"),
            &manifest(228_980, "Steamworks Common Redistributables", "x", 4, "1"),
        );
        put(&second.join("steamapps/appmanifest_900001.acf"), &manifest(900_001, "Полёт", "Полёт", 4, "77"));
        put(&second.join("steamapps/common/Полёт/Flight_Data/app.info"), "Пример Игры\nПолёт\n");
        let pfx = second.join("steamapps/compatdata/900001/pfx/drive_c");
        put(&pfx.join("users/steamuser/AppData/LocalLow/Пример Игры/Полёт/Player.log"), "crash");
        put(&second.join("steamapps/compatdata/900001/version"), "9.0-4\n");
        put(
            &second.join("steamapps/appmanifest_900002.acf"),
            &manifest(900_002, "Being Updated", "upd", 1_048_576 | 1024 | 2, "5"),
        );
        put(
            &second.join("steamapps/appmanifest_900003.acf"),
            "\"AppState\"\n{\n\t\"appid\"\t\t\"900003\"\n\t\"name\"\t\t\"Cut off\"\n\t\"build",
        );
        put(&second.join("steamapps/appmanifest_nonsense.acf"), "\"AppState\" { }");
        libraries
    }

    pub fn first(&self) -> PathBuf {
        fs::create_dir_all(self.0.path().join("home/пользователь/.local/share/Steam")).unwrap();
        fs::canonicalize(self.0.path().join("home/пользователь/.local/share/Steam")).unwrap()
    }

    pub fn second(&self) -> PathBuf {
        fs::create_dir_all(self.0.path().join("mnt/Игры")).unwrap();
        fs::canonicalize(self.0.path().join("mnt/Игры")).unwrap()
    }

    /// A library that the list names, on a drive that is not connected.
    pub fn not_there(&self) -> PathBuf {
        self.0.path().join("not plugged in")
    }

    pub fn roots(&self) -> Roots {
        Roots::usual(System::Linux, &self.0.path().join("home/пользователь"), self.0.path())
    }
}

fn manifest(app: u32, name: &str, folder: &str, flags: u32, build: &str) -> String {
    format!(
        "\"AppState\"\n{{\n\t\"appid\"\t\t\"{app}\"\n\t\"name\"\t\t\"{name}\"\n\t\"StateFlags\"\t\t\"{flags}\"\n\t\"installdir\"\t\t\"{folder}\"\n\t\"LastUpdated\"\t\t\"1763424000\"\n\t\"LastOwner\"\t\t\"76561190000000000\"\n\t\"buildid\"\t\t\"{build}\"\n}}\n"
    )
}

#[test]
fn two_libraries_are_read() {
    let disks = Libraries::new();
    let library = library(&disks.roots().steam());
    let games: Vec<(&str, u32)> = library.games.iter().map(|game| (game.game.name.as_str(), game.app)).collect();
    assert_eq!(games, [("Being Updated", 900_002), ("Cut off", 900_003), ("Dota 2", 570), ("Полёт", 900_001)]);
    let dota = &library.games[2];
    assert_eq!((dota.game.build.as_str(), dota.game.updated.as_str()), ("6245", "2025-11-18"));
    assert_eq!((dota.game.state, dota.game.client.as_str()), (GameState::Installed, "1763512345"));
    assert_eq!(dota.folder, disks.first().join("steamapps/common/dota 2 beta"));
    assert_eq!(dota.prefix, None);
    let flight = &library.games[3];
    assert_eq!(flight.game.proton, "9.0-4");
    assert!(flight.prefix.is_some() && flight.folder.starts_with(disks.second()));
    assert_eq!(library.games[0].game.state, GameState::Updating);
    assert_eq!(library.broken, [disks.second().join("steamapps/appmanifest_900003.acf")]);
    assert_eq!(library.missing, [disks.not_there()]);
    assert_eq!(library.steam, [disks.first()]);
}

#[test]
fn a_broken_list_costs_the_other_disks_alone() {
    let disks = Libraries::new();
    put(&disks.first().join("steamapps/libraryfolders.vdf"), "\"libraryfolders\" { \"1\" { \"path\"");
    let library = library(&disks.roots().steam());
    assert_eq!(library.games.iter().map(|game| game.app).collect::<Vec<_>>(), [570]);
    assert_eq!(library.broken.len(), 1);
}

#[test]
fn without_steam_there_is_nothing() {
    let home = tempfile::tempdir().unwrap();
    let roots = Roots::usual(System::Linux, home.path(), home.path());
    assert_eq!(library(&roots.steam()), Library::default());
}
