//! All wording, in both languages, from the Fluent files in `assets/text`; and numbers, sizes and dates as each language writes them.
//!
//! Never here: a sentence in Rust. Every other room names a message id and its values.

mod format;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use crate::model::{Explain, Lang};

pub use format::{date, day, duration, memory_size, number, size};

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/text");

type Texts = FluentBundle<FluentResource>;

static EN: LazyLock<Texts> = LazyLock::new(|| load(Lang::En));
static RU: LazyLock<Texts> = LazyLock::new(|| load(Lang::Ru));

fn load(lang: Lang) -> Texts {
    let id = lang.code().parse().unwrap_or_default();
    let mut texts = FluentBundle::new_concurrent(vec![id]);
    texts.set_use_isolating(false);
    for file in FILES.get_dir(lang.code()).into_iter().flat_map(Dir::files) {
        let source = file.contents_utf8().unwrap_or_default().to_owned();
        // A broken entry leaves the rest usable; the tests hold every file to be free of errors and duplicates.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
        texts.add_resource(resource).ok();
    }
    texts
}

fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::En => &EN,
        Lang::Ru => &RU,
    }
}

/// A value that a message mentions.
#[derive(Clone, Debug)]
pub enum Value {
    /// Text as it is.
    Text(String),
    /// A count: chooses the plural form and is written with the language's separators.
    Count(u64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

/// The message `id` in `lang`. An unknown id gives the id itself; a test keeps that from happening.
#[must_use]
pub fn t(lang: Lang, id: &str) -> String {
    render(lang, id, None, &[])
}

/// The message `id` with values.
#[must_use]
pub fn tf(lang: Lang, id: &str, values: &[(&str, Value)]) -> String {
    render(lang, id, None, values)
}

fn render(lang: Lang, id: &str, attribute: Option<&str>, values: &[(&str, Value)]) -> String {
    find(lang, id, attribute, values).unwrap_or_else(|| id.to_owned())
}

fn find(lang: Lang, id: &str, attribute: Option<&str>, values: &[(&str, Value)]) -> Option<String> {
    let texts = texts(lang);
    let message = texts.get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let mut args = FluentArgs::new();
    for (name, value) in values {
        let value = match value {
            Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Value::Count(count) => FluentValue::from(*count),
        };
        args.set(*name, value);
    }
    let mut errors = Vec::new();
    Some(texts.format_pattern(pattern, Some(&args), &mut errors).into_owned())
}

/// A sentence about an error, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What went wrong, with its place.
    pub sentence: String,
    /// What to do; may be empty.
    pub hint: String,
}

/// Turns any room's error into words: the message `error-<key>` and its attribute `hint`.
#[must_use]
pub fn problem(lang: Lang, error: &dyn Explain) -> Problem {
    let id = format!("error-{}", error.key());
    let values: Vec<(&str, Value)> = error.args().into_iter().map(|(name, value)| (name, Value::Text(value))).collect();
    Problem {
        sentence: find(lang, &id, None, &values).unwrap_or_else(|| error.to_string()),
        hint: find(lang, &id, Some("hint"), &values).unwrap_or_default(),
    }
}

/// Whether the message `id` exists in `lang`.
#[must_use]
pub fn exists(lang: Lang, id: &str) -> bool {
    texts(lang).has_message(id)
}
