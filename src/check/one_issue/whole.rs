//! What can be counted about a report as a whole: its title, its size, and the rules that speak for several matters.

use super::lexicon::Word;
use super::places::{Numbers, flag};
use super::units::areas;
use super::{Clue, IssueText, Reason, Story, evidence};

/// The numbers of a report; `reasons` are what the rules found.
pub(super) fn numbers(story: &Story, text: &IssueText, reasons: &[Reason], matters: usize) -> Numbers {
    let mut numbers = title(story);
    let count = |counted: usize, most: f32| (counted as f32).min(most);
    let units = |tells: &dyn Fn(&super::units::Unit) -> bool| story.units.iter().filter(|unit| tells(unit)).count();
    let announced = story.hits.iter().any(|hit| hit.kind == Word::Announce && story.counts(hit.start));
    numbers.extend([
        ("openers", count(units(&|unit| unit.opens()), 6.0)),
        ("openers_apart", count(apart(story), 5.0)),
        ("units", (story.units.len() as f32).ln_1p()),
        ("steps", flag(text.steps.len() >= 2)),
        ("no_steps", flag(text.steps.is_empty())),
        ("error", flag(!text.error_text.is_empty())),
        ("chars", (story.description.chars().len() as f32 / 100.0).ln_1p()),
        ("headings", count(story.headings.len(), 6.0)),
        ("items", (units(&|unit| unit.item.is_some()) as f32).ln_1p()),
        ("announced", flag(announced)),
        ("tied_problems", count(units(&|unit| unit.tied && unit.problem), 4.0)),
        ("same", count(units(&|unit| unit.same), 4.0)),
        ("matters", matters as f32),
        ("brakes", evidence::brakes(story)),
    ]);
    let mut score = -evidence::brakes(story);
    for clue in Clue::ALL {
        let weight: f32 = reasons.iter().filter(|reason| reason.clue == clue).map(|reason| reason.weight).sum();
        numbers.push((clue.message_id(), weight));
        score += weight;
    }
    numbers.extend([("rules", score), ("rules_ask", flag(score >= 0.8)), ("rules_sure", flag(score >= 2.0))]);
    numbers
}

fn title(story: &Story) -> Numbers {
    let page = &story.title;
    let has = |word: Word| flag(story.title_hits.iter().any(|hit| hit.kind == word));
    let sign = |c: char| flag(page.chars().contains(&c));
    vec![
        ("title_plural", has(Word::Plural)),
        ("title_announce", has(Word::Announce)),
        ("title_joined", flag(evidence::joins(story))),
        ("title_areas", (areas(&story.title_hits).count_ones() as f32).min(3.0)),
        ("title_slash", sign('/')),
        ("title_plus", sign('+')),
        ("title_amp", sign('&')),
        ("title_comma", sign(',')),
        ("title_and", flag(page.norm().contains(" and ") || page.norm().contains(" и "))),
        ("title_length", (page.chars().len() as f32 / 6.0).ln_1p()),
        ("title_problem", has(Word::Problem)),
        ("title_request", has(Word::Request)),
    ]
}

/// How many units may be matters of areas that none before them named.
fn apart(story: &Story) -> usize {
    let mut seen = 0;
    let mut count = 0;
    for unit in story.units.iter().filter(|unit| unit.opens() && unit.areas != 0) {
        count += usize::from(unit.areas & seen == 0);
        seen |= unit.areas;
    }
    count
}
