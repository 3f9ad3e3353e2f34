//! Far more than anybody needs, on every page: it is drawn, nothing is lost, and what is out of sight costs little.

use crate::desk::Desk;
use crate::desk::SIZE;
use casefile::gui::action::Action;
use casefile::gui::action::Section;
use casefile::model::Draft;
use casefile::model::EvidenceItem;
use casefile::model::Lang;
use casefile::platform::Folders;
use casefile::store::Drafts;
use eframe::egui::Event;
use eframe::egui::Modifiers;
use eframe::egui::MouseWheelSource;
use eframe::egui::MouseWheelUnit;
use eframe::egui::Theme;
use eframe::egui::TouchPhase;
use eframe::egui::pos2;
use eframe::egui::vec2;
use egui_kittest::kittest::Queryable;

/// `benches/frames.rs` has a thousand; without optimisation they take their time to be read.
const FILES: usize = 200;

/// An incident with 300 steps, 100 pictures, as many other files, 30,000 characters and names of 255 bytes.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a home");
    let drafts = Drafts::of(&Folders::below(home.path().to_owned()));
    let id = "20261118-100000-much".into();
    let evidence = drafts.evidence(&id);
    std::fs::create_dir_all(&evidence).expect("a folder");
    let sentence = "The game closes while the match is loading, right after the portraits. ";
    let mut draft = Draft {
        destination: "any-support-email".to_owned(),
        title: format!("Start{}end", "e".repeat(3_000)),
        description: sentence.repeat(30_000 / sentence.len()),
        steps: (1..=300).map(|step| format!("Press the button number {step} and wait")).collect(),
        tried: (1..=50).map(|attempt| format!("Attempt {attempt}: no change")).collect(),
        ..Draft::default()
    };
    for number in 0..FILES {
        let (start, ending) = (format!("{number:04}-"), if number < FILES / 2 { ".png" } else { ".log" });
        let name = format!("{start}{}{ending}", "n".repeat(255 - start.len() - ending.len()));
        let source =
            if number < FILES / 2 { "examples/evidence/order-page.png" } else { "examples/evidence/dota2-console.log" };
        std::fs::hard_link(source, evidence.join(&name))
            .or_else(|_| std::fs::copy(source, evidence.join(&name)).map(drop))
            .expect("a file");
        draft.evidence.push(EvidenceItem { path: format!("evidence/{name}").into(), ..EvidenceItem::default() });
    }
    drafts.save(&id, &draft).expect("kept");
    let settings = casefile::store::Settings {
        last_incident: Some("20261118-100000-much".to_owned()),
        ..casefile::store::Settings::default()
    };
    settings.save(&Folders::below(home.path().to_owned())).expect("kept");
    home
}

/// What a frame draws.
fn shapes(desk: &Desk) -> usize {
    desk.harness.output().shapes.len()
}

#[test]
fn every_page_is_drawn_and_what_is_out_of_sight_is_not() {
    let mut desk = Desk::at(home(), SIZE, Theme::Light, Lang::En);
    assert_eq!(desk.app().state.open.as_ref().expect("it is open").evidence.len(), FILES);
    let mut drawn = Vec::new();
    for section in Section::ALL {
        desk.act(Action::Go(section));
        for _ in 0..3 {
            desk.harness.step();
        }
        drawn.push((section, shapes(&desk)));
    }
    let heavy: Vec<_> = drawn.iter().filter(|(_, shapes)| *shapes > 6_000).collect();
    assert!(heavy.is_empty(), "{heavy:?} of {drawn:?}");
    let draft = &desk.app().state.open.as_ref().expect("open").draft;
    assert_eq!((draft.steps.len(), draft.evidence.len()), (300, FILES), "nothing is lost");
}

#[test]
fn rows_far_out_of_sight_come_with_the_wheel() {
    let mut desk = Desk::at(home(), SIZE, Theme::Light, Lang::En);
    desk.act(Action::Go(Section::Logs));
    let rows = |desk: &Desk| desk.harness.query_all_by_label_contains("Remove ").count();
    assert!((1..FILES / 4).contains(&rows(&desk)), "{} of {} rows are drawn", rows(&desk), FILES / 2);
    let last = format!("Remove {:04}-", FILES - 1);
    assert!(!desk.sees(&last));
    desk.harness.hover_at(pos2(SIZE[0] / 2.0, SIZE[1] / 2.0));
    for _ in 0..200 {
        desk.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Page,
            delta: vec2(0.0, -1.0),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Unknown,
        });
        desk.harness.step();
        if desk.sees(&last) {
            break;
        }
    }
    assert!(desk.sees(&last), "the last row came into sight");
    assert!(rows(&desk) < FILES / 4);
}
