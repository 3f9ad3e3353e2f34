//! What is hidden in one incident.

use std::collections::BTreeMap;

use crate::model::KnownTerms;

/// What to hide.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// What the computer knows about its user; empty with `--cold`.
    pub known: KnownTerms,
    /// Words the user wants hidden.
    pub hide: Vec<String>,
    /// Words the user wants kept.
    pub keep: Vec<String>,
}

/// How many distinct values of each class were hidden: class name (`user`, `ip`, `email`, …) to count.
pub type Counts = BTreeMap<String, usize>;
