//! Ubuntu's `.crash` files: `Key: value`, continuation lines start with a blank.

use std::collections::HashMap;

use super::frames::Frames;
use super::report::CrashReport;

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let has = |key: &str| head.lines().any(|line| line.starts_with(key));
    has("ProblemType:") && (has("ExecutablePath:") || has("Package:") || has("DistroRelease:"))
}

/// Reads a report. What was not traced back has no frames.
pub fn read(text: &str) -> CrashReport {
    let fields = fields(text);
    let told =
        |key: &str| fields.get(key).map(|value| value.trim()).filter(|value| !value.is_empty()).map(str::to_owned);
    let executable = told("ExecutablePath").or_else(|| told("InterpreterPath"));
    let file_name = |path: &String| path.rsplit('/').next().unwrap_or_default().to_owned();
    let signal = told("SignalName").or_else(|| told("Signal").map(|number| format!("signal {number}")));
    let python = told("Traceback").and_then(|lines| lines.lines().last().map(|line| line.trim().to_owned()));
    let crash = told("ProblemType").is_some_and(|kind| matches!(kind.as_str(), "Crash" | "KernelCrash"));
    let package = told("Package").or_else(|| told("SourcePackage"));
    let mut frames = Frames::default();
    let trace = told("Stacktrace").or_else(|| told("StacktraceTop")).unwrap_or_default();
    frames.extend(trace.lines().filter_map(frame));
    if let Some(lines) = told("Traceback") {
        frames.extend(
            lines
                .lines()
                .filter(|line| line.trim_start().starts_with("File \""))
                .map(|line| (!line.contains("/usr/lib/"), true)),
        );
    }
    frames.judge(CrashReport {
        app: executable.as_ref().map(file_name).or_else(|| package.as_ref()?.split(' ').next().map(str::to_owned)),
        version: package.as_ref().and_then(|package| package.split(' ').nth(1)).map(str::to_owned),
        os: told("DistroRelease"),
        exception: signal.or(python).filter(|_| crash),
        ..CrashReport::default()
    })
}

/// The fields that are text; packed ones are left out.
fn fields(text: &str) -> HashMap<&str, String> {
    let mut fields: HashMap<&str, String> = HashMap::new();
    let mut key = "";
    for line in text.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some(value) = fields.get_mut(key) {
                value.push('\n');
                value.push_str(line);
            }
        } else if let Some((name, value)) = line.split_once(':') {
            key = name;
            if value.trim() != "base64" {
                fields.entry(key).or_insert_with(|| value.trim().to_owned());
            }
        }
    }
    fields
}

/// `#1  0x00005600 in main (argc=1) at main.c:12`, `#0  raise () from /lib/libc.so.6`, `#2  0x00 in ?? ()`; libraries are not the
/// app's.
fn frame(line: &str) -> Option<(bool, bool)> {
    let line = line.trim();
    let rest = line.strip_prefix('#').unwrap_or(line);
    let rest = rest.split_once(" in ").map_or(rest, |(_, rest)| rest);
    let call = rest.split(" (").next()?.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
    if !rest.contains('(') || call.is_empty() {
        return None;
    }
    let library = rest.rsplit_once(" from ").is_some_and(|(_, path)| path.contains("lib"));
    Some((!library, call != "??"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    pub const REPORT: &str = "ProblemType: Crash
Architecture: amd64
Date: Mon Feb  3 04:05:06 2031
DistroRelease: Ubuntu 99.04
ExecutablePath: /usr/bin/example
Package: example 3.2-1ubuntu1
ProcCmdline: example --fast
Signal: 11
SignalName: SIGSEGV
CoreDump: base64
 H4sICAAAAAAC/0NvcmVEdW1wAA==
Stacktrace:
 #0  0x00007f0000000001 in raise () from /lib/x86_64-linux-gnu/libc.so.6
 #1  0x0000560000000002 in ?? ()
 #2  0x0000560000000003 in main (argc=1) at main.c:12
";

    #[test]
    fn a_report_is_read() {
        assert!(is_one(REPORT));
        let report = read(REPORT);
        assert_eq!((report.app.as_deref(), report.version.as_deref()), (Some("example"), Some("3.2-1ubuntu1")));
        assert_eq!((report.os.as_deref(), report.exception.as_deref()), (Some("Ubuntu 99.04"), Some("SIGSEGV")));
        assert_eq!((report.symbolication, report.app_frames), (Symbolication::Partial, 2));
        let bare = REPORT.split("Stacktrace").next().unwrap();
        assert_eq!(read(bare).symbolication, Symbolication::Unknown);
        assert_eq!(read(&REPORT.replace("Type: Crash", "Type: Bug")).symbolication, Symbolication::Unknown);
    }
}
