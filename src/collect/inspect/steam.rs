//! Steam's System Information, as it is copied: with its indent or without, with blank lines or without.

use super::dates::Dates;
use super::pairs::{bytes, computer, pair, words};
use super::report::SystemReport;
use super::stamp::Stamp;
use crate::model::{Display, Gpu};

const HEADINGS: [&str; 11] = [
    "Computer Information",
    "Processor Information",
    "Network Information",
    "Operating System Version",
    "Client Information",
    "Video Card",
    "Sound card",
    "Memory",
    "VR Hardware",
    "Miscellaneous",
    "Recent Failure Reports",
];

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let has = |heading: &str| head.lines().any(|line| self::heading(line) == Some(heading));
    // The head of a long report is often left out.
    has("Operating System Version") && (has("Video Card") || has("Processor Information") && has("Memory"))
}

/// The heading that a line is, if it is one.
fn heading(line: &str) -> Option<&'static str> {
    let name = line
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '>' | '\u{feff}'))
        .strip_suffix(':')?;
    HEADINGS.into_iter().find(|known| known.eq_ignore_ascii_case(name.trim()))
}

/// Reads a report.
pub fn read(text: &str) -> SystemReport {
    let mut report = SystemReport::default();
    let mut section = "";
    let mut gpu = Gpu::default();
    let (mut second, mut refresh, mut resolution) = (None, None, None);
    for line in text.lines() {
        if let Some(found) = heading(line) {
            section = found;
            continue;
        }
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '>');
        if section == "Operating System Version" && report.os.is_none() && !line.is_empty() {
            report.os = words(line.trim_end_matches(':'));
        }
        let Some((key, value)) = pair(line).filter(|(_, value)| !value.is_empty()) else { continue };
        match (section, key) {
            ("Processor Information", "CPU Brand") => report.cpu = words(value),
            ("Processor Information", "CPU Vendor" | "Vendor") if report.cpu.is_none() => report.cpu = words(value),
            ("Memory", "RAM") => report.memory_bytes = bytes(value),
            ("Video Card", "Driver") => gpu.name = words(value).unwrap_or_default(),
            ("Video Card", "DirectX Card") => second = words(value),
            ("Video Card", "Driver Version") => gpu.driver = words(value),
            ("Video Card", "DirectX Driver Version") if gpu.driver.is_none() => gpu.driver = words(value),
            ("Video Card", "Driver Date") => gpu.driver_date = date(value),
            ("Computer Information", "Manufacturer") => report.computer = words(value).filter(|_| value != "Unknown"),
            ("Computer Information", "Model") if value != "Unknown" => {
                report.computer = computer(report.computer.take(), value);
            }
            ("Video Card", "Primary VRAM" | "VRAM") => gpu.vram_bytes = bytes(value),
            ("Video Card", "Monitor Refresh Rate") => {
                refresh = value.split(' ').next().and_then(|rate| rate.parse().ok());
            }
            ("Video Card", "Primary Display Resolution") => resolution = size(value),
            _ => {}
        }
    }
    if gpu.name.is_empty() || gpu.name == "Unknown" {
        gpu.name = second.take().unwrap_or_default();
    }
    let other = second.filter(|name| *name != gpu.name);
    if !gpu.name.is_empty() {
        report.gpus.push(gpu);
    }
    report.gpus.extend(other.map(|name| Gpu { name, ..Gpu::default() }));
    let display = |(width, height)| Display { width, height, refresh_hz: refresh, primary: true, ..Display::default() };
    report.displays.extend(resolution.map(display));
    report
}

/// `3 Feb 2031`, or with numbers where they tell which is the month.
fn date(value: &str) -> Option<String> {
    let named = || Stamp::parse(value, false)?.to_string().split_once('T').map(|(day, _)| day.to_owned());
    let numbers = value.split_whitespace().collect::<Vec<_>>().join("/");
    Dates::default().iso(&numbers).or_else(|| named().filter(|_| value.contains(|c: char| c.is_ascii_alphabetic())))
}

/// `1920 x 1080`
pub fn size(value: &str) -> Option<(u32, u32)> {
    let (width, height) = value.split_once(['x', '×'])?;
    let height: String = height.trim_start().chars().take_while(char::is_ascii_digit).collect();
    Some((width.trim().parse().ok()?, height.parse().ok()?))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const REPORT: &str = "Computer Information:
    Manufacturer:  Example Works
    Model:  Example Works Model 1
    Form Factor: Desktop
    No Touch Input Detected

Processor Information:
    CPU Vendor:  GenuineExample
    CPU Brand:  Example CPU 9
    Speed:  3600 Mhz
    16 logical processors
    HyperThreading:  Supported

Operating System Version:
    Windows 11 (64 bit)
    NTFS:  Supported

Video Card:
    Driver:  Example Graphics 1

    DirectX Driver Name:  example.dll
    Driver Version:  31.0.15.3118
    Driver Date: 3 Feb 2031
    Monitor Refresh Rate:  144 Hz
    DirectX Card:  Example Graphics 1
    Number of Monitors:  2
    Primary Display Resolution:  2560 x 1440
    Desktop Resolution:  4480 x 1440
    Primary VRAM: 8192 MB

Sound card:
    Audio device: Example Audio

Memory:
    RAM:  16333 Mb

Miscellaneous:
    UI Language:  English
";

    #[test]
    fn a_driver_is_dated_where_the_month_is_sure() {
        for (value, expected) in [
            ("29 Mar 2031", Some("2031-03-29")),
            ("3 29 2031", Some("2031-03-29")),
            ("3 2 2031", None),
            ("2031-03-02", Some("2031-03-02")),
            ("Not Detected", None),
        ] {
            assert_eq!(date(value).as_deref(), expected, "{value}");
        }
        let short = REPORT.split_once("Operating").unwrap().1;
        assert!(is_one(&format!("My system:\n\nOperating{short}")));
    }

    #[test]
    fn a_report_is_read_with_and_without_its_indent() {
        assert!(is_one(REPORT));
        let report = read(REPORT);
        assert_eq!((report.os.as_deref(), report.cpu.as_deref()), (Some("Windows 11 (64 bit)"), Some("Example CPU 9")));
        assert_eq!(report.memory_bytes, Some(16_333 << 20));
        let gpu = Gpu {
            name: "Example Graphics 1".into(),
            driver: Some("31.0.15.3118".into()),
            vram_bytes: Some(8 << 30),
            driver_date: Some("2031-02-03".into()),
            ..Gpu::default()
        };
        assert_eq!(report.computer.as_deref(), Some("Example Works Model 1"));
        assert_eq!(report.gpus, [gpu]);
        assert_eq!((report.displays[0].width, report.displays[0].refresh_hz), (2560, Some(144.0)));
        let bare = REPORT.lines().map(|line| format!("{}\r\n", line.trim())).collect::<Vec<_>>().concat();
        let tight = REPORT
            .lines()
            .filter(|line| !line.is_empty())
            .map(|line| format!("        {}\n\n", line.trim()))
            .collect::<Vec<_>>()
            .concat();
        for other in [bare, tight] {
            assert!(is_one(&other));
            assert_eq!(read(&other), report);
        }
        let unknown = read(&REPORT.replace("Primary VRAM: 8192 MB", "Primary VRAM Not Detected"));
        assert_eq!(unknown.gpus[0].vram_bytes, None);
    }
}
