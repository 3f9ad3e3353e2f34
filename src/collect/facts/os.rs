//! The operating system: name with version, build, architecture, session.

use crate::model::Os;

/// The operating system. Sources: os-release and the kernel on Linux, the registry on Windows, `sysinfo` elsewhere.
pub fn os() -> Os {
    Os { name: name(), build: build(), arch: sysinfo::System::cpu_arch(), session: session() }
}

#[cfg(target_os = "linux")]
fn name() -> String {
    ["/etc/os-release", "/usr/lib/os-release"]
        .into_iter()
        .filter_map(super::line)
        .find_map(|text| pretty_name(&text))
        .unwrap_or_else(|| "Linux".to_owned())
}

#[cfg(target_os = "linux")]
fn build() -> String {
    super::line("/proc/sys/kernel/osrelease").unwrap_or_default()
}

#[cfg(target_os = "linux")]
fn pretty_name(os_release: &str) -> Option<String> {
    let value = os_release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    let value = value.trim().trim_matches(['"', '\'']).trim();
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(target_os = "linux")]
fn session() -> String {
    std::env::var("XDG_SESSION_TYPE").ok().filter(|kind| matches!(kind.as_str(), "x11" | "wayland")).unwrap_or_default()
}

#[cfg(not(target_os = "linux"))]
fn session() -> String {
    String::new()
}

#[cfg(windows)]
fn name() -> String {
    let current = super::registry::current_version();
    let text = |name| current.as_ref().and_then(|key| super::registry::text(key, name)).unwrap_or_default();
    let number = text("CurrentBuild").parse().unwrap_or(0);
    let name = windows_name(&text("ProductName"), number, &text("DisplayVersion"));
    if name.is_empty() { sysinfo::System::long_os_version().unwrap_or_default() } else { name }
}

#[cfg(windows)]
fn build() -> String {
    let Some(key) = super::registry::current_version() else { return String::new() };
    let build = super::registry::text(&key, "CurrentBuild").unwrap_or_default();
    match key.get_value::<u32, _>("UBR") {
        Ok(revision) => format!("{build}.{revision}"),
        Err(_) => build,
    }
}

/// The product name with its version; the registry of Windows 11 still says Windows 10, only the build tells.
#[cfg(any(windows, test))]
fn windows_name(product: &str, build: u32, version: &str) -> String {
    let product = match product.strip_prefix("Windows 10") {
        Some(edition) if build >= 22_000 => format!("Windows 11{edition}"),
        _ => product.to_owned(),
    };
    format!("{product} {version}").trim().to_owned()
}

#[cfg(target_os = "macos")]
fn name() -> String {
    use crate::collect::probe::child;
    let told = |what| child("/usr/bin/sw_vers", &[what], 3).ok().and_then(|answer| String::from_utf8(answer).ok());
    match (told("-productName"), told("-productVersion")) {
        (Some(name), Some(version)) => format!("{} {}", name.trim(), version.trim()),
        _ => sysinfo::System::long_os_version().unwrap_or_default(),
    }
}

#[cfg(target_os = "macos")]
fn build() -> String {
    use crate::collect::probe::child;
    let told = child("/usr/bin/sw_vers", &["-buildVersion"], 3).ok().and_then(|answer| String::from_utf8(answer).ok());
    told.map(|build| build.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_tells_windows_11() {
        assert_eq!(windows_name("Windows 10 Pro", 26_100, "24H2"), "Windows 11 Pro 24H2");
        assert_eq!(windows_name("Windows 10 Home", 19_045, "22H2"), "Windows 10 Home 22H2");
        assert_eq!(windows_name("Windows Server 2022 Standard", 20_348, "21H2"), "Windows Server 2022 Standard 21H2");
        assert_eq!(windows_name("Windows 7 Professional", 7_601, ""), "Windows 7 Professional");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn os_release_is_read() {
        assert_eq!(pretty_name("ID=example\nPRETTY_NAME=\"Example 9 (nine)\"\n").as_deref(), Some("Example 9 (nine)"));
        assert_eq!(pretty_name("ID=example\n"), None);
    }
}
