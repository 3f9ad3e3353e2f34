//! The name under which the desk knows the user: it stays in the field that asks for it, and in the row that tells it.
//!
//! Never here: any other text around it. In prose, logs and file names it is hidden like every other name.

use crate::model::{Block, FieldValue, Incident};

/// Fields and rows that were taken out, so that nothing is learnt of them and nothing in them is replaced.
pub(super) struct Aside {
    fields: Vec<(String, FieldValue)>,
    rows: Vec<(usize, usize, usize, String)>,
    texts: Vec<(usize, usize, String)>,
}

impl Aside {
    /// Takes out what holds one of `identities` and nothing else.
    pub fn take(incident: &mut Incident, identities: &[String]) -> Self {
        let mut aside = Self { fields: Vec::new(), rows: Vec::new(), texts: Vec::new() };
        let is_one = |text: &str| identities.iter().any(|identity| identity.trim() == text.trim());
        for (id, value) in &mut incident.draft.fields {
            if is_one(&value.text()) {
                let taken = std::mem::replace(value, FieldValue::Text(String::new()));
                aside.fields.push((id.clone(), taken));
            }
        }
        for (section_index, section) in incident.sections.iter_mut().enumerate() {
            for (block_index, block) in section.blocks.iter_mut().enumerate() {
                match block {
                    Block::Rows(rows) => {
                        for (row_index, (_, value)) in rows.iter_mut().enumerate().filter(|(_, row)| is_one(&row.1)) {
                            aside.rows.push((section_index, block_index, row_index, std::mem::take(value)));
                        }
                    }
                    Block::Text(text) if is_one(text) => {
                        aside.texts.push((section_index, block_index, std::mem::take(text)));
                    }
                    _ => {}
                }
            }
        }
        aside
    }

    /// Puts everything back where it was.
    pub fn put_back(self, incident: &mut Incident) {
        incident.draft.fields.extend(self.fields);
        for (section, block, row, value) in self.rows {
            if let Some(Block::Rows(rows)) =
                incident.sections.get_mut(section).and_then(|one| one.blocks.get_mut(block))
                && let Some(place) = rows.get_mut(row)
            {
                place.1 = value;
            }
        }
        for (section, block, value) in self.texts {
            if let Some(Block::Text(text)) =
                incident.sections.get_mut(section).and_then(|one| one.blocks.get_mut(block))
            {
                *text = value;
            }
        }
    }
}
