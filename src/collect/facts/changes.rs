//! What was changed of drivers and of the system, newest first: from the logs of package managers, the registry, Apple's
//! list of installations.

use crate::collect::places::matches;
use crate::model::Change;

/// So many are told.
const MOST: usize = 8;

/// The latest changes.
pub fn changes() -> Vec<Change> {
    latest(told())
}

fn latest(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort();
    changes.dedup();
    changes.reverse();
    // Of several changes of one thing the latest counts.
    let mut known: Vec<String> = Vec::new();
    changes.retain(|change| {
        let is_new = !known.contains(&change.name);
        known.push(change.name.clone());
        is_new
    });
    changes.truncate(MOST);
    changes
}

#[cfg(target_os = "linux")]
fn told() -> Vec<Change> {
    let packages = &super::lists::lists().changes.packages;
    let mut all = Vec::new();
    for log in ["/var/log/dpkg.log", "/var/log/dpkg.log.1"] {
        all.extend(text(log).lines().filter_map(|line| dpkg(line, packages)));
    }
    all.extend(text("/var/log/pacman.log").lines().filter_map(|line| pacman(line, packages)));
    all.extend(text("/var/log/dnf.rpm.log").lines().filter_map(|line| dnf(line, packages)));
    all
}

/// The end of a log, at most a few megabytes of it.
#[cfg(target_os = "linux")]
fn text(path: &str) -> String {
    use std::io::{Read, Seek, SeekFrom};
    const END_BYTES: u64 = 8 << 20;
    let read = || {
        let mut file = std::fs::File::open(path).ok()?;
        let size = file.metadata().ok()?.len();
        file.seek(SeekFrom::Start(size.saturating_sub(END_BYTES))).ok()?;
        let mut bytes = Vec::new();
        file.take(END_BYTES).read_to_end(&mut bytes).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    };
    read().unwrap_or_default()
}

/// `2031-02-03 04:05:06 upgrade mesa-vulkan-drivers:amd64 22.3.5-1 22.3.6-1`.
#[cfg(any(target_os = "linux", test))]
fn dpkg(line: &str, packages: &[String]) -> Option<Change> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [date, _, "upgrade" | "install", package, before, after, ..] = words[..] else { return None };
    let name = package.split(':').next()?;
    let before = if before == "<none>" { "" } else { before };
    change(date, name, before, after, packages)
}

/// `[2031-02-03T04:05:06+0000] [ALPM] upgraded linux (6.1-1 -> 6.2-1)`.
#[cfg(any(target_os = "linux", test))]
fn pacman(line: &str, packages: &[String]) -> Option<Change> {
    let (time, rest) = line.strip_prefix('[')?.split_once("] [ALPM] ")?;
    let words: Vec<&str> = rest.split_whitespace().collect();
    let date = time.get(..10)?;
    match words[..] {
        ["upgraded", name, before, "->", after] => {
            change(date, name, before.trim_start_matches('('), after.trim_end_matches(')'), packages)
        }
        ["installed", name, after] => change(date, name, "", after.trim_matches(['(', ')']), packages),
        _ => None,
    }
}

/// `2031-02-03T04:05:06+0100 SUBDEBUG Upgrade: mesa-dri-drivers-24.0.1-2.fc39.x86_64`.
#[cfg(any(target_os = "linux", test))]
fn dnf(line: &str, packages: &[String]) -> Option<Change> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [time, "SUBDEBUG", "Upgrade:" | "Installed:", package] = words[..] else { return None };
    let (rest, release) = package.rsplit_once('-')?;
    let (name, version) = rest.rsplit_once('-')?;
    let release = release.rsplit_once('.').map_or(release, |(release, _)| release);
    change(time.get(..10)?, name, "", &format!("{version}-{release}"), packages)
}

#[cfg(any(not(windows), test))]
fn change(date: &str, name: &str, before: &str, after: &str, names: &[String]) -> Option<Change> {
    let is_date = date.len() == 10 && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_watched = names.iter().any(|pattern| matches(pattern, name));
    (is_date && is_watched).then(|| Change {
        date: date.to_owned(),
        name: name.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    })
}

#[cfg(windows)]
fn told() -> Vec<Change> {
    let folder = std::env::var_os("SystemRoot").map_or_else(|| "C:\\Windows".into(), std::path::PathBuf::from);
    let bytes = std::fs::read(folder.join("INF").join("setupapi.dev.log")).unwrap_or_default();
    let mut all = setupapi(&String::from_utf8_lossy(&bytes), &super::lists::lists().changes.drivers);
    let installed = super::registry::current_version().and_then(|key| key.get_value::<u32, _>("InstallDate").ok());
    let date = installed.and_then(|secs| jiff::Timestamp::from_second(i64::from(secs)).ok());
    all.extend(date.map(|date| Change {
        date: date.to_zoned(jiff::tz::TimeZone::UTC).date().to_string(),
        name: "Windows".to_owned(),
        ..Change::default()
    }));
    all
}

/// The installed drivers in Windows' own log: a section names the information file, the next line says when, and the
/// version stands within.
#[cfg(any(windows, test))]
fn setupapi(text: &str, drivers: &[String]) -> Vec<Change> {
    let mut all = Vec::new();
    let mut current: Option<Change> = None;
    for line in text.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix(">>>  [") {
            let file = rest.split([' ', '\\', '/', ']']).find(|word| word.to_lowercase().ends_with(".inf"));
            let name = file.map(|file| file.rsplit_once('.').map_or(file, |(stem, _)| stem));
            let watched = name.filter(|name| drivers.iter().any(|pattern| matches(pattern, name)));
            current = watched.map(|name| Change { name: name.to_owned(), ..Change::default() });
        } else if let Some(start) = line.strip_prefix(">>>  Section start ")
            && let Some(change) = &mut current
        {
            change.date = start.split(' ').next().unwrap_or_default().replace('/', "-");
        } else if let Some((_, version)) = line.split_once("Driver Version:")
            && let Some(change) = &mut current
        {
            version.trim().rsplit(',').next().unwrap_or_default().clone_into(&mut change.after);
        } else if line.starts_with("<<<  [Exit status: SUCCESS]") {
            all.extend(current.take().filter(|change| change.date.len() == 10));
        }
    }
    all
}

#[cfg(target_os = "macos")]
fn told() -> Vec<Change> {
    let bytes = std::fs::read("/Library/Receipts/InstallHistory.plist").unwrap_or_default();
    history(&String::from_utf8_lossy(&bytes), &super::lists::lists().changes.products)
}

/// Apple's list of installations: a dictionary for each, with a date, a name and a version.
#[cfg(any(target_os = "macos", test))]
fn history(text: &str, products: &[String]) -> Vec<Change> {
    let value = |entry: &str, key: &str| {
        let (_, after) = entry.split_once(&format!("<key>{key}</key>"))?;
        let (_, value) = after.split_once('>')?;
        Some(value.split_once('<')?.0.trim().to_owned())
    };
    let one = |entry: &str| {
        let date = value(entry, "date")?;
        let version = value(entry, "displayVersion").unwrap_or_default();
        change(date.get(..10)?, &value(entry, "displayName")?, "", &version, products)
    };
    text.split("<dict>").filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collect::facts::lists::lists;

    fn told(change: &Change) -> String {
        format!("{} {} {} {}", change.date, change.name, change.before, change.after)
    }

    #[test]
    fn logs_of_package_managers_are_read() {
        let packages = &lists().changes.packages;
        let line = "2031-02-03 04:05:06 upgrade mesa-vulkan-drivers:amd64 22.3.5-1 22.3.6-1";
        assert_eq!(dpkg(line, packages).map(|c| told(&c)).unwrap(), "2031-02-03 mesa-vulkan-drivers 22.3.5-1 22.3.6-1");
        assert_eq!(dpkg("2031-02-03 04:05:06 upgrade my-diary:all 1 2", packages), None);
        assert_eq!(dpkg("2031-02-03 04:05:06 status installed mesa:all 1", packages), None);
        let line = "[2031-02-03T04:05:06+0000] [ALPM] upgraded linux (6.1-1 -> 6.2-1)";
        assert_eq!(pacman(line, packages).map(|c| told(&c)).unwrap(), "2031-02-03 linux 6.1-1 6.2-1");
        let line = "2031-02-03T04:05:06+0100 SUBDEBUG Upgrade: mesa-dri-drivers-24.0.1-2.fc39.x86_64";
        assert_eq!(dnf(line, packages).map(|c| told(&c)).unwrap(), "2031-02-03 mesa-dri-drivers  24.0.1-2.fc39");
        for broken in ["", "[", "[] [ALPM] ", "[ы] [ALPM] upgraded linux (1 -> 2)", "a SUBDEBUG Upgrade: mesa"] {
            assert!(dpkg(broken, packages).or(pacman(broken, packages)).or(dnf(broken, packages)).is_none());
        }
    }

    #[test]
    fn lists_of_windows_and_apple_are_read() {
        let text = ">>>  [Device Install (DiInstallDriver) - C:\\Drivers\\nv_dispi.inf]\n>>>  Section start 2031/02/03 04:05:06.789\n     dvi: Driver Version: 01/02/2031,32.0.15.7283\n<<<  Section end 2031/02/03 04:05:09.000\n<<<  [Exit status: SUCCESS]\n>>>  [Device Install - mouse.inf]\n>>>  Section start 2031/02/03 04:05:06.789\n<<<  [Exit status: SUCCESS]\n";
        let found = setupapi(text, &lists().changes.drivers);
        assert_eq!(found.iter().map(told).collect::<Vec<_>>(), ["2031-02-03 nv_dispi  32.0.15.7283"]);
        let text = "<array><dict><key>date</key><date>2031-02-03T04:05:06Z</date><key>displayName</key><string>macOS 19.1</string><key>displayVersion</key><string>19.1</string></dict><dict><key>displayName</key><string>My Diary</string></dict></array>";
        let found = history(text, &lists().changes.products);
        assert_eq!(found.iter().map(told).collect::<Vec<_>>(), ["2031-02-03 macOS 19.1  19.1"]);
    }

    #[test]
    fn the_latest_come_first_each_once() {
        let one = |date: &str, name: &str| Change { date: date.into(), name: name.into(), ..Change::default() };
        let all = vec![one("2031-01-01", "mesa"), one("2031-03-01", "linux"), one("2031-02-01", "mesa")];
        assert_eq!(latest(all), [one("2031-03-01", "linux"), one("2031-02-01", "mesa")]);
    }
}
