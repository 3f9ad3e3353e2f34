//! What can be wrong with a kept file.

use std::io;
use std::path::{Path, PathBuf};

use super::issue_form::Refusal;
use crate::model::Explain;
use crate::platform;

/// Where in a file something is wrong. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: PathBuf,
    /// Line.
    pub line: usize,
    /// Column in characters.
    pub column: usize,
}

/// Why something could not be kept or found again.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system did not let it be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// It is not text in UTF-8.
    #[error("{path} is not UTF-8 text")]
    NotText {
        /// The file.
        path: PathBuf,
    },
    /// Its form is wrong.
    #[error("{}:{}:{}: {reason}", place.path.display(), place.line, place.column)]
    Form {
        /// Where.
        place: Place,
        /// The key it is about; may be empty.
        key: String,
        /// What was expected, in the parser's words.
        reason: String,
        /// The valid name nearest to a wrong one; may be empty.
        nearest: String,
    },
    /// A later version of the form.
    #[error("{path} has format {found}")]
    Version {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
    },
    /// No profile has this id.
    #[error("no destination {id}")]
    UnknownDestination {
        /// The id asked for.
        id: String,
        /// The id nearest to it; may be empty.
        nearest: String,
    },
    /// An incident file without a destination.
    #[error("{path} names no destination")]
    NoDestination {
        /// The incident file.
        path: PathBuf,
    },
    /// What is to be written would take the place of another file of the same work.
    #[error("{path} is named twice")]
    SameFile {
        /// The file.
        path: PathBuf,
    },
    /// Something of that name is there already.
    #[error("{path} exists")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The private map of an incident cannot be read; a new one begins.
    #[error("the private map {path} cannot be read")]
    PrivateMap {
        /// The file.
        path: PathBuf,
        /// The first number that the new map gives.
        first: u32,
    },
    /// It is no issue form, or one that GitHub would not show.
    #[error(transparent)]
    IssueForm(#[from] Refusal),
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] platform::Error),
}

impl Error {
    /// The file it is about.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Read { path, .. }
            | Self::NotText { path }
            | Self::Version { path, .. }
            | Self::NoDestination { path }
            | Self::SameFile { path }
            | Self::PrivateMap { path, .. }
            | Self::Exists { path } => Some(path),
            Self::Form { place, .. } => Some(&place.path),
            Self::Write(error) => Some(&error.path),
            Self::UnknownDestination { .. } | Self::IssueForm(_) => None,
        }
    }
}

impl Explain for Error {
    fn key(&self) -> &'static str {
        match self {
            Self::Read { source, .. } if source.kind() == io::ErrorKind::NotFound => "read-missing",
            Self::Read { source, .. } if source.kind() == io::ErrorKind::IsADirectory => "read-folder",
            Self::Read { .. } => "read",
            Self::NotText { .. } => "not-text",
            Self::Form { nearest, .. } if !nearest.is_empty() => "form-nearest",
            Self::Form { key, .. } if !key.is_empty() => "form-key",
            Self::Form { .. } => "form",
            Self::Version { .. } => "version",
            Self::UnknownDestination { nearest, .. } if !nearest.is_empty() => "unknown-destination-nearest",
            Self::UnknownDestination { .. } => "unknown-destination",
            Self::NoDestination { .. } => "no-destination",
            Self::SameFile { .. } => "same-file",
            Self::Exists { .. } => "exists",
            Self::PrivateMap { .. } => "private-map",
            Self::IssueForm(refusal) => refusal.key(),
            Self::Write(error) => error.key(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let path = |path: &PathBuf| ("path", path.display().to_string());
        match self {
            Self::Read { path: file, source } => vec![path(file), ("reason", source.to_string())],
            Self::NotText { path: file }
            | Self::NoDestination { path: file }
            | Self::SameFile { path: file }
            | Self::Exists { path: file } => vec![path(file)],
            Self::Form { place, key, reason, nearest } => vec![
                path(&place.path),
                ("line", place.line.to_string()),
                ("column", place.column.to_string()),
                ("key", key.clone()),
                ("reason", reason.clone()),
                ("nearest", nearest.clone()),
            ],
            Self::Version { path: file, found } => vec![path(file), ("found", found.to_string())],
            Self::PrivateMap { path: file, first } => vec![path(file), ("first", first.to_string())],
            Self::UnknownDestination { id, nearest } => vec![("id", id.clone()), ("nearest", nearest.clone())],
            Self::IssueForm(refusal) => refusal.args(),
            Self::Write(error) => error.args(),
        }
    }
}
