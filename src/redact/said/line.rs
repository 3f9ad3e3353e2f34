//! A line as words, with the quotes and marks around each.
//!
//! Never here: whether a word is private.

use std::ops::Range;

use super::words::KNOWN;

/// A word of a line with what stands around it.
#[expect(clippy::struct_excessive_bools, reason = "independent marks around a word")]
pub(super) struct Word<'t> {
    /// Without quotes, brackets and the marks of the sentence.
    pub text: &'t str,
    /// The same in lower case.
    pub lower: String,
    /// Where it starts in the line.
    pub at: usize,
    /// A quote or bracket opens before it.
    pub opened: bool,
    /// A quote, a bracket or a mark of the sentence closes it.
    pub closed: bool,
    /// A colon, a dash or an equals sign stands behind it.
    pub leads: bool,
    /// The sentence ends with it.
    pub ends: bool,
}

const OPENS: &[char] = &['"', '\'', '`', '«', '„', '“', '”', '‚', '‘', '(', '[', '*', '>', '—', '–', '→'];
const CLOSES: &[char] =
    &['"', '\'', '`', '»', '“', '”', '’', ')', ']', '*', '<', ',', ';', ':', '.', '?', '!', '…', '—', '='];

/// What no password of a sentence has in it: paths, calls, settings, lists.
pub(super) const FOREIGN: &[char] = &['/', '\\', '(', '[', '{', '}', ']', '=', '<', '>', ':', '|', '\'', '"'];

/// The words of a line, in order.
fn words(line: &str) -> Vec<Word<'_>> {
    let mut all = Vec::new();
    for chunk in line.split_whitespace() {
        let at = chunk.as_ptr() as usize - line.as_ptr() as usize;
        let rest = chunk.trim_start_matches(OPENS);
        let at = at + chunk.len() - rest.len();
        let mut text = rest.trim_end_matches(CLOSES);
        // A mark behind a figure is rather the password's than the sentence's.
        if text.ends_with(|c: char| c.is_ascii_digit()) && rest[text.len()..].starts_with('!') {
            text = &rest[..=text.len()];
        }
        let tail = &rest[text.len()..];
        all.push(Word {
            text,
            lower: text.to_lowercase(),
            at,
            opened: rest.len() < chunk.len(),
            closed: !tail.is_empty(),
            leads: tail.contains([':', '=']) || matches!(chunk, "—" | "–" | "-" | "->" | "→" | "=" | "=>" | ":"),
            ends: tail.contains(['.', '!', '?']),
        });
    }
    all
}

/// A line and the words in it.
pub(super) struct Line<'t> {
    /// Where it starts in the text.
    pub start: usize,
    /// The whole of it.
    pub text: &'t str,
    /// Its words, in order.
    pub words: Vec<Word<'t>>,
}

impl<'t> Line<'t> {
    /// The line that starts at `start` of a text.
    pub fn new(start: usize, text: &'t str) -> Self {
        Self { start, text, words: words(text) }
    }

    /// Where one of its words stands in the text.
    pub fn place(&self, word: &Word) -> Range<usize> {
        self.start + word.at..self.start + word.at + word.text.len()
    }

    /// The word before `index`, if it is not the first.
    pub fn before(&self, index: usize) -> Option<&Word<'t>> {
        index.checked_sub(1).map(|before| &self.words[before])
    }

    /// Whether the word is brought in by what stands before it.
    pub fn is_led(&self, index: usize) -> bool {
        let led = |word: &Word| word.leads || word.text.is_empty() || KNOWN.links.have(&word.lower) && !word.ends;
        self.words[index].opened || self.before(index).is_some_and(led)
    }

    /// Whether something closes behind the word.
    pub fn is_closed(&self, index: usize) -> bool {
        let next = self.words.get(index + 1);
        self.words[index].closed || next.is_none_or(|next| next.opened || next.text.is_empty())
    }

    /// Whether the word before it names it as something else.
    pub fn is_other(&self, index: usize) -> bool {
        self.before(index).is_some_and(|word| KNOWN.other.have(word.lower.trim_start_matches('#')))
    }

    /// Whether the word behind a number says that it counts or measures.
    pub fn is_measured(&self, index: usize) -> bool {
        !self.words[index].closed && self.words.get(index + 1).is_some_and(|next| KNOWN.measures.have(&next.lower))
    }

    /// Whether it is a line of a letter or a conversation, not of a log or a file of settings.
    pub fn is_talk(&self) -> bool {
        let clock = |text: &str| text.matches(':').count() >= 2 && text.bytes().filter(u8::is_ascii_digit).count() >= 6;
        !self.text.contains(['=', '{', '}', '|', ';', '\t']) && !self.words.iter().any(|word| clock(word.text))
    }
}

/// Whether eight figures are a day: `20310304`.
pub(super) fn is_day(text: &str) -> bool {
    text.len() == 8 && (text.starts_with("19") || text.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn words_stand_between_quotes_and_marks() {
        let line = Line::new(10, "Das Kennwort: «Kaktus91!», (bitte ändern)…");
        let all: Vec<_> = line.words.iter().map(|word| (word.text, word.opened, word.closed, word.leads)).collect();
        assert_eq!(
            all,
            [
                ("Das", false, false, false),
                ("Kennwort", false, true, true),
                ("Kaktus91!", true, true, false),
                ("bitte", true, false, false),
                ("ändern", false, true, false),
            ]
        );
        assert!(line.is_led(2) && line.is_closed(2) && line.is_closed(4));
        assert_eq!(line.place(&line.words[1]), 14..22);
    }

    #[test]
    fn a_log_is_no_talk() {
        assert!(Line::new(0, "[14:02] me: it is on the label").is_talk());
        assert!(!Line::new(0, "2031-05-02 12:34:56 INFO session opened").is_talk());
        assert!(!Line::new(0, "timeout = 30").is_talk());
    }
}
