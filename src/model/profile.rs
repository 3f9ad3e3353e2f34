//! A destination: one support desk, what it asks for, refuses and limits. One TOML file each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FactKey, FieldSpec, HideRules, Lang, Localized, Part, PrivateClass, Rule};

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

/// Where a destination stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Games and their stores.
    Games,
    /// Systems, drivers and hardware.
    Systems,
    /// Tools and platforms of developers.
    Developers,
    /// Shops, networks, messengers.
    Services,
    /// Forms that fit any company or project.
    Any,
}

impl Group {
    /// Every group, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Games, Self::Systems, Self::Developers, Self::Services, Self::Any];

    /// The name used in profiles.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Games => "games",
            Self::Systems => "systems",
            Self::Developers => "developers",
            Self::Services => "services",
            Self::Any => "any",
        }
    }
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
    /// When to go this way and when not, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Localized>,
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
    /// Greatest number of files; 0 where the desk takes none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_count: Option<usize>,
    /// How sizes are counted against the limits.
    pub scale: Scale,
}

impl AttachmentRules {
    /// Whether files can be handed over at all.
    #[must_use]
    pub fn takes_files(&self) -> bool {
        self.max_count != Some(0)
    }

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

/// The form of the text that is handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextForm {
    /// Sections under headings, as plain text.
    #[default]
    Plain,
    /// Sections under headings, as Markdown.
    Markdown,
    /// The Markdown that GitHub makes of a filled issue form: each field's label as a heading, its answer below.
    IssueForm,
}

/// Limits and form of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TextRules {
    /// How it is written.
    pub form: TextForm,

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
    /// The same as something done, for the report: `Verified the game files`.
    pub done: Localized,
}

/// What does not belong here, and where it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// The matter.
    pub what: Localized,
    /// Where to go instead.
    pub instead: Localized,
    /// Words of a report that show it is this matter, in both languages; `word*` takes any ending, words with blanks
    /// between them stand together. Empty: it is only told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Id of the destination that takes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// What a text that everybody reads must not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Forbidden {
    /// Names of people, the staff's too.
    Names,
    /// Telephone numbers.
    Phones,
    /// Email addresses.
    Emails,
    /// Postal addresses.
    Addresses,
    /// Links to other pages.
    Links,
}

/// An address that opens the desk's form with the answers in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prefill {
    /// The address without parameters, `https://github.com/OWNER/NAME/issues/new`. `{fields.ID}` stands for the answer to
    /// that field, of the form `owner/name`; without such an answer there is no address.
    pub url: String,
    /// Whose parameters it takes.
    pub style: PrefillStyle,
    /// The form's file on the desk's side, `bug_report.yml`; `{fields.ID}` stands for the answer to that field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// What the form puts before a title, `[BUG] `.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_start: Option<String>,
    /// Greatest length of the whole address, in characters after encoding; a careful one where nobody knows it.
    #[serde(default = "careful_address_chars")]
    pub max_chars: usize,
}

/// Windows hands over little more to a browser.
fn careful_address_chars() -> usize {
    2_000
}

/// The names of the parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrefillStyle {
    /// `template` and `title`; then every field by its id for a form, else `body`.
    Github,
    /// `issue[title]`, `issue[description]`, `issuable_template`; the fields `issue_type`, `confidential` and
    /// `related_issue` under their names there.
    Gitlab,
}

/// How many requests a user has. Dated: such offers change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Requests in one period.
    pub count: u32,
    /// Length of the period in days.
    pub period_days: u32,
    /// The rest in words: when they lapse, what more cost.
    pub note: Localized,
    /// When it was looked up, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether nobody could confirm that it holds today.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
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
    /// Whether nobody could confirm it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
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
    /// Whether the subject or the number must stay the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub keep_subject: bool,
    /// Days of silence after which the desk closes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_after_days: Option<u32>,
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
    /// Where it stands among the others; absent: where its kind belongs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
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
    /// Opens the form with the answers in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefill: Option<Prefill>,
    /// What the desk says above its fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Localized>,
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
    /// What the text must not hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbid: Vec<Forbidden>,
    /// Who can see what is sent, and what follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy: Option<Localized>,
    /// Which private values it sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hide: Option<HideRules>,
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
    /// How many requests the user has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota: Option<Quota>,
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

impl Profile {
    /// Where it stands among the others: as it says, else a public tracker with the developers, a mailbox of nobody in
    /// particular with what fits anybody, the rest with shops and networks.
    #[must_use]
    pub fn group(&self) -> Group {
        self.group.unwrap_or(match self.kind {
            ProfileKind::Tracker => Group::Developers,
            ProfileKind::Mailbox if self.email.is_none() => Group::Any,
            _ => Group::Services,
        })
    }

    /// Whether values of this class stay visible here by the desk's own rules.
    #[must_use]
    pub fn keeps(&self, class: PrivateClass) -> bool {
        self.hide.as_ref().is_some_and(|rules| rules.keep.contains(&class))
    }

    /// Whether the user can leave all values of this class visible: nothing private stands in a public place as a class,
    /// and credentials nowhere.
    #[must_use]
    pub fn may_keep(&self, class: PrivateClass) -> bool {
        let refused = self.public || self.hide.as_ref().is_some_and(|rules| rules.hide.contains(&class));
        self.keeps(class) || (!refused && !class.is_never_kept())
    }
}

/// A desk that says the least a profile can say, and `more`.
#[cfg(test)]
pub(crate) fn small_desk(more: &str) -> Profile {
    let text = format!(
        "format = 1\nid = \"desk\"\nname = \"Desk\"\nsummary = \"A desk\"\nicon = \"x\"\nkind = \"form\"\n\
         status = \"unverified\"\nchecked_on = \"2026-01-01\"\nsources = []\norder = []\n{more}"
    );
    toml::from_str(&text).expect("a valid profile")
}
