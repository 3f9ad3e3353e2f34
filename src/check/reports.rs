//! Where another tool's report and this computer disagree: another graphics adapter, an older driver, other memory.

use super::adapter::{is_virtual, may_be_same};
use super::predicate::Finding;
use crate::model::{Evidence, Facts, Fix, Gpu, Incident, Lang, SystemTold};
use crate::text::{memory_size, tf};

/// What an attached report says that this computer does not, a sentence each; nothing where one of both is silent.
#[must_use]
pub fn differences(facts: &Facts, evidence: &[Evidence], lang: Lang) -> Vec<String> {
    let mut sentences = Vec::new();
    for file in evidence {
        let Some(told) = file.system.as_ref().filter(|_| file.problem.is_none()) else { continue };
        for gpu in told.gpus.iter().filter(|gpu| !facts.gpus.is_empty() && !is_virtual(&gpu.name)) {
            match facts.gpus.iter().find(|own| may_be_same(&own.name, &gpu.name)) {
                None => sentences.push(another(facts, gpu, &file.name, lang)),
                Some(own) => sentences.extend(driver(own, gpu, &file.name, lang)),
            }
        }
        sentences.extend(memory(facts, told, &file.name, lang));
        sentences.extend(system(facts, told, &file.name, lang));
    }
    sentences
}

/// Reports of other tools say the same of the computer as the facts that are sent.
pub(super) fn agree(incident: &Incident, lang: Lang) -> Option<Finding> {
    incident.evidence.iter().find(|file| file.system.is_some() && file.problem.is_none())?;
    let sentences = differences(&incident.facts, &incident.evidence, lang);
    Some(Finding::new("system", sentences.is_empty(), Fix::Replace).detail(sentences.join(" ")))
}

fn another(facts: &Facts, told: &Gpu, file: &str, lang: Lang) -> String {
    let own: Vec<&str> = facts.gpus.iter().map(|gpu| gpu.name.as_str()).collect();
    let values = [("file", file.into()), ("gpu", told.name.as_str().into()), ("own", own.join(", ").into())];
    tf(lang, "differs-gpu", &values)
}

fn driver(own: &Gpu, told: &Gpu, file: &str, lang: Lang) -> Option<String> {
    let (own, told) = (own.driver.as_deref()?, told.driver.as_deref()?);
    let told_version = versions(told).into_iter().max_by_key(Vec::len)?;
    // Drivers go by several numbers, NVIDIA's own and that of Windows: only like is held against like.
    let same = versions(own).into_iter().find(|version| version.len() == told_version.len())?;
    let id = match told_version.cmp(&same) {
        std::cmp::Ordering::Less => "differs-driver-older",
        std::cmp::Ordering::Greater => "differs-driver-newer",
        std::cmp::Ordering::Equal => return None,
    };
    Some(tf(lang, id, &[("file", file.into()), ("told", told.into()), ("own", own.into())]))
}

/// The numbers with dots in a text.
fn versions(text: &str) -> Vec<Vec<u64>> {
    let words = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    let number = |word: &str| -> Option<Vec<u64>> { word.split('.').map(|part| part.parse().ok()).collect() };
    words.filter(|word| word.contains('.')).filter_map(number).collect()
}

/// Reports leave out what the hardware keeps for itself: an eighth is no difference.
fn memory(facts: &Facts, told: &SystemTold, file: &str, lang: Lang) -> Option<String> {
    let (own, told) = (facts.memory?.total_bytes, told.memory_bytes?);
    let apart = own.abs_diff(told);
    (apart > own.max(told) / 8).then(|| {
        let values =
            [("file", file.into()), ("told", memory_size(lang, told).into()), ("own", memory_size(lang, own).into())];
        tf(lang, "differs-memory", &values)
    })
}

/// The build of the system, where both tell one of the same kind: drivers of macOS come with it.
fn system(facts: &Facts, told: &SystemTold, file: &str, lang: Lang) -> Option<String> {
    let own = build(&facts.os.as_ref()?.build)?;
    let told =
        told.os.as_deref().and_then(|os| os.split_whitespace().find_map(build).filter(|told| is_like(told, own)))?;
    let values = [("file", file.into()), ("told", told.into()), ("own", own.into())];
    (told != own).then(|| tf(lang, "differs-system", &values))
}

/// `26100` of `26100.2454`, `24A335` of `(24A335)`; numbers of kernels are none.
fn build(word: &str) -> Option<&str> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).split('.').next().unwrap_or_default();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let is_windows = word.len() == 5 && digits == 5;
    let is_apple = (4..=8).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().any(|c| c.is_ascii_uppercase())
        && digits >= 3;
    (is_windows || is_apple).then_some(word)
}

fn is_like(a: &str, b: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    is_number(a) == is_number(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Memory, Os};

    fn gpu(name: &str, driver: &str) -> Gpu {
        Gpu { name: name.into(), driver: Some(driver.into()), ..Gpu::default() }
    }

    fn told(gpus: Vec<Gpu>, memory_bytes: Option<u64>) -> Vec<String> {
        let facts = Facts {
            gpus: vec![gpu("NVIDIA GeForce Example 9", "NVIDIA 572.83 (32.0.15.7283, 2025-03-14)")],
            memory: Some(Memory { total_bytes: 32 << 30, ..Memory::default() }),
            ..Facts::default()
        };
        let system = Some(SystemTold { gpus, memory_bytes, os: None });
        let file = Evidence { name: "DxDiag.txt".into(), system, ..Evidence::default() };
        differences(&facts, &[file], Lang::En)
    }

    #[test]
    fn another_adapter_and_an_older_driver_are_told() {
        assert!(told(vec![gpu("GeForce Example 9", "32.0.15.7283")], Some(33_000_000_000)).is_empty());
        assert!(told(vec![gpu("Parsec Virtual Display", "1.0.0.0")], None).is_empty());
        let older = told(vec![gpu("NVIDIA GeForce Example 9", "31.0.15.3118")], None);
        assert!(older.len() == 1 && older[0].contains("older") && older[0].contains("31.0.15.3118"), "{older:?}");
        assert!(told(vec![gpu("GeForce Example 9", "32.0.15.9999")], None)[0].contains("newer"));
        assert!(told(vec![gpu("Radeon Example 7", "1")], None)[0].contains("Radeon Example 7"));
        assert!(told(Vec::new(), Some(16 << 30))[0].contains("DxDiag.txt"));
    }

    #[test]
    fn another_build_of_the_system_is_told() {
        let told = |own: &str, os: &str| {
            let facts = Facts { os: Some(Os { build: own.into(), ..Os::default() }), ..Facts::default() };
            let system = Some(SystemTold { os: Some(os.into()), ..SystemTold::default() });
            differences(&facts, &[Evidence { name: "a".into(), system, ..Evidence::default() }], Lang::En)
        };
        assert!(told("24A335", "macOS 15.0 (24A335)").is_empty());
        let older = told("24A335", "macOS 14.6 (23G80)");
        assert!(older.len() == 1 && older[0].contains("23G80") && older[0].contains("24A335"), "{older:?}");
        assert!(told("26100.2454", "Windows 11 Pro 64-bit (10.0, Build 26100)").is_empty());
        assert_eq!(told("26100.2454", "Microsoft Windows 11 Home 10.0.22631 compilación 22631").len(), 1);
        assert!(told("6.1.0-18-amd64", "Example Linux 12 6.1.0-17-amd64").is_empty());
    }
}
