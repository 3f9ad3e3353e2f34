//! The checklist of the readiness panel.

use eframe::egui::{Rect, Response, Role, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::button::{note_button, note_button_width};
use super::paint;
use super::status::Status;
use crate::gui::theme::{TextKind, sizes, tokens};

/// From the icon to the words.
const INDENT: f32 = 27.0;

/// One row.
pub struct Check<'a> {
    /// How it stands.
    pub status: Status,
    /// The same in words, for those who do not see the icon; may be empty.
    pub words: &'a str,
    /// The requirement in a few words.
    pub title: &'a str,
    /// Why it is asked for, or what is wrong; may be empty.
    pub message: &'a str,
    /// Whether it is the first of its group.
    pub first: bool,
}

/// The title of a group ("Must fix"), with a line under it.
pub fn group_title(ui: &mut Ui, text: &str) {
    let t = tokens(ui);
    let galley = paint::lay(ui, text, TextKind::HintStrong, t.muted, ui.available_width());
    let size = vec2(ui.available_width(), galley.size().y + sizes().space);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.painter().galley(rect.min, galley, t.muted);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (sizes().line, t.line));
    ui.add_space(-ui.spacing().item_spacing.y);
}

/// Words at the end of a row's first line that open something under it.
pub struct Aside<'a> {
    /// The words.
    pub text: &'a str,
    /// What they are called aloud.
    pub name: &'a str,
    /// Whether what they open is shown.
    pub open: bool,
}

/// A row, and whether its words at the end were clicked.
pub fn check_row_with(ui: &mut Ui, check: &Check, aside: &Aside) -> (Response, bool) {
    let taken = note_button_width(ui, aside.text);
    let row = draw_row(ui, check, taken);
    let line = if check.first { 0.0 } else { sizes().line };
    let top = row.rect.top() + line + 2.0 * sizes().space;
    let place = Rect::from_min_max(pos2(row.rect.right() - taken, top), row.rect.max);
    let mut end = ui.new_child(UiBuilder::new().max_rect(place).id_salt(aside.name));
    end.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    let clicked = note_button(&mut end, aside.text, aside.name, aside.open).clicked();
    (row, clicked)
}

/// A row; clicking it leads to its field.
pub fn check_row(ui: &mut Ui, check: &Check) -> Response {
    draw_row(ui, check, 0.0)
}

/// A row whose title leaves `taken` points free at its end.
fn draw_row(ui: &mut Ui, check: &Check, taken: f32) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let width = (ui.available_width() - INDENT).max(s.button);
    let title = paint::lay(ui, check.title, TextKind::Body, t.text, (width - taken).max(s.button));
    let message = (!check.message.is_empty()).then(|| paint::lay(ui, check.message, TextKind::Hint, t.muted, width));
    let text_height = title.size().y + message.as_ref().map_or(0.0, |message| message.size().y);
    let pad = 2.0 * s.space;
    let line = if check.first { 0.0 } else { s.line };

    let size = vec2(ui.available_width(), text_height + 2.0 * pad + line);
    let (whole, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), check.title));
    let told = [check.words, check.message].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(told));
    ui.add_space(-ui.spacing().item_spacing.y);

    let painter = ui.painter();
    if !check.first {
        painter.hline(whole.x_range(), whole.top() + line / 2.0, (line, t.line));
    }
    let rect = Rect::from_min_max(whole.min + vec2(0.0, line + pad), whole.max - vec2(0.0, pad));
    let under = rect.expand2(vec2(1.5 * s.space, s.space));
    if response.hovered() {
        painter.rect_filled(under, s.radius, t.selected);
    }
    paint::bring(ui, &response);
    if response.has_focus() {
        paint::ring(ui, under, s.radius);
    }
    let centre = pos2(rect.left() + s.icon / 2.0, rect.top() + title.size().y.min(5.0 * s.space) / 2.0 - 1.0);
    paint::icon(painter, check.status.icon(), centre, s.icon, check.status.colour(t), false);
    let at = pos2(rect.left() + INDENT, rect.top());
    let below = at + vec2(0.0, title.size().y);
    painter.galley(at, title, t.text);
    if let Some(message) = message {
        painter.galley(below, message, t.muted);
    }
    response
}

/// The small buttons under a row that mend it.
pub fn check_fixes<R>(ui: &mut Ui, fixes: impl FnOnce(&mut Ui) -> R) -> R {
    let s = sizes();
    ui.add_space(-0.25 * s.space);
    let mut place = ui.available_rect_before_wrap();
    place.min.x += INDENT;
    let inner = ui
        .scope_builder(UiBuilder::new().max_rect(place), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(s.space, s.space);
                fixes(ui)
            })
            .inner
        })
        .inner;
    ui.add_space(2.0 * s.space - ui.spacing().item_spacing.y);
    inner
}
