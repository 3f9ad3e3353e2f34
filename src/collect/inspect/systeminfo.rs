//! Windows `systeminfo`: two columns, localised, so rows are told by their place and by what their values look like.

use super::pairs::{bytes, computer, is_platform, pair, words};
use super::report::SystemReport;

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let lines: Vec<&str> = head.lines().filter(|line| !line.trim().is_empty()).take(60).collect();
    let windows = lines.iter().any(|line| pair(line).is_some_and(|(_, value)| is_windows(value)));
    windows && lines.iter().any(|line| processor(line).is_some())
}

/// `Microsoft Windows 11 Pro`; some languages write the maker in their own letters.
fn is_windows(value: &str) -> bool {
    let (maker, rest) = value.split_once(' ').unwrap_or_default();
    let is_maker = ["Microsoft", "Майкрософт"].contains(&maker.trim_end_matches(['®', '?']));
    is_maker && rest.trim_start().starts_with("Windows")
}

/// `[01]: Example64 Family 6 Model 158 Stepping 9 GenuineExample ~3600 Mhz`
fn processor(line: &str) -> Option<&str> {
    // French sets a blank before the colon.
    let rest = line.trim().strip_prefix("[01]")?.trim_start().strip_prefix(':')?.trim();
    let small = rest.to_lowercase();
    (small.contains("mhz") || small.contains("мгц") || small.contains(" family ")).then_some(rest)
}

/// Reads a report. It names the system and its version next to each other, and the memory first behind the processor.
pub fn read(text: &str) -> SystemReport {
    let mut report = SystemReport::default();
    let mut name_before = false;
    let mut last: [&str; 2] = [""; 2];
    for line in text.lines() {
        if let Some(cpu) = processor(line).filter(|_| report.cpu.is_none()) {
            report.cpu = words(cpu);
            continue;
        }
        // An indented line continues the row before it.
        if line.starts_with(' ') {
            continue;
        }
        let Some((_, value)) = pair(line) else { continue };
        if report.os.is_some() && report.computer.is_none() && is_platform(value) {
            report.computer = computer(words(last[0]), last[1]);
        }
        last = [last[1], value];
        if std::mem::take(&mut name_before) && value.starts_with(|c: char| c.is_ascii_digit()) {
            report.os = words(&format!("{} {value}", report.os.unwrap_or_default()));
        } else if report.os.is_none() && is_windows(value) {
            report.os = words(value);
            name_before = true;
        } else if report.cpu.is_some() && report.memory_bytes.is_none() {
            report.memory_bytes = bytes(value);
        }
    }
    report
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const TEXT: &str = "\r
Имя узла:                         EXAMPLE\r
Название ОС:                      Microsoft Windows 11 Home\r
Версия ОС:                        10.0.99999 Н/Д построение 99999\r
Изготовитель ОС:                  Microsoft Corporation\r
Дата установки:                   03.02.2031, 4:05:06\r
Изготовитель системы:             Example Works\r
Модель системы:                   Model 1\r
Тип системы:                      x64-based PC\r
Процессор(ы):                     Число процессоров - 1.\r
                                  [01]: Example64 Family 6 Model 1 Stepping 1 GenuineExample ~3600 МГц\r
Версия BIOS:                      Example 1, 03.02.2031\r
Полный объем физической памяти:   16\u{a0}384 МБ\r
Доступная физическая память:      8\u{a0}000 МБ\r
";

    #[test]
    fn a_localised_report_is_read() {
        assert!(is_one(TEXT));
        let report = read(TEXT);
        assert_eq!(report.os.as_deref(), Some("Microsoft Windows 11 Home 10.0.99999 Н/Д построение 99999"));
        assert_eq!(report.cpu.as_deref(), Some("Example64 Family 6 Model 1 Stepping 1 GenuineExample ~3600 МГц"));
        assert_eq!(report.memory_bytes, Some(16 << 30));
        assert_eq!(report.computer.as_deref(), Some("Example Works Model 1"));
        let named = TEXT.replace("Microsoft Windows", "Майкрософт Windows");
        assert!(is_one(&named));
        assert!(read(&named).os.is_some_and(|os| os.starts_with("Майкрософт Windows 11 Home 10.")));
    }

    #[test]
    fn french_sets_blanks_before_colons() {
        let text = "Nom de l’hôte:                   EXAMPLE
Nom du système d’exploitation:   Microsoft Windows 11 Famille
Version du système:              10.0.99999 N/A version 99999
Fabricant du système:            Example Works
Modèle du système:               Model 1
Type du système:                 x64-based PC
Processeur(s):                   1 processeur(s) installé(s).
                                 [01] : Example64 Family 6 Model 1 Stepping 1 GenuineExample ~2592 MHz
Mémoire physique totale:         16 384 Mo
Mémoire virtuelle : disponible:  6 463 Mo
";
        assert!(is_one(text));
        let report = read(text);
        assert_eq!(report.cpu.as_deref(), Some("Example64 Family 6 Model 1 Stepping 1 GenuineExample ~2592 MHz"));
        assert_eq!((report.memory_bytes, report.computer.as_deref()), (Some(16 << 30), Some("Example Works Model 1")));
    }
}
