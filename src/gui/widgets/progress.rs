//! How far something is.

use eframe::egui::{Align, Color32, Layout, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::button;
use super::paint::mix;
use super::text;
use crate::gui::icons;
use crate::gui::theme::{Tokens, sizes, tokens};

/// A thin bar; `share` from 0 to 1, more is shown as full and in the colour of what blocks. `name` says what it measures.
pub fn progress_bar(ui: &mut Ui, share: f32, name: &str) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let height = 1.5 * s.space;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share));
        info
    });
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, height / 2.0, track(t));
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), height));
    let full = if share > 1.0 { t.bad } else { t.accent };
    painter.with_clip_rect(filled.intersect(ui.clip_rect())).rect_filled(rect, height / 2.0, full);
    response
}

/// Work that goes on: what it does, how far it is (`None` while nobody knows), and a button to stop it.
/// Whether that was clicked.
pub fn job_row(ui: &mut Ui, doing: &str, share: Option<f32>, stop: &str) -> bool {
    let s = sizes();
    let place = vec2(ui.available_width(), s.button_small);
    ui.allocate_ui_with_layout(place, Layout::right_to_left(Align::Center), |ui| {
        let stopped = button::small_button(ui, Some(icons::STOP_CIRCLE), stop).clicked();
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = s.space / 2.0;
            text::hint(ui, doing);
            match share {
                Some(share) => drop(progress_bar(ui, share, doing)),
                None => drop(sweep(ui, doing)),
            }
        });
        stopped
    })
    .inner
}

/// A piece of the bar that moves on: it works, but nobody knows how long.
fn sweep(ui: &mut Ui, name: &str) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let height = 1.5 * s.space;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    ui.painter().rect_filled(rect, height / 2.0, track(t));
    // Two steps a second are enough to see that it lives, and cost next to nothing.
    let step = ui.input(|input| (input.time * 2.0) as u64 % 4) as f32;
    let quarter = vec2(rect.width() / 4.0, height);
    ui.painter().rect_filled(
        Rect::from_min_size(rect.min + vec2(step * quarter.x, 0.0), quarter),
        height / 2.0,
        t.accent,
    );
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
    response
}

/// Seen on panels and on the background alike.
fn track(t: &Tokens) -> Color32 {
    mix(t.sunken, t.line, 0.6)
}
