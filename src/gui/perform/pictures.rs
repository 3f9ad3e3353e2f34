//! Pictures of the open incident.

use std::sync::Arc;

use eframe::egui::{ColorImage, Context};

use super::{drafts, incidents, tell_with_undo, undo_last};
use crate::collect::{self, Aim, Capture, CaptureSupport};
use crate::gui::action::Section;
use crate::gui::capture as screen;
use crate::gui::state::State;
use crate::gui::work::{Answer, Kind};
use crate::model::{Area, Draft, MarkShape};
use crate::pipeline;

/// Takes a picture after so many seconds. Screens of which a part is chosen are shown first and kept nowhere.
pub fn capture(state: &mut State, ctx: &Context, aim: Aim, delay_secs: u32) {
    let window = ctx.clone();
    state.work.start(ctx, Kind::Capture, move |monitor| {
        let taken = screen::take(&window, aim, delay_secs, monitor).map_err(pipeline::Error::from);
        if aim != Aim::Region || collect::capture::support() == CaptureSupport::Portal {
            return Answer::Captured(taken);
        }
        Answer::CapturedForRegion(taken.map(|captures| captures.into_iter().filter_map(shown).collect()))
    });
}

/// A capture with what the window shows of it.
fn shown(capture: Capture) -> Option<(Arc<Capture>, ColorImage)> {
    /// No larger than any graphics card takes.
    const LONGEST: u32 = 4096;
    let mut picture = image::load_from_memory_with_format(&capture.png, image::ImageFormat::Png).ok()?;
    if picture.width().max(picture.height()) > LONGEST {
        picture = picture.thumbnail(LONGEST, LONGEST);
    }
    let rgba = picture.into_rgba8();
    let size = [rgba.width() as usize, rgba.height() as usize];
    Some((Arc::new(capture), ColorImage::from_rgba_unmultiplied(size, rgba.as_raw())))
}

pub fn list_windows(state: &mut State, ctx: &Context) {
    state.work.start(ctx, Kind::Windows, |monitor| {
        Answer::Windows(collect::capture::windows(monitor).map_err(pipeline::Error::from))
    });
}

/// Keeps a part of a captured screen; the rest is gone.
pub fn keep_region(state: &mut State, ctx: &Context, capture: Arc<Capture>, area: Area) {
    let Some(open) = &state.open else { return };
    let folder = drafts(state).evidence(&open.id);
    state.work.attach(ctx, move |_| match capture.part(area).and_then(|part| part.save(&folder, "screen")) {
        Ok(path) => Answer::Attached(vec![path], Vec::new()),
        Err(error) => Answer::Attached(Vec::new(), vec![error.into()]),
    });
}

/// Numbered markers become steps, in their order; their pictures belong to the first step that they show. Steps that are
/// there already stay, and none is made twice.
pub fn steps_of_markers(state: &mut State) {
    let Some(open) = &mut state.open else { return };
    let made = from_markers(&mut open.draft);
    open.step();
    let blank = open.draft.steps.iter().any(|step| step.trim().is_empty());
    let (text, undo) = (state.tf("done-steps-of-markers", &[("count", made.into())]), undo_last(state));
    tell_with_undo(state, text, undo);
    if blank {
        incidents::go(state, Section::Steps);
    }
}

/// Tells how many steps were made.
fn from_markers(draft: &mut Draft) -> usize {
    let mut markers: Vec<(u32, usize, String)> = Vec::new();
    for (index, item) in draft.evidence.iter().enumerate() {
        let marks = item.marks.iter().filter(|mark| mark.shape == MarkShape::Number);
        markers.extend(marks.map(|mark| (mark.number.unwrap_or(1), index, mark.text.trim().to_owned())));
    }
    markers.sort();
    let mut made = 0;
    for (_, index, words) in markers {
        let known = draft.steps.iter().position(|step| !words.is_empty() && step.trim() == words);
        let step = known.unwrap_or_else(|| {
            draft.steps.push(words);
            made += 1;
            draft.steps.len() - 1
        });
        if let Some(item) = draft.evidence.get_mut(index) {
            item.step.get_or_insert(step + 1);
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EvidenceItem, Mark};

    #[test]
    fn markers_become_steps_once() {
        let marker = |number, text: &str| Mark {
            shape: MarkShape::Number,
            points: vec![[1, 1]],
            number: Some(number),
            text: text.to_owned(),
            ..Mark::default()
        };
        let item = |marks| EvidenceItem { marks, ..EvidenceItem::default() };
        let mut draft = Draft {
            steps: vec!["Start".to_owned()],
            evidence: vec![item(vec![marker(3, "Click OK")]), item(vec![marker(2, "Open it"), marker(1, "Start")])],
            ..Draft::default()
        };
        assert_eq!(from_markers(&mut draft), 2);
        assert_eq!(draft.steps, ["Start", "Open it", "Click OK"]);
        assert_eq!((draft.evidence[0].step, draft.evidence[1].step), (Some(3), Some(1)));
        assert_eq!(from_markers(&mut draft), 0);
    }
}
