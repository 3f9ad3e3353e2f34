//! Each tool by the pixels it leaves.

use image::{Rgb, RgbImage};

use super::*;
use crate::model::{Ink, MarkShape, Thickness};

const SIZE: [u32; 2] = [400, 300];
const GROUND: [u8; 3] = [90, 110, 130];

fn mark(shape: MarkShape, points: &[[i32; 2]]) -> Mark {
    Mark { shape, points: points.to_vec(), ..Mark::default() }
}

fn whole() -> View {
    View { picture: SIZE, origin: [0.0, 0.0], scale: [1.0, 1.0] }
}

fn burnt(mark: &Mark) -> RgbImage {
    let mut pixels = RgbImage::from_pixel(SIZE[0], SIZE[1], Rgb(GROUND));
    burn(std::slice::from_ref(mark), &mut pixels, whole());
    pixels
}

/// Everything outside the extent is as it was.
fn expect_untouched_outside(mark: &Mark, pixels: &RgbImage) {
    let [left, upper, right, lower] = extent(mark, SIZE);
    for (x, y, pixel) in pixels.enumerate_pixels() {
        let inside =
            (left - 1.0..=right + 1.0).contains(&(x as f32)) && (upper - 1.0..=lower + 1.0).contains(&(y as f32));
        assert!(inside || pixel.0 == GROUND, "{mark:?} reaches {x}, {y}");
    }
}

#[test]
fn a_rectangle_is_a_frame_with_an_edge() {
    let frame = mark(MarkShape::Rectangle, &[[300, 200], [100, 50]]);
    let pixels = burnt(&frame);
    let at = |x, y| pixels.get_pixel(x, y).0;
    for (x, y) in [(200, 50), (200, 200), (100, 120), (300, 120)] {
        assert_eq!(at(x, y), Ink::Red.rgb(), "{x}, {y}");
    }
    assert_eq!(at(200, 120), GROUND, "the picture is seen inside");
    let near: Vec<_> = (40..50).map(|y| at(200, y)).collect();
    assert!(near.iter().any(|pixel| pixel[0] > 200 && pixel[1] > 150), "a light edge: {near:?}");
    expect_untouched_outside(&frame, &pixels);
}

#[test]
fn an_arrow_is_wide_where_it_points() {
    let arrow = Mark { ink: Ink::Blue, ..mark(MarkShape::Arrow, &[[50, 150], [250, 150]]) };
    let pixels = burnt(&arrow);
    let inked = |x: u32| (0..SIZE[1]).filter(|y| pixels.get_pixel(x, *y).0 == Ink::Blue.rgb()).count();
    assert!(inked(100) >= 2 && inked(100) < inked(241), "{} and {}", inked(100), inked(241));
    assert_eq!(inked(262), 0);
    expect_untouched_outside(&arrow, &pixels);
    assert_eq!(
        burnt(&mark(MarkShape::Arrow, &[[50, 50], [50, 50]])).get_pixel(50, 50).0,
        GROUND,
        "no length, no arrow"
    );
}

#[test]
fn a_number_is_a_disc_with_digits() {
    for number in [1, 12, 345] {
        let number = Mark { number: Some(number), ..mark(MarkShape::Number, &[[200, 150]]) };
        let pixels = burnt(&number);
        let [left, upper, right, lower] = extent(&number, SIZE).map(|edge| edge as u32);
        let inside = |wanted: [u8; 3]| {
            (left..right)
                .flat_map(|x| (upper..lower).map(move |y| (x, y)))
                .filter(|(x, y)| {
                    let ([dx, dy], radius) =
                        ([x.abs_diff(200) as f32, y.abs_diff(150) as f32], (right - left) as f32 / 2.0);
                    dx.hypot(dy) < radius * 0.8 && pixels.get_pixel(*x, *y).0 == wanted
                })
                .count()
        };
        assert!(inside(Ink::Red.rgb()) > 100 && inside(Ink::Red.edge()) > 8);
        expect_untouched_outside(&number, &pixels);
    }
}

#[test]
fn words_stand_on_a_plate_in_both_alphabets() {
    for (text, ink) in [("Error here", Ink::Yellow), ("Ошибка здесь\nи тут", Ink::Red)] {
        let words = Mark { text: text.to_owned(), ink, ..mark(MarkShape::Text, &[[40, 40]]) };
        let pixels = burnt(&words);
        let count = |wanted: [u8; 3]| pixels.pixels().filter(|pixel| pixel.0 == wanted).count();
        assert!(count(ink.rgb()) > 500 && count(ink.edge()) > 60, "{text}: {} {}", count(ink.rgb()), count(ink.edge()));
        expect_untouched_outside(&words, &pixels);
    }
}

#[test]
fn a_pen_follows_its_points() {
    let pen = Mark { line: Thickness::Thick, ..mark(MarkShape::Pen, &[[20, 20], [120, 220], [220, 20]]) };
    let pixels = burnt(&pen);
    for (x, y) in [(20, 20), (70, 120), (120, 220), (170, 120)] {
        assert_eq!(pixels.get_pixel(x, y).0, Ink::Red.rgb(), "{x}, {y}");
    }
    assert_eq!(pixels.get_pixel(120, 100).0, GROUND);
    expect_untouched_outside(&pen, &pixels);
}

#[test]
fn a_highlight_lets_the_picture_through() {
    let light = Mark { ink: Ink::Yellow, ..mark(MarkShape::Highlight, &[[100, 100], [200, 150]]) };
    let mut pixels = RgbImage::from_fn(SIZE[0], SIZE[1], |x, _| Rgb(if x % 2 == 0 { [0; 3] } else { [255; 3] }));
    burn(&[light], &mut pixels, whole());
    let (dark, bright) = (pixels.get_pixel(150, 120).0, pixels.get_pixel(151, 120).0);
    assert!(dark[0] > 60 && bright[2] < 230, "coloured: {dark:?} {bright:?}");
    assert!(bright[0] - dark[0] > 100, "and still told apart");
    assert_eq!(pixels.get_pixel(98, 120).0, [0; 3]);
}

#[test]
fn marks_far_outside_or_without_points_draw_nothing() {
    let far = [[i32::MIN, i32::MIN], [i32::MIN + 9, i32::MIN + 9]];
    for shape in [MarkShape::Rectangle, MarkShape::Arrow, MarkShape::Number, MarkShape::Text, MarkShape::Pen] {
        for mark in [mark(shape, &far), mark(shape, &[]), mark(shape, &[[5000, 5000], [6000, 6000]])] {
            assert!(burnt(&mark).pixels().all(|pixel| pixel.0 == GROUND), "{mark:?}");
        }
    }
    let vast = mark(MarkShape::Rectangle, &[[i32::MIN, 20], [i32::MAX, 60]]);
    burnt(&vast);
}

#[test]
fn the_screen_shows_what_leaves() {
    let mut marks = vec![
        mark(MarkShape::Rectangle, &[[60, 40], [220, 160]]),
        mark(MarkShape::Arrow, &[[300, 250], [230, 170]]),
        Mark { number: Some(7), ..mark(MarkShape::Number, &[[320, 60]]) },
    ];
    marks.push(Mark { text: "Шаг 7".to_owned(), ..mark(MarkShape::Text, &[[40, 220]]) });
    let mut pixels = RgbImage::from_pixel(SIZE[0], SIZE[1], Rgb(GROUND));
    burn(&marks, &mut pixels, whole());
    let over = overlay(&[], &marks, whole(), SIZE);
    for (pixel, over) in pixels.pixels().zip(over.chunks_exact(4)) {
        let rest = 255 - u32::from(over[3]);
        for channel in 0..3 {
            let shown = u32::from(over[channel]) + u32::from(GROUND[channel]) * rest / 255;
            assert!(shown.abs_diff(u32::from(pixel.0[channel])) <= 8, "{over:?} {pixel:?}");
        }
    }
    assert!(overlay(&[], &marks, whole(), [0, 0]).is_empty());
}
