//! The tools, and what each draws.

use eframe::egui::Key;

use crate::gui::icons::{self, Icon};
use crate::model::MarkShape;

/// What a drag over the picture does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Choose, move, resize.
    Select,
    /// A frame.
    #[default]
    Rectangle,
    /// An arrow.
    Arrow,
    /// A numbered marker.
    Number,
    /// Words.
    Text,
    /// A line by hand.
    Pen,
    /// A colour over something.
    Highlight,
    /// Black over something private.
    Hide,
    /// Only a part is sent.
    Crop,
}

impl Tool {
    /// Every tool, in the order of the toolbar.
    pub const ALL: [Self; 9] = [
        Self::Select,
        Self::Rectangle,
        Self::Arrow,
        Self::Number,
        Self::Text,
        Self::Pen,
        Self::Highlight,
        Self::Hide,
        Self::Crop,
    ];

    /// Its icon, the message with its name, and its key.
    pub fn face(self) -> (Icon, &'static str, Key) {
        match self {
            Self::Select => (icons::CURSOR, "tool-select", Key::V),
            Self::Rectangle => (icons::RECTANGLE, "tool-rectangle", Key::R),
            Self::Arrow => (icons::ARROW_UP_RIGHT, "tool-arrow", Key::A),
            Self::Number => (icons::NUMBER_CIRCLE_ONE, "tool-number", Key::N),
            Self::Text => (icons::TEXT_T, "tool-text", Key::T),
            Self::Pen => (icons::PENCIL_SIMPLE, "tool-pen", Key::P),
            Self::Highlight => (icons::HIGHLIGHTER_CIRCLE, "tool-highlight", Key::H),
            Self::Hide => (icons::SQUARE_HALF, "tool-hide", Key::B),
            Self::Crop => (icons::CROP, "tool-crop", Key::C),
        }
    }

    /// The mark it draws, if it draws one.
    pub fn shape(self) -> Option<MarkShape> {
        match self {
            Self::Rectangle => Some(MarkShape::Rectangle),
            Self::Arrow => Some(MarkShape::Arrow),
            Self::Number => Some(MarkShape::Number),
            Self::Text => Some(MarkShape::Text),
            Self::Pen => Some(MarkShape::Pen),
            Self::Highlight => Some(MarkShape::Highlight),
            Self::Select | Self::Hide | Self::Crop => None,
        }
    }
}
