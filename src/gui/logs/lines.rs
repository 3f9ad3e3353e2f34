//! Lines on their way from a log to the screen: without private data, and ready to be drawn.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::collect::log::LogRow;
use crate::gui::widgets::Status;
use crate::model::{Lang, LogLevel};
use crate::redact::{Engine, Policy, Redacted};
use crate::text;

/// Characters of a line that are looked at for placeholders.
const LOOKED_AT_CHARS: usize = 2_000;

/// A line as it is shown.
#[derive(Clone, Debug, Default)]
pub struct ShownLine {
    /// Its number, from 0.
    pub line: u64,
    /// Its number for people.
    pub number: String,
    /// Its text without private data.
    pub text: String,
    /// Where its time ends, in bytes.
    pub time_end: usize,
    /// How bad it is.
    pub level: Option<Status>,
    /// Bytes of it that are not shown.
    pub unshown: u64,
    /// Where something stands in for a hidden value.
    pub hidden: Vec<Range<usize>>,
    /// Where what is looked for stands.
    pub found: Vec<Range<usize>>,
}

/// Which lines of which state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The first row.
    pub first: u64,
    /// Of which lines.
    pub least: Option<LogLevel>,
    /// What is to be seen in them, by its number.
    pub reveal: Option<u64>,
    /// Bytes of the log that were known; 0: only its start.
    pub size: u64,
    /// Revision of the preview.
    pub previewed: u64,
    /// In this language.
    pub lang: Lang,
}

/// Lines at hand.
#[derive(Clone, Debug, Default)]
pub struct Chunk {
    /// Which.
    pub key: Place,
    /// They follow each other.
    pub lines: Vec<ShownLine>,
    /// The row that is to be seen.
    pub reveal: Option<u64>,
}

/// How private data is hidden on the screen: as in the preview, if there is one.
pub struct Hiding {
    /// What is private.
    pub policy: Policy,
    /// The preview.
    pub preview: Option<Arc<Redacted>>,
}

impl Hiding {
    /// The lines as they are shown.
    pub fn lines(&self, rows: &[LogRow], lang: Lang) -> Vec<ShownLine> {
        let mut engine = Engine::new(&self.policy);
        let joined = rows.iter().map(|row| row.text.as_str()).collect::<Vec<_>>().join("\n");
        engine.learn(&joined);
        let all = engine.redact_text(&joined);
        let mut texts: Vec<String> = all.split('\n').map(str::to_owned).collect();
        if texts.len() != rows.len() {
            // What goes over several lines was hidden as one.
            texts = rows.iter().map(|row| engine.redact_text(&row.text)).collect();
        }
        let names = self.preview.as_ref().map(|preview| names(&engine.map(), &preview.map()));
        rows.iter().zip(texts).map(|(row, text)| shown(row, text, names.as_ref(), lang)).collect()
    }
}

fn shown(row: &LogRow, mut text: String, names: Option<&BTreeMap<String, String>>, lang: Lang) -> ShownLine {
    let is_same = row.text.get(..row.time_end) == text.get(..row.time_end);
    if let Some(names) = names {
        for place in placeholders(&text).into_iter().rev() {
            let known = text.get(place.clone()).and_then(|own| names.get(own));
            if let Some(name) = known {
                text.replace_range(place, name);
            }
        }
    }
    let level = match row.level {
        Some("error") => Some(Status::Bad),
        Some("warn") => Some(Status::Warn),
        _ => None,
    };
    ShownLine {
        line: row.line,
        number: text::number(lang, row.line + 1),
        hidden: placeholders(&text),
        time_end: if is_same { row.time_end } else { 0 },
        level,
        unshown: row.unshown,
        found: Vec::new(),
        text,
    }
}

/// Names of these lines' own values as the preview has them. What it does not have bears no number.
fn names(own: &[(String, String)], preview: &[(String, String)]) -> BTreeMap<String, String> {
    let by_value: BTreeMap<&str, &str> = preview.iter().map(|(name, value)| (value.as_str(), name.as_str())).collect();
    own.iter()
        .map(|(name, value)| {
            let unnumbered = || match name.rsplit_once('-') {
                Some((class, _)) => format!("{class}-0>"),
                None => name.clone(),
            };
            (name.clone(), by_value.get(value.as_str()).map_or_else(unnumbered, |known| (*known).to_owned()))
        })
        .collect()
}

/// Where placeholders such as `<user-1>` stand, in bytes; of a very long line in its beginning.
pub fn placeholders(line: &str) -> Vec<Range<usize>> {
    let line = line.char_indices().nth(LOOKED_AT_CHARS).and_then(|(end, _)| line.get(..end)).unwrap_or(line);
    let mut found = Vec::new();
    for (start, _) in line.match_indices('<') {
        let Some((inner, _)) = line.get(start + 1..).and_then(|rest| rest.split_once('>')) else { continue };
        let is_one = inner.rsplit_once('-').is_some_and(|(class, number)| {
            !class.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        if is_one && !inner.contains('<') {
            found.push(start..start + inner.len() + 2);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_and_nothing_else() {
        let line = "C:\\Users\\<user-1>\\x <b> <ip-12> a<b-c> <";
        let found: Vec<&str> = placeholders(line).into_iter().map(|range| &line[range]).collect();
        assert_eq!(found, ["<user-1>", "<ip-12>"]);
    }

    #[test]
    fn values_bear_the_names_of_the_preview() {
        let own = [("<ip-1>".to_owned(), "192.0.2.7".to_owned()), ("<ip-2>".to_owned(), "192.0.2.8".to_owned())];
        let preview = [("<ip-5>".to_owned(), "192.0.2.7".to_owned())];
        let names = names(&own, &preview);
        let row = LogRow { text: "from 192.0.2.7 to 192.0.2.8".into(), ..LogRow::default() };
        let line = shown(&row, "from <ip-1> to <ip-2>".into(), Some(&names), Lang::En);
        assert_eq!(line.text, "from <ip-5> to <ip-0>");
    }
}
