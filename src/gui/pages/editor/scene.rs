//! What can be done to one picture: find what lies under the pointer, move, resize, remove. Plain functions of the list.

use crate::model::{Area, EvidenceItem, Mark, MarkShape};
use crate::redact::ink;

/// Something on a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A hidden area, by its place in the list.
    Hide(usize),
    /// A mark, by its place in the list.
    Mark(usize),
    /// The part that is sent.
    Crop,
}

/// Everything on the picture, the lowest first.
pub fn things(item: &EvidenceItem) -> Vec<Thing> {
    let hides = (0..item.hide.len()).map(Thing::Hide);
    let marks = (0..item.marks.len()).map(Thing::Mark);
    hides.chain(marks).chain(item.crop.map(|_| Thing::Crop)).collect()
}

/// Whether it is still there.
pub fn exists(item: &EvidenceItem, thing: Thing) -> bool {
    match thing {
        Thing::Hide(at) => at < item.hide.len(),
        Thing::Mark(at) => at < item.marks.len(),
        Thing::Crop => item.crop.is_some(),
    }
}

/// Two opposite corners, or the two ends of an arrow: what a thing is resized by. None where its size is its own.
pub fn corners(item: &EvidenceItem, thing: Thing) -> Option<[[i32; 2]; 2]> {
    match thing {
        Thing::Hide(at) => item.hide.get(at).map(|area| area.corners()),
        Thing::Crop => item.crop.map(Area::corners),
        Thing::Mark(at) => {
            let mark = item.marks.get(at)?;
            match (mark.shape, mark.points.as_slice()) {
                (MarkShape::Rectangle | MarkShape::Highlight | MarkShape::Arrow, [a, b, ..]) => Some([*a, *b]),
                _ => None,
            }
        }
    }
}

/// The points that it is resized by: all four corners, or the two ends of an arrow.
pub fn handles(item: &EvidenceItem, thing: Thing) -> Vec<[i32; 2]> {
    let Some([a, b]) = corners(item, thing) else { return Vec::new() };
    if is_arrow(item, thing) { vec![a, b] } else { vec![a, [b[0], a[1]], b, [a[0], b[1]]] }
}

/// Puts one of its handles at `to`.
pub fn resize(item: &mut EvidenceItem, thing: Thing, handle: usize, to: [i32; 2], picture: [u32; 2]) {
    let Some([mut a, mut b]) = corners(item, thing) else { return };
    match (is_arrow(item, thing), handle) {
        (_, 0) => a = to,
        (true, _) | (false, 2) => b = to,
        (false, 1) => (b[0], a[1]) = (to[0], to[1]),
        (false, _) => (a[0], b[1]) = (to[0], to[1]),
    }
    set_corners(item, thing, [a, b], picture);
}

fn set_corners(item: &mut EvidenceItem, thing: Thing, [a, b]: [[i32; 2]; 2], picture: [u32; 2]) {
    let area = Area::between(a, b).within(picture);
    match thing {
        Thing::Hide(at) => {
            if let Some(hidden) = item.hide.get_mut(at) {
                *hidden = area;
            }
        }
        Thing::Crop => item.crop = Some(area),
        Thing::Mark(at) => {
            if let Some([first, second, ..]) = item.marks.get_mut(at).map(|mark| mark.points.as_mut_slice()) {
                (*first, *second) = (a, b);
            }
        }
    }
}

/// Moves it by so many pixels. Areas stay whole and inside the picture.
pub fn shift(item: &mut EvidenceItem, thing: Thing, by: [i32; 2], picture: [u32; 2]) {
    let moved = |area: Area| {
        let along = |start: u32, length: u32, by: i32, most: u32| {
            start.saturating_add_signed(by).min(most.saturating_sub(length))
        };
        Area {
            x: along(area.x, area.width, by[0], picture[0]),
            y: along(area.y, area.height, by[1], picture[1]),
            ..area
        }
    };
    match thing {
        Thing::Hide(at) => {
            if let Some(area) = item.hide.get_mut(at) {
                *area = moved(*area);
            }
        }
        Thing::Crop => item.crop = item.crop.map(moved),
        Thing::Mark(at) => {
            if let Some(mark) = item.marks.get_mut(at) {
                mark.shift(by);
            }
        }
    }
}

/// Takes it away; tells the number it showed.
pub fn remove(item: &mut EvidenceItem, thing: Thing) -> Option<u32> {
    match thing {
        Thing::Hide(at) if at < item.hide.len() => drop(item.hide.remove(at)),
        Thing::Mark(at) if at < item.marks.len() => {
            let mark = item.marks.remove(at);
            return mark.number.filter(|_| mark.shape == MarkShape::Number);
        }
        Thing::Crop => item.crop = None,
        Thing::Hide(_) | Thing::Mark(_) => {}
    }
    None
}

/// The rectangle around it: left, upper, right and lower edge.
pub fn extent(item: &EvidenceItem, thing: Thing, picture: [u32; 2]) -> Option<[f32; 4]> {
    let of_area = |area: Area| {
        let [[left, upper], [right, lower]] = area.corners();
        [left, upper, right, lower].map(|edge| edge as f32)
    };
    match thing {
        Thing::Hide(at) => item.hide.get(at).copied().map(of_area),
        Thing::Crop => item.crop.map(of_area),
        Thing::Mark(at) => item.marks.get(at).map(|mark| ink::extent(mark, picture)),
    }
}

/// The uppermost thing at `point`; what is as near as `reach` counts. A crop is held by its edges alone.
pub fn under(item: &EvidenceItem, point: [f32; 2], reach: f32, picture: [u32; 2]) -> Option<Thing> {
    things(item).into_iter().rev().find(|thing| match *thing {
        Thing::Mark(at) => item.marks.get(at).is_some_and(|mark| touches(mark, point, reach, picture)),
        Thing::Hide(_) => extent(item, *thing, picture).is_some_and(|edges| within(edges, point, reach)),
        Thing::Crop => extent(item, *thing, picture).is_some_and(|edges| on_edge(edges, point, reach)),
    })
}

fn touches(mark: &Mark, point: [f32; 2], reach: f32, picture: [u32; 2]) -> bool {
    let edges = ink::extent(mark, picture);
    if !within(edges, point, reach) {
        return false;
    }
    let points: Vec<[f32; 2]> = mark.points.iter().map(|point| point.map(|value| value as f32)).collect();
    match mark.shape {
        MarkShape::Pen | MarkShape::Arrow => {
            points.windows(2).any(|pair| distance(point, pair[0], pair[1]) <= 2.0 * reach)
        }
        // Inside a frame the picture is meant, and what lies in it.
        MarkShape::Rectangle => on_edge(edges, point, 1.5 * reach),
        MarkShape::Number | MarkShape::Text | MarkShape::Highlight => true,
    }
}

fn within([left, upper, right, lower]: [f32; 4], [x, y]: [f32; 2], reach: f32) -> bool {
    (left - reach..=right + reach).contains(&x) && (upper - reach..=lower + reach).contains(&y)
}

fn on_edge(edges @ [left, upper, right, lower]: [f32; 4], point: [f32; 2], reach: f32) -> bool {
    let inner = [left + reach, upper + reach, right - reach, lower - reach];
    within(edges, point, reach)
        && !(inner[0] < point[0] && point[0] < inner[2] && inner[1] < point[1] && point[1] < inner[3])
}

fn distance([x, y]: [f32; 2], a: [f32; 2], b: [f32; 2]) -> f32 {
    let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 { (((x - a[0]) * dx + (y - a[1]) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x - a[0] - share * dx).hypot(y - a[1] - share * dy)
}

fn is_arrow(item: &EvidenceItem, thing: Thing) -> bool {
    matches!(thing, Thing::Mark(at) if item.marks.get(at).is_some_and(|mark| mark.shape == MarkShape::Arrow))
}

/// The number that the next marker shows: they are counted through all pictures of an incident.
pub fn next_number(evidence: &[EvidenceItem]) -> u32 {
    numbers(evidence).max().unwrap_or(0).saturating_add(1)
}

fn numbers(evidence: &[EvidenceItem]) -> impl Iterator<Item = u32> {
    let marks = evidence.iter().flat_map(|item| &item.marks);
    marks.filter(|mark| mark.shape == MarkShape::Number).filter_map(|mark| mark.number)
}

/// One marker was removed: those after it move up, unless another shows the same.
pub fn close_ranks(evidence: &mut [EvidenceItem], removed: u32) {
    if numbers(evidence).any(|number| number == removed) {
        return;
    }
    let marks = evidence.iter_mut().flat_map(|item| &mut item.marks);
    for mark in marks.filter(|mark| mark.shape == MarkShape::Number) {
        mark.number = mark.number.map(|number| if number > removed { number - 1 } else { number });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: [u32; 2] = [400, 300];

    fn item() -> EvidenceItem {
        let mark = |shape, points: &[[i32; 2]]| Mark { shape, points: points.to_vec(), ..Mark::default() };
        EvidenceItem {
            hide: vec![Area { x: 10, y: 10, width: 50, height: 20 }],
            marks: vec![
                mark(MarkShape::Rectangle, &[[100, 100], [300, 200]]),
                mark(MarkShape::Arrow, &[[50, 250], [350, 250]]),
            ],
            crop: Some(Area { x: 5, y: 5, width: 390, height: 290 }),
            ..EvidenceItem::default()
        }
    }

    #[test]
    fn the_pointer_finds_what_it_is_on() {
        let item = item();
        let under = |x, y| under(&item, [x, y], 4.0, SIZE);
        assert_eq!(under(30.0, 20.0), Some(Thing::Hide(0)));
        assert_eq!(under(200.0, 101.0), Some(Thing::Mark(0)));
        assert_eq!(under(200.0, 150.0), None, "inside a frame lies the picture");
        assert_eq!(under(200.0, 252.0), Some(Thing::Mark(1)));
        assert_eq!(under(5.0, 150.0), Some(Thing::Crop));
    }

    #[test]
    fn corners_are_resized_one_at_a_time() {
        let mut item = item();
        resize(&mut item, Thing::Mark(0), 1, [320, 90], SIZE);
        assert_eq!(item.marks[0].points, [[100, 90], [320, 200]]);
        resize(&mut item, Thing::Mark(1), 1, [360, 240], SIZE);
        assert_eq!(item.marks[1].points, [[50, 250], [360, 240]]);
        resize(&mut item, Thing::Hide(0), 2, [0, 900], SIZE);
        assert_eq!(item.hide[0], Area { x: 0, y: 10, width: 10, height: 290 });
    }

    #[test]
    fn areas_stay_inside() {
        let mut item = item();
        shift(&mut item, Thing::Hide(0), [9000, -90], SIZE);
        assert_eq!(item.hide[0], Area { x: 350, y: 0, width: 50, height: 20 });
        shift(&mut item, Thing::Mark(0), [-5, 5], SIZE);
        assert_eq!(item.marks[0].points[0], [95, 105]);
    }

    #[test]
    fn markers_are_counted_through_all_pictures() {
        let numbered = |numbers: &[u32]| EvidenceItem {
            marks: numbers
                .iter()
                .map(|number| Mark {
                    shape: MarkShape::Number,
                    points: vec![[1, 1]],
                    number: Some(*number),
                    ..Mark::default()
                })
                .collect(),
            ..EvidenceItem::default()
        };
        let mut evidence = vec![numbered(&[1, 2]), numbered(&[3, 4])];
        assert_eq!(next_number(&evidence), 5);
        let removed = remove(&mut evidence[0], Thing::Mark(1)).unwrap();
        close_ranks(&mut evidence, removed);
        assert_eq!(numbers(&evidence).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(next_number(&[]), 1);
    }
}
