//! What of the log is sent: chosen by what is known of the problem, by time, by lines, or by how bad the records are.

use eframe::egui::Ui;

use super::view::selected;
use crate::collect::log::{around, as_logged};
use crate::gui::action::Action;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{Field, choice, columns, field_label, hint, menu_item, switcher, text_field};
use crate::model::{Evidence, EvidenceItem, EvidenceKind, LogLevel};
use crate::text::{number, size};

/// Minutes to each side of a moment.
const MINUTES: u32 = 2;
/// Lines to each side of a line.
const LINES: u64 = 50;
/// The first or the last lines that are offered.
const MANY_LINES: usize = 1_000;

/// Draws what is offered, and says what is left out.
pub fn show(state: &mut State, open: &Open, (at, evidence): (usize, &Evidence), ui: &mut Ui) {
    let Some(item) = open.draft.evidence.get(at) else { return };
    let offers = offers(state, open, item);
    let words = state.t("log-part");
    let mut chosen = None;
    ui.horizontal(|ui| {
        switcher(ui, &words, &words, |ui| {
            for (words, item) in offers {
                if menu_item(ui, None, &words, "").clicked() {
                    chosen = Some(item);
                }
            }
        });
        hint(ui, &told(state, evidence));
    });
    if let Some(item) = chosen {
        state.emit(Action::Cut(at, Box::new(item)));
    }
}

/// Draws the same as fields.
pub fn fields(state: &mut State, open: &mut Open, at: usize, ui: &mut Ui) {
    let Some(item) = open.draft.evidence.get_mut(at) else { return };
    let mut chosen = None;
    columns(ui, 4, |columns| {
        let label = field_label(&mut columns[0], &state.t("log-from"), None);
        optional(&mut columns[0], &label, &mut item.from, "19:41");
        let label = field_label(&mut columns[1], &state.t("log-to"), None);
        optional(&mut columns[1], &label, &mut item.to, "19:43");
        let all = state.t("log-all");
        let label = field_label(&mut columns[2], &state.t("log-tail"), None);
        lines(&mut columns[2], &label, &mut item.tail_lines, &all);
        let label = field_label(&mut columns[3], &state.t("log-level"), None);
        let options = ["log-level-all", "log-level-warn", "log-level-error"].map(|id| state.t(id));
        let levels = [None, Some(LogLevel::Warn), Some(LogLevel::Error)];
        let mut level = levels.iter().position(|level| *level == item.level).unwrap_or(0);
        if choice(&mut columns[3], &label, &options, &mut level).changed() {
            chosen = Some(EvidenceItem { level: levels.get(level).copied().flatten(), ..item.clone() });
        }
    });
    if let Some(item) = chosen {
        state.emit(Action::Cut(at, Box::new(item)));
    }
}

fn optional(ui: &mut Ui, label: &eframe::egui::Response, value: &mut Option<String>, example: &str) {
    let mut text = value.clone().unwrap_or_default();
    if text_field(ui, label, &mut text, example).changed() {
        *value = Some(text).filter(|text| !text.trim().is_empty());
    }
}

fn lines(ui: &mut Ui, label: &eframe::egui::Response, value: &mut Option<usize>, all: &str) {
    let mut text = value.map(|lines| lines.to_string()).unwrap_or_default();
    if Field::new(&mut text).placeholder(all).show(ui, label).changed() {
        *value = text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok();
    }
}

/// The parts that are offered, each with what the item becomes.
fn offers(state: &State, open: &Open, item: &EvidenceItem) -> Vec<(String, EvidenceItem)> {
    let lang = state.lang();
    let plain = {
        let mut plain = item.clone();
        plain.uncut();
        plain
    };
    let span = |(from, to): (String, String)| EvidenceItem { from: Some(from), to: Some(to), ..plain.clone() };
    let mut offers = vec![(state.t("log-part-all"), plain.clone())];
    if let Some(found) = around(&open.draft.started, MINUTES.into()) {
        let values = [("from", found.0.as_str().into()), ("to", found.1.as_str().into())];
        offers.push((state.tf("log-part-happened", &values), span(found)));
    }
    let ahead = state.local.log.index.as_ref().and_then(|index| index.ahead());
    let crashes = open.evidence.iter().filter(|file| file.recognised == EvidenceKind::CrashReport);
    for crash in crashes {
        let moment = crash.crashed_at.as_ref().map(|at| as_logged(at, ahead, &state.world.zone));
        if let Some(found) = moment.and_then(|at| around(&at, MINUTES.into())) {
            offers.push((state.tf("log-part-crash", &[("name", crash.name.as_str().into())]), span(found)));
        }
    }
    if let Some(line) = state.local.log.selected {
        let numbers = [("count", LINES.into()), ("line", number(lang, line + 1).into())];
        let (from, to) = (line.saturating_sub(LINES) + 1, line + LINES + 1);
        let near = EvidenceItem { from_line: Some(from), to_line: Some(to), ..plain.clone() };
        offers.push((state.tf("log-part-lines", &numbers), near));
        let time = selected(&state.local.log).and_then(|line| line.text.get(..line.time_end));
        if let Some(found) = time.and_then(|time| around(time, MINUTES.into())) {
            let numbers = [("count", u64::from(MINUTES).into()), ("line", number(lang, line + 1).into())];
            offers.push((state.tf("log-part-minutes", &numbers), span(found)));
        }
    }
    let many = [("count", MANY_LINES.into()), ("shown", number(lang, MANY_LINES as u64).into())];
    let head = EvidenceItem { head_lines: Some(MANY_LINES), ..plain.clone() };
    let tail = EvidenceItem { tail_lines: Some(MANY_LINES), ..plain };
    offers.push((state.tf("log-part-first", &many), head));
    offers.push((state.tf("log-part-last", &many), tail));
    offers
}

/// What is sent, and what is left out.
fn told(state: &State, evidence: &Evidence) -> String {
    let lang = state.lang();
    if evidence.problem.is_some() {
        return String::new();
    }
    let all = size(lang, evidence.size_bytes);
    let Some(part) = evidence.part else { return state.tf("log-sent-all", &[("size", all.into())]) };
    let counted =
        |id: &str, lines: u64| state.tf(id, &[("lines", lines.into()), ("shown", number(lang, lines).into())]);
    let values = [
        ("lines", part.lines.into()),
        ("shown", number(lang, part.lines).into()),
        ("size", size(lang, part.bytes()).into()),
        ("all", all.into()),
    ];
    let sent = state.tf("log-sent", &values);
    let left = [
        ("log-left-before", part.lines_before),
        ("log-left-between", part.lines_between),
        ("log-left-after", part.lines_after),
    ];
    let left: Vec<String> =
        left.into_iter().filter(|(_, lines)| *lines > 0).map(|(id, lines)| counted(id, lines)).collect();
    if left.is_empty() {
        return sent;
    }
    format!("{sent} {}", state.tf("log-left-out", &[("parts", left.join(", ").into())]))
}
