//! One window at a time on the same folders: the first one holds a lock that the system takes back when it ends, however it
//! ends; later ones leave the names of their files in its inbox and go. What the window was doing is kept beside the lock,
//! so that the next one knows when it did not end by itself.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{Error, replace};

const LOCK: &str = "window.lock";
const MARK: &str = "window.state";
const INBOX: &str = "inbox";
const OPEN: &str = "open";
const OPENING: &str = "opening ";
const CRASHED: &str = "crashed ";

/// How often a window looks whether its files were taken.
const LOOK_EVERY: Duration = Duration::from_millis(30);

/// Whether this is the first window.
pub enum Claim {
    /// It is; and how the one before it ended, where that was not by itself.
    First(Instance, Option<LastEnd>),
    /// Another one is open: the way to it.
    Another(Door),
}

/// How a window ended that did not close by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastEnd {
    /// Before it had drawn anything, with the renderer of this name.
    Opening(String),
    /// With a report of the place in the program.
    Crashed(PathBuf),
    /// Killed, or with the computer.
    Killed,
}

/// The first window, as long as it lives.
#[derive(Debug)]
pub struct Instance {
    folder: PathBuf,
    /// None where the file system knows no locks; then every window is the first.
    _lock: Option<File>,
}

/// The way to the window that is open.
#[derive(Clone, Debug)]
pub struct Door {
    inbox: PathBuf,
}

/// Asks to be the first window on the data folder `folder`.
#[must_use]
pub fn claim(folder: &Path) -> Claim {
    fs::create_dir_all(folder).ok();
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK)).ok();
    let lock = match file.as_ref().map(File::try_lock) {
        Some(Err(TryLockError::WouldBlock)) => return Claim::Another(Door { inbox: folder.join(INBOX) }),
        Some(Ok(())) => file,
        Some(Err(TryLockError::Error(_))) | None => None,
    };
    let instance = Instance { folder: folder.to_owned(), _lock: lock };
    let last = fs::read_to_string(folder.join(MARK)).ok().and_then(|mark| last_end(mark.trim()));
    // What nobody waits for any more is not opened days later.
    drop(instance.inbox().take());
    Claim::First(instance, last)
}

fn last_end(mark: &str) -> Option<LastEnd> {
    if let Some(renderer) = mark.strip_prefix(OPENING) {
        return Some(LastEnd::Opening(renderer.to_owned()));
    }
    match mark.strip_prefix(CRASHED) {
        Some(report) => Some(LastEnd::Crashed(PathBuf::from(report))),
        None => (!mark.is_empty()).then_some(LastEnd::Killed),
    }
}

impl Instance {
    /// Notes that a window is being opened with this renderer.
    pub fn opening(&self, renderer: &str) {
        self.mark(&format!("{OPENING}{renderer}"));
    }

    /// Notes that the window is there.
    pub fn open(&self) {
        self.mark(OPEN);
    }

    /// Notes that it closed by itself.
    pub fn closed(&self) {
        fs::remove_file(self.folder.join(MARK)).ok();
    }

    /// Where others leave the names of their files.
    #[must_use]
    pub fn inbox(&self) -> Inbox {
        Inbox { folder: self.folder.join(INBOX) }
    }

    fn mark(&self, words: &str) {
        // Without the note only one sentence is missing next time.
        replace(&self.folder.join(MARK), words.as_bytes()).ok();
    }
}

/// Notes the report of a crash for the next window.
pub(super) fn crashed(folder: &Path, report: &Path) {
    replace(&folder.join(MARK), format!("{CRASHED}{}", report.display()).as_bytes()).ok();
}

/// What other windows leave for the first one.
#[derive(Clone, Debug)]
pub struct Inbox {
    folder: PathBuf,
}

impl Inbox {
    /// The files that were handed over since the last time; `None` where nobody came. A window that was only called for
    /// hands over none.
    #[must_use]
    pub fn take(&self) -> Option<Vec<PathBuf>> {
        let mut handed: Option<Vec<PathBuf>> = None;
        for entry in fs::read_dir(&self.folder).ok()?.flatten() {
            let path = entry.path();
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let files: Vec<PathBuf> =
                fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
            if fs::remove_file(&path).is_ok() {
                handed.get_or_insert_default().extend(files);
            }
        }
        handed
    }
}

impl Door {
    /// Hands these files to the open window, which comes to the front. Whether it took them within `patience`; one that
    /// hangs does not.
    ///
    /// # Errors
    /// The inbox cannot be written to.
    pub fn hand(&self, files: &[PathBuf], patience: Duration) -> Result<bool, Error> {
        let note = self.inbox.join(format!("{}-{:08x}.json", std::process::id(), fastrand::u32(..)));
        let words: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        replace(&note, serde_json::json!(words).to_string().as_bytes())?;
        let begun = Instant::now();
        while begun.elapsed() < patience {
            if !note.exists() {
                return Ok(true);
            }
            std::thread::sleep(LOOK_EVERY);
        }
        Ok(fs::remove_file(&note).is_err())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_hands_its_files_to_the_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let Claim::First(first, None) = claim(folder.path()) else { panic!("nobody else is here") };
        let Claim::Another(door) = claim(folder.path()) else { panic!("the first one lives") };
        let inbox = first.inbox();
        assert_eq!(inbox.take(), None);
        let files = vec![PathBuf::from("/tmp/Сбой.toml")];
        let job = crate::job::Job::spawn(|| {}, {
            let files = files.clone();
            move |_| door.hand(&files, Duration::from_mins(1))
        });
        let taken = loop {
            if let Some(taken) = inbox.take() {
                break taken;
            }
            std::thread::sleep(LOOK_EVERY);
        };
        assert_eq!(taken, files);
        assert!(job.wait().expect("no panic").expect("written"), "and the second knows it");
    }

    #[test]
    fn a_window_that_hangs_is_not_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let Claim::First(first, _) = claim(folder.path()) else { panic!("nobody else is here") };
        let Claim::Another(door) = claim(folder.path()) else { panic!("the first one lives") };
        assert!(!door.hand(&[], Duration::ZERO).expect("written"));
        assert_eq!(first.inbox().take(), None, "and finds nothing later");
    }

    #[test]
    fn the_lock_of_one_that_is_gone_is_free_and_its_end_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let next = |note: &dyn Fn(&Instance)| {
            let Claim::First(instance, last) = claim(folder.path()) else { panic!("the last one is gone") };
            note(&instance);
            last
        };
        assert_eq!(next(&|window| window.opening("glow")), None);
        assert_eq!(next(&|window| window.open()), Some(LastEnd::Opening("glow".to_owned())));
        assert_eq!(next(&|_| crashed(folder.path(), Path::new("/tmp/crash.txt"))), Some(LastEnd::Killed));
        assert_eq!(next(&|window| window.closed()), Some(LastEnd::Crashed(PathBuf::from("/tmp/crash.txt"))));
        assert_eq!(next(&|_| {}), None);
    }
}
