//! Small pictures of what is sent: hidden areas are black, what is cropped away is gone, marks are drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::pictures::{AT_ONCE, THUMBNAIL, want};
use crate::gui::state::{Open, State};
use crate::gui::work::{Answer, Kind};
use crate::model::{Evidence, EvidenceItem};
use crate::redact;

/// What makes a small picture another one: what is done to the picture, and what is hidden in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    item: EvidenceItem,
    words: [Vec<String>; 2],
}

impl Edits {
    fn of(open: &Open, index: usize) -> Option<Self> {
        let item = open.draft.evidence.get(index)?;
        // Words about the picture change nothing in it.
        let item = EvidenceItem { caption: String::new(), step: None, ..item.clone() };
        let has_words = item.marks.iter().any(|mark| !mark.text.is_empty());
        let words = if has_words { [open.draft.hide.clone(), open.draft.keep.clone()] } else { Default::default() };
        Some(Self { item, words })
    }
}

/// Small pictures by file, each with what it was made of.
#[derive(Default)]
pub struct SentPictures {
    made: BTreeMap<PathBuf, (Edits, Option<TextureHandle>)>,
    failed: BTreeSet<PathBuf>,
}

impl SentPictures {
    /// Takes one in; one that could not be made is remembered, too.
    pub fn put(&mut self, ctx: &Context, path: PathBuf, edits: Edits, image: Option<ColorImage>) {
        let texture = image.map(|image| ctx.load_texture("sent", image, TextureOptions::LINEAR));
        self.made.insert(path, (edits, texture));
    }

    /// The work on it ended unexpectedly: it is not tried again.
    pub fn failed(&mut self, path: PathBuf) {
        self.failed.insert(path);
    }
}

/// The small picture of a file; asked for where it is not there, and nothing as long as it would show what is not sent.
pub fn small(state: &mut State, open: &Open, index: usize, ctx: &Context) -> Option<TextureHandle> {
    let evidence: &Evidence = open.file(index)?;
    let path = evidence.source.clone();
    if !evidence.is_paintable() {
        // A video, or a picture that nobody can change: it is sent as it lies there.
        want(state, ctx, &path, THUMBNAIL);
        return state.local.pictures.get(&path, THUMBNAIL).map(|picture| picture.texture.clone());
    }
    let edits = Edits::of(open, index)?;
    match state.local.sent.made.get(&path) {
        Some((of, texture)) if *of == edits => return texture.clone(),
        _ => {}
    }
    let at_rest = open.reviewed == open.revision && !state.local.sent.failed.contains(&path);
    if at_rest && evidence.problem.is_none() && state.work.pictures() < AT_ONCE {
        let known = state.computer.as_ref().map(|(_, known)| known.clone()).unwrap_or_default();
        let policy = open.source(&state.world).policy(known);
        state.work.start(ctx, Kind::SentPicture(path.clone()), move |_| {
            let made = redact::small(&path, &edits.item, THUMBNAIL, &policy).ok().map(|pixels| {
                ColorImage::from_rgb([pixels.width() as usize, pixels.height() as usize], pixels.as_raw())
            });
            Answer::SentPicture(path, Box::new(edits), made)
        });
    }
    None
}
