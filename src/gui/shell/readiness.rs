//! Always visible: what blocks, what is asked, what is done; the size; the way out.

use eframe::egui::{Response, ScrollArea, Ui, accesskit};

use crate::compose::{desk, mail_bytes};
use crate::gui::action::{Action, Section, Way};
use crate::gui::icons;
use crate::gui::pages::{self, Again, Overriding};
use crate::gui::state::{Open, State};
use crate::gui::theme::sizes;
use crate::gui::widgets::{
    Aside, Check, Status, body, card, check_fixes, check_row, check_row_with, gap, group_title, hint, menu_button,
    menu_item, pair, primary_button_wide, progress_bar, readable_hint, small_button, title, tool_button, with_end,
    with_foot,
};
use crate::model::{Fix, Item, Outcome, Scale};
use crate::text::size;

/// In a narrower window the button of the drawer has no words.
const DRAWER_ICON_BELOW: f32 = 460.0;

/// Draws the panel.
pub fn show(state: &mut State, open: &Open, ui: &mut Ui) {
    with_foot(
        ui,
        state,
        |state, ui| {
            live(ui, &headline(state, open));
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| rows(state, open, ui));
        },
        |state, ui| foot(state, open, ui),
    );
}

/// The same where there is little room: the headline, and the rest on demand.
pub fn drawer(state: &mut State, open: &mut Open, ui: &mut Ui) {
    with_end(
        ui,
        sizes().button,
        state,
        |state, ui| live(ui, &headline(state, open)),
        |state, ui| {
            let id = if state.local.drawer { "drawer-close" } else { "drawer-open" };
            let clicked = if ui.ctx().content_rect().width() < DRAWER_ICON_BELOW {
                tool_button(ui, icons::LIST_CHECKS, &state.t(id), state.local.drawer).clicked()
            } else {
                small_button(ui, Some(icons::LIST_CHECKS), &state.t(id)).clicked()
            };
            if clicked {
                state.local.drawer = !state.local.drawer;
            }
        },
    );
    if state.local.drawer {
        // The panel is as high as the last frame's was; without the least height it would grow over many frames.
        let height = 0.4 * ui.ctx().content_rect().height();
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.show(ui, |ui| rows(state, open, ui));
        foot(state, open, ui);
    }
}

/// The headline; a screen reader tells when it changes.
fn live(ui: &mut Ui, words: &str) {
    let headline = title(ui, words);
    ui.ctx().accesskit_node_builder(headline.id, |node| node.set_live(accesskit::Live::Polite));
}

fn headline(state: &State, open: &Open) -> String {
    let blocks = open.report.with(Outcome::MustFix).count();
    let asks = open.report.with(Outcome::Confirm).count();
    match (blocks, asks) {
        (0, 0) => state.t("ready"),
        (0, asks) => state.tf("ready-after", &[("count", asks.into())]),
        (blocks, _) => state.tf("blocks", &[("count", blocks.into())]),
    }
}

fn rows(state: &mut State, open: &Open, ui: &mut Ui) {
    let mut first = true;
    for (outcome, heading) in [
        (Outcome::MustFix, "must-fix"),
        (Outcome::Confirm, "please-confirm"),
        (Outcome::Advice, "good-to-know"),
        (Outcome::Overridden, "your-decision"),
        (Outcome::Pass, "done"),
    ] {
        let items: Vec<&Item> = open.grouped(outcome).collect();
        if items.is_empty() {
            continue;
        }
        if !first {
            gap(ui, 3);
        }
        first = false;
        group_title(ui, &state.t(heading));
        for (index, item) in items.into_iter().enumerate() {
            row(state, open, item, index == 0, ui);
        }
    }
    after_sending(state, open, ui);
}

/// The number to note, and when to ask again.
fn after_sending(state: &mut State, open: &Open, ui: &mut Ui) {
    let mut rows = Vec::new();
    if !open.status.sent.is_empty() && open.status.ticket.is_empty() {
        rows.push((state.t("note-ticket"), state.t("note-ticket-why"), Action::Go(Section::Review)));
    }
    let asks = Action::Jump("review.again".to_owned());
    match pages::again(&open.profile, &open.status, (state.world.now)()) {
        Again::No | Again::Unknown => {}
        Again::TooEarly(due) => {
            let due = pages::day(state, due);
            rows.push((state.t("wait-for-answer"), state.tf("again-too-early", &[("day", due.into())]), asks));
        }
        Again::Yes => rows.push((state.t("again-now"), state.t("again-now-why"), asks)),
    }
    if rows.is_empty() {
        return;
    }
    gap(ui, 3);
    group_title(ui, &state.t("after-you-send"));
    for (index, (title, message, action)) in rows.iter().enumerate() {
        let check = Check { status: Status::Todo, words: "", title, message, first: index == 0 };
        if check_row(ui, &check).clicked() {
            state.emit(action.clone());
        }
    }
}

fn status(outcome: Outcome) -> Status {
    match outcome {
        Outcome::MustFix => Status::Bad,
        Outcome::Confirm => Status::Ask,
        Outcome::Advice | Outcome::Overridden => Status::Info,
        Outcome::Pass => Status::Ok,
    }
}

fn row(state: &mut State, open: &Open, item: &Item, first: bool, ui: &mut Ui) {
    let message = match item.outcome {
        Outcome::Pass => "",
        _ => &item.message,
    };
    let words = state.t(match item.outcome {
        Outcome::MustFix => "must-fix",
        Outcome::Confirm => "please-confirm",
        Outcome::Advice => "good-to-know",
        Outcome::Overridden => "your-decision",
        Outcome::Pass => "state-done",
    });
    let check = Check { status: status(item.outcome), words: &words, title: &item.title, message, first };
    let shown = row_and_why(state, item, &check, ui);
    let shown = if item.why.is_empty() { shown } else { shown.on_hover_text(&item.why) };
    if shown.clicked() {
        state.emit(Action::ShowPoint(item.check.clone()));
    }
    match item.outcome {
        Outcome::MustFix | Outcome::Confirm => check_fixes(ui, |ui| fixes(state, item, ui)),
        Outcome::Overridden => check_fixes(ui, |ui| {
            if small_button(ui, None, &state.t("reconsider")).clicked() {
                state.emit(Action::Reconsider(item.check.clone()));
            }
        }),
        Outcome::Advice | Outcome::Pass => {}
    }
    if state.local.why.as_deref() == Some(item.check.as_str()) && item.outcome != Outcome::Pass {
        check_fixes(ui, |ui| drop(card(ui, |ui| why(state, open, item, ui))));
    }
}

/// A row that is open shows or hides why it is asked for.
fn row_and_why(state: &mut State, item: &Item, check: &Check, ui: &mut Ui) -> Response {
    if item.why.is_empty() || matches!(item.outcome, Outcome::Pass | Outcome::Overridden) {
        return check_row(ui, check);
    }
    let open = state.local.why.as_deref() == Some(item.check.as_str());
    let name = state.tf("why-name", &[("title", item.title.as_str().into())]);
    let (row, clicked) = check_row_with(ui, check, &Aside { text: &state.t("why"), name: &name, open });
    if clicked {
        state.local.why = (!open).then(|| item.check.clone());
    }
    row
}

/// Why this is asked for, and where that comes from.
fn why(state: &State, open: &Open, item: &Item, ui: &mut Ui) {
    /// More are on the page of the destination.
    const SOURCES: usize = 2;
    body(ui, &item.why);
    let profile = &open.profile;
    if !profile.sources.is_empty() {
        let date = desk::looked_up(state.lang(), &profile.checked_on);
        hint(ui, &state.tf("cli-checked-on", &[("date", date.into())]));
        for source in profile.sources.iter().take(SOURCES) {
            readable_hint(ui, source);
        }
    }
}

fn fixes(state: &mut State, item: &Item, ui: &mut Ui) {
    let (icon, id, action) = match item.fix {
        Some(Fix::Split) => (Some(icons::SCISSORS), "fix-split", Action::Split),
        Some(Fix::Attach) => (Some(icons::PLUS), "fix-attach", Action::Choose),
        Some(Fix::Fill) => (None, "fix-fill", Action::Jump(item.field.clone())),
        Some(Fix::Shorten) => (None, "fix-shorten", Action::ShowPoint(item.check.clone())),
        Some(Fix::Replace | Fix::Translate) | None => (None, "fix-show", Action::ShowPoint(item.check.clone())),
    };
    if small_button(ui, icon, &state.t(id)).clicked() {
        state.emit(action);
    }
    let leave = state.t(if item.fix == Some(Fix::Split) { "same-issue" } else { "leave-it" });
    if small_button(ui, None, &leave).clicked() {
        state.local.overriding = Some(Overriding::new(item));
    }
}

fn foot(state: &mut State, open: &Open, ui: &mut Ui) {
    let lang = state.lang();
    let ready = open.report.is_ready();
    let packed: Option<u64> = open.preview.as_ref().map(|preview| crate::bundle::planned_size_bytes(&preview.plan));
    // A mailbox counts what a letter holds, which is more than what lies on the disk.
    let rules = &open.profile.attachments;
    let in_mail = rules.scale == Scale::Base64;
    let packed = packed.map(|bytes| if in_mail { mail_bytes(bytes) } else { bytes });
    let used = packed.map_or_else(|| "…".to_owned(), |bytes| size(lang, bytes));
    let limit = if in_mail { rules.max_total_bytes.or(rules.max_file_bytes) } else { rules.bundle_limit_bytes() };
    let name = state.t(if in_mail { "bundle-size-mail" } else { "bundle-size" });
    let words = match limit {
        Some(limit) => state.tf("size-of", &[("used", used.into()), ("limit", size(lang, limit).into())]),
        None => used,
    };
    pair(ui, &name, &words);
    if let Some(limit) = limit {
        let share = packed.unwrap_or(0) as f32 / limit as f32;
        progress_bar(ui, share, &name);
        gap(ui, 1);
    }
    with_end(
        ui,
        sizes().button,
        state,
        |state, ui| {
            ui.add_enabled_ui(ready, |ui| {
                let export = primary_button_wide(ui, Some(icons::FILE_ZIP), &state.t("export-bundle"));
                if export.on_disabled_hover_text(state.t("export-blocked")).clicked() {
                    state.emit(Action::Export(Way::Zip));
                }
            });
        },
        |state, ui| {
            let name = state.t("more-ways");
            menu_button(ui, None, &name, |ui| ways(state, ready, ui));
        },
    );
}

fn ways(state: &mut State, ready: bool, ui: &mut Ui) {
    let (zip, email, copy) = (state.t("save-zip"), state.t("email-draft"), state.t("choose-target"));
    ui.add_enabled_ui(ready, |ui| {
        if menu_item(ui, Some(icons::FILE_ZIP), &zip, "Ctrl+E").clicked() {
            state.emit(Action::Export(Way::Zip));
        }
        if menu_item(ui, Some(icons::ENVELOPE_SIMPLE), &email, "").clicked() {
            state.emit(Action::Export(Way::Email));
        }
    });
    if menu_item(ui, Some(icons::FOLDER), &copy, "").clicked() {
        state.emit(Action::ChooseTarget);
    }
}
