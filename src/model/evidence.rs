//! Files that show the problem, as they were found.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{CrashTime, CrashTold, EvidenceItem, Gpu, Sending};

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
    /// The user may not read it.
    Denied,
    /// Another program holds it.
    InUse,
    /// It has no content.
    Empty,
    /// It became shorter or was replaced while it was read.
    Changed,
    /// The reading was stopped before the part was found.
    Stopped,
    /// It is packed, and unpacks to more than any log does.
    UnpacksTooFar,
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
    /// It is to be redacted, and nobody can search it.
    NotRedactable,
}

/// What is in a file of an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MemberContent {
    /// Text of this encoding, a WHATWG label.
    Text(String),
    /// A picture that can be written anew.
    Picture,
    /// Something that nobody can search, or that cannot be read.
    #[default]
    Unknown,
}

/// A file in an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Its name, with its folders.
    pub name: String,
    /// What is in it.
    pub content: MemberContent,
}

/// How the files of an archive are packed, if each of them can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// A zip archive.
    Zip,
    /// A tar archive.
    Tar,
    /// A tar archive in gzip.
    TarGzip,
    /// One file in gzip.
    Gzip,
}

/// The part of a text file that is sent. Places in a packed file are places in what is packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FilePart {
    /// First byte.
    pub start_byte: u64,
    /// One past the last byte.
    pub end_byte: u64,
    /// Lines left out before it.
    pub lines_before: u64,
    /// Lines left out after it.
    pub lines_after: u64,
    /// Lines left out between its first and its last line.
    pub lines_between: u64,
    /// How many bytes lie in those.
    pub bytes_between: u64,
    /// Lines that are sent.
    pub lines: u64,
}

impl FilePart {
    /// How many bytes are sent.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.end_byte.saturating_sub(self.start_byte).saturating_sub(self.bytes_between)
    }

    /// How many lines are left out.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        self.lines_before + self.lines_between + self.lines_after
    }
}

/// A piece of a part that has gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilePiece {
    /// First byte.
    pub start_byte: u64,
    /// One past the last byte.
    pub end_byte: u64,
    /// Lines left out between the piece before it and this one.
    pub lines_before: u64,
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

/// What the header of a video tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VideoFacts {
    /// Its length in whole seconds.
    pub seconds: Option<u64>,
    /// Width of its pictures.
    pub width: Option<u32>,
    /// Height of its pictures.
    pub height: Option<u32>,
}

/// What another tool's report says of the computer, as far as it is held against what this one tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SystemTold {
    /// Every adapter.
    pub gpus: Vec<Gpu>,
    /// Installed memory.
    pub memory_bytes: Option<u64>,
    /// The operating system, as the report writes it.
    pub os: Option<String>,
}

/// Formats of pictures that can be read, painted over and written anew.
const PAINTABLE: [&str; 8] = ["png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff"];

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
    /// The pieces of the part, where it has gaps.
    #[serde(skip)]
    pub pieces: Arc<[FilePiece]>,
    /// Whether the text is packed with gzip; it is sent unpacked.
    #[serde(skip)]
    pub packed: bool,
    /// When a report says its crash happened.
    #[serde(skip)]
    pub crashed_at: Option<CrashTime>,
    /// Whether a crash report names the functions of its app; only for crash reports that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbolication: Option<Symbolication>,
    /// What a crash report says, for people.
    #[serde(skip)]
    pub crash: Option<CrashTold>,
    /// From when to when a log tells; absent where it writes no times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<LogTimes>,
    /// Whether a picture moves: only its first frame is sent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub animated: bool,
    /// How long and how large a video is, as far as its header tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<VideoFacts>,
    /// What another tool's report says of the computer.
    #[serde(skip)]
    pub system: Option<SystemTold>,
    /// The files in an archive, at most a few thousand.
    #[serde(skip)]
    pub members: Vec<Member>,
    /// How they are packed, if they can be redacted and packed anew.
    #[serde(skip)]
    pub packing: Option<Packing>,
    /// Why it cannot be sent, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<EvidenceProblem>,
}

impl Evidence {
    /// How many bytes of it are sent, before they are redacted and packed.
    #[must_use]
    pub fn sent_bytes(&self) -> u64 {
        self.part.map_or(self.size_bytes, |part| part.bytes())
    }

    /// Whether it is a picture that is painted over and written anew, whatever the user calls it. Only its format counts.
    #[must_use]
    pub fn is_paintable(&self) -> bool {
        let untold = self.format.is_empty() && self.recognised == EvidenceKind::Picture;
        !self.is_text && (untold || Self::paints(&self.format))
    }

    /// Whether pictures of this format can be written anew.
    #[must_use]
    pub fn paints(format: &str) -> bool {
        PAINTABLE.contains(&format)
    }

    /// How it is sent: what can be searched is; else as the user chose, an archive redacted unless the user wants it whole.
    #[must_use]
    pub fn sending(&self) -> Sending {
        let searched = self.is_text || self.is_paintable();
        let readable = self.members.iter().any(|member| member.content != MemberContent::Unknown);
        let usual = match self.packing {
            Some(_) if readable => Sending::Redacted,
            _ if searched => Sending::Redacted,
            _ => Sending::AsItIs,
        };
        match self.item.send {
            Some(Sending::AsItIs) if searched => usual,
            chosen => chosen.unwrap_or(usual),
        }
    }

    /// Whether the user chooses how it is sent: it cannot be searched as it lies there.
    #[must_use]
    pub fn has_choice(&self) -> bool {
        self.problem.as_ref().is_none_or(|problem| *problem == EvidenceProblem::NotRedactable)
            && !self.is_text
            && !self.is_paintable()
    }

    /// Whether it is an image of a program's memory, which holds whatever the program had in hand.
    #[must_use]
    pub fn contains_memory(&self) -> bool {
        matches!(self.format.as_str(), "minidump" | "coredump") && !self.is_text
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
