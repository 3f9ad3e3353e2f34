//! Buttons. One that cannot be used now (`ui.add_enabled_ui`) looks sunken; say why with `on_disabled_hover_text`.

use eframe::egui::{
    Color32, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, TextWrapMode, Ui, WidgetInfo, pos2, vec2,
};

use super::paint::{self, mix};
use crate::gui::icons::Icon;
use crate::gui::theme::{TextKind, sizes, tokens};

/// How a button stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Primary,
    Secondary,
    /// Without an outline until the pointer or the keyboard is on it.
    Bare,
    /// The same as narrow as its words; `true` where what it opens is open.
    Quiet(bool),
    /// Pressed in: a chosen tool.
    Chosen,
    /// One of a few answers: the one that was given.
    Picked,
}

/// What a button is made of.
pub(super) struct Face<'a> {
    pub look: Look,
    pub icon: Option<Icon>,
    pub text: Option<&'a str>,
    /// After the text.
    pub end: Option<Icon>,
    /// What it is called where it is not its text.
    pub name: &'a str,
    pub kind: TextKind,
    pub height: f32,
    pub min_width: f32,
}

/// The one thing to do next.
pub fn primary_button(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    show(ui, &Face { look: Look::Primary, ..face(icon, text) })
}

/// The same, as wide as there is room.
pub fn primary_button_wide(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    let min_width = ui.available_width();
    show(ui, &Face { look: Look::Primary, min_width, ..face(icon, text) })
}

/// Anything else to do.
pub fn secondary_button(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    show(ui, &face(icon, text))
}

/// A button inside a card, a banner, a checklist row or beside a heading.
pub fn small_button(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    show(ui, &small(icon, text))
}

/// An icon alone, without an outline; `name` is shown on hover and read aloud.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let face = Face { look: Look::Bare, text: None, name, ..small(Some(icon), "") };
    show(ui, &face).on_hover_text(name).on_disabled_hover_text(name)
}

/// One of several tools; `chosen` is the one in use.
pub fn tool_button(ui: &mut Ui, icon: Icon, name: &str, chosen: bool) -> Response {
    let look = if chosen { Look::Chosen } else { Look::Secondary };
    let face = Face { look, text: None, name, ..small(Some(icon), "") };
    show(ui, &face).on_hover_text(name).on_disabled_hover_text(name)
}

/// A tool that cannot always be used; where there is no room for it, it begins the next line.
pub fn tool_button_when(ui: &mut Ui, usable: bool, icon: Icon, name: &str) -> Response {
    if ui.available_size_before_wrap().x < sizes().button_small + 2.0 * sizes().space {
        ui.end_row();
    }
    ui.add_enabled_ui(usable, |ui| tool_button(ui, icon, name, false)).inner
}

/// One of a few answers that are all seen at once; `picked` is the one that was given. `name` says what it answers.
pub fn answer_button(ui: &mut Ui, text: &str, name: &str, picked: bool) -> Response {
    let look = if picked { Look::Picked } else { Look::Secondary };
    show(ui, &Face { look, name, ..small(None, text) })
}

/// Words in a line of text that open something; `open` says whether that is shown.
pub(super) fn note_button(ui: &mut Ui, text: &str, name: &str, open: bool) -> Response {
    let (kind, height) = (TextKind::HintStrong, 5.0 * sizes().space);
    show(ui, &Face { look: Look::Quiet(open), name, kind, height, ..small(None, text) })
}

/// The room that these words take.
pub(super) fn note_button_width(ui: &Ui, text: &str) -> f32 {
    let words = paint::lay_line(ui, text, TextKind::HintStrong, Color32::PLACEHOLDER, f32::INFINITY);
    (words.size().x + 3.0 * sizes().space).ceil()
}

/// A button of the top bar: without an outline, in the background.
pub fn bar_button(ui: &mut Ui, icon: Icon, text: Option<&str>, name: &str) -> Response {
    let kind = TextKind::Body;
    let face = Face { look: Look::Bare, text, name, kind, ..small(Some(icon), "") };
    show(ui, &face).on_hover_text(name)
}

/// Words that lead somewhere.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let t = tokens(ui);
    let galley = paint::lay(ui, text, TextKind::Body, t.accent, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        let y = rect.bottom() - 2.0;
        ui.painter().hline(rect.x_range(), y, Stroke::new(sizes().line, t.accent));
    }
    ui.painter().galley(rect.min, galley, t.accent);
    paint::focus_ring(ui, &response, sizes().space);
    response
}

pub(super) fn face(icon: Option<Icon>, text: &str) -> Face<'_> {
    let (kind, height) = (TextKind::Button, sizes().button);
    Face { look: Look::Secondary, icon, text: Some(text), end: None, name: text, kind, height, min_width: 0.0 }
}

pub(super) fn small(icon: Option<Icon>, text: &str) -> Face<'_> {
    Face { kind: TextKind::ButtonSmall, height: sizes().button_small, ..face(icon, text) }
}

pub(super) fn show(ui: &mut Ui, face: &Face) -> Response {
    let s = sizes();
    let icon_size = s.icon - 1.0;
    let pad = match (face.height < s.button, face.text) {
        _ if matches!(face.look, Look::Quiet(_)) => 1.5 * s.space,
        (true, Some(_)) => 11.0,
        (false, Some(_)) => 13.0,
        (true, None) => 9.5,
        (false, None) => 13.5,
    };
    let between = 1.5 * s.space;
    let icons: f32 = [face.icon, face.end].iter().flatten().map(|_| icon_size).sum();
    let room = (ui.available_width() - 2.0 * pad - icons - 2.0 * between).max(s.button);
    let wrap = ui.wrap_mode() != TextWrapMode::Extend;
    let galley = face.text.map(|text| {
        paint::lay_line(ui, text, face.kind, Color32::PLACEHOLDER, if wrap { room } else { f32::INFINITY })
    });
    let pieces = galley.iter().count() + usize::from(face.icon.is_some()) + usize::from(face.end.is_some());
    let content =
        icons + galley.as_ref().map_or(0.0, |galley| galley.size().x) + between * pieces.saturating_sub(1) as f32;
    let size = vec2((content + 2.0 * pad).ceil().max(face.min_width), face.height);

    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| match face.look {
        Look::Chosen | Look::Picked => WidgetInfo::selected(Role::Button, ui.is_enabled(), true, face.name),
        Look::Quiet(open) => WidgetInfo::selected(Role::Button, ui.is_enabled(), open, face.name),
        _ => WidgetInfo::labeled(Role::Button, ui.is_enabled(), face.name),
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }

    let (fill, outline, ink) = colours(ui, face.look, &response);
    ui.painter().rect(rect, s.radius, fill, Stroke::new(s.line, outline), StrokeKind::Inside);
    let mut x = rect.center().x - content / 2.0;
    let y = rect.center().y;
    let place = |icon: Icon, x: &mut f32| {
        paint::icon(ui.painter(), icon, pos2(*x + icon_size / 2.0, y), icon_size, ink, false);
        *x += icon_size + between;
    };
    if let Some(icon) = face.icon {
        place(icon, &mut x);
    }
    if let Some(galley) = galley {
        let width = galley.size().x;
        ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, ink);
        x += width + between;
    }
    if let Some(icon) = face.end {
        place(icon, &mut x);
    }
    paint::focus_ring(ui, &response, s.radius);
    response
}

/// Fill, outline and ink.
fn colours(ui: &Ui, look: Look, response: &Response) -> (Color32, Color32, Color32) {
    let t = tokens(ui);
    let pressed = response.is_pointer_button_down_on();
    let hovered = response.hovered() || pressed;
    if !ui.is_enabled() {
        let outline = if look == Look::Bare { Color32::TRANSPARENT } else { t.line };
        return (if look == Look::Bare { outline } else { t.sunken }, outline, t.faint);
    }
    match look {
        Look::Primary | Look::Chosen => {
            let share = if pressed { 0.2 } else { 0.1 };
            let fill = if hovered { mix(t.accent, t.text, share) } else { t.accent };
            (fill, fill, t.on_accent)
        }
        Look::Secondary => {
            let fill = if pressed { mix(t.selected, t.text, 0.06) } else { t.selected };
            (if hovered { fill } else { t.panel }, t.line, t.text)
        }
        Look::Picked | Look::Quiet(true) => {
            let fill = if hovered { mix(t.accent_background, t.accent, 0.1) } else { t.accent_background };
            (fill, t.accent, t.accent)
        }
        Look::Quiet(false) => {
            let fill = if hovered { t.accent_background } else { Color32::TRANSPARENT };
            (fill, Color32::TRANSPARENT, t.accent)
        }
        Look::Bare => {
            let fill = if hovered { t.selected } else { Color32::TRANSPARENT };
            (fill, Color32::TRANSPARENT, if hovered { t.text } else { t.muted })
        }
    }
}
