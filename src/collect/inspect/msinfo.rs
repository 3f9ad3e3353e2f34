//! Windows System Information: `.nfo` (XML) and its text export. Both are localised, names of elements too, so rows are told by
//! their place and by what their values look like.
//!
//! Never here: the memory of an adapter where Windows' 32-bit number has overflowed.

use super::pairs::{bytes, computer, is_platform, is_version, number, words};
use super::report::SystemReport;
use super::xml::{Event, events};
use crate::model::{Display, Gpu};

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    head.contains("<MsInfo") || is_text(start)
}

/// `System Information report written at: …`, `[System Summary]`, then rows with a tab; words of a person may stand in front.
fn is_text(start: &str) -> bool {
    const FIRST_LINES: usize = 60;
    const ROWS: usize = 40;
    let lines: Vec<&str> = start.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).collect();
    let is_heading = |line: &&str| line.starts_with('[') && line.ends_with(']');
    let Some(at) = lines.iter().take(FIRST_LINES).position(is_heading) else { return false };
    let section: Vec<&str> = lines.into_iter().skip(at).take(ROWS).collect();
    let rows = section.iter().filter(|line| line.matches('\t').count() == 1).count();
    rows * 2 > section.len() && section.iter().any(|line| line.contains("Windows"))
}

/// A row with the heading it stands under.
struct Row {
    section: usize,
    key: String,
    value: String,
}

/// Reads a report of either form.
pub fn read(text: &str) -> SystemReport {
    let rows = if text.contains("<MsInfo") { xml_rows(text) } else { text_rows(text) };
    let mut report = summary(&rows);
    let shown = rows.iter().find(|row| mode(&row.value).is_some()).map(|row| row.section);
    // Without a screen nothing has a resolution.
    let shown = shown.or_else(|| {
        let near =
            |row: &Row, is: fn(&str) -> bool| rows.iter().any(|other| other.section == row.section && is(&other.value));
        let mut devices = rows.iter().filter(|row| row.value.contains("\\VEN_"));
        devices.find(|row| near(row, |value| memory(value).is_some()) && near(row, is_version)).map(|row| row.section)
    });
    if let Some(section) = shown {
        adapters(rows.iter().filter(|row| row.section == section), &mut report);
    }
    report
}

/// The first two texts of elements in which nothing but texts stand: item and value.
fn xml_rows(text: &str) -> Vec<Row> {
    let (mut rows, mut texts, mut section, mut depth) = (Vec::new(), Vec::new(), 0, 0_usize);
    let mut cell: Option<String> = None;
    for event in events(text) {
        match event {
            Event::Start(_, attributes) if !attributes.is_empty() => {
                section += 1;
                depth = 0;
            }
            Event::Start(..) => {
                depth += 1;
                cell = Some(String::new());
                if depth == 1 {
                    texts.clear();
                }
            }
            Event::Text(text) => cell = Some(text),
            Event::End(_) => {
                texts.extend(cell.take());
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    push(&mut rows, section, &texts);
                    texts.clear();
                }
            }
        }
    }
    rows
}

fn push(rows: &mut Vec<Row>, section: usize, cells: &[String]) {
    // Windows ends the lines of its text with a tab.
    if let [key, value] | [key, value, _] = cells
        && cells.get(2).is_none_or(|behind| behind.trim().is_empty())
    {
        rows.push(Row { section, key: key.trim().to_owned(), value: value.trim().to_owned() });
    }
}

fn text_rows(text: &str) -> Vec<Row> {
    let (mut rows, mut section, mut titles) = (Vec::new(), 0, false);
    for line in text.lines() {
        let line = line.trim_start_matches('\u{feff}').trim_end_matches('\r');
        if line.starts_with('[') && line.trim_end().ends_with(']') {
            section += 1;
            titles = true;
        }
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        // The first row of a section names its columns.
        if cells.len() > 1 && std::mem::take(&mut titles) {
            continue;
        }
        push(&mut rows, section, &cells);
    }
    rows
}

/// The summary: system and version come first, the processor has a frequency, the first amount is the memory installed.
fn summary(rows: &[Row]) -> SystemReport {
    let mut report = SystemReport::default();
    let Some(first) = rows.iter().position(|row| row.value.contains("Windows")) else { return report };
    let section = rows[first].section;
    let rows: Vec<&Row> = rows[first..].iter().filter(|row| row.section == section).collect();
    let version =
        rows.get(1).map(|row| row.value.as_str()).filter(|value| value.starts_with(|c: char| c.is_ascii_digit()));
    report.os = words(&format!("{} {}", rows[0].value, version.unwrap_or_default()));
    let is_cpu = |row: &&&Row| ["mhz", "мгц", "ghz,"].iter().any(|unit| row.value.to_lowercase().contains(unit));
    report.cpu = rows.iter().find(is_cpu).and_then(|row| words(&row.value));
    if let Some(at) = rows.iter().position(|row| is_platform(&row.value)).filter(|at| *at > 3) {
        report.computer = computer(words(&rows[at - 2].value), &rows[at - 1].value);
    }
    let named = rows.iter().find(|row| row.key.contains("Installed Physical Memory")).and_then(|row| bytes(&row.value));
    report.memory_bytes = named.or_else(|| rows.iter().find_map(|row| bytes(&row.value)));
    report
}

/// Adapters follow one another; each begins with the key of the first row.
fn adapters<'a>(rows: impl Iterator<Item = &'a Row>, report: &mut SystemReport) {
    let mut first: Option<&str> = None;
    for row in rows.filter(|row| !row.key.is_empty()) {
        if *first.get_or_insert(&row.key) == row.key {
            report.gpus.push(Gpu { name: words(&row.value).unwrap_or_default(), ..Gpu::default() });
            continue;
        }
        let Some(gpu) = report.gpus.last_mut() else { continue };
        if gpu.driver.is_none() && is_version(row.value.split_whitespace().next().unwrap_or_default()) {
            gpu.driver = row.value.split_whitespace().next().map(str::to_owned);
        } else if gpu.vram_bytes.is_none() && row.value.contains(['(', ')']) {
            gpu.vram_bytes = memory(&row.value);
        }
        report.displays.extend(mode(&row.value));
    }
    report.gpus.retain(|gpu| !gpu.name.is_empty());
    let mut seen = Vec::new();
    report.gpus.retain(|gpu| {
        !seen.contains(gpu) && {
            seen.push(gpu.clone());
            true
        }
    });
}

/// `4.00 GB (4,293,918,720 bytes)`. Four gigabytes and more do not fit in its 32 bits: they read as a little less than four, or,
/// below zero, as `(1,048,576) bytes`.
fn memory(value: &str) -> Option<u64> {
    let (before, inside) = value.split_once('(')?;
    let (inside, after) = inside.split_once(')').unwrap_or((inside, ""));
    if before.trim().is_empty() && !after.trim().is_empty() {
        return None;
    }
    let digits = inside.trim_end_matches(|c: char| !c.is_ascii_digit());
    if !inside.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let exact = number(digits, true).filter(|_| inside.len() > digits.len()).map(|amount| amount as u64);
    let amount = exact.filter(|_| digits.len() > 6)?;
    (amount < 0xFFF0_0000 && amount > 0).then_some(amount)
}

/// `1920 x 1080 x 60 hertz`
fn mode(value: &str) -> Option<Display> {
    let mut parts = value.split(['x', 'X', '×', 'х']).map(str::trim);
    let (width, height, rate) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    let rate: String = rate.chars().take_while(char::is_ascii_digit).collect();
    let refresh_hz = rate.parse::<u16>().ok().map(f32::from).filter(|rate| *rate > 1.0);
    (parts.next().is_none() && !rate.is_empty()).then_some(Display { width, height, refresh_hz, ..Display::default() })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const NFO: &str = "<?xml version=\"1.0\"?>\r\n<MsInfo>\r\n<Metadata><Version>8.0</Version><CreationUTC>02/03/31 04:05:06</CreationUTC></Metadata>
<Categoría name=\"Resumen del sistema\">
<Dato><Elemento><![CDATA[Nombre del SO]]></Elemento><Valor><![CDATA[Microsoft Windows 11 Home]]></Valor></Dato>
<Dato><Elemento><![CDATA[Versión]]></Elemento><Valor><![CDATA[10.0.99999 compilación 99999]]></Valor></Dato>
<Dato><Elemento><![CDATA[Descripción adicional]]></Elemento><Valor><![CDATA[No disponible]]></Valor></Dato>
<Dato><Elemento><![CDATA[Procesador]]></Elemento><Valor><![CDATA[Example CPU 9, 3600 Mhz, 8 procesadores principales]]></Valor></Dato>
<Dato><Elemento><![CDATA[Memoria física instalada (RAM)]]></Elemento><Valor><![CDATA[16,0 GB]]></Valor></Dato>
<Dato><Elemento><![CDATA[Memoria física total]]></Elemento><Valor><![CDATA[15,9 GB]]></Valor></Dato>
<Categoría name=\"Componentes\">
<Categoría name=\"Pantalla\">
<Dato><Elemento><![CDATA[Nombre]]></Elemento><Valor><![CDATA[Example Graphics 1]]></Valor></Dato>
<Dato><Elemento><![CDATA[Id. PNP]]></Elemento><Valor><![CDATA[PCI\\VEN_0000]]></Valor></Dato>
<Dato><Elemento><![CDATA[RAM de adaptador]]></Elemento><Valor><![CDATA[(1.048.576) bytes]]></Valor></Dato>
<Dato><Elemento><![CDATA[Versión del controlador]]></Elemento><Valor><![CDATA[31.0.15.3118]]></Valor></Dato>
<Dato><Elemento><![CDATA[Resolución]]></Elemento><Valor><![CDATA[1920 x 1080 x 60 hercios]]></Valor></Dato>
<Dato><Elemento></Elemento><Valor></Valor></Dato>
<Dato><Elemento><![CDATA[Nombre]]></Elemento><Valor><![CDATA[Example Graphics 2]]></Valor></Dato>
<Dato><Elemento><![CDATA[RAM de adaptador]]></Elemento><Valor><![CDATA[1,00 GB (1.073.741.824 bytes)]]></Valor></Dato>
</Categoría></Categoría></Categoría></MsInfo>";

    fn expect(report: &SystemReport) {
        assert_eq!(report.os.as_deref(), Some("Microsoft Windows 11 Home 10.0.99999 compilación 99999"));
        assert_eq!(report.cpu.as_deref(), Some("Example CPU 9, 3600 Mhz, 8 procesadores principales"));
        assert_eq!(report.memory_bytes, Some(16 << 30));
        assert_eq!(
            report.gpus,
            [
                Gpu {
                    name: "Example Graphics 1".into(),
                    driver: Some("31.0.15.3118".into()),
                    vram_bytes: None,
                    ..Gpu::default()
                },
                Gpu { name: "Example Graphics 2".into(), driver: None, vram_bytes: Some(1 << 30), ..Gpu::default() },
            ]
        );
        assert_eq!((report.displays.len(), report.displays[0].refresh_hz), (1, Some(60.0)));
    }

    #[test]
    fn a_localised_report_is_read() {
        assert!(is_one(NFO));
        expect(&read(NFO));
        let english = NFO
            .replace("Categoría", "Category")
            .replace("Dato>", "Data>")
            .replace("Elemento", "Item")
            .replace("Valor", "Value");
        expect(&read(&english));
    }

    #[test]
    fn the_text_says_the_same() {
        let rows = xml_rows(NFO);
        let mut text = "System Information report written at: 02/03/31 04:05:06\r\nSystem Name: EXAMPLE\r\n".to_owned();
        let mut section = 0;
        for row in rows {
            if row.section != section {
                section = row.section;
                text += "[Heading]\r\n\r\nItem\tValue\t\r\n";
            }
            text += &format!("{}\t{}\t\r\n", row.key, row.value);
        }
        assert!(is_one(&text), "{text}");
        expect(&read(&text));
        expect(&read(&text.replace("\t\r\n", "\r\n")));
    }

    #[test]
    fn adapters_without_a_screen_are_found() {
        let headless = NFO.replace("1920 x 1080 x 60 hercios", "No disponible");
        let report = read(&headless);
        assert_eq!((report.gpus.len(), report.displays.len()), (2, 0));
    }

    #[test]
    fn four_gigabytes_do_not_fit() {
        assert_eq!(memory("4,00 GB (4.293.918.720 bytes)"), None);
        assert_eq!(memory("(2,048) bytes"), None);
        assert_eq!(memory("512.00 MB (536,870,912 bytes)"), Some(512 << 20));
        assert_eq!(memory("Example (R)"), None);
        assert_eq!(memory("oem9.inf (Section053 section)"), None);
    }
}
