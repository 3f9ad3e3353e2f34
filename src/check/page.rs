//! One field of the incident as text that can be searched while every place in it stays known.

use crate::model::Span;

/// A field with its characters, and the same text in lower case with `ё` as `е` and straight apostrophes. Both have the
/// same number of characters, so that what is found in one can be shown in the other.
pub(super) struct Page {
    field: String,
    chars: Vec<char>,
    norm: String,
    /// For each byte of `norm` (and its end) the character it belongs to.
    char_at_byte: Vec<u32>,
}

impl Page {
    pub(super) fn new(field: &str, text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut norm = String::with_capacity(text.len());
        let mut char_at_byte = Vec::with_capacity(text.len() + 1);
        for (i, &c) in chars.iter().enumerate() {
            norm.push(normal(c));
            char_at_byte.resize(norm.len(), u32::try_from(i).unwrap_or(u32::MAX));
        }
        char_at_byte.push(u32::try_from(chars.len()).unwrap_or(u32::MAX));
        Self { field: field.to_owned(), chars, norm, char_at_byte }
    }

    /// The text to search in.
    pub(super) fn norm(&self) -> &str {
        &self.norm
    }

    /// The text to search in, from character `start` to before `end`.
    pub(super) fn norm_between(&self, start: usize, end: usize) -> &str {
        let byte = |at: usize| self.char_at_byte.partition_point(|known| (*known as usize) < at);
        self.norm.get(byte(start)..byte(end.max(start))).unwrap_or_default()
    }

    /// The character that byte `at` of [`Page::norm`] belongs to.
    pub(super) fn char_at(&self, at: usize) -> usize {
        self.char_at_byte.get(at).map_or(self.chars.len(), |at| *at as usize)
    }

    /// All characters, as they were written.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The characters from `start` to before `end`, as they were written.
    pub(super) fn text(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end).unwrap_or_default().iter().collect()
    }

    /// The same place without blanks around it.
    pub(super) fn trim(&self, mut start: usize, mut end: usize) -> (usize, usize) {
        while start < end && self.chars[start].is_whitespace() {
            start += 1;
        }
        while start < end && self.chars[end - 1].is_whitespace() {
            end -= 1;
        }
        (start, end)
    }

    /// A place in this field, for the report.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span { field: self.field.clone(), start, end, text: self.text(start, end) }
    }
}

/// The letter as it is searched for.
pub(super) fn normal(c: char) -> char {
    match c {
        'ё' | 'Ё' => 'е',
        '’' | '‘' => '\'',
        '\u{a0}' => ' ',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_survive_any_letters() {
        let page = Page::new("title", "Ёж İstanbul ’ok’ 👍 ß");
        assert_eq!(page.norm().chars().count(), page.chars().len());
        let at = page.norm().find("ok").expect("is there");
        let start = page.char_at(at);
        assert_eq!(page.text(start, start + 2), "ok");
        assert_eq!(page.char_at(page.norm().len()), page.chars().len());
        assert_eq!(page.norm_between(start, start + 2), "ok");
        assert_eq!(page.norm_between(0, page.chars().len()), page.norm());
        assert_eq!(page.norm_between(2, 1), "");
    }
}
