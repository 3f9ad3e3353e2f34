//! Numbers that tell by themselves what they are: check digits of cards, accounts and people, and the length of telephone numbers.
//!
//! Never here: a label. Each check sees one value.

pub(super) fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

pub(super) fn all_same(digits: &[u32]) -> bool {
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

pub(super) fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, digit)| match digit * 2 {
            double if i % 2 == 1 => double / 10 + double % 10,
            _ => *digit,
        })
        .sum();
    !all_same(digits) && sum.is_multiple_of(10)
}

pub(super) fn card(text: &str) -> bool {
    let digits = digits(text);
    let head = digits.iter().take(4).fold(0, |n, digit| n * 10 + digit);
    // Visa, Mastercard, American Express, Discover, Maestro and UnionPay, JCB, Mir.
    let scheme =
        matches!(head, 4000..=4999 | 5100..=5599 | 2200..=2720 | 3400..=3499 | 3700..=3799 | 6000..=6999 | 3528..=3589);
    (13..=19).contains(&digits.len()) && scheme && luhn(&digits)
}

pub(super) fn iban(text: &str) -> bool {
    let compact: Vec<char> = text.chars().filter(char::is_ascii_alphanumeric).collect();
    if !(15..=34).contains(&compact.len()) {
        return false;
    }
    let rest = compact[4..]
        .iter()
        .chain(&compact[..4])
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, digit| if digit < 10 { (rest * 10 + digit) % 97 } else { (rest * 100 + digit) % 97 });
    rest == 1
}

fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 % 10
}

pub(super) fn inn(digits: &[u32]) -> bool {
    match digits.len() {
        _ if all_same(digits) => false,
        10 => weighted(digits, &[2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[9],
        12 => {
            weighted(digits, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[10]
                && weighted(digits, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[11]
        }
        _ => false,
    }
}

pub(super) fn snils(digits: &[u32]) -> bool {
    if digits.len() != 11 || all_same(digits) {
        return false;
    }
    let sum: u32 = digits[..9].iter().zip((1..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = if sum % 101 == 100 { 0 } else { sum % 101 };
    check == digits[9] * 10 + digits[10]
}

pub(super) fn phone(text: &str) -> bool {
    if let [_, _, _, _, b'-', _, _, b'-', ..] = text.as_bytes() {
        return false;
    }
    let digits = digits(text);
    let tail = digits.len().saturating_sub(8);
    // The largest number of 32 bits stands for none.
    let none = text == "4294967295";
    (10..=15).contains(&digits.len()) && !none && !all_same(&digits[tail..]) && !is_free(text, &digits)
}

/// Whether nobody pays for calls to it: the number of a firm, with the codes of Russia, North America, Germany and France.
fn is_free(text: &str, digits: &[u32]) -> bool {
    let national = match digits {
        [1 | 7 | 8, rest @ ..] if rest.len() == 10 => rest,
        _ => digits,
    };
    let code = national.iter().take(3).fold(0, |n, digit| n * 10 + digit);
    let apart = text.contains([' ', '-', '(', '.']) || text.starts_with('+');
    match national.len() {
        10 if national[0] == 0 => digits.starts_with(&[0, 8, 0]),
        10 => apart && matches!(code, 800 | 833 | 844 | 855 | 866 | 877 | 888),
        11 => digits.starts_with(&[0, 8, 0, 0]),
        _ => false,
    }
}

/// Numbers of social security that were printed as samples and belong to nobody; <https://www.ssa.gov/history/ssn/misused.html>
const SAMPLES: [&str; 2] = ["078-05-1120", "219-09-9999"];

pub(super) fn ssn(text: &str) -> bool {
    !SAMPLES.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_behind_a_number_that_costs_nothing() {
        for free in [
            "8 (800) 555-35-35",
            "8-800-555-35-35",
            "+7 800 555 35 35",
            "1-800-555-0199",
            "(888) 555-0199",
            "0800 123 4567",
            "0800 1234567",
        ] {
            assert!(!phone(free), "{free}");
        }
        for own in ["8 (916) 555-35-35", "+1 415-555-0132", "0176 1234567", "8885550199", "+49 800 55501234"] {
            assert!(phone(own), "{own}");
        }
    }
}
