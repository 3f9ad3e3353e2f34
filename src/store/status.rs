//! What became of an incident after it was composed.

use serde::{Deserialize, Serialize};

/// One export.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sent {
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Where the bundle was saved.
    pub path: String,
}

/// The ledger of one incident; kept beside its draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// Exports, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Sent>,
    /// The number the desk gave it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ticket: String,
    /// When the ticket number was noted, RFC 3339 in UTC.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ticket_at: String,
    /// Whether the desk has answered.
    pub answered: bool,
    /// The incident it was split off from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parked_by: Option<String>,
}
