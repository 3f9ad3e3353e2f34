//! What speaks for several matters and what against, each with its weight and its words.

use super::lexicon::{Hit, Word};
use super::matters::{Matter, Opening, stems};
use super::units::{Unit, areas, within};
use super::{Clue, Reason, Story, errors};
use crate::check::page::Page;

/// Whether a reason can be shown by itself: it quotes words that speak of several matters.
pub(super) fn tells_alone(clue: Clue) -> bool {
    !matches!(clue, Clue::Areas | Clue::Request | Clue::Errors | Clue::Place)
}

/// Everything that speaks for several matters, strongest kinds first.
pub(super) fn reasons(story: &Story, matters: &[Matter]) -> Vec<Reason> {
    let mut all = Vec::new();
    title(story, &mut all);
    openings(story, matters, &mut all);
    lists(story, &mut all);
    announced(story, &mut all);
    wishes(story, matters, &mut all);
    steps(story, &mut all);
    all.extend(errors::reason(story));
    all
}

/// What speaks for one matter: steps that lead to it, words that point back, results of one cause.
pub(super) fn brakes(story: &Story) -> f32 {
    let actions = story.steps.iter().filter(|step| !step.unit.problem).count();
    let openers = || story.units.iter().filter(|unit| unit.opens());
    let results = story.units.iter().filter(|unit| unit.tied && unit.problem).count();
    let mut weight = 0.0;
    if actions >= 2 {
        weight += 0.4;
    }
    if openers().skip(1).any(|unit| unit.same) {
        weight += 0.2;
    }
    if results > 0 {
        weight += 0.2;
    }
    weight
}

fn reason(clue: Clue, weight: f32, page: &Page, (start, end): (usize, usize)) -> Reason {
    Reason { clue, weight, span: page.span(start, end) }
}

fn title(story: &Story, all: &mut Vec<Reason>) {
    let page = &story.title;
    let plural = story.title_hits.iter().find(|hit| matches!(hit.kind, Word::Plural | Word::Announce));
    if let Some(hit) = plural {
        let openers = story.units.iter().filter(|unit| unit.opens()).count();
        let several = openers >= 2 || story.steps.len() >= 2;
        all.push(reason(Clue::TitlePlural, if several { 1.6 } else { 1.0 }, page, (hit.start, hit.end)));
    }
    if let Some((left, right, strong)) = halves(page, &story.title_hits) {
        all.push(reason(Clue::TitleJoined, if strong { 1.2 } else { 0.9 }, page, (left, right)));
    }
}

/// The place of the right half of a title that joins two areas, and whether by a sign.
fn halves(page: &Page, hits: &[Hit]) -> Option<(usize, usize, bool)> {
    let chars = page.chars();
    let mut cuts: Vec<(usize, bool)> = chars
        .iter()
        .enumerate()
        .filter(|(i, c)| {
            let spaced = chars.get(i + 1).is_none_or(|next| next.is_whitespace());
            matches!(c, ';' | '|') || (matches!(c, '/' | '+' | '&') && spaced)
        })
        .map(|(i, _)| (i, true))
        .collect();
    for word in [" and ", " и "] {
        let found = page.norm().match_indices(word).map(|(at, _)| (page.char_at(at), false));
        cuts.extend(found);
    }
    cuts.into_iter().find_map(|(cut, by_sign)| {
        let (left, right) = (within(hits, 0, cut), within(hits, cut, chars.len()));
        let (a, b) = (areas(left), areas(right));
        let problem = |hits: &[Hit]| hits.iter().any(|hit| matches!(hit.kind, Word::Problem | Word::Request));
        let told = problem(left) && problem(right);
        // "A + B" names two, even of one area.
        let added = told && chars.get(cut) == Some(&'+');
        let apart = added || a & b == 0 && ((a != 0 && b != 0) || (by_sign && told && (a | b) != 0));
        let (start, end) = page.trim(cut + 1, chars.len());
        // "too small / unreadable": another word for the same.
        let same_subject = right.iter().any(|hit| hit.kind == Word::Problem && hit.start == start);
        (apart && (added || !same_subject) && (by_sign || told || !problem(hits))).then_some((start, end, by_sign))
    })
}

fn openings(story: &Story, matters: &[Matter], all: &mut Vec<Reason>) {
    let page = &story.description;
    let first_unit = |matter: &Matter| matter.units.first().map(|i| &story.units[*i]);
    let opened = |how: Opening| matters.iter().filter(move |matter| matter.opening == how);

    for (i, matter) in opened(Opening::Marker).enumerate() {
        if let Some(place) = first_unit(matter).and_then(|unit| unit.marker) {
            all.push(reason(Clue::Shift, if i == 0 { 1.5 } else { 0.5 }, page, place));
        }
    }
    if let Some(unit) = opened(Opening::Also).find_map(first_unit)
        && let Some(place) = unit.also
    {
        all.push(reason(Clue::Also, 0.8, page, place));
    }
    if let Some(unit) = opened(Opening::Label).find_map(first_unit) {
        all.push(reason(Clue::Labels, 2.0, page, (unit.start, unit.end)));
    }
    let apart: Vec<&Matter> = disjoint(matters);
    if apart.len() >= 2
        && let Some(unit) = apart.last().and_then(|matter| first_unit(matter))
    {
        let weight = if apart.len() >= 3 { 1.4 } else { 0.8 };
        all.push(reason(Clue::Areas, weight, page, (unit.start, unit.end)));
    }
    sections(story, all);
}

/// Matters whose areas have nothing in common.
fn disjoint(matters: &[Matter]) -> Vec<&Matter> {
    let mut seen = 0;
    let mut apart = Vec::new();
    for matter in matters {
        if matter.areas != 0 && matter.areas & seen == 0 {
            seen |= matter.areas;
            apart.push(matter);
        }
    }
    apart
}

/// Two headings that name different areas, each with a problem below it.
fn sections(story: &Story, all: &mut Vec<Reason>) {
    let page = &story.description;
    let named: Vec<(u64, (usize, usize))> = story
        .headings
        .iter()
        .enumerate()
        .filter(|(i, _)| story.units.iter().any(|unit| unit.heading == i + 1 && unit.problem && !unit.tied))
        .map(|(_, place)| (areas(within(&story.hits, place.0, place.1)), *place))
        .filter(|(areas, _)| *areas != 0)
        .collect();
    let first = named.first().map_or(0, |(areas, _)| *areas);
    if let Some((_, place)) = named.iter().skip(1).find(|(areas, _)| areas & first == 0) {
        all.push(reason(Clue::Sections, 1.6, page, *place));
    }
}

/// Lists outside the steps whose items are problems of different kinds.
fn lists(story: &Story, all: &mut Vec<Reason>) {
    let page = &story.description;
    let mut numbers: Vec<usize> = story.units.iter().filter_map(|unit| unit.item.map(|(list, _)| list)).collect();
    numbers.dedup();
    let mut kinds: Vec<(u64, std::collections::HashSet<String>)> = Vec::new();
    let mut last = None;
    for list in numbers {
        let in_list = |unit: &&Unit| unit.item.is_some_and(|(of, _)| of == list);
        let items: std::collections::BTreeSet<usize> =
            story.units.iter().filter(in_list).filter_map(|unit| unit.item.map(|(_, item)| item)).collect();
        let told = |item: usize| story.units.iter().find(|unit| unit.item == Some((list, item)) && unit.opens());
        let problems: Vec<&Unit> = items.iter().filter_map(|item| told(*item)).collect();
        // Mostly something else: a sequence with a result in it.
        if problems.len() * 2 < items.len() || items.len() < 2 {
            continue;
        }
        for unit in problems {
            let words = stems(page, unit.start, unit.end);
            let known = kinds.iter().any(|(areas, known)| areas & unit.areas != 0 || !known.is_disjoint(&words));
            if !known {
                kinds.push((unit.areas, words));
                last = Some((unit.start, unit.end));
            }
        }
    }
    if let Some(place) = last.filter(|_| kinds.len() >= 2) {
        all.push(reason(Clue::List, if kinds.len() >= 3 { 1.5 } else { 0.9 }, page, place));
    }
}

fn announced(story: &Story, all: &mut Vec<Reason>) {
    if let Some(hit) = story.hits.iter().find(|hit| hit.kind == Word::Announce && story.counts(hit.start)) {
        all.push(reason(Clue::Announced, 1.0, &story.description, (hit.start, hit.end)));
    }
}

/// A wish in another area than the problem.
fn wishes(story: &Story, matters: &[Matter], all: &mut Vec<Reason>) {
    let problems = story.units.iter().any(|unit| unit.problem && unit.opens() && !unit.request);
    let wish = matters.iter().skip(1).find_map(|matter| {
        let unit = &story.units[*matter.units.first()?];
        (unit.request && unit.opens()).then_some(unit)
    });
    if let Some(unit) = wish.filter(|_| problems) {
        all.push(reason(Clue::Request, 0.5, &story.description, (unit.start, unit.end)));
    }
}

/// Steps that are no actions: problems behind "also", or each behind a label of its own.
fn steps(story: &Story, all: &mut Vec<Reason>) {
    let added = story.steps.iter().skip(1).find(|step| step.adds);
    if let Some(step) = added {
        all.push(reason(Clue::Step, 1.4, &step.page, step.page.trim(0, step.page.chars().len())));
    }
    let labelled: Vec<_> = story.steps.iter().filter(|step| step.labelled).collect();
    if labelled.len() >= 2
        && let Some(step) = labelled.last()
    {
        all.push(reason(Clue::Step, 1.6, &step.page, step.page.trim(0, step.page.chars().len())));
    }
}

/// Whether the title joins two areas, so that it is not the anchor of one.
pub(super) fn joins(story: &Story) -> bool {
    halves(&story.title, &story.title_hits).is_some()
}
