//! A finished bundle.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use crate::redact::Counts;

use super::Error;
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

    /// The content of one entry, from the zip file that is named first.
    ///
    /// # Errors
    /// [`Error::Open`], [`Error::NotAZip`].
    pub fn read(&self, entry: &str) -> Result<Vec<u8>, Error> {
        let path = self.path();
        let open = |source| Error::Open { path: path.to_owned(), source };
        let broken = |error: zip::result::ZipError| Error::NotAZip { path: path.to_owned(), reason: error.to_string() };
        let mut archive = zip::ZipArchive::new(BufReader::new(File::open(path).map_err(open)?)).map_err(broken)?;
        let mut content = Vec::new();
        archive.by_name(entry).map_err(broken)?.read_to_end(&mut content).map_err(open)?;
        Ok(content)
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
