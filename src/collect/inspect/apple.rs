//! Apple crash reports: `.ips` (a line of JSON, then JSON or text) and the older text form, also with text around them.
//!
//! Never here: a full or partial verdict for a report that is no crash, or one judged on the system's frames when the app has its own.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::report::CrashReport;
use crate::model::Symbolication;

/// The format of a report by the text of its start, `ips` or `apple-crash`.
pub fn format(head: &str) -> Option<&'static str> {
    let header = head.lines().map(str::trim_start).any(|line| line.starts_with('{') && line.contains("\"bug_type\""));
    let body = head.contains("\"procName\"") && head.contains("\"incident\"");
    if header || body {
        return Some("ips");
    }
    let has = |key: &str| head.lines().any(|line| line.trim_start().starts_with(key));
    let crash = has("Exception Type:") || has("Report Version:") || has("CrashReporter Key:");
    (has("Process:") && has("OS Version:") && crash).then_some("apple-crash")
}

/// Kinds of report in which nothing crashed: hangs, panics, memory and processor use.
const NO_CRASH: [&str; 7] = ["145", "151", "185", "202", "206", "210", "298"];

/// Reads a report; what it does not say stays absent.
pub fn read(text: &str) -> CrashReport {
    let (header, rest) = split(text);
    let body = rest.find('{').and_then(|at| first_json(&rest[at..])).filter(|body| body.get("procName").is_some());
    let mut report = match &body {
        Some(body) => from_json(body),
        None => from_text(rest),
    };
    if let Some(header) = &header {
        let told = |key| string(header, key);
        report.app = told("app_name").or_else(|| told("name")).or(report.app);
        report.os = told("os_version").or(report.os);
        if body.is_some() {
            report.version = told("app_version").or(report.version);
        } else {
            report.version = report.version.or_else(|| told("app_version"));
        }
        if told("bug_type").is_some_and(|kind| NO_CRASH.contains(&kind.as_str())) {
            report.symbolication = Symbolication::Unknown;
        }
    }
    report
}

/// The line of JSON in front, and all that follows it.
fn split(text: &str) -> (Option<Value>, &str) {
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        from += line.len();
        if line.trim_start().starts_with('{') && line.contains("\"bug_type\"") {
            let header = first_json(line.trim_start()).filter(|header| header.get("procName").is_none());
            if header.is_some() {
                return (header, &text[from..]);
            }
        }
    }
    (None, text)
}

/// The JSON value at the start of `text`, whatever follows.
fn first_json(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text).into_iter().next()?.ok()
}

fn string(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn from_json(body: &Value) -> CrashReport {
    let app = string(body, "procName");
    let path = string(body, "procPath").unwrap_or_default();
    let list = |key: &str| body.get(key).and_then(Value::as_array).into_iter().flatten();
    let own: Vec<bool> = list("usedImages")
        .map(|image| {
            let name = string(image, "name").unwrap_or_default();
            Some(&name) == app.as_ref() || is_own(&string(image, "path").unwrap_or_default(), &path)
        })
        .collect();
    let mut frames = Frames::default();
    let in_threads = list("threads").filter_map(|thread| thread.get("frames")?.as_array()).flatten();
    for frame in in_threads.chain(list("lastExceptionBacktrace")) {
        let index = frame.get("imageIndex").and_then(Value::as_u64).and_then(|index| usize::try_from(index).ok());
        let is_own = index.and_then(|index| own.get(index)).copied().unwrap_or(false);
        frames.add(is_own, string(frame, "symbol").is_some());
    }
    let triggered =
        || list("threads").position(|thread| thread.get("triggered").and_then(Value::as_bool) == Some(true));
    let exception = body.get("exception").and_then(|exception| {
        let kind = string(exception, "type")?;
        Some(string(exception, "signal").map_or_else(|| kind.clone(), |signal| format!("{kind} ({signal})")))
    });
    let os = body.get("osVersion").and_then(|os| {
        let train = string(os, "train")?;
        Some(string(os, "build").map_or_else(|| train.clone(), |build| format!("{train} ({build})")))
    });
    let bundle = body.get("bundleInfo");
    let faulting_thread = body.get("faultingThread").and_then(Value::as_u64);
    frames.judge(CrashReport {
        app,
        version: bundle.and_then(|bundle| string(bundle, "CFBundleShortVersionString")),
        os,
        exception,
        faulting_thread: faulting_thread.or_else(|| triggered().map(|index| index as u64)),
        ..CrashReport::default()
    })
}

/// `0   Image name   0x0000000183a01634 symbol + 8`
static FRAME: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\s*\d{1,4}\s+(\S.*?)\s+(0x[0-9a-fA-F]{4,})(?:\s+(.*))?$").ok());
/// `0x1006e4000 - 0x1006ebfff Image name arm64  <uuid> /path`
static IMAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^\s*0x[0-9a-fA-F]+\s*-\s*(?:0x[0-9a-fA-F]+|\?+)\s+\+?(\S.*?)\s+(?:\(.*\)|\S+)\s+<[^>]*>\s+(.*)$").ok()
});
static THREAD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\s*Thread (\d+)(?: (Crashed))?\b").ok());

fn from_text(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let mut path = String::new();
    let mut crashed = None;
    let mut frames: Vec<(&str, bool)> = Vec::new();
    let mut own: HashSet<&str> = HashSet::new();
    let (mut in_threads, mut in_images) = (false, false);
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("Binary Images:") {
            (in_threads, in_images) = (false, true);
        } else if in_images {
            if let Some(found) = IMAGE.as_ref().and_then(|pattern| pattern.captures(line)) {
                let (name, image) = (found.get(1).map_or("", |m| m.as_str()), found.get(2).map_or("", |m| m.as_str()));
                if is_own(image, &path) {
                    own.insert(name);
                }
            }
        } else if let Some(found) = THREAD.as_ref().and_then(|pattern| pattern.captures(line)) {
            in_threads = true;
            if found.get(2).is_some() {
                crashed = crashed.or_else(|| found.get(1)?.as_str().parse().ok());
            }
        } else if trimmed.starts_with("Last Exception Backtrace:") {
            in_threads = true;
        } else if in_threads {
            if let Some(found) = FRAME.as_ref().and_then(|pattern| pattern.captures(line)) {
                let image = found.get(1).map_or("", |m| m.as_str());
                frames.push((image, is_named(found.get(3).map_or("", |m| m.as_str()), image)));
            }
        } else if let Some((key, value)) = trimmed.split_once(':') {
            report.line(key.trim(), value.trim(), &mut path);
        }
    }
    report.faulting_thread = report.faulting_thread.or(crashed);
    let app = report.app.clone();
    let mut counted = Frames::default();
    for (image, named) in frames {
        counted.add(own.contains(image) || Some(image) == app.as_deref(), named);
    }
    counted.judge(report)
}

impl CrashReport {
    fn line(&mut self, key: &str, value: &str, path: &mut String) {
        if value.is_empty() {
            return;
        }
        let text = || Some(value.to_owned());
        match key {
            // `Name [4711]`
            "Process" => self.app = value.rsplit_once(" [").map_or_else(text, |(name, _)| Some(name.trim().to_owned())),
            "Path" => value.clone_into(path),
            "Version" => self.version = text(),
            "OS Version" => self.os = text(),
            "Exception Type" => self.exception = text(),
            "Triggered by Thread" | "Crashed Thread" => {
                self.faulting_thread = value.split_whitespace().next().and_then(|number| number.parse().ok());
            }
            _ => {}
        }
    }
}

/// Whether an image belongs to the app: it lies in the app's bundle, and is not Apple's Swift runtime carried along.
fn is_own(image: &str, app: &str) -> bool {
    let Some(bundle) = app.split('/').find(|part| part.strip_suffix(".app").is_some()) else {
        return !app.is_empty() && image == app;
    };
    let runtime = image.rsplit('/').next().is_some_and(|name| name.starts_with("libswift"));
    image.split('/').any(|part| part == bundle) && !runtime
}

/// Whether what stands behind a frame's address is a name, and not another way to write the address.
fn is_named(what: &str, image: &str) -> bool {
    let what = what.trim();
    if let Some((_, name)) = what.split_once("//") {
        return !name.trim().is_empty();
    }
    let name = what.split(" + ").next().unwrap_or_default().trim();
    let raw = name.starts_with("0x") || name.starts_with('+') || name.chars().all(|c| c.is_ascii_digit());
    !(raw || name == image || name == "???")
}

#[derive(Default)]
struct Frames {
    all: usize,
    all_named: usize,
    own: usize,
    own_named: usize,
}

impl Frames {
    fn add(&mut self, own: bool, named: bool) {
        self.all += 1;
        self.all_named += usize::from(named);
        self.own += usize::from(own);
        self.own_named += usize::from(own && named);
    }

    fn judge(self, report: CrashReport) -> CrashReport {
        let verdict = match self.own {
            0 => Symbolication::of(self.all, self.all_named),
            own => Symbolication::of(own, self.own_named),
        };
        // A hang, a disk write or a memory report has frames too, but nothing crashed.
        let symbolication = if report.exception.is_some() { verdict } else { Symbolication::Unknown };
        CrashReport { symbolication, app_frames: self.own, app_frames_symbolicated: self.own_named, ..report }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = r#"{"app_name":"Example","app_version":"1.2","bug_type":"309","os_version":"macOS 99.1 (99A1)","name":"Example"}"#;

    fn ips() -> String {
        let body = serde_json::json!({
            "procName": "Example", "procPath": "/Applications/Example.app/Contents/MacOS/Example",
            "exception": {"type": "EXC_CRASH", "signal": "SIGABRT"}, "faultingThread": 1,
            "usedImages": [
                {"name": "Example", "path": "/Applications/Example.app/Contents/MacOS/Example"},
                {"name": "libsystem", "path": "/usr/lib/libsystem"},
                {"name": "Parts", "path": "/Applications/Example.app/Contents/Frameworks/Parts.framework/Parts"},
            ],
            "threads": [
                {"frames": [{"imageIndex": 1, "symbol": "wait"}]},
                {"triggered": true, "frames": [
                    {"imageIndex": 1, "symbol": "abort"}, {"imageIndex": 0, "imageOffset": 7}, {"imageIndex": 2, "symbol": "part"},
                ]},
            ],
        });
        format!("{HEADER}\n{body:#}\n")
    }

    #[test]
    fn json_is_judged_on_the_apps_own_frames() {
        let report = read(&ips());
        assert_eq!(report.app.as_deref(), Some("Example"));
        assert_eq!(report.version.as_deref(), Some("1.2"));
        assert_eq!(report.os.as_deref(), Some("macOS 99.1 (99A1)"));
        assert_eq!(report.exception.as_deref(), Some("EXC_CRASH (SIGABRT)"));
        assert_eq!(report.faulting_thread, Some(1));
        assert_eq!(
            (report.symbolication, report.app_frames, report.app_frames_symbolicated),
            (Symbolication::Partial, 2, 1)
        );
        assert_eq!(format(&ips()), Some("ips"));
    }

    #[test]
    fn text_around_changes_nothing() {
        assert_eq!(read(&format!("My app crashed:\n\n{}\nThanks!\n", ips())), read(&ips()));
    }

    #[test]
    fn what_is_no_crash_gets_no_verdict() {
        assert_eq!(read(&ips().replace("\"exception\"", "\"other\"")).symbolication, Symbolication::Unknown);
        assert_eq!(read(&ips().replace("309", "298")).symbolication, Symbolication::Unknown);
    }

    const TEXT: &str = "\
Process:             Example App [7]
Path:                /private/var/containers/Example App.app/Example App
Version:             3 (3.1)
OS Version:          iPhone OS 99.2 (99B2)
Report Version:      104
Exception Type:  EXC_BREAKPOINT (SIGTRAP)
Triggered by Thread:  2

Thread 0 name:  Dispatch queue: main
Thread 0:
0   libsystem.dylib               \t0x0000000183a01634 wait + 8
1   Example App                   \t0x0000000104958000 0x104950000 + 32768

Thread 2 Crashed:
0   Example App                   \t0x0000000104958abc -[Thing do] + 12 (Thing.m:9)
1   Parts                         \t0x0000000104968abc Parts + 12
2   libdyld.dylib                 \t0x0000000183ad1fc0 start + 4

Thread 2 crashed with ARM Thread State (64-bit):
    x0: 0x0000000000000001   x1: 0x0000000000000002

Binary Images:
0x104950000 - 0x10495ffff Example App arm64  <00112233445566778899aabbccddeeff> /var/containers/Example App.app/Example App
0x104960000 - 0x10496ffff Parts arm64  <00112233445566778899aabbccddeeff> /var/containers/Example App.app/Frameworks/Parts.framework/Parts
0x183ad0000 - 0x183ad1fff libdyld.dylib arm64  <00112233445566778899aabbccddeeff> /usr/lib/system/libdyld.dylib
";

    #[test]
    fn the_older_text_is_read() {
        assert_eq!(format(TEXT), Some("apple-crash"));
        let report = read(TEXT);
        assert_eq!(report.app.as_deref(), Some("Example App"));
        assert_eq!(report.version.as_deref(), Some("3 (3.1)"));
        assert_eq!(report.faulting_thread, Some(2));
        assert_eq!(
            (report.symbolication, report.app_frames, report.app_frames_symbolicated),
            (Symbolication::Partial, 3, 1)
        );
        let indented = format!("    {}", TEXT.replace('\n', "\n    ").replace("Triggered by Thread:  2", ""));
        assert_eq!(read(&indented), report);
        let with_header = read(&format!("{HEADER}\n{TEXT}"));
        assert_eq!((with_header.app.as_deref(), with_header.version.as_deref()), (Some("Example"), Some("3 (3.1)")));
    }

    #[test]
    fn addresses_are_no_names() {
        assert!(is_named("main + 12", "App"));
        assert!(is_named("0x18960000 + 0x77354 // name", "App"));
        for raw in ["0x104950000 + 32768", "App + 12", "", "+ 12", "0 + 12", "0x1 + 2 //"] {
            assert!(!is_named(raw, "App"), "{raw}");
        }
    }

    #[test]
    fn broken_reports_say_what_they_can() {
        assert_eq!(read(&format!("{HEADER}\n{{\"procName\": \"Exam")).app.as_deref(), Some("Example"));
        assert_eq!(read("{{{{"), CrashReport::default());
        assert_eq!(read(&"[".repeat(100_000)), CrashReport::default());
    }
}
