//! Words: headings, labels, sentences.

use eframe::egui::{Align, Color32, Label, Layout, Response, RichText, Ui};

use crate::gui::theme::{TextKind, sizes, tokens};

/// A page's question, and one sentence under it.
pub fn page_heading(ui: &mut Ui, question: &str, sentence: &str) {
    page_heading_with(ui, question, sentence, |_| {});
}

/// The same with `actions` (small buttons) at the right, the last one first.
pub fn page_heading_with<R>(ui: &mut Ui, question: &str, sentence: &str, actions: impl FnOnce(&mut Ui) -> R) -> R {
    let s = sizes();
    let (top, width) = (ui.cursor().top(), ui.available_width());
    let mut taken = 0.0;
    let t = tokens(ui);
    let inner = ui
        .scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let right = ui.max_rect().right();
            let bar = eframe::egui::Rect::from_min_max(
                eframe::egui::pos2(ui.cursor().left(), top + 5.0 * s.space),
                eframe::egui::pos2(right, top + 5.0 * s.space + s.button_small),
            );
            let layout = Layout::right_to_left(Align::Center);
            let mut side = ui.new_child(eframe::egui::UiBuilder::new().max_rect(bar).layout(layout).id_salt("actions"));
            let inner = actions(&mut side);
            if side.min_rect().width() > 1.0 {
                taken = side.min_rect().width() + 4.0 * s.space;
            }
            ui.set_max_width((width - taken).max(s.left));
            say(ui, question, TextKind::Heading, t.text)
                .widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Heading, true, question));
            say(ui, sentence, TextKind::Body, t.muted);
            inner
        })
        .inner;
    ui.add_space(2.0 * s.space);
    inner
}

/// The readiness headline.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    say(ui, text, TextKind::Title, colour)
}

/// Over a card: what it holds.
pub fn section(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    ui.add_space(2.0 * sizes().space);
    say(ui, text, TextKind::Strong, colour)
}

/// Over a field; `hint` beside it says how much is asked, or how much is written. Name the field by the answer.
pub fn field_label(ui: &mut Ui, text: &str, hint: Option<&str>) -> Response {
    let t = tokens(ui);
    let gap = ui.spacing().item_spacing;
    ui.spacing_mut().item_spacing.y = 1.5 * sizes().space;
    let label = ui
        .horizontal(|ui| {
            ui.set_min_height(sizes().body + 6.0);
            let label = say(ui, text, TextKind::Label, t.text);
            if let Some(hint) = hint {
                say(ui, hint, TextKind::Hint, t.muted);
            }
            label
        })
        .inner;
    ui.add_space(0.0);
    ui.spacing_mut().item_spacing = gap;
    label
}

/// A sentence.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    say(ui, text, TextKind::Body, colour)
}

/// Words that matter.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    say(ui, text, TextKind::Strong, colour)
}

/// A sentence in the background.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).muted;
    say(ui, text, TextKind::Body, colour)
}

/// A caption or an explanation.
pub fn hint(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).muted;
    say(ui, text, TextKind::Hint, colour)
}

/// A piece of a log or an error.
pub fn mono(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    say(ui, text, TextKind::Mono, colour)
}

/// Text that can be selected and copied.
pub fn readable(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    ui.add(Label::new(set(text, TextKind::Body, colour)).wrap().selectable(true))
}

/// Two captions at both ends of a line.
pub fn pair(ui: &mut Ui, left: &str, right: &str) {
    ui.horizontal(|ui| {
        hint(ui, left);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| hint(ui, right));
    });
}

fn set(text: &str, kind: TextKind, colour: Color32) -> RichText {
    RichText::new(text).font(kind.font()).color(colour)
}

fn say(ui: &mut Ui, text: &str, kind: TextKind, colour: Color32) -> Response {
    ui.add(Label::new(set(text, kind, colour)).selectable(false))
}
