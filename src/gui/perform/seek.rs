//! From place to place: words that are looked for, and open points of the checklist.

use super::incidents::jump;
use crate::gui::action::Section;
use crate::gui::find::{self, Find};
use crate::gui::state::State;
use crate::model::{Item, Outcome};

/// Looks for words: in the log that is shown, else in what was typed.
pub fn begin(state: &mut State) {
    let on_logs = state.open.as_ref().is_some_and(|open| open.section == Section::Logs);
    if on_logs && state.screen.is_none() && state.local.log.file.is_some() {
        let find = &mut state.local.log.find;
        (find.is_open, find.focus) = (true, true);
        return;
    }
    if state.open.is_some() && state.screen.is_none() {
        let query = state.local.find.take().map(|find| find.query).unwrap_or_default();
        state.local.find = Some(Find { query, ..Find::default() });
    }
}

/// The next place that was found, or the one before; after the last one comes the first.
pub fn next(state: &mut State, forward: bool) {
    let (Some(open), Some(find)) = (&state.open, &mut state.local.find) else { return };
    let hits = find::hits(open, &find.query);
    let at = stepped(find.at, hits.len(), forward);
    find.at = at;
    if let Some(hit) = at.and_then(|at| hits.get(at)).cloned() {
        jump(state, hit.field);
        state.local.select = Some(hit.place);
    }
}

/// The next open point of the checklist, or the one before, what blocks first; its words are selected.
pub fn next_point(state: &mut State, forward: bool) {
    let Some(open) = &state.open else { return };
    let is_open = |item: &&Item| matches!(item.outcome, Outcome::MustFix | Outcome::Confirm);
    let mut points: Vec<&Item> = open.report.items.iter().filter(is_open).collect();
    points.sort_by_key(|item| item.outcome != Outcome::MustFix);
    let seen = state.local.point.as_ref().and_then(|seen| points.iter().position(|item| item.check == *seen));
    let Some(item) = stepped(seen, points.len(), forward).and_then(|at| points.get(at).copied()).cloned() else {
        return;
    };
    state.local.point = Some(item.check.clone());
    show_point(state, &item);
}

/// Goes to a point of the checklist and selects the words it speaks of.
pub fn show_point(state: &mut State, item: &Item) {
    match item.spans.first() {
        Some(span) => {
            jump(state, span.field.clone());
            state.local.select = Some(span.start..span.end);
        }
        None => jump(state, item.field.clone()),
    }
}

fn stepped(at: Option<usize>, count: usize, forward: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (at, forward) {
        (None, true) => 0,
        (Some(at), true) => {
            if at >= last {
                0
            } else {
                at + 1
            }
        }
        (None | Some(0), false) => last,
        (Some(at), false) => (at - 1).min(last),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_last_comes_the_first() {
        assert_eq!(stepped(None, 0, true), None);
        assert_eq!(stepped(None, 3, true), Some(0));
        assert_eq!(stepped(Some(2), 3, true), Some(0));
        assert_eq!(stepped(Some(0), 3, false), Some(2));
        assert_eq!(stepped(Some(7), 3, false), Some(2));
    }
}
