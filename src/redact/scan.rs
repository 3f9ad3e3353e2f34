//! Runs the rules over bytes: literals and gates say where, small windows say what.
//!
//! Never here: a pattern that sees the whole text, or the memory of what was found before.

use std::collections::HashMap;
use std::ops::Range;

use regex::bytes::Regex;

use super::about;
use super::boundary;
use super::gate;
use super::keyed;
use super::placeholder;
use super::prose;
use super::rule::{Kind, Rule, Rules};
use super::said;
use super::span::Hit;

/// A pattern that sees this many bytes sees far.
const FAR: usize = 4 << 10;
/// So many bytes such a rule may look at without finding anything in those it saw at first.
const WORK: usize = 4 << 20;
/// So many values in tables are looked at in one text: each word of a header can head all of it.
const TABLES: usize = 40_000;
/// How much of the line before a value the rules look at.
const LEFT: usize = 64;
/// How much of the lines before a trigger they look at.
const NEAR: usize = 400;
/// How much behind a value they look at.
const RIGHT: usize = 24;

/// Adds every place in `text` that a rule finds private to `hits`, in no order.
pub(super) fn scan(rules: &'static Rules, text: &[u8], hits: &mut Vec<Hit>) {
    let mut looks = HashMap::new();
    let mut last = vec![0..0; rules.all.len()];
    let mut tables = TABLES;
    rules.literals.find(text, |literal, place| {
        for index in &rules.by_literal[literal] {
            let rule = rules.all[*index];
            if rule.data.kind == Kind::About {
                let (places, seen) = about::places(rule, text, place.clone(), last[*index].end);
                let places = places.into_iter().filter(|place| !is_nowhere(rule, text, place));
                hits.extend(places.filter_map(|place| hit(rule, text, place)).flat_map(|hit| parts(rule, text, hit)));
                last[*index].end = seen;
                continue;
            }
            if last[*index].contains(&place.start) {
                // What the rule would find here lies in what it found before.
                continue;
            }
            if rule.data.kind != Kind::Shape || rule.data.reach < FAR || rule.data.back > 0 {
                let before = hits.len();
                run(rule, text, place.clone(), &mut tables, hits);
                if let Some(hit) = hits[before..].last() {
                    last[*index] = hit.start..hit.end;
                } else if let Some(refused) = keyed::long_value(rule, text, place.clone()) {
                    last[*index] = refused;
                }
                continue;
            }
            let look: &mut Look = looks.entry(*index).or_default();
            if look.wanted(place.start, rule.data.reach) {
                let before = hits.len();
                run(rule, text, place.clone(), &mut tables, hits);
                look.done(place.end + rule.data.reach, hits[before..].last());
            }
        }
    });
    if rules.gates != 0 {
        gate::scan(text, rules.gates, |gate, at| {
            for index in &rules.by_gate[gate as usize] {
                run(rules.all[*index], text, at..at + 1, &mut tables, hits);
            }
        });
    }
}

/// What a rule that sees far has looked at: its triggers can stand close together, and each would see all of it again.
#[derive(Default)]
struct Look {
    /// Where its last hit ends.
    hidden: usize,
    /// How far it saw.
    seen: usize,
    /// How often it found nothing on the way there.
    tries: usize,
}

impl Look {
    fn wanted(&mut self, start: usize, reach: usize) -> bool {
        if start >= self.seen {
            self.tries = 0;
        }
        start >= self.hidden && self.tries * reach < WORK
    }

    fn done(&mut self, seen: usize, hit: Option<&Hit>) {
        if let Some(hit) = hit {
            (self.hidden, self.tries) = (hit.end, 0);
        } else {
            if self.tries == 0 {
                self.seen = seen;
            }
            self.tries += 1;
        }
    }
}

/// Runs one rule at its trigger and adds what it finds; `tables` are values in tables that may still be looked at.
fn run(rule: &'static Rule, text: &[u8], trigger: Range<usize>, tables: &mut usize, hits: &mut Vec<Hit>) {
    let Range { start, end } = trigger;
    let lacks = |pattern: Option<&Regex>, bytes: &[u8]| pattern.is_some_and(|pattern| !pattern.is_match(bytes));
    let found = match rule.data.kind {
        Kind::Shape => shape(rule, text, start, end),
        Kind::KeyValue => keyed::key_value(rule, text, start, end),
        Kind::Label => label(rule, text, start, end),
        // Those remember what they have seen.
        Kind::About => None,
        Kind::Said => {
            let whole = !rule.data.whole || is_whole(text, start, end);
            let places = rule.data.said.filter(|_| whole).map(|said| said::places(said, text, start..end));
            hits.extend(places.into_iter().flatten().filter_map(|place| hit(rule, text, place)));
            None
        }
    };
    let far = || lacks(rule.near(), &text[start.saturating_sub(NEAR)..start]);
    let Some(found) = found else {
        if rule.data.kind == Kind::KeyValue {
            keyed::column(rule, text, start..end, tables, far, hits);
        }
        return;
    };
    if lacks(rule.needs_left(), left(text, start)) || far() {
        return;
    }
    if is_nowhere(rule, text, &found) {
        return;
    }
    let Some(each) = rule.each() else {
        hits.extend(hit(rule, text, found));
        return;
    };
    for item in each.captures_iter(&text[found.clone()]) {
        if let Some(item) = item.name("v").or_else(|| item.get(0)) {
            hits.extend(hit(rule, text, found.start + item.start()..found.start + item.end()));
        }
    }
}

fn is_nowhere(rule: &Rule, text: &[u8], found: &Range<usize>) -> bool {
    rule.data.class == "geo" && prose::is_nowhere(&text[found.clone()])
}

/// What the rule found, unless something about it says that it is not private.
pub(super) fn hit(rule: &'static Rule, text: &[u8], found: Range<usize>) -> Option<Hit> {
    let mut found = boundary::floor(text, found.start)..boundary::ceil(text, found.end);
    if rule.data.class == "user" && found.len() > 1 && text.get(found.end - 1) == Some(&b'.') {
        // A sentence ends there, not a login.
        found.end -= 1;
    }
    // Backslashes before a quote escape it: they belong to the text around the value.
    if text.get(found.end) == Some(&b'"') {
        found.end -= text[found.clone()].iter().rev().take_while(|byte| **byte == b'\\').count();
    }
    let value = text.get(found.clone())?;
    let refused = value.is_empty()
        || prose::cuts_a_word(rule, text, &found)
        || prose::is_said_of(rule, text, &found)
        || rule.data.validator.is_some_and(|validator| !validator.accepts(value))
        || rule.unless_left().is_some_and(|pattern| pattern.is_match(left(text, found.start)))
        || rule.unless_right().is_some_and(|pattern| pattern.is_match(right(text, found.end)))
        || placeholder::is_in(value)
        || found.start > 0 && text[found.start - 1] == b'<' && placeholder::at(text, found.start - 1);
    (!refused).then_some(Hit {
        start: found.start,
        end: found.end,
        class: &rule.data.class,
        value: None,
        rule: &rule.data.id,
    })
}

/// What of a place is hidden, each by itself, where the rule says so: both numbers of a place on earth.
fn parts(rule: &'static Rule, text: &[u8], whole: Hit) -> Vec<Hit> {
    let Some(each) = rule.each() else { return vec![whole] };
    let items = each.find_iter(&text[whole.start..whole.end]);
    items.map(|item| Hit { start: whole.start + item.start(), end: whole.start + item.end(), ..whole }).collect()
}

pub(super) fn left(text: &[u8], at: usize) -> &[u8] {
    let from = at.saturating_sub(LEFT);
    let line = memchr::memrchr(b'\n', &text[from..at]).map_or(from, |newline| from + newline + 1);
    &text[line..at]
}

fn right(text: &[u8], at: usize) -> &[u8] {
    &text[at..text.len().min(at + RIGHT)]
}

/// Whether so many letters, figures, hyphens or low lines stand in a row.
fn has_run(bytes: &[u8], length: usize) -> bool {
    let token = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    bytes.split(|byte| !token(byte)).any(|run| run.len() >= length)
}

/// The group `v`, `w` or `x` of the first match that covers `trigger`, or all of it.
pub(super) fn pattern_match(rule: &Rule, text: &[u8], window: Range<usize>, trigger: usize) -> Option<Range<usize>> {
    let pattern = rule.pattern()?;
    let bytes = text.get(window.clone())?;
    if let Some(mark) = rule.data.holds
        && memchr::memchr(mark as u8, bytes).is_none()
    {
        return None;
    }
    if rule.data.unbroken > 0 && !has_run(bytes, rule.data.unbroken) {
        return None;
    }
    let all = pattern
        .find_iter(bytes)
        .find(|all| window.start + all.start() <= trigger && trigger < window.start + all.end())?;
    let first = window.start + all.start();
    if text.get(first) == Some(&b'>') && placeholder::before(text, first).is_some() {
        // What stood here belonged to the value that is hidden already.
        return None;
    }
    let group = || {
        // Only a pattern that matches is asked for its groups, and only about what it matched: that costs several times as much.
        let captures = pattern.captures_at(&bytes[..all.end()], all.start())?;
        ["v", "w", "x"].into_iter().find_map(|name| captures.name(name))
    };
    let found = if pattern.captures_len() > 1 { group().unwrap_or(all) } else { all };
    let mut end = window.start + found.end();
    if end == window.end {
        // The window cut a token: it goes on as long as its alphabet does.
        let more = text[end..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'/' | b'='));
        end += more.count();
    }
    Some(window.start + found.start()..end)
}

/// Whether the word stands alone, but for the number of one of several.
fn is_whole(text: &[u8], start: usize, end: usize) -> bool {
    let number = usize::from(text.get(end).is_some_and(u8::is_ascii_digit));
    boundary::starts(text, start) && boundary::ends(text, end + number)
}

fn shape(rule: &Rule, text: &[u8], start: usize, end: usize) -> Option<Range<usize>> {
    // Where the whole match is the value, what is inside of a word needs no look at the pattern.
    let all = rule.data.back == 0 && rule.pattern().is_some_and(|pattern| pattern.captures_len() == 1);
    if all && !rule.data.inside && !boundary::starts(text, start) {
        return None;
    }
    let window = start.saturating_sub(rule.data.back)..text.len().min(end + rule.data.reach);
    let mut found = pattern_match(rule, text, window, start)?;
    if rule.data.back > 0 {
        // The letter of an escape before the value is no part of it.
        found.start += boundary::escape_len(text, found.start);
    }
    let whole = rule.data.inside || (boundary::starts(text, found.start) && boundary::ends(text, found.end));
    (whole && found.start < found.end).then_some(found)
}

fn label(rule: &Rule, text: &[u8], start: usize, end: usize) -> Option<Range<usize>> {
    if rule.first().is_some_and(|first| !first.has(text.get(end))) || !boundary::starts(text, start) {
        return None;
    }
    let found = pattern_match(rule, text, end..text.len().min(end + rule.data.reach), end)?;
    let joined = found.start == end && text[end - 1].is_ascii_alphanumeric();
    // `/ru` is no label in `//rust`.
    (!joined || !text.get(end).is_some_and(u8::is_ascii_alphanumeric)).then_some(found)
}
