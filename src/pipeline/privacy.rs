//! The checklist's row about private data, which only redaction can fill.

use crate::model::{Item, Lang, Outcome};
use crate::redact::Counts;
use crate::text::{t, tf};

/// "Private data hidden (7)".
#[must_use]
pub fn row(hidden: &Counts, lang: Lang) -> Item {
    let count: usize = hidden.values().sum();
    Item {
        check: "private-data".to_owned(),
        title: tf(lang, "privacy-title", &[("count", count.into())]),
        outcome: Outcome::Pass,
        field: "review".to_owned(),
        message: tf(lang, "privacy-message", &[("count", count.into())]),
        why: t(lang, "privacy-why"),
        spans: Vec::new(),
        fix: None,
    }
}
