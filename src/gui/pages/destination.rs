//! Who will read it: what they want, what their form asks, whom they answer.

use eframe::egui::Ui;

use super::{before, desk, destinations};
use crate::compose::{self, Measure};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Field, Status, badge, checkbox, choice, columns, field_label, field_label_with, gap, hint, page_heading_with,
    section, small_button, text_area, text_field,
};
use crate::model::{FieldSpec, FieldType, FieldValue, Lang, Part};
use crate::text::{self, number};

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    page_heading_with(ui, &state.t("destination-heading"), &state.t("destination-sentence"), |ui| {
        let id = if state.local.choosing { "destination-keep" } else { "destination-change" };
        if small_button(ui, None, &state.t(id)).clicked() {
            state.local.choosing = !state.local.choosing;
        }
    });
    if state.local.choosing {
        let current = open.draft.destination.clone();
        if let Some(chosen) = destinations::show(state, ui, &current) {
            state.local.choosing = false;
            state.emit(Action::Retarget(chosen));
        }
        return;
    }
    desk::essentials(state, &open.profile, ui);
    before::elsewhere(state, open, ui);
    desk::more(state, open, ui);
    before::self_help(state, open, ui);
    own_fields(state, open, ui);
    contact(state, open, ui);
    headings(state, open, ui);
}

fn own_fields(state: &mut State, open: &mut Open, ui: &mut Ui) {
    let own: Vec<FieldSpec> = open
        .profile
        .fields
        .iter()
        .filter(|field| field.from.is_none() && field.kind != FieldType::Files)
        .cloned()
        .collect();
    if own.is_empty() {
        return;
    }
    gap(ui, 5);
    section(ui, &state.t("their-form"));
    for note in open.profile.notes.iter().filter(|_| desk::notes_are_few(&open.profile)) {
        gap(ui, 2);
        hint(ui, note.get(state.lang()));
    }
    for field in own {
        gap(ui, 3);
        let value = open.draft.fields.get(&field.id).cloned();
        match own_field(state, &field, value, &open.profile.checked_on, ui) {
            Answered::Not => {}
            Answered::Empty => drop(open.draft.fields.remove(&field.id)),
            Answered::With(new) => drop(open.draft.fields.insert(field.id.clone(), new)),
        }
    }
}

/// What the user did to a field in this frame.
enum Answered {
    Not,
    Empty,
    With(FieldValue),
}

impl Answered {
    fn of(changed: bool, value: Option<FieldValue>) -> Self {
        match value {
            _ if !changed => Self::Not,
            Some(value) => Self::With(value),
            None => Self::Empty,
        }
    }

    /// Nothing, said on purpose: what the form has there by itself must not come back.
    fn emptied(self, field: &FieldSpec) -> Self {
        match self {
            Self::Empty if field.default.is_some() => Self::With(FieldValue::Text(String::new())),
            other => other,
        }
    }
}

/// Draws one field. What the user does not change stays as it is, fitting or not.
fn own_field(
    state: &mut State,
    field: &FieldSpec,
    value: Option<FieldValue>,
    checked_on: &str,
    ui: &mut Ui,
) -> Answered {
    let lang = state.lang();
    let label = field.label.get(lang);
    let name = format!("fields.{}", field.id);
    let value = value.or_else(|| field.default.clone().map(FieldValue::Text));
    let mut text = value.as_ref().map(FieldValue::text).unwrap_or_default();
    let need = need(state, field, &text);
    let flag = field.unverified.then(|| {
        let since = compose::desk::looked_up(lang, checked_on);
        (state.t("unverified-badge"), state.tf("field-unverified", &[("date", since.into())]))
    });
    let mark = |ui: &mut Ui| {
        if let Some((word, why)) = &flag {
            badge(ui, Status::Ask, word).on_hover_text(why);
        }
    };
    let mut new = Answered::Not;
    match field.kind {
        FieldType::Checkbox if !field.options.is_empty() => {
            field_label(ui, label, None);
            let mut ticked = value.map(|value| field.chosen(&value)).unwrap_or_default();
            for (place, option) in field.options.iter().enumerate() {
                let mut on = ticked.contains(&place);
                let need = if option.is_required() { format!(" ({need})") } else { String::new() };
                let response = checkbox(ui, &mut on, &format!("{}{need}", option.label()));
                if place == 0 {
                    state.local.take_focus(&name, &response);
                }
                if response.changed() {
                    ticked.retain(|other| *other != place);
                    ticked.extend(on.then_some(place));
                    ticked.sort_unstable();
                    let labels = ticked.iter().filter_map(|place| field.options.get(*place));
                    let labels: Vec<String> = labels.map(|option| option.label().to_owned()).collect();
                    new = Answered::of(true, (!labels.is_empty()).then_some(FieldValue::Many(labels)));
                }
            }
        }
        FieldType::Checkbox => {
            let mut on = value == Some(FieldValue::Flag(true));
            let response = checkbox(ui, &mut on, label);
            mark(ui);
            state.local.take_focus(&name, &response);
            new = Answered::of(response.changed(), on.then_some(FieldValue::Flag(true)));
        }
        FieldType::Choice => {
            let label = field_label_with(ui, label, Some(&need), mark);
            let mut options = vec![state.t("not-chosen")];
            options.extend(field.options.iter().map(|option| option.label().to_owned()));
            if !text.is_empty() && !options.contains(&text) {
                options.push(text.clone());
            }
            let mut chosen = options.iter().position(|option| *option == text).unwrap_or(0);
            let response = choice(ui, &label, &options, &mut chosen);
            state.local.take_focus(&name, &response);
            let value = (chosen > 0).then(|| FieldValue::Text(options.swap_remove(chosen)));
            new = Answered::of(response.changed(), value);
        }
        FieldType::MultiChoice => {
            field_label_with(ui, label, Some(&need), mark);
            let mut many = match value {
                Some(FieldValue::Many(many)) => many,
                Some(FieldValue::Text(one)) => vec![one],
                _ => Vec::new(),
            };
            for option in &field.options {
                let mut on = many.iter().any(|one| one == option.label());
                let response = checkbox(ui, &mut on, option.label());
                state.local.take_focus(&name, &response);
                if response.changed() {
                    many.retain(|one| one != option.label());
                    if on {
                        many.push(option.label().to_owned());
                    }
                    new = Answered::of(true, (!many.is_empty()).then(|| FieldValue::Many(many.clone())));
                }
            }
        }
        FieldType::Text | FieldType::Multiline | FieldType::Files => {
            let label = field_label_with(ui, label, Some(&need), mark);
            let response = if field.kind == FieldType::Multiline {
                text_area(ui, &label, &mut text, "", 3)
            } else {
                text_field(ui, &label, &mut text, "")
            };
            state.local.take_focus(&name, &response);
            new = Answered::of(response.changed(), (!text.is_empty()).then_some(FieldValue::Text(text)));
        }
    }
    if let Some(words) = &field.hint {
        hint(ui, words.get(lang));
    }
    if let Some(chosen) = &field.default {
        hint(ui, &state.tf("field-default", &[("value", chosen.as_str().into())]));
    }
    if field.render.is_some() {
        hint(ui, &state.t("field-render"));
    }
    new.emptied(field)
}

/// Beside a label: whether the form insists, and how long the answer is against what the form takes.
fn need(state: &State, field: &FieldSpec, text: &str) -> String {
    let lang = state.lang();
    let need = state.t(if field.required { "required" } else { "optional" });
    match field.max_chars {
        Some(limit) => {
            let used = number(lang, compose::length(text, Measure::Characters) as u64);
            let values = [("count", used.into()), ("limit", number(lang, limit as u64).into())];
            format!("{need}, {}", state.tf("chars-of", &values))
        }
        None => need,
    }
}

fn contact(state: &mut State, open: &mut Open, ui: &mut Ui) {
    gap(ui, 5);
    section(ui, &state.t("whom-to-answer"));
    gap(ui, 2);
    columns(ui, 2, |columns| {
        let contact = &mut open.draft.contact;
        let label = field_label(&mut columns[0], &state.t("contact-name"), None);
        text_field(&mut columns[0], &label, &mut contact.name, "");
        let label = field_label(&mut columns[1], &state.t("contact-email"), None);
        let email = Field::new(&mut contact.email).icon(icons::AT).show(&mut columns[1], &label);
        state.local.take_focus("contact.email", &email);
        state.local.take_focus("contact", &email);
    });
    if open.profile.fields.iter().any(|field| field.from == Some(Part::ContactPhone)) {
        let label = field_label(ui, &state.t("contact-phone"), None);
        let phone = text_field(ui, &label, &mut open.draft.contact.phone, "");
        state.local.take_focus("contact.phone", &phone);
    }
    gap(ui, 1);
    hint(ui, &state.t("contact-hint"));
}

/// The language of the headings in the bundle.
fn headings(state: &mut State, open: &mut Open, ui: &mut Ui) {
    gap(ui, 5);
    let rules = compose::desk::languages(&open.profile, state.lang()).join(" ");
    let label = field_label(ui, &state.t("bundle-language"), None);
    let names: Vec<String> = Lang::ALL.iter().map(|lang| text::t(*lang, "language-name")).collect();
    let mut chosen = Lang::ALL.iter().position(|lang| *lang == open.draft.language).unwrap_or(0);
    if choice(ui, &label, &names, &mut chosen).changed()
        && let Some(lang) = Lang::ALL.get(chosen)
    {
        open.draft.language = *lang;
    }
    if !rules.is_empty() {
        gap(ui, 1);
        hint(ui, &rules);
    }
}
