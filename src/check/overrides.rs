//! Going on although a check says no: with a reason, and only as long as the words it speaks of stay the same.
//!
//! `draft.overrides` holds the reason by check id; an empty one counts for nothing. Where a finding quotes words,
//! `draft.override_words` holds a mark of them: once they change the question comes back. Without a mark (an incident file
//! written by hand) the override holds for any words.

use crate::model::{Draft, Fingerprint, Item, Lang, Outcome, Profile};
use crate::text::{t, tf};

use super::{note, rules};

/// Notes the user's `reason` for going on although `item` is not met.
pub fn override_item(draft: &mut Draft, item: &Item, reason: &str) {
    draft.overrides.insert(item.check.clone(), reason.trim().to_owned());
    if item.spans.is_empty() {
        draft.override_words.remove(&item.check);
    } else {
        draft.override_words.insert(item.check.clone(), mark(item));
    }
}

/// Takes the override of `check` back.
pub fn take_back(draft: &mut Draft, check: &str) {
    draft.overrides.remove(check);
    draft.override_words.remove(check);
}

/// The item, overridden if the user said why and the words are still the same.
pub(super) fn apply(draft: &Draft, mut item: Item, lang: Lang) -> Item {
    if item.outcome == Outcome::Pass || draft.overrides.get(&item.check).is_none_or(|why| why.trim().is_empty()) {
        return item;
    }
    if draft.override_words.get(&item.check).is_none_or(|words| *words == mark(&item)) {
        item.outcome = Outcome::Overridden;
    } else {
        item.message = format!("{} {}", item.message, t(lang, "check-words-changed"));
    }
    item
}

/// A note for every override that no rule of the destination answers to.
pub(super) fn unknown(draft: &Draft, profile: &Profile, lang: Lang) -> Vec<Item> {
    let known = rules::effective(profile);
    let is_rule = |id: &str| rules::common().iter().any(|rule| rule.id == id);
    draft
        .overrides
        .keys()
        // A rule of another destination, or one switched off here, is no mistake.
        .filter(|id| !known.iter().any(|rule| rule.id == **id) && !is_rule(id))
        .map(|id| note("unknown-override", tf(lang, "check-unknown-override", &[("id", id.as_str().into())]), lang))
        .collect()
}

/// A mark of the words that a finding quotes; where they stand does not count, nor do blanks around them.
fn mark(item: &Item) -> String {
    format!("{:016x}", Fingerprint::of(item.spans.iter().map(|span| span.text.trim())))
}
