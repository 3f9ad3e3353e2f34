//! `inxi`: sections at the start of a line, `key: value` pairs that run on over lines.

use super::fetch::strip_codes;
use super::pairs::{bytes, computer, words};
use super::report::SystemReport;
use super::steam::size;
use crate::model::{Display, Gpu};

const SECTIONS: [&str; 22] = [
    "System",
    "Machine",
    "Battery",
    "CPU",
    "Graphics",
    "Audio",
    "Network",
    "Drives",
    "Partition",
    "Info",
    "Memory",
    "Sensors",
    "Bluetooth",
    "RAID",
    "Swap",
    "Repos",
    "Processes",
    "Logical",
    "USB",
    "RAM",
    "Weather",
    "Slots",
];

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let head = strip_codes(head);
    let has = |name: &str| head.lines().any(|line| section(line).is_some_and(|(found, _)| found == name));
    let whole = has("System") && head.contains("Kernel:") && (has("Machine") || has("Graphics") || has("Info"));
    // Of single sections one names the program that made them.
    has("CPU") && (whole || has("Info") && head.contains(" inxi: "))
}

fn section(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.trim_start_matches(['>', '`', '\u{feff}']).split_once(':')?;
    SECTIONS.contains(&name).then_some((name, rest))
}

/// Reads a report.
pub fn read(text: &str) -> SystemReport {
    let text = strip_codes(text);
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some((name, rest)) = section(line) {
            found.push((name.to_owned(), rest.to_owned()));
        } else if let Some((_, all)) = found.last_mut() {
            all.push('\n');
            all.push_str(line);
        }
    }
    let part = |name: &str| found.iter().find(|(known, _)| known == name).map_or("", |(_, all)| all.as_str());
    let (system, cpu, graphics) = (part("System"), part("CPU"), part("Graphics"));
    let mut report = SystemReport {
        os: value(system, "Distro").map(|distro| {
            value(system, "Kernel").map_or_else(
                || distro.clone(),
                |kernel| format!("{distro} {}", kernel.split(' ').next().unwrap_or_default()),
            )
        }),
        computer: maker_and_model(part("Machine")),
        cpu: value(cpu, "model").or_else(|| old_cpu(cpu)),
        ..SystemReport::default()
    };
    let total = |text: &str| value(text, "total").or_else(|| value(text, "RAM: total"));
    let info = part("Info");
    let of_info = value(info, "Memory").filter(|memory| !memory.is_empty()).or_else(|| total(info));
    let memory = total(part("Memory")).or(of_info).or_else(|| value(info, "Init").and(None));
    // `4567.1/15970.2MB`
    report.memory_bytes = memory.and_then(|memory| bytes(memory.rsplit('/').next().unwrap_or_default()));
    let cards = graphics
        .lines()
        .flat_map(|line| line.split("Card-").map(str::trim))
        .flat_map(|line| line.split("Device-").map(str::trim));
    for card in cards {
        let name = card.split_once(':').filter(|(number, _)| number.parse::<u8>().is_ok() || *number == "Card");
        if let Some((_, rest)) = name {
            let name = words(until_key(rest)).unwrap_or_default();
            report.gpus.push(Gpu { name, driver: driver(rest), ..Gpu::default() });
        } else if let Some(gpu) = report.gpus.last_mut().filter(|gpu| gpu.driver.is_none()) {
            gpu.driver = driver(card);
        }
    }
    report.gpus.retain(|gpu| !gpu.name.is_empty());
    for word in graphics.split_whitespace().filter(|word| word.contains('x')) {
        let (shape, rate) = word.split_once(['~', '@']).unwrap_or((word, ""));
        let rate = rate.trim_end_matches("Hz").trim_end_matches("hz");
        if let Some((width, height)) = size(shape).filter(|(width, height)| *width > 300 && *height > 200) {
            let shown = Display { width, height, refresh_hz: rate.parse().ok(), ..Display::default() };
            if report.displays.len() < 16 && !report.displays.contains(&shown) {
                report.displays.push(shown);
            }
        }
    }
    report
}

/// `System: Example product: Book 1`, or the main board of a computer that was put together.
fn maker_and_model(machine: &str) -> Option<String> {
    let of = |maker: &str, model: &str| computer(Some(value(machine, maker)?), &value(machine, model)?);
    of("System", "product").or_else(|| of("Mobo", "model"))
}

/// `driver: nvidia v: 525.60.11`
fn driver(text: &str) -> Option<String> {
    let name = value(text, "driver")?;
    let version = text.split_once("driver:").and_then(|(_, rest)| value(rest, "v"));
    Some(version.map_or_else(|| name.clone(), |version| format!("{name} {version}")))
}

/// `Dual core Example CPU 9 (-HT-MCP-)`, of older versions.
fn old_cpu(text: &str) -> Option<String> {
    let line = text.lines().next()?;
    words(until_key(line.split(" (-").next()?))
}

/// The value behind ` key: `, up to the next key.
fn value(text: &str, key: &str) -> Option<String> {
    let mark = format!("{key}: ");
    let starts = |at: &usize| *at == 0 || text[..*at].ends_with(char::is_whitespace);
    let at = text.match_indices(&mark).map(|(at, _)| at).find(starts)?;
    let line = text[at + mark.len()..].lines().next()?;
    words(until_key(line))
}

/// `line` up to the word that is the next key.
fn until_key(line: &str) -> &str {
    let mut end = 0;
    for word in line.split_inclusive(' ') {
        let key = word.trim_end();
        if key.len() > 1 && key.ends_with(':') && !key.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        end += word.len();
    }
    &line[..end]
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const TEXT: &str = "System:
  Kernel: 9.15.0-56-generic arch: x86_64 bits: 64 Desktop: Example v: 5.6
    Distro: Example Linux 99.1 Vera base: Other 99.04
Machine:
  Type: Desktop Mobo: Example model: Board serial: <filter>
CPU:
  Info: 8-core model: Example CPU 9 bits: 64 type: MT MCP
Graphics:
  Device-1: Example Graphics 1 vendor: Maker driver: nvidia v: 525.60.11
    bus-ID: 01:00.0
  Device-2: Example Graphics 2 driver: i915 v: kernel
  Display: x11 server: X.Org v: 1.21 resolution: 1: 2560x1440~144Hz 2: 1920x1080~60Hz
Info:
  Processes: 322 Uptime: 5h 12m Memory: 31.25 GiB used: 5.2 GiB (16.6%)
";

    #[test]
    fn a_report_is_read() {
        assert!(is_one(TEXT));
        let report = read(TEXT);
        assert_eq!(report.os.as_deref(), Some("Example Linux 99.1 Vera 9.15.0-56-generic"));
        assert_eq!(report.cpu.as_deref(), Some("Example CPU 9"));
        assert_eq!(report.memory_bytes, Some((31.25 * 1024.0 * 1024.0 * 1024.0) as u64));
        let gpus: Vec<_> = report.gpus.iter().map(|gpu| (gpu.name.as_str(), gpu.driver.as_deref())).collect();
        assert_eq!(
            gpus,
            [("Example Graphics 1", Some("nvidia 525.60.11")), ("Example Graphics 2", Some("i915 kernel"))]
        );
        assert_eq!(report.displays.len(), 2);
        let old = "System:    Host: box Kernel: 4.4.0 x86_64 Distro: Example 18\nCPU:       Dual core Example CPU 5 (-HT-MCP-) cache: 3072 KB\nGraphics:  Card: Example Graphics 3\nInfo:      Processes: 1 Memory: 2048.0/4096.0MB\n";
        assert!(is_one(old));
        let report = read(old);
        assert_eq!((report.cpu.as_deref(), report.memory_bytes), (Some("Dual core Example CPU 5"), Some(4 << 30)));
        assert_eq!(report.gpus[0].name, "Example Graphics 3");
    }
}
