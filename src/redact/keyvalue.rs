//! Finds the value that belongs to a key: `key=value`, `"key": "value"`, `--key value`, `<key>value</key>`, `key='a b'`, `key%3Dvalue`.
//!
//! Never here: the question whether the value is private. Quotes and their escapes are understood, lines are not left.

use std::ops::Range;

use super::element::{element, tag_ends};
use super::key;

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
    /// The only word behind the key, without a mark between: could be what is said about the key.
    Directive,
}

/// How a rule wants key and value to be read.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches, as a rule has them")]
pub(super) struct Style {
    /// The key must be all of its word.
    pub whole: bool,
    /// The key is a word of its name, which can have others around it.
    pub part: bool,
    /// A bare value reaches to the end of the line.
    pub line: bool,
    /// Two blanks separate key and value.
    pub gap: bool,
}

/// Where the value of the key at `start..end` stands, and how it is written.
pub(super) fn value(text: &[u8], start: usize, end: usize, style: Style) -> Option<(Range<usize>, Form)> {
    let stop = text.len().min(end + LONGEST);
    let text = &text[..stop];
    if style.whole && !key::starts_word(text, start) || style.part && !key::starts_part(text, start) {
        return None;
    }
    let mut at = end;
    if !style.whole {
        at += key::tail(&text[at..]);
        at += run(&text[at..], u8::is_ascii_digit).min(2);
    }
    let next = text.get(at)?;
    if next.is_ascii_alphanumeric() || *next >= 0x80 && key::separator(&text[at..]) == 0 || *next == b'_' {
        return None;
    }
    let key_tag = key::opens_tag(text, start);
    if key_tag && matches!(text.get(at), Some(b'>' | b' ')) {
        return element(text, at + tag_ends(&text[at..])?);
    }
    if text[at..].starts_with(b"</key>") {
        let after = at + 6 + run(&text[at + 6..], u8::is_ascii_whitespace);
        let open =
            [&b"<string>"[..], b"<integer>", b"<data>"].into_iter().find(|tag| text[after..].starts_with(tag))?;
        return element(text, after + open.len());
    }
    let closed = key::close(&text[at..]);
    at += closed;
    if let Some(value) = value_below(text, start, at) {
        return after_separator(text, value, style.line, Form::Bare);
    }
    if closed > 0
        && let Some(found) = quoted_key(text, start, at, style)
    {
        return Some(found);
    }
    at += key::colours(&text[at..]).0;
    let leader = key::leader(&text[at..]);
    let blank = if leader > 0 { leader } else { blanks(&text[at..]) };
    at += blank;
    let (colour, sets) = key::colours(&text[at..]);
    at += colour;
    let separator = key::separator(&text[at..]);
    let form = match separator {
        // The value has a colour of its own: `token ESC[35mabc1`.
        0 if sets && blank > 0 && closed == 0 => Form::Bare,
        0 if key::is_flag(text, start) && at > end + closed => Form::Bare,
        0 if leader > 0 || (style.gap && closed == 0 && is_gap(&text[at - blank..at])) => Form::Bare,
        0 if closed == 0 => return directive(text, start, at, blank),
        0 => return None,
        _ if text[at] == b':' && text.get(at + 1) != Some(&b'=') => Form::Prose,
        _ => Form::Bare,
    };
    if separator > 0 && text.get(at + separator) == Some(&b'=') && text[at] == b'=' {
        return None;
    }
    at += separator;
    if key::in_expansion(text, start) {
        // `${KEY:-value}`, and `${KEY:?what is wrong}`.
        at += usize::from(text.get(at) == Some(&b'-'));
        if matches!(text.get(at), Some(b'?' | b'+')) {
            return None;
        }
    }
    if closed == 0 && separator > 0 && key::closes_string(text, start, at) {
        return None;
    }
    at += blanks(&text[at..]);
    at += key::colours(&text[at..]).0;
    if separator == 0 {
        at += key::registry_type(&text[at..]);
    } else if let Some(below) =
        below(&text[at..]).filter(|_| form == Form::Prose && key::opens_line(text, start).is_some())
    {
        return after_separator(text, at + below, false, Form::Directive);
    }
    let (mut range, form) = after_separator(text, at, style.line, form)?;
    if form != Form::Enclosed && key::in_authority(text, start) {
        range.end = range.start + run(&text[range.clone()], |byte| !matches!(byte, b'@' | b'/'));
    }
    (!range.is_empty()).then_some((range, form))
}

/// Where the value stands in the line below a key that is itself a value: `- name: DB_PASSWORD`, then `value: abc1`, as
/// Kubernetes writes them. `at` is behind the key.
fn value_below(text: &[u8], start: usize, at: usize) -> Option<usize> {
    let line = at + run(text.get(at..)?, |byte| matches!(byte, b' ' | b'\r'));
    (text.get(line) == Some(&b'\n')).then_some(())?;
    let name = line + 1 + blanks(&text[line + 1..]);
    let mark = [&b"value:"[..], b"Value:"].into_iter().find(|mark| text[name..].starts_with(mark))?;
    let head = text[..start].iter().rev().take(80).take_while(|byte| **byte != b'\n').count();
    let word = text[start - head..start]
        .iter()
        .rev()
        .take_while(|byte| key::is_name(byte) || matches!(byte, b'"' | b'\''))
        .count();
    let before = text[start - head..start - word].trim_ascii();
    let named = [&b"name:"[..], b"key:", b"Name:", b"Key:"].iter().any(|name| before.ends_with(name));
    let value = name + mark.len();
    named.then(|| value + blanks(&text[value..]))
}

/// What belongs to the quoted key at `start`, whose quote ends at `at`: an attribute or item beside it, or the text of its tag.
fn quoted_key(text: &[u8], start: usize, at: usize, style: Style) -> Option<(Range<usize>, Form)> {
    if let Some(attribute) = attribute_value(&text[at..]) {
        return after_separator(text, at + attribute, style.line, Form::Bare);
    }
    if let Some(item) = next_item(&text[at..]) {
        let form = if key::is_flag(text, start) { Form::Bare } else { Form::Listed };
        return after_separator(text, at + item, false, form).map(|(range, _)| (range, form));
    }
    if let Some(open) = key::in_tag(text, start) {
        let tag = &text[at..at + run(&text[at..], |byte| !matches!(byte, b'>' | b'<' | b'\n')).min(200)];
        let beside = [(open, &text[open..start]), (at, tag)].into_iter().find_map(|(from, part)| {
            let mut found = [&b" value=\""[..], b" value='", b" content=\""].into_iter();
            found.find_map(|name| memchr::memmem::find(part, name).map(|found| from + found + name.len() - 1))
        });
        return match beside {
            Some(value) => after_separator(text, value, false, Form::Bare),
            None => element(text, at + tag_ends(&text[at..])?),
        };
    }
    if key::is_value(text, start) {
        let object = &text[at..at + run(&text[at..], |byte| !matches!(byte, b'}' | b'{')).min(200)];
        let found = memchr::memmem::find(object, b"\"value\"")?;
        let after = at + found + 7;
        let colon = blanks(&text[after..]);
        let value = after + colon + 1;
        return (text.get(after + colon) == Some(&b':'))
            .then(|| after_separator(text, value + blanks(&text[value..]), false, Form::Bare))?;
    }
    None
}

/// The rest of a line that starts with the key, if that is one word: `rcon_password "abc1"`, `User abc1`; or what stands in
/// brackets right behind the key: `user[abc1]`.
fn directive(text: &[u8], start: usize, at: usize, blank: usize) -> Option<(Range<usize>, Form)> {
    if text.get(at) == Some(&b'[') && blank <= 1 {
        let length = run(&text[at + 1..], |byte| !matches!(byte, b']' | b'[' | b'\n' | b' ' | b'"'));
        // In `--password[=name]` stands what can be given.
        let closed = text.get(at + 1 + length) == Some(&b']') && length > 0 && text[at + 1] != b'=';
        return closed.then(|| (at + 1..at + 1 + length, Form::Directive));
    }
    let indent = key::opens_line(text, start).filter(|_| blank > 0)?;
    let (range, form) = after_separator(text, at, false, Form::Directive)?;
    let quote = usize::from(form == Form::Enclosed);
    let rest = &text[range.end + quote..];
    let ends = run(rest, |byte| matches!(byte, b' ' | b'\t' | b';' | b'\r'));
    let alone = matches!(rest.get(ends), None | Some(b'\n'));
    let form = if indent > 0 && form == Form::Directive { Form::Bare } else { form };
    alone.then_some((range, form))
}

/// Whether the line ends here, or with the mark of a YAML block, and the next one is a single word: how far that is.
fn below(bytes: &[u8]) -> Option<usize> {
    let block = match bytes {
        [b'|' | b'>', b'-' | b'+', ..] => 2,
        [b'|' | b'>', ..] => 1,
        _ => 0,
    };
    let line = block + run(&bytes[block..], |byte| *byte == b'\r');
    (bytes.get(line) == Some(&b'\n')).then_some(())?;
    let from = line + 1 + blanks(&bytes[line + 1..]);
    let word = run(&bytes[from..], |byte| !byte.is_ascii_whitespace());
    let ends = run(&bytes[from + word..], |byte| matches!(byte, b' ' | b'\t' | b'\r'));
    (word > 0 && matches!(bytes.get(from + word + ends), None | Some(b'\n'))).then_some(from)
}

/// `, ` before a quoted item, as a number of bytes.
fn next_item(bytes: &[u8]) -> Option<usize> {
    let blank = blanks(bytes);
    (bytes.get(blank) == Some(&b',')).then_some(())?;
    let at = blank + 1 + blanks(&bytes[blank + 1..]);
    matches!(bytes.get(at), Some(b'"' | b'\'')).then_some(at)
}

/// Whether the line at `at` is a row of a table with tabs: its cells are no keys of one another.
pub(super) fn in_row(text: &[u8], at: usize) -> bool {
    const CELLS: usize = 5;
    const REACH: usize = 400;
    let before = text[..at].iter().rev().take(REACH).take_while(|byte| **byte != b'\n');
    let behind = text[at..].iter().take(REACH).take_while(|byte| **byte != b'\n');
    before.chain(behind).filter(|byte| **byte == b'\t').count() + 1 >= CELLS
}

fn is_gap(blank: &[u8]) -> bool {
    blank.len() >= 2 || blank.contains(&b'\t')
}

/// How many bytes from the start on are wanted.
pub(super) fn run(bytes: &[u8], mut wanted: impl FnMut(&u8) -> bool) -> usize {
    bytes.iter().position(|byte| !wanted(byte)).unwrap_or(bytes.len())
}

/// Blanks and tabs at the start.
pub(super) fn blanks(bytes: &[u8]) -> usize {
    run(bytes, |byte| matches!(byte, b' ' | b'\t'))
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

fn after_separator(text: &[u8], at: usize, line: bool, form: Form) -> Option<(Range<usize>, Form)> {
    let rest = text.get(at..)?;
    let slashes = run(rest, |byte| *byte == b'\\');
    let range = match rest.get(slashes) {
        _ if [&b"\"\"\""[..], b"'''"].iter().any(|quotes| rest.starts_with(quotes)) => {
            let length = memchr::memmem::find(&rest[3..], &rest[..3])?;
            return (length > 0).then_some((at + 3..at + 3 + length, Form::Enclosed));
        }
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
        Some(b'[') if slashes == 0 && run(rest, |byte| !matches!(byte, b']' | b' ' | b'\n' | b'"')) > 1 => {
            let length = run(&rest[1..], |byte| !matches!(byte, b']' | b'[' | b' ' | b'\n' | b'"' | b','));
            if rest.get(1 + length) == Some(&b']') { at + 1..at + 1 + length } else { at..at + bare(rest) }
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
            b'<' => length > 0 && !super::placeholder::at(bytes, length),
            // A query behind a parameter of the path: `;jsessionid=abc1?page=2`.
            b'?' => {
                let name = run(&bytes[length + 1..], u8::is_ascii_lowercase);
                name > 1 && bytes.get(length + 1 + name) == Some(&b'=')
            }
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
            ("password = \"\"\"abc1\"\"\"", "abc1"),
            ("Kennwort password =3D abc1", "abc1"),
            ("\x1b[36mpassword\x1b[0m=\x1b[1mabc1\x1b[0m", "abc1"),
            ("warn password \x1b[35mabc1\x1b[0m is old", "abc1"),
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
            "password::new",
            "password == x",
            "password=\nnext",
            "\x1b[36mpassword\x1b[0m is wrong",
        ] {
            assert_eq!(find(text, "password"), None, "{text}");
        }
    }
}
