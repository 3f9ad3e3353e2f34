//! `neofetch`, `fastfetch` and their kin: a logo, colour codes, cursor moves, and `Key: value` beside them.

use super::fetch_json;
use super::pairs::{bytes, words};
use super::report::SystemReport;
use super::steam::size;
use crate::model::{Display, Gpu};

const KEYS: [&str; 20] = [
    "RAM",
    "OS",
    "Host",
    "Kernel",
    "Uptime",
    "Packages",
    "Shell",
    "Resolution",
    "DE",
    "WM",
    "Theme",
    "Icons",
    "Terminal",
    "CPU",
    "GPU",
    "Memory",
    "Display",
    "Disk",
    "Swap",
    "Locale",
];

/// The format by the text of a file's start.
pub fn format(head: &str) -> Option<&'static str> {
    let text = strip_codes(head);
    let keys: Vec<String> = text
        .lines()
        .filter_map(entry)
        .map(|(key, _)| key.split([' ', '(']).next().unwrap_or_default().to_owned())
        .collect();
    let has = |key: &str| keys.iter().any(|found| found == key);
    let known = KEYS.iter().filter(|key| has(key)).count();
    if known < 5
        || !(has("OS") && has("Kernel") && (has("CPU") || has("GPU")))
        || !(has("Uptime") || has("Packages") || has("Shell"))
    {
        return None;
    }
    // Only fastfetch says how full swap and disks are, and puts a screen's name in brackets.
    Some(if has("Display") || has("Swap") || has("Disk") || has("Locale") { "fastfetch" } else { "neofetch" })
}

/// Reads a report.
pub fn read(text: &str) -> SystemReport {
    if fetch_json::is_one(text) {
        return fetch_json::read(text);
    }
    let text = strip_codes(text);
    let mut report = SystemReport::default();
    let mut kernel = None;
    for (key, value) in text.lines().filter_map(entry) {
        match key.split([' ', '(', '0', '1', '2', '3', '4']).next().unwrap_or_default() {
            "OS" if report.os.is_none() => report.os = words(value),
            "Kernel" if kernel.is_none() => kernel = words(value),
            "Host" if report.computer.is_none() => report.computer = words(value),
            "CPU" if report.cpu.is_none() => report.cpu = words(value),
            "GPU" => {
                let gpu = Gpu { name: words(value).unwrap_or_default(), ..Gpu::default() };
                if !gpu.name.is_empty() {
                    report.gpus.push(gpu);
                }
            }
            // `4567MiB / 32000MiB (14%)`
            "Memory" | "RAM" if report.memory_bytes.is_none() => {
                report.memory_bytes = value.split('/').nth(1).and_then(bytes);
            }
            "Resolution" => report.displays.extend(value.split(',').filter_map(display)),
            "Display" => report.displays.extend(display(value)),
            _ => {}
        }
    }
    report
}

fn display(value: &str) -> Option<Display> {
    let (width, height) = size(value.trim())?;
    let rate = value
        .split_once('@')
        .map(|(_, rate)| rate.trim().chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect::<String>());
    Some(Display { width, height, refresh_hz: rate.and_then(|rate| rate.parse().ok()), ..Display::default() })
}

/// The key and the value in a line, whatever of the logo stands in front.
fn entry(line: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    while let Some(at) = line[from..].find(':').map(|at| from + at) {
        let (before, value) = (&line[..at], &line[at + 1..]);
        let before = before.trim_end();
        if value.starts_with(char::is_whitespace)
            && let Some(at) = key_at(before)
        {
            return Some((&before[at..], value.trim()));
        }
        from = at + 1;
    }
    None
}

/// Where the key begins that `before` ends with: `GPU`, `GPU 1`, `GPU1`, `Display (Name)`. Only the end is looked at, however long
/// the line is.
fn key_at(before: &str) -> Option<usize> {
    const NAME_BYTES: usize = 120;
    let of = |head: &str| {
        let head = head.trim_end();
        let at = KEYS.iter().find_map(|key| head.strip_suffix(key)).map(str::len)?;
        (!head[..at].ends_with(char::is_alphanumeric)).then_some(at)
    };
    if before.ends_with(')') {
        let near = before.rmatch_indices('(').take_while(|(at, _)| before.len() - at <= NAME_BYTES);
        return near.take(4).find_map(|(at, _)| of(&before[..at]));
    }
    of(before.trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// The text without colour codes; moves of the cursor become a blank, or the next line where they go down.
pub fn strip_codes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' | '\u{9b}' => {
                if c == '\u{1b}' && chars.next_if(|next| *next == '[').is_none() {
                    chars.next();
                    continue;
                }
                let mut end = None;
                for _ in 0..32 {
                    let Some(part) = chars.next() else { break };
                    if ('@'..='~').contains(&part) {
                        end = Some(part);
                        break;
                    }
                }
                match end {
                    Some('C' | 'G') => plain.push(' '),
                    Some('A' | 'B' | 'E' | 'F' | 'H' | 'f') => plain.push('\n'),
                    _ => {}
                }
            }
            // The colours of chat programs.
            '\u{3}' => while chars.next_if(char::is_ascii_digit).is_some() {},
            '\u{2}' | '\u{f}' => {}
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const TEXT: &str = "\u{1b}[36m   .-/+o+/-.   \u{1b}[0m \u{1b}[1muser\u{1b}[0m@host
\u{1b}[36m :+sss+-`:   \u{1b}[0m ---------
\u{1b}[36m.+sss:   \u{1b}[0m \u{1b}[1mOS\u{1b}[0m:\u{1b}[0m Example Linux 99.04 x86_64\u{1b}[0m
\u{1b}[3A\u{1b}[9999999D\u{1b}[41C\u{1b}[1mKernel\u{1b}[0m\u{1b}[0m:\u{1b}[0m 9.15.0-56\u{1b}[0m
\u{1b}[41C\u{1b}[1mUptime\u{1b}[0m: 5 hours
\u{1b}[41CShell: bash 9
\u{1b}[41CResolution: 2560x1440, 1920x1080
\u{1b}[41CCPU\u{1b}[0m:\u{1b}[20G Example CPU 9 (16) @ 3.800GHz
\u{1b}[41CGPU: Example Graphics 1
\u{1b}[41CGPU: Example Graphics 2
\u{1b}[41CMemory: 4567MiB / 32000MiB (14%)
";

    #[test]
    fn codes_and_logo_are_passed_over() {
        assert_eq!(format(TEXT), Some("neofetch"));
        let report = read(TEXT);
        assert_eq!(report.os.as_deref(), Some("Example Linux 99.04 x86_64"));
        assert_eq!(report.cpu.as_deref(), Some("Example CPU 9 (16) @ 3.800GHz"));
        assert_eq!(
            report.gpus.iter().map(|gpu| gpu.name.as_str()).collect::<Vec<_>>(),
            ["Example Graphics 1", "Example Graphics 2"]
        );
        assert_eq!((report.memory_bytes, report.displays.len()), (Some(32_000 << 20), 2));
    }

    #[test]
    fn fastfetch_too() {
        let text = "OS: Example Linux x86_64\nKernel: Linux 9.1\nUptime: 1 hour\nDisplay (EX27): 3840x2160 @ 60 Hz in 27\" [External]\nCPU: Example CPU 9 (16) @ 4.85 GHz\nGPU 1: Example Graphics 1 [Discrete]\nMemory: 5.50 GiB / 31.25 GiB (18%)\nSwap: 0 B / 8 GiB\n";
        assert_eq!(format(text), Some("fastfetch"));
        let report = read(text);
        assert_eq!(report.gpus[0].name, "Example Graphics 1 [Discrete]");
        assert_eq!((report.memory_bytes, report.displays[0].refresh_hz), (Some(125 << 28), Some(60.0)));
        assert_eq!(format("OS: x\nCPU: y\nGPU: z\n"), None);
        assert_eq!(strip_codes("\u{1b}[\u{1b}]\u{1b}"), "");
    }
}
