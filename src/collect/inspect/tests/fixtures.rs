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
        ("unity", unity::tests::TEXT.into()),
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

/// Files of all formats in a folder, `FORMAT-NUMBER`, to start the fuzzer with.
#[test]
#[ignore = "writes files: CASEFILE_SEEDS=folder cargo test --lib write_the_fixtures -- --ignored"]
fn write_the_fixtures() {
    let folder = PathBuf::from(std::env::var("CASEFILE_SEEDS").expect("CASEFILE_SEEDS names the folder"));
    let texts = [crashes(), systems(), logs()].concat();
    let mut files: Vec<(&str, Vec<u8>)> = texts.iter().map(|(format, text)| (*format, text.clone().into())).collect();
    for (format, text) in texts.iter().filter(|(format, _)| ["wer", "dxdiag", "msinfo", "text"].contains(format)) {
        files.push((format, format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()));
    }
    files.push(("minidump", minidump::tests::dump()));
    files.extend(video::tests::videos().map(|video| ("video", video)));
    let picture = image::RgbImage::from_fn(12, 9, |x, y| image::Rgb([x as u8 * 20, y as u8 * 28, 7]));
    for format in [
        image::ImageFormat::Png,
        image::ImageFormat::Jpeg,
        image::ImageFormat::Gif,
        image::ImageFormat::WebP,
        image::ImageFormat::Bmp,
        image::ImageFormat::Tiff,
    ] {
        let mut bytes = io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        files.push(("picture", bytes.into_inner()));
    }
    for (number, (format, bytes)) in files.into_iter().enumerate() {
        std::fs::write(folder.join(format!("{format}-{number}")), bytes).unwrap();
    }
}
