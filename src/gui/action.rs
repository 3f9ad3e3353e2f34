//! Everything the user can do, besides typing into a field. Menus, shortcuts, dropped files and tests send the same actions.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::ColorImage;

use crate::collect::places::Wanted;
use crate::collect::project::Survey;
use crate::collect::{Aim, Capture};
use crate::model::{Area, EvidenceItem, FactKey, HelpOutcome, Lang, PrivateClass};
use crate::store::{Id, Scale, ThemeChoice};

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

/// A page that belongs to no incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What the user can choose for the program itself.
    Settings,
    /// What this is, and whose work is in it.
    About,
}

/// A change of the settings.
#[derive(Clone, Debug)]
pub enum Setting {
    /// The system's language.
    SystemLanguage,
    /// This size.
    Scale(Scale),
    /// One size up.
    Larger,
    /// One size down.
    Smaller,
    /// Things stand still, or move.
    ReducedMotion(bool),
    /// Bundles are proposed to go here; none: to the documents.
    Exports(Option<PathBuf>),
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
    /// Files that the system or another window handed over.
    TakeIn(Vec<PathBuf>),
    /// Close the incident and show the start page.
    Home,
    /// Show a section.
    Go(Section),
    /// Show the section of a field and put the cursor there.
    Jump(String),
    /// Show what a row of the checklist speaks of, by its check.
    ShowPoint(String),
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
    /// Ask for a project folder.
    ChooseProject,
    /// Look through a project folder.
    SurveyProject(PathBuf),
    /// Pack these files of a project into the incident.
    PackProject(Box<Survey>, BTreeSet<PathBuf>),
    /// Read what Steam has installed.
    ReadLibrary,
    /// Look for the logs of an app or a game.
    FindLogs(Wanted),
    /// Add what was found and ticked.
    AddFound,
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
    /// Copy a file to the clipboard, to be pasted into a letter or a folder.
    CopyFile(PathBuf),
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
    /// Change a setting.
    Set(Setting),
    /// Show a page that belongs to no incident.
    Show(Screen),
    /// Leave that page.
    Back,
    /// Find words in the incident.
    Find,
    /// Show the next place that was found, or the one before.
    FindNext(bool),
    /// Show the next open point of the checklist, or the one before.
    NextPoint(bool),
    /// Choose among the incidents.
    Switch,
    /// Ask for the folder of bundles.
    ChooseExports,
    /// Delete for good what was removed.
    EmptyRemoved,
    /// The sentence about how the last window ended was read.
    ForgetLastEnd,
}
