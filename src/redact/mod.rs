//! One engine that hides private data in typed text, facts, logs, file names and pictures.
//!
//! Two passes: the first reads everything and builds the table of values, the second replaces each value wherever it stands,
//! by a placeholder such as `<user-1>`: the same value always the same one, different values different ones. What is
//! private is said by data: `assets/redaction/*.toml`, the computer's own names, and the user's words.
//!
//! The contact (`draft.contact`) is meant for the reader: it stays in the contact section and nowhere else.
//!
//! Never here: a network, a bundle, a value in an error or a log, or another way to make a [`Redacted`] than [`redact`].

mod about;
mod archive;
#[cfg(test)]
mod archive_tests;
mod boundary;
mod draft;
mod edit;
mod element;
mod engine;
mod error;
mod file;
mod first;
mod fixed;
mod gate;
mod generic;
mod identity;
#[cfg(test)]
mod incident_tests;
pub mod ink;
mod json;
mod key;
mod keyed;
mod keyvalue;
mod leak;
mod literals;
mod map;
mod memory;
mod nameable;
mod number;
mod original;
mod own;
mod picture;
mod pieces;
mod placeholder;
mod places;
mod png;
mod policy;
mod prose;
mod reader;
mod redacted;
mod rule;
mod said;
mod scan;
mod secretlike;
mod sizes;
mod small;
mod span;
mod spelling;
mod stream;
mod table;
mod term;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod told_tests;
mod validate;
mod value;
#[cfg(test)]
mod visible_tests;
mod walk;

use std::io::Read;

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;

#[cfg(test)]
pub(crate) use engine::blind;
pub use engine::{Engine, Finding};
pub use error::Error;
pub use file::RedactedFile;
pub use leak::{Leak, LeakScanner};
pub use places::{Place, Places, Shown, Where};
pub use policy::{Counts, Policy};
pub use redacted::{Redacted, redact};
pub use sizes::{Size, sizes};
pub use small::small;

/// A text of the encoding with this WHATWG label, as UTF-8. What is UTF-8 already, or of no known encoding, is not touched.
#[must_use]
pub fn decoded<'a>(bytes: impl Read + Send + 'a, encoding: &str) -> Box<dyn Read + Send + 'a> {
    match Encoding::for_label(encoding.as_bytes()) {
        Some(encoding) if encoding != UTF_8 => {
            Box::new(DecodeReaderBytesBuilder::new().encoding(Some(encoding)).strip_bom(true).build(bytes))
        }
        _ => Box::new(bytes),
    }
}

/// One text without its private values, and how many of each class there were.
#[must_use]
pub fn redact_text(text: &str, policy: &Policy) -> (String, Counts) {
    let mut engine = Engine::new(policy);
    engine.learn(text);
    (engine.redact_text(text), engine.hidden())
}
