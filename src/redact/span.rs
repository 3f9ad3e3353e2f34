//! Places in a text that are private, and how overlapping ones become one.
//!
//! Never here: a byte that one of the found places covers and that the result leaves open.

use std::cmp::Reverse;

/// A private value in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Class of the value.
    pub class: &'static str,
    /// Index of a value that is in the table already.
    pub value: Option<usize>,
    /// The rule that found it; a known value has none.
    pub rule: &'static str,
}

/// Sorts by place and leaves no overlap: what lies inside a longer hit is covered by it; where two cross, the first
/// grows. Of two on the same place a value that is known wins.
pub(super) fn resolve(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.start, Reverse(hit.end), hit.value.is_none()));
    let mut clean: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        match clean.last_mut() {
            Some(last) if hit.start < last.end => {
                if hit.end > last.end {
                    // The two together are a value that no table knows.
                    last.end = hit.end;
                    last.value = None;
                }
            }
            _ => clean.push(hit),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(start: usize, end: usize, value: Option<usize>) -> Hit {
        Hit { start, end, class: "user", value, rule: "" }
    }

    #[test]
    fn overlaps_become_one() {
        let clean = resolve(vec![
            hit(4, 9, None),
            hit(0, 5, Some(1)),
            hit(1, 2, None),
            hit(12, 14, None),
            hit(12, 14, Some(3)),
        ]);
        assert_eq!(clean, [hit(0, 9, None), hit(12, 14, Some(3))]);
    }
}
