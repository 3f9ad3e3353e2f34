//! Before writing: what to try, and where else to go.

use eframe::egui::Ui;

use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{answer_button, body, card, entry, fold, gap, hint, section, small_button};
use crate::model::{HelpOutcome, Outcome};

/// The steps the desk wants tried first, each with what came of it.
pub fn self_help(state: &mut State, open: &Open, ui: &mut Ui) {
    let steps = open.profile.self_help.clone();
    if steps.is_empty() {
        return;
    }
    gap(ui, 5);
    section(ui, &state.t("try-first"));
    hint(ui, &state.t("try-first-hint"));
    gap(ui, 1);
    let mut first = true;
    card(ui, |ui| {
        for step in steps {
            let text = step.text.get(state.lang()).to_owned();
            if !first {
                gap(ui, 2);
            }
            body(ui, &text);
            let given = open.draft.self_help.get(&step.id).copied();
            ui.horizontal_wrapped(|ui| {
                for outcome in HelpOutcome::ALL {
                    let words = state.t(match outcome {
                        HelpOutcome::DidNotHelp => "tried-did-not-help",
                        HelpOutcome::Partly => "tried-partly",
                        HelpOutcome::NotPossible => "tried-not-possible",
                    });
                    let values = [("outcome", words.as_str().into()), ("step", text.as_str().into())];
                    let name = state.tf("tried-name", &values);
                    let picked = given == Some(outcome);
                    let answer = answer_button(ui, &words, &name, picked);
                    if first {
                        state.local.take_focus("self-help", &answer);
                        state.local.take_focus("self_help", &answer);
                        first = false;
                    }
                    if answer.clicked() {
                        state.emit(Action::Tried(step.id.clone(), (!picked).then_some(outcome)));
                    }
                }
            });
        }
    });
}

/// What does not belong to this desk, and who takes it. Shown at once where the checklist says that this is such a matter.
pub fn elsewhere(state: &mut State, open: &Open, ui: &mut Ui) {
    let redirects = open.profile.not_for.clone();
    if redirects.is_empty() {
        return;
    }
    gap(ui, 3);
    let asks = |outcome| matches!(outcome, Outcome::MustFix | Outcome::Confirm);
    let is_asked = open.report.items.iter().any(|item| item.check == "right-place" && asks(item.outcome));
    let title = state.tf("not-here", &[("count", redirects.len().into())]);
    let mut shown = state.local.elsewhere || is_asked;
    let heading = fold(ui, &mut shown, &title, |ui| {
        card(ui, |ui| {
            for (index, redirect) in redirects.iter().enumerate() {
                if index > 0 {
                    gap(ui, 1);
                }
                let lang = state.lang();
                entry(ui, redirect.what.get(lang), redirect.instead.get(lang));
                let to = redirect.to.as_deref().and_then(|to| state.profiles.get(to).ok()).cloned();
                let Some(to) = to.filter(|to| to.id != open.draft.destination) else { continue };
                let words = state.tf("write-there", &[("name", to.name.get(lang).into())]);
                if small_button(ui, Some(icons::PAPER_PLANE_TILT), &words).clicked() {
                    state.emit(Action::Retarget(to.id));
                }
            }
        });
    });
    state.local.take_focus("destination", &heading);
    if !is_asked {
        state.local.elsewhere = shown;
    }
}
