//! Runs the rules that go by a key: its value, and the values of the column that it heads.
//!
//! Never here: where a value stands (`keyvalue.rs`, `table.rs`).

use std::ops::Range;

use super::boundary;
use super::generic;
use super::keyvalue::{self, Form};
use super::prose;
use super::rule::{Kind, Rule};
use super::scan::{hit, left, pattern_match};
use super::span::Hit;
use super::table;
use super::validate::Validator;

/// From here on a value is long.
const LONG: usize = 512;

/// The value of the key at `start..end`, if the rule would hide it.
pub(super) fn key_value(rule: &Rule, text: &[u8], start: usize, end: usize) -> Option<Range<usize>> {
    let (range, form) = keyvalue::value(text, start, end, rule.data.style())?;
    let defined = || memchr::memmem::find(left(text, start), b"define(").is_some();
    let listed = |value: &[u8]| value.len() >= 6 && value.iter().any(u8::is_ascii_digit) || defined();
    if form == Form::Listed && !listed(&text[range.clone()]) {
        return None;
    }
    let telling = |value: &[u8]| value.iter().any(|byte| !byte.is_ascii_alphabetic() && *byte < 0x80);
    // A word that no list knows tells by itself.
    let chosen = rule.data.validator == Some(Validator::Stranger);
    if form == Form::Directive && !chosen && !telling(&text[range.clone()]) {
        return None;
    }
    if form == Form::Prose && is_prose(text, &range, &rule.data.class) {
        return None;
    }
    if form != Form::Enclosed && prose::begins_a_sentence(text, &range, &rule.data.class) {
        return None;
    }
    // In a row only a secret is told by the cell before it, as in a jar of cookies.
    let cell = rule.data.class != "secret" && range.start > 0 && text[range.start - 1] == b'\t';
    if cell && keyvalue::in_row(text, range.start) {
        return None;
    }
    if rule.data.pattern.is_empty() {
        return Some(range);
    }
    let at = range.start;
    pattern_match(rule, text, range, at)
}

/// Runs one rule on the values below its key, where that heads a column and the rule is not `far` from what it needs.
pub(super) fn column(
    rule: &'static Rule,
    text: &[u8],
    key: Range<usize>,
    tables: &mut usize,
    far: impl FnOnce() -> bool,
    hits: &mut Vec<Hit>,
) {
    if *tables == 0 {
        return;
    }
    let cells = table::column(text, key.start, key.end, rule.data.whole);
    if cells.is_empty() || far() {
        return;
    }
    for cell in cells {
        *tables = tables.saturating_sub(1);
        // A word alone below a heading could say anything about a secret.
        if rule.data.class == "secret" && !text[cell.clone()].iter().any(u8::is_ascii_digit) {
            continue;
        }
        if matches!(rule.data.class.as_str(), "user" | "name") && prose::is_of_words(&text[cell.clone()]) {
            continue;
        }
        let (at, ends) = (cell.start, cell.end);
        let found = if rule.data.pattern.is_empty() { Some(cell) } else { pattern_match(rule, text, cell, at) };
        // A login is all of its cell, not the first of several words.
        let goes_on = |found: &Range<usize>| rule.data.class == "user" && text[found.end..ends].starts_with(b" ");
        hits.extend(found.filter(|found| !goes_on(found)).and_then(|found| hit(rule, text, found)));
    }
}

/// A long value that is refused: every key inside of it would be given the rest of it again.
pub(super) fn long_value(rule: &Rule, text: &[u8], place: Range<usize>) -> Option<Range<usize>> {
    if rule.data.kind != Kind::KeyValue {
        return None;
    }
    let (range, _) = keyvalue::value(text, place.start, place.end, rule.data.style())?;
    (range.len() >= LONG).then_some(range)
}

/// Whether the value after a colon is the first of several plain words: `password: must be longer`.
fn is_prose(text: &[u8], range: &Range<usize>, class: &str) -> bool {
    let Ok(word) = std::str::from_utf8(&text[range.clone()]) else { return false };
    let capitals = class == "user";
    // A word that no list knows is rather a password than prose about one.
    let known = class != "secret" || generic::is_plain(word);
    let plain = word.chars().all(|c| c.is_lowercase() || (capitals && c.is_alphabetic()) || c == '\'' || c == '-');
    let next =
        text.get(range.end) == Some(&b' ') && boundary::char_at(text, range.end + 1).is_some_and(char::is_alphabetic);
    plain && next && known && !names_a_value(&text[range.end..])
}

/// Whether a few words lead to a colon or an equals sign: the next key of the same line, `name: ada Domain: x`.
pub(super) fn names_a_value(bytes: &[u8]) -> bool {
    let near = &bytes[..bytes.len().min(40)];
    let words = near.iter().take_while(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'_')).count();
    let mut label = near[..words].trim_ascii().split(|byte| *byte == b' ');
    // Each word of a longer key has a capital: `Source Network Address:`.
    let few = label.clone().count() <= 2 || label.all(|word| word.first().is_some_and(u8::is_ascii_uppercase));
    let next = near.get(words + 1).is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b'/');
    let one = !near[..words].trim_ascii().contains(&b' ');
    one && next && matches!(near.get(words), Some(b':' | b'='))
        || few
            && matches!(near.get(words), Some(b':' | b'='))
            && near[..words].trim_ascii().first().is_some_and(u8::is_ascii_uppercase)
}
