//! Lists of words and phrases, found in one pass over a page.

use aho_corasick::AhoCorasick;

use super::page::Page;

/// Phrases of several kinds in one automaton. All lower case, `ё` as `е`; `word*` matches any ending; several words match
/// with one blank between them. A phrase matches whole words only.
pub(super) struct Phrases<K> {
    automaton: Option<AhoCorasick>,
    /// What each pattern tells, and whether any ending may follow it.
    patterns: Vec<(K, bool)>,
}

/// A phrase found in a page; offsets are characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<K> {
    pub kind: K,
    pub start: usize,
    pub end: usize,
}

impl<K: Copy> Phrases<K> {
    /// An automaton for `phrases`, each with what it tells. An empty phrase is never found.
    pub(super) fn new<'a>(phrases: impl IntoIterator<Item = (K, &'a str)>) -> Self {
        let mut texts = Vec::new();
        let mut patterns = Vec::new();
        for (kind, text) in phrases {
            let stem = text.trim_end_matches('*');
            if !stem.trim().is_empty() {
                texts.push(stem);
                patterns.push((kind, stem.len() < text.len()));
            }
        }
        Self { automaton: AhoCorasick::new(&texts).ok(), patterns }
    }

    /// Every phrase in `page`, in the order of their places. Phrases may overlap.
    pub(super) fn find(&self, page: &Page) -> Vec<Found<K>> {
        let text = page.norm();
        let letter_before = |at: usize| text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let letter_after = |at: usize| text[at..].chars().next().is_some_and(char::is_alphanumeric);
        let mut found: Vec<Found<K>> = self
            .automaton
            .iter()
            .flat_map(|automaton| automaton.find_overlapping_iter(text))
            .filter_map(|hit| {
                let (kind, any_ending) = *self.patterns.get(hit.pattern().as_usize())?;
                let (start, end) = (hit.start(), hit.end());
                let first_is_letter = text[start..].chars().next().is_some_and(char::is_alphanumeric);
                let begins = !first_is_letter || !letter_before(start);
                let ends = any_ending || !letter_before(end) || !letter_after(end);
                (begins && ends).then(|| Found { kind, start: page.char_at(start), end: page.char_at(end) })
            })
            .collect();
        found.sort_by_key(|hit| (hit.start, hit.end));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let page = Page::new("description", text);
        let phrases = Phrases::new(phrases.iter().map(|phrase| ((), *phrase)));
        phrases.find(&page).into_iter().map(|hit| page.text(hit.start, hit.end)).collect()
    }

    #[test]
    fn phrases_match_whole_words_and_stems_any_ending() {
        assert_eq!(found(&["bug", "forgot* password"], "Debugging a bug: I forgot password"), ["bug"]);
        assert_eq!(found(&["вылета*", "ещё*", "еще"], "Игра ВЫЛЕТАЕТ, ещё раз"), ["ВЫЛЕТА", "ещё"]);
        assert_eq!(found(&["can't"], "Can’t hear"), ["Can’t"]);
        assert_eq!(found(&["", "*"], "anything"), [""; 0]);
    }
}
