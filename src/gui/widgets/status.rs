//! How things stand: always an icon and a colour together.

use eframe::egui::Color32;

use crate::gui::icons::{self, Icon};
use crate::gui::theme::Tokens;

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Done.
    Ok,
    /// Needs an answer.
    Ask,
    /// May go wrong.
    Warn,
    /// Blocks.
    Bad,
    /// Good to know.
    Info,
    /// Comes later.
    Todo,
}

impl Status {
    /// Its icon.
    #[must_use]
    pub fn icon(self) -> Icon {
        match self {
            Self::Ok => icons::CHECK_CIRCLE,
            Self::Ask => icons::QUESTION,
            Self::Warn => icons::WARNING,
            Self::Bad => icons::X_CIRCLE,
            Self::Info => icons::INFO,
            Self::Todo => icons::CIRCLE,
        }
    }

    /// The colour of its icon and words.
    #[must_use]
    pub(super) fn colour(self, t: &Tokens) -> Color32 {
        match self {
            Self::Ok => t.ok,
            Self::Ask | Self::Warn => t.warn,
            Self::Bad => t.bad,
            Self::Info => t.accent,
            Self::Todo => t.muted,
        }
    }

    /// What lies behind its words.
    #[must_use]
    pub(super) fn background(self, t: &Tokens) -> Color32 {
        match self {
            Self::Ok => t.ok_background,
            Self::Ask | Self::Warn => t.warn_background,
            Self::Bad => t.bad_background,
            Self::Info => t.accent_background,
            Self::Todo => t.sunken,
        }
    }
}
