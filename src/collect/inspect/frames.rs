//! Counting of stack frames: whose they are, and whether they have names.
//!
//! Never here: a verdict judged on the system's frames when the app has its own.

use super::report::CrashReport;
use crate::model::Symbolication;

/// How many frames a report has, and how many of them have names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    all: usize,
    all_named: usize,
    own: usize,
    own_named: usize,
}

impl Frames {
    /// Counts one frame.
    pub fn add(&mut self, own: bool, named: bool) {
        self.all += 1;
        self.all_named += usize::from(named);
        self.own += usize::from(own);
        self.own_named += usize::from(own && named);
    }

    /// The report with its verdict: on the app's own frames, over all frames if it has none. A hang, a disk write or a
    /// memory report has frames too, but nothing crashed: it gets none.
    pub fn judge(self, report: CrashReport) -> CrashReport {
        let crashed = report.exception.is_some();
        self.judge_if(crashed, report)
    }

    /// The same where something else than an exception tells that it crashed.
    pub fn judge_if(self, crashed: bool, report: CrashReport) -> CrashReport {
        let verdict = match self.own {
            0 => Symbolication::of(self.all, self.all_named),
            own => Symbolication::of(own, self.own_named),
        };
        let symbolication = if crashed { verdict } else { Symbolication::Unknown };
        CrashReport { symbolication, app_frames: self.own, app_frames_symbolicated: self.own_named, ..report }
    }
}

impl Extend<(bool, bool)> for Frames {
    fn extend<T: IntoIterator<Item = (bool, bool)>>(&mut self, frames: T) {
        frames.into_iter().for_each(|(own, named)| self.add(own, named));
    }
}
