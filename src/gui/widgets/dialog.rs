//! A question over everything else; used only where something outside the window would be overwritten or lost.

use eframe::egui::{Color32, Context, Frame, Id, Margin, Modal, ScrollArea, Ui, Vec2};

use super::card;
use super::text;
use crate::gui::theme::{sizes, tokens_of};

/// What came of it.
pub struct Dialog<R> {
    /// Closed by Escape or by a click beside it.
    pub dismissed: bool,
    /// What `content` answered.
    pub inner: R,
}

/// A dialog called `title`. Draw its buttons last, the one that does it first.
pub fn dialog<R>(ctx: &Context, id: Id, title: &str, content: impl FnOnce(&mut Ui) -> R) -> Dialog<R> {
    let (t, s) = (tokens_of(ctx.theme()), sizes());
    let frame = Frame::window(&ctx.style_of(ctx.theme())).inner_margin(Margin::same(20));
    let room = ctx.content_rect().size() - Vec2::splat(16.0 * s.space);
    let width = (1.5 * s.right).min(room.x);
    let size = |ui: &mut Ui| {
        ui.set_width(width);
        ui.set_max_height(room.y);
    };
    modal(ctx, id, title, (frame, t.shade), size, |ui| {
        // What is under the title scrolls where the window is low.
        let height = room.y - (ui.cursor().top() - ui.min_rect().top());
        ScrollArea::vertical().max_height(height.max(s.button)).show(ui, content).inner
    })
}

/// The same as large as the window: for what needs all the room.
pub fn whole_window<R>(ctx: &Context, id: Id, title: &str, content: impl FnOnce(&mut Ui) -> R) -> Dialog<R> {
    let t = tokens_of(ctx.theme());
    let frame = Frame::new().fill(t.background).inner_margin(Margin::same(16));
    let room = ctx.content_rect().size() - Vec2::splat(8.0 * sizes().space);
    let size = |ui: &mut Ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
    };
    modal(ctx, id, title, (frame, t.background), size, content)
}

fn modal<R>(
    ctx: &Context,
    id: Id,
    title: &str,
    (frame, backdrop): (Frame, Color32),
    size: impl FnOnce(&mut Ui),
    content: impl FnOnce(&mut Ui) -> R,
) -> Dialog<R> {
    let shown = Modal::new(id).backdrop_color(backdrop).frame(frame).show(ctx, |ui| {
        size(ui);
        text::title(ui, title);
        card::gap(ui, 1);
        content(ui)
    });
    ctx.accesskit_node_builder(shown.response.id, |node| {
        node.set_role(eframe::egui::accesskit::Role::Dialog);
        node.set_label(title);
        node.set_modal();
    });
    Dialog { dismissed: shown.should_close(), inner: shown.inner }
}
