//! Rules of the checklist as data.

use serde::{Deserialize, Serialize};

use super::{EvidenceKind, FactKey, Lang, Localized};

/// How much a rule weighs when it is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The desk would send the incident back.
    MustFix,
    /// The user is asked.
    Confirm,
    /// Worth knowing, stops nothing.
    Advice,
}

/// What a rule looks at. Fields are named as in the incident file; `fields.<id>` is one of the destination's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Predicate {
    /// The field is not empty.
    Filled {
        /// Field name.
        field: String,
    },
    /// The field has at least `words` words.
    MinWords {
        /// Field name.
        field: String,
        /// Least number of words.
        words: usize,
    },
    /// The field has at most `chars` characters.
    MaxChars {
        /// Field name.
        field: String,
        /// Greatest number of characters.
        chars: usize,
    },
    /// There are at least `count` steps.
    MinSteps {
        /// Least number of steps.
        count: usize,
    },
    /// At least one file of one of `kinds` is attached.
    Attached {
        /// Accepted kinds.
        kinds: Vec<EvidenceKind>,
        /// Asked only where title, description or result have one of these words; empty: always. Form as in `lacks`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        said: Vec<String>,
    },
    /// At least one of the facts that the destination asks for is known and not kept back.
    Specs,
    /// The fact is known and not kept back.
    Fact {
        /// The fact.
        fact: FactKey,
    },
    /// Every required field of the destination is answered.
    RequiredFields,
    /// The text that is handed over fits the destination's limit.
    TextFits,
    /// Files fit the destination's limits of size and number.
    FilesFit,
    /// The destination takes files of these types.
    FileTypes,
    /// Every attached file can be read.
    Readable,
    /// The text is in one of `langs`. Without `langs` the destination's own: where it only prefers a language, a miss is
    /// no more than advice.
    Language {
        /// Accepted languages.
        #[serde(default)]
        langs: Vec<Lang>,
    },
    /// The address for the answer, if one is given, is an email address.
    ContactEmail,
    /// The telephone number for the answer, if one is given, is in E.164 form, `+44…`.
    ContactPhone,
    /// Every crash report attached names the functions of the app's own code.
    Symbolicated,
    /// A log attached covers the moment that `started` names.
    LogCoversTime,
    /// Reports of other tools that are attached say the same of the computer as its facts.
    ReportsAgree,
    /// Every attached file of `kinds` has a caption that says what it shows.
    Captioned {
        /// The kinds that need one.
        kinds: Vec<EvidenceKind>,
    },
    /// The field has at most about `words` words; what could go is named.
    Concise {
        /// Field name.
        field: String,
        /// Number of words that is read willingly.
        words: usize,
    },
    /// Steps are instructions with one action each.
    StepForm,
    /// An error that the text speaks of is quoted in `error_text`.
    ErrorQuoted,
    /// What was tried is told with its outcome.
    TriedOutcomes,
    /// English that people who speak it little understand: short sentences, abbreviations explained, no jargon.
    PlainEnglish,
    /// Calm and polite: no shouting, insults, accusations, demands.
    Tone,
    /// The text holds nothing of what the destination forbids (`forbid` of the profile).
    Forbidden,
    /// The field holds none of `words`; `word*` takes any ending, words with blanks between them stand together.
    Lacks {
        /// Field name.
        field: String,
        /// The words, in both languages.
        words: Vec<String>,
    },
    /// The matter is none that the destination sends elsewhere (`not_for` of the profile).
    RightPlace,
    /// Every self-help step of the profile has an outcome.
    SelfHelp,
    /// The incident describes one issue.
    OneIssue,
}

/// One row of the checklist, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id, unique in a profile; overrides name it.
    pub id: String,
    /// What it looks at.
    pub when: Predicate,
    /// Weight when not met.
    pub level: Level,
    /// The row's words, `Steps to reproduce`.
    pub title: Localized,
    /// The row's words once it is met, `Start date given`; absent: the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Localized>,
    /// What to do when not met.
    pub message: Localized,
    /// Why this destination asks for it.
    pub why: Localized,
}
