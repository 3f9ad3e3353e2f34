//! "They are one issue because…": a decision against the checklist, with its reason.

use eframe::egui::{Id, Ui};

use crate::gui::action::Action;
use crate::gui::state::State;
use crate::gui::widgets::{body, dialog, field_label, gap, primary_button, radio, secondary_button, text_field};
use crate::model::{Fix, Item};

/// A decision that is being explained.
#[derive(Clone, Debug)]
pub struct Overriding {
    check: String,
    title: String,
    why: String,
    one_issue: bool,
    reason: String,
}

impl Overriding {
    /// A decision about this row.
    #[must_use]
    pub fn new(item: &Item) -> Self {
        Self {
            check: item.check.clone(),
            title: item.title.clone(),
            why: item.why.clone(),
            one_issue: item.fix == Some(Fix::Split),
            reason: String::new(),
        }
    }
}

/// Draws the question while there is one.
pub fn show(state: &mut State, ui: &mut Ui) {
    let Some(mut asked) = state.local.overriding.take() else { return };
    let proposed = if asked.one_issue {
        ["reason-symptoms", "reason-one-request", "reason-same-steps"]
    } else {
        ["reason-unknown", "reason-not-here", "reason-told-elsewhere"]
    };
    let shown = dialog(ui.ctx(), Id::unique("overriding"), &asked.title.clone(), |ui| {
        body(ui, &asked.why);
        gap(ui, 2);
        for id in proposed {
            let words = state.t(id);
            if radio(ui, asked.reason == words, &words).clicked() {
                asked.reason = words;
            }
        }
        gap(ui, 2);
        let label = field_label(ui, &state.t("reason-own"), Some(&state.t("reason-hint")));
        text_field(ui, &label, &mut asked.reason, "");
        gap(ui, 3);
        ui.horizontal(|ui| {
            let filled = !asked.reason.trim().is_empty();
            let done =
                ui.add_enabled_ui(filled, |ui| primary_button(ui, None, &state.t("reason-keep")).clicked()).inner;
            (done, secondary_button(ui, None, &state.t("cancel")).clicked())
        })
        .inner
    });
    let (done, cancelled) = shown.inner;
    if done {
        state.emit(Action::Override(asked.check, asked.reason.trim().to_owned()));
    } else if !cancelled && !shown.dismissed {
        state.local.overriding = Some(asked);
    }
}
