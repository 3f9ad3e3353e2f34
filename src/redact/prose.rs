//! Whether what a rule found is a piece of prose, of a word or of a drawing: negative context that holds for every rule.
//!
//! Never here: a look of one kind of value (`validate.rs`), or what one rule must not find (its `unless-left`).

use std::ops::Range;

use super::rule::{Kind, Rule};
use super::{boundary, generic, keyed, keyvalue};

/// Whether the value would leave a part of a word before or behind it: `error_co<user-1>`. Tokens with a look of their own may.
pub(super) fn cuts_a_word(rule: &Rule, text: &[u8], found: &Range<usize>) -> bool {
    let shaped = rule.data.kind == Kind::Shape && rule.data.inside;
    let secret = matches!(rule.data.class.as_str(), "secret" | "cookie");
    if shaped || secret && rule.data.kind != Kind::Label {
        return false;
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let ends = letter(boundary::char_before(text, found.end)) && !boundary::ends(text, found.end);
    // A value may follow its flag at once: `-uada`.
    let flag = found.start.checked_sub(2).is_some_and(|at| text[at] == b'-');
    let first = boundary::char_at(text, found.start);
    let before = found.start > 0 && letter(boundary::char_before(text, found.start));
    let starts =
        !secret && !flag && before && (first == Some('_') || letter(first) && !boundary::starts(text, found.start));
    ends || starts
}

/// Whether coordinates are none of a place: zero, or both below one as in drawings.
pub(super) fn is_nowhere(value: &[u8]) -> bool {
    let numbers = value.split(|byte| !byte.is_ascii_digit() && *byte != b'.').filter(|number| number.contains(&b'.'));
    let whole = |number: &[u8]| number.iter().position(|byte| *byte == b'.').is_some_and(|dot| number[..dot] != *b"0");
    let (count, wholes) =
        numbers.fold((0, 0), |(count, wholes), number| (count + 1, wholes + usize::from(whole(number))));
    let zero = !value.iter().any(|byte| matches!(byte, b'1'..=b'9'));
    zero || count > 1 && wholes == 0
}

/// Whether what stands behind a label is an ordinary word without quotes: said about the account, not its name.
pub(super) fn is_said_of(rule: &Rule, text: &[u8], found: &Range<usize>) -> bool {
    let Ok(value) = std::str::from_utf8(&text[found.clone()]) else { return false };
    let class = rule.data.class.as_str();
    let before = &text[..found.start];
    let quoted = before.last().is_some_and(|byte| b"\"'`=/\\(".contains(byte));
    let escaped = class == "user" && [&b"\\t"[..], b"\\n", b"\\r"].iter().any(|escape| before.ends_with(escape));
    let weak = rule.data.kind == Kind::Label && !quoted;
    let named = matches!(class, "user" | "host" | "wifi") && (weak || escaped);
    let next =
        text.get(found.end) == Some(&b' ') && boundary::char_at(text, found.end + 1).is_some_and(char::is_alphabetic);
    let told = class == "secret" && weak && next && value.chars().all(char::is_lowercase);
    (told || named) && generic::is_plain(value)
}

/// Whether the value is an ordinary word with another behind it, and no equals sign before it: `--login de la ligne`.
/// A secret must have another ordinary word behind it: `--password file to read`, but not `--password sunshine db1`.
pub(super) fn begins_a_sentence(text: &[u8], range: &Range<usize>, class: &str) -> bool {
    let assigned = range.start.checked_sub(1).is_some_and(|at| text[at] == b'=');
    let rest = &text[range.end..];
    let next = keyvalue::blanks(rest);
    let length = keyvalue::run(&rest[next..], |byte| !byte.is_ascii_whitespace());
    let word = std::str::from_utf8(&rest[next..next + length]).unwrap_or_default();
    let goes_on = if class == "secret" {
        generic::is_plain(word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']))
    } else {
        word.starts_with(|c: char| c.is_alphabetic() || c == '-')
    };
    next > 0
        && !assigned
        && goes_on
        && std::str::from_utf8(&text[range.clone()]).is_ok_and(generic::is_plain)
        && !keyed::names_a_value(rest)
}

/// Whether a value is ordinary words and nothing else.
pub(super) fn is_of_words(value: &[u8]) -> bool {
    std::str::from_utf8(value).is_ok_and(|value| value.split(' ').all(generic::is_plain))
}

#[cfg(test)]
mod tests {
    use super::super::{Policy, redact_text};
    use super::is_nowhere;

    #[test]
    fn no_place_is_in_a_drawing() {
        assert!(is_nowhere(b"0.000000") && is_nowhere(b"0.707107, -0.707107"));
        assert!(!is_nowhere(b"51.507351, -0.127758") && !is_nowhere(b"-0.127758"));
    }

    #[test]
    fn no_word_is_cut() {
        for kept in [
            "reason=passwd_invalid",
            "login: failure forking: no more processes",
            "Benutzername ist unzul\u{e4}ssig",
            "{\"error_description\": \"invalid user or password\", \"error_codes\": [50126]}",
        ] {
            assert_eq!(redact_text(kept, &Policy::default()).0, kept);
        }
    }

    #[test]
    fn a_password_that_is_a_word_is_hidden_and_travels() {
        for (text, wanted) in [
            ("DB_PASSWORD=sunshine\nI typed sunshine there", "DB_PASSWORD=<secret-1>\nI typed <secret-1> there"),
            (
                "passphrase: correct_horse_battery\nit was correct_horse_battery",
                "passphrase: <secret-1>\nit was <secret-1>",
            ),
            ("mysqldump --password sunshine db1", "mysqldump --password <secret-1> db1"),
            ("password: trustnoone2 then it failed", "password: <secret-1> then it failed"),
            ("password: hunterz then it failed", "password: <secret-1> then it failed"),
        ] {
            assert_eq!(redact_text(text, &Policy::default()).0, wanted);
        }
        for kept in ["--password file to read it from", "password: leave blank to keep the old one"] {
            assert_eq!(redact_text(kept, &Policy::default()).0, kept);
        }
    }
}
