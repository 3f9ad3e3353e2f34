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
    let memory = Memory { total_bytes: system.total_memory(), available_bytes: system.available_memory() };
    (memory.total_bytes > 0).then_some(memory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_may_tell_the_frequency() {
        assert_eq!(nominal_mhz("Example(R) Core CPU @ 3.80GHz"), Some(3_800));
        assert_eq!(nominal_mhz("Example Processor"), None);
        assert_eq!(nominal_mhz("Example @ fastGHz"), None);
    }
}
