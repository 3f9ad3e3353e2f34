//! How a place stands to the title and to what came before it: what it shares with them, and what is new.

use rustc_hash::FxHashSet as HashSet;

use super::Story;
use super::places::{Numbers, flag};
use super::units::{Unit, areas};
use super::words::stems;
use crate::check::page::Page;

/// What was told before a place.
pub(super) struct Before {
    title_stems: HashSet<String>,
    title_areas: u64,
    pub(super) stems: HashSet<String>,
    pub(super) areas: u64,
    problem_areas: u64,
    problems: usize,
    requests: usize,
    last: Option<Unit>,
    last_stems: HashSet<String>,
}

impl Before {
    /// At the beginning only the title is known.
    pub(super) fn new(story: &Story) -> Self {
        let title_stems = stems(&story.title, 0, story.title.chars().len());
        let title_areas = areas(&story.title_hits);
        Self {
            stems: title_stems.clone(),
            title_stems,
            title_areas,
            areas: title_areas,
            problem_areas: title_areas,
            problems: 0,
            requests: 0,
            last: None,
            last_stems: HashSet::default(),
        }
    }

    /// Goes on behind `unit`.
    pub(super) fn add(&mut self, page: &Page, unit: &Unit) {
        self.last_stems = stems(page, unit.start, unit.end);
        self.stems.extend(self.last_stems.iter().cloned());
        self.areas |= unit.areas;
        if unit.problem {
            self.problems += 1;
            self.problem_areas |= unit.areas;
        }
        self.requests += usize::from(unit.request);
        self.last = Some(unit.clone());
    }

    /// How `unit` stands to it.
    pub(super) fn numbers(&self, page: &Page, unit: &Unit) -> Numbers {
        let own = stems(page, unit.start, unit.end);
        let shared = |with: &HashSet<String>| own.intersection(with).count();
        let share = |with: &HashSet<String>| shared(with) as f32 / own.len().max(1) as f32;
        let apart = |with: u64| flag(unit.areas != 0 && with != 0 && unit.areas & with == 0);
        let overlap = |with: u64| flag(unit.areas & with != 0);
        let last = |tells: fn(&Unit) -> bool| flag(self.last.as_ref().is_some_and(tells));
        let last_areas = self.last.as_ref().map_or(0, |last| last.areas);
        let second_problem = flag(unit.problem && self.problems > 0);
        let later_request = flag(unit.request && self.problems > 0);
        vec![
            ("title_shared", flag(shared(&self.title_stems) > 0)),
            ("title_share", share(&self.title_stems)),
            ("before_share", share(&self.stems)),
            ("before_shared", (shared(&self.stems) as f32).ln_1p()),
            ("last_shared", flag(shared(&self.last_stems) > 0)),
            ("title_apart", apart(self.title_areas)),
            ("title_area", overlap(self.title_areas)),
            ("before_apart", apart(self.areas)),
            ("before_area", overlap(self.areas)),
            ("problem_apart", apart(self.problem_areas)),
            ("last_apart", apart(last_areas)),
            ("last_area", overlap(last_areas)),
            ("no_area", flag(unit.areas == 0)),
            ("problems_before", (self.problems as f32).min(4.0)),
            ("requests_before", (self.requests as f32).min(2.0)),
            ("last_problem", last(|last| last.problem)),
            ("last_request", last(|last| last.request)),
            ("last_tied", last(|last| last.tied)),
            ("second_problem", second_problem),
            ("second_problem_apart", second_problem * apart(self.problem_areas)),
            ("later_request", later_request),
            ("later_request_apart", later_request * apart(self.areas)),
            ("opens_unshared", flag(unit.opens() && shared(&self.stems) == 0)),
            ("opens", flag(unit.opens())),
        ]
    }
}
