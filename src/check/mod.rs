//! The checklist: holds an incident against what its destination asks for. Rules are data (`assets/checks.toml` and the
//! profile's own), each predicate is evaluated in one place, and one issue per request is judged in [`one_issue`].
//!
//! Never here: input or output, the clock, a change to the incident, wording in Rust. Pure: the same incident gives the
//! same report.

mod adapter;
mod attempts;
mod concise;
mod errors;
mod fields;
mod files;
mod forbidden;
mod language;
mod moment;
pub mod one_issue;
mod overrides;
mod page;
mod phone;
mod phrases;
mod place;
mod plain;
mod predicate;
mod prose;
mod reports;
mod rules;
mod split;
mod step_form;
mod tone;
mod words;

use crate::model::{Incident, Item, Lang, Level, Outcome, Profile, Report, Rule};
use crate::text::{t, tf};

pub use fields::name as field_of;
pub use files::problem as file_problem;
pub use overrides::{override_item, take_back};
pub use reports::differences;
pub use rules::common;
pub use split::{join, split};

use predicate::{Finding, Judgement};
use prose::Texts;

/// The checklist of `incident` for `profile`, in words of `lang`. Every rule that applies is an item, met or not.
///
/// Items quote what the user wrote: what goes into a bundle is redacted first.
#[must_use]
pub fn check(incident: &Incident, profile: &Profile, lang: Lang) -> Report {
    let mut report = Report { destination: profile.id.clone(), incident: incident.fingerprint, ..Report::default() };
    let texts = Texts::read(&incident.draft);
    for rule in rules::effective(profile) {
        if let Some(finding) = predicate::evaluate(incident, profile, &texts, rule, lang) {
            let item = item(incident, profile, rule, &finding, lang);
            if !finding.parts.is_empty() {
                report.parts = finding.parts;
            }
            report.items.push(item);
        }
    }
    report.items.extend(overrides::unknown(&incident.draft, profile, lang));
    report
}

fn item(incident: &Incident, profile: &Profile, rule: &Rule, finding: &Finding, lang: Lang) -> Item {
    let outcome = match finding.judgement {
        Judgement::Met => Outcome::Pass,
        Judgement::Asks if rule.level == Level::MustFix => Outcome::Confirm,
        Judgement::Missed | Judgement::Asks => outcome(rule.level),
        Judgement::Advises => Outcome::Advice,
    };
    let title = rule.title.get(lang);
    let why = match (&profile.one_issue, rule.id.as_str()) {
        (Some(own), rules::ONE_ISSUE) => own,
        _ => &rule.why,
    };
    let message = if outcome == Outcome::Pass {
        passed(rule, finding, lang)
    } else {
        [rule.message.get(lang), &finding.detail]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let item = Item {
        check: rule.id.clone(),
        title: title.to_owned(),
        outcome,
        field: finding.field.clone(),
        message,
        why: why.get(lang).to_owned(),
        spans: finding.spans.clone(),
        fix: finding.fix.filter(|_| outcome != Outcome::Pass),
    };
    overrides::apply(&incident.draft, item, lang)
}

fn outcome(level: Level) -> Outcome {
    match level {
        Level::MustFix => Outcome::MustFix,
        Level::Confirm => Outcome::Confirm,
        Level::Advice => Outcome::Advice,
    }
}

/// What a met rule found: its words, with the number where there is one, `Steps to reproduce (4)`.
fn passed(rule: &Rule, finding: &Finding, lang: Lang) -> String {
    let words = rule.done.as_ref().unwrap_or(&rule.title).get(lang);
    match finding.count {
        None => words.to_owned(),
        Some(count) => {
            let count = crate::text::number(lang, count as u64);
            tf(lang, "check-counted", &[("words", words.into()), ("n", count.into())])
        }
    }
}

/// So many finds are named in one sentence; the spans have them all.
const NAMED: usize = 6;

/// Words as the language quotes them, each once, long ones shortened.
fn quoted<'a>(words: impl IntoIterator<Item = &'a str>, lang: Lang) -> String {
    list_of(words.into_iter().map(|text| quote(&shortened(text), lang)))
}

fn quote(text: &str, lang: Lang) -> String {
    tf(lang, "check-quoted", &[("words", text.into())])
}

/// The beginning of a text in one line, whole words.
fn shortened(text: &str) -> String {
    const QUOTED_CHARS: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTED_CHARS {
        return line;
    }
    let cut: String = line.chars().take(QUOTED_CHARS).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// The first few of `all`, each once.
fn list_of(all: impl Iterator<Item = String>) -> String {
    let mut named: Vec<String> = Vec::new();
    for one in all {
        if named.contains(&one) {
            continue;
        }
        if named.len() == NAMED {
            named.push("…".to_owned());
            break;
        }
        named.push(one);
    }
    named.join(", ")
}

/// A row that no rule stands behind.
fn note(check: &str, message: String, lang: Lang) -> Item {
    Item {
        check: check.to_owned(),
        title: t(lang, "check-unknown-override-title"),
        outcome: Outcome::Advice,
        field: "overrides".to_owned(),
        message,
        why: t(lang, "check-unknown-override-why"),
        spans: Vec::new(),
        fix: None,
    }
}

#[cfg(test)]
mod tests;
