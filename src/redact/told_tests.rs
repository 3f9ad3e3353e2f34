//! Which rule hides what: for whoever looks at real texts. Nothing is asserted, and nothing is written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::engine::Engine;
use super::policy::Policy;

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { files(&path, all) } else { all.push(path) }
    }
    all.sort();
}

/// Tells every hidden place of every file in a folder: rule, value between its neighbours, file. And how many in 100 KB, by folder.
#[test]
#[ignore = "a list: CASEFILE_FOLDER=folder cargo test --lib told -- --ignored --nocapture"]
fn places_of_a_folder() {
    let root = PathBuf::from(std::env::var_os("CASEFILE_FOLDER").expect("CASEFILE_FOLDER names the folder"));
    let mut all = Vec::new();
    files(&root, &mut all);
    let mut kinds: BTreeMap<PathBuf, (usize, usize)> = BTreeMap::new();
    for path in all {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        let mut engine = Engine::new(&Policy::default());
        engine.learn(&text);
        let name = path.strip_prefix(&root).unwrap();
        let kind = kinds.entry(name.parent().unwrap().to_owned()).or_default();
        kind.0 += text.len();
        for (rule, start, end) in engine.told(&text) {
            kind.1 += 1;
            let before: String = text[..start].chars().rev().take(50).collect::<Vec<_>>().into_iter().rev().collect();
            let after: String = text[end..].chars().take(30).collect();
            let value = &text[start..end];
            println!("{rule}\t{:?}\t{:?}\t{:?}\t{}", before, value, after, name.display());
        }
    }
    for (kind, (bytes, places)) in kinds {
        println!("#KIND {} {bytes} {places} {:.2}", kind.display(), places as f64 * 1e5 / bytes.max(1) as f64);
    }
}
