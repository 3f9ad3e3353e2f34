//! The telephone number for the answer in E.164 form: a plus, the country, 8 to 15 digits. Blanks, hyphens, dots and brackets
//! between them are read over.

use crate::model::{Draft, Fix, Lang};
use crate::text::{t, tf};

use super::predicate::Finding;

pub(super) fn evaluate(draft: &Draft, lang: Lang) -> Option<Finding> {
    let phone = draft.contact.phone.trim();
    if phone.is_empty() {
        return None;
    }
    let finding = Finding::new("contact.phone", is_e164(phone), Fix::Fill);
    Some(finding.detail(match suggestion(phone) {
        Some(clean) => tf(lang, "check-phone-suggested", &[("phone", clean.into())]),
        None => t(lang, "check-phone-form"),
    }))
}

/// Whether the number is complete, however it is grouped.
fn is_e164(phone: &str) -> bool {
    let plain = plain(phone);
    plain.strip_prefix('+').is_some_and(|digits| {
        (8..=15).contains(&digits.len())
            && digits.starts_with(|c| c != '0')
            && digits.chars().all(|c| c.is_ascii_digit())
    })
}

fn plain(phone: &str) -> String {
    phone.chars().filter(|c| !c.is_whitespace() && !"-–—‑().".contains(*c)).collect()
}

/// The number as it probably is meant; `None` where the country is anybody's guess.
fn suggestion(phone: &str) -> Option<String> {
    let plain = plain(phone);
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    if plain.chars().any(|c| !c.is_ascii_digit() && c != '+') {
        return None;
    }
    let whole = match digits.as_str() {
        // Russia: 8 before the number at home, 7 is the country.
        home if home.len() == 11 && (home.starts_with("89") || home.starts_with("84")) => format!("+7{}", &home[1..]),
        country if country.len() == 11 && country.starts_with('7') => format!("+{country}"),
        // 00 is the plus of a telephone.
        far if far.starts_with("00") => format!("+{}", &far[2..]),
        _ => return None,
    };
    is_e164(&whole).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complete_numbers_are_told_from_others() {
        for good in ["+447700900123", "+44 7700 900123", "+7 (900) 555-01-99", "+1-555-010-0199"] {
            assert!(is_e164(good), "{good}");
        }
        for bad in [
            "8-900-555-01-99",
            "447700900123",
            "+0 123 456 789",
            "+12",
            "call me",
            "+1555010019912345",
            "+7 900 доб. 5",
        ] {
            assert!(!is_e164(bad), "{bad}");
        }
    }

    #[test]
    fn the_clean_form_is_offered_where_the_country_is_known() {
        assert_eq!(suggestion("8-900-555-01-99").as_deref(), Some("+79005550199"));
        assert_eq!(suggestion("7 900 555 01 99").as_deref(), Some("+79005550199"));
        assert_eq!(suggestion("0044 7700 900123").as_deref(), Some("+447700900123"));
        assert_eq!(suggestion("07700 900123"), None);
        assert_eq!(suggestion("телефон"), None);
    }
}
