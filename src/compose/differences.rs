//! Where another tool's report and this computer disagree: another graphics adapter, an older driver, other memory.

use crate::model::{Evidence, Facts, Gpu, Lang, SystemTold};
use crate::text::{size, tf};

/// What an attached report says that this computer does not, a sentence each; nothing where one of both is silent.
#[must_use]
pub fn differences(facts: &Facts, evidence: &[Evidence], lang: Lang) -> Vec<String> {
    let mut sentences = Vec::new();
    for file in evidence {
        let Some(told) = &file.system else { continue };
        for gpu in told.gpus.iter().filter(|gpu| !facts.gpus.is_empty() && !is_virtual(&gpu.name)) {
            let values = [("file", file.name.as_str().into()), ("gpu", gpu.name.as_str().into())];
            match facts.gpus.iter().find(|own| is_same(&own.name, &gpu.name)) {
                None => sentences.push(tf(lang, "differs-gpu", &values)),
                Some(own) => sentences.extend(driver(own, gpu, &file.name, lang)),
            }
        }
        sentences.extend(memory(facts, told, &file.name, lang));
    }
    sentences
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

/// Reports leave out what the hardware keeps for itself: a tenth is no difference.
fn memory(facts: &Facts, told: &SystemTold, file: &str, lang: Lang) -> Option<String> {
    let (own, told) = (facts.memory?.total_bytes, told.memory_bytes?);
    let apart = own.abs_diff(told);
    (apart > own.max(told) / 8).then(|| {
        let values = [("file", file.into()), ("told", size(lang, told).into()), ("own", size(lang, own).into())];
        tf(lang, "differs-memory", &values)
    })
}

/// Whether two names are of one adapter: makers and marks are written or left out.
fn is_same(a: &str, b: &str) -> bool {
    let plain = |name: &str| -> String {
        let name = name.to_lowercase().replace("(r)", "").replace("(tm)", "");
        let marks = ["nvidia", "amd", "ati", "intel", "advanced micro devices", "corporation", "[", "]"];
        let name = marks.iter().fold(name, |name, mark| name.replace(mark, " "));
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (a, b) = (plain(a), plain(b));
    a.is_empty() || b.is_empty() || a.contains(&b) || b.contains(&a)
}

fn is_virtual(name: &str) -> bool {
    let name = name.to_lowercase();
    ["virtual", "basic render", "basic display", "remote", "mirror", "parsec", "idd"]
        .iter()
        .any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Memory;

    fn gpu(name: &str, driver: &str) -> Gpu {
        Gpu { name: name.into(), driver: Some(driver.into()), ..Gpu::default() }
    }

    fn told(gpus: Vec<Gpu>, memory_bytes: Option<u64>) -> Vec<String> {
        let facts = Facts {
            gpus: vec![gpu("NVIDIA GeForce Example 9", "NVIDIA 572.83 (32.0.15.7283, 2025-03-14)")],
            memory: Some(Memory { total_bytes: 32 << 30, ..Memory::default() }),
            ..Facts::default()
        };
        let system = Some(SystemTold { gpus, memory_bytes });
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
}
