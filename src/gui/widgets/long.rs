//! Long lists: what is far out of sight keeps its place without being drawn.

use eframe::egui::{Id, Rect, Ui, vec2};

/// So far out of sight rows are drawn all the same, so that Tab goes on to them.
const MARGIN: f32 = 800.0;

/// The rows of one list, each as high as it was when it was drawn last.
#[derive(Clone)]
pub struct Long {
    id: Id,
    width: f32,
    heights: Vec<f32>,
    /// The row that has the keyboard, and what in it has it.
    focus: Option<(usize, Id)>,
}

impl Long {
    /// The list of this name, as it was drawn last.
    #[must_use]
    pub fn load(ui: &Ui, name: &str) -> Self {
        let (id, width) = (Id::unique(("long", name)), ui.available_width());
        let kept: Option<Self> = ui.data(|data| data.get_temp(id));
        let new = Self { id, width, heights: Vec::new(), focus: None };
        // Another width breaks lines elsewhere: all heights are found anew.
        kept.filter(|kept| (kept.width - width).abs() < 0.5).unwrap_or(new)
    }

    /// Draws a row, or keeps its place where it is far out of sight, has not the keyboard and is not `asked` for.
    /// A row that was never drawn is taken to be as high as the one before it.
    pub fn row<R>(
        &mut self,
        ui: &mut Ui,
        index: usize,
        asked: bool,
        draw: impl FnOnce(&mut Ui) -> R,
    ) -> (Rect, Option<R>) {
        let known = self.heights.get(index).or_else(|| self.heights.last()).copied();
        let has_focus = self.focus.is_some_and(|(row, id)| row == index && ui.memory(|memory| memory.has_focus(id)));
        let far = |height: f32| {
            let (top, seen) = (ui.cursor().top(), ui.clip_rect());
            top + height < seen.top() - MARGIN || top > seen.bottom() + MARGIN
        };
        if let Some(height) = known.filter(|height| far(*height) && !has_focus && !asked) {
            self.keep(index, height);
            return (ui.allocate_space(vec2(ui.available_width(), height)).1, None);
        }
        // In a scope a drawn row takes as many identities as one that is not.
        let drawn = ui.scope(draw);
        let rect = drawn.response.rect;
        self.keep(index, rect.height());
        let focused = ui.memory(eframe::egui::Memory::focused);
        if let Some(id) = focused
            && ui.ctx().read_response(id).is_some_and(|response| rect.contains(response.rect.center()))
        {
            self.focus = Some((index, id));
        }
        (rect, Some(drawn.inner))
    }

    fn keep(&mut self, index: usize, height: f32) {
        match self.heights.get_mut(index) {
            Some(known) => *known = height,
            None => self.heights.push(height),
        }
    }

    /// Keeps the heights for the next frame.
    pub fn store(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(self.id, self));
    }
}
