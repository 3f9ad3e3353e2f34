//! The matters as parts for the report: where each begins, a title, and where it stands.

use crate::model::{IssuePart, Span};

use super::lexicon::lexicon;
use super::matters::Opening;
use super::units::Unit;
use super::weights::{Judged, chance};
use super::{Clue, Counted, Reason, Story};
use crate::check::page::Page;

/// Titles are no longer than this.
const TITLE_CHARS: usize = 60;
/// From this chance on another matter begins at a place.
const BEGINS_FROM: f32 = 0.4;
/// The same where a marker or a label of the text says so.
const MARKED_BEGINS_FROM: f32 = 0.1;

/// Where further matters begin.
pub(super) struct Begins {
    /// Numbers of units of the description; never the first.
    units: Vec<usize>,
    /// Numbers of steps that are matters of their own.
    steps: Vec<usize>,
}

/// Where further matters begin in a report that mixes several; at least one place, if it has two.
pub(super) fn begins(counted: &Counted, judged: &Judged) -> Begins {
    let story = &counted.story;
    let likely = |place: usize| judged.places.get(place).map_or(0.0, |score| chance(*score));
    let marked: Vec<usize> = counted
        .matters
        .iter()
        .filter(|matter| matches!(matter.opening, Opening::Marker | Opening::Label))
        .filter_map(|matter| matter.units.first().copied())
        .collect();
    let begins =
        |unit: &usize| likely(*unit) >= BEGINS_FROM || (marked.contains(unit) && likely(*unit) >= MARKED_BEGINS_FROM);
    let mut units: Vec<usize> = (1..story.units.len()).filter(begins).collect();
    let labelled = story.steps.iter().filter(|step| step.labelled).count() >= 2;
    let first_step = story.units.len();
    let mut steps: Vec<usize> = (0..story.steps.len())
        .filter(|step| {
            let own = labelled && story.steps.get(*step).is_some_and(|step| step.labelled);
            // The first labelled step goes with the story, if there is one.
            let later = *step > 0 || (own && story.units.is_empty());
            later && (own || likely(first_step + step) >= BEGINS_FROM)
        })
        .collect();
    if units.is_empty() && steps.is_empty() {
        let best = (1..judged.places.len()).max_by(|a, b| likely(*a).total_cmp(&likely(*b)));
        match best {
            Some(best) if best < first_step => units.push(best),
            Some(best) if best > first_step || first_step > 0 => steps.push(best - first_step),
            _ => {}
        }
    }
    Begins { units, steps }
}

impl Begins {
    /// A reason for every beginning that no other reason quotes.
    pub(super) fn reasons(&self, story: &Story, judged: &Judged, known: &[Reason]) -> Vec<Reason> {
        let quoted = |span: &Span| {
            known.iter().any(|reason| {
                reason.span.field == span.field && reason.span.start < span.end && span.start < reason.span.end
            })
        };
        let units = self.units.iter().map(|unit| (*unit, unit_span(story, *unit)));
        let steps = self.steps.iter().map(|step| (story.units.len() + step, step_span(story, *step)));
        units
            .chain(steps)
            .filter_map(|(place, span)| {
                let span = span.filter(|span| !quoted(span))?;
                let weight = judged.places.get(place).map_or(0.0, |score| chance(*score));
                Some(Reason { clue: Clue::Place, weight, span })
            })
            .collect()
    }
}

fn unit_span(story: &Story, unit: usize) -> Option<Span> {
    story.units.get(unit).map(|unit| story.description.span(unit.start, unit.end))
}

fn step_span(story: &Story, step: usize) -> Option<Span> {
    let page = &story.steps.get(step)?.page;
    let (start, end) = page.trim(0, page.chars().len());
    Some(page.span(start, end))
}

/// The parts of a story whose further matters begin at `begins`: the first, then those of the description, then steps.
pub(super) fn parts(story: &Story, begins: &Begins) -> Vec<IssuePart> {
    let page = &story.description;
    let mut all: Vec<Vec<&Unit>> = vec![Vec::new()];
    for (index, unit) in story.units.iter().enumerate() {
        if begins.units.contains(&index) {
            all.push(Vec::new());
        }
        if let Some(last) = all.last_mut() {
            last.push(unit);
        }
    }
    let mut parts: Vec<IssuePart> =
        all.into_iter().filter(|units| !units.is_empty()).map(|units| part(page, &units)).collect();
    parts.extend(begins.steps.iter().filter_map(|step| {
        let span = step_span(story, *step)?;
        let step = story.steps.get(*step)?;
        let marker = step.unit.marker.or(step.unit.also);
        Some(IssuePart {
            title: title(&step.page, span.start, span.end),
            spans: vec![span],
            marker: marker.map(|(start, end)| step.page.text(start, end)).unwrap_or_default(),
        })
    }));
    parts
}

fn part(page: &Page, units: &[&Unit]) -> IssuePart {
    let subject = units.iter().find(|unit| unit.opens()).or(units.first());
    let marker = units.first().and_then(|unit| unit.marker.or(unit.also));
    IssuePart {
        title: subject.map(|unit| title(page, unit.start, unit.end)).unwrap_or_default(),
        spans: spans(page, units),
        marker: marker.map(|(start, end)| page.text(start, end)).unwrap_or_default(),
    }
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
