//! `casefile check`

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::args::Check;
use super::{Exit, batch, out, source};
use crate::check::one_issue::{self, Severity};
use crate::model::{Item, Lang, Outcome, Report};
use crate::pipeline::{self, Error};
use crate::platform::World;
use crate::text::{t, tf};

pub fn run(command: &Check, world: &World) -> Result<Exit, Error> {
    if let Some(file) = &command.batch {
        return batch::run(file, |line: Question| judge(&line));
    }
    let Some(file) = &command.file else { return Ok(Exit::Usage) };
    let source = source::load(file, world)?;
    let lang = world.lang;
    let reviewed = out::with_progress(lang, move |monitor| {
        let facts = crate::collect::facts(&source.draft.fact_keys(&source.profile), &source::probes(), monitor);
        pipeline::review(&source, facts, lang, monitor)
    })?;
    if command.json {
        out::json(&Answer::of(&reviewed.report));
    } else {
        out::say(&words(&reviewed.report, lang));
    }
    Ok(if reviewed.report.is_ready() { Exit::Done } else { Exit::Found })
}

#[derive(Serialize)]
struct Answer<'a> {
    format: u32,
    destination: &'a str,
    ready: bool,
    items: &'a [Item],
}

impl<'a> Answer<'a> {
    fn of(report: &'a Report) -> Self {
        Self { format: 1, destination: &report.destination, ready: report.is_ready(), items: &report.items }
    }
}

/// The checklist as text: what blocks first, then what is asked, advised, and done.
pub fn words(report: &Report, lang: Lang) -> String {
    let mut text = String::new();
    for (outcome, heading) in [
        (Outcome::MustFix, "cli-must-fix"),
        (Outcome::Confirm, "cli-confirm"),
        (Outcome::Advice, "cli-advice"),
        (Outcome::Overridden, "cli-overridden"),
        (Outcome::Pass, "cli-done"),
    ] {
        let items: Vec<&Item> = report.with(outcome).collect();
        if items.is_empty() {
            continue;
        }
        text.push_str(&format!("{}\n", t(lang, heading)));
        for item in items {
            text.push_str(&format!("  {} {}", mark(outcome), item.title));
            if outcome != Outcome::Pass {
                text.push_str(&format!(" [{}]\n      {}\n      {}", item.check, item.message, item.why));
            }
            text.push('\n');
        }
    }
    let open = report.items.iter().filter(|item| matches!(item.outcome, Outcome::MustFix | Outcome::Confirm)).count();
    text.push_str(&tf(lang, "cli-verdict", &[("open", open.into())]));
    text
}

fn mark(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::MustFix => "✗",
        Outcome::Confirm => "?",
        Outcome::Advice => "i",
        Outcome::Overridden => "~",
        Outcome::Pass => "✓",
    }
}

#[derive(serde::Deserialize)]
struct Question {
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    steps: Option<Vec<String>>,
    #[serde(default)]
    error: Option<String>,
}

fn judge(question: &Question) -> BTreeMap<&'static str, serde_json::Value> {
    let verdict = one_issue::judge(&one_issue::IssueText {
        title: question.title.as_deref().unwrap_or_default(),
        description: question.description.as_deref().unwrap_or_default(),
        steps: question.steps.as_deref().unwrap_or_default(),
        error_text: question.error.as_deref().unwrap_or_default(),
    });
    let parts: Vec<_> = verdict
        .parts
        .iter()
        .map(|part| {
            let spans: Vec<_> = part.spans.iter().map(|span| json!([span.field, span.start, span.end])).collect();
            json!({"title": part.title, "spans": spans})
        })
        .collect();
    let several = verdict.severity != Severity::Pass;
    let severity = match verdict.severity {
        Severity::Pass => "pass",
        Severity::Confirm => "confirm",
        Severity::MustFix => "must-fix",
    };
    BTreeMap::from([
        ("verdict", json!(if several { "several" } else { "one" })),
        ("severity", json!(severity)),
        ("parts", json!(parts)),
    ])
}
