//! A picture to draw on: the part of it that is seen, what lies over it, and the handles of what is chosen.

use eframe::egui::epaint::RectShape;
use eframe::egui::{
    Color32, CursorIcon, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, TextureHandle, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::paint;
use crate::gui::theme::{sizes, tokens};

/// The greatest height of a picture on a page.
const HIGHEST: f32 = 520.0;
/// The least: a banner of a few pixels is still worked on.
const LEAST: f32 = 120.0;

/// Where a picture is worked on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// On a page, with more under it.
    Page,
    /// All the room that is left.
    Window,
}

/// A picture on the page, and how its pixels lie on the screen.
pub struct Canvas {
    /// What the pointer and the keyboard do.
    pub response: Response,
    /// Where the picture is seen.
    pub rect: Rect,
    /// Where its upper left corner is; outside `rect` when it is shown larger.
    pub origin: Pos2,
    /// Points for each pixel of the picture.
    pub scale: f32,
    /// Its size in pixels.
    pub picture: [u32; 2],
    painter: Painter,
}

/// Room for a picture of this size, which has the keyboard when it was clicked. `zoom` is 1 where all of it is seen, `middle`
/// the part of it (from 0 to 1) that is in the middle.
pub fn canvas(ui: &mut Ui, picture: [u32; 2], zoom: f32, middle: [f32; 2], room: Room, name: &str) -> Canvas {
    let (t, s) = (tokens(ui), sizes());
    let full = vec2(picture[0].max(1) as f32, picture[1].max(1) as f32);
    let width = ui.available_width();
    let highest = if room == Room::Page { HIGHEST } else { ui.available_height().max(LEAST) };
    let fit = (width / full.x).min(highest / full.y).min(4.0);
    let height = (full.y * fit).max(LEAST).min(highest);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), name));
    let scale = fit * zoom;
    let size = full * scale;
    let along = |room: f32, size: f32, share: f32| {
        // A picture larger than its place fills it.
        if size <= room { (room - size) / 2.0 } else { (room / 2.0 - share * size).clamp(room - size, 0.0) }
    };
    let origin = rect.min + vec2(along(rect.width(), size.x, middle[0]), along(rect.height(), size.y, middle[1]));
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect(rect, s.radius, t.sunken, Stroke::new(s.line, t.line), StrokeKind::Inside);
    Canvas { response, rect, origin, scale, picture, painter }
}

impl Canvas {
    /// Where the whole picture lies.
    #[must_use]
    pub fn whole(&self) -> Rect {
        Rect::from_min_size(self.origin, vec2(self.picture[0] as f32, self.picture[1] as f32) * self.scale)
    }

    /// The part of the picture that is seen, on the screen.
    #[must_use]
    pub fn seen(&self) -> Rect {
        self.whole().intersect(self.rect)
    }

    /// The point of the picture at `at` on the screen; it may lie outside.
    #[must_use]
    pub fn point(&self, at: Pos2) -> [f32; 2] {
        let point = (at - self.origin) / self.scale.max(f32::EPSILON);
        [point.x, point.y]
    }

    /// Where a point of the picture is on the screen.
    #[must_use]
    pub fn place(&self, [x, y]: [f32; 2]) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
    }

    fn frame(&self, [left, upper, right, lower]: [f32; 4]) -> Rect {
        Rect::from_two_pos(self.place([left, upper]), self.place([right, lower]))
    }

    /// Draws the part of the picture that is seen; its corners are those of its place, where it fills that.
    pub fn picture(&self, texture: &TextureHandle) {
        let (whole, seen) = (self.whole(), self.seen());
        let part = |at: Pos2| ((at - whole.min) / whole.size()).to_pos2();
        let shape = RectShape::filled(seen, sizes().radius, Color32::WHITE);
        let uv = Rect::from_min_max(part(seen.min), part(seen.max));
        self.painter.add(shape.with_texture(texture.id(), uv));
    }

    /// Draws something over a part of the screen.
    pub fn image(&self, texture: &TextureHandle, place: Rect) {
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        self.painter.image(texture.id(), place, uv, Color32::WHITE);
    }

    /// Darkens what is not sent.
    pub fn shade_outside(&self, ui: &Ui, kept: [f32; 4]) {
        let (all, kept) = (self.whole(), self.frame(kept).intersect(self.whole()));
        let shade = tokens(ui).shade;
        for rect in [
            Rect::from_min_max(all.min, pos2(all.right(), kept.top())),
            Rect::from_min_max(pos2(all.left(), kept.bottom()), all.max),
            Rect::from_min_max(pos2(all.left(), kept.top()), pos2(kept.left(), kept.bottom())),
            Rect::from_min_max(pos2(kept.right(), kept.top()), pos2(all.right(), kept.bottom())),
        ] {
            if rect.is_positive() {
                self.painter.rect_filled(rect, 0.0, shade);
            }
        }
        self.dashed(kept);
    }

    /// The frame around what is chosen, and its handles.
    pub fn chosen(&self, ui: &Ui, extent: [f32; 4], handles: &[[f32; 2]]) {
        self.dashed(self.frame(extent).expand(2.0));
        for handle in handles {
            let spot = Rect::from_center_size(self.place(*handle), Vec2::splat(9.0));
            let stroke = Stroke::new(1.5, tokens(ui).accent);
            self.painter.rect(spot, 2.0, Color32::WHITE, stroke, StrokeKind::Inside);
        }
    }

    /// Seen on dark and on light.
    fn dashed(&self, rect: Rect) {
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        self.painter.add(eframe::egui::Shape::line(corners.to_vec(), Stroke::new(1.0, Color32::WHITE)));
        let dark = Stroke::new(1.0, Color32::BLACK);
        self.painter.extend(eframe::egui::Shape::dashed_line(&corners, dark, 4.0, 4.0));
    }

    /// Lines through the pointer from edge to edge.
    pub fn crosshair(&self, at: Pos2) {
        let lines = [
            [pos2(self.rect.left(), at.y), pos2(self.rect.right(), at.y)],
            [pos2(at.x, self.rect.top()), pos2(at.x, self.rect.bottom())],
        ];
        for line in lines {
            self.painter.line_segment(line, Stroke::new(1.0, Color32::WHITE));
            self.painter.extend(eframe::egui::Shape::dashed_line(&line, Stroke::new(1.0, Color32::BLACK), 4.0, 4.0));
        }
    }

    /// The outline of the place, and the ring when it has the keyboard.
    pub fn finish(&self, ui: &Ui, cursor: CursorIcon) {
        if self.response.hovered() {
            ui.set_cursor_icon(cursor);
        }
        paint::focus_ring(ui, &self.response, sizes().radius);
    }
}
