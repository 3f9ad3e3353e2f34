//! What can be counted about every place where another matter may begin. The scorer weighs it.
//!
//! A place is a sentence, a clause, an item of a list or a step. Its features say what its words tell, how it stands to the
//! title and to what came before, and where in the report it is.

use std::collections::HashSet;

use super::lexicon::{Hit, Word};
use super::units::{Unit, within};
use super::{IssueText, Story};
use crate::check::page::Page;

/// A place where another matter may begin.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Field, `title`, `description`, `steps[0]`.
    pub field: String,
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// Named numbers; what is not named is 0.
    pub numbers: Vec<(&'static str, f32)>,
    /// Words by which it is told from others.
    pub tokens: Vec<String>,
}

/// All places of `text`, in their order; the first is the title.
#[must_use]
pub fn candidates(text: &IssueText) -> Vec<Candidate> {
    let story = Story::read(text);
    let mut all = vec![title(&story, text)];
    let mut before = Before::new(&story);
    for (i, unit) in story.units.iter().enumerate() {
        all.push(place(&story, text, i, unit, &before));
        before.add(&story.description, &story.hits, unit);
    }
    for (i, step) in story.steps.iter().enumerate() {
        let hits = super::lexicon::lexicon().find(&step.page);
        let mut numbers = told(&hits, &step.unit, "");
        numbers.push(("step", 1.0));
        numbers.push(("step_first", flag(i == 0)));
        numbers.push(("step_labelled", flag(step.labelled)));
        numbers.push(("step_adds", flag(step.adds)));
        cohesion(&mut numbers, &before, &step.unit, &step.page);
        let mut tokens = tokens(&step.page, 0, step.page.chars().len());
        tokens.iter_mut().for_each(|token| token.insert_str(0, "s:"));
        all.push(Candidate { field: format!("steps[{i}]"), start: 0, end: step.page.chars().len(), numbers, tokens });
        before.add(&step.page, &hits, &step.unit);
    }
    all
}

fn flag(on: bool) -> f32 {
    if on { 1.0 } else { 0.0 }
}

/// What came before a place.
struct Before {
    title_stems: HashSet<String>,
    title_areas: u64,
    stems: HashSet<String>,
    areas: u64,
    last: Option<Unit>,
    last_stems: HashSet<String>,
    problems: usize,
    requests: usize,
    problem_areas: u64,
}

impl Before {
    fn new(story: &Story) -> Self {
        let title_stems = stems(&story.title, 0, story.title.chars().len());
        let title_areas = super::units::areas(&story.title_hits);
        Self {
            stems: title_stems.clone(),
            areas: title_areas,
            title_stems,
            title_areas,
            last: None,
            last_stems: HashSet::new(),
            problems: 0,
            requests: 0,
            problem_areas: title_areas,
        }
    }

    fn add(&mut self, page: &Page, _hits: &[Hit], unit: &Unit) {
        let own = stems(page, unit.start, unit.end);
        self.stems.extend(own.iter().cloned());
        self.last_stems = own;
        self.areas |= unit.areas;
        if unit.problem {
            self.problems += 1;
            self.problem_areas |= unit.areas;
        }
        self.requests += usize::from(unit.request);
        self.last = Some(unit.clone());
    }
}

fn stems(page: &Page, start: usize, end: usize) -> HashSet<String> {
    let common = &super::lexicon::lexicon().common;
    words(page, start, end)
        .into_iter()
        .filter(|word| word.chars().count() >= 4)
        .map(|word| stem(&word))
        .filter(|stem| !common.contains(stem))
        .collect()
}

/// The words between two places, lower case.
fn words(page: &Page, start: usize, end: usize) -> Vec<String> {
    let text: String = page.text(start, end).to_lowercase().replace('ё', "е");
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
        .map(|word| word.trim_matches(['\'', '-']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn stem(word: &str) -> String {
    word.chars().take(5).collect()
}

fn tokens(page: &Page, start: usize, end: usize) -> Vec<String> {
    let words = words(page, start, end);
    let mut tokens = Vec::new();
    if let Some(first) = words.first() {
        tokens.push(format!("1:{first}"));
        tokens.push(format!("2:{first}_{}", words.get(1).map_or("", String::as_str)));
        if let (Some(second), Some(third)) = (words.get(1), words.get(2)) {
            tokens.push(format!("3:{first}_{second}_{third}"));
        }
    }
    for word in &words {
        let number = word.chars().all(|c| c.is_numeric());
        tokens.push(if number { "w:#".to_owned() } else { format!("w:{}", stem(word)) });
    }
    for pair in words.windows(2) {
        tokens.push(format!("b:{}_{}", stem(&pair[0]), stem(&pair[1])));
    }
    tokens
}

/// What the words of a place tell.
fn told(here: &[Hit], unit: &Unit, _prefix: &str) -> Vec<(&'static str, f32)> {
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
        ("words", (((unit.end - unit.start) as f32) / 6.0).ln_1p()),
    ]
}

/// How a place stands to the title and to what came before.
fn cohesion(numbers: &mut Vec<(&'static str, f32)>, before: &Before, unit: &Unit, page: &Page) {
    let own = stems(page, unit.start, unit.end);
    let shared = |with: &HashSet<String>| own.intersection(with).count();
    let share = |with: &HashSet<String>| shared(with) as f32 / (own.len().max(1) as f32);
    let disjoint = |with: u64| flag(unit.areas != 0 && with != 0 && unit.areas & with == 0);
    let overlap = |with: u64| flag(unit.areas & with != 0);
    let last_areas = before.last.as_ref().map_or(0, |last| last.areas);
    numbers.extend([
        ("title_shared", flag(shared(&before.title_stems) > 0)),
        ("title_share", share(&before.title_stems)),
        ("before_share", share(&before.stems)),
        ("before_shared", (shared(&before.stems) as f32).ln_1p()),
        ("last_shared", flag(shared(&before.last_stems) > 0)),
        ("title_apart", disjoint(before.title_areas)),
        ("title_area", overlap(before.title_areas)),
        ("before_apart", disjoint(before.areas)),
        ("before_area", overlap(before.areas)),
        ("problem_apart", disjoint(before.problem_areas)),
        ("last_apart", disjoint(last_areas)),
        ("last_area", overlap(last_areas)),
        ("no_area", flag(unit.areas == 0)),
        ("problems_before", (before.problems as f32).min(4.0)),
        ("requests_before", (before.requests as f32).min(2.0)),
        ("last_problem", flag(before.last.as_ref().is_some_and(|last| last.problem))),
        ("last_request", flag(before.last.as_ref().is_some_and(|last| last.request))),
        ("last_tied", flag(before.last.as_ref().is_some_and(|last| last.tied))),
        ("problem_both", flag(unit.problem && before.problems > 0)),
        ("problem_both_apart", flag(unit.problem && before.problems > 0) * disjoint(before.problem_areas)),
        ("request_after", flag(unit.request && before.problems > 0)),
        ("request_after_apart", flag(unit.request && before.problems > 0) * disjoint(before.areas)),
        ("opens_unshared", flag(unit.opens() && shared(&before.stems) == 0)),
        ("opens", flag(unit.opens())),
    ]);
}

fn place(story: &Story, text: &IssueText, index: usize, unit: &Unit, before: &Before) -> Candidate {
    let page = &story.description;
    let here = within(&story.hits, unit.start, unit.end);
    let mut numbers = told(here, unit, "");
    cohesion(&mut numbers, before, unit, page);
    let last = index.checked_sub(1).and_then(|i| story.units.get(i));
    let between = page.text(last.map_or(0, |last| last.end), unit.start);
    let new_paragraph = index > 0 && between.matches('\n').count() >= 2;
    let par = Paragraph::from(story, index, before);
    let chars = page.chars();
    let item = unit.item;
    let first_char = chars.get(unit.start).copied().unwrap_or(' ');
    let items = item.map_or(0, |(list, _)| {
        story
            .units
            .iter()
            .filter_map(|unit| unit.item)
            .filter(|(of, _)| *of == list)
            .map(|(_, item)| item)
            .collect::<HashSet<_>>()
            .len()
    });
    let item_problems = item.map_or(0, |(list, _)| {
        story.units.iter().filter(|unit| unit.item.is_some_and(|(of, _)| of == list) && unit.opens()).count()
    });
    let new_item = item.is_some() && last.is_none_or(|last| last.item != item);
    let new_heading = last.is_some_and(|last| last.heading != unit.heading);
    numbers.extend([
        ("pair", flag(is_pair(page, unit))),
        ("pairs", flag(is_pair(page, unit) && last.is_some_and(|last| is_pair(page, last)))),
        ("first", flag(index == 0)),
        ("paragraph", flag(new_paragraph)),
        ("par_share", if new_paragraph { par.share } else { 0.0 }),
        ("par_unshared", flag(new_paragraph && par.shared == 0)),
        ("par_words", if new_paragraph { (par.stems as f32).ln_1p() } else { 0.0 }),
        ("par_opens", flag(new_paragraph && par.opens)),
        ("par_opens_unshared", flag(new_paragraph && par.opens && par.shared == 0)),
        ("par_apart", flag(new_paragraph && par.areas != 0 && before.areas != 0 && par.areas & before.areas == 0)),
        ("par_last", flag(new_paragraph && par.last)),
        ("par_request", flag(new_paragraph && par.request)),
        ("line", flag(between.contains('\n'))),
        ("clause", flag(last.is_some_and(|last| last.sentence == unit.sentence && last.item == unit.item))),
        ("item", flag(item.is_some())),
        ("new_item", flag(new_item)),
        ("item_later", flag(new_item && item.is_some_and(|(_, item)| item > 1))),
        ("items", (items as f32).ln_1p()),
        ("item_problem_share", if items > 0 { item_problems as f32 / items as f32 } else { 0.0 }),
        ("label_later", flag(unit.label.is_some_and(|number| number > 1))),
        ("heading", flag(unit.heading > 0)),
        ("new_heading", flag(new_heading)),
        ("upper", flag(first_char.is_uppercase())),
        ("question", flag(chars[unit.start..unit.end].contains(&'?'))),
        ("position", index as f32 / story.units.len().max(1) as f32),
        ("last_place", flag(index + 1 == story.units.len())),
        ("units", (story.units.len() as f32).ln_1p()),
        ("steps", flag(text.steps.len() >= 2)),
        ("error", flag(!text.error_text.is_empty())),
    ]);
    Candidate {
        field: "description".to_owned(),
        start: unit.start,
        end: unit.end,
        numbers,
        tokens: tokens(page, unit.start, unit.end),
    }
}

/// `Version: 4.2` and the like.
fn is_pair(page: &Page, unit: &Unit) -> bool {
    let text = page.text(unit.start, unit.end);
    text.split_once(':')
        .is_some_and(|(key, value)| key.split_whitespace().count() <= 3 && !key.is_empty() && !value.trim().is_empty())
}

/// What follows a place up to the next empty line.
struct Paragraph {
    shared: usize,
    stems: usize,
    share: f32,
    areas: u64,
    opens: bool,
    request: bool,
    last: bool,
}

impl Paragraph {
    fn from(story: &Story, index: usize, before: &Before) -> Self {
        let page = &story.description;
        let mut end = index + 1;
        while end < story.units.len()
            && page.text(story.units[end - 1].end, story.units[end].start).matches('\n').count() < 2
        {
            end += 1;
        }
        let units = &story.units[index..end];
        let own: HashSet<String> = units.iter().flat_map(|unit| stems(page, unit.start, unit.end)).collect();
        let shared = own.intersection(&before.stems).count();
        Self {
            shared,
            stems: own.len(),
            share: shared as f32 / own.len().max(1) as f32,
            areas: units.iter().fold(0, |areas, unit| areas | unit.areas),
            opens: units.iter().any(Unit::opens),
            request: units.iter().any(|unit| unit.request),
            last: end == story.units.len(),
        }
    }
}

fn title(story: &Story, text: &IssueText) -> Candidate {
    let page = &story.title;
    let end = page.chars().len();
    let has = |word: Word| flag(story.title_hits.iter().any(|hit| hit.kind == word));
    let openers = story.units.iter().filter(|unit| unit.opens()).count();
    let apart: u32 = {
        let mut seen: u64 = 0;
        let mut count = 0;
        for unit in story.units.iter().filter(|unit| unit.opens() && unit.areas != 0) {
            if unit.areas & seen == 0 {
                count += 1;
            }
            seen |= unit.areas;
        }
        count
    };
    let mut tokens = tokens(page, 0, end);
    tokens.iter_mut().for_each(|token| token.insert_str(0, "t:"));
    let chars = page.chars();
    let sign = |c: char| flag(chars.contains(&c));
    Candidate {
        field: "title".to_owned(),
        start: 0,
        end,
        numbers: vec![
            ("t_plural", has(Word::Plural)),
            ("t_announce", has(Word::Announce)),
            ("t_joined", flag(super::evidence::joins(story))),
            ("t_areas", (super::units::areas(&story.title_hits).count_ones() as f32).min(3.0)),
            ("t_slash", sign('/')),
            ("t_plus", sign('+')),
            ("t_amp", sign('&')),
            ("t_comma", sign(',')),
            ("t_and", flag(page.norm().contains(" and ") || page.norm().contains(" и "))),
            ("t_words", ((end as f32) / 6.0).ln_1p()),
            ("t_problem", has(Word::Problem)),
            ("t_request", has(Word::Request)),
            ("openers", (openers as f32).min(6.0)),
            ("openers_apart", (apart as f32).min(5.0)),
            ("d_units", (story.units.len() as f32).ln_1p()),
            ("d_steps", flag(text.steps.len() >= 2)),
            ("d_nosteps", flag(text.steps.is_empty())),
            ("d_error", flag(!text.error_text.is_empty())),
            ("d_chars", (text.description.chars().count() as f32 / 100.0).ln_1p()),
            ("d_headings", (story.headings.len() as f32).min(6.0)),
            ("d_items", (story.units.iter().filter(|unit| unit.item.is_some()).count() as f32).ln_1p()),
            ("d_announce", flag(story.hits.iter().any(|hit| hit.kind == Word::Announce && story.counts(hit.start)))),
            ("d_tied_problems", (story.units.iter().filter(|unit| unit.tied && unit.problem).count() as f32).min(4.0)),
            ("d_same", (story.units.iter().filter(|unit| unit.same).count() as f32).min(4.0)),
        ],
        tokens,
    }
}
