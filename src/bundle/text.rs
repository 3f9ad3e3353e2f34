//! The incident as text: what goes into a form, a chat or the body of an email.

use std::fmt::Write;

use crate::compose::{self, markdown, markdown::indented};
use crate::model::{Block, Profile, Section, TextForm};
use crate::redact::Redacted;

/// The composed text in the form that the destination takes: sections under headings as plain text or as Markdown, or the
/// filled issue form. Ends with one line break unless it is empty.
#[must_use]
pub fn render(redacted: &Redacted, profile: &Profile) -> String {
    let incident = redacted.incident();
    match profile.text.form {
        TextForm::Plain => plain(&incident.sections),
        TextForm::Markdown => markdown::sections(&incident.sections, "###"),
        TextForm::IssueForm => compose::issue_form(incident, profile) + "\n",
    }
}

pub(super) fn plain(sections: &[Section]) -> String {
    let sections: Vec<String> = sections
        .iter()
        .map(|section| {
            let mut text = String::new();
            if !section.heading.is_empty() {
                writeln!(text, "{}", section.heading.to_uppercase()).ok();
            }
            for (i, one) in section.blocks.iter().enumerate() {
                if i > 0 {
                    text.push('\n');
                }
                block(&mut text, one);
            }
            text
        })
        .collect();
    sections.join("\n")
}

pub(super) fn block(text: &mut String, block: &Block) {
    match block {
        Block::Text(words) | Block::Code(words) => {
            text.push_str(words.trim_end());
            text.push('\n');
        }
        Block::Steps(steps) => {
            for (i, step) in steps.iter().enumerate() {
                writeln!(text, "{}. {}", i + 1, indented(step, "   ")).ok();
            }
        }
        Block::Points(points) => {
            for point in points {
                writeln!(text, "- {}", indented(point, "  ")).ok();
            }
        }
        Block::Rows(rows) => {
            for (name, value) in rows {
                writeln!(text, "{name}: {}", indented(value, "  ")).ok();
            }
        }
    }
}
