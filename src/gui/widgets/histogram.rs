//! How much was written when, in columns; a stretch of it is chosen with the pointer or the keyboard.

use eframe::egui::{
    Align, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::paint;
use crate::gui::theme::{TextKind, sizes, tokens};

/// Height of the columns.
const HEIGHT: f32 = 44.0;
/// The least height of a column in which something is.
const LEAST: f32 = 2.0;

/// One column.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bar {
    /// How much is in it, from 0 to 1.
    pub share: f32,
    /// How much of that is bad, from 0 to 1.
    pub bad: f32,
}

/// What was done with the columns: the first of the stretch and the one behind its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretching {
    /// It is being drawn over.
    Drawn(usize, usize),
    /// It was drawn to its end.
    Chosen(usize, usize),
    /// It was moved with the keyboard.
    Moved(usize, usize),
    /// All of it is wanted again.
    Cleared,
}

/// Draws the columns. `window` is what is chosen, in columns; the words below say where they begin, what is chosen, and where
/// they end.
pub fn histogram(
    ui: &mut Ui,
    name: &str,
    words: [&str; 3],
    bars: &[Bar],
    window: Option<(f32, f32)>,
) -> (Response, Option<Stretching>) {
    let (t, s) = (tokens(ui), sizes());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    // What comes and goes above it must not take the keyboard from it.
    let response = ui.interact(rect, Id::unique(("histogram", name)), Sense::click_and_drag());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, ui.is_enabled(), name);
        info.current_text_value = Some(words[1].to_owned());
        info
    });
    let count = bars.len().max(1);
    let width = rect.width() / count as f32;
    for (at, bar) in bars.iter().enumerate().filter(|(_, bar)| bar.share > 0.0) {
        let left = rect.left() + at as f32 * width;
        let inside = window.is_some_and(|(from, to)| at as f32 + 1.0 > from + 0.01 && (at as f32) < to - 0.01);
        let whole = (bar.share * HEIGHT).max(LEAST);
        let column = |height: f32| {
            let right = (left + width - 1.0).max(left + 1.0);
            Rect::from_min_max(pos2(left, rect.bottom() - height), pos2(right, rect.bottom()))
        };
        let ink = if inside { t.muted } else { paint::mix(t.line, t.muted, 0.25) };
        ui.painter().rect_filled(column(whole), 0.0, ink);
        if bar.bad > 0.0 {
            ui.painter().rect_filled(
                column((bar.bad * whole).max(2.0 * LEAST).min(whole.max(2.0 * LEAST))),
                0.0,
                t.bad,
            );
        }
    }
    if let Some((from, to)) = window {
        let x = |at: f32| rect.left() + at.clamp(0.0, count as f32) * width;
        for edge in [x(from), x(to)] {
            ui.painter().vline(edge, rect.y_range(), (s.line, t.accent));
        }
    }
    let (_, below) = ui.allocate_space(vec2(rect.width(), 5.0 * s.space));
    let aligned = [
        (Align::LEFT, below.left(), t.muted),
        (Align::Center, below.center().x, t.accent),
        (Align::RIGHT, below.right(), t.muted),
    ];
    for (text, (align, x, ink)) in words.into_iter().zip(aligned) {
        let galley = paint::lay_aligned(ui, &[(text, TextKind::Hint, ink)], f32::INFINITY, align);
        let y = below.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(x, y), galley, ink);
    }
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    let done = drag(ui, &response, rect, count).or_else(|| keys(ui, &response, count, window));
    paint::focus_ring(ui, &response, s.space);
    (response, done)
}

/// From where the pointer went down to where it is.
fn drag(ui: &Ui, response: &Response, rect: Rect, count: usize) -> Option<Stretching> {
    let id: Id = response.id.with("from");
    let pointer = response.interact_pointer_pos()?;
    let at = (((pointer.x - rect.left()) / rect.width()).clamp(0.0, 1.0) * count as f32) as usize;
    let at = at.min(count - 1);
    if response.drag_started() {
        response.request_focus();
        let press = ui.input(|input| input.pointer.press_origin()).map_or(pointer.x, |press| press.x);
        let from = (((press - rect.left()) / rect.width()).clamp(0.0, 1.0) * count as f32) as usize;
        ui.data_mut(|data| data.insert_temp(id, from.min(count - 1)));
    }
    let from: Option<usize> = ui.data(|data| data.get_temp(id));
    if response.dragged() || response.drag_stopped() {
        let from = from?;
        let (first, last) = (from.min(at), from.max(at) + 1);
        return Some(if response.drag_stopped() {
            Stretching::Chosen(first, last)
        } else {
            Stretching::Drawn(first, last)
        });
    }
    None
}

/// Arrows move the stretch, with Shift its end; Escape takes all again.
fn keys(ui: &Ui, response: &Response, count: usize, window: Option<(f32, f32)>) -> Option<Stretching> {
    if !response.has_focus() {
        return None;
    }
    let keep = EventFilter { horizontal_arrows: true, escape: window.is_some(), ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keep));
    ui.input_mut(|input| {
        if window.is_some() && input.consume_key(Modifiers::NONE, Key::Escape) {
            return Some(Stretching::Cleared);
        }
        let mut pressed = |modifiers, key| input.consume_key(modifiers, key);
        let end =
            [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)].into_iter().find(|(key, _)| pressed(Modifiers::SHIFT, *key));
        let all =
            [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)].into_iter().find(|(key, _)| pressed(Modifiers::NONE, *key));
        let (from, to) = match window {
            Some((from, to)) => (from.max(0.0).round() as i64, to.max(0.0).round() as i64),
            // The first key takes the last tenth, where most problems are.
            None if end.is_some() || all.is_some() => {
                let first = count - count.div_ceil(10);
                return Some(Stretching::Moved(first, count));
            }
            None => return None,
        };
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let (from, to) = match (end, all) {
            (Some((_, by)), _) => (from, (to + by).clamp(from + 1, count)),
            (_, Some((_, by))) => {
                let by = by.clamp(-from, (count - to).max(0));
                (from + by, to + by)
            }
            _ => return None,
        };
        Some(Stretching::Moved(usize::try_from(from).ok()?, usize::try_from(to).ok()?))
    })
}
