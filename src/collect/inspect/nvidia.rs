//! The log that `nvidia-bug-report.sh` makes: many files and commands in one text.

use super::pairs::{bytes, pair, words};
use super::report::SystemReport;
use crate::model::Gpu;

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    head.contains("NVIDIA bug report log file") || head.contains("nvidia-bug-report.sh Version")
}

/// Reads what the parts say on system, processor, memory and adapters.
pub fn read(text: &str) -> SystemReport {
    let mut report = SystemReport::default();
    let (mut driver, mut kernel) = (None, None);
    let (mut own, mut others) = (Vec::new(), Vec::<Gpu>::new());
    let mut current = None;
    let mut in_memory = false;
    for line in text.lines() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix("PRETTY_NAME=") {
            report.os = report.os.or_else(|| words(name.trim_matches('"')));
        }
        for class in ["VGA compatible controller", "3D controller", "Display controller"] {
            if let Some((_, rest)) = line.split_once(class)
                && let Some((_, name)) = rest.split_once(": ")
            {
                let name = words(name.split(" (rev").next().unwrap_or(name)).unwrap_or_default();
                let list = if name.contains("NVIDIA") { &mut own } else { &mut others };
                // The list of devices is printed several times, with numbers and without.
                let known = |gpu: &Gpu| gpu.name.split(" [").next() == name.split(" [").next();
                if !name.is_empty() && !list.iter().any(known) {
                    list.push(Gpu { name, ..Gpu::default() });
                }
            }
        }
        in_memory = in_memory && !line.is_empty() || line.starts_with("FB Memory Usage");
        let Some((key, value)) = pair(line) else { continue };
        match key {
            "uname" => kernel = kernel.or_else(|| words(value)),
            "model name" => report.cpu = report.cpu.or_else(|| words(value)),
            "MemTotal" => report.memory_bytes = report.memory_bytes.or_else(|| bytes(value)),
            "Product Name" | "Model"
                if value.contains("NVIDIA") || value.contains("GeForce") || value.contains("Quadro") =>
            {
                let name = words(value).unwrap_or_default();
                current = report.gpus.iter().position(|gpu| gpu.name == name).or_else(|| {
                    report.gpus.push(Gpu { name, ..Gpu::default() });
                    report.gpus.len().checked_sub(1)
                });
            }
            "Total" if in_memory => {
                if let Some(gpu) = current.and_then(|at| report.gpus.get_mut(at)) {
                    gpu.vram_bytes = gpu.vram_bytes.or_else(|| bytes(value));
                }
            }
            "NVRM version" => {
                driver = driver.or_else(|| value.split_whitespace().find(|word| is_driver(word)).map(str::to_owned));
            }
            "Driver Version" if is_driver(value) => driver = driver.or_else(|| words(value)),
            _ => {}
        }
    }
    // A driver that does not run names no adapter; the list of devices does.
    if report.gpus.is_empty() {
        report.gpus = own;
    }
    for gpu in &mut report.gpus {
        gpu.driver = driver.as_ref().map(|version| format!("NVIDIA {version}"));
    }
    report.gpus.extend(others);
    report.os = report.os.or(kernel);
    report
}

fn is_driver(word: &str) -> bool {
    word.contains('.') && word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const TEXT: &str = "____________________________________________

Start of NVIDIA bug report log file.  Please include this file, along
with a detailed description of your problem.

nvidia-bug-report.sh Version: 99
uname: Linux host 9.15.0 x86_64
____________________________________________
*** /etc/os-release
PRETTY_NAME=\"Example Linux 99.04\"
*** /proc/cpuinfo
model name\t: Example CPU 9
*** /proc/meminfo
MemTotal:       16777216 kB
*** /proc/driver/nvidia/version
NVRM version: NVIDIA UNIX x86_64 Kernel Module  525.60.11  Mon Feb  3 2031
00:02.0 VGA compatible controller [0300]: Example Integrated Graphics [8086:0000] (rev 04)
01:00.0 VGA compatible controller: NVIDIA Corporation GA102 (rev a1)
    Product Name                          : NVIDIA GeForce EX 1
    FB Memory Usage
        Total                             : 8192 MiB
";

    #[test]
    fn a_report_is_read() {
        assert!(is_one(TEXT));
        let report = read(TEXT);
        assert_eq!((report.os.as_deref(), report.cpu.as_deref()), (Some("Example Linux 99.04"), Some("Example CPU 9")));
        assert_eq!(report.memory_bytes, Some(16 << 30));
        let first = Gpu {
            name: "NVIDIA GeForce EX 1".into(),
            driver: Some("NVIDIA 525.60.11".into()),
            vram_bytes: Some(8 << 30),
            ..Gpu::default()
        };
        assert_eq!(report.gpus[0], first);
        assert_eq!(report.gpus[1].name, "Example Integrated Graphics [8086:0000]");
    }
}
