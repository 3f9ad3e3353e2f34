//! Placeholders that stay what they were, and the answer to "who was host-2?", as scripts use them.

use std::fs;
use std::path::PathBuf;

use crate::desk::{Desk, READY};

impl Desk {
    fn bundle(&self, file: &str, more: &[&str]) -> String {
        let words = [&["bundle", file, "--cold", "--force", "--text", "-"], more].concat();
        let said = self.run(&words);
        assert_eq!(said.code, 0, "{}{}", said.out, said.err);
        said.out
    }

    fn maps(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path("home/maps")).into_iter().flatten().flatten();
        let mut maps: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        maps.sort();
        maps
    }
}

fn incident(error: &str) -> String {
    format!("{READY}error_text = '{error}'\n")
}

#[test]
fn placeholders_stay_what_they_were_and_are_told() {
    let desk = Desk::new();
    desk.write("a.toml", incident("ssh gretek@nas.lan failed, 192.168.7.4 unreachable"));
    let first = desk.bundle("a.toml", &[]);
    assert!(first.contains("<ip-1>") && !first.contains("192.168.7.4"), "{first}");
    desk.write("a.toml", incident("route 192.168.7.99, then 192.168.7.4, then 93.184.216.34"));
    let second = desk.bundle("a.toml", &[]);
    assert!(second.contains("route <ip-2>, then <ip-1>, then <ip-3>"), "{second}");

    let who = |placeholder: &str| desk.run(&["redact", "--who", placeholder]);
    assert_eq!(who("ip-1").out, "192.168.7.4 (address of a local network)\n");
    assert_eq!(who("<ip-2>").out, "192.168.7.99 (address of a local network; same subnet as <ip-1>)\n");
    assert_eq!(who("ip-3").out, "93.184.216.34 (address on the internet)\n");
    for incident in ["a.toml", "a.zip"] {
        let said = desk.run(&["redact", "--who", "ip-3", "--incident", incident]);
        assert_eq!((said.code, said.out.as_str()), (0, "93.184.216.34 (address on the internet)\n"), "{}", said.err);
    }
    assert_eq!(who("ip-9").code, 1);
    assert!(who("ip-9").err.contains("ip-9"));
    assert_eq!(who("nobody").code, 2);
    assert_eq!(desk.run(&["redact", "--who", "ip-1", "--incident", "other"]).code, 1);

    let zip = fs::read(desk.path("a.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    for index in 0..archive.len() {
        let mut content = Vec::new();
        std::io::copy(&mut archive.by_index(index).unwrap(), &mut content).unwrap();
        let text = String::from_utf8_lossy(&content);
        assert!(!text.contains("192.168.7") && !text.contains("private-map"), "{index}");
    }
    #[cfg(unix)]
    for map in desk.maps() {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(map).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn two_incidents_have_two_maps_and_one_goes_with_its_file() {
    let desk = Desk::new();
    desk.write("a.toml", incident("host 192.168.7.4"));
    desk.write("b.toml", incident("host 10.1.2.3"));
    desk.bundle("a.toml", &[]);
    desk.bundle("b.toml", &[]);
    let both = desk.run(&["redact", "--who", "ip-1"]).out;
    assert!(both.contains("a.toml: 192.168.7.4") && both.contains("b.toml: 10.1.2.3"), "{both}");
    fs::remove_file(desk.path("a.toml")).unwrap();
    desk.bundle("b.toml", &[]);
    assert_eq!(desk.maps().len(), 1);
    assert!(desk.run(&["redact", "--who", "ip-1"]).out.starts_with("10.1.2.3"));
}

#[test]
fn a_broken_map_is_told_and_nothing_collides() {
    let desk = Desk::new();
    desk.write("a.toml", incident("host 192.168.7.4 and 10.1.2.3"));
    desk.bundle("a.toml", &[]);
    let map = desk.maps().remove(0);
    let whole = fs::read_to_string(&map).unwrap();
    fs::write(&map, whole.replace("format = 1", "format = [")).unwrap();
    let said = desk.run(&["redact", "--who", "ip-1", "--incident", "a.toml"]);
    assert_eq!(said.code, 3);
    assert!(
        said.err.contains(map.file_name().unwrap().to_str().unwrap()) && !said.err.contains("192.168"),
        "{}",
        said.err
    );
    let said = desk.run(&["bundle", "a.toml", "--cold", "--force", "--text", "-"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("can’t be read") && said.err.contains("1002"), "{}", said.err);
    assert!(said.out.contains("host <ip-1002> and <ip-1003>"), "{}", said.out);
    assert!(desk.bundle("a.toml", &[]).contains("host <ip-1002> and <ip-1003>"));
    assert_eq!(desk.maps().len(), 2, "the broken one is put aside");
}

#[test]
fn words_and_classes_are_kept_where_the_place_allows_it() {
    let desk = Desk::new();
    let text = "login gretek@firm-intern.de from 192.168.7.4 and 93.184.216.34";
    desk.write("a.toml", incident(text));
    let hidden = desk.bundle("a.toml", &[]);
    assert!(hidden.contains("from <ip-1> and <ip-2>"), "{hidden}");
    assert!(desk.bundle("a.toml", &["--keep-class", "lan"]).contains("from 192.168.7.4 and <ip-2>"));
    assert!(desk.bundle("a.toml", &["--keep", "93.184.216.34"]).contains("from <ip-1> and 93.184.216.34"));
    assert!(desk.bundle("a.toml", &["--keep-class", "email"]).contains("gretek@firm-intern.de"));
    desk.write("a.toml", format!("{}keep_classes = [\"ip\"]\n", incident(text)));
    assert!(desk.bundle("a.toml", &[]).contains("from 192.168.7.4 and 93.184.216.34"));

    let wrong = desk.run(&["bundle", "a.toml", "--keep-class", "emial"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("did you mean email"), "{}", wrong.err);
    assert_eq!(desk.run(&["bundle", "a.toml", "--keep-class", "secret"]).code, 2);
    desk.write("b.toml", format!("{}keep_classes = [\"stem\"]\n", incident("x")));
    let wrong = desk.run(&["check", "b.toml"]);
    assert_eq!(wrong.code, 3);
    assert!(wrong.err.contains("steam") && wrong.err.contains("b.toml"), "{}", wrong.err);

    desk.write("in.txt", "mail gretek@firm-intern.de from 192.168.7.4\n");
    let said = desk.run(&["redact", "in.txt", "--cold", "--keep-class", "ip", "--keep", "GRETEK@firm-intern.de"]);
    assert_eq!(said.out, "mail gretek@firm-intern.de from 192.168.7.4\n");
}

#[test]
fn a_public_place_takes_no_class_as_a_whole() {
    let desk = Desk::new();
    let text = incident("from 192.168.7.4").replace("any-support-email", "dxvk-github");
    desk.write("a.toml", format!("{text}keep_classes = [\"ip\"]\n"));
    let said = desk.run(&["bundle", "a.toml", "--cold", "--dry-run", "--keep-class", "ip"]);
    assert!(said.err.contains("ip") && said.err.contains("stays hidden"), "{}", said.err);
    assert!(said.out.contains("One value is replaced"), "{}", said.out);
}

#[test]
fn a_wrong_policy_of_a_destination_is_told_with_its_line() {
    let desk = Desk::new();
    let text = include_str!("../../assets/profiles/riot-valorant.toml")
        .replace("keep = [\"identity\"]", "keep = [\"identiti\"]");
    fs::create_dir_all(desk.path("home/config/profiles")).unwrap();
    desk.write("home/config/profiles/riot-valorant.toml", &text);
    let said = desk.run(&["destinations"]);
    let line = text.lines().position(|line| line.contains("identiti")).unwrap() + 1;
    assert!(said.err.contains(&line.to_string()) && said.err.contains("identity"), "{}", said.err);
}
