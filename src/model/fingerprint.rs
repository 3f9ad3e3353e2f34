//! A short mark of any text, the same on every computer and in every version.

use std::fmt;

/// FNV-1a over 64 bits, fed as text. Tells whether something changed; proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    /// The mark of all that was written.
    #[must_use]
    pub fn finish(self) -> u64 {
        self.0
    }

    /// The mark of several texts; where one ends counts too.
    #[must_use]
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> u64 {
        let mut mark = Self::default();
        for text in texts {
            mark.feed(text.as_bytes());
            mark.feed(&[0]);
        }
        mark.finish()
    }

    fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl fmt::Write for Fingerprint {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.feed(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_never_changes() {
        assert_eq!(Fingerprint::of([]), 0xcbf2_9ce4_8422_2325);
        let mut mark = Fingerprint::default();
        fmt::Write::write_str(&mut mark, "foobar").expect("never fails");
        assert_eq!(mark.finish(), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn the_border_between_texts_counts() {
        assert_ne!(Fingerprint::of(["ab", "c"]), Fingerprint::of(["a", "bc"]));
    }
}
