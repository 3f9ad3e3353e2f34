//! Lines of a log of any length: only those that are seen are set.

use std::ops::Range;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, EventFilter, Id, Key, Modifiers, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::paint;
use super::status::Status;
use crate::gui::theme::{TextKind, sizes, tokens};

/// Characters of a line that are set at all; no window is wider.
const AT_MOST: usize = 2_000;
/// Width of the bar that shows where one is.
const BAR: f32 = 10.0;
/// The least height of its handle.
const HANDLE: f32 = 24.0;

/// One line as it is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct LogLine<'a> {
    /// Its number.
    pub number: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Where its time ends, in bytes.
    pub time_end: usize,
    /// How bad it is.
    pub level: Option<Status>,
    /// Where something stands in for a hidden value, in bytes.
    pub hidden: &'a [Range<usize>],
    /// What was looked for, in bytes.
    pub found: &'a [Range<usize>],
    /// Whether it is not sent.
    pub is_left_out: bool,
}

/// A view over very many lines.
#[derive(Clone, Copy, Debug)]
pub struct LogView<'a> {
    /// What it is called.
    pub name: &'a str,
    /// How many lines there are.
    pub total: u64,
    /// Its height in points.
    pub height: f32,
    /// The selected line.
    pub selected: Option<u64>,
    /// Characters of the longest number.
    pub digits: usize,
}

/// What was done in a [`LogView`].
#[derive(Clone, Debug)]
pub struct LogShown {
    /// The view itself.
    pub response: Response,
    /// The lines that are seen.
    pub seen: Range<u64>,
    /// A line was selected with the pointer or the keyboard.
    pub select: Option<u64>,
    /// The view was moved by hand.
    pub moved: bool,
}

/// The height of a line in points.
#[must_use]
pub fn log_line_height() -> f32 {
    5.25 * sizes().space
}

impl LogView<'_> {
    /// Draws the lines from `top` on, in lines from the first one. `lines` are those at hand, from the line `from` on; what is
    /// not there yet stays empty.
    pub fn show(&self, ui: &mut Ui, top: &mut f64, from: u64, lines: &[LogLine]) -> LogShown {
        let (t, s) = (tokens(ui), sizes());
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), self.height));
        // What comes and goes above it must not take the keyboard from it.
        let response = ui.interact(rect, Id::unique(("log view", self.name)), Sense::click());
        let line = log_line_height();
        let fits = f64::from(rect.height() / line);
        let most = (self.total as f64 - fits.floor()).max(0.0);
        *top = top.clamp(0.0, most);
        let before = *top;
        Self::wheel(ui, rect, top, line, most);
        let mut select = self.keys(ui, &response, top, fits);
        let handle = self.bar(ui, rect, top, (fits, most));
        *top = top.clamp(0.0, most);

        let first = *top as u64;
        let last = (first + fits.ceil() as u64 + 1).min(self.total);
        ui.painter().rect_filled(rect, 0.0, t.sunken);
        let digit = ui.fonts_mut(|fonts| fonts.glyph_width(&TextKind::Mono.font(), '0'));
        let gutter = digit * self.digits as f32 + 4.0 * s.space;
        let inside = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        for row in first..last {
            let y = rect.top() + ((row as f64 - *top) as f32) * line;
            let place = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width() - BAR, line));
            let at = row.checked_sub(from).and_then(|at| usize::try_from(at).ok());
            let Some(one) = at.and_then(|at| lines.get(at)) else { continue };
            paint_line(ui, &inside, place, gutter, one, self.selected == Some(row));
            let id = response.id.with(("line", row - first));
            let shown = ui.interact(place.intersect(rect), id, Sense::hover());
            shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, cut(one.text)));
        }
        if let Some((shape, ink)) = handle {
            inside.rect_filled(shape, BAR / 2.0, ink);
        }
        if response.clicked()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            response.request_focus();
            let row = (*top + f64::from((pointer.y - rect.top()) / line)) as u64;
            select = Some(row).filter(|row| *row < self.total);
        }
        response.widget_info(|| WidgetInfo::labeled(Role::List, true, self.name));
        if response.has_focus() {
            paint::ring(ui, rect.shrink(1.0), s.space);
        }
        LogShown { response, seen: first..last, select, moved: (*top - before).abs() > f64::EPSILON }
    }

    /// The wheel moves the lines as long as they can move, then the page.
    fn wheel(ui: &Ui, rect: Rect, top: &mut f64, line: f32, most: f64) {
        if !ui.rect_contains_pointer(rect) {
            return;
        }
        ui.input_mut(|input| {
            let by = f64::from(-input.smooth_scroll_delta.y / line);
            let can = if by > 0.0 { *top < most } else { *top > 0.0 };
            if by != 0.0 && can {
                *top = (*top + by).clamp(0.0, most);
                input.smooth_scroll_delta.y = 0.0;
            }
        });
    }

    /// Arrows move the selected line, the others a page or to an end.
    fn keys(&self, ui: &Ui, response: &Response, top: &mut f64, fits: f64) -> Option<u64> {
        if !response.has_focus() || self.total == 0 {
            return None;
        }
        let keep = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keep));
        let page = fits.floor().max(1.0) as i64;
        let last = self.total - 1;
        let at = self.selected.unwrap_or(*top as u64);
        let to = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let by = [(Key::ArrowUp, -1), (Key::ArrowDown, 1), (Key::PageUp, -page), (Key::PageDown, page)];
            let by = by.into_iter().find(|(key, _)| pressed(*key)).map(|(_, by)| at.saturating_add_signed(by));
            by.or_else(|| pressed(Key::Home).then_some(0)).or_else(|| pressed(Key::End).then_some(last))
        })?;
        let to = to.min(last);
        reveal(to, top, fits);
        Some(to)
    }

    /// The bar at the right: how much is seen, and where. Gives the handle to be drawn.
    fn bar(&self, ui: &Ui, rect: Rect, top: &mut f64, (fits, most): (f64, f64)) -> Option<(Rect, Color32)> {
        if most <= 0.0 {
            return None;
        }
        let t = tokens(ui);
        let track = Rect::from_min_max(pos2(rect.right() - BAR, rect.top()), rect.max);
        let part = (fits / self.total as f64) as f32;
        let handle = (track.height() * part).clamp(HANDLE.min(track.height()), track.height());
        let room = track.height() - handle;
        let response = ui.interact(track, Id::unique(("log bar", self.name)), Sense::drag());
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| room > 0.0) {
            let place = (pointer.y - track.top() - handle / 2.0) / room;
            *top = f64::from(place.clamp(0.0, 1.0)) * most;
        }
        let y = track.top() + room * (*top / most).clamp(0.0, 1.0) as f32;
        let shape = Rect::from_min_size(pos2(track.left() + 2.0, y), vec2(BAR - 4.0, handle));
        let ink = if response.hovered() || response.dragged() { t.muted } else { paint::mix(t.line, t.muted, 0.5) };
        Some((shape, ink))
    }
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(AT_MOST).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// Moves `top` so that the line `at` is seen, a little away from the edge.
pub fn reveal(at: u64, top: &mut f64, fits: f64) {
    let at = at as f64;
    if at < *top {
        *top = at;
    } else if at + 1.0 > *top + fits {
        *top = at + 1.0 - fits;
    }
}

fn paint_line(ui: &Ui, painter: &Painter, rect: Rect, gutter: f32, line: &LogLine, is_selected: bool) {
    let (t, s) = (tokens(ui), sizes());
    if let Some(level) = line.level {
        painter.rect_filled(rect, 0.0, level.background(t));
    } else if is_selected {
        painter.rect_filled(rect, 0.0, t.selected);
    }
    if is_selected {
        painter.rect_stroke(rect.shrink(1.0), s.space, Stroke::new(s.line, t.accent), StrokeKind::Inside);
    }
    let text = cut(line.text);
    let ink = if line.is_left_out { t.muted } else { t.text };
    let plain = paint::format(ui, TextKind::Mono, ink);
    let mut placeholder = paint::format(ui, TextKind::Mono, t.accent);
    placeholder.background = t.accent_background;
    let mut found = paint::format(ui, TextKind::Mono, t.text);
    found.background = t.warn_background;
    found.underline = Stroke::new(2.0, t.warn);
    let time = paint::format(ui, TextKind::Mono, t.muted);
    let mut job = LayoutJob::default();
    let (start, behind) = text.split_at_checked(line.time_end).unwrap_or(("", text));
    if line.found.is_empty() && !start.is_empty() {
        job.append(start, 0.0, time);
        let shift = start.len();
        let hidden: Vec<Range<usize>> =
            line.hidden.iter().filter(|at| at.start >= shift).map(|at| at.start - shift..at.end - shift).collect();
        paint::append_marked(&mut job, behind, &plain, &placeholder, &hidden);
    } else if line.found.is_empty() {
        paint::append_marked(&mut job, text, &plain, &placeholder, line.hidden);
    } else {
        paint::append_marked(&mut job, text, &plain, &found, line.found);
    }
    let pad = 3.0 * s.space;
    job.wrap.max_width = (rect.width() - gutter - pad).max(1.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let y = rect.center().y - galley.size().y / 2.0;
    painter.galley(pos2(rect.left() + gutter, y), galley, ink);
    let number = paint::lay_aligned(ui, &[(line.number, TextKind::Mono, t.muted)], f32::INFINITY, Align::LEFT);
    let x = rect.left() + gutter - 2.0 * s.space - number.size().x;
    painter.galley(pos2(x, rect.center().y - number.size().y / 2.0), number, t.muted);
    // Which lines are sent is said by a line beside them, too.
    if !line.is_left_out {
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 2.0, rect.bottom()));
        painter.rect_filled(bar, 0.0, t.accent);
    }
}
