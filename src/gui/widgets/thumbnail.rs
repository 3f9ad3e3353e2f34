//! Small pictures.

use eframe::egui::{
    Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, TextureHandle, Ui, WidgetInfo, pos2, vec2,
};

use super::paint;
use crate::gui::icons;
use crate::gui::theme::{TextKind, sizes, tokens};

/// A picture with its name under it; an icon stands in until it is loaded. `texture` should be no larger than it is shown.
pub fn thumbnail(ui: &mut Ui, texture: Option<&TextureHandle>, caption: &str, selected: bool) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let picture = vec2(30.0 * s.space, 17.5 * s.space);
    let galley = paint::lay_line(ui, caption, TextKind::Hint, t.muted, picture.x);
    let size = vec2(picture.x, picture.y + 1.5 * s.space + galley.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, caption));

    let frame = Rect::from_min_size(rect.min, picture);
    ui.painter().rect_filled(frame, s.radius, t.sunken);
    match texture {
        Some(texture) => {
            let full = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            let shape = eframe::egui::epaint::RectShape::filled(frame, s.radius, Color32::WHITE);
            ui.painter().add(shape.with_texture(texture.id(), covering(texture.size_vec2(), picture, full)));
        }
        None => paint::icon(ui.painter(), icons::IMAGE, frame.center(), 2.0 * s.icon, t.muted, false),
    }
    let stroke = match (selected, response.hovered()) {
        (true, _) => Stroke::new(2.0, t.accent),
        (false, true) => Stroke::new(s.line, t.muted),
        (false, false) => Stroke::new(s.line, t.line),
    };
    ui.painter().rect_stroke(frame, s.radius, stroke, StrokeKind::Inside);
    ui.painter().galley(pos2(rect.left(), rect.bottom() - galley.size().y), galley, t.muted);
    if response.has_focus() {
        paint::ring(ui, frame, s.radius);
    }
    response
}

/// A picture that is only looked at.
pub fn still(ui: &mut Ui, texture: &TextureHandle, name: &str) -> Response {
    let full = texture.size_vec2();
    let scale = (ui.available_width() / full.x.max(1.0)).min(1.0);
    let (rect, response) = ui.allocate_exact_size(full * scale, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, uv, Color32::WHITE);
    response
}

/// The middle part of a picture that fills `place` without being stretched.
fn covering(picture: eframe::egui::Vec2, place: eframe::egui::Vec2, full: Rect) -> Rect {
    let (is, wanted) = (picture.x / picture.y.max(1.0), place.x / place.y);
    let part = if is > wanted { vec2(wanted / is, 1.0) } else { vec2(1.0, (is / wanted).max(0.01)) };
    Rect::from_center_size(full.center(), part)
}
