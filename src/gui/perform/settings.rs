//! What the user chooses for the program itself.

use eframe::egui::Context;

use super::drafts;
use crate::gui::action::{Screen, Setting};
use crate::gui::state::State;
use crate::gui::theme;
use crate::gui::work::{Answer, Kind};
use crate::model::Lang;
use crate::platform;
use crate::store::Scale;

pub fn set(state: &mut State, ctx: &Context, setting: Setting) {
    match setting {
        Setting::SystemLanguage => {
            state.settings.language = None;
            speak(state, platform::system_lang());
        }
        Setting::Scale(to) => scale(state, ctx, to),
        Setting::Larger => scale(state, ctx, state.settings.scale.next(true)),
        Setting::Smaller => scale(state, ctx, state.settings.scale.next(false)),
        Setting::ReducedMotion(still) => {
            state.settings.reduced_motion = still;
            theme::still(ctx, still);
        }
        Setting::Exports(folder) => state.settings.exports = folder,
    }
}

fn scale(state: &mut State, ctx: &Context, to: Scale) {
    state.settings.scale = to;
    theme::scale(ctx, to.factor());
}

/// Speaks this language from now on; what is made of words is made anew.
pub fn speak(state: &mut State, lang: Lang) {
    state.world.lang = lang;
    if let Some(open) = &mut state.open {
        open.recheck();
    }
}

pub fn show(state: &mut State, ctx: &Context, screen: Screen) {
    state.screen = Some(screen);
    if screen == Screen::Settings {
        measure(state, ctx);
    }
}

/// How much was removed, in a job.
fn measure(state: &mut State, ctx: &Context) {
    let drafts = drafts(state);
    state.work.start(ctx, Kind::Removed, move |_| Answer::Removed(Ok(drafts.measure_removed())));
}

pub fn empty_removed(state: &mut State, ctx: &Context) {
    let drafts = drafts(state);
    state
        .work
        .start(ctx, Kind::Removed, move |_| Answer::Removed(drafts.empty_removed().map(|()| drafts.measure_removed())));
}
