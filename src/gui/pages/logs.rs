//! "Logs and files"

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{ScrollArea, Ui};

use super::screenshots::problem_id;
use super::{find_logs, project};
use crate::gui::action::Action;
use crate::gui::answers::is_screenshot;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Field, Row, Status, checkbox, columns, empty_state, field_label, gap, hint, icon_button, list, log_line,
    log_line_height, log_view, page_heading_with, primary_button, section, small_button, strong, text_field,
};
use crate::gui::work::{Answer, Kind};
use crate::model::{Evidence, EvidenceKind};
use crate::pipeline;
use crate::redact::{self, Policy, Redacted};
use crate::text::{size, t};

/// Lines that are shown of one file.
const SHOWN_LINES: usize = 2_000;
/// Bytes that are read for them.
const SHOWN_BYTES: u64 = 1 << 20;
/// Characters of a line that are looked at for placeholders.
const LOOKED_AT_CHARS: usize = 2_000;
/// Height of the lines, in points.
const SHOWN_HEIGHT: f32 = 320.0;

/// Draws the page.
pub fn show(state: &mut State, open: &mut Open, ui: &mut Ui) {
    page_heading_with(ui, &state.t("logs-heading"), &state.t("logs-sentence"), |ui| {
        if small_button(ui, Some(icons::PLUS), &state.t("add")).clicked() {
            state.emit(Action::Choose);
        }
        find_logs::button(state, open, ui);
    });
    find_logs::show(state, open, ui);
    project::show(state, ui);
    let files = open.files(|file| !is_screenshot(file.recognised));
    if files.is_empty() {
        empty_state(ui, icons::FILE_TEXT, &state.t("logs-empty"), |ui| {
            if primary_button(ui, Some(icons::FOLDER_OPEN), &state.t("choose-files")).clicked() {
                state.emit(Action::Choose);
            }
        });
    } else {
        rows(state, open, &files, ui);
    }
    gap(ui, 3);
    by_path(state, ui);
    project::button(state, ui);
    if let Some(first) = files.first() {
        if !files.contains(&state.local.file) {
            state.local.file = *first;
        }
        gap(ui, 3);
        one(state, open, state.local.file, ui);
    }
}

fn rows(state: &mut State, open: &Open, files: &[usize], ui: &mut Ui) {
    let lang = state.lang();
    list(ui, |ui, rows| {
        for index in files {
            let Some(evidence) = open.file(*index) else { continue };
            let kind = t(lang, &format!("kind-{}", kind_id(evidence.recognised)));
            let sent = match (&evidence.problem, evidence.part) {
                (Some(problem), _) => state.tf(problem_id(problem), &[("name", evidence.name.as_str().into())]),
                (None, Some(part)) => {
                    let bytes = size(lang, part.end_byte.saturating_sub(part.start_byte));
                    state.tf("file-part", &[("size", bytes.into()), ("all", size(lang, evidence.size_bytes).into())])
                }
                (None, None) => state.tf("file-whole", &[("size", size(lang, evidence.size_bytes).into())]),
            };
            let last = if evidence.problem.is_some() { Cell::status(Status::Bad, &sent) } else { Cell::text(&sent) };
            let cells = [
                Cell::text(&evidence.name).icon(kind_icon(evidence.recognised)),
                Cell::muted(&kind).share(0.22),
                last.share(0.34),
            ];
            let row = Row { cells: &cells, selected: Some(*index == state.local.file) };
            let remove = state.tf("remove-named", &[("name", evidence.name.as_str().into())]);
            let (response, removed) =
                rows.row_with(ui, &row, 1.0, |ui| icon_button(ui, icons::TRASH, &remove).clicked());
            if removed {
                state.emit(Action::Detach(*index));
            } else if response.clicked() {
                state.local.file = *index;
            }
        }
    });
}

/// Where neither dialogs nor dropping work, a path does.
fn by_path(state: &mut State, ui: &mut Ui) {
    let label = field_label(ui, &state.t("by-path"), Some(&state.t("by-path-hint")));
    let mut path = std::mem::take(&mut state.local.path);
    let field = text_field(ui, &label, &mut path, "");
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
    if entered && !path.trim().is_empty() {
        state.emit(Action::Attach(vec![path.trim().trim_matches('"').into()]));
    } else {
        state.local.path = path;
    }
}

/// The chosen file: what is sent of it, and its lines as they will be sent.
fn one(state: &mut State, open: &mut Open, index: usize, ui: &mut Ui) {
    let (Some(evidence), Some(item)) = (open.file(index).cloned(), open.draft.evidence.get_mut(index)) else {
        return;
    };
    section(ui, &evidence.name);
    gap(ui, 1);
    let label = field_label(ui, &state.t("caption"), None);
    let placeholder = state.t("file-caption-example");
    text_field(ui, &label, &mut item.caption, &placeholder);
    if !evidence.is_text {
        gap(ui, 2);
        hint(ui, &state.t("file-not-searched"));
        return;
    }
    gap(ui, 2);
    columns(ui, 3, |columns| {
        let label = field_label(&mut columns[0], &state.t("log-from"), None);
        optional(&mut columns[0], &label, &mut item.from, "19:41");
        let label = field_label(&mut columns[1], &state.t("log-to"), None);
        optional(&mut columns[1], &label, &mut item.to, "19:43");
        let label = field_label(&mut columns[2], &state.t("log-tail"), None);
        let mut text = item.tail_lines.map(|lines| lines.to_string()).unwrap_or_default();
        let all = state.t("log-all");
        if Field::new(&mut text).placeholder(&all).show(&mut columns[2], &label).changed() {
            item.tail_lines = text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok();
        }
    });
    gap(ui, 2);
    lines(state, open, &evidence, ui);
}

fn optional(ui: &mut Ui, label: &eframe::egui::Response, value: &mut Option<String>, example: &str) {
    let mut text = value.clone().unwrap_or_default();
    if text_field(ui, label, &mut text, example).changed() {
        *value = Some(text).filter(|text| !text.trim().is_empty());
    }
}

fn lines(state: &mut State, open: &Open, evidence: &Evidence, ui: &mut Ui) {
    let of = (evidence.source.clone(), evidence.part, open.previewed);
    if state.local.lines.as_ref().is_none_or(|(shown, _)| *shown != of) {
        let Some(known) = state.known() else { return };
        let place = open.preview.as_ref().and_then(|preview| {
            let index = preview.sources.iter().position(|source| *source == evidence.source)?;
            Some((Arc::clone(&preview.redacted), index))
        });
        let (evidence, policy) = (evidence.clone(), pipeline::policy(&open.draft, &open.profile, known));
        state.work.start(ui.ctx(), Kind::Lines(of.0.clone()), move |_| {
            let sent = place.and_then(|(redacted, index)| sent(&redacted, index, &evidence));
            Answer::Lines(of, sent.or_else(|| head(&evidence, &policy)).unwrap_or_default())
        });
        return;
    }
    ui.horizontal(|ui| {
        strong(ui, &state.t("as-sent"));
        let words = state.t("errors-only");
        checkbox(ui, &mut state.local.errors_only, &words);
    });
    gap(ui, 1);
    let Some((_, all)) = &state.local.lines else { return };
    let shown: Vec<&String> = all.iter().filter(|line| !state.local.errors_only || level(line).is_some()).collect();
    log_view(ui, |ui| {
        let area = ScrollArea::vertical().max_height(SHOWN_HEIGHT).auto_shrink([false, true]);
        area.show_rows(ui, log_line_height(), shown.len(), |ui, range| {
            for line in shown.get(range).unwrap_or_default() {
                log_line(ui, line, level(line), &placeholders(line));
            }
        });
    });
}

/// The first lines exactly as they are sent; nothing where the preview does not hold this part of this file.
fn sent(redacted: &Redacted, index: usize, evidence: &Evidence) -> Option<Vec<String>> {
    let is_same = redacted.incident().evidence.get(index)?.part == evidence.part;
    let file = redacted.files().iter().find(|file| file.evidence() == index && is_same)?;
    first_lines(file.open().ok()?)
}

/// The first lines without private data, for a file that is too large to be redacted at once.
fn head(evidence: &Evidence, policy: &Policy) -> Option<Vec<String>> {
    let mut file = File::open(&evidence.source).ok()?;
    file.seek(SeekFrom::Start(evidence.part.map_or(0, |part| part.start_byte))).ok()?;
    let lines = first_lines(redact::decoded(file, &evidence.encoding))?;
    let (text, _) = redact::redact_text(&lines.join("\n"), policy);
    Some(text.lines().map(str::to_owned).collect())
}

fn first_lines(text: impl Read) -> Option<Vec<String>> {
    let mut bytes = Vec::new();
    text.take(SHOWN_BYTES).read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    Some(text.lines().take(SHOWN_LINES).map(str::to_owned).collect())
}

/// Where placeholders such as `<user-1>` stand, in bytes; of a very long line in its beginning.
fn placeholders(line: &str) -> Vec<Range<usize>> {
    let line = line.char_indices().nth(LOOKED_AT_CHARS).map_or(line, |(end, _)| &line[..end]);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = line[from..].find('<').map(|at| from + at) {
        let Some(end) = line[start..].find('>').map(|at| start + at + 1) else { break };
        let inner = &line[start + 1..end - 1];
        let is_one = inner.rsplit_once('-').is_some_and(|(class, number)| {
            !class.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        if is_one {
            found.push(start..end);
        }
        from = start + 1;
    }
    found
}

/// Whether a line tells of an error or a warning.
fn level(line: &str) -> Option<Status> {
    let upper = line.to_uppercase();
    if ["ERROR", " ERR ", "FATAL", "EXCEPTION", "CRITICAL"].iter().any(|word| upper.contains(word)) {
        Some(Status::Bad)
    } else if upper.contains("WARN") {
        Some(Status::Warn)
    } else {
        None
    }
}

fn kind_id(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Picture => "picture",
        EvidenceKind::Video => "video",
        EvidenceKind::Log => "log",
        EvidenceKind::CrashReport => "crash-report",
        EvidenceKind::SystemReport => "system-report",
        EvidenceKind::Archive => "archive",
        EvidenceKind::Document => "document",
        EvidenceKind::Bundle => "bundle",
        EvidenceKind::Unknown => "unknown",
    }
}

fn kind_icon(kind: EvidenceKind) -> icons::Icon {
    match kind {
        EvidenceKind::Picture => icons::IMAGE,
        EvidenceKind::Video => icons::VIDEO_CAMERA,
        EvidenceKind::Log | EvidenceKind::Document => icons::FILE_TEXT,
        EvidenceKind::CrashReport => icons::BUG_BEETLE,
        EvidenceKind::SystemReport => icons::DESKTOP_TOWER,
        EvidenceKind::Archive => icons::FILE_ARCHIVE,
        EvidenceKind::Bundle => icons::FILE_ZIP,
        EvidenceKind::Unknown => icons::FILE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_and_nothing_else() {
        let line = "C:\\Users\\<user-1>\\x <b> <ip-12> a<b-c> <";
        let found: Vec<&str> = placeholders(line).into_iter().map(|range| &line[range]).collect();
        assert_eq!(found, ["<user-1>", "<ip-12>"]);
    }
}
