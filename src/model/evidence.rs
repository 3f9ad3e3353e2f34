//! Files that show the problem.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Gpu;

/// What a file is, judged by its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// A screenshot or photo.
    Picture,
    /// A screen recording.
    Video,
    /// Lines of text with a time or a level.
    Log,
    /// A report of a crash, of any system.
    CrashReport,
    /// Another tool's report about the computer.
    SystemReport,
    /// A packed file.
    Archive,
    /// Text or a document without log lines.
    Document,
    /// A bundle made by Casefile.
    Bundle,
    /// Nothing known.
    #[default]
    Unknown,
}

/// A rectangle in a picture, in pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// One attached file, as the draft holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceItem {
    /// Where the file is; relative to the incident file.
    pub path: PathBuf,
    /// What it shows, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// The step it belongs to, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<usize>,
    /// First moment of a log that is sent, as the log writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last moment of a log that is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Only this many lines from the end of a log are sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tail_lines: Option<usize>,
    /// Corrects what was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EvidenceKind>,
    /// Parts of a picture that are painted over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hide: Vec<Area>,
}

/// Why a file cannot be sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceProblem {
    /// Nothing is there any more.
    Missing,
    /// A folder stands where a file was named.
    Folder,
    /// A device, a pipe or a socket.
    NotAFile,
    /// The system refused to read it; its words.
    Unreadable(String),
    /// It has no content.
    Empty,
    /// A part between two times was asked for, and its lines carry none that can be compared with them.
    NoTimes,
    /// A time was given that cannot be read; the user's words.
    BadTime(String),
    /// A part of it was asked for, and it is no text.
    NotText,
    /// Parts of a picture are to be painted over, and its format cannot be painted.
    NotPaintable,
    /// A picture of more pixels than can be painted.
    TooManyPixels,
}

/// The part of a text file that is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FilePart {
    /// First byte.
    pub start_byte: u64,
    /// One past the last byte.
    pub end_byte: u64,
    /// Lines left out before it.
    pub lines_before: u64,
    /// Lines left out after it.
    pub lines_after: u64,
}

/// Whether the app's own frames in a crash report have names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Symbolication {
    /// All of them.
    Full,
    /// Some of them.
    Partial,
    /// None of them.
    None,
    /// There are no frames to judge, or it is no crash.
    #[default]
    Unknown,
}

impl Symbolication {
    /// The verdict over `frames`, of which `named` have a name.
    #[must_use]
    pub fn of(frames: usize, named: usize) -> Self {
        match named {
            _ if frames == 0 => Self::Unknown,
            0 => Self::None,
            _ if named < frames => Self::Partial,
            _ => Self::Full,
        }
    }
}

/// From when to when a log tells, wall time as `inspect --json` writes it: `2031-02-03T04:05:06`, without a year
/// `--02-03T04:05:06`, without a date `04:05:06`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogTimes {
    /// The first time in the part that is sent.
    pub first: String,
    /// The last one.
    pub last: String,
}

/// What another tool's report says of the computer, as far as it is held against what this one tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SystemTold {
    /// Every adapter.
    pub gpus: Vec<Gpu>,
    /// Installed memory.
    pub memory_bytes: Option<u64>,
}

/// Formats of pictures that can be read, painted over and written anew.
const PAINTABLE: [&str; 6] = ["png", "jpg", "jpeg", "webp", "gif", "bmp"];

/// One attached file, as it was found on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// What the draft says about it.
    #[serde(flatten)]
    pub item: EvidenceItem,
    /// Where it is read from; absolute. Never shown outside this computer.
    #[serde(skip)]
    pub source: PathBuf,
    /// Its file name.
    pub name: String,
    /// What it is: the user's correction, else the recognised kind.
    pub recognised: EvidenceKind,
    /// Its format, `png`, `ips`, `dxdiag`, … or empty.
    pub format: String,
    /// Its size on disk.
    pub size_bytes: u64,
    /// Whether it is text that can be searched for private data.
    pub is_text: bool,
    /// The encoding of a text, a WHATWG label such as `utf-8`, `utf-16le`, `windows-1251`; empty for anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub encoding: String,
    /// The part that is sent; absent: all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<FilePart>,
    /// Whether a crash report names the functions of its app; only for crash reports that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbolication: Option<Symbolication>,
    /// From when to when a log tells; absent where it writes no times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<LogTimes>,
    /// What another tool's report says of the computer.
    #[serde(skip)]
    pub system: Option<SystemTold>,
    /// Names of the files in an archive, with their folders, at most a few thousand.
    #[serde(skip)]
    pub members: Vec<String>,
    /// Why it cannot be sent, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<EvidenceProblem>,
}

impl Evidence {
    /// Whether it is a picture that is painted over and written anew, whatever the user calls it. Only its format counts.
    #[must_use]
    pub fn is_paintable(&self) -> bool {
        let untold = self.format.is_empty() && self.recognised == EvidenceKind::Picture;
        !self.is_text && (untold || PAINTABLE.contains(&self.format.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_says_what_can_be_painted() {
        let file = |recognised, format: &str| Evidence { recognised, format: format.into(), ..Evidence::default() };
        assert!(file(EvidenceKind::Picture, "png").is_paintable());
        assert!(file(EvidenceKind::Document, "jpg").is_paintable(), "calling it something else does not spare it");
        assert!(!file(EvidenceKind::Picture, "heic").is_paintable());
        assert!(!file(EvidenceKind::Archive, "zip").is_paintable());
    }
}
