//! The lines of a window in which something is hidden, as they will stand, for another look at them.
//!
//! Never here: a line without a private place, or the placeholder that is given in the end.

use std::ops::Range;

use super::span::Hit;

/// How far around a change a long line is looked at again.
const AROUND: usize = 2 << 10;

/// Lines with stand-ins for their private places.
pub(super) struct Draft {
    bytes: Vec<u8>,
    /// Where pieces that were copied start: here, in the original; and how long they are.
    pieces: Vec<(usize, usize, usize)>,
}

impl Draft {
    /// The lines of `bytes` that hold one of the `changed` places; of a long line, what stands around them. `hits` and
    /// `changed` are sorted, and no two of `hits` overlap.
    pub fn of(bytes: &[u8], hits: &[Hit], changed: &[Range<usize>]) -> Self {
        let mut draft = Self { bytes: Vec::new(), pieces: Vec::new() };
        let mut hits = hits.iter().peekable();
        let mut done = 0;
        let mut changed = changed.iter().peekable();
        while let Some(place) = changed.next() {
            if place.end <= done {
                continue;
            }
            let mut from = start(bytes, place.start).max(done);
            let mut stop = end(bytes, place.end.max(from));
            while let Some(next) = changed.next_if(|next| next.start <= stop) {
                stop = stop.max(if next.end <= stop { stop } else { end(bytes, next.end) });
            }
            // What is hidden is never cut.
            while hits.next_if(|hit| hit.end <= from).is_some() {}
            from = hits.peek().map_or(from, |hit| from.min(hit.start)).max(done);
            while let Some(hit) = hits.next_if(|hit| hit.start < stop) {
                draft.copy(bytes, from, hit.start);
                // The number does not matter; what kind of value stood here tells what stands beside it.
                draft.bytes.extend_from_slice(b"<");
                draft.bytes.extend_from_slice(hit.class.as_bytes());
                draft.bytes.extend_from_slice(b"-1>");
                from = hit.end;
                stop = stop.max(hit.end);
            }
            draft.copy(bytes, from, stop);
            if bytes.get(stop - 1) != Some(&b'\n') {
                draft.bytes.push(b'\n');
            }
            done = stop;
        }
        draft
    }

    fn copy(&mut self, bytes: &[u8], start: usize, end: usize) {
        if start < end {
            self.pieces.push((self.bytes.len(), start, end - start));
            self.bytes.extend_from_slice(&bytes[start..end]);
        }
    }

    /// The lines one after another.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A place found in these lines, as a place of the original; none for a stand-in or a part of it.
    pub fn original(&self, hit: &Hit) -> Option<Hit> {
        let piece = self.pieces.partition_point(|(here, ..)| *here <= hit.start).checked_sub(1)?;
        let (here, there, length) = self.pieces[piece];
        let inside = hit.start < hit.end && hit.end <= here + length;
        inside.then(|| Hit { start: hit.start - here + there, end: hit.end - here + there, ..hit.clone() })
    }
}

/// The start of the line, or of a word not too far before `at`.
fn start(bytes: &[u8], at: usize) -> usize {
    let low = at.saturating_sub(AROUND);
    match memchr::memrchr(b'\n', &bytes[low..at]) {
        Some(newline) => low + newline + 1,
        None if low == 0 => 0,
        None => memchr::memchr(b' ', &bytes[low..at]).map_or(low, |blank| low + blank),
    }
}

/// The end of the line, or of a word not too far behind `at`.
fn end(bytes: &[u8], at: usize) -> usize {
    let high = bytes.len().min(at + AROUND);
    match memchr::memchr(b'\n', &bytes[at..high]) {
        Some(newline) => at + newline + 1,
        None if high == bytes.len() => high,
        None => memchr::memrchr(b' ', &bytes[at..high]).map_or(high, |blank| at + blank + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(start: usize, end: usize) -> Hit {
        Hit { start, end, class: "user", value: None, rule: "" }
    }

    #[test]
    fn only_lines_that_changed() {
        let hits = [hit(7, 10), hit(21, 24), hit(25, 28)];
        let draft = Draft::of(b"one\nab ada cd ef\ntwo\nada ada", &hits, &[7..10, 21..24, 25..28]);
        assert_eq!(draft.bytes(), b"ab <user-1> cd ef\n<user-1> <user-1>\n");
        assert_eq!(draft.original(&hit(12, 14)), Some(hit(11, 13)));
        assert_eq!(draft.original(&hit(4, 10)), None);
        assert_eq!(draft.original(&hit(0, 9)), None);
        let draft = Draft::of(b"one\nab ada cd ef\ntwo\nada ada", &hits, std::slice::from_ref(&(25..28)));
        assert_eq!(draft.bytes(), b"<user-1> <user-1>\n");
    }

    #[test]
    fn of_a_long_line_what_stands_around() {
        let mut line = b"word ".repeat(4_000);
        line[10_000..10_004].copy_from_slice(b"ada1");
        let draft = Draft::of(&line, &[hit(5, 9), hit(10_000, 10_004)], std::slice::from_ref(&(10_000..10_004)));
        assert!(draft.bytes().len() < 2 * AROUND + 20 && draft.bytes().len() > 2 * AROUND - 20);
        assert!(memchr::memmem::find(draft.bytes(), b" <user-1> ").is_some());
        let found = memchr::memmem::rfind(draft.bytes(), b"word").unwrap();
        let there = draft.original(&hit(found, found + 4)).unwrap();
        assert_eq!(&line[there.start..there.end], b"word");
    }
}
