//! Android: tombstones of native crashes, and traces of apps that did not respond.

use super::frames::Frames;
use super::report::CrashReport;

/// The format of a report by the text of its start, `tombstone` or `anr`.
pub fn format(head: &str) -> Option<&'static str> {
    if head.contains("*** *** *** ***") && head.contains("pid: ") && head.contains("tid: ") {
        return Some("tombstone");
    }
    let has = |key: &str| head.lines().any(|line| line.trim_start().starts_with(key));
    let trace = has("----- pid ") && has("Cmd line: ");
    let words = (has("ANR in ") || has("Subject: ANR") || has("Subject: Input dispatching timed out"))
        && (has("PID: ") || trace);
    (trace || words).then_some("anr")
}

/// Reads a tombstone, also one that went through the system's log.
pub fn tombstone(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let mut package = String::new();
    let mut frames = Frames::default();
    for line in text.lines() {
        // `… F DEBUG   : pid: 1, tid: 2, …`
        let line =
            line.split_once("DEBUG").and_then(|(_, rest)| rest.split_once(": ")).map_or(line, |(_, rest)| rest).trim();
        if let Some(print) = line.strip_prefix("Build fingerprint:") {
            report.os = report.os.or_else(|| os(print));
        } else if line.starts_with("pid: ") && report.faulting_thread.is_none() {
            let thread = line.split("tid: ").nth(1).and_then(|rest| rest.split(',').next());
            report.faulting_thread = thread.and_then(|thread| thread.trim().parse().ok());
            let name = line.split_once(">>> ").and_then(|(_, rest)| rest.split(" <<<").next());
            name.unwrap_or_default().trim().clone_into(&mut package);
            report.app = Some(package.clone()).filter(|name| !name.is_empty());
        } else if line.starts_with("signal ") && report.exception.is_none() {
            let name = line.split_once('(').and_then(|(_, rest)| rest.split(')').next());
            report.exception = name.map(str::to_owned);
        } else if line.starts_with('#') {
            frames.extend(frame(line, &package));
        }
    }
    frames.judge(report)
}

/// `#00 pc 0000000000012345  /data/app/…/libexample.so (run+12) (BuildId: …)`
fn frame(line: &str, package: &str) -> Option<(bool, bool)> {
    let (_, rest) = line.split_once(" pc ")?;
    let (_, rest) = rest.trim_start().split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    let program = package.starts_with('/') && rest.starts_with(package);
    let own = rest.starts_with("/data/") || !package.is_empty() && rest.contains(package) || program;
    let groups = rest.split(" (").skip(1);
    let named = groups
        .map(str::trim)
        .any(|group| !group.starts_with("BuildId") && !group.starts_with("offset") && !group.starts_with("deleted"));
    Some((own, named))
}

/// `'brand/product/device:13/BUILD/…'`
fn os(print: &str) -> Option<String> {
    let rest = print.trim().trim_matches('\'').split_once(':')?.1;
    let mut parts = rest.split('/');
    Some(format!("Android {} ({})", parts.next()?, parts.next()?))
}

/// Reads the trace of an app that did not respond: no crash, and so no verdict.
pub fn anr(text: &str) -> CrashReport {
    let after = |key: &str| {
        let mut lines = text.lines().map(str::trim);
        lines
            .find_map(|line| line.strip_prefix(key).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned))
    };
    let app =
        after("Cmd line:").or_else(|| after("ANR in ").and_then(|name| name.split(' ').next().map(str::to_owned)));
    let report = CrashReport {
        app,
        os: after("Build fingerprint:").and_then(|print| os(&print)),
        exception: after("Reason:").or_else(|| after("Subject:")).or_else(|| Some("ANR".to_owned())),
        ..CrashReport::default()
    };
    CrashReport {
        version: after("Package:").and_then(|package| package.split_once(" v").map(|(_, v)| v.to_owned())),
        ..report
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    pub const TOMBSTONE: &str = "*** *** *** *** *** *** *** *** *** *** *** *** *** *** *** ***
Build fingerprint: 'example/phone/phone:99/AB1C.310203.001/1:user/release-keys'
ABI: 'arm64'
pid: 77, tid: 78, name: Render  >>> com.example.app <<<
signal 11 (SIGSEGV), code 1 (SEGV_MAPERR), fault addr 0x0
backtrace:
      #00 pc 0000000000012345  /data/app/~~x==/com.example.app-y==/lib/arm64/libexample.so (run()+12) (BuildId: 00)
      #01 pc 0000000000012346  /data/app/~~x==/com.example.app-y==/lib/arm64/libexample.so (BuildId: 00)
      #02 pc 0000000000012347  /apex/com.android.runtime/lib64/bionic/libc.so (__pthread_start(void*)+64) (BuildId: 00)
";

    #[test]
    fn a_tombstone_is_read() {
        assert_eq!(format(TOMBSTONE), Some("tombstone"));
        let report = tombstone(TOMBSTONE);
        assert_eq!(
            (report.app.as_deref(), report.os.as_deref()),
            (Some("com.example.app"), Some("Android 99 (AB1C.310203.001)"))
        );
        assert_eq!((report.exception.as_deref(), report.faulting_thread), (Some("SIGSEGV"), Some(78)));
        assert_eq!((report.symbolication, report.app_frames), (Symbolication::Partial, 2));
        let logged = TOMBSTONE
            .lines()
            .map(|line| format!("02-03 04:05:06.789  9  9 F DEBUG   : {line}\n"))
            .collect::<Vec<_>>()
            .concat();
        assert_eq!(tombstone(&logged), report);
    }

    pub const ANR: &str = "----- pid 77 at 2031-02-03 04:05:06 -----
Cmd line: com.example.app
Build fingerprint: 'example/phone/phone:99/AB1C/1:user/release-keys'

\"main\" prio=5 tid=1 Native
  at android.os.MessageQueue.nativePollOnce(Native method)
";

    #[test]
    fn no_answer_is_no_crash() {
        assert_eq!(format(ANR), Some("anr"));
        let report = anr(ANR);
        assert_eq!((report.app.as_deref(), report.exception.as_deref()), (Some("com.example.app"), Some("ANR")));
        assert_eq!(report.symbolication, Symbolication::Unknown);
    }
}
