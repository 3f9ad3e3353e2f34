//! Makes ONE bundle of a redacted incident: zip, manifest, page, Markdown, JSON, text, email draft; and reads it back.
//!
//! Never here: data that did not go through `redact` (nothing else is accepted), a half-written file under a final name,
//! a path of this computer or the private map in what is written, the clock, or the network.

mod archive;
mod crash;
mod deflate;
pub mod email;
mod entry;
mod error;
mod html;
mod json;
mod markdown;
#[allow(missing_docs)]
mod names;
mod nested;
mod package;
mod picture;
mod place;
mod plan;
mod scan;
mod specs;
mod split;
mod spool;
mod story;
pub mod text;
mod verify;
mod write;

#[cfg(test)]
mod refusals;
#[cfg(test)]
mod tests;

use std::path::Path;

use crate::job::Monitor;
use crate::model::Approved;
use crate::redact::Redacted;

pub use entry::ManifestEntry;
pub use error::Error;
pub use json::SCHEMA;
pub use names::file_stem;
pub use package::Package;
pub use plan::{PlannedEntry, plan, planned_size_bytes};
pub use story::class_name;
pub use verify::{Finding, FindingKind, Verification, composed_at, verify};

/// How a bundle is written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Replaces what stands under the final name.
    pub overwrite: bool,
    /// Writes several complete zip files, none larger than this.
    pub max_size_bytes: Option<u64>,
    /// Where the bundle would be larger than this, its page does not carry the pictures a second time.
    pub slim_above_bytes: Option<u64>,
}

/// Writes the bundle of `redacted` to `target`, or to `name-1-of-3.zip` … when it has to be split.
///
/// It is written beside the target, read back, held against its manifest and searched for private data; then it gets its
/// name. The same incident with the same clock gives the same bytes.
///
/// # Errors
/// See [`Error`]. Whatever happens, nothing stands under the final name then, and nothing is left beside it.
pub fn write(
    approved: &Approved,
    redacted: &Redacted,
    target: &Path,
    options: &Options,
    monitor: &Monitor,
) -> Result<Package, Error> {
    let incident = redacted.incident();
    if approved.report().incident != incident.fingerprint {
        return Err(Error::NotApproved);
    }
    let source = write::Source {
        incident,
        overrides: story::overrides(approved, incident),
        hidden: redacted.hidden(),
        entries: entry::attached(redacted),
    };
    write::write(source, &mut redacted.scanner(), target, options, monitor)
}
