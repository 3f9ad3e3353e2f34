//! Different error codes in different sentences: a weak sign, because one fault often shows several.

use std::sync::LazyLock;

use regex::Regex;

use super::{Clue, Reason, Story};

// A pattern that is no pattern finds nothing; a test uses it. Word ends of ASCII: those of Unicode are slow in Russian text.
static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:(?-u:\b)(?:error|code)|ошибк[аиуе]|ошибкой|код)\s*(?:code|код)?\s*[:#№]?\s*(0x[0-9a-f]{2,}|[a-z]{0,6}[-_]?\d{2,6})(?-u:\b)").ok()
});

/// A reason, if two units that tell of a problem each name an error code of their own.
pub(super) fn reason(story: &Story) -> Option<Reason> {
    let page = &story.description;
    let mut seen: Option<(usize, &str)> = None;
    for found in CODE.as_ref()?.captures_iter(page.norm()) {
        let Some(code) = found.get(1) else { continue };
        let (start, end) = (page.char_at(code.start()), page.char_at(code.end()));
        let told = story.units.iter().find(|unit| unit.opens() && (unit.start..unit.end).contains(&start));
        let Some(unit) = told else { continue };
        match seen {
            Some((sentence, known)) if sentence != unit.sentence && known != code.as_str() => {
                return Some(Reason { clue: Clue::Errors, weight: 0.5, span: page.span(start, end) });
            }
            _ => seen = seen.or(Some((unit.sentence, code.as_str()))),
        }
    }
    None
}
