//! One engine that hides private data in typed text, facts, logs, file names and pictures.

use std::collections::BTreeMap;
use std::io::{self, Read};

use crate::job::{Monitor, Stopped};
use crate::model::{Explain, Incident, KnownTerms};

/// What to hide.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// What the computer knows about its user; empty with `--cold`.
    pub known: KnownTerms,
    /// Words the user wants hidden.
    pub hide: Vec<String>,
    /// Words the user wants kept.
    pub keep: Vec<String>,
}

/// How many distinct values of each class were hidden: class name (`user`, `ip`, `email`, …) to count.
pub type Counts = BTreeMap<String, usize>;

/// An incident without private data. Only [`redact`] makes one.
pub struct Redacted {
    incident: Incident,
    files: Vec<RedactedFile>,
}

impl Redacted {
    /// The incident, every text in it redacted.
    #[must_use]
    pub fn incident(&self) -> &Incident {
        &self.incident
    }

    /// The attached files that are sent, in the order of the incident's evidence.
    #[must_use]
    pub fn files(&self) -> &[RedactedFile] {
        &self.files
    }

    /// Distinct hidden values in the whole incident, by class.
    #[must_use]
    pub fn hidden(&self) -> Counts {
        unimplemented!()
    }

    /// The private map: (placeholder, value), for the user's own store only.
    #[must_use]
    pub fn map(&self) -> Vec<(String, String)> {
        unimplemented!()
    }

    /// A scanner that finds what should have been hidden, for the finished bundle.
    #[must_use]
    pub fn scanner(&self) -> LeakScanner {
        unimplemented!()
    }
}

/// One attached file without private data.
pub struct RedactedFile {
    // name, kind, evidence index, source …
}

impl RedactedFile {
    /// Its redacted file name.
    #[must_use]
    pub fn name(&self) -> &str {
        unimplemented!()
    }

    /// Index into `Redacted::incident().evidence`.
    #[must_use]
    pub fn evidence(&self) -> usize {
        unimplemented!()
    }

    /// Distinct values hidden in it, by class (`area` for painted areas in pictures).
    #[must_use]
    pub fn hidden(&self) -> &Counts {
        unimplemented!()
    }

    /// Whether it could be searched for private data (text and pictures; not videos, dumps, archives).
    #[must_use]
    pub fn searched(&self) -> bool {
        unimplemented!()
    }

    /// Size of what `open` gives, as far as known before reading it (exact for pictures and unsearched files).
    #[must_use]
    pub fn size_hint_bytes(&self) -> u64 {
        unimplemented!()
    }

    /// A new reader over its redacted content. Streams: memory does not grow with the file.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        unimplemented!()
    }
}

/// Looks for leaks in bytes fed to it piece by piece.
#[derive(Clone)]
pub struct LeakScanner {}

/// Something private that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Class of the value, `user`, `github-token`, …; never the value.
    pub class: String,
    /// Byte offset in what was fed.
    pub offset: u64,
    /// Line number from 1.
    pub line: u64,
}

impl LeakScanner {
    /// A scanner for high-confidence shapes alone, and for `policy`'s terms: for bundles made elsewhere.
    #[must_use]
    pub fn for_policy(_policy: &Policy) -> Self {
        unimplemented!()
    }

    /// Feeds the next bytes of one entry; a leak across two pieces is found too.
    pub fn feed(&mut self, _bytes: &[u8]) {
        unimplemented!()
    }

    /// Ends the entry: what was found in it; the scanner is ready for the next.
    pub fn finish(&mut self) -> Vec<Leak> {
        unimplemented!()
    }
}

/// Why redaction could not be finished.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: std::path::PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// A picture could not be decoded.
    #[error("cannot decode {path}: {reason}")]
    Picture {
        /// The file.
        path: std::path::PathBuf,
        /// The decoder's words.
        reason: String,
    },
    /// The user pressed Stop.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Explain for Error {
    fn key(&self) -> &'static str {
        match self {
            Self::Read { .. } => "redact-read",
            Self::Picture { .. } => "redact-picture",
            Self::Stopped(stopped) => stopped.key(),
        }
    }
}

/// Reads everything, builds the value map, and replaces.
pub fn redact(_incident: Incident, _policy: &Policy, _monitor: &Monitor) -> Result<Redacted, Error> {
    unimplemented!()
}
