//! What a person wrote, field by field: the own words are told apart from what is quoted, pasted or an address.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{Draft, FieldValue, Span};

use super::page::{Page, normal};

/// A quotation is at most this long.
const QUOTE_CHARS: usize = 300;

/// One field, or one item of a list of them.
pub(super) struct Prose {
    /// The field without an index, `steps`.
    pub root: String,
    /// The whole text.
    pub page: Page,
    /// The same with everything blanked that is not the writer's own words: quotations, code, addresses, quoted mail.
    pub own: Page,
    /// What stands in quotation marks or backticks, without them.
    pub quoted: Vec<(usize, usize)>,
    /// Sentences of the own words, one after another; a line ends one.
    pub sentences: Vec<(usize, usize)>,
}

impl Prose {
    pub(super) fn new(root: &str, field: &str, text: &str) -> Self {
        let page = Page::new(field, text);
        let chars = page.chars();
        let mut own: Vec<char> = chars.to_vec();
        let mut quoted = Vec::new();
        blank_lines(chars, &mut own);
        quotations(chars, &mut own, &mut quoted);
        blank_addresses(text, &page, &mut own);
        let sentences = sentences(&own);
        let own = Page::new(field, &own.iter().collect::<String>());
        Self { root: root.to_owned(), page, own, quoted, sentences }
    }

    /// A place for the report, in the words as they were written.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let (start, end) = self.page.trim(start, end);
        self.page.span(start, end)
    }

    /// The same with the rest of its last word, where the stem of one was found.
    pub(super) fn whole_words(&self, start: usize, end: usize) -> Span {
        self.span(start, word_end(self.page.chars(), end))
    }

    /// The own words between two characters, in lower case and with plain letters.
    pub(super) fn norm(&self, start: usize, end: usize) -> String {
        self.own.chars().get(start..end).unwrap_or_default().iter().map(|c| normal(*c)).collect()
    }
}

/// Every text of a draft that a person wrote; the exact error is the computer's.
pub(super) struct Texts {
    pub all: Vec<Prose>,
}

impl Texts {
    pub(super) fn read(draft: &Draft) -> Self {
        let mut all = Vec::new();
        let mut add = |root: &str, field: &str, text: &str| {
            if !text.trim().is_empty() {
                all.push(Prose::new(root, field, text));
            }
        };
        add("title", "title", &draft.title);
        add("description", "description", &draft.description);
        for (i, step) in draft.steps.iter().enumerate() {
            add("steps", &format!("steps[{i}]"), step);
        }
        add("expected", "expected", &draft.expected);
        add("actual", "actual", &draft.actual);
        add("conditions", "conditions", &draft.conditions);
        for (i, one) in draft.tried.iter().enumerate() {
            add("tried", &format!("tried[{i}]"), one);
        }
        for (id, answer) in &draft.fields {
            if let FieldValue::Text(text) = answer {
                let field = format!("fields.{id}");
                add(&field, &field, text);
            }
        }
        Self { all }
    }

    /// The texts of the fields `names`.
    pub(super) fn of<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a Prose> {
        self.all.iter().filter(|prose| names.contains(&prose.root.as_str()))
    }
}

fn blank(own: &mut [char], start: usize, end: usize) {
    for c in own.iter_mut().take(end).skip(start) {
        if *c != '\n' {
            *c = ' ';
        }
    }
}

/// Blanks fenced code and lines of a quoted mail.
fn blank_lines(chars: &[char], own: &mut [char]) {
    let mut start = 0;
    let mut fenced = false;
    while start < chars.len() {
        let end = chars[start..].iter().position(|c| *c == '\n').map_or(chars.len(), |at| start + at);
        let line: String = chars[start..end].iter().take(8).collect();
        let line = line.trim_start();
        let fence = line.starts_with("```") || line.starts_with("~~~");
        if fenced || fence || line.starts_with('>') {
            blank(own, start, end);
        }
        fenced ^= fence;
        start = end + 1;
    }
}

/// Finds quotations within one line and blanks them with their marks.
fn quotations(chars: &[char], own: &mut [char], quoted: &mut Vec<(usize, usize)>) {
    let mut at = 0;
    while at < chars.len() {
        let close = match chars[at] {
            '“' | '„' => Some(&['”', '“', '"'][..]),
            '«' => Some(&['»'][..]),
            '"' => Some(&['"'][..]),
            '`' => Some(&['`'][..]),
            _ => None,
        };
        let before = at.checked_sub(1).map(|at| chars[at]);
        let opens =
            before.is_none_or(|c| !c.is_alphanumeric()) && chars.get(at + 1).is_some_and(|c| !c.is_whitespace());
        let Some(close) = close.filter(|_| opens && own[at] != ' ') else {
            at += 1;
            continue;
        };
        let inside = &chars[at + 1..];
        let end = inside.iter().take(QUOTE_CHARS).take_while(|c| **c != '\n').position(|c| close.contains(c));
        match end {
            Some(len) if len > 0 => {
                quoted.push((at + 1, at + 1 + len));
                blank(own, at, at + len + 2);
                at += len + 2;
            }
            _ => at += 1,
        }
    }
}

/// Blanks addresses of pages and letters, and paths of files.
fn blank_addresses(text: &str, page: &Page, own: &mut [char]) {
    static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[a-z]:\\\S+|(?:^|\s)~?(?:/[\w.@-]+){2,}/?")
            .ok()
    });
    // Bytes of the text are not those of its lower case: characters are counted here.
    let Some(address) = &*ADDRESS else { return };
    let mut bytes = 0;
    let mut chars = 0;
    for found in address.find_iter(text) {
        chars += text[bytes..found.start()].chars().count();
        bytes = found.start();
        let len = found.as_str().chars().count();
        blank(own, chars, (chars + len).min(page.chars().len()));
    }
}

/// Words before whose full stop a sentence does not end.
const ABBREVIATIONS: [&str; 14] =
    ["etc", "vs", "approx", "incl", "excl", "min", "max", "тыс", "руб", "стр", "рис", "мин", "сек", "напр"];

fn sentences(own: &[char]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut start = 0;
    for at in 0..=own.len() {
        let ends = match own.get(at) {
            None | Some('\n') => true,
            Some('.' | '!' | '?' | '…') => {
                let next = own.get(at + 1);
                let closed = next.is_none_or(|c| c.is_whitespace() || "\"”»)".contains(*c));
                closed && !(own[at] == '.' && after_abbreviation(&own[start..at]))
            }
            _ => false,
        };
        if ends {
            let end = (at + 1).min(own.len());
            if own[start..end].iter().any(|c| c.is_alphanumeric()) {
                let lead = own[start..end].iter().take_while(|c| c.is_whitespace()).count();
                let tail = own[start..end].iter().rev().take_while(|c| c.is_whitespace()).count();
                all.push((start + lead, end - tail));
            }
            start = end;
        }
    }
    all
}

/// A number of a list, initials, `e.g`, `т.д`.
fn after_abbreviation(before: &[char]) -> bool {
    let word: Vec<char> = before.iter().rev().take_while(|c| c.is_alphanumeric()).copied().collect();
    let word: String = word.iter().rev().flat_map(|c| c.to_lowercase()).collect();
    let first = before.iter().filter(|c| c.is_alphanumeric()).count() == word.chars().count();
    let digits = !word.is_empty() && word.chars().all(char::is_numeric);
    (digits && first) || (!digits && word.chars().count() == 1) || ABBREVIATIONS.contains(&word.as_str())
}

/// Where the word goes on to that ends at `end` or later.
pub(super) fn word_end(chars: &[char], end: usize) -> usize {
    let inside = end > 0 && chars.get(end - 1).is_some_and(|c| c.is_alphanumeric());
    end + chars.iter().skip(end).take_while(|c| inside && c.is_alphanumeric()).count()
}

/// A word with its place; offsets are characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
}

/// The words of `chars` between two places: letters and digits, with apostrophes and hyphens inside.
pub(super) fn words(chars: &[char], start: usize, end: usize) -> Vec<Word> {
    let end = end.min(chars.len());
    let mut all = Vec::new();
    let mut at = start;
    while at < end {
        if !chars[at].is_alphanumeric() {
            at += 1;
            continue;
        }
        let from = at;
        while at < end {
            let inside =
                "'’-".contains(chars[at]) && chars.get(at + 1).is_some_and(|c| c.is_alphanumeric()) && at + 1 < end;
            if !chars[at].is_alphanumeric() && !inside {
                break;
            }
            at += 1;
        }
        all.push(Word { start: from, end: at });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(text: &str) -> Prose {
        Prose::new("description", "description", text)
    }

    #[test]
    fn own_words_are_told_from_foreign_ones() {
        let text = "It says “No. Disk full” at https://example.com/a.b and\n> they wrote that\n```\ncode. here\n```\nStop \"x\".";
        let prose = prose(text);
        let own: String = prose.own.chars().iter().collect();
        assert_eq!(own.chars().count(), text.chars().count());
        assert_eq!(own.split_whitespace().collect::<Vec<_>>(), ["It", "says", "at", "and", "Stop", "."]);
        let quoted: Vec<String> = prose.quoted.iter().map(|(start, end)| prose.page.text(*start, *end)).collect();
        assert_eq!(quoted, ["No. Disk full", "x"]);
        assert_eq!(prose.span(0, 3).text, "It");
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        let told = |text: &str| {
            let prose = prose(text);
            prose.sentences.iter().map(|(start, end)| prose.page.text(*start, *end)).collect::<Vec<_>>()
        };
        assert_eq!(
            told("1. Open it. Version 1.5 is e.g. broken! Why?"),
            ["1. Open it.", "Version 1.5 is e.g. broken!", "Why?"]
        );
        assert_eq!(
            told("Не работает, и т.д. и т.п., с 1 ч. дня\nСовсем…"),
            ["Не работает, и т.д. и т.п., с 1 ч. дня", "Совсем…"]
        );
        assert!(told(" \n. \n").is_empty());
    }

    #[test]
    fn inches_and_apostrophes_open_no_quotation() {
        assert_eq!(prose("A 27\" screen and a 24\" one, the player's own").quoted, []);
        assert_eq!(words(&"don't re-open, 5".chars().collect::<Vec<_>>(), 0, 17).len(), 3);
    }
}
