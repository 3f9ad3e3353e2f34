//! The window, worked by accessible names as a person would, without a display.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, clippy::panic, reason = "what is missing fails the test")]
#![allow(clippy::disallowed_methods, reason = "a test writes its own files")]

#[path = "../support/mod.rs"]
mod support;

mod access;
mod cut;
mod desk;
mod destinations;
mod editing;
mod find_logs;
mod flows;
mod forms;
mod logs;
mod one_issue;
mod pages;
mod person;
mod pictures;
mod project;
mod review;
mod shell;
mod stories;
mod system;
mod too_much;
