//! Finds the value that belongs to a key: `key=value`, `"key": "value"`, `--key value`, `<key>value</key>`, `key='a b'`, `key%3Dvalue`.
//!
//! Never here: the question whether the value is private. Quotes and their escapes are understood, lines are not left.

use std::ops::Range;

const LONGEST: usize = 4096;

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Between quotes or tags: the whole of it is the value.
    Enclosed,
    /// After an equals sign or a flag.
    Bare,
    /// After a colon: could be prose.
    Prose,
    /// The next item of a list: could be another key.
    Listed,
}

/// How a rule wants key and value to be read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    /// The key must be all of its word.
    pub whole: bool,
    /// A bare value reaches to the end of the line.
    pub line: bool,
    /// Two blanks separate key and value.
    pub gap: bool,
}

/// Where the value of the key at `start..end` stands, and how it is written.
pub(super) fn value(text: &[u8], start: usize, end: usize, style: Style) -> Option<(Range<usize>, Form)> {
    let stop = text.len().min(end + LONGEST);
    let text = &text[..stop];
    if style.whole && !key_starts(text, start) {
        return None;
    }
    let mut at = end;
    if !style.whole {
        at += run(&text[at..], u8::is_ascii_digit).min(2);
    }
    if text.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80 || matches!(byte, b'_')) {
        return None;
    }
    let key_tag = start.checked_sub(1).and_then(|before| text.get(before)) == Some(&b'<');
    if key_tag && matches!(text.get(at), Some(b'>' | b' ')) {
        return element(text, at + tag_ends(&text[at..])?);
    }
    if text[at..].starts_with(b"</key>") {
        let after = at + 6 + run(&text[at + 6..], u8::is_ascii_whitespace);
        let open =
            [&b"<string>"[..], b"<integer>", b"<data>"].into_iter().find(|tag| text[after..].starts_with(tag))?;
        return element(text, after + open.len());
    }
    let closed = close_of_key(&text[at..]);
    at += closed;
    if closed > 0 {
        if let Some(attribute) = attribute_value(&text[at..]) {
            return after_separator(text, at + attribute, style.line, Form::Bare);
        }
        if let Some(item) = next_item(&text[at..]) {
            let form = if is_flag(text, start) { Form::Bare } else { Form::Listed };
            return after_separator(text, at + item, false, form).map(|(range, _)| (range, form));
        }
        if let Some(tag) = tag_ends(&text[at..]).filter(|_| in_tag(text, start)) {
            return element(text, at + tag);
        }
    }
    let blank = blanks(&text[at..]);
    let leader = leader(&text[at..]);
    let blank = if leader > 0 { leader } else { blank };
    at += blank;
    let separator = separator(&text[at..]);
    let form = match separator {
        0 if is_flag(text, start) && at > end + closed => Form::Bare,
        0 if leader > 0 || (style.gap && closed == 0 && is_gap(&text[at - blank..at])) => Form::Bare,
        0 => return None,
        _ if text[at] == b':' && text.get(at + 1) != Some(&b'=') => Form::Prose,
        _ => Form::Bare,
    };
    if separator > 0 && text.get(at + separator) == Some(&b'=') && text[at] == b'=' {
        return None;
    }
    at += separator;
    at += blanks(&text[at..]);
    if separator == 0 {
        at += registry_type(&text[at..]);
    }
    let (mut range, form) = after_separator(text, at, style.line, form)?;
    if form != Form::Enclosed && in_authority(text, start) {
        range.end = range.start + run(&text[range.clone()], |byte| !matches!(byte, b'@' | b'/'));
    }
    (!range.is_empty()).then_some((range, form))
}

/// Up to the `>` of the tag, as a number of bytes, the opening tag of a child with it: `<Password><Value>`.
fn tag_ends(bytes: &[u8]) -> Option<usize> {
    let near = &bytes[..bytes.len().min(96)];
    let end =
        memchr::memchr3(b'>', b'<', b'\n', near).filter(|end| near[*end] == b'>' && !near[..*end].ends_with(b"/"))?;
    let rest = &bytes[end + 1..];
    let blank = run(rest, u8::is_ascii_whitespace);
    let child = [&b"<value>"[..], b"<string>", b"<name>"].into_iter();
    let mut child =
        child.filter(|tag| rest.get(blank..blank + tag.len()).is_some_and(|here| here.eq_ignore_ascii_case(tag)));
    Some(end + 1 + child.next().map_or(0, |tag| blank + tag.len()))
}

/// Whether the quoted key at `start` is an attribute's value inside of a tag: `<string name="key"`.
fn in_tag(text: &[u8], start: usize) -> bool {
    let before = &text[start.saturating_sub(64)..start];
    memchr::memrchr3(b'<', b'>', b'\n', before).is_some_and(|at| before[at] == b'<')
}

/// Whether the key stands in the part of a URL before its path: `://key:value@host`.
fn in_authority(text: &[u8], start: usize) -> bool {
    let before = &text[start.saturating_sub(64)..start];
    memchr::memmem::rfind(before, b"://")
        .is_some_and(|at| !before[at + 3..].iter().any(|byte| matches!(byte, 0..=b' ' | b'/' | b'?')))
}

/// `, ` before a quoted item, as a number of bytes.
fn next_item(bytes: &[u8]) -> Option<usize> {
    let blank = blanks(bytes);
    (bytes.get(blank) == Some(&b',')).then_some(())?;
    let at = blank + 1 + blanks(&bytes[blank + 1..]);
    matches!(bytes.get(at), Some(b'"' | b'\'')).then_some(at)
}

/// `. . . . :` or `........`, as a number of bytes without the colon.
fn leader(bytes: &[u8]) -> usize {
    let length = run(bytes, |byte| matches!(byte, b' ' | b'.'));
    let dotted = memchr::memchr_iter(b'.', &bytes[..length]).nth(2).is_some();
    if dotted { length } else { 0 }
}

fn is_gap(blank: &[u8]) -> bool {
    blank.len() >= 2 || blank.contains(&b'\t')
}

/// `REG_SZ    ` as in what the registry tools print.
fn registry_type(bytes: &[u8]) -> usize {
    let kind = [&b"REG_SZ"[..], b"REG_EXPAND_SZ"].into_iter().find(|kind| bytes.starts_with(kind));
    kind.map_or(0, |kind| kind.len() + blanks(&bytes[kind.len()..]))
}

fn run(bytes: &[u8], mut wanted: impl FnMut(&u8) -> bool) -> usize {
    bytes.iter().position(|byte| !wanted(byte)).unwrap_or(bytes.len())
}

fn blanks(bytes: &[u8]) -> usize {
    run(bytes, |byte| matches!(byte, b' ' | b'\t'))
}

fn key_starts(text: &[u8], start: usize) -> bool {
    let Some(before) = start.checked_sub(1).and_then(|at| text.get(at)) else { return true };
    *before != b'_' && super::boundary::starts(text, start)
}

fn is_flag(text: &[u8], start: usize) -> bool {
    let word = text[..start]
        .iter()
        .rev()
        .take(40)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .count();
    let dashes = &text[start - word..start];
    let before = start.checked_sub(word + 1).map(|at| text[at]);
    dashes.starts_with(b"-")
        && before.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'[' | b'`' | b'('))
}

/// The quote behind a key, `"`, `\"`, `']`, as a number of bytes.
fn close_of_key(bytes: &[u8]) -> usize {
    let slashes = run(bytes, |byte| *byte == b'\\');
    match bytes.get(slashes) {
        Some(b'"' | b'\'' | b'`') => slashes + 1 + usize::from(bytes.get(slashes + 1) == Some(&b']')),
        Some(b']') if slashes == 0 => 1,
        _ if bytes.starts_with(b"&quot;") => 6,
        _ if bytes.starts_with(b"%22") => 3,
        _ => 0,
    }
}

/// `value=` behind `name="key"`, or `, "value":`, as a number of bytes.
fn attribute_value(bytes: &[u8]) -> Option<usize> {
    let quote = |byte: &u8| matches!(byte, b'"' | b'\'' | b'\\' | b',' | b' ' | b'\t');
    let before = run(bytes, quote);
    let name = [&b"value"[..], b"Value", b"VALUE"].into_iter().find(|name| bytes[before..].starts_with(name))?;
    let mut at = before + name.len();
    at += run(&bytes[at..], |byte| matches!(byte, b'"' | b'\'' | b'\\' | b' '));
    matches!(bytes.get(at), Some(b'=' | b':')).then(|| at + 1 + blanks(&bytes[at + 1..]))
}

fn separator(bytes: &[u8]) -> usize {
    match bytes {
        [b'=' | b':' | b'-', b'>', ..] | [b':', b'=', ..] => 2,
        [b':', b':', ..] => 0,
        [b'=' | b':', ..] => 1,
        [b'%', b'3', b'D' | b'd' | b'A' | b'a', ..] => 3,
        _ => 0,
    }
}

fn element(text: &[u8], start: usize) -> Option<(Range<usize>, Form)> {
    let length = memchr::memchr2(b'<', b'\n', text.get(start..)?)?;
    (length > 0).then_some((start..start + length, Form::Enclosed))
}

fn after_separator(text: &[u8], at: usize, line: bool, form: Form) -> Option<(Range<usize>, Form)> {
    let rest = text.get(at..)?;
    let slashes = run(rest, |byte| *byte == b'\\');
    let range = match rest.get(slashes) {
        Some(quote @ (b'"' | b'\'' | b'`')) if slashes <= 3 => {
            let start = at + slashes + 1;
            let length = quoted(&text[start..], *quote, slashes)?;
            return (length > 0).then_some((start..start + length, Form::Enclosed));
        }
        _ if rest.starts_with(b"&quot;") => {
            let length = memchr::memmem::find(&rest[6..], b"&quot;")?;
            return Some((at + 6..at + 6 + length, Form::Enclosed));
        }
        _ if rest.starts_with(b"%22") => {
            let length = memchr::memmem::find(&rest[3..], b"%22")?;
            return Some((at + 3..at + 3 + length, Form::Enclosed));
        }
        _ if line => at..at + run(rest, |byte| !matches!(byte, b'\r' | b'\n' | b'\x1b')),
        _ => at..at + bare(rest),
    };
    (!range.is_empty()).then_some((range, form))
}

/// Length up to the closing quote that is written with `slashes` backslashes before it; `None` when the line ends first.
fn quoted(bytes: &[u8], quote: u8, slashes: usize) -> Option<usize> {
    let mut at = 0;
    loop {
        let step = memchr::memchr3(quote, b'\n', b'\\', &bytes[at..])?;
        at += step;
        if bytes[at] == b'\n' {
            return None;
        }
        let run = run(&bytes[at..], |byte| *byte == b'\\');
        if bytes.get(at + run) == Some(&quote) && run <= slashes {
            return Some(at);
        }
        at += if run == 0 { 1 } else { run + 1 };
        if at > bytes.len() {
            return None;
        }
    }
}

/// Length of a value without quotes: up to white space or what closes the form around it.
fn bare(bytes: &[u8]) -> usize {
    let mut length = 0;
    while let Some(byte) = bytes.get(length) {
        let stop = match byte {
            0..=b' ' | b'"' | b'\'' | b'`' | b',' | b';' | b'&' | b'|' | 0x7F => true,
            b'>' | b')' | b']' | b'}' => !bytes[..length].iter().any(|open| matches!(open, b'<' | b'(' | b'[' | b'{')),
            b'<' => length > 0 && !super::scan::placeholder_at(bytes, length),
            b'\\' => matches!(bytes.get(length + 1), Some(b'n' | b'r' | b't' | b'"' | b'\'' | b'\\' | b'u')),
            _ => false,
        };
        if stop {
            break;
        }
        length += 1;
    }
    let trailing = bytes[..length].iter().rev().take_while(|byte| matches!(byte, b'.' | b':' | b'?')).count();
    length - trailing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, key: &str) -> Option<String> {
        let start = text.to_lowercase().find(key).unwrap();
        let style = Style { gap: key == "serial", ..Style::default() };
        let (range, _) = value(text.as_bytes(), start, start + key.len(), style)?;
        Some(text[range].to_owned())
    }

    #[test]
    fn every_form_of_a_value() {
        for (text, wanted) in [
            ("password=abc1 next", "abc1"),
            ("Password = abc1;Server=x", "abc1"),
            (r#"{"password": "a\"b1", "x": 1}"#, r#"a\"b1"#),
            (r#"{\"password\":\"abc1\"}"#, "abc1"),
            ("password: 'a b 1'", "a b 1"),
            ("--password abc1", "abc1"),
            ("<password>abc1</password>", "abc1"),
            ("<key>password</key>\n  <string>abc1</string>", "abc1"),
            (r#"<add key="password" value="abc1"/>"#, "abc1"),
            ("?password=abc1&b=2", "abc1"),
            ("password%3Dabc1", "abc1"),
            ("config['password'] = 'abc1'", "abc1"),
            ("password => 'abc1'", "abc1"),
            ("password=abc1\\nnext", "abc1"),
            ("(password: abc1).", "abc1"),
            ("\"password\" : 1234,", "1234"),
            ("password . . . . : abc1", "abc1"),
            ("password........abc1", "abc1"),
            (r#"{"name":"DB_PASSWORD","value":"abc1"}"#, "abc1"),
            ("define('DB_PASSWORD', 'abc1');", "abc1"),
            (r#"["--password", "abc1", "-x"]"#, "abc1"),
            ("<string name=\"password\">abc1</string>", "abc1"),
            ("<setting name=\"password\" as=\"String\"><value>abc1</value>", "abc1"),
            ("<Password><Value>abc1</Value>", "abc1"),
            ("https://password:abc1@x.test/y", "abc1"),
        ] {
            assert_eq!(find(text, "password").as_deref(), Some(wanted), "{text}");
        }
        assert_eq!(find("Serial    REG_SZ    abc1", "serial").as_deref(), Some("abc1"));
    }

    #[test]
    fn other_words_are_no_keys() {
        for text in [
            "password_hint=x",
            "passwords=x",
            "password",
            "password abc",
            "password::new",
            "password == x",
            "password=\nnext",
        ] {
            assert_eq!(find(text, "password"), None, "{text}");
        }
    }
}
