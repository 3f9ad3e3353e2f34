//! An archive on its way out: texts in it are redacted and pictures written anew, packed as zip; what nobody can search
//! stays behind, and so do comments, owners and links.
//!
//! Never here: a file unpacked under its own name, or more bytes than archives of logs have.

use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::read::MultiGzDecoder;
use tempfile::NamedTempFile;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

use super::engine::Engine;
use super::error::Error;
use super::picture;
use crate::model::{Evidence, MemberContent, Packing};
use crate::platform::{self, packed};

/// Logs are packed to a tenth or a thirtieth. What unpacks to more than this many times its size, and to more than
/// [`LEAST_BYTES`], is no archive of logs but a bomb.
const MOST_TIMES: u64 = 128;
/// What is unpacked in any case, in bytes.
const LEAST_BYTES: u64 = 64 << 20;
/// A picture in an archive is read up to this size.
const PICTURE_BYTES: u64 = 64 << 20;

/// An archive without private data, in a temporary file that goes away with it.
pub(super) struct Repacked {
    /// The new file, a zip archive.
    pub file: NamedTempFile,
    /// Its size.
    pub size_bytes: u64,
    /// Redacted names of what nobody could search.
    pub left_out: Vec<String>,
}

/// Calls `each` with the name and the content of every text in the archive.
pub(super) fn texts(
    evidence: &Evidence,
    each: &mut dyn FnMut(&str, &mut dyn Read) -> io::Result<()>,
) -> Result<(), Error> {
    let contents = contents(evidence);
    walk(evidence, &mut |file| match (contents.get(file.name.as_str()), file.content) {
        (Some(MemberContent::Text(encoding)), Some(content)) => each(&file.name, &mut decoded(content, encoding)),
        _ => Ok(()),
    })
}

/// Writes the archive anew; the engine has learnt from its texts before.
pub(super) fn pack(evidence: &Evidence, engine: &Engine) -> Result<Repacked, Error> {
    let contents = contents(evidence);
    let temporary = |source| Error::Temporary { path: std::env::temp_dir(), source };
    let mut file = platform::temporary(&std::env::temp_dir()).map_err(temporary)?;
    let mut names = Names { engine, taken: BTreeSet::new() };
    let mut left_out = Vec::new();
    let mut zip = ZipWriter::new(BufWriter::new(file.as_file()));
    walk(evidence, &mut |member| {
        let options = SimpleFileOptions::default().last_modified_time(member.time).unix_permissions(0o644);
        let kept = match (contents.get(member.name.as_str()), member.content) {
            (Some(MemberContent::Text(encoding)), Some(content)) => {
                zip.start_file(names.of(&member.name), options)?;
                let copied = io::copy(&mut engine.reader(decoded(content, encoding)), &mut zip);
                if copied.is_err() {
                    zip.abort_file()?;
                }
                too_far(copied)?
            }
            (Some(MemberContent::Picture), Some(content)) => {
                let mut bytes = Vec::new();
                let read = too_far(content.take(PICTURE_BYTES).read_to_end(&mut bytes).map(|read| read as u64))?;
                let painted = if read { picture::paint_bytes(bytes, &evidence.source).ok() } else { None };
                if let Some(painted) = &painted {
                    zip.start_file(names.of(&picture::named_as(&member.name, painted.format)), options)?;
                    io::copy(&mut painted.file.reopen()?, &mut zip)?;
                }
                painted.is_some()
            }
            _ => false,
        };
        if !kept {
            left_out.push(engine.redact_text(&member.name));
        }
        Ok(())
    })?;
    zip.finish().map_err(io::Error::from).and_then(|mut out| io::Write::flush(&mut out)).map_err(temporary)?;
    let size_bytes = file.seek(SeekFrom::End(0)).map_err(temporary)?;
    Ok(Repacked { file, size_bytes, left_out })
}

/// Whether a file was read to its end. One that is broken is left out; an archive that has no end is an error.
fn too_far(read: io::Result<u64>) -> io::Result<bool> {
    match read {
        Err(error) if matches!(error.kind(), io::ErrorKind::FileTooLarge | io::ErrorKind::StorageFull) => Err(error),
        read => Ok(read.is_ok()),
    }
}

fn contents(evidence: &Evidence) -> HashMap<&str, &MemberContent> {
    evidence.members.iter().map(|member| (member.name.as_str(), &member.content)).collect()
}

fn decoded<'a>(bytes: impl Read + 'a, encoding: &str) -> Box<dyn Read + 'a> {
    match Encoding::for_label(encoding.as_bytes()) {
        Some(encoding) if encoding != UTF_8 => {
            Box::new(DecodeReaderBytesBuilder::new().encoding(Some(encoding)).strip_bom(true).build(bytes))
        }
        _ => Box::new(bytes),
    }
}

/// One file of an archive; without content where it cannot be read.
struct Packed<'a> {
    name: String,
    time: DateTime,
    content: Option<&'a mut dyn Read>,
}

type Visit<'a> = &'a mut dyn FnMut(Packed<'_>) -> io::Result<()>;

fn walk(evidence: &Evidence, visit: Visit<'_>) -> Result<(), Error> {
    let path = evidence.source.as_path();
    let walked = File::open(path).and_then(|file| {
        let mut left = file.metadata()?.len().saturating_mul(MOST_TIMES).max(LEAST_BYTES);
        let file = BufReader::new(file);
        match evidence.packing {
            Some(Packing::Zip) => zip_files(file, &mut left, visit),
            Some(Packing::Tar) => tar_files(file, &mut left, visit),
            Some(Packing::TarGzip) => tar_files(MultiGzDecoder::new(file), &mut left, visit),
            Some(Packing::Gzip) | None => Ok(()),
        }
    });
    walked.map_err(|source| match path.to_owned() {
        path if packed::is_bomb(&source) => Error::Bomb { path },
        path => Error::Read { path, source },
    })
}

fn zip_files(file: BufReader<File>, left: &mut u64, visit: Visit<'_>) -> io::Result<()> {
    let mut archive = ZipArchive::new(file)?;
    for index in 0..archive.len() {
        let Some(Ok(name)) = archive.name_for_index(index).map(|name| name.map(std::borrow::Cow::into_owned)) else {
            continue;
        };
        if name.ends_with('/') {
            continue;
        }
        match archive.by_index(index) {
            Ok(mut file) if !file.is_symlink() => {
                let time = file.last_modified().unwrap_or_default();
                let content: &mut dyn Read = &mut Limited { source: &mut file, left };
                visit(Packed { name, time, content: Some(content) })?;
            }
            _ => visit(Packed { name, time: DateTime::default(), content: None })?,
        }
    }
    Ok(())
}

fn tar_files(source: impl Read, left: &mut u64, visit: Visit<'_>) -> io::Result<()> {
    let mut whole = tar::Archive::new(Limited { source, left });
    for entry in whole.entries()? {
        let mut entry = entry?;
        if entry.header().entry_type().is_file() {
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            visit(Packed { name, time: DateTime::default(), content: Some(&mut entry) })?;
        }
    }
    Ok(())
}

struct Limited<'a, R> {
    source: R,
    left: &'a mut u64,
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let room = usize::try_from(*self.left).unwrap_or(block.len()).min(block.len());
        if room == 0 && !block.is_empty() {
            return Err(packed::bomb());
        }
        let length = self.source.read(&mut block[..room])?;
        *self.left -= length as u64;
        Ok(length)
    }
}

/// Names of the new archive: redacted, inside of its folder on every system, each only once.
struct Names<'a> {
    engine: &'a Engine,
    taken: BTreeSet<String>,
}

impl Names<'_> {
    fn of(&mut self, name: &str) -> String {
        let plain: String = self.engine.redact_text(name).chars().filter_map(plain).collect();
        let parts: Vec<&str> = plain.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | "..")).collect();
        let whole = if parts.is_empty() { "file".to_owned() } else { parts.join("/") };
        let path = Path::new(&whole);
        let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
        let stem = &whole[..whole.len() - ending.len()];
        let mut name = whole.clone();
        let mut number = 1;
        while !self.taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{stem}-{number}{ending}");
        }
        name
    }
}

/// A character as names of files have it on every system.
fn plain(c: char) -> Option<char> {
    match c {
        '<' => Some('('),
        '>' => Some(')'),
        ':' | '*' | '?' | '"' | '|' => Some('_'),
        c if c.is_control() => None,
        c => Some(c),
    }
}
