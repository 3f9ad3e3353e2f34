//! What the window knows. Pages read it, edit the draft in place, and emit actions for everything else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

use super::action::{Action, Screen, Section};
use super::history::{History, Others};
use super::pages::Local;
use super::turn::{Arrived, Turn};
use super::widgets::Toasts;
use super::work::{Preview, Work};
use crate::collect::places::Roots;
use crate::compose;
use crate::model::{
    Draft, Evidence, EvidenceItem, FactKey, Facts, Item, KnownTerms, Lang, Outcome, PrivateMap, Profile, Report,
};
use crate::pipeline::{self, Source};
use crate::platform::{Inbox, LastEnd, World};
use crate::store::{self, Drafts, Entry, Id, Profiles, ProfilesMark, Settings, Status};
use crate::text::{self, Value};

/// The whole state of the window.
pub struct State {
    /// Folders, clock, language.
    pub world: World,
    /// What the user chose.
    pub settings: Settings,
    /// The same as it is on disk, or on its way there.
    pub kept_settings: Settings,
    /// The destinations.
    pub profiles: Profiles,
    /// The user's own destinations that are wrong, until they are mended.
    pub wrong_profiles: Vec<store::Error>,
    /// What the user's own destinations looked like when they were read; none: nobody watches them.
    pub profiles_mark: Option<ProfilesMark>,
    /// The list of incidents.
    pub incidents: Vec<Entry>,
    /// Whether the list is still to be read.
    pub listing: Listing,
    /// The open incident; none on the start page.
    pub open: Option<Open>,
    /// The incidents that come next, in this order.
    pub turns: Vec<Turn>,
    /// The page that is shown in the place of the incident, or of the start page.
    pub screen: Option<Screen>,
    /// How the last window ended, where it did not close by itself; until that was read.
    pub last_end: Option<LastEnd>,
    /// Whether the next window knows that this one could be drawn.
    pub is_marked: bool,
    /// Files that could not be read, of which the user knows.
    pub told: BTreeSet<PathBuf>,
    /// Files that were given before anybody was chosen to read them: the next new incident takes them.
    pub waiting: Vec<PathBuf>,
    /// Where other windows leave their files; none: nobody watches it.
    pub inbox: Option<Inbox>,
    /// This computer, once it was asked.
    pub computer: Option<(Facts, KnownTerms)>,
    /// Where the folders are that logs are looked for in.
    pub places: Roots,
    /// The running jobs.
    pub work: Work,
    /// Messages that go away by themselves.
    pub toasts: Toasts<Action>,
    /// What pages keep for themselves.
    pub local: Local,
    /// What was asked for in this frame.
    pub actions: Vec<Action>,
}

/// How it stands with the list of incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// It is to be read.
    Due,
    /// It is being read.
    Running,
    /// It is there.
    Done,
}

/// The open incident.
pub struct Open {
    /// Its name in the store.
    pub id: Id,
    /// Its folder.
    pub folder: PathBuf,
    /// What the user edits.
    pub draft: Draft,
    /// Who will read it.
    pub profile: Profile,
    /// What became of it.
    pub status: Status,
    /// The same as it is on disk, or on its way there.
    pub kept_status: Status,
    /// Undo and redo.
    pub history: History,
    /// The attached files as last looked at.
    pub evidence: Vec<Evidence>,
    /// The checklist.
    pub report: Report,
    /// The group in which the readiness panel shows each check; follows the checklist when the typing pauses.
    pub settled: BTreeMap<String, Outcome>,
    /// Revision of the groups.
    pub settled_at: u64,
    /// The redacted incident with its plan.
    pub preview: Option<Preview>,
    /// Why there is no preview.
    pub preview_problem: Option<text::Problem>,
    /// The section that is shown.
    pub section: Section,
    /// Counts the changes of the draft; each consumer remembers the count it has seen.
    pub revision: u64,
    /// Revision that is on disk.
    pub saved: u64,
    /// The list of attached files that `evidence` speaks of; none before the first look.
    pub looked_at: Option<Vec<EvidenceItem>>,
    /// Revision of the report; 0 where it is to be made anew without a pause.
    pub reviewed: u64,
    /// Counts what else the report follows; one that was made of less is not taken.
    pub rechecks: u64,
    /// Revision of the preview.
    pub previewed: u64,
    /// When the draft was changed last, in seconds of the window's clock.
    pub changed_at: f64,
    /// When the first change that is not kept was made.
    pub unsaved_since: Option<f64>,
    /// When it was kept last, in seconds of the window's clock.
    pub saved_at: Option<f64>,
    /// When it could not be kept, since it last could.
    pub save_failed_at: Option<f64>,
    /// Revision that a preview was asked for.
    pub preview_of: u64,
    /// Where the bundle goes; none: where it is proposed.
    pub target: Option<PathBuf>,
    /// What earlier bundles of it called its private values.
    pub map: PrivateMap,
    /// Whether that is on disk, or on its way there.
    pub map_is_kept: bool,
    /// What was written last.
    pub made: Vec<PathBuf>,
    /// The way from there.
    pub next_steps: Vec<String>,
}

impl Open {
    /// An incident as it comes from the store.
    #[must_use]
    pub fn new(arrived: Arrived, profile: Profile, world: &World) -> Self {
        let Arrived { id, draft, status, map, .. } = arrived;
        Self {
            folder: Drafts::of(&world.folders).folder(&id),
            kept_status: status.clone(),
            status,
            history: History::new(draft.clone()),
            evidence: Vec::new(),
            report: Report::default(),
            settled: BTreeMap::new(),
            settled_at: 0,
            preview: None,
            preview_problem: None,
            section: Section::default(),
            revision: 1,
            saved: 1,
            looked_at: None,
            reviewed: 0,
            rechecks: 0,
            previewed: 0,
            changed_at: f64::NEG_INFINITY,
            unsaved_since: None,
            saved_at: None,
            save_failed_at: None,
            preview_of: 0,
            target: None,
            map,
            map_is_kept: true,
            made: Vec::new(),
            next_steps: Vec::new(),
            id,
            draft,
            profile,
        }
    }

    /// What the pipeline needs of it.
    #[must_use]
    pub fn source(&self, world: &World) -> Source {
        Source {
            draft: self.draft.clone(),
            base: self.folder.clone(),
            profile: self.profile.clone(),
            now: (world.now)(),
            map: self.map.clone(),
        }
    }

    /// What the checklist speaks of is not what it was: it is held against it anew, without a pause.
    pub fn recheck(&mut self) {
        self.reviewed = 0;
        self.rechecks += 1;
    }

    /// Takes the checklist of this revision.
    pub fn checked(&mut self, revision: u64, report: Report, lang: Lang) {
        self.report = report;
        if let Some(preview) = &self.preview {
            self.report.items.push(pipeline::privacy_row(&preview.redacted, lang));
        }
        self.reviewed = revision;
    }

    /// The readiness panel shows each check in the group where it is now.
    pub fn settle(&mut self) {
        self.settled = self.report.items.iter().map(|item| (item.check.clone(), item.outcome)).collect();
        self.settled_at = self.reviewed;
    }

    /// The rows that the readiness panel shows in this group: where they were when the typing paused last.
    pub fn grouped(&self, outcome: Outcome) -> impl Iterator<Item = &Item> {
        let group = move |item: &&Item| *self.settled.get(&item.check).unwrap_or(&item.outcome) == outcome;
        self.report.items.iter().filter(group)
    }

    /// The attached file at `index` of the draft, if it was looked at since the list was changed.
    #[must_use]
    pub fn file(&self, index: usize) -> Option<&Evidence> {
        // Compared as they are written: a path compares slowly, and there may be a thousand. They mostly stand in one order.
        let path = self.draft.evidence.get(index)?.path.as_os_str();
        let is_it = |found: &&Evidence| found.item.path.as_os_str() == path;
        self.evidence.get(index).filter(is_it).or_else(|| self.evidence.iter().find(is_it))
    }

    /// Indexes of the attached files of which `wanted` is true.
    #[must_use]
    pub fn files(&self, wanted: impl Fn(&Evidence) -> bool) -> Vec<usize> {
        (0..self.draft.evidence.len()).filter(|index| self.file(*index).is_some_and(&wanted)).collect()
    }

    /// What this destination asks for is not what it was: everything that follows from it is made anew.
    pub fn retarget(&mut self, profile: Profile) {
        self.profile = profile;
        self.recheck();
        self.previewed = 0;
        self.preview_of = 0;
    }

    /// The draft has changed.
    pub fn touch(&mut self) {
        self.revision += 1;
    }

    /// Notes a change that is a step of its own.
    pub fn step(&mut self) {
        self.step_with(Others::none());
    }

    /// The same, with the incidents it made or took in.
    pub fn step_with(&mut self, others: Others) {
        self.history.step(&self.draft, others);
        self.touch();
    }

    /// Bytes of all attached files.
    #[must_use]
    pub fn evidence_bytes(&self) -> u64 {
        self.evidence.iter().map(Evidence::sent_bytes).sum()
    }
}

impl State {
    /// The language of the interface.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.world.lang
    }

    /// A message in the language of the interface.
    #[must_use]
    pub fn t(&self, id: &str) -> String {
        text::t(self.world.lang, id)
    }

    /// A message with values.
    #[must_use]
    pub fn tf(&self, id: &str, values: &[(&str, Value)]) -> String {
        text::tf(self.world.lang, id, values)
    }

    /// Asks for something to be done after this frame.
    pub fn emit(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// The list of incidents is to be read anew.
    pub fn relist(&mut self) {
        self.listing = Listing::Due;
    }

    /// This computer's facts; nothing before it has answered.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        static NONE: LazyLock<Facts> = LazyLock::new(Facts::default);
        self.computer.as_ref().map_or(&NONE, |(facts, _)| facts)
    }

    /// One fact as rows of words; the game is the incident's.
    #[must_use]
    pub fn fact(&self, open: &Open, key: FactKey) -> Vec<(String, String)> {
        if key == FactKey::Game {
            let game = Facts { game: open.draft.game.clone(), ..Facts::default() };
            return compose::specs::rows(&game, &[key], self.world.lang);
        }
        compose::specs::rows(self.facts(), &[key], self.world.lang)
    }

    /// What the computer knows about its user; none before it was asked.
    #[must_use]
    pub fn known(&self) -> Option<KnownTerms> {
        self.computer.as_ref().map(|(_, known)| known.clone())
    }

    /// How many incidents were marked as sent to this desk within the period of its quota.
    #[must_use]
    pub fn sent_in_quota(&self, profile: &Profile) -> usize {
        let Some(quota) = &profile.quota else { return 0 };
        let period = jiff::SignedDuration::from_hours(24 * i64::from(quota.period_days));
        let since = (self.world.now)().checked_sub(period).unwrap_or(jiff::Timestamp::MIN);
        store::sent_since(&self.incidents, &profile.id, since)
    }

    /// The facts of the open incident as rows, in the destination's order; with the key of each.
    #[must_use]
    pub fn fact_rows(&self, open: &Open) -> Vec<(FactKey, String, String)> {
        let keys = open.draft.fact_keys(&open.profile).into_iter();
        keys.flat_map(|key| self.fact(open, key).into_iter().map(move |(label, value)| (key, label, value))).collect()
    }
}
