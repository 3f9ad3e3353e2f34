//! Graphics adapters and monitors as the Linux kernel lists them in `/sys/class/drm`.

use std::fs;
use std::path::{Path, PathBuf};

use super::line;
use crate::model::{Display, Gpu};

/// An adapter, and the address by which other sources know it.
pub struct Adapter {
    /// What is known of it.
    pub gpu: Gpu,
    /// PCI address, `0000:01:00.0`; empty for an adapter that is not on that bus.
    pub pci: String,
    /// Kernel module, `amdgpu`.
    pub module: String,
}

/// Every adapter the kernel drives, by PCI address.
pub fn adapters(drm: &Path) -> Vec<Adapter> {
    let mut adapters: Vec<Adapter> = entries(drm)
        .into_iter()
        .filter(|(name, _)| {
            name.strip_prefix("card").is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
        })
        .map(|(_, folder)| adapter(&folder.join("device")))
        .collect();
    adapters.sort_by(|a, b| (&a.pci, &a.gpu.name).cmp(&(&b.pci, &b.gpu.name)));
    // Which one is in use is only a question where there are several.
    if let [only] = adapters.as_mut_slice() {
        only.gpu.active = None;
    }
    adapters
}

fn adapter(device: &Path) -> Adapter {
    let end_of_link = |path: &Path| {
        let target = fs::read_link(path).or_else(|_| fs::canonicalize(path)).ok()?;
        Some(target.file_name()?.to_string_lossy().into_owned())
    };
    let module = end_of_link(&device.join("driver")).unwrap_or_default();
    let pci = fs::canonicalize(device)
        .ok()
        .and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .filter(|name| name.matches(':').count() == 2)
        .unwrap_or_default();
    let id = |name| line(device.join(name)).map(|id| id.trim_start_matches("0x").to_lowercase());
    let name = match (id("vendor"), id("device")) {
        (Some(vendor), Some(model)) => pci_name(&vendor, &model).unwrap_or_else(|| format!("PCI {vendor}:{model}")),
        _ => module.clone(),
    };
    let vram_bytes = line(device.join("mem_info_vram_total")).and_then(|bytes| bytes.parse().ok());
    let driver = driver(&module);
    let nvidia = line("/proc/driver/nvidia/version").filter(|_| module == "nvidia");
    let driver_date = nvidia.and_then(|text| nvidia_date(&text));
    // The one that the firmware showed its picture on.
    let active = line(device.join("boot_vga")).map(|first| first == "1");
    Adapter { gpu: Gpu { name, driver, vram_bytes, driver_date, active }, pci, module }
}

/// The driver as far as the kernel tells it: NVIDIA's version, the module's, else the kernel's.
fn driver(module: &str) -> Option<String> {
    if module.is_empty() {
        return None;
    }
    if module == "nvidia" {
        let told = line("/proc/driver/nvidia/version").and_then(|text| nvidia_version(&text));
        let told = told.or_else(|| line("/sys/module/nvidia/version"));
        return Some(told.map_or_else(|| "NVIDIA".to_owned(), |version| format!("NVIDIA {version}")));
    }
    if let Some(version) = line(Path::new("/sys/module").join(module).join("version")) {
        return Some(format!("{module} {version}"));
    }
    let kernel = line("/proc/sys/kernel/osrelease").unwrap_or_default();
    Some(format!("{module} (Linux {kernel})"))
}

/// The version in `NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.14  …`.
fn nvidia_version(text: &str) -> Option<String> {
    let first = text.lines().next()?;
    let is_version = |word: &&str| word.contains('.') && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    first.split_whitespace().find(is_version).map(str::to_owned)
}

/// The day of its build in the same line, `… Release Build  (root@host)  Thu Feb 22 01:44:30 UTC 2024`.
fn nvidia_date(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let words: Vec<&str> = text.lines().next()?.split_whitespace().collect();
    let at = words.iter().rposition(|word| MONTHS.contains(word))?;
    let month = MONTHS.iter().position(|month| month == words.get(at).unwrap_or(&""))? + 1;
    let day: u8 = words.get(at + 1)?.parse().ok()?;
    let year: u16 = words.last()?.parse().ok()?;
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The name in the `pci.ids` of this system, when it has one. Ids are lower-case hexadecimal.
fn pci_name(vendor: &str, device: &str) -> Option<String> {
    ["/usr/share/hwdata/pci.ids", "/usr/share/misc/pci.ids"]
        .into_iter()
        .find_map(|path| name_in(&String::from_utf8_lossy(&fs::read(path).ok()?), vendor, device))
}

fn name_in(ids: &str, vendor: &str, device: &str) -> Option<String> {
    let mut lines = ids.lines().skip_while(|line| !(line.starts_with(vendor) && line[vendor.len()..].starts_with(' ')));
    let maker = lines.next()?.get(vendor.len()..)?.trim();
    let model = lines
        .take_while(|line| line.starts_with(['\t', '#']) || line.is_empty())
        .filter_map(|line| line.strip_prefix('\t'))
        .find_map(|line| line.strip_prefix(device)?.strip_prefix("  "))?;
    Some(format!("{maker} {}", model.trim()))
}

/// The monitors that are switched on, each with its preferred mode; the kernel tells neither rate nor scale here.
pub fn displays(drm: &Path) -> Vec<Display> {
    entries(drm)
        .into_iter()
        .filter(|(_, folder)| line(folder.join("status")).as_deref() == Some("connected"))
        .filter(|(_, folder)| line(folder.join("enabled")).as_deref() != Some("disabled"))
        .filter_map(|(_, folder)| mode(&line(folder.join("modes"))?))
        .collect()
}

fn mode(modes: &str) -> Option<Display> {
    let (width, height) = modes.lines().next()?.split_once('x')?;
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok();
    Some(Display { width: digits(width)?, height: digits(height)?, ..Display::default() })
}

fn entries(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .collect();
    entries.sort();
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_pci_ids() {
        let ids = "# head\n1001  First Maker\n\t0aaa  Wrong\n1002  Example Graphics\n\t73bf  Dragon 21 [Dragon 9]\n\t\t1002 0001  Board\n1003  Other\n\t73c0  No\n";
        assert_eq!(name_in(ids, "1002", "73bf").as_deref(), Some("Example Graphics Dragon 21 [Dragon 9]"));
        assert_eq!(name_in(ids, "1002", "73c0"), None);
        assert_eq!(name_in(ids, "ffff", "0001"), None);
    }

    #[test]
    fn the_nvidia_version_is_found() {
        let text = "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.14  Thu Feb 22 01:44:30 UTC 2024\nGCC version:  12.2.0\n";
        assert_eq!(nvidia_version(text).as_deref(), Some("550.54.14"));
        assert_eq!(nvidia_version("nothing here"), None);
        assert_eq!(nvidia_date(text).as_deref(), Some("2024-02-22"));
        assert_eq!(nvidia_date("nothing in Feb"), None);
    }

    #[test]
    fn a_drm_folder_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
            fs::write(path, text).unwrap();
        };
        put("card0/device/vendor", "0xfffe\n");
        put("card0/device/device", "0x0001\n");
        put("card0/device/mem_info_vram_total", "8589934592\n");
        put("card0-HDMI-A-1/status", "connected\n");
        put("card0-HDMI-A-1/enabled", "enabled\n");
        put("card0-HDMI-A-1/modes", "2560x1440\n1920x1080i\n");
        put("card0-DP-1/status", "disconnected\n");
        put("renderD128/device/vendor", "0xfffe\n");
        let adapters = adapters(folder.path());
        assert_eq!(adapters.len(), 1);
        assert_eq!(adapters[0].gpu.name, "PCI fffe:0001");
        assert_eq!(adapters[0].gpu.vram_bytes, Some(8_589_934_592));
        let displays = displays(folder.path());
        assert_eq!(displays.iter().map(|d| (d.width, d.height)).collect::<Vec<_>>(), [(2560, 1440)]);
    }
}
