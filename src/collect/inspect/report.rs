//! What crash reports and system reports say, in the shapes of `inspect --json`; absent is null.

use serde::Serialize;

use crate::model::{CrashTime, Display, Gpu, Symbolication};

/// A report of a crash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CrashReport {
    /// The program that crashed.
    pub app: Option<String>,
    /// Its version, as the report writes it.
    pub version: Option<String>,
    /// The operating system with version and build.
    pub os: Option<String>,
    /// The exception, `EXC_BAD_ACCESS (SIGSEGV)`.
    pub exception: Option<String>,
    /// When it happened, as the report tells it.
    #[serde(skip)]
    pub happened: Option<CrashTime>,
    /// Number of the thread that crashed.
    pub faulting_thread: Option<u64>,
    /// Whether the app's own frames have names; over all frames if it has none.
    pub symbolication: Symbolication,
    /// Frames of the app's own images.
    pub app_frames: usize,
    /// How many of them have a name.
    pub app_frames_symbolicated: usize,
    /// The first frames of the last exception, or else of the thread that crashed, as lines; empty where a format gives none.
    #[serde(skip)]
    pub trace: Vec<String>,
}

/// Another tool's report about the computer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SystemReport {
    /// When the report was made, `2031-02-03T04:05:06`, where it tells without doubt.
    pub taken: Option<String>,
    /// Maker and model of the computer.
    pub computer: Option<String>,
    /// The operating system, as the report writes it.
    pub os: Option<String>,
    /// The processor.
    pub cpu: Option<String>,
    /// Every adapter, virtual ones too, each once.
    pub gpus: Vec<Gpu>,
    /// Installed memory in bytes.
    pub memory_bytes: Option<u64>,
    /// `DirectX 12`.
    pub directx: Option<String>,
    /// One for each monitor.
    pub displays: Vec<Display>,
}
