//! One issue per request: whether a text mixes several matters, where each of them stands, and which words gave it away.
//!
//! The way: words are found in one pass (`lexicon`), lines that tell nothing are dropped (`lines`), the rest is cut into
//! units (`units`). Rules look for what speaks for several matters (`matters`, `evidence`); everything that can be counted
//! about each place where another matter may begin, and about the whole (`places`, `before`, `whole`), is weighed with
//! weights learned from labelled reports (`weights`). No network, no state; the words and the weights are data.

mod before;
mod errors;
mod evidence;
mod lexicon;
mod lines;
mod matters;
mod parts;
mod places;
mod units;
mod weights;
mod whole;
mod words;

use crate::model::{IssuePart, Span};

use super::page::Page;
use lexicon::{Hit, Word, lexicon};
use matters::Matter;
pub use places::Place;
use units::Unit;
use weights::{chance, weights};

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
    /// A place that the learned weights hold for the beginning of another matter.
    Place,
}

impl Clue {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::TitlePlural,
        Self::TitleJoined,
        Self::Shift,
        Self::Also,
        Self::Labels,
        Self::Sections,
        Self::List,
        Self::Announced,
        Self::Areas,
        Self::Request,
        Self::Step,
        Self::Errors,
        Self::Place,
    ];

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
            Self::Place => "check-clue-place",
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

/// From this chance of several matters on the user is asked.
const ASKS_FROM: f32 = 0.6;
/// Without a rule that says so, at least one place must be this likely the beginning of another matter: what cannot be
/// shown is not asked.
const SHOWN_FROM: f32 = 0.2;
/// From this chance on it blocks, given that a rule found something too: two kinds of evidence that are independent.
const BLOCKS_FROM: f32 = 0.88;

/// A step with what its words tell.
struct Step {
    page: Page,
    hits: Vec<Hit>,
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
    Step { labelled: numbered || named, adds, page, hits, unit }
}

/// A report, read and counted.
struct Counted {
    story: Story,
    matters: Vec<Matter>,
    reasons: Vec<Reason>,
    places: Vec<Place>,
    title_tokens: Vec<String>,
    whole: places::Numbers,
}

impl Counted {
    fn new(text: &IssueText) -> Self {
        let story = Story::read(text);
        let title_areas = if evidence::joins(&story) { 0 } else { units::areas(&story.title_hits) };
        let matters = matters::matters(&story.description, &story.units, &story.title, title_areas);
        let reasons = evidence::reasons(&story, &matters);
        let places = places::places(&story, text);
        let title_tokens = words::tokens(&story.title, 0, story.title.chars().len(), "t:");
        let whole = whole::numbers(&story, &reasons);
        Self { story, matters, reasons, places, title_tokens, whole }
    }
}

/// What the weights are learned from.
#[derive(Clone, Debug)]
pub struct Observed {
    /// The places where another matter may begin.
    pub places: Vec<Place>,
    /// Words of the title, as the learned weights know them.
    pub title_tokens: Vec<String>,
    /// What can be counted about the whole.
    pub whole: Vec<(&'static str, f32)>,
}

/// What the weights would be given of `text`; for learning them.
#[must_use]
pub fn observe(text: &IssueText) -> Observed {
    let Counted { places, title_tokens, whole, .. } = Counted::new(text);
    Observed { places, title_tokens, whole }
}

/// Judges whether `text` is about one matter. Takes less than a millisecond for 2,500 characters.
#[must_use]
pub fn judge(text: &IssueText) -> Verdict {
    let counted = Counted::new(text);
    let judged = weights().judge(&counted.places, &counted.title_tokens, &counted.whole);
    let likely = chance(judged.report);
    let shown = judged.places.iter().any(|score| chance(*score) >= SHOWN_FROM)
        || counted.reasons.iter().any(|reason| evidence::tells_alone(reason.clue));
    let severity = if likely < ASKS_FROM || !shown {
        return Verdict::default();
    } else if likely >= BLOCKS_FROM && !counted.reasons.is_empty() {
        Severity::MustFix
    } else {
        Severity::Confirm
    };
    let begins = parts::begins(&counted, &judged);
    let parts = parts::parts(&counted.story, &begins);
    let mut reasons = counted.reasons;
    reasons.extend(begins.reasons(&counted.story, &judged, &reasons));
    Verdict { severity, parts, reasons }
}

#[cfg(test)]
mod tests;
