//! Cuts a stream of any size into windows that are searched one by one: at line ends, and in giant lines where no value is.
//!
//! Never here: more than one window in memory, or a cut that depends on how the bytes arrived.

use std::io::{self, Read};

use super::span::Hit;

/// How much is searched at once.
pub(super) const WINDOW: usize = 1 << 20;
/// In a line longer than a window, this much at its end is searched again with what follows.
const OVERLAP: usize = 16 << 10;
/// A key block that is not closed within this many bytes is cut like any text.
const BLOCK: usize = 64 << 10;
/// So much before the last line end is searched again with what follows: a key on one line can have its value on the next.
const KEPT: usize = 4 << 10;

/// The bytes of a stream, one window at a time.
pub(super) struct Windows<R> {
    inner: R,
    buffer: Vec<u8>,
    used: usize,
    ended: bool,
}

impl<R: Read> Windows<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, buffer: Vec::new(), used: 0, ended: false }
    }

    /// Reads on until the window is full or the stream ends; `false` when nothing is left.
    pub fn fill(&mut self) -> io::Result<bool> {
        self.buffer.drain(..self.used);
        self.used = 0;
        if !self.ended {
            let missing = WINDOW - self.buffer.len();
            self.buffer.reserve(missing);
            let read = self.inner.by_ref().take(missing as u64).read_to_end(&mut self.buffer)?;
            self.ended = read < missing;
        }
        Ok(!self.buffer.is_empty())
    }

    /// What is in the window.
    pub fn bytes(&self) -> &[u8] {
        &self.buffer
    }

    /// Whether the stream ends with this window.
    pub fn ended(&self) -> bool {
        self.ended
    }

    /// Says that the first `bytes` of the window are done with.
    pub fn consume(&mut self, bytes: usize) {
        self.used = bytes;
    }
}

/// The private places of the window and how many of its bytes are done with. `find` searches bytes.
pub(super) fn search(bytes: &[u8], ended: bool, find: impl Fn(&[u8]) -> Vec<Hit>) -> (usize, Vec<Hit>) {
    if ended {
        return (bytes.len(), find(bytes));
    }
    if let Some(end) = line_cut(bytes) {
        let mut hits = find(&bytes[..end]);
        let cut = early_cut(bytes, end, &hits);
        hits.retain(|hit| hit.end <= cut);
        return (cut, hits);
    }
    let mut hits = find(bytes);
    let cut = soft_cut(bytes, &hits);
    hits.retain(|hit| hit.end <= cut);
    (cut, hits)
}

/// After the last line end, before a key block that is open there.
fn line_cut(bytes: &[u8]) -> Option<usize> {
    let cut = memchr::memrchr(b'\n', bytes)? + 1;
    let from = cut.saturating_sub(BLOCK);
    if let Some(open) = memchr::memmem::rfind(&bytes[from..cut], b"-----BEGIN ")
        && memchr::memmem::find(&bytes[from + open..cut], b"-----END ").is_none()
    {
        return memchr::memrchr(b'\n', &bytes[..from + open]).map(|newline| newline + 1).or(Some(cut));
    }
    Some(cut)
}

/// Some lines before `end`, where no value is; `end` itself where the last line is too long for that.
fn early_cut(bytes: &[u8], end: usize, hits: &[Hit]) -> usize {
    let line = |at: usize| memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |newline| newline + 1);
    let mut cut = line(end.saturating_sub(KEPT));
    while let Some(hit) = hits.iter().find(|hit| hit.start < cut && cut < hit.end) {
        cut = line(hit.start);
    }
    if cut == 0 { end } else { cut }
}

/// In the last part of a giant line: behind a comma or a space that no value covers, else before the value there.
fn soft_cut(bytes: &[u8], hits: &[Hit]) -> usize {
    let high = bytes.len().saturating_sub(OVERLAP).max(1);
    let low = bytes.len().saturating_sub(2 * OVERLAP).max(1);
    let covering = |at: usize| hits.iter().find(|hit| hit.start < at && at < hit.end);
    for marks in [&b",;}"[..], b" \t&|>"] {
        if let Some(cut) = (low..high).rev().find(|at| marks.contains(&bytes[at - 1]) && covering(*at).is_none()) {
            return cut;
        }
    }
    let cut = super::boundary::floor(bytes, high).max(1);
    match covering(cut) {
        Some(hit) if hit.start > 0 => hit.start,
        Some(hit) => hit.end,
        None => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_end_at_lines_and_before_open_blocks() {
        let text = b"one\n-----BEGIN RSA PRIVATE KEY-----\nabc\n";
        assert_eq!(line_cut(text), Some(4));
        let text = b"one\n-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\nx";
        assert_eq!(line_cut(text), Some(text.len() - 1));
        assert_eq!(line_cut(b"no end"), None);
    }

    #[test]
    fn the_last_lines_are_searched_again() {
        let mut bytes = vec![b'x'; 10_000];
        for newline in [3_000, 5_000, 9_999] {
            bytes[newline] = b'\n';
        }
        let hit = |start, end| Hit { start, end, class: "secret", value: None, rule: "" };
        assert_eq!(early_cut(&bytes, 10_000, &[]), 5_001);
        assert_eq!(early_cut(&bytes, 10_000, &[hit(4_000, 6_000)]), 3_001);
        assert_eq!(early_cut(&bytes, 10_000, &[hit(1, 9_000)]), 10_000);
    }

    #[test]
    fn a_value_in_a_giant_line_is_not_cut() {
        let bytes = vec![b'x'; 100_000];
        let around = Hit { start: 60_000, end: 99_000, class: "secret", value: None, rule: "" };
        assert_eq!(soft_cut(&bytes, &[around]), 60_000);
        let all = Hit { start: 0, end: 99_000, class: "secret", value: None, rule: "" };
        assert_eq!(soft_cut(&bytes, &[all]), 99_000);
        assert_eq!(soft_cut(&bytes, &[]), 100_000 - OVERLAP);
    }
}
