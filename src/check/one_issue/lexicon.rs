//! The words of the detector, from `assets/one_issue/*.toml`, and the one pass that finds them all.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use super::page::Page;

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Announces several matters when it stands in the title.
    Plural,
    /// Announces several matters in the text.
    Announce,
    /// Starts another matter, wherever it stands.
    Shift,
    /// Starts another matter at the beginning of a sentence.
    ShiftStart,
    /// May add a matter.
    Also,
    /// Takes the meaning from the markers inside it.
    Context,
    /// Numbers matters, `Bug 1`.
    Label,
    /// A line of a template.
    Template,
    /// A broken state.
    Problem,
    /// A wish or a question.
    Request,
    /// Something that works.
    Works,
    /// Something that was tried.
    Attempt,
    /// A result of what was said before.
    Consequence,
    /// Says that it is the same matter.
    Same,
    /// Points back to the same matter at the beginning of a sentence.
    Pointer,
    /// An action or moment that the sentence depends on.
    Trigger,
    /// Heading of steps.
    HeadSteps,
    /// Heading of what should happen or happened.
    HeadExpected,
    /// Heading of what was tried.
    HeadTried,
    /// Heading of facts about the system.
    HeadEnvironment,
    /// Begins a line about the system.
    Environment,
    /// Belongs to an area that certain people look after; its number.
    Area(u8),
}

/// A word found in a page; offsets are characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub word: Word,
    pub start: usize,
    pub end: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    plural: Vec<String>,
    announce: Vec<String>,
    shift: Vec<String>,
    shift_start: Vec<String>,
    also: Vec<String>,
    context: Vec<String>,
    label: Vec<String>,
    template: Vec<String>,
    problem: Vec<String>,
    request: Vec<String>,
    works: Vec<String>,
    attempt: Vec<String>,
    consequence: Vec<String>,
    same: Vec<String>,
    pointer: Vec<String>,
    trigger: Vec<String>,
    head_steps: Vec<String>,
    head_expected: Vec<String>,
    head_tried: Vec<String>,
    head_environment: Vec<String>,
    environment: Vec<String>,
    title_lead: Vec<String>,
    title_skip: Vec<String>,
    title_stop: Vec<String>,
    areas: BTreeMap<String, Vec<String>>,
}

/// Both languages together.
#[derive(Default)]
pub(super) struct Lexicon {
    automaton: Option<AhoCorasick>,
    /// What each pattern tells, and whether any ending may follow it.
    patterns: Vec<(Word, bool)>,
    /// Words that a title of a part does not begin with.
    pub title_lead: HashSet<String>,
    /// Words that a title of a part does without.
    pub title_skip: HashSet<String>,
    /// Words that end a title of a part.
    pub title_stop: HashSet<String>,
}

const FILES: [&str; 2] =
    [include_str!("../../../assets/one_issue/en.toml"), include_str!("../../../assets/one_issue/ru.toml")];

// The files are part of the program; a test keeps them valid.
static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(FILES.iter().filter_map(|file| toml::from_str(file).ok()).collect()));

/// The words in use.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn new(files: Vec<File>) -> Self {
        let areas: Vec<String> = files.iter().flat_map(|file| file.areas.keys().cloned()).collect();
        let mut lexicon = Self::default();
        let mut texts = Vec::new();
        for file in files {
            for (area, words) in &file.areas {
                let number = areas.iter().position(|known| known == area).unwrap_or_default();
                lexicon.add(&mut texts, Word::Area(u8::try_from(number).unwrap_or(u8::MAX)), words);
            }
            for (word, words) in [
                (Word::Plural, &file.plural),
                (Word::Announce, &file.announce),
                (Word::Shift, &file.shift),
                (Word::ShiftStart, &file.shift_start),
                (Word::Also, &file.also),
                (Word::Context, &file.context),
                (Word::Label, &file.label),
                (Word::Template, &file.template),
                (Word::Problem, &file.problem),
                (Word::Request, &file.request),
                (Word::Works, &file.works),
                (Word::Attempt, &file.attempt),
                (Word::Consequence, &file.consequence),
                (Word::Same, &file.same),
                (Word::Pointer, &file.pointer),
                (Word::Trigger, &file.trigger),
                (Word::HeadSteps, &file.head_steps),
                (Word::HeadExpected, &file.head_expected),
                (Word::HeadTried, &file.head_tried),
                (Word::HeadEnvironment, &file.head_environment),
                (Word::Environment, &file.environment),
            ] {
                lexicon.add(&mut texts, word, words);
            }
            lexicon.title_lead.extend(file.title_lead);
            lexicon.title_skip.extend(file.title_skip);
            lexicon.title_stop.extend(file.title_stop);
        }
        lexicon.automaton = AhoCorasick::new(&texts).ok();
        lexicon
    }

    fn add(&mut self, texts: &mut Vec<String>, word: Word, words: &[String]) {
        for text in words {
            let stem = text.trim_end_matches('*');
            texts.push(stem.to_owned());
            self.patterns.push((word, stem.len() < text.len()));
        }
    }

    /// Every word in `page`, in the order of their places.
    pub(super) fn find(&self, page: &Page) -> Vec<Hit> {
        let text = page.norm();
        let letter_before = |at: usize| text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let letter_after = |at: usize| text[at..].chars().next().is_some_and(char::is_alphanumeric);
        let mut hits: Vec<Hit> = self
            .automaton
            .iter()
            .flat_map(|automaton| automaton.find_overlapping_iter(text))
            .filter_map(|found| {
                let (word, any_ending) = *self.patterns.get(found.pattern().as_usize())?;
                let (start, end) = (found.start(), found.end());
                let ends_in_letter = letter_before(end);
                let whole = !letter_before(start) && (any_ending || !ends_in_letter || !letter_after(end));
                whole.then(|| Hit { word, start: page.char_at(start), end: page.char_at(end) })
            })
            .collect();
        hits.sort_by_key(|hit| (hit.start, hit.end));
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_files_are_valid() {
        let files: Vec<File> = FILES.iter().map(|file| toml::from_str(file).expect("valid")).collect();
        let areas: HashSet<&String> = files.iter().flat_map(|file| file.areas.keys()).collect();
        assert!(areas.len() <= 60, "areas are bits of one number");
        for file in &files {
            assert!(!file.problem.is_empty());
            let all = file.areas.values().chain([&file.problem, &file.shift, &file.context]).flatten();
            assert!(all.clone().all(|word| *word == word.to_lowercase()), "words are lower case");
        }
    }

    fn found(text: &str, word: Word) -> Vec<String> {
        let page = Page::new("description", text);
        lexicon()
            .find(&page)
            .into_iter()
            .filter(|hit| hit.word == word)
            .map(|hit| page.text(hit.start, hit.end))
            .collect()
    }

    #[test]
    fn words_match_whole_and_stems_match_any_ending() {
        assert_eq!(found("Second-hand bugs, debugging", Word::Plural), ["bugs"]);
        assert_eq!(found("Игра ВЫЛЕТАЕТ, ещё завис", Word::Problem), ["ВЫЛЕТ", "завис"]);
        assert_eq!(found("Can’t hear", Word::Problem), ["Can’t"]);
    }
}
