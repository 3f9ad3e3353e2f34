//! Units: sentences, items and clauses, each with what its words tell.

use super::lexicon::{Hit, Word, lexicon};
use super::lines::{Line, Section};
use crate::check::page::Page;

/// A piece of the story that says one thing. Offsets are characters of its field.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent finding about the same words")]
pub(super) struct Unit {
    pub start: usize,
    pub end: usize,
    /// Number of the sentence or item it belongs to.
    pub sentence: usize,
    pub item: Option<(usize, usize)>,
    pub label: Option<usize>,
    pub heading: usize,
    /// Bits of the areas it speaks of.
    pub areas: u64,
    pub problem: bool,
    pub request: bool,
    /// It cannot start a matter: an aside, an attempt, a consequence, something that works.
    pub tied: bool,
    /// It points back: same, it, this.
    pub same: bool,
    /// Words that start another matter.
    pub marker: Option<(usize, usize)>,
    /// An `also` that is no mere context.
    pub also: Option<(usize, usize)>,
}

impl Unit {
    /// Whether it may be a matter of its own.
    pub(super) fn opens(&self) -> bool {
        (self.problem || self.request) && !self.tied
    }
}

/// The units of `lines`, in their order.
pub(super) fn units(page: &Page, lines: &[Line], hits: &[Hit]) -> Vec<Unit> {
    let mut all = Vec::new();
    let mut sentence = 0;
    for line in lines {
        for (i, (start, end)) in sentences(page, line.start, line.end).into_iter().enumerate() {
            // An item of a list is one thing, however many sentences it has.
            if line.item.is_none() || i == 0 {
                sentence += 1;
            }
            for (j, (start, end)) in clauses(page, start, end).into_iter().enumerate() {
                let mut unit = unit(page, start, end, hits);
                unit.sentence = sentence;
                unit.item = line.item;
                unit.label = line.label.filter(|_| i == 0 && j == 0);
                unit.heading = line.heading;
                unit.tied |= line.section == Section::Aside;
                all.push(unit);
            }
        }
    }
    all
}

/// What the words of one piece tell.
pub(super) fn unit(page: &Page, start: usize, end: usize, hits: &[Hit]) -> Unit {
    let here = within(hits, start, end);
    let count = |word: Word| here.iter().filter(|hit| hit.kind == word).count();
    let mere_context =
        |hit: &Hit| here.iter().any(|other| other.kind == Word::Context && overlap(hit.start, hit.end, other));
    let near_start = |at: usize| page.chars()[start..at].iter().filter(|c| c.is_alphanumeric()).count() <= 3;
    let marker = here
        .iter()
        .filter(|hit| match hit.kind {
            Word::Shift => true,
            Word::ShiftStart => near_start(hit.start),
            _ => false,
        })
        .find(|hit| !mere_context(hit));
    let also = here.iter().find(|hit| hit.kind == Word::Also && near_start(hit.start) && !mere_context(hit));
    let consequence = here.iter().any(|hit| hit.kind == Word::Consequence && near_start(hit.start));
    let context = here.iter().any(|hit| hit.kind == Word::Context && near_start(hit.start));
    let problem = count(Word::Problem) > 2 * count(Word::Works);
    let attempt = count(Word::Attempt) > 0;
    Unit {
        start,
        end,
        sentence: 0,
        item: None,
        label: None,
        heading: 0,
        areas: areas(here),
        problem,
        request: count(Word::Request) > 0,
        tied: consequence || context || (attempt && marker.is_none()),
        same: count(Word::Same) > 0 || here.iter().any(|hit| hit.kind == Word::Pointer && near_start(hit.start)),
        marker: marker.map(|hit| (hit.start, hit.end)),
        also: also.map(|hit| (hit.start, hit.end)),
    }
}

/// Bits of the areas in `hits`.
pub(super) fn areas(hits: &[Hit]) -> u64 {
    hits.iter().fold(0, |areas, hit| match hit.kind {
        Word::Area(area) => areas | 1_u64.checked_shl(u32::from(area)).unwrap_or(0),
        _ => areas,
    })
}

/// The hits that begin between two places.
pub(super) fn within(hits: &[Hit], start: usize, end: usize) -> &[Hit] {
    let first = hits.partition_point(|hit| hit.start < start);
    let last = hits.partition_point(|hit| hit.start < end);
    &hits[first.min(last)..last]
}

fn overlap(start: usize, end: usize, other: &Hit) -> bool {
    start < other.end && other.start < end
}

/// Cuts after `.`, `!`, `?` and a blank; not after an initial or a number (`P.S.`, `e.g.`, `1.`).
pub(super) fn sentences(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    let chars = page.chars();
    let mut cuts = Vec::new();
    let mut from = start;
    for i in start..end {
        if !matches!(chars[i], '.' | '!' | '?' | '…') || chars.get(i + 1).is_some_and(|next| !next.is_whitespace()) {
            continue;
        }
        let word = chars[from..i].iter().rev().take_while(|c| c.is_alphanumeric());
        let short = chars[i] == '.' && word.clone().count() == 1 && word.clone().all(|c| !c.is_numeric());
        let number = chars[i] == '.'
            && i > from
            && word.clone().count() > 0
            && word.clone().all(|c| c.is_numeric())
            && i - from < 12;
        if !short && !number {
            cuts.push(page.trim(from, i + 1));
            from = i + 1;
        }
    }
    cuts.push(page.trim(from, end));
    cuts.retain(|(start, end)| start < end);
    cuts
}

/// Words a clause has at least; what is shorter belongs to its neighbour. A short beginning often is only a marker, `By the
/// way,`, and says nothing without what follows.
const CLAUSE_WORDS: usize = 3;
const FIRST_CLAUSE_WORDS: usize = 5;

/// Cuts a sentence into clauses: behind `,`, `;`, `)`, dashes, before numbers of a list in running text, and before words
/// that join clauses. A clause that depends on the one before stays with it.
fn clauses(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut whole: Vec<(usize, usize)> = Vec::new();
    let mut from = start;
    for cut in cuts(page, start, end).into_iter().chain([end]) {
        let piece = page.trim(from, cut);
        from = cut;
        if piece.0 == piece.1 {
            continue;
        }
        let first = whole.len() == 1;
        match whole.last_mut() {
            Some(last)
                if words(page, *last) < if first { FIRST_CLAUSE_WORDS } else { CLAUSE_WORDS }
                    || words(page, piece) < CLAUSE_WORDS
                    || depends(page, piece) =>
            {
                last.1 = piece.1;
            }
            _ => whole.push(piece),
        }
    }
    whole
}

fn words(page: &Page, (start, end): (usize, usize)) -> usize {
    page.text(start, end).split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whether a clause begins with a word that ties it to the one before.
fn depends(page: &Page, (start, end): (usize, usize)) -> bool {
    if page.norm_between(start, end).starts_with("and then") {
        return true;
    }
    let first: String = page.norm_between(start, end).chars().take_while(|c| c.is_alphanumeric()).collect();
    lexicon().clause_ties.contains(&first)
}

/// Places between clauses.
fn cuts(page: &Page, start: usize, end: usize) -> Vec<usize> {
    let joints = &lexicon().clause_joints;
    let chars = page.chars();
    let mut places = Vec::new();
    let mut word = start;
    for i in start..end {
        let after_blank = chars.get(i + 1).is_none_or(|next| next.is_whitespace());
        if matches!(chars[i], ',' | ';' | ')' | ':') && after_blank {
            places.push(i + 1);
        }
        if chars[i].is_whitespace() {
            let lower: String = chars[word..i].iter().flat_map(|c| c.to_lowercase()).collect();
            let dash = matches!(lower.as_str(), "-" | "–" | "—" | "+" | "/" | "|");
            let number = lower.len() <= 3
                && lower.ends_with([')', '.'])
                && lower.starts_with(|c: char| c.is_ascii_digit())
                && lower[..lower.len() - 1].chars().all(|c| c.is_ascii_digit());
            if word > start && (dash || number || joints.contains(&lower.replace('ё', "е"))) {
                places.push(word);
            }
            word = i + 1;
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}
