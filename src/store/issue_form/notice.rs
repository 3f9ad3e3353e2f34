//! What is odd about a form that works all the same.

use std::path::PathBuf;

use super::refusal::{Args, place};
use crate::model::Explain;

/// Something odd in a form that works all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}{element}: {oddity:?}", path.display())]
pub struct Notice {
    /// The file.
    pub path: PathBuf,
    /// Where, from 1.
    pub line: usize,
    /// The element with what names it; may be empty.
    pub element: String,
    /// What is odd.
    pub oddity: Oddity,
}

/// What is imported with a word about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each oddity is told by its message in assets/text")]
pub enum Oddity {
    KeyTwice { name: String },
    NoValue { name: String },
    FurtherDocument,
    BoxesValidations,
    NoteKey { name: String },
    UnknownValidation { name: String },
    UnknownUploadAttribute { name: String },
    NotABoolean { name: String, value: String },
    OptionSwitch { value: String },
    OptionEmpty,
    OptionMap { value: String },
    BoxTwice { value: String },
    LabelSimilar { value: String, other: String },
    IdNumber { value: String },
}

impl Explain for Notice {
    fn key(&self) -> &'static str {
        self.oddity.key()
    }

    fn args(&self) -> Args {
        let mut args = place(&self.path, self.line, &self.element);
        args.extend(self.oddity.args());
        args
    }
}

impl Oddity {
    fn key(&self) -> &'static str {
        match self {
            Self::KeyTwice { .. } => "issue-form-odd-key-twice",
            Self::NoValue { .. } => "issue-form-odd-no-value",
            Self::FurtherDocument => "issue-form-odd-further-document",
            Self::BoxesValidations => "issue-form-odd-boxes-validations",
            Self::NoteKey { .. } => "issue-form-odd-note-key",
            Self::UnknownValidation { .. } => "issue-form-odd-validation",
            Self::UnknownUploadAttribute { .. } => "issue-form-odd-upload-attribute",
            Self::NotABoolean { .. } => "issue-form-odd-not-a-boolean",
            Self::OptionSwitch { .. } => "issue-form-odd-option-switch",
            Self::OptionEmpty => "issue-form-odd-option-empty",
            Self::OptionMap { .. } => "issue-form-odd-option-map",
            Self::BoxTwice { .. } => "issue-form-odd-box-twice",
            Self::LabelSimilar { .. } => "issue-form-odd-label-similar",
            Self::IdNumber { .. } => "issue-form-odd-id-number",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::KeyTwice { name }
            | Self::NoValue { name }
            | Self::NoteKey { name }
            | Self::UnknownValidation { name }
            | Self::UnknownUploadAttribute { name } => vec![("name", name.clone())],
            Self::NotABoolean { name, value } => vec![("name", name.clone()), ("value", value.clone())],
            Self::LabelSimilar { value, other } => vec![("value", value.clone()), ("other", other.clone())],
            Self::OptionSwitch { value }
            | Self::OptionMap { value }
            | Self::BoxTwice { value }
            | Self::IdNumber { value } => vec![("value", value.clone())],
            Self::FurtherDocument | Self::BoxesValidations | Self::OptionEmpty => Vec::new(),
        }
    }
}
