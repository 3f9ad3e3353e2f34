//! Where finished files go: written beside the target, named in one step.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::Error;
use crate::platform::outgoing;

/// The folder of the final name.
pub(super) fn folder(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A file in `folder` that vanishes unless it is given a name.
pub(super) fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    outgoing(folder)
}

/// Nothing stands under the name, or a file that may be replaced.
pub(super) fn expect_free(path: &Path, overwrite: bool) -> Result<(), Error> {
    if overwrite && fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(Error::NotAFile { path: path.to_owned() });
    }
    if !overwrite && fs::symlink_metadata(path).is_ok() {
        return Err(Error::Exists { path: path.to_owned() });
    }
    Ok(())
}

/// Gives a written file its final name in one step.
pub(super) fn persist(temporary: NamedTempFile, path: &Path, overwrite: bool) -> Result<(), Error> {
    let named = if overwrite { temporary.persist(path) } else { temporary.persist_noclobber(path) };
    named.map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists if !overwrite => Error::Exists { path: path.to_owned() },
        _ => Error::Write { path: path.to_owned(), source: error.error },
    })?;
    // Makes the name itself last where folders can be synced; where not, the system does it in its own time.
    File::open(folder(path)).and_then(|folder| folder.sync_all()).ok();
    Ok(())
}
