//! How large a picture or a video is, against what the destination takes, and what can be done about it.

use eframe::egui::Ui;

use crate::gui::state::{Open, State};
use crate::gui::widgets::{Status, banner, body, fold, hint, radio};
use crate::gui::work::{Answer, Kind};
use crate::model::{Evidence, EvidenceItem};
use crate::pipeline;
use crate::redact::{self, Size};
use crate::text;

/// The sizes a picture can be sent in, each with what it weighs; the choice is part of the draft.
pub fn picture(state: &mut State, open: &mut Open, index: usize, ui: &mut Ui) {
    let Some(evidence) = open.file(index) else { return };
    let (source, animated, bytes) = (evidence.source.clone(), evidence.animated, evidence.size_bytes);
    if animated {
        hint(ui, &state.t("picture-first-frame"));
    }
    let limit = open.profile.attachments.bundle_limit_bytes();
    let Some(item) = open.draft.evidence.get(index) else { return };
    if limit.is_some_and(|limit| bytes > limit) && item.scale_to.is_none() && item.jpeg_quality.is_none() {
        let text = state.tf("picture-too-large", &[("limit", text::size(state.lang(), limit.unwrap_or(0)).into())]);
        banner(ui, Status::Ask, "", &text, |_| ());
        state.local.sizes_shown = true;
    }
    let title = chosen(state, item);
    let mut shown = state.local.sizes_shown;
    let mut picked = None;
    fold(ui, &mut shown, &title, |ui| {
        let Some(item) = open.draft.evidence.get(index) else { return };
        let wanted = measured(item);
        let known = state.local.sizes.as_ref().filter(|(of, _)| *of == wanted);
        match known {
            Some((_, Ok(sizes))) => picked = offer(state, item, sizes, limit, ui),
            Some((_, Err(problem))) => drop(body(ui, &format!("{} {}", problem.sentence, problem.hint))),
            None => {
                hint(ui, &state.t("sizes-measured"));
                state.work.start(ui.ctx(), Kind::Sizes, move |monitor| {
                    let sizes = redact::sizes(&source, &wanted, monitor).map_err(pipeline::Error::from);
                    Answer::Sizes(Box::new(wanted), sizes)
                });
            }
        }
    });
    state.local.sizes_shown = shown;
    if let (Some(size), Some(item)) = (picked, open.draft.evidence.get_mut(index)) {
        (item.scale_to, item.jpeg_quality) = (size.scale_to, size.jpeg_quality);
        open.step();
    }
}

/// What sizes depend on.
fn measured(item: &EvidenceItem) -> EvidenceItem {
    EvidenceItem { caption: String::new(), step: None, scale_to: None, jpeg_quality: None, ..item.clone() }
}

/// The line that stays when the sizes are folded away.
fn chosen(state: &State, item: &EvidenceItem) -> String {
    match (item.scale_to, item.jpeg_quality) {
        (None, None) => state.t("size-as-it-is"),
        (Some(side), quality) => {
            let id = if quality.is_some() { "size-scaled-jpeg" } else { "size-scaled" };
            state.tf(id, &[("side", (side as usize).into())])
        }
        (None, Some(_)) => state.t("size-jpeg"),
    }
}

fn offer(state: &State, item: &EvidenceItem, sizes: &[Size], limit: Option<u64>, ui: &mut Ui) -> Option<Size> {
    let mut picked = None;
    for (at, size) in sizes.iter().enumerate() {
        let weight = text::size(state.lang(), size.bytes);
        let values = [
            ("width", (size.pixels[0] as usize).into()),
            ("height", (size.pixels[1] as usize).into()),
            ("format", if size.is_jpeg { "JPEG" } else { "PNG" }.into()),
            ("size", weight.into()),
        ];
        let mut words = state.tf(if at == 0 { "size-offer-as-it-is" } else { "size-offer" }, &values);
        if limit.is_some_and(|limit| size.bytes > limit) {
            words = format!("{words} {}", state.t("size-over-limit"));
        }
        let on = (item.scale_to, item.jpeg_quality) == (size.scale_to, size.jpeg_quality);
        if radio(ui, on, &words).clicked() && !on {
            picked = Some(*size);
        }
    }
    picked
}

/// What a video is, and what to do where it is too large.
pub fn video(state: &State, open: &Open, evidence: &Evidence, ui: &mut Ui) {
    let lang = state.lang();
    let mut words = vec![text::size(lang, evidence.size_bytes)];
    if let Some(facts) = evidence.video {
        words.extend(facts.seconds.map(|seconds| text::duration(lang, seconds)));
        words.extend(facts.width.zip(facts.height).map(|(width, height)| format!("{width} × {height}")));
    }
    body(ui, &format!("{}: {}", evidence.name, words.join(", ")));
    match open.profile.attachments.bundle_limit_bytes().filter(|limit| evidence.size_bytes > *limit) {
        Some(limit) => {
            let text = state.tf("video-too-large", &[("limit", text::size(lang, limit).into())]);
            banner(ui, Status::Bad, &state.t("video-too-large-start"), &text, |_| ());
        }
        None => drop(hint(ui, &state.t("video-as-it-is"))),
    }
}
