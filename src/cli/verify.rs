//! `casefile verify`

use super::args::Verify;
use super::{Exit, out, source};
use crate::bundle::{self, FindingKind};
use crate::model::Lang;
use crate::pipeline::{self, Error};
use crate::platform::World;
use crate::redact::{LeakScanner, Policy};
use crate::store;
use crate::text::{t, tf};

pub fn run(command: &Verify, world: &World) -> Result<Exit, Error> {
    let file = command.file.clone();
    source::expect_file(&file)?;
    let own = bundle::composed_at(&file).and_then(|at| store::private_map_of_bundle(&world.folders, &at));
    let policy = Policy::for_bundle(source::known(command.cold), &own.unwrap_or_default().map);
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
    let unsearched = pipeline::unsearched(&verification.unsearched, lang);
    if verification.ok {
        let whole = tf(lang, "cli-verified", &[("entries", verification.entries.into())]);
        return std::iter::once(whole).chain(unsearched).collect::<Vec<_>>().join("\n");
    }
    let mut lines = vec![tf(lang, "cli-not-verified", &[("count", verification.findings.len().into())])];
    for finding in &verification.findings {
        let place = finding.line.map_or_else(|| finding.entry.clone(), |line| format!("{}:{line}", finding.entry));
        let what = t(lang, kind(finding.kind));
        let class = finding.class.as_deref().map(|class| format!(" ({class})")).unwrap_or_default();
        lines.push(format!("  {place}: {what}{class}"));
    }
    lines.extend(unsearched);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_could_search_is_named() {
        let unsearched = vec!["crashes/a.dmp".to_owned(), "files/b.zip".to_owned()];
        let whole = bundle::Verification { ok: true, entries: 9, findings: Vec::new(), unsearched };
        let told = words(&whole, Lang::En);
        let last = told.lines().last().unwrap_or_default();
        assert_eq!(last, "2 files could not be searched for private data: crashes/a.dmp, files/b.zip.");
    }
}
