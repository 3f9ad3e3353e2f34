//! How much the log wrote when, and the stretch of it that is sent.

use eframe::egui::Ui;

use crate::collect::log::{Index, Precision, written};
use crate::gui::action::Action;
use crate::gui::logs::LogPage;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{Bar, Stretching, histogram};
use crate::model::{Evidence, EvidenceItem, EvidenceKind};
use crate::text::{number, size};

/// Columns.
const BARS: usize = 72;

/// Draws the columns, with what they mean below.
pub fn show(state: &mut State, open: &mut Open, (at, evidence): (usize, &Evidence), ui: &mut Ui) {
    let page = &state.local.log;
    let Some(index) = page.index.clone() else { return };
    let found = page.histogram.bars(BARS);
    // Of a report without times there is nothing to see over time.
    let timeless = evidence.recognised != EvidenceKind::Log && index.times().is_none();
    if found.is_empty() || timeless {
        return;
    }
    let most = found.iter().map(|(_, column)| column.lines).max().unwrap_or(0).max(1) as f32;
    let bars: Vec<Bar> = found
        .iter()
        .map(|(_, column)| Bar {
            // The root keeps the quiet times visible beside the loud ones.
            share: (column.lines as f32 / most).sqrt(),
            bad: if column.errors == 0 { 0.0 } else { (column.errors as f32 / column.lines.max(1) as f32).sqrt() },
        })
        .collect();
    let step = found.get(1).map_or(page.histogram.width(), |(second, _)| second - found[0].0).max(1);
    let start = found[0].0;
    let window = window(page, open.draft.evidence.get(at), evidence);
    let columns = window.map(|(from, to)| {
        let column = |ms: i64| (ms - start) as f32 / step as f32;
        (column(from), column(to).max(column(from) + 0.2))
    });
    let told = told(state, &index, evidence, window);
    let name = state.tf("log-over-time", &[("name", evidence.name.as_str().into())]);
    let (first, last) = ends(state, &index);
    let (_, done) = histogram(ui, &name, [&first, &told, &last], &bars, columns);
    let edge = |at: usize| start + i64::try_from(at).unwrap_or(0) * step;
    let place = |from: usize, to: usize| (edge(from), edge(to));
    let page = &mut state.local.log;
    match done {
        Some(Stretching::Drawn(from, to)) => page.drawn = Some(place(from, to)),
        Some(Stretching::Chosen(from, to)) => {
            page.drawn = None;
            if let Some(mut item) = open.draft.evidence.get(at).cloned() {
                cut(&mut item, &index, page, place(from, to));
                page.chosen = Some((place(from, to), item.clone()));
                state.emit(Action::Cut(at, Box::new(item)));
            }
        }
        // Keys that follow each other closely are one step, as in a field.
        Some(Stretching::Moved(from, to)) => {
            if let Some(item) = open.draft.evidence.get_mut(at) {
                cut(item, &index, page, place(from, to));
                page.chosen = Some((place(from, to), item.clone()));
            }
        }
        Some(Stretching::Cleared) => {
            page.drawn = None;
            if let Some(mut item) = open.draft.evidence.get(at).cloned() {
                (item.from, item.to, item.from_line, item.to_line) = (None, None, None, None);
                state.emit(Action::Cut(at, Box::new(item)));
            }
        }
        None => {}
    }
}

/// The stretch that is sent: the one that is being drawn, the one just chosen, or where the part lies.
fn window(page: &LogPage, item: Option<&EvidenceItem>, evidence: &Evidence) -> Option<(i64, i64)> {
    if let Some(drawn) = page.drawn {
        return Some(drawn);
    }
    // Until the part was found.
    let waits = item.is_some_and(|item| *item != evidence.item);
    let chosen = page.chosen.as_ref().filter(|(_, chosen)| waits && item == Some(chosen));
    if let Some((chosen, _)) = chosen {
        return Some(*chosen);
    }
    let part = evidence.part?;
    let end = part.lines_before + part.lines + part.lines_between;
    Some((page.histogram.place(part.lines_before), page.histogram.place(end)))
}

/// The stretch of time, or of lines where the log writes no times or the same ones again.
fn cut(item: &mut EvidenceItem, index: &Index, page: &LogPage, (from, to): (i64, i64)) {
    (item.from, item.to, item.from_line, item.to_line) = (None, None, None, None);
    let comes_again = |precision: Precision| {
        precision.period().is_some_and(|period| index.span_ms().is_some_and(|(first, last)| last - first >= period))
    };
    match index.precision().filter(|precision| !comes_again(*precision)) {
        Some(precision) => {
            // A last second that is named means all of it.
            let last = if to % 1000 == 0 { to - 1000 } else { to - 1 };
            item.from = Some(written(precision, from));
            item.to = Some(written(precision, last.max(from)));
        }
        None if index.precision().is_some() => {
            item.from_line = Some(page.histogram.sum(i64::MIN / 4, from).lines + 1);
            item.to_line = Some(page.histogram.sum(i64::MIN / 4, to).lines);
        }
        None => (item.from_line, item.to_line) = (Some(from.max(0) as u64 + 1), Some(to.max(1) as u64)),
    }
}

/// The stretch in words: while it is drawn with what it holds, roughly.
fn told(state: &State, index: &Index, evidence: &Evidence, window: Option<(i64, i64)>) -> String {
    let Some((from, to)) = window else { return String::new() };
    let lang = state.lang();
    let (from_words, to_words) = match index.precision() {
        Some(precision) => {
            let words = |ms: i64| short(&written(precision, ms.div_euclid(1000) * 1000), index);
            (words(from), words((to - 1).max(from)))
        }
        None => (number(lang, from.max(0) as u64 + 1), number(lang, to.max(1) as u64)),
    };
    let mut values = vec![("from", from_words.into()), ("to", to_words.into())];
    let (id, about) = match index.precision() {
        Some(_) => ("log-window", "log-window-about"),
        None => ("log-window-lines", "log-window-lines-about"),
    };
    let is_found = state.local.log.drawn.is_none() && evidence.part.is_some();
    if is_found {
        return state.tf(id, &values);
    }
    let sum = state.local.log.histogram.sum(from, to);
    values.push(("lines", sum.lines.into()));
    values.push(("shown", number(lang, sum.lines).into()));
    values.push(("size", size(lang, sum.bytes).into()));
    state.tf(about, &values)
}

/// Without the date, where the whole log is of one day.
fn short(time: &str, index: &Index) -> String {
    let date = |time: &str| time.split_once(['T', ' ']).map(|(date, _)| date.trim_start_matches('-').to_owned());
    let one_day = index.times().is_some_and(|(first, last)| date(&first.to_string()) == date(&last.to_string()));
    match time.split_once(' ') {
        Some((_, time)) if one_day => time.to_owned(),
        _ => time.to_owned(),
    }
}

/// Where the log begins and where it ends.
fn ends(state: &State, index: &Index) -> (String, String) {
    let words = |time: String| {
        let time = time.trim_start_matches('-').replace('T', " ");
        short(time.split('.').next().unwrap_or_default(), index)
    };
    match index.times() {
        Some((first, last)) if index.precision().is_some() => (words(first.to_string()), words(last.to_string())),
        _ => {
            let lines = index.lines();
            (
                state.tf("log-line-number", &[("line", 1_u64.into())]),
                state.tf("log-line-number", &[("line", lines.into())]),
            )
        }
    }
}
