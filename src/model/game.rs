//! The game or app an incident is about, as its store has it installed.

use serde::{Deserialize, Serialize};

/// What the store is doing with a game.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GameState {
    /// Installed and up to date.
    Installed,
    /// An update waits or is paused.
    UpdateWaits,
    /// It is being updated right now.
    Updating,
    /// Files are missing or damaged.
    Damaged,
    /// Not told.
    #[default]
    Unknown,
}

impl GameState {
    /// The name used in incident files and message ids.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Installed => "installed",
            Self::UpdateWaits => "update-waits",
            Self::Updating => "updating",
            Self::Damaged => "damaged",
            Self::Unknown => "unknown",
        }
    }
}

/// A game as its store has it installed. What is not told is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Game {
    /// Its name.
    pub name: String,
    /// Its number in Steam's shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steam_app: Option<u32>,
    /// Build of its files, `6245`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub build: String,
    /// The branch or beta the user has chosen.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub branch: String,
    /// When it was updated last, `2026-11-18`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub updated: String,
    /// What the store is doing with it.
    pub state: GameState,
    /// Version of Proton it runs with.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub proton: String,
    /// Version of the Steam client.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub client: String,
    /// The beta that the Steam client takes part in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub client_beta: String,
    /// Mount point or letter of the drive it is installed on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub drive: String,
    /// Free space on that drive, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_bytes: Option<u64>,
}
