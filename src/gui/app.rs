//! The window's loop: answers come in, shortcuts become actions, pages draw, actions are carried out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, Context, Event, Key, KeyboardShortcut, Modifiers, Ui};

use super::action::{Action, Screen, Section, Setting, Way};
use super::dialogs::SharedDialogs;
use super::state::{Listing, State};
use super::{answers, clockwork, pages, perform, shell, widgets};
use crate::collect::Probes;
use crate::collect::places::Roots;
use crate::platform::{Instance, World};
use crate::store::{Profiles, ProfilesMark, Scale, Settings, ThemeChoice};

/// The window.
pub struct App {
    /// What it knows.
    pub state: State,
    /// How it asks for files.
    pub dialogs: SharedDialogs,
    /// How it asks for facts.
    pub probes: Probes,
    /// Its being the first window; nothing where another one hangs, and in tests.
    pub instance: Option<Arc<Instance>>,
}

impl App {
    /// A window on this world. Shows what the user was doing.
    #[must_use]
    pub fn new(ctx: &Context, world: World, dialogs: SharedDialogs, probes: Probes) -> Self {
        let (settings, wrong_settings) = Settings::read(&world.folders);
        let mut world = world;
        if let Some(lang) = settings.language
            && !world.lang_is_named
        {
            world.lang = lang;
        }
        super::fonts::install(ctx);
        super::theme::apply(ctx, preference(settings.theme));
        super::theme::scale(ctx, settings.scale.factor());
        super::theme::still(ctx, settings.reduced_motion);
        let mark = ProfilesMark::of(&world.folders.profiles());
        let (profiles, wrong) = Profiles::load(&world.folders.profiles());
        let mut state = State {
            kept_settings: settings.clone(),
            settings,
            profiles,
            wrong_profiles: wrong,
            profiles_mark: Some(mark),
            incidents: Vec::new(),
            listing: Listing::Due,
            open: None,
            turns: Vec::new(),
            screen: None,
            last_end: None,
            waiting: Vec::new(),
            inbox: None,
            is_marked: false,
            told: BTreeSet::new(),
            computer: None,
            places: Roots::of_this_user(),
            work: super::work::Work::default(),
            toasts: widgets::Toasts::default(),
            local: pages::Local::default(),
            actions: Vec::new(),
            world,
        };
        for error in &wrong_settings {
            perform::tell_problem(&mut state, error);
        }
        if let Some(last) = state.settings.last_incident.clone() {
            state.emit(Action::Open(last.as_str().into()));
        }
        state.emit(Action::Collect);
        Self { state, dialogs, probes, instance: None }
    }

    /// Everything before drawing: answers of jobs, shortcuts, saving, checking.
    pub fn before(&mut self, ctx: &Context) {
        clockwork::note(&mut self.state, ctx.input(|input| input.time));
        answers::take(self, ctx);
        self.shortcuts(ctx);
        self.carry_out(ctx);
        clockwork::tick(self, ctx);
    }

    /// Draws, then carries out what was asked for.
    pub fn draw(&mut self, ui: &mut Ui) {
        shell::show(&mut self.state, ui);
        if !self.state.actions.is_empty() {
            // They are carried out before the next frame, not while this one is drawn.
            ui.ctx().request_repaint();
        }
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
        let writing = ctx.memory(|memory| memory.focused().is_some());
        // There Undo takes back what was typed into that very field.
        let is_aside = widgets::is_aside(ctx) || state.screen.is_some();
        ctx.input_mut(|input| {
            for (modifiers, key, action) in shortcuts(state.open.is_some()) {
                if is_aside && matches!(action, Action::Undo | Action::Redo) {
                    continue;
                }
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
                Event::Paste(text) if !writing => {
                    let paths = pasted_paths(text);
                    let found = !paths.is_empty();
                    if found {
                        state.actions.push(Action::Attach(paths));
                    }
                    !found
                }
                _ => true,
            });
        });
    }
}

/// Every shortcut, the more special first: with Shift before the same without.
fn shortcuts(is_open: bool) -> Vec<(Modifiers, Key, Action)> {
    let command = Modifiers::COMMAND;
    let mut all = vec![
        (Modifiers::NONE, Key::F1, Action::Help),
        (command, Key::N, Action::Home),
        (command | Modifiers::SHIFT, Key::O, Action::ChooseFile),
        (command, Key::O, Action::Switch),
        (command, Key::Comma, Action::Show(Screen::Settings)),
        (command, Key::Plus, Action::Set(Setting::Larger)),
        (command, Key::Equals, Action::Set(Setting::Larger)),
        (command, Key::Minus, Action::Set(Setting::Smaller)),
        (command, Key::Num0, Action::Set(Setting::Scale(Scale::default()))),
    ];
    if is_open {
        all.push((command | Modifiers::SHIFT, Key::Z, Action::Redo));
        all.push((command, Key::Z, Action::Undo));
        all.push((command, Key::Y, Action::Redo));
        all.push((command, Key::E, Action::Export(Way::Zip)));
        all.push((command, Key::F, Action::Find));
        for (key, modifiers, forward) in [
            (Key::F3, Modifiers::SHIFT, false),
            (Key::F3, Modifiers::NONE, true),
            (Key::G, command | Modifiers::SHIFT, false),
            (Key::G, command, true),
        ] {
            all.push((modifiers, key, Action::FindNext(forward)));
        }
        all.push((Modifiers::SHIFT, Key::F8, Action::NextPoint(false)));
        all.push((Modifiers::NONE, Key::F8, Action::NextPoint(true)));
        let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
        for (key, section) in keys.into_iter().zip(Section::ALL) {
            all.push((command, key, Action::Go(section)));
        }
    }
    all
}

/// Files that were copied in a file manager arrive as lines of paths or `file://` addresses.
fn pasted_paths(text: &str) -> Vec<PathBuf> {
    let path = |line: &str| {
        let line = line.trim().trim_matches('"');
        let path = line.strip_prefix("file://").map_or_else(|| line.to_owned(), decoded);
        Path::new(&path).is_absolute().then(|| PathBuf::from(path))
    };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let paths: Vec<PathBuf> = lines.iter().filter_map(|line| path(line)).collect();
    if paths.len() == lines.len() { paths } else { Vec::new() }
}

/// `%20` and its like as what they stand for.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
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
        if let Some(instance) = &self.instance {
            instance.closed();
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn copied_files_are_told_from_other_text() {
        let copied = "file:///home/me/%D0%A1%D0%B1%D0%BE%D0%B9%201.png\n/tmp/100%.log\n";
        assert_eq!(pasted_paths(copied), [PathBuf::from("/home/me/Сбой 1.png"), PathBuf::from("/tmp/100%.log")]);
        assert!(pasted_paths("/start the game\nand then wait").is_empty());
        assert!(pasted_paths("").is_empty());
    }
}
