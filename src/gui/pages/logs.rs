//! "Logs and files"

mod find;
mod over_time;
mod part;
mod view;

use eframe::egui::Ui;

use super::screenshots::problem_id;
use super::{find_logs, project};
use crate::gui::action::Action;
use crate::gui::answers::is_screenshot;
use crate::gui::icons;
use crate::gui::state::{Open, State};
use crate::gui::widgets::{
    Cell, Row, Status, empty_state, field_label, gap, icon_button, long_list, page_heading_with, primary_button,
    section, small_button, text_field,
};
use crate::model::{Evidence, EvidenceKind, Symbolication};
use crate::text::{number, size, t};

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
    if let Some(first) = files.first() {
        if !files.contains(&state.local.file) {
            state.local.file = *first;
        }
        gap(ui, 1);
        one(state, open, state.local.file, ui);
    }
    gap(ui, 3);
    by_path(state, ui);
    project::button(state, ui);
}

fn rows(state: &mut State, open: &Open, files: &[usize], ui: &mut Ui) {
    let lang = state.lang();
    long_list(ui, "files", files.len(), |ui, rows, at| {
        let Some((index, evidence)) = files.get(at).and_then(|index| Some((index, open.file(*index)?))) else { return };
        let kind = match evidence.recognised {
            EvidenceKind::Log if evidence.is_text => {
                format!("{}, {}", size(lang, evidence.size_bytes), evidence.encoding.to_uppercase())
            }
            kind => t(lang, &format!("kind-{}", kind_id(kind))),
        };
        let sent = match (&evidence.problem, evidence.part) {
            (Some(problem), _) => state.tf(problem_id(problem), &[("name", evidence.name.as_str().into())]),
            (None, Some(part)) => {
                let values = [
                    ("lines", part.lines.into()),
                    ("shown", number(lang, part.lines).into()),
                    ("size", size(lang, part.bytes()).into()),
                ];
                state.tf("file-part", &values)
            }
            (None, None) => state.tf("file-whole", &[("size", size(lang, evidence.size_bytes).into())]),
        };
        let span = match (&evidence.item.from, &evidence.item.to) {
            (Some(from), Some(to)) => {
                state.tf("log-window", &[("from", from.as_str().into()), ("to", to.as_str().into())]) + ", "
            }
            _ => String::new(),
        };
        let sent = if evidence.part.is_some() { span + &sent } else { sent };
        let last = if evidence.problem.is_some() { Cell::status(Status::Bad, &sent) } else { Cell::text(&sent) };
        let errors = errors(state, evidence);
        let named = evidence.symbolication.and_then(symbolication_id).map(|id| state.t(id)).unwrap_or_default();
        let cells = [
            Cell::text(&evidence.name).icon(kind_icon(evidence.recognised)),
            Cell::muted(&kind).share(0.2),
            last.share(0.32),
            if named.is_empty() { Cell::status(Status::Bad, &errors) } else { Cell::muted(&named) }.share(0.2),
        ];
        let row = Row { cells: &cells, selected: Some(*index == state.local.file) };
        let remove = state.tf("remove-named", &[("name", evidence.name.as_str().into())]);
        let (response, removed) = rows.row_with(ui, &row, 1.0, |ui| icon_button(ui, icons::TRASH, &remove).clicked());
        if removed {
            state.emit(Action::Detach(*index));
        } else if response.clicked() {
            state.local.file = *index;
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
    let words = [state.t("caption"), state.t("file-caption-example")];
    if evidence.is_text {
        view::show(state, open, (index, &evidence), ui);
        gap(ui, 2);
        let label = field_label(ui, &words[0], None);
        if let Some(item) = open.draft.evidence.get_mut(index) {
            text_field(ui, &label, &mut item.caption, &words[1]);
        }
        return;
    }
    section(ui, &evidence.name);
    gap(ui, 1);
    let label = field_label(ui, &words[0], None);
    text_field(ui, &label, &mut item.caption, &words[1]);
    gap(ui, 2);
    super::sending::choose(state, &evidence, item, ui);
}

/// How many errors are in the log that is shown.
fn errors(state: &State, evidence: &Evidence) -> String {
    let page = &state.local.log;
    let is_shown = page.file.as_ref().is_some_and(|file| file.path() == evidence.source);
    match page.index.as_ref().filter(|_| is_shown).map(|index| index.errors()) {
        Some(count) if count > 0 => {
            state.tf("log-errors", &[("count", count.into()), ("shown", number(state.lang(), count).into())])
        }
        _ => String::new(),
    }
}

/// Whether the functions in a crash report have names; nothing where it cannot tell.
fn symbolication_id(symbolication: Symbolication) -> Option<&'static str> {
    match symbolication {
        Symbolication::Full => Some("file-symbolicated"),
        Symbolication::Partial => Some("file-symbolicated-partly"),
        Symbolication::None => Some("file-not-symbolicated"),
        Symbolication::Unknown => None,
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
