//! Facts about the computer, in the shapes of `specs --json`.

use serde::{Deserialize, Serialize};

use super::{Change, Game, Named, Power};

/// A kind of fact that a support team may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKey {
    /// Operating system with build.
    Os,
    /// Processor model, cores, threads.
    Cpu,
    /// Graphics adapters with driver and memory.
    Gpu,
    /// Installed and available memory.
    Memory,
    /// Monitors: resolution, scale, refresh rate.
    Displays,
    /// Volumes: size, free space, kind.
    Disks,
    /// Maker and model of the computer or its board, firmware version.
    Board,
    /// Time since the system started.
    Uptime,
    /// Language and region of the system.
    Locale,
    /// The game it is about, as its store has it installed.
    Game,
    /// Interfaces to the graphics with their versions.
    Api,
    /// Devices that play sound.
    Audio,
    /// Drivers and parts of the system that were changed lately.
    Changes,
    /// Power plan, battery.
    Power,
    /// Overlays and capture tools that run.
    Overlays,
    /// Tools of developers with their versions.
    Tools,
}

impl FactKey {
    /// Every kind, in the order used where a destination names none.
    pub const ALL: [Self; 16] = [
        Self::Os,
        Self::Cpu,
        Self::Gpu,
        Self::Memory,
        Self::Displays,
        Self::Disks,
        Self::Board,
        Self::Uptime,
        Self::Locale,
        Self::Game,
        Self::Api,
        Self::Audio,
        Self::Changes,
        Self::Power,
        Self::Overlays,
        Self::Tools,
    ];

    /// The name used in profiles and message ids.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Os => "os",
            Self::Cpu => "cpu",
            Self::Gpu => "gpu",
            Self::Memory => "memory",
            Self::Displays => "displays",
            Self::Disks => "disks",
            Self::Board => "board",
            Self::Uptime => "uptime",
            Self::Locale => "locale",
            Self::Game => "game",
            Self::Api => "api",
            Self::Audio => "audio",
            Self::Changes => "changes",
            Self::Power => "power",
            Self::Overlays => "overlays",
            Self::Tools => "tools",
        }
    }
}

/// Operating system.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Os {
    /// Name with edition and version, `Windows 11 Pro 24H2`.
    pub name: String,
    /// Build or kernel, `26100.2454`.
    pub build: String,
    /// Processor architecture, `x86_64`.
    pub arch: String,
    /// Desktop session where the system has several, `wayland`, `x11`, else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub session: String,
}

/// Processor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cpu {
    /// Model name as the processor tells it.
    pub model: String,
    /// Physical cores.
    pub cores: Option<usize>,
    /// Logical processors.
    pub threads: usize,
    /// Nominal frequency in MHz, where told.
    pub mhz: Option<u64>,
}

/// Graphics adapter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gpu {
    /// Model name.
    pub name: String,
    /// Driver with its version, `NVIDIA 572.83`.
    pub driver: Option<String>,
    /// Dedicated memory in bytes.
    pub vram_bytes: Option<u64>,
    /// Date of the driver, `2025-03-14`, where told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub driver_date: Option<String>,
    /// Whether it is the one in use, where there are several and the system tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// Main memory in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Memory {
    /// Installed.
    pub total_bytes: u64,
    /// Not in use.
    pub available_bytes: u64,
    /// Transfers in a second, in millions, where told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speed_mts: Option<u32>,
}

/// Monitor.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Display {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Refresh rate in Hz, where told.
    pub refresh_hz: Option<f32>,
    /// Scale factor, 1.0 is 100 %, where told.
    pub scale: Option<f32>,
    /// Whether it is the main one.
    pub primary: bool,
    /// Whether it shows a high dynamic range now, where told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hdr: Option<bool>,
}

/// What a volume is stored on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DiskKind {
    /// Solid state.
    Ssd,
    /// Rotating.
    Hdd,
}

/// Volume.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Disk {
    /// Mount point or drive letter.
    pub mount: String,
    /// Size in bytes.
    pub total_bytes: u64,
    /// Free space in bytes.
    pub free_bytes: u64,
    /// Kind of drive, where told.
    pub kind: Option<DiskKind>,
}

/// The computer's maker and model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Board {
    /// Maker and model of the computer, or of its board.
    pub model: String,
    /// Firmware version, where told.
    pub firmware: Option<String>,
}

/// Why a probe gave no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProbeProblem {
    /// It took longer than its limit, in seconds.
    TimedOut(u64),
    /// It ended without an answer; its words.
    Failed(String),
    /// This system does not tell.
    NotTold,
}

/// A probe that gave no answer: a note in the bundle, never a stop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProbeNote {
    /// What was asked for.
    pub fact: FactKey,
    /// Why there is no answer.
    pub problem: ProbeProblem,
}

/// All that was collected about this computer. What nobody asked for stays empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Facts {
    /// Operating system.
    pub os: Option<Os>,
    /// Processor.
    pub cpu: Option<Cpu>,
    /// Graphics adapters, every one.
    pub gpus: Vec<Gpu>,
    /// Main memory.
    pub memory: Option<Memory>,
    /// Monitors.
    pub displays: Vec<Display>,
    /// Volumes.
    pub disks: Vec<Disk>,
    /// Maker and model.
    pub board: Option<Board>,
    /// Seconds since the system started.
    pub uptime_secs: Option<u64>,
    /// Language and region, `ru-RU`.
    pub locale: Option<String>,
    /// The game the incident is about; from the draft, no probe tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub game: Option<Game>,
    /// Interfaces to the graphics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub apis: Vec<Named>,
    /// Devices that play sound.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub audio: Vec<String>,
    /// What was changed lately, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// Power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power: Option<Power>,
    /// Overlays and capture tools that run; none is an answer too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlays: Option<Vec<String>>,
    /// Tools of developers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tools: Vec<Named>,
    /// Probes without an answer.
    pub notes: Vec<ProbeNote>,
    /// What the destination asks for and the user does not keep back, in its order.
    #[serde(skip)]
    pub asked: Vec<FactKey>,
}

impl Facts {
    /// Whether there is an answer for `key`.
    #[must_use]
    pub fn has(&self, key: FactKey) -> bool {
        match key {
            FactKey::Os => self.os.is_some(),
            FactKey::Cpu => self.cpu.is_some(),
            FactKey::Gpu => !self.gpus.is_empty(),
            FactKey::Memory => self.memory.is_some(),
            FactKey::Displays => !self.displays.is_empty(),
            FactKey::Disks => !self.disks.is_empty(),
            FactKey::Board => self.board.is_some(),
            FactKey::Uptime => self.uptime_secs.is_some(),
            FactKey::Locale => self.locale.is_some(),
            FactKey::Game => self.game.is_some(),
            FactKey::Api => !self.apis.is_empty(),
            FactKey::Audio => !self.audio.is_empty(),
            FactKey::Changes => !self.changes.is_empty(),
            FactKey::Power => self.power.is_some(),
            FactKey::Overlays => self.overlays.is_some(),
            FactKey::Tools => !self.tools.is_empty(),
        }
    }

    /// Takes the answer for `key` out, so that it is not sent.
    pub fn remove(&mut self, key: FactKey) {
        match key {
            FactKey::Os => self.os = None,
            FactKey::Cpu => self.cpu = None,
            FactKey::Gpu => self.gpus.clear(),
            FactKey::Memory => self.memory = None,
            FactKey::Displays => self.displays.clear(),
            FactKey::Disks => self.disks.clear(),
            FactKey::Board => self.board = None,
            FactKey::Uptime => self.uptime_secs = None,
            FactKey::Locale => self.locale = None,
            FactKey::Game => self.game = None,
            FactKey::Api => self.apis.clear(),
            FactKey::Audio => self.audio.clear(),
            FactKey::Changes => self.changes.clear(),
            FactKey::Power => self.power = None,
            FactKey::Overlays => self.overlays = None,
            FactKey::Tools => self.tools.clear(),
        }
        self.notes.retain(|note| note.fact != key);
    }
}
