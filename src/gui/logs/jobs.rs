//! The jobs that read a log: each does a little and answers, and the next one goes on where it ended.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::Context;

use super::lines::{Chunk, Hiding, Place};
use super::{LogAnswer, LogPage};
use crate::collect::log::{LogFile, LogRow, Trouble};
use crate::gui::state::{Open, State};
use crate::gui::work::{Answer, Kind};
use crate::job::{Monitor, Stage};
use crate::model::{EvidenceItem, Lang};

/// What one job reads for the index or a search, in bytes.
const STEP_BYTES: u64 = 32 << 20;
/// Lines that are kept at hand around what is seen.
const AT_HAND: u64 = 400;
/// A file that is followed is looked at this often.
const FOLLOW_EVERY: Duration = Duration::from_millis(500);

/// What is seen of the log.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around {
    /// The first row.
    pub first: u64,
    /// How many fit.
    pub fits: u64,
}

/// Starts what is due for the log on the screen.
pub fn tick(state: &mut State, open: &Open, ctx: &Context, seen: Around) {
    let Some(file) = state.local.log.file.clone() else { return };
    let page = &state.local.log;
    let stopped = page.trouble.is_some();
    let index_due = page.grew || page.index.as_ref().is_none_or(|index| !index.is_whole());
    // The part that was asked for is found by reading the same log.
    let looking = state.work.is_running(&Kind::Look) && open.draft.evidence.iter().any(EvidenceItem::is_cut);
    if index_due && !stopped && !looking {
        let (of, name) = (file.clone(), name(&file));
        let (done, size) = page.index.as_ref().map_or((0, 0), |index| (index.size(), index.file_size()));
        state.work.start(ctx, Kind::Index(file.path().to_owned()), move |monitor| {
            monitor.stage(Stage::Reading(name), size).ok();
            monitor.advance(done).ok();
            let read = of.read_on(STEP_BYTES, monitor);
            Answer::Log(of, LogAnswer::Indexed(read.map_err(Into::into)))
        });
    }
    lines(state, open, ctx, &file, seen);
    search(state, ctx, &file);
    follow(state, ctx, file);
}

fn name(file: &LogFile) -> String {
    file.path().file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Lines around what is seen, when they are not at hand in the present state.
fn lines(state: &mut State, open: &Open, ctx: &Context, file: &LogFile, seen: Around) {
    let page = &state.local.log;
    if page.trouble.is_some() {
        return;
    }
    let first = seen.first.saturating_sub(AT_HAND / 2);
    let key = Place {
        first,
        least: page.least(),
        reveal: page.reveal,
        size: page.index.as_ref().map_or(0, |index| index.size()),
        previewed: open.previewed,
        lang: state.world.lang,
    };
    if page.chunk.as_ref().is_some_and(|chunk| serves(page, chunk, &key, seen)) {
        return;
    }
    let Some(known) = state.known() else { return };
    let policy = open.source(&state.world).policy(known);
    let preview = open.preview.as_ref().map(|preview| Arc::clone(&preview.redacted));
    let (index, of, hiding) = (page.index.clone(), file.clone(), Hiding { policy, preview });
    state.work.start(ctx, Kind::Lines(file.path().to_owned()), move |monitor| {
        let read = match index {
            Some(index) => read(&of, &index, key, &hiding, monitor),
            None => of.first_rows(AT_HAND as usize).map(|rows| chunk(key, &rows, None, &hiding)),
        };
        Answer::Log(of, LogAnswer::Lines(read.map_err(Into::into)))
    });
}

/// Whether the lines at hand are what is wanted. More bytes of a log change none of the lines before.
fn serves(page: &LogPage, chunk: &Chunk, wanted: &Place, seen: Around) -> bool {
    let has = &chunk.key;
    let same = has.least == wanted.least && has.previewed == wanted.previewed && has.lang == wanted.lang;
    let last = (seen.first + seen.fits).min(page.total());
    let end = has.first + chunk.lines.len() as u64;
    let covers = has.first <= seen.first && (last <= end || has.size == wanted.size && end >= page.total());
    same && covers && wanted.reveal.is_none()
}

fn read(
    file: &LogFile,
    index: &crate::collect::log::Index,
    mut key: Place,
    hiding: &Hiding,
    monitor: &Monitor,
) -> Result<Chunk, Trouble> {
    let row = key.reveal.map(|line| file.row_of(index, line, key.least, monitor)).transpose()?;
    if let Some(row) = row {
        key.first = row.saturating_sub(AT_HAND / 2);
    }
    let rows = file.rows(index, key.first, AT_HAND as usize, key.least, monitor)?;
    Ok(chunk(key, &rows, row, hiding))
}

fn chunk(key: Place, rows: &[LogRow], reveal: Option<u64>, hiding: &Hiding) -> Chunk {
    let lang: Lang = key.lang;
    let key = if key.size == 0 { Place { first: 0, reveal: None, ..key } } else { key };
    Chunk { lines: hiding.lines(rows, lang), key, reveal }
}

fn search(state: &mut State, ctx: &Context, file: &LogFile) {
    let page = &state.local.log;
    let Some(index) = page.index.clone().filter(|_| page.trouble.is_none()) else { return };
    let Some((search, wanted, mut hits)) = page.find.due(index.size()) else { return };
    let of = file.clone();
    state.work.start(ctx, Kind::Find(file.path().to_owned()), move |monitor| {
        let found = of.find(&index, &wanted, &mut hits, STEP_BYTES, monitor);
        Answer::Log(of, LogAnswer::Found(search, found.map(|()| hits).map_err(Into::into)))
    });
}

/// Waits in a job until the file is another size than the index knows.
fn follow(state: &mut State, ctx: &Context, file: LogFile) {
    let page = &mut state.local.log;
    let kind = Kind::Follow(file.path().to_owned());
    let known = page.index.as_ref().filter(|index| index.is_whole()).map(|index| index.file_size());
    let (Some(known), true, true) = (known, page.follow, page.trouble.is_none()) else {
        if !page.follow {
            state.work.cancel(&kind);
        }
        return;
    };
    if page.grew {
        return;
    }
    state.work.start(ctx, kind, move |monitor| {
        while monitor.go_on().is_ok() && file.size_now().is_ok_and(|size| size == known) {
            std::thread::sleep(FOLLOW_EVERY);
        }
        Answer::Log(file, LogAnswer::Grew)
    });
}
