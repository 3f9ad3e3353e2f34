//! No wording is cut off: what a text needs is what it is given, on every page, in both languages, large and small.

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::gui::action::Screen;
use casefile::gui::action::Section;
use casefile::model::Lang;
use eframe::egui::FontFamily;
use eframe::egui::Rect;
use eframe::egui::Shape;
use std::collections::BTreeSet;

/// Texts of which less is seen than there is, except those that the user brought.
fn cut(desk: &mut Desk) -> BTreeSet<String> {
    let own: Vec<String> = desk.app().state.open.as_ref().map_or_else(Vec::new, |open| {
        let files = open.draft.evidence.iter().filter_map(|item| item.path.file_name());
        let files = files.map(|name| name.to_string_lossy().into_owned());
        let texts = [&open.draft.title, &open.draft.started, &open.draft.conditions, &open.draft.error_text];
        let steps = open.draft.steps.iter().cloned();
        texts.into_iter().cloned().chain(files).chain(steps).collect()
    });
    let is_own = |text: &str| {
        let text = text.trim_end_matches('…');
        // A step stands after its number where it is chosen.
        let text = text.split_once(". ").filter(|(number, _)| number.parse::<u32>().is_ok()).map_or(text, |(_, it)| it);
        text.contains('/') || own.iter().any(|own| own.contains(text) || text.contains(own.as_str()) && !own.is_empty())
    };
    let mut found = BTreeSet::new();
    for clipped in &desk.harness.output().shapes {
        let Shape::Text(text) = &clipped.shape else { continue };
        // Lines of logs are longer than any window; they scroll.
        let is_log = text.galley.job.sections.iter().all(|it| it.format.font_id.family == FontFamily::Monospace);
        let words = text.galley.text();
        let (needed, given) = (text.visual_bounding_rect(), clipped.clip_rect);
        let is_on_screen = !is_log && needed.intersects(given);
        let is_cut = text.galley.elided || needed.right() > given.right() + 1.0 || needed.left() < given.left() - 1.0;
        if is_on_screen && is_cut && words.chars().any(char::is_alphabetic) && !is_own(words) {
            found.insert(words.chars().take(60).collect());
        }
    }
    found
}

/// Texts that lie over one another.
fn covered(desk: &Desk) -> BTreeSet<String> {
    let texts: Vec<(Rect, &str)> = desk
        .harness
        .output()
        .shapes
        .iter()
        .filter_map(|clipped| {
            let Shape::Text(text) = &clipped.shape else { return None };
            let seen = text.visual_bounding_rect().intersect(clipped.clip_rect);
            (seen.is_positive() && !text.galley.text().trim().is_empty())
                .then(|| (seen.shrink(1.5), text.galley.text()))
        })
        .collect();
    let mut found = BTreeSet::new();
    for (index, (place, text)) in texts.iter().enumerate() {
        for (other, over) in texts.iter().skip(index + 1).filter(|(other, _)| other.intersect(*place).is_positive()) {
            let part = other.intersect(*place).size();
            let name = |text: &str| text.chars().take(30).collect::<String>();
            found.insert(format!("{} over {} by {part:?}", name(over), name(text)));
        }
    }
    found
}

/// Windows in pixels, and how large everything in them is.
const SIZES: [([f32; 2], f32); 4] = [(SIZE, 1.0), ([720.0, 520.0], 1.0), ([1280.0, 860.0], 2.0), ([720.0, 520.0], 1.5)];

#[test]
fn no_wording_is_cut_off_or_covered() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for (size, scale) in SIZES {
            let mut desk = Desk::enlarged(size, scale, lang);
            let mut look = |desk: &mut Desk, page: String| {
                desk.harness.step();
                let found = cut(desk).into_iter().chain(covered(desk));
                wrong.extend(found.map(|text| format!("{page} {lang:?} {} x {scale}: {text}", size[0])));
            };
            look(&mut desk, "start".to_owned());
            for screen in [Screen::Settings, Screen::About] {
                desk.act(Action::Show(screen));
                look(&mut desk, format!("{screen:?}"));
            }
            desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
            for section in Section::ALL {
                desk.act(Action::Go(section));
                look(&mut desk, format!("{section:?}"));
            }
            desk.app().state.local.drawer = true;
            desk.settle();
            look(&mut desk, "drawer".to_owned());
            // A dialog lies over the page on purpose.
            desk.act(Action::Help);
            wrong.extend(cut(&mut desk).into_iter().map(|text| format!("help {lang:?} {} x {scale}: {text}", size[0])));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
