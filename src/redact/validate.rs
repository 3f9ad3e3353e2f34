//! Checks that a pattern cannot make: check digits, address ranges, and whether a value can be a secret at all.
//!
//! Never here: a search. Each check sees one value and answers yes or no.

use std::net::{Ipv4Addr, Ipv6Addr};

use serde::Deserialize;

use super::generic;

/// A check by name, as the rules give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Validator {
    /// Payment card: 13 to 19 digits, check digit by Luhn, first digits of a card scheme.
    Luhn,
    /// Any number with a check digit by Luhn, such as an IMEI.
    LuhnPlain,
    /// International bank account number, ISO 13616.
    Iban,
    /// Russian taxpayer number of 10 or 12 digits.
    Inn,
    /// Russian insurance number of 11 digits.
    Snils,
    /// Address of one machine, version 4, the first number 10 or more.
    Ipv4,
    /// The same, the first number below 10.
    Ipv4Low,
    /// Address of one machine, version 6.
    Ipv6,
    /// Hardware address that is neither empty nor broadcast.
    Mac,
    /// JSON web token whose header decodes.
    Jwt,
    /// Address of a person, no file name, no role, no documentation domain.
    Email,
    /// 10 to 15 digits, not all the same, no date.
    Phone,
    /// A password: anything that is not prose, a mask or a variable.
    Secret,
    /// A token: long enough and no plain word.
    Token,
    /// Login name that belongs to a person.
    User,
    /// Name of a private machine.
    Host,
    /// The same, with a figure or a hyphen in it, or in capitals.
    Machine,
    /// Name of a machine that says whose it is: `Gretes-MacBook`.
    Named,
    /// A password in prose: letters with figures or marks among them, no date, no path, no measure.
    Password,
    /// Name of a person: several capitalised words, none of them a word of letters and programs.
    Name,
    /// Number of a device: capitals and figures.
    Serial,
    /// `user:password` in base64.
    Basic,
    /// A code to be typed in: figures among letters, or groups of figures, no date.
    Code,
    /// A short number that is no year and no round one.
    Pin,
    /// What a cookie holds: no plain word, no short number.
    Cookie,
    /// A password that cannot be a word, a date or a product: letters, figures and marks.
    Strong,
    /// Name of a network, no word of programs.
    Wifi,
    /// A number that one thing has: not all of it the same.
    Unique,
    /// Letters and figures without order.
    Random,
}

impl Validator {
    /// Whether `value` passes. Letters of an old encoding are no UTF-8; names and passwords hold them too.
    pub(super) fn accepts(self, value: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(value) else {
            return matches!(self, Self::Secret | Self::User | Self::Host | Self::Password | Self::Name);
        };
        match self {
            Self::Luhn => card(text),
            Self::LuhnPlain => luhn(&digits(text)),
            Self::Iban => iban(text),
            Self::Inn => inn(&digits(text)),
            Self::Snils => snils(&digits(text)),
            Self::Ipv4 => text.parse().is_ok_and(|address: Ipv4Addr| address.octets()[0] >= 10 && private_v4(address)),
            Self::Ipv4Low => {
                text.parse().is_ok_and(|address: Ipv4Addr| address.octets()[0] < 10 && private_v4(address))
            }
            Self::Ipv6 => text.parse().is_ok_and(|address| private_v6(text, address)),
            Self::Mac => mac(text),
            Self::Jwt => jwt(text),
            Self::Email => email(text),
            Self::Phone => phone(text),
            Self::Secret => secret(text),
            Self::Token => token(text),
            Self::User => user(text),
            Self::Host => host(text),
            Self::Machine => machine(text),
            Self::Named => named(text),
            Self::Password => password(text),
            Self::Name => name(text),
            Self::Serial => serial(text),
            Self::Basic => basic(text),
            Self::Code => one_time(text),
            Self::Strong => password(text) && strong(text),
            Self::Wifi => secret(text) && !generic::is_host(&text.to_lowercase()),
            Self::Unique => {
                let used: std::collections::HashSet<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).collect();
                used.len() > 2
            }
            Self::Pin => {
                text.len() >= 3
                    && !text.ends_with("000")
                    && !matches!(text.len(), 4 if text.starts_with("20") || text.starts_with("19"))
            }
            Self::Cookie => cookie(text),
            Self::Random => random(text),
        }
    }
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

fn all_same(digits: &[u32]) -> bool {
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

fn luhn(digits: &[u32]) -> bool {
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

fn card(text: &str) -> bool {
    let digits = digits(text);
    let head = digits.iter().take(4).fold(0, |n, digit| n * 10 + digit);
    // Visa, Mastercard, American Express, Discover, Maestro and UnionPay, JCB, Mir.
    let scheme =
        matches!(head, 4000..=4999 | 5100..=5599 | 2200..=2720 | 3400..=3499 | 3700..=3799 | 6000..=6999 | 3528..=3589);
    (13..=19).contains(&digits.len()) && scheme && luhn(&digits)
}

fn iban(text: &str) -> bool {
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

fn inn(digits: &[u32]) -> bool {
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

fn snils(digits: &[u32]) -> bool {
    if digits.len() != 11 || all_same(digits) {
        return false;
    }
    let sum: u32 = digits[..9].iter().zip((1..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = if sum % 101 == 100 { 0 } else { sum % 101 };
    check == digits[9] * 10 + digits[10]
}

fn private_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, d] = address.octets();
    let nobody =
        address.is_loopback() || address.is_broadcast() || address.is_multicast() || address.is_documentation();
    let mask = a == 255 || a >= 240 || a == 0 || (b, c, d) == (0, 0, 0);
    !nobody && !mask && !generic::is_resolver(&address.to_string())
}

fn private_v6(text: &str, address: Ipv6Addr) -> bool {
    let groups = text.split(':').filter(|group| !group.is_empty()).count();
    let first = address.segments()[0];
    let documentation = first == 0x2001 && address.segments()[1] == 0x0db8;
    // Global, unique local and link-local addresses; anything else of this look is code or a clock.
    let machine = (0x2000..0x4000).contains(&first) || (0xfc00..0xfe00).contains(&first) || first == 0xfe80;
    groups >= 2 && machine && !documentation && !generic::is_resolver(text)
}

fn mac(text: &str) -> bool {
    let hex: Vec<u32> = text.chars().filter_map(|c| c.to_digit(16)).collect();
    hex.len() == 12 && !all_same(&hex)
}

fn jwt(text: &str) -> bool {
    let header = unpacked(text.split('.').next().unwrap_or_default());
    header.starts_with('{') && (header.contains("\"alg\"") || header.contains("\"typ\"") || header.contains("\"enc\""))
}

/// What base64 of either alphabet holds, as text; nothing if it is none.
fn unpacked(text: &str) -> String {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for c in text.trim_end_matches('=').bytes() {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            _ => return String::new(),
        };
        bits = (bits << 6 | u32::from(six)) & 0xFFFF;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn basic(text: &str) -> bool {
    let pair = unpacked(text);
    pair.trim_matches('\0').split_once([':', '\0']).is_some_and(|(_, password)| !password.is_empty())
        && pair.chars().all(|c| !c.is_control() || c == '\0')
}

fn email(text: &str) -> bool {
    let text = text.replace("%40", "@");
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let domain = domain.to_ascii_lowercase();
    let last = domain.rsplit('.').next().unwrap_or_default();
    let plausible = last.len() >= 2 && !last.bytes().all(|byte| byte.is_ascii_digit());
    plausible
        && !generic::is_public_domain(&domain)
        && !generic::is_role(&local.to_ascii_lowercase())
        && !generic::is_suffix(last)
}

fn phone(text: &str) -> bool {
    if let [_, _, _, _, b'-', _, _, b'-', ..] = text.as_bytes() {
        return false;
    }
    let digits = digits(text);
    let tail = digits.len().saturating_sub(8);
    (10..=15).contains(&digits.len()) && !all_same(&digits[tail..])
}

fn masked(text: &str) -> bool {
    let core = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '•' | '%' | '$'));
    let mask = |c: char| matches!(c, '*' | '•' | '.' | '-' | '_' | 'x' | 'X' | '●' | '?' | '#');
    core.is_empty() || core.chars().all(mask)
}

fn variable(text: &str) -> bool {
    let text = text.trim_matches(['"', '\'']);
    text.starts_with("${")
        || text.starts_with("$(")
        || text.starts_with("{{")
        || text.starts_with("%(")
        || text.starts_with('<') && text.ends_with('>')
        || text.starts_with('[') && text.ends_with(']')
        || text.starts_with('%') && text.ends_with('%')
        || text.starts_with('{') && text.ends_with('}')
        || matches!(text, "%s" | "%d" | "%ls" | "%v" | "%@" | "{}")
        || text
            .strip_prefix('$')
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'))
}

fn secret(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().count() > 2
        && !masked(text)
        && !variable(text)
        && !code(text)
        && !text.starts_with("http://")
        && !text.starts_with("https://")
        && !generic::is_word(&text.to_lowercase())
}

/// Whether it is a piece of a program: a call, or names with dots between them.
fn code(text: &str) -> bool {
    let named = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphabetic() || c == '_')
            && (part.len() < 2
                || part.chars().skip(1).any(|c| c.is_ascii_lowercase() || c == '_')
                || part.contains('_'))
    };
    let head = text.split(['(', '[']).next().unwrap_or_default();
    let dotted = head.split('.').count() > 1 && head.split('.').all(named);
    text.ends_with('(') || text.ends_with("()") || dotted && !text.contains([' ', '@'])
}

fn password(text: &str) -> bool {
    let count = |wanted: fn(char) -> bool| text.chars().filter(|c| wanted(*c)).count();
    let (letters, figures) = (count(char::is_alphabetic), count(|c| c.is_ascii_digit()));
    let marks = text.chars().filter(|c| "!@#$%^&*+=~?".contains(*c)).count();
    let parts = text.split(['-', '_', '.']).count();
    let measure = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').chars().count() < 3 && marks == 0;
    text.chars().count() >= 6
        && letters >= 2
        && (figures > 0 || marks > 0 && !text.ends_with(['!', '?']) || marks > 1 || parts > 2)
        && !measure
        && !text.contains("::")
        && !text.starts_with(['/', '\\', '~', '.', '-'])
        && !text.contains("://")
        && !text.contains(":\\")
        && secret(text)
}

fn one_time(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let date = matches!(text.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _]);
    figures >= 2 && text.len() >= 7 && !date && !masked(text) && !generic::is_word(&text.to_lowercase())
}

fn cookie(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (figures >= 1 && letters >= 1 && text.len() >= 6 || text.len() >= 20) && secret(text)
}

fn strong(text: &str) -> bool {
    let has = |wanted: fn(char) -> bool| text.chars().any(wanted);
    has(|c| "!@#$%^&*".contains(c)) && has(|c| c.is_ascii_digit()) && has(char::is_alphabetic) && !text.starts_with('#')
}

fn random(text: &str) -> bool {
    let count = |wanted: fn(char) -> bool| text.chars().filter(|c| wanted(*c)).count();
    let (figures, letters) = (count(|c| c.is_ascii_digit()), count(|c| c.is_ascii_alphabetic()));
    let cased = count(char::is_uppercase) >= 2 && count(char::is_lowercase) >= 2;
    let plain =
        text.split(['-', '_', '.', '/']).all(|part| !part.chars().any(|c| c.is_ascii_digit()) || part.len() < 4);
    text.len() >= 16
        && letters >= 4
        && (figures >= 3 || cased && figures >= 1)
        && !plain
        && secret(text)
        && !text.contains("::")
}

fn serial(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(char::is_ascii_uppercase).count();
    text.len() >= 6
        && (figures >= 1 && letters >= 1 || figures >= 8)
        && !masked(text)
        && !generic::is_word(&text.to_lowercase())
}

fn machine(text: &str) -> bool {
    let figure = text.chars().any(|c| c.is_ascii_digit());
    let capitals = text.chars().count() >= 4 && !text.chars().any(char::is_lowercase);
    (figure || text.contains('-') || capitals) && !text.starts_with(|c: char| c.is_ascii_digit()) && host(text)
}

fn named(text: &str) -> bool {
    let owner = text.split('-').next().unwrap_or_default();
    let lower = owner.to_lowercase();
    let generic = generic::is_no_name(&lower) || generic::is_user(&lower) || generic::is_word(&lower);
    let device = ["macbook", "thinkpad"].contains(&lower.as_str());
    (owner.ends_with('s') || owner.starts_with(char::is_uppercase)) && (device || !generic) && host(text)
}

fn name(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let common = |word: &&str| {
        let word = word.trim_matches(['.', '"', '\'']).to_lowercase();
        generic::is_no_name(&word) || generic::is_user(&word) || generic::is_word(&word)
    };
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    !words.is_empty() && words.iter().any(capital) && !words.iter().any(common) && !variable(text) && !masked(text)
}

fn token(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let numbers = text.chars().filter(char::is_ascii_digit).count();
    let mixed = text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    let dense = numbers >= 2 && letters >= 2 || mixed && text.len() >= 16;
    text.len() >= 8 && dense && secret(text) && !text.contains("::") && !text.contains('(')
}

fn user(text: &str) -> bool {
    // A shell's default stands behind a hyphen: `${USER:-postgres}`.
    let name = text.trim().trim_matches(['\'', '"']).trim_start_matches('-');
    let page = name.rsplit_once('.').is_some_and(|(_, ending)| generic::is_suffix(&ending.to_lowercase()));
    !name.is_empty()
        && !page
        && name.chars().any(char::is_alphanumeric)
        && !name.bytes().all(|byte| byte.is_ascii_digit())
        && !masked(name)
        && !variable(name)
        && !generic::is_user(&name.to_lowercase())
        && !generic::is_word(&name.to_lowercase())
}

fn host(text: &str) -> bool {
    let name = text.trim().to_lowercase();
    let public =
        name.rsplit_once('.').is_some_and(|(_, last)| generic::is_public_ending(last)) && name.matches('.').count() < 3;
    let number = name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    name.chars().count() > 1
        && !name.contains(".svc.")
        && !public
        && !number
        && !masked(&name)
        && !variable(&name)
        && !generic::is_host(&name)
        && !generic::is_word(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits() {
        assert!(Validator::Luhn.accepts(b"4111 1111 1111 1111"));
        assert!(!Validator::Luhn.accepts(b"4111 1111 1111 1112"));
        assert!(!Validator::Luhn.accepts(b"1111111111111117"));
        assert!(Validator::Iban.accepts(b"DE89 3704 0044 0532 0130 00"));
        assert!(!Validator::Iban.accepts(b"DE88 3704 0044 0532 0130 00"));
        assert!(Validator::Inn.accepts(b"7707083893"));
        assert!(!Validator::Inn.accepts(b"7707083894"));
        assert!(Validator::Snils.accepts("112-233-445 95".as_bytes()));
        assert!(!Validator::Snils.accepts("112-233-445 96".as_bytes()));
    }

    #[test]
    fn addresses_of_nobody_stay() {
        for kept in ["127.0.0.1", "0.0.0.0", "255.255.255.0", "8.8.8.8", "1.1.1.1", "224.0.0.251", "203.0.113.9"] {
            assert!(!Validator::Ipv4.accepts(kept.as_bytes()), "{kept}");
        }
        assert!(Validator::Ipv4.accepts(b"192.168.1.14"));
        assert!(Validator::Ipv6.accepts(b"fe80::1c2b:3aff:fe4d:5e6f"));
        assert!(!Validator::Ipv6.accepts(b"::1"));
        assert!(!Validator::Ipv6.accepts(b"2001:db8::7"));
    }

    #[test]
    fn masks_and_variables_are_no_secrets() {
        for kept in [
            "********",
            "xxxxxx",
            "<redacted>",
            "[REDACTED]",
            "${DB_PASSWORD}",
            "%PASSWORD%",
            "$PASSWORD",
            "null",
            "required",
        ] {
            assert!(!Validator::Secret.accepts(kept.as_bytes()), "{kept}");
        }
        assert!(Validator::Secret.accepts(b"hunter2"));
        assert!(Validator::Secret.accepts("пар0льчик".as_bytes()));
    }
}
