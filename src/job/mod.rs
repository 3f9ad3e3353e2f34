//! One background job: progress as typed stages, a stop flag that works through `?`, and panics that come back as answers.
//!
//! Never here: a window, a disk, or knowledge of what the work is about. A job wakes its owner through a plain function.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::{Explain, FactKey};

/// What a job is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nothing yet.
    #[default]
    Starting,
    /// Asking the computer for a fact.
    Asking(FactKey),
    /// Reading a file, by name.
    Reading(String),
    /// Looking for private data, in the file of this name.
    Searching(String),
    /// Writing an entry of a bundle.
    Packing(String),
    /// Reading the finished bundle back.
    Verifying,
    /// Waiting for so many seconds before the screen is captured; none are left: it is being captured.
    Waiting(u32),
}

/// How far a job is. `done` and `total` are in bytes or pieces; a total of 0 means unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// Done so far.
    pub done: u64,
    /// All there is to do.
    pub total: u64,
}

/// The user pressed Stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl Explain for Stopped {
    fn key(&self) -> &'static str {
        "stopped"
    }
}

#[derive(Default)]
struct Shared {
    stop: AtomicBool,
    stage: Mutex<Stage>,
    done: AtomicU64,
    total: AtomicU64,
}

/// The worker's side: says how far it is and asks whether to go on.
#[derive(Clone, Default)]
pub struct Monitor {
    shared: Arc<Shared>,
}

impl Monitor {
    /// A monitor nobody looks at.
    #[must_use]
    pub fn quiet() -> Self {
        Self::default()
    }

    /// Begins a stage of `total` bytes or pieces.
    ///
    /// # Errors
    /// [`Stopped`] when the user pressed Stop.
    pub fn stage(&self, stage: Stage, total: u64) -> Result<(), Stopped> {
        *self.shared.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage;
        self.shared.done.store(0, Ordering::Relaxed);
        self.shared.total.store(total, Ordering::Relaxed);
        self.go_on()
    }

    /// Counts `more` bytes or pieces as done.
    ///
    /// # Errors
    /// [`Stopped`] when the user pressed Stop.
    pub fn advance(&self, more: u64) -> Result<(), Stopped> {
        self.shared.done.fetch_add(more, Ordering::Relaxed);
        self.go_on()
    }

    /// Nothing unless the user pressed Stop.
    ///
    /// # Errors
    /// [`Stopped`] when the user pressed Stop.
    pub fn go_on(&self) -> Result<(), Stopped> {
        if self.shared.stop.load(Ordering::Relaxed) { Err(Stopped) } else { Ok(()) }
    }

    /// Asks the work to stop at its next step.
    pub fn stop(&self) {
        self.shared.stop.store(true, Ordering::Relaxed);
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            stage: self.shared.stage.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            done: self.shared.done.load(Ordering::Relaxed),
            total: self.shared.total.load(Ordering::Relaxed),
        }
    }
}

/// The owner's side of a job that answers with `T`.
pub struct Job<T> {
    monitor: Monitor,
    answer: Receiver<Result<T, Crashed>>,
}

/// The work panicked; its words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the work ended unexpectedly: {0}")]
pub struct Crashed(pub String);

impl Explain for Crashed {
    fn key(&self) -> &'static str {
        "job-crashed"
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("reason", self.0.clone())]
    }
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread of its own; `wake` is called once when the answer is there.
    pub fn spawn(wake: impl FnOnce() + Send + 'static, work: impl FnOnce(&Monitor) -> T + Send + 'static) -> Self {
        let monitor = Monitor::default();
        let (sender, answer) = channel();
        let worker = monitor.clone();
        // Where the system has no thread left, the sender is dropped, and the owner is told of a crash.
        let thread = std::thread::Builder::new().spawn(move || {
            let result =
                catch_unwind(AssertUnwindSafe(|| work(&worker))).map_err(|panic| Crashed(words(panic.as_ref())));
            sender.send(result).ok();
            wake();
        });
        drop(thread);
        Self { monitor, answer }
    }

    /// The answer, once.
    #[must_use]
    pub fn poll(&self) -> Option<Result<T, Crashed>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Crashed(String::new()))),
        }
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// [`Crashed`] when the work panicked.
    pub fn wait(self) -> Result<T, Crashed> {
        self.answer.recv().unwrap_or_else(|_| Err(Crashed(String::new())))
    }

    /// How far it is, and the way to stop it.
    #[must_use]
    pub fn monitor(&self) -> &Monitor {
        &self.monitor
    }
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_answers_and_a_panic_comes_back() {
        assert_eq!(Job::spawn(|| {}, |_| 7).wait(), Ok(7));
        let broken: Job<()> = Job::spawn(|| {}, |_| panic!("no disk"));
        assert_eq!(broken.wait(), Err(Crashed("no disk".to_owned())));
    }

    #[test]
    fn stop_reaches_the_work() {
        let job = Job::spawn(
            || {},
            |monitor| loop {
                if let Err(stopped) = monitor.advance(1) {
                    break stopped;
                }
            },
        );
        job.monitor().stop();
        assert_eq!(job.wait(), Ok(Stopped));
    }
}
