//! One attached file on its way out: text is redacted while it is read, pictures are painted, the rest goes as it is.
//!
//! Never here: the name under which the file lies on this computer, in anything that others can ask for.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::decoded;
use super::engine::Engine;
use super::picture::Painted;
use super::policy::Counts;
use super::reader::Redacting;
use crate::model::{FilePart, Lang};
use crate::text;

/// Where a text file lies, and which part of it is sent in what encoding.
#[derive(Clone, Debug)]
pub(super) struct TextSource {
    /// The file.
    pub path: PathBuf,
    /// WHATWG label; empty means UTF-8.
    pub encoding: String,
    /// The part that is sent.
    pub part: Option<FilePart>,
    /// Its size when it was first read: what is added later is not sent.
    pub size_bytes: u64,
}

impl TextSource {
    /// How many bytes are read.
    pub fn length(&self) -> u64 {
        self.part.map_or(self.size_bytes, |part| part.end_byte.min(self.size_bytes).saturating_sub(part.start_byte))
    }

    /// A reader over the part, as UTF-8. What is UTF-8 already is not touched.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        let mut file = open(&self.path)?;
        file.seek(SeekFrom::Start(self.part.map_or(0, |part| part.start_byte)))?;
        let bytes = file.take(self.length());
        Ok(decoded(bytes, &self.encoding))
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

fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
}

/// What a file is sent as.
pub(super) enum Content {
    /// Text, redacted while it is read.
    Text(TextSource, Lang),
    /// A picture, painted and written anew.
    Picture(Painted),
    /// Something that cannot be searched, and its size.
    AsItIs(PathBuf, u64),
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

    /// Whether it could be searched for private data (text and pictures; not videos, dumps, archives).
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
            Content::AsItIs(_, size_bytes) => *size_bytes,
        }
    }

    /// A new reader over its redacted content. Streams: memory does not grow with the file.
    ///
    /// # Errors
    /// The file is gone or cannot be read any more.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        match &self.content {
            Content::Text(source, lang) => {
                let (before, after) = source.notes(*lang);
                let redacted = Redacting::new(self.engine.as_ref(), source.open()?);
                Ok(Box::new(Cursor::new(before).chain(redacted).chain(Cursor::new(after))))
            }
            Content::Picture(painted) => Ok(Box::new(painted.file.reopen()?)),
            Content::AsItIs(path, size_bytes) => Ok(Box::new(open(path)?.take(*size_bytes))),
        }
    }
}
