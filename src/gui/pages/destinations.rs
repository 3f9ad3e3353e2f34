//! The shelf of destinations: used last and asked for most, by group, or found by a word.

use std::sync::LazyLock;

use eframe::egui::Ui;
use serde::Deserialize;

use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::widgets::{Tile, answer_button, empty_state, gap, search_field, secondary_button, tiles};
use crate::model::{Group, Profile, Verification};

/// Which destinations are shown while nothing is searched for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Used last, then asked for most.
    #[default]
    First,
    /// One group.
    Of(Group),
    /// All of them.
    All,
}

/// So many come first.
const FIRST: usize = 9;

#[derive(Deserialize)]
struct Start {
    first: Vec<String>,
}

/// What is offered before anything was used; a test reads it.
static START: LazyLock<Start> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/start.toml")).unwrap_or(Start { first: Vec::new() }));

/// Draws the shelf; the id of what was chosen. `current` is marked.
pub fn show(state: &mut State, ui: &mut Ui, current: &str) -> Option<String> {
    let lang = state.lang();
    let name = state.t("start-search");
    search_field(ui, &name, &mut state.local.search);
    gap(ui, 2);
    let wanted = folded(&state.local.search);
    if wanted.is_empty() && state.profiles.iter().count() > FIRST {
        groups(state, ui);
        gap(ui, 2);
    }
    let found: Vec<Profile> = if wanted.is_empty() { on_shelf(state) } else { matching(state, &wanted) };
    let open = state.t("unverified-badge");
    let cards: Vec<Tile> = found
        .iter()
        .map(|profile| Tile {
            icon: icons::by_name(&profile.icon).unwrap_or(icons::PAPER_PLANE_TILT),
            title: profile.name.get(lang),
            text: profile.summary.get(lang),
            selected: profile.id == current,
            flag: (profile.status == Verification::Unverified).then_some(open.as_str()),
        })
        .collect();
    if cards.is_empty() {
        return empty_state(ui, icons::MAGNIFYING_GLASS, &state.t("start-nothing-found"), |ui| {
            let by_email = secondary_button(ui, Some(icons::ENVELOPE_SIMPLE), &state.t("start-by-email"));
            by_email.clicked().then(|| "any-support-email".to_owned())
        });
    }
    tiles(ui, &cards, 3).and_then(|index| found.get(index)).map(|profile| profile.id.clone())
}

fn groups(state: &mut State, ui: &mut Ui) {
    let all = [Shelf::First].into_iter().chain(Group::ALL.map(Shelf::Of)).chain([Shelf::All]);
    ui.horizontal_wrapped(|ui| {
        for shelf in all {
            let is_empty = matches!(shelf, Shelf::Of(group) if state.profiles.iter().all(|one| one.group() != group));
            let id = match shelf {
                Shelf::First => "shelf-first",
                Shelf::Of(Group::Games) => "shelf-games",
                Shelf::Of(Group::Systems) => "shelf-systems",
                Shelf::Of(Group::Developers) => "shelf-developers",
                Shelf::Of(Group::Services) => "shelf-services",
                Shelf::Of(Group::Any) => "shelf-any",
                Shelf::All => "shelf-all",
            };
            let words = state.t(id);
            if !is_empty && answer_button(ui, &words, &words, state.local.shelf == shelf).clicked() {
                state.local.shelf = shelf;
            }
        }
    });
}

fn on_shelf(state: &State) -> Vec<Profile> {
    let lang = state.lang();
    let of = |wanted: &dyn Fn(&Profile) -> bool| {
        let mut found: Vec<Profile> = state.profiles.iter().filter(|one| wanted(one)).cloned().collect();
        found.sort_by_key(|one| one.name.get(lang).to_lowercase());
        found
    };
    match state.local.shelf {
        Shelf::Of(group) => of(&|one| one.group() == group),
        Shelf::All => of(&|_| true),
        Shelf::First => {
            let mut ids: Vec<&str> = Vec::new();
            let used = state.incidents.iter().map(|entry| entry.destination.as_str());
            let others = state.profiles.iter().map(|one| one.id.as_str());
            for id in used.chain(START.first.iter().map(String::as_str)).chain(others) {
                if ids.len() < FIRST && !ids.contains(&id) && state.profiles.get(id).is_ok() {
                    ids.push(id);
                }
            }
            ids.into_iter().filter_map(|id| state.profiles.get(id).ok().cloned()).collect()
        }
    }
}

/// Every word stands somewhere; what has them in its name comes first, then what is also called so.
fn matching(state: &State, wanted: &str) -> Vec<Profile> {
    let mut found: Vec<(usize, &Profile)> =
        state.profiles.iter().filter_map(|profile| Some((distance(profile, wanted)?, profile))).collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, profile)| profile.clone()).collect()
}

/// How far from its name the words stand; none where one of them stands nowhere.
fn distance(profile: &Profile, wanted: &str) -> Option<usize> {
    let name = folded(&format!("{} {} {}", profile.name.en, profile.name.ru, profile.id));
    let others = folded(&profile.search.join(" "));
    let about = folded(&format!("{} {}", profile.summary.en, profile.summary.ru));
    let place = |word: &str| [&name, &others, &about].iter().position(|text| text.contains(word));
    wanted.split_whitespace().map(place).try_fold(0, |far, place| Some(far + place?))
}

/// As people type it: capitals and the dots of ё do not matter.
fn folded(text: &str) -> String {
    text.trim().to_lowercase().replace('ё', "е")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ones_are_named() {
        assert_eq!(START.first.len(), FIRST);
        assert!(START.first.iter().any(|id| id == "any-support-email"));
    }

    #[test]
    fn the_name_counts_before_other_words() {
        let profile: Profile =
            toml::from_str(include_str!("../../../assets/profiles/steam-support.toml")).expect("valid");
        assert_eq!(distance(&profile, "steam"), Some(0));
        assert!(distance(&profile, "dota").is_some_and(|far| far > 0));
        assert_eq!(distance(&profile, "steam zebra"), None);
    }
}
