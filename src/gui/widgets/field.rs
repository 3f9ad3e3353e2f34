//! What people write into.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{CCursor, LayoutJob};
use eframe::egui::text_edit::TextEditOutput;
use eframe::egui::{
    Align2, Context, Galley, Id, Margin, Response, RichText, Stroke, TextBuffer, TextEdit, Tooltip, Ui,
    epaint::CornerRadiusF32, vec2,
};

use super::paint;
use crate::gui::icons::{self, Icon};
use crate::gui::theme::{TextKind, sizes, tokens};

/// What a field is called.
#[derive(Clone, Copy, Debug)]
pub enum Name<'a> {
    /// By the label over it.
    Label(Id),
    /// By words that are only read aloud.
    Words(&'a str),
}

impl From<&Response> for Name<'_> {
    fn from(label: &Response) -> Self {
        Self::Label(label.id)
    }
}

impl<'a> From<&'a str> for Name<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

impl Name<'_> {
    pub(super) fn give(self, ui: &Ui, response: Response) -> Response {
        match self {
            Name::Label(label) => response.labelled_by(label),
            Name::Words(words) => {
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(words));
                response
            }
        }
    }
}

/// One line.
pub fn text_field<'a>(ui: &mut Ui, name: impl Into<Name<'a>>, value: &mut String, placeholder: &str) -> Response {
    Field::new(value).placeholder(placeholder).show(ui, name)
}

/// Several lines, at least `rows`; grows with what is written.
pub fn text_area<'a>(
    ui: &mut Ui,
    name: impl Into<Name<'a>>,
    value: &mut String,
    placeholder: &str,
    rows: usize,
) -> Response {
    Field::new(value).placeholder(placeholder).rows(rows).show(ui, name)
}

/// What narrows a list down; `name` is also what it shows while it is empty.
pub fn search_field(ui: &mut Ui, name: &str, value: &mut String) -> Response {
    Field::new(value).placeholder(name).icon(icons::MAGNIFYING_GLASS).aside().show(ui, name)
}

/// The same, this part of the room wide.
pub fn search_field_within(ui: &mut Ui, name: &str, value: &mut String, share: f32) -> Response {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width() * share);
        search_field(ui, name, value)
    })
    .inner
}

/// A field with all that it can have; ends with [`Field::show`].
#[must_use]
#[expect(clippy::struct_excessive_bools, reason = "each is set by one method of its own name")]
pub struct Field<'t, 'a> {
    value: &'t mut dyn TextBuffer,
    placeholder: &'a str,
    rows: usize,
    many: bool,
    mono: bool,
    framed: bool,
    icon: Option<Icon>,
    marks: &'a [Range<usize>],
    notes: &'a [String],
    aside: bool,
    id: Option<Id>,
    submits: bool,
}

impl<'t, 'a> Field<'t, 'a> {
    /// One line over `value`.
    pub fn new(value: &'t mut dyn TextBuffer) -> Self {
        Self {
            value,
            placeholder: "",
            rows: 1,
            many: false,
            mono: false,
            framed: true,
            icon: None,
            marks: &[],
            notes: &[],
            aside: false,
            id: None,
            submits: false,
        }
    }

    /// Shown while it is empty.
    pub fn placeholder(self, placeholder: &'a str) -> Self {
        Self { placeholder, ..self }
    }

    /// As many lines as are written, at least `rows`.
    pub fn rows(self, rows: usize) -> Self {
        Self { rows, many: true, ..self }
    }

    /// For logs and exact error texts.
    pub fn mono(self) -> Self {
        Self { mono: true, ..self }
    }

    /// An icon at its start.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Places that a finding points at, in bytes; those that don't fit the text are left out.
    pub fn marks(self, marks: &'a [Range<usize>]) -> Self {
        Self { marks, ..self }
    }

    /// What each of the marks is about: shown beside the pointer or the cursor that is on it, and read aloud.
    pub fn notes(self, notes: &'a [String]) -> Self {
        Self { notes, ..self }
    }

    /// Not part of the incident: Undo takes back what was typed here.
    pub fn aside(self) -> Self {
        Self { aside: true, ..self }
    }

    /// A fixed identity, so that other places can give it the keyboard (`ctx.memory_mut(|m| m.request_focus(id))`).
    pub fn id(self, id: Id) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Wraps like several lines, but Enter is left to the page.
    pub fn submits(self) -> Self {
        Self { submits: true, ..self }
    }

    /// Inside something that has its own frame.
    pub(super) fn bare(self) -> Self {
        Self { framed: false, ..self }
    }

    /// Draws it. The answer is the field's own response: `changed()`, `lost_focus()`, `has_focus()`.
    pub fn show<'n>(self, ui: &mut Ui, name: impl Into<Name<'n>>) -> Response {
        let (t, s) = (tokens(ui), sizes());
        let kind = if self.mono { TextKind::Mono } else { TextKind::Body };
        let ink = if ui.is_enabled() { t.text } else { t.muted };
        let many = self.many || self.submits;
        let (marks, notes, aside) = (self.marks, self.notes, self.aside);
        let mut note = None;
        let id = self.id.unwrap_or_else(|| ui.next_auto_id().with("field"));
        // What is too long for its line ends in "…" while nobody writes in it.
        let is_cut = !many && !ui.memory(|memory| memory.has_focus(id));
        let mut layouter = move |ui: &Ui, text: &dyn TextBuffer, width: f32| -> Arc<Galley> {
            let mut job = marked(ui, text.as_str(), kind, ink, marks);
            job.break_on_newline = many;
            job.keep_trailing_whitespace = true;
            job.wrap.max_width = if many || is_cut { width } else { f32::INFINITY };
            if is_cut {
                (job.wrap.max_rows, job.wrap.break_anywhere) = (1, true);
            }
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let outer = s.field + 2.0 * s.line;
        let least = if self.rows > 1 { outer + 6.5 * s.space } else { outer };
        let mut edit = if many { TextEdit::multiline(self.value) } else { TextEdit::singleline(self.value) };
        edit = edit
            .desired_rows(self.rows)
            .desired_width(ui.available_width())
            .layouter(&mut layouter)
            .hint_text(RichText::new(self.placeholder).font(kind.font()))
            .align(if self.rows > 1 { Align2::LEFT_TOP } else { Align2::LEFT_CENTER })
            .font(kind.font());
        if self.framed {
            edit = edit.margin(Margin::symmetric(11, 9)).min_size(vec2(0.0, least));
        } else {
            edit = edit.frame(eframe::egui::Frame::new());
        }
        if self.submits {
            edit = edit.return_key(None);
        }
        if let Some(icon) = self.icon {
            edit = edit.prefix(
                RichText::new(icon.to_string())
                    .color(t.muted)
                    .font(eframe::egui::FontId::new(s.icon, crate::gui::fonts::icons(false))),
            );
        }
        edit = edit.id(id);
        let response = ui
            .scope(|ui| {
                ui.spacing_mut().interact_size.y = 5.0 * s.space;
                let visuals = ui.visuals_mut();
                visuals.weak_text_color = Some(t.faint);
                visuals.widgets.hovered.bg_stroke = Stroke::new(s.line, paint::mix(t.line, t.muted, 0.5));
                visuals.widgets.noninteractive.bg_stroke = Stroke::new(s.line, t.line);
                if !ui.is_enabled() {
                    ui.visuals_mut().text_edit_bg_color = Some(t.sunken);
                }
                let shown = edit.show(ui);
                note = noted(ui, &shown, marks, notes);
                shown.response.response
            })
            .inner;
        paint::bring(ui, &response);
        if aside && response.has_focus() {
            ui.data_mut(|data| data.insert_temp(aside_id(), response.id));
        }
        if !notes.is_empty() {
            let all = notes.join(" ");
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(all));
        }
        if let Some(note) = note {
            explain(&response, note);
        }
        if response.has_focus() && self.framed {
            let glow = Stroke::new(2.0, t.accent_background);
            let radius = CornerRadiusF32::same(s.radius + 1.0);
            ui.painter().rect_stroke(response.rect, radius, glow, eframe::egui::StrokeKind::Outside);
            ui.painter().rect_stroke(
                response.rect,
                s.radius,
                Stroke::new(1.5, t.accent),
                eframe::egui::StrokeKind::Inside,
            );
        }
        name.into().give(ui, response)
    }
}

/// Whether the cursor is in a field that is not part of the incident.
#[must_use]
pub fn is_aside(ctx: &Context) -> bool {
    let focused = ctx.memory(eframe::egui::Memory::focused);
    focused.is_some() && focused == ctx.data(|data| data.get_temp::<Id>(aside_id()))
}

fn aside_id() -> Id {
    Id::unique("the field that is not part of the incident")
}

/// The note of the mark under the pointer, or else of the one that the cursor is in.
fn noted<'a>(ui: &Ui, shown: &TextEditOutput, marks: &[Range<usize>], notes: &'a [String]) -> Option<&'a str> {
    if notes.is_empty() {
        return None;
    }
    let text = shown.galley.text();
    let pointed = shown.response.response.hover_pos().map(|at| shown.galley.cursor_from_pos(at - shown.galley_pos));
    let written = shown.cursor_range.filter(|_| shown.response.response.has_focus()).map(|range| range.primary);
    let byte = |at: CCursor| text.char_indices().nth(at.index.0).map_or(text.len(), |(byte, _)| byte);
    let find = |at: CCursor| {
        let byte = byte(at);
        let index = marks.iter().position(|mark| (mark.start..=mark.end).contains(&byte))?;
        notes.get(index).map(String::as_str).filter(|note| !note.is_empty())
    };
    // A pointer that rests on the field while one types must not win over the cursor.
    let is_typing = ui.input(|input| !input.events.is_empty() && input.pointer.delta() == vec2(0.0, 0.0));
    pointed.filter(|_| !is_typing).and_then(find).or_else(|| written.and_then(find))
}

/// The note under the field, over everything else.
fn explain(response: &Response, note: &str) {
    Tooltip::always_open(response.ctx.clone(), response.layer_id, response.id.with("note"), response.rect)
        .gap(4.0)
        .show(|ui| {
            let words = super::text::body(ui, note);
            ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        });
}

/// `text` with the places `marks` underlined on a ground of their own.
fn marked(ui: &Ui, text: &str, kind: TextKind, ink: eframe::egui::Color32, marks: &[Range<usize>]) -> LayoutJob {
    let t = tokens(ui);
    let plain = paint::format(ui, kind, ink);
    let mut found = plain.clone();
    found.background = t.warn_background;
    found.underline = Stroke::new(2.0, t.warn);
    let mut job = LayoutJob::default();
    paint::append_marked(&mut job, text, &plain, &found, marks);
    job
}
