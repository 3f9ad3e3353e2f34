//! The window. Pages are functions of the state; they edit the draft in place and emit actions for everything else.
//!
//! Never here: anything that the command line needs too. Never while drawing: the disk, other programs, or a wait.

pub mod action;
mod answers;
pub mod app;
mod capture;
mod clockwork;
pub mod dialogs;
mod export;
mod find;
pub mod fonts;
mod history;
pub mod icons;
mod keeping;
pub mod logs;
pub mod pages;
mod perform;
mod run;
mod shell;
mod split;
pub mod state;
pub mod theme;
pub mod turn;
pub mod widgets;
pub mod work;

pub use app::App;
pub use run::{NoWindow, run};
