//! Apple crash reports: `.ips` (a line of JSON, then JSON or text) and the older text form, also with text around them.
//!
//! Never here: a full or partial verdict for a report that is no crash.

use serde_json::Value;

use super::report::CrashReport;
use super::{apple_json, apple_text, json};
use crate::model::Symbolication;

/// The format of a report by the text of its start, `ips` or `apple-crash`.
pub fn format(head: &str) -> Option<&'static str> {
    let header = head.lines().map(bare).any(|line| line.starts_with('{') && line.contains("\"bug_type\""));
    let body = head.contains("\"procName\"") && (head.contains("\"incident\"") || head.contains("\"usedImages\""));
    if header || body {
        return Some("ips");
    }
    let has = |key: &str| head.lines().any(|line| bare(line).starts_with(key));
    let crash = has("Exception Type:") || has("Report Version:") || has("CrashReporter Key:");
    // What is written on opened phones has other words.
    let opened = has("Process:") && has("Exception type:") && has("Call stack:");
    // A report that lost all but its first lines.
    let opened = opened || has("Process:") && has("Identifier:") && has("Code Type:") && has("Parent Process:");
    let named = has("Process:") || has("Command:") || has("Incident Identifier:");
    (named && has("OS Version:") && crash || opened || apple_text::is_part(head)).then_some("apple-crash")
}

/// Kinds of report in which nothing crashed: hangs, panics, restarts, memory, disk and processor use, logs.
const NO_CRASH: [&str; 31] = [
    "98", "115", "120", "142", "145", "150", "151", "176", "183", "185", "187", "188", "195", "197", "198", "202",
    "203", "206", "207", "210", "211", "225", "226", "228", "241", "288", "298", "313", "376", "409", "501",
];

/// Reads a report; what it does not say stays absent.
pub fn read(text: &str) -> CrashReport {
    let unescaped;
    let text = if text.contains("&quot;procName") || text.contains("&quot;bug_type") {
        unescaped = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        &unescaped
    } else {
        text
    };
    let (header, rest) = split(text);
    let body = rest.find('{').and_then(|at| apple_json::body(&rest[at..]));
    let mut report = match &body {
        Some(body) => apple_json::read(body),
        None => apple_text::read(rest),
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
    }
    let kind = |value: &Value| string(value, "bug_type").or_else(|| value.get("bug_type").map(Value::to_string));
    let told = header.as_ref().and_then(kind).or_else(|| body.as_ref().and_then(kind));
    if told.is_some_and(|kind| NO_CRASH.contains(&kind.as_str())) {
        report.symbolication = Symbolication::Unknown;
    }
    report
}

/// The line of JSON in front, and all that follows it.
fn split(text: &str) -> (Option<Value>, &str) {
    const MOST_BROKEN: usize = 8;
    let (mut from, mut broken) = (0, 0);
    for line in text.split_inclusive('\n') {
        let start = from;
        from += line.len();
        let line = bare(line);
        if line.starts_with('{') && line.contains("\"bug_type\"") && broken < MOST_BROKEN {
            broken += 1;
            let header = json::first(line).filter(|header| header.get("procName").is_none());
            if header.is_some() {
                return (header, &text[from..]);
            }
            // A line that the mail program or the page has wrapped, or one that was cut.
            let header = wrapped(&text[start..]);
            if header.is_some() {
                return (header, &text[from..]);
            }
        }
    }
    (None, text)
}

/// A header of several lines, or one without its end.
fn wrapped(text: &str) -> Option<Value> {
    let end = text.match_indices(['\n', '\r']).map(|(at, _)| at).nth(12).unwrap_or(text.len());
    let lines: Vec<&str> = text[..end].lines().map(bare).collect();
    let object = |text: &str| json::first(text).filter(|value| value.is_object() && value.get("procName").is_none());
    (1..=lines.len()).find_map(|count| object(&lines[..count].concat()))
}

/// A line without its indent, the marks of a quotation and the byte order mark.
pub fn bare(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_whitespace() || c == '>' || c == '\u{feff}')
}

/// The text under `key`; a blank one is none.
pub fn string(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Whether an image belongs to the app: it lies in the app's bundle, and is not Apple's Swift runtime carried along.
pub fn is_own(image: &str, app: &str) -> bool {
    let Some(bundle) = app.split('/').find(|part| part.strip_suffix(".app").is_some()) else {
        return !app.is_empty() && image == app;
    };
    let runtime = image.rsplit('/').next().is_some_and(|name| name.starts_with("libswift"));
    image.split('/').any(|part| part == bundle) && !runtime
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const HEADER: &str = r#"{"app_name":"Example","app_version":"1.2","bug_type":"309","os_version":"macOS 99.1 (99A1)","name":"Example","symbolicated":true}"#;

    #[test]
    fn text_around_changes_nothing() {
        let ips = apple_json::tests::ips();
        let plain = read(&ips);
        assert_eq!(read(&format!("My app crashed:\n\n{ips}\nThanks!\n")), plain);
        assert_eq!(read(&format!("    {}", ips.replace('\n', "\n    "))), plain);
        assert_eq!(read(&format!("> {}", ips.replace('\n', "\n> "))).app, plain.app);
        assert_eq!(read(&ips.replace('"', "&quot;")), plain);
        assert_eq!(read(&ips.replacen(",\"os_version\"", ",\n\"os_version\"", 1)), plain);
        assert_eq!(format(&ips), Some("ips"));
    }

    #[test]
    fn what_is_no_crash_gets_no_verdict() {
        let ips = apple_json::tests::ips();
        assert_eq!(read(&ips.replace("\"exception\"", "\"other\"")).symbolication, Symbolication::Unknown);
        for kind in ["145", "151", "185", "202", "206", "210", "298", "288"] {
            assert_eq!(read(&ips.replace("309", kind)).symbolication, Symbolication::Unknown, "{kind}");
        }
        let hang =
            "Date/Time: 2031-02-03\nOS Version: macOS 99.1 (99A1)\nReport Version: 9\nCommand: Example\nEvent: hang\n";
        assert_eq!(format(hang), Some("apple-crash"));
        let report = read(hang);
        assert_eq!((report.app.as_deref(), report.symbolication), (Some("Example"), Symbolication::Unknown));
    }

    #[test]
    fn the_header_goes_before_a_text() {
        let with_header = read(&format!("{HEADER}\n{}", apple_text::tests::TEXT));
        assert_eq!((with_header.app.as_deref(), with_header.version.as_deref()), (Some("Example"), Some("3 (3.1)")));
    }

    #[test]
    fn broken_reports_say_what_they_can() {
        assert_eq!(read(&format!("{HEADER}\n{{\"procName\": \"Exam")).app.as_deref(), Some("Example"));
        assert_eq!(read("{{{{"), CrashReport::default());
        assert_eq!(read("{\"bug_type\":"), CrashReport::default());
        assert_eq!(read(&"[".repeat(100_000)), CrashReport::default());
        assert_eq!(read(&"{\"a\":".repeat(100_000)), CrashReport::default());
    }
}
