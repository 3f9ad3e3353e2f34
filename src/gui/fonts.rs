//! The fonts of the window: Inter in three weights, JetBrains Mono, and the icons.
//!
//! Never here: sizes; `theme` has them.

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily};

/// Inter, 500: buttons.
const MEDIUM: &str = "medium";
/// Inter, 600: headings, labels.
const SEMIBOLD: &str = "semibold";
/// Phosphor, regular.
const ICONS: &str = "icons";
/// Phosphor, bold: beside semibold text.
const ICONS_BOLD: &str = "icons-bold";

/// Inter at weight 500.
#[must_use]
pub fn medium() -> FontFamily {
    FontFamily::Name(MEDIUM.into())
}

/// Inter at weight 600.
#[must_use]
pub fn semibold() -> FontFamily {
    FontFamily::Name(SEMIBOLD.into())
}

/// The icons, in the weight that stands well beside `bold` or ordinary text.
#[must_use]
pub fn icons(bold: bool) -> FontFamily {
    FontFamily::Name(if bold { ICONS_BOLD } else { ICONS }.into())
}

/// Gives `ctx` the fonts. Characters that they lack come from the system only where the window adds egui's system font
/// provider (eframe does, with its feature `system_fonts`); tests don't, so that pictures are the same everywhere.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

fn definitions() -> FontDefinitions {
    let inter = FontData::from_static(include_bytes!("../../assets/fonts/Inter.ttf"));
    let mono = FontData::from_static(include_bytes!("../../assets/fonts/JetBrainsMono.ttf"));
    let icons = FontData::from_static(include_bytes!("../../assets/fonts/Phosphor.ttf"));
    let icons_bold = FontData::from_static(include_bytes!("../../assets/fonts/Phosphor-Bold.ttf"));

    let mut fonts = FontDefinitions::empty();
    let regular = "regular";
    let monospace = "mono";
    for (name, font) in [
        (regular, inter.clone()),
        (MEDIUM, weighing(inter.clone(), 500.0)),
        (SEMIBOLD, weighing(inter, 600.0)),
        (monospace, mono),
        (ICONS, icons),
        (ICONS_BOLD, icons_bold),
    ] {
        fonts.font_data.insert(name.to_owned(), Arc::new(font));
    }
    for (family, stack) in [
        (FontFamily::Proportional, [regular, monospace, ICONS].as_slice()),
        (medium(), &[MEDIUM, monospace, ICONS]),
        (semibold(), &[SEMIBOLD, monospace, ICONS_BOLD]),
        (FontFamily::Monospace, &[monospace, regular, ICONS]),
        (self::icons(false), &[ICONS, regular]),
        (self::icons(true), &[ICONS_BOLD, regular]),
    ] {
        fonts.families.insert(family, stack.iter().map(|&name| name.to_owned()).collect());
    }
    fonts
}

fn weighing(mut font: FontData, weight: f32) -> FontData {
    font.tweak.coords.push(b"wght", weight);
    font
}

#[cfg(test)]
mod tests {
    use eframe::egui::FontId;
    use eframe::egui::epaint::text::{Fonts, TextOptions};

    use super::*;
    use crate::gui::icons;

    #[test]
    fn every_icon_is_in_both_icon_fonts() {
        for font in ["../../assets/fonts/Phosphor.ttf", "../../assets/fonts/Phosphor-Bold.ttf"] {
            let mut only = FontDefinitions::empty();
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gui").join(font);
            let data = FontData::from_owned(std::fs::read(path).unwrap());
            only.font_data.insert(font.to_owned(), Arc::new(data));
            only.families.insert(FontFamily::Proportional, vec![font.to_owned()]);
            let mut fonts = Fonts::new(TextOptions::default(), only);
            for (name, icon) in icons::ALL {
                assert!(fonts.has_glyph(&FontId::proportional(16.0), icon.glyph()), "{name} is missing in {font}");
            }
        }
    }

    #[test]
    fn both_alphabets_and_the_usual_signs_are_there_in_every_weight() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        let text = "Ёжик ßéžł №«»„“”‘’…–—−×·→←↑↓≤≥≈±°µ€₽⌘⌥⇧✓ʼ";
        for family in [FontFamily::Proportional, medium(), semibold(), FontFamily::Monospace] {
            for sign in text.chars() {
                assert!(fonts.has_glyph(&FontId::new(14.0, family.clone()), sign), "{sign} in {family:?}");
            }
        }
    }
}
