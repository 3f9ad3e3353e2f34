//! What is known of GitHub's forms as data: `assets/issue_form.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{AttachmentRules, FactKey, Part};

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    pub(super) attachments: AttachmentRules,
    #[serde(rename = "part")]
    pub(super) parts: Vec<PartWords>,
    pub(super) facts: FactWords,
    labels: LabelWords,
}

/// Words that say which part of an incident a field takes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartWords {
    pub(super) part: Part,
    exact: Vec<String>,
    within: Vec<String>,
}

/// Words of fields that ask about the computer, and the facts to offer then.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactWords {
    pub(super) asked: Vec<FactKey>,
    within: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelWords {
    forbidden: Vec<String>,
}

static KNOWN: LazyLock<Known> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/issue_form.toml")).unwrap_or_default());

/// All of it.
pub(super) fn known() -> &'static Known {
    &KNOWN
}

impl PartWords {
    /// Whether an id or a label, in lower case, speaks of this part.
    pub(super) fn fits(&self, words: &str) -> bool {
        let bare = words.trim_matches(|c: char| c.is_whitespace() || "?:*.!".contains(c));
        self.exact.iter().any(|exact| exact == bare) || self.within.iter().any(|within| words.contains(within.as_str()))
    }
}

impl FactWords {
    /// Whether a label in lower case asks about the computer.
    pub(super) fn fits(&self, words: &str) -> bool {
        self.within.iter().any(|within| words.contains(within.as_str()))
    }
}

/// The word in a label that GitHub refuses, as it is written there.
pub(super) fn forbidden_word(label: &str) -> Option<String> {
    let mut words = label.split(|c: char| !c.is_alphanumeric());
    words.find(|word| known().labels.forbidden.iter().any(|one| word.eq_ignore_ascii_case(one))).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_valid() {
        toml::from_str::<Known>(include_str!("../../../assets/issue_form.toml")).expect("valid");
        assert_eq!(known().parts.len(), 4);
        assert_eq!(forbidden_word("Your password?").as_deref(), Some("password"));
        assert_eq!(forbidden_word("Passwordless login"), None);
    }
}
