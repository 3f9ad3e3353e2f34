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
    let computer = named(Product::vendor_name().ok(), Product::name().ok());
    let model = computer.or_else(|| {
        let board = Motherboard::new().ok()?;
        named(board.vendor_name(), board.name())
    })?;
    Some(Board { model, firmware: firmware() })
}

fn named(maker: Option<String>, model: Option<String>) -> Option<String> {
    let maker = maker.as_deref().and_then(real);
    let model = model.as_deref().and_then(real)?;
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

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn placeholders_are_no_model() {
        assert_eq!(named(text("System manufacturer"), text("System Product Name")), None);
        assert_eq!(named(text("To Be Filled By O.E.M."), text("X570 Example")), text("X570 Example"));
    }

    #[test]
    fn the_maker_is_said_once() {
        assert_eq!(named(text("Example Inc."), text("Book 14")), text("Example Inc. Book 14"));
        assert_eq!(named(text("EXAMPLE"), text("Example Book 14\0")), text("Example Book 14"));
    }
}
