//! Why a file is no issue form.

use std::path::PathBuf;

use crate::model::Explain;

/// A form that GitHub would not show, or a file that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}{element}: {rule:?}", path.display())]
pub struct Refusal {
    /// The file.
    pub path: PathBuf,
    /// Where, from 1.
    pub line: usize,
    /// The element with what names it, `, body[4] “Version”`; empty above the elements.
    pub element: String,
    /// The rule it breaks.
    pub rule: Rule,
}

/// The rules of YAML, of GitHub and of caution. `name` and `value` are the words of the file, `nearest` a valid one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each rule is told by its message in assets/text")]
pub enum Rule {
    NotText,
    TooLarge,
    TooDeep,
    YamlColon,
    YamlAlias,
    YamlTab,
    YamlQuotes,
    YamlIndent,
    YamlCharacter { name: String },
    Yaml { value: String },
    NotAForm,
    ChooserSettings,
    MissingKey { name: String },
    SplitByDashes,
    UnknownKey { name: String, nearest: String },
    ForbiddenKey { name: String },
    OldKey { name: String, nearest: String },
    NotWords { name: String, value: String },
    Empty { name: String },
    NotWordsOrList { name: String },
    NotAList { name: String },
    NotAMap { name: String },
    BodyEmpty,
    OnlyMarkdown,
    MissingType,
    UnknownType { value: String, nearest: String },
    MissingAttribute { name: String },
    UnknownAttribute { name: String, nearest: String },
    UnknownElementKey { name: String, nearest: String },
    IdCharacters { value: String },
    IdTwice { value: String, other: String },
    LabelTwice { value: String, other: String },
    LabelSimilar { value: String, other: String },
    BoxTwice { value: String },
    ForbiddenWord { value: String },
    NoOptions,
    OptionTwice { value: String },
    OptionNone,
    OptionBoolean { value: String },
    OptionNotWords,
    BoxWithoutLabel,
    UnknownBoxKey { name: String, nearest: String },
    DefaultNotThere { value: String, count: String },
}

pub(super) type Args = Vec<(&'static str, String)>;

impl Explain for Refusal {
    fn key(&self) -> &'static str {
        self.rule.key()
    }

    fn args(&self) -> Args {
        let mut args = place(&self.path, self.line, &self.element);
        args.extend(self.rule.args());
        args
    }
}

/// The values that every sentence about a place in a form has.
pub(super) fn place(path: &std::path::Path, line: usize, element: &str) -> Args {
    vec![("path", path.display().to_string()), ("line", line.to_string()), ("element", element.to_owned())]
}

impl Rule {
    fn key(&self) -> &'static str {
        match self {
            Self::NotText => "issue-form-not-text",
            Self::TooLarge => "issue-form-too-large",
            Self::TooDeep => "issue-form-too-deep",
            Self::YamlColon => "issue-form-yaml-colon",
            Self::YamlAlias => "issue-form-yaml-alias",
            Self::YamlTab => "issue-form-yaml-tab",
            Self::YamlQuotes => "issue-form-yaml-quotes",
            Self::YamlIndent => "issue-form-yaml-indent",
            Self::YamlCharacter { .. } => "issue-form-yaml-character",
            Self::Yaml { .. } => "issue-form-yaml",
            Self::NotAForm => "issue-form-not-a-form",
            Self::ChooserSettings => "issue-form-chooser-settings",
            Self::MissingKey { .. } => "issue-form-missing-key",
            Self::SplitByDashes => "issue-form-split-by-dashes",
            Self::UnknownKey { nearest, .. } if !nearest.is_empty() => "issue-form-unknown-key-nearest",
            Self::UnknownKey { .. } => "issue-form-unknown-key",
            Self::ForbiddenKey { .. } => "issue-form-forbidden-key",
            Self::OldKey { .. } => "issue-form-old-key",
            Self::NotWords { .. } => "issue-form-not-words",
            Self::Empty { .. } => "issue-form-empty",
            Self::NotWordsOrList { .. } => "issue-form-not-words-or-list",
            Self::NotAList { .. } => "issue-form-not-a-list",
            Self::NotAMap { .. } => "issue-form-not-a-map",
            Self::BodyEmpty => "issue-form-body-empty",
            Self::OnlyMarkdown => "issue-form-only-markdown",
            Self::MissingType => "issue-form-missing-type",
            Self::UnknownType { nearest, .. } if !nearest.is_empty() => "issue-form-unknown-type-nearest",
            Self::UnknownType { .. } => "issue-form-unknown-type",
            Self::MissingAttribute { .. } => "issue-form-missing-attribute",
            Self::UnknownAttribute { nearest, .. } if !nearest.is_empty() => "issue-form-unknown-attribute-nearest",
            Self::UnknownAttribute { .. } => "issue-form-unknown-attribute",
            Self::UnknownElementKey { nearest, .. } if !nearest.is_empty() => "issue-form-unknown-element-key-nearest",
            Self::UnknownElementKey { .. } => "issue-form-unknown-element-key",
            Self::IdCharacters { .. } => "issue-form-id-characters",
            Self::IdTwice { .. } => "issue-form-id-twice",
            Self::LabelTwice { .. } => "issue-form-label-twice",
            Self::LabelSimilar { .. } => "issue-form-label-similar",
            Self::BoxTwice { .. } => "issue-form-box-twice",
            Self::ForbiddenWord { .. } => "issue-form-forbidden-word",
            Self::NoOptions => "issue-form-no-options",
            Self::OptionTwice { .. } => "issue-form-option-twice",
            Self::OptionNone => "issue-form-option-none",
            Self::OptionBoolean { .. } => "issue-form-option-boolean",
            Self::OptionNotWords => "issue-form-option-not-words",
            Self::BoxWithoutLabel => "issue-form-box-without-label",
            Self::UnknownBoxKey { nearest, .. } if !nearest.is_empty() => "issue-form-unknown-box-key-nearest",
            Self::UnknownBoxKey { .. } => "issue-form-unknown-box-key",
            Self::DefaultNotThere { .. } => "issue-form-default-not-there",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::YamlCharacter { name }
            | Self::MissingKey { name }
            | Self::ForbiddenKey { name }
            | Self::Empty { name }
            | Self::NotWordsOrList { name }
            | Self::NotAList { name }
            | Self::NotAMap { name }
            | Self::MissingAttribute { name } => vec![("name", name.clone())],
            Self::UnknownKey { name, nearest }
            | Self::OldKey { name, nearest }
            | Self::UnknownAttribute { name, nearest }
            | Self::UnknownElementKey { name, nearest }
            | Self::UnknownBoxKey { name, nearest } => vec![("name", name.clone()), ("nearest", nearest.clone())],
            Self::NotWords { name, value } => vec![("name", name.clone()), ("value", value.clone())],
            Self::UnknownType { value, nearest } => vec![("value", value.clone()), ("nearest", nearest.clone())],
            Self::IdTwice { value, other }
            | Self::LabelTwice { value, other }
            | Self::LabelSimilar { value, other } => {
                vec![("value", value.clone()), ("other", other.clone())]
            }
            Self::Yaml { value }
            | Self::IdCharacters { value }
            | Self::BoxTwice { value }
            | Self::ForbiddenWord { value }
            | Self::OptionTwice { value }
            | Self::OptionBoolean { value } => vec![("value", value.clone())],
            Self::DefaultNotThere { value, count } => vec![("value", value.clone()), ("count", count.clone())],
            _ => Vec::new(),
        }
    }
}
