//! An incident: the draft with what was collected, in the destination's order.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::{Draft, Evidence, FactKey, Facts, FieldFact, FieldSpec, FieldValue, Lang, Part, Profile, TextForm};

/// A piece of composed text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Running text; line breaks count.
    Text(String),
    /// Text as the computer wrote it.
    Code(String),
    /// Numbered actions.
    Steps(Vec<String>),
    /// Points.
    Points(Vec<String>),
    /// Names with values.
    Rows(Vec<(String, String)>),
}

/// A section of the composed text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Which part of the incident it shows.
    pub part: Part,
    /// Its heading in the incident's language.
    pub heading: String,
    /// Its content.
    pub blocks: Vec<Block>,
}

impl fmt::Display for Block {
    /// The block as plain text, without a line break at the end.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Code(text) => f.write_str(text.trim_end()),
            Self::Steps(steps) => lines(f, steps.iter().enumerate().map(|(i, step)| format!("{}. {step}", i + 1))),
            Self::Points(points) => lines(f, points.iter().map(|point| format!("- {point}"))),
            Self::Rows(rows) => lines(f, rows.iter().map(|(name, value)| format!("{name}: {value}"))),
        }
    }
}

impl fmt::Display for Section {
    /// The section as plain text: its heading, then its blocks below each other.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.heading)?;
        self.blocks.iter().try_for_each(|block| write!(f, "\n{block}"))
    }
}

fn lines(f: &mut fmt::Formatter, lines: impl Iterator<Item = String>) -> fmt::Result {
    for (i, line) in lines.enumerate() {
        if i > 0 {
            f.write_str("\n")?;
        }
        f.write_str(&line)?;
    }
    Ok(())
}

impl Incident {
    /// The composed text as it stands in the field of the form that takes it, without what has a field of its own: in an
    /// issue form, which shows all its fields below each other, every part and answer; in another form what is certain to
    /// be asked for there. `label` names the row of a fact.
    #[must_use]
    pub fn narrative(&self, profile: &Profile, label: impl Fn(FactKey) -> String) -> Vec<Section> {
        let is_answered = |id: &str| self.draft.fields.get(id).is_some_and(FieldValue::is_filled);
        let fills = |field: &FieldSpec, part| field.from == Some(part) && !is_answered(&field.id);
        let has_field = |part: Part| match profile.text.form {
            TextForm::Markdown => false,
            TextForm::Plain => {
                let is_told = |field: &FieldSpec| fills(field, part) && !field.unverified;
                part.is_of_the_story() && profile.fields.iter().any(is_told)
            }
            TextForm::IssueForm => part == Part::Fields || profile.fields.iter().any(|field| fills(field, part)),
        };
        let mut sections: Vec<Section> =
            self.sections.iter().filter(|section| !has_field(section.part)).cloned().collect();
        if profile.text.form != TextForm::IssueForm {
            return sections;
        }
        let tells = |fact: FieldFact| profile.fields.iter().any(|field| field.fact == Some(fact));
        let told = |key: &FactKey| match key {
            FactKey::Os => tells(FieldFact::Os) || (tells(FieldFact::OsName) && tells(FieldFact::OsBuild)),
            FactKey::Gpu => tells(FieldFact::Gpu) || (tells(FieldFact::GpuName) && tells(FieldFact::GpuDriver)),
            other => profile.fields.iter().any(|field| field.fact.is_some_and(|fact| fact.key() == *other)),
        };
        let told: Vec<String> = FactKey::ALL.into_iter().filter(told).map(label).collect();
        for section in sections.iter_mut().filter(|section| section.part == Part::Specs) {
            for block in &mut section.blocks {
                if let Block::Rows(rows) = block {
                    rows.retain(|(name, _)| !told.contains(name));
                }
            }
            section.blocks.retain(|block| !matches!(block, Block::Rows(rows) if rows.is_empty()));
        }
        sections.retain(|section| !section.blocks.is_empty());
        sections
    }
}

/// Everything that may leave, before redaction. Only `compose` makes one for export.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Incident {
    /// What the user wrote.
    pub draft: Draft,
    /// Name of the destination.
    pub destination_name: String,
    /// The language of its headings.
    pub lang: Lang,
    /// When it was composed, RFC 3339 in UTC.
    pub created: String,
    /// The options of the form's own fields that are chosen, by field id and place: their words are the form's.
    #[serde(skip)]
    pub chosen: BTreeMap<String, Vec<usize>>,
    /// The composed text in the destination's order.
    pub sections: Vec<Section>,
    /// Facts the destination asks for and the user sends.
    pub facts: Facts,
    /// The attached files as found on disk.
    pub evidence: Vec<Evidence>,
    /// Fingerprint of all that the checklist looks at; ties a report to it.
    #[serde(skip)]
    pub fingerprint: u64,
}
