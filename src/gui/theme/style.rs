//! egui's own style, from the tokens: what widgets that are not ours (menus, tooltips, scroll bars) look like.

use eframe::egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, ThemePreference, Vec2,
    Visuals,
};

use super::{Sizes, Tokens, sizes, tokens_of};
use crate::gui::fonts;

/// The kinds of text there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// What people read and write.
    Body,
    /// Body, semibold: titles of cards, the words that matter in a sentence.
    Strong,
    /// A page's question.
    Heading,
    /// The readiness headline.
    Title,
    /// Over a field; over a part of the text as its reader gets it.
    Label,
    /// The text as its reader gets it.
    Paper,
    /// Beside and under things.
    Hint,
    /// Group titles in side panels.
    HintStrong,
    /// Logs, errors, placeholders.
    Mono,
    /// On a button.
    Button,
    /// On a button inside a card, a banner or a heading's row.
    ButtonSmall,
}

impl TextKind {
    /// Its font and size.
    #[must_use]
    pub fn font(self) -> FontId {
        let s = sizes();
        let (size, family) = match self {
            Self::Body => (s.body, FontFamily::Proportional),
            Self::Strong => (s.body, fonts::semibold()),
            Self::Heading => (s.heading, fonts::semibold()),
            Self::Title => (s.title, fonts::semibold()),
            Self::Label => (s.label, fonts::semibold()),
            Self::Paper => (s.label, FontFamily::Proportional),
            Self::Hint => (s.hint, FontFamily::Proportional),
            Self::HintStrong => (s.hint, fonts::semibold()),
            Self::Mono => (s.mono, FontFamily::Monospace),
            Self::Button => (s.body, fonts::medium()),
            Self::ButtonSmall => (s.label, fonts::medium()),
        };
        FontId::new(size, family)
    }
}

/// Sets both themes up, and which one is shown: the system's, or the one that the user chose. Call it once with
/// [`fonts::install`]; to change the theme later, `ctx.set_theme` is enough.
pub fn apply(ctx: &Context, mode: ThemePreference) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| restyle(style, theme));
    }
    // Where the system does not say, most people have it light.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_theme(mode);
}

/// Everything this many times as large.
pub fn scale(ctx: &Context, factor: f32) {
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    ctx.set_zoom_factor(factor);
}

/// Things stand still that would move: nothing fades or slides, and the cursor does not blink.
pub fn still(ctx: &Context, still: bool) {
    ctx.all_styles_mut(|style| {
        let usual = Style::default();
        style.animation_time = if still { 0.0 } else { usual.animation_time };
        style.scroll_animation =
            if still { eframe::egui::style::ScrollAnimation::none() } else { usual.scroll_animation };
        style.visuals.text_cursor.blink = !still;
    });
}

fn restyle(style: &mut Style, theme: Theme) {
    let s = sizes();
    style.text_styles = [
        (TextStyle::Body, TextKind::Body),
        (TextStyle::Heading, TextKind::Heading),
        (TextStyle::Button, TextKind::Button),
        (TextStyle::Small, TextKind::Hint),
        (TextStyle::Monospace, TextKind::Mono),
    ]
    .map(|(name, kind)| (name, kind.font()))
    .into();

    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(2.5 * s.space, 2.0 * s.space);
    spacing.button_padding = Vec2::new(2.5 * s.space, 1.5 * s.space);
    spacing.interact_size = Vec2::new(s.button, s.button_small);
    spacing.extra_text_line_spacing = s.line_gap;
    spacing.icon_spacing = 2.0 * s.space;
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.tooltip_width = s.right;
    spacing.combo_height = 10.0 * s.button;
    spacing.scroll = ScrollStyle {
        bar_width: 2.0 * s.space,
        active_handle_opacity: 0.25,
        interact_handle_opacity: 0.45,
        ..ScrollStyle::floating()
    };
    style.interaction.tooltip_delay = 0.4;
    style.url_in_tooltip = true;
    style.visuals = visuals(theme, tokens_of(theme), s);
}

fn visuals(theme: Theme, t: &Tokens, s: &Sizes) -> Visuals {
    let radius = CornerRadius::same(s.radius as u8);
    let widget = |fill, outline| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(s.line, outline),
        corner_radius: radius,
        fg_stroke: Stroke::new(s.line, t.text),
        expansion: 0.0,
    };
    let mut base = match theme {
        Theme::Dark => Visuals::dark(),
        Theme::Light => Visuals::light(),
    };
    base.widgets = Widgets {
        noninteractive: widget(t.panel, t.line),
        inactive: widget(t.panel, t.line),
        hovered: widget(t.selected, t.line),
        active: widget(t.selected, t.accent),
        open: widget(t.selected, t.line),
    };
    base.selection = Selection { bg_fill: t.accent_background, stroke: Stroke::new(s.line, t.accent) };
    base.text_cursor.stroke = Stroke::new(1.5, t.accent);
    base.disabled_alpha = 1.0;
    base.weak_text_color = Some(t.muted);
    base.hyperlink_color = t.accent;
    base.faint_bg_color = t.sunken;
    base.extreme_bg_color = t.panel;
    base.text_edit_bg_color = Some(t.panel);
    base.code_bg_color = t.sunken;
    base.warn_fg_color = t.warn;
    base.error_fg_color = t.bad;
    base.panel_fill = t.background;
    base.window_fill = t.panel;
    base.window_stroke = Stroke::new(s.line, t.line);
    base.window_corner_radius = CornerRadius::same(s.card_radius as u8);
    base.menu_corner_radius = CornerRadius::same(s.card_radius as u8);
    base.window_shadow = Shadow { offset: [0, 8], blur: 24, spread: 0, color: t.shadow };
    base.popup_shadow = Shadow { offset: [0, 4], blur: 12, spread: 0, color: t.shadow };
    base
}
