//! Everything the user edits: the incident file, and the draft in the store.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::{EvidenceItem, FactKey, Lang, PrivateClass};

/// How often the problem happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frequency {
    /// Each time the steps are done.
    EveryTime,
    /// More often than not.
    Often,
    /// Now and then.
    Sometimes,
    /// It happened one time.
    Once,
    /// Not answered.
    #[default]
    Unknown,
}

impl Frequency {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::EveryTime, Self::Often, Self::Sometimes, Self::Once, Self::Unknown];
}

/// Whom the support team answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Name to be addressed by.
    pub name: String,
    /// Address for the answer.
    pub email: String,
    /// Telephone number, best in E.164 form.
    pub phone: String,
}

/// The answer to one of the destination's own fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FieldValue {
    /// A confirmation.
    Flag(bool),
    /// Text, or one choice.
    Text(String),
    /// Several choices.
    Many(Vec<String>),
}

impl FieldValue {
    /// Whether anything was answered.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        match self {
            Self::Flag(on) => *on,
            Self::Text(text) => !text.trim().is_empty(),
            Self::Many(many) => many.iter().any(|one| !one.trim().is_empty()),
        }
    }

    /// The answer as one text; several choices are joined by commas, a confirmation has none.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Flag(_) => String::new(),
            Self::Text(text) => text.clone(),
            Self::Many(many) => many.join(", "),
        }
    }
}

impl<'de> Deserialize<'de> for FieldValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Answer;
        impl<'de> Visitor<'de> for Answer {
            type Value = FieldValue;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text, a number, true or false, or a list of texts")
            }

            fn visit_bool<E: de::Error>(self, on: bool) -> Result<FieldValue, E> {
                Ok(FieldValue::Flag(on))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<FieldValue, E> {
                Ok(FieldValue::Text(number.to_string()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<FieldValue, E> {
                Ok(FieldValue::Text(number.to_string()))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<FieldValue, E> {
                Ok(FieldValue::Text(number.to_string()))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<FieldValue, E> {
                Ok(FieldValue::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<FieldValue, A::Error> {
                let mut many = Vec::new();
                while let Some(one) = seq.next_element::<String>()? {
                    many.push(one);
                }
                Ok(FieldValue::Many(many))
            }
        }
        deserializer.deserialize_any(Answer)
    }
}

/// What came of a self-help step of the destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HelpOutcome {
    /// Done, and the problem is still there.
    DidNotHelp,
    /// Done, and it got better for a while or in part.
    Partly,
    /// It does not apply, or cannot be done.
    NotPossible,
}

impl HelpOutcome {
    /// Every outcome, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::DidNotHelp, Self::Partly, Self::NotPossible];

    /// The name used in incident files and message ids.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::DidNotHelp => "did-not-help",
            Self::Partly => "partly",
            Self::NotPossible => "not-possible",
        }
    }
}

/// One incident as the user edits it. The incident file of the command line has the same form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// Version of this form; 1.
    pub format: u32,
    /// Id of the profile of the team that will read it.
    pub destination: String,
    /// The language of headings in the bundle.
    pub language: Lang,
    /// The problem in one line.
    pub title: String,
    /// What happens.
    pub description: String,
    /// The error exactly as shown.
    pub error_text: String,
    /// The way from a fresh start to the problem, one action each.
    pub steps: Vec<String>,
    /// What should have happened.
    pub expected: String,
    /// What happened instead.
    pub actual: String,
    /// Since when, in the user's words.
    pub started: String,
    /// How often.
    pub frequency: Frequency,
    /// Only under some conditions?
    pub conditions: String,
    /// What was tried already, with the outcome.
    pub tried: Vec<String>,
    /// What came of the destination's self-help steps, by their id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub self_help: BTreeMap<String, HelpOutcome>,
    /// Facts about the computer that the user keeps back.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden_facts: Vec<FactKey>,
    /// Words the user wants hidden.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hide: Vec<String>,
    /// Words the user wants kept although they look private.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
    /// Classes of private values the user wants kept, all of them.
    #[serde(deserialize_with = "super::private::keepable", skip_serializing_if = "Vec::is_empty")]
    pub keep_classes: Vec<PrivateClass>,
    /// Classes the user wants hidden although the destination keeps them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hide_classes: Vec<PrivateClass>,
    /// Whom to answer.
    pub contact: Contact,
    /// Answers to the destination's own fields, by field id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, FieldValue>,
    /// Reasons for going on although a check says no, by check id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub overrides: BTreeMap<String, String>,
    /// Fingerprints of the words that an override speaks of, by check id: it is silent only while they stay the same.
    /// Absent: it holds for any words.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub override_words: BTreeMap<String, String>,
    /// The attached files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceItem>,
    /// Keys this version does not know: kept as they are.
    #[serde(flatten)]
    pub unknown: toml::Table,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            format: 1,
            destination: String::new(),
            language: Lang::En,
            title: String::new(),
            description: String::new(),
            error_text: String::new(),
            steps: Vec::new(),
            expected: String::new(),
            actual: String::new(),
            started: String::new(),
            frequency: Frequency::Unknown,
            conditions: String::new(),
            tried: Vec::new(),
            self_help: BTreeMap::new(),
            hidden_facts: Vec::new(),
            hide: Vec::new(),
            keep: Vec::new(),
            keep_classes: Vec::new(),
            hide_classes: Vec::new(),
            contact: Contact::default(),
            fields: BTreeMap::new(),
            overrides: BTreeMap::new(),
            override_words: BTreeMap::new(),
            evidence: Vec::new(),
            unknown: toml::Table::new(),
        }
    }
}

impl Draft {
    /// Whether the user has entered nothing but the destination.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let blank = Self { destination: self.destination.clone(), language: self.language, ..Self::default() };
        *self == blank
    }
}
