//! A destination: one support desk, what it asks for, refuses and limits. One TOML file each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FactKey, Lang, Localized, Rule};

/// How the desk takes reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileKind {
    /// A form on a web page.
    Form,
    /// A conversation.
    Chat,
    /// An email address.
    Mailbox,
    /// A public tracker.
    Tracker,
    /// A text everybody reads.
    PublicReview,
    /// The vendor's own program.
    App,
}

/// How well the facts in a profile are established.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verification {
    /// Official pages were read.
    Verified,
    /// Some facts come from third parties.
    Partly,
    /// Nothing official was read.
    Unverified,
}

/// A part of the incident that a destination orders, or that fills one of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Facts about the computer.
    Specs,
    /// The title.
    Title,
    /// What happens.
    Description,
    /// The exact error.
    ErrorText,
    /// Steps to reproduce.
    Steps,
    /// Expected result.
    Expected,
    /// Actual result.
    Actual,
    /// Since when.
    Started,
    /// How often.
    Frequency,
    /// Conditions.
    Conditions,
    /// What was tried.
    Tried,
    /// Answers to the destination's own fields.
    Fields,
    /// Attached files.
    Evidence,
    /// Whom to answer.
    Contact,
    /// The whole composed text; only for fields.
    Text,
}

impl Part {
    /// The name used in profiles and message ids.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Specs => "specs",
            Self::Title => "title",
            Self::Description => "description",
            Self::ErrorText => "error-text",
            Self::Steps => "steps",
            Self::Expected => "expected",
            Self::Actual => "actual",
            Self::Started => "started",
            Self::Frequency => "frequency",
            Self::Conditions => "conditions",
            Self::Tried => "tried",
            Self::Fields => "fields",
            Self::Evidence => "evidence",
            Self::Contact => "contact",
            Self::Text => "text",
        }
    }
}

/// What kind of answer a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// One line.
    Text,
    /// Several lines.
    Multiline,
    /// One of the options.
    Choice,
    /// Any of the options.
    MultiChoice,
    /// A confirmation.
    Checkbox,
    /// Files.
    Files,
}

/// One option of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Choice {
    /// An option that is its own label.
    Plain(String),
    /// A confirmation that may be required.
    Labelled {
        /// Its words.
        label: String,
        /// Whether the form insists on it.
        #[serde(default)]
        required: bool,
    },
}

impl Choice {
    /// The words of the option.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Plain(label) | Self::Labelled { label, .. } => label,
        }
    }
}

/// One field of the destination's own form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldSpec {
    /// Id; answers are kept under it.
    pub id: String,
    /// Its label on the form.
    pub label: Localized,
    /// Kind of answer.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// Whether the form insists on it.
    #[serde(default)]
    pub required: bool,
    /// What to write there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Localized>,
    /// Options of a choice.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// Greatest number of characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_chars: Option<usize>,
    /// The part of the incident that fills it; the user is not asked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Part>,
    /// Whether its answer is the name under which the desk knows the user: that is not hidden.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub identity: bool,
}

/// A web address with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What is behind it.
    pub label: Localized,
    /// `https://…` or `mailto:…`.
    pub url: String,
}

/// The way to the form, step by step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Where this way starts, `Steam`, `web`.
    pub label: Localized,
    /// The steps.
    pub steps: Vec<Localized>,
}

/// Which languages the desk reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LanguageRules {
    /// Only these are read; empty: any.
    pub required: Vec<Lang>,
    /// These are answered sooner; empty: any.
    pub preferred: Vec<Lang>,
    /// Why.
    pub reason: Localized,
}

/// How sizes are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// Bytes as they are.
    #[default]
    None,
    /// As in email: 1.37 bytes for each byte.
    Base64,
}

/// What may be attached. An unknown limit is absent, never 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AttachmentRules {
    /// Extensions the desk takes, lower case without dot; empty: any.
    pub types_allow: Vec<String>,
    /// Extensions it refuses.
    pub types_deny: Vec<String>,
    /// Greatest size of one file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_file_bytes: Option<u64>,
    /// Greatest size of all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_total_bytes: Option<u64>,
    /// Greatest number of files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_count: Option<usize>,
    /// How sizes are counted against the limits.
    pub scale: Scale,
}

impl AttachmentRules {
    /// Greatest size of one bundle in bytes on disk that still fits, with the encoding counted in.
    #[must_use]
    pub fn bundle_limit_bytes(&self) -> Option<u64> {
        let limit = match (self.max_file_bytes, self.max_total_bytes) {
            (Some(one), Some(all)) => one.min(all),
            (one, all) => one.or(all)?,
        };
        Some(match self.scale {
            Scale::None => limit,
            Scale::Base64 => limit / 137 * 100,
        })
    }
}

/// Limits and form of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TextRules {
    /// Greatest number of characters of the description field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_chars: Option<usize>,
    /// Whether a greeting and thanks belong to it.
    pub letter: bool,
}

/// Something solved without writing to the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfHelp {
    /// Id, unique in the profile.
    pub id: String,
    /// What to try.
    pub text: Localized,
}

/// What does not belong here, and where it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// The matter.
    pub what: Localized,
    /// Where to go instead.
    pub instead: Localized,
}

/// Expected time to an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// Usual time, in hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_hours: Option<u32>,
    /// In words.
    pub note: Localized,
}

/// How to write again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Where the answer appears and how to add to it.
    pub note: Localized,
    /// Hours before it makes sense to ask again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_hours: Option<u32>,
}

/// One support desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Version of this form; 1.
    pub format: u32,
    /// Id, equal to the file name without `.toml`.
    pub id: String,
    /// Its name.
    pub name: Localized,
    /// One sentence for the start page.
    pub summary: Localized,
    /// Name of a Phosphor icon.
    pub icon: String,
    /// How it takes reports.
    pub kind: ProfileKind,
    /// How well the facts are established.
    pub status: Verification,
    /// When the facts were looked up, `YYYY-MM-DD`.
    pub checked_on: String,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// What stays open: facts that could not be confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<Localized>,
    /// Other words it is found by.
    #[serde(default)]
    pub search: Vec<String>,
    /// Pages to open.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Ways to the form.
    #[serde(default)]
    pub guides: Vec<Guide>,
    /// Address of a mailbox, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Fields of the form, in its order.
    #[serde(default)]
    pub fields: Vec<FieldSpec>,
    /// Order of the text.
    pub order: Vec<Part>,
    /// Headings that differ from the usual ones.
    #[serde(default)]
    pub headings: BTreeMap<Part, Localized>,
    /// Facts about the computer to send, in order; empty: none.
    #[serde(default)]
    pub facts: Vec<FactKey>,
    /// What they want to read.
    #[serde(default)]
    pub include: Vec<Localized>,
    /// What they do not want.
    #[serde(default)]
    pub exclude: Vec<Localized>,
    /// Languages.
    #[serde(default)]
    pub language: LanguageRules,
    /// Attachments.
    #[serde(default)]
    pub attachments: AttachmentRules,
    /// Text limits.
    #[serde(default)]
    pub text: TextRules,
    /// Whether everybody can read what is sent.
    #[serde(default)]
    pub public: bool,
    /// To try first.
    #[serde(default)]
    pub self_help: Vec<SelfHelp>,
    /// What does not belong here.
    #[serde(default)]
    pub not_for: Vec<Redirect>,
    /// Expected answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// Writing again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    /// Why this desk wants one issue per request, in its own terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_issue: Option<Localized>,
    /// The desk's own rules; one with the id of a common rule replaces it.
    #[serde(default)]
    pub checks: Vec<Rule>,
    /// Ids of common rules that do not apply here.
    #[serde(default)]
    pub checks_off: Vec<String>,
}
