//! What the computer knows about the person at it: login, full name, home, host names, wireless networks.
//!
//! Never here: another account's data, or a guess. Accounts and names that every computer has (`root`, `localhost`) are no one's.

use std::collections::BTreeSet;

use super::probe::child;
use crate::model::KnownTerms;

/// The private values of this computer, sorted, each once. An empty environment is fine.
#[must_use]
pub fn known_terms() -> KnownTerms {
    let account = account();
    let env = |name: &str| std::env::var(name).ok();
    let users = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(env).chain(account.login.clone());
    let homes = ["HOME", "USERPROFILE"].into_iter().filter_map(env).chain(account.home);
    KnownTerms {
        users: distinct(users.filter(|name| !is_shared_account(name))),
        full_names: distinct(account.full_names.into_iter().filter(|name| Some(name) != account.login.as_ref())),
        homes: distinct(homes.map(|home| home.trim_end_matches(['/', '\\']).to_owned()).filter(|home| is_a_home(home))),
        hosts: distinct(hosts().into_iter().filter(|name| !is_shared_host(name))),
        ssids: distinct(ssids()),
    }
}

/// What the system's account list says of the current user.
#[derive(Default)]
struct Account {
    login: Option<String>,
    full_names: Vec<String>,
    home: Option<String>,
}

#[cfg(all(unix, not(target_os = "macos")))]
fn account() -> Account {
    let uid = std::fs::read_to_string("/proc/self/status").ok().and_then(|status| {
        status.lines().find_map(|line| line.strip_prefix("Uid:"))?.split_whitespace().next().map(str::to_owned)
    });
    let passwd = std::fs::read("/etc/passwd").unwrap_or_default();
    uid.and_then(|uid| account_in(&String::from_utf8_lossy(&passwd), &uid)).unwrap_or_default()
}

/// The account with number `uid` in the text of `/etc/passwd`.
#[cfg(all(unix, not(target_os = "macos")))]
fn account_in(passwd: &str, uid: &str) -> Option<Account> {
    passwd.lines().find_map(|line| {
        let fields: Vec<&str> = line.split(':').collect();
        let [login, _, number, _, about, home, ..] = fields[..] else { return None };
        (number == uid && !is_shared_account(login)).then(|| Account {
            login: Some(login.to_owned()),
            full_names: about.split(',').next().map(str::to_owned).into_iter().collect(),
            home: Some(home.to_owned()),
        })
    })
}

#[cfg(target_os = "macos")]
fn account() -> Account {
    let told = |flag| child("/usr/bin/id", &[flag], 2).ok().and_then(|name| String::from_utf8(name).ok());
    Account { login: told("-un"), full_names: told("-F").into_iter().collect(), home: None }
}

/// The name on the sign-in screen, and the one Windows was registered to.
#[cfg(windows)]
fn account() -> Account {
    const SIGN_IN: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\LogonUI";
    const REGISTERED: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
    let text =
        |path: &str, name: &str| winreg::HKLM.open_subkey(path).and_then(|key| key.get_value::<String, _>(name)).ok();
    let names = [text(SIGN_IN, "LastLoggedOnDisplayName"), text(REGISTERED, "RegisteredOwner")];
    let names = names.into_iter().flatten().filter(|name| !is_shared_account(name)).collect();
    Account { full_names: names, ..Account::default() }
}

fn hosts() -> Vec<String> {
    let host = sysinfo::System::host_name().ok();
    let mut names: Vec<String> = host.into_iter().chain(std::env::var("COMPUTERNAME").ok()).collect();
    let short: Vec<String> = names.iter().filter_map(|name| name.split('.').next()).map(str::to_owned).collect();
    if let Ok(hosts) = std::fs::read_to_string("/etc/hosts") {
        names.extend(full_names_in(&hosts, &short));
    }
    if let Ok(domain) = std::env::var("USERDNSDOMAIN") {
        names.extend(short.iter().map(|name| format!("{name}.{domain}")));
    }
    names.extend(short);
    names
}

/// The names with a domain that a hosts file gives to one of `short`.
fn full_names_in(hosts: &str, short: &[String]) -> Vec<String> {
    let named = |name: &&str| name.split_once('.').is_some_and(|(first, _)| short.iter().any(|own| own == first));
    let lines = hosts.lines().map(|line| line.split('#').next().unwrap_or_default());
    lines.flat_map(|line| line.split_whitespace().skip(1)).filter(named).map(str::to_owned).collect()
}

#[cfg(target_os = "linux")]
fn ssids() -> Vec<String> {
    let wireless = std::fs::read_dir("/sys/class/net").into_iter().flatten().flatten();
    if !wireless.into_iter().any(|card| card.path().join("wireless").exists()) {
        return Vec::new();
    }
    let told = child("iwgetid", &["-r"], 2).unwrap_or_default();
    String::from_utf8_lossy(&told).lines().map(str::to_owned).collect()
}

#[cfg(windows)]
fn ssids() -> Vec<String> {
    let told = child("netsh", &["wlan", "show", "interfaces"], 3).unwrap_or_default();
    ssids_in(&String::from_utf8_lossy(&told))
}

/// The names in `netsh wlan show interfaces`; the key `SSID` is the same in every language.
#[cfg(any(windows, test))]
fn ssids_in(text: &str) -> Vec<String> {
    let value = |line: &str| {
        let (key, value) = line.split_once(':')?;
        (key.trim() == "SSID").then(|| value.trim().to_owned())
    };
    text.lines().filter_map(value).collect()
}

#[cfg(not(any(target_os = "linux", windows)))]
fn ssids() -> Vec<String> {
    Vec::new()
}

fn is_shared_account(name: &str) -> bool {
    const SHARED: [&str; 7] = ["root", "nobody", "user", "windows user", "admin", "administrator", "system"];
    SHARED.contains(&name.trim().to_lowercase().as_str())
}

fn is_shared_host(name: &str) -> bool {
    ["localhost", "localhost.localdomain", "(none)"].contains(&name.to_lowercase().as_str())
}

/// A folder that stands for a person: not the root of a drive, not the administrator's.
fn is_a_home(path: &str) -> bool {
    path.len() > 3 && !["/root", "/nonexistent", "/dev/null"].contains(&path)
}

fn distinct(values: impl IntoIterator<Item = String>) -> Vec<String> {
    let trimmed = values.into_iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    trimmed.collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn the_account_list_is_read() {
        let passwd =
            "root:x:0:0:root:/root:/bin/sh\nexample:x:1000:1000:Example Person,,,:/home/example:/bin/sh\nbroken\n";
        let account = account_in(passwd, "1000").unwrap();
        assert_eq!(account.login.as_deref(), Some("example"));
        assert_eq!(account.full_names, ["Example Person"]);
        assert_eq!(account.home.as_deref(), Some("/home/example"));
        assert!(account_in(passwd, "0").is_none());
        assert!(account_in(passwd, "7").is_none());
    }

    #[test]
    fn host_names_with_a_domain_are_found() {
        let hosts = "127.0.0.1 localhost\n10.0.0.7 box.example.org box # box.not.this\n10.0.0.8 other.example.org\n";
        assert_eq!(full_names_in(hosts, &["box".to_owned()]), ["box.example.org"]);
    }

    #[test]
    fn network_names_are_found_in_any_language() {
        let text = "    Имя                    : Wi-Fi\n    SSID                   : Example: 5G\n    BSSID                  : 00:00:5e:00:53:01\n";
        assert_eq!(ssids_in(text), ["Example: 5G"]);
    }

    #[test]
    fn values_are_sorted_and_shared_names_left_out() {
        assert_eq!(distinct(["b ".to_owned(), String::new(), "a".to_owned(), "b".to_owned()]), ["a", "b"]);
        assert!(is_shared_account("Windows User") && is_shared_host("LOCALHOST"));
        assert!(!is_a_home("/root") && !is_a_home("C:") && is_a_home("/home/example"));
        assert!(known_terms().hosts.iter().all(|host| host != "localhost"));
    }
}
