//! Texts packed with gzip, unpacked while they are read and never further than a limit.

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

/// How such a file begins.
pub const MAGIC: [u8; 3] = [0x1F, 0x8B, 8];

/// Logs are packed to a tenth or a thirtieth. What unpacks to more than this many times its size, and to more than
/// [`LEAST_BYTES`], is no log but a bomb.
const MOST_TIMES: u64 = 128;
/// What is unpacked in any case, in bytes.
const LEAST_BYTES: u64 = 16 << 20;
/// From here on it is asked along the way, so that a bomb is not unpacked up to the limit. The start of a log may pack better.
const SURE_BYTES: u64 = 256 << 20;

/// What is packed in the file; reading past the limit is an error.
///
/// # Errors
/// The file cannot be read.
pub fn open(path: &Path) -> io::Result<impl Read + Send + use<>> {
    let file = File::open(path)?;
    let left = file.metadata()?.len().saturating_mul(MOST_TIMES).max(LEAST_BYTES);
    Ok(Limited { source: MultiGzDecoder::new(BufReader::new(Counted { file, bytes: 0 })), left, unpacked: 0 })
}

/// The first `most` bytes of what is packed; a cut file gives what it has.
///
/// # Errors
/// The file cannot be read.
pub fn start(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut source = open(path)?;
    let mut start = vec![0; most];
    let mut length = 0;
    while length < most {
        match source.read(&mut start[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if length == 0 => return Err(error),
            Err(_) => break,
        }
    }
    start.truncate(length);
    Ok(start)
}

/// Whether `error` says that a file unpacks to more than any log does.
#[must_use]
pub fn is_bomb(error: &io::Error) -> bool {
    error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Bomb>)
}

/// The error that says so.
#[must_use]
pub fn bomb() -> io::Error {
    io::Error::new(ErrorKind::FileTooLarge, Bomb)
}

/// A file unpacks to more than any log does.
#[derive(Debug, thiserror::Error)]
#[error("it unpacks to more than {MOST_TIMES} times its size")]
struct Bomb;

/// A file that knows how much of it was read.
struct Counted {
    file: File,
    bytes: u64,
}

impl Read for Counted {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(block)?;
        self.bytes += length as u64;
        Ok(length)
    }
}

struct Limited {
    source: MultiGzDecoder<BufReader<Counted>>,
    left: u64,
    unpacked: u64,
}

impl Read for Limited {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let packed = self.source.get_ref().get_ref().bytes;
        if self.left == 0 || self.unpacked > SURE_BYTES.max(packed.saturating_mul(MOST_TIMES)) {
            return Err(bomb());
        }
        let room = usize::try_from(self.left).unwrap_or(block.len()).min(block.len());
        let length = match self.source.read(&mut block[..room]) {
            // A file that was cut off ends here.
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::InvalidInput
                ) =>
            {
                0
            }
            read => read?,
        };
        self.left -= length as u64;
        self.unpacked += length as u64;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_bomb_is_told_along_the_way_and_a_log_is_not() {
        let line = b"2031-02-03 04:05:06 INFO start\n".repeat(1 << 15);
        let unpacked = |bytes: u64, compression: flate2::Compression| {
            let mut file = tempfile::NamedTempFile::new().unwrap();
            let mut packed = flate2::write::GzEncoder::new(file.as_file_mut(), compression);
            for _ in 0..bytes / line.len() as u64 {
                packed.write_all(&line).unwrap();
            }
            packed.finish().unwrap();
            io::copy(&mut open(file.path()).unwrap(), &mut io::sink())
        };
        let error = unpacked(512 << 20, flate2::Compression::best()).unwrap_err();
        assert!(is_bomb(&error) && error.kind() == ErrorKind::FileTooLarge, "{error:?}");
        assert!(!is_bomb(&io::Error::from(ErrorKind::FileTooLarge)));
        assert!(unpacked(300 << 20, flate2::Compression::none()).is_ok());
        assert!(unpacked(8 << 20, flate2::Compression::best()).is_ok());
    }
}
