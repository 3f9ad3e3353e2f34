//! The lines of the description: what is a heading, an item of a list, running text, and what is dropped: code, log lines,
//! checklists, quoted letters, lines of a template and about the system.

use std::sync::LazyLock;

use regex::Regex;

use super::lexicon::{Hit, Word};
use crate::check::page::Page;

/// What the lines under a heading are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Section {
    /// The problem.
    #[default]
    Story,
    /// Steps, what should happen, what was tried, the system: no problem of its own.
    Aside,
}

/// One line; offsets are characters of the field.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub start: usize,
    pub end: usize,
    pub section: Section,
    /// Number of the list and of the item in it.
    pub item: Option<(usize, usize)>,
    /// Number of the label it begins with, `2` for `Bug 2:`.
    pub label: Option<usize>,
    /// Number of the heading it stands under.
    pub heading: usize,
}

/// The lines that count, and the places of the headings (number 1 is the first).
#[derive(Default)]
pub(super) struct Lines {
    pub lines: Vec<Line>,
    pub headings: Vec<(usize, usize)>,
}

macro_rules! pattern {
    ($name:ident, $pattern:expr) => {
        // A pattern that is no pattern finds nothing; the tests use every one.
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($pattern).ok());
    };
}
pattern!(ITEM, r"^\s*(?:[-*•–—+]|\.|\(?\d{1,2}[.)]|\d{1,2}:\d{2}(?::\d{2})?\s+[-–—])\s+");
pattern!(CHECKLIST, r"^\s*(?:[-*]\s*)?\[[ xх]\]\s");
pattern!(
    LOG,
    r"^\s*(?:\[?\d{1,4}[-:/.]\d{2}[-:/.]\d{2}.*(?-u:\b)(?:info|warn|warning|error|debug|trace|fatal)(?-u:\b)|at \S+\(|0x[0-9a-f]{6,})"
);
pattern!(BRACKETS, r"^\s*(?:\*\*)?\[[^\]\[]{1,40}\](?:\*\*)?:?\s*$");
pattern!(BOLD, r"^\s*\*\*[^*]{1,60}\*\*:?\s*$");
pattern!(INLINE_HEAD, r"^\s*(?:\*\*)?([^:*]{1,40}):(?:\*\*)?(?:\s|$)");
pattern!(LABEL, r"^[\s*_#]*(\p{L}+)\s*(?:#|№|no\.?)?\s*(\d{1,2})\s*[.:)\-–]");

fn matches(pattern: &LazyLock<Option<Regex>>, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// Reads the lines of `page`, whose words are `hits`.
pub(super) fn read(page: &Page, hits: &[Hit]) -> Lines {
    let mut all = Lines::default();
    let mut state = State::default();
    let mut byte = 0;
    for raw in page.norm().split_inclusive('\n') {
        let text = raw.trim_end();
        let (start, end) = (page.char_at(byte), page.char_at(byte + text.len()));
        byte += raw.len();
        let first = hits.partition_point(|hit| hit.start < start);
        let last = hits.partition_point(|hit| hit.start < end);
        let here = &hits[first.min(last)..last];
        state.line(&mut all, text, start, end, here);
    }
    all
}

#[derive(Default)]
struct State {
    fenced: bool,
    section: Section,
    /// A heading that holds only for the list below it.
    intro: Option<Section>,
    after_blank: bool,
    in_list: bool,
    lists: usize,
    item: usize,
}

impl State {
    fn line(&mut self, all: &mut Lines, text: &str, start: usize, end: usize, hits: &[Hit]) {
        if text.trim_start().starts_with("```") || text.trim_start().starts_with("~~~") {
            self.fenced = !self.fenced;
            return;
        }
        if self.fenced {
            return;
        }
        if text.trim().is_empty() {
            self.after_blank = true;
            return;
        }
        if let Some(section) = heading(text, hits) {
            self.section = section;
            self.intro = None;
            self.in_list = false;
            self.after_blank = true;
            all.headings.push((start, end));
            return;
        }
        if dropped(text, start, hits) {
            return;
        }
        let marker = ITEM.as_ref().and_then(|item| item.find(text)).map(|marker| marker.as_str().chars().count());
        if !self.in_list && marker.is_some() {
            self.lists += 1;
            self.item = 0;
        }
        if marker.is_none() && self.after_blank {
            self.intro = None;
        }
        let mut section = self.intro.unwrap_or(self.section);
        if let Some(inline) = inline_section(text, start, hits) {
            if text.ends_with(':') {
                self.intro = Some(inline);
            }
            section = inline;
        } else if text.ends_with(':') && marker.is_none() {
            self.intro = Some(last_section(hits));
        }
        self.in_list = marker.is_some();
        if self.in_list {
            self.item += 1;
        }
        all.lines.push(Line {
            start: start + marker.unwrap_or(0),
            end,
            section,
            item: self.in_list.then_some((self.lists, self.item)),
            label: label(text, hits),
            heading: all.headings.len(),
        });
        self.after_blank = false;
    }
}

/// What stands below a heading; `None` for a line that is none.
fn heading(text: &str, hits: &[Hit]) -> Option<Section> {
    let marked = text.trim_start().starts_with('#') || matches(&BOLD, text) || matches(&BRACKETS, text);
    marked.then(|| last_section(hits))
}

fn last_section(hits: &[Hit]) -> Section {
    if hits.iter().any(|hit| is_head(hit.kind)) { Section::Aside } else { Section::Story }
}

fn is_head(word: Word) -> bool {
    matches!(word, Word::HeadSteps | Word::HeadExpected | Word::HeadTried | Word::HeadEnvironment)
}

/// `Expected: it stays asleep` is an aside in one line.
fn inline_section(text: &str, start: usize, hits: &[Hit]) -> Option<Section> {
    let head = INLINE_HEAD.as_ref()?.captures(text)?.get(1)?;
    let end = start + text.get(..head.end())?.chars().count();
    hits.iter().any(|hit| is_head(hit.kind) && hit.end <= end).then_some(Section::Aside)
}

fn dropped(text: &str, start: usize, hits: &[Hit]) -> bool {
    let about_system = || {
        let skipped =
            ITEM.as_ref().and_then(|item| item.find(text)).map_or(0, |marker| marker.as_str().chars().count());
        let blanks = text.chars().take_while(|c| c.is_whitespace()).count();
        hits.iter().any(|hit| hit.kind == Word::Environment && hit.start == start + skipped.max(blanks))
    };
    text.trim_start().starts_with('>')
        || matches(&CHECKLIST, text)
        || matches(&LOG, text)
        || hits.iter().any(|hit| hit.kind == Word::Template)
        || about_system()
}

/// The number of a label at the beginning of a line, `Bug 2.`
pub(super) fn label(text: &str, hits: &[Hit]) -> Option<usize> {
    let found = LABEL.as_ref()?.captures(text)?;
    let is_label = hits.iter().any(|hit| hit.kind == Word::Label);
    is_label.then(|| found.get(2)?.as_str().parse().ok())?
}
