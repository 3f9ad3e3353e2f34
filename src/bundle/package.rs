//! A finished bundle.

use std::path::{Path, PathBuf};

use crate::redact::Counts;

use super::entry::ManifestEntry;

/// A bundle that stands under its final name, read back and found right. Only [`super::write`] makes one.
#[derive(Clone, Debug)]
pub struct Package {
    pub(super) paths: Vec<PathBuf>,
    pub(super) sizes_bytes: Vec<u64>,
    pub(super) entries: Vec<ManifestEntry>,
    pub(super) hidden: Counts,
}

impl Package {
    /// The zip files: one, or the parts of a split bundle in order.
    #[must_use]
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// The zip file to be named first: the only one, or the part with the story.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.paths.first().map_or(Path::new(""), PathBuf::as_path)
    }

    /// The zip files with their sizes in bytes.
    pub fn parts(&self) -> impl Iterator<Item = (&Path, u64)> {
        self.paths.iter().map(PathBuf::as_path).zip(self.sizes_bytes.iter().copied())
    }

    /// Size of all zip files together.
    #[must_use]
    pub fn size_bytes(&self) -> u64 {
        self.sizes_bytes.iter().sum()
    }

    /// Every entry but the manifests, by path.
    #[must_use]
    pub fn entries(&self) -> &[ManifestEntry] {
        &self.entries
    }

    /// Distinct hidden values in the whole bundle, by class.
    #[must_use]
    pub fn hidden(&self) -> &Counts {
        &self.hidden
    }
}
