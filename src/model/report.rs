//! What the checklist found, and the only way from there to an export.

use serde::Serialize;

/// How one check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Blocks the export.
    MustFix,
    /// Asks; the export waits for an answer.
    Confirm,
    /// Worth knowing.
    Advice,
    /// Met.
    Pass,
    /// Not met, and the user said why it is right so.
    Overridden,
}

/// What the window offers to do about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fix {
    /// Make two incidents of it.
    Split,
    /// Go to the field and fill it.
    Fill,
    /// Attach a file.
    Attach,
    /// Make the text shorter.
    Shorten,
    /// Send another or a smaller file.
    Replace,
    /// Write it in another language.
    Translate,
}

/// Words that a finding speaks of. Offsets are characters, the end is exclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Field name; a step is `steps[0]`.
    pub field: String,
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// One of several issues in one incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IssuePart {
    /// A title made of its subject.
    pub title: String,
    /// Where it stands.
    pub spans: Vec<Span>,
    /// The words that gave it away, `Secondly`; empty for the first part.
    pub marker: String,
}

/// One row of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Id of the rule.
    pub check: String,
    /// The row's words.
    pub title: String,
    /// How it came out.
    pub outcome: Outcome,
    /// The field it belongs to, `description`, `evidence`, `system`.
    pub field: String,
    /// What is wrong and what to do; for a passed check what was found.
    pub message: String,
    /// Why this destination asks for it.
    pub why: String,
    /// Words it speaks of.
    pub spans: Vec<Span>,
    /// What can be done at once.
    pub fix: Option<Fix>,
}

/// The checklist of one incident for one destination.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Id of the profile.
    pub destination: String,
    /// Every check that ran, in the profile's order.
    pub items: Vec<Item>,
    /// The issues found in the text; fewer than two means one.
    pub parts: Vec<IssuePart>,
    /// Fingerprint of the incident it speaks of.
    pub incident: u64,
}

impl Report {
    /// The rows with `outcome`.
    pub fn with(&self, outcome: Outcome) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.outcome == outcome)
    }

    /// Whether nothing blocks and nothing waits for an answer.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.items.iter().any(|item| matches!(item.outcome, Outcome::MustFix | Outcome::Confirm))
    }

    /// The permission to export; `None` while a check blocks or waits for an answer. A user who can't answer overrides
    /// the question with a reason.
    #[must_use]
    pub fn approve(&self) -> Option<Approved> {
        self.is_ready().then(|| Approved { report: self.clone() })
    }
}

/// A report with nothing open. Only [`Report::approve`] makes one.
#[derive(Clone, Debug)]
pub struct Approved {
    report: Report,
}

impl Approved {
    /// The report behind the permission.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }
}
