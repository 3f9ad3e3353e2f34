//! Finds values that are known, in every spelling, as whole tokens.
//!
//! Never here: a value shorter than four characters, unless the user asked for it.

use std::collections::BTreeMap;

use super::boundary;
use super::fixed::Fixed;
use super::spelling::{short_names, spellings, title};
use super::value::{Origin, Value, Values};

/// A value this long is distinct enough to be found inside of a word.
const DISTINCT: usize = 16;

/// With more values of a look of their own than this, they are left to the rules that find them: a log of a server holds the
/// addresses of all its guests.
const MANY: usize = 10_000;

#[derive(Clone, Copy, Debug)]
struct Spelling {
    value: usize,
    class: &'static str,
    exact: bool,
    inside: bool,
}

/// The spellings of values, ready to be found.
#[derive(Clone, Debug, Default)]
pub(super) struct Literals {
    fixed: Fixed,
    spellings: Vec<Spelling>,
}

/// A place where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Index of the value.
    pub value: usize,
    /// Class of the value.
    pub class: &'static str,
}

impl Literals {
    /// The values that are hidden wherever they stand and that `wanted` takes.
    pub fn of(values: &Values, wanted: impl Fn(usize, &Value) -> bool) -> Self {
        let mut patterns: BTreeMap<Vec<u8>, Spelling> = BTreeMap::new();
        let wanted = |index, value: &Value| value.travels() && wanted(index, value);
        let shaped = values.iter().filter(|(index, value)| value.has_shape() && wanted(*index, value)).count();
        let kept = |value: &Value| shaped <= MANY || !value.has_shape();
        for (index, value) in values.iter().filter(|(index, value)| kept(value) && wanted(*index, value)) {
            let exact = value.is_exact();
            let inside = exact && value.is_found() && value.text.len() >= DISTINCT;
            for text in forms(value) {
                patterns.entry(text.into_bytes()).or_insert(Spelling {
                    value: index,
                    class: value.class,
                    exact,
                    inside,
                });
            }
        }
        let (patterns, spellings): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
        Self { fixed: Fixed::new(patterns), spellings }
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.fixed.is_empty()
    }

    /// Calls `found` for every place of every value, overlapping ones too.
    pub fn scan(&self, text: &[u8], mut found: impl FnMut(Place)) {
        self.fixed.find(text, |index, place| {
            let Spelling { value, class, exact, inside } = self.spellings[index];
            let bytes = &text[place.clone()];
            let same = !exact || bytes == self.fixed.text(index);
            if same && (inside || is_whole(text, bytes, place.start, place.end)) {
                found(Place { start: place.start, end: place.end, value, class });
            }
        });
    }
}

/// Whether the token at `start..end` is no part of a longer word or number.
fn is_whole(text: &[u8], token: &[u8], start: usize, end: usize) -> bool {
    let number = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    let dotted = number(token.first()) && start >= 2 && text[start - 1] == b'.' && text[start - 2].is_ascii_digit()
        || number(token.last()) && text.get(end) == Some(&b'.') && number(text.get(end + 1)) && token.contains(&b'.');
    (!word(token.first()) || boundary::starts(text, start))
        && (!word(token.last()) || boundary::ends(text, end))
        && !dotted
}

fn forms(value: &Value) -> Vec<String> {
    let text = value.text.as_str();
    let mut bases = vec![text.to_owned()];
    if value.origin == Origin::NamePart {
        bases = vec![title(text), text.to_uppercase(), text.to_owned()];
        bases.retain(|base| base.chars().next().is_some_and(char::is_uppercase));
    }
    match value.class {
        "user" => bases.extend(short_names(text)),
        "phone" => bases.push(text.chars().filter(char::is_ascii_digit).collect()),
        "mac" => bases.extend([text.replace(':', "-"), text.replace('-', ":")]),
        _ => {}
    }
    bases.iter().filter(|base| !base.is_empty()).flat_map(|base| spellings(base, !value.is_exact())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(class: &'static str, value: &str, text: &str) -> bool {
        let mut values = Values::default();
        values.add(class, value, Origin::Known);
        let mut any = false;
        Literals::of(&values, |_, _| true).scan(text.as_bytes(), |_| any = true);
        any
    }

    #[test]
    fn whole_tokens_in_any_case() {
        assert!(found("user", "lovelace", "D:\\backup\\LoveLace\\x.log"));
        assert!(found("user", "lovelace", "lovelace_old.log"));
        assert!(!found("user", "lovelace", "lovelaces"));
        assert!(!found("user", "ada", "ada"));
        assert!(found("hidden", "ada", "ada"));
        assert!(found("user", "Ада Лавлейс", "path=%D0%90%D0%B4%D0%B0%20%D0%9B%D0%B0%D0%B2%D0%BB%D0%B5%D0%B9%D1%81"));
        assert!(found("user", "Лавлейс", "лавлейс"));
        assert!(!found("user", "Лавлейс", "Лавлейсом"));
    }

    #[test]
    fn very_many_addresses_are_left_to_their_rule() {
        let mut values = Values::default();
        values.add("secret", "Corr3ctHorse", Origin::Found);
        for i in 0..=MANY {
            values.add("ip", &format!("10.{}.{}.7", i / 250, i % 250), Origin::Found);
        }
        assert!(Literals::of(&values, |_, _| true).spellings.iter().all(|spelling| spelling.class == "secret"));
        assert!(Literals::of(&values, |index, _| index < MANY).spellings.len() >= MANY);
    }

    #[test]
    fn numbers_with_dots_are_whole() {
        assert!(found("ip", "10.2.3.4", "to 10.2.3.4."));
        assert!(!found("ip", "10.2.3.4", "10.2.3.4.5"));
        assert!(!found("ip", "10.2.3.4", "110.2.3.4"));
        assert!(!found("ip", "10.2.3.4", "9.10.2.3.4"));
    }

    #[test]
    fn parts_of_names_only_where_they_are_names() {
        let mut values = Values::default();
        values.add("name", "Stark", Origin::NamePart);
        let literals = Literals::of(&values, |_, _| true);
        let count = |text: &str| {
            let mut count = 0;
            literals.scan(text.as_bytes(), |_| count += 1);
            count
        };
        assert_eq!(count("Stark, STARK"), 2);
        assert_eq!(count("das ist stark"), 0);
    }
}
