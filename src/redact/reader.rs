//! Replaces private values while a stream is read.
//!
//! Never here: a copy of what holds nothing private; it is handed on from the window.

use std::io::{self, Read};

use super::engine::Engine;
use super::span::Hit;
use super::stream::Windows;

/// A reader over another one, without its private values.
pub(super) struct Redacting<E, R> {
    engine: E,
    windows: Windows<R>,
    json: Option<bool>,
    /// The window rewritten; unused while `plain` is more than 0.
    out: Vec<u8>,
    /// Bytes of the window that go out as they are.
    plain: usize,
    position: usize,
}

impl<E: std::ops::Deref<Target = Engine>, R: Read> Redacting<E, R> {
    pub fn new(engine: E, inner: R) -> Self {
        Self { engine, windows: Windows::new(inner), json: None, out: Vec::new(), plain: 0, position: 0 }
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
        let json = *self.json.get_or_insert_with(|| is_json(bytes));
        let (done, places) = self.engine.places(bytes, self.windows.ended());
        if places.is_empty() {
            self.plain = done;
        } else {
            write(&bytes[..done], &places, json, &mut self.out);
        }
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

fn is_json(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|first| matches!(first, b'{' | b'['))
}

/// Writes `bytes` with each place replaced. A number in JSON becomes a string, so that it stays JSON.
fn write(bytes: &[u8], places: &[(Hit, String)], json: bool, out: &mut Vec<u8>) {
    let mut from = 0;
    for (hit, placeholder) in places {
        out.extend_from_slice(&bytes[from..hit.start]);
        let quote = is_json_number(bytes, hit, json);
        if quote {
            out.push(b'"');
        }
        out.extend_from_slice(placeholder.as_bytes());
        if quote {
            out.push(b'"');
        }
        from = hit.end;
    }
    out.extend_from_slice(&bytes[from..]);
}

/// Whether the place is a bare word where JSON has a value: behind `"key":`, or in an array of a JSON text.
fn is_json_number(bytes: &[u8], hit: &Hit, json: bool) -> bool {
    let numeric = bytes[hit.start..hit.end]
        .iter()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
    if !numeric {
        return false;
    }
    let before = bytes[..hit.start].trim_ascii_end();
    let after = bytes[hit.end..].trim_ascii_start().first();
    let closes = matches!(after, None | Some(b',' | b'}' | b']'));
    match before {
        [head @ .., b':'] => closes && head.trim_ascii_end().ends_with(b"\""),
        [.., b'[' | b','] => closes && after.is_some() && json,
        _ => false,
    }
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
