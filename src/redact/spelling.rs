//! The ways one value is written in logs, paths, JSON, URLs and HTML.
//!
//! Never here: a search. ASCII case is the automaton's business.

use std::collections::BTreeSet;

/// Every spelling of `text`; with `fold` also lower, upper and title case of letters beyond ASCII.
pub(super) fn spellings(text: &str, fold: bool) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut bases = BTreeSet::from([text.to_owned()]);
    if fold && !text.is_ascii() {
        bases.extend([text.to_lowercase(), text.to_uppercase(), title(text)]);
    }
    for base in bases {
        let forward = base.replace('\\', "/");
        for form in [base.as_str(), forward.as_str()] {
            all.extend([json(form, false), json(form, true), percent(form, false), percent(form, true), html(form)]);
            all.insert(form.to_owned());
        }
    }
    all
}

/// Short names in the form of old Windows file systems: `ADALOV~1` to `ADALOV~4`; none for a name that needs none.
pub(super) fn short_names(name: &str) -> Vec<String> {
    let compact: String = name.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
    if !name.is_ascii() || (name.len() <= 8 && compact.len() == name.len()) || compact.len() < 3 {
        return Vec::new();
    }
    let head: String = compact.chars().take(6).collect::<String>().to_uppercase();
    (1..=4).map(|number| format!("{head}~{number}")).collect()
}

/// First letters of words in upper case, the rest in lower case.
pub(super) fn title(text: &str) -> String {
    let mut first = true;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if first {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        first = !c.is_alphanumeric();
    }
    out
}

fn json(text: &str, ascii: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            _ if ascii && !c.is_ascii() => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.push_str("\\u");
                    out.extend(unit.to_be_bytes().into_iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]));
                }
            }
            _ => out.push(c),
        }
    }
    out
}

fn hex(half: u8) -> char {
    char::from_digit(u32::from(half), 16).unwrap_or('0')
}

fn percent(text: &str, slashes: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            b'/' | b':' | b'@' if !slashes => out.push(char::from(byte)),
            _ => out.extend(['%', hex(byte >> 4).to_ascii_uppercase(), hex(byte & 15).to_ascii_uppercase()]),
        }
    }
    out
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_in_every_form() {
        let all = spellings("Ивлева", true);
        for wanted in
            ["ивлева", "ИВЛЕВА", "\\u0418\\u0432\\u043b\\u0435\\u0432\\u0430", "%D0%98%D0%B2%D0%BB%D0%B5%D0%B2%D0%B0"]
        {
            assert!(all.contains(wanted), "{wanted}");
        }
    }

    #[test]
    fn short_names_as_windows_makes_them() {
        assert_eq!(short_names("Ada Lovelace")[0], "ADALOV~1");
        assert!(short_names("ada").is_empty());
    }

    #[test]
    fn escapes() {
        assert!(spellings("a\\b", false).contains("a\\\\b"));
        assert!(spellings("a&b", false).contains("a&amp;b"));
        assert!(spellings("a b", false).contains("a%20b"));
    }
}
