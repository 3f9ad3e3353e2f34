//! What a game is made with, as far as its folder tells: that says where it writes its log.

use std::fs;
use std::path::Path;

/// More entries of a folder are not looked at.
const MOST_ENTRIES: usize = 2_000;

/// What a game is made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Unity, with the names its log lies under.
    Unity {
        /// The maker.
        company: String,
        /// The game.
        product: String,
    },
    /// Unreal, with the name of its project.
    Unreal {
        /// The project.
        project: String,
    },
}

/// The engine of the game in `folder`. Unity games carry both names in `*_Data/app.info`, Unreal games have their project
/// beside `Engine`.
#[must_use]
pub fn engine(folder: &Path) -> Option<Engine> {
    let names = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_ENTRIES);
        let mut names: Vec<_> = entries.map(|entry| entry.path()).collect();
        names.sort();
        names
    };
    let top = names(folder);
    // On macOS the data lies within the app.
    let data = top.iter().flat_map(|path| [path.clone(), path.join("Contents/Resources/Data")]);
    for path in data {
        let Ok(info) = fs::read_to_string(path.join("app.info")) else { continue };
        let mut lines = info.lines().map(str::trim);
        if let (Some(company), Some(product)) = (lines.next(), lines.next())
            && [company, product].iter().all(|name| is_a_name(name))
        {
            return Some(Engine::Unity { company: company.to_owned(), product: product.to_owned() });
        }
    }
    if !folder.join("Engine/Binaries").is_dir() {
        return None;
    }
    let project = top.iter().find(|path| path.join("Binaries").is_dir() && !path.ends_with("Engine"))?;
    let project = project.file_name()?.to_str()?.to_owned();
    Some(Engine::Unreal { project })
}

/// Whether it names one folder and nothing else.
fn is_a_name(name: &str) -> bool {
    !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\\', '*', '{', '}'])
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;

    #[test]
    fn engines_are_told_by_their_folders() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        assert_eq!(engine(folder.path()), None);
        fs::create_dir_all(at("Engine/Binaries/Win64")).unwrap();
        fs::create_dir_all(at("Полёт/Binaries/Win64")).unwrap();
        assert_eq!(engine(folder.path()), Some(Engine::Unreal { project: "Полёт".into() }));
        fs::create_dir_all(at("Flight_Data")).unwrap();
        fs::write(at("Flight_Data/app.info"), "../..\nX").unwrap();
        assert!(matches!(engine(folder.path()), Some(Engine::Unreal { .. })), "a path is no name");
        fs::write(at("Flight_Data/app.info"), "Example Games\r\nПолёт 2\r\n").unwrap();
        let unity = Engine::Unity { company: "Example Games".into(), product: "Полёт 2".into() };
        assert_eq!(engine(folder.path()), Some(unity));
    }
}
