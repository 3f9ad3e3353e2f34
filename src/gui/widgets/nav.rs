//! The rows at the left: sections, parked issues, all incidents.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use super::status::Status;
use crate::gui::icons::Icon;
use crate::gui::theme::{TextKind, sizes, tokens};

/// What stands at a row's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trailing<'a> {
    /// Nothing.
    None,
    /// How the section stands, and that in words, for those who do not see the icon.
    Status(Status, &'a str),
    /// How many there are.
    Count(usize),
}

/// A row; where there is room for the icon alone, its text becomes the hover text.
pub fn nav_row(ui: &mut Ui, icon: Icon, text: &str, trailing: Trailing, selected: bool) -> Response {
    let ink = tokens(ui).text;
    row(ui, icon, text, trailing, selected, ink)
}

/// The row at the foot: it leads away from the incident, and stays in the background.
pub fn nav_foot(ui: &mut Ui, icon: Icon, text: &str, count: usize) -> Response {
    let ink = tokens(ui).muted;
    row(ui, icon, text, Trailing::Count(count), false, ink)
}

/// What would stand at the row's end, small beside the icon.
fn beside(ui: &Ui, trailing: Trailing, count: &str, rect: Rect) {
    let (t, s) = (tokens(ui), sizes());
    let centre = rect.right_center() - vec2(1.75 * s.space, 0.0);
    match trailing {
        Trailing::None => {}
        Trailing::Status(status, _) => {
            paint::icon(ui.painter(), status.icon(), centre, 0.6 * s.icon, status.colour(t), true);
        }
        Trailing::Count(_) => {
            let galley = paint::lay_line(ui, count, TextKind::Hint, t.muted, s.left);
            ui.painter().galley(centre - galley.size() / 2.0, galley, t.muted);
        }
    }
}

fn row(ui: &mut Ui, icon: Icon, text: &str, trailing: Trailing, selected: bool, ink: Color32) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let narrow = ui.available_width() < 20.0 * s.space;
    let (rect, mut response) = ui.allocate_exact_size(vec2(ui.available_width(), s.nav_row), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), selected, text));
    let count = if let Trailing::Count(count) = trailing { count.to_string() } else { String::new() };
    ui.ctx().accesskit_node_builder(response.id, |node| match trailing {
        Trailing::None => {}
        Trailing::Status(_, words) => node.set_description(words),
        Trailing::Count(_) => node.set_description(count.as_str()),
    });

    if selected || response.hovered() {
        ui.painter().rect_filled(rect, s.radius, t.selected);
    }
    let pad = 2.0 * s.space;
    let middle = rect.center().y;
    let start = if narrow { s.space } else { pad };
    let centre = pos2(rect.left() + start + s.icon / 2.0, middle);
    paint::icon(ui.painter(), icon, centre, s.icon, ink, selected);
    if narrow {
        beside(ui, trailing, &count, rect);
        paint::focus_ring(ui, &response, s.radius);
        return match trailing {
            Trailing::Status(_, words) => response.on_hover_text(format!("{text}: {words}")),
            Trailing::None | Trailing::Count(_) => response.on_hover_text(text),
        };
    }

    let mut end = rect.right() - pad;
    match trailing {
        Trailing::None => {}
        Trailing::Status(status, words) => {
            let centre = pos2(end - s.icon / 2.0, middle);
            paint::icon(ui.painter(), status.icon(), centre, s.icon, status.colour(t), false);
            end -= s.icon + s.space;
            response = response.on_hover_text(words);
        }
        Trailing::Count(_) => {
            let galley = paint::lay_line(ui, &count, TextKind::Hint, t.muted, s.left);
            let at = pos2(end - galley.size().x, middle - galley.size().y / 2.0);
            end = at.x - s.space;
            ui.painter().galley(at, galley, t.muted);
        }
    }
    let start = rect.left() + pad + s.icon + 2.5 * s.space;
    let kind = if selected { TextKind::Strong } else { TextKind::Body };
    let galley = paint::lay_line(ui, text, kind, ink, (end - start).max(s.icon));
    ui.painter().galley(pos2(start, middle - galley.size().y / 2.0), galley, ink);
    paint::focus_ring(ui, &response, s.radius);
    response
}
