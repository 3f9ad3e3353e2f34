//! What can go wrong in this room, without wording.

use std::io;
use std::path::PathBuf;

use crate::job::Stopped;
use crate::model::Explain;

/// Why a file could not be taken in, or the screen not captured.
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
    /// A folder, a device or a pipe stands where a file was named.
    #[error("{path} is not a file")]
    NotAFile {
        /// What was named.
        path: PathBuf,
    },
    /// A device, which may have no end, stands where a text was named.
    #[error("{path} is a device")]
    Device {
        /// What was named.
        path: PathBuf,
    },
    /// A file stands where a folder was named.
    #[error("{path} is not a folder")]
    NotAFolder {
        /// What was named.
        path: PathBuf,
    },
    /// A folder holds more than a sample project does.
    #[error("{path} holds more than a sample project does ({files} files)")]
    ProjectTooLarge {
        /// The folder.
        path: PathBuf,
        /// How many files were counted.
        files: usize,
    },
    /// A file could not be written.
    #[error("cannot write into {path}: {source}")]
    Write {
        /// The folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// No screen is attached to this session.
    #[error("no display")]
    NoDisplay,
    /// The display cannot be reached.
    #[error("the display does not answer: {reason}")]
    Display {
        /// The system's words.
        reason: String,
    },
    /// The display gave no answer in time.
    #[error("no answer of the display within {secs} s")]
    DisplaySilent {
        /// How long it was waited for.
        secs: u64,
    },
    /// The display uses a colour depth that is not supported.
    #[error("{bits} bits per pixel are not supported")]
    Depth {
        /// Bits per pixel.
        bits: u8,
    },
    /// The desktop offers no screenshot portal.
    #[error("no screenshot portal: {reason}")]
    PortalMissing {
        /// The system's words.
        reason: String,
    },
    /// The user or the desktop refused the screenshot.
    #[error("the screenshot was refused")]
    PortalDenied,
    /// Nobody answered the desktop's question in time.
    #[error("no answer within {secs} s")]
    PortalSilent {
        /// How long it was waited for.
        secs: u64,
    },
    /// The window that was to be captured is closed or out of sight.
    #[error("the window is gone")]
    WindowGone,
    /// The captured picture could not be encoded or read.
    #[error("cannot make a picture: {reason}")]
    Picture {
        /// The encoder's words.
        reason: String,
    },
    /// The user pressed Stop.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Explain for Error {
    fn key(&self) -> &'static str {
        match self {
            Self::Read { .. } => "collect-read",
            Self::NotAFile { .. } => "collect-not-a-file",
            Self::Device { .. } => "collect-device",
            Self::NotAFolder { .. } => "collect-not-a-folder",
            Self::ProjectTooLarge { .. } => "collect-project-too-large",
            Self::Write { .. } => "collect-write",
            Self::NoDisplay => "capture-no-display",
            Self::Display { .. } => "capture-display",
            Self::DisplaySilent { .. } => "capture-display-silent",
            Self::Depth { .. } => "capture-depth",
            Self::PortalMissing { .. } => "capture-portal-missing",
            Self::PortalDenied => "capture-portal-denied",
            Self::PortalSilent { .. } => "capture-portal-silent",
            Self::WindowGone => "capture-window-gone",
            Self::Picture { .. } => "capture-picture",
            Self::Stopped(stopped) => stopped.key(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read { path, source } | Self::Write { path, source } => {
                vec![("path", path.display().to_string()), ("reason", source.to_string())]
            }
            Self::NotAFile { path } | Self::Device { path } | Self::NotAFolder { path } => {
                vec![("path", path.display().to_string())]
            }
            Self::Display { reason } | Self::PortalMissing { reason } | Self::Picture { reason } => {
                vec![("reason", reason.clone())]
            }
            Self::ProjectTooLarge { path, files } => {
                vec![("path", path.display().to_string()), ("files", files.to_string())]
            }
            Self::Depth { bits } => vec![("bits", bits.to_string())],
            Self::DisplaySilent { secs } | Self::PortalSilent { secs } => vec![("secs", secs.to_string())],
            Self::NoDisplay | Self::PortalDenied | Self::WindowGone | Self::Stopped(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::text::problem;

    #[test]
    fn every_error_is_explained_in_both_languages() {
        let io = || io::Error::other("broken");
        let (path, reason) = (PathBuf::from("/a"), "why".to_owned());
        let errors = [
            Error::Read { path: path.clone(), source: io() },
            Error::NotAFile { path: path.clone() },
            Error::Device { path: path.clone() },
            Error::NotAFolder { path: path.clone() },
            Error::ProjectTooLarge { path: path.clone(), files: 7 },
            Error::Write { path, source: io() },
            Error::NoDisplay,
            Error::Display { reason: reason.clone() },
            Error::DisplaySilent { secs: 3 },
            Error::Depth { bits: 16 },
            Error::PortalMissing { reason: reason.clone() },
            Error::PortalDenied,
            Error::PortalSilent { secs: 3 },
            Error::WindowGone,
            Error::Picture { reason },
            Error::Stopped(Stopped),
        ];
        for error in errors {
            for lang in [Lang::En, Lang::Ru] {
                let told = problem(lang, &error);
                assert_ne!(told.sentence, error.to_string(), "{error:?}");
                assert!(!told.hint.is_empty() && !told.sentence.contains('{'), "{error:?}: {told:?}");
            }
        }
    }
}
