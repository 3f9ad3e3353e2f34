//! Sample projects: choosing a folder, looking through it, packing what was ticked.

use std::collections::BTreeSet;
use std::path::PathBuf;

use eframe::egui::Context;

use super::{ask, drafts};
use crate::collect;
use crate::collect::project::{self, Survey};
use crate::gui::state::State;
use crate::gui::widgets::Status;
use crate::gui::work::{Answer, Kind};
use crate::pipeline;

/// Looks through a folder.
pub fn survey(state: &mut State, ctx: &Context, folder: PathBuf) {
    let Some(open) = &state.open else { return ask(state, "drop-needs-incident") };
    let (draft, profile, known) = (open.draft.clone(), open.profile.clone(), state.known());
    state.work.start(ctx, Kind::Project, move |monitor| {
        let policy = pipeline::policy(&draft, &profile, known.unwrap_or_else(collect::known_terms));
        Answer::Surveyed(Box::new(pipeline::survey_project(&folder, &policy, monitor)))
    });
}

/// Packs the ticked files into the incident.
pub fn pack(state: &mut State, ctx: &Context, survey: Survey, files: BTreeSet<PathBuf>) {
    let Some(open) = &state.open else { return };
    let folder = drafts(state).evidence(&open.id);
    state.work.attach(ctx, move |monitor| {
        match project::pack(&survey, |file| files.contains(&file.path), &folder, monitor) {
            Ok(packed) => Answer::Packed(Box::new(packed)),
            Err(error) => Answer::Attached(Vec::new(), vec![error.into()]),
        }
    });
}

/// Says of a finished zip what is not as it was looked at.
pub fn packed(state: &mut State, packed: &project::Packed) {
    let first = |paths: &[PathBuf]| paths.first().map(|path| path.display().to_string()).unwrap_or_default();
    for (id, paths) in [("project-changed", &packed.changed), ("project-missing", &packed.missing)] {
        if !paths.is_empty() {
            let text = state.tf(id, &[("count", paths.len().into()), ("first", first(paths).into())]);
            state.toasts.push(Status::Warn, text, None);
        }
    }
}
