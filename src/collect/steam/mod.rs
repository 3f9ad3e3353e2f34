//! What Steam has installed: its libraries on every disk, each game's build and state, its Proton prefix and its engine.

mod engine;
mod library;
mod vdf;

#[cfg(test)]
pub mod tests;

pub use engine::{Engine, engine};
pub use library::{Installed, Library, library};
