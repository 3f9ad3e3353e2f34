//! "About": what this is, and whose work is in it.

use std::collections::BTreeMap;

use eframe::egui::Ui;

use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::widgets::{body, card, entry, fold, gap, hint, page_heading_with, readable, section, small_button};

/// Fonts and icons with the text of their licences.
const FONTS: [(&str, &str); 3] = [
    ("Inter", include_str!("../../../assets/fonts/Inter.OFL.txt")),
    ("JetBrains Mono", include_str!("../../../assets/fonts/JetBrainsMono.OFL.txt")),
    ("Phosphor Icons", include_str!("../../../assets/fonts/Phosphor.MIT.txt")),
];

/// Crates, each with its licence; `assets/licences/make.sh` writes it.
const CRATES: &str = include_str!("../../../assets/licences/crates.tsv");

/// What is shown of the page.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    crates: bool,
    fonts: [bool; FONTS.len()],
}

/// Draws the page.
pub fn show(state: &mut State, ui: &mut Ui) {
    gap(ui, 6);
    let version = state.tf("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
    page_heading_with(ui, &state.t("about"), &version, |ui| {
        if small_button(ui, Some(icons::ARROW_LEFT), &state.t("back")).clicked() {
            state.emit(Action::Back);
        }
    });
    body(ui, &state.t("about-what"));
    gap(ui, 1);
    body(ui, &state.t("about-network"));
    gap(ui, 3);
    section(ui, &state.t("about-licence"));
    body(ui, &state.t("about-licence-text"));
    gap(ui, 3);
    section(ui, &state.t("about-fonts"));
    for (at, (name, licence)) in FONTS.iter().enumerate() {
        let Some(open) = state.local.about.fonts.get_mut(at) else { continue };
        fold(ui, open, name, |ui| drop(card(ui, |ui| readable(ui, licence))));
    }
    gap(ui, 3);
    section(ui, &state.t("about-crates"));
    let by_licence = by_licence();
    let count: usize = by_licence.values().map(Vec::len).sum();
    let title = state.tf("about-crates-count", &[("count", count.into())]);
    fold(ui, &mut state.local.about.crates, &title, |ui| {
        card(ui, |ui| {
            for (licence, names) in &by_licence {
                entry(ui, licence, &names.join(", "));
                gap(ui, 2);
            }
        });
    });
    hint(ui, &state.t("about-texts"));
    gap(ui, 8);
}

/// The crates under each licence.
fn by_licence() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for (name, licence) in CRATES.lines().filter_map(|row| row.split_once('\t')) {
        found.entry(licence).or_default().push(name);
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_crate_that_the_program_names_is_listed() {
        let listed: BTreeSet<&str> = by_licence().into_values().flatten().collect();
        let manifest: toml::Table = include_str!("../../../Cargo.toml").parse().expect("a manifest");
        let mut named: Vec<String> = manifest["dependencies"].as_table().expect("a table").keys().cloned().collect();
        for target in manifest["target"].as_table().expect("a table").values() {
            named.extend(target["dependencies"].as_table().into_iter().flatten().map(|(name, _)| name.clone()));
        }
        let missing: Vec<_> = named.into_iter().filter(|name| !listed.contains(name.as_str())).collect();
        assert!(missing.is_empty(), "run assets/licences/make.sh for {missing:?}");
        let lock: toml::Table = include_str!("../../../Cargo.lock").parse().expect("a lock file");
        let locked: BTreeSet<&str> =
            lock["package"].as_array().expect("packages").iter().filter_map(|it| it["name"].as_str()).collect();
        let gone: Vec<_> = listed.difference(&locked).collect();
        assert!(gone.is_empty(), "run assets/licences/make.sh, {gone:?} are gone");
    }
}
