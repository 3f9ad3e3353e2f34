//! What is known of apps and the places of their logs: `assets/places.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::roots::System;
use crate::model::Localized;

/// An app, or a part of the system, that writes logs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct App {
    /// Id, unique in the catalogue.
    pub id: String,
    /// Its name.
    pub name: Localized,
    /// Destinations that it is offered for first.
    #[serde(default)]
    pub destinations: Vec<String>,
    /// Its number in Steam's shop, for a game from there.
    #[serde(default)]
    pub steam_app: Option<u32>,
    /// Words by which an incident speaks of it, in lower case.
    #[serde(default)]
    pub words: Vec<String>,
    /// Whether it stands for every game of Steam's that has no entry of its own.
    #[serde(default)]
    pub any_steam_game: bool,
    /// Where it writes.
    #[serde(default, rename = "place")]
    pub places: Vec<Place>,
    /// What its logs answer.
    #[serde(default, rename = "answer")]
    pub answers: Vec<AnswerRule>,
}

/// Files of one kind, and the folders they lie in on each system.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Folders on Windows, and within a Proton prefix; `{name}` at the start, `*` for one folder of any name.
    #[serde(default)]
    pub windows: Vec<String>,
    /// On macOS.
    #[serde(default)]
    pub macos: Vec<String>,
    /// On Linux, with Flatpak and Snap.
    #[serde(default)]
    pub linux: Vec<String>,
    /// Names of the files, `*` for any part of a name.
    pub files: Vec<String>,
    /// Whether the files hold so much of a program's memory that only their names are shown.
    #[serde(default)]
    pub names_only: bool,
    /// Where this is from.
    pub source: String,
}

impl Place {
    /// Its folders on `system`.
    #[must_use]
    pub fn folders(&self, system: System) -> &[String] {
        match system {
            System::Windows => &self.windows,
            System::MacOs => &self.macos,
            System::Linux => &self.linux,
        }
    }
}

/// A question of a destination that a line of a log answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRule {
    /// Id of the field.
    pub field: String,
    /// Name of the file.
    pub file: String,
    /// What is looked for; the answer is its first group. The last place in the file counts.
    pub pattern: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    app: Vec<App>,
}

// The file is part of the program; a test keeps it valid.
static ALL: LazyLock<Vec<App>> = LazyLock::new(|| {
    toml::from_str::<File>(include_str!("../../../assets/places.toml")).map(|file| file.app).unwrap_or_default()
});

/// Every app of the catalogue, in its order.
#[must_use]
pub fn apps() -> &'static [App] {
    &ALL
}

/// The apps of the catalogue as they suit an incident: those of its destination first, of them those it speaks of.
/// `text` is what the incident says of its subject, in any case.
#[must_use]
pub fn suggested(destination: &str, text: &str) -> Vec<&'static App> {
    let text = text.to_lowercase();
    let rank = |app: &&App| {
        let named = app.words.iter().any(|word| has_word(&text, word));
        let meant = app.destinations.iter().any(|id| id == destination);
        // One game among the many of a shop is meant only where it is named.
        match (named, meant) {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) if app.steam_app.is_none() => 2,
            (false, true) => 3,
            (false, false) => 4,
        }
    };
    let mut apps: Vec<&App> = ALL.iter().filter(|app| !app.any_steam_game).collect();
    apps.sort_by_cached_key(rank);
    apps
}

/// How many of [`suggested`] suit the incident.
#[must_use]
pub fn suiting(apps: &[&App], destination: &str, text: &str) -> usize {
    let text = text.to_lowercase();
    let suits = |app: &&&App| {
        app.destinations.iter().any(|id| id == destination) || app.words.iter().any(|word| has_word(&text, word))
    };
    apps.iter().filter(suits).count()
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let is_apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        is_apart(text[..at].chars().next_back()) && is_apart(text[at + word.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::collect::places::pattern;

    #[test]
    fn the_catalogue_is_valid() {
        let file: File = toml::from_str(include_str!("../../../assets/places.toml")).expect("valid");
        let ids: BTreeSet<&str> = file.app.iter().map(|app| app.id.as_str()).collect();
        assert_eq!(ids.len(), file.app.len(), "ids are used once");
        assert_eq!(file.app.iter().filter(|app| app.any_steam_game).count(), 1);
        for app in &file.app {
            assert!(!app.places.is_empty(), "{}", app.id);
            assert!(app.words.iter().all(|word| word.to_lowercase() == *word), "{}", app.id);
            for rule in &app.answers {
                assert_eq!(regex::Regex::new(&rule.pattern).expect("valid").captures_len(), 2, "{}", app.id);
            }
            for place in &app.places {
                assert!(!place.source.is_empty() && !place.files.is_empty(), "{}", app.id);
                // Named files only: never all that lies in a folder.
                for name in &place.files {
                    assert!(name.chars().filter(|c| c.is_alphanumeric()).count() >= 3, "{}: {name}", app.id);
                    assert!(!name.contains(['/', '\\']), "{}: {name}", app.id);
                }
                let all = [&place.windows, &place.macos, &place.linux];
                assert!(all.iter().any(|folders| !folders.is_empty()), "{}", app.id);
                for folder in all.into_iter().flatten() {
                    assert!(pattern::is_valid(folder), "{}: {folder}", app.id);
                    assert!(!folder.contains("tdata") || folder.ends_with("tdata/dumps"), "{folder}");
                }
            }
        }
    }

    #[test]
    fn destinations_in_the_catalogue_exist() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/profiles");
        for id in apps().iter().flat_map(|app| &app.destinations) {
            assert!(std::path::Path::new(folder).join(format!("{id}.toml")).is_file(), "{id}");
        }
    }

    #[test]
    fn what_suits_comes_first() {
        let ids = |destination: &str, text: &str| -> Vec<&str> {
            let apps = suggested(destination, text);
            let count = suiting(&apps, destination, text);
            apps.into_iter().take(count).map(|app| app.id.as_str()).collect()
        };
        assert_eq!(ids("steam-support", "Dota 2 crashes when a match loads").first(), Some(&"dota2"));
        assert_eq!(ids("steam-support", "").first(), Some(&"steam"));
        assert!(ids("vscode-github", "").contains(&"vscode"));
        assert_eq!(ids("any-support-email", "Всё хорошо в Telegram"), ["telegram"]);
        assert!(ids("vk", "the page is white").is_empty());
    }
}
