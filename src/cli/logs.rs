//! `casefile logs`

use serde_json::json;

use super::args::Logs;
use super::{Exit, out};
use crate::collect::Library;
use crate::collect::places::{self, Found, Roots, Wanted};
use crate::pipeline::Error;
use crate::platform::World;
use crate::text::{size, t, tf};

pub fn run(command: &Logs, world: &World) -> Result<Exit, Error> {
    let roots = Roots::of_this_user();
    let library = places::library(&roots);
    let Some(app) = &command.app else {
        list(command.json, &library, world);
        return Ok(Exit::Done);
    };
    let Some(wanted) = wanted(app, &library) else {
        out::notice(&tf(world.lang, "cli-no-such-app", &[("app", app.as_str().into())]));
        missing(&library, world);
        return Ok(Exit::Usage);
    };
    let found = out::with_progress(world.lang, move |monitor| Ok(places::find(&wanted, &roots, &library, monitor)?))?;
    if command.json {
        out::json(&as_json(&found));
    } else {
        for file in &found.files {
            let note = if file.names_only { format!("  ({})", t(world.lang, "cli-names-only")) } else { String::new() };
            out::say(&format!("{}  {}{note}", file.path.display(), size(world.lang, file.size_bytes)));
        }
    }
    if found.files.is_empty() && !command.json {
        out::notice(&t(world.lang, "cli-no-logs"));
    }
    Ok(Exit::Done)
}

/// An app of the catalogue by its id, or an installed game by its number or its name.
fn wanted(app: &str, library: &Library) -> Option<Wanted> {
    if places::apps().iter().any(|known| known.id == app && !known.any_steam_game) {
        return Some(Wanted::App(app.to_owned()));
    }
    let is_meant = |game: &&crate::collect::Installed| {
        game.app.to_string() == app || game.game.name.to_lowercase() == app.to_lowercase()
    };
    library.games.iter().find(is_meant).map(|game| Wanted::Game(Box::new(game.clone())))
}

fn list(as_json: bool, library: &Library, world: &World) {
    let apps = places::apps().iter().filter(|app| !app.any_steam_game);
    if as_json {
        let apps: Vec<_> = apps.map(|app| json!({"id": app.id, "name": app.name.get(world.lang)})).collect();
        let games: Vec<_> = library.games.iter().map(|game| json!(game.game)).collect();
        out::json(&json!({"apps": apps, "steam": games}));
        return;
    }
    for app in apps {
        out::say(&format!("{:<18}{}", app.id, app.name.get(world.lang)));
    }
    for game in &library.games {
        out::say(&format!("{:<18}Steam: {}", game.app, game.game.name));
    }
    missing(library, world);
}

/// Where Steam keeps games that cannot be seen now.
fn missing(library: &Library, world: &World) {
    for folder in &library.missing {
        out::notice(&tf(world.lang, "cli-library-missing", &[("folder", folder.display().to_string().into())]));
    }
}

fn as_json(found: &Found) -> serde_json::Value {
    let files: Vec<_> = found
        .files
        .iter()
        .map(|file| {
            json!({"path": file.path, "bytes": file.size_bytes, "changed_secs": file.changed_secs, "names_only": file.names_only})
        })
        .collect();
    json!({
        "game": found.game.as_ref().map(|game| &game.game),
        "files": files,
        "answers": found.answers,
        "silent": found.silent,
    })
}
