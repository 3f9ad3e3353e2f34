//! Makes several drafts of one that mixes several matters.
use crate::model::{Draft, IssuePart};
/// x
#[must_use]
pub fn split(draft: &Draft, _parts: &[IssuePart]) -> Vec<Draft> {
    vec![draft.clone()]
}
