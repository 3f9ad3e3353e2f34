//! Replaces private values while a stream is read.
//!
//! Never here: a copy of what holds nothing private; it is handed on from the window.

use std::io::{self, Read};
use std::ops::Range;

use super::engine::Engine;
use super::json::{self, Json};
use super::span::Hit;
use super::stream::Windows;

/// A reader over another one, without its private values.
pub(super) struct Redacting<E, R> {
    engine: E,
    windows: Windows<R>,
    /// What the text is; known from the first window on.
    shape: Option<Shape>,
    /// The window rewritten; unused while `plain` is more than 0.
    out: Vec<u8>,
    /// Bytes of the window that go out as they are.
    plain: usize,
    position: usize,
    /// Whether no window was searched yet.
    first: bool,
}

/// What a text is.
enum Shape {
    Plain,
    Json(Json),
}

/// A text up to this size is searched until nothing more is found in what came out.
const SETTLED: usize = 64 << 10;
/// So often at most.
const ROUNDS: usize = 8;

impl<E: std::ops::Deref<Target = Engine>, R: Read> Redacting<E, R> {
    pub fn new(engine: E, inner: R) -> Self {
        Self { engine, windows: Windows::new(inner), shape: None, out: Vec::new(), plain: 0, position: 0, first: true }
    }

    /// Searches the next window; `false` at the end.
    fn advance(&mut self) -> io::Result<bool> {
        self.position = 0;
        self.plain = 0;
        self.out.clear();
        if !self.windows.fill()? {
            return Ok(false);
        }
        let bytes = self.windows.bytes();
        let shape = || if json::is_json(bytes) { Shape::Json(Json::default()) } else { Shape::Plain };
        let shape = self.shape.get_or_insert_with(shape);
        let (done, places) = self.engine.places(bytes, self.windows.ended());
        let bytes = &bytes[..done];
        match shape {
            Shape::Json(json) => write_json(bytes, &places, json, &mut self.out),
            Shape::Plain if places.is_empty() => self.plain = done,
            Shape::Plain => write(bytes, &places, &mut self.out),
        }
        if self.first && self.windows.ended() && done <= SETTLED && self.plain == 0 {
            settle(&self.engine, matches!(shape, Shape::Json(_)), &mut self.out);
        }
        self.first = false;
        self.windows.consume(done);
        Ok(true)
    }
}

impl<E: std::ops::Deref<Target = Engine>, R: Read> Read for Redacting<E, R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        loop {
            let ready = if self.plain > 0 { &self.windows.bytes()[..self.plain] } else { &self.out[..] };
            let rest = &ready[self.position..];
            if !rest.is_empty() || target.is_empty() {
                let length = rest.len().min(target.len());
                target[..length].copy_from_slice(&rest[..length]);
                self.position += length;
                return Ok(length);
            }
            if !self.advance()? {
                return Ok(0);
            }
        }
    }
}

/// Hides in a whole text what lies open only now that its neighbours are placeholders of another length: words that say what
/// a value is are looked for within some distance.
fn settle(engine: &Engine, json: bool, out: &mut Vec<u8>) {
    for _ in 0..ROUNDS {
        let (_, places) = engine.places(out, true);
        if places.is_empty() {
            break;
        }
        let before = std::mem::take(out);
        if json {
            write_json(&before, &places, &mut Json::default(), out);
        } else {
            write(&before, &places, out);
        }
    }
}

/// Writes JSON with each place replaced, so that it stays JSON.
fn write_json(bytes: &[u8], places: &[(Hit, String)], json: &mut Json, out: &mut Vec<u8>) {
    let mut from = 0;
    for piece in json.fit(bytes, places.iter().map(|(hit, _)| hit.start..hit.end)) {
        out.extend_from_slice(&bytes[from..piece.range.start]);
        let inner = || Some(inner_quote(bytes, &piece.range)).filter(|quote| quote.len() > 1).unwrap_or_default();
        let quote = if piece.bare { &b"\""[..] } else { inner() };
        put(&places[piece.place].1, quote, out);
        from = piece.range.end;
    }
    out.extend_from_slice(&bytes[from..]);
}

/// Writes `bytes` with each place replaced.
fn write(bytes: &[u8], places: &[(Hit, String)], out: &mut Vec<u8>) {
    let mut from = 0;
    for (hit, placeholder) in places {
        out.extend_from_slice(&bytes[from..hit.start]);
        put(placeholder, inner_quote(bytes, &(hit.start..hit.end)), out);
        from = hit.end;
    }
    out.extend_from_slice(&bytes[from..]);
}

fn put(placeholder: &str, quote: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(quote);
    out.extend_from_slice(placeholder.as_bytes());
    out.extend_from_slice(quote);
}

/// What a number behind `"key":` is put between to stay JSON in a line of a log or in a string: `"`, or `\"` as the key has it.
/// Nothing where it is no such number.
fn inner_quote<'a>(bytes: &'a [u8], place: &Range<usize>) -> &'a [u8] {
    let number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E');
    let after = bytes[place.end..].trim_ascii_start().first();
    let [head @ .., b':'] = bytes[..place.start].trim_ascii_end() else { return &[] };
    let [key @ .., b'"'] = head.trim_ascii_end() else { return &[] };
    if !bytes[place.clone()].iter().all(number) || !matches!(after, None | Some(b',' | b'}' | b']')) {
        return &[];
    }
    let slashes = key.iter().rev().take_while(|byte| **byte == b'\\').count();
    &bytes[key.len() - slashes..=key.len()]
}

#[cfg(test)]
mod tests {
    use super::super::policy::Policy;
    use super::*;

    #[test]
    fn json_stays_json() {
        for text in [
            r#"{"phone": 79165550199, "steam": [76561198000000001, 76561198000000002], "pin": 493817}"#,
            r#"{"path": "C:\\Users\\Grete\\x", "note": "line\nmail grete@firm-intern.de", "password": "a\"b\\c9"}"#,
            "[\n  76561198000000001,\n  3\n]",
            r#"{"lat": 55.751244, "lon": 37.618423, "n": 1.5}"#,
            r#"{"inner": "{\"token\": \"AbCd1234EfGh5678\", \"password\": \"Qwe123rty\"}"}"#,
        ] {
            let engine = Engine::new(&Policy::default());
            let out = engine.redact_text(text);
            assert_ne!(out, text);
            serde_json::from_str::<serde_json::Value>(&out).unwrap_or_else(|error| panic!("{error}: {out}"));
        }
    }

    #[test]
    fn numbers_in_prose_stay_bare() {
        let engine = Engine::new(&Policy::default());
        assert_eq!(engine.redact_text("ids, 76561198000000001, and"), "ids, <steam-1>, and");
    }
}
