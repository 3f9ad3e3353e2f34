//! Asking again: not too early, and with the words ready.

use eframe::egui::Ui;
use jiff::Timestamp;

use crate::deliver::{self, SentCase};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{card, fact, gap, hint, readable, section, small_button};
use crate::model::Profile;
use crate::store::Status;
use crate::text;

/// Whether it makes sense to ask again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// It was not sent, or it was answered.
    No,
    /// Not before this moment.
    TooEarly(Timestamp),
    /// The desk names no time.
    Unknown,
    /// Yes.
    Yes,
}

/// Whether it makes sense to ask about a case with this `status` at `now`.
#[must_use]
pub fn again(profile: &Profile, status: &Status, now: Timestamp) -> Again {
    let Some(sent_at) = status.sent_at().filter(|_| !status.answered) else { return Again::No };
    match deliver::too_early_before(profile, sent_at) {
        Some(due) if now < due => Again::TooEarly(due),
        Some(_) => Again::Yes,
        None => Again::Unknown,
    }
}

/// A day near today, in the user's own time.
#[must_use]
pub fn day(state: &State, time: Timestamp) -> String {
    let local = |time: Timestamp| time.to_zoned(state.world.zone.clone()).date();
    text::day(state.lang(), local(time), local((state.world.now)()))
}

/// When to ask again, and what to write.
pub fn show(state: &mut State, open: &Open, ui: &mut Ui) {
    let (heading, advice) = match again(&open.profile, &open.status, (state.world.now)()) {
        Again::No => return,
        Again::TooEarly(due) => {
            gap(ui, 2);
            let due = day(state, due);
            let early = fact(ui, icons::CLOCK, &state.tf("again-too-early", &[("day", due.into())]), None);
            return state.local.take_scroll("review.again", &early);
        }
        Again::Unknown => ("again-how", state.t("again-unknown")),
        Again::Yes => ("again-now", String::new()),
    };
    gap(ui, 5);
    section(ui, &state.t(heading));
    let note = open.profile.follow_up.as_ref().map(|again| again.note.get(state.lang()));
    for words in [advice.as_str(), note.unwrap_or_default()] {
        if !words.is_empty() {
            hint(ui, words);
        }
    }
    gap(ui, 1);
    let words = question(state, open);
    card(ui, |ui| {
        readable(ui, &words);
        gap(ui, 2);
        let copy = small_button(ui, Some(icons::COPY), &state.t("again-copy"));
        state.local.take_focus("review.again", &copy);
        if copy.clicked() {
            state.emit(Action::Copy(words.clone()));
        }
    });
}

/// The text, with the title as the desk knows it: without private data.
fn question(state: &State, open: &Open) -> String {
    let title = open.preview.as_ref().map(|preview| preview.redacted.incident().draft.title.clone());
    let file = open.status.sent.last().and_then(|sent| std::path::Path::new(&sent.path).file_name());
    let file = file.map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    let case = SentCase {
        at: open.status.sent_at().unwrap_or((state.world.now)()),
        title: &title.unwrap_or_default(),
        number: &open.status.ticket,
        file: &file,
    };
    deliver::follow_up(&open.profile, &case, open.draft.language, &state.world.zone)
}
