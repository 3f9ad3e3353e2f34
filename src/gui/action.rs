//! Everything the user can do, besides typing into a field. Menus, shortcuts, dropped files and tests send the same actions.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::ColorImage;

use crate::collect::{Aim, Capture};
use crate::model::{Area, EvidenceItem, FactKey, HelpOutcome, Lang, PrivateClass};
use crate::store::{Id, ThemeChoice};

/// The sections of an incident, in the order of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Who will read it, and what their form asks.
    Destination,
    /// What happens.
    #[default]
    Problem,
    /// How to see it too.
    Steps,
    /// This computer.
    System,
    /// Pictures.
    Screenshots,
    /// Everything else that is attached.
    Logs,
    /// What they will see.
    Review,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 7] =
        [Self::Destination, Self::Problem, Self::Steps, Self::System, Self::Screenshots, Self::Logs, Self::Review];

    /// The section in which a field of the checklist is found.
    #[must_use]
    pub fn of_field(field: &str) -> Self {
        match field.split(['.', '[']).next().unwrap_or_default() {
            "destination" | "fields" | "contact" | "self-help" | "self_help" => Self::Destination,
            "steps" | "expected" | "actual" => Self::Steps,
            "system" => Self::System,
            "screenshots" => Self::Screenshots,
            "evidence" => Self::Logs,
            "review" => Self::Review,
            _ => Self::Problem,
        }
    }
}

/// A way out for a finished incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A zip on disk.
    Zip,
    /// An email draft with the zip attached.
    Email,
}

/// What of the private values is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Hide this word.
    Hide(String),
    /// Hide a value again that was left visible.
    HideAgain(String),
    /// Leave this value visible.
    Keep(String),
    /// Hide all values of this class.
    HideClass(PrivateClass),
    /// Leave all values of this class visible.
    KeepClass(PrivateClass),
}

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Action {
    /// Begin an incident for the destination of this id.
    New(String),
    /// Change the destination of the open incident.
    Retarget(String),
    /// Open a kept incident.
    Open(Id),
    /// Open an incident file or a bundle from disk.
    OpenFile(PathBuf),
    /// Close the incident and show the start page.
    Home,
    /// Show a section.
    Go(Section),
    /// Show the section of a field and put the cursor there.
    Jump(String),
    /// Remove an incident from the list.
    Remove(Id),
    /// Put a removed incident back.
    PutBack(Id),
    /// Attach files.
    Attach(Vec<PathBuf>),
    /// Attach a picture from the clipboard.
    Paste(Arc<ColorImage>),
    /// Ask for files to attach.
    Choose,
    /// Ask for an incident file or a bundle to open.
    ChooseFile,
    /// Ask for a project's issue form.
    ChooseForm,
    /// Make a destination of a project's issue form, and begin an incident for it.
    ImportForm(PathBuf),
    /// Take a picture of this after so many seconds.
    Capture(Aim, u32),
    /// Ask which window is to be captured.
    ListWindows,
    /// Keep this part of a captured screen.
    KeepRegion(Arc<Capture>, Area),
    /// Take a file out of the incident.
    Detach(usize),
    /// Send another part of a log.
    Cut(usize, Box<EvidenceItem>),
    /// Make steps of the numbered markers on the pictures.
    StepsOfMarkers,
    /// Read the computer's facts again.
    Collect,
    /// Send a fact, or keep it back.
    ToggleFact(FactKey),
    /// Make two incidents of one.
    Split,
    /// Take a parked incident back into the open one.
    Join(Id),
    /// Note what came of a self-help step; none: it was not tried.
    Tried(String, Option<HelpOutcome>),
    /// Go on although a check says no.
    Override(String, String),
    /// Take such a decision back.
    Reconsider(String),
    /// Hide private values, or leave them visible.
    Privacy(Privacy),
    /// Open an incident where it says what its placeholders stand for.
    ShowHidden(Id),
    /// Write the bundle.
    Export(Way),
    /// Ask where the bundle goes.
    ChooseTarget,
    /// Copy text to the clipboard.
    Copy(String),
    /// Open a page in the browser.
    Browse(String),
    /// Open an email draft in the mail program.
    OpenDraft(PathBuf),
    /// Show a file in its folder.
    Reveal(PathBuf),
    /// Copy this destination to the user's own ones and open it in an editor.
    EditDestination(String),
    /// Open a file of the user's own in an editor.
    EditFile(PathBuf),
    /// Note that it was sent, or that it was not.
    Sent(bool),
    /// Open an incident where it asks how it stands.
    AskAgain(Id),
    /// Note the number that the desk gave.
    Ticket(String),
    /// Note whether the desk has answered.
    Answered(bool),
    /// Show what the keyboard does.
    Help,
    /// One step back.
    Undo,
    /// Take this step of this incident back, if it is the last one.
    UndoStep(Id, u64),
    /// One step forward again.
    Redo,
    /// Stop what is running.
    Stop,
    /// Speak this language.
    Speak(Lang),
    /// Look like this.
    Look(ThemeChoice),
}
