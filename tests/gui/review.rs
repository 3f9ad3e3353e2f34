//! Review: each hidden value in its place, and the user's choice about it, by accessible names.

use std::io::{Read, Write};
use std::path::Path;

use crate::desk::{Desk, SIZE};
use casefile::gui::action::{Action, Section, Way};
use casefile::model::{Draft, Lang, PrivateClass, Sending};
use casefile::store::{self, Drafts};
use casefile::text::{t, tf};
use eframe::egui::{Role, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

const STEPS: [&str; 2] = ["Start the game", "Press play"];

/// An incident for a mailbox, with addresses in its error, on its Review page with the hidden values open.
fn reviewing(lang: Lang, destination: &str) -> Desk {
    let mut desk = Desk::new(SIZE, Theme::Light, lang);
    desk.act(Action::New(destination.to_owned()));
    let open = desk.app().state.open.as_mut().expect("an incident");
    open.draft = Draft {
        destination: destination.to_owned(),
        language: lang,
        title: "The game closes when a match loads".into(),
        description: "Since the update of 18 November the game closes while a match is loading, every time.".into(),
        error_text: "route 192.168.7.4 to 93.184.216.34\nmail gretek@firm-intern.de lost".into(),
        steps: STEPS.map(str::to_owned).to_vec(),
        expected: "It loads".into(),
        actual: "It closes".into(),
        started: "18 Nov 2026".into(),
        ..Draft::default()
    };
    open.step();
    desk.act(Action::Go(Section::Review));
    desk.harness.get_by_role_and_label(Role::Link, &t(lang, "show-values")).click_accesskit();
    desk.settle();
    desk
}

fn draft(desk: &mut Desk) -> Draft {
    desk.app().state.open.as_ref().expect("open").draft.clone()
}

/// The error as it is sent.
fn sent(desk: &mut Desk) -> String {
    let open = desk.app().state.open.as_ref().expect("open");
    open.preview.as_ref().expect("a preview").redacted.incident().draft.error_text.clone()
}

/// Presses a button, also one below the edge of the window.
fn click(desk: &mut Desk, name: &str) {
    desk.harness.get_by_role_and_label(Role::Button, name).click_accesskit();
    desk.settle();
}

fn class(desk: &mut Desk, lang: Lang, class: &str, count: &str) {
    click(desk, &format!("{}: {count}", casefile::bundle::class_name(lang, class)));
}

fn press(desk: &mut Desk, start: &str) {
    let node = desk
        .harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(start)));
    node.unwrap_or_else(|| panic!("no button {start}")).click_accesskit();
    desk.settle();
}

#[test]
fn one_value_is_kept_and_hidden_again() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = reviewing(lang, "any-support-email");
        assert_eq!(sent(&mut desk), "route <ip-1> to <ip-2>\nmail <email-1> lost");
        class(&mut desk, lang, "ip", "2");
        click(&mut desk, &tf(lang, "keep-value", &[("placeholder", "<ip-2>".into())]));
        assert_eq!(draft(&mut desk).keep, ["93.184.216.34"]);
        assert_eq!(sent(&mut desk), "route <ip-1> to 93.184.216.34\nmail <email-1> lost");
        click(&mut desk, &tf(lang, "hide-again", &[("value", "93.184.216.34".into())]));
        assert!(draft(&mut desk).keep.is_empty());
        desk.act(Action::Undo);
        assert_eq!(draft(&mut desk).keep, ["93.184.216.34"]);
        desk.act(Action::Undo);
        assert!(draft(&mut desk).keep.is_empty());
        assert_eq!(sent(&mut desk), "route <ip-1> to <ip-2>\nmail <email-1> lost");
    }
}

#[test]
fn a_value_is_shown_where_it_stands() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = reviewing(lang, "any-support-email");
        class(&mut desk, lang, "email", "1");
        assert!(!desk.sees("→ mail <email-1> lost"));
        press(&mut desk, "<email-1>, gretek@firm-intern.de");
        let field = t(lang, "field-error-text");
        let place = tf(lang, "place-line", &[("name", field.into()), ("line", 2_usize.into())]);
        for shown in [place.as_str(), "mail gretek@firm-intern.de lost", "→ mail <email-1> lost"] {
            assert!(desk.sees(shown), "{shown}");
        }
        assert!(!desk.sees("→ route"));
        class(&mut desk, lang, "ip", "2");
        assert!(desk.sees(&t(lang, "private-note-private-address")));
        assert!(desk.sees(&t(lang, "private-note-public-address")));
    }
}

#[test]
fn a_class_is_kept_and_its_words_can_still_be_hidden() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = reviewing(lang, "any-support-email");
        let name = |class| casefile::bundle::class_name(lang, class);
        class(&mut desk, lang, "ip", "2");
        click(&mut desk, &tf(lang, "keep-class", &[("class", name("ip").into())]));
        assert_eq!(draft(&mut desk).keep_classes, [PrivateClass::Ip]);
        assert_eq!(sent(&mut desk), "route 192.168.7.4 to 93.184.216.34\nmail <email-1> lost");
        click(&mut desk, &tf(lang, "hide-again", &[("value", "192.168.7.4".into())]));
        assert_eq!(sent(&mut desk), "route <hidden-1> to 93.184.216.34\nmail <email-1> lost");
        let all = tf(lang, "all-of-class", &[("class", name("ip").into())]);
        click(&mut desk, &tf(lang, "hide-again", &[("value", all.into())]));
        assert!(draft(&mut desk).keep_classes.is_empty());
        assert!(!sent(&mut desk).contains("93.184"));
    }
}

#[test]
fn words_are_added_by_hand() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = reviewing(lang, "any-support-email");
        desk.write(&t(lang, "word-to-hide"), "route");
        click(&mut desk, &t(lang, "add-to-hide"));
        assert_eq!(draft(&mut desk).hide, ["route"]);
        assert!(sent(&mut desk).starts_with("<hidden-1> <ip-1>"));
        desk.write(&t(lang, "word-to-keep"), "192.168.7.4");
        click(&mut desk, &t(lang, "add-to-keep"));
        assert!(sent(&mut desk).starts_with("<hidden-1> 192.168.7.4"));
        desk.act(Action::Undo);
        desk.act(Action::Undo);
        assert!(sent(&mut desk).starts_with("route <ip-1>"));
    }
}

#[test]
fn a_public_place_offers_no_class() {
    let mut desk = reviewing(Lang::En, "dxvk-github");
    class(&mut desk, Lang::En, "ip", "2");
    assert!(desk.sees("Everybody can read this place"));
    assert!(!desk.sees("Leave all visible"));
    assert!(desk.sees("Leave <ip-1> visible"));
}

fn export(desk: &mut Desk, name: &str) -> String {
    let target = desk.home.path().join(name);
    let open = desk.app().state.open.as_mut().expect("open");
    open.target = Some(target.clone());
    desk.act(Action::Export(Way::Zip));
    assert!(target.is_file(), "{:#?}", desk.app().state.open.as_ref().expect("open").report.items);
    entry(&target, "incident.md")
}

fn entry(zip: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(zip).expect("a zip")).expect("a zip");
    let mut text = String::new();
    archive.by_name(name).expect("an entry").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn later_bundles_keep_the_placeholders_and_the_map_knows_them() {
    let mut desk = reviewing(Lang::En, "any-support-email");
    let first = export(&mut desk, "first.zip");
    assert!(first.contains("route <ip-1> to <ip-2>"), "{first}");
    let id = desk.app().state.open.as_ref().expect("open").id.clone();
    let drafts = Drafts::of(&desk.app().state.world.folders);
    let file = store::map_file(&drafts, &id);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).expect("kept").permissions().mode() & 0o777, 0o600);
    }
    let open = desk.app().state.open.as_mut().expect("open");
    open.draft.error_text = "from 10.1.2.3 to 93.184.216.34".into();
    open.step();
    desk.settle();
    let second = export(&mut desk, "second.zip");
    assert!(second.contains("from <ip-3> to <ip-2>"), "{second}");
    assert_eq!(store::private_map(&file).0.who("ip-1").expect("known").value, "192.168.7.4");

    // Another day the first bundle is opened: it is known whose it is.
    desk.act(Action::Home);
    desk.act(Action::OpenFile(desk.home.path().join("first.zip")));
    let state = &desk.app().state;
    assert_eq!(state.open.as_ref().map(|open| (open.id.clone(), open.section)), Some((id.clone(), Section::Review)));
    assert!(desk.sees("192.168.7.4"), "what is not in the present one is listed as earlier");

    std::fs::write(&file, "format = [").expect("broken");
    desk.act(Action::Home);
    desk.act(Action::Open(id));
    assert!(desk.sees("can’t be read"));
    let third = export(&mut desk, "third.zip");
    assert!(third.contains("from <ip-1000> to <ip-1001>"), "{third}");
}

#[test]
fn a_file_that_nobody_can_read_asks_how_it_is_sent() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = reviewing(lang, "any-support-email");
        assert!(!desk.sees(&t(lang, "files-not-searched")));
        let dump = desk.home.path().join("game.dmp");
        std::fs::write(&dump, [b"MDMP\x93\xa7\0\0".as_slice(), &[0; 64]].concat()).expect("written");
        desk.act(Action::Attach(vec![dump]));
        desk.act(Action::Go(Section::Review));
        assert!(desk.sees(&t(lang, "files-not-searched")) && desk.sees(&t(lang, "file-send-memory")));
        let label = tf(lang, "file-send-of", &[("name", "game.dmp".into())]);
        assert!(desk.sees(&label));
        let open = desk.app().state.open.as_mut().expect("open");
        assert_eq!(open.preview.as_ref().expect("a preview").redacted.files().len(), 1);
        open.draft.evidence[0].send = Some(Sending::LeftOut);
        open.step();
        desk.settle();
        let open = desk.app().state.open.as_ref().expect("open");
        assert!(open.preview.as_ref().expect("a preview").redacted.files().is_empty());
        assert!(desk.sees(&t(lang, "file-send-left-out-means")));
    }
}

/// A zip archive with a log and something that nobody can search.
fn archive(path: &Path) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).expect("a file"));
    for (name, text) in
        [("logs/net.log", "start\nlogin from 93.184.216.77\nlogin from 93.184.216.77\n"), ("dump.bin", "\0\u{1}\0")]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("started");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a zip");
}

#[test]
fn values_in_an_archive_are_listed_and_kept_like_those_of_files() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = reviewing(lang, "any-support-email");
        let path = desk.home.path().join("logs.zip");
        archive(&path);
        desk.act(Action::Attach(vec![path]));
        desk.act(Action::Go(Section::Review));
        class(&mut desk, lang, "ip", "3");
        press(&mut desk, "<ip-3>, 93.184.216.77");
        let name = tf(lang, "place-member", &[("name", "logs/net.log".into()), ("archive", "logs.zip".into())]);
        let place = tf(lang, "place-line", &[("name", name.into()), ("line", 2_usize.into())]);
        for shown in [place.as_str(), "login from 93.184.216.77", "→ login from <ip-3>"] {
            assert!(desk.sees(shown), "{shown}");
        }
        click(&mut desk, &tf(lang, "keep-value", &[("placeholder", "<ip-3>".into())]));
        assert!(sent_log(&mut desk).contains("login from 93.184.216.77"));
        click(&mut desk, &tf(lang, "hide-again", &[("value", "93.184.216.77".into())]));
        assert!(!sent_log(&mut desk).contains("93.184.216.77"));
        click(&mut desk, &tf(lang, "keep-class", &[("class", casefile::bundle::class_name(lang, "ip").into())]));
        assert!(sent_log(&mut desk).contains("login from 93.184.216.77"));
    }
}

/// The log of the archive as it is sent.
fn sent_log(desk: &mut Desk) -> String {
    let open = desk.app().state.open.as_ref().expect("open");
    let redacted = &open.preview.as_ref().expect("a preview").redacted;
    let mut bytes = Vec::new();
    redacted.files()[0].open().expect("opened").read_to_end(&mut bytes).expect("read");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name("logs/net.log").expect("sent").read_to_string(&mut text).expect("text");
    text
}
