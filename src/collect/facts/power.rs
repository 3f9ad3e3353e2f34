//! How the computer spends its power: the plan, and whether it runs from its battery.

use crate::model::Power;

/// What the system tells; nothing where it tells neither.
pub fn power() -> Option<Power> {
    let power = Power { plan: plan(), on_battery: on_battery() };
    (power != Power::default()).then_some(power)
}

#[cfg(target_os = "linux")]
fn plan() -> Option<String> {
    super::line("/sys/firmware/acpi/platform_profile")
        .or_else(|| super::line("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"))
}

#[cfg(target_os = "linux")]
fn on_battery() -> Option<bool> {
    on_battery_in(std::path::Path::new("/sys/class/power_supply"))
}

/// A computer with a battery runs from it where no other supply is connected.
#[cfg(target_os = "linux")]
fn on_battery_in(supplies: &std::path::Path) -> Option<bool> {
    let all: Vec<_> = std::fs::read_dir(supplies).ok()?.flatten().map(|entry| entry.path()).collect();
    let is =
        |path: &std::path::PathBuf, name: &str, wanted: &str| super::line(path.join(name)).as_deref() == Some(wanted);
    // Batteries of mice and the like are told as well.
    let batteries = all.iter().any(|path| is(path, "type", "Battery") && !is(path, "scope", "Device"));
    let connected = all.iter().any(|path| is(path, "online", "1"));
    batteries.then_some(!connected)
}

#[cfg(windows)]
fn plan() -> Option<String> {
    let key = winreg::HKLM.open_subkey(r"SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes").ok()?;
    named(&super::registry::text(&key, "ActivePowerScheme")?)
}

/// The plans that Windows comes with; others have names of the user's.
#[cfg(any(windows, test))]
fn named(id: &str) -> Option<String> {
    let name = match id.to_lowercase().as_str() {
        "381b4222-f694-41f0-9685-ff5bb260df2e" => "balanced",
        "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c" => "high performance",
        "a1841308-3541-4fab-bc81-f71556f20b4a" => "power saver",
        "e9a42b02-d5df-448d-aa00-03f14749eb61" => "ultimate performance",
        _ => return None,
    };
    Some(name.to_owned())
}

#[cfg(windows)]
fn on_battery() -> Option<bool> {
    None
}

#[cfg(target_os = "macos")]
fn plan() -> Option<String> {
    let told = crate::collect::probe::child("/usr/bin/pmset", &["-g"], 3).ok()?;
    let text = String::from_utf8_lossy(&told).into_owned();
    let line = text.lines().find(|line| line.trim_start().starts_with("lowpowermode"))?;
    Some(if line.trim_end().ends_with('1') { "low power" } else { "normal" }.to_owned())
}

#[cfg(target_os = "macos")]
fn on_battery() -> Option<bool> {
    let told = crate::collect::probe::child("/usr/bin/pmset", &["-g", "batt"], 3).ok()?;
    let text = String::from_utf8_lossy(&told);
    text.contains("InternalBattery").then(|| text.contains("'Battery Power'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_of_windows_have_names() {
        assert_eq!(named("8C5E7FDA-e8bf-4a96-9a85-a6e23a8c635c").as_deref(), Some("high performance"));
        assert_eq!(named("my own"), None);
    }

    #[cfg(target_os = "linux")]
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    #[test]
    fn a_battery_without_another_supply_is_used() {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str, text: &str| {
            std::fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
            std::fs::write(folder.path().join(path), text).unwrap();
        };
        assert_eq!(on_battery_in(folder.path()), None);
        put("mouse/type", "Battery\n");
        put("mouse/scope", "Device\n");
        put("AC/online", "0\n");
        assert_eq!(on_battery_in(folder.path()), None);
        put("BAT0/type", "Battery\n");
        assert_eq!(on_battery_in(folder.path()), Some(true));
        put("AC/online", "1\n");
        assert_eq!(on_battery_in(folder.path()), Some(false));
    }
}
