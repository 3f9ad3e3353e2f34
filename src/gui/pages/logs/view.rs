//! One log: how much it wrote when, what of it is sent, and its lines.

use eframe::egui::{Align, Layout, Ui};

use super::{find, over_time, part};
use crate::collect::log::LogFile;
use crate::gui::icons;
use crate::gui::logs::{self, Around, LogPage, LogTrouble, ShownLine};
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    LogLine, LogView, Status, banner, before, card, checkbox, gap, hint, job_row, log_line_height, mono, small_button,
    strong, tool_button,
};
use crate::gui::work::Kind;
use crate::model::{Evidence, EvidenceKind, FilePart};
use crate::text::{number, size};

/// Lines that are seen at once.
const ROWS: f32 = 18.0;

/// Characters of a line that fit.
const WIDE: usize = 70;
/// Characters of the selected line that are shown in full.
const READ: usize = 1_000;

/// Draws the log.
pub fn show(state: &mut State, open: &mut Open, (index, evidence): (usize, &Evidence), ui: &mut Ui) {
    let file = LogFile::of(evidence);
    state.local.log.show(&file);
    // A part of a report helps nobody; where one was chosen all the same, it can be given back.
    let is_report = matches!(evidence.recognised, EvidenceKind::CrashReport | EvidenceKind::SystemReport);
    let divides = !is_report || evidence.part.is_some();
    card(ui, |ui| {
        head(state, evidence, ui);
        gap(ui, 2);
        over_time::show(state, open, (index, evidence), ui);
        gap(ui, 2);
        if divides {
            part::show(state, open, (index, evidence), ui);
        }
        reading(state, &file, ui);
        gap(ui, 2);
        if state.local.log.find.is_open {
            find::show(state, ui);
            gap(ui, 2);
        }
        lines(state, evidence, ui);
        foot(state, evidence, ui);
        if divides {
            gap(ui, 2);
            part::fields(state, open, index, ui);
        }
    });
    let top = state.local.log.top.min(state.local.log.total() as f64);
    logs::tick(state, open, ui.ctx(), Around { first: top as u64, fits: ROWS as u64 + 2 });
}

fn head(state: &mut State, evidence: &Evidence, ui: &mut Ui) {
    ui.horizontal(|ui| {
        before(ui, 330.0, |ui| strong(ui, &evidence.name));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let is_open = state.local.log.find.is_open;
            let words = state.t("log-find");
            let clicked = if is_open {
                tool_button(ui, icons::MAGNIFYING_GLASS, &words, true).clicked()
            } else {
                small_button(ui, Some(icons::MAGNIFYING_GLASS), &words).clicked()
            };
            if clicked {
                let find = &mut state.local.log.find;
                (find.is_open, find.focus) = (!is_open, !is_open);
                state.local.log.mark_found();
            }
            // A report has no levels, and does not grow.
            let is_log = evidence.recognised == EvidenceKind::Log;
            let words = state.t("errors-only");
            let mut on = state.local.log.errors_only;
            let levelled = is_log || on || state.local.log.index.as_ref().is_some_and(|index| index.errors() > 0);
            if levelled && checkbox(ui, &mut on, &words).changed() {
                let page = &mut state.local.log;
                page.errors_only = on;
                // The line that was seen is seen again.
                page.reveal = page.selected;
                (page.chunk, page.top) = (None, 0.0);
            }
            // What is packed does not grow.
            if is_log && !evidence.packed {
                let words = state.t("log-follow");
                let mut on = state.local.log.follow;
                if checkbox(ui, &mut on, &words).on_hover_text(state.t("log-follow-hint")).changed() {
                    let page = &mut state.local.log;
                    page.follow = on;
                    page.top = if on { f64::INFINITY } else { page.top };
                }
            }
        });
    });
}

/// How far the reading is, or why it is not.
fn reading(state: &mut State, file: &LogFile, ui: &mut Ui) {
    let name = file.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
    if let Some(trouble) = state.local.log.trouble.clone() {
        gap(ui, 2);
        let reason = if let LogTrouble::Unread(words) = &trouble { words.clone() } else { String::new() };
        let id = match trouble {
            LogTrouble::Unread(_) => "log-unread",
            LogTrouble::Changed => "log-changed",
            LogTrouble::Stopped => "log-stopped",
        };
        let words = state.tf(id, &[("name", name.into()), ("reason", reason.into())]);
        let status = if trouble == LogTrouble::Stopped { Status::Ask } else { Status::Bad };
        let again = banner(ui, status, &words, "", |ui| small_button(ui, None, &state.t("log-read-again")).clicked());
        if again {
            state.local.log.retry();
        }
        return;
    }
    if state.local.log.was_replaced {
        gap(ui, 2);
        let words = state.tf("log-replaced", &[("name", name.into())]);
        if banner(ui, Status::Ask, &words, "", |ui| small_button(ui, None, &state.t("close")).clicked()) {
            state.local.log.was_replaced = false;
        }
    }
    let reads = Kind::Index(file.path().to_owned());
    let is_whole = state.local.log.index.as_ref().is_some_and(|index| index.is_whole());
    let progress = |kind: &Kind| state.work.progress_of(kind).filter(|progress| progress.total > 0);
    let found = progress(&Kind::Look).or_else(|| progress(&reads).filter(|_| !is_whole));
    let Some(progress) = found else { return };
    gap(ui, 2);
    let share = (progress.done as f32 / progress.total as f32).min(1.0);
    let values = [
        ("done", size(state.lang(), progress.done.min(progress.total)).into()),
        ("all", size(state.lang(), progress.total).into()),
    ];
    if job_row(ui, &state.tf("log-reading", &values), Some(share), &state.t("stop")) {
        // What was asked for is not looked for any longer; the answer says so.
        state.work.halt(&Kind::Look);
        state.work.cancel(&reads);
        state.local.log.trouble = Some(LogTrouble::Stopped);
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}

/// The lines around what is seen.
fn lines(state: &mut State, evidence: &Evidence, ui: &mut Ui) {
    let lang = state.lang();
    let name = state.tf("log-lines", &[("name", evidence.name.as_str().into())]);
    let page = &mut state.local.log;
    let total = page.total();
    let (from, at_hand) = page.chunk.as_ref().map_or((0, &[][..]), |chunk| (chunk.key.first, chunk.lines.as_slice()));
    let shown: Vec<LogLine> = at_hand
        .iter()
        .map(|line| LogLine {
            number: &line.number,
            text: &line.text,
            time_end: line.time_end,
            level: line.level,
            hidden: &line.hidden,
            found: &line.found,
            is_left_out: evidence.part.is_some_and(|part| !is_sent(line.line, line.level, part, evidence)),
        })
        .collect();
    let selected = at_hand.iter().position(|line| page.selected == Some(line.line)).map(|at| from + at as u64);
    let longest = page.index.as_ref().map_or(999, |index| index.lines());
    let digits = number(lang, longest).chars().count();
    let height = ROWS * log_line_height();
    let view = LogView { name: &name, total, height, selected, digits };
    let mut top = page.top;
    let done = view.show(ui, &mut top, from, &shown);
    page.top = top;
    if done.moved {
        page.follow = false;
    }
    if let Some(row) = done.select {
        let line = row.checked_sub(from).and_then(|at| at_hand.get(usize::try_from(at).ok()?));
        // A line that is not at hand yet is selected when all lines are shown: there, rows are lines.
        page.selected = line.map(|line| line.line).or((!page.errors_only).then_some(row));
    }
    if total == 0 && page.errors_only && page.index.as_ref().is_some_and(|index| index.is_whole()) {
        hint(ui, &state.t("log-no-errors"));
    }
}

fn is_sent(line: u64, level: Option<Status>, part: FilePart, evidence: &Evidence) -> bool {
    let end = part.lines_before + part.lines + part.lines_between;
    let inside = (part.lines_before..end).contains(&line);
    inside
        && match evidence.item.level {
            None => true,
            Some(crate::model::LogLevel::Error) => level == Some(Status::Bad),
            Some(crate::model::LogLevel::Warn) => level.is_some(),
        }
}

/// What the selected line does not show, and where a large log lies.
fn foot(state: &mut State, evidence: &Evidence, ui: &mut Ui) {
    let line = selected(&state.local.log);
    // What ends in "…" above is read here.
    if let Some(line) = line.filter(|line| line.text.chars().count() > WIDE) {
        gap(ui, 1);
        mono(ui, &line.text.chars().take(READ).collect::<String>());
    }
    let unshown = line.map_or(0, |line| line.unshown);
    if unshown > 0 {
        gap(ui, 1);
        hint(ui, &state.tf("log-line-cut", &[("size", size(state.lang(), unshown).into())]));
    }
    if evidence.item.path.is_absolute() {
        hint(ui, &state.tf("log-stays", &[("name", evidence.name.as_str().into())]));
    }
}

/// The selected line, if it is at hand.
pub fn selected(page: &LogPage) -> Option<&ShownLine> {
    let wanted = page.selected?;
    page.chunk.as_ref()?.lines.iter().find(|line| line.line == wanted)
}
