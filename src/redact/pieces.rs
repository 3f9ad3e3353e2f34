//! The pieces of a text that is sent with gaps, as UTF-8, with a line in the place of each gap.
//!
//! Never here: more of the text in memory than is read at once.

use std::io::{self, Cursor, Read};
use std::sync::{Arc, Mutex, PoisonError};

use super::decoded;
use crate::model::{FilePiece, Lang};
use crate::text::tf;

type Source = Arc<Mutex<Box<dyn Read + Send>>>;

/// Reads one piece after the other.
pub(super) struct Pieces {
    source: Source,
    /// Where the source is.
    at: u64,
    all: Arc<[FilePiece]>,
    next: usize,
    encoding: String,
    lang: Lang,
    piece: Box<dyn Read + Send>,
}

impl Pieces {
    /// The pieces of a text that is read from `at` on.
    pub fn new(source: Box<dyn Read + Send>, at: u64, pieces: Arc<[FilePiece]>, encoding: String, lang: Lang) -> Self {
        let piece = Box::new(io::empty());
        Self { source: Arc::new(Mutex::new(source)), at, all: pieces, next: 0, encoding, lang, piece }
    }

    /// Begins the next piece; says whether there is one.
    fn begin(&mut self) -> io::Result<bool> {
        let Some(piece) = self.all.get(self.next).copied() else { return Ok(false) };
        self.next += 1;
        let gap = piece.start_byte.saturating_sub(self.at);
        io::copy(&mut Shared(Arc::clone(&self.source)).take(gap), &mut io::sink())?;
        let length = piece.end_byte.saturating_sub(piece.start_byte);
        self.at = piece.end_byte;
        let note = match piece.lines_before {
            0 => String::new(),
            lines => tf(self.lang, "redact-lines-between", &[("lines", lines.into())]) + "\n",
        };
        let text = decoded(Shared(Arc::clone(&self.source)).take(length), &self.encoding);
        self.piece = Box::new(Cursor::new(note).chain(text));
        Ok(true)
    }
}

impl Read for Pieces {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        loop {
            let length = self.piece.read(target)?;
            if length > 0 || target.is_empty() || !self.begin()? {
                return Ok(length);
            }
        }
    }
}

/// The source, lent to one piece at a time.
struct Shared(Source);

impl Read for Shared {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).read(target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stands_in_for_each_gap() {
        let text: Vec<u8> = "раз\nдва\nтри\nчетыре\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let piece = |start_byte, end_byte, lines_before| FilePiece { start_byte, end_byte, lines_before };
        let pieces: Arc<[FilePiece]> = Arc::new([piece(8, 16, 0), piece(24, 38, 1)]);
        let source = Box::new(Cursor::new(text[8..].to_vec()));
        let mut read = String::new();
        Pieces::new(source, 8, pieces, "utf-16le".into(), Lang::En).read_to_string(&mut read).expect("text");
        let lines: Vec<&str> = read.lines().collect();
        assert_eq!((lines.len(), lines[0], lines[2]), (3, "два", "четыре"));
        assert!(lines[1].contains('1') && lines[1].starts_with('['), "{read}");
    }
}
