//! The jobs of the window: at most one of each kind, and their answers.

mod answer;
mod kind;

use std::collections::BTreeMap;

use eframe::egui::Context;

use crate::job::{Crashed, Job, Monitor, Progress};

pub use answer::{Answer, Exported, Imported, Moved, Preview, Stride};
pub use kind::{Kind, Purpose};

/// The running jobs.
#[derive(Default)]
pub struct Work {
    jobs: BTreeMap<Kind, Job<Answer>>,
    counted: u64,
}

impl Work {
    /// Starts `work` unless one of its kind is running; the window is woken by its answer.
    pub fn start(&mut self, ctx: &Context, kind: Kind, work: impl FnOnce(&Monitor) -> Answer + Send + 'static) {
        let ctx = ctx.clone();
        self.jobs.entry(kind).or_insert_with(|| Job::spawn(move || ctx.request_repaint(), work));
    }

    /// Starts to copy files; any number may be on their way.
    pub fn attach(&mut self, ctx: &Context, work: impl FnOnce(&Monitor) -> Answer + Send + 'static) {
        self.start_another(ctx, Kind::Attach, work);
    }

    /// Starts a job of which any number may run.
    pub fn start_another(
        &mut self,
        ctx: &Context,
        kind: fn(u64) -> Kind,
        work: impl FnOnce(&Monitor) -> Answer + Send + 'static,
    ) {
        self.counted += 1;
        self.start(ctx, kind(self.counted), work);
    }

    /// Lets go of something in a job: its temporary files are removed with it.
    pub fn discard(&mut self, ctx: &Context, thing: impl Send + 'static) {
        self.start_another(ctx, Kind::Discard, move |_| {
            drop(thing);
            Answer::Marked
        });
    }

    /// Stops and forgets the job of this kind.
    pub fn cancel(&mut self, kind: &Kind) {
        if let Some(job) = self.jobs.remove(kind) {
            job.monitor().stop();
        }
    }

    /// Whether something runs that belongs to the open incident and would be lost with it.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.jobs.keys().any(|kind| {
            matches!(kind, Kind::Attach(_) | Kind::Export | Kind::Split | Kind::Join | Kind::Others | Kind::Capture)
        })
    }

    /// Whether one of this kind is running.
    #[must_use]
    pub fn is_running(&self, kind: &Kind) -> bool {
        self.jobs.contains_key(kind)
    }

    /// Whether nothing is running but what waits.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.jobs.keys().all(Kind::is_waiting)
    }

    /// How far a job is that is not shown above the page.
    #[must_use]
    pub fn progress_of(&self, kind: &Kind) -> Option<Progress> {
        self.jobs.get(kind).map(|job| job.monitor().progress())
    }

    /// Asks the job of this kind to stop; its answer still comes.
    pub fn halt(&self, kind: &Kind) {
        if let Some(job) = self.jobs.get(kind) {
            job.monitor().stop();
        }
    }

    /// Stops waiting for changes of logs.
    pub fn unfollow(&mut self) {
        let followed: Vec<Kind> = self.jobs.keys().filter(|kind| matches!(kind, Kind::Follow(_))).cloned().collect();
        for kind in &followed {
            self.cancel(kind);
        }
    }

    /// How many pictures are being decoded.
    #[must_use]
    pub fn pictures(&self) -> usize {
        self.jobs
            .keys()
            .filter(|kind| matches!(kind, Kind::Picture(..) | Kind::PicturePart | Kind::SentPicture(_)))
            .count()
    }

    /// Takes the answers that are there.
    pub fn answers(&mut self) -> Vec<(Kind, Result<Answer, Crashed>)> {
        let ready: Vec<_> = self.jobs.iter().filter_map(|(kind, job)| Some((kind.clone(), job.poll()?))).collect();
        for (kind, _) in &ready {
            self.jobs.remove(kind);
        }
        ready
    }

    /// What is shown to the user: the progress of the long work.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.jobs.iter().find(|(kind, _)| kind.is_shown()).map(|(_, job)| job.monitor().progress())
    }

    /// Stops what the user sees.
    pub fn stop(&self) {
        self.jobs.iter().filter(|(kind, _)| kind.is_shown()).for_each(|(_, job)| job.monitor().stop());
    }

    /// Stops and forgets the jobs that speak of an incident which is no longer open.
    pub fn forget(&mut self) {
        self.jobs.retain(|kind, job| {
            let stays = matches!(
                kind,
                Kind::Facts
                    | Kind::Watch
                    | Kind::Inbox
                    | Kind::Settings
                    | Kind::List
                    | Kind::OpenFile
                    | Kind::ImportForm
                    | Kind::OwnCopy
                    | Kind::Move(_)
                    | Kind::Outside(_)
                    | Kind::Discard(_)
            );
            if !stays {
                job.monitor().stop();
            }
            stays
        });
    }

    /// Waits for what must not be cut off.
    pub fn finish(&mut self) {
        self.unfollow();
        for kind in [Kind::Save, Kind::Status, Kind::Map, Kind::Settings] {
            if let Some(job) = self.jobs.remove(&kind) {
                job.wait().ok();
            }
        }
    }
}

impl Drop for Work {
    /// What waits must not outlive its window.
    fn drop(&mut self) {
        self.cancel(&Kind::Watch);
        self.unfollow();
        self.cancel(&Kind::Inbox);
    }
}
