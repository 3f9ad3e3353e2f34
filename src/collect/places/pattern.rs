//! Folders with `{name}` at the start and `*` for any one folder, turned into the folders that are there.
//!
//! Never here: a walk without a limit.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::roots::Roots;

/// Entries of one folder that are looked at.
const MOST_ENTRIES: usize = 4_000;
/// Folders that one pattern may name.
const MOST_FOLDERS: usize = 300;

/// The folders that `pattern` names and that are there. One that speaks of what `roots` does not know names none.
pub fn folders(pattern: &str, roots: &Roots) -> Vec<PathBuf> {
    let mut parts = pattern.split('/');
    let first = parts.next().and_then(|first| first.strip_prefix('{')?.strip_suffix('}'));
    let Some(start) = first.and_then(|name| roots.get(name)) else { return Vec::new() };
    let mut found = vec![start.to_owned()];
    for part in parts {
        let named = match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => match roots.get(name).filter(|name| is_one_name(name)) {
                Some(name) => name.to_string_lossy().into_owned(),
                None => return Vec::new(),
            },
            None => part.to_owned(),
        };
        found = if part.contains('*') {
            found.iter().flat_map(|folder| children(folder, &named)).take(MOST_FOLDERS).collect()
        } else {
            found.into_iter().map(|folder| folder.join(&named)).collect()
        };
    }
    found.retain(|folder| folder.is_dir());
    found
}

/// The folders in `folder` whose names match; no links, so that nothing is met twice.
fn children(folder: &Path, pattern: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_ENTRIES);
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter(|entry| matches(pattern, &entry.file_name().to_string_lossy()))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

fn is_one_name(name: &Path) -> bool {
    let mut parts = name.components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
}

/// Whether `name` is of the form `pattern`, in which `*` stands for any characters; case does not count.
pub fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_lowercase(), name.to_lowercase());
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, middle)) = pieces.split_last() else { return rest.is_empty() };
    for piece in middle {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
/// The names a place may start from.
const NAMES: [&str; 19] = [
    "home",
    "top",
    "local",
    "local_low",
    "roaming",
    "documents",
    "temp",
    "program_data",
    "program_files",
    "program_files_x86",
    "windows",
    "library",
    "config",
    "data",
    "state",
    "cache",
    "flatpak",
    "snap",
    "proton_log",
];
#[cfg(test)]
/// Those that are known once a game was chosen.
const GAME_NAMES: [&str; 6] = ["steam", "game", "app_id", "company", "product", "project"];
#[cfg(test)]
/// Whether a pattern of the catalogue is understood.
pub fn is_valid(pattern: &str) -> bool {
    let parts: Vec<&str> = pattern.split('/').collect();
    let known = |name: &str| NAMES.contains(&name) || GAME_NAMES.contains(&name);
    let names = |part: &str| part.strip_prefix('{').and_then(|part| part.strip_suffix('}')).is_some_and(known);
    parts.first().is_some_and(|first| names(first))
        && parts
            .iter()
            .skip(1)
            .all(|part| !part.is_empty() && *part != ".." && (!part.contains(['{', '}']) || names(part)))
        && parts.iter().filter(|part| part.contains('*')).count() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_their_patterns() {
        assert!(matches("*.log", "Журнал.LOG") && matches("core.*.zst", "core.x.1.zst") && matches("a", "A"));
        assert!(!matches("*.log", "a.log.gz") && !matches("a", "ab") && !matches("core.*.zst", "core.zst"));
        assert!(matches("hs_err_pid*.log", "hs_err_pid7.log") && matches("*", "") && matches("a*a", "aa"));
        assert!(!matches("a*a", "a"));
    }

    #[test]
    fn only_known_names_and_no_way_up() {
        assert!(is_valid("{home}/.config/*/logs") && is_valid("{local_low}/{company}/{product}"));
        for wrong in ["home/x", "{who}/x", "{home}/../x", "{home}/*/*/*/x", "{home}//x", "/etc"] {
            assert!(!is_valid(wrong), "{wrong}");
        }
    }
}
