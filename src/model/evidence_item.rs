//! Files that show the problem, as the draft holds them.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{EvidenceKind, Mark};

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

/// How a file leaves that nobody can search as it lies there. Texts and pictures are always searched or painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sending {
    /// An archive: its texts are redacted, its pictures written anew, what nobody can search stays behind.
    Redacted,
    /// With everything that is in it.
    AsItIs,
    /// Not at all.
    LeftOut,
}

/// Which records of a log are sent, by how bad they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// Warnings and errors.
    Warn,
    /// Errors alone.
    Error,
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
    /// Only this many lines from the start of a log are sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head_lines: Option<usize>,
    /// First line of a log that is sent, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_line: Option<u64>,
    /// Last line of a log that is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_line: Option<u64>,
    /// Only records of a log that are at least this bad are sent, with their lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<LogLevel>,
    /// Corrects what was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EvidenceKind>,
    /// Parts of a picture that are painted over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hide: Vec<Area>,
    /// The part of a picture that is sent; absent: all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crop: Option<Area>,
    /// A picture is scaled down until its longer side has at most so many pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale_to: Option<u32>,
    /// A picture is sent as JPEG of this quality, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jpeg_quality: Option<u8>,
    /// What is drawn on a picture.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// How it is sent, if it cannot be searched as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send: Option<Sending>,
}

impl EvidenceItem {
    /// Whether only a part of the file is sent.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        let lines = self.head_lines.is_some() || self.tail_lines.is_some();
        lines || self.from_line.is_some() || self.to_line.is_some() || self.by_content()
    }

    /// Whether times or levels say which part.
    #[must_use]
    pub fn by_content(&self) -> bool {
        self.from.is_some() || self.to.is_some() || self.level.is_some()
    }

    /// The whole file is sent again.
    pub fn uncut(&mut self) {
        (self.from, self.to, self.level) = (None, None, None);
        (self.head_lines, self.tail_lines, self.from_line, self.to_line) = (None, None, None, None);
    }

    /// Whether a picture is changed before it leaves.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        !self.hide.is_empty()
            || !self.marks.is_empty()
            || self.crop.is_some()
            || self.scale_to.is_some()
            || self.jpeg_quality.is_some()
    }
}
