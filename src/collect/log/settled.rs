//! Lines of a record that has not told its level yet wait here for the line that tells it.

use super::rows::Place;
use crate::collect::inspect::records::Seen;
use crate::collect::lines::Line;

/// Hands lines on in their order, each with the level of its record.
pub struct Settled<F> {
    waits: bool,
    waiting: Vec<(Place, Vec<u8>, Seen)>,
    next: F,
}

impl<F: FnMut(Place, &Line, &Seen) -> bool> Settled<F> {
    /// Hands them to `next`; if levels are not asked for, none waits.
    pub fn new(waits: bool, next: F) -> Self {
        Self { waits, waiting: Vec::new(), next }
    }

    /// The next line; a line after it may tell its level if it `is_untold`. Says whether to go on.
    pub fn take(&mut self, place: Place, line: &Line, seen: Seen, is_untold: bool) -> bool {
        if !self.waits {
            return (self.next)(place, line, &seen);
        }
        if (seen.begins || !is_untold) && !self.flush(seen.level.filter(|_| seen.before > 0)) {
            return false;
        }
        if is_untold {
            self.waiting.push((place, line.head.to_vec(), seen));
            return true;
        }
        (self.next)(place, line, &seen)
    }

    /// Hands on what waits; its level, if it was told.
    pub fn flush(&mut self, level: Option<&'static str>) -> bool {
        for (place, head, mut seen) in self.waiting.drain(..) {
            seen.level = level.or(seen.level);
            let line = Line { start: place.start, end: place.end, head: &head, is_whole: true };
            if !(self.next)(place, &line, &seen) {
                return false;
            }
        }
        true
    }
}
