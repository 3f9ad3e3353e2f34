//! How a file is sent that nobody can search as it lies there: the user's choice, and what it means.

use eframe::egui::Ui;

use crate::gui::state::{Open, State};
use crate::gui::widgets::{Long, choice, field_label, gap, hint, section};
use crate::model::{Evidence, EvidenceItem, MemberContent, Packing, Sending};

/// Every file that nobody can search as it lies there, with the choice for it.
pub fn all(state: &State, open: &mut Open, ui: &mut Ui) {
    let unread = |file: &Evidence| !file.is_text && !file.is_paintable() && file.problem.is_none();
    let files = open.files(unread);
    if files.is_empty() {
        return;
    }
    gap(ui, 4);
    section(ui, &state.t("files-not-searched"));
    hint(ui, &state.t("files-not-searched-hint"));
    let mut long = Long::load(ui, "files nobody searches");
    for (at, index) in files.into_iter().enumerate() {
        long.row(ui, at, false, |ui| {
            let Some(evidence) = open.file(index).cloned() else { return };
            let Some(item) = open.draft.evidence.get_mut(index) else { return };
            gap(ui, 2);
            let label = state.tf("file-send-of", &[("name", evidence.name.as_str().into())]);
            choose_as(state, &label, &evidence, item, ui);
        });
    }
    long.store(ui);
}

/// The choice for one file, and what follows of it.
pub fn choose(state: &State, evidence: &Evidence, item: &mut EvidenceItem, ui: &mut Ui) {
    choose_as(state, &state.t("file-send"), evidence, item, ui);
}

fn choose_as(state: &State, label: &str, evidence: &Evidence, item: &mut EvidenceItem, ui: &mut Ui) {
    let ways: &[Sending] = match evidence.packing {
        Some(_) => &[Sending::Redacted, Sending::AsItIs, Sending::LeftOut],
        None => &[Sending::AsItIs, Sending::LeftOut],
    };
    let label = field_label(ui, label, None);
    let now = item.send.unwrap_or(evidence.sending());
    let mut selected = ways.iter().position(|way| *way == now).unwrap_or_default();
    let names: Vec<String> = ways.iter().map(|way| state.t(way_id(*way))).collect();
    if choice(ui, &label, &names, &mut selected).changed() {
        item.send = ways.get(selected).copied();
    }
    gap(ui, 1);
    let told = match ways.get(selected) {
        Some(Sending::Redacted) if evidence.packing == Some(Packing::Gzip) => state.t("file-send-unpacked"),
        Some(Sending::Redacted) => archive(state, evidence),
        Some(Sending::LeftOut) => state.t("file-send-left-out-means"),
        _ if evidence.contains_memory() => state.t("file-send-memory"),
        _ => state.t("file-not-searched"),
    };
    hint(ui, &told);
}

/// What of an archive is sent redacted, and what stays behind.
fn archive(state: &State, evidence: &Evidence) -> String {
    let unread: Vec<&str> = evidence
        .members
        .iter()
        .filter(|member| member.content == MemberContent::Unknown)
        .map(|member| member.name.as_str())
        .collect();
    let read = evidence.members.len() - unread.len();
    let mut told = state.tf("file-send-archive", &[("count", read.into())]);
    if !unread.is_empty() {
        told.push(' ');
        told.push_str(&state.tf("file-send-archive-without", &[("files", unread.join(", ").into())]));
    }
    told
}

fn way_id(way: Sending) -> &'static str {
    match way {
        Sending::Redacted => "file-send-redacted",
        Sending::AsItIs => "file-send-as-it-is",
        Sending::LeftOut => "file-send-left-out",
    }
}
