//! What the jobs of the window are for.

use std::path::PathBuf;

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
    pub(super) fn is_waiting(&self) -> bool {
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
