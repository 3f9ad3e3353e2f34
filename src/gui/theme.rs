//! The look as data: sizes and the colours of both themes, read once from `assets/theme.toml`, and egui set up by them.
//!
//! Never anywhere else: a raw colour. Widgets take colours from [`tokens`], pages take nothing but widgets.

mod style;

use std::sync::LazyLock;

use eframe::egui::{self, Color32, Ui};
use serde::{Deserialize, Deserializer};

use crate::model::Ink;

pub use style::{TextKind, apply};

static THEME: LazyLock<Theme> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    toml::from_str(include_str!("../../assets/theme.toml")).unwrap_or_default()
});

/// Sizes, and the colours of both themes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// In points.
    pub sizes: Sizes,
    /// By day.
    pub light: Tokens,
    /// By night.
    pub dark: Tokens,
}

/// The whole look.
#[must_use]
pub fn theme() -> &'static Theme {
    &THEME
}

/// The sizes.
#[must_use]
pub fn sizes() -> &'static Sizes {
    &THEME.sizes
}

/// The colours of the theme that `ui` is drawn in.
#[must_use]
pub fn tokens(ui: &Ui) -> &'static Tokens {
    if ui.visuals().dark_mode { &THEME.dark } else { &THEME.light }
}

/// The colours of an egui theme.
#[must_use]
pub fn tokens_of(theme: egui::Theme) -> &'static Tokens {
    match theme {
        egui::Theme::Dark => &THEME.dark,
        egui::Theme::Light => &THEME.light,
    }
}

/// The colour of a mark on a picture: it belongs to the picture and is the same in both themes.
#[must_use]
pub fn ink(ink: Ink) -> Color32 {
    let [red, green, blue] = ink.rgb();
    Color32::from_rgb(red, green, blue)
}

fn colour<'de, D: Deserializer<'de>>(from: D) -> Result<Color32, D::Error> {
    let hex = String::deserialize(from)?;
    Color32::from_hex(&hex).map_err(|_| serde::de::Error::custom(format!("{hex} is no colour")))
}

macro_rules! sizes {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Sizes in points.
        #[derive(Clone, Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Sizes { $($(#[$doc])* pub $name: f32,)* }
    };
}

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The colours of one theme.
        #[derive(Clone, Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Tokens { $($(#[$doc])* #[serde(deserialize_with = "colour")] pub $name: Color32,)* }
    };
}

sizes! {
    /// The step that all distances are multiples of.
    space,
    /// Height of a field.
    field,
    /// Height of a button.
    button,
    /// Height of a button inside a card, a banner or a heading's row.
    button_small,
    /// Height of a row in a card.
    row,
    /// Height of a row of the navigation.
    nav_row,
    /// Corners of fields and buttons.
    radius,
    /// Corners of cards.
    card_radius,
    /// Width of outlines and hairlines.
    line,
    /// Size of an icon beside body text.
    icon,
    /// Height of the top bar.
    top_bar,
    /// Width of the navigation.
    left,
    /// Width of the readiness panel.
    right,
    /// Greatest width of the middle column.
    middle,
    /// Body text.
    body,
    /// A page's heading.
    heading,
    /// The readiness headline.
    title,
    /// A field's label.
    label,
    /// Hints and captions.
    hint,
    /// Logs and errors.
    mono,
    /// What a line of text gets beyond the font's own height.
    line_gap,
}

tokens! {
    /// Behind everything.
    background,
    /// Cards, fields, bars.
    panel,
    /// What lies deeper: logs, disabled buttons, tracks.
    sunken,
    /// Outlines and hairlines.
    line,
    /// Text.
    text,
    /// Secondary text.
    muted,
    /// Hints inside fields; on `panel` only.
    faint,
    /// What can be acted on, and focus.
    accent,
    /// Behind placeholders and selected text.
    accent_background,
    /// On an accent button.
    on_accent,
    /// A selected or hovered row.
    selected,
    /// Done.
    ok,
    /// Behind `ok`.
    ok_background,
    /// Needs an answer.
    warn,
    /// Behind `warn`.
    warn_background,
    /// Blocks.
    bad,
    /// Behind `bad`.
    bad_background,
    /// The folder of the logo.
    logo,
    /// Its tab.
    logo_dark,
    /// Its figure.
    on_logo,
    /// Under cards and menus.
    shadow,
    /// Over the window while a dialog is open.
    shade,
}

#[cfg(test)]
mod tests;
