//! Java: `hs_err_pid….log` of the virtual machine, and Minecraft's crash reports.

use super::frames::Frames;
use super::pairs::pair;
use super::report::CrashReport;

/// Packages of the platform itself.
const PLATFORM: [&str; 7] = ["java.", "javax.", "jdk.", "sun.", "com.sun.", "java.base/", "java.desktop/"];

/// Libraries of the system and of the virtual machine.
const LIBRARIES: [&str; 16] = [
    "jvm",
    "libjvm",
    "java",
    "libjava",
    "ntdll",
    "kernel32",
    "kernelbase",
    "user32",
    "ucrtbase",
    "msvcrt",
    "libc",
    "libpthread",
    "ld-linux",
    "libsystem",
    "vcruntime",
    "win32u",
];

/// The format of a report by the text of its start.
pub fn format(head: &str) -> Option<&'static str> {
    let hs_err = head.contains("# A fatal error has been detected by the Java Runtime Environment")
        || head.contains("# An unexpected error has been detected by ")
        || head.contains("# There is insufficient memory for the Java Runtime Environment");
    if hs_err {
        return Some("java");
    }
    head.contains("---- Minecraft Crash Report ----").then_some("minecraft")
}

/// Reads what the virtual machine left.
pub fn read(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let mut frames = Frames::default();
    let (mut in_frames, mut os_next) = (false, false);
    for line in text.lines() {
        let trimmed = line.trim();
        if std::mem::take(&mut os_next) && report.os.is_none() && !trimmed.is_empty() {
            report.os = Some(trimmed.trim_start_matches("DISTRIB_ID=").to_owned());
        }
        if report.exception.is_none()
            && let Some(words) = trimmed.strip_prefix("#  ")
        {
            report.exception = Some(
                words
                    .split(" at pc=")
                    .next()
                    .unwrap_or(words)
                    .split(", pid=")
                    .next()
                    .unwrap_or(words)
                    .trim()
                    .to_owned(),
            );
        }
        if report.exception.is_none() && trimmed.contains("insufficient memory for the Java") {
            report.exception = Some("OutOfMemory".to_owned());
        }
        if trimmed.starts_with("Native frames:") || trimmed.starts_with("Java frames:") {
            in_frames = true;
        } else if in_frames {
            match native(line) {
                Some((own, named)) => frames.add(own, named),
                None => in_frames = false,
            }
        }
        match pair(trimmed) {
            Some(("java_command", command)) => report.app = command.split_whitespace().next().map(str::to_owned),
            Some(("OS", "")) => os_next = true,
            Some(("OS", os)) => report.os = report.os.or_else(|| Some(os.to_owned())),
            Some((key, value)) if key.starts_with("Current thread") => {
                let id = value
                    .split_once("id=")
                    .map(|(_, id)| id.chars().take_while(char::is_ascii_digit).collect::<String>());
                report.faulting_thread = report.faulting_thread.or_else(|| id?.parse().ok());
            }
            _ => {}
        }
    }
    frames.judge(report)
}

/// `C  [libfoo.so+0x12]  name+0x3`, `V  [jvm.dll+0x12]`, `j  a.b.C.d()V+11`, `J 12 C2 a.b.C.d()V (12 bytes) @ …`
fn native(line: &str) -> Option<(bool, bool)> {
    let line = line.trim_start();
    let (kind, rest) = line.split_once(' ')?;
    let rest = rest.trim();
    match kind {
        "C" | "V" => {
            let (library, name) = rest.strip_prefix('[')?.split_once(']').unwrap_or((rest, ""));
            let library = library.to_lowercase();
            let known = LIBRARIES
                .iter()
                .any(|known| library.strip_prefix(known).is_some_and(|rest| rest.starts_with(['.', '+', '-'])));
            Some((kind == "C" && !known, !name.trim().is_empty()))
        }
        "j" | "J" | "A" => {
            let name = rest.split_whitespace().find(|word| word.contains('(')).unwrap_or(rest);
            Some((!is_platform(name), true))
        }
        "v" => Some((false, true)),
        _ => None,
    }
}

fn is_platform(name: &str) -> bool {
    PLATFORM.iter().any(|package| name.starts_with(package))
}

/// Reads a Minecraft crash report.
pub fn minecraft(text: &str) -> CrashReport {
    let start = text.find("---- Minecraft Crash Report ----").unwrap_or(0);
    let mut report = CrashReport { app: Some("Minecraft".to_owned()), ..CrashReport::default() };
    let mut frames = Frames::default();
    let mut described = false;
    for line in text[start..].lines() {
        let trimmed = line.trim();
        if let Some(call) = trimmed.strip_prefix("at ") {
            frames.extend(frame(call));
        } else if described && report.exception.is_none() && !trimmed.is_empty() {
            report.exception = Some(trimmed.to_owned());
        } else if let Some((key, value)) = pair(trimmed) {
            match key {
                "Description" => described = true,
                "Minecraft Version" if !value.is_empty() => report.version = Some(value.to_owned()),
                "Operating System" => report.os = Some(value.to_owned()),
                _ => {}
            }
        }
    }
    frames.judge(report)
}

/// A frame of a Java trace, without `at `: whether it is the app's, and whether its names mean something. An obfuscated game
/// calls its classes `bsu`.
pub fn frame(call: &str) -> Option<(bool, bool)> {
    let (name, place) = call.split_once('(')?;
    let name = name.rsplit_once("//").map_or(name, |(_, name)| name);
    let own = !is_platform(name);
    let obfuscated = name.split(['.', '$']).all(|part| part.len() <= 4) && place.starts_with("SourceFile");
    Some((own, !obfuscated))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    pub const HS_ERR: &str = "#
# A fatal error has been detected by the Java Runtime Environment:
#
#  EXCEPTION_ACCESS_VIOLATION (0xc0000005) at pc=0x00007ff900000000, pid=77, tid=78
#
# JRE version: OpenJDK Runtime Environment (99.0.1+1)
# Problematic frame:
# C  [example.dll+0x1234]

Command Line: -Xmx2G com.example.Main
Host: Example CPU 9, 8 cores, 15G,  Windows 11 , 64 bit Build 99999
---------------  T H R E A D  ---------------

Current thread (0x000001):  JavaThread \"main\" [_thread_in_native, id=78, stack(0x1,0x2)]

Native frames: (J=compiled Java code, j=interpreted, Vv=VM code, C=native code)
C  [example.dll+0x1234]
V  [jvm.dll+0x99]

Java frames: (J=compiled Java code, j=interpreted, Vv=VM code)
j  com.example.Native.call()V+0
J 12 C2 com.example.Main.run()V (12 bytes) @ 0x1 [0x2+0x3]
j  java.lang.Thread.run()V+11
v  ~StubRoutines::call_stub

java_command: com.example.Main --fast
OS:
 Windows 11 , 64 bit Build 99999
";

    #[test]
    fn an_error_of_the_machine_is_read() {
        assert_eq!(format(HS_ERR), Some("java"));
        let report = read(HS_ERR);
        assert_eq!(report.app.as_deref(), Some("com.example.Main"));
        assert_eq!(report.os.as_deref(), Some("Windows 11 , 64 bit Build 99999"));
        assert_eq!(report.exception.as_deref(), Some("EXCEPTION_ACCESS_VIOLATION (0xc0000005)"));
        assert_eq!((report.faulting_thread, report.app_frames), (Some(78), 3));
        assert_eq!(report.symbolication, Symbolication::Partial);
    }

    pub const MINECRAFT: &str = "---- Minecraft Crash Report ----
// Oops.

Time: 2031-02-03 04:05:06
Description: Rendering screen

java.lang.NullPointerException: It is nothing
\tat net.example.Screen.render(Screen.java:12) ~[example.jar:?]
\tat bsu.a(SourceFile:437)
\tat java.lang.Thread.run(Thread.java:9) [?:?]

A detailed walkthrough of the error:
-- System Details --
Details:
\tMinecraft Version: 9.99.1
\tOperating System: Windows 11 (amd64) version 10.0
";

    #[test]
    fn a_game_report_is_read() {
        assert_eq!(format(MINECRAFT), Some("minecraft"));
        let report = minecraft(MINECRAFT);
        assert_eq!((report.app.as_deref(), report.version.as_deref()), (Some("Minecraft"), Some("9.99.1")));
        assert_eq!(report.os.as_deref(), Some("Windows 11 (amd64) version 10.0"));
        assert_eq!(report.exception.as_deref(), Some("java.lang.NullPointerException: It is nothing"));
        assert_eq!((report.symbolication, report.app_frames), (Symbolication::Partial, 2));
    }
}
