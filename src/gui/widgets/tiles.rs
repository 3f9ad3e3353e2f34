//! Cards to choose from, in a grid.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::gui::icons::{self, Icon};
use crate::gui::theme::{TextKind, sizes, tokens};

/// One of them.
pub struct Tile<'a> {
    /// Beside its title.
    pub icon: Icon,
    /// What it is.
    pub title: &'a str,
    /// What it is for.
    pub text: &'a str,
    /// Whether it is the chosen one.
    pub selected: bool,
    /// What is not certain about it, in a word; shown as a sign, said on hover and to screen readers.
    pub flag: Option<&'a str>,
}

/// Draws `all` of them in as many columns as there is room for, at most `columns`. Which one was clicked.
pub fn tiles(ui: &mut Ui, all: &[Tile], columns: usize) -> Option<usize> {
    let s = sizes();
    let gap = 3.0 * s.space;
    let room = ui.available_width();
    let fitting = ((room + gap) / (s.left + gap)).floor() as usize;
    let columns = columns.min(fitting).max(1);
    let width = (room - gap * (columns - 1) as f32) / columns as f32;
    let mut clicked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for (row, line) in all.chunks(columns).enumerate() {
            let height = line.iter().map(|tile| height(ui, tile, width)).fold(0.0, f32::max);
            ui.horizontal(|ui| {
                for (column, tile) in line.iter().enumerate() {
                    if show(ui, tile, width, height).clicked() {
                        clicked = Some(row * columns + column);
                    }
                }
            });
        }
    });
    clicked
}

const PAD: f32 = 15.0;
/// From the icon to the name.
const LEAD: f32 = 24.0;

fn height(ui: &Ui, tile: &Tile, width: f32) -> f32 {
    let t = tokens(ui);
    let text = paint::lay(ui, tile.text, TextKind::Hint, t.muted, width - 2.0 * PAD);
    2.0 * PAD + sizes().space + title(ui, tile, width).size().y + text.size().y
}

/// Its name, in as many lines as it needs.
fn title(ui: &Ui, tile: &Tile, width: f32) -> Arc<Galley> {
    let s = sizes();
    let end = if tile.flag.is_some() { s.icon + s.space } else { 0.0 };
    paint::lay(ui, tile.title, TextKind::Strong, tokens(ui).text, width - 2.0 * PAD - LEAD - end)
}

fn show(ui: &mut Ui, tile: &Tile, width: f32, height: f32) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), tile.selected, tile.title));
    let about = format!("{} {}", tile.text, tile.flag.unwrap_or_default());
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(about.trim()));
    let response = match tile.flag {
        Some(flag) => response.on_hover_text(flag),
        None => response,
    };
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let fill = if response.hovered() || tile.selected { t.selected } else { t.panel };
    let line = if tile.selected { t.accent } else { t.line };
    ui.painter()
        .add(super::card::surface(ui).paint(Rect::from_min_max(rect.min + vec2(1.0, 1.0), rect.max - vec2(1.0, 1.0))));
    ui.painter().rect(rect, s.card_radius, fill, Stroke::new(s.line, line), StrokeKind::Inside);
    let top = rect.top() + PAD;
    let middle = top + 2.5 * s.space - 1.0;
    paint::icon(ui.painter(), tile.icon, pos2(rect.left() + PAD + s.icon / 2.0, middle), s.icon, t.text, true);
    if tile.flag.is_some() {
        let at = pos2(rect.right() - PAD - s.icon / 2.0, middle);
        paint::icon(ui.painter(), icons::QUESTION, at, s.icon - 1.0, t.warn, false);
    }
    let words = title(ui, tile, width);
    let below = top + words.size().y + s.space;
    let text = paint::lay(ui, tile.text, TextKind::Hint, t.muted, width - 2.0 * PAD);
    ui.painter().galley(pos2(rect.left() + PAD + LEAD, top), words, t.text);
    ui.painter().galley(pos2(rect.left() + PAD, below), text, t.muted);
    paint::focus_ring(ui, &response, s.card_radius);
    response
}
