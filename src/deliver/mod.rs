//! What the user does next: find the saved file, open a page or a mail draft, follow the destination's own path.
//!
//! The only room that opens other programs. Never here: sending anything, the clipboard, or an address that is neither a
//! web page nor a mailbox.

mod address;
mod again;
mod next;

use std::io;
use std::path::{Path, PathBuf};

use opener::OpenError;

use crate::model::{Draft, Explain, FieldValue, Profile};

pub use address::{Address, form_address, mail_url};
pub use again::{SentCase, follow_up, too_early_before};
pub use next::{filled_form, next_steps, way};

/// Why another program could not be started. The message names the file or address, so that the user can go by hand.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is not there any more.
    #[error("{path} is not there")]
    Gone {
        /// The file.
        path: PathBuf,
    },
    /// No program could be started for a file.
    #[error("cannot open {path}: {reason}")]
    NoProgram {
        /// The file.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
    /// No browser or mail program could be started for an address.
    #[error("cannot open {url}: {reason}")]
    NoBrowser {
        /// The address.
        url: String,
        /// The system's words.
        reason: String,
    },
    /// The address is neither a web page nor a mailbox.
    #[error("{url} is not opened")]
    Refused {
        /// The address.
        url: String,
    },
}

impl Explain for Error {
    fn key(&self) -> &'static str {
        match self {
            Self::Gone { .. } => "deliver-gone",
            Self::NoProgram { .. } => "deliver-no-program",
            Self::NoBrowser { .. } => "deliver-no-browser",
            Self::Refused { .. } => "deliver-refused",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Gone { path } => vec![("path", path.display().to_string())],
            Self::NoProgram { path, reason } => {
                vec![("path", path.display().to_string()), ("reason", reason.clone())]
            }
            Self::NoBrowser { url, reason } => vec![("url", url.clone()), ("reason", reason.clone())],
            Self::Refused { url } => vec![("url", url.clone())],
        }
    }
}

/// The address a letter goes to: the desk's own, or the one the user named in the field `to`.
#[must_use]
pub fn mail_address(draft: &Draft, profile: &Profile) -> Option<String> {
    let named = draft.fields.get("to").map(FieldValue::text).filter(|to| !to.trim().is_empty());
    profile.email.clone().or(named).map(|to| to.trim().to_owned())
}

/// Shows the file in its folder.
///
/// # Errors
/// [`Error::Gone`], [`Error::NoProgram`].
pub fn reveal(path: &Path) -> Result<(), Error> {
    with_file(path, |path| opener::reveal(path))
}

/// Opens the file with the program the system has for it: a page in the browser, a draft in the mail program.
///
/// # Errors
/// [`Error::Gone`], [`Error::NoProgram`].
pub fn open(path: &Path) -> Result<(), Error> {
    with_file(path, |path| opener::open(path))
}

/// Opens a `https:`, `http:` or `mailto:` address.
///
/// # Errors
/// [`Error::Refused`] for any other address, [`Error::NoBrowser`].
pub fn open_url(url: &str) -> Result<(), Error> {
    if !is_address(url) {
        return Err(Error::Refused { url: url.to_owned() });
    }
    opener::open(url).map_err(|error| Error::NoBrowser { url: url.to_owned(), reason: reason(&error) })
}

fn with_file(path: &Path, start: impl FnOnce(&Path) -> Result<(), OpenError>) -> Result<(), Error> {
    // A full path: a name alone could be taken for an address, or for an option of the program. Not the canonical one:
    // its form on Windows, `\\?\C:\…`, is nothing the shell opens or shows.
    let full = match std::path::absolute(path).and_then(|full| full.metadata().map(|_| full)) {
        Ok(full) => full,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::Gone { path: path.to_owned() }),
        Err(error) => return Err(Error::NoProgram { path: path.to_owned(), reason: error.to_string() }),
    };
    start(&full).map_err(|error| Error::NoProgram { path: path.to_owned(), reason: reason(&error) })
}

fn is_address(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    known && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

fn reason(error: &OpenError) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::text::problem;

    #[test]
    fn only_pages_and_mailboxes_are_addresses() {
        for good in ["https://help.example/x?y=1", "HTTP://a.example", "mailto:help@desk.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["file:///etc/passwd", "javascript:alert(1)", "calc.exe", "", "https://a b", "-h", "smb://x"] {
            assert!(matches!(open_url(bad), Err(Error::Refused { .. })), "{bad}");
        }
    }

    #[test]
    fn a_missing_file_is_said_with_its_path() {
        let gone = Path::new("no-such-folder/no-such-file.zip");
        assert!(matches!(reveal(gone), Err(Error::Gone { path }) if path == gone));
    }

    #[test]
    fn every_error_has_a_sentence_and_a_way_out_in_both_languages() {
        let path = PathBuf::from("out.zip");
        let (url, reason) = ("https://a.example".to_owned(), "none".to_owned());
        let errors = [
            Error::Gone { path: path.clone() },
            Error::NoProgram { path, reason: reason.clone() },
            Error::NoBrowser { url: url.clone(), reason },
            Error::Refused { url },
        ];
        for error in &errors {
            for lang in Lang::ALL {
                let said = problem(lang, error);
                assert!(!said.hint.is_empty() && !said.sentence.contains('{'), "{said:?}");
                assert_ne!(said.sentence, error.to_string());
            }
        }
    }
}
