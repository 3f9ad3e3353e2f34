//! TOML to a typed value, with an error that names the line, the key and the nearest valid name.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::error::{Error, Place};

/// A form is typed by a person; what is larger is another kind of file.
const LIMIT_BYTES: u64 = 64 * 1024 * 1024;

/// The text of a form.
pub fn read(path: &Path) -> Result<String, Error> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LIMIT_BYTES + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(failed(io::ErrorKind::FileTooLarge.into()));
    }
    String::from_utf8(bytes).map_err(|_| Error::NotText { path: path.to_owned() })
}

/// Reads `text` as a `T`; `path` is only named in the error.
pub fn parse<T: DeserializeOwned>(text: &str, path: &Path) -> Result<T, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    toml::from_str(text).map_err(|error| describe(&error, text, path))
}

fn describe(error: &toml::de::Error, text: &str, path: &Path) -> Error {
    let start = error.span().map_or(0, |span| floor(text, span.start));
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let place = Place {
        path: path.to_owned(),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    };
    let reason = error.message().lines().next().unwrap_or_default().to_owned();
    let line = text[line_start..].lines().next().unwrap_or_default();
    let key = match reason.strip_prefix("missing field `") {
        // It points at the whole table that lacks it.
        Some(name) => name.trim_end_matches('`').to_owned(),
        None => line.split_once('=').map(|(key, _)| key.trim().trim_matches('"').to_owned()).unwrap_or_default(),
    };
    let nearest = nearest_in(&reason);
    // The parser lists every name it knows; the nearest one is enough.
    let reason = match reason.split_once(", expected") {
        Some((short, _)) if !nearest.is_empty() => short.to_owned(),
        _ => reason,
    };
    Error::Form { place, key, nearest, reason }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The parser quotes the wrong name first and then those it knows: "unknown field `titel`, expected one of `title`, …".
fn nearest_in(reason: &str) -> String {
    let mut quoted = reason.split('`').skip(1).step_by(2);
    match quoted.next() {
        Some(wrong) if reason.starts_with("unknown") => nearest(wrong, quoted).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The candidate nearest to `wrong`, if one is near enough to be meant.
pub fn nearest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let wrong = wrong.to_lowercase();
    candidates
        .map(|candidate| (strsim::jaro_winkler(&wrong, &candidate.to_lowercase()), candidate))
        .filter(|(score, _)| *score > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Draft;

    fn error(text: &str) -> (usize, usize, String, String) {
        match parse::<Draft>(text, Path::new("a.toml")).expect_err("wrong") {
            Error::Form { place, key, nearest, .. } => (place.line, place.column, key, nearest),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_wrong_type_is_told_with_its_place() {
        let (line, column, key, _) = error("title = \"Ошибка\"\nsteps = \"one\"\n");
        assert_eq!((line, column, key.as_str()), (2, 9, "steps"));
    }

    #[test]
    fn a_wrong_name_is_told_with_the_nearest() {
        assert_eq!(error("[[evidence]]\npath = \"a\"\ncaptoin = \"b\"\n").3, "caption");
        assert_eq!(error("frequency = \"everytime\"\n").3, "every-time");
    }

    #[test]
    fn a_missing_key_is_the_one_that_is_named() {
        let wrong = parse::<crate::model::Profile>("format = 1\nid = \"desk\"\n", Path::new("desk.toml"));
        assert!(matches!(wrong, Err(Error::Form { key, .. }) if key == "name"));
    }

    #[test]
    fn broken_text_never_panics() {
        for text in ["", "=", "title = \"", "ы = ы", "[[", "\u{feff}title = 1"] {
            parse::<Draft>(text, Path::new("a.toml")).ok();
        }
    }
}
