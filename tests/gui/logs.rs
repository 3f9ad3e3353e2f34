//! The log page: reading, finding, choosing what is sent.

#![expect(clippy::disallowed_methods, reason = "a test makes its own files")]

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::gui::action::Section;
use casefile::model::EvidenceItem;
use casefile::model::Lang;
use casefile::model::LogLevel;
use eframe::egui::Key;
use eframe::egui::Modifiers;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;
use std::fmt::Write;
use std::path::PathBuf;

/// An hour of a log, a line each second; three errors with a line more each.
fn hour() -> String {
    let mut text = String::new();
    for n in 0..3600 {
        let level = if n % 1200 == 700 { "ERROR" } else { "INFO" };
        writeln!(text, "2031-02-03 14:{:02}:{:02} {level} step {n} of the level", n / 60, n % 60).expect("text");
        if n % 1200 == 700 {
            text.push_str("    at render::present\n");
        }
    }
    text
}

/// A window that shows this log.
fn shown(lang: Lang, text: &[u8]) -> (Desk, PathBuf) {
    let mut desk = Desk::new(SIZE, Theme::Light, lang);
    desk.act(Action::New("steam-support".to_owned()));
    let path = desk.home.path().join("game.log");
    std::fs::write(&path, text).expect("a log");
    desk.act(Action::Attach(vec![path.clone()]));
    desk.act(Action::Go(Section::Logs));
    (desk, path)
}

fn item(desk: &mut Desk) -> EvidenceItem {
    desk.app().state.open.as_ref().expect("an incident").draft.evidence[0].clone()
}

fn part(desk: &mut Desk) -> Option<(u64, u64, u64)> {
    let open = desk.app().state.open.as_ref().expect("an incident");
    open.evidence[0].part.map(|part| (part.lines, part.lines_before, part.lines_after))
}

#[test]
fn words_are_found_and_gone_through() {
    for (lang, words, one_of, none) in [
        (Lang::En, "Find in this log", "1 of 3", "Nothing found"),
        (Lang::Ru, "Найти в этом журнале", "1 из 3", "Ничего не найдено"),
    ] {
        let (mut desk, _) = shown(lang, hour().as_bytes());
        desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
        desk.settle();
        desk.harness.get_by_role_and_label(Role::TextInput, words).type_text("RENDER::present");
        desk.settle();
        assert!(desk.sees(one_of));
        assert!(desk.sees("at render::present"), "the first is shown");
        let line = |desk: &mut Desk| desk.app().state.local.log.selected;
        assert_eq!(line(&mut desk), Some(701));
        desk.harness.key_press(Key::Enter);
        desk.settle();
        assert_eq!(line(&mut desk), Some(1902));
        desk.harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
        desk.settle();
        assert_eq!(line(&mut desk), Some(701));
        desk.harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
        desk.settle();
        assert_eq!(line(&mut desk), Some(3103), "round the ends");
        desk.harness.get_by_role_and_label(Role::TextInput, words).type_text("!");
        desk.settle();
        assert!(desk.sees(none));
        desk.harness.key_press(Key::Escape);
        desk.settle();
        assert!(desk.harness.query_by_role_and_label(Role::TextInput, words).is_none());
    }
}

#[test]
fn patterns_are_found_or_told() {
    let (mut desk, _) = shown(Lang::En, hour().as_bytes());
    desk.click("Find");
    desk.harness.get_by_role_and_label(Role::CheckBox, "Regular expression").click();
    desk.write("Find in this log", "step 1\\d{3} of (");
    assert!(desk.sees("This is not a regular expression"));
    desk.app().state.local.log.find.words = "step 1\\d{3} of".to_owned();
    desk.app().state.local.log.find.anew();
    desk.settle();
    assert!(desk.sees("1 of 1,000"));
}

#[test]
fn errors_alone_are_shown() {
    for (lang, words, none) in
        [(Lang::En, "Errors only", "No line of this log"), (Lang::Ru, "Только ошибки", "Ни одна строка журнала")]
    {
        let (mut desk, _) = shown(lang, hour().as_bytes());
        assert!(desk.sees("INFO step 0 of"));
        desk.harness.get_by_role_and_label(Role::CheckBox, words).click();
        desk.settle();
        assert!(!desk.sees("INFO step"));
        assert!(desk.sees("ERROR step 700 of") && desk.sees("ERROR step 3100 of"));
        let (mut desk, _) = shown(lang, b"2031-02-03 14:00:00 INFO a\n2031-02-03 14:00:01 INFO b\n");
        desk.harness.get_by_role_and_label(Role::CheckBox, words).click();
        desk.settle();
        assert!(desk.sees(none));
    }
}

#[test]
fn a_stretch_of_time_is_chosen_and_undone() {
    for (lang, histogram, sent) in
        [(Lang::En, "When game.log was written", "lines are sent"), (Lang::Ru, "Когда писался game.log", "из 1")]
    {
        let (mut desk, _) = shown(lang, hour().as_bytes());
        let columns = desk.harness.get_by_label_contains(histogram);
        let rect = columns.rect();
        let (from, to) = (rect.left() + rect.width() * 0.25, rect.left() + rect.width() * 0.5);
        desk.harness.drag_at(eframe::egui::pos2(from, rect.center().y));
        desk.harness.step();
        desk.harness.hover_at(eframe::egui::pos2(f32::midpoint(from, to), rect.center().y));
        desk.harness.step();
        assert!(desk.app().state.local.log.drawn.is_some(), "what it would be is said while it is drawn");
        assert!(part(&mut desk).is_none());
        desk.harness.hover_at(eframe::egui::pos2(to, rect.center().y));
        desk.harness.step();
        desk.harness.drop_at(eframe::egui::pos2(to, rect.center().y));
        desk.settle();
        let (lines, before, after) = part(&mut desk).expect("a part");
        assert_eq!(lines + before + after, 3603);
        assert!((800..1100).contains(&lines) && (700..1000).contains(&before), "{lines} {before}");
        assert!(desk.sees(sent));
        let chosen = item(&mut desk);
        assert!(chosen.from.as_deref().is_some_and(|from| from.starts_with("2031-02-03 14:1")), "{chosen:?}");
        desk.act(Action::Undo);
        assert_eq!((part(&mut desk), item(&mut desk).is_cut()), (None, false), "one step back");
        desk.act(Action::Redo);
        assert_eq!(item(&mut desk), chosen);
    }
}

#[test]
fn the_keyboard_moves_the_stretch() {
    let (mut desk, _) = shown(Lang::En, hour().as_bytes());
    desk.harness.get_by_label_contains("When game.log was written").focus();
    desk.settle();
    desk.harness.key_press(Key::ArrowLeft);
    desk.settle();
    let first = part(&mut desk).expect("the last tenth");
    assert_eq!(first.2, 0);
    desk.harness.key_press(Key::ArrowLeft);
    desk.settle();
    let moved = part(&mut desk).expect("earlier");
    assert!(moved.1 < first.1 && moved.2 > 0, "{moved:?}");
    desk.harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    desk.settle();
    assert!(part(&mut desk).expect("shorter").0 < moved.0);
    desk.harness.key_press(Key::Escape);
    desk.settle();
    assert!(part(&mut desk).is_none());
}

#[test]
fn what_is_known_of_the_problem_chooses() {
    let (mut desk, _) = shown(Lang::En, hour().as_bytes());
    desk.app().state.open.as_mut().expect("an incident").draft.started = "3 Feb 2031, about 14:30".to_owned();
    desk.settle();
    desk.click("Choose what is sent");
    desk.harness.get_by_label_contains("When it happened").click();
    desk.settle();
    let (lines, before, _) = part(&mut desk).expect("a part");
    assert_eq!((lines, before), (301, 28 * 60 + 1), "two minutes to each side of the minute");
    // Around a line that was found.
    desk.app().state.local.log.go(1901);
    desk.settle();
    desk.click("Choose what is sent");
    desk.harness.get_by_label_contains("50 lines to each side of line 1,902").click();
    desk.settle();
    assert_eq!(part(&mut desk), Some((101, 1851, 1651)));
    desk.click("Choose what is sent");
    desk.harness.get_by_label_contains("2 minutes to each side of line 1,902").click();
    desk.settle();
    assert_eq!(part(&mut desk).map(|part| part.0), Some(242), "the second itself, and what belongs to its record");
    desk.click("Choose what is sent");
    desk.harness.get_by_label("The last 1,000 lines").click();
    desk.settle();
    assert_eq!(part(&mut desk), Some((1000, 2603, 0)));
    desk.click("Choose what is sent");
    desk.harness.get_by_label("All of it").click();
    desk.settle();
    assert_eq!(part(&mut desk), None);
}

#[test]
fn records_are_chosen_by_how_bad_they_are() {
    let (mut desk, _) = shown(Lang::En, hour().as_bytes());
    let mut chosen = item(&mut desk);
    chosen.level = Some(LogLevel::Error);
    desk.act(Action::Cut(0, Box::new(chosen)));
    assert_eq!(part(&mut desk).map(|part| part.0), Some(6));
    assert!(
        desk.sees("6 lines are sent") && desk.sees("Left out: 700 lines before, 2,398 lines between, 499 lines after.")
    );
    let open = desk.app().state.open.as_ref().expect("an incident");
    let mut sent = String::new();
    let redacted = &open.preview.as_ref().expect("a preview").redacted;
    std::io::Read::read_to_string(&mut redacted.files()[0].open().expect("the part"), &mut sent).expect("text");
    let lines: Vec<&str> = sent.lines().collect();
    assert_eq!(lines.len(), 6 + 4, "a line says what was left out before, between and after: {sent}");
    assert!(lines[0].contains("700 lines before") && lines[3].contains("1199 lines here"), "{sent}");
}

#[test]
fn a_log_that_grows_is_followed() {
    let (mut desk, path) = shown(Lang::En, hour().as_bytes());
    // The log itself, not a copy.
    let open = desk.app().state.open.as_mut().expect("an incident");
    open.draft.evidence[0].path.clone_from(&path);
    desk.settle();
    desk.harness.get_by_role_and_label(Role::CheckBox, "Follow").click();
    desk.settle();
    let mut file = std::fs::OpenOptions::new().append(true).open(&path).expect("the log");
    std::io::Write::write_all(&mut file, b"2031-02-03 15:00:00 WARN it goes on\n").expect("a line");
    desk.wait(|app| app.state.local.log.index.as_ref().is_some_and(|index| index.lines() == 3604));
    assert!(desk.sees("WARN it goes on"));
    std::fs::write(&path, "2031-02-03 16:00:00 INFO anew\n").expect("another log");
    desk.wait(|app| app.state.local.log.was_replaced);
    assert!(desk.sees("INFO anew") && desk.sees("was replaced while it was shown"));
    std::fs::remove_file(&path).expect("gone");
    desk.wait(|app| app.state.local.log.trouble.is_some());
    assert!(desk.sees("can’t be read"));
}

#[test]
fn the_keyboard_goes_through_the_lines() {
    let (mut desk, _) = shown(Lang::En, hour().as_bytes());
    desk.harness.get_by_role_and_label(Role::List, "Lines of game.log").focus();
    desk.settle();
    for (key, line) in
        [(Key::ArrowDown, 1), (Key::End, 3602), (Key::ArrowUp, 3601), (Key::PageUp, 3583), (Key::Home, 0)]
    {
        desk.harness.key_press(key);
        desk.settle();
        assert_eq!(desk.app().state.local.log.selected, Some(line), "{key:?}");
    }
    assert!(desk.sees("INFO step 0 of"));
}

#[test]
fn the_page_is_drawn_in_both_languages() {
    let (mut desk, _) = shown(Lang::En, hour().as_bytes());
    let mut chosen = item(&mut desk);
    (chosen.from, chosen.to) = (Some("14:28".to_owned()), Some("14:32".to_owned()));
    desk.act(Action::Cut(0, Box::new(chosen)));
    desk.app().state.local.log.go(1901);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    desk.settle();
    crate::support::shot(&mut desk.harness, "logs-en");
    let (mut desk, _) = shown(Lang::Ru, hour().as_bytes());
    desk.settle();
    crate::support::shot(&mut desk.harness, "logs-ru");
    // What was read before the user stopped it stays, and can be read on.
    desk.app().state.local.log.trouble = Some(casefile::gui::logs::LogTrouble::Stopped);
    desk.settle();
    assert!(desk.sees("Чтение файла game.log остановлено") && desk.sees("step 0 of"));
    desk.click("Прочитать снова");
    assert!(!desk.sees("остановлено") && desk.sees("step 0 of"));
}

/// Attaches a crash report beside the log and opens what is offered.
fn offered_with(desk: &mut Desk, name: &str, report: &str, menu: &str) {
    let path = desk.home.path().join(name);
    std::fs::write(&path, report).expect("a report");
    desk.act(Action::Attach(vec![path]));
    desk.app().state.local.file = 0;
    desk.act(Action::Go(Section::Logs));
    desk.click(menu);
}

const CRASH: &str = "Process:         Example [1]\nPath:            /Applications/Example.app/Contents/MacOS/Example\nIdentifier:      com.example\nVersion:         1.0 (1)\nDate/Time:       2031-02-03 14:30:10.123 +0900\nOS Version:      macOS 15.0 (24A1)\nReport Version:  12\n\nException Type:  EXC_BAD_ACCESS (SIGSEGV)\nTriggered by Thread:  0\n\nThread 0 Crashed:\n0   Example    0x0000000100001000 0x100000000 + 4096\n";

#[test]
fn the_time_of_a_crash_report_chooses() {
    for (lang, menu, around) in [
        (Lang::En, "Choose what is sent", "Around the crash in game.crash"),
        (Lang::Ru, "Что отправить", "Вокруг сбоя из game.crash"),
    ] {
        // A log without a zone was written beside the report, whatever the zone of this computer.
        let (mut desk, _) = shown(lang, hour().as_bytes());
        offered_with(&mut desk, "game.crash", CRASH, menu);
        desk.harness.get_by_label(around).click();
        desk.settle();
        let chosen = item(&mut desk);
        let span = (chosen.from.as_deref(), chosen.to.as_deref());
        assert_eq!(span, (Some("2031-02-03 14:28:10"), Some("2031-02-03 14:32:10")));
        assert_eq!(part(&mut desk).map(|part| part.0), Some(242));
        // The same log, written in UTC.
        let utc =
            hour().replace(" ERROR", "Z ERROR").replace(" INFO", "Z INFO").replace("2031-02-03 14:", "2031-02-03T05:");
        let (mut desk, _) = shown(lang, utc.as_bytes());
        offered_with(&mut desk, "game.crash", CRASH, menu);
        desk.harness.get_by_label(around).click();
        desk.settle();
        assert_eq!(item(&mut desk).from.as_deref(), Some("2031-02-03 05:28:10"));
        assert_eq!(part(&mut desk).map(|part| part.0), Some(242));
    }
}

#[test]
fn a_report_that_tells_no_time_offers_none() {
    let (mut desk, _) = shown(Lang::En, hour().as_bytes());
    let report = CRASH.replace("2031-02-03 14:30:10.123 +0900", "unknown");
    offered_with(&mut desk, "game.crash", &report, "Choose what is sent");
    assert!(desk.sees("The last 1,000 lines") && !desk.sees("Around the crash"));
}
