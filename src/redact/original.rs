//! A file as it was when it was searched: it is sent as that, or not at all.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::PathBuf;

use super::error::Changed;

/// Where a file lies, and by what it is known again.
#[derive(Clone, Debug)]
pub(super) struct Original {
    /// The file.
    pub path: PathBuf,
    /// Its size when it was first read: what is added later is not sent.
    pub size_bytes: u64,
    /// What stood at its start and its end then.
    marks: Marks,
}

/// The first and the last bytes of a file, by which it is known again: what was rotated or written anew in the meantime was
/// never searched. What is added behind them does not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Marks {
    head: Vec<u8>,
    tail: Vec<u8>,
}

/// Length of each mark, in bytes.
const MARK: u64 = 4096;

impl Marks {
    /// The marks of the first `size_bytes` of `file`.
    fn of(file: &mut File, size_bytes: u64) -> io::Result<Self> {
        let mut mark = |from: u64| {
            let mut bytes = Vec::new();
            file.seek(SeekFrom::Start(from))?;
            file.take(MARK.min(size_bytes)).read_to_end(&mut bytes)?;
            io::Result::Ok(bytes)
        };
        Ok(Self { head: mark(0)?, tail: mark(size_bytes.saturating_sub(MARK))? })
    }
}

impl Original {
    /// The file as it is now; it may have grown since it had `chosen_bytes`, but one that is shorter is not the one that was chosen.
    pub fn new(path: PathBuf, chosen_bytes: u64) -> io::Result<Self> {
        let mut file = open(&path)?;
        let size_bytes = file.metadata()?.len();
        if size_bytes < chosen_bytes {
            return Err(io::Error::other(Changed));
        }
        let marks = Marks::of(&mut file, size_bytes)?;
        Ok(Self { path, size_bytes, marks })
    }

    /// The file, if what was searched still stands in it.
    pub fn same(&self) -> io::Result<File> {
        let mut file = open(&self.path)?;
        let same = file.metadata()?.len() >= self.size_bytes && Marks::of(&mut file, self.size_bytes)? == self.marks;
        if same { Ok(file) } else { Err(io::Error::other(Changed)) }
    }

    /// The bytes from `start` up to `end`, or an error where the file ends before.
    pub fn bytes(&self, start: u64, end: u64) -> io::Result<Exactly<File>> {
        let mut file = self.same()?;
        file.seek(SeekFrom::Start(start))?;
        Ok(Exactly { source: file, left: end.min(self.size_bytes).saturating_sub(start) })
    }
}

fn open(path: &std::path::Path) -> io::Result<File> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
}

/// So many bytes of a file; one that is cut off while it is read is an error, not a shorter file.
pub(super) struct Exactly<R> {
    source: R,
    left: u64,
}

impl<R: Read> Read for Exactly<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let room = usize::try_from(self.left).unwrap_or(target.len()).min(target.len());
        let length = self.source.read(&mut target[..room])?;
        if length == 0 && room > 0 {
            return Err(io::Error::other(Changed));
        }
        self.left -= length as u64;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::error::is_changed;
    use super::*;

    fn write(path: &Path, text: &str) {
        File::create(path).and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes())).unwrap();
    }

    #[test]
    fn a_file_is_sent_as_it_was_searched_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.mp4");
        write(&path, "one two");
        let original = Original::new(path.clone(), 3).unwrap();
        let read = |from, to| original.bytes(from, to).and_then(io::read_to_string);
        assert_eq!(read(4, u64::MAX).unwrap(), "two");
        write(&path, "one two three");
        assert_eq!(read(0, u64::MAX).unwrap(), "one two", "what was added was not searched");
        for other in ["one", "", "two one", "one tw"] {
            write(&path, other);
            assert!(is_changed(&read(0, u64::MAX).unwrap_err()), "{other}");
        }
        assert!(is_changed(&Original::new(path, 7).unwrap_err()), "shorter than what was chosen");
    }

    #[test]
    fn a_file_that_is_cut_while_it_is_read_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        write(&path, "one two three");
        let mut reader = Original::new(path.clone(), 0).unwrap().bytes(0, u64::MAX).unwrap();
        let mut start = [0; 3];
        reader.read_exact(&mut start).unwrap();
        write(&path, "one");
        assert!(is_changed(&io::read_to_string(&mut reader).unwrap_err()));
    }
}
