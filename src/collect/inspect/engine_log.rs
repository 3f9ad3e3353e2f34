//! Logs that write neither times nor levels: known by their first lines.

use super::timestamp::is_delta;

/// How many lines may stand before the telling one.
const FIRST_LINES: usize = 12;

/// Starts of the lines with which engines and tools open a log.
const STARTS: [&[u8]; 8] = [
    b"Mono path[0] =",
    b"Initialize engine version:",
    b"Input System module state changed to:",
    b"Unity Editor version:",
    b"GfxDevice: creating device client",
    b"Godot Engine v",
    b"X.Org X Server ",
    b"Linux version ",
];

/// Whether the lines of a file's start are of such a log.
pub fn is_one(lines: &[Vec<u8>]) -> bool {
    let between = lines.iter().filter(|line| is_delta(line)).count();
    let told = |line: &Vec<u8>| STARTS.iter().any(|start| line.trim_ascii_start().starts_with(start));
    lines.iter().take(FIRST_LINES).any(told) || lines.len() > FIRST_LINES && between * 2 > lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_known_by_their_first_lines() {
        let of = |text: &str| is_one(&text.lines().map(|line| line.as_bytes().to_vec()).collect::<Vec<_>>());
        assert!(of("Mono path[0] = \'C:/Example/Managed\'\nLoading\n"));
        assert!(of("Initialize engine version: 2031.1.1f1 (0)\nGfxDevice: x\n"));
        assert!(of(&format!("[Feb 3 04:05] Linux\n{}", "[  +0.000001] x\n".repeat(20))));
        assert!(of("Linux version 9.15.0 (gcc) #1 SMP\nCommand line: quiet\n"));
        assert!(!of("Please initialize engine version: 3\n"));
    }
}
