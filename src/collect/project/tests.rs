use std::collections::BTreeSet;
use std::io::Read as _;

use super::*;
use crate::collect::steam::tests::put;

fn paths(survey: &Survey) -> Vec<String> {
    survey.files.iter().map(|file| file.path.display().to_string().replace('\\', "/")).collect()
}

fn look(folder: &Path) -> Survey {
    survey(folder, &Monitor::quiet()).unwrap()
}

#[test]
fn builds_and_what_git_ignores_stay_out() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("Пример");
    for path in [
        "Cargo.toml",
        "src/main.rs",
        "target/debug/app",
        "web/package.json",
        "web/index.js",
        "web/node_modules/left/index.js",
        "web/target/kept-by-nobody",
        ".git/config",
        ".github/ci.yml",
        ".DS_Store",
        "module/.git",
        "module/lib.rs",
        "notes/secret.log",
        "notes/дневник.md",
        "build/is a word here",
    ] {
        put(&root.join(path), "text");
    }
    put(&root.join(".gitignore"), "*.log\n");
    put(&root.join(".env"), "TOKEN=1\n");
    let found = look(&root);
    assert_eq!(
        paths(&found),
        [
            ".env",
            ".github/ci.yml",
            ".gitignore",
            "Cargo.toml",
            "build/is a word here",
            "module/lib.rs",
            "notes/дневник.md",
            "src/main.rs",
            "web/index.js",
            "web/package.json"
        ]
    );
    assert_eq!(found.kinds, ["Cargo", "npm"]);
    assert_eq!(found.files[0].concern, Some(Concern::SecretName));
    let left: Vec<(String, &str)> = found
        .left_out
        .iter()
        .map(|left| (left.path.display().to_string().replace('\\', "/"), left.kind.as_str()))
        .collect();
    let left: Vec<(&str, &str)> = left.iter().map(|(path, kind)| (path.as_str(), *kind)).collect();
    assert_eq!(left, [(".git", ""), ("target", "Cargo"), ("web/node_modules", "npm"), ("web/target", "Cargo")]);
}

#[test]
fn each_kind_is_told_and_its_builds_stay_out() {
    let kinds = [
        ("Xcode", "App.xcodeproj/project.pbxproj", "DerivedData/x", "App/Library/kept.swift"),
        ("Visual Studio", "App.sln", "App/obj/x", "App/Library/kept.cs"),
        ("Gradle", "settings.gradle.kts", "app/build/x", "app/src/kept.kt"),
        ("Unity", "ProjectSettings/ProjectVersion.txt", "Library/x", "Assets/Library/kept.cs"),
        ("Unreal", "Game.uproject", "Saved/x", "Source/kept.cpp"),
    ];
    for (kind, marker, out, kept) in kinds {
        let folder = tempfile::tempdir().unwrap();
        for path in [marker, out, kept] {
            put(&folder.path().join(path), "text");
        }
        let found = look(folder.path());
        assert_eq!(found.kinds, [kind]);
        let mut expected = [marker.to_owned(), kept.to_owned()];
        expected.sort();
        let mut paths = paths(&found);
        paths.sort();
        assert_eq!(paths, expected, "{kind}");
        assert_eq!(found.left_out[0].kind, kind);
    }
}

#[cfg(unix)]
#[test]
fn links_are_never_followed_not_even_those_that_come_later() {
    let folder = tempfile::tempdir().unwrap();
    let (root, outside) = (folder.path().join("project"), folder.path().join("outside"));
    put(&root.join("a.txt"), "a");
    put(&root.join("sub/b.txt"), "b");
    put(&outside.join("b.txt"), "secret");
    std::os::unix::fs::symlink(&outside, root.join("link")).unwrap();
    std::os::unix::fs::symlink(outside.join("b.txt"), root.join("link.txt")).unwrap();
    let found = look(&root);
    assert_eq!((paths(&found), found.links), (vec!["a.txt".to_owned(), "sub/b.txt".to_owned()], 2));
    // A folder becomes a link between looking and packing.
    fs::remove_dir_all(root.join("sub")).unwrap();
    std::os::unix::fs::symlink(&outside, root.join("sub")).unwrap();
    let packed = pack(&found, |_| true, folder.path(), &Monitor::quiet()).unwrap();
    assert_eq!(packed.missing, [PathBuf::from("sub/b.txt")]);
    assert!(!contents(&packed.path).iter().any(|(_, text)| text.contains("secret")));
}

fn contents(zip: &Path) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            (entry.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn the_zip_holds_what_was_ticked_and_its_list() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("Пример");
    put(&root.join("Cargo.toml"), "[package]\n");
    put(&root.join("src/main.rs"), "fn main() {}\n");
    put(&root.join("src/новый.rs"), "// grows\n");
    put(&root.join("gone.rs"), "x");
    put(&root.join(".env"), "TOKEN=1\n");
    let found = look(&root);
    put(&root.join("src/новый.rs"), "// grows\n// and grows\n");
    fs::remove_file(root.join("gone.rs")).unwrap();
    let off = BTreeSet::from([PathBuf::from(".env")]);
    let store = folder.path().join("store");
    let packed = pack(&found, |file| !off.contains(&file.path), &store, &Monitor::quiet()).unwrap();
    assert_eq!(packed.path, store.join("Пример.zip"));
    assert_eq!((packed.changed.clone(), packed.missing.clone()), (vec!["src/новый.rs".into()], vec!["gone.rs".into()]));
    let inside = contents(&packed.path);
    let names: Vec<&str> = inside.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Пример/Cargo.toml", "Пример/src/main.rs", "Пример/src/новый.rs", "Пример/CONTENTS.txt"]);
    let list = &inside[3].1;
    assert!(list.contains("changed meanwhile: src/новый.rs") && list.contains("missing: gone.rs"), "{list}");
    assert!(list.contains("Пример/src/main.rs") && list.lines().filter(|line| line.len() > 80).count() == 3, "{list}");
    // The same once more has a name of its own.
    let again = pack(&found, |file| !off.contains(&file.path), &store, &Monitor::quiet()).unwrap();
    assert_eq!(again.path, store.join("Пример-2.zip"));
}

#[test]
fn a_stop_leaves_nothing_and_what_is_no_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder.path().join("project/a.txt"), "a");
    let found = look(&folder.path().join("project"));
    let monitor = Monitor::quiet();
    monitor.stop();
    let store = folder.path().join("store");
    assert!(matches!(pack(&found, |_| true, &store, &monitor), Err(Error::Stopped(_))));
    assert!(fs::read_dir(&store).into_iter().flatten().next().is_none());
    assert!(matches!(survey(&folder.path().join("project"), &monitor), Err(Error::Stopped(_))));
    let file = folder.path().join("project/a.txt");
    assert!(matches!(survey(&file, &Monitor::quiet()), Err(Error::NotAFolder { .. })));
    assert!(matches!(survey(&folder.path().join("gone"), &Monitor::quiet()), Err(Error::Read { .. })));
    let large = ProjectFile { size_bytes: MOST_BYTES + 1, ..found.files[0].clone() };
    let large = Survey { files: vec![large], ..found };
    assert!(matches!(pack(&large, |_| true, &store, &Monitor::quiet()), Err(Error::ProjectTooLarge { .. })));
}
