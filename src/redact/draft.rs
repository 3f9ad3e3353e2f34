//! The lines of a window in which something is hidden, as they will stand, for another look at them.
//!
//! Never here: a line without a private place, or the placeholder that is given in the end.

use super::span::Hit;

/// Lines with stand-ins for their private places.
pub(super) struct Draft {
    bytes: Vec<u8>,
    /// Where pieces that were copied start: here, in the original; and how long they are.
    pieces: Vec<(usize, usize, usize)>,
}

impl Draft {
    /// The lines of `bytes` that hold one of `hits`, which are sorted and do not overlap.
    pub fn of(bytes: &[u8], hits: &[Hit]) -> Self {
        let mut draft = Self { bytes: Vec::new(), pieces: Vec::new() };
        let mut from = 0;
        let mut hits = hits.iter().peekable();
        while let Some(hit) = hits.next() {
            let line = memchr::memrchr(b'\n', &bytes[from..hit.start]).map_or(from, |newline| from + newline + 1);
            draft.copy(bytes, line, hit.start);
            // What a stand-in says does not matter, only that it is one.
            draft.bytes.extend_from_slice(b"<hidden-1>");
            from = hit.end;
            let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |newline| from + newline + 1);
            if hits.peek().is_none_or(|next| next.start >= end) {
                draft.copy(bytes, from, end);
                from = end;
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(start: usize, end: usize) -> Hit {
        Hit { start, end, class: "user", value: None, rule: "" }
    }

    #[test]
    fn only_lines_that_changed() {
        let draft = Draft::of(b"one\nab ada cd ef\ntwo\nada ada", &[hit(7, 10), hit(21, 24), hit(25, 28)]);
        assert_eq!(draft.bytes(), b"ab <hidden-1> cd ef\n<hidden-1> <hidden-1>");
        assert_eq!(draft.original(&hit(14, 16)), Some(hit(11, 13)));
        assert_eq!(draft.original(&hit(4, 10)), None);
        assert_eq!(draft.original(&hit(0, 9)), None);
    }
}
