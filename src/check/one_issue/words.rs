//! The words between two places of a page: as stems that tell the subject, and as tokens that the learned weights know.

use rustc_hash::FxHashSet as HashSet;

use super::lexicon::lexicon;
use crate::check::page::Page;

/// Letters of a word that count; endings differ.
const STEM_CHARS: usize = 5;
/// Shorter words tell no subject.
const SUBJECT_CHARS: usize = 4;

/// The beginnings of the words that tell what it is about.
pub(super) fn stems(page: &Page, start: usize, end: usize) -> HashSet<String> {
    let common = &lexicon().common;
    words(page, start, end)
        .into_iter()
        .filter(|word| word.chars().count() >= SUBJECT_CHARS)
        .map(stem)
        .filter(|stem| !common.contains(*stem))
        .map(str::to_owned)
        .collect()
}

/// The learned weights know single words by their stem (`w:`), pairs of them (`b:`), and the first one to three words as
/// they are (`1:`, `2:`, `3:`). `field` goes before them, so that a title or a step weighs by itself.
pub(super) fn tokens(page: &Page, start: usize, end: usize, field: &str) -> Vec<String> {
    let words = words(page, start, end);
    let mut tokens = Vec::with_capacity(words.len() * 2 + 3);
    for count in 1..=words.len().min(3) {
        tokens.push(format!("{field}{count}:{}", words[..count].join("_")));
    }
    let short: Vec<&str> =
        words.iter().map(|word| if word.chars().all(char::is_numeric) { "#" } else { stem(word) }).collect();
    tokens.extend(short.iter().map(|word| format!("{field}w:{word}")));
    tokens.extend(short.windows(2).map(|pair| format!("{field}b:{}_{}", pair[0], pair[1])));
    tokens
}

/// The words in lower case; an apostrophe or a hyphen inside belongs to the word.
fn words(page: &Page, start: usize, end: usize) -> Vec<&str> {
    page.norm_between(start, end)
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
        .map(|word| word.trim_matches(['\'', '-']))
        .filter(|word| !word.is_empty())
        .collect()
}

fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM_CHARS).map_or(word, |(at, _)| &word[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_stems_and_tokens() {
        let page = Page::new("description", "Звук пропал, ещё can't re-open 42 settings");
        assert!(stems(&page, 0, 12).contains("звук") && !stems(&page, 0, page.chars().len()).contains("еще"));
        let tokens = tokens(&page, 13, page.chars().len(), "s:");
        assert_eq!(tokens[..3], ["s:1:еще", "s:2:еще_can't", "s:3:еще_can't_re-open"]);
        assert!(tokens.contains(&"s:w:#".to_owned()) && tokens.contains(&"s:b:re-op_#".to_owned()));
    }
}
