//! `fastfetch --format json`: a list of modules, each with its type and its result.

use serde_json::Value;

use super::apple::{first_json, string};
use super::pairs::computer;
use super::report::SystemReport;
use crate::model::{Display, Gpu};

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let bare: String = head.chars().filter(|c| !c.is_whitespace()).collect();
    let has = |kind: &str| bare.contains(&format!("\"type\":\"{kind}\""));
    bare.contains("\"result\":") && has("OS") && (has("Kernel") || has("Host"))
}

/// Reads a report; words around it are passed over.
pub fn read(text: &str) -> SystemReport {
    let starts = text.match_indices('[').take(16).filter_map(|(at, _)| first_json(text.get(at..)?));
    let modules: Vec<Value> = starts
        .filter_map(|value| value.as_array().cloned())
        .find(|modules| modules.iter().any(|module| module.get("result").is_some()))
        .unwrap_or_default();
    let of = |kind: &str| {
        let module = modules.iter().find(|module| module.get("type").and_then(Value::as_str) == Some(kind));
        module.and_then(|module| module.get("result")).cloned().unwrap_or_default()
    };
    let (os, host) = (of("OS"), of("Host"));
    SystemReport {
        os: string(&os, "prettyName").or_else(|| string(&os, "name")),
        computer: string(&host, "name").and_then(|name| computer(string(&host, "vendor"), &name)),
        cpu: string(&of("CPU"), "cpu"),
        memory_bytes: of("Memory").get("total").and_then(Value::as_u64),
        gpus: of("GPU").as_array().into_iter().flatten().filter_map(gpu).collect(),
        displays: of("Display").as_array().into_iter().flatten().filter_map(display).collect(),
        ..SystemReport::default()
    }
}

fn gpu(card: &Value) -> Option<Gpu> {
    let name = computer(string(card, "vendor"), &string(card, "name")?)?;
    let vram_bytes = card.pointer("/memory/dedicated/total").and_then(Value::as_u64);
    Some(Gpu { name, driver: string(card, "driver"), vram_bytes, ..Gpu::default() })
}

fn display(screen: &Value) -> Option<Display> {
    let output = screen.get("output").unwrap_or(screen);
    let number = |key: &str| output.get(key).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
    let refresh_hz = output.get("refreshRate").and_then(Value::as_f64).map(|rate| rate as f32);
    let primary = screen.get("primary").and_then(Value::as_bool).unwrap_or(false);
    Some(Display { width: number("width")?, height: number("height")?, refresh_hz, primary, ..Display::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"It says:
[ { "type": "OS", "result": { "name": "Example", "prettyName": "Example Linux 9" }, "stat": 1.5 },
  { "type": "Host", "result": { "name": "Book 1", "vendor": "Example Works" } },
  { "type": "Bootmgr", "error": "Failed to read" },
  { "type": "CPU", "result": { "cpu": "Example CPU 9" } },
  { "type": "GPU", "result": [ { "name": "Graphics 1", "vendor": "Example", "driver": "example 1.2",
    "memory": { "dedicated": { "total": 1073741824, "used": null } } } ] },
  { "type": "Display", "result": [ { "primary": true, "output": { "width": 2560, "height": 1440, "refreshRate": 144.0 } } ] },
  { "type": "Memory", "result": { "total": 17179869184, "used": 1 } } ]
"#;

    #[test]
    fn modules_are_read() {
        assert!(is_one(REPORT) && !is_one("[{\"type\": \"OS\"}]"));
        let report = read(REPORT);
        assert_eq!((report.os.as_deref(), report.cpu.as_deref()), (Some("Example Linux 9"), Some("Example CPU 9")));
        assert_eq!((report.memory_bytes, report.computer.as_deref()), (Some(16 << 30), Some("Example Works Book 1")));
        let gpu = Gpu {
            name: "Example Graphics 1".into(),
            driver: Some("example 1.2".into()),
            vram_bytes: Some(1 << 30),
            ..Gpu::default()
        };
        assert_eq!(report.gpus, [gpu]);
        assert_eq!((report.displays[0].width, report.displays[0].refresh_hz), (2560, Some(144.0)));
        assert_eq!(read("[1, 2"), SystemReport::default());
    }
}
