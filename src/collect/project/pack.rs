//! The zip of a sample project, with a list of what is in it.
//!
//! Never here: a file that was not ticked, one outside the folder, or half a zip under its final name.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{MOST_BYTES, ProjectFile, Survey};
use crate::collect::Error;
use crate::collect::copy::{keep, safe_name};
use crate::job::{Monitor, Stage};
use crate::platform::temporary;

/// The name of the list in the zip.
const LIST: &str = "CONTENTS.txt";
const BLOCK_BYTES: usize = 256 << 10;

/// A finished zip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// The zip.
    pub path: PathBuf,
    /// Files that had changed since they were looked at; they went as they are now.
    pub changed: Vec<PathBuf>,
    /// Files that were gone, or could not be read; they did not go.
    pub missing: Vec<PathBuf>,
}

/// Packs the files of `survey` for which `wanted` is true into a zip in `folder`.
///
/// # Errors
/// [`Error::ProjectTooLarge`], [`Error::Write`], [`Error::Stopped`]; nothing is left then.
pub fn pack(
    survey: &Survey,
    wanted: impl Fn(&ProjectFile) -> bool,
    folder: &Path,
    monitor: &Monitor,
) -> Result<Packed, Error> {
    let files: Vec<&ProjectFile> = survey.files.iter().filter(|file| wanted(file)).collect();
    let total = files.iter().map(|file| file.size_bytes).sum();
    if total > MOST_BYTES {
        return Err(Error::ProjectTooLarge { path: survey.root.clone(), files: files.len() });
    }
    let name = survey.name();
    let unwritten = |source| Error::Write { path: folder.to_owned(), source };
    fs::create_dir_all(folder).map_err(unwritten)?;
    monitor.stage(Stage::Packing(name.clone()), total)?;
    let target = temporary(folder).map_err(unwritten)?;
    let mut zip = ZipWriter::new(target);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut packed = Packed::default();
    let mut list = String::new();
    let mut room = MOST_BYTES;
    for file in files {
        monitor.go_on()?;
        let source = survey.root.join(&file.path);
        let Some((mut open, size)) = open(&source, &survey.root) else {
            packed.missing.push(file.path.clone());
            continue;
        };
        let entry = entry_name(&name, &file.path);
        zip.start_file(entry.as_str(), options).map_err(|error| unwritten(error.into()))?;
        let (written, hash) = copy(&mut open, &mut zip, room, monitor).map_err(|failure| match failure {
            Failure::Stopped(stopped) => stopped.into(),
            Failure::Io(error) => unwritten(error),
        })?;
        room = room.saturating_sub(written);
        if size != file.size_bytes || written != size {
            packed.changed.push(file.path.clone());
        }
        list.push_str(&format!("{hash}  {written:>12}  {entry}\n"));
    }
    let listed = zip.start_file(format!("{name}/{LIST}"), options);
    listed.map_err(|error| unwritten(error.into()))?;
    zip.write_all(heading(survey, &packed).as_bytes()).map_err(unwritten)?;
    zip.write_all(list.as_bytes()).map_err(unwritten)?;
    let target = zip.finish().map_err(|error| unwritten(error.into()))?;
    target.as_file().sync_all().map_err(unwritten)?;
    packed.path = keep(target, folder, &format!("{}.zip", safe_name(&name))).map_err(unwritten)?;
    Ok(packed)
}

enum Failure {
    Io(io::Error),
    Stopped(crate::job::Stopped),
}

/// The file, if it still is one of this folder's: what was put in its place meanwhile does not go.
fn open(path: &Path, root: &Path) -> Option<(File, u64)> {
    // A folder on the way may have become a link.
    let real = fs::canonicalize(path).ok().filter(|real| real == path && real.starts_with(root))?;
    if !fs::symlink_metadata(&real).ok()?.is_file() {
        return None;
    }
    let file = File::open(&real).ok()?;
    let about = file.metadata().ok().filter(fs::Metadata::is_file)?;
    Some((file, about.len()))
}

/// Copies what is there, at most `room` bytes: a file that grows meanwhile ends somewhere.
fn copy(from: &mut File, to: &mut impl Write, room: u64, monitor: &Monitor) -> Result<(u64, String), Failure> {
    let mut from = from.take(room);
    let mut block = vec![0; BLOCK_BYTES];
    let (mut written, mut hash) = (0, Sha256::new());
    loop {
        let length = match from.read(&mut block) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Failure::Io(error)),
        };
        to.write_all(&block[..length]).map_err(Failure::Io)?;
        hash.update(&block[..length]);
        written += length as u64;
        monitor.advance(length as u64).map_err(Failure::Stopped)?;
    }
    let mut hex = String::new();
    for byte in hash.finalize() {
        hex.push_str(&format!("{byte:02x}"));
    }
    Ok((written, hex))
}

/// The path in the zip, with `/` on every system.
fn entry_name(project: &str, path: &Path) -> String {
    format!("{project}/{}", slashed(path))
}

/// A path below the project, with `/` on every system.
fn slashed(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy().replace('\\', "_")),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The start of the list, for machines and people of any language.
fn heading(survey: &Survey, packed: &Packed) -> String {
    let mut text = format!("project: {}\nkinds: {}\n", survey.name(), survey.kinds.join(", "));
    for left in &survey.left_out {
        text.push_str(&format!("left out: {} ({})\n", slashed(&left.path), left.kind));
    }
    for path in &packed.changed {
        text.push_str(&format!("changed meanwhile: {}\n", slashed(path)));
    }
    for path in &packed.missing {
        text.push_str(&format!("missing: {}\n", slashed(path)));
    }
    text.push_str("\nsha256, bytes, path:\n");
    text
}
