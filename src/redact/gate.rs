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
    /// Digits in groups: four and four, or three and three, or three and two, with hyphens or spaces; three and four with a
    /// hyphen; three, three and four with dots.
    Groups,
    /// Two dots with six characters between them, a run of 23 before and of 20 behind.
    SixBetweenDots,
    /// Four hyphens with five characters between each two.
    FiveBetweenHyphens,
    /// Hyphens with six characters between each two.
    SixBetweenHyphens,
    /// Two dots with four hexadecimal digits before, between and behind them, letters and figures among them.
    FourBetweenDots,
    /// Two capital letters and two digits where a word starts.
    CountryDigits,
}

impl Gate {
    pub(super) const COUNT: usize = 9;

    /// What of `possible` leads to this gate.
    pub(super) fn bits(self) -> u8 {
        match self {
            Self::DottedQuad => QUAD,
            Self::ColonHex => COLONS,
            Self::HyphenHex => PAIR,
            Self::Groups => PAIR | SPACED | QUAD,
            Self::SixBetweenDots => SIX,
            Self::FiveBetweenHyphens | Self::SixBetweenHyphens => FIVE,
            Self::CountryDigits => COUNTRY,
            Self::FourBetweenDots => HEXES,
        }
    }
}

/// What a mark with its neighbours could open, as bits.
const QUAD: u8 = 1;
const SIX: u8 = 2;
const COLONS: u8 = 4;
const PAIR: u8 = 8;
const FIVE: u8 = 16;
const SPACED: u8 = 32;
const COUNTRY: u8 = 64;
const HEXES: u8 = 128;

/// How many marks are looked at together.
const BLOCK: usize = 64;

/// All bits where `holds`.
const fn all(holds: bool) -> u8 {
    0_u8.wrapping_sub(holds as u8)
}

/// What the mark between two neighbours could open. Without branches, so that the compiler does many at once.
#[inline]
fn possible(before: u8, mark: u8, after: u8) -> u8 {
    let digit = |byte: u8| all(byte.wrapping_sub(b'0') < 10);
    let hex = |byte: u8| digit(byte) | all((byte | 0x20).wrapping_sub(b'a') < 6);
    let word = |byte: u8| digit(byte) | all((byte | 0x20).wrapping_sub(b'a') < 26) | all(byte == b'_');
    let capital = |byte: u8| all(byte.wrapping_sub(b'A') < 26);
    let (dot, colon, hyphen, space) = (all(mark == b'.'), all(mark == b':'), all(mark == b'-'), all(mark == b' '));
    let numbers = digit(before) & digit(after) & (dot & QUAD | space & SPACED);
    let pairs = hex(before)
        & (hex(after) & (colon & COLONS | hyphen & PAIR | dot & HEXES) | all(after == b':') & colon & COLONS);
    let words = word(before) & (word(after) & hyphen & FIVE | (word(after) | all(after == b'-')) & dot & SIX);
    numbers | pairs | words | capital(before) & capital(mark) & digit(after) & COUNTRY
}

fn is(text: &[u8], at: usize, wanted: u8) -> bool {
    text.get(at) == Some(&wanted)
}

fn is_digits(text: &[u8], start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|bytes| bytes.iter().all(u8::is_ascii_digit))
}

fn is_word(text: &[u8], start: usize, end: usize) -> bool {
    let word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    text.get(start..end).is_some_and(|bytes| bytes.iter().all(word))
}

/// Calls `found` with each gate that opens and the position of its mark; only marks of the `wanted` bits are looked at.
pub(super) fn scan(text: &[u8], wanted: u8, mut found: impl FnMut(Gate, usize)) {
    let mut from = 0;
    while let Some((block, _)) = text.get(from..).and_then(|rest| rest.split_first_chunk::<{ BLOCK + 2 }>()) {
        let mut open = [0; BLOCK];
        for (i, open) in open.iter_mut().enumerate() {
            *open = possible(block[i], block[i + 1], block[i + 2]) & wanted;
        }
        for (eighth, eight) in open.chunks_exact(8).enumerate() {
            if eight.iter().fold(0, |any, open| any | open) != 0 {
                for (i, open) in eight.iter().enumerate().filter(|(_, open)| **open != 0) {
                    opens(text, from + eighth * 8 + i + 1, *open, &mut found);
                }
            }
        }
        from += BLOCK;
    }
    for (i, three) in text[from..].windows(3).enumerate() {
        opens(text, from + i + 1, possible(three[0], three[1], three[2]) & wanted, &mut found);
    }
}

/// Looks further at the mark `at`, whose neighbours could `open` some gates.
fn opens(text: &[u8], at: usize, open: u8, found: &mut impl FnMut(Gate, usize)) {
    if open & QUAD != 0 && quad(text, at) {
        found(Gate::DottedQuad, at);
    }
    if open & SIX != 0
        && is(text, at + 7, b'.')
        && is_word(text, at.wrapping_sub(23), at)
        && is_word(text, at + 8, at + 28)
    {
        found(Gate::SixBetweenDots, at);
    }
    if open & COLONS != 0 && colons(text, at) {
        found(Gate::ColonHex, at);
    }
    if open & PAIR != 0
        && [3, 6, 9, 12].iter().all(|step| is(text, at + step, b'-'))
        && !is(text, at.wrapping_sub(3), b'-')
    {
        found(Gate::HyphenHex, at);
    }
    if open & (PAIR | SPACED | QUAD) != 0 && groups(text, at) {
        found(Gate::Groups, at);
    }
    if open & FIVE != 0 && [6, 12, 18].iter().all(|step| is(text, at + step, b'-')) {
        found(Gate::FiveBetweenHyphens, at);
    }
    if open & FIVE != 0
        && [7, 14, 21].iter().all(|step| is(text, at + step, b'-'))
        && !is(text, at.wrapping_sub(7), b'-')
    {
        found(Gate::SixBetweenHyphens, at);
    }
    if open & HEXES != 0 && is(text, at + 5, b'.') && four(text, at) {
        found(Gate::FourBetweenDots, at);
    }
    if open & COUNTRY != 0 && text.get(at + 2).is_some_and(u8::is_ascii_digit) && super::boundary::starts(text, at - 1)
    {
        found(Gate::CountryDigits, at - 1);
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

/// Whether groups of four hexadecimal digits stand around the dot at `at` and the next one, letters and figures among them.
fn four(text: &[u8], at: usize) -> bool {
    let groups = [at.wrapping_sub(4), at + 1, at + 6].map(|start| text.get(start..start.saturating_add(4)));
    let any = |wanted: fn(&u8) -> bool| groups.iter().flatten().any(|digits| digits.iter().any(wanted));
    let hex = groups.iter().all(|group| group.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)));
    hex && any(u8::is_ascii_alphabetic) && any(u8::is_ascii_digit)
}

/// Whether the colon at `at` is the first of a run of hexadecimal digits and colons that is no clock time.
fn colons(text: &[u8], at: usize) -> bool {
    let inner = |byte: &&u8| byte.is_ascii_hexdigit() || **byte == b':';
    let head = text[..at].iter().rev().take(5).take_while(|byte| byte.is_ascii_hexdigit()).count();
    if head > 4 || (head < at && text[at - head - 1] == b':') {
        return false;
    }
    let run = text[at..].iter().take(44).take_while(inner);
    let (mut count, mut double, mut shortened, mut last) = (0, false, false, 0);
    for byte in run {
        if *byte == b':' {
            count += 1;
            double |= last == b':';
        } else {
            shortened |= double;
        }
        last = *byte;
    }
    count >= 5 || shortened
}

/// Whether digits in groups stand around `at`: four before and after it, or three before and a short group after it.
fn groups(text: &[u8], at: usize) -> bool {
    let separated = |end: usize| matches!(text.get(end), Some(b'-' | b' '));
    if text[at] == b'.' {
        return is(text, at + 4, b'.')
            && is_digits(text, at.wrapping_sub(3), at)
            && is_digits(text, at + 1, at + 4)
            && is_digits(text, at + 5, at + 9);
    }
    match text[..at].iter().rev().take(5).take_while(|byte| byte.is_ascii_digit()).count() {
        4 => is_digits(text, at + 1, at + 5),
        3 => {
            let more = text.get(at + 3..).unwrap_or_default().iter().take(3).take_while(|byte| byte.is_ascii_digit());
            is_digits(text, at + 1, at + 3)
                && match more.count() {
                    digits @ (0 | 1) => separated(at + 3 + digits),
                    digits => digits == 2 && is(text, at, b'-'),
                }
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gates(text: &str) -> Vec<Gate> {
        let mut all = Vec::new();
        scan(text.as_bytes(), 0xFF, |gate, _| all.push(gate));
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
        assert_eq!(gates("3c:7c:3f:1a:2b:4d: std::vector"), [Gate::ColonHex]);
        assert_eq!(gates("AA-BB-CC-DD-EE-01"), [Gate::HyphenHex]);
        assert_eq!(gates("3c7c.3f1a.2b4d 3c7c.3f1a"), [Gate::FourBetweenDots]);
        assert_eq!(gates("555-0132"), [Gate::Groups]);
        assert_eq!(gates("415.555.0132"), [Gate::Groups]);
        assert_eq!(gates("1.2.3.4.5"), [Gate::DottedQuad]);
        assert_eq!(gates("IBAN DE89 xDE89 DE8"), [Gate::CountryDigits]);
    }
}
