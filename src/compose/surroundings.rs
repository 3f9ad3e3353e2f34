//! What surrounds a problem, in words: the game, recent changes, power, tools.

use crate::model::{Change, Game, GameState, Lang, Named, Power};
use crate::text::{self, t, tf};

pub(super) fn named(named: &Named) -> String {
    format!("{} {}", named.name, named.version)
}

/// `linux 6.1 → 6.2, 17 Nov 2026`.
pub(super) fn changed(change: &Change, lang: Lang) -> String {
    let versions = match (change.before.as_str(), change.after.as_str()) {
        ("", "") => String::new(),
        ("", after) => format!(" {after}"),
        (before, after) => format!(" {before} → {after}"),
    };
    let day = change.date.parse().map_or_else(|_| change.date.clone(), |day| text::date(lang, day));
    format!("{}{versions}, {day}", change.name)
}

pub(super) fn power_words(power: &Power, lang: Lang) -> String {
    let mut words: Vec<String> = power.plan.iter().cloned().collect();
    words
        .extend(power.on_battery.map(|battery| t(lang, if battery { "specs-on-battery" } else { "specs-plugged-in" })));
    words.join(", ")
}

pub(super) fn installed(game: &Game, lang: Lang) -> String {
    let told = |id: &str, value: &str| (!value.is_empty()).then(|| tf(lang, id, &[("value", value.into())]));
    let mut words = vec![game.name.clone()];
    words.extend(told("specs-game-build", &game.build));
    words.extend(told("specs-game-branch", &game.branch));
    let day = game.updated.parse().map(|day| text::date(lang, day));
    words.extend(day.ok().and_then(|day| told("specs-game-updated", &day)));
    if !matches!(game.state, GameState::Installed | GameState::Unknown) {
        words.push(t(lang, &format!("specs-game-{}", game.state.id())));
    }
    if !game.drive.is_empty() {
        let free = game.free_bytes.map(|bytes| tf(lang, "specs-free", &[("size", text::size(lang, bytes).into())]));
        words.extend(told("specs-game-drive", game.drive.trim_end_matches('\\')));
        words.extend(free);
    }
    words.extend(told("specs-game-proton", &game.proton));
    words.extend(told("specs-game-client", &game.client));
    words.extend(told("specs-game-client-beta", &game.client_beta));
    words.join(", ")
}
