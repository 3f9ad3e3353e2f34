//! The words that Casefile itself writes into every bundle: messages, the page's template, keys and values of its JSON.
//!
//! Never here: a word of the user. A login `main` or a hidden word `Steam` stands in headings and keys without being told.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::{generic, rule};
use crate::model::{Block, Incident};

static TEXTS: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/text");
static PAGE: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/bundle");
static PROFILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/profiles");

static WORDS: LazyLock<String> = LazyLock::new(|| {
    let mut words = include_str!("../../assets/incident.schema.json").to_owned();
    let mut add = |word: &str| {
        words.push('\n');
        words.push_str(word);
    };
    let texts = TEXTS.dirs().flat_map(Dir::files);
    for file in texts.chain(PAGE.files()).chain(PROFILES.files()) {
        add(file.contents_utf8().unwrap_or_default());
    }
    add(include_str!("../../assets/checks.toml"));
    rule::all().all.iter().for_each(|rule| add(&rule.data.class));
    generic::own_words().for_each(&mut add);
    words
});

/// All of them, one after another.
pub(super) fn words() -> &'static str {
    &WORDS
}

/// What the destination of an incident is called, and its headings, names of rows and of fields.
pub(super) fn labels(incident: &Incident) -> String {
    let draft = &incident.draft;
    let mut labels = vec![incident.destination_name.as_str(), draft.destination.as_str(), incident.created.as_str()];
    labels.extend(draft.fields.keys().chain(draft.overrides.keys()).map(String::as_str));
    for section in &incident.sections {
        labels.push(&section.heading);
        for block in &section.blocks {
            if let Block::Rows(rows) = block {
                labels.extend(rows.iter().map(|(name, _)| name.as_str()));
            }
        }
    }
    labels.join("\n")
}
