//! The window. Never here: anything that the command line needs too.

pub mod fonts;
pub mod icons;
pub mod theme;
pub mod widgets;
