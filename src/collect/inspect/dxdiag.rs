//! `dxdiag /t`: dashed headings, `Key: value` lines, and `dxdiag /x`: the same as XML. The labels are English on every Windows.

use super::dates::Dates;
use super::pairs::{bytes, computer, words};
use super::report::SystemReport;
use super::xml::{Event, events};
use crate::model::{Display, Gpu};

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let text = head.contains("Time of this report:") && head.contains("DirectX Version:");
    head.contains("DxDiag Version:") || text || is_xml(head)
}

fn is_xml(head: &str) -> bool {
    head.contains("<DxDiag>") || head.contains("<DxDiag ")
}

/// Headings that also count where the lines of dashes around them were lost.
const SECTIONS: [&str; 5] =
    ["System Information", "DxDiag Notes", "DirectX Debug Levels", "Display Devices", "Sound Devices"];

/// Reads the sections on the system and on display devices.
pub fn read(text: &str) -> SystemReport {
    if is_xml(text) {
        return xml(text);
    }
    let mut report = SystemReport::default();
    let mut section = String::new();
    let mut device = Device { dates: Dates::of(text), ..Device::default() };
    let mut previous = "";
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let heading = is_rule(line) && !is_rule(previous) && !previous.contains(": ");
        let bare = SECTIONS.contains(&line.trim()).then_some(line);
        if let Some(title) = heading.then_some(previous).or(bare) {
            let title = title.trim();
            // Somebody may have written behind a heading.
            let known = SECTIONS.iter().find(|known| title.starts_with(**known));
            known.copied().unwrap_or(title).clone_into(&mut section);
            report.take(device.finish());
        }
        previous = line;
        let Some((key, value)) = line.split_once(':') else { continue };
        report.line(&section, key.trim(), value.trim(), &mut device);
    }
    report.take(device);
    report
}

/// `<CardName>` is `Card name`: the element says the key without its blanks.
fn xml(text: &str) -> SystemReport {
    const KEYS: [&str; 14] = [
        "Time",
        "System Manufacturer",
        "System Model",
        "Operating System",
        "Processor",
        "Memory",
        "DirectX Version",
        "Card name",
        "Driver Version",
        "Driver File Version",
        "Driver Date",
        "Dedicated Memory",
        "Display Memory",
        "Current Mode",
    ];
    let mut report = SystemReport::default();
    let (mut section, mut name) = ("", String::new());
    let mut device = Device { dates: Dates::of(text), ..Device::default() };
    for event in events(text) {
        match event {
            Event::Start(element, _) => {
                match element.as_str() {
                    "SystemInformation" => section = "System Information",
                    "DisplayDevices" => section = "Display Devices",
                    "DisplayDevice" => report.take(device.finish()),
                    "SoundDevices" | "SoundDevice" | "DirectSound" | "VideoCaptureDevices" => section = "",
                    _ => {}
                }
                name = element;
            }
            Event::End(_) => name.clear(),
            Event::Text(value) => {
                let key = KEYS.iter().find(|key| key.replace(' ', "").eq_ignore_ascii_case(&name));
                if let Some(key) = key {
                    report.line(section, key, value.trim(), &mut device);
                }
            }
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
    fn line(&mut self, section: &str, key: &str, value: &str, device: &mut Device) {
        match section {
            "Display Devices" if key == "Card name" => {
                self.take(device.finish());
                device.set(key, value);
            }
            _ if value.is_empty() => {}
            "System Information" => self.system(key, value),
            "Display Devices" => device.set(key, value),
            _ => {}
        }
    }

    fn system(&mut self, key: &str, value: &str) {
        match key {
            "Operating System" => self.os = words(value),
            "Processor" => self.cpu = words(value),
            "Memory" => self.memory_bytes = bytes(value),
            "DirectX Version" => self.directx = words(value),
            "Time of this report" | "Time" => self.taken = taken(value),
            "System Manufacturer" => self.computer = words(value),
            "System Model" => self.computer = computer(self.computer.take(), value),
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
    date: Option<String>,
    dates: Dates,
}

impl Device {
    /// What was read, to begin with the next one.
    fn finish(&mut self) -> Self {
        let next = Self { dates: self.dates, ..Self::default() };
        std::mem::replace(self, next)
    }

    fn set(&mut self, key: &str, value: &str) {
        let version = || value.split_whitespace().next().map(str::to_owned);
        match key {
            "Card name" => self.name = words(value),
            // Extension and component drivers follow with versions of their own.
            "Driver Version" => self.driver = self.driver.take().or_else(version),
            "Driver File Version" => self.file_version = self.file_version.take().or_else(version),
            "Driver Date/Size" | "Driver Date" => self.date = self.date.take().or_else(|| self.dates.iso(value)),
            "Dedicated Memory" => self.dedicated = bytes(value),
            "Display Memory" => self.memory = bytes(value),
            "Current Mode" => self.display = mode(value),
            _ => {}
        }
    }

    fn gpu(&self) -> Option<Gpu> {
        Some(Gpu {
            name: self.name.clone()?,
            driver: self.driver.clone().or_else(|| self.file_version.clone()),
            vram_bytes: self.dedicated.or(self.memory),
            driver_date: self.date.clone(),
            ..Gpu::default()
        })
    }
}

/// `11/27/2031, 04:05:06`: the month comes first in every country.
fn taken(value: &str) -> Option<String> {
    let (date, time) = value.split_once(", ")?;
    let date: Vec<u32> = date.split('/').map_while(|part| part.parse().ok()).collect();
    let [month, day, year] = date.as_slice() else { return None };
    Some(format!("{year:04}-{month:02}-{day:02}T{}", time.trim()))
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
pub(super) mod tests {
    use super::*;

    pub const REPORT: &str = "\
------------------
System Information
------------------
      Time of this report: 2/3/2031, 04:05:06
             Machine name: EXAMPLE
         Operating System: Windows 11 Home 64-bit (10.0, Build 99999)
      System Manufacturer: Example Works
             System Model: Model 1
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
    Driver Date/Size: 27/11/2030 01:00:00, 957808 bytes
   Extension Drivers:
             Driver Name: C:\\x.inf
          Driver Version: 7.7.7
   Component Drivers:
             Driver Name: Unknown
          Driver Version: Unknown

           Card name: Example Graphics 1
    Dedicated Memory: 6000 MB
        Current Mode: 1920 x 1080 (32 bit) (60Hz)
    Driver Date/Size: 27/11/2030 01:00:00, 957808 bytes
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
        assert_eq!(read(&REPORT.replace("System Information", "System Information 7")), read(REPORT));
        let report = read(&REPORT.replace('\n', "\r\n"));
        assert_eq!(report.os.as_deref(), Some("Windows 11 Home 64-bit (10.0, Build 99999)"));
        assert_eq!(report.cpu.as_deref(), Some("Example CPU 9 (8 CPUs), ~4.0GHz"));
        assert_eq!(report.memory_bytes, Some(16 << 30));
        assert_eq!(report.directx.as_deref(), Some("DirectX 12"));
        assert_eq!(report.taken.as_deref(), Some("2031-02-03T04:05:06"));
        assert_eq!(report.computer.as_deref(), Some("Example Works Model 1"));
        assert_eq!(
            report.gpus,
            [
                Gpu {
                    name: "Example Graphics 1".into(),
                    driver: Some("31.0.1".into()),
                    vram_bytes: Some(6000 << 20),
                    driver_date: Some("2030-11-27".into()),
                    ..Gpu::default()
                },
                Gpu { name: "Example Virtual Display".into(), driver: None, vram_bytes: None, ..Gpu::default() },
            ]
        );
        let displays: Vec<_> = report.displays.iter().map(|d| (d.width, d.height, d.refresh_hz)).collect();
        assert_eq!(displays, [(2560, 1440, Some(144.0)), (1920, 1080, Some(60.0))]);
    }

    #[test]
    fn lost_lines_and_older_layouts_change_nothing() {
        let whole = read(REPORT);
        let loose =
            REPORT.lines().filter(|line| !is_rule(line)).map(|line| format!("{line}\n\n")).collect::<Vec<_>>().concat();
        assert_eq!(read(&loose), whole);
        let old = "---\nDisplay Devices\n---------------\n  Card name: Old\n  Display Memory: 256.0 MB\n  Driver Version: 6.14.0010.1 (English)\n";
        let gpu = Gpu {
            name: "Old".into(),
            driver: Some("6.14.0010.1".into()),
            vram_bytes: Some(256 << 20),
            ..Gpu::default()
        };
        assert_eq!(read(old).gpus, [gpu]);
    }

    #[test]
    fn the_xml_says_the_same() {
        let xml = "<?xml version=\"1.0\"?><DxDiag><SystemInformation><Time>2/3/2031, 04:05:06</Time><OperatingSystem>Windows 11 Home 64-bit (10.0, Build 99999)</OperatingSystem>
<SystemManufacturer>Example Works</SystemManufacturer><SystemModel>Model 1</SystemModel><Processor>Example CPU 9   (8 CPUs), ~4.0GHz</Processor><Memory>16384MB RAM</Memory><DirectXVersion>DirectX 12</DirectXVersion></SystemInformation>
<DisplayDevices><DisplayDevice><CardName>Example Graphics 1</CardName><DisplayMemory>14000 MB</DisplayMemory><DedicatedMemory>6000 MB</DedicatedMemory>
<CurrentMode>2560 x 1440 (32 bit) (144Hz)</CurrentMode><DriverVersion>31.0.1</DriverVersion><DriverDate>27/11/2030 01:00:00</DriverDate></DisplayDevice><DisplayDevice><CardName>Example Graphics 1</CardName>
<DedicatedMemory>6000 MB</DedicatedMemory><CurrentMode>1920 x 1080 (32 bit) (60Hz)</CurrentMode><DriverVersion>31.0.1</DriverVersion><DriverDate>27/11/2030 01:00:00</DriverDate></DisplayDevice>
<DisplayDevice><CardName>Example Virtual Display</CardName></DisplayDevice></DisplayDevices></DxDiag>";
        assert!(is_one(xml));
        assert_eq!(read(xml), read(REPORT));
    }

    #[test]
    fn a_broken_report_says_nothing() {
        assert_eq!(read("----\n:::\nMemory: MB\n"), SystemReport::default());
    }
}
