//! Undo and redo of the whole draft.

use super::work::Stride;
use crate::model::Draft;
use crate::store::Id;

/// Typing pauses longer than this begin a new step, in seconds.
const PAUSE_SECS: f64 = 0.8;
/// Steps that are kept.
const DEPTH: usize = 200;

/// A state of the draft.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    /// Counts the steps.
    number: u64,
    draft: Draft,
    /// Incidents that came and went on the way from this state to the next.
    others: Others,
}

/// Other incidents that a step made, or took in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Others {
    /// Made: an undo removes them.
    pub made: Vec<Id>,
    /// Taken in: an undo puts them back.
    pub taken: Vec<Id>,
}

impl Others {
    /// None.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Made by a split.
    #[must_use]
    pub fn made(made: Vec<Id>) -> Self {
        Self { made, taken: Vec::new() }
    }

    /// Taken in.
    #[must_use]
    pub fn taken(taken: Id) -> Self {
        Self { made: Vec::new(), taken: vec![taken] }
    }

    /// The same the other way round.
    fn undone(self) -> Self {
        Self { made: self.taken, taken: self.made }
    }
}

/// What an undo or redo asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The draft as it is now.
    pub draft: Draft,
    /// Incidents that go with it: `made` are there afterwards, `taken` are not.
    pub others: Others,
}

/// The states before and after the present one.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Step>,
    present: Draft,
    future: Vec<Step>,
    last_change: f64,
    steps: u64,
}

impl History {
    /// A history that begins with `draft`.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        Self { past: Vec::new(), present: draft, future: Vec::new(), last_change: f64::NEG_INFINITY, steps: 0 }
    }

    /// Notes the draft at `now` (seconds); says whether it differs from the one noted before. Typing without a pause is
    /// one step.
    pub fn note(&mut self, draft: &Draft, now: f64) -> bool {
        if *draft == self.present {
            return false;
        }
        if now - self.last_change > PAUSE_SECS {
            self.push(Others::none());
        }
        self.last_change = now;
        self.present = draft.clone();
        self.future.clear();
        true
    }

    /// Notes a change that is a step of its own, and the incidents it made or took in.
    pub fn step(&mut self, draft: &Draft, others: Others) {
        self.push(others);
        self.last_change = f64::NEG_INFINITY;
        self.present = draft.clone();
        self.future.clear();
    }

    fn push(&mut self, others: Others) {
        self.steps += 1;
        self.past.push(Step { number: self.steps, draft: self.present.clone(), others });
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
    }

    /// The number of the last step; what is undone next.
    #[must_use]
    pub fn last(&self) -> Option<u64> {
        self.past.last().map(|step| step.number)
    }

    /// Whether a step was taken back.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What the next step this way is: its number, and the incidents that go with it.
    #[must_use]
    pub fn next(&self, stride: Stride) -> Option<(u64, Others)> {
        match stride {
            Stride::Back => self.past.last().map(|step| (step.number, step.others.clone().undone())),
            Stride::Forward => self.future.last().map(|step| (step.number, step.others.clone())),
        }
    }

    /// One step this way.
    pub fn stride(&mut self, stride: Stride) -> Option<Change> {
        match stride {
            Stride::Back => self.undo(),
            Stride::Forward => self.redo(),
        }
    }

    /// One step back.
    pub fn undo(&mut self) -> Option<Change> {
        let step = self.past.pop()?;
        let after = std::mem::replace(&mut self.present, step.draft.clone());
        self.future.push(Step { number: step.number, draft: after, others: step.others.clone() });
        self.last_change = f64::NEG_INFINITY;
        Some(Change { draft: step.draft, others: step.others.undone() })
    }

    /// One step forward again.
    pub fn redo(&mut self) -> Option<Change> {
        let step = self.future.pop()?;
        let before = std::mem::replace(&mut self.present, step.draft.clone());
        self.past.push(Step { number: step.number, draft: before, others: step.others.clone() });
        self.last_change = f64::NEG_INFINITY;
        Some(Change { draft: step.draft, others: step.others })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(title: &str) -> Draft {
        Draft { title: title.to_owned(), ..Draft::default() }
    }

    #[test]
    fn typing_without_a_pause_is_one_step() {
        let mut history = History::new(titled(""));
        for (index, title) in ["A", "AB", "ABC"].into_iter().enumerate() {
            assert!(history.note(&titled(title), index as f64 * 0.1));
        }
        assert!(history.note(&titled("ABC D"), 5.0));
        assert_eq!(history.undo().map(|change| change.draft.title), Some("ABC".to_owned()));
        assert_eq!(history.undo().map(|change| change.draft.title), Some(String::new()));
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo().map(|change| change.draft.title), Some("ABC".to_owned()));
        assert_eq!(history.redo().map(|change| change.draft.title), Some("ABC D".to_owned()));
    }

    #[test]
    fn a_split_takes_its_incidents_along() {
        let mut history = History::new(titled("two"));
        history.step(&titled("one"), Others::made(vec![Id::from("parked")]));
        let change = history.undo().expect("a step");
        assert_eq!((change.draft.title.as_str(), change.others.taken.len()), ("two", 1));
        assert_eq!(history.redo().expect("again").others.made.len(), 1);
    }

    #[test]
    fn a_new_change_forgets_what_was_undone() {
        let mut history = History::new(titled(""));
        history.step(&titled("a"), Others::none());
        history.undo();
        history.step(&titled("b"), Others::none());
        assert_eq!(history.redo(), None);
    }
}
