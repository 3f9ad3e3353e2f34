//! The places where another matter may begin, and what can be counted about each: what its words tell, how it stands to
//! what came before, and where in the report it is. The learned weights decide what that is worth.

use rustc_hash::FxHashSet as HashSet;

use super::before::Before;
use super::lexicon::{Hit, Word};
use super::units::{Unit, within};
use super::words::{stems, tokens};
use super::{IssueText, Story};
use crate::check::page::Page;

/// Named numbers; a name that is absent is 0.
pub(super) type Numbers = Vec<(&'static str, f32)>;

/// A sentence, a clause, an item of a list or a step.
#[derive(Clone, Debug)]
pub struct Place {
    /// Field, `description` or `steps[0]`.
    pub field: String,
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// What can be counted.
    pub numbers: Vec<(&'static str, f32)>,
    /// Its words, as the learned weights know them.
    pub tokens: Vec<String>,
}

/// 1 or 0.
pub(super) fn flag(on: bool) -> f32 {
    if on { 1.0 } else { 0.0 }
}

/// The units of the description, then the steps.
pub(super) fn places(story: &Story, text: &IssueText) -> Vec<Place> {
    let mut before = Before::new(story);
    let mut all = Vec::with_capacity(story.units.len() + story.steps.len());
    for (index, unit) in story.units.iter().enumerate() {
        all.push(told(story, text, index, unit, &before));
        before.add(&story.description, unit);
    }
    for (index, step) in story.steps.iter().enumerate() {
        let end = step.page.chars().len();
        let mut numbers = words(&step.hits, &step.unit);
        numbers.extend(before.numbers(&step.page, &step.unit));
        numbers.extend([
            ("step", 1.0),
            ("step_first", flag(index == 0)),
            ("step_labelled", flag(step.labelled)),
            ("step_adds", flag(step.adds)),
        ]);
        let tokens = tokens(&step.page, 0, end, "s:");
        all.push(Place { field: format!("steps[{index}]"), start: 0, end, numbers, tokens });
        before.add(&step.page, &step.unit);
    }
    all
}

/// A unit of the description.
fn told(story: &Story, text: &IssueText, index: usize, unit: &Unit, before: &Before) -> Place {
    let page = &story.description;
    let mut numbers = words(within(&story.hits, unit.start, unit.end), unit);
    numbers.extend(before.numbers(page, unit));
    numbers.extend(standing(story, text, index, unit));
    if index > 0 && gap(story, index).matches('\n').count() >= 2 {
        numbers.extend(paragraph(story, index, before));
    }
    let tokens = tokens(page, unit.start, unit.end, "");
    Place { field: "description".to_owned(), start: unit.start, end: unit.end, numbers, tokens }
}

/// What its words tell.
fn words(here: &[Hit], unit: &Unit) -> Numbers {
    let has = |word: Word| flag(here.iter().any(|hit| hit.kind == word));
    vec![
        ("problem", flag(unit.problem)),
        ("problem_word", has(Word::Problem)),
        ("request", flag(unit.request)),
        ("tied", flag(unit.tied)),
        ("same", flag(unit.same)),
        ("marker", flag(unit.marker.is_some())),
        ("also", flag(unit.also.is_some())),
        ("also_any", has(Word::Also)),
        ("works", has(Word::Works)),
        ("attempt", has(Word::Attempt)),
        ("consequence", has(Word::Consequence)),
        ("context", has(Word::Context)),
        ("trigger", has(Word::Trigger)),
        ("announce", has(Word::Announce)),
        ("plural", has(Word::Plural)),
        ("area_count", (unit.areas.count_ones() as f32).min(3.0)),
        ("length", ((unit.end - unit.start) as f32 / 6.0).ln_1p()),
    ]
}

/// Where in the report it stands.
fn standing(story: &Story, text: &IssueText, index: usize, unit: &Unit) -> Numbers {
    let chars = story.description.chars();
    let last = index.checked_sub(1).and_then(|before| story.units.get(before));
    let in_list = || story.units.iter().filter(|other| other.item.zip(unit.item).is_some_and(|(a, b)| a.0 == b.0));
    let items = in_list().filter_map(|other| other.item).collect::<HashSet<_>>().len();
    let problems = in_list().filter(|other| other.opens()).count();
    let new_item = unit.item.is_some() && last.is_none_or(|last| last.item != unit.item);
    let between = gap(story, index);
    vec![
        ("pair", flag(is_pair(&story.description, unit))),
        (
            "pairs",
            flag(last.is_some_and(|last| is_pair(&story.description, last) && is_pair(&story.description, unit))),
        ),
        ("first", flag(index == 0)),
        ("paragraph", flag(index > 0 && between.matches('\n').count() >= 2)),
        ("line", flag(between.contains('\n'))),
        ("clause", flag(last.is_some_and(|last| last.sentence == unit.sentence && last.item == unit.item))),
        ("item", flag(unit.item.is_some())),
        ("new_item", flag(new_item)),
        ("item_later", flag(new_item && unit.item.is_some_and(|(_, item)| item > 1))),
        ("items", (items as f32).ln_1p()),
        ("item_problem_share", problems as f32 / items.max(1) as f32),
        ("label_later", flag(unit.label.is_some_and(|number| number > 1))),
        ("heading", flag(unit.heading > 0)),
        ("new_heading", flag(last.is_some_and(|last| last.heading != unit.heading))),
        ("upper", flag(chars.get(unit.start).is_some_and(|c| c.is_uppercase()))),
        ("question", flag(chars[unit.start..unit.end].contains(&'?'))),
        ("position", index as f32 / story.units.len().max(1) as f32),
        ("last_place", flag(index + 1 == story.units.len())),
        ("units", (story.units.len() as f32).ln_1p()),
        ("steps", flag(text.steps.len() >= 2)),
        ("error", flag(!text.error_text.is_empty())),
    ]
}

/// What stands between a unit and the one before.
fn gap(story: &Story, index: usize) -> String {
    let start = index.checked_sub(1).and_then(|before| story.units.get(before)).map_or(0, |last| last.end);
    story.description.text(start, story.units.get(index).map_or(start, |unit| unit.start))
}

/// The paragraph that begins with a unit, as a whole.
fn paragraph(story: &Story, index: usize, before: &Before) -> Numbers {
    let later = (index + 1..story.units.len()).find(|later| gap(story, *later).matches('\n').count() >= 2);
    let units = &story.units[index..later.unwrap_or(story.units.len())];
    let page = &story.description;
    let own: HashSet<String> = units.iter().flat_map(|unit| stems(page, unit.start, unit.end)).collect();
    let shared = own.intersection(&before.stems).count();
    let areas = units.iter().fold(0, |areas, unit| areas | unit.areas);
    let opens = units.iter().any(Unit::opens);
    vec![
        ("par_share", shared as f32 / own.len().max(1) as f32),
        ("par_unshared", flag(shared == 0)),
        ("par_stems", (own.len() as f32).ln_1p()),
        ("par_opens", flag(opens)),
        ("par_opens_unshared", flag(opens && shared == 0)),
        ("par_apart", flag(areas != 0 && before.areas != 0 && areas & before.areas == 0)),
        ("par_last", flag(later.is_none())),
        ("par_request", flag(units.iter().any(|unit| unit.request))),
    ]
}

/// `Version: 4.2` and the like.
fn is_pair(page: &Page, unit: &Unit) -> bool {
    page.norm_between(unit.start, unit.end)
        .split_once(':')
        .is_some_and(|(key, value)| (1..=3).contains(&key.split_whitespace().count()) && !value.trim().is_empty())
}
