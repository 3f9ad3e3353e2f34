//! How long a text is, as the one who takes it counts.

use crate::model::{Part, Profile};

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

/// Greatest number of characters of the form's field `id`. The limit of the text counts for the field that takes the
/// description, or all of it.
#[must_use]
pub fn limit_of(profile: &Profile, id: &str) -> Option<usize> {
    let field = profile.fields.iter().find(|field| field.id == id)?;
    let text = || profile.text.max_chars.filter(|_| matches!(field.from, Some(Part::Description | Part::Text)));
    field.max_chars.or_else(text)
}

/// Greatest number of characters of a part of the incident.
#[must_use]
pub fn limit_of_part(profile: &Profile, part: Part) -> Option<usize> {
    let own = profile.fields.iter().filter(|field| field.from == Some(part)).filter_map(|field| field.max_chars).min();
    own.or(profile.text.max_chars.filter(|_| part == Part::Description))
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
