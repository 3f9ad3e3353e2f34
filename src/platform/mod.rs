//! What differs between systems or comes from outside the program: folders, the clock, the locale, atomic file replacement, temporary files,
//! unpacking.
//!
//! Never here: knowledge of incidents. Together with `collect` the only room with `cfg(target_os)`.

mod folders;
pub mod packed;
mod replace;
mod temporary;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::Lang;

pub use folders::Folders;
pub use replace::{Error, Whole, replace, replace_private};
pub use temporary::{outgoing, temporary};

/// Everything that comes from outside, gathered once in `main` so that every output can be reproduced.
#[derive(Clone, Debug)]
pub struct World {
    /// Where drafts, settings and profiles are kept.
    pub folders: Folders,
    /// The language of the interface.
    pub lang: Lang,
    /// Whether it was named on the command line, and so counts more than the settings.
    pub lang_is_named: bool,
    /// The clock.
    pub now: fn() -> Timestamp,
    /// The time zone.
    pub zone: TimeZone,
}

impl World {
    /// This computer: its folders, its locale, its clock.
    #[must_use]
    pub fn of_this_computer() -> Self {
        Self {
            folders: Folders::of_this_user(),
            lang: system_lang(),
            lang_is_named: false,
            now: clock,
            zone: TimeZone::system(),
        }
    }
}

/// The language of the system's locale.
#[must_use]
pub fn system_lang() -> Lang {
    Lang::from_locale(&sys_locale::get_locale().unwrap_or_default())
}

#[expect(clippy::disallowed_methods, reason = "this is the door to the clock")]
fn clock() -> Timestamp {
    Timestamp::now()
}
