//! What stands where something was hidden: `<user-1>`.
//!
//! Never here: which value it stands for (`map.rs`).

/// Whether `bytes` hold something like `<user-1>`: hidden already.
pub(super) fn is_in(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'>', bytes).any(|end| before(bytes, end).is_some())
}

/// Whether a placeholder starts with the `<` at `start`.
pub(super) fn at(bytes: &[u8], start: usize) -> bool {
    let head = &bytes[start..bytes.len().min(start + 48)];
    memchr::memchr(b'>', head).is_some_and(|end| before(head, end).is_some() && !head[1..end].contains(&b'<'))
}

/// Class and number of the placeholder-like text that ends with the `>` at `end`.
pub(super) fn before(bytes: &[u8], end: usize) -> Option<(&str, u32)> {
    let from = end.saturating_sub(48);
    let head = &bytes[from..end];
    let open = memchr::memrchr(b'<', head)?;
    let inner = std::str::from_utf8(&head[open + 1..]).ok()?;
    let (class, number) = inner.rsplit_once('-')?;
    let named = !class.is_empty() && class.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if named && number.bytes().all(|byte| byte.is_ascii_digit()) { Some((class, number.parse().ok()?)) } else { None }
}
