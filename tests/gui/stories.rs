//! What people come for, from beginning to end, by accessible names alone and in both languages.

use crate::desk::Desk;
use crate::desk::SIZE;
use crate::person::{BOTH, Person, of};
use casefile::gui::action::Action;
use casefile::model::Outcome;
use casefile::platform::LastEnd;
use casefile::store::Id;
use casefile::text::{t, tf};
use eframe::egui::Key;
use eframe::egui::Modifiers;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::NodeT;
use egui_kittest::kittest::Queryable;
use std::path::{Path, PathBuf};

#[test]
fn a_newcomer_makes_a_steam_incident_and_notes_its_number() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        assert!(me.desk.sees(&me.word("first-run")), "what happens here is said once");
        me.choose("steam-support");
        me.go("nav-problem");
        me.write(
            "field-title",
            of(lang, "Dota 2 closes when a ranked match loads", "Dota 2 закрывается при загрузке матча"),
        );
        me.write(
            "field-description",
            of(
                lang,
                "Since the update on 18 November the game closes to the desktop while a ranked match is loading, \
                 right after the hero portraits appear.",
                "После обновления 18 ноября игра закрывается на рабочий стол во время загрузки рейтингового матча, \
                 сразу после появления портретов героев.",
            ),
        );
        me.write("field-started", of(lang, "18 Nov 2026, after an update", "18 ноября 2026, после обновления"));
        me.go("nav-steps");
        let step = |number: u64| tf(lang, "step-name", &[("number", number.into())]);
        me.desk
            .write(&step(1), of(lang, "Start Dota 2 from the Steam library", "Запустить Dota 2 из библиотеки Steam"));
        me.key(Modifiers::NONE, Key::Enter);
        me.desk.write(&step(2), of(lang, "Accept a ranked match and wait", "Принять рейтинговый матч и подождать"));
        me.go("nav-destination");
        me.write_field("game", "Dota 2");
        me.drop_files(&[
            "examples/evidence/dota2-console.log".into(),
            "examples/evidence/dota2-crash-moment.png".into(),
        ]);
        me.leave_the_rest();
        assert!(me.desk.sees(&me.word("ready")), "{:?}", me.open_points());
        let zip = me.save_zip("ticket.zip");
        assert!(zip.is_file());
        let made = format!("{} {}", t(lang, "made"), zip.display());
        assert!(me.desk.sees(&made), "the window says where it is");
        let place = me.desk.harness.get_by_label_contains(&made).rect();
        let next = me.desk.harness.get_by_label_contains(&me.word("what-next")).rect();
        let window = me.desk.harness.ctx.content_rect();
        assert!(place.top() > 0.0 && next.bottom() < window.center().y, "what comes next is in sight: {place} {next}");
        assert!(me.desk.sees(&me.word("what-next")));
        let label = me.word("i-have-sent-it");
        me.desk.harness.get_by_role_and_label(Role::CheckBox, &label).click_accesskit();
        me.desk.settle();
        let number = me.word("ticket-number");
        let field = me.desk.harness.get_by_role_and_label(Role::TextInput, &number);
        assert!(field.is_focused(), "and the number is asked for");
        field.type_text("HT-2048");
        me.desk.settle();
        let id = me.desk.app().state.open.as_ref().expect("open").id.clone();
        let drafts = casefile::store::Drafts::of(&casefile::platform::Folders::below(me.desk.home.path().to_owned()));
        assert_eq!(drafts.status(&id).ticket, "HT-2048");
    }
}

#[test]
fn the_texts_for_the_form_tick_themselves() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
        me.go("nav-review");
        let copy = tf(lang, "copy-field", &[("field", String::new().into())]);
        let name = {
            let root = me.desk.harness.root();
            let labels = root.children_recursive().filter_map(|node| node.accesskit_node().label());
            labels.into_iter().find(|label| label.starts_with(&copy)).expect("a text to copy")
        };
        me.press(&name);
        let field = name.trim_start_matches(&copy).to_owned();
        assert!(me.desk.sees(&tf(lang, "copied-field", &[("field", field.into())])));
    }
}

/// The crash report of the example without its symbols.
fn unsymbolicated(folder: &Path) -> PathBuf {
    let report = std::fs::read_to_string("examples/evidence/shelf-crash.ips").expect("the example");
    let (head, body) = report.split_once('\n').expect("a head");
    let mut body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    for thread in body["threads"].as_array_mut().expect("threads") {
        for frame in thread["frames"].as_array_mut().into_iter().flatten() {
            let frame = frame.as_object_mut().expect("a frame");
            for key in ["symbol", "symbolLocation", "sourceFile", "sourceLine"] {
                frame.remove(key);
            }
        }
    }
    if let Some(last) = body.get_mut("lastExceptionBacktrace").and_then(serde_json::Value::as_array_mut) {
        for frame in last.iter_mut().filter_map(serde_json::Value::as_object_mut) {
            frame.remove("symbol");
        }
    }
    let path = folder.join("raw-crash.ips");
    casefile::platform::replace(&path, format!("{head}\n{body}").as_bytes()).expect("written");
    path
}

#[test]
fn a_developer_mends_an_unsymbolicated_report() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("apple-dts");
        let raw = unsymbolicated(me.desk.home.path());
        me.drop_files(&[raw]);
        assert!(matches!(me.outcome("symbolicated"), Some(Outcome::Confirm | Outcome::MustFix)));
        let title = {
            let report = &me.desk.app().state.open.as_ref().expect("open").report;
            report.items.iter().find(|item| item.check == "symbolicated").expect("the row").title.clone()
        };
        me.press(&title);
        let open = me.desk.app().state.open.as_ref().expect("open");
        assert_eq!(open.section, casefile::gui::action::Section::Logs, "the row leads to the files");
        me.desk.act(Action::Detach(0));
        me.drop_files(&["examples/evidence/shelf-crash.ips".into()]);
        assert_eq!(me.outcome("symbolicated"), Some(Outcome::Pass));
        // Undo goes back over both, redo forward again.
        me.key(Modifiers::COMMAND, Key::Z);
        me.key(Modifiers::COMMAND, Key::Z);
        assert_ne!(me.outcome("symbolicated"), Some(Outcome::Pass));
        me.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        me.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert_eq!(me.outcome("symbolicated"), Some(Outcome::Pass));
    }
}

#[test]
fn an_email_takes_the_zip_along() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("any-support-email");
        me.tells_of_a_lamp(lang);
        me.drop_files(&["examples/evidence/order-page.png".into()]);
        me.leave_the_rest();
        let path = me.desk.home.path().join("letter.zip");
        me.desk.app().state.open.as_mut().expect("open").target = Some(path.clone());
        me.go("nav-review");
        me.press_word("email-draft");
        assert!(path.is_file(), "{:?}", me.open_points());
        let draft = std::fs::read_to_string(path.with_extension("eml")).expect("a letter beside it");
        assert!(draft.contains("letter.zip"), "the zip is in the letter");
        assert!(me.desk.sees("letter.eml"), "and the window names both files to attach");
    }
}

#[test]
fn twelve_mixed_files_go_where_they_belong_and_come_back_with_one_undo() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("steam-support");
        let folder = tempfile::tempdir().expect("a folder");
        let mut files = Vec::new();
        for (index, (source, ending)) in [
            ("examples/evidence/order-page.png", "png"),
            ("examples/evidence/dota2-console.log", "log"),
            ("examples/evidence/shelf-crash.ips", "ips"),
            ("examples/evidence/shelf-sample.zip", "zip"),
        ]
        .iter()
        .cycle()
        .take(12)
        .enumerate()
        {
            let path = folder.path().join(format!("Файл {index}.{ending}"));
            std::fs::copy(source, &path).expect("a file");
            files.push(path);
        }
        me.desk.app().state.emit(Action::Attach(files));
        // The note goes by itself after a while, so it is looked for as soon as the files are there.
        for _ in 0..200 {
            me.desk.harness.step();
            if !me.desk.app().state.open.as_ref().expect("open").draft.evidence.is_empty() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        me.desk.harness.step();
        assert!(me.desk.sees(&tf(lang, "done-attached-pictures", &[("count", 3_usize.into())])));
        assert!(me.desk.sees(&tf(lang, "done-attached", &[("count", 9_usize.into())])));
        me.press_word("undo");
        assert!(me.desk.app().state.open.as_ref().expect("open").draft.evidence.is_empty());
    }
}

#[test]
fn an_export_is_refused_with_its_reason_and_then_allowed() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("any-support-email");
        me.key(Modifiers::COMMAND, Key::E);
        assert!(me.desk.sees(&me.word("export-blocked")));
        assert!(!me.desk.sees(&me.word("ready")));
        me.tells_of_a_lamp(lang);
        me.leave_the_rest();
        let path = me.desk.home.path().join("allowed.zip");
        me.desk.app().state.open.as_mut().expect("open").target = Some(path.clone());
        me.key(Modifiers::COMMAND, Key::E);
        assert!(path.is_file(), "{:?}", me.open_points());
    }
}

#[test]
fn after_a_kill_everything_is_there_and_one_sentence_says_so() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("any-support-email");
        me.go("nav-problem");
        me.write("field-title", of(lang, "The lamp does not turn on", "Лампа не включается"));
        me.desk.settle();
        let Person { desk: Desk { home, harness }, .. } = me;
        // Nothing is told to the window: its process is gone.
        std::mem::forget(harness);
        let mut desk = Desk::at(home, SIZE, Theme::Dark, lang);
        desk.app().state.last_end = Some(LastEnd::Killed);
        desk.settle();
        assert!(desk.sees(&t(lang, "last-end-killed")) && desk.sees(&t(lang, "last-end-killed-more")));
        let title = desk.app().state.open.as_ref().expect("it opens on it").draft.title.clone();
        assert_eq!(title, of(lang, "The lamp does not turn on", "Лампа не включается"));
    }
}

#[test]
fn a_second_issue_is_split_off_and_comes_back_with_undo() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("steam-support");
        me.go("nav-problem");
        me.write("field-title", of(lang, "Dota 2 crashes when a ranked match loads", "Dota 2 закрывается в матче"));
        let second = of(
            lang,
            "Also, my voice chat has been too quiet since last week, teammates cannot hear me.",
            "Ещё голосовой чат с прошлой недели слишком тихий, товарищи по команде меня не слышат.",
        );
        let first = of(
            lang,
            "The game closes to the desktop while a ranked match is loading, right after the hero portraits appear.",
            "Игра закрывается на рабочий стол при загрузке рейтингового матча, сразу после портретов героев.",
        );
        me.write("field-description", &format!("{first}\n\n{second}"));
        me.press_word("fix-split");
        let told = |me: &mut Person| me.desk.app().state.open.as_ref().expect("open").draft.description.clone();
        let is_parked = |me: &Person| me.desk.harness.query_all_by_label(&me.word("parked")).next().is_some();
        assert!(told(&mut me).contains(first) && !told(&mut me).contains(second), "{}", told(&mut me));
        assert!(is_parked(&me));
        let parked = me.desk.app().state.incidents.iter().filter(|entry| entry.status.parked_by.is_some()).count();
        assert_eq!(parked, 1);
        me.key(Modifiers::COMMAND, Key::Z);
        assert!(told(&mut me).contains(second), "{}", told(&mut me));
        assert!(!is_parked(&me));
        me.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert!(!told(&mut me).contains(second) && is_parked(&me));
    }
}

#[test]
fn undo_and_redo_cross_pages() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("any-support-email");
        me.tells_of_a_lamp(lang);
        me.go("nav-steps");
        let step = tf(lang, "step-name", &[("number", 1_u64.into())]);
        me.desk.write(&step, of(lang, "Press the switch", "Нажать выключатель"));
        me.go("nav-screenshots");
        me.drop_files(&["examples/evidence/order-page.png".into()]);
        let draft = |me: &mut Person| me.desk.app().state.open.as_ref().expect("open").draft.clone();
        let whole = draft(&mut me);
        assert_eq!((whole.steps.len(), whole.evidence.len()), (1, 1));
        me.key(Modifiers::COMMAND, Key::Z);
        assert!(draft(&mut me).evidence.is_empty());
        me.key(Modifiers::COMMAND, Key::Z);
        assert!(draft(&mut me).steps.is_empty());
        me.go("nav-problem");
        me.key(Modifiers::COMMAND, Key::Z);
        me.key(Modifiers::COMMAND, Key::Z);
        assert!(draft(&mut me).title.is_empty() && draft(&mut me).description.is_empty());
        for _ in 0..4 {
            me.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        }
        assert_eq!(draft(&mut me), whole);
    }
}

#[test]
fn what_is_typed_while_the_incident_is_left_is_kept() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("any-support-email");
        me.tells_of_a_lamp(lang);
        let id = me.desk.app().state.open.as_ref().expect("open").id.clone();
        me.desk.app().state.emit(Action::Home);
        me.desk.harness.step();
        // The job that keeps it is on its way: the answer comes a frame later at the earliest.
        if let Some(open) = &mut me.desk.app().state.open {
            open.draft.error_text = "E-17".to_owned();
        }
        me.desk.settle();
        assert!(me.desk.app().state.open.is_none(), "then it is left");
        let drafts = casefile::store::Drafts::of(&casefile::platform::Folders::below(me.desk.home.path().to_owned()));
        assert_eq!(drafts.load(&id).expect("kept").error_text, "E-17");
    }
}

#[test]
fn what_became_of_an_incident_is_kept_where_leaving_it_fails() {
    for lang in BOTH {
        let mut me = Person::new(lang);
        me.choose("any-support-email");
        me.tells_of_a_lamp(lang);
        let id = me.desk.app().state.open.as_ref().expect("open").id.clone();
        let gone = Id::new("2020-01-02T03:04:05Z".parse().expect("a time"), &mut fastrand::Rng::with_seed(1));
        // In one frame, so that both are on the way together.
        me.desk.app().state.emit(Action::Answered(true));
        me.desk.app().state.emit(Action::Open(gone));
        me.desk.settle();
        assert!(me.desk.app().state.open.as_ref().is_some_and(|open| open.id == id), "it stays open");
        assert!(me.desk.app().state.turns.is_empty());
        let drafts = casefile::store::Drafts::of(&casefile::platform::Folders::below(me.desk.home.path().to_owned()));
        assert!(drafts.status(&id).answered);
    }
}
