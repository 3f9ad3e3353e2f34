//! Plain data: what an incident is made of, what a support desk asks for, and what the checklist found.
//!
//! Never here: input or output, the clock, threads, wording in a natural language, or the knowledge of any window.

mod crash_time;
mod crash_told;
mod draft;
mod evidence;
mod evidence_item;
mod explain;
mod fact;
mod field;
mod fingerprint;
mod game;
mod incident;
mod known;
mod lang;
mod mark;
mod private;
mod profile;
mod report;
mod rule;
mod surroundings;

pub use crash_time::CrashTime;
pub use crash_told::CrashTold;
pub use draft::{Contact, Draft, FieldValue, Frequency, HelpOutcome};
pub use evidence::{
    Evidence, EvidenceKind, EvidenceProblem, FilePart, FilePiece, LogTimes, Member, MemberContent, Packing,
    Symbolication, SystemTold, VideoFacts,
};
pub use evidence_item::{Area, EvidenceItem, LogLevel, Sending};
pub use explain::Explain;
pub use fact::{Board, Cpu, Disk, DiskKind, Display, FactKey, Facts, Gpu, Memory, Os, ProbeNote, ProbeProblem};
pub use field::{Choice, FieldFact, FieldSpec, FieldType, Part};
pub use fingerprint::Fingerprint;
pub use game::{Game, GameState};
pub use incident::{Block, Incident, Section};
pub use known::KnownTerms;
pub use lang::{Lang, Localized};
pub use mark::{Ink, Mark, MarkShape, Thickness};
pub use private::{HideRules, Private, PrivateClass, PrivateMap, PrivateNote, placeholder_parts};
#[cfg(test)]
pub(crate) use profile::small_desk;
pub use profile::{
    AttachmentRules, FollowUp, Forbidden, Group, Guide, LanguageRules, Link, Prefill, PrefillStyle, Profile,
    ProfileKind, Quota, Redirect, Response, Scale, SelfHelp, TextForm, TextRules, Verification,
};
pub use report::{Approved, Fix, IssuePart, Item, Outcome, Report, Span};
pub use rule::{Level, Predicate, Rule};
pub use surroundings::{Change, Named, Power};
