//! Where words go, and how work shows its progress.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::Exit;
use crate::job::{Job, Monitor, Progress};
use crate::model::Lang;
use crate::pipeline;
use crate::platform::{self, Whole};
use crate::store;

static FAILURE: OnceLock<io::Error> = OnceLock::new();

/// Prints a result. A reader who has gone away is no error; any other failure is kept for [`failure`].
pub fn result(text: &str) {
    let end = if text.ends_with('\n') { "" } else { "\n" };
    let mut out = io::stdout().lock();
    let written =
        out.write_all(text.as_bytes()).and_then(|()| out.write_all(end.as_bytes())).and_then(|()| out.flush());
    if let Err(error) = written
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        FAILURE.set(error).ok();
    }
}

/// Why a result could not be printed in full, if so.
pub fn failure() -> Option<platform::Error> {
    let error = FAILURE.get()?;
    let source = error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error);
    Some(platform::Error { path: PathBuf::from("-"), source })
}

/// Prints sentences for a person. A name in them cannot steer the terminal or turn the line around.
pub fn say(text: &str) {
    result(&harmless(text));
}

fn harmless(text: &str) -> String {
    let steers = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
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
    writeln!(io::stderr().lock(), "{}", harmless(text)).ok();
}

/// Writes a result to `path`, whole or not at all; or to standard output where it is `-`.
pub fn result_to(path: &Path, text: &str) -> Result<(), store::Error> {
    if path.as_os_str() == "-" {
        result(text);
        return Ok(());
    }
    let mut file = Whole::new(path)?;
    file.write_all(text.as_bytes()).map_err(|source| platform::Error { path: path.to_owned(), source })?;
    Ok(file.finish()?)
}

/// No result takes the place of another one or of what is read, and every folder is there.
pub fn expect_apart<'a>(
    results: impl IntoIterator<Item = &'a Path>,
    read: impl IntoIterator<Item = PathBuf>,
) -> Result<(), store::Error> {
    let mut taken: Vec<PathBuf> = read.into_iter().filter_map(|path| path.canonicalize().ok()).collect();
    for path in results.into_iter().filter(|path| path.as_os_str() != "-") {
        let place = place(path).map_err(|source| platform::Error { path: path.to_owned(), source })?;
        if taken.contains(&place) {
            return Err(store::Error::SameFile { path: path.to_owned() });
        }
        if !std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            taken.push(place);
        }
    }
    Ok(())
}

/// The file itself, also where it is not there yet.
fn place(path: &Path) -> io::Result<PathBuf> {
    if let Ok(there) = path.canonicalize() {
        return Ok(there);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(folder.canonicalize()?.join(path.file_name().unwrap_or_default()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_steer_the_terminal() {
        assert_eq!(harmless("a\u{1b}[2J\u{202e}gpj.exe\r\nб\t"), "a\u{fffd}[2J\u{fffd}gpj.exe\u{fffd}\nб\t");
    }

    #[test]
    fn results_stay_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        platform::replace(&path("in"), b"x").expect("written");
        let apart = |results: &[PathBuf]| expect_apart(results.iter().map(PathBuf::as_path), [path("in")]);
        assert!(apart(&[path("a"), path("b"), "-".into(), "-".into()]).is_ok());
        assert!(apart(&[path("a"), path("./a")]).is_err());
        assert!(apart(&[path("in")]).is_err());
        assert!(apart(&[path("none/a")]).is_err());
    }
}
