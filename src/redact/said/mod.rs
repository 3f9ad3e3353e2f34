//! What is said around a word for a secret: the password, code or number in the same line, or in the answer below it.
//!
//! Never here: keys with their values (`keyvalue`), or the words themselves (`assets/words/said.toml`).

mod code;
mod line;
mod words;

use std::ops::Range;

use serde::Deserialize;

use super::{boundary, secretlike};
use code::is_code;
use line::{FOREIGN, Line, Word, is_day};
use words::KNOWN;

/// Whether a word is one of a sentence about what a password must be.
pub(super) fn judges(word: &str) -> bool {
    KNOWN.judges.have(word)
}

/// What kind of secret a word announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Said {
    /// A password, passphrase or key that somebody made up.
    Password,
    /// That somebody does not get in: what is said to be typed there.
    Typed,
    /// A number that opens something once: of a message, of an app.
    Code,
    /// A number that always opens something.
    Pin,
}

/// How much of its line before and behind the word is looked at.
const BEFORE: usize = 160;
const BEHIND: usize = 240;
/// How much of the lines below it.
const BELOW: usize = 160;
/// Within so many words before or behind it stands what has no mark of its own.
const CLOSE: usize = 8;
/// How far a value reaches that no word or product looks like.
const FAR: usize = 24;

/// The places of what is said to be the secret that the word at `trigger` names.
pub(super) fn places(said: Said, text: &[u8], trigger: Range<usize>) -> Vec<Range<usize>> {
    let from = trigger.start.saturating_sub(BEFORE);
    let start =
        memchr::memrchr(b'\n', &text[from..trigger.start]).map_or(boundary::ceil(text, from), |end| from + end + 1);
    let to = boundary::floor(text, text.len().min(trigger.end + BEHIND));
    let end = memchr::memchr(b'\n', &text[trigger.end.min(to)..to]).map_or(to, |end| trigger.end + end);
    let Some(line) = std::str::from_utf8(text.get(start..end).unwrap_or_default()).ok() else { return Vec::new() };
    let line = Line::new(start, line);
    let Some(noun) = line.words.iter().rposition(|word| start + word.at <= trigger.start) else { return Vec::new() };
    // Of an option, `--ask-password`, its value stands behind it; others than this kind of rule read it.
    let option = text[..line.place(&line.words[noun]).start].ends_with(b"--");
    if option || !is_noun(&line, noun) {
        return Vec::new();
    }
    let all = |is_one: &dyn Fn(usize) -> bool| -> Vec<Range<usize>> {
        (0..line.words.len())
            .filter(|index| *index != noun && is_one(*index))
            .map(|index| line.place(&line.words[index]))
            .collect()
    };
    if said == Said::Typed {
        return all(&|index| is_typed(&line, index));
    }
    if said != Said::Password {
        return all(&|index| is_code(said, &line, noun, index));
    }
    let mut found = all(&|index| is_password(&line, noun, index));
    found.extend(passphrase(&line, noun));
    if found.is_empty() {
        found = all(&|index| is_numeric(&line, noun, index));
    }
    if found.is_empty() && end < text.len() && line.is_talk() {
        found = answers(&line, noun, text, end);
    }
    found
}

/// Whether the word is one of a sentence: no key, no call, no name of a program.
fn is_noun(line: &Line, noun: usize) -> bool {
    let name = line.words[noun].text.trim_end_matches(|c: char| c.is_ascii_digit());
    let last = name.rsplit(['-', '/', '‑']).next().unwrap_or_default();
    let word = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
    !last.is_empty()
        && last.chars().all(word)
        && !name.starts_with("--")
        && name.chars().all(|c| word(c) || c.is_ascii_digit() || "-/‑!".contains(c))
}

fn is_password(line: &Line, noun: usize, index: usize) -> bool {
    let text = line.words[index].text;
    let far = index.abs_diff(noun);
    if far > FAR || !can_be(line, index) {
        return false;
    }
    // `c'était kaktusotter le mot de passe`
    let before = index < noun && far < 5 && line.is_led(index);
    let said = line.is_led(index) && line.is_closed(index) || before;
    secretlike::jumbled(text)
        || far <= CLOSE && secretlike::telling(text)
        || said && far <= CLOSE && is_chosen(text)
        || said && far <= CLOSE && is_lower(text) && secretlike::unworded(text)
}

fn is_typed(line: &Line, index: usize) -> bool {
    let Some(before) = line.before(index) else { return false };
    let led = line.is_led(index)
        || KNOWN.tried.have(&before.lower)
        || KNOWN.joins.have(&before.lower) && index.checked_sub(2).is_some_and(|first| is_typed(line, first));
    led && can_be(line, index) && secretlike::telling(line.words[index].text)
}

/// Whether a word is long enough, no path or setting, and not named as something else.
fn can_be(line: &Line, index: usize) -> bool {
    let text = line.words[index].text;
    text.chars().count() > 5 && !text.contains(FOREIGN) && !line.is_other(index) && !is_interface(text)
}

/// Whether it is what Linux calls a network card, by where it sits: `enp0s31f6`.
fn is_interface(text: &str) -> bool {
    let place = ["en", "wl", "ww"].iter().find_map(|kind| text.strip_prefix(kind)).unwrap_or_default();
    matches!(place.as_bytes(), [b'p' | b's' | b'o' | b'P', b'0'..=b'9', rest @ ..]
        if rest.iter().all(|b| b.is_ascii_digit() || b"psfdnu".contains(b)))
}

/// Whether a number is said to be the password.
fn is_numeric(line: &Line, noun: usize, index: usize) -> bool {
    let text = line.words[index].text;
    let figures = text.bytes().all(|byte| byte.is_ascii_digit());
    let far = index.abs_diff(noun);
    figures
        && index > noun
        && (6..=20).contains(&text.len())
        && !is_day(text)
        && (far < 5 || far < 7 && line.is_led(index))
        && line.is_closed(index)
        && !line.is_other(index)
        && !line.is_measured(index)
}

/// Whether it was made up to be a password: small letters and figures, and no product.
fn is_chosen(text: &str) -> bool {
    secretlike::chosen(text) && text.chars().any(char::is_lowercase) && text.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_lower(text: &str) -> bool {
    text.len() <= 24 && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Small words with a number behind them, said to be the password: `otter thunder 39`.
fn passphrase(line: &Line, noun: usize) -> Option<Range<usize>> {
    let small = |word: &Word| word.text.len() > 2 && word.text.bytes().all(|byte| byte.is_ascii_lowercase());
    let number = (noun + 3..line.words.len().min(noun + 12)).find(|index| {
        let word = &line.words[*index];
        (1..5).contains(&word.text.len())
            && word.text.bytes().all(|byte| byte.is_ascii_digit())
            && line.is_closed(*index)
            && !line.is_measured(*index)
    })?;
    let first = (noun + 1..number).find(|index| line.is_led(*index) && small(&line.words[*index]))?;
    let parts = &line.words[first..number];
    let whole = (2..6).contains(&parts.len())
        && parts.iter().all(|word| small(word) && !word.closed && !KNOWN.other.have(&word.lower));
    whole.then(|| line.place(&line.words[first]).start..line.place(&line.words[number]).end)
}

/// Whether it is a file's name: `texture_41.dds`.
fn is_file(text: &str) -> bool {
    let ending = text.trim_end_matches([',', ';']).rsplit_once('.').map_or("", |(_, ending)| ending);
    (2..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// What the lines below answer to a question for a password.
fn answers(line: &Line, noun: usize, text: &[u8], end: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let asked = line.words[noun..].iter().any(|word| word.ends) || line.words.last().is_some_and(|word| word.leads);
    let mut from = end + 1;
    // What stands behind a blank line may be about anything: there only a value that is all of an answer is one.
    let mut apart = false;
    for _ in 0..3 {
        let to = boundary::floor(text, text.len().min(from + BELOW));
        let Some(bytes) = text.get(from..to) else { break };
        let whole = memchr::memchr(b'\n', bytes).or((to == text.len()).then_some(bytes.len()));
        // A line so long is no answer.
        let Some(stop) = whole else { break };
        let Ok(below) = std::str::from_utf8(&bytes[..stop]) else { break };
        apart |= below.trim().is_empty();
        let below = Line::new(from, below);
        if !below.is_talk() || text[from..].starts_with(b"-----") {
            break;
        }
        let speaker = below.words.iter().take(4).position(|word| word.leads).map_or(0, |colon| colon + 1);
        for (index, word) in below.words.iter().enumerate() {
            let first = index == speaker || index == 0;
            let alone = first && below.is_closed(index);
            let said = !apart && below.is_led(index) && below.is_closed(index);
            let good = can_be(&below, index)
                && !is_file(word.text)
                && (secretlike::jumbled(word.text)
                    && (alone || said || !apart && word.text.chars().any(char::is_lowercase))
                    || (alone || said) && secretlike::telling(word.text)
                    || alone
                        && asked
                        && (is_chosen(word.text) || is_lower(word.text) && secretlike::unworded(word.text)));
            if good {
                found.push(below.place(word));
            }
        }
        if !found.is_empty() {
            break;
        }
        from += stop + 1;
    }
    found
}
