//! What became of an incident after it was composed.

use jiff::Timestamp;
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
    /// When the user said that it was sent, RFC 3339 in UTC.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub handed_over_at: String,
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

impl Status {
    /// When it was sent: as the user said, else when its number came, else, where there is a number, when it was exported.
    /// None for what was not marked as sent.
    #[must_use]
    pub fn sent_at(&self) -> Option<Timestamp> {
        let time = |text: &str| text.parse().ok();
        let has_number = !self.ticket.trim().is_empty();
        let exported = || self.sent.last().and_then(|sent| time(&sent.at));
        time(&self.handed_over_at).or_else(|| if has_number { time(&self.ticket_at).or_else(exported) } else { None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_only_exported_was_not_sent() {
        let at = |text: &str| text.parse::<Timestamp>().ok();
        let exported = Sent { at: "2026-11-18T10:00:00Z".to_owned(), path: "a.zip".to_owned() };
        let mut status = Status { sent: vec![exported], ..Status::default() };
        assert_eq!(status.sent_at(), None);
        status.ticket = "HT-1".to_owned();
        assert_eq!(status.sent_at(), at("2026-11-18T10:00:00Z"));
        status.ticket_at = "2026-11-18T12:00:00Z".to_owned();
        assert_eq!(status.sent_at(), at("2026-11-18T12:00:00Z"));
        status.handed_over_at = "2026-11-18T11:00:00Z".to_owned();
        assert_eq!(status.sent_at(), at("2026-11-18T11:00:00Z"));
    }
}
