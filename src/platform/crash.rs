//! What stays of a crash: a report on this computer, and a note for the next window.

use std::backtrace::Backtrace;
use std::fs;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{instance, replace};

/// Reports that are kept.
const KEPT: usize = 5;

/// From here on a panic writes a report into `folder`/crashes. One inside a job does not: the job's owner is told.
pub fn report_crashes(folder: PathBuf, now: fn() -> Timestamp) {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        usual(panic);
        if std::thread::current().name() != Some(crate::job::THREAD) {
            write(&folder, now(), panic);
        }
    }));
}

fn write(folder: &Path, now: Timestamp, panic: &PanicHookInfo) {
    let reports = folder.join("crashes");
    let path = reports.join(format!("{}.txt", now.strftime("%Y%m%d-%H%M%S")));
    let text = format!(
        "Casefile {} on {} {}, {now}\n{panic}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        Backtrace::force_capture()
    );
    if replace(&path, text.as_bytes()).is_ok() {
        instance::crashed(folder, &path);
        forget(&reports);
    }
}

/// Keeps the newest reports; their names sort by time.
fn forget(reports: &Path) {
    let mut paths: Vec<PathBuf> = fs::read_dir(reports).into_iter().flatten().flatten().map(|it| it.path()).collect();
    paths.sort();
    let surplus = paths.len().saturating_sub(KEPT);
    for path in paths.into_iter().take(surplus) {
        fs::remove_file(path).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_reports_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        for number in 0..8 {
            replace(&folder.path().join(format!("2026111{number}-100000.txt")), b"x").expect("written");
        }
        forget(folder.path());
        let left = fs::read_dir(folder.path()).expect("listed").count();
        assert_eq!(left, KEPT);
        assert!(folder.path().join("20261117-100000.txt").exists());
    }
}
