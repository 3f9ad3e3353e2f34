//! What the targets share.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use casefile::model::KnownTerms;
use casefile::redact::Policy;

/// What the computer knows in the runs that are not cold.
pub fn known() -> Policy {
    let known = KnownTerms {
        users: vec!["gretek".into(), "gk".into()],
        full_names: vec!["Грета Канарейкина".into()],
        homes: vec!["/home/gretek".into()],
        hosts: vec!["grete-pc7.lan".into()],
        ssids: vec!["Grete Heimnetz".into()],
    };
    Policy { known, hide: vec!["Projekt Kranich".into()], ..Policy::default() }
}

/// A file with these bytes, in memory where that can be had, always the same one in a process.
pub fn scratch(name: &str, bytes: &[u8]) -> PathBuf {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let folder = folder.join(format!("casefile-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("written");
    path
}

/// A reader that gives its bytes in pieces of changing size.
pub struct Pieces<'a> {
    bytes: &'a [u8],
    next: usize,
}

impl<'a> Pieces<'a> {
    pub fn new(bytes: &'a [u8], seed: usize) -> Self {
        Self { bytes, next: seed }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        self.next = self.next.wrapping_mul(31).wrapping_add(7) % 127;
        let length = (self.next + 1).min(target.len()).min(self.bytes.len());
        let (now, rest) = self.bytes.split_at(length);
        target[..length].copy_from_slice(now);
        self.bytes = rest;
        Ok(length)
    }
}
