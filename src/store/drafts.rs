//! The drafts: one folder for each incident, with its draft, its evidence and its ledger.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{Error, Status, incident_file};
use crate::model::Draft;
use crate::platform::{self, Folders, replace};

const DRAFT: &str = "incident.toml";
const STATUS: &str = "status.toml";
const EVIDENCE: &str = "evidence";

/// Names an incident: its folder, `20261118-194200-k3x9`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// A name for a new incident at `now`.
    #[must_use]
    pub fn new(now: Timestamp, random: &mut fastrand::Rng) -> Self {
        let tail: String = (0..4).map(|_| random.lowercase()).collect();
        Self(format!("{}-{tail}", now.strftime("%Y%m%d-%H%M%S")))
    }

    /// The folder name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(name: &str) -> Self {
        Self(name.to_owned())
    }
}

/// One row of the list of incidents.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub id: Id,
    /// Title, may be empty.
    pub title: String,
    /// Id of its destination.
    pub destination: String,
    /// When it was changed last.
    pub changed: Timestamp,
    /// What became of it.
    pub status: Status,
}

/// The folder of incidents.
#[derive(Clone, Debug)]
pub struct Drafts {
    root: PathBuf,
}

impl Drafts {
    /// The incidents of this user.
    #[must_use]
    pub fn of(folders: &Folders) -> Self {
        Self { root: folders.incidents() }
    }

    /// The folder of one incident; evidence paths in its draft are relative to it.
    #[must_use]
    pub fn folder(&self, id: &Id) -> PathBuf {
        self.root.join(id.as_str())
    }

    /// Where its evidence is copied to.
    #[must_use]
    pub fn evidence(&self, id: &Id) -> PathBuf {
        self.folder(id).join(EVIDENCE)
    }

    /// Keeps a draft. A kill at any moment leaves the old or the new one.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn save(&self, id: &Id, draft: &Draft) -> Result<(), Error> {
        incident_file::write(draft, &self.folder(id).join(DRAFT))
    }

    /// The draft as kept.
    ///
    /// # Errors
    /// [`Error`] with the place of what is wrong.
    pub fn load(&self, id: &Id) -> Result<Draft, Error> {
        incident_file::read(&self.folder(id).join(DRAFT)).map(|(draft, _)| draft)
    }

    /// Keeps what became of an incident. What stood there and cannot be read is put aside, not written over.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn save_status(&self, id: &Id, status: &Status) -> Result<(), Error> {
        let path = self.folder(id).join(STATUS);
        if fs::read_to_string(&path).is_ok_and(|text| toml::from_str::<Status>(&text).is_err()) {
            let aside = path.with_extension("broken.toml");
            fs::rename(&path, aside).map_err(|source| io_error(&path, source))?;
        }
        let text = toml::to_string_pretty(status).map_err(|error| io_error(&path, io::Error::other(error)))?;
        Ok(replace(&path, text.as_bytes())?)
    }

    /// What became of an incident; nothing where nothing is kept.
    #[must_use]
    pub fn status(&self, id: &Id) -> Status {
        let text = fs::read_to_string(self.folder(id).join(STATUS)).unwrap_or_default();
        toml::from_str(&text).unwrap_or_default()
    }

    /// Every incident, the last changed first, and the files that could not be read.
    #[must_use]
    pub fn list(&self) -> (Vec<Entry>, Vec<Error>) {
        let mut entries = Vec::new();
        let mut errors = Vec::new();
        for folder in fs::read_dir(&self.root).into_iter().flatten().flatten() {
            let Some(id) = folder.file_name().to_str().map(Id::from) else { continue };
            let file = self.folder(&id).join(DRAFT);
            if !file.exists() {
                continue;
            }
            match self.load(&id) {
                Ok(draft) => entries.push(Entry {
                    title: draft.title.trim().to_owned(),
                    destination: draft.destination,
                    changed: changed(&file),
                    status: self.status(&id),
                    id,
                }),
                Err(error) => errors.push(error),
            }
        }
        entries.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| b.id.cmp(&a.id)));
        (entries, errors)
    }

    /// Moves an incident out of the list; it can be put back until it is deleted for good.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn remove(&self, id: &Id) -> Result<(), Error> {
        let (from, to) = (self.folder(id), self.removed(id));
        let parent = to.parent().unwrap_or(&self.root);
        fs::create_dir_all(parent).and_then(|()| fs::rename(&from, &to)).map_err(|source| io_error(&from, source))
    }

    /// Puts a removed incident back.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn put_back(&self, id: &Id) -> Result<(), Error> {
        let from = self.removed(id);
        fs::rename(&from, self.folder(id)).map_err(|source| io_error(&from, source))
    }

    /// How many incidents were removed and could still be put back, and how large they are in bytes.
    #[must_use]
    pub fn measure_removed(&self) -> (usize, u64) {
        let folders: Vec<_> = fs::read_dir(self.removed_root()).into_iter().flatten().flatten().collect();
        (folders.len(), folders.iter().map(|folder| bytes_below(&folder.path())).sum())
    }

    /// Deletes for good what was removed.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn empty_removed(&self) -> Result<(), Error> {
        let root = self.removed_root();
        match fs::remove_dir_all(&root) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => Err(io_error(&root, source)),
            _ => Ok(()),
        }
    }

    fn removed_root(&self) -> PathBuf {
        self.root.with_file_name("removed")
    }

    fn removed(&self, id: &Id) -> PathBuf {
        self.removed_root().join(id.as_str())
    }
}

/// How many of `entries` were marked as sent to `destination` at `since` or later.
#[must_use]
pub fn sent_since(entries: &[Entry], destination: &str, since: Timestamp) -> usize {
    let is_counted = |entry: &&Entry| {
        entry.destination == destination && entry.status.sent_at().is_some_and(|sent_at| sent_at >= since)
    };
    entries.iter().filter(is_counted).count()
}

/// Bytes of all files below a folder; links are not followed.
fn bytes_below(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(meta) if meta.is_dir() => bytes_below(&entry.path()),
            Ok(meta) => meta.len(),
            Err(_) => 0,
        })
        .sum()
}

fn io_error(path: &Path, source: io::Error) -> Error {
    Error::Write(platform::Error { path: path.to_owned(), source })
}

fn changed(file: &Path) -> Timestamp {
    let time = fs::metadata(file).and_then(|meta| meta.modified());
    time.ok().and_then(|time| Timestamp::try_from(time).ok()).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafts() -> (tempfile::TempDir, Drafts) {
        let folder = tempfile::tempdir().expect("a folder");
        let drafts = Drafts::of(&Folders::below(folder.path().to_owned()));
        (folder, drafts)
    }

    #[test]
    fn a_draft_comes_back_as_it_was_kept() {
        let (_folder, drafts) = drafts();
        let id = Id::new(Timestamp::UNIX_EPOCH, &mut fastrand::Rng::with_seed(1));
        let draft = Draft { title: "Звук пропал".into(), ..Draft::default() };
        drafts.save(&id, &draft).expect("kept");
        assert_eq!(drafts.load(&id).expect("found"), draft);
        assert_eq!(drafts.list().0[0].title, "Звук пропал");
    }

    #[test]
    fn a_broken_draft_costs_only_itself() {
        let (_folder, drafts) = drafts();
        drafts.save(&Id::from("a"), &Draft::default()).expect("kept");
        replace(&drafts.folder(&Id::from("b")).join(DRAFT), b"title = [").expect("written");
        let (entries, errors) = drafts.list();
        assert_eq!((entries.len(), errors.len()), (1, 1));
    }

    #[test]
    fn a_removed_incident_can_be_put_back() {
        let (_folder, drafts) = drafts();
        let id = Id::from("a");
        drafts.save(&id, &Draft::default()).expect("kept");
        drafts.remove(&id).expect("removed");
        assert!(drafts.list().0.is_empty());
        assert_eq!(drafts.measure_removed().0, 1);
        drafts.put_back(&id).expect("put back");
        assert_eq!(drafts.list().0.len(), 1);
        drafts.remove(&id).expect("removed");
        drafts.empty_removed().expect("emptied");
        assert_eq!(drafts.measure_removed(), (0, 0));
        drafts.put_back(&id).expect_err("gone for good");
    }
}
