//! Casefile composes a technical support incident and turns it into one bundle that the support team can act on.
//!
//! Data goes one way: a draft and what was collected become an [`model::Incident`]; the checklist makes a
//! [`model::Report`] of it, redaction a [`redact::Redacted`]; both together make a bundle. `docs/architecture.md` is the map.

pub mod bundle;
pub mod check;
pub mod cli;
pub mod collect;
pub mod compose;
pub mod deliver;
#[cfg(feature = "gui")]
pub mod gui;
pub mod job;
pub mod model;
pub mod pipeline;
pub mod platform;
pub mod redact;
pub mod store;
pub mod text;
