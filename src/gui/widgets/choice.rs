//! Choosing: one of several, or yes and no.

use eframe::egui::{Key, Popup, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::field::Name;
use super::menu::menu_choice;
use super::paint;
use crate::gui::icons;
use crate::gui::theme::{TextKind, sizes, tokens};

/// One of `options`; looks like a field, opens a list. The arrow keys change it without opening.
/// `changed()` tells that another one was chosen.
pub fn choice<'a>(ui: &mut Ui, name: impl Into<Name<'a>>, options: &[String], selected: &mut usize) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let size = vec2(ui.available_width(), s.field + 2.0 * s.line);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    let before = *selected;
    if response.has_focus() {
        let (up, down) = ui.input_mut(|input| {
            let none = eframe::egui::Modifiers::NONE;
            (input.consume_key(none, Key::ArrowUp), input.consume_key(none, Key::ArrowDown))
        });
        if up {
            *selected = selected.saturating_sub(1);
        }
        if down && *selected + 1 < options.len() {
            *selected += 1;
        }
        let keep = eframe::egui::EventFilter { vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keep));
    }

    let stroke = if response.hovered() { paint::mix(t.line, t.muted, 0.5) } else { t.line };
    let fill = if ui.is_enabled() { t.panel } else { t.sunken };
    ui.painter().rect(rect, s.radius, fill, Stroke::new(s.line, stroke), StrokeKind::Inside);
    let pad = 11.0;
    paint::icon(
        ui.painter(),
        icons::CARET_DOWN,
        pos2(rect.right() - 20.0, rect.center().y),
        s.icon - 1.0,
        t.muted,
        false,
    );
    Popup::menu(&response).width(rect.width()).gap(s.space).show(|ui| {
        for (at, option) in options.iter().enumerate() {
            if menu_choice(ui, option, at == *selected).clicked() {
                *selected = at;
            }
        }
    });

    let shown = options.get(*selected).map_or("", String::as_str);
    let galley = paint::lay_line(ui, shown, TextKind::Body, t.text, rect.width() - 2.0 * pad - 2.0 * s.icon);
    ui.painter().galley(pos2(rect.left() + pad, rect.center().y - galley.size().y / 2.0), galley, t.text);
    response.widget_info(|| {
        let mut info = WidgetInfo::new(Role::ComboBox);
        info.enabled = ui.is_enabled();
        info.current_text_value = Some(shown.to_owned());
        info
    });
    paint::focus_ring(ui, &response, s.radius);
    if *selected != before {
        response.mark_changed();
    }
    name.into().give(ui, response)
}

/// Yes or no.
pub fn checkbox(ui: &mut Ui, on: &mut bool, text: &str) -> Response {
    let mut response = mark(ui, *on, text, Role::CheckBox);
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response
}

/// One of a few that are all seen at once; the page sets its value when it is clicked.
pub fn radio(ui: &mut Ui, on: bool, text: &str) -> Response {
    mark(ui, on, text, Role::RadioButton)
}

fn mark(ui: &mut Ui, on: bool, text: &str, role: Role) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let indent = s.icon + 2.0 * s.space;
    let ink = if ui.is_enabled() { t.text } else { t.faint };
    let galley = paint::lay(ui, text, TextKind::Body, ink, ui.available_width() - indent);
    let size = vec2(indent + galley.size().x, galley.size().y.max(s.button_small - s.space));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), on, text));
    let centre = pos2(rect.left() + s.icon / 2.0, rect.center().y);
    let square = eframe::egui::Rect::from_center_size(centre, vec2(s.icon, s.icon));
    let radius = if role == Role::CheckBox { s.space } else { s.icon / 2.0 };
    let outline = if response.hovered() { t.muted } else { paint::mix(t.line, t.muted, 0.5) };
    let (fill, stroke) = match (on && ui.is_enabled(), ui.is_enabled()) {
        (true, _) => (t.accent, t.accent),
        (false, true) => (t.panel, outline),
        (false, false) => (t.sunken, t.line),
    };
    ui.painter().rect(square, radius, fill, Stroke::new(s.line, stroke), StrokeKind::Inside);
    let on_colour = if ui.is_enabled() { t.on_accent } else { t.muted };
    if on && role == Role::CheckBox {
        paint::icon(ui.painter(), icons::CHECK, centre, s.label, on_colour, true);
    } else if on {
        ui.painter().circle_filled(centre, 3.0, on_colour);
    }
    ui.painter().galley(pos2(rect.left() + indent, rect.center().y - galley.size().y / 2.0), galley, ink);
    paint::focus_ring(ui, &response, s.space);
    response
}
