//! What this computer tells: its facts, its screens, and the files that show the problem.
//!
//! Never here: a change to a file that was only read, a wait without a limit, a serial number, wording. A probe that fails
//! is a note, a bad file is a problem in its own answer: neither stops the rest.

pub mod capture;
mod copy;
mod error;
mod evidence;
mod facts;
mod frame;
mod heic;
mod inspect;
mod lines;
pub mod log;
mod part;
pub mod places;
mod probe;
pub mod project;
mod steam;
mod terms;
mod unread;

pub use capture::{Aim, Capture, CaptureSupport, Window, screens};
pub use copy::{copy_in, stays};
pub use error::Error;
pub use evidence::evidence;
pub use facts::{Probes, facts, probe_gpu};
pub use frame::first_frame;
pub use heic::converted;
pub use inspect::{CrashReport, Details, Inspection, LogSummary, PictureSize, Stamp, SystemReport, encoding, inspect};
pub use steam::{Installed, Library};
pub use terms::known_terms;
