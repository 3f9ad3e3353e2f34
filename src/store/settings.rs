//! What the user chose for the program itself. A wrong value costs only itself.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Error;
use crate::model::{Contact, Lang};
use crate::platform::{self, Folders, replace};

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Follows the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Interface language; absent: the system's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// Theme.
    pub theme: ThemeChoice,
    /// Size of everything in percent.
    pub scale: Scale,
    /// Whether things stand still that would move.
    pub reduced_motion: bool,
    /// Folder that bundles are proposed to go to; absent: the user's documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exports: Option<PathBuf>,
    /// Folder name of the incident that was open last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_incident: Option<String>,
    /// Whom to answer, in new incidents.
    #[serde(skip_serializing_if = "is_nobody")]
    pub contact: Contact,
}

fn is_nobody(contact: &Contact) -> bool {
    *contact == Contact::default()
}

/// How large everything is, in percent: 100 to 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Scale(u16);

impl Scale {
    /// Those that are offered.
    pub const ALL: [Self; 6] = [Self(100), Self(110), Self(125), Self(150), Self(175), Self(200)];

    /// In percent.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0
    }

    /// As a factor.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger one that is offered, or smaller; itself at the end.
    #[must_use]
    pub fn next(self, larger: bool) -> Self {
        let found = if larger {
            Self::ALL.into_iter().find(|it| *it > self)
        } else {
            Self::ALL.into_iter().rfind(|it| *it < self)
        };
        found.unwrap_or(self)
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self(100)
    }
}

impl TryFrom<u16> for Scale {
    type Error = String;

    fn try_from(percent: u16) -> Result<Self, String> {
        if (100..=200).contains(&percent) { Ok(Self(percent)) } else { Err(format!("{percent} is not 100 to 200")) }
    }
}

impl From<Scale> for u16 {
    fn from(scale: Scale) -> Self {
        scale.0
    }
}

impl Settings {
    /// The settings as kept; what is missing or wrong has its usual value.
    #[must_use]
    pub fn load(folders: &Folders) -> Self {
        Self::read(folders).0
    }

    /// The settings as kept, and what is wrong with them: each wrong value costs only itself. A file that cannot be
    /// understood at all is put aside.
    #[must_use]
    pub fn read(folders: &Folders) -> (Self, Vec<Error>) {
        let path = file(folders);
        let text = match fs::read(&path).map(String::from_utf8) {
            Ok(Ok(text)) => text,
            Ok(Err(_)) => return (Self::default(), vec![aside(path)]),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (Self::default(), Vec::new()),
            Err(source) => return (Self::default(), vec![Error::Read { path, source }]),
        };
        let Ok(table) = text.parse::<toml::Table>() else { return (Self::default(), vec![aside(path)]) };
        let mut wrong = Vec::new();
        let settings = Self {
            language: value(&table, "language", &path, &mut wrong),
            theme: value(&table, "theme", &path, &mut wrong).unwrap_or_default(),
            scale: value(&table, "scale", &path, &mut wrong).unwrap_or_default(),
            reduced_motion: value(&table, "reduced_motion", &path, &mut wrong).unwrap_or_default(),
            exports: value(&table, "exports", &path, &mut wrong),
            last_incident: value(&table, "last_incident", &path, &mut wrong),
            contact: value(&table, "contact", &path, &mut wrong).unwrap_or_default(),
        };
        (settings, wrong)
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn save(&self, folders: &Folders) -> Result<(), Error> {
        let text = toml::to_string_pretty(self).unwrap_or_default();
        Ok(replace(&file(folders), text.as_bytes())?)
    }
}

fn file(folders: &Folders) -> PathBuf {
    folders.config.join("settings.toml")
}

fn aside(path: PathBuf) -> Error {
    let aside = path.with_extension("broken.toml");
    match fs::rename(&path, &aside) {
        Ok(()) => Error::SettingsAside { path: aside },
        Err(source) => Error::Write(platform::Error { path, source }),
    }
}

fn value<'de, T: Deserialize<'de>>(
    table: &toml::Table,
    key: &str,
    path: &std::path::Path,
    wrong: &mut Vec<Error>,
) -> Option<T> {
    let kept = table.get(key)?;
    let read = T::deserialize(kept.clone());
    if read.is_err() {
        wrong.push(Error::Setting { path: path.to_owned(), key: key.to_owned(), value: kept.to_string() });
    }
    read.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Settings, Vec<Error>, Folders, tempfile::TempDir) {
        let home = tempfile::tempdir().expect("a home");
        let folders = Folders::below(home.path().to_owned());
        replace(&file(&folders), text.as_bytes()).expect("written");
        let (settings, wrong) = Settings::read(&folders);
        (settings, wrong, folders, home)
    }

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let home = tempfile::tempdir().expect("a home");
        let folders = Folders::below(home.path().to_owned());
        let settings = Settings {
            language: Some(Lang::Ru),
            theme: ThemeChoice::Dark,
            scale: Scale(150),
            reduced_motion: true,
            exports: Some("/tmp/Отчёты".into()),
            last_incident: Some("20261118-194200-k3x9".to_owned()),
            contact: Contact { email: "me@example.org".to_owned(), ..Contact::default() },
        };
        settings.save(&folders).expect("kept");
        let (read, wrong) = Settings::read(&folders);
        assert_eq!((read, wrong.len()), (settings, 0));
    }

    #[test]
    fn a_wrong_value_costs_only_itself_and_is_told() {
        let (settings, wrong, ..) = read("theme = 'dark'\nscale = 900\nlanguage = 'xx'\nreduced_motion = true");
        assert_eq!((settings.theme, settings.scale, settings.reduced_motion), (ThemeChoice::Dark, Scale(100), true));
        let keys: Vec<_> = wrong
            .iter()
            .map(|error| match error {
                Error::Setting { key, .. } => key.as_str(),
                _ => "another error",
            })
            .collect();
        assert_eq!(keys, ["language", "scale"]);
    }

    #[test]
    fn what_cannot_be_understood_is_put_aside() {
        let (settings, wrong, folders, _home) = read("theme = [");
        assert_eq!(settings, Settings::default());
        assert!(matches!(wrong.as_slice(), [Error::SettingsAside { path }] if path.is_file()));
        assert!(Settings::read(&folders).1.is_empty(), "it is told once");
    }

    #[test]
    fn the_size_goes_in_steps() {
        assert_eq!(Scale(100).next(true), Scale(110));
        assert_eq!(Scale(130).next(false), Scale(125));
        assert_eq!(Scale(200).next(true), Scale(200));
    }
}
