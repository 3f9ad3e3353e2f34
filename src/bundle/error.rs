//! Why a bundle could not be written or checked.

use std::io;
use std::path::PathBuf;

use crate::job::Stopped;
use crate::model::Explain;

/// Why a bundle could not be written or checked. Whatever it is: nothing stands under the final name.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The permission was given for another state of the incident.
    #[error("the checklist was approved for another incident")]
    NotApproved,
    /// Something stands under the final name, and nobody allowed to replace it.
    #[error("{path} exists")]
    Exists {
        /// The final name.
        path: PathBuf,
    },
    /// A folder, a device or a pipe stands under the final name.
    #[error("{path} is not a file")]
    NotAFile {
        /// The final name.
        path: PathBuf,
    },
    /// The bundle or draft could not be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// The final name.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// An attached file could not be read to its end.
    #[error("cannot read {name}: {source}")]
    Read {
        /// Its redacted name.
        name: String,
        /// The system's answer.
        source: io::Error,
    },
    /// Private data was found in the finished bundle.
    #[error("{class} found in {entry}, line {line}")]
    Leak {
        /// Path in the bundle.
        entry: String,
        /// Line in it, from 1.
        line: u64,
        /// Class of the value; never the value.
        class: String,
    },
    /// What was read back differs from what was written.
    #[error("{entry} was not written correctly")]
    Damaged {
        /// Path in the bundle.
        entry: String,
    },
    /// One file alone is larger than a part may be.
    #[error("{entry} takes {bytes} bytes, more than {limit_bytes}")]
    TooLarge {
        /// Path in the bundle.
        entry: String,
        /// Its packed size.
        bytes: u64,
        /// The greatest size of a part.
        limit_bytes: u64,
    },
    /// No mail system takes a message of this size.
    #[error("{path} has {bytes} bytes, too many for an email")]
    TooLargeForEmail {
        /// The bundle.
        path: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// A finished bundle could not be opened.
    #[error("cannot open {path}: {source}")]
    Open {
        /// The file.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// It is no zip archive, or a broken one.
    #[error("{path} is not a zip archive: {reason}")]
    NotAZip {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// It is an archive without a readable manifest.
    #[error("{path} has no usable manifest.json: {reason}")]
    NotABundle {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The user pressed Stop.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Explain for Error {
    fn key(&self) -> &'static str {
        match self {
            Self::NotApproved => "bundle-not-approved",
            Self::Exists { .. } => "bundle-exists",
            Self::NotAFile { .. } => "bundle-not-a-file",
            Self::Write { source, .. } => match source.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "bundle-disk-full",
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "bundle-no-folder",
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "bundle-denied",
                _ => "bundle-write",
            },
            Self::Read { .. } => "bundle-read",
            Self::Leak { .. } => "bundle-leak",
            Self::Damaged { .. } => "bundle-damaged",
            Self::TooLarge { .. } => "bundle-too-large",
            Self::TooLargeForEmail { .. } => "bundle-too-large-for-email",
            Self::Open { .. } => "bundle-open",
            Self::NotAZip { .. } => "bundle-not-a-zip",
            Self::NotABundle { .. } => "bundle-not-a-bundle",
            Self::Stopped(stopped) => stopped.key(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotApproved | Self::Stopped(_) => Vec::new(),
            Self::Exists { path } | Self::NotAFile { path } => vec![("path", path.display().to_string())],
            Self::Write { path, source } | Self::Open { path, source } => {
                vec![("path", path.display().to_string()), ("reason", source.to_string())]
            }
            Self::Read { name, source } => vec![("name", name.clone()), ("reason", source.to_string())],
            Self::Leak { entry, line, class } => {
                vec![("entry", entry.clone()), ("line", line.to_string()), ("class", class.clone())]
            }
            Self::Damaged { entry } => vec![("entry", entry.clone())],
            Self::TooLarge { entry, bytes, limit_bytes } => {
                vec![("entry", entry.clone()), ("megabytes", megabytes(*bytes)), ("limit", megabytes(*limit_bytes))]
            }
            Self::TooLargeForEmail { path, bytes } => {
                vec![("path", path.display().to_string()), ("megabytes", megabytes(*bytes))]
            }
            Self::NotAZip { path, reason } | Self::NotABundle { path, reason } => {
                vec![("path", path.display().to_string()), ("reason", reason.clone())]
            }
        }
    }
}

/// Whole megabytes, rounded up; below one in thousandths.
fn megabytes(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{:.3}", bytes.div_ceil(1_000) as f64 / 1000.0);
    }
    bytes.div_ceil(1_000_000).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::text::problem;

    #[test]
    fn every_error_has_a_sentence_and_a_way_out_in_both_languages() {
        let io = |kind: io::ErrorKind| io::Error::new(kind, "the system's words");
        let path = PathBuf::from("out.zip");
        let entry = || "logs/app.log".to_owned();
        let errors = [
            Error::NotApproved,
            Error::Exists { path: path.clone() },
            Error::NotAFile { path: path.clone() },
            Error::Write { path: path.clone(), source: io(io::ErrorKind::StorageFull) },
            Error::Write { path: path.clone(), source: io(io::ErrorKind::NotFound) },
            Error::Write { path: path.clone(), source: io(io::ErrorKind::PermissionDenied) },
            Error::Write { path: path.clone(), source: io(io::ErrorKind::Other) },
            Error::Read { name: entry(), source: io(io::ErrorKind::Other) },
            Error::Leak { entry: entry(), line: 7, class: "user".to_owned() },
            Error::Damaged { entry: entry() },
            Error::TooLarge { entry: entry(), bytes: 3, limit_bytes: 2 },
            Error::TooLargeForEmail { path: path.clone(), bytes: 3 },
            Error::Open { path: path.clone(), source: io(io::ErrorKind::NotFound) },
            Error::NotAZip { path: path.clone(), reason: "short".to_owned() },
            Error::NotABundle { path, reason: "none".to_owned() },
            Error::Stopped(Stopped),
        ];
        for error in &errors {
            for lang in Lang::ALL {
                let said = problem(lang, error);
                assert!(!said.sentence.contains('{') && !said.hint.contains('{'), "{said:?}");
                assert_ne!(said.sentence, error.to_string(), "no message for {}", error.key());
                assert!(!said.hint.is_empty(), "no way out for {}", error.key());
            }
        }
    }
}
