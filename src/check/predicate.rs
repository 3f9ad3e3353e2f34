//! One evaluation for each kind of rule.

use crate::model::{
    Choice, EvidenceKind, FactKey, FieldSpec, FieldType, FieldValue, Fix, Incident, IssuePart, Lang, Part, Predicate,
    Profile, Rule, Span,
};
use crate::text::{number, t, tf};

use super::one_issue::{self, IssueText, Severity, Verdict};
use super::prose::Texts;
use super::{
    attempts, concise, errors, fields, files, forbidden, language, moment, phone, place, plain, reports, step_form,
    tone,
};

/// How a rule came out, before its level counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judgement {
    /// Met.
    Met,
    /// Not met: the rule's level.
    Missed,
    /// Perhaps not met: the user is asked, unless the rule only advises.
    Asks,
    /// Not met, and worth no more than a word.
    Advises,
}

/// What the evaluation of one rule gave.
#[derive(Debug)]
pub(super) struct Finding {
    pub judgement: Judgement,
    pub field: String,
    /// What exactly is missing, a sentence; empty if the rule's words say it all.
    pub detail: String,
    /// How many were found.
    pub count: Option<usize>,
    pub spans: Vec<Span>,
    pub parts: Vec<IssuePart>,
    pub fix: Option<Fix>,
}

impl Finding {
    pub(super) fn new(field: &str, met: bool, fix: Fix) -> Self {
        Self {
            judgement: if met { Judgement::Met } else { Judgement::Missed },
            field: field.to_owned(),
            detail: String::new(),
            count: None,
            spans: Vec::new(),
            parts: Vec::new(),
            fix: Some(fix),
        }
    }

    pub(super) fn detail(mut self, detail: String) -> Self {
        self.detail = detail;
        self
    }

    pub(super) fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }
}

/// The finding of `rule`; `None` where there is nothing to hold against it.
pub(super) fn evaluate(
    incident: &Incident,
    profile: &Profile,
    texts: &Texts,
    rule: &Rule,
    lang: Lang,
) -> Option<Finding> {
    let draft = &incident.draft;
    match &rule.when {
        Predicate::Filled { field } => Some(Finding::new(field, fields::is_filled(draft, field), Fix::Fill)),
        Predicate::MinWords { field, words } => {
            let found = fields::text(draft, field).split_whitespace().filter(|word| is_word(word)).count();
            // An empty field is the business of `filled`.
            (found > 0).then(|| Finding::new(field, found >= *words, Fix::Fill))
        }
        Predicate::MaxChars { field, chars } => {
            let found = fields::text(draft, field).trim().chars().count();
            let finding = Finding::new(field, found <= *chars, Fix::Shorten);
            (found > 0).then(|| finding.detail(too_long(found, *chars, lang)))
        }
        Predicate::MinSteps { count } => {
            let found = draft.steps.iter().filter(|step| !step.trim().is_empty()).count();
            Some(Finding::new("steps", found >= *count, Fix::Fill).count(found))
        }
        Predicate::Attached { kinds, said } => {
            (said.is_empty() || place::is_said(texts, said)).then(|| attached(incident, kinds))
        }
        Predicate::Specs => specs(incident, profile),
        Predicate::Fact { fact } => Some(Finding::new("system", incident.facts.has(*fact), Fix::Fill)),
        Predicate::RequiredFields => required_fields(incident, profile, lang),
        Predicate::TextFits => text_fits(incident, profile, lang),
        Predicate::FilesFit => files::fit(incident, profile, lang),
        Predicate::FileTypes => files::types(incident, profile, lang),
        Predicate::Readable => files::readable(incident, lang),
        Predicate::Language { langs } => language::evaluate(incident, profile, langs),
        Predicate::ContactEmail => {
            let address = draft.contact.email.trim();
            (!address.is_empty()).then(|| Finding::new("contact.email", is_email(address), Fix::Fill))
        }
        Predicate::ContactPhone => phone::evaluate(draft, lang),
        Predicate::Symbolicated => files::symbolicated(incident, lang),
        Predicate::LogCoversTime => moment::evaluate(incident, lang),
        Predicate::ReportsAgree => reports::agree(incident, lang),
        Predicate::Captioned { kinds } => files::captioned(incident, kinds, lang),
        Predicate::Concise { field, words } => concise::evaluate(draft, texts, field, *words, lang),
        Predicate::StepForm => step_form::evaluate(draft, texts, lang),
        Predicate::ErrorQuoted => errors::evaluate(incident, texts, lang),
        Predicate::TriedOutcomes => attempts::outcomes(texts, lang),
        Predicate::PlainEnglish => plain::evaluate(texts, lang),
        Predicate::Tone => tone::evaluate(texts, lang),
        Predicate::Forbidden => forbidden::evaluate(texts, profile, lang),
        Predicate::Lacks { field, words } => place::lacks(texts, field, words, lang),
        Predicate::RightPlace => place::right_place(texts, profile, lang),
        Predicate::SelfHelp => attempts::self_help(draft, profile, lang),
        Predicate::OneIssue => Some(one_issue(incident, lang)),
    }
}

fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

fn attached(incident: &Incident, kinds: &[EvidenceKind]) -> Finding {
    let found = incident
        .evidence
        .iter()
        .filter(|file| file.problem.is_none() && (kinds.is_empty() || kinds.contains(&file.recognised)))
        .count();
    Finding::new("evidence", found > 0, Fix::Attach).count(found)
}

fn specs(incident: &Incident, profile: &Profile) -> Option<Finding> {
    let known = |key: &FactKey| incident.facts.has(*key);
    (!profile.facts.is_empty()).then(|| Finding::new("system", profile.facts.iter().any(known), Fix::Fill))
}

/// Fields that rules of their own look at already, or that are filled from the whole, are left to those.
fn required_fields(incident: &Incident, profile: &Profile, lang: Lang) -> Option<Finding> {
    let mut required = profile
        .fields
        .iter()
        .filter(|field| field.required && !matches!(field.from, Some(Part::Title | Part::Description)))
        .filter_map(|field| match field.from {
            None => Some((field, format!("fields.{}", field.id))),
            Some(part) => Some((field, fields::name(part)?.to_owned())),
        })
        .peekable();
    required.peek()?;
    let missing: Vec<_> = required.filter(|(field, name)| !is_answered(incident, field, name)).collect();
    let labels: Vec<&str> = missing.iter().map(|(field, _)| field.label.get(lang)).collect();
    let field = missing.first().map_or("fields", |(_, name)| name.as_str());
    let detail = tf(lang, "check-still-empty", &[("fields", labels.join(", ").into())]);
    Some(Finding::new(field, missing.is_empty(), Fix::Fill).detail(detail))
}

/// Whether the form takes what the user gave: every box it insists on is ticked; words that the form itself put into a
/// field are no answer; a field that a part of the incident fills may be answered by itself as well.
fn is_answered(incident: &Incident, field: &FieldSpec, name: &str) -> bool {
    let draft = &incident.draft;
    if field.kind == FieldType::Checkbox && field.options.iter().any(Choice::is_required) {
        let ticked = incident.chosen.get(&field.id);
        let is_ticked = |place: &usize| ticked.is_some_and(|ticked| ticked.contains(place));
        let mut required = (0..field.options.len()).filter(|place| field.options[*place].is_required());
        return required.all(|place| is_ticked(&place));
    }
    let own = draft.fields.get(&field.id).filter(|answer| answer.is_filled());
    let is_forms_own = |answer: &FieldValue| {
        let is_text = matches!(field.kind, FieldType::Text | FieldType::Multiline);
        is_text && field.default.as_ref().is_some_and(|default| default.trim() == answer.text().trim())
    };
    own.is_some_and(|answer| !is_forms_own(answer)) || (field.from.is_some() && fields::is_filled(draft, name))
}

/// Counts characters of the description, of every answer with a limit, and of the whole composed text where one field
/// takes it all.
fn text_fits(incident: &Incident, profile: &Profile, lang: Lang) -> Option<Finding> {
    let draft = &incident.draft;
    let mut limits: Vec<(String, usize, usize)> = Vec::new();
    if let Some(limit) = profile.text.max_chars {
        limits.push(("description".to_owned(), draft.description.trim().chars().count(), limit));
    }
    for field in &profile.fields {
        let Some(limit) = field.max_chars else { continue };
        let (name, found) = match field.from {
            None => {
                let name = format!("fields.{}", field.id);
                let found = fields::text(draft, &name).trim().chars().count();
                (name, found)
            }
            Some(Part::Text) => ("description".to_owned(), composed_chars(incident, profile)),
            Some(part) => {
                let Some(name) = fields::name(part) else { continue };
                (name.to_owned(), fields::text(draft, name).trim().chars().count())
            }
        };
        limits.push((name, found, limit));
    }
    let first = limits.first()?;
    let worst = limits.iter().find(|(_, found, limit)| found > limit);
    let (name, found, limit) = worst.unwrap_or(first);
    Some(Finding::new(name, worst.is_none(), Fix::Shorten).detail(too_long(*found, *limit, lang)))
}

/// The length of the composed text as it is copied: sections with an empty line between them.
fn composed_chars(incident: &Incident, profile: &Profile) -> usize {
    let sections = incident.narrative(profile, |key| t(incident.lang, &format!("specs-label-{}", key.id())));
    let texts: usize = sections.iter().map(|section| section.to_string().chars().count()).sum();
    texts + 2 * sections.len().saturating_sub(1)
}

fn too_long(found: usize, limit: usize, lang: Lang) -> String {
    let values = [("found", number(lang, found as u64).into()), ("limit", number(lang, limit as u64).into())];
    tf(lang, "check-too-long", &values)
}

/// Something before one `@`, and a host with a dot after it.
fn is_email(address: &str) -> bool {
    let Some((name, host)) = address.split_once('@') else { return false };
    let plain = |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || "@,;<>\"()".contains(c));
    plain(name) && plain(host) && host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty())
}

fn one_issue(incident: &Incident, lang: Lang) -> Finding {
    let draft = &incident.draft;
    let verdict = one_issue::judge(&IssueText {
        title: &draft.title,
        description: &draft.description,
        steps: &draft.steps,
        error_text: &draft.error_text,
    });
    let field = verdict.parts.get(1).and_then(|part| part.spans.first()).map_or("description", |span| &span.field);
    let mut finding = Finding::new(field, verdict.severity == Severity::Pass, Fix::Split);
    if verdict.severity == Severity::Confirm {
        finding.judgement = Judgement::Asks;
    }
    if verdict.severity != Severity::Pass {
        let told = [parts_text(&verdict.parts, lang), reasons_text(&verdict, lang)];
        finding.detail = told.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        finding.spans = match verdict.parts.get(1..) {
            Some(further) if !further.is_empty() => further.iter().flat_map(|part| part.spans.clone()).collect(),
            _ => verdict.reasons.iter().map(|reason| reason.span.clone()).collect(),
        };
        // What cannot be told apart cannot be split for the user.
        if verdict.parts.len() < 2 {
            finding.fix = Some(Fix::Fill);
        }
        finding.parts = verdict.parts;
    }
    finding
}

/// What speaks for several, a sentence for each kind: "The title announces several: “problems”." A marker that stands
/// beside its part already is not told again.
fn reasons_text(verdict: &Verdict, lang: Lang) -> String {
    const QUOTED_CHARS: usize = 60;
    let mut told: Vec<String> = Vec::new();
    for reason in &verdict.reasons {
        let text = reason.span.text.trim();
        if verdict.parts.iter().any(|part| part.marker == text) {
            continue;
        }
        let text = quotable(text);
        if text.is_empty() {
            continue;
        }
        let mut words: String = text.chars().take(QUOTED_CHARS).collect();
        if words.len() < text.len() {
            words.push('…');
        }
        let sentence = tf(lang, reason.clue.message_id(), &[("words", words.into())]);
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    told.join(" ")
}

/// The words without the stop behind them, which reads badly before a closing quotation mark.
fn quotable(words: &str) -> &str {
    words.trim_end_matches([',', ';', ':', '.', '-', '–', '—', ' '])
}

/// "Part 2: … (marker: Secondly)" for every part.
fn parts_text(parts: &[IssuePart], lang: Lang) -> String {
    if parts.len() < 2 {
        return t(lang, "check-parts-unclear");
    }
    let lines = parts.iter().enumerate().map(|(i, part)| {
        let marker = quotable(&part.marker);
        let values = [
            ("n", number(lang, i as u64 + 1).into()),
            ("title", part.title.as_str().into()),
            ("marker", marker.into()),
        ];
        tf(lang, if marker.is_empty() { "check-part" } else { "check-part-marked" }, &values)
    });
    lines.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_for_several_is_told() {
        let verdict = one_issue::judge(&IssueText {
            title: "Several problems with the editor",
            description: "The export to PDF fails with an error. Also, the sound of the preview is missing.",
            ..IssueText::default()
        });
        assert_ne!(verdict.severity, Severity::Pass);
        let told = reasons_text(&verdict, Lang::En);
        assert!(told.contains("The title announces several: “Several problems”."), "{told}");
        assert!(parts_text(&verdict.parts, Lang::En).contains("(marker: “Also”)"), "{:?}", verdict.parts);
    }

    #[test]
    fn addresses_are_told_from_other_text() {
        for good in ["me@example.com", "first.last+tag@mail.example.org", "почта@пример.рф"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["me", "me@", "@example.com", "me@example", "me@@example.com", "me @example.com", "a@b..c"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
