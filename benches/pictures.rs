//! Pictures: what leaves of an annotated one of 20 megapixels, what its sizes weigh, and one of 100 megapixels on its way to
//! the screen.
//!
//! `cargo bench --no-default-features --bench pictures`

use std::hint::black_box;
use std::path::{Path, PathBuf};

use casefile::compose;
use casefile::job::Monitor;
use casefile::model::{Area, Draft, Evidence, EvidenceItem, EvidenceKind, Facts, Ink, Mark, MarkShape};
use casefile::redact::{self, Policy};
use casefile::store::Profiles;
use criterion::{Criterion, criterion_group, criterion_main};
use image::{Rgb, RgbImage};

/// As a screenshot is: flat surfaces, and lines of something like letters.
fn screenshot(folder: &Path, width: u32, height: u32) -> Option<PathBuf> {
    let path = folder.join(format!("{width}.png"));
    let letter = |x: u32, y: u32| y % 24 < 14 && (x / 3).wrapping_mul(7919).wrapping_add(y / 3 * 104_729) % 5 < 2;
    let pixel = |x: u32, y: u32| {
        let surface = [(x * 40 / width) as u8 + 200, (y * 30 / height) as u8 + 210, 240];
        Rgb(if x % 900 < 600 && letter(x, y) { [30, 40, 60] } else { surface })
    };
    RgbImage::from_fn(width, height, pixel).save(&path).ok()?;
    Some(path)
}

fn annotated(width: i32, height: i32) -> EvidenceItem {
    let at = |x: i32, y: i32| [width * x / 100, height * y / 100];
    let mark = |shape, points: Vec<[i32; 2]>, text: &str| Mark {
        shape,
        points,
        text: text.to_owned(),
        number: Some(1),
        ink: Ink::Red,
        ..Mark::default()
    };
    let pen = (0..200).map(|step| at(10 + step / 4, 70 + (step * 7 % 20))).collect();
    EvidenceItem {
        hide: vec![Area::between(at(5, 80), at(30, 85))],
        marks: vec![
            mark(MarkShape::Rectangle, vec![at(30, 30), at(60, 60)], ""),
            mark(MarkShape::Arrow, vec![at(90, 10), at(62, 45)], ""),
            mark(MarkShape::Number, vec![at(70, 30)], ""),
            mark(MarkShape::Text, vec![at(65, 65)], "Ошибка здесь"),
            mark(MarkShape::Pen, pen, ""),
            mark(MarkShape::Highlight, vec![at(5, 5), at(40, 20)], ""),
        ],
        ..EvidenceItem::default()
    }
}

fn benches(criterion: &mut Criterion) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let (profiles, _) = Profiles::load(Path::new("no-such-folder"));
    let Ok(profile) = profiles.get("any-support-email") else { return };
    let Some(path) = screenshot(folder.path(), 5472, 3648) else { return };
    let item = annotated(5472, 3648);
    let evidence = Evidence {
        item: item.clone(),
        source: path.clone(),
        name: "shot.png".into(),
        recognised: EvidenceKind::Picture,
        format: "png".into(),
        ..Evidence::default()
    };
    let incident = compose::incident(&Draft::default(), profile, Facts::default(), vec![evidence], String::new());
    let mut group = criterion.benchmark_group("pictures");
    group.sample_size(10);
    group.bench_function("export of 20 megapixels with six marks and a hidden area", |bencher| {
        bencher.iter(|| redact::redact(black_box(incident.clone()), &Policy::default(), &Monitor::quiet()));
    });
    group.bench_function("sizes of the same", |bencher| {
        bencher.iter(|| redact::sizes(black_box(&path), &item, &Monitor::quiet()));
    });
    let view = redact::ink::View { picture: [5472, 3648], origin: [0.0, 0.0], scale: [0.25, 0.25] };
    group.bench_function("the same marks on a screen of 1368 × 912", |bencher| {
        bencher.iter(|| redact::ink::overlay(&item.hide, black_box(&item.marks), view, [1368, 912]));
    });
    let Some(giant) = screenshot(folder.path(), 12_500, 8_000) else { return };
    group.bench_function("decode of 100 megapixels, scaled to the window", |bencher| {
        bencher.iter(|| image::open(black_box(&giant)).map(|picture| picture.thumbnail(1400, 4096)));
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
