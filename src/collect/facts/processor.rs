//! Processor and main memory.

use sysinfo::{CpuRefreshKind, MemoryRefreshKind, RefreshKind, System};

use crate::model::{Cpu, Memory};

/// The processor. Sources: `sysinfo`; the nominal frequency from the model name, else from the system.
pub fn cpu() -> Option<Cpu> {
    let asked = RefreshKind::nothing().with_cpu(CpuRefreshKind::nothing().with_frequency());
    let system = System::new_with_specifics(asked).ok()?;
    let first = system.cpus().first()?;
    let model = first.brand().split_whitespace().collect::<Vec<_>>().join(" ");
    let mhz = nominal_mhz(&model).or_else(rated_mhz).or(Some(first.frequency()).filter(|mhz| *mhz > 0));
    let model = if model.is_empty() { first.vendor_id().to_owned() } else { model };
    Some(Cpu { model, cores: System::physical_core_count().ok(), threads: system.cpus().len(), mhz })
}

/// The frequency in a name such as `… CPU @ 3.80GHz`.
fn nominal_mhz(model: &str) -> Option<u64> {
    let (_, rate) = model.rsplit_once('@')?;
    let ghz: f64 = rate.trim().strip_suffix("GHz")?.trim().parse().ok()?;
    Some((ghz * 1000.0).round() as u64).filter(|mhz| *mhz > 0)
}

#[cfg(target_os = "linux")]
fn rated_mhz() -> Option<u64> {
    let folder = std::path::Path::new("/sys/devices/system/cpu/cpu0/cpufreq");
    ["base_frequency", "cpuinfo_max_freq"]
        .into_iter()
        .filter_map(|name| super::line(folder.join(name)))
        .find_map(|khz| khz.parse::<u64>().ok())
        .map(|khz| khz / 1000)
}

#[cfg(windows)]
fn rated_mhz() -> Option<u64> {
    let key = winreg::HKLM.open_subkey(r"HARDWARE\DESCRIPTION\System\CentralProcessor\0").ok()?;
    key.get_value::<u32, _>("~MHz").ok().map(u64::from)
}

#[cfg(not(any(target_os = "linux", windows)))]
fn rated_mhz() -> Option<u64> {
    None
}

/// Installed and available memory.
pub fn memory() -> Option<Memory> {
    let asked = RefreshKind::nothing().with_memory(MemoryRefreshKind::nothing().with_ram());
    let system = System::new_with_specifics(asked).ok()?;
    let memory =
        Memory { total_bytes: system.total_memory(), available_bytes: system.available_memory(), speed_mts: speed() };
    (memory.total_bytes > 0).then_some(memory)
}

/// Windows tells by its management interface; asking takes a second.
#[cfg(windows)]
fn speed() -> Option<u32> {
    const ASK: &str = "(Get-CimInstance Win32_PhysicalMemory | Select-Object -First 1).ConfiguredClockSpeed";
    let args = ["-NoProfile", "-NonInteractive", "-Command", ASK];
    let told = crate::collect::probe::child("powershell", &args, 4).ok()?;
    String::from_utf8_lossy(&told).trim().parse().ok().filter(|speed| *speed > 0)
}

#[cfg(target_os = "macos")]
fn speed() -> Option<u32> {
    let args = ["SPMemoryDataType", "-detailLevel", "mini"];
    let told = crate::collect::probe::child("/usr/sbin/system_profiler", &args, 4).ok()?;
    speed_in(&String::from_utf8_lossy(&told))
}

/// `Speed: 2667 MHz`, as Macs with Intel processors tell it.
#[cfg(any(target_os = "macos", test))]
fn speed_in(text: &str) -> Option<u32> {
    let value = text.lines().find_map(|line| line.trim().strip_prefix("Speed:"))?;
    value.trim().strip_suffix("MHz")?.trim().parse().ok()
}

/// On Linux only root may ask.
#[cfg(not(any(windows, target_os = "macos")))]
fn speed() -> Option<u32> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speed_of_memory_is_read() {
        assert_eq!(speed_in("Memory:\n    Speed: 2667 MHz\n"), Some(2667));
        assert_eq!(speed_in("Speed: Unknown"), None);
    }

    #[test]
    fn the_name_may_tell_the_frequency() {
        assert_eq!(nominal_mhz("Example(R) Core CPU @ 3.80GHz"), Some(3_800));
        assert_eq!(nominal_mhz("Example Processor"), None);
        assert_eq!(nominal_mhz("Example @ fastGHz"), None);
    }
}
