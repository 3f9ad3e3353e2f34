//! What crash reports and system reports say, in the shapes of `inspect --json`; absent is null.

use serde::Serialize;

use super::timestamp::Stamp;
use crate::model::{Display, Gpu, Symbolication};

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
    /// When it happened, as the report writes it.
    #[serde(skip)]
    pub happened: Option<String>,
    /// Number of the thread that crashed.
    pub faulting_thread: Option<u64>,
    /// Whether the app's own frames have names; over all frames if it has none.
    pub symbolication: Symbolication,
    /// Frames of the app's own images.
    pub app_frames: usize,
    /// How many of them have a name.
    pub app_frames_symbolicated: usize,
}

/// Lines of a report that are looked at for when its crash happened.
const LINES: usize = 400;

/// Before the time of a crash, in the reports that name it.
const KEYS: [&str; 7] = ["Date/Time:", "\"captureTime\"", "Timestamp:", "Crash Time:", "Time:", "Date:", "TimeOfCrash"];

/// When a crash happened, as its report writes it.
pub fn happened(text: &str) -> Option<String> {
    let lines = || text.lines().take(LINES).map(str::trim_start);
    KEYS.iter().find_map(|key| {
        let value = lines().find_map(|line| line.strip_prefix(key))?;
        let stamp = Stamp::parse(value, false)?;
        stamp.has_day().then(|| stamp.to_string().replace('T', " "))
    })
}

/// Another tool's report about the computer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SystemReport {
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
