//! What jobs answered finds its place in the state.

use eframe::egui::Context;

use super::action::{Action, Section};
use super::app::App;
use super::keeping;
use super::pages::Region;
use super::perform::{
    add_evidence, ask_for_tools, imported as imported_form, moved, own_copy, packed as packed_project, tell,
    tell_problem, tell_with_undo, undo_last,
};
use super::state::{Listing, State};
use super::turn::{self, Next};
use super::widgets::Status;
use super::work::{Answer, Kind, Purpose};
use crate::collect;
use crate::job::Crashed;
use crate::model::{EvidenceKind, Facts};
use crate::store::{self, Drafts, Id, Profiles, ProfilesMark};
use crate::text::problem;

/// Takes the answers that are there.
pub fn take(app: &mut App, ctx: &Context) {
    let now = ctx.input(|input| input.time);
    // An incident that was read takes the place of the open one: the answers that belong to that come first.
    let mut answers = app.state.work.answers();
    answers.sort_by_key(|(kind, _)| *kind == Kind::OpenFile);
    for (kind, answer) in answers {
        match answer {
            Ok(answer) => place(&mut app.state, ctx, answer, now),
            Err(crashed) => crash(&mut app.state, ctx, kind, &crashed, now),
        }
    }
}

fn crash(state: &mut State, ctx: &Context, kind: Kind, crashed: &Crashed, now: f64) {
    // What crashed would crash again: it waits for the next change.
    match (kind, &mut state.open) {
        (Kind::Save, Some(open)) => open.save_failed_at = Some(now),
        (Kind::Look, Some(open)) => open.looked_at = Some(open.draft.evidence.clone()),
        (Kind::Preview, Some(open)) => open.previewed = open.revision,
        (Kind::Check, Some(open)) => open.reviewed = open.revision,
        (Kind::Picture(path, width), _) => state.local.pictures.put(ctx, path, width, None),
        (Kind::SentPicture(path), _) => state.local.sent.failed(path),
        (Kind::Lines(path) | Kind::Index(path) | Kind::Find(path), _) => state.local.log.crashed(&path),
        (Kind::Watch, _) => state.profiles_mark = None,
        (Kind::Inbox, _) => state.inbox = None,
        (Kind::List, _) => state.listing = Listing::Done,
        (Kind::Turn, _) => turn::failed(state),
        (Kind::Facts, _) => state.computer = Some((Facts::default(), collect::known_terms())),
        _ => {}
    }
    tell_problem(state, crashed);
}

fn place(state: &mut State, ctx: &Context, answer: Answer, now: f64) {
    match answer {
        Answer::Saved(revision, Ok(())) => {
            if let Some(open) = &mut state.open {
                open.saved = revision;
                open.saved_at = Some(now);
                open.save_failed_at = None;
                open.unsaved_since = None;
            }
        }
        Answer::Saved(_, Err(error)) => {
            let first = state.open.as_mut().is_some_and(|open| open.save_failed_at.replace(now).is_none());
            if first {
                tell_problem(state, &error);
            }
        }
        Answer::Looked(items, evidence) => {
            if let Some(open) = &mut state.open {
                open.looked_at = Some(items);
                // The only error is a stop: what was known stays, and the next change looks again.
                if let Ok(evidence) = evidence {
                    open.evidence = evidence;
                }
                open.previewed = 0;
                open.recheck();
            }
        }
        Answer::Facts(told) => {
            if let Some(told) = told {
                state.computer = Some(*told);
                ask_for_tools(state);
            } else if state.computer.is_none() {
                // Stopped before it had answered once: what must be hidden is asked all the same.
                state.computer = Some((Facts::default(), collect::known_terms()));
            }
            state.work.cancel(&Kind::Preview);
            if let Some(open) = &mut state.open {
                open.recheck();
                open.previewed = 0;
            }
        }
        Answer::Previewed(revision, preview) => {
            let lang = state.lang();
            if let Some(open) = &mut state.open {
                open.previewed = revision;
                state.work.discard(ctx, open.preview.take());
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
                open.recheck();
            }
        }
        Answer::Checked(revision, rechecks, report) => {
            // One that was made of what is no longer so is made anew.
            if let Some(open) = state.open.as_mut().filter(|open| open.rechecks == rechecks) {
                open.checked(revision, *report, state.world.lang);
            }
        }
        Answer::Places(revision, places) => {
            let (places, map) = *places;
            state.local.privacy.places = Some((revision, places, map));
        }
        Answer::Attached(copies, errors) => attached(state, &copies, &errors),
        Answer::AttachedWith(copies, errors, folder) => {
            attached(state, &copies, &errors);
            state.emit(Action::Go(Section::Logs));
            state.emit(Action::SurveyProject(folder));
        }
        Answer::Turned(revision, arrived) => turn::done(state, ctx, revision, *arrived),
        Answer::Moved(what, done) => moved(state, what, done),
        Answer::Outside(Err(error)) => tell_problem(state, &error),
        Answer::FileCopied(_, true) => tell(state, "done-file-copied"),
        Answer::FileCopied(path, false) => state.emit(Action::Copy(path.display().to_string())),
        Answer::OwnCopy(copy) => own_copy(state, copy),
        Answer::Surveyed(survey) => match *survey {
            Ok(survey) => state.local.project.take(survey),
            Err(error) if error.is_stop() => {}
            Err(error) => tell_problem(state, &error),
        },
        Answer::Packed(packed) => {
            attached(state, std::slice::from_ref(&packed.path), &[]);
            packed_project(state, &packed);
        }
        Answer::Library(library) => state.local.log_search.library = Some(*library),
        Answer::Found(found) => {
            if let Some(found) = found {
                state.local.log_search.take(*found);
            }
        }
        Answer::Captured(Ok(captures)) => {
            let Some(open) = &state.open else { return };
            let folder = Drafts::of(&state.world.folders).evidence(&open.id);
            state.work.attach(ctx, move |_| {
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
        Answer::CapturedForRegion(Ok(captures)) => {
            let shown = |(capture, image): (_, eframe::egui::ColorImage)| {
                (capture, ctx.load_texture("region", image, eframe::egui::TextureOptions::LINEAR))
            };
            let screens: Vec<_> = captures.into_iter().map(shown).collect();
            state.local.capturing.region = (!screens.is_empty()).then(|| Region::new(screens));
        }
        Answer::Windows(Ok(windows)) => {
            // A desktop that tells of none lets the user choose in its own way.
            if windows.is_empty() && collect::capture::support() == collect::CaptureSupport::Portal {
                state.emit(Action::Capture(collect::Aim::Window(0), state.local.capturing.delay_secs));
            } else {
                state.local.capturing.windows = Some(windows);
            }
        }
        Answer::Chosen(purpose, paths) => chosen(state, purpose, paths),
        Answer::Opened(Ok(id)) => turn::to(state, Next::Kept(id), Vec::new()),
        Answer::Opened(Err(error)) => tell_problem(state, &error),
        Answer::Imported(imported) => imported_form(state, *imported),
        Answer::Captured(Err(error)) | Answer::CapturedForRegion(Err(error)) | Answer::Windows(Err(error)) => {
            tell_problem(state, &error);
        }
        Answer::Exported(done) => super::export::done(state, *done),
        Answer::Picture(path, width, picture) => state.local.pictures.put(ctx, path, width, picture),
        Answer::SentPicture(path, edits, picture) => state.local.sent.put(ctx, path, *edits, picture),
        Answer::Log(file, answer) => state.local.log.place(&file, answer),
        Answer::PicturePart(path, area, part) => {
            if let Some(part) = part {
                state.local.pictures.put_part(ctx, path, area, part);
            }
        }
        Answer::Sizes(of, sizes) => {
            state.local.sizes = Some((*of, sizes.map_err(|error| problem(state.lang(), &error))));
        }
        Answer::Split(revision, done) => super::split::done(state, ctx, revision, done),
        Answer::Joined(revision, done) => super::split::joined(state, ctx, revision, done),
        Answer::Kept(Ok(())) | Answer::Outside(Ok(())) | Answer::Marked => {}
        Answer::Kept(Err(error)) | Answer::Removed(Err(error)) => tell_problem(state, &error),
        Answer::Listed(entries, broken) => keeping::listed(state, entries, &broken),
        Answer::Removed(Ok(found)) => state.local.removed = Some(found),
        Answer::Handed(files) => keeping::handed(state, ctx, files),
        Answer::Destinations(read) => {
            let (profiles, wrong, mark) = *read;
            destinations(state, profiles, wrong, mark);
        }
        Answer::Verified(verified, own) => {
            verification(state, *verified);
            if let Some((id, title)) = own {
                show_own(state, id, &title);
            }
        }
    }
}

/// The destinations were read again: what is open follows its own.
fn destinations(state: &mut State, profiles: Profiles, wrong: Vec<store::Error>, mark: ProfilesMark) {
    state.profiles = profiles;
    state.wrong_profiles = wrong;
    state.profiles_mark = Some(mark);
    if let Some(open) = &mut state.open
        && let Ok(profile) = state.profiles.get(&open.draft.destination)
        && *profile != open.profile
    {
        open.retarget(profile.clone());
        tell(state, "done-destination-read");
    }
}

/// The incident that a bundle was made of, where it says who its placeholders were.
fn show_own(state: &mut State, id: Id, title: &str) {
    state.emit(Action::ShowHidden(id));
    let section = state.t("hidden-values");
    let text = state.tf("done-bundle-known", &[("title", title.into()), ("section", section.into())]);
    state.toasts.push(Status::Ok, text, None);
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
        Purpose::Project => state.emit(Action::SurveyProject(first)),
        Purpose::Attach => state.emit(Action::Attach(paths)),
        Purpose::Open => state.emit(Action::OpenFile(first)),
        Purpose::Form => state.emit(Action::ImportForm(first)),
        Purpose::Target => {
            if let Some(open) = &mut state.open {
                open.target = Some(first);
            }
        }
        Purpose::Exports => {
            state.settings.exports = Some(first);
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
    let pictures = copies.iter().filter(|copy| looks_like_a_picture(copy)).count();
    let counted = [("done-attached-pictures", pictures), ("done-attached", copies.len() - pictures)];
    let sentences: Vec<String> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| state.tf(id, &[("count", count.into())]))
        .collect();
    let undo = undo_last(state);
    tell_with_undo(state, sentences.join(" "), undo);
}

/// Where a file is shown, before it was looked at: by its name.
fn looks_like_a_picture(path: &std::path::Path) -> bool {
    const ENDINGS: [&str; 12] =
        ["png", "jpg", "jpeg", "webp", "gif", "bmp", "heic", "mp4", "mov", "webm", "mkv", "avi"];
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|ending| extension.eq_ignore_ascii_case(ending))
}

/// Whether a file is shown among the pictures.
#[must_use]
pub fn is_screenshot(kind: EvidenceKind) -> bool {
    matches!(kind, EvidenceKind::Picture | EvidenceKind::Video)
}
