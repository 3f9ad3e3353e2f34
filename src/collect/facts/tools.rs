//! Overlays and capture tools that run, and tools of developers that are installed; only names of our own lists.

use std::collections::BTreeSet;

use regex::Regex;
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System};

use super::lists::{Tool, lists};
use crate::collect::probe::child;
use crate::model::Named;

/// Seconds one tool has to tell its version.
const TOOL_SECS: u64 = 4;

/// The overlays and capture tools of the list that run now.
pub fn overlays() -> Vec<String> {
    let Ok(mut system) = System::new() else { return Vec::new() };
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, ProcessRefreshKind::nothing());
    let running: BTreeSet<String> =
        system.processes().values().map(|process| process.name().to_string_lossy().to_lowercase()).collect();
    running_of(&running)
}

/// `running` is lower case.
fn running_of(running: &BTreeSet<String>) -> Vec<String> {
    let runs = |names: &[String]| names.iter().any(|name| running.contains(&name.to_lowercase()));
    let found = lists().overlay.iter().filter(|overlay| runs(&overlay.processes));
    found.map(|overlay| overlay.name.clone()).collect()
}

/// The tools of the list that tell their version.
pub fn tools() -> Vec<Named> {
    // Without its developer tools macOS would ask the user to install them.
    if cfg!(target_os = "macos") && child("/usr/bin/xcode-select", &["-p"], TOOL_SECS).is_err() {
        return Vec::new();
    }
    lists().tool.iter().filter(|tool| is_for(tool, std::env::consts::OS)).filter_map(version).collect()
}

fn is_for(tool: &Tool, system: &str) -> bool {
    tool.systems.is_empty() || tool.systems.iter().any(|wanted| wanted == system)
}

fn version(tool: &Tool) -> Option<Named> {
    let (program, args) = tool.run.split_first()?;
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let told = child(program, &args, TOOL_SECS).ok()?;
    let version = version_in(&tool.pattern, &String::from_utf8_lossy(&told))?;
    Some(Named { name: tool.name.clone(), version })
}

fn version_in(pattern: &str, told: &str) -> Option<String> {
    let found = Regex::new(pattern).ok()?.captures(told.trim_start())?.get(1)?.as_str().to_owned();
    Some(found.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_the_list_are_told() {
        let running = ["obs", "rtss.exe", "my-diary", "discord"].map(str::to_owned).into();
        assert_eq!(running_of(&running), ["Discord", "OBS Studio", "RivaTuner Statistics Server"]);
        assert!(running_of(&BTreeSet::new()).is_empty());
    }

    #[test]
    fn versions_are_found_in_what_tools_print() {
        let told = |name: &str, text: &str| {
            let tool = lists().tool.iter().find(|tool| tool.name == name).unwrap();
            version_in(&tool.pattern, text)
        };
        assert_eq!(told("Xcode", "Xcode 16.4\nBuild version 16F6\n").as_deref(), Some("16.4 Build version 16F6"));
        assert_eq!(told("GCC", "gcc (Example 12.2.0-14) 12.2.0\nCopyright\n").as_deref(), Some("12.2.0"));
        assert_eq!(told("Java", "openjdk 21.0.4 2024-07-16\nOpenJDK Runtime\n").as_deref(), Some("openjdk 21.0.4"));
        assert_eq!(told("Node.js", "v22.3.0\n").as_deref(), Some("22.3.0"));
        assert_eq!(told("Python", "no such command"), None);
    }
}
