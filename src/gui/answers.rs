//! What jobs answered finds its place in the state.

use eframe::egui::Context;

use super::action::{Action, Section};
use super::app::App;
use super::perform::{add_evidence, show, tell_problem, tell_with_undo};
use super::state::State;
use super::widgets::Status;
use super::work::{Answer, Kind, Purpose};
use crate::job::Crashed;
use crate::model::EvidenceKind;
use crate::store::Drafts;
use crate::text::problem;

/// Takes the answers that are there.
pub fn take(app: &mut App, ctx: &Context) {
    let now = ctx.input(|input| input.time);
    for (kind, answer) in app.state.work.answers() {
        match answer {
            Ok(answer) => place(&mut app.state, ctx, answer, now),
            Err(crashed) => crash(&mut app.state, &kind, &crashed),
        }
    }
}

fn crash(state: &mut State, kind: &Kind, crashed: &Crashed) {
    // What crashed would crash again: it waits for the next change.
    if let Some(open) = &mut state.open {
        match kind {
            Kind::Save => open.saved = open.revision,
            Kind::Look => open.looked = open.revision,
            Kind::Preview => open.previewed = open.revision,
            _ => {}
        }
    }
    tell_problem(state, crashed);
}

fn place(state: &mut State, ctx: &Context, answer: Answer, now: f64) {
    match answer {
        Answer::Saved(revision, done) => {
            if let Some(open) = &mut state.open {
                open.saved = revision;
                open.saved_at = done.is_ok().then_some(now);
            }
            if let Err(error) = done {
                tell_problem(state, &error);
            }
        }
        Answer::Looked(revision, evidence) => {
            let facts = state.facts();
            if let Some(open) = &mut state.open {
                open.looked = revision;
                // The only error is a stop, and then the next change looks again.
                open.evidence = evidence.unwrap_or_default();
                open.check(facts, &state.world);
            }
        }
        Answer::Facts(facts, known) => {
            state.computer = Some((*facts, known));
            if let Some(open) = &mut state.open {
                open.reviewed = 0;
                open.previewed = 0;
            }
        }
        Answer::Previewed(revision, preview) => {
            let lang = state.lang();
            let facts = state.facts();
            if let Some(open) = &mut state.open {
                open.previewed = revision;
                match *preview {
                    Ok(preview) => {
                        open.preview = Some(preview);
                        open.preview_problem = None;
                    }
                    Err(error) => {
                        open.preview = None;
                        open.preview_problem = Some(problem(lang, &error));
                    }
                }
                open.check(facts, &state.world);
            }
        }
        Answer::Attached(copies, errors) => attached(state, &copies, &errors),
        Answer::Captured(Ok(captures)) => {
            let Some(open) = &state.open else { return };
            let folder = Drafts::of(&state.world.folders).evidence(&open.id);
            state.work.start(ctx, Kind::Attach, move |_| {
                let (mut copies, mut errors) = (Vec::new(), Vec::new());
                for capture in captures {
                    match capture.save(&folder, "screen") {
                        Ok(path) => copies.push(path),
                        Err(error) => errors.push(error.into()),
                    }
                }
                Answer::Attached(copies, errors)
            });
        }
        Answer::Chosen(purpose, paths) => chosen(state, purpose, paths),
        Answer::Opened(opened) => match *opened {
            Ok((id, draft)) => show(state, &id, draft),
            Err(error) => tell_problem(state, &error),
        },
        Answer::Captured(Err(error)) => tell_problem(state, &error),
        Answer::Exported(done) => super::export::done(state, *done),
        Answer::Picture(path, width, picture) => state.local.pictures.put(ctx, path, width, picture),
        Answer::Lines(of, lines) => state.local.lines = Some((of, lines)),
        Answer::Verified(verified) => verification(state, *verified),
    }
}

fn verification(state: &mut State, verified: Result<crate::bundle::Verification, crate::pipeline::Error>) {
    match verified {
        Ok(found) if found.ok => {
            let text = state.tf("bundle-whole", &[("entries", found.entries.into())]);
            state.toasts.push(Status::Ok, text, None);
        }
        Ok(found) => {
            let first = found.findings.first().map(|finding| finding.entry.clone()).unwrap_or_default();
            let count = found.findings.len();
            let text = state.tf("bundle-not-whole", &[("count", count.into()), ("entry", first.into())]);
            state.toasts.push(Status::Bad, text, None);
        }
        Err(error) => tell_problem(state, &error),
    }
}

fn chosen(state: &mut State, purpose: Purpose, paths: Vec<std::path::PathBuf>) {
    let Some(first) = paths.first().cloned() else { return };
    match purpose {
        Purpose::Attach => state.emit(Action::Attach(paths)),
        Purpose::Open => state.emit(Action::OpenFile(first)),
        Purpose::Target => {
            if let Some(open) = &mut state.open {
                open.target = first;
            }
        }
    }
}

/// New files join the draft, and a note says where they went.
fn attached(state: &mut State, copies: &[std::path::PathBuf], errors: &[crate::pipeline::Error]) {
    for error in errors {
        tell_problem(state, error);
    }
    let Some(open) = &mut state.open else { return };
    if copies.is_empty() {
        return;
    }
    add_evidence(open, copies);
    let pictures = copies.iter().filter(|copy| is_picture(copy)).count();
    let section = if pictures == copies.len() { Section::Screenshots } else { Section::Logs };
    open.section = section;
    let text = state.tf(
        if section == Section::Screenshots { "done-attached-pictures" } else { "done-attached" },
        &[("count", copies.len().into())],
    );
    tell_with_undo(state, text, Action::Undo);
}

/// Where a file is shown, before it was looked at: by its name.
fn is_picture(path: &std::path::Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_ascii_lowercase();
    matches!(extension.as_str(), "png" | "jpg" | "jpeg" | "webp" | "gif" | "bmp")
}

/// Whether a file is shown among the pictures.
#[must_use]
pub fn is_screenshot(kind: EvidenceKind) -> bool {
    matches!(kind, EvidenceKind::Picture | EvidenceKind::Video)
}
