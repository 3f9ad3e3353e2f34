//! Checks that a pattern cannot make: check digits, address ranges, and whether a value can be a secret at all.
//!
//! Never here: a search. Each check sees one value and answers yes or no.

use std::net::Ipv4Addr;

use serde::Deserialize;

use super::generic;
use super::nameable::{
    boxlike, distinct, email, given, host, login, mac, machine, name, named, network, person_login, private_v4,
    private_v6, serial, stranger, user, weak_name,
};
use super::number::{card, digits, iban, inn, luhn, phone, snils, ssn};
use super::secretlike::{
    backup_code, basic, chosen, cookie, jumbled, jwt, mixed, one_time, password, random, scrambled, secret, strong,
    telling, token,
};

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
    /// US social security number that is no printed sample.
    Ssn,
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
    /// The same, behind a given name that is another word more often.
    WeakName,
    /// Number of a device: capitals and figures.
    Serial,
    /// `user:password` in base64.
    Basic,
    /// A code to be typed in: figures among letters, or groups of figures, no date.
    Code,
    /// A code of a printed list: equal groups with figures in them, or figures among small or among capital letters.
    BackupCode,
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
    /// A given name, or one with the `s` of an owner.
    Given,
    /// A login that holds a given name: `grete`, `grete.k`, `grete84`.
    PersonLogin,
    /// A login with a mark or figures in it, none of whose words is one of programs: `g_kanarek`, `kanarek84`.
    Login,
    /// One of the two.
    Handle,
    /// A login that needs no word right before it: figures or marks in what no list knows, or a given name.
    Distinct,
    /// A login that is no word of programs or letters.
    Nick,
    /// A login that is no word at all, neither of prose nor of programs.
    Stranger,
    /// Letters and figures in a row that no product, no version and no name has: `S6L06rzGPHYZ`.
    Mixed,
    /// The same, so long and so mixed that it needs no word right before it.
    Scrambled,
    /// The same, with three figures or a mark in it and small letters.
    Telling,
    /// The same, or letters and figures that alternate.
    MadeUp,
    /// A password that is no word with a number behind it, and no file.
    Chosen,
    /// Name of a machine with figures, in capitals, or with a word in it that people give machines.
    Box,
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
            Self::Ssn => ssn(text),
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
            Self::WeakName => weak_name(text),
            Self::Serial => serial(text),
            Self::Basic => basic(text),
            Self::Code => one_time(text),
            Self::BackupCode => backup_code(text),
            Self::Strong => password(text) && strong(text),
            Self::Wifi => !generic::is_host(&text.to_lowercase()) && (secret(text) || network(text)),
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
            Self::Given => given(text),
            Self::PersonLogin => person_login(text),
            Self::Login => login(text),
            Self::Box => boxlike(text),
            Self::Nick => user(text) && !generic::is_no_name(&text.to_lowercase()),
            Self::Stranger => stranger(text),
            Self::Mixed => mixed(text),
            Self::Chosen => chosen(text),
            Self::Telling => telling(text),
            Self::MadeUp => telling(text) || jumbled(text),
            Self::Scrambled => random(text) && scrambled(text),
            Self::Handle => person_login(text) || login(text),
            Self::Distinct => distinct(text),
        }
    }
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
