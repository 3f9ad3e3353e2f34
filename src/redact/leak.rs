//! The last look at a finished bundle: every hidden value in every spelling, and shapes that leave no doubt.
//!
//! Never here: a value in a message. What the user gave as contact is meant for the reader and is no leak.

use std::sync::Arc;

use super::engine::Engine;
use super::literals::Literals;
use super::policy::{Kept, Policy};
use super::value::{Origin, Values};
use super::{own, rule, scan};
use crate::model::Contact;

/// How much is collected before it is searched.
const WINDOW: usize = 512 << 10;
/// Searched again with what follows; longer than any value.
const OVERLAP: usize = 32 << 10;
/// Kept before what is searched, for the look to the left.
const CONTEXT: usize = 512;
/// More leaks than anybody reads.
const MOST: usize = 1000;
/// A value shorter than this turns up in packed bytes by chance.
const SHORT: usize = 6;

/// Something private that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Class of the value, `user`, `ip`, or the id of a rule such as `github-token`; never the value.
    pub class: String,
    /// Byte offset in what was fed.
    pub offset: u64,
    /// Line number from 1.
    pub line: u64,
}

#[derive(Clone)]
struct Patterns {
    hidden: Literals,
    classes: Vec<&'static str>,
    contact: Literals,
    /// For each value whether it stands in what Casefile itself writes.
    own: Vec<bool>,
    keep: Kept,
}

/// Looks for leaks in bytes fed to it piece by piece. Clones share their patterns.
///
/// Feed it the content of every entry that was searched, and the names of all entries. A file that could not be searched
/// (`RedactedFile::searched`) holds what it holds: it is told to the user instead.
///
/// The name, address and number of `draft.contact` stand in the bundle on purpose, and so does whatever is a part of them
/// there: neither is a leak. Nor is a value that Casefile itself writes into every bundle, a login `main` or `table`, in a
/// document of its own (see [`LeakScanner::begin`]): what the user wrote there was redacted.
#[derive(Clone)]
pub struct LeakScanner {
    patterns: Arc<Patterns>,
    /// Whether the entry is a document of Casefile's own.
    own: bool,
    buffer: Vec<u8>,
    /// Offset of the first byte of the buffer in the entry.
    base: u64,
    /// Bytes of the buffer that were searched already.
    checked: usize,
    /// Line ends before `counted`.
    lines: u64,
    /// Offset in the entry up to which lines were counted.
    counted: u64,
    leaks: Vec<(Leak, u64)>,
}

impl LeakScanner {
    /// A scanner for high-confidence shapes alone, and for `policy`'s terms: for bundles made elsewhere.
    #[must_use]
    pub fn for_policy(policy: &Policy) -> Self {
        let engine = Engine::new(policy);
        Self::new(&engine.table(), engine.keep())
    }

    /// A scanner for all of `values`, except what stays visible.
    pub(super) fn new(values: &Values, keep: &Kept) -> Self {
        let classes: Vec<_> = values.iter().map(|(_, value)| value.class).collect();
        let hidden = Literals::of(values, |_, _| true);
        let patterns = Patterns {
            own: vec![false; classes.len()],
            hidden,
            classes,
            contact: Literals::default(),
            keep: keep.clone(),
        };
        let scanner = Self {
            patterns: Arc::new(patterns),
            own: false,
            buffer: Vec::new(),
            base: 0,
            checked: 0,
            lines: 0,
            counted: 0,
            leaks: Vec::new(),
        };
        scanner.with_labels(own::words())
    }

    /// The same scanner, to which the contact's name, address and number are no leak.
    #[must_use]
    pub fn with_contact(self, contact: &Contact) -> Self {
        self.with_told(contact, &[])
    }

    /// The same scanner, to which neither the contact nor what stays in its own field is a leak.
    pub(super) fn with_told(mut self, contact: &Contact, identity: &[String]) -> Self {
        let mut given = Values::default();
        for text in [&contact.name, &contact.email, &contact.phone].into_iter().chain(identity) {
            if !text.trim().is_empty() {
                given.add("contact", text.trim(), Origin::Known);
            }
        }
        Arc::make_mut(&mut self.patterns).contact = Literals::of(&given, |_, _| true);
        self
    }

    /// The same scanner, to which `labels` too are words of Casefile's own: the destination's name, headings, names of rows.
    #[must_use]
    pub fn with_labels(mut self, labels: &str) -> Self {
        let patterns = Arc::make_mut(&mut self.patterns);
        let own = &mut patterns.own;
        patterns.hidden.scan(labels.as_bytes(), |place| own[place.value] = true);
        self
    }

    /// Says of the entry that is fed next whether it is a document that Casefile wrote, or its name.
    pub fn begin(&mut self, own: bool) {
        self.own = own;
    }

    /// Feeds the next bytes of one entry; a leak across two pieces is found too.
    pub fn feed(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let (piece, rest) = bytes.split_at(bytes.len().min(WINDOW + OVERLAP - self.buffer.len()));
            self.buffer.extend_from_slice(piece);
            bytes = rest;
            if self.buffer.len() >= WINDOW + OVERLAP {
                self.search(WINDOW);
            }
        }
    }

    /// Ends the entry: what was found in it, by place; the scanner is ready for the next.
    pub fn finish(&mut self) -> Vec<Leak> {
        self.search(self.buffer.len());
        self.buffer.clear();
        (self.base, self.checked, self.lines, self.counted) = (0, 0, 0, 0);
        std::mem::take(&mut self.leaks).into_iter().map(|(leak, _)| leak).collect()
    }

    /// Searches the buffer for what starts before `limit`, and lets go of what is before it.
    fn search(&mut self, limit: usize) {
        let patterns = Arc::clone(&self.patterns);
        let text = self.buffer.as_slice();
        let mut found: Vec<(usize, usize, &'static str, &'static str)> = Vec::new();
        patterns.hidden.scan(text, |place| {
            let chance = place.end - place.start < SHORT && is_packed(text, place.start, place.end);
            let own = self.own && patterns.own[place.value];
            if !own && !chance && !patterns.is_contact(text, place.start, place.end) {
                let class = patterns.classes[place.value];
                found.push((place.start, place.end, class, class));
            }
        });
        let mut hits = Vec::new();
        scan::scan(rule::confident(), text, &mut hits);
        found.extend(hits.into_iter().map(|hit| (hit.start, hit.end, hit.rule, hit.class)));
        found.retain(|(start, end, _, class)| {
            (self.checked..limit).contains(start) && !patterns.keep.keeps(class, text, *start, *end)
        });
        found.sort_unstable_by_key(|(start, end, class, _)| (*start, std::cmp::Reverse(*end), *class));
        for (start, end, class, _) in found {
            let (offset, until) = (self.base + start as u64, self.base + end as u64);
            let covered = self.leaks.last().is_some_and(|(_, end)| until <= *end);
            if !covered && self.leaks.len() < MOST {
                let line = self.count_lines(start) + 1;
                self.leaks.push((Leak { class: class.to_owned(), offset, line }, until));
            }
        }
        self.count_lines(limit);
        let gone = limit.saturating_sub(CONTEXT);
        self.buffer.drain(..gone);
        self.base += gone as u64;
        self.checked = limit - gone;
    }

    /// Line ends of the entry before the buffer's byte `at`.
    fn count_lines(&mut self, at: usize) -> u64 {
        let from = (self.counted - self.base) as usize;
        if at > from {
            self.lines += memchr::memchr_iter(b'\n', &self.buffer[from..at]).count() as u64;
            self.counted = self.base + at as u64;
        }
        self.lines
    }
}

impl Patterns {
    /// Whether every letter and digit of the place belongs to the contact's name, address or number.
    fn is_contact(&self, text: &[u8], start: usize, end: usize) -> bool {
        if self.contact.is_empty() {
            return false;
        }
        let from = start.saturating_sub(CONTEXT);
        let mut open = vec![true; end - start];
        self.contact.scan(&text[from..text.len().min(end + CONTEXT)], |place| {
            let covered = (from + place.start).clamp(start, end)..(from + place.end).clamp(start, end);
            open[covered.start - start..covered.end - start].fill(false);
        });
        text[start..end]
            .iter()
            .zip(open)
            .all(|(byte, open)| !open || (byte.is_ascii() && !byte.is_ascii_alphanumeric()))
    }
}

/// Whether the bytes around a place are no text: control characters or broken UTF-8 within eight bytes.
fn is_packed(text: &[u8], start: usize, end: usize) -> bool {
    let from = super::boundary::floor(text, start.saturating_sub(8));
    let to = super::boundary::ceil(text, text.len().min(end + 8));
    let around = &text[from..to];
    let control = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127);
    around.iter().any(control) || std::str::from_utf8(around).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KnownTerms;

    fn policy() -> Policy {
        let known = KnownTerms {
            users: vec!["lovelace".into()],
            full_names: vec!["Ада Лавлейс".into()],
            ..KnownTerms::default()
        };
        Policy { known, ..Policy::default() }
    }

    fn leaks(scanner: &mut LeakScanner, text: &str, piece: usize) -> Vec<(String, u64)> {
        for bytes in text.as_bytes().chunks(piece) {
            scanner.feed(bytes);
        }
        scanner.finish().into_iter().map(|leak| (leak.class, leak.line)).collect()
    }

    #[test]
    fn every_spelling_across_pieces_and_windows() {
        let mut scanner = LeakScanner::for_policy(&policy());
        let filler = "nothing to see here, move on please\n".repeat(40_000);
        let text = format!(
            "{filler}C:\\Users\\LOVELACE\\x\n{filler}\\u0410\\u0434\\u0430 \\u041b\\u0430\\u0432\\u043b\\u0435\\u0439\\u0441\n%D0%90%D0%B4%D0%B0%20%D0%9B%D0%B0%D0%B2%D0%BB%D0%B5%D0%B9%D1%81"
        );
        let wanted = [("user".to_owned(), 40_001), ("name".to_owned(), 80_002), ("name".to_owned(), 80_003)];
        for piece in [7919, 65_536, usize::MAX] {
            assert_eq!(leaks(&mut scanner, &text, piece), wanted);
        }
        assert_eq!(leaks(&mut scanner, &filler, 1000), []);
    }

    #[test]
    fn tokens_of_vendors() {
        let mut scanner = LeakScanner::for_policy(&Policy::default());
        let text = "\n\nauth ghp_0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX.";
        assert_eq!(leaks(&mut scanner, text, 5), [("github-token".to_owned(), 3)]);
    }

    #[test]
    fn the_contact_is_meant_for_the_reader() {
        let contact =
            Contact { name: "Grete Lovelace".into(), email: "lovelace@firm-intern.de".into(), phone: String::new() };
        let engine = Engine::with_contact(&policy(), Some(&contact));
        let mut scanner = LeakScanner::new(&engine.table(), engine.keep()).with_contact(&contact);
        assert_eq!(leaks(&mut scanner, "Reply to: Grete Lovelace &lt;lovelace@firm-intern.de&gt;", 9), []);
        assert_eq!(leaks(&mut scanner, "C:/Users/lovelace/", 9), [("user".to_owned(), 1)]);
    }

    #[test]
    fn what_is_kept_is_no_leak() {
        let key = "AKIAQWERTY2345UIOP67";
        let policy = Policy { keep: vec!["Lovelace".into(), key.into()], ..policy() };
        let mut scanner = LeakScanner::for_policy(&policy);
        assert_eq!(leaks(&mut scanner, &format!("/home/lovelace/x {key}\n"), 9), []);
        assert_eq!(leaks(&mut scanner, "Ада Лавлейс", 9), [("name".to_owned(), 1)]);
    }

    #[test]
    fn words_of_casefile_are_no_leaks_in_its_own_documents() {
        let users = ["main", "table", "style", "format", "section", "memory", "frequency", "zebrafish"];
        let known = KnownTerms { users: users.map(str::to_owned).to_vec(), ..KnownTerms::default() };
        let hide = vec!["Steam".to_owned(), "file".to_owned(), "Zoo Desk".to_owned()];
        let mut scanner =
            LeakScanner::for_policy(&Policy { known, hide, ..Policy::default() }).with_labels("Zoo Desk, the desk");
        let text =
            "<main><table class=x style=y> \"format\": Steam Support, section, memory, frequency, a file; Zoo Desk";
        scanner.begin(true);
        assert_eq!(leaks(&mut scanner, text, 9), []);
        assert_eq!(leaks(&mut scanner, "zebrafish", 9).len(), 1);
        scanner.begin(false);
        assert_eq!(leaks(&mut scanner, text, 9).len(), 10);
    }

    #[test]
    fn short_words_in_packed_bytes_are_chance() {
        let known = KnownTerms { users: vec!["lena".into()], ..KnownTerms::default() };
        let mut scanner = LeakScanner::for_policy(&Policy { known, ..Policy::default() });
        scanner.feed(b"\x89PNG\x01\xff lena \x02\x90\x03");
        assert_eq!(scanner.finish(), []);
        scanner.feed(b"home of lena here");
        assert_eq!(scanner.finish().len(), 1);
    }
}
