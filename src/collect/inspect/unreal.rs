//! Unreal Engine's `CrashContext.runtime-xml`.

use std::collections::HashMap;

use super::frames::Frames;
use super::report::CrashReport;
use super::xml::{Event, events};

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    head.contains("<FGenericCrashContext") || head.contains("<RuntimeProperties>") && head.contains("<CrashGUID>")
}

/// Reads a report.
pub fn read(text: &str) -> CrashReport {
    let mut found: HashMap<String, String> = HashMap::new();
    let mut open: Vec<String> = Vec::new();
    let (mut thread, mut crashed) = (None, None);
    for event in events(text) {
        match event {
            Event::Start(name, _) => open.push(name),
            Event::End(name) => {
                if open.last() == Some(&name) {
                    open.pop();
                }
            }
            Event::Text(text) => {
                let name = open.last().cloned().unwrap_or_default();
                match name.as_str() {
                    "ThreadID" => thread = text.parse().ok(),
                    "IsCrashed" if text == "true" => crashed = crashed.or(thread),
                    _ => {}
                }
                found.entry(name).or_insert(text);
            }
        }
    }
    let told =
        |key: &str| found.get(key).map(|value| value.trim()).filter(|value| !value.is_empty()).map(str::to_owned);
    let game = told("GameName").map(|name| name.trim_start_matches("UE4-").trim_start_matches("UE-").to_owned());
    let executable = told("ExecutableName");
    let os = told("Misc.OSVersionMajor").map(|major| match told("Misc.OSVersionMinor") {
        Some(minor) if !major.contains(&minor) => format!("{major} {minor}"),
        _ => major,
    });
    let own = |module: &str| {
        let known = [game.as_deref(), executable.as_deref()];
        known
            .into_iter()
            .flatten()
            .any(|name| module.starts_with(name) || name.starts_with(module) && !module.is_empty())
            || module.starts_with("UnrealEditor-") && game.as_deref().is_some_and(|name| module.contains(name))
    };
    let mut frames = Frames::default();
    let calls = told("CallStack").unwrap_or_default();
    frames.extend(calls.lines().filter_map(call).map(|(module, named)| (own(module), named)));
    if frames == Frames::default() {
        let portable = told("PCallStack").unwrap_or_default();
        frames.extend(
            portable.lines().filter_map(|line| line.split_whitespace().next()).map(|module| (own(module), false)),
        );
    }
    let message = told("ErrorMessage").and_then(|message| message.lines().next().map(|line| line.trim().to_owned()));
    frames.judge(CrashReport {
        app: game.clone().or_else(|| executable.clone()),
        version: told("GameVersion")
            .or_else(|| told("AppVersion"))
            .or_else(|| told("BuildVersion"))
            .or_else(|| told("EngineVersion")),
        os: os.or_else(|| told("PlatformFullName")).or_else(|| told("PlatformName")),
        exception: message.or_else(|| told("CrashType")),
        faulting_thread: told("CrashingThreadId").and_then(|number| number.parse().ok()).or(crashed),
        ..CrashReport::default()
    })
}

/// `Example_Win64_Shipping!UWorld::Tick() [world.cpp:12]`, `Example!UnknownFunction []`, `Example {0x00} + 12 bytes`.
fn call(line: &str) -> Option<(&str, bool)> {
    let line = line.trim();
    if let Some((module, name)) = line.split_once('!') {
        let name = name.split(" [").next().unwrap_or_default().trim();
        return Some((
            module.trim_end_matches(".dll").trim_end_matches(".exe"),
            !name.is_empty() && !name.starts_with("UnknownFunction") && !name.starts_with("0x"),
        ));
    }
    let module = line.split_whitespace().next()?;
    Some((module, false))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    pub const REPORT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<FGenericCrashContext><RuntimeProperties><CrashVersion>3</CrashVersion><CrashGUID>UECC-Windows-0</CrashGUID>
<GameName>UE-Example</GameName><ExecutableName>Example-Win64-Shipping</ExecutableName><EngineVersion>5.9.1-0+UE5</EngineVersion>
<Misc.OSVersionMajor>Windows 11</Misc.OSVersionMajor><Misc.OSVersionMinor>99H1</Misc.OSVersionMinor>
<ErrorMessage>Unhandled Exception: EXCEPTION_ACCESS_VIOLATION reading address 0x0
more</ErrorMessage><CrashingThreadId>77</CrashingThreadId>
<CallStack>Example_Win64_Shipping!UnknownFunction []
Example_Win64_Shipping!UWorld::Tick() [world.cpp:12]
kernel32!UnknownFunction []</CallStack></RuntimeProperties></FGenericCrashContext>";

    #[test]
    fn a_report_is_read() {
        assert!(is_one(REPORT));
        let report = read(REPORT);
        assert_eq!((report.app.as_deref(), report.version.as_deref()), (Some("Example"), Some("5.9.1-0+UE5")));
        assert_eq!(report.os.as_deref(), Some("Windows 11 99H1"));
        assert_eq!(
            report.exception.as_deref(),
            Some("Unhandled Exception: EXCEPTION_ACCESS_VIOLATION reading address 0x0")
        );
        assert_eq!((report.faulting_thread, report.app_frames), (Some(77), 2));
        assert_eq!(report.symbolication, Symbolication::Partial);
        let portable = REPORT
            .replace("<CallStack>", "<Old>")
            .replace("</RuntimeProperties>", "<PCallStack>Example 0x00007ff6 + 1a2b</PCallStack>");
        assert_eq!(read(&portable).symbolication, Symbolication::None);
    }
}
