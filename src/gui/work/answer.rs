//! What the jobs of the window answer.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::ColorImage;

use super::kind::Purpose;
use crate::bundle::{self, PlannedEntry};
use crate::collect::log::LogFile;
use crate::collect::places::Found;
use crate::collect::project::{Packed, Survey};
use crate::collect::{Capture, Library, Window};
use crate::deliver;
use crate::gui::logs::LogAnswer;
use crate::gui::pages::Edits;
use crate::gui::turn::Arrived;
use crate::model::{Area, Draft, Evidence, EvidenceItem, Facts, Incident, KnownTerms, PrivateMap, Report};
use crate::pipeline;
use crate::redact::{Places, Policy, Redacted, Size};
use crate::store::issue_form::Notice;
use crate::store::{self, Entry, Id, Profiles, ProfilesMark};

/// A redacted incident with the plan of its bundle.
pub struct Preview {
    /// What leaves.
    pub redacted: Arc<Redacted>,
    /// Its entries with their sizes.
    pub plan: Vec<PlannedEntry>,
    /// What it was made of, for showing where values stand.
    pub original: Arc<Incident>,
    /// What it was made by.
    pub policy: Policy,
    /// Where its attached files lie, in the order of its evidence.
    pub sources: Vec<PathBuf>,
}

/// What was written, and what comes next.
#[derive(Default)]
pub struct Exported {
    /// The files; none where the checklist said no.
    pub paths: Vec<PathBuf>,
    /// The destination's own way.
    pub next_steps: Vec<String>,
    /// What the bundle and those before it call the private values; it is kept already, …
    pub map: Option<PrivateMap>,
    /// … or not.
    pub not_kept: Option<store::Error>,
}

/// An issue form that became a destination.
pub struct Imported {
    /// The id of the destination.
    pub id: String,
    /// What is odd about the form.
    pub notices: Vec<Notice>,
    /// All destinations, …
    pub profiles: Profiles,
    /// … and what is wrong with the user's own.
    pub wrong: Vec<store::Error>,
}

/// Another incident that was moved, and why.
pub enum Moved {
    /// The user removed it.
    Away(Id),
    /// The user put it back.
    Back,
    /// A step that is to be taken back follows, or one forward: its number.
    With(Stride, u64),
    /// It was made for nothing, or taken away too early.
    Silently,
}

/// The direction of a step in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// Undo.
    Back,
    /// Redo.
    Forward,
}

/// What a job answered.
pub enum Answer {
    /// The draft of this revision is kept.
    Saved(u64, Result<(), store::Error>),
    /// The settings are kept, or what became of an incident.
    Kept(Result<(), store::Error>),
    /// Nothing to tell.
    Marked,
    /// The incidents, and the files that could not be read.
    Listed(Vec<Entry>, Vec<store::Error>),
    /// How many incidents were removed, and how large they are.
    Removed(Result<(usize, u64), store::Error>),
    /// Another window was opened with these files, or only called for.
    Handed(Vec<PathBuf>),
    /// The attached files as they are, for this list of them.
    Looked(Vec<EvidenceItem>, Result<Vec<Evidence>, pipeline::Error>),
    /// This computer's facts, and what it knows about its user; none when the user stopped it.
    Facts(Option<Box<(Facts, KnownTerms)>>),
    /// The checklist of the draft's revision, and of what else it follows.
    Checked(u64, u64, Box<Report>),
    /// The preview for the draft's revision.
    Previewed(u64, Box<Result<Preview, pipeline::Error>>),
    /// Where the values of the preview of this revision stand.
    Places(u64, Box<(Places, PrivateMap)>),
    /// Files that are now in the incident's folder, and what went wrong with others.
    Attached(Vec<PathBuf>, Vec<pipeline::Error>),
    /// The same, and a folder that was among them.
    AttachedWith(Vec<PathBuf>, Vec<pipeline::Error>, PathBuf),
    /// The incident of this revision is kept, and the next one read; none for the start page.
    Turned(u64, Box<Result<Option<Arrived>, store::Error>>),
    /// Other incidents were moved.
    Moved(Moved, Result<(), store::Error>),
    /// Another program took something, or did not.
    Outside(Result<(), deliver::Error>),
    /// A file is on the clipboard; false where the system takes none.
    FileCopied(PathBuf, bool),
    /// The user's own copy of a destination.
    OwnCopy(Result<PathBuf, store::Error>),
    /// What Steam has installed.
    Library(Box<Library>),
    /// The logs of an app; none when the user stopped it.
    Found(Option<Box<Found>>),
    /// What is in a project folder.
    Surveyed(Box<Result<Survey, pipeline::Error>>),
    /// A sample project, packed into the incident's folder.
    Packed(Box<Packed>),
    /// Pictures of the screens.
    Captured(Result<Vec<Capture>, pipeline::Error>),
    /// Pictures of the screens of which a part is chosen, each with what is shown of it.
    CapturedForRegion(Result<Vec<(Arc<Capture>, ColorImage)>, pipeline::Error>),
    /// The windows that can be captured.
    Windows(Result<Vec<Window>, pipeline::Error>),
    /// Chosen paths; none when the dialog was closed.
    Chosen(Purpose, Vec<PathBuf>),
    /// An incident file was read and kept under this name.
    Opened(Result<Id, pipeline::Error>),
    /// An issue form is a destination now.
    Imported(Box<Result<Imported, store::Error>>),
    /// The bundle was written to these paths, and the way from there.
    Exported(Box<Result<Exported, pipeline::Error>>),
    /// A picture for the screen: its size in the file, and a version scaled to the width that was asked for.
    Picture(PathBuf, u32, Option<([u32; 2], ColorImage)>),
    /// A small picture as it is sent with these edits.
    SentPicture(PathBuf, Box<Edits>, Option<ColorImage>),
    /// Something about a log.
    Log(LogFile, LogAnswer),
    /// What a picture weighs in the sizes that are offered, for this item.
    Sizes(Box<EvidenceItem>, Result<Vec<Size>, pipeline::Error>),
    /// A part of a picture in its full size; none where it could not be decoded.
    PicturePart(PathBuf, Area, Option<ColorImage>),
    /// The first part of an incident of this revision, and the incidents made of the others.
    Split(u64, Result<(Box<Draft>, Vec<Id>), pipeline::Error>),
    /// The open incident of this revision with a parked one taken in, and which that was.
    Joined(u64, Result<(Box<Draft>, Id), pipeline::Error>),
    /// The destinations as they are now, what is wrong with the user's own files, and what these look like.
    Destinations(Box<(Profiles, Vec<store::Error>, ProfilesMark)>),
    /// What a bundle was found to be, and the incident of this user that it was made of, with its title.
    Verified(Box<Result<bundle::Verification, pipeline::Error>>, Option<(Id, String)>),
}
