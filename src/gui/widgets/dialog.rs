//! A question over everything else; used only where something outside the window would be overwritten or lost.

use eframe::egui::{Context, Id, Margin, Modal, Ui};

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
    let frame = eframe::egui::Frame::window(&ctx.style_of(ctx.theme())).inner_margin(Margin::same(20));
    let shown = Modal::new(id).backdrop_color(t.shade).frame(frame).show(ctx, |ui| {
        ui.set_width((1.5 * s.right).min(ui.ctx().content_rect().width() - 16.0 * s.space));
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
