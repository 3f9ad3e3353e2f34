//! The text of a log, to be read at any place; what is packed is unpacked once into a file without a name.
//!
//! Never here: a temporary file that outlives the program, or an unpacked text larger than a disk should be asked for.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

use crate::job::{Monitor, Stopped};
use crate::platform::packed;

/// The most that is unpacked, in bytes.
const MOST_UNPACKED: u64 = 16 << 30;
const BLOCK_BYTES: usize = 256 << 10;

/// Why a log could not be read on.
#[derive(Debug)]
pub enum Trouble {
    /// The system's answer.
    Read(io::Error),
    /// The file is shorter than it was, or another one.
    Changed,
    /// The user pressed Stop.
    Stopped,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Stopped>) {
            Self::Stopped
        } else {
            Self::Read(error)
        }
    }
}

impl From<Stopped> for Trouble {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// A file with a place of its own: copies of it do not get in each other's way.
#[derive(Clone)]
pub struct Text {
    file: Arc<File>,
    at: u64,
}

impl Text {
    /// The file at `path`.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { file: Arc::new(File::open(path)?), at: 0 })
    }

    /// What is packed in the file at `path`.
    pub fn unpack(path: &Path, monitor: &Monitor) -> Result<Self, Trouble> {
        let mut source = Watched { source: packed::open(path)?, monitor };
        let mut file = tempfile::tempfile()?;
        let mut block = vec![0; BLOCK_BYTES];
        let mut size = 0;
        loop {
            let length = source.read(&mut block)?;
            if length == 0 {
                return Ok(Self { file: Arc::new(file), at: 0 });
            }
            size += length as u64;
            if size > MOST_UNPACKED {
                return Err(io::Error::from(ErrorKind::FileTooLarge).into());
            }
            file.write_all(&block[..length])?;
        }
    }

    /// Its size as it is now.
    pub fn size(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }
}

impl Read for Text {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        #[cfg(windows)]
        let length = std::os::windows::fs::FileExt::seek_read(&*self.file, block, self.at)?;
        #[cfg(not(windows))]
        let length = std::os::unix::fs::FileExt::read_at(&*self.file, block, self.at)?;
        self.at += length as u64;
        Ok(length)
    }
}

impl Seek for Text {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.size()?.checked_add_signed(by),
        };
        self.at = place.ok_or(ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// A reader that says how far it is, and ends with an error when the user presses Stop.
pub struct Watched<'a, R> {
    /// What is read.
    pub source: R,
    /// Who watches.
    pub monitor: &'a Monitor,
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let length = self.source.read(block)?;
        self.monitor.advance(length as u64).map_err(io::Error::other)?;
        Ok(length)
    }
}
