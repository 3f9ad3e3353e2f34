//! Tracebacks of Python and .NET: text with the names of functions, by nature.

use super::frames::Frames;
use super::pairs::pair;
use super::report::CrashReport;

/// Lines before a traceback that may be somebody's words about it.
const FIRST_LINES: usize = 12;

/// The format of a traceback that a text begins with, `python` or `dotnet`.
pub fn format(head: &str) -> Option<&'static str> {
    let mut start = head.lines().map(str::trim).filter(|line| !line.is_empty()).take(FIRST_LINES);
    let python = |line: &str| line == "Traceback (most recent call last):" || line.starts_with("Fatal Python error:");
    let dotnet = |line: &str| {
        let line = line.trim_start_matches("Application: ");
        line.starts_with("Unhandled exception. ")
            || line.starts_with("Unhandled Exception: System.")
            || line.starts_with("Exception Info: ")
    };
    start.find_map(|line| if python(line) { Some("python") } else { dotnet(line).then_some("dotnet") })
}

/// Reads the last traceback of a Python text, whose last line is the exception.
pub fn python(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let mut frames = Frames::default();
    let mut in_trace = false;
    let (mut script, mut fatal) = (None, None);
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed == "Traceback (most recent call last):" {
            (in_trace, frames) = (true, Frames::default());
        } else if let Some(words) = trimmed.strip_prefix("Fatal Python error: ") {
            fatal = Some(words.to_owned());
        } else if trimmed.contains("(most recent call first):") {
            in_trace = true;
        } else if let Some(place) = trimmed.strip_prefix("File \"").filter(|_| in_trace) {
            let file = place.split('"').next().unwrap_or_default();
            let system = ["site-packages", "dist-packages", "/lib/python", "\\lib\\", "<frozen"];
            let own = !system.iter().any(|part| file.to_lowercase().contains(part));
            frames.add(own, true);
            if own && script.is_none() {
                script = file.rsplit(['/', '\\']).next().map(str::to_owned);
            }
        } else if in_trace && !line.starts_with([' ', '\t']) && !trimmed.is_empty() {
            report.exception = Some(trimmed.to_owned());
            in_trace = false;
        }
    }
    report.exception = fatal.or(report.exception);
    report.app = script;
    frames.judge(report)
}

/// Reads a .NET exception, as a program or the event log prints it.
pub fn dotnet(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let mut frames = Frames::default();
    let mut app = None;
    for line in text.lines().map(str::trim) {
        if let Some(call) = line.strip_prefix("at ") {
            let own = !["System.", "Microsoft.", "MS.", "Interop."].iter().any(|space| call.starts_with(space));
            frames.add(own, call.contains('(') && !call.starts_with("0x"));
            if own && app.is_none() {
                app = call.split('.').next().filter(|name| !name.contains('(')).map(str::to_owned);
            }
            continue;
        }
        for mark in ["Unhandled exception. ", "Unhandled Exception: ", "Exception Info: "] {
            if let Some(words) = line.strip_prefix(mark)
                && report.exception.is_none()
            {
                report.exception = Some(words.to_owned());
            }
        }
        match pair(line) {
            Some(("Application", name)) => report.app = Some(name.to_owned()),
            Some(("OS" | "OS Version", os)) if report.os.is_none() => report.os = Some(os.to_owned()),
            _ => {}
        }
    }
    report.app = report.app.or(app);
    frames.judge(report)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    pub const PYTHON: &str = "Traceback (most recent call last):
  File \"/home/user/example.py\", line 12, in main
    run()
  File \"/usr/lib/python3.99/json/__init__.py\", line 3, in loads
ValueError: no number
";
    pub const DOTNET: &str = "Unhandled exception. System.ArgumentException: no number
   at System.Number.Parse(String text)
   at Example.Program.Main(String[] args) in C:\\src\\Program.cs:line 12
";

    #[test]
    fn tracebacks_are_read() {
        assert_eq!((format(PYTHON), format(DOTNET), format("a\nb\n")), (Some("python"), Some("dotnet"), None));
        let report = python(PYTHON);
        assert_eq!(
            (report.app.as_deref(), report.exception.as_deref()),
            (Some("example.py"), Some("ValueError: no number"))
        );
        assert_eq!((report.symbolication, report.app_frames), (Symbolication::Full, 1));
        let report = dotnet(DOTNET);
        assert_eq!(report.app.as_deref(), Some("Example"));
        assert_eq!(report.exception.as_deref(), Some("System.ArgumentException: no number"));
        assert_eq!((report.symbolication, report.app_frames), (Symbolication::Full, 1));
        let event = format!(
            "Application: Example.exe\nFramework Version: v4.0\nDescription: ended\n{}",
            DOTNET.replace("Unhandled exception. ", "Exception Info: ")
        );
        assert_eq!((format(&event), dotnet(&event).app.as_deref()), (Some("dotnet"), Some("Example.exe")));
        let fatal = "Fatal Python error: Segmentation fault\n\nCurrent thread 0x1 (most recent call first):\n  File \"a.py\", line 3 in main\n";
        assert_eq!(python(fatal).exception.as_deref(), Some("Segmentation fault"));
    }
}
