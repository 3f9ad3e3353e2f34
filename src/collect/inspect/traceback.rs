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
    if dotnet_elsewhere(head) {
        return Some("dotnet");
    }
    start.find_map(|line| if python(line) { Some("python") } else { dotnet(line).then_some("dotnet") })
}

/// A window's own report, `Exception Text`, or an exception that a program told in another language, its first call behind it.
fn dotnet_elsewhere(head: &str) -> bool {
    let lines: Vec<&str> = head.lines().filter(|line| !line.trim().is_empty()).take(FIRST_LINES).collect();
    let window = lines.iter().any(|line| line.starts_with("****") && line.ends_with("****"))
        && lines.windows(2).any(|pair| is_exception(pair[0].trim()) && call(pair[1]).is_some());
    let told = |pair: &[&str]| {
        let words = pair[0].split_once(": ").map(|(before, words)| (before.chars().count() < 40, words));
        words.is_some_and(|(short, words)| short && is_exception(words)) && call(pair[1]).is_some()
    };
    window || lines.windows(2).any(told)
}

/// `System.InvalidOperationException: …`
fn is_exception(words: &str) -> bool {
    let name = words.split([':', ' ']).next().unwrap_or_default();
    name.starts_with("System.") && name.ends_with("Exception")
}

/// What is called, behind the one word that says where: `at`, `bei`, `в`. Calls are set in.
fn call(line: &str) -> Option<&str> {
    let (word, call) = line.strip_prefix("   ")?.split_once(' ')?;
    let short = word.chars().count() <= 4 && word.chars().all(char::is_alphabetic);
    let name = call.split('(').next().unwrap_or_default();
    (short && call.contains('(') && name.contains('.') && !name.contains(' ')).then_some(call)
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
    for whole in text.lines() {
        let line = whole.trim();
        if let Some(call) = line.strip_prefix("at ").or_else(|| call(whole)) {
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
        if report.exception.is_none() {
            let told = [Some(line), line.split_once(": ").map(|(_, words)| words)];
            report.exception = told.into_iter().flatten().find(|words| is_exception(words)).map(str::to_owned);
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

    #[test]
    fn dotnet_speaks_other_languages() {
        let russian = "Необработанное исключение: System.NullReferenceException: Ссылка.\n   в Example.Program.Run() в C:\\src\\Program.cs:строка 9\n   в System.Main()\n";
        assert_eq!(format(russian), Some("dotnet"));
        let report = dotnet(russian);
        assert_eq!(report.exception.as_deref(), Some("System.NullReferenceException: Ссылка."));
        assert_eq!((report.app.as_deref(), report.app_frames), (Some("Example"), 1));
        let window = "See the end of this message for details.\n\n****** Exception Text ******\nSystem.InvalidOperationException: x\n   at Example.Form1.Go()\n   at System.Windows.Forms.Button.OnClick(EventArgs e)\n";
        assert_eq!(format(window), Some("dotnet"));
        assert_eq!(dotnet(window).exception.as_deref(), Some("System.InvalidOperationException: x"));
        assert_eq!(format("Note: System.Exception is a class.\n   at home (mostly)\n"), None);
    }
}
