//! The engine of one incident: it learns from every text, then hides the same values everywhere.
//!
//! Never here: files, pictures or the incident's form. Texts and bytes go in, texts and bytes come out.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::model::Contact;

use super::draft::Draft;
use super::literals::{Literals, Place};
use super::memory::Memory;
use super::policy::{Counts, Kept, Policy};
use super::reader::Redacting;
use super::rule::{self, Rules};
use super::span::{self, Hit};
use super::stream::{self, Windows};
use super::validate::Validator;
use super::value::{Origin, Value, Values};
use super::{placeholder, scan, term};

/// How often a line is looked at again after something in it was hidden.
const LOOKS: usize = 3;

/// A private place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// First byte; lies between characters.
    pub start: usize,
    /// One past the last byte; lies between characters.
    pub end: usize,
    /// Class of the value, `user`, `ip`, …
    pub class: String,
    /// What stands there after redaction, `<user-1>`.
    pub placeholder: String,
}

/// Learns private values and hides them. Learn from everything first: a password seen once as `password=…` then vanishes
/// also where it stands bare. What was not learnt is hidden too, where a rule finds it.
pub struct Engine {
    keep: Kept,
    terms: Arc<Literals>,
    values: Mutex<Values>,
    all: OnceLock<Arc<Literals>>,
    memory: Mutex<Memory>,
    #[cfg(test)]
    blind: bool,
}

#[cfg(test)]
thread_local! {
    static BLIND: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Runs `work` with engines whose second pass finds nothing: what the bundle's own search is there for.
#[cfg(test)]
pub(crate) fn blind<T>(work: impl FnOnce() -> T) -> T {
    BLIND.set(true);
    let done = work();
    BLIND.set(false);
    done
}

impl Engine {
    /// An engine that knows the terms of `policy`. Cheap: the rules are compiled once in the process.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        Self::with_contact(policy, None)
    }

    /// An engine that also hides the contact, wherever it stands.
    #[must_use]
    pub fn with_contact(policy: &Policy, contact: Option<&Contact>) -> Self {
        let mut values = Values::default();
        term::add(policy, contact, &mut values);
        Self {
            keep: Kept::of(policy),
            terms: Arc::new(Literals::of(&values, |_, _| true)),
            values: Mutex::new(values),
            all: OnceLock::new(),
            #[cfg(test)]
            blind: BLIND.get(),
            memory: Mutex::default(),
        }
    }

    /// Learns the private values of a text.
    pub fn learn(&mut self, text: &str) {
        self.learn_bytes(text.as_bytes(), &mut BTreeSet::new());
    }

    /// Learns from a text of any size, which need not be valid UTF-8.
    ///
    /// # Errors
    /// The reader's own.
    pub fn learn_from(&mut self, reader: impl Read) -> io::Result<()> {
        self.learn_windows(reader, &mut BTreeSet::new())
    }

    /// As `learn_from`, and adds the indices of the values found to `seen`.
    pub(super) fn learn_windows(&mut self, reader: impl Read, seen: &mut BTreeSet<usize>) -> io::Result<()> {
        self.learn_reader(reader, Some(seen))
    }

    /// As `learn_from`, of what does not leave itself: a value counts only where it is seen elsewhere.
    pub(super) fn learn_unsent(&mut self, reader: impl Read) -> io::Result<()> {
        self.learn_reader(reader, None)
    }

    fn learn_reader(&mut self, reader: impl Read, mut seen: Option<&mut BTreeSet<usize>>) -> io::Result<()> {
        let mut windows = Windows::new(reader);
        while windows.fill()? {
            let done = self.learn_window(windows.bytes(), windows.ended(), seen.as_deref_mut());
            windows.consume(done);
        }
        Ok(())
    }

    fn learn_bytes(&mut self, mut bytes: &[u8], seen: &mut BTreeSet<usize>) {
        while !bytes.is_empty() {
            let ended = bytes.len() <= stream::WINDOW;
            let done = self.learn_window(&bytes[..bytes.len().min(stream::WINDOW)], ended, Some(seen));
            bytes = &bytes[done..];
        }
    }

    fn learn_window(&mut self, bytes: &[u8], ended: bool, mut seen: Option<&mut BTreeSet<usize>>) -> usize {
        let (done, hits) = stream::search(bytes, ended, |bytes| self.search(bytes, &self.terms));
        let values = self.values.get_mut().unwrap_or_else(PoisonError::into_inner);
        for at in memchr::memchr_iter(b'>', &bytes[..done]) {
            if let Some((class, number)) = placeholder::before(bytes, at) {
                values.reserve(class, number);
            }
        }
        for hit in hits {
            let index = hit.value.unwrap_or_else(|| add(values, bytes, &hit));
            if let Some(seen) = &mut seen {
                values.see(index);
                seen.insert(index);
            }
        }
        self.all = OnceLock::new();
        done
    }

    /// Everything private in `bytes`, without overlaps.
    fn search(&self, bytes: &[u8], literals: &Literals) -> Vec<Hit> {
        let mut clean = span::resolve(self.look(rule::all(), bytes, literals));
        // Hiding one value can lay open its neighbour: what changed is looked at as it will stand.
        let mut changed: Vec<Range<usize>> = clean.iter().map(|hit| hit.start..hit.end).collect();
        for _ in 0..LOOKS {
            let draft = Draft::of(bytes, &clean, &changed);
            let more = self.look(rule::again(), draft.bytes(), literals);
            let more: Vec<Hit> = more.into_iter().filter_map(|hit| draft.original(&hit)).collect();
            if more.is_empty() {
                break;
            }
            changed = more.iter().map(|hit| hit.start..hit.end).collect();
            changed.sort_unstable_by_key(|place| place.start);
            clean.extend(more);
            clean = span::resolve(clean);
        }
        clean
    }

    /// What rules and known values find in `bytes`, in no order and with overlaps.
    fn look(&self, rules: &'static Rules, bytes: &[u8], literals: &Literals) -> Vec<Hit> {
        if bytes.is_empty() {
            return Vec::new();
        }
        let mut hits = self.hits(rules, bytes);
        literals.scan(bytes, |place| {
            let Place { start, end, value, class } = place;
            hits.push(Hit { start, end, class, value: Some(value), rule: "" });
        });
        if !self.keep.is_empty() {
            hits.retain(|hit| !self.keep.keeps(hit.class, bytes, hit.start, hit.end));
        }
        hits
    }

    /// What `rules` find in `bytes`.
    fn hits(&self, rules: &'static Rules, bytes: &[u8]) -> Vec<Hit> {
        let memory = || self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let key = memory().key(rules.all.len(), bytes);
        // A statement of its own: the memory is not held while the rules run.
        let known = memory().recall(key);
        known.unwrap_or_else(|| {
            let mut hits = Vec::new();
            scan::scan(rules, bytes, &mut hits);
            memory().keep(key, &hits);
            hits
        })
    }

    fn values(&self) -> MutexGuard<'_, Values> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Everything learnt, ready to be found.
    fn literals(&self) -> &Literals {
        self.all.get_or_init(|| {
            let mut values = self.values();
            values.number();
            let found = |value: &Value| value.is_found() && value.travels();
            if values.iter().any(|(_, value)| found(value)) {
                Arc::new(Literals::of(&values, |_, _| true))
            } else {
                Arc::clone(&self.terms)
            }
        })
    }

    /// The private places of a window with their placeholders, and how many bytes are done with.
    pub(super) fn places(&self, bytes: &[u8], ended: bool) -> (usize, Vec<(Hit, String)>) {
        #[cfg(test)]
        if self.blind {
            return (bytes.len(), Vec::new());
        }
        let literals = self.literals();
        let (done, hits) = stream::search(bytes, ended, |bytes| self.search(bytes, literals));
        if hits.is_empty() {
            return (done, Vec::new());
        }
        let mut values = self.values();
        let indices: Vec<usize> =
            hits.iter().map(|hit| hit.value.unwrap_or_else(|| add(&mut values, bytes, hit))).collect();
        for index in &indices {
            values.see(*index);
        }
        values.number();
        let placeholders =
            indices.iter().map(|index| values.get(*index).and_then(Value::placeholder).unwrap_or_default());
        (done, hits.into_iter().zip(placeholders).collect())
    }

    /// The text without private values.
    #[must_use]
    pub fn redact_text(&self, text: &str) -> String {
        let mut out = Vec::with_capacity(text.len());
        // Reading from memory cannot fail, and what comes out of UTF-8 is UTF-8.
        self.reader(text.as_bytes()).read_to_end(&mut out).ok();
        String::from_utf8(out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// The bytes of `inner` without private values. Memory does not grow with the input, and the output does not depend
    /// on how the bytes arrive. Bytes that are no UTF-8 come out as they are.
    pub fn reader<R: Read>(&self, inner: R) -> impl Read + use<'_, R> {
        Redacting::new(self, inner)
    }

    /// The private places of a text, for showing them; learn the text first.
    #[must_use]
    pub fn findings(&self, text: &str) -> Vec<Finding> {
        let bytes = text.as_bytes();
        let (mut findings, mut from) = (Vec::new(), 0);
        while from < bytes.len() {
            let window = &bytes[from..bytes.len().min(from + stream::WINDOW)];
            let (done, places) = self.places(window, from + window.len() == bytes.len());
            let values = self.values();
            findings.extend(places.into_iter().map(|(hit, placeholder)| Finding {
                start: from + hit.start,
                end: from + hit.end,
                class: hit.value.and_then(|index| values.get(index)).map_or(hit.class, |value| value.class).to_owned(),
                placeholder,
            }));
            from += done;
        }
        findings
    }

    /// Rule and place of everything that is hidden in a text; a `*` marks what is hidden because its value was found elsewhere.
    #[cfg(test)]
    pub(super) fn told(&self, text: &str) -> Vec<(String, usize, usize)> {
        let (mut all, mut from) = (Vec::new(), 0);
        let mut by_place = std::collections::BTreeMap::new();
        let mut by_value = std::collections::BTreeMap::new();
        while from < text.len() {
            let window = &text.as_bytes()[from..text.len().min(from + stream::WINDOW)];
            for hit in self.search(window, &self.terms) {
                by_place.insert(from + hit.start, hit.rule);
                by_value.entry(window[hit.start..hit.end].to_ascii_lowercase()).or_insert(hit.rule);
            }
            let (done, places) = self.places(window, from + window.len() == text.len());
            all.extend(places.iter().map(|(hit, _)| {
                let value = window[hit.start..hit.end].to_ascii_lowercase();
                let travelled = || format!("{}*", by_value.get(&value).copied().unwrap_or_default());
                let rule = by_place.get(&(from + hit.start)).map_or_else(travelled, ToString::to_string);
                (rule, from + hit.start, from + hit.end)
            }));
            from += done;
        }
        all
    }

    /// Distinct private values that were seen, by class.
    #[must_use]
    pub fn hidden(&self) -> Counts {
        self.values().counts()
    }

    /// The private map: (placeholder, value), for the user's own store only.
    #[must_use]
    pub fn map(&self) -> Vec<(String, String)> {
        let mut values = self.values();
        values.number();
        values.map()
    }

    /// Adds to `seen` what of the values learnt elsewhere stands in `reader`.
    pub(super) fn note(&self, seen: &mut BTreeSet<usize>, reader: impl Read) -> io::Result<()> {
        let elsewhere = Literals::of(&self.values(), |index, value| value.is_found() && !seen.contains(&index));
        if !elsewhere.is_empty() {
            let mut windows = Windows::new(reader);
            while windows.fill()? {
                let (done, _) = stream::search(windows.bytes(), windows.ended(), |_| Vec::new());
                elsewhere.scan(&windows.bytes()[..done], |place| {
                    seen.insert(place.value);
                });
                windows.consume(done);
            }
        }
        Ok(())
    }

    /// Counts of the values at `seen`, which are said to have been seen.
    pub(super) fn counts_of(&self, seen: &BTreeSet<usize>) -> Counts {
        let mut values = self.values();
        for index in seen {
            values.see(*index);
        }
        values.counts_of(seen)
    }

    /// Counts of the values at `seen`, and of those learnt elsewhere that stand in `reader` too.
    pub(super) fn count_in(
        &self,
        seen: &mut BTreeSet<usize>,
        reader: impl FnOnce() -> io::Result<Box<dyn Read + Send>>,
    ) -> io::Result<Counts> {
        self.note(seen, reader()?)?;
        Ok(self.counts_of(seen))
    }

    /// What stays visible although it looks private.
    pub(super) fn keep(&self) -> &Kept {
        &self.keep
    }

    /// A copy of the table, for the leak scanner.
    pub(super) fn table(&self) -> Values {
        self.values().clone()
    }
}

fn add(values: &mut Values, bytes: &[u8], hit: &Hit) -> usize {
    let raw = String::from_utf8_lossy(&bytes[hit.start..hit.end]);
    let text = plain(&raw);
    // A login in a path is one; behind a label it could be a word of prose.
    let labelled = hit.class == "user" && !hit.rule.starts_with("user-path") && hit.rule != "user-other-homes";
    let index = values.add(hit.class, &text, if labelled { Origin::Labelled } else { Origin::Found });
    values.found_by(index, hit.rule);
    if hit.class == "user" {
        // The login behind its domain, and the first word of a folder's name, stand alone elsewhere.
        let login = text.rsplit('\\').next().unwrap_or_default();
        for part in [login, login.split(' ').next().unwrap_or_default()] {
            if part.len() < text.len() && Validator::User.accepts(part.as_bytes()) {
                values.add("user", part, Origin::Found);
            }
        }
    }
    index
}

/// The value without JSON escapes, if it has any that can be read.
fn plain(raw: &str) -> String {
    let escaped = raw.contains("\\\"") || raw.contains("\\\\") || raw.contains("\\u") || raw.contains("\\/");
    let plain = escaped.then(|| serde_json::from_str::<String>(&format!("\"{raw}\"")).ok()).flatten();
    plain.unwrap_or_else(|| raw.to_owned())
}
