//! The fields of a destination's form, and the parts of an incident that fill them.

use serde::{Deserialize, Serialize};

use super::{FactKey, FieldValue, Localized};

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
    /// The name of whom to answer.
    ContactName,
    /// The email address for the answer.
    ContactEmail,
    /// The telephone number for the answer.
    ContactPhone,
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
            Self::ContactName => "contact-name",
            Self::ContactEmail => "contact-email",
            Self::ContactPhone => "contact-phone",
            Self::Text => "text",
        }
    }

    /// Whether the user told it of the problem, beside the description.
    #[must_use]
    pub fn is_of_the_story(self) -> bool {
        use Part::{Actual, Conditions, ErrorText, Expected, Frequency, Started, Steps, Tried};
        matches!(self, ErrorText | Steps | Expected | Actual | Started | Frequency | Conditions | Tried)
    }

    /// Whether it says whom to answer, or a part of that. It is meant for the reader: it is not redacted.
    #[must_use]
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Contact | Self::ContactName | Self::ContactEmail | Self::ContactPhone)
    }
}

/// What the computer tells about itself, as a form asks for it: a fact, or one part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldFact {
    /// The operating system with its build.
    Os,
    /// Its name and version alone, `Windows 11 Pro 24H2`.
    OsName,
    /// Its build or kernel alone, `26100.2454`.
    OsBuild,
    /// The processor.
    Cpu,
    /// The graphics adapters with memory and driver.
    Gpu,
    /// Their names alone.
    GpuName,
    /// Their drivers alone.
    GpuDriver,
    /// The memory.
    Memory,
    /// The monitors.
    Displays,
    /// The maker and model of the computer, or of its board.
    Board,
    /// The name of the game.
    GameName,
    /// Its number in Steam's shop.
    GameId,
    /// The build of its files.
    GameBuild,
    /// The version of Proton it runs with.
    GameProton,
}

impl FieldFact {
    /// The fact it is a part of.
    #[must_use]
    pub fn key(self) -> FactKey {
        match self {
            Self::Os | Self::OsName | Self::OsBuild => FactKey::Os,
            Self::Cpu => FactKey::Cpu,
            Self::Gpu | Self::GpuName | Self::GpuDriver => FactKey::Gpu,
            Self::Memory => FactKey::Memory,
            Self::Displays => FactKey::Displays,
            Self::Board => FactKey::Board,
            Self::GameName | Self::GameId | Self::GameBuild | Self::GameProton => FactKey::Game,
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

    /// Whether the form insists on it.
    #[must_use]
    pub fn is_required(&self) -> bool {
        matches!(self, Self::Labelled { required: true, .. })
    }
}

/// One field of the destination's own form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact about the field, none depends on another")]
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
    /// What the form has chosen or written there before the user comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// The language of the code block that the form puts the answer in, `shell`; files cannot stand in such a field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub render: Option<String>,
    /// The part of the incident that fills it; the user is not asked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Part>,
    /// What the computer tells that stands here where the user answers nothing; the profile's `facts` must name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<FieldFact>,
    /// Whether its answer only steers where or how the text is sent: it does not stand in the text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub steers: bool,
    /// Whether its answer is the name under which the desk knows the user: that is not hidden.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub identity: bool,
    /// Whether nobody could confirm that the form has it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
    /// Whether the form has no id for it: an address that opens the form cannot fill it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unnamed: bool,
}

impl FieldSpec {
    /// Which of the options an answer chooses, by their places from 0 and in their order. A plain yes chooses all.
    #[must_use]
    pub fn chosen(&self, answer: &FieldValue) -> Vec<usize> {
        let is_chosen = |option: &Choice| match answer {
            FieldValue::Flag(on) => *on,
            FieldValue::Text(one) => one == option.label(),
            FieldValue::Many(many) => many.iter().any(|one| one == option.label()),
        };
        self.options.iter().enumerate().filter(|(_, option)| is_chosen(option)).map(|(place, _)| place).collect()
    }
}
