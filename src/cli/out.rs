//! Where words go, and how work shows its progress.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::Exit;
use crate::job::{Job, Monitor, Progress};
use crate::model::Lang;
use crate::pipeline;
use crate::platform::replace;

/// Prints a result. A reader who has gone away is no error.
pub fn result(text: &str) {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).ok();
    if !text.ends_with('\n') {
        out.write_all(b"\n").ok();
    }
    out.flush().ok();
}

/// Prints a result as JSON.
pub fn json(value: &impl Serialize) {
    result(&serde_json::to_string_pretty(value).unwrap_or_default());
}

/// Prints a result as JSON on one line.
pub fn json_line(value: &impl Serialize) {
    result(&serde_json::to_string(value).unwrap_or_default());
}

/// Says something on standard error.
pub fn notice(text: &str) {
    writeln!(io::stderr().lock(), "{text}").ok();
}

/// Writes a result to `path`, or to standard output where it is `-` or absent.
pub fn result_to(path: Option<&std::path::Path>, text: &str) -> Result<(), pipeline::Error> {
    match path {
        Some(path) if path.as_os_str() != "-" => Ok(replace(path, text.as_bytes()).map_err(crate::store::Error::from)?),
        _ => {
            result(text);
            Ok(())
        }
    }
}

/// Does work on a thread of its own, shows its progress on a terminal, and stops it on Ctrl+C.
pub fn with_progress<T: Send + 'static>(
    lang: Lang,
    work: impl FnOnce(&Monitor) -> Result<T, pipeline::Error> + Send + 'static,
) -> Result<T, pipeline::Error> {
    let job = Job::spawn(|| {}, work);
    let monitor = job.monitor().clone();
    ctrlc::set_handler(move || {
        monitor.stop();
        // The second time there is no waiting for the next step.
        ctrlc_again();
    })
    .ok();
    let bar = io::stderr().is_terminal().then(bar);
    loop {
        if let Some(answer) = job.poll() {
            if let Some(bar) = bar {
                bar.finish_and_clear();
            }
            return answer?;
        }
        if let Some(bar) = &bar {
            show(bar, lang, &job.monitor().progress());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn ctrlc_again() {
    use std::sync::atomic::{AtomicBool, Ordering};
    static PRESSED: AtomicBool = AtomicBool::new(false);
    if PRESSED.swap(true, Ordering::Relaxed) {
        std::process::exit(Exit::Stopped as i32);
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent}%") {
        bar.set_style(style);
    }
    bar
}

fn show(bar: &ProgressBar, lang: Lang, progress: &Progress) {
    bar.set_message(pipeline::stage(lang, &progress.stage));
    bar.set_length(progress.total);
    bar.set_position(progress.done.min(progress.total));
}
