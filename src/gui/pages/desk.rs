//! What is known of a desk: the essentials first, the rest on demand, and how well each is established.

use eframe::egui::Ui;

use crate::compose::desk::{self, Told};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Status, badge, banner, body, card, fact, fold, gap, hint, line, link, points, small_button, strong,
};
use crate::model::{FieldSpec, FieldType, Lang, Localized, Profile, Verification};
use crate::store::Profiles;

/// What they want, how long they take, who sees it.
pub fn essentials(state: &State, profile: &Profile, ui: &mut Ui) {
    let lang = state.lang();
    if profile.public || !profile.forbid.is_empty() {
        let all: Vec<String> = desk::privacy(profile, lang).into_iter().chain(desk::forbidden(profile, lang)).collect();
        let all = all.join(" ");
        // The first sentence stands out.
        let (start, more) = all.find(". ").map_or((all.as_str(), ""), |end| all.split_at(end + 1));
        banner(ui, Status::Warn, start, more.trim_start(), |_| {});
        gap(ui, 2);
    }
    card(ui, |ui| {
        line(ui, |ui| {
            strong(ui, profile.name.get(lang));
            let id = match profile.status {
                Verification::Verified => return,
                Verification::Partly => "partly-verified-badge",
                Verification::Unverified => "unverified-badge",
            };
            badge(ui, Status::Ask, &state.t(id));
        });
        body(ui, profile.summary.get(lang));
        if let Some(open) = &profile.unverified {
            let as_of = desk::looked_up(lang, &profile.checked_on);
            hint(ui, &format!("{} {}", state.tf("unverified-as-of", &[("date", as_of.into())]), open.get(lang)));
        }
        wanted(ui, &state.t("they-want"), &profile.include, lang);
        wanted(ui, &state.t("they-do-not-want"), &profile.exclude, lang);
        let privacy = desk::privacy(profile, lang).filter(|_| !profile.public && profile.forbid.is_empty());
        let kept = profile.hide.iter().flat_map(|rules| rules.keep.iter().copied());
        let visible = desk::visible(profile, kept, lang);
        let told = [
            (icons::CLOCK, desk::answer(profile, lang)),
            (icons::TICKET, desk::quota(profile, state.sent_in_quota(profile), lang)),
            (icons::EYE, privacy.map(|words| Told { words, unverified: false })),
            (icons::EYE_SLASH, visible.map(|words| Told { words, unverified: false })),
        ];
        let flag = state.t("unverified-badge");
        let mut is_first = true;
        for (icon, told) in told {
            let Some(told) = told else { continue };
            if std::mem::take(&mut is_first) {
                gap(ui, 2);
            }
            fact(ui, icon, &told.words, told.unverified.then_some(flag.as_str()));
        }
    });
}

fn wanted(ui: &mut Ui, heading: &str, texts: &[Localized], lang: Lang) {
    if !texts.is_empty() {
        gap(ui, 2);
        hint(ui, heading);
        points(ui, false, texts.iter().map(|text| text.get(lang)));
    }
}

/// Whether what the desk says stands above its fields: not where there are none, and not more than is read there.
#[must_use]
pub fn notes_are_few(profile: &Profile) -> bool {
    let is_asked = |field: &FieldSpec| field.from.is_none() && field.kind != FieldType::Files;
    profile.notes.len() <= 3 && profile.fields.iter().any(is_asked)
}

/// The rest: what they say above their fields, ways to them, writing again, limits, pages, sources.
pub fn more(state: &mut State, open: &Open, ui: &mut Ui) {
    let mut shown = state.local.more;
    let title = state.t("desk-more");
    let heading = fold(ui, &mut shown, &title, |ui| {
        card(ui, |ui| inside(state, &open.profile, ui));
    });
    state.local.take_scroll("desk", &heading);
    state.local.more = shown;
}

fn inside(state: &mut State, profile: &Profile, ui: &mut Ui) {
    let lang = state.lang();
    let texts = |texts: &[Localized]| texts.iter().map(|text| text.get(lang).to_owned()).collect::<Vec<_>>();
    if !notes_are_few(profile) {
        list(ui, &state.t("desk-notes"), &texts(&profile.notes));
    }
    for guide in &profile.guides {
        gap(ui, 1);
        strong(ui, &state.tf("desk-way", &[("name", guide.label.get(lang).into())]));
        if let Some(when) = &guide.when {
            hint(ui, when.get(lang));
        }
        points(ui, true, guide.steps.iter().map(|step| step.get(lang)));
        gap(ui, 1);
    }
    list(ui, &state.t("desk-again"), &desk::again(profile, lang));
    list(ui, &state.t("desk-languages"), &desk::languages(profile, lang));
    list(ui, &state.t("desk-limits"), &desk::limits(profile, lang));
    if !profile.links.is_empty() {
        gap(ui, 1);
        strong(ui, &state.t("their-pages"));
        for page in &profile.links {
            if link(ui, page.label.get(lang)).on_hover_text(&page.url).clicked() {
                state.emit(Action::Browse(page.url.clone()));
            }
        }
        gap(ui, 1);
    }
    sources(state, profile, ui);
    own(state, profile, ui);
}

fn list(ui: &mut Ui, heading: &str, rows: &[String]) {
    if rows.is_empty() {
        return;
    }
    gap(ui, 1);
    strong(ui, heading);
    points(ui, false, rows.iter().map(String::as_str));
    gap(ui, 1);
}

fn sources(state: &mut State, profile: &Profile, ui: &mut Ui) {
    gap(ui, 1);
    let as_of = desk::looked_up(state.lang(), &profile.checked_on);
    hint(ui, &state.tf("cli-checked-on", &[("date", as_of.into())]));
    if profile.sources.is_empty() {
        return;
    }
    if link(ui, &state.t(if state.local.sources { "sources-hide" } else { "sources-show" })).clicked() {
        state.local.sources = !state.local.sources;
    }
    if state.local.sources {
        for source in &profile.sources {
            hint(ui, source);
        }
    }
}

/// A file of the user's own for this desk.
fn own(state: &mut State, profile: &Profile, ui: &mut Ui) {
    gap(ui, 2);
    let own = state.profiles.own_file(&profile.id).map(std::path::Path::to_owned);
    let words = match &own {
        Some(path) => {
            let id = if Profiles::is_built_in(&profile.id) { "desk-own-file" } else { "desk-own" };
            state.tf(id, &[("path", path.display().to_string().into())])
        }
        None => state.t("desk-edit-hint"),
    };
    hint(ui, &words);
    gap(ui, 1);
    ui.horizontal_wrapped(|ui| {
        if small_button(ui, Some(icons::PENCIL_SIMPLE), &state.t("desk-edit")).clicked() {
            state.emit(Action::EditDestination(profile.id.clone()));
        }
        if let Some(path) = own
            && small_button(ui, Some(icons::FOLDER_OPEN), &state.t("show-in-folder")).clicked()
        {
            state.emit(Action::Reveal(path));
        }
    });
}
