//! What can be counted about a report as a whole: its title, and the rules that speak for several matters.
//!
//! Never here: how long it is, or which fields are filled. That tells where a report was written, not what it is about.

use super::lexicon::Word;
use super::places::{Numbers, flag};
use super::{Clue, Reason, Story, evidence};

/// The numbers of a report; `reasons` are what the rules found.
pub(super) fn numbers(story: &Story, reasons: &[Reason]) -> Numbers {
    let page = &story.title;
    let has = |word: Word| flag(story.title_hits.iter().any(|hit| hit.kind == word));
    let sign = |c: char| flag(page.chars().contains(&c));
    let announced = story.hits.iter().any(|hit| hit.kind == Word::Announce && story.counts(hit.start));
    let brakes = evidence::brakes(story);
    let mut numbers = vec![
        ("title_plural", has(Word::Plural)),
        ("title_announce", has(Word::Announce)),
        ("title_joined", flag(evidence::joins(story))),
        ("title_slash", sign('/')),
        ("title_plus", sign('+')),
        ("title_amp", sign('&')),
        ("title_comma", sign(',')),
        ("title_and", flag(page.norm().contains(" and ") || page.norm().contains(" и "))),
        ("announced", flag(announced)),
        ("brakes", brakes),
    ];
    let mut score = -brakes;
    for clue in Clue::ALL {
        let weight: f32 = reasons.iter().filter(|reason| reason.clue == clue).map(|reason| reason.weight).sum();
        numbers.push((clue.message_id(), weight));
        score += weight;
    }
    numbers.extend([("rules", score), ("rules_ask", flag(score >= 0.8)), ("rules_sure", flag(score >= 2.0))]);
    numbers
}
