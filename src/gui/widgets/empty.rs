//! An empty page teaches: what belongs here, and the quickest ways to add it.

use eframe::egui::{Align, Layout, Margin, Sense, Ui, UiBuilder, pos2, vec2};

use super::card::surface;
use super::paint;
use crate::gui::icons::Icon;
use crate::gui::theme::{TextKind, sizes, tokens};

/// One sentence, and up to two buttons.
pub fn empty_state<R>(ui: &mut Ui, icon: Icon, sentence: &str, actions: impl FnOnce(&mut Ui) -> R) -> R {
    let (t, s) = (tokens(ui), sizes());
    surface(ui)
        .fill(t.sunken)
        .shadow(eframe::egui::Shadow::NONE)
        .inner_margin(Margin::symmetric(24, 32))
        .show(ui, |ui| {
            let width = ui.available_width();
            ui.set_min_width(width);
            ui.spacing_mut().item_spacing = vec2(2.5 * s.space, 3.0 * s.space);
            let (spot, _) = ui.allocate_exact_size(vec2(width, s.button), Sense::hover());
            paint::icon(ui.painter(), icon, spot.center(), s.button, t.muted, false);

            let words = [(sentence, TextKind::Body, t.muted)];
            let galley = paint::lay_aligned(ui, &words, width.min(1.5 * s.right), Align::Center);
            let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
            response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, sentence));
            // What is centred hangs to both sides of its place.
            ui.painter().galley(rect.center_top(), galley, t.muted);

            // The buttons' width is known one frame later; that frame is drawn at once and not shown.
            let id = ui.scope_id().with("actions");
            let known: Option<f32> = ui.data(|data| data.get_temp(id));
            let left = rect.center().x - known.unwrap_or(width) / 2.0;
            let row =
                eframe::egui::Rect::from_min_max(pos2(left, ui.cursor().top()), pos2(rect.right(), f32::INFINITY));
            let layout = Layout::left_to_right(Align::Min);
            let mut buttons = ui.new_child(UiBuilder::new().max_rect(row).layout(layout).id_salt("actions"));
            let inner = actions(&mut buttons);
            let used = buttons.min_rect();
            if used.width() > 1.0 {
                ui.allocate_rect(used, Sense::hover());
            }
            if known.is_none_or(|known| (known - used.width()).abs() > 0.5) {
                ui.data_mut(|data| data.insert_temp(id, used.width()));
                ui.ctx().request_discard("the buttons of an empty page are centred");
            }
            inner
        })
        .inner
}
