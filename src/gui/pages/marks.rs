//! What is pointed at inside the texts: the words that findings speak of, and the places that were searched for.

use std::ops::Range;

use crate::gui::find;
use crate::gui::state::{Open, State};
use crate::model::{Fix, Item, Outcome};

/// Places in a text, in bytes, with a note about each; where something is searched for, its places without notes.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Where.
    pub places: Vec<Range<usize>>,
    /// What is wrong there.
    pub notes: Vec<String>,
}

/// The places in the text of a field as it is now.
#[must_use]
pub fn marks(state: &State, open: &Open, field: &str, text: &str) -> Marks {
    let searched = state.local.find.as_ref().map(|find| find.query.as_str()).filter(|query| !query.is_empty());
    let mut found = Vec::new();
    if let Some(query) = searched {
        found.extend(find::places(text, query).into_iter().map(|place| (place, String::new())));
    } else if open.reviewed == open.revision {
        let is_open = |item: &&Item| matches!(item.outcome, Outcome::MustFix | Outcome::Confirm);
        for item in open.report.items.iter().filter(is_open) {
            let here = item.spans.iter().filter(|span| span.field == field);
            // Below the description a banner says the same.
            let is_told = field == "description" && item.fix == Some(Fix::Split);
            let note =
                if is_told { String::new() } else { format!("{}. {}", item.title.trim_end_matches('.'), item.message) };
            found.extend(here.map(|span| (span.start..span.end, note.clone())));
        }
    }
    if found.is_empty() {
        return Marks::default();
    }
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut marks = Marks::default();
    for (place, note) in found {
        if let (Some(start), Some(end)) = (starts.get(place.start), starts.get(place.end)) {
            marks.places.push(*start..*end);
            marks.notes.push(note);
        }
    }
    if searched.is_some() {
        marks.notes.clear();
    }
    marks
}
