//! What a file is, and what it says: by content, not by name.
//!
//! Never here: a whole file in memory, an error that stops the other files. Each format has a file of its own.

mod android;
mod apple;
mod apple_json;
mod apple_text;
mod apport;
pub(super) mod archive;
mod coredump;
mod dates;
mod dxdiag;
pub(super) mod encoding;
mod engine_log;
mod families;
mod fetch;
mod fetch_json;
mod frames;
mod happened;
mod inxi;
mod java;
mod json;
mod levels;
pub(super) mod log;
mod minidump;
mod msinfo;
mod nvidia;
mod pairs;
mod pasted;
pub(super) mod picture;
mod profiler;
pub(super) mod records;
mod report;
pub(super) mod sniff;
mod stackwalk;
mod stamp;
mod steam;
mod symbol;
mod systeminfo;
#[cfg(test)]
mod tests;
pub(super) mod timestamp;
mod traceback;
mod unity;
mod unreal;
pub(super) mod video;
mod wer;
mod xml;
pub(super) mod zone;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::unread::problem;
use crate::model::{EvidenceKind, EvidenceProblem, VideoFacts};
use crate::platform::packed;

pub use log::LogSummary;
pub use picture::PictureSize;
pub use report::{CrashReport, SystemReport};
pub use timestamp::Stamp;

/// The most of a report that is read, in bytes.
const REPORT_BYTES: u64 = 32 << 20;

/// What a file is, in the shape of `inspect --json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inspection {
    /// The file, as it was named.
    pub path: PathBuf,
    /// What it is.
    pub kind: EvidenceKind,
    /// Its format, `png`, `ips`, `dxdiag`, …; empty when nothing is known.
    pub format: String,
    /// Its size.
    pub size_bytes: u64,
    /// Why it could not be read, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<EvidenceProblem>,
    /// What it says.
    #[serde(flatten)]
    pub details: Details,
}

/// What a file says, by its kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Details {
    /// A report of a crash.
    Crash(Box<CrashReport>),
    /// Another tool's report about the computer.
    System(Box<SystemReport>),
    /// A log.
    Log(LogSummary),
    /// A picture.
    Picture(PictureSize),
    /// A video.
    Video(VideoFacts),
    /// Text of any other kind.
    Text {
        /// WHATWG label.
        encoding: String,
    },
    /// Nothing more is known.
    Nothing {},
}

/// The encoding of a text file, a WHATWG label, judged from its beginning; `utf-8` for what is no text.
///
/// # Errors
/// The system's answer where it cannot be read.
pub fn encoding(path: &Path) -> io::Result<String> {
    const HEAD_BYTES: u64 = 64 << 10;
    let mut head = Vec::new();
    File::open(path)?.take(HEAD_BYTES).read_to_end(&mut head)?;
    Ok(encoding::detect(&[head]).unwrap_or("utf-8").to_owned())
}

/// Looks into one file. What cannot be read is `unknown`, with the problem.
#[must_use]
pub fn inspect(path: &Path) -> Inspection {
    let mut inspection = Inspection {
        path: path.to_owned(),
        kind: EvidenceKind::Unknown,
        format: String::new(),
        size_bytes: 0,
        problem: None,
        details: Details::Nothing {},
    };
    if let Err(problem) = look(path, &mut inspection) {
        inspection.problem = Some(problem);
    }
    inspection
}

fn look(path: &Path, inspection: &mut Inspection) -> Result<(), EvidenceProblem> {
    let found = std::fs::metadata(path).map_err(problem)?;
    if found.is_dir() {
        return Err(EvidenceProblem::Folder);
    }
    if !found.is_file() {
        return Err(EvidenceProblem::NotAFile);
    }
    inspection.size_bytes = found.len();
    if found.len() == 0 {
        return Err(EvidenceProblem::Empty);
    }
    let recognised = sniff::recognise(path, found.len()).map_err(problem)?;
    inspection.details = details(path, found.len(), &recognised).map_err(problem)?;
    inspection.kind = recognised.kind;
    inspection.format = recognised.format;
    Ok(())
}

/// What a crash report says; `None` for a format that is only recognised.
pub(super) fn crash(path: &Path, size: u64, recognised: &sniff::Recognised) -> io::Result<Option<CrashReport>> {
    let read: fn(&str) -> CrashReport = match recognised.format.as_str() {
        "minidump" => return minidump::read(path).map(Some),
        // A core file is no text.
        "coredump" if recognised.encoding.is_none() => return Ok(None),
        "anr" => android::anr,
        "apport" => apport::read,
        "coredump" => coredump::read,
        "dotnet" => traceback::dotnet,
        "ips" | "apple-crash" => apple::read,
        "java" => java::read,
        "minecraft" => java::minecraft,
        "python" => traceback::python,
        "stackwalk" => stackwalk::read,
        "tombstone" => android::tombstone,
        "unity" => unity::read,
        "unreal" => unreal::read,
        "wer" => wer::read,
        _ => return Ok(None),
    };
    let text = text(path, size, recognised)?;
    let mut report = read(&text);
    report.happened = happened::happened(&text);
    Ok(Some(report))
}

/// What a system report says.
fn system(path: &Path, size: u64, recognised: &sniff::Recognised) -> io::Result<SystemReport> {
    let read: fn(&str) -> SystemReport = match recognised.format.as_str() {
        "dxdiag" => dxdiag::read,
        "fastfetch" | "neofetch" => fetch::read,
        "inxi" => inxi::read,
        "msinfo" => msinfo::read,
        "nvidia-bug-report" => nvidia::read,
        "steam" => steam::read,
        "system-profiler" => profiler::read,
        "systeminfo" => systeminfo::read,
        _ => return Ok(SystemReport::default()),
    };
    Ok(read(&text(path, size, recognised)?))
}

/// The report as text, at most [`REPORT_BYTES`] of it.
fn text(path: &Path, size: u64, recognised: &sniff::Recognised) -> io::Result<String> {
    let mut bytes = Vec::new();
    if recognised.packed {
        packed::open(path)?.take(REPORT_BYTES).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(size.min(REPORT_BYTES)).read_to_end(&mut bytes)?;
    }
    let text = encoding::decode(&bytes, encoding::settled(&bytes, recognised.encoding.unwrap_or_default()));
    Ok(pasted::bare(&text).into_owned())
}

fn details(path: &Path, size: u64, recognised: &sniff::Recognised) -> io::Result<Details> {
    let encoding = recognised.encoding.unwrap_or_default();
    Ok(match recognised.kind {
        EvidenceKind::CrashReport => Details::Crash(Box::new(crash(path, size, recognised)?.unwrap_or_default())),
        EvidenceKind::SystemReport => Details::System(Box::new(system(path, size, recognised)?)),
        EvidenceKind::Log => Details::Log(log::read(path, size, recognised)?),
        EvidenceKind::Picture => Details::Picture(picture::size(path)?),
        EvidenceKind::Video => Details::Video(video::facts(path)?),
        _ if recognised.encoding.is_some() => Details::Text { encoding: encoding.to_owned() },
        _ => Details::Nothing {},
    })
}
