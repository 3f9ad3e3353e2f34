//! The building blocks of every page. Pages use these alone and never set a colour or a size themselves.
//!
//! What every one of them keeps: it can be reached and worked with the keyboard, focus is visible, whatever can be
//! acted on has an accessible name, and meaning is never said by colour alone.

mod banner;
mod button;
mod canvas;
mod card;
mod checklist;
mod chip;
mod choice;
mod dialog;
mod empty;
mod field;
mod fold;
mod histogram;
mod list;
mod log;
mod logo;
mod long;
mod menu;
mod nav;
mod paint;
mod progress;
mod status;
mod step;
mod swatch;
mod text;
mod thumbnail;
mod tiles;
mod toast;

pub use banner::banner;
pub use button::{
    answer_button, bar_button, icon_button, link, primary_button, primary_button_wide, secondary_button, small_button,
    tool_button, tool_button_when,
};
pub use canvas::{Canvas, Room, canvas};
pub use card::{
    before, button_line, card, columns, columns_of, gap, gap_at_start, line, panel_frame, tool_row, tool_row_end,
    with_end, with_foot,
};
pub use checklist::{Aside, Check, check_fixes, check_row, check_row_with, group_title};
pub use chip::{badge, chip};
pub use choice::{checkbox, choice, radio};
pub use dialog::{Dialog, dialog, whole_window};
pub use empty::empty_state;
pub use field::{Field, Name, is_aside, search_field, search_field_within, text_area, text_field};
pub use fold::fold;
pub use histogram::{Bar, Stretching, histogram};
pub use list::{Cell, Row, Rows, list, long_list};
pub use log::{LogLine, LogShown, LogView, log_line_height, reveal};
pub use logo::logo;
pub use long::Long;
pub use menu::{bar_menu, menu_button, menu_item, small_menu, switcher};
pub use nav::{Trailing, nav_foot, nav_row};
pub use progress::{job_row, progress_bar};
pub use status::Status;
pub use step::{Step, StepParts};
pub use swatch::{swatch, width_button};
pub use text::{
    body, entry, fact, field_label, field_label_with, hint, hint_where_it_fits, mono, muted, page_heading,
    page_heading_with, pair, paper_heading, paper_hint, paper_part, points, readable, readable_hint, section, strong,
    title,
};
pub use thumbnail::{still, thumbnail};
pub use tiles::{Tile, tiles};
pub use toast::Toasts;
