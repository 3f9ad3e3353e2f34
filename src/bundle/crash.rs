//! What a crash report says, readable beside the report itself: many of them are JSON or memory.

use crate::model::{CrashTold, Evidence, Lang, Symbolication};
use crate::text::t;

/// The summary of a crash report as lines; none where the report told nothing.
pub(super) fn summary(lang: Lang, path: &str, evidence: &Evidence) -> Option<String> {
    let CrashTold { app, version, os, exception, thread, trace } = evidence.crash.as_ref()?;
    let named = evidence.symbolication.and_then(|symbolication| {
        Some(match symbolication {
            Symbolication::Full => "crash-symbolicated",
            Symbolication::Partial => "crash-symbolicated-partly",
            Symbolication::None => "crash-not-symbolicated",
            Symbolication::Unknown => return None,
        })
    });
    let rows = [
        ("crash-app", app.clone()),
        ("crash-version", version.clone()),
        ("crash-os", os.clone()),
        ("crash-exception", exception.clone()),
        ("crash-thread", thread.map(|number| number.to_string())),
        ("crash-names", named.map(|id| t(lang, id))),
    ];
    let told: Vec<String> =
        rows.into_iter().filter_map(|(label, value)| Some(format!("{}: {}\n", t(lang, label), value?))).collect();
    if told.is_empty() {
        return None;
    }
    let mut text = format!("{path}\n\n{}", told.concat());
    if !trace.is_empty() {
        let heading = t(lang, "crash-frames");
        text = format!("{text}\n{heading}\n{}\n", trace.join("\n"));
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_stands_in_the_summary_and_no_more() {
        let crash = CrashTold {
            app: Some("Example".into()),
            exception: Some("EXC_CRASH (SIGABRT)".into()),
            thread: Some(3),
            trace: vec!["0  Example  run() + 4".into()],
            ..CrashTold::default()
        };
        let evidence = Evidence { crash: Some(crash), symbolication: Some(Symbolication::Full), ..Evidence::default() };
        let text = summary(Lang::En, "crashes/a.ips", &evidence).unwrap();
        assert_eq!(
            text,
            "crashes/a.ips\n\nProgram: Example\nException: EXC_CRASH (SIGABRT)\nCrashed thread: 3\nSymbolicated: yes\n\nWhere it crashed:\n0  Example  run() + 4\n"
        );
        let nothing = Evidence { crash: Some(CrashTold::default()), ..Evidence::default() };
        assert_eq!(summary(Lang::En, "crashes/a.dmp", &nothing), None);
        assert_eq!(summary(Lang::En, "a.log", &Evidence::default()), None);
    }
}
