//! What is hidden and what is left visible: each class with its count, each value in its place, and the user's choice.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::Ui;

use super::names;
use crate::bundle;
use crate::compose::{desk, private};
use crate::gui::action::{Action, Privacy};
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Field, Row, card, field_label, fold, gap, hint, icon_button, link, list, long_list, mono, paper_heading,
    paper_hint, section, small_button,
};
use crate::gui::work::{Answer, Kind};
use crate::model::{PrivateClass, PrivateMap};
use crate::pipeline;
use crate::redact::{Place, Places, Shown};
use crate::text::number;

/// So many characters of a value are shown.
const SHOWN_CHARS: usize = 80;

/// What the page keeps for itself.
#[derive(Default)]
pub struct Shelf {
    /// Where the values stand, for this revision of the preview, and what is known of them.
    pub places: Option<(u64, Places, PrivateMap)>,
    /// Classes whose values are shown.
    classes: BTreeSet<String>,
    /// The values whose places are shown.
    values: BTreeSet<String>,
    /// Whether earlier placeholders are shown.
    earlier: bool,
    /// A word to hide, as typed.
    hide: String,
    /// A word to leave visible, as typed.
    keep: String,
}

impl Shelf {
    /// Shows the earlier placeholders too.
    pub fn show_earlier(&mut self) {
        self.earlier = true;
    }
}

/// How much is hidden, by class, and the way to all of it.
pub fn summary(state: &mut State, open: &Open, ui: &mut Ui) {
    let Some(preview) = &open.preview else { return };
    let counts = preview.redacted.hidden();
    let total: usize = counts.values().sum();
    card(ui, |ui| {
        paper_heading(ui, &state.tf("values-hidden", &[("count", total.into())]));
        if total == 0 {
            paper_hint(ui, &state.t("nothing-hidden"));
        } else {
            let classes: Vec<String> = counts
                .iter()
                .map(|(class, count)| format!("{}:\u{a0}{count}", bundle::class_name(state.lang(), class)))
                .collect();
            paper_hint(ui, &classes.join(", "));
        }
        if let Some(visible) = visible_here(state, open) {
            paper_hint(ui, &visible);
        }
        let id = if state.local.hidden_shown { "hide-values" } else { "show-values" };
        if link(ui, &state.t(id)).clicked() {
            state.local.hidden_shown = !state.local.hidden_shown;
        }
    });
}

/// Which private values this desk sees, and why.
fn visible_here(state: &State, open: &Open) -> Option<String> {
    desk::visible(&open.profile, kept_classes(open), state.lang())
}

/// Classes that stay visible; the name the desk knows the user by only where there is one.
fn kept_classes(open: &Open) -> impl Iterator<Item = PrivateClass> + use<> {
    let named = open.preview.as_ref().is_some_and(|preview| !preview.policy.identity.is_empty());
    let kept = pipeline::kept_classes(&open.draft, &open.profile);
    kept.into_iter().filter(move |class| named || *class != PrivateClass::Identity)
}

/// Every value, if they are to be shown.
pub fn details(state: &mut State, open: &Open, ui: &mut Ui) {
    if !state.local.hidden_shown {
        return;
    }
    look(state, open, ui);
    let Some((of, places, map)) = state.local.privacy.places.take() else { return };
    gap(ui, 4);
    section(ui, &state.t("hidden-values"));
    hint(ui, &state.t("hidden-values-hint"));
    for class in classes(&places.hidden) {
        let values: Vec<&Shown> = places.hidden.iter().filter(|value| value.class == class).collect();
        one_class(state, open, &class, &values, &map, ui);
    }
    words(state, true, ui);
    left_visible(state, open, &places, &map, ui);
    words(state, false, ui);
    earlier(state, &places, &map, ui);
    state.local.privacy.places = Some((of, places, map));
}

/// Looks where the values of the present preview stand, in a job.
fn look(state: &mut State, open: &Open, ui: &Ui) {
    let Some(preview) = &open.preview else { return };
    let revision = open.previewed;
    if state.local.privacy.places.as_ref().is_some_and(|(of, ..)| *of == revision) {
        return;
    }
    let (redacted, original) = (Arc::clone(&preview.redacted), Arc::clone(&preview.original));
    let policy = preview.policy.clone();
    state.work.start(ui.ctx(), Kind::Places, move |monitor| {
        // What was stopped is looked for again the next time.
        let places = redacted.places(&original, &policy, monitor).unwrap_or_default();
        Answer::Places(revision, Box::new((places, redacted.private_map())))
    });
}

fn classes(values: &[Shown]) -> Vec<String> {
    let mut classes: Vec<String> = Vec::new();
    for value in values {
        if !classes.contains(&value.class) {
            classes.push(value.class.clone());
        }
    }
    classes
}

fn one_class(state: &mut State, open: &Open, class: &str, values: &[&Shown], map: &PrivateMap, ui: &mut Ui) {
    let name = bundle::class_name(state.lang(), class);
    let title = format!("{name}: {}", number(state.lang(), values.len() as u64));
    let mut shown = state.local.privacy.classes.contains(class);
    gap(ui, 1);
    fold(ui, &mut shown, &title, |ui| {
        match PrivateClass::of(class) {
            Some(known) if open.profile.may_keep(known) => {
                let local = (class == "ip").then_some(PrivateClass::Lan);
                ui.horizontal_wrapped(|ui| {
                    for class in std::iter::once(known).chain(local) {
                        let name = bundle::class_name(state.lang(), class.id());
                        let words = state.tf("keep-class", &[("class", name.into())]);
                        if small_button(ui, Some(icons::EYE), &words).clicked() {
                            state.emit(Action::Privacy(Privacy::KeepClass(class)));
                        }
                    }
                });
                gap(ui, 1);
            }
            Some(_) if open.profile.public => drop(hint(ui, &state.t("class-stays-public"))),
            _ => {}
        }
        long_list(ui, class, values.len(), |ui, rows, at| {
            let Some(value) = values.get(at) else { return };
            let keep = state.tf("keep-value", &[("placeholder", value.placeholder.as_str().into())]);
            let shown_value = short(&value.value);
            let about = about(state, value, map);
            let is_open = state.local.privacy.values.contains(&value.placeholder);
            let cells = [
                Cell::placeholder(&value.placeholder, "").share(0.2),
                Cell::text(&shown_value),
                Cell::muted(&about).share(0.42).right(),
            ];
            let row = Row { cells: &cells, selected: Some(is_open) };
            let (row, kept) = rows.row_with(ui, &row, 1.0, |ui| icon_button(ui, icons::EYE, &keep).clicked());
            if kept {
                state.emit(Action::Privacy(Privacy::Keep(value.value.clone())));
            } else if row.clicked() {
                toggle(&mut state.local.privacy.values, &value.placeholder);
            }
            if is_open {
                ui.indent(&value.placeholder, |ui| places(state, open, value, ui));
            }
        });
    });
    if shown != state.local.privacy.classes.contains(class) {
        toggle(&mut state.local.privacy.classes, class);
    }
}

fn toggle(set: &mut BTreeSet<String>, name: &str) {
    if !set.remove(name) {
        set.insert(name.to_owned());
    }
}

fn short(value: &str) -> String {
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().count() <= SHOWN_CHARS { value } else { value.chars().take(SHOWN_CHARS).chain(['…']).collect() }
}

/// What is known of a value, and how often it stands in what is sent.
fn about(state: &State, value: &Shown, map: &PrivateMap) -> String {
    let row = map.who(&value.placeholder);
    let mut told = row.map(|row| private::notes(row, state.lang())).unwrap_or_default();
    told.push(state.tf("places-count", &[("count", value.count.into())]));
    told.join(" · ")
}

/// Where a value stands: the line as it is and as it is sent.
fn places(state: &State, open: &Open, value: &Shown, ui: &mut Ui) {
    for place in &value.places {
        gap(ui, 1);
        hint(ui, &at(state, open, place));
        mono(ui, &place.before);
        if place.after != place.before {
            mono(ui, &format!("→ {}", place.after));
        }
    }
    let more = value.count.saturating_sub(value.places.len());
    if more > 0 {
        hint(ui, &state.tf("places-more", &[("count", more.into())]));
    }
    gap(ui, 1);
}

fn at(state: &State, open: &Open, place: &Place) -> String {
    let name = names::place(state, open, &place.at);
    match place.line {
        0 => state.tf("place-name", &[("name", name.into())]),
        line => state.tf("place-line", &[("name", name.into()), ("line", line.into())]),
    }
}

/// What looks private and stays visible: classes, values, the user's own words.
fn left_visible(state: &mut State, open: &Open, found: &Places, map: &PrivateMap, ui: &mut Ui) {
    let mut rows: Vec<(String, String, Privacy)> = Vec::new();
    for class in kept_classes(open) {
        let name = bundle::class_name(state.lang(), class.id());
        rows.push((state.tf("all-of-class", &[("class", name.into())]), String::new(), Privacy::HideClass(class)));
    }
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    for value in &found.kept {
        rows.push((value.value.clone(), about(state, value, map), Privacy::HideAgain(value.value.clone())));
    }
    for word in &open.draft.keep {
        if !found.kept.iter().any(|value| same(&value.value, word)) {
            rows.push((word.clone(), state.t("your-word"), Privacy::HideAgain(word.clone())));
        }
    }
    gap(ui, 4);
    section(ui, &state.t("left-visible"));
    if rows.is_empty() {
        hint(ui, &state.t("left-visible-none"));
        return;
    }
    list(ui, |ui, all| {
        for (value, about, undo) in rows {
            let name = state.tf("hide-again", &[("value", short(&value).into())]);
            let shown_value = short(&value);
            let cells = [Cell::text(&shown_value), Cell::muted(&about).share(0.42).right()];
            let row = Row { cells: &cells, selected: None };
            if all.row_with(ui, &row, 1.0, |ui| icon_button(ui, icons::EYE_SLASH, &name).clicked()).1 {
                state.emit(Action::Privacy(undo));
            }
        }
    });
}

/// A field for a word to hide, or for one to leave visible.
fn words(state: &mut State, hide: bool, ui: &mut Ui) {
    let (label, button) = if hide { ("word-to-hide", "add-to-hide") } else { ("word-to-keep", "add-to-keep") };
    let shelf = &mut state.local.privacy;
    let mut word = std::mem::take(if hide { &mut shelf.hide } else { &mut shelf.keep });
    gap(ui, 2);
    let label = field_label(ui, &state.t(label), None);
    let response = Field::new(&mut word).show(ui, &label);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
    gap(ui, 1);
    let icon = if hide { icons::EYE_SLASH } else { icons::EYE };
    let is_filled = !word.trim().is_empty();
    let pressed = ui.add_enabled_ui(is_filled, |ui| small_button(ui, Some(icon), &state.t(button)).clicked()).inner;
    if is_filled && (pressed || entered) {
        let word = std::mem::take(&mut word).trim().to_owned();
        state.emit(Action::Privacy(if hide { Privacy::Hide(word) } else { Privacy::Keep(word) }));
    }
    let shelf = &mut state.local.privacy;
    *(if hide { &mut shelf.hide } else { &mut shelf.keep }) = word;
}

/// Placeholders of earlier bundles that this one does not hold.
fn earlier(state: &mut State, found: &Places, map: &PrivateMap, ui: &mut Ui) {
    let is_here = |placeholder: &str| found.hidden.iter().any(|value| value.placeholder == placeholder);
    let rows: Vec<_> = map.values.iter().filter(|row| !is_here(&row.placeholder)).collect();
    if rows.is_empty() {
        return;
    }
    gap(ui, 4);
    let title = state.tf("earlier-placeholders", &[("count", rows.len().into())]);
    let mut shown = state.local.privacy.earlier;
    fold(ui, &mut shown, &title, |ui| {
        list(ui, |ui, all| {
            for row in rows {
                let (value, notes) = (short(&row.value), private::notes(row, state.lang()).join(" · "));
                let cells = [
                    Cell::placeholder(&row.placeholder, "").share(0.2),
                    Cell::text(&value),
                    Cell::muted(&notes).share(0.42).right(),
                ];
                all.row(ui, &Row { cells: &cells, selected: None });
            }
        });
    });
    state.local.privacy.earlier = shown;
}
