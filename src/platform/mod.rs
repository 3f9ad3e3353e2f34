//! What differs between systems or comes from outside the program: folders, the clock, the locale, atomic file replacement, temporary
//! files, unpacking, one window at a time, reports of crashes.
//!
//! Never here: knowledge of incidents. Together with `collect` the only room with `cfg(target_os)`.

mod crash;
mod folders;
mod instance;
pub mod packed;
mod replace;
mod temporary;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::Lang;

pub use crash::report_crashes;
pub use folders::Folders;
pub use instance::{Claim, Door, Inbox, Instance, LastEnd, claim};
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

/// Whether `error` says that another program holds the file.
#[must_use]
pub fn is_in_use(error: &std::io::Error) -> bool {
    /// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`.
    const HELD: [i32; 2] = [32, 33];
    let busy = matches!(error.kind(), std::io::ErrorKind::ResourceBusy | std::io::ErrorKind::ExecutableFileBusy);
    busy || cfg!(windows) && error.raw_os_error().is_some_and(|code| HELD.contains(&code))
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
