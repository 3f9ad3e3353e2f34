//! Searches in made-up homes, laid out as real ones are.

use std::fs;
use std::path::Path;

use super::*;
use crate::collect::steam::tests::{Libraries, put};

fn names(found: &Found) -> Vec<String> {
    found.files.iter().map(|file| file.path.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

fn search(wanted: &Wanted, roots: &Roots) -> Found {
    let library = library(roots);
    find(wanted, roots, &library, &Monitor::quiet()).unwrap()
}

fn age(path: &Path, secs: u64) {
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(UNIX_EPOCH + std::time::Duration::from_secs(secs)).unwrap();
}

#[test]
fn named_files_alone_newest_first() {
    let top = tempfile::tempdir().unwrap();
    let home = top.path().join("home/пользователь");
    let telegram = home.join("AppData/Roaming/Telegram Desktop");
    put(&telegram.join("log.txt"), "a");
    put(&telegram.join("log_start0.txt"), "b");
    put(&telegram.join("tdata/key_datas"), "the account");
    put(&telegram.join("tdata/dumps/1.dmp"), "MDMP");
    put(&telegram.join("DebugLogs/log_2031.txt"), "c");
    put(&telegram.join("DebugLogs/other.bin"), "no");
    put(&telegram.join("log_start1.txt"), "");
    age(&telegram.join("log.txt"), 3_000);
    age(&telegram.join("log_start0.txt"), 1_000);
    age(&telegram.join("tdata/dumps/1.dmp"), 4_000);
    age(&telegram.join("DebugLogs/log_2031.txt"), 2_000);
    let roots = Roots::usual(System::Windows, &home, top.path());
    let found = search(&Wanted::App("telegram".into()), &roots);
    assert_eq!(names(&found), ["1.dmp", "log.txt", "log_2031.txt", "log_start0.txt"]);
    assert_eq!(found.files[1].changed_secs, 3_000);
    // The same home read as a Mac's has nothing where a Mac would.
    assert!(search(&Wanted::App("telegram".into()), &Roots::usual(System::MacOs, &home, top.path())).files.is_empty());
    assert!(search(&Wanted::App("no such app".into()), &roots).files.is_empty());
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let logs = home.path().join(".config/discord/logs");
    put(&logs.join("real.log"), "a");
    put(&home.path().join("secret.txt"), "b");
    std::os::unix::fs::symlink(home.path().join("secret.txt"), logs.join("link.log")).unwrap();
    std::os::unix::fs::symlink(home.path(), logs.join("folder.log")).unwrap();
    let roots = Roots::usual(System::Linux, home.path(), home.path());
    assert_eq!(names(&search(&Wanted::App("discord".into()), &roots)), ["real.log"]);
}

#[test]
fn a_game_of_steams_is_searched_where_it_lies_and_in_its_prefix() {
    let disks = Libraries::new();
    let roots = disks.roots();
    let found = search(&Wanted::App("dota2".into()), &roots);
    let game = found.game.as_ref().expect("installed");
    assert_eq!(game.game.build, "6245");
    assert_eq!(names(&found), ["console.log"]);
    assert_eq!(found.answers.get("match-id").map(String::as_str), Some("7000000002"), "the last match counts");

    let library = library(&roots);
    let flight = library.games.iter().find(|game| game.game.name == "Полёт").expect("installed").clone();
    put(&roots.get("home").unwrap().join("steam-900001.log"), "proton");
    put(&roots.get("home").unwrap().join("steam-900002.log"), "another game");
    let found = search(&Wanted::Game(Box::new(flight)), &roots);
    let mut names = names(&found);
    names.sort();
    assert_eq!(names, ["Player.log", "steam-900001.log"]);
    let log = found.files.iter().find(|file| file.path.ends_with("Player.log")).unwrap();
    assert!(log.path.starts_with(disks.second().join("steamapps/compatdata/900001/pfx")), "{}", log.path.display());
}

#[test]
fn a_stop_ends_the_search() {
    let home = tempfile::tempdir().unwrap();
    let roots = Roots::usual(System::Linux, home.path(), home.path());
    let monitor = Monitor::quiet();
    monitor.stop();
    assert!(find(&Wanted::App("discord".into()), &roots, &Library::default(), &monitor).is_err());
}

#[test]
fn a_folder_full_of_files_is_bounded() {
    let home = tempfile::tempdir().unwrap();
    let logs = home.path().join(".config/discord/logs");
    for number in 0..60 {
        put(&logs.join(format!("{number}.log")), "x");
        age(&logs.join(format!("{number}.log")), 1_000 + number);
    }
    let found = search(&Wanted::App("discord".into()), &Roots::usual(System::Linux, home.path(), home.path()));
    assert_eq!(found.files.len(), MOST_OF_PLACE);
    assert_eq!(found.files[0].path, logs.join("59.log"));
}
