//! Where the name of a key starts and ends, and what form it stands in: `customerPhone`, `--db-password`, `config['token_value']`.
//!
//! Never here: the value.

use super::boundary;
use super::keyvalue::{blanks, run};

/// What can follow the word that tells, in the same name: `password_new`, `tokenValue`, `secret.b64`.
const TAILS: &[&str] = &[
    "value",
    "val",
    "text",
    "txt",
    "string",
    "str",
    "raw",
    "plain",
    "plaintext",
    "clear",
    "cleartext",
    "base64",
    "b64",
    "hex",
    "enc",
    "encrypted",
    "encoded",
    "hash",
    "hashed",
    "new",
    "old",
    "current",
    "previous",
    "confirm",
    "confirmation",
    "again",
    "repeat",
    "verify",
    "default",
    "prod",
    "production",
    "dev",
    "test",
    "staging",
    "live",
    "main",
    "primary",
    "secondary",
    "backup",
    "root",
    "admin",
    "user",
    "db",
    "api",
    "app",
    "web",
    "mail",
    "smtp",
    "imap",
    "ftp",
    "ldap",
    "sql",
    "mysql",
    "postgres",
    "redis",
    "mqtt",
    "proxy",
    "vpn",
    "wifi",
    "field",
    "input",
    "param",
    "data",
    "key",
    "number",
    "num",
    "no",
    "nr",
    "str",
    "full",
    "short",
    "one",
    "two",
    "a",
    "b",
    "v1",
    "v2",
    "v3",
];

/// How many bytes of the name follow the word that ends before `bytes`.
pub(super) fn tail(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        let joined = usize::from(matches!(bytes.get(at), Some(b'_' | b'-' | b'.')));
        let word = &bytes[at + joined..];
        // After no mark a new word needs its capital.
        let Some(first) =
            word.first().filter(|first| first.is_ascii_alphabetic() && (joined > 0 || first.is_ascii_uppercase()))
        else {
            return at;
        };
        let lower = first.is_ascii_lowercase() || word.get(1).is_some_and(u8::is_ascii_lowercase);
        let same = |byte: &u8| {
            byte.is_ascii_digit() || if lower { byte.is_ascii_lowercase() } else { byte.is_ascii_uppercase() }
        };
        let length = 1 + run(&word[1..], same);
        if !TAILS.iter().any(|tail| tail.as_bytes().eq_ignore_ascii_case(&word[..length])) {
            return at;
        }
        at += joined + length;
    }
}

/// Whether the key at `start` is all of its word.
pub(super) fn starts_word(text: &[u8], start: usize) -> bool {
    let Some(before) = start.checked_sub(1).and_then(|at| text.get(at)) else { return true };
    *before != b'_' && boundary::starts(text, start)
}

/// Whether the key at `start` starts a word of its name: `phone` in `customer_phone` and `customerPhone`.
pub(super) fn starts_part(text: &[u8], start: usize) -> bool {
    let hump = start.checked_sub(1).is_some_and(|before| {
        (text[before].is_ascii_lowercase() || text[before].is_ascii_digit())
            && text.get(start).is_some_and(u8::is_ascii_uppercase)
    });
    hump || boundary::starts(text, start)
}

/// Whether the key belongs to a flag, `--db-password`.
pub(super) fn is_flag(text: &[u8], start: usize) -> bool {
    let word = text[..start].iter().rev().take(40).take_while(|byte| is_name(byte) && **byte != b'.').count();
    let dashes = &text[start - word..start];
    let before = start.checked_sub(word + 1).map(|at| text[at]);
    dashes.starts_with(b"-")
        && before.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'[' | b'`' | b'('))
}

/// Whether nothing but blanks stands before the name on its line, and how many there are.
pub(super) fn opens_line(text: &[u8], start: usize) -> Option<usize> {
    let name = text[..start].iter().rev().take(40).take_while(|byte| is_name(byte)).count();
    let at = start - name;
    let blank = text[..at].iter().rev().take(64).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let before = at.checked_sub(blank + 1).map(|at| text[at]);
    before.is_none_or(|byte| byte == b'\n').then_some(blank)
}

/// Whether `byte` can stand in the name of a key.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "as iterators give it")]
pub(super) fn is_name(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

/// Whether the quoted key at `start` is an attribute's value inside of a tag: `<string name="key"`; where the tag opens.
pub(super) fn in_tag(text: &[u8], start: usize) -> Option<usize> {
    let from = start.saturating_sub(160);
    let before = &text[from..start];
    memchr::memrchr3(b'<', b'>', b'\n', before).filter(|at| before[*at] == b'<').map(|at| from + at)
}

/// Whether the quoted key at `start` is itself a value: `"name": "key"`, `name='key'`.
pub(super) fn is_value(text: &[u8], start: usize) -> bool {
    let name = text[..start].iter().rev().take(40).take_while(|byte| is_name(byte)).count();
    let before = text[..start - name].trim_ascii_end();
    let Some(before) = before.strip_suffix(b"\"").or_else(|| before.strip_suffix(b"'")) else { return false };
    let before = before.strip_suffix(b"\\").unwrap_or(before).trim_ascii_end();
    before.ends_with(b":") || before.ends_with(b"=")
}

/// Whether the key is the name of an element: `<key`, `<x:key`.
pub(super) fn opens_tag(text: &[u8], start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    if text[before] != b':' {
        return text[before] == b'<';
    }
    let name = text[..before].iter().rev().take(20).take_while(|byte| is_name(byte)).count();
    name > 0 && text[..before - name].ends_with(b"<")
}

/// Whether the quote at `at` closes the string that the key at `start` is in: `expect "Password:"`.
pub(super) fn closes_string(text: &[u8], start: usize, at: usize) -> bool {
    let Some(quote @ (b'"' | b'\'')) = text.get(at).copied() else { return false };
    let before = &text[start.saturating_sub(64)..start];
    let line = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
    // An apostrophe opens nothing.
    let opens = quote == b'"' || before[line..].ends_with(b"'");
    opens && memchr::memchr_iter(quote, &before[line..]).count() % 2 == 1
}

/// Whether the name stands in `${…`.
pub(super) fn in_expansion(text: &[u8], start: usize) -> bool {
    let name = text[..start].iter().rev().take(40).take_while(|byte| is_name(byte)).count();
    text[..start - name].ends_with(b"${")
}

/// Whether the key stands in the part of a URL before its path: `://key:value@host`.
pub(super) fn in_authority(text: &[u8], start: usize) -> bool {
    let before = &text[start.saturating_sub(64)..start];
    memchr::memmem::rfind(before, b"://")
        .is_some_and(|at| !before[at + 3..].iter().any(|byte| matches!(byte, 0..=b' ' | b'/' | b'?' | b';')))
}

/// The quote behind a key, `"`, `\"`, `']`, as a number of bytes.
pub(super) fn close(bytes: &[u8]) -> usize {
    let slashes = run(bytes, |byte| *byte == b'\\');
    match bytes.get(slashes) {
        Some(b'"' | b'\'' | b'`') => slashes + 1 + usize::from(bytes.get(slashes + 1) == Some(&b']')),
        Some(b']') if slashes == 0 => 1,
        _ if bytes.starts_with(b"&quot;") => 6,
        _ if bytes.starts_with(b"%22") => 3,
        _ => 0,
    }
}

/// `=`, `:`, `=>`, `->`, `:=`, `→`, `%3D`, in mails `=3D`, as a number of bytes; 0 for none.
pub(super) fn separator(bytes: &[u8]) -> usize {
    match bytes {
        [b'=' | b':' | b'-', b'>', ..] | [b':', b'=', ..] => 2,
        [b':', b':', ..] => 0,
        [b'=', b'3', b'D', next, ..] if *next != b'=' => 3,
        [b'=' | b':', ..] => 1,
        [0xE2, 0x86 | 0x87, 0x92, ..] | [b'%', b'3', b'D' | b'd' | b'A' | b'a', ..] => 3,
        _ => 0,
    }
}

/// Colours of a terminal, `ESC[0;36m`, as a number of bytes, and whether the last of them sets one.
pub(super) fn colours(bytes: &[u8]) -> (usize, bool) {
    let (mut at, mut sets) = (0, false);
    while let Some(rest) = bytes[at..].strip_prefix(b"\x1b[") {
        let codes = run(rest, |byte| byte.is_ascii_digit() || *byte == b';');
        if rest.get(codes) != Some(&b'm') {
            break;
        }
        sets = rest[..codes].iter().any(|byte| matches!(byte, b'1'..=b'9'));
        at += codes + 3;
    }
    (at, sets)
}

/// `. . . . :` or `........`, as a number of bytes without the colon.
pub(super) fn leader(bytes: &[u8]) -> usize {
    let length = run(bytes, |byte| matches!(byte, b' ' | b'.'));
    let dotted = memchr::memchr_iter(b'.', &bytes[..length]).nth(2).is_some();
    if dotted { length } else { 0 }
}

/// `REG_SZ    ` as in what the registry tools print.
pub(super) fn registry_type(bytes: &[u8]) -> usize {
    let kind = [&b"REG_SZ"[..], b"REG_EXPAND_SZ"].into_iter().find(|kind| bytes.starts_with(kind));
    kind.map_or(0, |kind| kind.len() + blanks(&bytes[kind.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_several_words() {
        for (text, wanted) in
            [("Value=", 5), ("_new_hash:", 9), ("s=", 0), ("_hint=", 0), ("VALUE=", 5), ("value=", 0), (".b64 =", 4)]
        {
            assert_eq!(tail(text.as_bytes()), wanted, "{text}");
        }
        assert!(starts_part(b"customerPhone", 8) && starts_part(b"customer_phone", 9) && starts_part(b"phone", 0));
        assert!(!starts_part(b"telephone", 4) && !starts_part(b"TELEPHONE", 4));
    }

    #[test]
    fn a_prompt_is_no_key() {
        assert!(closes_string(br#"expect "Password:"; send"#, 8, 17));
        assert!(!closes_string(br#"a "b" Password:"x""#, 6, 15));
        assert!(opens_tag(b"<wsse:Username>", 6) && opens_tag(b"<Username>", 1) && !opens_tag(b"a:Username", 2));
    }

    #[test]
    fn a_key_can_be_a_value() {
        assert!(is_value(br#"{"name": "db_password""#, 14));
        assert!(!is_value(br#"{"a": 1, "password""#, 10));
    }
}
