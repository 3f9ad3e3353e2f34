//! What the user draws on a picture. Kept as a list beside the picture, drawn into it only where it leaves.
//!
//! Coordinates are pixels of the upright picture as it was attached: cropping and scaling change nothing about them.

use serde::{Deserialize, Deserializer, Serialize};

use super::Area;

/// What a mark looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkShape {
    /// A frame between two corners.
    #[default]
    Rectangle,
    /// From the first point to the second, which it points at.
    Arrow,
    /// A number in a circle around its point.
    Number,
    /// Words on a plate; the point is its upper left corner.
    Text,
    /// A line drawn by hand.
    Pen,
    /// A colour through which the picture is seen, between two corners.
    Highlight,
}

impl MarkShape {
    /// How many points it has at least.
    #[must_use]
    pub fn points(self) -> usize {
        match self {
            Self::Number | Self::Text => 1,
            Self::Rectangle | Self::Arrow | Self::Highlight | Self::Pen => 2,
        }
    }
}

/// The colour of a mark. Each is drawn with an edge of the opposite brightness, so that it is seen on any picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    /// The usual one.
    #[default]
    Red,
    /// For pictures full of red.
    Blue,
    /// What is right.
    Green,
    /// Highlights.
    Yellow,
    /// On dark pictures.
    White,
    /// On light pictures.
    Black,
}

impl Ink {
    /// Every colour, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Red, Self::Blue, Self::Green, Self::Yellow, Self::White, Self::Black];

    /// Red, green and blue. They belong to the picture, not to the look of the window.
    #[must_use]
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Red => [0xE5, 0x3E, 0x44],
            Self::Blue => [0x2B, 0x6C, 0xE6],
            Self::Green => [0x1E, 0x8E, 0x57],
            Self::Yellow => [0xFF, 0xD4, 0x3B],
            Self::White => [0xFF, 0xFF, 0xFF],
            Self::Black => [0x14, 0x14, 0x14],
        }
    }

    /// The colour of its edge, and of letters on it.
    #[must_use]
    pub const fn edge(self) -> [u8; 3] {
        match self {
            Self::Yellow | Self::White => [0x14, 0x14, 0x14],
            _ => [0xFF, 0xFF, 0xFF],
        }
    }

    /// The name used in incident files and message ids.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::White => "white",
            Self::Black => "black",
        }
    }
}

/// How thick lines are, and how large letters and numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Thickness {
    /// For crowded pictures.
    Thin,
    /// The usual one.
    #[default]
    Medium,
    /// For large pictures that are looked at small.
    Thick,
}

impl Thickness {
    /// Every thickness, from thin to thick.
    pub const ALL: [Self; 3] = [Self::Thin, Self::Medium, Self::Thick];

    /// The name used in incident files and message ids.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Thin => "thin",
            Self::Medium => "medium",
            Self::Thick => "thick",
        }
    }
}

/// One thing that was drawn on a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// What it looks like.
    pub shape: MarkShape,
    /// Where it is: as many points as its shape has.
    pub points: Vec<[i32; 2]>,
    /// What a number shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The words of a text; what a number stands for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Its colour.
    pub ink: Ink,
    /// How thick it is.
    pub line: Thickness,
}

/// A mark as it is written in an incident file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    shape: MarkShape,
    points: Vec<[i32; 2]>,
    number: Option<u32>,
    #[serde(default)]
    text: String,
    #[serde(default)]
    ink: Ink,
    #[serde(default)]
    line: Thickness,
}

impl<'de> Deserialize<'de> for Mark {
    /// A mark with too few points is refused: it would be drawn nowhere.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Written { shape, points, number, text, ink, line } = Written::deserialize(from)?;
        if points.len() < shape.points() {
            let expected = format!("at least {} points", shape.points());
            return Err(serde::de::Error::invalid_length(points.len(), &expected.as_str()));
        }
        Ok(Self { shape, points, number, text, ink, line })
    }
}

impl Mark {
    /// The smallest rectangle around its points: left, upper, right and lower edge.
    #[must_use]
    pub fn bounds(&self) -> [i32; 4] {
        let first = self.points.first().copied().unwrap_or_default();
        self.points.iter().fold([first[0], first[1], first[0], first[1]], |[left, upper, right, lower], [x, y]| {
            [left.min(*x), upper.min(*y), right.max(*x), lower.max(*y)]
        })
    }

    /// Moves it by so many pixels.
    pub fn shift(&mut self, by: [i32; 2]) {
        for point in &mut self.points {
            *point = [point[0].saturating_add(by[0]), point[1].saturating_add(by[1])];
        }
    }
}

impl Area {
    /// The area between two corners.
    #[must_use]
    pub fn between(a: [i32; 2], b: [i32; 2]) -> Self {
        let [x, y] = [a[0].min(b[0]).max(0), a[1].min(b[1]).max(0)];
        let [right, lower] = [a[0].max(b[0]).max(0), a[1].max(b[1]).max(0)];
        Self { x: x.unsigned_abs(), y: y.unsigned_abs(), width: x.abs_diff(right), height: y.abs_diff(lower) }
    }

    /// Its upper left and its lower right corner.
    #[must_use]
    pub fn corners(self) -> [[i32; 2]; 2] {
        let edge = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
        [
            [edge(self.x), edge(self.y)],
            [edge(self.x.saturating_add(self.width)), edge(self.y.saturating_add(self.height))],
        ]
    }

    /// The part of it that lies in a picture of this size.
    #[must_use]
    pub fn within(self, size: [u32; 2]) -> Self {
        let (x, y) = (self.x.min(size[0]), self.y.min(size[1]));
        Self { x, y, width: self.width.min(size[0] - x), height: self.height.min(size[1] - y) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_without_its_points_is_refused() {
        let read = |text: &str| toml::from_str::<Mark>(text).map_err(|error| error.to_string());
        let arrow = read("shape = \"arrow\"\npoints = [[1, 2], [30, -4]]\nink = \"blue\"").unwrap();
        assert_eq!((arrow.bounds(), arrow.ink, arrow.line), ([1, -4, 30, 2], Ink::Blue, Thickness::Medium));
        assert!(read("shape = \"arrow\"\npoints = [[1, 2]]").unwrap_err().contains("at least 2 points"));
        assert!(read("shape = \"arow\"\npoints = []").is_err());
        assert!(read("shape = \"text\"\npoints = [[1, 2]]\ncolour = \"red\"").is_err());
    }

    #[test]
    fn areas_come_from_corners_in_any_order() {
        assert_eq!(Area::between([30, 5], [-4, 25]), Area { x: 0, y: 5, width: 30, height: 20 });
        let area = Area { x: 90, y: 10, width: u32::MAX, height: 5 };
        assert_eq!(area.within([100, 12]), Area { x: 90, y: 10, width: 10, height: 2 });
        assert_eq!(Area { x: 500, ..area }.within([100, 12]).width, 0);
    }

    #[test]
    fn a_shift_at_the_edge_of_numbers_stays_there() {
        let mut mark = Mark { points: vec![[i32::MAX, 0], [0, i32::MIN]], ..Mark::default() };
        mark.shift([10, -10]);
        assert_eq!(mark.points, [[i32::MAX, -10], [10, i32::MIN]]);
    }
}
