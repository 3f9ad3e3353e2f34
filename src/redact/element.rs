//! Finds the text of an XML element whose tag, or an attribute of it, is the key.
//!
//! Never here: a parser. A tag and its text stand close together, or they are not found.

use std::ops::Range;

use super::keyvalue::{Form, run};
use super::{key, placeholder};

/// Up to the `>` of the tag, as a number of bytes, the opening tag of a child with it: `<Password><Value>`.
pub(super) fn tag_ends(bytes: &[u8]) -> Option<usize> {
    let near = &bytes[..bytes.len().min(96)];
    let end =
        memchr::memchr3(b'>', b'<', b'\n', near).filter(|end| near[*end] == b'>' && !near[..*end].ends_with(b"/"))?;
    let rest = &bytes[end + 1..];
    let blank = run(rest, u8::is_ascii_whitespace);
    Some(end + 1 + child(&rest[blank..]).map_or(0, |tag| blank + tag))
}

/// Length of an opening tag that only holds the value: `<Value>`, `<saml:AttributeValue>`, `<string>`.
fn child(bytes: &[u8]) -> Option<usize> {
    let name = bytes.strip_prefix(b"<")?;
    let length = run(name, |byte| key::is_name(byte) || *byte == b':');
    let held = [&b"value"[..], b"string", b"name"];
    let named =
        held.iter().any(|end| length >= end.len() && name[length - end.len()..length].eq_ignore_ascii_case(end));
    (named && name.get(length) == Some(&b'>')).then_some(length + 2)
}

/// The text of an element from `start` on, where its tag has ended.
pub(super) fn element(text: &[u8], start: usize) -> Option<(Range<usize>, Form)> {
    let rest = text.get(start..)?;
    let length = memchr::memchr2(b'<', b'\n', rest)?;
    // `remote.<name>.url` is no element.
    let closed = rest[length] == b'\n' || rest.get(length + 1) == Some(&b'/') || placeholder::at(rest, length);
    let dotted = rest.first() == Some(&b'.') && rest[length] == b'\n';
    (length > 0 && closed && !dotted).then_some((start..start + length, Form::Enclosed))
}
