//! One attached file on its way out: text is redacted while it is read, pictures are painted, the rest goes as it is.
//!
//! Never here: the name under which the file lies on this computer, in anything that others can ask for.

use std::io::{self, Cursor, Read};
use std::sync::Arc;

use super::archive::Repacked;
use super::decoded;
use super::engine::Engine;
use super::error::is_changed;
use super::original::Original;
use super::picture::Painted;
use super::pieces::Pieces;
use super::policy::Counts;
use super::reader::Redacting;
use crate::model::{Evidence, FilePart, FilePiece, Lang};
use crate::platform::packed;
use crate::text;

/// Where a text file lies, and which part of it is sent in what encoding.
#[derive(Clone, Debug)]
pub(super) struct TextSource {
    /// The file.
    pub original: Original,
    /// WHATWG label; empty means UTF-8.
    pub encoding: String,
    /// Whether it is packed with gzip; it is sent unpacked.
    pub packed: bool,
    /// The part that is sent.
    pub part: Option<FilePart>,
    /// The pieces of the part, where it has gaps.
    pieces: Arc<[FilePiece]>,
}

impl TextSource {
    /// The text file of `evidence` as it is now.
    pub fn new(evidence: &Evidence) -> io::Result<Self> {
        let original = Original::new(evidence.source.clone(), evidence.size_bytes)?;
        let Evidence { encoding, packed, part, pieces, .. } = evidence.clone();
        Ok(Self { original, encoding, packed, part, pieces })
    }

    /// The only file of an archive in gzip, a text of this encoding.
    pub fn packed(evidence: &Evidence, encoding: String) -> io::Result<Self> {
        Ok(Self { packed: true, encoding, ..Self::new(evidence)? })
    }

    /// A reader over the whole file, as UTF-8: what is left out tells what is private, too.
    pub fn open_whole(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(decoded(self.bytes(0, u64::MAX)?, &self.encoding))
    }

    /// The bytes from `start` up to `end`, unpacked.
    fn bytes(&self, start: u64, end: u64) -> io::Result<Box<dyn Read + Send>> {
        if self.packed {
            self.original.same()?;
            let mut text = packed::open(&self.original.path)?;
            io::copy(&mut text.by_ref().take(start), &mut io::sink())?;
            return Ok(Box::new(text.take(end.saturating_sub(start))));
        }
        Ok(Box::new(self.original.bytes(start, end)?))
    }

    /// How many bytes are read.
    pub fn length(&self) -> u64 {
        let all = self.original.size_bytes;
        self.part.map_or(all, |part| if self.packed { part.bytes() } else { part.bytes().min(all) })
    }

    /// A reader over the part, as UTF-8. What is UTF-8 already is not touched. Where something is left out, a line says so.
    pub fn open(&self, lang: Lang) -> io::Result<Box<dyn Read + Send>> {
        let (start, end) = self.part.map_or((0, u64::MAX), |part| (part.start_byte, part.end_byte));
        let bytes = self.bytes(start, end)?;
        if self.pieces.is_empty() {
            return Ok(decoded(bytes, &self.encoding));
        }
        Ok(Box::new(Pieces::new(bytes, start, Arc::clone(&self.pieces), self.encoding.clone(), lang)))
    }

    /// Lines that say what was left out before and after the part.
    fn notes(&self, lang: Lang) -> (String, String) {
        let note = |id, lines| match lines {
            0 => String::new(),
            _ => text::tf(lang, id, &[("lines", lines.into())]) + "\n",
        };
        let (before, after) = self.part.map_or((0, 0), |part| (part.lines_before, part.lines_after));
        (note("redact-lines-before", before), note("redact-lines-after", after))
    }
}

/// The error in words, if the file is another one than was searched.
fn told(error: io::Error, lang: Lang) -> io::Error {
    if is_changed(&error) { io::Error::other(text::t(lang, "redact-changed")) } else { error }
}

/// Tells in words while it is read, too.
struct Told<R>(R, Lang);

impl<R: Read> Read for Told<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        self.0.read(target).map_err(|error| told(error, self.1))
    }
}

/// What a file is sent as.
pub(super) enum Content {
    /// Text, redacted while it is read.
    Text(TextSource, Lang),
    /// A picture, painted and written anew.
    Picture(Painted),
    /// An archive, packed anew.
    Archive(Repacked),
    /// Something that cannot be searched.
    AsItIs(Original, Lang),
}

/// One attached file without private data.
pub struct RedactedFile {
    pub(super) name: String,
    pub(super) evidence: usize,
    pub(super) hidden: Counts,
    pub(super) content: Content,
    pub(super) engine: Arc<Engine>,
}

impl RedactedFile {
    /// Its redacted file name; a hidden value in it reads `<user-1>` as everywhere, so it may need other brackets on disk.
    /// The ending fits the content.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Index into `Redacted::incident().evidence`.
    #[must_use]
    pub fn evidence(&self) -> usize {
        self.evidence
    }

    /// Distinct values hidden in it, by class (`area` for painted areas in pictures).
    #[must_use]
    pub fn hidden(&self) -> &Counts {
        &self.hidden
    }

    /// Redacted names of what was left out of an archive because nobody can search it.
    #[must_use]
    pub fn left_out(&self) -> &[String] {
        if let Content::Archive(repacked) = &self.content { &repacked.left_out } else { &[] }
    }

    /// Whether it could be searched for private data (text, pictures and archives of them; not videos and dumps).
    #[must_use]
    pub fn searched(&self) -> bool {
        !matches!(self.content, Content::AsItIs(..))
    }

    /// Size of what `open` gives, as far as known before reading it (exact for pictures and unsearched files).
    #[must_use]
    pub fn size_hint_bytes(&self) -> u64 {
        match &self.content {
            Content::Text(source, _) => source.length(),
            Content::Picture(painted) => painted.size_bytes,
            Content::Archive(repacked) => repacked.size_bytes,
            Content::AsItIs(original, _) => original.size_bytes,
        }
    }

    /// A new reader over its redacted content. Streams: memory does not grow with the file.
    ///
    /// # Errors
    /// The file is gone, cannot be read any more, or is another one than was searched.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        match &self.content {
            Content::Text(source, lang) => {
                // A word of the notes may be one that is to be hidden; in a log nothing tells the two apart.
                let (before, after) = source.notes(*lang);
                let (before, after) = (self.engine.redact_text(&before), self.engine.redact_text(&after));
                let redacted =
                    Redacting::new(self.engine.as_ref(), source.open(*lang).map_err(|error| told(error, *lang))?);
                Ok(Box::new(Cursor::new(before).chain(Told(redacted, *lang)).chain(Cursor::new(after))))
            }
            Content::Picture(painted) => Ok(Box::new(painted.file.reopen()?)),
            Content::Archive(repacked) => Ok(Box::new(repacked.file.reopen()?)),
            Content::AsItIs(original, lang) => {
                let bytes = original.bytes(0, u64::MAX).map_err(|error| told(error, *lang))?;
                Ok(Box::new(Told(bytes, *lang)))
            }
        }
    }
}
