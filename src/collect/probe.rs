//! Asking with a time limit: on a thread, or in a child process where the asked may crash or hang.
//!
//! Never here: a wait without a limit, or a failure that is more than a [`ProbeProblem`].

use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crate::job::Job;
use crate::model::ProbeProblem;

/// The most a child's answer may hold, in bytes.
const ANSWER_BYTES: u64 = 4 << 20;

/// Runs `ask` on a thread of its own and waits `secs` at most. A thread that does not come back is left behind.
pub fn within<T: Send + 'static>(secs: u64, ask: impl FnOnce() -> T + Send + 'static) -> Result<T, ProbeProblem> {
    let (sender, woken) = channel();
    let job = Job::spawn(
        move || {
            sender.send(()).ok();
        },
        move |_| ask(),
    );
    match woken.recv_timeout(Duration::from_secs(secs)) {
        Err(RecvTimeoutError::Timeout) => Err(ProbeProblem::TimedOut(secs)),
        _ => job.wait().map_err(|crashed| ProbeProblem::Failed(crashed.0)),
    }
}

/// Runs `program` and gives what it prints on standard output; it is ended after `secs`.
pub fn child(program: impl AsRef<std::ffi::OsStr>, args: &[&str], secs: u64) -> Result<Vec<u8>, ProbeProblem> {
    #[expect(clippy::disallowed_methods, reason = "the door for programs that are asked for facts")]
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    hide_console(&mut command);
    let failed = |error: std::io::Error| ProbeProblem::Failed(error.to_string());
    let mut child = command.spawn().map_err(failed)?;
    let Some(output) = child.stdout.take() else { return Err(ProbeProblem::NotTold) };
    let reader = Job::spawn(
        || {},
        move |_| {
            let mut answer = Vec::new();
            output.take(ANSWER_BYTES).read_to_end(&mut answer).map(|_| answer)
        },
    );
    let started = Instant::now();
    let status = loop {
        match child.try_wait().map_err(failed)? {
            Some(status) => break status,
            None if started.elapsed() >= Duration::from_secs(secs) => {
                child.kill().ok();
                child.wait().ok();
                return Err(ProbeProblem::TimedOut(secs));
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    if !status.success() {
        return Err(ProbeProblem::Failed(status.to_string()));
    }
    // A grandchild may hold the pipe open after the child has ended: that wait has a limit too.
    let answer = within(2, move || reader.wait())?;
    answer.map_err(|crashed| ProbeProblem::Failed(crashed.0))?.map_err(failed)
}

#[cfg(windows)]
fn hide_console(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn hide_console(_command: &mut Command) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_probe_is_left_behind() {
        let slow = within(0, || std::thread::sleep(Duration::from_secs(30)));
        assert_eq!(slow, Err(ProbeProblem::TimedOut(0)));
        assert_eq!(within(30, || 7), Ok(7));
    }

    #[test]
    fn a_panic_is_a_note() {
        let broken: Result<(), _> = within(30, || panic!("no driver"));
        assert_eq!(broken, Err(ProbeProblem::Failed("no driver".to_owned())));
    }

    #[test]
    fn a_program_that_is_not_there_is_a_note() {
        assert!(matches!(child("no-such-program-anywhere", &[], 5), Err(ProbeProblem::Failed(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_child_answers_or_is_ended() {
        assert_eq!(child("sh", &["-c", "echo ready"], 30), Ok(b"ready\n".to_vec()));
        assert!(matches!(child("sh", &["-c", "exit 3"], 30), Err(ProbeProblem::Failed(_))));
        assert_eq!(child("sh", &["-c", "sleep 60"], 0), Err(ProbeProblem::TimedOut(0)));
    }
}
