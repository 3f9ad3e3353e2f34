//! What a crash report says, for people.

/// The facts of a crash report, and the frames that tell where it crashed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrashTold {
    /// The program that crashed.
    pub app: Option<String>,
    /// Its version, as the report writes it.
    pub version: Option<String>,
    /// The operating system with version and build.
    pub os: Option<String>,
    /// The exception, `EXC_BAD_ACCESS (SIGSEGV)`.
    pub exception: Option<String>,
    /// Number of the thread that crashed.
    pub thread: Option<u64>,
    /// The first frames of the last exception, or else of the thread that crashed, a line each; empty where they were not read.
    pub trace: Vec<String>,
}

impl CrashTold {
    /// More frames than this say nothing new.
    pub const FRAMES: usize = 30;
}
