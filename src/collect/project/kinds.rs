//! Kinds of projects and what stays out of them: `assets/projects.toml`.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::collect::places::matches;

/// Entries of a folder that are looked at for what it is.
const MOST_ENTRIES: usize = 2_000;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    always: Vec<String>,
    always_files: Vec<String>,
    secrets: Vec<String>,
    not_secrets: Vec<String>,
    kind: Vec<Kind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    name: String,
    markers: Vec<String>,
    leave_out: Vec<String>,
}

// The file is part of the program; a test keeps it valid.
static DATA: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/projects.toml")).unwrap_or_default());

/// Whether a file of this name usually holds keys.
pub fn is_secret(name: &str) -> bool {
    let any = |list: &[String]| list.iter().any(|pattern| matches(pattern, name));
    any(&DATA.secrets) && !any(&DATA.not_secrets)
}

/// Whether a file of this name is left behind by a system.
pub fn is_litter(name: &str) -> bool {
    DATA.always_files.iter().any(|pattern| matches(pattern, name))
}

/// What the folders of one project are, each looked at once.
pub struct Kinds {
    root: PathBuf,
    known: HashMap<PathBuf, Vec<&'static Kind>>,
}

impl Kinds {
    /// The folders of the project in `root`.
    pub fn of(root: &Path) -> Self {
        Self { root: root.to_owned(), known: HashMap::new() }
    }

    /// Why the folder at `path` stays out: the name of the kind, empty where it is never a part of a project.
    pub fn left_out(&mut self, path: &Path) -> Option<&'static str> {
        let name = path.file_name()?.to_string_lossy().into_owned();
        if DATA.always.iter().any(|pattern| matches(pattern, &name)) {
            return Some("");
        }
        let parent = path.parent()?.to_owned();
        let mut above = Some(parent.as_path());
        while let Some(folder) = above.filter(|folder| folder.starts_with(&self.root)) {
            for kind in self.at(folder) {
                let is_out = |pattern: &String| match pattern.strip_prefix('/') {
                    Some(beside) => folder == parent && matches(beside, &name),
                    None => matches(pattern, &name),
                };
                if kind.leave_out.iter().any(is_out) {
                    return Some(&kind.name);
                }
            }
            above = folder.parent();
        }
        None
    }

    /// The kinds that were met, in the order of the catalogue.
    pub fn met(&self) -> Vec<String> {
        let is_met = |kind: &&Kind| self.known.values().flatten().any(|known| known.name == kind.name);
        DATA.kind.iter().filter(is_met).map(|kind| kind.name.clone()).collect()
    }

    /// Notes what the folder is.
    pub fn look(&mut self, folder: &Path) {
        self.at(folder);
    }

    fn at(&mut self, folder: &Path) -> Vec<&'static Kind> {
        if let Some(known) = self.known.get(folder) {
            return known.clone();
        }
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_ENTRIES);
        let names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let is_here = |kind: &&Kind| kind.markers.iter().any(|marker| names.iter().any(|name| matches(marker, name)));
        let kinds: Vec<&'static Kind> = DATA.kind.iter().filter(is_here).collect();
        self.known.insert(folder.to_owned(), kinds.clone());
        kinds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_valid() {
        let file: File = toml::from_str(include_str!("../../../assets/projects.toml")).expect("valid");
        for wanted in ["Xcode", "Visual Studio", "Cargo", "Gradle", "npm", "Unity", "Unreal"] {
            assert!(file.kind.iter().any(|kind| kind.name == wanted), "{wanted}");
        }
        assert!(file.kind.iter().all(|kind| !kind.markers.is_empty() && !kind.leave_out.is_empty()));
    }

    #[test]
    fn names_of_keys_are_known() {
        for name in [".env", ".env.production", "server.PEM", "id_rsa", "local.properties", "AuthKey_X.p8"] {
            assert!(is_secret(name), "{name}");
        }
        for name in [".env.example", "environment.rs", "id_rsa.pub", "keyboard.rs", "key.rs"] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
