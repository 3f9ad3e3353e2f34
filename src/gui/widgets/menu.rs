//! Menus.

use eframe::egui::{InnerResponse, Popup, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::button::{self, Face, Look};
use super::paint;
use crate::gui::icons::{self, Icon};
use crate::gui::theme::{TextKind, sizes, tokens};

/// A button that opens a menu of [`menu_item`]s. Without `text` it shows the arrow alone and is called `name`.
pub fn menu_button<R>(
    ui: &mut Ui,
    text: Option<&str>,
    name: &str,
    items: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    let face = match text {
        Some(text) => Face { end: Some(icons::CARET_DOWN), name, ..button::face(None, text) },
        None => Face { text: None, name, ..button::face(Some(icons::CARET_DOWN), "") },
    };
    open(ui, &face, items)
}

/// The switcher of the top bar: what is chosen, and an arrow.
pub fn switcher<R>(
    ui: &mut Ui,
    chosen: &str,
    name: &str,
    items: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    let face = Face { end: Some(icons::CARET_DOWN), name, kind: TextKind::Body, ..button::small(None, chosen) };
    open(ui, &face, items)
}

/// The same beside a heading, with an icon instead of the arrow; `name` is what it is called aloud.
pub fn small_menu<R>(
    ui: &mut Ui,
    icon: Icon,
    text: &str,
    name: &str,
    items: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    open(ui, &Face { name, ..button::small(Some(icon), text) }, items)
}

/// A menu behind an icon of the top bar.
pub fn bar_menu<R>(ui: &mut Ui, icon: Icon, name: &str, items: impl FnOnce(&mut Ui) -> R) -> InnerResponse<Option<R>> {
    let face = Face { look: Look::Bare, text: None, name, ..button::small(Some(icon), "") };
    open(ui, &face, items)
}

fn open<R>(ui: &mut Ui, face: &Face, items: impl FnOnce(&mut Ui) -> R) -> InnerResponse<Option<R>> {
    let mut response = button::show(ui, face);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_has_popup(eframe::egui::accesskit::HasPopup::Menu));
    if face.text.is_none() {
        response = response.on_hover_text(face.name);
    }
    let shown = Popup::menu(&response).width(sizes().left).gap(sizes().space).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        items(ui)
    });
    InnerResponse::new(shown.map(|shown| shown.inner), response)
}

/// One entry; `shortcut` as the system writes it, or nothing. In a menu where some have icons, give the others
/// [`icons::BLANK`].
pub fn menu_item(ui: &mut Ui, icon: Option<Icon>, text: &str, shortcut: &str) -> Response {
    row(ui, icon, text, shortcut, Role::MenuItem, false)
}

/// One entry of a list to choose from.
pub(super) fn menu_choice(ui: &mut Ui, text: &str, selected: bool) -> Response {
    ui.spacing_mut().item_spacing.y = 0.0;
    let icon = if selected { icons::CHECK } else { icons::BLANK };
    row(ui, Some(icon), text, "", Role::ListBoxOption, selected)
}

fn row(ui: &mut Ui, icon: Option<Icon>, text: &str, shortcut: &str, role: Role, selected: bool) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let ink = if ui.is_enabled() { t.text } else { t.faint };
    let pad = 2.0 * s.space;
    let indent = if icon.is_some() { pad + s.icon + pad } else { pad };
    // A list to choose from is as wide as its field; a menu as wide as its words.
    let room = if role == Role::ListBoxOption { ui.available_width() - indent - pad } else { 2.0 * s.right };
    let galley = paint::lay_line(ui, text, TextKind::Body, ink, room);
    let end = paint::lay_line(ui, shortcut, TextKind::Hint, t.muted, s.right);
    let gap = if shortcut.is_empty() { 0.0 } else { 6.0 * s.space };
    let width = indent + galley.size().x + gap + end.size().x + pad;
    let size = vec2(width.max(ui.available_width()), s.button);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| match role {
        Role::ListBoxOption => WidgetInfo::selected(role, ui.is_enabled(), selected, text),
        _ => WidgetInfo::labeled(role, ui.is_enabled(), text),
    });
    if ui.is_enabled() && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, s.radius, t.selected);
    }
    let middle = rect.center().y;
    if let Some(icon) = icon {
        paint::icon(ui.painter(), icon, pos2(rect.left() + pad + s.icon / 2.0, middle), s.icon, t.muted, false);
    }
    ui.painter().galley(pos2(rect.left() + indent, middle - galley.size().y / 2.0), galley, ink);
    let at = pos2(rect.right() - pad - end.size().x, middle - end.size().y / 2.0);
    ui.painter().galley(at, end, t.muted);
    paint::focus_ring(ui, &response, s.radius);
    response
}
