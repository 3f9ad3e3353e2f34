//! What `minidump-stackwalk` prints of a dump: the crash, then threads with frames, then modules.

use super::frames::Frames;
use super::pairs::{pair, words};
use super::report::CrashReport;

/// Whether the text of a file's start is such an output.
pub fn is_one(head: &str) -> bool {
    let has = |key: &str| head.lines().any(|line| line.trim_start().starts_with(key));
    has("Operating system:") && has("Crash reason:") && head.contains("(crashed)")
}

/// Reads an output. The module marked as the main one is the app.
pub fn read(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let main = text.lines().find_map(main_module);
    let app = main.as_ref().map(|(name, _)| name.as_str()).unwrap_or_default();
    let mut frames = Frames::default();
    let (mut in_thread, mut os_next) = (false, false);
    for line in text.lines().map(str::trim) {
        if std::mem::take(&mut os_next) && !line.contains(':') {
            report.os = report.os.and_then(|os| words(&format!("{os} {line}")));
        }
        if let Some(thread) = line.strip_prefix("Thread ") {
            in_thread = true;
            let number = thread.strip_suffix("(crashed)").and_then(|number| number.split_whitespace().next());
            report.faulting_thread = report.faulting_thread.or_else(|| number?.parse().ok());
        } else if line.starts_with("Loaded modules:") {
            in_thread = false;
        } else if let Some((module, named)) = in_thread.then(|| frame(line)).flatten() {
            frames.add(!app.is_empty() && module == app, named);
        } else if let Some((key, value)) = pair(line) {
            match key {
                "Operating system" => {
                    report.os = words(value);
                    os_next = true;
                }
                "Crash reason" => report.exception = words(value),
                _ => {}
            }
        }
    }
    let (app, version) = main.map_or((None, None), |(app, version)| (Some(app), version));
    frames.judge(CrashReport { app, version, ..report })
}

/// ` 0  example.exe!Thing::run() [thing.cpp : 42 + 0x5]`, ` 1  example.exe + 0x12345`
fn frame(line: &str) -> Option<(&str, bool)> {
    let (number, what) = line.split_once(' ')?;
    number.parse::<u16>().ok()?;
    let what = what.trim();
    match what.split_once('!') {
        Some((module, name)) => Some((module, !name.is_empty())),
        None => Some((what.split_once(" + 0x")?.0, false)),
    }
}

/// `0x7ff6a0000000 - 0x7ff6a0fffffff  example.exe  1.2.3.4  (main)`
fn main_module(line: &str) -> Option<(String, Option<String>)> {
    let line = line.trim();
    if !line.starts_with("0x") || !line.contains("(main)") {
        return None;
    }
    let mut parts = line.split("  ").map(str::trim).filter(|part| !part.is_empty()).skip(1);
    let name = parts.next()?.to_owned();
    let version = parts.next().filter(|version| version.starts_with(|c: char| c.is_ascii_digit()));
    Some((name, version.map(str::to_owned)))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    pub const TEXT: &str = "Operating system: Windows NT
                  10.0.99999 867
CPU: amd64
     12 CPUs

Crash reason:  EXCEPTION_ACCESS_VIOLATION_READ
Crash address: 0x18

Thread 3 (crashed)
 0  example.exe!Thing::run() [thing.cpp : 42 + 0x5]
    rax = 0x0000000000000000   rdx = 0x0000000000000001
    Found by: given as instruction pointer in context
 1  example.exe + 0x12345
    Found by: call frame info
 2  kernel32.dll!BaseThreadInitThunk + 0x14

Thread 1
 0  ntdll.dll!NtWaitForSingleObject + 0x14

Loaded modules:
0x7ff6a0000000 - 0x7ff6a0ffffff  example.exe  1.2.3.4  (main)
0x7ffb10000000 - 0x7ffb100fffff  kernel32.dll  10.0.99999.804
";

    #[test]
    fn an_output_is_read() {
        assert!(is_one(TEXT));
        let report = read(TEXT);
        assert_eq!((report.app.as_deref(), report.version.as_deref()), (Some("example.exe"), Some("1.2.3.4")));
        assert_eq!(report.os.as_deref(), Some("Windows NT 10.0.99999 867"));
        assert_eq!(report.exception.as_deref(), Some("EXCEPTION_ACCESS_VIOLATION_READ"));
        assert_eq!((report.faulting_thread, report.app_frames), (Some(3), 2));
        assert_eq!(report.symbolication, Symbolication::Partial);
    }
}
