//! Maker and model of the computer, firmware version. Never a serial number.

use sysinfo::{Motherboard, Product};

use crate::model::Board;

/// What makers leave where a model should stand.
const PLACEHOLDERS: [&str; 10] = [
    "to be filled by o.e.m.",
    "system product name",
    "system manufacturer",
    "system version",
    "default string",
    "not applicable",
    "not specified",
    "unknown",
    "none",
    "o.e.m.",
];

/// The computer's maker and model, else its board's.
pub fn board() -> Option<Board> {
    let computer = named(Product::vendor_name().ok().as_deref(), Product::name().ok().as_deref());
    let model = computer.or_else(|| {
        let board = Motherboard::new().ok()?;
        named(board.vendor_name().as_deref(), board.name().as_deref())
    })?;
    Some(Board { model, firmware: firmware() })
}

fn named(maker: Option<&str>, model: Option<&str>) -> Option<String> {
    let maker = maker.and_then(real);
    let model = model.and_then(real)?;
    Some(match maker {
        Some(maker) if !model.to_lowercase().starts_with(&maker.to_lowercase()) => format!("{maker} {model}"),
        _ => model.to_owned(),
    })
}

fn real(text: &str) -> Option<&str> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!text.is_empty() && !PLACEHOLDERS.contains(&text.to_lowercase().as_str())).then_some(text)
}

#[cfg(target_os = "linux")]
fn firmware() -> Option<String> {
    super::line("/sys/class/dmi/id/bios_version").filter(|text| real(text).is_some())
}

#[cfg(windows)]
fn firmware() -> Option<String> {
    let key = winreg::HKLM.open_subkey(r"HARDWARE\DESCRIPTION\System\BIOS").ok()?;
    super::registry::text(&key, "BIOSVersion").filter(|text| real(text).is_some())
}

#[cfg(not(any(target_os = "linux", windows)))]
fn firmware() -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_no_model() {
        assert_eq!(named(Some("System manufacturer"), Some("System Product Name")).as_deref(), None);
        assert_eq!(named(Some("To Be Filled By O.E.M."), Some("X570 Example")).as_deref(), Some("X570 Example"));
    }

    #[test]
    fn the_maker_is_said_once() {
        assert_eq!(named(Some("Example Inc."), Some("Book 14")).as_deref(), Some("Example Inc. Book 14"));
        assert_eq!(named(Some("EXAMPLE"), Some("Example Book 14\0")).as_deref(), Some("Example Book 14"));
    }
}
