//! Writing a file so that its name always stands for a whole one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::temporary::{outgoing, temporary};
use crate::model::Explain;

/// A file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {path}: {source}")]
pub struct Error {
    /// The file.
    pub path: PathBuf,
    /// The system's answer.
    pub source: io::Error,
}

impl Explain for Error {
    fn key(&self) -> &'static str {
        match self.source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk-full",
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "write-denied",
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "write-no-folder",
            io::ErrorKind::IsADirectory => "write-folder",
            _ => "write",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("path", self.path.display().to_string()), ("reason", self.source.to_string())]
    }
}

/// Puts `bytes` under `path`: written beside it, flushed to the disk, then renamed. Whoever reads `path` at any moment,
/// also after a crash, finds the old content or the new one. Missing folders are made; a link keeps pointing where it
/// does. The file is readable by this user alone.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    written(path, bytes, keep)
}

/// As [`replace`], of a file that nobody else may read, whatever stood there before. On Unix its mode is 0600; on Windows
/// the folder of the user's profile keeps others out.
pub fn replace_private(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    written(path, bytes, name)
}

/// Writes `bytes` beside `path`; `finish` gives the file its name.
fn written(path: &Path, bytes: &[u8], finish: fn(NamedTempFile, &Path) -> io::Result<()>) -> Result<(), Error> {
    let write = || {
        let path = followed(path);
        let folder = folder(&path);
        fs::create_dir_all(folder)?;
        let mut file = temporary(folder)?;
        file.write_all(bytes)?;
        finish(file, &path)
    };
    write().map_err(|source| Error { path: path.to_owned(), source })
}

/// A file that the user asked for, on its way. It gets its name in [`Whole::finish`]; dropped before, nothing has changed.
/// Pipes and devices such as `/dev/null` are written to as they are.
pub struct Whole {
    target: Target,
    path: PathBuf,
}

enum Target {
    Beside(NamedTempFile),
    Straight(File),
}

impl Whole {
    /// Begins to write `path`, in a folder that exists.
    ///
    /// # Errors
    /// The folder is not there or does not allow it; or `path` is a folder.
    pub fn new(path: &Path) -> Result<Self, Error> {
        let begin = || match fs::metadata(path) {
            Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(there) if !there.is_file() => Ok(Target::Straight(OpenOptions::new().write(true).open(path)?)),
            _ => Ok(Target::Beside(outgoing(folder(&followed(path)))?)),
        };
        match begin() {
            Ok(target) => Ok(Self { target, path: path.to_owned() }),
            Err(source) => Err(Error { path: path.to_owned(), source }),
        }
    }

    /// Gives what was written its name.
    ///
    /// # Errors
    /// The system did not take it; then `path` is as it was.
    pub fn finish(self) -> Result<(), Error> {
        let done = match self.target {
            Target::Straight(mut file) => file.flush(),
            Target::Beside(file) => keep(file, &followed(&self.path)),
        };
        done.map_err(|source| Error { path: self.path, source })
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.target {
            Target::Beside(file) => file.as_file_mut().write(bytes),
            Target::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Flushed and named. What stood there before hands on who may read it.
fn keep(file: NamedTempFile, path: &Path) -> io::Result<()> {
    if cfg!(unix)
        && let Ok(before) = fs::metadata(path)
        && before.is_file()
    {
        file.as_file().set_permissions(before.permissions())?;
    }
    name(file, path)
}

/// Flushed, named, and the name flushed too.
fn name(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    sync_folder(folder(path));
    Ok(())
}

/// The folder of a file.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Where a link leads; any other path as it is.
fn followed(path: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
    if is_link { fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()) } else { path.to_owned() }
}

/// Makes the new name itself survive a power cut, where the system can do that.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        folder.sync_all().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).expect("listed").count()
    }

    #[test]
    fn the_old_content_gives_way_to_the_new_and_nothing_else_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/er/файл.toml");
        replace(&path, b"one").expect("written");
        replace(&path, b"two").expect("replaced");
        assert_eq!(fs::read(&path).expect("readable"), b"two");
        assert_eq!(count(path.parent().expect("a folder")), 1);
    }

    #[test]
    fn a_folder_in_the_way_is_an_error_with_its_path() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = replace(folder.path(), b"x").expect_err("a folder is no file");
        assert_eq!(error.path, folder.path());
        let error = Whole::new(folder.path()).err().expect("a folder is no file");
        assert_eq!(error.key(), "write-folder");
    }

    #[test]
    fn what_is_not_finished_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("out.txt");
        let mut file = Whole::new(&path).expect("begun");
        file.write_all(b"half").expect("written");
        drop(file);
        assert_eq!(count(folder.path()), 0);
        let error = Whole::new(&folder.path().join("none/out.txt")).err().expect("no folder");
        assert_eq!(error.key(), "write-no-folder");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        replace(&real, b"one").expect("written");
        symlink(&real, &link).expect("linked");
        let mut file = Whole::new(&link).expect("begun");
        file.write_all(b"two").expect("written");
        file.finish().expect("finished");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read(&real).expect("readable"), b"two");
        assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o600);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_stays_a_device() {
        use std::os::unix::fs::FileTypeExt;
        let full = Path::new("/dev/full");
        let mut file = Whole::new(full).expect("begun");
        let error = file.write_all(b"x").expect_err("always full");
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
        file.finish().expect("nothing to do");
        assert!(fs::metadata(full).expect("there").file_type().is_char_device());
    }
}
