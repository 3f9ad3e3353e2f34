//! The names that facts are made of: `assets/facts.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

/// All of it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lists {
    /// Overlays and capture tools.
    pub overlay: Vec<Overlay>,
    /// Tools of developers.
    pub tool: Vec<Tool>,
    /// What changes are told of.
    pub changes: Watched,
}

/// An overlay or a capture tool.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// Its name.
    pub name: String,
    /// Its processes.
    pub processes: Vec<String>,
}

/// A tool of developers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// The program, and what it is asked with.
    pub run: Vec<String>,
    /// The systems it is asked on; empty: all.
    #[serde(default)]
    pub systems: Vec<String>,
    /// Finds the version in its first group.
    pub pattern: String,
}

/// Names of packages, products and drivers whose changes are told.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), expect(dead_code, reason = "each system reads its own list"))]
pub struct Watched {
    /// Packages of Linux.
    pub packages: Vec<String>,
    /// Products of Apple's.
    pub products: Vec<String>,
    /// Information files of drivers on Windows.
    pub drivers: Vec<String>,
}

// The file is part of the program; a test keeps it valid.
static LISTS: LazyLock<Lists> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/facts.toml")).unwrap_or_default());

/// The lists.
pub fn lists() -> &'static Lists {
    &LISTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_valid() {
        let lists: Lists = toml::from_str(include_str!("../../../assets/facts.toml")).expect("valid");
        assert!(lists.overlay.len() > 20 && lists.overlay.iter().all(|overlay| !overlay.processes.is_empty()));
        for tool in &lists.tool {
            assert!(tool.run.len() > 1, "{} is only run to be asked", tool.name);
            assert_eq!(regex::Regex::new(&tool.pattern).expect("valid").captures_len(), 2, "{}", tool.name);
        }
        let watched = [&lists.changes.packages, &lists.changes.products, &lists.changes.drivers];
        assert!(watched.iter().all(|names| !names.is_empty()));
    }
}
