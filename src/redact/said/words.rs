//! The lists of `assets/words/said.toml`.
//!
//! Never here: what a list decides.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

/// Words with any ending, and words as they are.
#[derive(Default)]
pub(super) struct Words {
    whole: HashSet<String>,
    stems: Vec<String>,
}

impl Words {
    fn of(list: &[String]) -> Self {
        let (stems, whole): (Vec<_>, Vec<_>) = list.iter().cloned().partition(|word| word.ends_with('*'));
        let stems = stems.iter().map(|stem| stem.trim_end_matches('*').to_owned()).collect();
        Self { whole: whole.into_iter().collect(), stems }
    }

    /// Whether it is one of them; lower case.
    pub fn have(&self, word: &str) -> bool {
        !word.is_empty() && (self.whole.contains(word) || self.stems.iter().any(|stem| word.starts_with(stem.as_str())))
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    links: Vec<String>,
    other: Vec<String>,
    proves: Vec<String>,
    kinds: Vec<String>,
    measures: Vec<String>,
    tried: Vec<String>,
    joins: Vec<String>,
    judges: Vec<String>,
}

/// The lists of `said.toml`.
pub(super) struct Known {
    /// Right before a value that is said.
    pub links: Words,
    /// Right before a value that is something else.
    pub other: Words,
    /// Around a code: it opens something.
    pub proves: Words,
    /// Around the word `code`: a code of another kind.
    pub kinds: Words,
    /// Right behind a number: it counts or measures.
    pub measures: Words,
    /// Right before a value that was tried.
    pub tried: Words,
    /// Between two values that were tried.
    pub joins: Words,
    /// In a sentence about what a password must be.
    pub judges: Words,
}

pub(super) static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    // The tests hold the file to be readable.
    let lists: Lists = toml::from_str(include_str!("../../../assets/words/said.toml")).unwrap_or_default();
    Known {
        links: Words::of(&lists.links),
        other: Words::of(&lists.other),
        proves: Words::of(&lists.proves),
        kinds: Words::of(&lists.kinds),
        measures: Words::of(&lists.measures),
        tried: Words::of(&lists.tried),
        joins: Words::of(&lists.joins),
        judges: Words::of(&lists.judges),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_readable_and_lower_case() {
        let lists: Lists = toml::from_str(include_str!("../../../assets/words/said.toml")).unwrap();
        for list in [
            &lists.links,
            &lists.other,
            &lists.proves,
            &lists.kinds,
            &lists.measures,
            &lists.tried,
            &lists.joins,
            &lists.judges,
        ] {
            assert!(!list.is_empty());
            assert!(list.iter().all(|word| *word == word.to_lowercase()));
        }
    }
}
