//! What marks are made of: paths with a colour, in pixels of the picture.

use tiny_skia::{Path, PathBuilder, Rect};

use super::glyphs;
use crate::model::{Mark, MarkShape, Thickness};

/// How much of the picture is seen through a highlight.
const HIGHLIGHT: u8 = 96;

/// One thing to draw.
pub enum Piece {
    /// A filled path.
    Fill(Path, [u8; 4]),
    /// A line of this width along a path.
    Stroke(Path, f32, [u8; 4]),
}

/// Sizes that follow the picture: on a larger one lines are thicker, so that they look the same when it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    line: f32,
    edge: f32,
    letter: f32,
}

impl Measures {
    /// Of a mark on a picture of this size.
    pub fn new(line: Thickness, picture: [u32; 2]) -> Self {
        let unit = (picture[0].max(picture[1]) as f32 / 1200.0).clamp(0.7, 30.0);
        let (line, letter) = match line {
            Thickness::Thin => (2.5, 15.0),
            Thickness::Medium => (4.0, 20.0),
            Thickness::Thick => (7.0, 32.0),
        };
        Self { line: line * unit, edge: 2.0 * unit, letter: letter * unit }
    }
}

/// The rectangle that a mark covers: left, upper, right and lower edge.
#[must_use]
pub fn extent(mark: &Mark, picture: [u32; 2]) -> [f32; 4] {
    let m = Measures::new(mark.line, picture);
    let [left, upper, right, lower] = mark.bounds().map(|value| value as f32);
    match mark.shape {
        MarkShape::Number => {
            let radius = radius(mark, m) + m.edge;
            [left - radius, upper - radius, left + radius, upper + radius]
        }
        MarkShape::Text => {
            let [wide, high] = glyphs::extent(&mark.text, m.letter);
            let pad = pad(m);
            [left - m.edge, upper - m.edge, left + wide + 2.0 * pad + m.edge, upper + high + pad + m.edge]
        }
        MarkShape::Highlight => [left, upper, right, lower],
        MarkShape::Arrow => {
            let reach = head(m);
            [left - reach, upper - reach, right + reach, lower + reach]
        }
        MarkShape::Rectangle | MarkShape::Pen => {
            let reach = m.line / 2.0 + m.edge;
            [left - reach, upper - reach, right + reach, lower + reach]
        }
    }
}

/// What `mark` is made of, the lowest piece first.
pub fn pieces(mark: &Mark, picture: [u32; 2]) -> Vec<Piece> {
    let m = Measures::new(mark.line, picture);
    let (ink, edge) = (opaque(mark.ink.rgb()), opaque(mark.ink.edge()));
    let points: Vec<[f32; 2]> = mark.points.iter().map(|point| point.map(|value| value as f32)).collect();
    let lined = |path: Option<Path>| {
        path.map_or_else(Vec::new, |path| {
            vec![Piece::Stroke(path.clone(), m.line + 2.0 * m.edge, edge), Piece::Stroke(path, m.line, ink)]
        })
    };
    match (mark.shape, points.as_slice()) {
        (MarkShape::Rectangle, [a, b, ..]) => lined(frame(*a, *b, 1.5 * m.line)),
        (MarkShape::Highlight, [a, b, ..]) => {
            let path = frame(*a, *b, 0.0);
            path.map(|path| Piece::Fill(path, [ink[0], ink[1], ink[2], HIGHLIGHT])).into_iter().collect()
        }
        (MarkShape::Pen, [first, rest @ ..]) if !rest.is_empty() => {
            let mut path = PathBuilder::new();
            path.move_to(first[0], first[1]);
            for [x, y] in rest {
                path.line_to(*x, *y);
            }
            lined(path.finish())
        }
        (MarkShape::Arrow, [from, to, ..]) => arrow(*from, *to, m).map_or_else(Vec::new, |path| {
            vec![Piece::Stroke(path.clone(), 2.0 * m.edge, edge), Piece::Fill(path, ink)]
        }),
        (MarkShape::Number, [[x, y], ..]) => {
            let radius = radius(mark, m);
            let Some(circle) = PathBuilder::from_circle(*x, *y, radius) else { return Vec::new() };
            let digits = digits(mark);
            let [wide, high] = glyphs::extent(&digits, m.letter);
            let letters = glyphs::outline(&digits, m.letter, [x - wide / 2.0, y - high / 2.0]);
            let mut pieces = vec![Piece::Stroke(circle.clone(), 2.0 * m.edge, edge), Piece::Fill(circle, ink)];
            pieces.extend(letters.map(|letters| Piece::Fill(letters, edge)));
            pieces
        }
        (MarkShape::Text, [[x, y], ..]) if !mark.text.trim().is_empty() => {
            let [wide, high] = glyphs::extent(&mark.text, m.letter);
            let pad = pad(m);
            let corner = [x + wide + 2.0 * pad, y + high + pad];
            let Some(plate) = frame([*x, *y], corner, pad / 2.0) else { return Vec::new() };
            let letters = glyphs::outline(&mark.text, m.letter, [x + pad, y + pad / 2.0]);
            let mut pieces = vec![Piece::Stroke(plate.clone(), 2.0 * m.edge, edge), Piece::Fill(plate, ink)];
            pieces.extend(letters.map(|letters| Piece::Fill(letters, edge)));
            pieces
        }
        _ => Vec::new(),
    }
}

fn opaque([red, green, blue]: [u8; 3]) -> [u8; 4] {
    [red, green, blue, 255]
}

fn digits(mark: &Mark) -> String {
    mark.number.unwrap_or(1).to_string()
}

/// A circle that has room for its digits.
fn radius(mark: &Mark, m: Measures) -> f32 {
    let [wide, high] = glyphs::extent(&digits(mark), m.letter);
    (high * 0.62).max(wide * 0.72)
}

fn pad(m: Measures) -> f32 {
    0.4 * m.letter
}

fn head(m: Measures) -> f32 {
    3.5 * m.line + m.edge
}

fn frame(a: [f32; 2], b: [f32; 2], radius: f32) -> Option<Path> {
    let rect = Rect::from_ltrb(a[0].min(b[0]), a[1].min(b[1]), a[0].max(b[0]), a[1].max(b[1]))?;
    let r = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if r < 0.5 {
        return Some(PathBuilder::from_rect(rect));
    }
    let (left, upper, right, lower) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    let mut path = PathBuilder::new();
    path.move_to(left + r, upper);
    path.line_to(right - r, upper);
    path.quad_to(right, upper, right, upper + r);
    path.line_to(right, lower - r);
    path.quad_to(right, lower, right - r, lower);
    path.line_to(left + r, lower);
    path.quad_to(left, lower, left, lower - r);
    path.line_to(left, upper + r);
    path.quad_to(left, upper, left + r, upper);
    path.close();
    path.finish()
}

/// A shaft with a head, as one outline.
fn arrow(from: [f32; 2], to: [f32; 2], m: Measures) -> Option<Path> {
    let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    let length = dx.hypot(dy);
    if length < 1.0 {
        return None;
    }
    let [ux, uy] = [dx / length, dy / length];
    let (half, wing) = (m.line / 2.0, head(m) / 2.0);
    let neck = (length - head(m)).max(0.0);
    // Along the arrow, and to its left.
    let at = |along: f32, aside: f32| [from[0] + ux * along - uy * aside, from[1] + uy * along + ux * aside];
    let mut path = PathBuilder::new();
    let corners = [at(0.0, half), at(neck, half), at(neck, wing), to, at(neck, -wing), at(neck, -half), at(0.0, -half)];
    let [x, y] = corners[0];
    path.move_to(x, y);
    for [x, y] in &corners[1..] {
        path.line_to(*x, *y);
    }
    path.close();
    path.finish()
}
