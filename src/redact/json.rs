//! Keeps JSON valid while values in it are replaced: what is replaced ends with its string, an escape is taken whole, and a
//! bare number or word becomes a string.
//!
//! Never here: the question what is private.

use std::ops::Range;

use serde::de::IgnoredAny;
use serde_json::Deserializer;

/// A place that is replaced, and the quotes that its placeholder needs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it stands.
    pub range: Range<usize>,
    /// Number of the place that was asked for.
    pub place: usize,
    /// Whether it was no string.
    pub bare: bool,
}

/// Whether a text that starts with `bytes` is JSON: one value, or one after another.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let starts = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    starts.is_some_and(|first| matches!(first, b'{' | b'['))
        && Deserializer::from_slice(bytes)
            .into_iter::<IgnoredAny>()
            .all(|value| value.map_or_else(|error| error.is_eof(), |_| true))
}

/// Follows a JSON text window by window.
#[derive(Debug, Default)]
pub(super) struct Json {
    /// Whether the next byte is in a string.
    inside: bool,
    /// So many of the next bytes belong to an escape that began before.
    skip: usize,
}

impl Json {
    /// What of `places`, which are sorted and do not overlap, is replaced in `bytes`, the next of the text.
    pub fn fit(&mut self, bytes: &[u8], places: impl Iterator<Item = Range<usize>>) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = std::mem::take(&mut self.skip).min(bytes.len());
        for (place, range) in places.enumerate() {
            let escape = self.go(bytes, &mut at, range.start);
            let free = pieces.last().map_or(0, |piece| piece.range.end);
            let mut from = escape.unwrap_or(range.start).max(free);
            while from < range.end {
                let start = from;
                let bare = !self.inside;
                if self.inside {
                    let close = self.close(bytes, &mut at, range.end);
                    from = close.unwrap_or(at.max(range.end)).min(bytes.len());
                    let piece = start..from;
                    from += usize::from(close.is_some());
                    push(&mut pieces, Piece { range: piece, place, bare });
                } else if is_word(bytes[start]) {
                    let before = bytes[free..start].iter().rev().take_while(|byte| is_word(**byte)).count();
                    let after = bytes[start..].iter().take_while(|byte| is_word(**byte)).count();
                    from = start + after;
                    at = at.max(from);
                    push(&mut pieces, Piece { range: start - before..from, place, bare });
                } else {
                    from = start + 1;
                    self.inside = bytes[start] == b'"';
                    at = at.max(from);
                }
            }
        }
        self.go(bytes, &mut at, bytes.len());
        self.skip = at - bytes.len();
        pieces
    }

    /// Goes on from `at` to `to`; the start of the escape if `to` is in the middle of one.
    fn go(&mut self, bytes: &[u8], at: &mut usize, to: usize) -> Option<usize> {
        let mut escape = None;
        while *at < to {
            if !self.inside {
                let quote = memchr::memchr(b'"', &bytes[*at..to]);
                *at = quote.map_or(to, |quote| *at + quote + 1);
                self.inside = quote.is_some();
            } else if let Some(close) = self.close_or_escape(bytes, at, to) {
                escape = Some(close);
            }
        }
        escape.filter(|_| *at > to)
    }

    /// The quote that ends the string before `to`, if one does; `at` is behind it then.
    fn close(&mut self, bytes: &[u8], at: &mut usize, to: usize) -> Option<usize> {
        while *at < to && self.inside {
            self.close_or_escape(bytes, at, to);
        }
        (!self.inside).then(|| *at - 1)
    }

    /// Goes to what ends the string or behind the next escape; gives where the escape starts.
    fn close_or_escape(&mut self, bytes: &[u8], at: &mut usize, to: usize) -> Option<usize> {
        let Some(found) = memchr::memchr3(b'"', b'\\', b'\n', &bytes[*at..to]) else {
            *at = to;
            return None;
        };
        let found = *at + found;
        if bytes[found] != b'\\' {
            // No string of JSON goes on behind a line end: one that does is broken, and the next line starts anew.
            self.inside = false;
            *at = found + 1;
            return None;
        }
        *at = found + if bytes.get(found + 1) == Some(&b'u') { 6 } else { 2 };
        Some(found)
    }
}

/// What a number, `true` or `null` is made of, and all else that stands between marks.
fn is_word(byte: u8) -> bool {
    !matches!(byte, 0..=b' ' | b'"' | b',' | b':' | b'[' | b']' | b'{' | b'}')
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    if !piece.range.is_empty() {
        pieces.push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(text: &str, places: &[&str]) -> String {
        let ranges = places.iter().map(|place| {
            let start = text.find(place).unwrap();
            start..start + place.len()
        });
        let (mut out, mut from) = (String::new(), 0);
        for piece in Json::default().fit(text.as_bytes(), ranges) {
            out.push_str(&text[from..piece.range.start]);
            out.push_str(if piece.bare { "\"#\"" } else { "#" });
            from = piece.range.end;
        }
        out + &text[from..]
    }

    #[test]
    fn a_place_keeps_to_its_string() {
        for (text, places, wanted) in [
            (r#"{"a":-1}"#, &["-1}"][..], r##"{"a":"#"}"##),
            (r#"{"a":[1000]}"#, &["100"], r##"{"a":["#"]}"##),
            (r#"{"a":[1000]}"#, &["10", "00"], r##"{"a":["#"]}"##),
            (r#"{"a":"x\\\"y"}"#, &[r"x\\\"], r##"{"a":"#y"}"##),
            (r#"{"a":"x\u0041y"}"#, &["0041y"], r#"{"a":"x#"}"#),
            (r#"{"a":"x","b":[1,"y"]}"#, &[r#"x","b":[1,"y"#], r##"{"a":"#","#":["#","#"]}"##),
            (r#"{"a":"x"}"#, &["x"], r##"{"a":"#"}"##),
        ] {
            let out = fitted(text, places);
            assert_eq!(out, wanted);
            assert!(is_json(out.as_bytes()));
        }
    }

    #[test]
    fn windows_may_be_cut_anywhere() {
        let text = br#"{"a\"b":"c\u0041 secret","n":17}"#;
        let find = |word: &[u8]| memchr::memmem::find(text, word).unwrap();
        let (secret, number) = (find(b"secret"), find(b"17"));
        for cut in 0..secret {
            let mut json = Json::default();
            assert_eq!(json.fit(&text[..cut], std::iter::empty()), []);
            let places = [secret - cut..secret + 6 - cut, number - cut..number + 2 - cut];
            let bare: Vec<bool> = json.fit(&text[cut..], places.into_iter()).iter().map(|piece| piece.bare).collect();
            assert_eq!(bare, [false, true], "{cut}");
        }
    }

    #[test]
    fn logs_are_no_json() {
        assert!(is_json(b" {\"a\": 1}\n[2, {\"b\""));
        assert!(!is_json(b"[2031-05-02 12:00:00] INFO {\"a\": 1}"));
        assert!(!is_json(b"{broken}"));
        assert!(!is_json(b"text {\"a\": 1}"));
    }
}
