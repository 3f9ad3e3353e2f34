//! `error.log` of Unity's crash handler on Windows: what happened in which module, the program, and, in newer versions, the
//! stack of the thread that crashed.

use super::frames::Frames;
use super::pairs::words;
use super::report::CrashReport;
use crate::model::CrashTold;

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next().is_some_and(|line| line.starts_with("Unity ") && line.contains("[version: Unity "))
        && lines.next().is_some_and(|line| line.contains(" caused a"))
}

/// Reads a report. It tells the version of the engine, not that of the game.
pub fn read(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let mut frames = Frames::default();
    let mut program = String::new();
    for line in text.lines().map(str::trim) {
        if let Some((module, what)) = line.split_once(" caused a").filter(|_| report.exception.is_none()) {
            let what = what.trim_start_matches('n').trim();
            report.exception = words(&format!("{what}, {module}"));
        } else if let Some((path, _)) = line.split_once(", run by ").filter(|_| report.app.is_none()) {
            let file = path.rsplit(['\\', '/']).next().unwrap_or_default();
            program = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
            report.app = words(file);
        } else if let Some(thread) = line.strip_prefix("Stack Trace of Crashed Thread ") {
            report.faulting_thread = thread.trim_end_matches(':').parse().ok();
        } else if let Some((module, named)) = frame(line) {
            frames.add(is_own(module, &program), named);
            if report.trace.len() < CrashTold::FRAMES {
                report.trace.push(line.to_owned());
            }
        }
    }
    frames.judge(report)
}

/// `0x00007FFD0E4E6F2B (UnityPlayer) UnityMain`; what has no name says so in brackets.
fn frame(line: &str) -> Option<(&str, bool)> {
    let (address, rest) = line.split_once(' ')?;
    let digits = address.strip_prefix("0x").filter(|digits| digits.len() >= 8)?;
    let (module, name) = rest.trim_start().strip_prefix('(')?.split_once(')')?;
    let is_address = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_address.then(|| (module, !name.trim().is_empty() && !name.contains("(function-name not available)")))
}

/// The game's own code: its program, what was made of its scripts, and those that were compiled while it ran.
fn is_own(module: &str, program: &str) -> bool {
    module.to_lowercase() == program || matches!(module, "GameAssembly" | "Mono JIT Code")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{CrashTime, Symbolication};

    pub const TEXT: &str = "Unity Player [version: Unity 2031.1.2f3_abcdef012345]\r
\r
UnityPlayer.dll caused an Access Violation (0xc0000005)\r
  in module UnityPlayer.dll at 0033:b6f2a6e0.\r
\r
Error occurred at 2031-02-03_040506.\r
D:\\Games\\Example Quest\\Quest.exe, run by someone.\r
52% memory in use.\r
Read from location 00000000 caused an access violation.\r
\r
Context:\r
RDI:    0x00000000  RSI: 0x00000000  RAX:   0x00000000\r
\r
Stack Trace of Crashed Thread 4711:\r
0x00007FFD0E4E6F2B (UnityPlayer) UnityMain\r
0x00007FFD0E4E0001 (GameAssembly) (function-name not available)\r
0x000001B2C3D4E5F6 (Mono JIT Code) Example.Quest:Load ()\r
0x00007FF700011111 (Quest) (function-name not available)\r
";

    #[test]
    fn a_report_is_read() {
        assert!(is_one(TEXT));
        let report = read(TEXT);
        assert_eq!(report.app.as_deref(), Some("Quest.exe"));
        assert_eq!(report.exception.as_deref(), Some("Access Violation (0xc0000005), UnityPlayer.dll"));
        assert_eq!(report.faulting_thread, Some(4711));
        assert_eq!((report.app_frames, report.app_frames_symbolicated), (3, 1));
        assert_eq!(report.symbolication, Symbolication::Partial);
        let written = "2031-02-03 04:05:06".into();
        assert_eq!(super::super::happened::happened(TEXT), Some(CrashTime::Wall { written, ahead: None }));
        assert!(!is_one("Unity Player [version: Unity 2031]\nstarted\n"));
    }

    #[test]
    fn without_a_stack_nothing_is_judged() {
        let short = TEXT.split("Stack Trace").next().unwrap_or_default();
        assert_eq!(read(short).symbolication, Symbolication::Unknown);
    }
}
