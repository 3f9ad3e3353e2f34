//! What systems show of the program: icons in every size, and descriptions that say its version.

#![allow(clippy::expect_used, reason = "what is missing fails the test")]

use std::fs;

const VERSION: &str = env!("CARGO_PKG_VERSION");

#[test]
fn every_icon_has_the_size_that_its_name_says() {
    for size in [16, 24, 32, 48, 64, 128, 256, 512, 1024] {
        let path = format!("assets/icons/casefile-{size}.png");
        let picture = image::open(&path).expect(&path).into_rgba8();
        assert_eq!(picture.dimensions(), (size, size), "{path}");
        let corner = picture.get_pixel(0, 0).0[3];
        let middle = picture.get_pixel(size / 2, size * 5 / 8).0;
        assert!(corner == 0 && middle[3] == 255, "{path}: {corner} {middle:?}");
    }
    let ico = fs::read("assets/icons/casefile.ico").expect("the Windows icon");
    assert_eq!(ico.get(..6).expect("a head"), [0, 0, 1, 0, 6, 0]);
    let icns = fs::read("assets/icons/casefile.icns").expect("the macOS icon");
    let told = icns.get(4..8).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    assert_eq!((icns.get(..4), told), (Some(b"icns".as_slice()), Some(icns.len() as u32)));
}

#[test]
fn every_description_says_this_version() {
    for (path, words) in [
        ("assets/app/Info.plist", format!("<key>CFBundleShortVersionString</key><string>{VERSION}</string>")),
        ("assets/app/casefile.exe.manifest", format!("name=\"Casefile\" version=\"{VERSION}.0\"")),
        ("assets/app/casefile.metainfo.xml", format!("<release version=\"{VERSION}\"")),
    ] {
        assert!(fs::read_to_string(path).expect(path).contains(&words), "{path} lacks {words}");
    }
}

#[test]
fn the_desktop_entry_names_what_there_is() {
    let entry = fs::read_to_string("assets/app/casefile.desktop").expect("the entry");
    for line in ["Exec=casefile %F", "Icon=casefile", "StartupWMClass=casefile", "Name=Casefile"] {
        assert!(entry.lines().any(|it| it == line), "{line}");
    }
}
