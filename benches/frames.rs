//! What a frame of each page costs with far too much in the incident, on this processor alone: everything but the painting.
//!
//! `cargo bench --bench frames [-- FRAMES]` prints the median and the worst frame of each page at 2560 × 1440.
#![allow(missing_docs, clippy::print_stdout, clippy::expect_used, clippy::disallowed_methods, reason = "a bench")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use casefile::collect::Probes;
use casefile::gui::App;
use casefile::gui::action::{Action, Section};
use casefile::gui::dialogs::Dialogs;
use casefile::model::{Draft, EvidenceItem, Lang};
use casefile::platform::{Folders, World};
use casefile::store::{Drafts, Settings};
use eframe::egui::{CentralPanel, Context, Event, Frame, RawInput, Rect, pos2, vec2};

const SIZE: [f32; 2] = [2560.0, 1440.0];

struct Nobody;

impl Dialogs for Nobody {
    fn files(&self, _: &str, _: bool) -> Vec<PathBuf> {
        Vec::new()
    }
    fn folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn target(&self, _: &str, _: &Path) -> Option<PathBuf> {
        None
    }
}

fn now() -> jiff::Timestamp {
    "2026-11-18T19:42:00Z".parse().expect("a time")
}

/// 300 steps, 100 pictures, 900 logs with names of 255 bytes, 100,000 characters.
fn fill(folders: &Folders) {
    let drafts = Drafts::of(folders);
    let id = "20261118-100000-much".into();
    let evidence = drafts.evidence(&id);
    std::fs::create_dir_all(&evidence).expect("a folder");
    let sentence = "The game closes while the match is loading, right after the portraits. ";
    let mut draft = Draft {
        destination: "any-support-email".to_owned(),
        title: "The game closes when a match loads".to_owned(),
        description: sentence.repeat(100_000 / sentence.len()),
        steps: (1..=300).map(|step| format!("Press the button number {step} and wait")).collect(),
        ..Draft::default()
    };
    for number in 0..1_000 {
        let (start, ending) = (format!("{number:04}-"), if number < 100 { ".png" } else { ".log" });
        let name = format!("{start}{}{ending}", "n".repeat(255 - start.len() - ending.len()));
        let source =
            if number < 100 { "examples/evidence/order-page.png" } else { "examples/evidence/dota2-console.log" };
        std::fs::copy(source, evidence.join(&name)).expect("a file");
        draft.evidence.push(EvidenceItem { path: format!("evidence/{name}").into(), ..EvidenceItem::default() });
    }
    drafts.save(&id, &draft).expect("kept");
    let settings = Settings { last_incident: Some("20261118-100000-much".to_owned()), ..Settings::default() };
    settings.save(folders).expect("kept");
}

struct Desk {
    ctx: Context,
    app: App,
    time: f64,
}

impl Desk {
    fn frame(&mut self) -> Duration {
        self.time += 1.0 / 60.0;
        let x = 700.0 + (self.time * 600.0).rem_euclid(900.0) as f32;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE[0], SIZE[1]))),
            time: Some(self.time),
            events: vec![Event::PointerMoved(pos2(x, 600.0))],
            ..RawInput::default()
        };
        let begun = Instant::now();
        let ctx = self.ctx.clone();
        let app = &mut self.app;
        app.before(&ctx);
        let output = ctx.run_ui(input, |ui| {
            CentralPanel::default().frame(Frame::new()).show(ui, |ui| app.draw(ui));
        });
        let painted = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let taken = begun.elapsed();
        std::hint::black_box(painted);
        taken
    }
}

fn main() {
    let frames = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(200_usize);
    let home = tempfile::tempdir().expect("a home");
    let folders = Folders::below(home.path().to_owned());
    fill(&folders);
    let world = World { folders, lang: Lang::En, lang_is_named: true, now, zone: jiff::tz::TimeZone::UTC };
    let ctx = Context::default();
    ctx.enable_accesskit();
    let app = App::new(&ctx, world, Arc::new(Nobody), Probes::default());
    let mut desk = Desk { ctx, app, time: 0.0 };
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_mins(2) {
        desk.frame();
        std::thread::sleep(Duration::from_millis(5));
        let Some(open) = desk.app.state.open.as_ref() else { continue };
        let is_there = open.previewed == open.revision && desk.app.state.computer.is_some();
        if is_there && desk.app.state.work.is_idle() {
            break;
        }
    }
    println!("everything was looked at and redacted after {:.1} s", begun.elapsed().as_secs_f64());
    for section in Section::ALL {
        desk.app.state.emit(Action::Go(section));
        for _ in 0..60 {
            desk.frame();
            std::thread::sleep(Duration::from_millis(2));
        }
        let mut taken: Vec<Duration> = (0..frames).map(|_| desk.frame()).collect();
        taken.sort();
        let median = taken[taken.len() / 2].as_secs_f64() * 1_000.0;
        let worst = taken[taken.len() - 1].as_secs_f64() * 1_000.0;
        println!("{section:?}: median {median:.1} ms, worst {worst:.1} ms");
    }
}
