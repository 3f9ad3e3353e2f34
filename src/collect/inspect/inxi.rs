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
    let card =
        || ["Device-1: ", "Card: ", "Card-1: "].iter().any(|card| head.contains(card)) && head.contains("driver: ");
    has("CPU") && (whole || head.contains(" inxi: ")) || has("Graphics") && card()
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
    let distro = value(system, "Distro").filter(|distro| distro != "unknown").map(|distro| {
        value(system, "Kernel").map_or_else(
            || distro.clone(),
            |kernel| format!("{distro} {}", kernel.split(' ').next().unwrap_or_default()),
        )
    });
    let mut report = SystemReport {
        // `inxi` alone names only the kernel, behind the processor.
        os: distro.or_else(|| value(cpu, "Kernel").map(|kernel| format!("Linux {kernel}"))),
        computer: maker_and_model(part("Machine")),
        cpu: value(cpu, "model").or_else(|| old_cpu(cpu)),
        ..SystemReport::default()
    };
    let total = |text: &str| value(text, "total").or_else(|| value(text, "RAM: total"));
    let info = part("Info");
    let of_info = value(info, "Memory").filter(|memory| !memory.is_empty()).or_else(|| total(info));
    // `inxi` alone writes everything into the lines behind the processor.
    let memory = total(part("Memory")).or(of_info).or_else(|| value(cpu, "Mem"));
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
        } else if ["Display:", "Display Server:"].iter().any(|key| card.starts_with(key)) {
            give_driver(&mut report.gpus, driver(card).as_deref());
        } else if let Some(gpu) = report.gpus.last_mut().filter(|gpu| gpu.driver.is_none()) {
            gpu.driver = driver(card);
        }
    }
    report.gpus.retain(|gpu| !gpu.name.is_empty());
    report.displays = displays(graphics);
    report
}

/// The driver that the line about the display tells is that of the only card, or of cards that are all the same.
fn give_driver(gpus: &mut [Gpu], driver: Option<&str>) {
    let alike = gpus.windows(2).all(|pair| pair[0].name == pair[1].name);
    for gpu in gpus.iter_mut().filter(|gpu| alike && gpu.driver.is_none()) {
        gpu.driver = driver.map(str::to_owned);
    }
}

/// `resolution: 1: 2560x1440~144Hz 2: …`, `Resolution: 1920x1080@60.00hz, …`, `res: mode: 3840x2160 hz: 60`. The size of
/// all screens together (`s-res:`) and the one that is scaled to (`to:`) are none of a monitor.
fn displays(graphics: &str) -> Vec<Display> {
    const MOST: usize = 16;
    let (mut shown, mut key): (Vec<Display>, &str) = (Vec::new(), "");
    for word in graphics.split_whitespace() {
        let number = word.trim_end_matches(':').parse::<u8>().is_ok();
        if let Some(name) = word.strip_suffix(':').filter(|_| !number) {
            key = name;
            continue;
        }
        let (shape, rate) =
            word.trim_end_matches(',').split_once(['~', '@']).unwrap_or((word.trim_end_matches(','), ""));
        let rate = rate.trim_end_matches("Hz").trim_end_matches("hz").parse().ok();
        if let Some((width, height)) = size(shape).filter(|(width, height)| *width > 300 && *height > 200)
            && matches!(key.to_ascii_lowercase().as_str(), "resolution" | "res" | "mode")
            && shown.len() < MOST
        {
            shown.push(Display { width, height, refresh_hz: rate, ..Display::default() });
        } else if key == "hz"
            && let Some(last) = shown.last_mut().filter(|last| last.refresh_hz.is_none())
        {
            last.refresh_hz = word.parse().ok();
        }
    }
    shown
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
    // Keys of two words follow: `bus ID`.
    let version = version.and_then(|version| version.split(' ').next().map(str::to_owned));
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
        let shown: Vec<_> = report.displays.iter().map(|shown| (shown.width, shown.refresh_hz)).collect();
        assert_eq!(shown, [(2560, Some(144.0)), (1920, Some(60.0))]);
        let old = "System:    Host: box Kernel: 4.4.0 x86_64 Distro: Example 18\nCPU:       Dual core Example CPU 5 (-HT-MCP-) cache: 3072 KB\nGraphics:  Card: Example Graphics 3\nInfo:      Processes: 1 Memory: 2048.0/4096.0MB\n";
        assert!(is_one(old));
        let report = read(old);
        assert_eq!((report.cpu.as_deref(), report.memory_bytes), (Some("Dual core Example CPU 5"), Some(4 << 30)));
        assert_eq!(report.gpus[0].name, "Example Graphics 3");
    }

    #[test]
    fn monitors_that_are_alike_are_two() {
        let graphics = "Graphics:  Card-1: Example Graphics 1\n           Card-2: Example Graphics 1\n           Display Server: x11 (X.Org 9.19) driver: nvidia\n           Resolution: 1920x1080@60.00hz, 1920x1080@60.00hz\n";
        let report = read(graphics);
        let drivers: Vec<_> = report.gpus.iter().map(|gpu| gpu.driver.as_deref()).collect();
        assert_eq!(drivers, [Some("nvidia"), Some("nvidia")]);
        let rates: Vec<_> = report.displays.iter().map(|shown| shown.refresh_hz).collect();
        assert_eq!(rates, [Some(60.0), Some(60.0)]);
        let new = "Graphics:\n  Device-1: Example Graphics 1 driver: amdgpu v: kernel\n  Screen-1: 0 s-res: 5760x2160 s-dpi: 96\n  Monitor-1: DP-1 res: mode: 3840x2160 hz: 120 scale: 200% (2) to: 1920x1080 dpi: 163\n  Monitor-2: HDMI-1 res: 1920x1080 hz: 60\n";
        let shown: Vec<_> = read(new).displays.iter().map(|shown| (shown.width, shown.refresh_hz)).collect();
        assert_eq!(shown, [(3840, Some(120.0)), (1920, Some(60.0))]);
    }

    #[test]
    fn the_short_form_names_its_kernel() {
        let short = "CPU: quad core Example CPU 5 (-MT MCP-) speed/min/max: 2101/400/4200 MHz\nKernel: 9.8.0-1 x86_64 Up: 12m Mem: 1666.3/8192.0 MiB (21.5%)\nStorage: 476.94 GiB (2.0% used) Procs: 277 Shell: Bash inxi: 3.1.07\n";
        assert!(is_one(short));
        let report = read(short);
        assert_eq!(report.os.as_deref(), Some("Linux 9.8.0-1 x86_64"));
        assert_eq!(report.memory_bytes, Some(8 << 30));
    }
}
