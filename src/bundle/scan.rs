//! Reads one entry to its end: length, hash, and what private data is in it. A large entry takes two threads.

use std::io::Read;
use std::sync::mpsc::sync_channel;
use std::thread;

use sha2::{Digest, Sha256};

use crate::job::Monitor;
use crate::redact::{Leak, LeakScanner};

use super::deflate::{PIECE_BYTES, Trouble, hex};

/// Finds private data in bytes fed piece by piece.
pub(super) trait Scan: Send {
    /// Says whether Casefile itself wrote what is fed next.
    fn begin(&mut self, own: bool);
    /// Takes the next bytes of an entry.
    fn feed(&mut self, bytes: &[u8]);
    /// Ends the entry.
    fn finish(&mut self) -> Vec<Leak>;
}

impl Scan for LeakScanner {
    fn begin(&mut self, own: bool) {
        Self::begin(self, own);
    }

    fn feed(&mut self, bytes: &[u8]) {
        Self::feed(self, bytes);
    }

    fn finish(&mut self) -> Vec<Leak> {
        Self::finish(self)
    }
}

/// What is in an entry.
pub(super) struct Found {
    pub(super) bytes: u64,
    pub(super) sha256: String,
    pub(super) leaks: Vec<Leak>,
}

/// Reads `reader` to its end. Pictures that a page carries as base64 are left out of the search: letters that stand
/// there by chance are no words.
pub(super) fn examine(
    reader: impl Read,
    scan: Option<&mut impl Scan>,
    carries_pictures: bool,
    monitor: &Monitor,
) -> Result<Found, Trouble> {
    let mut source = Source { reader, sha256: Sha256::new(), bytes: 0, monitor };
    let Some(scan) = scan else {
        while !source.next()?.is_empty() {}
        return Ok(source.found(Vec::new()));
    };
    let mut words = Words { scan, skips: carries_pictures, matched: 0 };
    let first = source.next()?;
    if first.len() < PIECE_BYTES {
        words.feed(&first);
        return Ok(source.found(words.scan.finish()));
    }
    thread::scope(|scope| {
        let (pieces_in, pieces) = sync_channel::<Vec<u8>>(4);
        let searching = scope.spawn(move || {
            for piece in pieces {
                words.feed(&piece);
            }
            words.scan.finish()
        });
        let mut piece = first;
        let read = loop {
            if piece.is_empty() || pieces_in.send(piece).is_err() {
                break Ok(());
            }
            piece = match source.next() {
                Ok(piece) => piece,
                Err(trouble) => break Err(trouble),
            };
        };
        drop(pieces_in);
        let leaks = searching.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        read.map(|()| source.found(leaks))
    })
}

struct Source<'a, R> {
    reader: R,
    sha256: Sha256,
    bytes: u64,
    monitor: &'a Monitor,
}

impl<R: Read> Source<'_, R> {
    fn next(&mut self) -> Result<Vec<u8>, Trouble> {
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        self.reader.by_ref().take(PIECE_BYTES as u64).read_to_end(&mut piece).map_err(Trouble::Read)?;
        self.sha256.update(&piece);
        self.bytes += piece.len() as u64;
        self.monitor.advance(piece.len() as u64)?;
        Ok(piece)
    }

    fn found(self, leaks: Vec<Leak>) -> Found {
        Found { bytes: self.bytes, sha256: hex(&self.sha256.finalize()), leaks }
    }
}

const PICTURE_STARTS: &[u8] = b";base64,";

/// Hands text on and leaves out what stands between `;base64,` and the closing quote.
struct Words<'a, S> {
    scan: &'a mut S,
    skips: bool,
    /// How much of the mark was seen; all of it while inside a picture.
    matched: usize,
}

impl<S: Scan> Words<'_, S> {
    fn feed(&mut self, mut bytes: &[u8]) {
        if !self.skips {
            return self.scan.feed(bytes);
        }
        while !bytes.is_empty() {
            if self.matched == PICTURE_STARTS.len() {
                let Some(end) = memchr::memchr(b'"', bytes) else { return };
                bytes = &bytes[end..];
                self.matched = 0;
            }
            let mut end = 0;
            while end < bytes.len() && self.matched < PICTURE_STARTS.len() {
                self.matched = match bytes[end] {
                    byte if byte == PICTURE_STARTS[self.matched] => self.matched + 1,
                    b';' => 1,
                    _ => 0,
                };
                end += 1;
            }
            self.scan.feed(&bytes[..end]);
            bytes = &bytes[end..];
        }
    }
}

/// Finds one literal, for tests.
#[cfg(test)]
#[derive(Clone, Default)]
pub(super) struct Literal {
    pub(super) word: &'static str,
    seen: Vec<u8>,
}

#[cfg(test)]
impl Literal {
    pub(super) fn new(word: &'static str) -> Self {
        Self { word, seen: Vec::new() }
    }
}

#[cfg(test)]
impl Scan for Literal {
    fn begin(&mut self, _: bool) {}

    fn feed(&mut self, bytes: &[u8]) {
        self.seen.extend_from_slice(bytes);
    }

    fn finish(&mut self) -> Vec<Leak> {
        let seen = std::mem::take(&mut self.seen);
        let Some(offset) = memchr::memmem::find(&seen, self.word.as_bytes()) else { return Vec::new() };
        let line = 1 + memchr::memchr_iter(b'\n', &seen[..offset]).count() as u64;
        vec![Leak { class: "user".to_owned(), offset: offset as u64, line }]
    }
}

/// Helps tests to build readers that fail.
#[cfg(test)]
pub(super) struct Broken;

#[cfg(test)]
impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("gone"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leak_is_found_in_small_and_large_entries() {
        for size in [10, PIECE_BYTES - 2, 3 * PIECE_BYTES] {
            let mut text = "x\n".repeat(size / 2).into_bytes();
            text.extend_from_slice(b"secret");
            let Ok(found) = examine(text.as_slice(), Some(&mut Literal::new("secret")), false, &Monitor::quiet())
            else {
                panic!("readable")
            };
            assert_eq!(found.leaks.first().map(|leak| leak.line), Some(1 + size as u64 / 2));
            assert_eq!((found.bytes, found.sha256), (text.len() as u64, hex(&Sha256::digest(&text))));
        }
        let broken = examine(Broken, Some(&mut Literal::new("x")), false, &Monitor::quiet());
        assert!(matches!(broken, Err(Trouble::Read(_))));
    }

    #[test]
    fn carried_pictures_are_not_searched_but_the_text_around_them_is() {
        let page = b"a; <img src=\"data:image/png;base64,ann+ann\"> bob;base64;base64,ann\" carl";
        for size in [1, 7, page.len()] {
            let mut seen = Literal::new("");
            let mut words = Words { scan: &mut seen, skips: true, matched: 0 };
            page.chunks(size).for_each(|piece| words.feed(piece));
            let expected = "a; <img src=\"data:image/png;base64,\"> bob;base64;base64,\" carl";
            assert_eq!(String::from_utf8_lossy(&seen.seen), expected);
        }
    }
}
