//! Pictures: drawing on them by name and by keyboard, in both languages, and what leaves.

use crate::desk::{Desk, SIZE};
use crate::support;
use casefile::gui::action::{Action, Section};
use casefile::model::{Area, EvidenceItem, Lang, MarkShape};
use eframe::egui::{Key, Modifiers, Pos2, Role, Theme, pos2};
use egui_kittest::kittest::{NodeT, Queryable};

/// A desk with one picture of 800 × 500 pixels, on the page of screenshots.
fn desk(lang: Lang) -> Desk {
    let mut desk = Desk::new(SIZE, Theme::Light, lang);
    desk.click(if lang == Lang::Ru { "Любая поддержка по почте" } else { "Any support by email" });
    let path = desk.home.path().join("shot.png");
    image::RgbImage::from_fn(800, 500, |x, y| image::Rgb([(x / 4) as u8, (y / 2) as u8, 120]))
        .save(&path)
        .expect("a picture");
    desk.act(Action::Attach(vec![path]));
    desk.act(Action::Go(Section::Screenshots));
    desk
}

fn item(desk: &mut Desk) -> EvidenceItem {
    desk.app().state.open.as_ref().expect("open").draft.evidence[0].clone()
}

/// The place on the screen of a pixel of the picture.
fn place(desk: &Desk, x: f32, y: f32) -> Pos2 {
    let rect = desk.harness.get_by_role(Role::Image).rect();
    let scale = (rect.width() / 800.0).min(rect.height() / 500.0);
    let left = rect.left() + (rect.width() - 800.0 * scale) / 2.0;
    pos2(left + x * scale, rect.top() + y * scale)
}

fn drag(desk: &mut Desk, from: [f32; 2], to: [f32; 2]) {
    let (from, to) = (place(desk, from[0], from[1]), place(desk, to[0], to[1]));
    desk.harness.drag_at(from);
    desk.harness.step();
    desk.harness.hover_at(from.lerp(to, 0.5));
    desk.harness.step();
    desk.harness.hover_at(to);
    desk.harness.step();
    desk.harness.drop_at(to);
    desk.settle();
}

fn press(desk: &mut Desk, keys: &[(Modifiers, Key)]) {
    for (modifiers, key) in keys {
        desk.harness.key_press_modifiers(*modifiers, *key);
        desk.harness.step();
    }
    desk.settle();
}

fn near(found: [i32; 2], wanted: [i32; 2]) -> bool {
    found[0].abs_diff(wanted[0]) <= 2 && found[1].abs_diff(wanted[1]) <= 2
}

#[test]
fn every_tool_draws_by_pointer_and_undo_takes_one_at_a_time() {
    let mut desk = desk(Lang::En);
    let tools = ["Rectangle (R)", "Arrow (A)", "Draw by hand (P)", "Highlight (H)", "Hide (B)", "Crop (C)"];
    for (at, tool) in tools.into_iter().enumerate() {
        desk.click(tool);
        let x = 60.0 + 100.0 * at as f32;
        drag(&mut desk, [x, 80.0], [x + 70.0, 160.0]);
    }
    let drawn = item(&mut desk);
    let shapes: Vec<_> = drawn.marks.iter().map(|mark| mark.shape).collect();
    assert_eq!(shapes, [MarkShape::Rectangle, MarkShape::Arrow, MarkShape::Pen, MarkShape::Highlight]);
    assert!(
        near(drawn.marks[0].points[0], [60, 80]) && near(drawn.marks[0].points[1], [130, 160]),
        "{:?}",
        drawn.marks[0]
    );
    assert!(drawn.hide.len() == 1 && drawn.crop.is_some());
    for left in (0..6).rev() {
        desk.act(Action::Undo);
        let item = item(&mut desk);
        assert_eq!(item.marks.len() + item.hide.len() + usize::from(item.crop.is_some()), left);
    }
}

#[test]
fn what_is_chosen_is_moved_resized_and_removed_by_pointer() {
    let mut desk = desk(Lang::En);
    drag(&mut desk, [100.0, 100.0], [300.0, 200.0]);
    desk.click("Select and move (V)");
    drag(&mut desk, [200.0, 100.0], [250.0, 150.0]);
    let moved = item(&mut desk).marks[0].points.clone();
    assert!(near(moved[0], [150, 150]) && near(moved[1], [350, 250]), "{moved:?}");
    drag(&mut desk, [350.0, 250.0], [400.0, 300.0]);
    let resized = item(&mut desk).marks[0].points.clone();
    assert!(near(resized[0], [150, 150]) && near(resized[1], [400, 300]), "{resized:?}");
    for style in ["Blue", "Thick"] {
        desk.harness.get_by_role_and_label(Role::RadioButton, style).click();
        desk.settle();
    }
    support::shot(&mut desk.harness, "editor");
    let styled = item(&mut desk).marks[0].clone();
    assert_eq!((styled.ink.id(), styled.line.id()), ("blue", "thick"));
    press(&mut desk, &[(Modifiers::NONE, Key::Delete)]);
    assert!(item(&mut desk).marks.is_empty());
}

#[test]
fn the_keyboard_alone_draws_moves_and_removes() {
    let mut desk = desk(Lang::Ru);
    desk.harness.get_by_role(Role::Image).focus();
    desk.harness.step();
    let none = Modifiers::NONE;
    press(&mut desk, &[(none, Key::R), (none, Key::Enter)]);
    let first = item(&mut desk).marks[0].points.clone();
    press(&mut desk, &[(none, Key::ArrowRight), (Modifiers::SHIFT, Key::ArrowDown), (Modifiers::ALT, Key::ArrowRight)]);
    let moved = item(&mut desk).marks[0].points.clone();
    assert_eq!(moved[0], [first[0][0] + 1, first[0][1] + 10]);
    assert_eq!(moved[1], [first[1][0] + 2, first[1][1] + 10]);
    press(&mut desk, &[(none, Key::Escape), (none, Key::B), (none, Key::Enter)]);
    assert_eq!(item(&mut desk).hide.len(), 1);
    assert!(desk.sees("Выбрано: скрытое место, 1 из 2."));
    press(&mut desk, &[(none, Key::Tab)]);
    assert!(desk.sees("Выбрано: прямоугольник, 2 из 2."));
    press(&mut desk, &[(Modifiers::SHIFT, Key::Tab)]);
    assert!(desk.sees("Выбрано: скрытое место, 1 из 2."));
    press(&mut desk, &[(none, Key::Delete)]);
    assert!(item(&mut desk).hide.is_empty());
    let is_focused = |desk: &Desk| desk.harness.get_by_role(Role::Image).accesskit_node().is_focused();
    press(&mut desk, &[(none, Key::Tab)]);
    assert!(is_focused(&desk), "Tab finds the rectangle first");
    press(&mut desk, &[(none, Key::Tab)]);
    assert!(!is_focused(&desk), "and goes on after the last thing");
}

#[test]
fn markers_ask_for_words_and_become_steps() {
    for (lang, tool, field, button) in [
        (Lang::En, "Numbered marker (N)", "What happens at", "Make steps of the 2 markers"),
        (Lang::Ru, "Номер (N)", "Что происходит у номера", "Сделать шаги из 2 номеров"),
    ] {
        let mut desk = desk(lang);
        desk.click(tool);
        for (number, x, words) in [(1, 200.0, "Click Play"), (2, 500.0, "Нажать «ОК»")] {
            let at = place(&desk, x, 250.0);
            desk.harness.hover_at(at);
            desk.harness.step();
            desk.harness.drag_at(at);
            desk.harness.step();
            desk.harness.drop_at(at);
            desk.settle();
            desk.write(&format!("{field} {number}"), words);
        }
        assert_eq!(item(&mut desk).marks.iter().map(|mark| mark.number).collect::<Vec<_>>(), [Some(1), Some(2)]);
        desk.click(button);
        let draft = desk.app().state.open.as_ref().expect("open").draft.clone();
        assert_eq!(draft.steps, ["Click Play", "Нажать «ОК»"]);
        assert_eq!(draft.evidence[0].step, Some(1));
    }
}

/// A captured screen of 400 × 300 pixels, of which a part is asked.
fn ask_for_a_part(desk: &mut Desk) {
    let mut png = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_fn(400, 300, |x, y| image::Rgb([(x / 2) as u8, (y / 2) as u8, 9]));
    picture.write_to(&mut png, image::ImageFormat::Png).expect("a screen");
    let capture = casefile::collect::Capture { png: png.into_inner(), width: 400, height: 300 };
    let texture = desk.harness.ctx.load_texture(
        "screen",
        eframe::egui::ColorImage::example(),
        eframe::egui::TextureOptions::LINEAR,
    );
    let region = casefile::gui::pages::Region::new(vec![(std::sync::Arc::new(capture), texture)]);
    desk.app().state.local.capturing.region = Some(region);
    desk.settle();
    desk.settle();
}

#[test]
fn a_part_of_the_screen_is_chosen_with_the_keyboard_and_the_rest_is_gone() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = desk(lang);
        ask_for_a_part(&mut desk);
        let picture = if lang == Lang::Ru { "Снимок экрана 1 из 1" } else { "Captured screen 1 of 1" };
        let rect = desk.harness.get_by_role_and_label(Role::Image, picture).rect();
        assert!(rect.top() > 60.0 && rect.bottom() <= SIZE[1], "it fits: {rect:?}");
        let enter = (Modifiers::NONE, Key::Enter);
        press(&mut desk, &[enter, (Modifiers::SHIFT, Key::ArrowRight), (Modifiers::NONE, Key::ArrowDown), enter]);
        let open = desk.app().state.open.as_ref().expect("open");
        let path = open.folder.join(&open.draft.evidence.last().expect("a picture").path);
        let kept = image::open(path).expect("it can be read").into_rgb8();
        assert_eq!(kept.dimensions(), (64, 8));
        assert_eq!(kept.get_pixel(0, 0).0, [100, 75, 9]);
        ask_for_a_part(&mut desk);
        press(&mut desk, &[enter, (Modifiers::NONE, Key::Escape)]);
        assert!(desk.app().state.local.capturing.region.is_some(), "Escape gives up the corner first");
        press(&mut desk, &[(Modifiers::NONE, Key::Escape)]);
        assert!(desk.app().state.local.capturing.region.is_none());
        assert_eq!(desk.app().state.open.as_ref().expect("open").draft.evidence.len(), 2);
    }
}

#[test]
fn a_size_is_chosen_after_its_effect_was_seen() {
    let mut desk = desk(Lang::En);
    let path = desk.home.path().join("large.png");
    image::RgbImage::from_fn(2000, 1000, |x, y| image::Rgb([(x / 8) as u8, (y / 4) as u8, 7]))
        .save(&path)
        .expect("saved");
    desk.act(Action::Attach(vec![path]));
    desk.click("large.png");
    desk.click("Size: as it is");
    desk.settle();
    assert!(desk.sees("As it is: 2000 × 1000, PNG") || desk.sees("As it is: 2,000 × 1,000, PNG"));
    desk.harness.query_all_by_label_contains("1920 × 960, JPEG").next().expect("an offer").click_accesskit();
    desk.settle();
    let item = desk.app().state.open.as_ref().expect("open").draft.evidence[1].clone();
    assert_eq!((item.scale_to, item.jpeg_quality), (Some(1920), Some(85)));
    assert!(desk.sees("Size: at most 1920 pixels, as JPEG"));
    desk.act(Action::Undo);
    assert_eq!(desk.app().state.open.as_ref().expect("open").draft.evidence[1].scale_to, None);
}

#[test]
fn what_was_hidden_is_gone_from_the_bundle() {
    let mut desk = desk(Lang::En);
    desk.click("Hide (B)");
    drag(&mut desk, [100.0, 100.0], [300.0, 200.0]);
    desk.click("Rectangle (R)");
    drag(&mut desk, [350.0, 100.0], [600.0, 300.0]);
    let redacted = desk.app().state.open.as_ref().expect("open").preview.as_ref().expect("redacted").redacted.clone();
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut redacted.files()[0].open().expect("a picture"), &mut bytes).expect("read");
    let picture = image::load_from_memory(&bytes).expect("a picture").into_rgb8();
    assert!((105..295).all(|x| (105..195).all(|y| picture.get_pixel(x, y).0 == [0, 0, 0])));
    assert_eq!(picture.get_pixel(475, 200).0, [118, 100, 120]);
    assert!(picture.get_pixel(475, 100).0[0] > 200, "and the frame is there");
}

#[test]
fn hostile_pictures_get_a_sentence() {
    let chunk = |name: &[u8], data: &[u8]| {
        let sum = crc32fast::hash(&[name, data].concat());
        [&(data.len() as u32).to_be_bytes()[..], name, data, &sum.to_be_bytes()].concat()
    };
    let head = |width: u32, height: u32| {
        let size = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &size), chunk(b"IDAT", b"no zlib")].concat()
    };
    for (lang, giant, broken) in [
        (Lang::En, "is too large a picture", "This picture can’t be opened"),
        (Lang::Ru, "слишком велико", "Этот снимок не открывается"),
    ] {
        let mut desk = desk(lang);
        let folder = desk.home.path().to_owned();
        let mut cut = std::fs::read(folder.join("shot.png")).expect("a picture");
        cut.truncate(cut.len() / 2);
        for (name, bytes, told) in
            [("giant.png", head(65_535, 65_535), giant), ("cut.png", cut, broken), ("odd.png", head(9, 9), broken)]
        {
            std::fs::write(folder.join(name), bytes).expect("a file");
            desk.act(Action::Attach(vec![folder.join(name)]));
            desk.click(name);
            // One picture is decoded at a time.
            (0..3).for_each(|_| desk.settle());
            assert!(desk.sees(told), "{name}");
        }
    }
}

/// How many pixels of the small picture of this name are of a colour.
fn coloured(desk: &mut Desk, name: &str, is: impl Fn([u8; 4]) -> bool) -> usize {
    let rect = desk.harness.get_all_by_role_and_label(Role::Button, name).next().expect("a small picture").rect();
    let screen = desk.harness.render().expect("a picture of the window");
    // The name is written below it.
    let (across, down) = (rect.left() as u32..rect.right() as u32, rect.top() as u32..rect.bottom() as u32);
    let inside = across.flat_map(|x| down.clone().map(move |y| (x, y)));
    inside.filter(|(x, y)| *x < screen.width() && *y < screen.height() && is(screen.get_pixel(*x, *y).0)).count()
}

#[test]
fn small_pictures_show_what_is_sent() {
    let red = |[r, g, b, _]: [u8; 4]| r > 150 && g < 80 && b < 80;
    let green = |[r, g, b, _]: [u8; 4]| g > 150 && r < 80 && b < 80;
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.click("Any support by email");
    let path = desk.home.path().join("colours.png");
    let colours = [[230, 10, 10], [10, 230, 10]];
    image::RgbImage::from_fn(800, 400, |x, _| image::Rgb(colours[(x / 400) as usize])).save(&path).expect("a picture");
    desk.act(Action::Attach(vec![path]));
    for section in [Section::Screenshots, Section::Review] {
        let change = |desk: &mut Desk, with: EvidenceItem| {
            desk.act(Action::Go(Section::Problem));
            let open = desk.app().state.open.as_mut().expect("open");
            let path = open.draft.evidence[0].path.clone();
            open.draft.evidence[0] = EvidenceItem { path, ..with };
            open.step();
            desk.settle();
            desk.act(Action::Go(section));
            (coloured(desk, "colours.png", red), coloured(desk, "colours.png", green))
        };
        let (as_it_is, _) = change(&mut desk, EvidenceItem::default());
        assert!(as_it_is > 100, "{section:?}: it shows the picture");
        let area = Area { x: 0, y: 0, width: 400, height: 400 };
        let (hidden, rest) = change(&mut desk, EvidenceItem { hide: vec![area], ..EvidenceItem::default() });
        assert!(hidden == 0 && rest > 100, "{section:?}: {hidden} {rest}");
        let right = Area { x: 400, ..area };
        let (cropped, rest) = change(&mut desk, EvidenceItem { crop: Some(right), ..EvidenceItem::default() });
        assert!(cropped == 0 && rest > 100, "{section:?}: {cropped} {rest}");
    }
    desk.click("colours.png");
    assert_eq!(
        desk.app().state.open.as_ref().expect("open").section,
        Section::Screenshots,
        "it leads to where it is changed"
    );
}
