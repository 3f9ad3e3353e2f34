//! The window's loop: answers come in, shortcuts become actions, pages draw, actions are carried out.

use std::sync::Arc;

use eframe::egui::{self, Context, Event, Key, KeyboardShortcut, Modifiers, Ui};

use super::action::{Action, Section, Way};
use super::dialogs::SharedDialogs;
use super::state::State;
use super::{answers, clockwork, pages, perform, shell};
use crate::collect::Probes;
use crate::platform::World;
use crate::store::{Drafts, Profiles, Settings, ThemeChoice};

/// The window.
pub struct App {
    /// What it knows.
    pub state: State,
    /// How it asks for files.
    pub dialogs: SharedDialogs,
    /// How it asks for facts.
    pub probes: Probes,
}

impl App {
    /// A window on this world. Shows what the user was doing.
    #[must_use]
    pub fn new(ctx: &Context, world: World, dialogs: SharedDialogs, probes: Probes) -> Self {
        let settings = Settings::load(&world.folders);
        let mut world = world;
        if let Some(lang) = settings.language {
            world.lang = lang;
        }
        super::fonts::install(ctx);
        super::theme::apply(ctx, preference(settings.theme));
        let (profiles, wrong) = Profiles::load(&world.folders.profiles());
        let (incidents, broken) = Drafts::of(&world.folders).list();
        let mut state = State {
            settings,
            profiles,
            incidents,
            open: None,
            computer: None,
            work: super::work::Work::default(),
            toasts: super::widgets::Toasts::default(),
            local: pages::Local::default(),
            actions: Vec::new(),
            world,
        };
        for error in wrong.iter().chain(&broken) {
            perform::tell_problem(&mut state, error);
        }
        if let Some(last) = state.settings.last_incident.clone() {
            state.emit(Action::Open(last.as_str().into()));
        }
        state.emit(Action::Collect);
        Self { state, dialogs, probes }
    }

    /// Everything before drawing: answers of jobs, shortcuts, saving, checking.
    pub fn before(&mut self, ctx: &Context) {
        answers::take(self, ctx);
        self.shortcuts(ctx);
        self.carry_out(ctx);
        clockwork::tick(self, ctx);
    }

    /// Draws, then carries out what was asked for.
    pub fn draw(&mut self, ui: &mut Ui) {
        shell::show(&mut self.state, ui);
        let ctx = ui.ctx().clone();
        self.carry_out(&ctx);
    }

    fn carry_out(&mut self, ctx: &Context) {
        while !self.state.actions.is_empty() {
            for action in std::mem::take(&mut self.state.actions) {
                perform::perform(self, ctx, action);
            }
            ctx.request_repaint();
        }
    }

    fn shortcuts(&mut self, ctx: &Context) {
        let state = &mut self.state;
        ctx.input_mut(|input| {
            for (modifiers, key, action) in shortcuts(state.open.is_some()) {
                if input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)) {
                    state.actions.push(action);
                }
            }
            let dropped: Vec<_> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
            if !dropped.is_empty() {
                state.actions.push(Action::Attach(dropped));
            }
            input.events.retain(|event| match event {
                Event::PasteImage(image) => {
                    state.actions.push(Action::Paste(Arc::clone(image)));
                    false
                }
                _ => true,
            });
        });
    }
}

/// Every shortcut, the more special first: with Shift before the same without.
fn shortcuts(is_open: bool) -> Vec<(Modifiers, Key, Action)> {
    let command = Modifiers::COMMAND;
    let mut all = vec![(command, Key::N, Action::Home), (command, Key::O, Action::ChooseFile)];
    if is_open {
        all.push((command | Modifiers::SHIFT, Key::Z, Action::Redo));
        all.push((command, Key::Z, Action::Undo));
        all.push((command, Key::Y, Action::Redo));
        all.push((command, Key::E, Action::Export(Way::Zip)));
        let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
        for (key, section) in keys.into_iter().zip(Section::ALL) {
            all.push((command, key, Action::Go(section)));
        }
    }
    all
}

/// egui's word for the user's choice.
#[must_use]
pub fn preference(choice: ThemeChoice) -> egui::ThemePreference {
    match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.before(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        clockwork::finish(self);
    }
}
