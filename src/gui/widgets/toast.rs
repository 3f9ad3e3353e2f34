//! Short notes at the foot of the window: what just happened, with Undo.

use eframe::egui::{Align2, Area, Context, Frame, Id, Margin, Order, Stroke, Ui, vec2};

use super::button;
use super::status::Status;
use super::text;
use crate::gui::icons;
use crate::gui::theme::{sizes, tokens_of};

/// How long a note stays, in seconds; while the pointer is on the notes, or the keyboard in them, all of them stay.
const STAYS_SECS: f64 = 8.0;
/// How many are shown at once; older ones go first.
const AT_ONCE: usize = 4;

/// The notes. `T` is what undoes one.
pub struct Toasts<T> {
    notes: Vec<Note<T>>,
    next: u64,
}

struct Note<T> {
    number: u64,
    status: Status,
    text: String,
    undo: Option<T>,
    /// Since when it is seen; unknown until it is drawn.
    since: Option<f64>,
}

impl<T> Default for Toasts<T> {
    fn default() -> Self {
        Self { notes: Vec::new(), next: 0 }
    }
}

impl<T> Toasts<T> {
    /// Shows a note from the next frame on, with Undo where there is something to undo.
    pub fn push(&mut self, status: Status, text: impl Into<String>, undo: Option<T>) {
        self.next += 1;
        self.notes.push(Note { number: self.next, status, text: text.into(), undo, since: None });
        let surplus = self.notes.len().saturating_sub(AT_ONCE);
        self.notes.drain(..surplus);
    }

    /// Draws them; `undo` and `close` name the buttons. What is to be undone, if that was clicked.
    pub fn show(&mut self, ctx: &Context, undo: &str, close: &str) -> Option<T> {
        if self.notes.is_empty() {
            return None;
        }
        let now = ctx.input(|input| input.time);
        for note in &mut self.notes {
            note.since.get_or_insert(now);
        }
        let mut gone = None;
        let mut undone = false;
        let lift = 6.0 * sizes().space;
        let shown = Area::new(Id::unique("toasts"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -lift))
            .show(ctx, |ui| {
                for note in &self.notes {
                    match draw(ui, note, undo, close) {
                        Some(Done::Undo) => (gone, undone) = (Some(note.number), true),
                        Some(Done::Close) => gone = Some(note.number),
                        None => {}
                    }
                }
            });
        let layer = shown.response.layer_id;
        let focused = ctx.memory(eframe::egui::Memory::focused).and_then(|id| ctx.read_response(id));
        let held = shown.response.contains_pointer() || focused.is_some_and(|focused| focused.layer_id == layer);
        if held {
            for note in &mut self.notes {
                note.since = Some(now);
            }
        }
        let mut answer = None;
        if let Some(at) = self.notes.iter().position(|note| Some(note.number) == gone) {
            let note = self.notes.remove(at);
            answer = note.undo.filter(|_| undone);
        }
        self.notes.retain(|note| note.since.is_none_or(|since| now - since < STAYS_SECS));
        if !self.notes.is_empty() {
            ctx.request_repaint_after(std::time::Duration::from_millis(500));
        }
        answer
    }
}

enum Done {
    Undo,
    Close,
}

fn draw<T>(ui: &mut Ui, note: &Note<T>, undo: &str, close: &str) -> Option<Done> {
    let (t, s) = (tokens_of(ui.ctx().theme()), sizes());
    let frame = Frame::popup(ui.style())
        .stroke(Stroke::new(s.line, t.line))
        .corner_radius(s.card_radius)
        .inner_margin(Margin { left: 14, right: 8, top: 8, bottom: 8 });
    let shown = frame.show(ui, |ui| {
        ui.set_max_width(s.middle * 0.8);
        ui.horizontal(|ui| {
            let (spot, _) = ui.allocate_exact_size(vec2(s.icon, s.icon), eframe::egui::Sense::hover());
            super::paint::icon(ui.painter(), note.status.icon(), spot.center(), s.icon, note.status.colour(t), false);
            let words = text::body(ui, &note.text);
            ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
            let mut done = None;
            if note.undo.is_some() && button::small_button(ui, Some(icons::ARROW_U_UP_LEFT), undo).clicked() {
                done = Some(Done::Undo);
            }
            if button::icon_button(ui, icons::X, close).clicked() {
                done = Some(Done::Close);
            }
            done
        })
        .inner
    });
    shown.inner
}
