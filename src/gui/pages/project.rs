//! "Add a project folder": what of it would go, what stays out and why, and the ticks.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use crate::bundle::class_name;
use crate::collect::project::{Concern, MOST_BYTES, ProjectFile, SMALL_BYTES, SMALL_FILES, Survey};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::widgets::{
    Cell, Row, Status, banner, button_line, card, fold, gap, hint, icon_button, line, list, primary_button,
    secondary_button, small_button, strong,
};
use crate::text::size;

/// Files of one folder that are listed.
const SHOWN_FILES: usize = 100;

/// What the panel keeps.
#[derive(Default)]
pub struct Project {
    /// What is in the folder, once it was looked through.
    pub survey: Option<Survey>,
    /// Files that stay out.
    pub off: BTreeSet<PathBuf>,
    /// The folder whose files are listed; the empty path is the project itself.
    pub listed: Option<PathBuf>,
    /// Whether the folders that stay out are listed.
    pub left_out: bool,
}

impl Project {
    /// Takes what was found; files that may hold keys are not ticked.
    pub fn take(&mut self, survey: Survey) {
        let held = |file: &&ProjectFile| file.concern.as_ref().is_some_and(Concern::is_secret);
        self.off = survey.files.iter().filter(held).map(|file| file.path.clone()).collect();
        *self = Self { survey: Some(survey), off: std::mem::take(&mut self.off), ..Self::default() };
    }

    /// Whether the file goes.
    fn has(&self, file: &ProjectFile) -> bool {
        !self.off.contains(&file.path)
    }

    /// Ticks all of `files`, or none if all were ticked.
    fn toggle(&mut self, files: &[PathBuf]) {
        let all = files.iter().all(|path| !self.off.contains(path));
        for path in files {
            if all {
                self.off.insert(path.clone());
            } else {
                self.off.remove(path);
            }
        }
    }
}

/// The way to a project folder.
pub fn button(state: &mut State, ui: &mut Ui) {
    gap(ui, 2);
    button_line(ui, |ui| {
        if small_button(ui, Some(icons::FOLDER_PLUS), &state.t("add-project")).clicked() {
            state.emit(Action::ChooseProject);
        }
        hint(ui, &state.t("add-project-hint"));
    });
}

/// The panel, while a folder was chosen and not yet added.
pub fn show(state: &mut State, ui: &mut Ui) {
    let Some(survey) = state.local.project.survey.take() else { return };
    gap(ui, 2);
    let mut closed = false;
    card(ui, |ui| {
        strong(ui, &state.tf("project-heading", &[("name", survey.name().into())]));
        about(state, &survey, ui);
        gap(ui, 2);
        folders(state, &survey, ui);
        gap(ui, 2);
        closed = buttons(state, &survey, ui);
    });
    gap(ui, 2);
    if !closed {
        state.local.project.survey = Some(survey);
    }
}

fn about(state: &mut State, survey: &Survey, ui: &mut Ui) {
    if !survey.kinds.is_empty() {
        hint(ui, &state.tf("project-kinds", &[("kinds", survey.kinds.join(", ").into())]));
    }
    hint(ui, &state.t("project-ignored"));
    if survey.links > 0 {
        hint(ui, &state.tf("project-links", &[("count", survey.links.into())]));
    }
    if survey.unread > 0 {
        hint(ui, &state.tf("project-unread", &[("count", survey.unread.into())]));
    }
    if !survey.left_out.is_empty() {
        let title = state.tf("project-left-out", &[("count", survey.left_out.len().into())]);
        let never = state.t("project-left-never");
        let mut shown = state.local.project.left_out;
        fold(ui, &mut shown, &title, |ui| {
            list(ui, |ui, rows| {
                for left in survey.left_out.iter().take(SHOWN_FILES) {
                    let path = left.path.display().to_string();
                    let kind = if left.kind.is_empty() { &never } else { &left.kind };
                    rows.row(ui, &Row { cells: &[Cell::text(&path), Cell::muted(kind).share(0.4)], selected: None });
                }
            });
        });
        state.local.project.left_out = shown;
    }
    let secrets = survey.files.iter().filter(|file| file.concern.as_ref().is_some_and(Concern::is_secret)).count();
    if secrets > 0 {
        gap(ui, 1);
        let start = state.tf("project-secrets", &[("count", secrets.into())]);
        banner(ui, Status::Warn, &start, &state.t("project-secrets-hint"), |_| {});
    }
    let private = survey.files.iter().filter(|file| matches!(file.concern, Some(Concern::Private { .. }))).count();
    if private > 0 {
        gap(ui, 1);
        let start = state.tf("project-private", &[("count", private.into())]);
        banner(ui, Status::Info, &start, &state.t("project-private-hint"), |_| {});
    }
}

/// The files by the folder they lie in, right below the project.
fn folders(state: &mut State, survey: &Survey, ui: &mut Ui) {
    let mut by_folder: BTreeMap<PathBuf, Vec<&ProjectFile>> = BTreeMap::new();
    for file in &survey.files {
        let mut parts = file.path.components();
        let first = parts.next().map(|part| PathBuf::from(part.as_os_str())).unwrap_or_default();
        let folder = if parts.next().is_some() { first } else { PathBuf::new() };
        by_folder.entry(folder).or_default().push(file);
    }
    if by_folder.is_empty() {
        hint(ui, &state.t("project-empty"));
        return;
    }
    let mut toggled: Vec<PathBuf> = Vec::new();
    let mut listed = state.local.project.listed.clone();
    list(ui, |ui, rows| {
        for (folder, files) in &by_folder {
            let is_listed = listed.as_ref() == Some(folder);
            let chosen: Vec<&&ProjectFile> = files.iter().filter(|file| state.local.project.has(file)).collect();
            let bytes: u64 = chosen.iter().map(|file| file.size_bytes).sum();
            let is_top = folder.as_os_str().is_empty();
            let name = if is_top { state.t("project-top") } else { format!("{}/", folder.display()) };
            let counts = [("count", chosen.len().into()), ("all", files.len().into())];
            let told = state.tf("project-chosen", &counts);
            let sized = size(state.lang(), bytes);
            let icon = if chosen.is_empty() { icons::SQUARE } else { icons::CHECK_SQUARE };
            let cells =
                [Cell::strong(&name).icon(icon), Cell::muted(&told).share(0.3), Cell::muted(&sized).share(0.18)];
            let row = Row { cells: &cells, selected: Some(false) };
            let (caret, id) =
                if is_listed { (icons::CARET_DOWN, "project-fold") } else { (icons::CARET_RIGHT, "project-unfold") };
            let words = state.tf(id, &[("name", name.as_str().into())]);
            let (response, clicked) = rows.row_with(ui, &row, 1.0, |ui| icon_button(ui, caret, &words).clicked());
            if clicked {
                listed = (!is_listed).then(|| folder.clone());
            } else if response.clicked() {
                toggled = files.iter().map(|file| file.path.clone()).collect();
            }
            if !is_listed {
                continue;
            }
            for file in files.iter().take(SHOWN_FILES) {
                if one(state, file, folder, ui, rows) {
                    toggled = vec![file.path.clone()];
                }
            }
            if let Some(more) = files.len().checked_sub(SHOWN_FILES).filter(|more| *more > 0) {
                let words = state.tf("project-more", &[("count", more.into())]);
                rows.row(ui, &Row { cells: &[Cell::muted(&words)], selected: None });
            }
        }
    });
    state.local.project.listed = listed;
    state.local.project.toggle(&toggled);
}

/// One file; whether it was clicked.
fn one(state: &State, file: &ProjectFile, folder: &Path, ui: &mut Ui, rows: &mut crate::gui::widgets::Rows) -> bool {
    let path = file.path.strip_prefix(folder).unwrap_or(&file.path).display().to_string();
    let ticked = state.local.project.has(file);
    let icon = if ticked { icons::CHECK_SQUARE } else { icons::SQUARE };
    let told = match &file.concern {
        None => String::new(),
        Some(Concern::SecretName) => state.t("project-secret-name"),
        Some(Concern::Secret { class, line }) => {
            let what = class_name(state.lang(), class);
            state.tf("project-secret", &[("what", what.into()), ("line", (*line).into())])
        }
        Some(Concern::Private { count }) => state.tf("project-private-file", &[("count", (*count).into())]),
    };
    let is_secret = file.concern.as_ref().is_some_and(Concern::is_secret);
    let about = if is_secret { Cell::status(Status::Warn, &told) } else { Cell::muted(&told) };
    let bytes = size(state.lang(), file.size_bytes);
    let cells = [Cell::text(&path).icon(icon), about.share(0.34), Cell::muted(&bytes).share(0.18)];
    rows.row(ui, &Row { cells: &cells, selected: Some(ticked) }).clicked()
}

/// Whether the panel is closed.
fn buttons(state: &mut State, survey: &Survey, ui: &mut Ui) -> bool {
    let chosen: Vec<&ProjectFile> = survey.files.iter().filter(|file| state.local.project.has(file)).collect();
    let bytes: u64 = chosen.iter().map(|file| file.size_bytes).sum();
    let sized = size(state.lang(), bytes);
    if bytes > MOST_BYTES {
        banner(ui, Status::Bad, &state.t("project-too-large"), &state.t("project-small-hint"), |_| {});
        gap(ui, 2);
    } else if bytes > SMALL_BYTES || chosen.len() > SMALL_FILES {
        let start = state.tf("project-not-small", &[("count", chosen.len().into()), ("size", sized.as_str().into())]);
        banner(ui, Status::Warn, &start, &state.t("project-small-hint"), |_| {});
        gap(ui, 2);
    }
    let mut closed = false;
    line(ui, |ui| {
        if !chosen.is_empty() && bytes <= MOST_BYTES {
            let words = state.tf("project-add", &[("count", chosen.len().into()), ("size", sized.into())]);
            if primary_button(ui, Some(icons::FILE_ZIP), &words).clicked() {
                let files = chosen.iter().map(|file| file.path.clone()).collect();
                state.emit(Action::PackProject(Box::new(survey.clone()), files));
                closed = true;
            }
        }
        closed |= secondary_button(ui, None, &state.t("cancel")).clicked();
    });
    closed
}
