//! Cheap triggers for shapes that start with no fixed text: one look at each dot, colon, hyphen and space.
//!
//! Never here: a decision. A gate says where a rule's pattern is tried; most bytes pass it by.

use serde::Deserialize;

/// What a shape without a fixed text is recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Gate {
    /// Three dots between digits: the first dot of four numbers.
    DottedQuad,
    /// Hexadecimal digits around colons: the first colon, at least two colons in all, no clock.
    ColonHex,
    /// Two hexadecimal digits around a hyphen, the first of five such hyphens.
    HyphenHex,
    /// Digits in groups: four and four, or three and three, or three and two, with hyphens or spaces.
    Groups,
    /// Two dots with six characters between them.
    SixBetweenDots,
    /// Four hyphens with five characters between each two.
    FiveBetweenHyphens,
}

impl Gate {
    pub(super) const COUNT: usize = 6;
}

const OTHER: u8 = 0;
const DIGIT: u8 = 1;
const HEX: u8 = 2;
const LETTER: u8 = 3;
const DOT: u8 = 4;
const COLON: u8 = 5;
const HYPHEN: u8 = 6;
const SPACE: u8 = 7;

static KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    let mut table = [OTHER; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = match i as u8 {
            b'0'..=b'9' => DIGIT,
            b'a'..=b'f' | b'A'..=b'F' => HEX,
            b'g'..=b'z' | b'G'..=b'Z' | b'_' => LETTER,
            b'.' => DOT,
            b':' => COLON,
            b'-' => HYPHEN,
            b' ' => SPACE,
            _ => OTHER,
        };
        i += 1;
    }
    table
}

fn kind(text: &[u8], at: usize) -> u8 {
    text.get(at).map_or(OTHER, |byte| KINDS[usize::from(*byte)])
}

fn is_digits(text: &[u8], start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|bytes| bytes.iter().all(u8::is_ascii_digit))
}

/// Calls `found` with each gate that opens and the position of its mark.
pub(super) fn scan(text: &[u8], mut found: impl FnMut(Gate, usize)) {
    for (at, byte) in text.iter().enumerate() {
        let mark = KINDS[usize::from(*byte)];
        if mark < DOT || at == 0 {
            continue;
        }
        let before = KINDS[usize::from(text[at - 1])];
        let after = kind(text, at + 1);
        match mark {
            DOT => {
                if before == DIGIT && after == DIGIT && quad(text, at) {
                    found(Gate::DottedQuad, at);
                }
                if before <= LETTER && before != OTHER && kind(text, at + 7) == DOT {
                    found(Gate::SixBetweenDots, at);
                }
            }
            COLON if matches!(before, DIGIT | HEX) && matches!(after, DIGIT | HEX | COLON) && colons(text, at) => {
                found(Gate::ColonHex, at);
            }
            HYPHEN => {
                if matches!(before, DIGIT | HEX) && matches!(after, DIGIT | HEX) {
                    if [3, 6, 9, 12].iter().all(|step| kind(text, at + step) == HYPHEN)
                        && kind(text, at.wrapping_sub(3)) != HYPHEN
                    {
                        found(Gate::HyphenHex, at);
                    }
                    if before == DIGIT && groups(text, at) {
                        found(Gate::Groups, at);
                    }
                }
                if before != HYPHEN && [6, 12, 18].iter().all(|step| kind(text, at + step) == HYPHEN) {
                    found(Gate::FiveBetweenHyphens, at);
                }
            }
            SPACE if before == DIGIT && after == DIGIT && groups(text, at) => found(Gate::Groups, at),
            _ => {}
        }
    }
}

/// Whether the dot at `at` is the first of three between numbers of up to three digits.
fn quad(text: &[u8], at: usize) -> bool {
    let head = text[..at].iter().rev().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    if head > 3 || (head < at && text[at - head - 1] == b'.') {
        return false;
    }
    let mut from = at + 1;
    for more in [true, true, false] {
        let run = text[from..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        if run == 0 || run > 3 || (more && text.get(from + run) != Some(&b'.')) {
            return false;
        }
        from += run + 1;
    }
    true
}

/// Whether the colon at `at` is the first of a run of hexadecimal digits and colons that is no clock time.
fn colons(text: &[u8], at: usize) -> bool {
    let inner = |byte: &&u8| byte.is_ascii_hexdigit() || **byte == b':';
    let head = text[..at].iter().rev().take(5).take_while(|byte| byte.is_ascii_hexdigit()).count();
    if head > 4 || (head < at && text[at - head - 1] == b':') {
        return false;
    }
    let run = text[at..].iter().take(44).take_while(inner);
    let (mut count, mut double, mut last) = (0, false, 0);
    for byte in run {
        if *byte == b':' {
            count += 1;
            double |= last == b':';
        }
        last = *byte;
    }
    count >= 5 || (double && count >= 2)
}

/// Whether digits in groups stand around `at`: four before and after it, or three before and a short group after it.
fn groups(text: &[u8], at: usize) -> bool {
    let separated = |end: usize| matches!(kind(text, end), HYPHEN | SPACE);
    match text[..at].iter().rev().take(5).take_while(|byte| byte.is_ascii_digit()).count() {
        4 => is_digits(text, at + 1, at + 5),
        3 => {
            is_digits(text, at + 1, at + 3) && (separated(at + 3) || (kind(text, at + 3) == DIGIT && separated(at + 4)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gates(text: &str) -> Vec<Gate> {
        let mut all = Vec::new();
        scan(text.as_bytes(), |gate, _| all.push(gate));
        all
    }

    #[test]
    fn a_plain_log_line_opens_nothing() {
        assert_eq!(gates("2031-05-02 12:34:56.789 [INFO] Renderer: loaded 14 shaders in 3.5 ms (0x7fff)"), []);
    }

    #[test]
    fn shapes_open_their_gate() {
        assert_eq!(gates("from 10.1.2.3 to"), [Gate::DottedQuad]);
        assert_eq!(gates("aa:bb:cc:dd:ee:01"), [Gate::ColonHex]);
        assert_eq!(gates("fe80::1c2b"), [Gate::ColonHex]);
        assert_eq!(gates("AA-BB-CC-DD-EE-01"), [Gate::HyphenHex]);
        assert_eq!(gates("1.2.3.4.5"), [Gate::DottedQuad]);
    }
}
