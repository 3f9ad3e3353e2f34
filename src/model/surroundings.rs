//! Facts about what surrounds a problem: interfaces to the graphics, recent changes, power, tools.

use serde::{Deserialize, Serialize};

/// A name with its version: an interface to the graphics, a tool of developers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its name, `Vulkan`.
    pub name: String,
    /// Its version, `1.3.280`.
    pub version: String,
}

/// A driver or a part of the system that was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// When, `2026-11-17`.
    pub date: String,
    /// What.
    pub name: String,
    /// The version before; empty where it was new or is not told.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The version since; empty where it is not told.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub after: String,
}

/// How the computer spends its power.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Power {
    /// The plan or profile, `balanced`.
    pub plan: Option<String>,
    /// Whether it runs from its battery; absent where it has none or does not tell.
    pub on_battery: Option<bool>,
}
