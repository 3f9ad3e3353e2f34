//! The fixtures of all formats, by the name of their format.

use crate::collect::inspect::*;

pub fn crashes() -> Vec<(&'static str, String)> {
    vec![
        ("ips", apple_json::tests::ips()),
        ("ips", format!("{}\n{}", apple::tests::HEADER, apple_text::tests::TEXT)),
        ("apple-crash", apple_text::tests::TEXT.into()),
        ("wer", wer::tests::REPORT.into()),
        ("coredump", coredump::tests::TEXT.into()),
        ("apport", apport::tests::REPORT.into()),
        ("stackwalk", stackwalk::tests::TEXT.into()),
        ("unreal", unreal::tests::REPORT.into()),
        ("java", java::tests::HS_ERR.into()),
        ("minecraft", java::tests::MINECRAFT.into()),
        ("python", traceback::tests::PYTHON.into()),
        ("dotnet", traceback::tests::DOTNET.into()),
        ("tombstone", android::tests::TOMBSTONE.into()),
        ("anr", android::tests::ANR.into()),
    ]
}

pub fn systems() -> Vec<(&'static str, String)> {
    vec![
        ("dxdiag", dxdiag::tests::REPORT.into()),
        ("msinfo", msinfo::tests::NFO.into()),
        ("steam", steam::tests::REPORT.into()),
        ("system-profiler", profiler::tests::TEXT.into()),
        ("system-profiler", profiler::tests::json()),
        ("system-profiler", profiler::tests::SPX.into()),
        ("inxi", inxi::tests::TEXT.into()),
        ("fastfetch", fetch_json::tests::TEXT.into()),
        ("neofetch", fetch::tests::TEXT.into()),
        ("nvidia-bug-report", nvidia::tests::TEXT.into()),
        ("systeminfo", systeminfo::tests::TEXT.into()),
    ]
}

/// Logs of several kinds.
pub fn logs() -> Vec<(&'static str, String)> {
    let lines = |line: fn(u32) -> String| (0..30).map(line).collect::<String>();
    vec![
        ("text", lines(|n| format!("2031-02-03 04:05:{n:02}.789 INFO [main] start {n}\r\n  at somewhere\n"))),
        ("text", lines(|n| format!("[{n}.000001] kernel: \u{1b}[31merror\u{1b}[0m {n}\n"))),
        ("text", lines(|n| format!("31-2-3 下午2:{n:02} запуск é {n}\r\n"))),
        (
            "text",
            lines(|n| format!("<![LOG[{n}\r\nx]LOG]!><time=\"04:05:{n:02}.7+0\" date=\"02-03-2031\" type=\"3\">\r\n")),
        ),
    ]
}
