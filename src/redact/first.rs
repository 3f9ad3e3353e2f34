//! With which bytes a match of a pattern can begin: one look says that a pattern need not be tried.
//!
//! Never here: a search.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

/// A set of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bytes([bool; 256]);

impl Bytes {
    /// Those with which a match of `pattern`, written for bytes, begins; `None` where a match can be empty.
    pub fn of(pattern: &str) -> Option<Self> {
        let hir = ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).ok()?;
        let mut set = [false; 256];
        (!add(&hir, &mut set)).then_some(Self(set))
    }

    /// Whether `byte` is one of them; the end of a text is none.
    pub fn has(&self, byte: Option<&u8>) -> bool {
        byte.is_some_and(|byte| self.0[usize::from(*byte)])
    }
}

/// Adds the first bytes of `hir`, and tells whether it can match without any.
fn add(hir: &Hir, set: &mut [bool; 256]) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => {
            let Some(first) = literal.0.first() else { return true };
            set[usize::from(*first)] = true;
            false
        }
        HirKind::Class(Class::Bytes(class)) => {
            for range in class.ranges() {
                set[usize::from(range.start())..=usize::from(range.end())].fill(true);
            }
            false
        }
        HirKind::Class(Class::Unicode(class)) => {
            for range in class.ranges() {
                let first = |c: char| usize::from(c.encode_utf8(&mut [0; 4]).as_bytes()[0]);
                set[first(range.start())..=first(range.end())].fill(true);
            }
            false
        }
        HirKind::Repetition(repetition) => add(&repetition.sub, set) || repetition.min == 0,
        HirKind::Capture(capture) => add(&capture.sub, set),
        HirKind::Concat(parts) => parts.iter().all(|part| add(part, set)),
        HirKind::Alternation(parts) => {
            // Each part adds its bytes, also behind one that can be empty.
            let empty: Vec<bool> = parts.iter().map(|part| add(part, set)).collect();
            empty.contains(&true)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_of_patterns() {
        let first = |pattern| {
            let set = Bytes::of(pattern)?;
            Some((0..=255_u8).filter(|byte| set.has(Some(byte))).map(char::from).collect::<String>())
        };
        assert_eq!(first(r"^(?:[ ]?(?P<v>[a-c]x*))").unwrap(), " abc");
        assert_eq!(first(r"(?: is|=)?[ ]{1,4}x").unwrap(), " =");
        assert_eq!(first(r"(?i:k)y").unwrap(), "Kk");
        assert_eq!(first("—x").unwrap(), "\u{e2}");
        assert_eq!(first(r"[\xD0\xD1]").unwrap(), "\u{d0}\u{d1}");
        assert_eq!(first("a?b?"), None);
        assert_eq!(first("(?:|a)"), None);
    }
}
