//! The interfaces to the graphics with their versions, as tools of the system tell them.
//!
//! Never here: a graphics library loaded into this process.

use crate::collect::probe::child;
use crate::model::Named;

/// Seconds one tool has.
const TOOL_SECS: u64 = 4;

/// What is told; a tool that is not there tells nothing.
pub fn apis() -> Vec<Named> {
    let mut all = native();
    let told = |tool: &str, argument: &str| {
        child(tool, &[argument], TOOL_SECS)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    };
    all.extend(vulkan(&told("vulkaninfo", "--summary")));
    if cfg!(target_os = "linux") {
        all.extend(opengl(&told("glxinfo", "-B")));
    }
    all
}

/// The highest version among the adapters that are none of software: `apiVersion = 1.3.280 (4206872)`.
fn vulkan(text: &str) -> Option<Named> {
    let mut best: Option<(Vec<u32>, String)> = None;
    let mut version: Option<String> = None;
    for line in text.lines() {
        let Some((key, value)) = line.split_once('=') else { continue };
        match key.trim() {
            "apiVersion" => version = value.split_whitespace().next().map(str::to_owned),
            "deviceType" if !value.contains("_CPU") => {
                let Some(version) = version.take() else { continue };
                let numbers: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
                if best.as_ref().is_none_or(|(known, _)| *known < numbers) {
                    best = Some((numbers, version));
                }
            }
            _ => {}
        }
    }
    best.map(|(_, version)| Named { name: "Vulkan".to_owned(), version })
}

/// `OpenGL core profile version string: 4.6 (Core Profile) Mesa 24.0.1`.
fn opengl(text: &str) -> Option<Named> {
    let value = |key: &str| text.lines().find_map(|line| line.trim().strip_prefix(key));
    let line = value("OpenGL core profile version string:").or_else(|| value("OpenGL version string:"))?;
    let version = line.split_whitespace().next()?.to_owned();
    version.starts_with(|c: char| c.is_ascii_digit()).then(|| Named { name: "OpenGL".to_owned(), version })
}

#[cfg(target_os = "linux")]
fn native() -> Vec<Named> {
    Vec::new()
}

/// `dxdiag` writes its report into a file, which takes it some seconds.
#[cfg(windows)]
fn native() -> Vec<Named> {
    const DXDIAG_SECS: u64 = 25;
    let Ok(folder) = tempfile::tempdir() else { return Vec::new() };
    let report = folder.path().join("dxdiag.txt");
    let path = report.display().to_string();
    if child("dxdiag", &["/dontskip", "/whql:off", "/t", &path], DXDIAG_SECS).is_err() {
        return Vec::new();
    }
    directx(&String::from_utf8_lossy(&std::fs::read(&report).unwrap_or_default()))
}

/// `DirectX Version: DirectX 12` and the highest of `Feature Levels: 12_2,12_1`.
#[cfg(any(windows, test))]
fn directx(text: &str) -> Vec<Named> {
    let value = |key: &str| {
        let mut lines = text.lines().filter_map(|line| line.trim().split_once(':'));
        lines.find(|(name, _)| name.trim() == key).map(|(_, value)| value.trim().to_owned())
    };
    let version = value("DirectX Version").and_then(|version| Some(version.strip_prefix("DirectX ")?.to_owned()));
    let level =
        value("Feature Levels").and_then(|levels| levels.split(',').next().map(|level| level.trim().to_owned()));
    let mut all = Vec::new();
    all.extend(version.map(|version| Named { name: "DirectX".to_owned(), version }));
    all.extend(level.map(|version| Named { name: "Direct3D feature level".to_owned(), version }));
    all
}

#[cfg(target_os = "macos")]
fn native() -> Vec<Named> {
    const ARGS: [&str; 4] = ["SPDisplaysDataType", "-json", "-detailLevel", "mini"];
    let answer = child("/usr/sbin/system_profiler", &ARGS, 8).unwrap_or_default();
    metal(&serde_json::from_slice(&answer).unwrap_or_default()).into_iter().collect()
}

/// `spdisplays_metal3` is Metal 3.
#[cfg(any(target_os = "macos", test))]
fn metal(answer: &serde_json::Value) -> Option<Named> {
    let entries = answer.get("SPDisplaysDataType")?.as_array()?;
    let told = entries.iter().find_map(|entry| entry.get("spdisplays_mtlgpufamilysupport")?.as_str())?;
    let version = told.strip_prefix("spdisplays_metal")?.to_owned();
    Some(Named { name: "Metal".to_owned(), version })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(api: &Named) -> String {
        format!("{} {}", api.name, api.version)
    }

    #[test]
    fn what_tools_print_is_read() {
        let text = "GPU0:\n\tapiVersion         = 1.3.280 (4206872)\n\tdeviceType         = PHYSICAL_DEVICE_TYPE_DISCRETE_GPU\nGPU1:\n\tapiVersion = 1.4.1 (9)\n\tdeviceType = PHYSICAL_DEVICE_TYPE_CPU\n";
        assert_eq!(vulkan(text).map(|api| told(&api)).as_deref(), Some("Vulkan 1.3.280"));
        assert_eq!(vulkan("apiVersion"), None);
        let text = "OpenGL vendor string: Mesa\nOpenGL core profile version string: 4.6 (Core Profile) Mesa 24.0.1\n";
        assert_eq!(opengl(text).map(|api| told(&api)).as_deref(), Some("OpenGL 4.6"));
        assert_eq!(opengl("OpenGL version string: none"), None);
        let text = "   DirectX Version: DirectX 12\n  Feature Levels: 12_2,12_1,12_0\n";
        assert_eq!(directx(text).iter().map(told).collect::<Vec<_>>(), ["DirectX 12", "Direct3D feature level 12_2"]);
        let answer =
            serde_json::json!({"SPDisplaysDataType": [{"spdisplays_mtlgpufamilysupport": "spdisplays_metal3"}]});
        assert_eq!(metal(&answer).map(|api| told(&api)).as_deref(), Some("Metal 3"));
    }
}
