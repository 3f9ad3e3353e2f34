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

/// What is packed in the file; reading past the limit is an error.
///
/// # Errors
/// The file cannot be read.
pub fn open(path: &Path) -> io::Result<impl Read + Send + use<>> {
    let file = File::open(path)?;
    let left = file.metadata()?.len().saturating_mul(MOST_TIMES).max(LEAST_BYTES);
    Ok(Limited { source: MultiGzDecoder::new(BufReader::new(file)), left })
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

struct Limited<R> {
    source: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(ErrorKind::FileTooLarge.into());
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
        Ok(length)
    }
}
