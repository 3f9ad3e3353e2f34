//! Windows Error Reporting, `Report.wer`: `Key=Value` lines. The names of what it says are localised, their numbers are not.

use std::collections::HashMap;

use super::report::CrashReport;

/// Whether the text of a file's start is such a report.
pub fn is_one(head: &str) -> bool {
    let has = |key: &str| head.lines().any(|line| line.trim_start_matches('\u{feff}').starts_with(key));
    has("EventType=") && (has("ReportIdentifier=") || has("Sig[0].") || has("EventTime="))
}

/// Reads a report. It has no frames, so nothing is said about names.
pub fn read(text: &str) -> CrashReport {
    let lines = text.lines().filter_map(|line| line.trim_start_matches('\u{feff}').split_once('='));
    let pairs: HashMap<&str, &str> = lines.map(|(key, value)| (key.trim(), value.trim())).collect();
    let told = |key: &str| pairs.get(key).copied().filter(|value| !value.is_empty()).map(str::to_owned);
    let value = |number: u32| told(&format!("Sig[{number}].Value"));
    let kind = told("EventType").unwrap_or_default();
    // Which number is what depends on the kind of event.
    let (app, version, module, code) = match kind.as_str() {
        "APPCRASH" => (0, 1, Some(3), Some(6)),
        "BEX" | "BEX64" => (0, 1, Some(3), Some(7)),
        "MoAppCrash" | "MoBEX" => (0, 2, Some(4), Some(if kind == "MoBEX" { 8 } else { 7 })),
        "CLR20r3" => (0, 1, Some(3), Some(8)),
        "InPageError" => (1, 2, None, Some(0)),
        _ => (0, 1, None, None),
    };
    let path = told("AppPath").or_else(|| told("TargetAppId"));
    let from_path = || path.as_deref().and_then(|path| path.rsplit(['\\', '/', '!']).next()).map(str::to_owned);
    let code = code.and_then(value).map(|code| match u32::from_str_radix(&code, 16) {
        Ok(number) if code.len() == 8 => format!("0x{number:08x}"),
        _ => code,
    });
    let module = module.and_then(value);
    CrashReport {
        app: value(app).filter(|name| !name.starts_with("0x")).or_else(from_path).or_else(|| told("AppName")),
        version: value(version),
        os: os(&pairs),
        exception: code.map(|code| module.map_or_else(|| code.clone(), |module| format!("{code} ({module})"))),
        ..CrashReport::default()
    }
}

/// `DynamicSig[1].Value=10.0.22631.2.0.0.768.101`, with the name of the system where it is told.
fn os(pairs: &HashMap<&str, &str>) -> Option<String> {
    let version = pairs.get("DynamicSig[1].Value")?.split('.').take(3).collect::<Vec<_>>().join(".");
    let name = pairs.get("OSName").or_else(|| pairs.get("OsInfo[0].Value")).filter(|name| name.contains("Windows"));
    let name = name.map_or("Windows", |name| name.trim());
    Some(format!("{name} {version}"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    pub const REPORT: &str = "\u{feff}Version=1\r\nEventType=APPCRASH\r\nEventTime=133000000000000000\r\nReportIdentifier=00000000-0000-0000-0000-000000000000\r\n\
Sig[0].Name=Имя приложения\r\nSig[0].Value=Example.exe\r\nSig[1].Name=Версия\r\nSig[1].Value=3.2.1.0\r\nSig[3].Value=example.dll\r\n\
Sig[6].Name=Код исключения\r\nSig[6].Value=c0000005\r\nDynamicSig[1].Name=Версия ОС\r\nDynamicSig[1].Value=10.0.99999.2.0.0.768.101\r\n\
LoadedModule[0]=C:\\Games\\Example.exe\r\nAppName=Example game\r\nAppPath=C:\\Games\\Example.exe\r\n";

    #[test]
    fn values_go_by_number() {
        assert!(is_one(REPORT));
        let report = read(REPORT);
        assert_eq!(report.app.as_deref(), Some("Example.exe"));
        assert_eq!(report.version.as_deref(), Some("3.2.1.0"));
        assert_eq!(report.os.as_deref(), Some("Windows 10.0.99999"));
        assert_eq!(report.exception.as_deref(), Some("0xc0000005 (example.dll)"));
        assert_eq!(report.symbolication, Symbolication::Unknown);
        let net = REPORT
            .replace("APPCRASH", "CLR20r3")
            .replace("Sig[6].Value=c0000005", "Sig[8].Value=System.ArgumentException");
        assert_eq!(read(&net).exception.as_deref(), Some("System.ArgumentException (example.dll)"));
        let hang = REPORT.replace("APPCRASH", "AppHangB1");
        assert_eq!((read(&hang).app.as_deref(), read(&hang).exception), (Some("Example.exe"), None));
    }
}
