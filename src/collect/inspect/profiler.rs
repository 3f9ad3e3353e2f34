//! macOS `system_profiler`: as JSON, as a property list (`.spx`), and as text.

use serde_json::{Map, Value};

use super::apple::string;
use super::json;
use super::pairs::{bytes, pair, words};
use super::report::SystemReport;
use super::steam::size;
use super::xml::{Event, events};
use crate::model::{Display, Gpu};

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let data = (head.contains("\"SP") || head.contains("<string>SP")) && head.contains("DataType");
    let has = |heading: &str| head.lines().any(|line| line.trim() == heading);
    let text = has("Hardware Overview:") || has("System Software Overview:") || has("Graphics/Displays:");
    let keys =
        head.contains("Model Identifier:") || head.contains("System Version:") || head.contains("Chipset Model:");
    let has_key = |key: &str| head.lines().any(|line| line.trim_start().starts_with(key));
    let hardware =
        has_key("Model Identifier:") && has_key("Memory:") && (has_key("Chip:") || has_key("Processor Name:"));
    data || hardware || text && keys
}

/// Reads a report of any of the three forms.
pub fn read(text: &str) -> SystemReport {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if text.contains("<plist") {
        return from_json(&sections(&plist(text)));
    }
    if let Some(found) =
        start.find('{').filter(|_| text.contains("DataType\"")).and_then(|at| json::first(&start[at..]))
    {
        return from_json(&found);
    }
    from_text(text)
}

fn from_json(all: &Value) -> SystemReport {
    let first = |kind: &str| all.get(kind).and_then(|items| items.get(0)).cloned().unwrap_or_default();
    let (hardware, software) = (first("SPHardwareDataType"), first("SPSoftwareDataType"));
    let cpu = string(&hardware, "chip_type").or_else(|| {
        let name = string(&hardware, "cpu_type")?;
        Some(
            string(&hardware, "current_processor_speed")
                .map_or_else(|| name.clone(), |speed| format!("{name} {speed}")),
        )
    });
    let mut report = SystemReport {
        os: string(&software, "os_version"),
        cpu,
        computer: string(&hardware, "machine_model").or_else(|| string(&hardware, "machine_name")),
        memory_bytes: string(&hardware, "physical_memory").and_then(|amount| bytes(&amount)),
        ..SystemReport::default()
    };
    for card in all.get("SPDisplaysDataType").and_then(Value::as_array).into_iter().flatten() {
        let name = string(card, "sppci_model").or_else(|| string(card, "_name"));
        let memory = ["spdisplays_vram", "_spdisplays_vram", "spdisplays_vram_shared"];
        let vram_bytes = memory.iter().find_map(|key| string(card, key)).and_then(|amount| bytes(&amount));
        report.gpus.extend(name.map(|name| Gpu { name, vram_bytes, ..Gpu::default() }));
        for screen in card.get("spdisplays_ndrvs").and_then(Value::as_array).into_iter().flatten() {
            let told =
                ["_spdisplays_resolution", "spdisplays_resolution", "_spdisplays_pixels", "spdisplays_pixelresolution"];
            let primary = string(screen, "spdisplays_main").is_some_and(|main| main.ends_with("yes"));
            report
                .displays
                .extend(told.iter().filter_map(|key| string(screen, key)).find_map(|size| display(&size, primary)));
        }
    }
    report
}

/// `3456 x 2234 @ 120.00Hz`
fn display(value: &str, primary: bool) -> Option<Display> {
    let (width, height) = size(value)?;
    let rate = value.split_once('@').map(|(_, rate)| rate.trim().trim_end_matches("Hz").trim());
    Some(Display { width, height, refresh_hz: rate.and_then(|rate| rate.parse().ok()), primary, ..Display::default() })
}

/// The array of a property list in the form of the JSON: items by data type.
fn sections(list: &Value) -> Value {
    let mut all = Map::new();
    for section in list.as_array().into_iter().flatten() {
        if let Some(kind) = string(section, "_dataType") {
            all.insert(kind, section.get("_items").cloned().unwrap_or_default());
        }
    }
    Value::Object(all)
}

/// A property list as JSON; what is nested deeper than anything real is left out.
fn plist(text: &str) -> Value {
    const DEEPEST: usize = 40;
    let mut open: Vec<(Value, Option<String>)> = Vec::new();
    let (mut key, mut words) = (None, String::new());
    let mut done = Value::Null;
    for event in events(text) {
        match event {
            Event::Start(name, _) => match name.as_str() {
                "dict" if open.len() < DEEPEST => open.push((Value::Object(Map::new()), key.take())),
                "array" if open.len() < DEEPEST => open.push((Value::Array(Vec::new()), key.take())),
                "dict" | "array" => return done,
                _ => words.clear(),
            },
            Event::Text(text) => words = text,
            Event::End(name) => {
                let value = match name.as_str() {
                    "key" => {
                        key = Some(std::mem::take(&mut words));
                        continue;
                    }
                    "dict" | "array" => {
                        let Some((value, its_key)) = open.pop() else { continue };
                        key = its_key;
                        value
                    }
                    "plist" => continue,
                    _ => Value::String(std::mem::take(&mut words)),
                };
                match open.last_mut() {
                    Some((Value::Array(items), _)) => items.push(value),
                    Some((Value::Object(items), _)) => {
                        items.insert(key.take().unwrap_or_default(), value);
                    }
                    _ => done = value,
                }
            }
        }
    }
    done
}

fn from_text(text: &str) -> SystemReport {
    let mut report = SystemReport::default();
    let (mut processor, mut speed) = (None, None);
    for (key, value) in text.lines().filter_map(pair).filter(|(_, value)| !value.is_empty()) {
        match key {
            "System Version" if report.os.is_none() => report.os = words(value),
            "Model Identifier" => report.computer = words(value),
            "Model Name" if report.computer.is_none() => report.computer = words(value),
            "Chip" if report.cpu.is_none() => report.cpu = words(value),
            "Processor Name" if processor.is_none() => processor = words(value),
            "Processor Speed" if speed.is_none() => speed = words(value),
            "Memory" if report.memory_bytes.is_none() => report.memory_bytes = bytes(value),
            "Chipset Model" => report.gpus.extend(words(value).map(|name| Gpu { name, ..Gpu::default() })),
            "VRAM (Total)" | "VRAM (Dynamic, Max)" => {
                if let Some(gpu) = report.gpus.last_mut() {
                    gpu.vram_bytes = gpu.vram_bytes.or_else(|| bytes(value));
                }
            }
            "Resolution" if !report.gpus.is_empty() => report.displays.extend(display(value, false)),
            "Main Display" if value == "Yes" => {
                if let Some(display) = report.displays.last_mut() {
                    display.primary = true;
                }
            }
            _ => {}
        }
    }
    let named = processor.map(|name| speed.map_or_else(|| name.clone(), |speed| format!("{name} {speed}")));
    report.cpu = report.cpu.or(named);
    report
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const TEXT: &str = "Hardware:

    Hardware Overview:

      Model Name: Example Book
      Model Identifier: Example1,1
      Chip: Example M9
      Memory: 16 GB

Software:

    System Software Overview:

      System Version: macOS 99.1 (99A1)

Graphics/Displays:

    Example M9:

      Chipset Model: Example M9
      VRAM (Total): 4 GB
      Displays:
        Color LCD:
          Resolution: 3456 x 2234 Retina
          Main Display: Yes
";

    pub fn json() -> String {
        serde_json::json!({
            "SPHardwareDataType": [{"_name": "hardware_overview", "chip_type": "Example M9", "machine_model": "Example1,1", "physical_memory": "16 GB"}],
            "SPSoftwareDataType": [{"os_version": "macOS 99.1 (99A1)"}],
            "SPDisplaysDataType": [{"_name": "Example M9", "sppci_model": "Example M9", "spdisplays_vram": "4 GB", "spdisplays_ndrvs": [
                {"_name": "Color LCD", "_spdisplays_pixels": "3456 x 2234", "spdisplays_main": "spdisplays_yes"}]}],
        })
        .to_string()
    }

    pub const SPX: &str = "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://example.com/a.dtd\"><plist version=\"1.0\"><array>
<dict><key>_dataType</key><string>SPHardwareDataType</string><key>_items</key><array><dict><key>chip_type</key><string>Example M9</string><key>machine_model</key><string>Example1,1</string><key>n</key><integer>1</integer>
<key>physical_memory</key><string>16 GB</string></dict></array></dict>
<dict><key>_dataType</key><string>SPSoftwareDataType</string><key>_items</key><array><dict><key>os_version</key><string>macOS 99.1 (99A1)</string></dict></array></dict>
<dict><key>_dataType</key><string>SPDisplaysDataType</string><key>_items</key><array><dict><key>sppci_model</key><string>Example M9</string>
<key>spdisplays_vram</key><string>4 GB</string><key>spdisplays_ndrvs</key><array><dict><key>_spdisplays_pixels</key><string>3456 x 2234</string>
<key>spdisplays_main</key><string>spdisplays_yes</string></dict></array></dict></array></dict></array></plist>";

    #[test]
    fn the_hardware_alone_is_a_report() {
        let part = TEXT.split_once("Overview:").unwrap().1.split_once("Software:").unwrap().0;
        assert!(is_one(part) && !is_one("Memory: 16 GB\nChip: x\n"));
        assert_eq!(read(part).computer.as_deref(), Some("Example1,1"));
    }

    #[test]
    fn three_forms_say_the_same() {
        let report = read(TEXT);
        assert_eq!((report.os.as_deref(), report.cpu.as_deref()), (Some("macOS 99.1 (99A1)"), Some("Example M9")));
        assert_eq!((report.memory_bytes, report.gpus[0].vram_bytes), (Some(16 << 30), Some(4 << 30)));
        assert_eq!((report.displays[0].width, report.displays[0].primary), (3456, true));
        for other in [json().as_str(), SPX] {
            assert!(is_one(other));
            assert_eq!(read(other), report);
        }
        assert!(is_one(TEXT));
        let intel = TEXT.replace("Chip: Example M9", "Processor Name: Example Core\n      Processor Speed: 2,6 GHz");
        assert_eq!(read(&intel).cpu.as_deref(), Some("Example Core 2,6 GHz"));
        assert_eq!(plist(&"<array>".repeat(10_000)), Value::Null);
    }
}
