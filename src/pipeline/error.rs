//! The errors of all rooms on the way.

use crate::job::{Crashed, Stopped};
use crate::model::Explain;
use crate::{bundle, collect, redact, store};

/// Why the way ended early.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// In `store`.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// In `collect`.
    #[error(transparent)]
    Collect(#[from] collect::Error),
    /// In `redact`.
    #[error(transparent)]
    Redact(#[from] redact::Error),
    /// In `bundle`.
    #[error(transparent)]
    Bundle(#[from] bundle::Error),
    /// A room panicked.
    #[error(transparent)]
    Crashed(#[from] Crashed),
    /// The user pressed Stop.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Error {
    fn inner(&self) -> &dyn Explain {
        match self {
            Self::Store(error) => error,
            Self::Collect(error) => error,
            Self::Redact(error) => error,
            Self::Bundle(error) => error,
            Self::Crashed(error) => error,
            Self::Stopped(error) => error,
        }
    }

    /// Whether the user stopped it.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.inner().key() == Stopped.key()
    }
}

impl Explain for Error {
    fn key(&self) -> &'static str {
        self.inner().key()
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        self.inner().args()
    }
}
