//! `casefile verify`

use super::args::Verify;
use super::{Exit, out, source};
use crate::bundle::{self, FindingKind};
use crate::model::Lang;
use crate::pipeline::Error;
use crate::platform::World;
use crate::redact::{LeakScanner, Policy};
use crate::text::{t, tf};

pub fn run(command: &Verify, world: &World) -> Result<Exit, Error> {
    let policy = Policy { known: source::known(command.cold), ..Policy::default() };
    let file = command.file.clone();
    source::expect_file(&file)?;
    let verification = out::with_progress(world.lang, move |monitor| {
        Ok(bundle::verify(&file, LeakScanner::for_policy(&policy), monitor)?)
    })?;
    if command.json {
        out::json(&verification);
    } else {
        out::say(&words(&verification, world.lang));
    }
    Ok(if verification.ok { Exit::Done } else { Exit::Found })
}

fn words(verification: &bundle::Verification, lang: Lang) -> String {
    if verification.ok {
        return tf(lang, "cli-verified", &[("entries", verification.entries.into())]);
    }
    let mut lines = vec![tf(lang, "cli-not-verified", &[("count", verification.findings.len().into())])];
    for finding in &verification.findings {
        let place = finding.line.map_or_else(|| finding.entry.clone(), |line| format!("{}:{line}", finding.entry));
        let what = t(lang, kind(finding.kind));
        let class = finding.class.as_deref().map(|class| format!(" ({class})")).unwrap_or_default();
        lines.push(format!("  {place}: {what}{class}"));
    }
    lines.join("\n")
}

fn kind(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Missing => "cli-finding-missing",
        FindingKind::Extra => "cli-finding-extra",
        FindingKind::Hash => "cli-finding-hash",
        FindingKind::Size => "cli-finding-size",
        FindingKind::Name => "cli-finding-name",
        FindingKind::Leak => "cli-finding-leak",
    }
}
