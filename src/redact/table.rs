//! Finds the values below a key that heads a column: CSV, tabs, `|`, columns of blanks, and the rows of an SQL `INSERT`.
//!
//! Never here: the question whether a value is private, or a line that is no table.

use std::ops::Range;

use super::{generic, key};

/// A header is no longer than this, and what stands in it neither.
const HEADER: usize = 1000;
const NAME: usize = 40;
/// What has so many figures heads no column.
const DIGITS: usize = 6;
/// So many rows are read, and so many bytes of them.
const ROWS: usize = 400;
const BYTES: usize = 32 << 10;

/// Where the values stand that the key at `start..end` heads; none when it heads no column. `whole`: the key is all of its cell.
pub(super) fn column(text: &[u8], start: usize, end: usize, whole: bool) -> Vec<Range<usize>> {
    let Some((cell, mark)) = cell(text, start, end, whole) else { return Vec::new() };
    if mark == b')' || mark == b'(' || matches!(enclosing(text, cell.start), Some(open) if text[open] == b'(') {
        return sql(text, cell).unwrap_or_default();
    }
    let line = line(text, start);
    if line.len() > HEADER {
        return Vec::new();
    }
    let heads = cells(text, line.clone(), mark);
    let named = |head: &Range<usize>| {
        let head = &text[head.clone()];
        let digits = head.iter().filter(|byte| byte.is_ascii_digit()).count();
        let marks = head.iter().any(|byte| matches!(byte, b':' | b'=' | b'{' | b'<' | b'[' | b'"'));
        head.len() <= NAME && digits < DIGITS && !marks
    };
    let filled = heads.iter().filter(|head| !head.is_empty()).count();
    let Some(index) = heads.iter().position(|head| head.start <= cell.start && cell.end <= head.end) else {
        return Vec::new();
    };
    let of_programs = |head: &Range<usize>| {
        std::str::from_utf8(&text[head.clone()]).is_ok_and(|head| generic::is_of_programs(&head.to_lowercase()))
    };
    if filled < 2 || !heads.iter().all(named) || heads.iter().any(of_programs) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = line.end + 1;
    for _ in 0..ROWS {
        if at >= text.len() || at > end + BYTES {
            break;
        }
        let row = self::line(text, at);
        at = row.end + 1;
        let bytes = &text[row.clone()];
        if bytes.trim_ascii().is_empty() {
            break;
        }
        if bytes.iter().all(|byte| matches!(byte, b'-' | b'=' | b'+' | b'|' | b':' | b' ' | b'\t' | b'\r')) {
            continue;
        }
        if mark == b' ' {
            let offset = cell.start - line.start..cell.end - line.start;
            let Some(value) = below(text, row, offset) else { break };
            found.push(value);
        } else {
            let values = cells(text, row, mark);
            if values.len() != heads.len() {
                break;
            }
            found.push(values[index].clone());
        }
    }
    found.retain(|value| !value.is_empty());
    found
}

/// The cell that the key fills, and what separates it from its neighbours.
fn cell(text: &[u8], start: usize, end: usize, whole: bool) -> Option<(Range<usize>, u8)> {
    let name = |byte: &&u8| key::is_name(byte);
    let before = if whole { 0 } else { text[..start].iter().rev().take(NAME).take_while(name).count() };
    let after = if whole { 0 } else { key::tail(text.get(end..)?) };
    let cell = start - before..end + after;
    let quote = |byte: Option<&u8>| usize::from(byte.is_some_and(|byte| matches!(byte, b'"' | b'\'' | b'`')));
    let open = cell.start - quote(cell.start.checked_sub(1).and_then(|at| text.get(at)));
    let close = cell.end + quote(text.get(cell.end));
    let left = text[..open].iter().rev().take(200).take_while(|byte| **byte == b' ').count();
    let right = text[close..].iter().take(200).take_while(|byte| **byte == b' ').count();
    let mark = |byte: Option<&u8>, blanks: usize| match byte {
        Some(byte @ (b',' | b';' | b'\t' | b'|' | b'(' | b')')) => Some(*byte),
        None | Some(b'\n' | b'\r') => Some(b'\n'),
        _ if blanks >= 2 => Some(b' '),
        _ => None,
    };
    let left = mark((open - left).checked_sub(1).and_then(|at| text.get(at)), left)?;
    let right = mark(text.get(close + right), right)?;
    match (left, right) {
        (b'\n', b'\n') => None,
        (b'\n' | b'(', mark) | (mark, b'\n' | b')') => Some((cell, mark)),
        (left, right) => (left == right).then_some((cell, left)),
    }
}

fn line(text: &[u8], at: usize) -> Range<usize> {
    let from = at.saturating_sub(HEADER);
    let start = memchr::memrchr(b'\n', &text[from..at]).map_or(from, |newline| from + newline + 1);
    let end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |newline| at + newline);
    let end = if end > start && text[end - 1] == b'\r' { end - 1 } else { end };
    start..end
}

/// The cells of a line, without blanks and quotes around them.
fn cells(text: &[u8], line: Range<usize>, mark: u8) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let (mut from, mut at) = (line.start, line.start);
    let mut quote = None;
    while at < line.end {
        let byte = text[at];
        match quote {
            Some(open) if byte == open => quote = None,
            None if matches!(byte, b'"' | b'\'' | b'`') && text[from..at].trim_ascii().is_empty() => quote = Some(byte),
            None if mark == b' ' && byte == b' ' && text.get(at + 1) == Some(&b' ') => {
                all.push(trimmed(text, from..at));
                while at + 1 < line.end && text[at + 1] == b' ' {
                    at += 1;
                }
                from = at + 1;
            }
            None if mark != b' ' && byte == mark => {
                all.push(trimmed(text, from..at));
                from = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    all.push(trimmed(text, from..line.end));
    all
}

fn trimmed(text: &[u8], mut cell: Range<usize>) -> Range<usize> {
    let edge = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'`');
    while cell.start < cell.end && edge(text[cell.start]) {
        cell.start += 1;
    }
    while cell.start < cell.end && edge(text[cell.end - 1]) {
        cell.end -= 1;
    }
    cell
}

/// What stands in `row` below the columns `offset`.
fn below(text: &[u8], row: Range<usize>, offset: Range<usize>) -> Option<Range<usize>> {
    let at = row.start + offset.start;
    let starts = at < row.end && text[at] != b' ' && (at == row.start || text[at - 1] == b' ');
    let values = cells(text, row.clone(), b' ');
    if values.iter().filter(|value| !value.is_empty()).count() < 2 && row.start != at {
        return None;
    }
    if starts {
        let gap = memchr::memmem::find(&text[at..row.end], b"  ").map_or(row.end, |gap| at + gap);
        return Some(trimmed(text, at..gap));
    }
    let end = row.start + offset.end;
    values.into_iter().find(|value| value.start < end && value.end > at)
}

/// The bracket that is open at `at`, on the same line or a few before it.
fn enclosing(text: &[u8], at: usize) -> Option<usize> {
    let from = at.saturating_sub(HEADER);
    memchr::memrchr3(b'(', b')', b';', &text[from..at]).map(|open| from + open)
}

/// The values of one column of `(a, b) VALUES (1, 2), (3, 4)`.
fn sql(text: &[u8], cell: Range<usize>) -> Option<Vec<Range<usize>>> {
    let open = enclosing(text, cell.start).filter(|open| text[*open] == b'(')?;
    let close = cell.end + memchr::memchr2(b')', b'(', &text[cell.end..text.len().min(cell.end + HEADER)])?;
    let heads = cells(text, open + 1..close, b',');
    let index = heads.iter().position(|head| head.start <= cell.start && cell.end <= head.end)?;
    let mut at = close + 1 + blank(&text[close + 1..]);
    if !text.get(at..at + 6)?.eq_ignore_ascii_case(b"values") {
        return None;
    }
    at += 6;
    let mut found = Vec::new();
    for _ in 0..ROWS {
        at += blank(&text[at..]);
        if text.get(at) != Some(&b'(') || at > close + BYTES {
            break;
        }
        let Some(end) = row_end(text, at + 1) else { break };
        let values = cells(text, at + 1..end, b',');
        if values.len() == heads.len() && !values[index].is_empty() {
            found.push(values[index].clone());
        }
        at = end + 1;
        at += blank(&text[at..]);
        at += usize::from(text.get(at) == Some(&b','));
    }
    Some(found)
}

fn blank(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// The `)` that ends a row, outside of quotes.
fn row_end(text: &[u8], from: usize) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in text[from..].iter().enumerate().take(4 * HEADER) {
        match byte {
            b'\'' => quoted = !quoted,
            b')' if !quoted => return Some(from + at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below_key(text: &str, key: &str) -> Vec<String> {
        let start = text.find(key).unwrap();
        let found = column(text.as_bytes(), start, start + key.len(), false);
        found.into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn tables_of_every_kind() {
        assert_eq!(below_key("id,login,role\n1,ada1,admin\n2,\"bob, 2\",x\n\n3,c,d", "login"), ["ada1", "bob, 2"]);
        assert_eq!(below_key("Name\tValue\tDomain\nSID\tabc1\tx\n", "Value"), ["abc1"]);
        assert_eq!(below_key("| user | password |\n|------|----------|\n| ada | abc1 |\n", "password"), ["abc1"]);
        assert_eq!(below_key("IdentifyingNumber  UUID\nABC123             01-02\n", "IdentifyingNumber"), ["ABC123"]);
        assert_eq!(below_key("IdentifyingNumber  UUID\nABC123             01-02\n", "UUID"), ["01-02"]);
        assert_eq!(
            below_key("INSERT INTO `u` (`id`,`login`) VALUES\n(1,'ada1'),\n(2,'b)2');", "login"),
            ["ada1", "b)2"]
        );
    }

    #[test]
    fn prose_is_no_table() {
        for (text, key) in [
            ("the login, the key\nand more", "login"),
            ("login: x, y\n1, 2", "login"),
            ("call(login, x)\nnext, line", "login"),
            ("login\nvalue", "login"),
            ("a, login, b\nc, d", "login"),
        ] {
            assert_eq!(below_key(text, key), Vec::<String>::new(), "{text}");
        }
    }
}
