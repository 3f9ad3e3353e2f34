//! The text form of Apple crash reports: keys, threads with their frames, binary images.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::apple::{bare, is_own};
use super::report::CrashReport;
use super::symbol::{self, Frame};
use crate::model::CrashTold;

/// `0   Image name   0x0000000183a01634 symbol + 8`
static FRAME: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\d{1,4}\s+(\S.*?)\s+(0x[0-9a-fA-F]{4,})(?:\s+(.*))?$").ok());
/// `0x1006e4000 - 0x1006ebfff Image name arm64  <uuid> /path`
static IMAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let arch = r"(?:\(.*?\)|arm\w*|x86\w*|i386|ppc\w*|unknown\S*|\?\?\?)";
    Regex::new(&format!(
        r"^0x[0-9a-fA-F]+\s*-\s*(?:0x[0-9a-fA-F]+|\?+)\s+[+!]?(\S.*?)(?:\s+{arch})*\s+(?:<[^>]*>\s+)?(/.*|\?\?\?)$"
    ))
    .ok()
});
static THREAD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^Thread (\d+)(?: (Crashed))?\b").ok());

/// What stands above frames that belong to no numbered thread.
const STACKS: [&str; 3] = ["Last Exception Backtrace:", "Application Specific Backtrace", "Call stack:"];

/// Whether the text is the middle of a report: a crashed thread with its frames.
pub fn is_part(head: &str) -> bool {
    let lines = || head.lines().map(|line| bare(line).trim_end());
    let thread = |line: &str| {
        THREAD.as_ref().and_then(|pattern| pattern.captures(line)).is_some_and(|found| found.get(2).is_some())
    };
    let frame = |line: &&str| FRAME.as_ref().is_some_and(|pattern| pattern.is_match(line));
    lines().any(|line| thread(line) && !line.contains("State")) && lines().filter(frame).count() > 2
}

/// Reads a report in text.
pub fn read(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let (mut path, mut identifier) = (String::new(), String::new());
    let mut crashed = None;
    let mut frames: Vec<(&str, &str)> = Vec::new();
    let mut own: HashSet<&str> = HashSet::new();
    let (mut in_threads, mut in_images) = (false, false);
    let (mut trace, mut is_told) = (Vec::new(), false);
    for line in text.lines() {
        let line = bare(line).trim_end();
        let thread = || THREAD.as_ref().and_then(|pattern| pattern.captures(line));
        if line.starts_with("Binary Images:") {
            (in_threads, in_images) = (false, true);
        } else if let Some(found) = thread() {
            (in_threads, in_images) = (true, false);
            is_told = found.get(2).is_some() && trace.is_empty();
            if found.get(2).is_some() {
                crashed = crashed.or_else(|| found.get(1)?.as_str().parse().ok());
            }
        } else if in_images {
            if let Some(found) = IMAGE.as_ref().and_then(|pattern| pattern.captures(line)) {
                let (name, image) = (found.get(1).map_or("", |m| m.as_str()), found.get(2).map_or("", |m| m.as_str()));
                if is_own(image, &path) {
                    own.insert(name);
                }
            }
        } else if STACKS.iter().any(|start| line.starts_with(start)) {
            (in_threads, is_told) = (true, trace.is_empty());
        } else if in_threads {
            if let Some(found) = FRAME.as_ref().and_then(|pattern| pattern.captures(line)) {
                if is_told && trace.len() < CrashTold::FRAMES {
                    trace.push(line.replace('\t', " "));
                }
                let part = |index| found.get(index).map_or("", |m: regex::Match| m.as_str());
                frames.push((part(1), part(3)));
            }
        } else if let Some((key, value)) = line.split_once(':') {
            let (key, value) = (key.trim(), value.trim());
            match key {
                "Identifier" => value.clone_into(&mut identifier),
                "Path" => value.clone_into(&mut path),
                _ => report.line(key, value),
            }
        }
    }
    report.trace = trace;
    report.faulting_thread = report.faulting_thread.or(crashed);
    // A part of a report may have lost its exception, but not that a thread crashed.
    let has_crashed = report.exception.is_some() || crashed.is_some();
    let app = report.app.clone().unwrap_or_default();
    let is_app = |image: &str| {
        let whole = own.contains(image) || image == app || !identifier.is_empty() && image == identifier;
        // Long names are cut in front.
        let ends =
            |cut: &str| cut.len() > 3 && (own.iter().any(|name| name.ends_with(cut)) || identifier.ends_with(cut));
        whole || image.strip_prefix("...").is_some_and(ends)
    };
    let frames: Vec<Frame> = frames.into_iter().map(|(image, what)| frame(image, what, is_app(image))).collect();
    symbol::count(&frames).judge_if(has_crashed, report)
}

impl CrashReport {
    fn line(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let text = || Some(value.to_owned());
        match key {
            // `Name [4711]`
            "Process" | "Command" if self.app.is_none() => {
                self.app = value.rsplit_once(" [").map_or_else(text, |(name, _)| Some(name.trim().to_owned()));
            }
            "Version" | "Bundle version" if self.version.is_none() => self.version = text(),
            "OS Version" if self.os.is_none() => self.os = text(),
            // `iPhone9,3, iOS 99.1`
            "Device" if self.os.is_none() => self.os = value.split_once(", ").map(|(_, os)| os.to_owned()),
            "Exception Type" | "Exception type" if self.exception.is_none() => self.exception = text(),
            "Triggered by Thread" | "Triggered by thread" | "Crashed Thread" => {
                self.faulting_thread = value.split_whitespace().next().and_then(|number| number.parse().ok());
            }
            _ => {}
        }
    }
}

/// What stands behind a frame's address: a name with an offset, another way to write the address, or both.
fn frame(image: &str, what: &str, own: bool) -> Frame {
    let mut what = what.trim();
    if let Some((_, name)) = what.split_once("//") {
        what = name.trim();
    }
    // `0x5f000 + 30888 (-[Thing do] + 8)`
    let behind = what.strip_suffix(')').and_then(|start| start.split_once(" ("));
    if let Some((_, name)) = behind.filter(|(raw, name)| raw.starts_with("0x") && name.contains(" + ")) {
        what = name;
    }
    // `name + 8 (File.m:9)`, `name (in Image) (File.m:9)`, `name (File.m:9)`
    let source = what.strip_suffix(')').and_then(|start| start.rsplit_once('(')).filter(|(_, place)| {
        place
            .rsplit_once(':')
            .is_some_and(|(file, line)| file.contains('.') && line.bytes().all(|b| b.is_ascii_digit()))
    });
    let named = source.map_or(what, |(start, _)| start).trim();
    let (name, offset) = named.rsplit_once(" + ").unwrap_or((named, ""));
    let name = name.split(" (in ").next().unwrap_or_default().trim();
    let offset = offset.split_whitespace().next().unwrap_or_default();
    let offset = offset.strip_prefix("0x").map_or_else(|| offset.parse().ok(), |hex| u64::from_str_radix(hex, 16).ok());
    Frame {
        image: image.to_owned(),
        own,
        name: Some(name.to_owned()).filter(|name| !name.is_empty()),
        offset: offset.unwrap_or(0),
        source: source.is_some(),
    }
}

#[cfg(test)]
pub(in crate::collect::inspect) mod tests {
    use super::super::apple;
    use super::*;
    use crate::model::Symbolication;

    pub const TEXT: &str = "\
Process:             Example App [7]
Path:                /private/var/containers/Example App.app/Example App
Identifier:          com.example.app
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
3   ???                           \t0x0000000000000000 0 + 0

Thread 2 crashed with ARM Thread State (64-bit):
    x0: 0x0000000000000001   x1: 0x0000000000000002

Binary Images:
0x104950000 - 0x10495ffff Example App arm64  <00112233445566778899aabbccddeeff> /var/containers/Example App.app/Example App
0x104960000 - 0x10496ffff +Parts (1.0 - 2) /var/containers/Example App.app/Frameworks/Parts.framework/Parts
0x183ad0000 - 0x183ad1fff libdyld.dylib arm64  <00112233445566778899aabbccddeeff> /usr/lib/system/libdyld.dylib
";

    #[test]
    fn the_older_text_is_read() {
        assert_eq!(apple::format(TEXT), Some("apple-crash"));
        let report = read(TEXT);
        assert_eq!(report.app.as_deref(), Some("Example App"));
        assert_eq!(report.version.as_deref(), Some("3 (3.1)"));
        assert_eq!(report.faulting_thread, Some(2));
        assert_eq!(report.trace.len(), 4, "of the thread that crashed");
        assert!(report.trace[0].ends_with("-[Thing do] + 12 (Thing.m:9)"));
        assert_eq!(
            (report.symbolication, report.app_frames, report.app_frames_symbolicated),
            (Symbolication::Partial, 3, 1)
        );
        let indented = format!("    {}", TEXT.replace('\n', "\n    ").replace("Triggered by Thread:  2", ""));
        assert_eq!(read(&indented), report);
        assert_eq!(read(&format!("> {}", TEXT.replace('\n', "\n> "))), report);
    }

    #[test]
    fn a_part_of_a_report_is_one() {
        let part: String =
            TEXT.split("Thread 2 Crashed").nth(1).map(|rest| format!("It says:\n\nThread 2 Crashed{rest}")).unwrap();
        assert_eq!(apple::format(&part), Some("apple-crash"));
        let report = read(&part);
        assert_eq!((report.faulting_thread, report.symbolication), (Some(2), Symbolication::Partial));
        assert_eq!(apple::format("Thread 1 Crashed the party\n0 a 0x1\n"), None);
    }

    #[test]
    fn opened_phones_have_other_words() {
        let text = "Process: Example\nBundle id: com.example.app\nDevice: iPhone9,3, iOS 99.1\nBundle version: 3.1\nException type: EXC_BAD_ACCESS (SIGSEGV)
Triggered by thread: 2\nCall stack:\n0   UIKitCore   0x0000000189600354 0x189600000 + 0x354 // -[UIApplication run]\n1   Example   0x0000000104950354 0x104950000 + 0x354\n";
        assert_eq!(apple::format(text), Some("apple-crash"));
        let report = read(text);
        assert_eq!((report.os.as_deref(), report.version.as_deref()), (Some("iOS 99.1"), Some("3.1")));
        assert_eq!((report.faulting_thread, report.symbolication), (Some(2), Symbolication::None));
    }

    #[test]
    fn images_may_go_by_identifier() {
        let text = TEXT.split("Binary Images").next().unwrap().replace("\nParts", "");
        let by_id = text.replace("1   Parts      ", "1   com.example.app ");
        assert_eq!(read(&by_id).app_frames, 3);
    }

    #[test]
    fn addresses_are_no_names() {
        let is_named = |what: &str| {
            let frame = frame("App", what, true);
            frame.name.is_some_and(|name| symbol::is_name(&name, "App"))
        };
        for named in [
            "main + 12",
            "0x18960000 + 0x77354 // name",
            "-[Thing do] (in App) (Thing.m:9)",
            "f(int) + 4",
            "main",
            "0x5f000 + 30888 (-[Thing do] + 8)",
        ] {
            assert!(is_named(named), "{named}");
        }
        for raw in
            ["0x104950000 + 32768", "0x10af53000 + 15941", "App + 144518", "", "+ 12", "0 + 12", "0x1 + 2 //", "0x1"]
        {
            assert!(!is_named(raw), "{raw}");
        }
        let far = frame("App", "api_is_ready + 38972", true);
        assert_eq!((far.offset, far.source), (38_972, false));
    }
}
