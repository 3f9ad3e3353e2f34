//! Why a file cannot be read, in the words of the model.

use std::io;

use crate::model::EvidenceProblem;
use crate::platform::{self, packed};

/// What the system's refusal means for a file of the incident.
#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` gives")]
pub(super) fn problem(error: io::Error) -> EvidenceProblem {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => EvidenceProblem::Missing,
        io::ErrorKind::PermissionDenied => EvidenceProblem::Denied,
        _ if platform::is_in_use(&error) => EvidenceProblem::InUse,
        _ if packed::is_bomb(&error) => EvidenceProblem::UnpacksTooFar,
        _ => EvidenceProblem::Unreadable(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_word() {
        let of = |kind: io::ErrorKind| problem(kind.into());
        assert_eq!(of(io::ErrorKind::NotFound), EvidenceProblem::Missing);
        assert_eq!(of(io::ErrorKind::PermissionDenied), EvidenceProblem::Denied);
        assert_eq!(of(io::ErrorKind::ResourceBusy), EvidenceProblem::InUse);
        assert!(matches!(of(io::ErrorKind::TimedOut), EvidenceProblem::Unreadable(words) if !words.is_empty()));
        // A sharing violation of Windows.
        #[cfg(windows)]
        assert_eq!(problem(io::Error::from_raw_os_error(32)), EvidenceProblem::InUse);
    }
}
