//! The matters as parts for the report: a title each, and where they stand.

use crate::model::{IssuePart, Span};

use super::Story;
use super::lexicon::lexicon;
use super::matters::Matter;
use super::units::Unit;
use crate::check::page::Page;

/// Titles are no longer than this.
const TITLE_CHARS: usize = 60;

/// The parts of a story of several matters. Where they stand in the steps, each step is one.
pub(super) fn parts(story: &Story, matters: &[Matter]) -> Vec<IssuePart> {
    let mut parts: Vec<IssuePart> = matters.iter().map(|matter| part(story, matter)).collect();
    if matters.len() < 2 {
        let items = items(story);
        if items.len() >= 2 {
            parts = items;
        }
    }
    parts.extend(steps(story, parts.is_empty()));
    parts
}

fn part(story: &Story, matter: &Matter) -> IssuePart {
    let page = &story.description;
    let units: Vec<&Unit> = matter.units.iter().map(|i| &story.units[*i]).collect();
    let subject = units.iter().find(|unit| unit.opens()).or(units.first());
    let marker = units.first().and_then(|unit| unit.marker.or(unit.also));
    IssuePart {
        title: subject.map(|unit| title(page, unit.start, unit.end)).unwrap_or_default(),
        spans: spans(page, &units),
        marker: marker.map(|(start, end)| page.text(start, end)).unwrap_or_default(),
    }
}

/// Each item of a list that tells of a problem, where nothing else tells the matters apart.
fn items(story: &Story) -> Vec<IssuePart> {
    let page = &story.description;
    let mut items: Vec<Vec<&Unit>> = Vec::new();
    for unit in story.units.iter().filter(|unit| unit.item.is_some() && !unit.tied) {
        match items.last_mut() {
            Some(units) if units[0].item == unit.item => units.push(unit),
            _ => items.push(vec![unit]),
        }
    }
    items
        .into_iter()
        .filter(|units| units.iter().any(|unit| unit.opens()))
        .map(|units| IssuePart {
            title: title(page, units[0].start, units[0].end),
            spans: spans(page, &units),
            marker: String::new(),
        })
        .collect()
}

/// Steps that are problems of their own.
fn steps(story: &Story, alone: bool) -> Vec<IssuePart> {
    let labelled = story.steps.iter().filter(|step| step.labelled).count() >= 2;
    let own = story.steps.iter().enumerate().filter(|(i, step)| {
        let added =
            *i > 0 && step.unit.problem && !step.unit.tied && (step.unit.also.is_some() || step.unit.marker.is_some());
        // The first labelled step goes with the story, if there is one.
        added || (labelled && step.labelled && (alone || *i > 0))
    });
    own.map(|(_, step)| {
        let (start, end) = step.page.trim(0, step.page.chars().len());
        let marker = step.unit.marker.or(step.unit.also);
        IssuePart {
            title: title(&step.page, start, end),
            spans: vec![step.page.span(start, end)],
            marker: marker.map(|(start, end)| step.page.text(start, end)).unwrap_or_default(),
        }
    })
    .collect()
}

/// The places of `units`; what only a blank parts is one place.
fn spans(page: &Page, units: &[&Unit]) -> Vec<Span> {
    let mut places: Vec<(usize, usize)> = Vec::new();
    for unit in units {
        match places.last_mut() {
            Some(last)
                if page.text(last.1, unit.start).trim().is_empty()
                    && !page.text(last.1, unit.start).contains("\n\n") =>
            {
                last.1 = unit.end;
            }
            _ => places.push((unit.start, unit.end)),
        }
    }
    places.into_iter().map(|(start, end)| page.span(start, end)).collect()
}

/// The subject and what is wrong with it, `voice chat too quiet`: without the words that lead to it, and without what
/// follows a comma, a full stop or "since".
fn title(page: &Page, start: usize, end: usize) -> String {
    let words = lexicon();
    let text = page.text(start, end);
    let plain = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('ё', "е").replace('’', "'")
    };
    let mut title = String::new();
    for word in text.split_whitespace() {
        let bare = plain(word);
        if title.is_empty()
            && (bare.is_empty() || words.title_lead.contains(&bare) || bare.chars().all(char::is_numeric))
        {
            continue;
        }
        if title.chars().count() + word.chars().count() >= TITLE_CHARS
            || (has_words(&title, 2) && words.title_stop.contains(&bare))
        {
            break;
        }
        if words.title_skip.contains(&bare) {
            continue;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        let ends = word.ends_with([',', ';', '.', '!', '?', ':', '…']);
        title.push_str(word.trim_end_matches([',', ';', '.', '!', '?', ':', '…']));
        if ends && has_words(&title, 3) {
            break;
        }
    }
    if title.is_empty() { text.chars().take(TITLE_CHARS).collect() } else { title }
}

fn has_words(text: &str, count: usize) -> bool {
    text.split(' ').filter(|word| !word.is_empty()).count() >= count
}
