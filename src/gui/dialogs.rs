//! File dialogs. They block, so they run in jobs; tests answer in their place.

use std::path::PathBuf;
use std::sync::Arc;

/// Asks the user for files.
pub trait Dialogs: Send + Sync {
    /// Existing files; none when the dialog was closed.
    fn files(&self, title: &str, several: bool) -> Vec<PathBuf>;

    /// An existing folder; none when the dialog was closed.
    fn folder(&self, title: &str) -> Option<PathBuf>;

    /// A file to write.
    fn target(&self, title: &str, proposed: &std::path::Path) -> Option<PathBuf>;
}

/// The system's own dialogs.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

impl Dialogs for SystemDialogs {
    fn files(&self, title: &str, several: bool) -> Vec<PathBuf> {
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        if several {
            let files = pollster::block_on(dialog.pick_files()).unwrap_or_default();
            files.into_iter().map(|file| file.path().to_owned()).collect()
        } else {
            pollster::block_on(dialog.pick_file()).map(|file| file.path().to_owned()).into_iter().collect()
        }
    }

    fn folder(&self, title: &str) -> Option<PathBuf> {
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        pollster::block_on(dialog.pick_folder()).map(|folder| folder.path().to_owned())
    }

    fn target(&self, title: &str, proposed: &std::path::Path) -> Option<PathBuf> {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title);
        if let Some(folder) = proposed.parent() {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = proposed.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        pollster::block_on(dialog.save_file()).map(|file| file.path().to_owned())
    }
}

/// Shared by the jobs.
pub type SharedDialogs = Arc<dyn Dialogs>;
