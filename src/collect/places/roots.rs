//! The folders that places start from, by the names the catalogue uses: `{home}`, `{roaming}`, `{library}`, …

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Whose layout of folders it is. A Proton prefix on Linux has that of Windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Windows.
    Windows,
    /// macOS.
    MacOs,
    /// Linux and its like.
    Linux,
}

impl System {
    /// The system this program runs on.
    #[must_use]
    pub fn current() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::MacOs
        } else {
            Self::Linux
        }
    }
}

/// Where the named folders are.
#[derive(Clone, Debug)]
pub struct Roots {
    /// Whose layout it is.
    pub system: System,
    folders: BTreeMap<&'static str, PathBuf>,
}

impl Roots {
    /// Those of the current user.
    #[must_use]
    pub fn of_this_user() -> Self {
        let system = System::current();
        let home = etcetera::home_dir().unwrap_or_default();
        let mut roots = Self::usual(system, &home, Path::new(if system == System::Windows { "C:\\" } else { "/" }));
        let names: &[(&str, &str)] = match system {
            System::Windows => &[
                ("local", "LOCALAPPDATA"),
                ("roaming", "APPDATA"),
                ("program_data", "ProgramData"),
                ("program_files", "ProgramFiles"),
                ("program_files_x86", "ProgramFiles(x86)"),
                ("windows", "SystemRoot"),
                ("temp", "TEMP"),
            ],
            System::MacOs => &[],
            System::Linux => &[
                ("config", "XDG_CONFIG_HOME"),
                ("data", "XDG_DATA_HOME"),
                ("state", "XDG_STATE_HOME"),
                ("cache", "XDG_CACHE_HOME"),
                ("proton_log", "PROTON_LOG_DIR"),
            ],
        };
        for (folder, variable) in names {
            if let Some(path) = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute()) {
                roots.folders.insert(folder, path);
            }
        }
        roots
    }

    /// The usual folders of `system` for the user whose home is `home`, on a computer whose file system begins at `top`.
    #[must_use]
    pub fn usual(system: System, home: &Path, top: &Path) -> Self {
        let below = |path: &str| home.join(path);
        let folders = match system {
            System::Windows => vec![
                ("local", below("AppData/Local")),
                ("local_low", below("AppData/LocalLow")),
                ("roaming", below("AppData/Roaming")),
                ("documents", below("Documents")),
                ("temp", below("AppData/Local/Temp")),
                ("program_data", top.join("ProgramData")),
                ("program_files", top.join("Program Files")),
                ("program_files_x86", top.join("Program Files (x86)")),
                ("windows", top.join("Windows")),
            ],
            System::MacOs => vec![("library", below("Library")), ("documents", below("Documents"))],
            System::Linux => vec![
                ("config", below(".config")),
                ("data", below(".local/share")),
                ("state", below(".local/state")),
                ("cache", below(".cache")),
                ("flatpak", below(".var/app")),
                ("snap", below("snap")),
                ("proton_log", home.to_owned()),
            ],
        };
        let mut roots = Self { system, folders: folders.into_iter().collect() };
        roots.folders.insert("home", home.to_owned());
        roots.folders.insert("top", top.to_owned());
        roots
    }

    /// The folders of the Windows within a Proton prefix, whose drive C is `drive`.
    #[must_use]
    pub fn of_prefix(drive: &Path) -> Self {
        Self::usual(System::Windows, &drive.join("users/steamuser"), drive)
    }

    /// The same with one more named folder.
    #[must_use]
    pub fn with(mut self, name: &'static str, folder: &Path) -> Self {
        self.folders.insert(name, folder.to_owned());
        self
    }

    /// The folder of this name; nothing where the system has none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Path> {
        self.folders.get(name).map(PathBuf::as_path).filter(|path| !path.as_os_str().is_empty())
    }

    /// The folders in which Steam may be installed; most are not there.
    #[must_use]
    pub fn steam(&self) -> Vec<PathBuf> {
        let below = |name: &str, path: &str| self.get(name).map(|folder| folder.join(path));
        let mut usual = match self.system {
            System::Windows => vec![below("program_files_x86", "Steam"), below("program_files", "Steam")],
            System::MacOs => vec![below("library", "Application Support/Steam")],
            System::Linux => vec![
                below("home", ".steam/steam"),
                below("data", "Steam"),
                below("flatpak", "com.valvesoftware.Steam/data/Steam"),
                below("flatpak", "com.valvesoftware.Steam/.local/share/Steam"),
                below("snap", "steam/common/.local/share/Steam"),
            ],
        };
        usual.insert(0, registered());
        usual.into_iter().flatten().collect()
    }
}

/// Where Windows says that Steam is.
#[cfg(windows)]
fn registered() -> Option<PathBuf> {
    let key = winreg::HKCU.open_subkey(r"Software\Valve\Steam").ok()?;
    key.get_value::<String, _>("SteamPath").ok().map(PathBuf::from)
}

#[cfg(not(windows))]
fn registered() -> Option<PathBuf> {
    None
}
