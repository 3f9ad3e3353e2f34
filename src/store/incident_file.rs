//! The incident file: a draft as TOML.

use std::path::Path;

use super::Error;
use super::form;
use crate::model::{Draft, FieldSpec, FieldType, Lang, Profile};
use crate::platform::{self, replace};
use crate::text::{t, tf};

/// A key this version does not know. It is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey {
    /// The key.
    pub key: String,
    /// Its line, from 1.
    pub line: usize,
    /// The known key nearest to it; may be empty.
    pub nearest: String,
}

const KEYS: [&str; 24] = [
    "format",
    "destination",
    "language",
    "title",
    "description",
    "error_text",
    "steps",
    "expected",
    "actual",
    "started",
    "frequency",
    "conditions",
    "tried",
    "self_help",
    "hidden_facts",
    "hide",
    "keep",
    "keep_classes",
    "hide_classes",
    "contact",
    "fields",
    "overrides",
    "override_words",
    "evidence",
];

/// Reads an incident file.
///
/// # Errors
/// [`Error`] with the place of what is wrong.
pub fn read(path: &Path) -> Result<(Draft, Vec<UnknownKey>), Error> {
    let text = form::read(path)?;
    parse(&text, path)
}

/// Reads the text of an incident file; `path` is only named in errors.
///
/// # Errors
/// [`Error`] with the place of what is wrong.
pub fn parse(text: &str, path: &Path) -> Result<(Draft, Vec<UnknownKey>), Error> {
    let draft: Draft = form::parse(text, path)?;
    if draft.format != 1 {
        return Err(Error::Version { path: path.to_owned(), found: draft.format });
    }
    let unknown = draft
        .unknown
        .keys()
        .map(|key| UnknownKey {
            key: key.clone(),
            line: line_of(text, key),
            nearest: form::nearest(key, KEYS.into_iter()).unwrap_or_default(),
        })
        .collect();
    Ok((draft, unknown))
}

fn line_of(text: &str, key: &str) -> usize {
    let names_key = |line: &str| {
        let line = line.trim_start().trim_start_matches('[');
        line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(['=', ']', '.']))
    };
    text.lines().position(names_key).map_or(0, |index| index + 1)
}

/// Writes a draft as an incident file, whole or not at all.
///
/// # Errors
/// [`Error::Write`].
pub fn write(draft: &Draft, path: &Path) -> Result<(), Error> {
    let text = to_toml(draft)
        .map_err(|error| platform::Error { path: path.to_owned(), source: std::io::Error::other(error) })?;
    Ok(replace(path, text.as_bytes())?)
}

fn to_toml(draft: &Draft) -> Result<String, toml::ser::Error> {
    toml::to_string_pretty(draft)
}

/// A new incident file for `profile`: every key with a comment that says what belongs there, in `lang`.
#[must_use]
pub fn template(profile: &Profile, lang: Lang) -> String {
    let mut out = String::new();
    let comment = |text: &str, out: &mut String| {
        for line in text.lines() {
            out.push_str("# ");
            out.push_str(line);
            out.push('\n');
        }
    };
    comment(&tf(lang, "file-head", &[("name", profile.name.get(lang).into())]), &mut out);
    for wanted in &profile.include {
        comment(&format!("- {}", wanted.get(lang)), &mut out);
    }
    out.push_str(&format!("format = 1\ndestination = \"{}\"\nlanguage = \"{}\"\n", profile.id, lang.code()));
    for (key, empty) in [
        ("title", "\"\""),
        ("description", "\"\"\"\n\"\"\""),
        ("error_text", "\"\""),
        ("steps", "[\n]"),
        ("expected", "\"\""),
        ("actual", "\"\""),
        ("started", "\"\""),
        ("frequency", "\"unknown\""),
        ("conditions", "\"\""),
        ("tried", "[\n]"),
    ] {
        out.push('\n');
        comment(&t(lang, &format!("file-{}", key.replace('_', "-"))), &mut out);
        out.push_str(&format!("{key} = {empty}\n"));
    }
    out.push('\n');
    comment(&t(lang, "file-contact"), &mut out);
    out.push_str("[contact]\nname = \"\"\nemail = \"\"\nphone = \"\"\n");
    let own: Vec<_> =
        profile.fields.iter().filter(|field| field.from.is_none() && field.kind != FieldType::Files).collect();
    if !own.is_empty() {
        out.push('\n');
        comment(&t(lang, "file-fields"), &mut out);
        out.push_str("[fields]\n");
    }
    for field in own {
        let need = t(lang, if field.required { "file-required" } else { "file-optional" });
        comment(&format!("{} ({need})", field.label.get(lang)), &mut out);
        if let Some(hint) = &field.hint {
            comment(hint.get(lang), &mut out);
        }
        for option in &field.options {
            let words = toml::Value::from(option.label());
            if option.is_required() && field.options.len() > 1 {
                comment(&format!("  {words} ({})", t(lang, "file-required")), &mut out);
            } else {
                comment(&format!("  {words}"), &mut out);
            }
        }
        out.push_str(&format!("{} = {}\n", quoted_key(&field.id), unanswered(field)));
    }
    out.push('\n');
    comment(&t(lang, "file-evidence"), &mut out);
    out.push_str("# [[evidence]]\n# path = \"screenshot.png\"\n# caption = \"\"\n# step = 1\n");
    out
}

/// A field as the form has it before the user comes, as a TOML value.
fn unanswered(field: &FieldSpec) -> toml::Value {
    match (field.kind, &field.default) {
        (FieldType::Checkbox, _) if field.options.len() < 2 => false.into(),
        (FieldType::MultiChoice, Some(default)) => vec![default.clone()].into(),
        (FieldType::MultiChoice | FieldType::Checkbox, _) => toml::Value::Array(Vec::new()),
        (_, default) => default.clone().unwrap_or_default().into(),
    }
}

fn quoted_key(id: &str) -> String {
    let bare = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { id.to_owned() } else { toml::Value::from(id).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_keys_are_kept_and_told() {
        let text = "destination = \"x\"\ntitel = \"Crash\"\n[extra]\nname = 1\n";
        let (draft, unknown) = parse(text, Path::new("a.toml")).expect("valid");
        assert_eq!(unknown[0], UnknownKey { key: "titel".into(), line: 2, nearest: "title".into() });
        assert_eq!((unknown[1].key.as_str(), unknown[1].line), ("extra", 3));
        let again = to_toml(&draft).expect("written");
        assert!(again.contains("titel = \"Crash\""), "{again}");
        assert_eq!(parse(&again, Path::new("a.toml")).expect("valid").0, draft);
    }

    #[test]
    fn what_was_typed_survives_the_file() {
        let draft = Draft {
            title: "Сбой \u{1f4a5} \"кавычки\" \\ \u{202e}rtl".into(),
            description: "строка\r\nещё\t\u{1b}[31m '''".into(),
            steps: vec![String::new(), "шаг".into()],
            ..Draft::default()
        };
        assert_eq!(parse(&to_toml(&draft).expect("written"), Path::new("a.toml")).expect("valid").0, draft);
    }
}
