//! A second matter is asked about, split off, taken back.

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::gui::action::Section;
use casefile::model::Lang;
use casefile::platform::Folders;
use casefile::store::Drafts;
use eframe::egui::Key;
use eframe::egui::Modifiers;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;

const FIRST_EN: &str =
    "The game closes to the desktop while a ranked match is loading, right after the hero portraits appear.";
const SECOND_EN: &str = "Also, my voice chat has been too quiet since last week, teammates cannot hear me.";
const FIRST_RU: &str =
    "Игра закрывается на рабочий стол во время загрузки рейтингового матча, сразу после портретов героев.";
const SECOND_RU: &str = "Вторая проблема: уже неделю голосовой чат слишком тихий, товарищи по команде меня не слышат.";

/// What the window calls things in one language.
struct Words {
    lang: Lang,
    first: &'static str,
    second: &'static str,
    heading: &'static str,
    text: &'static str,
    banner: &'static str,
    marker: &'static str,
    split: &'static str,
    parked: &'static str,
    because: &'static str,
    reason: &'static str,
    keep: &'static str,
    join: &'static str,
    change: [&'static str; 2],
}

const BOTH: [Words; 2] = [
    Words {
        lang: Lang::En,
        first: FIRST_EN,
        second: SECOND_EN,
        heading: "Title",
        text: "What happens",
        banner: "This reads like two issues.",
        marker: "begins with “Also",
        split: "Split off “",
        parked: "Parked for later",
        because: "They are one issue because…",
        reason: "They are symptoms of one fault",
        keep: "Keep this decision",
        join: "Take back in: ",
        change: ["teammates", "my friends"],
    },
    Words {
        lang: Lang::Ru,
        first: FIRST_RU,
        second: SECOND_RU,
        heading: "Заголовок",
        text: "Что происходит",
        banner: "Похоже на две проблемы.",
        marker: "«Вторая проблема",
        split: "Отделить «",
        parked: "Отложено",
        because: "Это одна проблема, потому что…",
        reason: "Это признаки одной неисправности",
        keep: "Оставить так",
        join: "Вернуть сюда: ",
        change: ["товарищи по команде", "друзья"],
    },
];

/// A window on an incident that mixes two problems.
fn mixed(words: &Words) -> Desk {
    let mut desk = Desk::new(SIZE, Theme::Light, words.lang);
    desk.act(Action::New("steam-support".to_owned()));
    desk.act(Action::Go(Section::Problem));
    desk.write(words.heading, "Dota 2");
    desk.write(words.text, &format!("{}\n\n", words.first));
    assert!(!desk.sees(words.banner), "one problem is no several");
    let field = desk.harness.get_by_role_and_label(Role::MultilineTextInput, words.text);
    field.focus();
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
    desk.harness.step();
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, words.text).type_text(words.second);
    desk.harness.step();
    assert!(!desk.sees(words.banner), "not with every key");
    desk.settle();
    assert!(desk.sees(words.banner), "after a pause");
    desk
}

#[test]
fn a_second_problem_is_quoted_split_off_and_taken_back_in_both_languages() {
    for words in &BOTH {
        let mut desk = mixed(words);
        assert!(desk.sees(words.marker), "the words that gave it away");
        let button = desk.harness.get_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(words.split))
        });
        button.click();
        desk.settle();
        assert!(desk.harness.query_by_label(words.parked).is_some());
        let drafts = Drafts::of(&Folders::below(desk.home.path().to_owned()));
        let texts: Vec<String> =
            drafts.list().0.iter().map(|entry| drafts.load(&entry.id).expect("kept").description).collect();
        assert_eq!(texts.len(), 2);
        assert!(!desk.sees(words.banner));
        let join = desk.harness.get_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(words.join))
        });
        join.click();
        desk.settle();
        let whole = desk.app().state.open.as_ref().expect("open").draft.description.clone();
        assert!(whole.contains(words.first) && whole.contains(words.second), "{whole}");
        assert!(desk.harness.query_by_label(words.parked).is_none());
        assert_eq!(drafts.list().0.len(), 1);
        desk.act(Action::Undo);
        assert_eq!(drafts.list().0.len(), 2, "undo parks it again");
        desk.act(Action::Redo);
        assert_eq!(drafts.list().0.len(), 1);
    }
}

#[test]
fn a_reason_keeps_the_question_silent_until_the_words_change_in_both_languages() {
    for words in &BOTH {
        let mut desk = mixed(words);
        desk.click(words.because);
        desk.harness.get_by_role_and_label(Role::RadioButton, words.reason).click();
        desk.settle();
        desk.click(words.keep);
        assert!(!desk.sees(words.banner), "it is silent");
        let open = desk.app().state.open.as_mut().expect("open");
        assert_eq!(open.draft.overrides.get("one-issue").map(String::as_str), Some(words.reason));
        open.draft.description = open.draft.description.replacen(words.first, &format!("{} ", words.first), 1);
        desk.settle();
        assert!(!desk.sees(words.banner), "blanks are no other words");
        let open = desk.app().state.open.as_mut().expect("open");
        let [old, new] = words.change;
        open.draft.description = open.draft.description.replace(old, new);
        desk.settle();
        assert!(desk.sees(words.banner), "other words bring it back");
    }
}
