//! What a job is doing, in words.

use crate::compose::specs;
use crate::job::Stage;
use crate::model::Lang;
use crate::text::{t, tf};

/// A stage in words.
#[must_use]
pub fn stage(lang: Lang, stage: &Stage) -> String {
    match stage {
        Stage::Starting => t(lang, "stage-starting"),
        Stage::Asking(fact) => tf(lang, "stage-asking", &[("fact", specs::label(*fact, lang).into())]),
        Stage::Reading(name) => tf(lang, "stage-reading", &[("name", name.as_str().into())]),
        Stage::Searching(name) => tf(lang, "stage-searching", &[("name", name.as_str().into())]),
        Stage::Packing(name) => tf(lang, "stage-packing", &[("name", name.as_str().into())]),
        Stage::Verifying => t(lang, "stage-verifying"),
        Stage::Waiting(secs) => tf(lang, "stage-waiting", &[("secs", (*secs as usize).into())]),
    }
}
