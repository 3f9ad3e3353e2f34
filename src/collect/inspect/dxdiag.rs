//! `dxdiag /t`: dashed headings, `Key: value` lines. Its labels are English on every Windows.

use super::report::SystemReport;
use crate::model::{Display, Gpu};

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    head.contains("DxDiag Version:") || (head.contains("Time of this report:") && head.contains("DirectX Version:"))
}

/// Reads the sections on the system and on display devices.
pub fn read(text: &str) -> SystemReport {
    let mut report = SystemReport::default();
    let mut section = String::new();
    let mut device = Device::default();
    let mut previous = "";
    for line in text.lines() {
        if is_rule(line) && !previous.trim().is_empty() && !is_rule(previous) && !previous.contains(": ") {
            previous.trim().clone_into(&mut section);
            report.take(std::mem::take(&mut device));
        }
        previous = line;
        let Some((key, value)) = line.split_once(':') else { continue };
        let (key, value) = (key.trim(), value.trim());
        match section.as_str() {
            "Display Devices" if key == "Card name" => {
                report.take(std::mem::take(&mut device));
                device.set(key, value);
            }
            _ if value.is_empty() => {}
            "System Information" => report.system(key, value),
            "Display Devices" => device.set(key, value),
            _ => {}
        }
    }
    report.take(device);
    report
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 4 && line.chars().all(|c| c == '-')
}

impl SystemReport {
    fn system(&mut self, key: &str, value: &str) {
        let text = || Some(value.split_whitespace().collect::<Vec<_>>().join(" "));
        match key {
            "Operating System" => self.os = text(),
            "Processor" => self.cpu = text(),
            "Memory" => self.memory_bytes = megabytes(value),
            "DirectX Version" => self.directx = text(),
            _ => {}
        }
    }

    /// Adds an entry: a card has one for each monitor.
    fn take(&mut self, device: Device) {
        let Some(gpu) = device.gpu() else { return };
        if !self.gpus.contains(&gpu) {
            self.gpus.push(gpu);
        }
        self.displays.extend(device.display);
    }
}

#[derive(Default)]
struct Device {
    name: Option<String>,
    driver: Option<String>,
    file_version: Option<String>,
    dedicated: Option<u64>,
    memory: Option<u64>,
    display: Option<Display>,
}

impl Device {
    fn set(&mut self, key: &str, value: &str) {
        let version = || value.split_whitespace().next().map(str::to_owned);
        match key {
            "Card name" => self.name = Some(value.to_owned()),
            "Driver Version" => self.driver = version(),
            "Driver File Version" => self.file_version = version(),
            "Dedicated Memory" => self.dedicated = megabytes(value),
            "Display Memory" => self.memory = megabytes(value),
            "Current Mode" => self.display = mode(value),
            _ => {}
        }
    }

    fn gpu(&self) -> Option<Gpu> {
        Some(Gpu {
            name: self.name.clone()?,
            driver: self.driver.clone().or_else(|| self.file_version.clone()),
            vram_bytes: self.dedicated.or(self.memory),
        })
    }
}

/// `16384MB RAM`, `6052 MB`, `512.0 MB`.
fn megabytes(value: &str) -> Option<u64> {
    let (amount, _) = value.split_once("MB")?;
    let amount: f64 = amount.trim().parse().ok()?;
    (0.0..1e12).contains(&amount).then_some((amount * f64::from(1 << 20)) as u64)
}

/// `1920 x 1080 (32 bit) (60Hz)`.
fn mode(value: &str) -> Option<Display> {
    let size = value.split('(').next()?;
    let (width, height) = size.split_once('x')?;
    let refresh_hz =
        value.rsplit_once('(').and_then(|(_, rate)| rate.trim_end_matches(')').strip_suffix("Hz")?.trim().parse().ok());
    Some(Display {
        width: width.trim().parse().ok()?,
        height: height.trim().parse().ok()?,
        refresh_hz,
        ..Display::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "\
------------------
System Information
------------------
      Time of this report: 2/3/2031, 04:05:06
             Machine name: EXAMPLE
         Operating System: Windows 11 Home 64-bit (10.0, Build 99999)
                Processor: Example CPU 9   (8 CPUs), ~4.0GHz
                   Memory: 16384MB RAM
      Available OS Memory: 16000MB RAM
          DirectX Version: DirectX 12
           DxDiag Version: 10.00 64bit Unicode

---------------
Display Devices
---------------
           Card name: Example Graphics 1
      Display Memory: 14000 MB
    Dedicated Memory: 6000 MB
        Current Mode: 2560 x 1440 (32 bit) (144Hz)
 Driver File Version: 31.00.0001 (English)
      Driver Version: 31.0.1

           Card name: Example Graphics 1
    Dedicated Memory: 6000 MB
        Current Mode: 1920 x 1080 (32 bit) (60Hz)
      Driver Version: 31.0.1

           Card name: Example Virtual Display
      Display Memory: n/a
        Current Mode: Unknown

-------------
Sound Devices
-------------
         Driver Name: x
      Driver Version: 9.9.9
";

    #[test]
    fn a_report_is_read() {
        assert!(is_one(REPORT));
        let report = read(&REPORT.replace('\n', "\r\n"));
        assert_eq!(report.os.as_deref(), Some("Windows 11 Home 64-bit (10.0, Build 99999)"));
        assert_eq!(report.cpu.as_deref(), Some("Example CPU 9 (8 CPUs), ~4.0GHz"));
        assert_eq!(report.memory_bytes, Some(16 << 30));
        assert_eq!(report.directx.as_deref(), Some("DirectX 12"));
        assert_eq!(
            report.gpus,
            [
                Gpu { name: "Example Graphics 1".into(), driver: Some("31.0.1".into()), vram_bytes: Some(6000 << 20) },
                Gpu { name: "Example Virtual Display".into(), driver: None, vram_bytes: None },
            ]
        );
        let displays: Vec<_> = report.displays.iter().map(|d| (d.width, d.height, d.refresh_hz)).collect();
        assert_eq!(displays, [(2560, 1440, Some(144.0)), (1920, 1080, Some(60.0))]);
    }

    #[test]
    fn a_broken_report_says_nothing() {
        assert_eq!(read("----\n:::\nMemory: MB\n"), SystemReport::default());
    }
}
