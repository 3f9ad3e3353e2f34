//! Who will read it: what they want, what their form asks, whom they answer.

use eframe::egui::Ui;

use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Field, Status, banner, body, card, checkbox, choice, columns, field_label, gap, hint, link, menu_button, menu_item,
    page_heading_with, section, strong, text_area, text_field,
};
use crate::model::{FieldSpec, FieldType, FieldValue, Lang, Localized, Part, Verification};
use crate::text;

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    let lang = state.lang();
    let profile = open.profile.clone();
    page_heading_with(ui, &state.t("destination-heading"), &state.t("destination-sentence"), |ui| {
        let name = state.t("destination-change");
        menu_button(ui, Some(&name), &name, |ui| {
            let others: Vec<_> = state.profiles.iter().map(|one| (one.id.clone(), one.clone())).collect();
            for (id, other) in others {
                if menu_item(ui, icons::by_name(&other.icon), other.name.get(lang), "").clicked() {
                    state.emit(Action::Retarget(id));
                }
            }
        });
    });
    card(ui, |ui| {
        strong(ui, profile.name.get(lang));
        body(ui, profile.summary.get(lang));
        points(ui, &state.t("they-want"), &profile.include, lang);
        points(ui, &state.t("they-do-not-want"), &profile.exclude, lang);
        if let Some(response) = &profile.response {
            gap(ui, 2);
            hint(ui, response.note.get(lang));
        }
    });
    if profile.status != Verification::Verified
        && let Some(open_points) = &profile.unverified
    {
        gap(ui, 2);
        banner(ui, Status::Info, &state.t("unverified"), open_points.get(lang), |_| {});
    }
    own_fields(state, open, ui);
    contact(state, open, ui);
    headings(state, open, ui);
    self_help(state, &profile, ui);
}

fn points(ui: &mut Ui, heading: &str, points: &[Localized], lang: Lang) {
    if points.is_empty() {
        return;
    }
    gap(ui, 2);
    hint(ui, heading);
    for point in points {
        body(ui, &format!("•  {}", point.get(lang)));
    }
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
    for note in &open.profile.notes {
        gap(ui, 2);
        hint(ui, note.get(state.lang()));
    }
    for field in own {
        gap(ui, 3);
        let value = open.draft.fields.get(&field.id).cloned();
        match own_field(state, &field, value, ui) {
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
fn own_field(state: &mut State, field: &FieldSpec, value: Option<FieldValue>, ui: &mut Ui) -> Answered {
    let lang = state.lang();
    let label = field.label.get(lang);
    let name = format!("fields.{}", field.id);
    let need = state.t(if field.required { "required" } else { "optional" });
    let value = value.or_else(|| field.default.clone().map(FieldValue::Text));
    let mut text = value.as_ref().map(FieldValue::text).unwrap_or_default();
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
            state.local.take_focus(&name, &response);
            new = Answered::of(response.changed(), on.then_some(FieldValue::Flag(true)));
        }
        FieldType::Choice => {
            let label = field_label(ui, label, Some(&need));
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
            field_label(ui, label, Some(&need));
            let mut many = match value {
                Some(FieldValue::Many(many)) => many,
                Some(FieldValue::Text(one)) => vec![one],
                _ => Vec::new(),
            };
            for option in &field.options {
                let mut on = many.iter().any(|one| one == option.label());
                if checkbox(ui, &mut on, option.label()).changed() {
                    many.retain(|one| one != option.label());
                    if on {
                        many.push(option.label().to_owned());
                    }
                    new = Answered::of(true, (!many.is_empty()).then(|| FieldValue::Many(many.clone())));
                }
            }
        }
        FieldType::Text | FieldType::Multiline | FieldType::Files => {
            let label = field_label(ui, label, Some(&need));
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
    new.emptied(field)
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
    let reason = open.profile.language.reason.get(state.lang()).to_owned();
    let label = field_label(ui, &state.t("bundle-language"), None);
    let names: Vec<String> = Lang::ALL.iter().map(|lang| text::t(*lang, "language-name")).collect();
    let mut chosen = Lang::ALL.iter().position(|lang| *lang == open.draft.language).unwrap_or(0);
    if choice(ui, &label, &names, &mut chosen).changed()
        && let Some(lang) = Lang::ALL.get(chosen)
    {
        open.draft.language = *lang;
    }
    if !reason.is_empty() {
        gap(ui, 1);
        hint(ui, &reason);
    }
}

fn self_help(state: &mut State, profile: &crate::model::Profile, ui: &mut Ui) {
    let lang = state.lang();
    if !profile.self_help.is_empty() {
        gap(ui, 5);
        section(ui, &state.t("try-first"));
        for help in &profile.self_help {
            body(ui, &format!("•  {}", help.text.get(lang)));
        }
    }
    if !profile.not_for.is_empty() {
        gap(ui, 5);
        section(ui, &state.t("not-here"));
        for redirect in &profile.not_for {
            body(ui, &format!("•  {}: {}", redirect.what.get(lang), redirect.instead.get(lang)));
        }
    }
    if !profile.links.is_empty() {
        gap(ui, 5);
        section(ui, &state.t("their-pages"));
        for page in &profile.links {
            if link(ui, page.label.get(lang)).on_hover_text(&page.url).clicked() {
                state.emit(Action::Browse(page.url.clone()));
            }
        }
    }
}
