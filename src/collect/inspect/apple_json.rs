//! The JSON body of an Apple crash report.

use serde_json::Value;

use super::apple::{is_own, string};
use super::json;
use super::report::CrashReport;
use super::symbol::{self, Frame};
use crate::model::CrashTold;

/// The body at the start of `text`; one that is cut or broken is read up to there.
pub fn body(text: &str) -> Option<Value> {
    let is_body = |body: &Value| body.get("procName").is_some() || body.get("usedImages").is_some();
    json::first(text).filter(is_body).or_else(|| {
        let marked = text.contains("\"procName\"");
        marked.then(|| mended(text)).flatten().filter(is_body)
    })
}

/// Cuts a broken JSON text behind the last whole value before the mistake, and closes what is open.
fn mended(text: &str) -> Option<Value> {
    let mistake = json::read(text).err()?;
    let lines_before: usize = text.split_inclusive('\n').take(mistake.line().saturating_sub(1)).map(str::len).sum();
    let end = (lines_before + mistake.column()).min(text.len());
    let (mut in_string, mut escaped) = (false, false);
    let (mut open, mut cut) = (Vec::new(), None);
    for (at, byte) in text.bytes().enumerate().take(end) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' => open.push('}'),
            b'[' => open.push(']'),
            b'}' | b']' => {
                open.pop();
            }
            b',' => cut = Some((at, open.clone())),
            _ => {}
        }
        if open.len() > 100 {
            return None;
        }
    }
    let (at, open) = cut?;
    let closers: String = open.iter().rev().collect();
    json::first(&format!("{}{closers}", &text[..at]))
}

/// What the body says.
pub fn read(body: &Value) -> CrashReport {
    let app = string(body, "procName");
    let path = string(body, "procPath").unwrap_or_default();
    let list = |key: &str| body.get(key).and_then(Value::as_array).into_iter().flatten();
    let images: Vec<(String, bool)> = list("usedImages")
        .map(|image| {
            let name = string(image, "name").unwrap_or_default();
            let own = Some(&name) == app.as_ref() || is_own(&string(image, "path").unwrap_or_default(), &path);
            (name, own)
        })
        .collect();
    let in_threads = list("threads").filter_map(|thread| thread.get("frames")?.as_array()).flatten();
    let frames: Vec<Frame> = in_threads.chain(list("lastExceptionBacktrace")).map(|raw| frame(raw, &images)).collect();
    let triggered =
        || list("threads").position(|thread| thread.get("triggered").and_then(Value::as_bool) == Some(true));
    let exception = body.get("exception").and_then(|exception| {
        let kind = string(exception, "type")?;
        Some(string(exception, "signal").map_or_else(|| kind.clone(), |signal| format!("{kind} ({signal})")))
    });
    let os = body.get("osVersion").and_then(|os| {
        let train = string(os, "train")?;
        Some(string(os, "build").map_or_else(|| train.clone(), |build| format!("{train} ({build})")))
    });
    let bundle = |key| body.get("bundleInfo").and_then(|bundle| string(bundle, key));
    let faulting_thread = body.get("faultingThread").and_then(Value::as_u64);
    let faulting_thread = faulting_thread.or_else(|| triggered().map(|index| index as u64));
    let thrown: Vec<&Value> = list("lastExceptionBacktrace").collect();
    let crashed = || list("threads").nth(usize::try_from(faulting_thread?).ok()?)?.get("frames")?.as_array();
    let told = if thrown.is_empty() { crashed().into_iter().flatten().collect() } else { thrown };
    let trace = told.into_iter().take(CrashTold::FRAMES).enumerate().map(|(at, raw)| line(at, raw, &images)).collect();
    symbol::count(&frames).judge(CrashReport {
        app,
        version: bundle("CFBundleShortVersionString").or_else(|| bundle("CFBundleVersion")),
        os,
        exception,
        faulting_thread,
        trace,
        ..CrashReport::default()
    })
}

/// A frame as the older reports write one: `0   Example   -[Thing run] + 12 (Thing.m:9)`.
fn line(at: usize, raw: &Value, images: &[(String, bool)]) -> String {
    let Frame { image, name, offset, .. } = frame(raw, images);
    let image = if image.is_empty() { "???".to_owned() } else { image };
    let inside = || raw.get("imageOffset").and_then(Value::as_u64).unwrap_or(0);
    let what = name.map_or_else(|| format!("+ {}", inside()), |name| format!("{name} + {offset}"));
    let source = string(raw, "sourceFile").map(|file| {
        raw.get("sourceLine").and_then(Value::as_u64).map_or_else(|| file.clone(), |line| format!("{file}:{line}"))
    });
    let source = source.map(|source| format!(" ({source})")).unwrap_or_default();
    format!("{at:<3} {image:<28} {what}{source}")
}

fn frame(raw: &Value, images: &[(String, bool)]) -> Frame {
    let index = raw.get("imageIndex").and_then(Value::as_u64).and_then(|index| usize::try_from(index).ok());
    let (image, own) = index.and_then(|index| images.get(index)).cloned().unwrap_or_default();
    Frame {
        image,
        own,
        name: string(raw, "symbol"),
        offset: raw.get("symbolLocation").and_then(Value::as_u64).unwrap_or(0),
        source: raw.get("sourceFile").is_some() || raw.get("sourceLine").is_some(),
    }
}

#[cfg(test)]
pub(in crate::collect::inspect) mod tests {
    use super::super::apple;
    use crate::model::Symbolication;

    pub fn ips() -> String {
        let body = serde_json::json!({
            "procName": "Example", "procPath": "/Applications/Example.app/Contents/MacOS/Example",
            "exception": {"type": "EXC_CRASH", "signal": "SIGABRT"}, "faultingThread": 1,
            "usedImages": [
                {"name": "Example", "path": "/Applications/Example.app/Contents/MacOS/Example"},
                {"name": "libsystem", "path": "/usr/lib/libsystem"},
                {"name": "Parts", "path": "/Applications/Example.app/Contents/Frameworks/Parts.framework/Parts"},
                {"name": "", "path": ""},
            ],
            "threads": [
                {"frames": [{"imageIndex": 1, "symbol": "wait"}]},
                {"triggered": true, "frames": [
                    {"imageIndex": 1, "symbol": "abort"}, {"imageIndex": 0, "imageOffset": 7}, {"imageIndex": 2, "symbol": "part"},
                    {"imageIndex": 3, "imageOffset": 0},
                ]},
            ],
            "legacyInfo": {},
        });
        format!("{}\n{body:#}\n", apple::tests::HEADER)
    }

    #[test]
    fn json_is_judged_on_the_apps_own_frames() {
        let report = apple::read(&ips());
        assert_eq!(report.app.as_deref(), Some("Example"));
        assert_eq!(report.version.as_deref(), Some("1.2"));
        assert_eq!(report.os.as_deref(), Some("macOS 99.1 (99A1)"));
        assert_eq!(report.trace.len(), 4);
        assert_eq!(report.trace[1], format!("{:<3} {:<28} + 7", 1, "Example"));
        assert!(report.trace[2].ends_with("part + 0"));
        assert_eq!(report.exception.as_deref(), Some("EXC_CRASH (SIGABRT)"));
        assert_eq!(report.faulting_thread, Some(1));
        assert_eq!(
            (report.symbolication, report.app_frames, report.app_frames_symbolicated),
            (Symbolication::Partial, 2, 1)
        );
    }

    #[test]
    fn a_cut_or_broken_body_is_read_up_to_there() {
        let whole = apple::read(&ips());
        let cut = ips().split("\"legacyInfo\"").next().unwrap().to_owned();
        assert_eq!(apple::read(&cut), whole);
        let wrong = ips().replace("\"legacyInfo\": {}", "\"legacyInfo\": {} \"x\"");
        assert_eq!(apple::read(&wrong).exception, whole.exception);
        for end in (0..ips().len()).filter(|end| ips().is_char_boundary(*end)) {
            apple::read(&ips()[..end]);
        }
    }

    #[test]
    fn a_bare_program_names_only_its_exports() {
        let far = ips().replace("\"symbol\": \"part\"", "\"symbol\": \"api_ready\", \"symbolLocation\": 38972");
        let report = apple::read(&far);
        assert_eq!((report.symbolication, report.app_frames), (Symbolication::None, 2));
    }
}
