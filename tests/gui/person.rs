//! Somebody who works with the window by what it calls things, in either language.

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::model::Lang;
use casefile::model::Outcome;
use casefile::text::t;
use eframe::egui::Key;
use eframe::egui::Modifiers;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;
use std::path::PathBuf;

/// A person at the window, in one language.
pub struct Person {
    pub desk: Desk,
    pub lang: Lang,
}

impl Person {
    /// One problem, in title and description.
    pub fn tells_of_a_lamp(&mut self, lang: Lang) {
        self.go("nav-problem");
        self.write("field-title", of(lang, "The lamp does not turn on", "Лампа не включается"));
        self.write(
            "field-description",
            of(
                lang,
                "Since Monday the lamp stays dark after the switch is pressed. The bulb is new and the socket works.",
                "С понедельника лампа не загорается после нажатия выключателя. Лампочка новая, розетка работает.",
            ),
        );
    }

    pub fn new(lang: Lang) -> Self {
        Self { desk: Desk::new(SIZE, Theme::Light, lang), lang }
    }

    pub fn word(&self, id: &str) -> String {
        t(self.lang, id)
    }

    /// Chooses a destination on the start page, by searching for it.
    pub fn choose(&mut self, id: &str) {
        let name = self.desk.app().state.profiles.get(id).expect("a destination").name.get(self.lang).to_owned();
        let search = self.word("start-search");
        self.desk.write(&search, &name);
        self.press(&name);
    }

    pub fn go(&mut self, section: &str) {
        let name = self.word(section);
        self.desk.harness.get_by_role_and_label(Role::Tab, &name).click_accesskit();
        self.desk.settle();
    }

    pub fn press(&mut self, name: &str) {
        self.desk.harness.get_by_role_and_label(Role::Button, name).click_accesskit();
        self.desk.settle();
    }

    pub fn press_word(&mut self, id: &str) {
        let name = self.word(id);
        self.press(&name);
    }

    pub fn write(&mut self, id: &str, text: &str) {
        let name = self.word(id);
        self.desk.write(&name, text);
    }

    pub fn write_field(&mut self, field: &str, text: &str) {
        let lang = self.lang;
        let open = self.desk.app().state.open.as_ref().expect("open");
        let field = open.profile.fields.iter().find(|own| own.id == field).expect("a field of the form");
        let name = field.label.get(lang).to_owned();
        self.desk.write(&name, text);
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.desk.harness.key_press_modifiers(modifiers, key);
        self.desk.settle();
    }

    /// Drops files on the window as a file manager does.
    pub fn drop_files(&mut self, files: &[PathBuf]) {
        self.desk.act(Action::Attach(files.to_vec()));
    }

    pub fn outcome(&mut self, check: &str) -> Option<Outcome> {
        let report = &self.desk.app().state.open.as_ref().expect("open").report;
        report.items.iter().find(|item| item.check == check).map(|item| item.outcome)
    }

    pub fn open_points(&mut self) -> Vec<(String, String)> {
        let report = &self.desk.app().state.open.as_ref().expect("open").report;
        let is_open = |outcome| matches!(outcome, Outcome::MustFix | Outcome::Confirm);
        let open = report.items.iter().filter(|item| is_open(item.outcome));
        open.map(|item| (item.check.clone(), item.title.clone())).collect()
    }

    /// Says of every open point that it is not known, in the words that are offered.
    pub fn leave_the_rest(&mut self) {
        for _ in 0..20 {
            let Some((check, _)) = self.open_points().first().cloned() else { return };
            let reason = self.word("reason-unknown");
            self.desk.act(Action::Override(check, reason));
        }
    }

    /// Writes the zip to `name` in the home folder, by the fields of the review page.
    pub fn save_zip(&mut self, name: &str) -> PathBuf {
        let path = self.desk.home.path().join(name);
        self.go("nav-review");
        let label = self.word("saved-to");
        let field = self.desk.harness.get_by_role_and_label(Role::TextInput, &label);
        field.focus();
        self.desk.harness.step();
        self.desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.desk.harness.step();
        let field = self.desk.harness.get_by_role_and_label(Role::TextInput, &label);
        field.type_text(&path.display().to_string());
        self.desk.settle();
        self.press_word("save-zip");
        path
    }
}

pub const BOTH: [Lang; 2] = [Lang::En, Lang::Ru];

pub fn of(lang: Lang, en: &'static str, ru: &'static str) -> &'static str {
    if lang == Lang::En { en } else { ru }
}
