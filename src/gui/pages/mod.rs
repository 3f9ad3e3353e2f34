//! The pages: one file each, functions of the state.

mod about;
mod after;
mod again;
mod before;
mod capturing;
mod desk;
mod destination;
pub mod destinations;
mod editor;
mod find_logs;
mod help;
mod logs;
mod marks;
mod names;
mod overriding;
mod picture_size;
mod pictures;
mod privacy;
mod problem;
mod project;
mod review;
mod screenshots;
mod sending;
mod sent;
mod settings;
pub mod start;
mod steps;
mod system;

use std::collections::BTreeMap;
use std::ops::Range;

use eframe::egui::style::ScrollAnimation;
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Align, Response, Ui};

use super::action::{Screen, Section};
use super::find::Find;
use super::logs::LogPage;
use super::state::{Open, State};
use super::widgets::gap;
use crate::model::EvidenceItem;
use crate::redact::Size;
use crate::text::Problem;

pub use after::MADE;
pub use again::{Again, again, day};
pub use capturing::{Capturing, Region, show as capturing};
pub use destinations::Shelf;
pub use editor::Editor;
pub use find_logs::LogSearch;
pub use help::show as help;
pub use overriding::{Overriding, show as overriding};
pub use pictures::Pictures;
pub use project::Project;
pub use sent::{Edits, SentPictures};

/// What pages keep for themselves.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one thing is open, none depends on another")]
pub struct Local {
    /// The field that gets the cursor, by its name in the checklist.
    pub focus: Option<String>,
    /// The characters that are selected in it then.
    pub select: Option<Range<usize>>,
    /// The point of the checklist that was shown last, by its check.
    pub point: Option<String>,
    /// What is looked for in the incident.
    pub find: Option<Find>,
    /// What the destinations are narrowed down to.
    pub search: String,
    /// Which of them are shown.
    pub shelf: Shelf,
    /// Whether another destination is being chosen for the open incident.
    pub choosing: bool,
    /// Whether everything about the desk is shown.
    pub more: bool,
    /// Whether what does not belong to the desk is shown.
    pub elsewhere: bool,
    /// Whether the sources are shown.
    pub sources: bool,
    /// Whether the way to load an issue form is shown.
    pub form: bool,
    /// Whether the facts that are not asked for are listed.
    pub more_facts: bool,
    /// The repository of the issue form that is imported next, as typed.
    pub repository: String,
    /// Pictures that are ready to be drawn.
    pub pictures: Pictures,
    /// Small pictures of what is sent.
    pub sent: SentPictures,
    /// The picture that is shown large: an index into the evidence.
    pub picture: usize,
    /// How it is worked on.
    pub editor: Editor,
    /// What one picture weighs in other sizes: its item then, and what was found.
    pub sizes: Option<(EvidenceItem, Result<Vec<Size>, Problem>)>,
    /// Whether these sizes are shown.
    pub sizes_shown: bool,
    /// What a capture asks.
    pub capturing: Capturing,
    /// The file whose lines are shown: an index into the evidence.
    pub file: usize,
    /// The log that is shown.
    pub log: LogPage,
    /// Looking for logs.
    pub log_search: LogSearch,
    /// A project folder on its way.
    pub project: Project,
    /// A path that is typed in.
    pub path: String,
    /// A decision that is being explained.
    pub overriding: Option<Overriding>,
    /// The check of which it is shown why it is asked for.
    pub why: Option<String>,
    /// Whether the readiness drawer is open in a narrow window.
    pub drawer: bool,
    /// Texts that were copied into their form, by the field's id.
    pub copied: BTreeMap<String, String>,
    /// Whether the hidden values are listed.
    pub hidden_shown: bool,
    /// Where the hidden values stand, and what is chosen among them.
    pub privacy: privacy::Shelf,
    /// Whether the help is open.
    pub help: bool,
    /// Whether an incident is being chosen, …
    pub switching: bool,
    /// … whether its search has had the cursor, …
    pub switch_focused: bool,
    /// … and what it is searched by.
    pub switch_search: String,
    /// How many incidents were removed, and their bytes.
    pub removed: Option<(usize, u64)>,
    /// What is shown of the page about the program.
    pub about: about::Shown,
}

impl Local {
    /// Forgets what belongs to an incident.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Shows another desk: its essentials.
    pub fn show_desk(&mut self) {
        (self.choosing, self.more, self.elsewhere, self.sources) = (false, false, false, false);
        self.search.clear();
    }

    /// Shows a place that has no cursor if it was asked for.
    pub fn take_scroll(&mut self, place: &str, response: &Response) {
        if self.focus.as_deref() == Some(place) {
            response.scroll_to_me(None);
            self.focus = None;
        }
    }

    /// Shows what follows from its top on, if that was asked for.
    pub fn take_top(&mut self, place: &str, ui: &Ui) {
        if self.focus.as_deref() == Some(place) {
            ui.scroll_to_cursor_animation(Some(Align::TOP), ScrollAnimation::none());
            self.focus = None;
        }
    }

    /// Gives the cursor to a field if it was asked for.
    pub fn take_focus(&mut self, field: &str, response: &Response) {
        if self.focus.as_deref() == Some(field) {
            response.request_focus();
            response.scroll_to_me(None);
            self.focus = None;
            if let Some(place) = self.select.take() {
                let mut edit = TextEditState::load(&response.ctx, response.id).unwrap_or_default();
                let (start, end) = (CCursor::new(place.start), CCursor::new(place.end));
                edit.cursor.set_char_range(Some(CCursorRange::two(start, end)));
                edit.store(&response.ctx, response.id);
            }
        }
    }
}

/// Draws a page that belongs to no incident.
pub fn screen(state: &mut State, screen: Screen, ui: &mut Ui) {
    match screen {
        Screen::Settings => settings::show(state, ui),
        Screen::About => about::show(state, ui),
    }
}

/// Draws the section that is shown.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    gap(ui, 6);
    match open.section {
        Section::Destination => destination::show(state, open, ui),
        Section::Problem => problem::show(state, open, ui),
        Section::Steps => steps::show(state, open, ui),
        Section::System => system::show(state, open, ui),
        Section::Screenshots => screenshots::show(state, open, ui),
        Section::Logs => logs::show(state, open, ui),
        Section::Review => review::show(state, open, ui),
    }
    gap(ui, 8);
}
