//! How smoothly the log page scrolls: opens the window on a log, turns the wheel for a while, and says how long frames took.
//!
//! `cargo run --release --example log_frames FILE [SECONDS]` on any display; `docs/performance.md` has the figures.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a measuring tool")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casefile::collect::Probes;
use casefile::gui::App;
use casefile::gui::action::{Action, Section};
use casefile::gui::dialogs::SystemDialogs;
use casefile::platform::{Folders, World};
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, TouchPhase, Ui, ViewportBuilder, pos2, vec2,
};

/// What is measured, one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    Opening,
    WheelWhileIndexing,
    Wheel,
    Jumps,
    ErrorsOnly,
    Done,
}

struct Timed {
    app: App,
    phase: Phase,
    since: Instant,
    last: Option<Instant>,
    secs: u64,
    frames: Vec<(Duration, Duration)>,
    count: u64,
}

impl Timed {
    fn next(&mut self, phase: Phase) {
        let mut whole: Vec<f64> = self.frames.iter().map(|(whole, _)| whole.as_secs_f64() * 1000.0).collect();
        let own = self.frames.iter().map(|(_, own)| own.as_secs_f64() * 1000.0).fold(0.0, f64::max);
        whole.sort_by(f64::total_cmp);
        if let Some(worst) = whole.last() {
            let at = |share: f64| whole[((whole.len() - 1) as f64 * share) as usize];
            let slow = whole.iter().filter(|ms| **ms > 33.0).count();
            println!(
                "{:?}: {} frames, median {:.1} ms, 99 % within {:.1} ms, worst {worst:.1} ms, {slow} over 33 ms; own work at most {own:.1} ms",
                self.phase,
                whole.len(),
                at(0.5),
                at(0.99)
            );
        }
        (self.phase, self.since) = (phase, Instant::now());
        (self.last, self.frames) = (None, Vec::new());
    }
}

impl eframe::App for Timed {
    fn raw_input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        if matches!(self.phase, Phase::Wheel | Phase::WheelWhileIndexing | Phase::ErrorsOnly) {
            input.events.push(Event::PointerMoved(pos2(640.0, 640.0)));
            let delta = vec2(0.0, if self.count % 200 < 150 { -60.0 } else { 60.0 });
            let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
            let source = MouseWheelSource::Wheel;
            input.events.push(Event::MouseWheel { unit, delta, phase, modifiers, source });
        }
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let begin = Instant::now();
        self.app.before(ctx);
        let own = begin.elapsed();
        self.count += 1;
        if let Some(last) = self.last.replace(begin) {
            self.frames.push((begin - last, own));
        }
        let page = &mut self.app.state.local.log;
        let total = page.total();
        let is_whole = page.index.as_ref().is_some_and(|index| index.is_whole());
        let is_over = self.since.elapsed() > Duration::from_secs(self.secs);
        match self.phase {
            Phase::Opening if page.chunk.is_some() => {
                println!("first lines shown {:.0} ms after the start", self.since.elapsed().as_secs_f64() * 1000.0);
                self.next(Phase::WheelWhileIndexing);
            }
            Phase::WheelWhileIndexing if is_whole => self.next(Phase::Wheel),
            Phase::Wheel if is_over => self.next(Phase::Jumps),
            Phase::Jumps if is_over => {
                (page.errors_only, page.top, page.chunk) = (true, 0.0, None);
                self.next(Phase::ErrorsOnly);
            }
            Phase::Jumps => page.top = (self.count.wrapping_mul(2_654_435_761) % total.max(1)) as f64,
            Phase::ErrorsOnly if is_over => {
                self.next(Phase::Done);
                if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
                    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
                    println!("peak memory: {}", peak.trim_start_matches("VmHWM:").trim());
                }
                std::process::exit(0);
            }
            _ => {}
        }
        ctx.request_repaint();
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let begin = Instant::now();
        self.app.draw(ui);
        if let Some((_, own)) = self.frames.last_mut() {
            *own += begin.elapsed();
        }
    }
}

fn main() {
    let mut words = std::env::args().skip(1);
    let log = PathBuf::from(words.next().expect("a log"));
    let secs = words.next().and_then(|secs| secs.parse().ok()).unwrap_or(10);
    let home = tempfile::tempdir().expect("a folder");
    let world = World { folders: Folders::below(home.path().to_owned()), ..World::of_this_computer() };
    let viewport = ViewportBuilder::default().with_title("Casefile").with_inner_size([1280.0, 860.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let started = eframe::run_native(
        "Casefile",
        options,
        Box::new(move |creation| {
            let mut app = App::new(&creation.egui_ctx, world, Arc::new(SystemDialogs), Probes::default());
            app.state.emit(Action::New("steam-support".to_owned()));
            app.state.emit(Action::Attach(vec![log]));
            app.state.emit(Action::Go(Section::Logs));
            let since = Instant::now();
            Ok(Box::new(Timed { app, phase: Phase::Opening, since, last: None, secs, frames: Vec::new(), count: 0 }))
        }),
    );
    started.expect("a window");
}
