//! What is hidden in one incident.

use std::collections::{BTreeMap, HashSet};

use crate::model::KnownTerms;

/// What to hide.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// What the computer knows about its user; empty with `--cold`.
    pub known: KnownTerms,
    /// Words the user wants hidden.
    pub hide: Vec<String>,
    /// Words the user wants kept.
    pub keep: Vec<String>,
}

/// How many distinct values of each class were hidden: class name (`user`, `ip`, `email`, …) to count.
pub type Counts = BTreeMap<String, usize>;

/// Whether a place of `text` is kept: its words are, or it is a part of words that are, `Ada` in a kept `Ada#0000`.
/// `keep` is lower case.
pub(super) fn is_kept(keep: &HashSet<String>, text: &[u8], start: usize, end: usize) -> bool {
    let lower = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase();
    let word = lower(&text[start..end]);
    let stands_there = |phrase: &str, at: usize| {
        let from = start.checked_sub(at);
        let there = from.and_then(|from| text.get(from..from + phrase.len()));
        there.is_some_and(|there| lower(there) == *phrase)
    };
    keep.contains(&word)
        || keep.iter().any(|phrase| phrase.match_indices(&word).any(|(at, _)| stands_there(phrase, at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_kept_words_is_kept_there_and_nowhere_else() {
        let keep = HashSet::from(["ada#0000".to_owned()]);
        let text = "Riot ID: Ada#0000, folder Ada".as_bytes();
        assert!(is_kept(&keep, text, 9, 17) && is_kept(&keep, text, 9, 12));
        assert!(!is_kept(&keep, text, 26, 29) && !is_kept(&keep, "Ada".as_bytes(), 0, 3));
    }
}
