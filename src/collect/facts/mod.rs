//! Facts about the computer, each asked with a time limit.
//!
//! Never here: a fact nobody asked for, a serial number, a name of a person. What cannot be told becomes a note.

mod apis;
mod audio;
mod board;
mod changes;
mod disks;
mod displays;
mod gpu;
mod lists;
mod os;
mod power;
mod processor;
mod tools;

#[cfg(target_os = "linux")]
mod drm;
#[cfg(windows)]
mod registry;

use std::path::PathBuf;

use super::probe::within;
use crate::job::{Monitor, Stage};
use crate::model::{FactKey, Facts, ProbeNote, ProbeProblem};

pub(super) use disks::disks;
pub use gpu::probe_gpu;

/// Seconds after which a probe is left behind.
const LIMIT_SECS: u64 = 5;

/// Seconds after which probes that ask several programs are left behind.
const CHILDREN_SECS: u64 = 45;

/// What the probes may use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Probes {
    /// This program, which answers `probe-gpu` in a child process: a broken driver can crash or hang who asks it.
    /// Without it only files of the system are read for graphics adapters, no driver is loaded.
    pub program: Option<PathBuf>,
}

/// Asks for `keys` and nothing else. A stop leaves the rest unasked.
#[must_use]
pub fn facts(keys: &[FactKey], probes: &Probes, monitor: &Monitor) -> Facts {
    let mut facts = Facts::default();
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    keys.dedup();
    // The game is told by the incident.
    keys.retain(|key| *key != FactKey::Game);
    for key in keys {
        if monitor.stage(Stage::Asking(key), 0).is_err() {
            break;
        }
        let asked = ask(key, probes, &mut facts);
        let problem = match asked {
            Ok(()) if facts.has(key) => continue,
            Ok(()) => ProbeProblem::NotTold,
            Err(problem) => problem,
        };
        facts.notes.push(ProbeNote { fact: key, problem });
    }
    facts
}

fn ask(key: FactKey, probes: &Probes, facts: &mut Facts) -> Result<(), ProbeProblem> {
    match key {
        FactKey::Os => facts.os = Some(within(LIMIT_SECS, os::os)?),
        FactKey::Cpu => facts.cpu = within(LIMIT_SECS, processor::cpu)?,
        FactKey::Gpu => {
            let (gpus, problem) = gpu::gpus(probes);
            facts.gpus = gpus;
            problem.map_or(Ok(()), Err)?;
        }
        FactKey::Memory => facts.memory = within(LIMIT_SECS, processor::memory)?,
        FactKey::Displays => facts.displays = within(LIMIT_SECS, displays::displays)??,
        FactKey::Disks => facts.disks = within(LIMIT_SECS, disks)?,
        FactKey::Board => facts.board = within(LIMIT_SECS, board::board)?,
        FactKey::Uptime => facts.uptime_secs = within(LIMIT_SECS, sysinfo::System::uptime)?.ok(),
        FactKey::Game => {}
        // These ask children, each with a limit of its own.
        FactKey::Api => facts.apis = within(CHILDREN_SECS, apis::apis)?,
        FactKey::Tools => facts.tools = within(CHILDREN_SECS, tools::tools)?,
        FactKey::Audio => facts.audio = within(2 * LIMIT_SECS, audio::devices)?,
        FactKey::Changes => facts.changes = within(LIMIT_SECS, changes::changes)?,
        FactKey::Power => facts.power = within(2 * LIMIT_SECS, power::power)?,
        FactKey::Overlays => facts.overlays = Some(within(LIMIT_SECS, tools::overlays)?),
        FactKey::Locale => facts.locale = within(LIMIT_SECS, sys_locale::get_locale)?,
    }
    Ok(())
}

/// The text of a small file of the system, trimmed; empty counts as absent.
#[cfg(target_os = "linux")]
fn line(path: impl AsRef<std::path::Path>) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_asked_facts_are_told() {
        let facts = facts(&[FactKey::Memory, FactKey::Cpu, FactKey::Memory], &Probes::default(), &Monitor::quiet());
        assert!(facts.memory.is_some_and(|memory| memory.total_bytes > 0));
        assert!(facts.cpu.is_some_and(|cpu| cpu.threads > 0));
        assert_eq!(facts.os, None);
        assert!(facts.disks.is_empty() && facts.notes.is_empty());
    }

    #[test]
    fn each_asked_fact_has_an_answer_or_a_note() {
        let facts = facts(&FactKey::ALL, &Probes::default(), &Monitor::quiet());
        for key in FactKey::ALL.into_iter().filter(|key| *key != FactKey::Game) {
            assert_ne!(facts.has(key), facts.notes.iter().any(|note| note.fact == key), "{key:?}");
        }
        assert!(facts.has(FactKey::Os));
    }

    #[test]
    fn a_stop_leaves_the_rest_unasked() {
        let monitor = Monitor::quiet();
        monitor.stop();
        assert_eq!(facts(&FactKey::ALL, &Probes::default(), &monitor), Facts::default());
    }
}
