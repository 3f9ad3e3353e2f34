//! One engine that hides private data in typed text, facts, logs, file names and pictures.
//!
//! Two passes: the first reads everything and builds the table of values, the second replaces each value wherever it stands,
//! by a placeholder such as `<user-1>`: the same value always the same one, different values different ones. What is
//! private is said by data: `assets/redaction/*.toml`, the computer's own names, and the user's words.
//!
//! The contact (`draft.contact`) is meant for the reader: it stays in the contact section and nowhere else.
//!
//! Never here: a network, a bundle, a value in an error or a log, or another way to make a [`Redacted`] than [`redact`].

mod boundary;
mod engine;
mod error;
mod file;
mod gate;
mod generic;
#[cfg(test)]
mod incident_tests;
mod keyvalue;
mod leak;
mod literals;
mod picture;
mod policy;
mod reader;
mod redacted;
mod rule;
mod scan;
mod span;
mod spelling;
mod stream;
mod term;
#[cfg(test)]
mod tests;
mod validate;
mod value;
mod walk;

pub use engine::{Engine, Finding};
pub use error::Error;
pub use file::RedactedFile;
pub use leak::{Leak, LeakScanner};
pub use policy::{Counts, Policy};
pub use redacted::{Redacted, redact};

/// One text without its private values, and how many of each class there were.
#[must_use]
pub fn redact_text(text: &str, policy: &Policy) -> (String, Counts) {
    let mut engine = Engine::new(policy);
    engine.learn(text);
    (engine.redact_text(text), engine.hidden())
}
