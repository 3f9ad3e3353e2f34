//! `fastfetch --format json`: a list of parts, each with its `type` and its `result`.

use serde_json::Value;

use super::json;
use super::pairs::{computer, words};
use super::report::SystemReport;
use crate::model::{Display, Gpu};

/// Whether the text of a file's start is such a list.
pub fn is_one(head: &str) -> bool {
    let part = |name: &str| ["\"type\": ", "\"type\":"].iter().any(|key| head.contains(&format!("{key}\"{name}\"")));
    head.contains("\"result\"") && part("OS") && (part("CPU") || part("Kernel") || part("Memory"))
}

/// Reads the list; one that is broken says nothing.
pub fn read(text: &str) -> SystemReport {
    // Words before the list may have brackets of their own.
    let mut lists =
        text.match_indices('[').take(16).filter_map(|(at, _)| json::first(text.get(at..)?)?.as_array().cloned());
    let Some(parts) = lists.find(|parts| parts.iter().any(|part| part.get("result").is_some())) else {
        return SystemReport::default();
    };
    let result =
        |name: &str| parts.iter().find(|part| part["type"] == name).map_or(&Value::Null, |part| &part["result"]);
    let list = |name: &str| result(name).as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().and_then(words);
    let os = word(&result("OS")["prettyName"]).or_else(|| word(&result("OS")["name"]));
    let kernel = word(&result("Kernel")["release"]);
    let gpu = |gpu: &Value| {
        Some(Gpu {
            name: computer(word(&gpu["vendor"]), gpu["name"].as_str()?)?,
            driver: word(&gpu["driver"]),
            vram_bytes: gpu["memory"]["dedicated"]["total"].as_u64().filter(|total| *total > 0),
            ..Gpu::default()
        })
    };
    let display = |display: &Value| {
        let output = &display["output"];
        let number = |key: &str| output[key].as_u64().and_then(|number| u32::try_from(number).ok());
        let refresh_hz = output["refreshRate"].as_f64().filter(|rate| *rate > 1.0).map(|rate| rate as f32);
        Some(Display { width: number("width")?, height: number("height")?, refresh_hz, ..Display::default() })
    };
    SystemReport {
        os: os.map(|os| kernel.as_ref().map_or_else(|| os.clone(), |kernel| format!("{os} {kernel}"))),
        computer: word(&result("Host")["name"]).and_then(|name| computer(word(&result("Host")["vendor"]), &name)),
        cpu: word(&result("CPU")["cpu"]),
        gpus: list("GPU").iter().filter_map(gpu).collect(),
        memory_bytes: result("Memory")["total"].as_u64(),
        displays: list("Display").iter().filter_map(display).collect(),
        ..SystemReport::default()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const TEXT: &str = r#"[
  {"type": "Title", "result": {"userName": "alice"}},
  {"type": "Separator", "error": "Unsupported for JSON format"},
  {"type": "OS", "result": {"name": "Example", "prettyName": "Example Linux 99"}},
  {"type": "Host", "result": {"name": "Book 1", "vendor": "Example Works"}},
  {"type": "Kernel", "result": {"release": "9.15.0"}},
  {"type": "CPU", "result": {"cpu": "Example CPU 9"}},
  {"type": "GPU", "result": [{"memory": {"dedicated": {"total": 8589934592}}, "driver": "exgpu", "name": "Graphics 1", "vendor": "Example"},
    {"memory": {"dedicated": {"total": null}}, "driver": "", "name": "Example Graphics 2", "vendor": "Example"}]},
  {"type": "Memory", "result": {"total": 17179869184, "used": 5}},
  {"type": "Display", "result": [{"output": {"width": 2560, "height": 1440, "refreshRate": 144.0}}]}
]
"#;

    #[test]
    fn a_list_is_read() {
        assert!(is_one(TEXT));
        let report = read(TEXT);
        assert_eq!(report.os.as_deref(), Some("Example Linux 99 9.15.0"));
        assert_eq!(report.computer.as_deref(), Some("Example Works Book 1"));
        assert_eq!((report.cpu.as_deref(), report.memory_bytes), (Some("Example CPU 9"), Some(16 << 30)));
        let gpus: Vec<_> = report.gpus.iter().map(|gpu| (gpu.name.as_str(), gpu.vram_bytes)).collect();
        assert_eq!(gpus, [("Example Graphics 1", Some(8 << 30)), ("Example Graphics 2", None)]);
        assert_eq!((report.displays.len(), report.displays[0].refresh_hz), (1, Some(144.0)));
        assert_eq!(read("[{"), SystemReport::default());
        assert_eq!(read(&format!("It says [sic]:\n{TEXT}")), report);
        assert_eq!(read("{}[1]"), SystemReport::default());
    }
}
