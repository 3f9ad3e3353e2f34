//! How long a text is, as the one who takes it counts.

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Characters, as in a field of a form.
    Characters,
    /// Characters of an address, where most letters are written as `%D0%B0`.
    Address,
    /// Bytes of a letter, which takes base64 in lines of 76.
    Mail,
}

/// The length of `text` in `measure`.
#[must_use]
pub fn length(text: &str, measure: Measure) -> usize {
    match measure {
        Measure::Characters => text.chars().count(),
        Measure::Address => text.bytes().map(|byte| if is_plain(byte) { 1 } else { 3 }).sum(),
        Measure::Mail => mail_bytes(text.len() as u64) as usize,
    }
}

/// Bytes in a letter of so many bytes on disk: four for each three, and a line end for each 76 of these.
#[must_use]
pub fn mail_bytes(bytes: u64) -> u64 {
    let encoded = bytes.div_ceil(3) * 4;
    encoded + encoded.div_ceil(76) * 2
}

/// What stands in an address as it is.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_counts_in_its_own_way() {
        let text = "Звук, 5\n";
        assert_eq!(length(text, Measure::Characters), 8);
        assert_eq!(length(text, Measure::Address), 4 * 6 + 3 + 3 + 1 + 3);
        assert_eq!(length(text, Measure::Mail), 18);
        assert_eq!(mail_bytes(1_000_000), 1_333_336 + 17_544 * 2);
    }
}
