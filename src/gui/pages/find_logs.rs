//! "Find logs": which app, what was found of it, and what of that is added.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use eframe::egui::Ui;
use jiff::Timestamp;

use crate::collect::places::{self, App, Found, FoundFile, Wanted};
use crate::collect::{Installed, Library};
use crate::compose::specs;
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Row, Status, banner, card, choice, field_label, gap, hint, line, list, primary_button, secondary_button,
    small_button, strong,
};
use crate::gui::work::Kind;
use crate::model::{FactKey, Facts, FieldValue, GameState, Lang};
use crate::store::Id;
use crate::text::{self, size};

/// What the panel keeps.
#[derive(Default)]
pub struct LogSearch {
    /// Whether it is shown.
    pub shown: bool,
    /// What Steam has installed, once that was read.
    pub library: Option<Library>,
    /// What is looked for, as an index into what can be chosen.
    pub chosen: usize,
    /// What was found last.
    pub found: Option<Found>,
    /// The files that will be added.
    pub ticked: BTreeSet<PathBuf>,
    suggested: Suggested,
}

impl LogSearch {
    /// Takes what was found: the newest file is ticked, the rest is the user's choice.
    pub fn take(&mut self, found: Found) {
        let newest = found.files.iter().find(|file| !file.names_only);
        self.ticked = newest.map(|file| file.path.clone()).into_iter().collect();
        self.found = Some(found);
    }
}

/// Which apps an incident suits, in this revision of it.
#[derive(Clone, Default)]
struct Suggested {
    of: Option<(Id, u64)>,
    apps: Vec<&'static App>,
    suiting: usize,
}

/// Looked for once for each revision: the incident may be long.
fn suggested(state: &mut State, open: &Open) -> Suggested {
    let of = Some((open.id.clone(), open.revision));
    if state.local.log_search.suggested.of != of {
        let subject = subject(open);
        let apps = places::suggested(&open.profile.id, &subject);
        let suiting = places::suiting(&apps, &open.profile.id, &subject);
        state.local.log_search.suggested = Suggested { of, apps, suiting };
    }
    state.local.log_search.suggested.clone()
}

/// The button over the page.
pub fn button(state: &mut State, open: &Open, ui: &mut Ui) {
    let apps = suggested(state, open);
    let words = match apps.apps.first().filter(|_| apps.suiting > 0) {
        Some(app) => state.tf("find-logs-for", &[("name", app.name.get(state.lang()).into())]),
        None => state.t("find-logs"),
    };
    if small_button(ui, Some(icons::MAGNIFYING_GLASS), &words).clicked() {
        state.local.log_search.shown = !state.local.log_search.shown;
        if state.local.log_search.shown && state.local.log_search.library.is_none() {
            state.emit(Action::ReadLibrary);
        }
    }
}

/// The panel, where it is shown.
pub fn show(state: &mut State, open: &Open, ui: &mut Ui) {
    if !state.local.log_search.shown {
        return;
    }
    gap(ui, 2);
    card(ui, |ui| {
        which(state, open, ui);
        if state.local.log_search.found.is_some() {
            gap(ui, 3);
            found(state, open, ui);
        }
    });
    gap(ui, 2);
}

fn which(state: &mut State, open: &Open, ui: &mut Ui) {
    let apps = suggested(state, open).apps;
    let all = choices(state.local.log_search.library.as_ref(), &apps, state.lang());
    let names: Vec<String> = all.iter().map(|(name, _)| name.clone()).collect();
    let mut chosen = state.local.log_search.chosen.min(names.len().saturating_sub(1));
    let label = field_label(ui, &state.t("find-which"), None);
    if choice(ui, &label, &names, &mut chosen).changed() {
        state.local.log_search.found = None;
    }
    state.local.log_search.chosen = chosen;
    hint(ui, &state.t("find-hint"));
    missing(state, ui);
    gap(ui, 2);
    line(ui, |ui| {
        let running = state.work.is_running(&Kind::Logs);
        let button = secondary_button(ui, Some(icons::MAGNIFYING_GLASS), &state.t("find-start"));
        if button.clicked()
            && !running
            && let Some((_, wanted)) = all.into_iter().nth(chosen)
        {
            state.emit(Action::FindLogs(wanted));
        }
        if secondary_button(ui, None, &state.t("close")).clicked() {
            state.local.log_search.shown = false;
        }
    });
}

/// What can be looked for: what suits the incident, the other apps, then the games that Steam has installed.
fn choices(library: Option<&Library>, apps: &[&'static App], lang: Lang) -> Vec<(String, Wanted)> {
    let mut all: Vec<(String, Wanted)> =
        apps.iter().map(|app| (app.name.get(lang).to_owned(), Wanted::App(app.id.clone()))).collect();
    let is_listed = |game: &&Installed| !apps.iter().any(|app| app.steam_app == Some(game.app));
    let games = library.into_iter().flat_map(|library| &library.games).filter(is_listed);
    all.extend(games.map(|game| (format!("Steam: {}", game.game.name), Wanted::Game(Box::new(game.clone())))));
    all
}

/// What the incident says of its subject.
fn subject(open: &Open) -> String {
    let draft = &open.draft;
    let answers = ["game", "product", "app", "software"].into_iter().filter_map(|id| draft.fields.get(id));
    let mut words: Vec<String> = answers.map(FieldValue::text).collect();
    words.extend([draft.title.clone(), draft.description.clone()]);
    words.join("\n")
}

fn found(state: &mut State, open: &Open, ui: &mut Ui) {
    let Some(found) = state.local.log_search.found.clone() else { return };
    game(state, open, &found, ui);
    if found.files.is_empty() {
        hint(ui, &state.t("find-logs-nothing"));
    } else {
        strong(ui, &state.tf("find-found", &[("count", found.files.len().into())]));
        gap(ui, 1);
        files(state, &found.files, ui);
    }
    if !found.silent.is_empty() {
        hint(ui, &state.tf("find-silent", &[("folders", found.silent.join(", ").into())]));
    }
    let broken = state.local.log_search.library.as_ref().map_or(0, |library| library.broken.len());
    if broken > 0 && found.game.is_some() {
        hint(ui, &state.tf("find-broken", &[("count", broken.into())]));
    }
    let ticked: Vec<PathBuf> = state.local.log_search.ticked.iter().cloned().collect();
    let new_game = found.game.as_ref().is_some_and(|game| open.draft.game.as_ref() != Some(&game.game));
    if ticked.is_empty() && !new_game {
        return;
    }
    gap(ui, 2);
    let words = match ticked.len() {
        0 => state.t("find-note-game"),
        count => state.tf("find-add", &[("count", count.into())]),
    };
    if primary_button(ui, Some(icons::PLUS), &words).clicked() {
        state.emit(Action::AddFound);
    }
}

/// Where Steam keeps games that cannot be seen now.
fn missing(state: &State, ui: &mut Ui) {
    let Some(library) = &state.local.log_search.library else { return };
    if !library.missing.is_empty() {
        let folders: Vec<_> = library.missing.iter().map(|folder| folder.display().to_string()).collect();
        hint(ui, &state.tf("find-library-missing", &[("folders", folders.join(", ").into())]));
    }
}

/// The game as Steam has it installed.
fn game(state: &State, open: &Open, found: &Found, ui: &mut Ui) {
    let Some(game) = found.game.as_ref().map(|game| &game.game) else { return };
    let facts = Facts { game: Some(game.clone()), ..Facts::default() };
    for (label, value) in specs::rows(&facts, &[FactKey::Game], state.lang()) {
        let id = match game.state {
            GameState::Updating => Some("find-game-updating"),
            GameState::UpdateWaits => Some("find-game-update-waits"),
            GameState::Damaged => Some("find-game-damaged"),
            GameState::Installed | GameState::Unknown => None,
        };
        let (status, more) = match id {
            Some(id) => (Status::Warn, state.t(id)),
            None if open.draft.fact_keys(&open.profile).contains(&FactKey::Game) => {
                (Status::Info, state.t("find-game-sent"))
            }
            None => (Status::Info, state.t("find-game-told")),
        };
        banner(ui, status, &format!("{label}:"), &format!("{value}. {more}"), |_| {});
        gap(ui, 2);
    }
}

fn files(state: &mut State, files: &[FoundFile], ui: &mut Ui) {
    let lang = state.lang();
    let home = home(state);
    let mut toggled = None;
    list(ui, |ui, rows| {
        for file in files {
            let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let folder = file.path.parent().map(|folder| shown(folder, &home)).unwrap_or_default();
            let ticked = state.local.log_search.ticked.contains(&file.path);
            let icon = if ticked { icons::CHECK_SQUARE } else { icons::SQUARE };
            let told = if file.names_only { state.t("find-names-only") } else { folder };
            let (bytes, day) = (size(lang, file.size_bytes), changed(state, file.changed_secs));
            let first = Cell::text(&name);
            let cells = [
                if file.names_only { first } else { first.icon(icon) },
                Cell::muted(&told).share(0.38),
                Cell::muted(&bytes).share(0.12),
                Cell::muted(&day).share(0.2),
            ];
            let selected = (!file.names_only).then_some(ticked);
            if rows.row(ui, &Row { cells: &cells, selected }).clicked() && !file.names_only {
                toggled = Some(file.path.clone());
            }
        }
    });
    if let Some(path) = toggled
        && !state.local.log_search.ticked.remove(&path)
    {
        state.local.log_search.ticked.insert(path);
    }
}

/// The home folder, for shorter paths.
fn home(state: &State) -> PathBuf {
    state.places.get("home").map(Path::to_owned).unwrap_or_default()
}

fn shown(folder: &Path, home: &Path) -> String {
    match folder.strip_prefix(home) {
        Ok(rest) if !home.as_os_str().is_empty() => Path::new("~").join(rest).display().to_string(),
        _ => folder.display().to_string(),
    }
}

/// `18 Nov, 19:42`.
fn changed(state: &State, secs: u64) -> String {
    let Some(at) = i64::try_from(secs).ok().and_then(|secs| Timestamp::from_second(secs).ok()).filter(|_| secs > 0)
    else {
        return String::new();
    };
    let at = at.to_zoned(state.world.zone.clone());
    let today = (state.world.now)().to_zoned(state.world.zone.clone()).date();
    format!("{}, {:02}:{:02}", text::day(state.lang(), at.date(), today), at.hour(), at.minute())
}
