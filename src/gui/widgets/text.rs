//! Words: headings, labels, sentences.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align, Color32, FontId, Label, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::paint;
use crate::gui::fonts;
use crate::gui::icons::{self, Icon};
use crate::gui::theme::{TextKind, sizes, tokens};

/// A page's question, and one sentence under it.
pub fn page_heading(ui: &mut Ui, question: &str, sentence: &str) {
    page_heading_with(ui, question, sentence, |_| {});
}

/// The same with `actions` (small buttons) at the right, the last one first; under the sentence where it would have too
/// little room beside them.
pub fn page_heading_with<R>(ui: &mut Ui, question: &str, sentence: &str, actions: impl FnOnce(&mut Ui) -> R) -> R {
    let s = sizes();
    let place = ui.available_rect_before_wrap();
    // The width of the actions is known one frame later; that frame is drawn at once and not shown.
    let id = ui.scope_id().with((question, "actions"));
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    if known.is_some_and(|taken| place.width() - taken < s.right) {
        heading(ui, question, sentence, place.width());
        ui.add_space(s.space);
        let inner = ui.horizontal_wrapped(actions).inner;
        ui.add_space(2.5 * s.space);
        return inner;
    }
    let top = place.top() + 5.75 * s.space;
    let bar = Rect::from_min_max(pos2(place.left(), top), pos2(place.right(), top + s.button_small));
    let layout = Layout::right_to_left(Align::Center);
    let mut side = ui.new_child(UiBuilder::new().max_rect(bar).layout(layout).id_salt("actions"));
    let inner = actions(&mut side);
    let taken = side.min_rect().width();
    let taken = if taken > 1.0 { taken + 4.0 * s.space } else { 0.0 };
    if known.is_none_or(|known| (known - taken).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, taken));
        ui.ctx().request_discard("what stands beside a heading");
    }
    heading(ui, question, sentence, (place.width() - taken).max(1.0));
    ui.add_space(2.5 * s.space);
    inner
}

fn heading(ui: &mut Ui, question: &str, sentence: &str, width: f32) {
    let (t, s) = (tokens(ui), sizes());
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.75 * s.space;
        ui.set_max_width(width);
        ui.add_space(0.25 * s.space);
        let heading = say(ui, question, TextKind::Heading, t.text);
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, question));
        say(ui, sentence, TextKind::Body, t.muted);
    });
}

/// The readiness headline.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    let headline = say(ui, text, TextKind::Title, colour);
    headline.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.add_space(sizes().space);
    headline
}

/// Over a card: what it holds.
pub fn section(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    ui.add_space(2.0 * sizes().space);
    say(ui, text, TextKind::Strong, colour)
}

/// Over a field; `hint` beside it says how much is asked, or how much is written. Name the field by the answer.
pub fn field_label(ui: &mut Ui, text: &str, hint: Option<&str>) -> Response {
    field_label_with(ui, text, hint, |_| {})
}

/// The same with `more` (a badge) at its end.
pub fn field_label_with(ui: &mut Ui, text: &str, hint: Option<&str>, more: impl FnOnce(&mut Ui)) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let size = vec2(ui.available_width(), 5.0 * s.space);
    let label = ui
        .allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().interact_size.y = size.y;
            let label = say(ui, text, TextKind::Label, t.text);
            if let Some(hint) = hint {
                say(ui, hint, TextKind::Hint, t.muted);
            }
            more(ui);
            label
        })
        .inner;
    ui.add_space(1.5 * s.space - ui.spacing().item_spacing.y);
    label
}

/// The points of a list, with numbers where their order matters.
pub fn points<'a>(ui: &mut Ui, numbered: bool, texts: impl Iterator<Item = &'a str>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = sizes().space / 2.0;
        for (index, text) in texts.enumerate() {
            let mark = if numbered { format!("{}.", index + 1) } else { "•".to_owned() };
            point(ui, &mark, text);
        }
    });
}

fn point(ui: &mut Ui, mark: &str, text: &str) {
    let t = tokens(ui);
    let indent = 5.0 * sizes().space;
    let mark = paint::lay_line(ui, mark, TextKind::Body, t.muted, indent);
    let words = paint::lay(ui, text, TextKind::Body, t.text, ui.available_width() - indent);
    let size = vec2(ui.available_width(), words.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().galley(rect.min, mark, t.muted);
    ui.painter().galley(rect.min + vec2(indent, 0.0), words, t.text);
}

/// Something, and a few words about it under it.
pub fn entry(ui: &mut Ui, what: &str, about: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        body(ui, what);
        hint(ui, about);
    });
}

/// A fact after its icon. `flag` says in a word that it is not confirmed.
pub fn fact(ui: &mut Ui, icon: Icon, text: &str, flag: Option<&str>) -> Response {
    let (t, s) = (tokens(ui), sizes());
    let indent = s.icon + 2.0 * s.space;
    let mut job = LayoutJob::default();
    job.append(text, 0.0, paint::format(ui, TextKind::Body, t.text));
    if let Some(flag) = flag {
        let flagged = paint::format(ui, TextKind::Hint, t.warn);
        let sign = TextFormat { font_id: FontId::new(s.label, fonts::icons(false)), ..flagged.clone() };
        job.append(&icons::QUESTION.to_string(), 2.0 * s.space, sign);
        job.append(flag, s.space, flagged);
    }
    job.wrap.max_width = ui.available_width() - indent;
    let words = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), words.size().y), Sense::hover());
    let whole = format!("{text} {}", flag.unwrap_or_default());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, whole.trim()));
    let centre = pos2(rect.left() + s.icon / 2.0, rect.top() + 2.5 * s.space - 1.0);
    paint::icon(ui.painter(), icon, centre, s.icon, t.muted, false);
    ui.painter().galley(rect.min + vec2(indent, 0.0), words, t.text);
    response
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

/// A caption that can be missed: left out where there is no room for it.
pub fn hint_where_it_fits(ui: &mut Ui, text: &str) {
    let colour = tokens(ui).muted;
    let width = paint::lay_line(ui, text, TextKind::Hint, colour, f32::INFINITY).size().x;
    if width + 2.0 * sizes().space <= ui.available_width() {
        hint(ui, text);
    }
}

/// A piece of a log or an error.
pub fn mono(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    say(ui, text, TextKind::Mono, colour)
}

/// Text that can be selected and copied.
pub fn readable(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    let job = set(ui, text, TextKind::Body, colour);
    ui.add(Label::new(job).wrap().selectable(true))
}

/// The title or a heading of the text as its reader gets it.
pub fn paper_heading(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).text;
    say(ui, text, TextKind::Label, colour)
}

/// A part of that text under its heading; it can be selected and copied.
pub fn paper_part(ui: &mut Ui, heading: &str, text: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.5 * sizes().space;
        paper_heading(ui, heading);
        let colour = tokens(ui).text;
        let job = set(ui, text, TextKind::Paper, colour);
        ui.add(Label::new(job).wrap().selectable(true));
    });
}

/// About that text, in the background.
pub fn paper_hint(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).muted;
    say(ui, text, TextKind::Paper, colour)
}

/// A caption that can be selected and copied, broken where it must be.
pub fn readable_hint(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).muted;
    let mut job = set(ui, text, TextKind::Hint, colour);
    job.wrap.break_anywhere = true;
    ui.add(Label::new(job).wrap().selectable(true))
}

/// Two captions at both ends of a line.
pub fn pair(ui: &mut Ui, left: &str, right: &str) {
    let size = vec2(ui.available_width(), 5.0 * sizes().space);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = size.y;
        hint(ui, left);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| hint(ui, right));
    });
}

fn set(ui: &Ui, text: &str, kind: TextKind, colour: Color32) -> LayoutJob {
    LayoutJob::single_section(text.to_owned(), paint::format(ui, kind, colour))
}

fn say(ui: &mut Ui, text: &str, kind: TextKind, colour: Color32) -> Response {
    let job = set(ui, text, kind, colour);
    ui.add(Label::new(job).selectable(false))
}
