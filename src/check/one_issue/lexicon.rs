//! The words of the detector, from `assets/one_issue/*.toml`, and the one pass that finds them all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet as HashSet;
use serde::Deserialize;

use crate::check::page::Page;
use crate::check::phrases::{Found, Phrases};

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
pub(super) type Hit = Found<Word>;

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
    clause_ties: Vec<String>,
    clause_joints: Vec<String>,
    common: Vec<String>,
    areas: BTreeMap<String, Vec<String>>,
}

/// Both languages together.
pub(super) struct Lexicon {
    words: Phrases<Word>,
    /// Words that a title of a part does not begin with.
    pub title_lead: HashSet<String>,
    /// Words that a title of a part does without.
    pub title_skip: HashSet<String>,
    /// Words that end a title of a part.
    pub title_stop: HashSet<String>,
    /// Words that tie a clause to the one before.
    pub clause_ties: HashSet<String>,
    /// Words that join clauses.
    pub clause_joints: HashSet<String>,
    /// Stems that say nothing about the subject.
    pub common: HashSet<String>,
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
        let (mut title_lead, mut title_skip, mut title_stop) =
            (HashSet::default(), HashSet::default(), HashSet::default());
        let (mut clause_ties, mut clause_joints, mut common) =
            (HashSet::default(), HashSet::default(), HashSet::default());
        let mut all: Vec<(Word, String)> = Vec::new();
        for file in files {
            for (area, words) in file.areas {
                let number = areas.iter().position(|known| *known == area).unwrap_or_default();
                let word = Word::Area(u8::try_from(number).unwrap_or(u8::MAX));
                all.extend(words.into_iter().map(|text| (word, text)));
            }
            for (word, words) in [
                (Word::Plural, file.plural),
                (Word::Announce, file.announce),
                (Word::Shift, file.shift),
                (Word::ShiftStart, file.shift_start),
                (Word::Also, file.also),
                (Word::Context, file.context),
                (Word::Label, file.label),
                (Word::Template, file.template),
                (Word::Problem, file.problem),
                (Word::Request, file.request),
                (Word::Works, file.works),
                (Word::Attempt, file.attempt),
                (Word::Consequence, file.consequence),
                (Word::Same, file.same),
                (Word::Pointer, file.pointer),
                (Word::Trigger, file.trigger),
                (Word::HeadSteps, file.head_steps),
                (Word::HeadExpected, file.head_expected),
                (Word::HeadTried, file.head_tried),
                (Word::HeadEnvironment, file.head_environment),
                (Word::Environment, file.environment),
            ] {
                all.extend(words.into_iter().map(|text| (word, text)));
            }
            title_lead.extend(file.title_lead);
            title_skip.extend(file.title_skip);
            title_stop.extend(file.title_stop);
            clause_ties.extend(file.clause_ties);
            clause_joints.extend(file.clause_joints);
            common.extend(file.common);
        }
        let words = Phrases::new(all.iter().map(|(word, text)| (*word, text.as_str())));
        Self { words, title_lead, title_skip, title_stop, clause_ties, clause_joints, common }
    }

    /// Every word in `page`, in the order of their places.
    pub(super) fn find(&self, page: &Page) -> Vec<Hit> {
        self.words.find(page)
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
            .filter(|hit| hit.kind == word)
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
