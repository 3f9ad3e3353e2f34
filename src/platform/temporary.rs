//! Files on their way to a name. What a killed program left behind is cleared away by the next one that writes there.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use tempfile::{Builder, NamedTempFile};

const PREFIX: &str = ".casefile-";
const SUFFIX: &str = ".part";

/// No work takes as long; what is older belongs to nobody.
const ABANDONED: Duration = Duration::from_hours(24);

/// A file in `folder` that vanishes unless it is given a name; readable by this user alone.
///
/// # Errors
/// The folder is not there or does not allow it.
pub fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    make(Builder::new().prefix(PREFIX).suffix(SUFFIX), folder)
}

/// The same for a file that is meant for others: readable by whoever may read any new file of this user.
///
/// # Errors
/// As [`temporary`].
pub fn outgoing(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    make(&builder, folder)
}

fn make(builder: &Builder, folder: &Path) -> io::Result<NamedTempFile> {
    let file = builder.tempfile_in(folder)?;
    // The file system's own clock: the new file's time is now.
    if let Ok(now) = file.as_file().metadata().and_then(|made| made.modified()) {
        sweep(folder, now);
    }
    Ok(file)
}

fn sweep(folder: &Path, now: SystemTime) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let is_old = || {
            let age = entry.metadata().and_then(|made| made.modified()).ok().and_then(|at| now.duration_since(at).ok());
            age.is_some_and(|age| age > ABANDONED)
        };
        if is_ours && is_old() {
            fs::remove_file(entry.path()).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_abandoned_files_of_ours_are_cleared_away() {
        let folder = tempfile::tempdir().expect("a folder");
        let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        for (name, time) in [
            (".casefile-a.part", Some(old)),
            (".casefile-b.part", None),
            ("notes.part", Some(old)),
            (".tmpx", Some(old)),
        ] {
            let file = fs::File::create(folder.path().join(name)).expect("made");
            if let Some(time) = time {
                file.set_modified(time).expect("dated");
            }
        }
        drop(temporary(folder.path()).expect("made"));
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).expect("listed").flatten().map(|entry| entry.file_name()).collect();
        left.sort();
        assert_eq!(left, [".casefile-b.part", ".tmpx", "notes.part"]);
    }

    #[cfg(unix)]
    #[test]
    fn drafts_are_private_and_bundles_are_not() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let mode = |file: NamedTempFile| file.as_file().metadata().expect("there").permissions().mode() & 0o777;
        let usual = fs::File::create(folder.path().join("usual")).expect("made");
        assert_eq!(mode(temporary(folder.path()).expect("made")), 0o600);
        assert_eq!(
            mode(outgoing(folder.path()).expect("made")),
            usual.metadata().expect("there").permissions().mode() & 0o777
        );
    }
}
