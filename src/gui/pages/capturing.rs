//! What a capture asks: how soon and of what, which window, which part of the screen.

use std::sync::Arc;

use eframe::egui::{CursorIcon, EventFilter, Id, Key, Modifiers, ScrollArea, TextureHandle, Ui};

use crate::collect::{Aim, Capture, Window};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::widgets::{
    Canvas, Room, canvas, dialog, hint, menu_item, primary_button, secondary_button, small_menu, whole_window,
};
use crate::model::Area;

/// After how many seconds a picture is taken.
const DELAYS: [u32; 4] = [0, 3, 5, 10];
/// How far one press of an arrow key moves the crosshair in pixels, and with Shift.
const STEPS: [f32; 2] = [8.0, 64.0];

/// What is being asked before and after a capture.
#[derive(Default)]
pub struct Capturing {
    /// Seconds before the next one.
    pub delay_secs: u32,
    /// The windows to choose from, while that is asked.
    pub windows: Option<Vec<Window>>,
    /// The captured screens, while a part is chosen.
    pub region: Option<Region>,
}

/// Captured screens of which a part is chosen.
pub struct Region {
    screens: Vec<(Arc<Capture>, TextureHandle)>,
    shown: usize,
    /// Where the keyboard's crosshair is, in pixels.
    at: [f32; 2],
    /// The first corner, once it is set.
    from: Option<[f32; 2]>,
}

impl Region {
    /// Begins with the first of these screens.
    #[must_use]
    pub fn new(screens: Vec<(Arc<Capture>, TextureHandle)>) -> Self {
        let at = screens.first().map(|(capture, _)| middle(capture)).unwrap_or_default();
        Self { screens, shown: 0, at, from: None }
    }

    fn next(&mut self) {
        self.shown = (self.shown + 1) % self.screens.len().max(1);
        self.at = self.screens.get(self.shown).map(|(capture, _)| middle(capture)).unwrap_or_default();
        self.from = None;
    }
}

fn middle(capture: &Capture) -> [f32; 2] {
    [capture.width as f32 / 2.0, capture.height as f32 / 2.0]
}

/// The two buttons beside the heading: what is captured, and how soon. They stand from right to left.
pub fn buttons(state: &mut State, ui: &mut Ui) {
    let name = state.t("capture");
    let delay = state.local.capturing.delay_secs;
    small_menu(ui, icons::IMAGE, &name, &name, |ui| {
        if menu_item(ui, Some(icons::MONITOR), &state.t("capture-screens"), "").clicked() {
            state.emit(Action::Capture(Aim::Screens, delay));
        }
        if menu_item(ui, Some(icons::APP_WINDOW), &state.t("capture-window"), "").clicked() {
            state.emit(Action::ListWindows);
        }
        if menu_item(ui, Some(icons::SELECTION), &state.t("capture-region"), "").clicked() {
            state.emit(Action::Capture(Aim::Region, delay));
        }
    });
    let when = |state: &State, secs: u32| state.tf("capture-delay", &[("secs", (secs as usize).into())]);
    let name = format!("{} {}", state.t("capture-when"), when(state, delay));
    small_menu(ui, icons::CLOCK, &when(state, delay), &name, |ui| {
        for secs in DELAYS {
            let icon = if secs == delay { icons::CHECK } else { icons::BLANK };
            if menu_item(ui, Some(icon), &when(state, secs), "").clicked() {
                state.local.capturing.delay_secs = secs;
            }
        }
    });
}

/// Draws the question that is open, if one is.
pub fn show(state: &mut State, ui: &mut Ui) {
    choose_window(state, ui);
    choose_region(state, ui);
}

fn choose_window(state: &mut State, ui: &mut Ui) {
    let Some(windows) = state.local.capturing.windows.take() else { return };
    let delay = state.local.capturing.delay_secs;
    let shown = dialog(ui.ctx(), Id::unique("windows"), &state.t("capture-which-window"), |ui| {
        let mut chosen = None;
        if windows.is_empty() {
            hint(ui, &state.t("capture-no-windows"));
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for window in &windows {
                if menu_item(ui, Some(icons::APP_WINDOW), &window.title, "").clicked() {
                    chosen = Some(window.id);
                }
            }
        });
        let closed = secondary_button(ui, None, &state.t("cancel")).clicked();
        (chosen, closed)
    });
    match shown.inner {
        (Some(id), _) => state.emit(Action::Capture(Aim::Window(id), delay)),
        (None, closed) if closed || shown.dismissed => {}
        (None, _) => state.local.capturing.windows = Some(windows),
    }
}

/// What came of a frame of choosing.
enum Chosen {
    Nothing,
    Part(Area),
    Closed,
}

fn choose_region(state: &mut State, ui: &mut Ui) {
    let Some(mut region) = state.local.capturing.region.take() else { return };
    let shown = whole_window(ui.ctx(), Id::unique("region"), &state.t("region-heading"), |ui| {
        let Some((capture, texture)) = region.screens.get(region.shown).cloned() else { return Chosen::Closed };
        let size = [capture.width, capture.height];
        let mut chosen = Chosen::Nothing;
        ui.horizontal(|ui| {
            if primary_button(ui, None, &state.t("region-all")).clicked() {
                chosen = Chosen::Part(Area { x: 0, y: 0, width: size[0], height: size[1] });
            }
            if region.screens.len() > 1 && secondary_button(ui, None, &state.t("region-next")).clicked() {
                region.next();
            }
            if secondary_button(ui, None, &state.t("cancel")).clicked() {
                chosen = Chosen::Closed;
            }
            hint(ui, &state.t("region-how"));
        });
        let name = state
            .tf("region-picture", &[("screen", (region.shown + 1).into()), ("count", region.screens.len().into())]);
        let canvas = canvas(ui, size, 1.0, [0.5, 0.5], Room::Window, &name);
        canvas.picture(&texture);
        if !canvas.response.has_focus() && ui.memory(|memory| memory.focused().is_none()) {
            canvas.response.request_focus();
        }
        let done = point(&mut region, &canvas, ui) | press(&mut region, &canvas, ui);
        if let Some(from) = region.from {
            canvas.shade_outside(ui, edges(from, region.at));
        }
        canvas.crosshair(canvas.place(region.at));
        canvas.finish(ui, CursorIcon::Crosshair);
        if done && let Some(from) = region.from.take() {
            let area = Area::between(from.map(|edge| edge as i32), region.at.map(|edge| edge as i32));
            if area.width > 2 && area.height > 2 {
                chosen = Chosen::Part(area);
            }
        }
        chosen
    });
    match shown.inner {
        Chosen::Part(area) => {
            if let Some((capture, _)) = region.screens.get(region.shown) {
                state.emit(Action::KeepRegion(Arc::clone(capture), area));
            }
        }
        Chosen::Closed => {}
        // The first Escape gives up the corner that was set.
        Chosen::Nothing if shown.dismissed && region.from.is_none() => {}
        Chosen::Nothing => {
            if shown.dismissed {
                region.from = None;
            }
            state.local.capturing.region = Some(region);
        }
    }
}

fn edges(a: [f32; 2], b: [f32; 2]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[0].max(b[0]), a[1].max(b[1])]
}

/// The pointer: a drag from corner to corner. Tells that it has ended.
fn point(region: &mut Region, canvas: &Canvas, ui: &Ui) -> bool {
    let inside = |place| {
        let point = canvas.point(place);
        [0, 1].map(|axis| point[axis].clamp(0.0, canvas.picture[axis] as f32))
    };
    let response = &canvas.response;
    if response.drag_started() {
        let pressed = ui.input(|input| input.pointer.press_origin());
        region.from = pressed.or(response.interact_pointer_pos()).map(inside);
    }
    let moved = ui.input(|input| input.pointer.delta()) != eframe::egui::Vec2::ZERO;
    if let Some(place) = response.hover_pos().filter(|_| moved).or(response.interact_pointer_pos()) {
        region.at = inside(place);
    }
    response.drag_stopped()
}

/// The keyboard: arrows move the crosshair, Enter sets a corner, the second one ends it.
fn press(region: &mut Region, canvas: &Canvas, ui: &Ui) -> bool {
    if !canvas.response.has_focus() {
        return false;
    }
    let keep = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(canvas.response.id, keep));
    for (key, [x, y]) in [
        (Key::ArrowLeft, [-1.0, 0.0]),
        (Key::ArrowRight, [1.0, 0.0]),
        (Key::ArrowUp, [0.0, -1.0]),
        (Key::ArrowDown, [0.0, 1.0]),
    ] {
        for (modifiers, step) in [(Modifiers::SHIFT, STEPS[1]), (Modifiers::NONE, STEPS[0])] {
            if ui.input_mut(|input| input.consume_key(modifiers, key)) {
                let moved = [region.at[0] + x * step, region.at[1] + y * step];
                region.at = [0, 1].map(|axis| moved[axis].clamp(0.0, canvas.picture[axis] as f32));
            }
        }
    }
    let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    if enter && region.from.is_none() {
        region.from = Some(region.at);
        return false;
    }
    enter
}
