//! Why redaction could not be finished.

use std::io;
use std::path::PathBuf;

use crate::job::Stopped;
use crate::model::Explain;

/// Why a file that can be read is not: it is another one than was searched.
#[derive(Debug, thiserror::Error)]
#[error("the file was changed after it was searched")]
pub(super) struct Changed;

/// Whether `error` says that a file is another one than was searched.
pub(super) fn is_changed(error: &io::Error) -> bool {
    error.get_ref().and_then(|inner| inner.downcast_ref::<Changed>()).is_some()
}

/// Why redaction could not be finished.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// A file was written anew while it was searched.
    #[error("{path} was changed while it was searched")]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A packed file unpacks to more than any log does.
    #[error("{path} unpacks to too much")]
    Bomb {
        /// The file.
        path: PathBuf,
    },
    /// A picture could not be decoded.
    #[error("cannot decode {path}: {reason}")]
    Picture {
        /// The file.
        path: PathBuf,
        /// The decoder's words.
        reason: String,
    },
    /// A picture has more pixels than are read.
    #[error("{path} has {width} x {height} pixels")]
    PictureSize {
        /// The file.
        path: PathBuf,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// A redacted picture could not be kept in the folder for temporary files.
    #[error("cannot keep a redacted picture in {path}: {source}")]
    Temporary {
        /// The folder for temporary files.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// The user pressed Stop.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Explain for Error {
    fn key(&self) -> &'static str {
        match self {
            Self::Read { .. } => "redact-read",
            Self::Changed { .. } => "redact-changed",
            Self::Bomb { .. } => "redact-bomb",
            Self::Picture { .. } => "redact-picture",
            Self::PictureSize { .. } => "redact-picture-size",
            Self::Temporary { .. } => "redact-temporary",
            Self::Stopped(stopped) => stopped.key(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read { path, source } | Self::Temporary { path, source } => {
                vec![("path", path.display().to_string()), ("reason", source.to_string())]
            }
            Self::Changed { path } | Self::Bomb { path } => vec![("path", path.display().to_string())],
            Self::Picture { path, reason } => vec![("path", path.display().to_string()), ("reason", reason.clone())],
            Self::PictureSize { path, width, height } => {
                vec![("path", path.display().to_string()), ("width", width.to_string()), ("height", height.to_string())]
            }
            Self::Stopped(stopped) => stopped.args(),
        }
    }
}
