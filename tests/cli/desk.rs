//! A folder to work in, and the program that runs there.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// An incident that is ready for `any-support-email`; tests add to it.
pub const READY: &str = r#"
destination = "any-support-email"
title = "Sound is gone after the update"
description = "The sound is gone since the update of 18 November. The picture still moves."
steps = ["Start the program", "Press play"]
expected = "Sound"
actual = "No sound"
started = "18 Nov 2026"
frequency = "every-time"
"#;

/// A folder to work in, with a home of its own.
pub struct Desk(pub TempDir);

/// What a run said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub fn run(&self, words: &[&str]) -> Said {
        self.run_with(words, b"")
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_casefile"));
        command
            .args(words)
            .current_dir(self.0.path())
            .env("CASEFILE_HOME", self.path("home"))
            .env("HOME", "")
            .env("LC_ALL", "C")
            .env_remove("LANG")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET");
        command
    }

    pub fn run_with(&self, words: &[&str], input: &[u8]) -> Said {
        let mut child =
            self.command(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).ok();
        let done = child.wait_with_output().unwrap();
        let said = Said {
            code: done.status.code().unwrap(),
            out: String::from_utf8_lossy(&done.stdout).into_owned(),
            err: String::from_utf8(done.stderr).unwrap(),
        };
        assert!(!said.err.contains("panicked"), "{words:?}: {}", said.err);
        said
    }

    /// Everything in the folder but the home, sorted.
    pub fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name != "home")
            .collect();
        names.sort();
        names
    }
}

impl Said {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// It ended with `code` and said `words` on standard error, in sentences without a system's innards.
    #[track_caller]
    pub fn failed(&self, code: i32, words: &str) {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        assert!(self.err.contains(words), "{words:?} is not in {:?}", self.err);
        assert!(!self.err.contains('{') || self.err.contains("error:"), "{}", self.err);
    }

    #[track_caller]
    pub fn done(&self) -> &Self {
        assert_eq!(self.code, 0, "{}\n{}", self.out, self.err);
        self
    }
}
