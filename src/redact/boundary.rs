//! Where a token starts and ends in bytes that are mostly UTF-8: words, escapes (`\n`, `%20`, `\u0418`) and terminal colours.
//!
//! Never here: a panic on bytes that are not UTF-8.

use super::placeholder;

/// Whether a token can start at `at`: nothing that belongs to the same word stands before it.
/// A placeholder counts as the word it stands for, so that hiding twice is hiding once.
pub(super) fn starts(text: &[u8], at: usize) -> bool {
    let Some(&prev) = at.checked_sub(1).and_then(|before| text.get(before)) else { return true };
    if prev == b'>' && placeholder::before(text, at - 1).is_some() {
        return false;
    }
    if prev < 0x80 {
        return !prev.is_ascii_alphanumeric() || escape_ends(text, at);
    }
    !char_before(text, at).is_some_and(char::is_alphanumeric)
}

/// Whether a token can end at `at`: nothing that belongs to the same word follows.
pub(super) fn ends(text: &[u8], at: usize) -> bool {
    match text.get(at) {
        None => true,
        Some(b'<') => !placeholder::at(text, at),
        Some(next) if *next < 0x80 => !next.is_ascii_alphanumeric(),
        Some(_) => !char_at(text, at).is_some_and(char::is_alphanumeric),
    }
}

/// The character that ends at `at`, if the bytes there are UTF-8.
pub(super) fn char_before(text: &[u8], at: usize) -> Option<char> {
    let lowest = at.saturating_sub(4);
    let start = (lowest..at).rev().find(|i| text[*i] & 0xC0 != 0x80)?;
    std::str::from_utf8(&text[start..at]).ok()?.chars().next_back()
}

/// The character that starts at `at`, if the bytes there are UTF-8.
pub(super) fn char_at(text: &[u8], at: usize) -> Option<char> {
    let bytes = text.get(at..text.len().min(at + 4))?;
    let valid = match std::str::from_utf8(bytes) {
        Ok(all) => all,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
    };
    valid.chars().next()
}

/// Moves `at` back to the first byte of the character it lies in.
pub(super) fn floor(text: &[u8], mut at: usize) -> usize {
    let lowest = at.saturating_sub(3);
    while at > lowest && at < text.len() && text[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}

/// Moves `at` on to the end of the character it lies in.
pub(super) fn ceil(text: &[u8], mut at: usize) -> usize {
    let highest = (at + 3).min(text.len());
    while at < highest && text[at] & 0xC0 == 0x80 {
        at += 1;
    }
    at
}

/// How many bytes of an escape such as `\n` or `\u0418` reach past `at`, when `at` lies behind the escape's backslash.
pub(super) fn escape_len(text: &[u8], at: usize) -> usize {
    let slashes = text[..at].iter().rev().take_while(|byte| **byte == b'\\').count();
    if slashes % 2 == 0 {
        return 0;
    }
    match text.get(at) {
        Some(b'n' | b'r' | b't') => 1,
        Some(b'u') if text.get(at + 1..at + 5).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)) => 5,
        _ => 0,
    }
}

/// Whether an escape sequence ends right before `at`, so that its letters belong to no word.
fn escape_ends(text: &[u8], at: usize) -> bool {
    let before = &text[..at];
    let prev = before.last().copied().unwrap_or_default();
    if matches!(prev, b'n' | b'r' | b't') && escape_len(text, at - 1) == 1 {
        return true;
    }
    if let [.., b'%', high, low] = before
        && high.is_ascii_hexdigit()
        && low.is_ascii_hexdigit()
    {
        return !hex(&[*high, *low]).is_some_and(|byte| byte >= 0x80 || (byte as u8).is_ascii_alphanumeric());
    }
    if let [.., b'\\', b'u', a, b, c, d] = before
        && let Some(code) = hex(&[*a, *b, *c, *d])
    {
        return !char::from_u32(code).is_some_and(char::is_alphanumeric);
    }
    prev == b'm' && colour_ends(&before[..at - 1])
}

fn hex(digits: &[u8]) -> Option<u32> {
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Whether `before` ends like `ESC[1;32`, the escape character raw or written out.
fn colour_ends(before: &[u8]) -> bool {
    let digits = before.iter().rev().take(12).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    let Some(head) = before[..before.len() - digits].strip_suffix(b"[") else { return false };
    [&b"\x1b"[..], b"\\x1b", b"\\u001b", b"\\033", b"\\e"]
        .iter()
        .any(|escape| head.len() >= escape.len() && head[head.len() - escape.len()..].eq_ignore_ascii_case(escape))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts_in(text: &str, word: &str) -> bool {
        starts(text.as_bytes(), text.find(word).unwrap())
    }

    #[test]
    fn words_end_at_other_characters() {
        assert!(starts_in("a ada", "ada"));
        assert!(starts_in("log_ada", "ada"));
        assert!(!starts_in("xada", "ada"));
        assert!(!starts_in("яada", "ada"));
        assert!(starts_in("—ada", "ada"));
        assert!(!ends("adaя".as_bytes(), 3));
        assert!(ends("ada…".as_bytes(), 3));
    }

    #[test]
    fn escapes_are_no_words() {
        assert!(starts_in("line\\nada", "ada"));
        assert!(!starts_in("line\\\\nada", "ada"));
        assert!(starts_in("home%2Fada", "ada"));
        assert!(!starts_in("\\u0418ada", "ada"));
        assert!(starts_in("\x1b[1;32mada", "ada"));
        assert!(starts_in("\\u001b[32mada", "ada"));
        assert!(!starts_in("[32mada", "ada"));
    }

    #[test]
    fn broken_utf8_is_no_word() {
        assert!(starts(b"\xff\xfeada", 2));
        assert!(ends(b"ada\xff", 3));
    }
}
