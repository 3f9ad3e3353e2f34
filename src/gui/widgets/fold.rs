//! More on demand.

use eframe::egui::{Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::gui::icons;
use crate::gui::theme::{TextKind, sizes, tokens};

/// A line that shows or hides what `content` draws under it.
pub fn fold(ui: &mut Ui, open: &mut bool, title: &str, content: impl FnOnce(&mut Ui)) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let indent = s.icon + s.space;
    let galley = paint::lay(ui, title, TextKind::Strong, t.text, (ui.available_width() - indent).max(s.button));
    let size = vec2(indent + galley.size().x + s.space, galley.size().y.max(s.button_small));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *open = !*open;
    }
    let shown = *open;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(shown));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(s.space, 0.0)), s.radius, t.selected);
    }
    let caret = if shown { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    let centre = pos2(rect.left() + s.icon / 2.0, rect.center().y);
    paint::icon(ui.painter(), caret, centre, s.icon - 2.0, t.muted, true);
    ui.painter().galley(pos2(rect.left() + indent, rect.center().y - galley.size().y / 2.0), galley, t.text);
    paint::focus_ring(ui, &response, s.radius);
    if shown {
        content(ui);
    }
    response
}
