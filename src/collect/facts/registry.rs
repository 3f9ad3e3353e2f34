//! Values of the Windows registry.

use winreg::{HKLM, RegKey};

/// The key that names this Windows.
pub fn current_version() -> Option<RegKey> {
    HKLM.open_subkey(r"SOFTWARE\Microsoft\Windows NT\CurrentVersion").ok()
}

/// A text value, trimmed; empty counts as absent.
pub fn text(key: &RegKey, name: &str) -> Option<String> {
    let value: String = key.get_value(name).ok()?;
    let value = value.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!value.is_empty()).then(|| value.to_owned())
}
