//! What a value without quotes means to GitHub, whose YAML is that of Ruby.

/// What an unquoted value is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    /// Nothing, `~` or `null`.
    Nothing,
    /// `true`, `yes` and their opposites.
    Boolean(bool),
    /// `on` and `off`: booleans too, but shown as they are written.
    Switch(bool),
    /// A whole or broken number.
    Number,
    /// Text.
    Words,
}

/// Reads an unquoted value.
pub(super) fn plain(text: &str) -> Plain {
    let lower = text.to_ascii_lowercase();
    match lower.as_str() {
        "" | "~" | "null" => Plain::Nothing,
        "true" | "yes" => Plain::Boolean(true),
        "false" | "no" => Plain::Boolean(false),
        "on" => Plain::Switch(true),
        "off" => Plain::Switch(false),
        _ if is_number(&lower) => Plain::Number,
        _ => Plain::Words,
    }
}

/// `7`, `-1_000`, `3.10`, `.5`, `0x1f`; `1.0.2` and `1e5` are text.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    for (prefix, radix) in [("0x", 16), ("0b", 2)] {
        if let Some(rest) = digits.strip_prefix(prefix) {
            return !rest.is_empty() && rest.chars().all(|c| c.is_digit(radix) || c == '_' || c == ',');
        }
    }
    let (whole, broken) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit() || c == '_' || c == ',');
    let starts = whole.is_empty() || whole.starts_with(|c: char| c.is_ascii_digit());
    starts && is_digits(whole) && is_digits(broken) && digits.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_mean_what_ruby_reads() {
        for number in ["7", "-1_000", "3.10", "1.0", ".5", "0x1F", "1,000"] {
            assert_eq!(plain(number), Plain::Number, "{number}");
        }
        for words in ["1.0.2", "1e5", "v1", "3.x", "-", ".", "yes!", "N", "y", "Nothing", "2021-01-01", "+"] {
            assert_eq!(plain(words), Plain::Words, "{words}");
        }
        assert_eq!(
            (plain("Yes"), plain("OFF"), plain("")),
            (Plain::Boolean(true), Plain::Switch(false), Plain::Nothing)
        );
    }
}
