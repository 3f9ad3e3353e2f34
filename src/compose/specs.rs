//! Facts about the computer in words and as JSON.
//!
//! Memory is counted in powers of two, as it is sold (32 GB are 32 × 2³⁰ bytes); disks in powers of ten, as they are sold
//! and as macOS and most Linux desktops show them (Windows shows the same disk as a smaller number).

use serde_json::{Map, Value as Json, json};

use super::surroundings::{changed, installed, named, power_words};
use crate::model::{Disk, DiskKind, Display, FactKey, Facts, FieldFact, Gpu, Lang, Os, ProbeNote, ProbeProblem};
use crate::text::{self, Value, t, tf};

/// Label and value of every known fact among `keys`, in their order.
#[must_use]
pub fn rows(facts: &Facts, keys: &[FactKey], lang: Lang) -> Vec<(String, String)> {
    keys.iter().filter_map(|&key| Some((label(key, lang), value(facts, key, lang)?))).collect()
}

/// The facts as lines of text, then why others are missing. For `system/specs.txt` and `specs --text`.
#[must_use]
pub fn text(facts: &Facts, keys: &[FactKey], lang: Lang) -> String {
    let mut lines: Vec<String> =
        rows(facts, keys, lang).into_iter().map(|(label, value)| format!("{label}: {value}")).collect();
    lines.extend(missing(facts, keys, lang));
    lines.push(String::new());
    lines.join("\n")
}

/// Why facts among `keys` are missing, a line each: `Graphics card: …`.
#[must_use]
pub fn missing(facts: &Facts, keys: &[FactKey], lang: Lang) -> Vec<String> {
    notes(facts, keys).map(|note| format!("{}: {}", label(note.fact, lang), reason(&note.problem, lang))).collect()
}

/// The facts for machines, in the shapes of `inspect --json`: `os` and `cpu` are names, `memory_bytes` is what is
/// installed. A fact that was asked for and is not known is null or empty; one nobody asked for is absent.
#[must_use]
pub fn json(facts: &Facts, keys: &[FactKey]) -> Json {
    let mut all = Map::new();
    for key in keys {
        match key {
            FactKey::Os => {
                let os = facts.os.as_ref();
                all.insert("os".into(), json!(os.map(os_name)));
                all.insert("arch".into(), json!(os.map(|os| &os.arch)));
                all.insert("session".into(), json!(os.map(|os| &os.session).filter(|session| !session.is_empty())));
            }
            FactKey::Cpu => {
                let cpu = facts.cpu.as_ref();
                all.insert("cpu".into(), json!(cpu.map(|cpu| &cpu.model)));
                all.insert("cpu_cores".into(), json!(cpu.and_then(|cpu| cpu.cores)));
                all.insert("cpu_threads".into(), json!(cpu.map(|cpu| cpu.threads)));
                all.insert("cpu_mhz".into(), json!(cpu.and_then(|cpu| cpu.mhz)));
            }
            FactKey::Gpu => drop(all.insert("gpus".into(), json!(facts.gpus))),
            FactKey::Memory => {
                all.insert("memory_bytes".into(), json!(facts.memory.map(|memory| memory.total_bytes)));
                all.insert("memory_available_bytes".into(), json!(facts.memory.map(|memory| memory.available_bytes)));
                all.insert("memory_mts".into(), json!(facts.memory.and_then(|memory| memory.speed_mts)));
            }
            FactKey::Displays => drop(all.insert("displays".into(), json!(facts.displays))),
            FactKey::Disks => drop(all.insert("disks".into(), json!(facts.disks))),
            FactKey::Board => drop(all.insert("board".into(), json!(facts.board))),
            FactKey::Uptime => drop(all.insert("uptime_secs".into(), json!(facts.uptime_secs))),
            FactKey::Locale => drop(all.insert("locale".into(), json!(facts.locale))),
            FactKey::Game => drop(all.insert("game".into(), json!(facts.game))),
            FactKey::Api => drop(all.insert("apis".into(), json!(facts.apis))),
            FactKey::Audio => drop(all.insert("audio".into(), json!(facts.audio))),
            FactKey::Changes => drop(all.insert("changes".into(), json!(facts.changes))),
            FactKey::Power => drop(all.insert("power".into(), json!(facts.power))),
            FactKey::Overlays => drop(all.insert("overlays".into(), json!(facts.overlays))),
            FactKey::Tools => drop(all.insert("tools".into(), json!(facts.tools))),
        }
    }
    all.insert("notes".into(), json!(notes(facts, keys).collect::<Vec<_>>()));
    Json::Object(all)
}

/// The name of a fact, `Processor`.
#[must_use]
pub fn label(key: FactKey, lang: Lang) -> String {
    t(lang, &format!("specs-label-{}", key.id()))
}

/// Why a probe gave no answer, as a sentence without a full stop.
#[must_use]
pub fn reason(problem: &ProbeProblem, lang: Lang) -> String {
    match problem {
        ProbeProblem::TimedOut(secs) => tf(lang, "specs-timed-out", &[("n", Value::Count(*secs))]),
        ProbeProblem::Failed(words) => tf(lang, "specs-failed", &[("words", words.as_str().into())]),
        ProbeProblem::NotTold => t(lang, "specs-not-told"),
    }
}

fn notes<'a>(facts: &'a Facts, keys: &'a [FactKey]) -> impl Iterator<Item = &'a ProbeNote> {
    facts.notes.iter().filter(|note| keys.contains(&note.fact))
}

fn value(facts: &Facts, key: FactKey, lang: Lang) -> Option<String> {
    match key {
        FactKey::Os => facts.os.as_ref().map(|os| system(os, lang)),
        FactKey::Cpu => facts.cpu.as_ref().map(|cpu| {
            let mut words = vec![cpu.model.clone()];
            words.extend(cpu.cores.map(|cores| tf(lang, "specs-cores", &[("n", cores.into())])));
            if cpu.threads > 0 {
                words.push(tf(lang, "specs-threads", &[("n", cpu.threads.into())]));
            }
            words.extend(cpu.mhz.map(|mhz| tf(lang, "specs-ghz", &[("n", decimal(lang, mhz as f64 / 1000.0).into())])));
            words.join(", ")
        }),
        FactKey::Gpu => each(&facts.gpus, " · ", |gpu| graphics(gpu, lang)),
        FactKey::Memory => facts.memory.map(|memory| {
            let free = [("size", Value::from(text::memory_size(lang, memory.available_bytes)))];
            let mut words = vec![text::memory_size(lang, memory.total_bytes), tf(lang, "specs-free", &free)];
            words.extend(
                memory.speed_mts.map(|speed| tf(lang, "specs-memory-speed", &[("n", speed.to_string().into())])),
            );
            words.join(", ")
        }),
        FactKey::Displays => each(&facts.displays, ", ", |display| monitor(display, lang)),
        FactKey::Disks => each(&facts.disks, " · ", |disk| volume(disk, lang)),
        FactKey::Board => facts.board.as_ref().map(|board| match &board.firmware {
            None => board.model.clone(),
            Some(version) => {
                format!("{}, {}", board.model, tf(lang, "specs-firmware", &[("version", version.as_str().into())]))
            }
        }),
        FactKey::Uptime => facts.uptime_secs.map(|secs| text::duration(lang, secs)),
        FactKey::Locale => facts.locale.clone(),
        FactKey::Game => facts.game.as_ref().map(|game| installed(game, lang)),
        FactKey::Api => each(&facts.apis, ", ", named),
        FactKey::Audio => each(&facts.audio, " · ", String::clone),
        FactKey::Changes => each(&facts.changes, " · ", |change| changed(change, lang)),
        FactKey::Power => facts.power.as_ref().map(|power| power_words(power, lang)),
        FactKey::Overlays => {
            let running = facts.overlays.as_ref();
            running.map(|names| each(names, ", ", String::clone).unwrap_or_else(|| t(lang, "specs-none")))
        }
        FactKey::Tools => each(&facts.tools, ", ", named),
    }
}

/// What the computer tells of `fact`, as the answer to one field of a form.
#[must_use]
pub fn field_words(facts: &Facts, fact: FieldFact, lang: Lang) -> Option<String> {
    let words = match fact {
        FieldFact::OsName => facts.os.as_ref().map(|os| os.name.clone()),
        FieldFact::OsBuild => facts.os.as_ref().map(|os| os.build.clone()),
        FieldFact::GpuName => each(&facts.gpus, " · ", |gpu| gpu.name.clone()),
        FieldFact::GpuDriver => {
            let drivers: Vec<&str> = facts.gpus.iter().filter_map(|gpu| gpu.driver.as_deref()).collect();
            Some(drivers.join(" · "))
        }
        FieldFact::GameName => facts.game.as_ref().map(|game| game.name.clone()),
        FieldFact::GameId => facts.game.as_ref().and_then(|game| game.steam_app).map(|app| app.to_string()),
        FieldFact::GameBuild => facts.game.as_ref().map(|game| game.build.clone()),
        FieldFact::GameProton => facts.game.as_ref().map(|game| game.proton.clone()),
        FieldFact::Os
        | FieldFact::Cpu
        | FieldFact::Gpu
        | FieldFact::Memory
        | FieldFact::Displays
        | FieldFact::Board => value(facts, fact.key(), lang),
    };
    words.filter(|words| !words.trim().is_empty())
}

fn each<T>(all: &[T], between: &str, words: impl Fn(&T) -> String) -> Option<String> {
    (!all.is_empty()).then(|| all.iter().map(words).collect::<Vec<_>>().join(between))
}

fn os_name(os: &Os) -> String {
    if os.build.is_empty() { os.name.clone() } else { format!("{} ({})", os.name, os.build) }
}

fn system(os: &Os, lang: Lang) -> String {
    let mut words = vec![os_name(os)];
    match os.arch.as_str() {
        "" => {}
        "x86_64" => words.push(t(lang, "specs-64-bit")),
        "x86" => words.push(t(lang, "specs-32-bit")),
        other => words.push(other.to_owned()),
    }
    if !os.session.is_empty() {
        words.push(os.session.clone());
    }
    words.join(", ")
}

fn graphics(gpu: &Gpu, lang: Lang) -> String {
    let mut words = vec![gpu.name.clone()];
    words.extend(gpu.vram_bytes.map(|bytes| text::memory_size(lang, bytes)));
    words.extend(gpu.driver.as_ref().map(|driver| tf(lang, "specs-driver", &[("driver", driver.as_str().into())])));
    // Windows' drivers carry their date already.
    let date =
        gpu.driver_date.as_ref().filter(|date| !gpu.driver.as_ref().is_some_and(|driver| driver.contains(*date)));
    words.extend(date.map(|date| tf(lang, "specs-driver-date", &[("date", date.as_str().into())])));
    words.extend(gpu.active.filter(|active| *active).map(|_| t(lang, "specs-active")));
    words.join(", ")
}

fn monitor(display: &Display, lang: Lang) -> String {
    let size = format!("{} × {}", display.width, display.height);
    let mut words = match display.refresh_hz {
        None => size,
        Some(hz) => tf(lang, "specs-at-hz", &[("size", size.into()), ("hz", decimal(lang, f64::from(hz)).into())]),
    };
    let mut notes = Vec::new();
    if display.primary {
        notes.push(t(lang, "specs-main"));
    }
    if let Some(hdr) = display.hdr {
        notes.push(t(lang, if hdr { "specs-hdr-on" } else { "specs-hdr-off" }));
    }
    if let Some(scale) = display.scale.filter(|scale| (scale - 1.0).abs() > 0.005) {
        notes.push(tf(lang, "specs-scale", &[("percent", format!("{:.0}", scale * 100.0).into())]));
    }
    if !notes.is_empty() {
        words = format!("{words} ({})", notes.join(", "));
    }
    words
}

fn volume(disk: &Disk, lang: Lang) -> String {
    let kind = match disk.kind {
        Some(DiskKind::Ssd) => " SSD",
        Some(DiskKind::Hdd) => " HDD",
        None => "",
    };
    let free = tf(lang, "specs-free", &[("size", text::size(lang, disk.free_bytes).into())]);
    let mount = disk.mount.trim_end_matches('\\');
    let colon = if mount.ends_with(':') { "" } else { ":" };
    format!("{mount}{colon} {}{kind}, {free}", text::size(lang, disk.total_bytes))
}

/// A number with at most one digit after the point.
fn decimal(lang: Lang, value: f64) -> String {
    let number = format!("{value:.1}");
    let number = number.strip_suffix(".0").unwrap_or(&number);
    if lang == Lang::Ru { number.replace('.', ",") } else { number.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cpu, Memory};

    fn facts() -> Facts {
        Facts {
            os: Some(Os {
                name: "Windows 11 Pro 24H2".into(),
                build: "26100.2454".into(),
                arch: "x86_64".into(),
                session: String::new(),
            }),
            cpu: Some(Cpu { model: "AMD Ryzen 7 5800X3D".into(), cores: Some(8), threads: 16, mhz: Some(3_400) }),
            gpus: vec![Gpu {
                name: "NVIDIA GeForce RTX 4070".into(),
                driver: Some("572.83".into()),
                vram_bytes: Some(12 << 30),
                ..Gpu::default()
            }],
            memory: Some(Memory { total_bytes: 32 << 30, available_bytes: 22_978_000_000, ..Memory::default() }),
            displays: vec![
                Display {
                    width: 2560,
                    height: 1440,
                    refresh_hz: Some(165.0),
                    scale: Some(1.25),
                    primary: true,
                    hdr: None,
                },
                Display { width: 1920, height: 1080, refresh_hz: Some(59.94), ..Display::default() },
            ],
            disks: vec![Disk {
                mount: "C:\\".into(),
                total_bytes: 999_000_000_000,
                free_bytes: 212_000_000_000,
                kind: Some(DiskKind::Ssd),
            }],
            uptime_secs: Some(90_000),
            notes: vec![ProbeNote { fact: FactKey::Board, problem: ProbeProblem::TimedOut(5) }],
            ..Facts::default()
        }
    }

    fn line(key: FactKey, lang: Lang) -> String {
        rows(&facts(), &[key], lang).into_iter().map(|(_, value)| value.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn facts_read_as_a_support_engineer_writes_them() {
        assert_eq!(line(FactKey::Os, Lang::En), "Windows 11 Pro 24H2 (26100.2454), 64-bit");
        assert_eq!(line(FactKey::Cpu, Lang::En), "AMD Ryzen 7 5800X3D, 8 cores, 16 threads, 3.4 GHz");
        assert_eq!(line(FactKey::Gpu, Lang::En), "NVIDIA GeForce RTX 4070, 12 GB, driver 572.83");
        assert_eq!(line(FactKey::Memory, Lang::En), "32 GB, 21.4 GB free");
        assert_eq!(
            line(FactKey::Displays, Lang::En),
            "2560 × 1440 at 165 Hz (main, scaled to 125 %), 1920 × 1080 at 59.9 Hz"
        );
        assert_eq!(line(FactKey::Disks, Lang::En), "C: 999 GB SSD, 212 GB free");
    }

    #[test]
    fn russian_counts_have_their_plural_forms() {
        assert_eq!(line(FactKey::Cpu, Lang::Ru), "AMD Ryzen 7 5800X3D, 8 ядер, 16 потоков, 3,4 ГГц");
        let cpu = Cpu { model: "Модель".into(), cores: Some(2), threads: 1, mhz: None };
        let few = Facts { cpu: Some(cpu), ..Facts::default() };
        assert_eq!(rows(&few, &[FactKey::Cpu], Lang::Ru)[0].1, "Модель, 2 ядра, 1 поток");
        assert_eq!(line(FactKey::Memory, Lang::Ru), "32 ГБ, свободно 21,4 ГБ");
    }

    #[test]
    fn the_order_is_the_destinations_and_gaps_are_explained() {
        let text = text(&facts(), &[FactKey::Memory, FactKey::Os, FactKey::Board], Lang::En);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("Memory: 32"), "{text}");
        assert!(lines[1].starts_with("Operating system: Windows"), "{text}");
        assert!(lines[2].starts_with("Computer: ") && lines[2].contains("5 seconds"), "{text}");
    }

    #[test]
    fn json_has_the_shapes_of_inspect() {
        let json = json(&facts(), &FactKey::ALL);
        assert_eq!(json["os"], "Windows 11 Pro 24H2 (26100.2454)");
        assert_eq!(json["memory_bytes"], 34_359_738_368_u64);
        assert_eq!(json["gpus"][0]["driver"], "572.83");
        assert_eq!(json["displays"].as_array().map(Vec::len), Some(2));
        assert_eq!(json["board"], Json::Null);
        assert_eq!(json["notes"][0]["fact"], "board");
        assert!(super::json(&facts(), &[FactKey::Cpu]).get("os").is_none());
    }
}
