//! What is kept: built-in and user profiles, settings, drafts with their evidence, and what became of sent incidents.
//!
//! Never here: anything that leaves the computer. Every file is replaced whole; a broken one costs only itself.

mod drafts;
mod error;
mod form;
mod incident_file;
pub mod issue_form;
mod private_maps;
mod profiles;
mod settings;
mod status;

pub use drafts::{Drafts, Entry, Id, sent_since};
pub use error::{Error, Place};
pub use form::nearest;
pub use incident_file::{UnknownKey, parse, read, template, write};
pub use private_maps::{
    KeptMap, forget_private_maps, map_file, map_file_of, private_map, private_map_of_bundle, private_maps,
    save_private_map,
};
pub use profiles::{Profiles, ProfilesMark};
pub use settings::{Settings, ThemeChoice};
pub use status::{Sent, Status};
