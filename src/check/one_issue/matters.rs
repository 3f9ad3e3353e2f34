//! Puts units together that speak of the same matter.

use std::collections::HashSet;

use super::units::Unit;
use crate::check::page::Page;

/// How a matter was told from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// It is the first.
    First,
    /// Words that start another matter.
    Marker,
    /// An `also` before a problem in another area.
    Also,
    /// A numbered label.
    Label,
    /// An item of a list of problems.
    Item,
    /// Another area alone.
    Area,
}

/// One matter of the story.
#[derive(Debug)]
pub(super) struct Matter {
    pub opening: Opening,
    /// Bits of its areas.
    pub areas: u64,
    /// Places of its units in the list of units.
    pub units: Vec<usize>,
    stems: HashSet<String>,
}

/// Letters of a word that count; endings differ.
const STEM_CHARS: usize = 6;

/// The matters in `units`. `title_areas` and the words of the title belong to the first.
pub(super) fn matters(page: &Page, units: &[Unit], title: &Page, title_areas: u64) -> Vec<Matter> {
    let title_stems = stems(title, 0, title.chars().len());
    let mut all: Vec<Matter> = Vec::new();
    let mut current = 0;
    for (i, unit) in units.iter().enumerate() {
        let words = stems(page, unit.start, unit.end);
        let (place, opening) = if !unit.opens() || all.is_empty() {
            (Some(current), Opening::First)
        } else {
            place(&all, current, unit, &units[i - 1], &words, units)
        };
        current = match place {
            Some(place) if place < all.len() => place,
            _ => {
                let first = all.is_empty();
                all.push(Matter {
                    opening: if first { Opening::First } else { opening },
                    areas: if first { title_areas } else { 0 },
                    units: Vec::new(),
                    stems: if first { title_stems.clone() } else { HashSet::new() },
                });
                all.len() - 1
            }
        };
        let matter = &mut all[current];
        matter.units.push(i);
        if unit.opens() {
            matter.areas |= unit.areas;
            matter.stems.extend(words);
        }
    }
    all
}

/// Where a unit that may be a matter of its own belongs: to a known one, or to a new one and why.
fn place(
    all: &[Matter],
    current: usize,
    unit: &Unit,
    before: &Unit,
    words: &HashSet<String>,
    units: &[Unit],
) -> (Option<usize>, Opening) {
    let any_before = all.iter().any(|matter| matter.units.iter().any(|i| units[*i].opens()));
    if unit.marker.is_some() {
        // A greeting before it is no matter; the title is one.
        let told = any_before || unit.sentence > 1;
        return if told { (None, Opening::Marker) } else { (Some(current), Opening::First) };
    }
    if unit.label.is_some_and(|number| number > 1) {
        return (None, Opening::Label);
    }
    if !any_before || unit.sentence == before.sentence && (unit.areas == 0 || before.item.is_some()) {
        return (Some(current), Opening::First);
    }
    let by_area = all.iter().position(|matter| matter.areas & unit.areas != 0);
    let by_word = all.iter().position(|matter| !matter.stems.is_disjoint(words));
    let new_item = unit.item.is_some() && before.item.is_some_and(|item| unit.item != Some(item));
    if let Some(known) = by_area.or(by_word) {
        return (Some(known), Opening::First);
    }
    if new_item {
        return (None, Opening::Item);
    }
    if unit.also.is_some() && unit.areas != 0 {
        return (None, Opening::Also);
    }
    let apart = unit.areas != 0 && all[current].areas != 0 && !unit.same;
    if apart { (None, Opening::Area) } else { (Some(current), Opening::First) }
}

/// The beginnings of the longer words between two places.
pub(super) fn stems(page: &Page, start: usize, end: usize) -> HashSet<String> {
    let text: String = page.text(start, end).to_lowercase().replace('ё', "е");
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= STEM_CHARS)
        .map(|word| word.chars().take(STEM_CHARS).collect())
        .collect()
}
