//! Where the program keeps its things.

use std::env;
use std::path::PathBuf;

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};

/// Folders of the program on this computer. They need not exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Drafts with their evidence.
    pub data: PathBuf,
    /// Settings, and the user's own destination profiles.
    pub config: PathBuf,
    /// Where bundles are proposed to go.
    pub documents: PathBuf,
}

impl Folders {
    /// The folders the system provides for; `CASEFILE_HOME` puts everything below one folder instead. Without a home
    /// folder they lie in the folder for temporary files, so that every command still works.
    #[must_use]
    pub fn of_this_user() -> Self {
        if let Some(home) = env::var_os("CASEFILE_HOME").filter(|home| !home.is_empty()) {
            return Self::below(PathBuf::from(home));
        }
        let args =
            AppStrategyArgs { top_level_domain: String::new(), author: String::new(), app_name: "casefile".to_owned() };
        let home_is_set = cfg!(windows) || env::var_os("HOME").is_some_and(|home| !home.is_empty());
        match choose_app_strategy(args) {
            Ok(strategy) if home_is_set => {
                Self { data: strategy.data_dir(), config: strategy.config_dir(), documents: documents() }
            }
            _ => Self::below(env::temp_dir().join("casefile")),
        }
    }

    /// Everything below one folder.
    #[must_use]
    pub fn below(root: PathBuf) -> Self {
        Self { config: root.join("config"), documents: root.join("documents"), data: root }
    }

    /// The user's own destination profiles.
    #[must_use]
    pub fn profiles(&self) -> PathBuf {
        self.config.join("profiles")
    }

    /// One folder for each incident.
    #[must_use]
    pub fn incidents(&self) -> PathBuf {
        self.data.join("incidents")
    }

    /// Private maps of incident files that lie elsewhere.
    #[must_use]
    pub fn maps(&self) -> PathBuf {
        self.data.join("maps")
    }
}

/// Where the user looks for documents: the folder of that name in the home folder, else the home folder itself.
fn documents() -> PathBuf {
    let home = etcetera::home_dir().unwrap_or_default();
    ["Documents", "Документы"].iter().map(|name| home.join(name)).find(|path| path.is_dir()).unwrap_or(home)
}
