//! Surfaces and distances.

use eframe::egui::{
    Align, Frame, InnerResponse, Layout, Margin, Rect, Sense, Shadow, Stroke, TextWrapMode, Ui, UiBuilder, pos2, vec2,
};

use crate::gui::theme::{sizes, tokens};

/// A surface for things that belong together.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    surface(ui).inner_margin(Margin::same(14)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        content(ui)
    })
}

pub(super) fn surface(ui: &Ui) -> Frame {
    let (t, s) = (tokens(ui), sizes());
    Frame::new().fill(t.panel).stroke(Stroke::new(s.line, t.line)).corner_radius(s.card_radius).shadow(Shadow {
        offset: [0, 1],
        blur: 2,
        spread: 0,
        color: t.shadow,
    })
}

/// The frame of a bar or side panel; `raised` ones (top bar, readiness) are lighter than what lies between them.
pub fn panel_frame(ui: &Ui, raised: bool) -> Frame {
    let t = tokens(ui);
    Frame::new().fill(if raised { t.panel } else { t.background })
}

/// Room of `steps` times four points, besides what lies between widgets anyway.
pub fn gap(ui: &mut Ui, steps: u8) {
    ui.add_space(f32::from(steps) * sizes().space);
}

/// Room above the heading of a page that stands alone.
pub fn gap_at_start(ui: &mut Ui) {
    ui.add_space(10.5 * sizes().space);
}

/// Things in one line, on one height; what does not fit goes on in the next.
pub fn line<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), 5.0 * sizes().space);
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    ui.allocate_ui_with_layout(size, layout, content).inner
}

/// A small button and what is said about it, on one height.
pub fn button_line<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), sizes().button_small);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), content).inner
}

/// What stands at the right end of a row of tools, or of the next line where there is little room.
pub fn tool_row_end<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    if ui.available_size_before_wrap().x < sizes().left / 2.0 {
        ui.end_row();
    }
    ui.with_layout(Layout::right_to_left(Align::Center), content).inner
}

/// Tools side by side, close together.
pub fn tool_row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 1.5 * sizes().space;
        ui.horizontal_wrapped(content).inner
    })
    .inner
}

/// What leaves `aside` points free at the end of its line; words that are too long end in "…".
pub fn before<R>(ui: &mut Ui, aside: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.set_max_width((ui.available_width() - aside).max(0.0));
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        content(ui)
    })
    .inner
}

/// `main`, and `end` at the right edge of the same line. Both are drawn from left to right, so that Tab goes as one reads.
pub fn with_end<S: ?Sized>(
    ui: &mut Ui,
    height: f32,
    state: &mut S,
    main: impl FnOnce(&mut S, &mut Ui),
    end: impl FnOnce(&mut S, &mut Ui),
) {
    // The width of the end is known one frame later; that frame is drawn at once and not shown.
    let id = ui.next_auto_id().with("end");
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let mut place = ui.available_rect_before_wrap();
    place.max.y = place.top() + height;
    let split = place.right() - known.unwrap_or(0.0);
    let left =
        Rect::from_min_max(place.min, pos2((split - ui.spacing().item_spacing.x).max(place.left()), place.bottom()));
    let right = Rect::from_min_max(pos2(if known.is_some() { split } else { place.left() }, place.top()), place.max);
    let layout = Layout::left_to_right(Align::Center);
    let mut side = ui.new_child(UiBuilder::new().max_rect(left).layout(layout).id_salt((id, "main")));
    main(state, &mut side);
    let mut side = ui.new_child(UiBuilder::new().max_rect(right).layout(layout).id_salt((id, "end")));
    end(state, &mut side);
    let used = side.min_rect().width();
    if known.is_none_or(|known| (known - used).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx().request_discard("what stands at the end of a line");
    }
    ui.allocate_rect(place, Sense::hover());
}

/// `content` over `foot`, which stands at the bottom of what room there is; read in this order.
pub fn with_foot<S: ?Sized>(
    ui: &mut Ui,
    state: &mut S,
    content: impl FnOnce(&mut S, &mut Ui),
    foot: impl FnOnce(&mut S, &mut Ui),
) {
    let id = ui.scope_id().with("foot");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let place = ui.available_rect_before_wrap();
    let split = place.bottom() - known;
    let layout = Layout::top_down(Align::Min);
    let above = Rect::from_min_max(place.min, pos2(place.right(), split - ui.spacing().item_spacing.y));
    content(state, &mut ui.new_child(UiBuilder::new().max_rect(above).layout(layout).id_salt("content")));
    let below = Rect::from_min_max(pos2(place.left(), split), place.max);
    let mut under = ui.new_child(UiBuilder::new().max_rect(below).layout(layout).id_salt("foot"));
    foot(state, &mut under);
    let used = under.min_rect().height();
    if (known - used).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx().request_discard("the foot of a panel");
    }
}

/// Columns of the same width.
pub fn columns<R>(ui: &mut Ui, count: usize, content: impl FnOnce(&mut [Ui]) -> R) -> R {
    columns_of(ui, &vec![1.0 / count.max(1) as f32; count], content)
}

/// Columns, each with its share of the width.
pub fn columns_of<R>(ui: &mut Ui, shares: &[f32], content: impl FnOnce(&mut [Ui]) -> R) -> R {
    let between = 3.5 * sizes().space;
    let place = ui.available_rect_before_wrap();
    let room = place.width() - between * shares.len().saturating_sub(1) as f32;
    let mut left = place.left();
    let mut columns: Vec<Ui> = shares
        .iter()
        .enumerate()
        .map(|(at, share)| {
            let width = room * share;
            let rect = Rect::from_min_max(pos2(left, place.top()), pos2(left + width, place.bottom()));
            left += width + between;
            ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)).id_salt(("column", at)))
        })
        .collect();
    let inner = content(&mut columns);
    let height = columns.iter().map(|column| column.min_rect().height()).fold(0.0, f32::max);
    ui.allocate_rect(Rect::from_min_size(place.min, vec2(place.width(), height)), Sense::hover());
    inner
}
