//! Letters as outlines, in the font that comes with the program.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, OutlineCurve, Point, VariableFont};
use tiny_skia::{Path, PathBuilder};

/// The weight of letters on pictures.
const WEIGHT: f32 = 600.0;
/// Distance of lines, in heights of a letter's square.
const LINE: f32 = 1.25;

static FONT: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    let mut font = FontRef::try_from_slice(include_bytes!("../../../assets/fonts/Inter.ttf")).ok()?;
    font.set_variation(b"wght", WEIGHT);
    Some(font)
});

/// Width and height of `text` in letters of `size`.
pub fn extent(text: &str, size: f32) -> [f32; 2] {
    let width = text.split('\n').map(|line| width(line, size)).fold(0.0, f32::max);
    [width, text.split('\n').count() as f32 * LINE * size]
}

/// The outline of `text` in letters of `size` with its upper left corner at `at`; none for blank text.
pub fn outline(text: &str, size: f32, at: [f32; 2]) -> Option<Path> {
    let font = FONT.as_ref()?;
    let scale = scale(font, size)?;
    let leading = (LINE * size - (font.ascent_unscaled() - font.descent_unscaled()) * scale) / 2.0;
    let mut path = PathBuilder::new();
    for (row, line) in text.split('\n').enumerate() {
        let base = at[1] + row as f32 * LINE * size + leading + font.ascent_unscaled() * scale;
        let mut x = at[0];
        for letter in line.chars().filter(|letter| !letter.is_control()) {
            let glyph = font.glyph_id(letter);
            let place = |point: Point| [x + point.x * scale, base - point.y * scale];
            let mut last = None;
            for curve in font.outline(glyph).map(|outline| outline.curves).unwrap_or_default() {
                let (from, to) = match &curve {
                    OutlineCurve::Line(from, to)
                    | OutlineCurve::Quad(from, _, to)
                    | OutlineCurve::Cubic(from, _, _, to) => (*from, *to),
                };
                if last != Some(from) {
                    path.close();
                    let [x, y] = place(from);
                    path.move_to(x, y);
                }
                let [end_x, end_y] = place(to);
                match curve {
                    OutlineCurve::Line(..) => path.line_to(end_x, end_y),
                    OutlineCurve::Quad(_, bend, _) => {
                        let [x, y] = place(bend);
                        path.quad_to(x, y, end_x, end_y);
                    }
                    OutlineCurve::Cubic(_, first, second, _) => {
                        let ([x, y], [x2, y2]) = (place(first), place(second));
                        path.cubic_to(x, y, x2, y2, end_x, end_y);
                    }
                }
                last = Some(to);
            }
            path.close();
            x += font.h_advance_unscaled(glyph) * scale;
        }
    }
    path.finish()
}

fn width(line: &str, size: f32) -> f32 {
    let Some((font, scale)) = FONT.as_ref().and_then(|font| Some((font, scale(font, size)?))) else { return 0.0 };
    let letters = line.chars().filter(|letter| !letter.is_control());
    letters.map(|letter| font.h_advance_unscaled(font.glyph_id(letter)) * scale).sum()
}

fn scale(font: &FontRef, size: f32) -> Option<f32> {
    Some(size / font.units_per_em()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_alphabets_have_outlines_and_a_width() {
        for text in ["Error", "Ошибка Ёё", "12", "№ «»"] {
            let [wide, high] = extent(text, 20.0);
            let path = outline(text, 20.0, [5.0, 7.0]).expect("letters");
            let bounds = path.bounds();
            assert!(bounds.left() >= 4.0 && bounds.right() <= 7.0 + wide, "{text}: {bounds:?} in {wide}");
            assert!(bounds.top() >= 7.0 && bounds.bottom() <= 7.0 + high, "{text}: {bounds:?} in {high}");
            for letter in text.chars() {
                assert_ne!(FONT.as_ref().unwrap().glyph_id(letter).0, 0, "{letter}");
            }
        }
        assert!(extent("a\nbb", 10.0)[1] > extent("bb", 10.0)[1]);
        assert!(outline(" \n\u{7}", 20.0, [0.0, 0.0]).is_none());
    }
}
