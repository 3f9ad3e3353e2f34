//! What the user chose for the program itself. A wrong value costs only itself.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Error;
use crate::model::Lang;
use crate::platform::{Folders, replace};

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Follows the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Interface language; absent: the system's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// Theme.
    pub theme: ThemeChoice,
    /// Folder name of the incident that was open last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_incident: Option<String>,
}

impl Settings {
    /// The settings as kept; what is missing or wrong has its usual value.
    #[must_use]
    pub fn load(folders: &Folders) -> Self {
        let text = fs::read_to_string(file(folders)).unwrap_or_default();
        let table: toml::Table = text.parse().unwrap_or_default();
        Self {
            language: value(&table, "language"),
            theme: value(&table, "theme").unwrap_or_default(),
            last_incident: value(&table, "last_incident"),
        }
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn save(&self, folders: &Folders) -> Result<(), Error> {
        let text = toml::to_string_pretty(self).unwrap_or_default();
        Ok(replace(&file(folders), text.as_bytes())?)
    }
}

fn file(folders: &Folders) -> PathBuf {
    folders.config.join("settings.toml")
}

fn value<'de, T: Deserialize<'de>>(table: &toml::Table, key: &str) -> Option<T> {
    T::deserialize(table.get(key)?.clone()).ok()
}
