//! The jobs of the window: at most one of each kind, and their answers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context};

use super::logs::LogAnswer;
use super::pages::Edits;
use super::turn::Arrived;
use crate::bundle::{self, PlannedEntry};
use crate::collect::log::LogFile;
use crate::collect::places::Found;
use crate::collect::project::{Packed, Survey};
use crate::collect::{Capture, Library, Window};
use crate::deliver;
use crate::job::{Crashed, Job, Monitor, Progress};
use crate::model::{Area, Draft, Evidence, EvidenceItem, Facts, Incident, KnownTerms, PrivateMap, Report};
use crate::pipeline;
use crate::redact::{Places, Policy, Redacted, Size};
use crate::store::issue_form::Notice;
use crate::store::{self, Entry, Id, Profiles, ProfilesMark};

/// What a job is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Keeps the draft.
    Save,
    /// Looks at the attached files.
    Look,
    /// Asks this computer.
    Facts,
    /// Holds the checklist against the draft.
    Check,
    /// Redacts for the preview.
    Preview,
    /// Looks where private values stand.
    Places,
    /// Copies files into the incident; several may run.
    Attach(u64),
    /// Keeps the open incident and reads the next one.
    Turn,
    /// Keeps what the placeholders of the open incident stand for.
    Map,
    /// Moves other incidents with a step back or forward of the open one.
    Others,
    /// Moves an incident away, or back; several may run.
    Move(u64),
    /// Hands something to another program; several may run.
    Outside(u64),
    /// Copies a destination to the user's own ones.
    OwnCopy,
    /// Lets go of something that has files; several may run.
    Discard(u64),
    /// Reads what Steam has installed.
    Library,
    /// Looks for logs.
    Logs,
    /// Looks through a project folder.
    Project,
    /// Takes a picture of the screen.
    Capture,
    /// Asks which windows there are.
    Windows,
    /// Waits for a file dialog.
    Choose,
    /// Reads an incident file or a bundle.
    OpenFile,
    /// Makes a destination of an issue form.
    ImportForm,
    /// Writes the bundle.
    Export,
    /// Makes several incidents of one.
    Split,
    /// Takes a parked incident back in.
    Join,
    /// Keeps the settings.
    Settings,
    /// Keeps what became of the open incident.
    Status,
    /// Reads the list of incidents.
    List,
    /// Looks how much was removed, or deletes it.
    Removed,
    /// Waits until the user's own destinations change.
    Watch,
    /// Notes that the window was drawn.
    Mark,
    /// Waits for the files of another window.
    Inbox,
    /// Decodes a picture for the screen, at most so many pixels wide.
    Picture(PathBuf, u32),
    /// Makes a small picture of what is sent.
    SentPicture(PathBuf),
    /// Decodes a part of a picture in its full size.
    PicturePart,
    /// Measures what a picture weighs in other sizes.
    Sizes,
    /// Reads lines of a log for the screen.
    Lines(PathBuf),
    /// Reads on in a log for its index.
    Index(PathBuf),
    /// Looks on for words in a log.
    Find(PathBuf),
    /// Waits until a log changes.
    Follow(PathBuf),
}

impl Kind {
    /// Whether the user sees its progress and can stop it.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        matches!(
            self,
            Self::Attach(_)
                | Self::Capture
                | Self::Export
                | Self::Facts
                | Self::Logs
                | Self::Project
                | Self::OpenFile
                | Self::Split
        )
    }

    /// Whether it waits for something outside, for as long as the window is open.
    fn is_waiting(&self) -> bool {
        matches!(self, Self::Watch | Self::Inbox | Self::Follow(_))
    }
}

/// What a file dialog was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To attach.
    Attach,
    /// A folder to look through.
    Project,
    /// To open.
    Open,
    /// To make a destination of.
    Form,
    /// To write the bundle to.
    Target,
    /// To propose for all bundles.
    Exports,
}

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

/// The running jobs.
#[derive(Default)]
pub struct Work {
    jobs: BTreeMap<Kind, Job<Answer>>,
    counted: u64,
}

impl Work {
    /// Starts `work` unless one of its kind is running; the window is woken by its answer.
    pub fn start(&mut self, ctx: &Context, kind: Kind, work: impl FnOnce(&Monitor) -> Answer + Send + 'static) {
        let ctx = ctx.clone();
        self.jobs.entry(kind).or_insert_with(|| Job::spawn(move || ctx.request_repaint(), work));
    }

    /// Starts to copy files; any number may be on their way.
    pub fn attach(&mut self, ctx: &Context, work: impl FnOnce(&Monitor) -> Answer + Send + 'static) {
        self.start_another(ctx, Kind::Attach, work);
    }

    /// Starts a job of which any number may run.
    pub fn start_another(
        &mut self,
        ctx: &Context,
        kind: fn(u64) -> Kind,
        work: impl FnOnce(&Monitor) -> Answer + Send + 'static,
    ) {
        self.counted += 1;
        self.start(ctx, kind(self.counted), work);
    }

    /// Lets go of something in a job: its temporary files are removed with it.
    pub fn discard(&mut self, ctx: &Context, thing: impl Send + 'static) {
        self.start_another(ctx, Kind::Discard, move |_| {
            drop(thing);
            Answer::Marked
        });
    }

    /// Stops and forgets the job of this kind.
    pub fn cancel(&mut self, kind: &Kind) {
        if let Some(job) = self.jobs.remove(kind) {
            job.monitor().stop();
        }
    }

    /// Whether something runs that belongs to the open incident and would be lost with it.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.jobs.keys().any(|kind| {
            matches!(kind, Kind::Attach(_) | Kind::Export | Kind::Split | Kind::Join | Kind::Others | Kind::Capture)
        })
    }

    /// Whether one of this kind is running.
    #[must_use]
    pub fn is_running(&self, kind: &Kind) -> bool {
        self.jobs.contains_key(kind)
    }

    /// Whether nothing is running but what waits.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.jobs.keys().all(Kind::is_waiting)
    }

    /// How far a job is that is not shown above the page.
    #[must_use]
    pub fn progress_of(&self, kind: &Kind) -> Option<Progress> {
        self.jobs.get(kind).map(|job| job.monitor().progress())
    }

    /// Asks the job of this kind to stop; its answer still comes.
    pub fn halt(&self, kind: &Kind) {
        if let Some(job) = self.jobs.get(kind) {
            job.monitor().stop();
        }
    }

    /// Stops waiting for changes of logs.
    pub fn unfollow(&mut self) {
        let followed: Vec<Kind> = self.jobs.keys().filter(|kind| matches!(kind, Kind::Follow(_))).cloned().collect();
        for kind in &followed {
            self.cancel(kind);
        }
    }

    /// How many pictures are being decoded.
    #[must_use]
    pub fn pictures(&self) -> usize {
        self.jobs
            .keys()
            .filter(|kind| matches!(kind, Kind::Picture(..) | Kind::PicturePart | Kind::SentPicture(_)))
            .count()
    }

    /// Takes the answers that are there.
    pub fn answers(&mut self) -> Vec<(Kind, Result<Answer, Crashed>)> {
        let ready: Vec<_> = self.jobs.iter().filter_map(|(kind, job)| Some((kind.clone(), job.poll()?))).collect();
        for (kind, _) in &ready {
            self.jobs.remove(kind);
        }
        ready
    }

    /// What is shown to the user: the progress of the long work.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.jobs.iter().find(|(kind, _)| kind.is_shown()).map(|(_, job)| job.monitor().progress())
    }

    /// Stops what the user sees.
    pub fn stop(&self) {
        self.jobs.iter().filter(|(kind, _)| kind.is_shown()).for_each(|(_, job)| job.monitor().stop());
    }

    /// Stops and forgets the jobs that speak of an incident which is no longer open.
    pub fn forget(&mut self) {
        self.jobs.retain(|kind, job| {
            let stays = matches!(
                kind,
                Kind::Facts
                    | Kind::Watch
                    | Kind::Inbox
                    | Kind::Settings
                    | Kind::List
                    | Kind::OpenFile
                    | Kind::ImportForm
                    | Kind::OwnCopy
                    | Kind::Move(_)
                    | Kind::Outside(_)
                    | Kind::Discard(_)
            );
            if !stays {
                job.monitor().stop();
            }
            stays
        });
    }

    /// Waits for what must not be cut off.
    pub fn finish(&mut self) {
        self.unfollow();
        for kind in [Kind::Save, Kind::Status, Kind::Map, Kind::Settings] {
            if let Some(job) = self.jobs.remove(&kind) {
                job.wait().ok();
            }
        }
    }
}

impl Drop for Work {
    /// What waits must not outlive its window.
    fn drop(&mut self) {
        self.cancel(&Kind::Watch);
        self.unfollow();
        self.cancel(&Kind::Inbox);
    }
}
