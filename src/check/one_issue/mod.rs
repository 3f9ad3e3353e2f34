//! One issue per request: whether a text mixes several matters, where each of them stands, and which words gave it away.
//!
//! The way: words are found in one pass (`lexicon`), lines that tell nothing are dropped (`lines`), the rest is cut into
//! units (`units`), units that speak of the same are put together (`matters`), and what speaks for several matters is weighed
//! against what speaks for one (`evidence`). No model, no network, no state; the words are data.

mod errors;
mod evidence;
mod features;
mod lexicon;
mod lines;
mod matters;
mod parts;
mod units;

use crate::model::{IssuePart, Span};

use super::page::Page;
pub use features::{Candidate, candidates};
use lexicon::{Hit, Word, lexicon};
use units::Unit;

/// The texts that are judged.
#[derive(Clone, Copy, Debug, Default)]
pub struct IssueText<'a> {
    /// The problem in one line.
    pub title: &'a str,
    /// What happens.
    pub description: &'a str,
    /// Steps to reproduce.
    pub steps: &'a [String],
    /// The exact error. Several errors of one crash are common: they never open a matter.
    pub error_text: &'a str,
}

/// How sure it is that there are several matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// One matter.
    #[default]
    Pass,
    /// Perhaps several: the user is asked.
    Confirm,
    /// Several, by at least two independent kinds of evidence.
    MustFix,
}

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clue {
    /// A plural in the title.
    TitlePlural,
    /// Two areas joined in the title.
    TitleJoined,
    /// Words that start another matter.
    Shift,
    /// An `also` before a problem in another area.
    Also,
    /// Numbered labels.
    Labels,
    /// A section for each area.
    Sections,
    /// A list of problems.
    List,
    /// Several matters announced in the text.
    Announced,
    /// Problems in areas that have nothing in common.
    Areas,
    /// A wish beside a problem.
    Request,
    /// A step that tells of another problem.
    Step,
    /// Different error codes in different sentences.
    Errors,
}

impl Clue {
    /// The id of the message that explains it; its variable `words` is the span's text.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::TitlePlural => "check-clue-title-plural",
            Self::TitleJoined => "check-clue-title-joined",
            Self::Shift => "check-clue-shift",
            Self::Also => "check-clue-also",
            Self::Labels => "check-clue-labels",
            Self::Sections => "check-clue-sections",
            Self::List => "check-clue-list",
            Self::Announced => "check-clue-announced",
            Self::Areas => "check-clue-areas",
            Self::Request => "check-clue-request",
            Self::Step => "check-clue-step",
            Self::Errors => "check-clue-errors",
        }
    }
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Its kind.
    pub clue: Clue,
    /// How much it speaks for several matters.
    pub weight: f32,
    /// The words.
    pub span: Span,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// How sure it is.
    pub severity: Severity,
    /// The matters; empty when there is one, one alone where several are announced and cannot be told apart.
    pub parts: Vec<IssuePart>,
    /// What speaks for several.
    pub reasons: Vec<Reason>,
}

/// From this weight on the user is asked.
const ASKS_FROM: f32 = 0.8;
/// From this weight on it blocks, given two kinds of evidence.
const BLOCKS_FROM: f32 = 2.0;

/// A step with what its words tell.
struct Step {
    page: Page,
    unit: Unit,
    /// It begins with the name of a matter, `Issue 1:`, `Sync:`.
    labelled: bool,
    /// It begins with "also" or the like and tells of a problem: no action.
    adds: bool,
}

/// All that was read from the texts.
struct Story {
    title: Page,
    title_hits: Vec<Hit>,
    description: Page,
    hits: Vec<Hit>,
    /// Places of the headings; a unit's heading counts from 1.
    headings: Vec<(usize, usize)>,
    units: Vec<Unit>,
    steps: Vec<Step>,
}

impl Story {
    fn read(text: &IssueText) -> Self {
        let lexicon = lexicon();
        let title = Page::new("title", text.title);
        let description = Page::new("description", text.description);
        let hits = lexicon.find(&description);
        let lines = lines::read(&description, &hits);
        let units = units::units(&description, &lines.lines, &hits);
        let steps = text.steps.iter().enumerate().map(|(i, step)| read_step(i, step)).collect();
        Self { title_hits: lexicon.find(&title), title, description, hits, headings: lines.headings, units, steps }
    }

    /// Whether the character `at` of the description stands in a unit.
    fn counts(&self, at: usize) -> bool {
        self.units.iter().any(|unit| (unit.start..unit.end).contains(&at))
    }
}

fn read_step(index: usize, text: &str) -> Step {
    let page = Page::new(&format!("steps[{index}]"), text);
    let hits = lexicon().find(&page);
    let unit = units::unit(&page, 0, page.chars().len(), &hits);
    let numbered = lines::label(page.norm(), &hits).is_some();
    let named = page
        .norm()
        .split_once(": ")
        .is_some_and(|(name, rest)| name.split_whitespace().count() <= 3 && !rest.trim().is_empty() && unit.problem);
    let begins = |hit: &&Hit| {
        matches!(hit.kind, Word::Also | Word::Shift | Word::ShiftStart)
            && page.text(0, hit.start).chars().all(|c| !c.is_alphanumeric())
    };
    let adds = unit.problem && hits.iter().any(|hit| begins(&hit));
    Step { labelled: numbered || named, adds, page, unit }
}

/// raw
pub fn raw(text: &IssueText) -> Vec<(String, f32)> {
    let story = Story::read(text);
    let joined = evidence::joins(&story);
    let title_areas = if joined { 0 } else { units::areas(&story.title_hits) };
    let matters = matters::matters(&story.description, &story.units, &story.title, title_areas);
    let reasons = evidence::reasons(&story, &matters);
    let mut all: Vec<(String, f32)> = reasons.iter().map(|r| (format!("{:?}", r.clue), r.weight)).collect();
    all.push(("Brake".into(), evidence::brakes(&story)));
    all.push(("Matters".into(), matters.len() as f32));
    all
}

/// Judges whether `text` is about one matter. Takes less than a millisecond for 2,500 characters.
#[must_use]
pub fn judge(text: &IssueText) -> Verdict {
    let story = Story::read(text);
    let joined = evidence::joins(&story);
    let title_areas = if joined { 0 } else { units::areas(&story.title_hits) };
    let matters = matters::matters(&story.description, &story.units, &story.title, title_areas);
    let reasons = evidence::reasons(&story, &matters);
    let score: f32 = reasons.iter().map(|reason| reason.weight).sum::<f32>() - evidence::brakes(&story);
    let mut kinds: Vec<Clue> = Vec::new();
    for reason in &reasons {
        if !kinds.contains(&reason.clue) {
            kinds.push(reason.clue);
        }
    }
    let severity = if score < ASKS_FROM {
        return Verdict::default();
    } else if score >= BLOCKS_FROM && kinds.len() >= 2 && kinds.iter().any(|clue| evidence::is_strong(*clue)) {
        Severity::MustFix
    } else {
        Severity::Confirm
    };
    Verdict { severity, parts: parts::parts(&story, &matters), reasons }
}

#[cfg(test)]
mod tests;
