//! Graphics adapters with driver version and memory.
//!
//! Never here: a driver loaded into this process. [`probe_gpu`] is the work of a child process, since a broken driver can
//! crash or hang who asks it, and that is the very computer a support request comes from.

use super::Probes;
use crate::collect::probe::child;
use crate::model::{Gpu, ProbeProblem};

/// Seconds the child process has.
const CHILD_SECS: u64 = 10;

/// Every adapter, and why the child gave no answer if it gave none: what the system's files tell stands in for it.
pub fn gpus(probes: &Probes) -> (Vec<Gpu>, Option<ProbeProblem>) {
    let Some(program) = &probes.program else { return (listed(), None) };
    let told = child(program, &["probe-gpu"], CHILD_SECS)
        .and_then(|answer| serde_json::from_slice(&answer).map_err(|error| ProbeProblem::Failed(error.to_string())));
    match told {
        Ok(gpus) => (gpus, None),
        Err(problem) => (listed(), Some(problem)),
    }
}

/// The work of the child process: asks the drivers. Prints nothing; the caller writes the answer as JSON.
#[must_use]
pub fn probe_gpu() -> Vec<Gpu> {
    asked()
}

#[cfg(target_os = "linux")]
fn listed() -> Vec<Gpu> {
    super::drm::adapters(std::path::Path::new("/sys/class/drm")).into_iter().map(|adapter| adapter.gpu).collect()
}

#[cfg(target_os = "linux")]
fn asked() -> Vec<Gpu> {
    let mut adapters = super::drm::adapters(std::path::Path::new("/sys/class/drm"));
    let sysinfo = sysinfo::Gpus::new_with_refreshed_list().ok();
    let mesa = mesa();
    for adapter in &mut adapters {
        let same = sysinfo.iter().flatten().find(|gpu| gpu.pci().to_string() == adapter.pci);
        if let Some(same) = same {
            if let Some(model) = same.model().filter(|_| adapter.gpu.name.starts_with("PCI ")) {
                adapter.gpu.name = named(same.vendor(), model);
            }
            adapter.gpu.vram_bytes = adapter.gpu.vram_bytes.or(same.total_memory()).filter(|bytes| *bytes > 0);
        }
        if let Some(mesa) = mesa.as_ref().filter(|_| !adapter.module.is_empty() && adapter.module != "nvidia") {
            adapter.gpu.driver = Some(format!("{mesa} ({})", adapter.module));
        }
    }
    let known: Vec<String> = adapters.iter().map(|adapter| adapter.pci.clone()).collect();
    let mut gpus: Vec<Gpu> = adapters.into_iter().map(|adapter| adapter.gpu).collect();
    // A driver that is not part of the kernel's graphics still shows on the bus.
    for gpu in sysinfo.iter().flatten().filter(|gpu| !known.contains(&gpu.pci().to_string())) {
        let Some(model) = gpu.model() else { continue };
        gpus.push(Gpu {
            name: named(gpu.vendor(), model),
            driver: None,
            vram_bytes: gpu.total_memory(),
            ..Gpu::default()
        });
    }
    gpus
}

/// `Mesa 22.3.6`, where a tool of the system tells it: only a program that opens a driver can know.
#[cfg(target_os = "linux")]
fn mesa() -> Option<String> {
    const TOOLS: [(&str, &str); 2] = [("glxinfo", "-B"), ("vulkaninfo", "--summary")];
    TOOLS
        .into_iter()
        .filter_map(|(tool, argument)| child(tool, &[argument], 3).ok())
        .find_map(|answer| mesa_in(&String::from_utf8_lossy(&answer)))
}

#[cfg(target_os = "linux")]
fn mesa_in(text: &str) -> Option<String> {
    let (_, after) = text
        .match_indices("Mesa ")
        .map(|(at, word)| (at, &text[at + word.len()..]))
        .find(|(_, after)| after.starts_with(|c: char| c.is_ascii_digit()))?;
    let version: String = after.chars().take_while(|c| !c.is_whitespace() && *c != ')').collect();
    Some(format!("Mesa {version}"))
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn named(maker: Option<&str>, model: &str) -> String {
    match maker {
        Some(maker) if !model.to_lowercase().contains(&maker.to_lowercase()) => format!("{maker} {model}"),
        _ => model.to_owned(),
    }
}

#[cfg(windows)]
const DISPLAY_CLASS: &str = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}";

/// All that the registry knows, also adapters that were removed.
#[cfg(windows)]
fn listed() -> Vec<Gpu> {
    let Ok(class) = winreg::HKLM.open_subkey(DISPLAY_CLASS) else { return Vec::new() };
    let mut names: Vec<String> = class.enum_keys().flatten().filter(|name| name.len() == 4).collect();
    names.sort();
    let mut gpus: Vec<Gpu> = Vec::new();
    for name in names {
        let Ok(key) = class.open_subkey(&name) else { continue };
        let Some(model) = super::registry::text(&key, "DriverDesc") else { continue };
        let text = |name| super::registry::text(&key, name);
        let date = text("DriverDate").and_then(|date| iso_date(&date));
        let driver = text("DriverVersion")
            .map(|version| windows_driver(&version, &model, text("RadeonSoftwareVersion").as_deref(), date.as_deref()));
        let vram_bytes = key.get_value::<u64, _>("HardwareInformation.qwMemorySize").ok().filter(|bytes| *bytes > 0);
        let gpu = Gpu { name: model, driver, vram_bytes, driver_date: date, ..Gpu::default() };
        if !gpus.contains(&gpu) {
            gpus.push(gpu);
        }
    }
    gpus
}

#[cfg(windows)]
fn asked() -> Vec<Gpu> {
    let listed = listed();
    let Ok(present) = sysinfo::Gpus::new_with_refreshed_list() else { return listed };
    let mut gpus: Vec<Gpu> = Vec::new();
    for present in &present {
        let Some(model) = present.model() else { continue };
        let known = listed.iter().find(|gpu| gpu.name == model);
        let vram_bytes = known.and_then(|gpu| gpu.vram_bytes).or(present.total_memory()).filter(|bytes| *bytes > 0);
        gpus.push(Gpu { name: model.to_owned(), vram_bytes, ..known.cloned().unwrap_or_default() });
    }
    // Windows lists its software renderer beside every real adapter.
    if gpus.len() > 1 {
        gpus.retain(|gpu| gpu.name != "Microsoft Basic Render Driver");
    }
    if gpus.is_empty() { listed } else { gpus }
}

/// `NVIDIA 572.83 (32.0.15.7283, 2025-03-14)`: the version its users know, and the one Windows knows.
#[cfg(any(windows, test))]
fn windows_driver(version: &str, model: &str, radeon: Option<&str>, date: Option<&str>) -> String {
    let public = match radeon {
        Some(radeon) => Some(format!("AMD {radeon}")),
        None if model.contains("NVIDIA") || model.contains("GeForce") => {
            nvidia_version(version).map(|version| format!("NVIDIA {version}"))
        }
        None => None,
    };
    match (public, date) {
        (Some(public), Some(date)) => format!("{public} ({version}, {date})"),
        (Some(public), None) => format!("{public} ({version})"),
        (None, Some(date)) => format!("{version} ({date})"),
        (None, None) => version.to_owned(),
    }
}

/// NVIDIA's own version is in the last five digits of the one Windows shows: `32.0.15.7283` is 572.83.
#[cfg(any(windows, test))]
fn nvidia_version(version: &str) -> Option<String> {
    if version.split('.').count() != 4 {
        return None;
    }
    let digits: Vec<char> = version.chars().filter(char::is_ascii_digit).collect();
    let last = digits.get(digits.len().checked_sub(5)?..)?;
    let (major, minor) = last.split_at_checked(3)?;
    Some(format!("{}.{}", major.iter().collect::<String>(), minor.iter().collect::<String>()))
}

/// The registry writes month, day and year, `3-14-2025`.
#[cfg(any(windows, test))]
fn iso_date(date: &str) -> Option<String> {
    let mut parts = date.split('-').map(|part| part.trim().parse::<u16>().ok());
    let (month, day, year) = (parts.next()??, parts.next()??, parts.next()??);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(target_os = "macos")]
fn listed() -> Vec<Gpu> {
    const ARGS: [&str; 4] = ["SPDisplaysDataType", "-json", "-detailLevel", "mini"];
    let answer = child("/usr/sbin/system_profiler", &ARGS, 8).unwrap_or_default();
    profiler(&serde_json::from_slice(&answer).unwrap_or_default())
}

#[cfg(target_os = "macos")]
fn asked() -> Vec<Gpu> {
    let listed = listed();
    if !listed.is_empty() {
        return listed;
    }
    let Ok(gpus) = sysinfo::Gpus::new_with_refreshed_list() else { return listed };
    let mut told = Vec::new();
    for gpu in &gpus {
        let Some(model) = gpu.model() else { continue };
        told.push(Gpu {
            name: named(gpu.vendor(), model),
            driver: None,
            vram_bytes: gpu.total_memory(),
            ..Gpu::default()
        });
    }
    told
}

/// The adapters in an answer of `system_profiler`; the driver is a part of macOS and has no version of its own.
#[cfg(any(target_os = "macos", test))]
fn profiler(answer: &serde_json::Value) -> Vec<Gpu> {
    let entries = answer.get("SPDisplaysDataType").and_then(|entries| entries.as_array());
    let text = |entry: &serde_json::Value, key| entry.get(key).and_then(|value| value.as_str()).map(str::to_owned);
    entries
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let name = text(entry, "sppci_model").or_else(|| text(entry, "_name"))?;
            let vram = text(entry, "spdisplays_vram").and_then(|vram| memory(&vram));
            Some(Gpu { name, vram_bytes: vram, ..Gpu::default() })
        })
        .collect()
}

#[cfg(any(target_os = "macos", test))]
fn memory(text: &str) -> Option<u64> {
    let (amount, unit) = text.trim().split_once(' ')?;
    let factor = match unit.trim() {
        "GB" => 1 << 30,
        "MB" => 1 << 20,
        _ => return None,
    };
    amount.parse::<u64>().ok().map(|amount| amount * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nvidia_users_see_the_version_they_know() {
        assert_eq!(nvidia_version("32.0.15.7283").as_deref(), Some("572.83"));
        assert_eq!(nvidia_version("25.21.14.1701").as_deref(), Some("417.01"));
        assert_eq!(nvidia_version("1.2"), None);
        assert_eq!(nvidia_version(""), None);
    }

    #[test]
    fn a_windows_driver_has_version_and_date() {
        let date = iso_date("3-14-2025");
        assert_eq!(
            windows_driver("32.0.15.7283", "NVIDIA Example 9", None, date.as_deref()),
            "NVIDIA 572.83 (32.0.15.7283, 2025-03-14)"
        );
        assert_eq!(
            windows_driver("32.0.13031.3015", "AMD Example", Some("25.3.1"), None),
            "AMD 25.3.1 (32.0.13031.3015)"
        );
        assert_eq!(windows_driver("10.0.1.2", "Example Graphics", None, None), "10.0.1.2");
        assert_eq!(iso_date("14 March"), None);
    }

    #[test]
    fn system_profiler_is_read() {
        let answer = serde_json::json!({"SPDisplaysDataType": [
            {"_name": "Example M9", "sppci_model": "Example M9 Pro"},
            {"_name": "Example 580", "spdisplays_vram": "8 GB"},
            {"broken": true},
        ]});
        let gpus = profiler(&answer);
        assert_eq!(gpus[0].name, "Example M9 Pro");
        assert_eq!(gpus[1].vram_bytes, Some(8 << 30));
        assert_eq!(gpus.len(), 2);
        assert!(profiler(&serde_json::Value::Null).is_empty());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn mesa_is_found_in_what_tools_print() {
        let text = "OpenGL vendor string: Mesa/X.org\nOpenGL version string: 4.5 (Compatibility Profile) Mesa 22.3.6\n";
        assert_eq!(mesa_in(text).as_deref(), Some("Mesa 22.3.6"));
        assert_eq!(mesa_in("Mesa Project"), None);
    }

    #[test]
    fn a_child_that_fails_is_told_and_the_files_stand_in() {
        let probes = Probes { program: Some("no-such-program-anywhere".into()) };
        let (gpus, problem) = gpus(&probes);
        assert_eq!(gpus, listed());
        assert!(matches!(problem, Some(ProbeProblem::Failed(_))));
    }
}
