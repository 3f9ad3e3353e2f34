//! The detector on reports of our own (`tests/one_issue.toml`), and the rules of its answers.

use serde::Deserialize;

use super::*;
use crate::model::Lang;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    several: bool,
    title: String,
    description: String,
    #[serde(default)]
    steps: Vec<String>,
    #[serde(default)]
    error: String,
    /// Words that stand in a part of their own.
    #[serde(default)]
    part: String,
}

fn cases() -> Vec<Case> {
    toml::from_str::<File>(include_str!("../../../tests/one_issue.toml")).expect("valid").case
}

fn judged(case: &Case) -> Verdict {
    judge(&IssueText {
        title: &case.title,
        description: &case.description,
        steps: &case.steps,
        error_text: &case.error,
    })
}

#[test]
fn our_reports_are_judged_well_enough() {
    let (mut hits, mut missed, mut false_alarms, mut wrong_blocks) = (0, 0, 0, 0);
    for case in cases() {
        let verdict = judged(&case);
        let flagged = verdict.severity != Severity::Pass;
        match (case.several, flagged) {
            (true, true) => hits += 1,
            (true, false) => missed += 1,
            (false, true) => false_alarms += 1,
            (false, false) => {}
        }
        if case.several != flagged {
            let clues: Vec<_> = verdict.reasons.iter().map(|reason| (reason.clue, &reason.span.text)).collect();
            println!("missed: {} {clues:?}", case.title);
        }
        wrong_blocks += usize::from(!case.several && verdict.severity == Severity::MustFix);
        if !case.part.is_empty() {
            let spans: Vec<&str> =
                verdict.parts.iter().skip(1).flat_map(|part| &part.spans).map(|span| span.text.as_str()).collect();
            assert_eq!(spans, [case.part.as_str()]);
        }
    }
    let f1 = 2.0 * f64::from(hits) / f64::from(2 * hits + missed + false_alarms);
    println!("F1 {f1:.2}: {hits} found, {missed} missed, {false_alarms} false alarms");
    assert!(f1 >= 0.9, "F1 {f1:.2}");
    assert!(false_alarms <= 1, "{false_alarms} false alarms");
    assert_eq!(wrong_blocks, 0);
}

/// A report of `tests/one_issue/{unseen,untouched}.jsonl`: the weights were not learned from these.
#[derive(Deserialize)]
struct Unseen {
    id: String,
    title: String,
    description: String,
    #[serde(default)]
    steps: Option<Vec<String>>,
    #[serde(default)]
    error: Option<String>,
    lang: Lang,
    label: String,
}

/// `tests/one_issue/train.py` prints the same for every writer's reports in turn, and for all.
#[test]
fn reports_nobody_learned_from_are_judged_well_enough() {
    let files = [
        include_str!("../../../tests/one_issue/unseen.jsonl"),
        include_str!("../../../tests/one_issue/untouched.jsonl"),
    ];
    let reports: Vec<Unseen> =
        files.iter().flat_map(|file| file.lines()).map(|line| serde_json::from_str(line).expect("valid")).collect();
    for lang in Lang::ALL {
        let (mut found, mut missed, mut ones, mut false_alarms, mut blocked, mut wrong_blocks) = (0, 0, 0, 0, 0, 0);
        for report in reports.iter().filter(|report| report.lang == lang) {
            let steps = report.steps.clone().unwrap_or_default();
            let verdict = judge(&IssueText {
                title: &report.title,
                description: &report.description,
                steps: &steps,
                error_text: report.error.as_deref().unwrap_or_default(),
            });
            let several = report.label == "several";
            let flagged = verdict.severity != Severity::Pass;
            assert!(!flagged || !verdict.reasons.is_empty(), "{}: no reason", report.id);
            ones += usize::from(!several);
            found += usize::from(several && flagged);
            missed += usize::from(several && !flagged);
            false_alarms += usize::from(!several && flagged);
            blocked += usize::from(verdict.severity == Severity::MustFix);
            wrong_blocks += usize::from(!several && verdict.severity == Severity::MustFix);
        }
        let f1 = 2.0 * found as f64 / (2 * found + missed + false_alarms) as f64;
        println!(
            "{lang:?}: F1 {f1:.3}, {false_alarms} of {ones} false alarms, {wrong_blocks} of {blocked} blocks wrong"
        );
        assert!(f1 >= 0.82, "{lang:?}: F1 {f1:.3}");
        assert!(false_alarms * 100 <= ones * 9, "{lang:?}: {false_alarms} of {ones} false alarms");
        assert!(wrong_blocks * 20 <= blocked, "{lang:?}: {wrong_blocks} of {blocked} blocks wrong");
    }
}

#[test]
fn a_second_matter_is_named_by_its_subject_and_quoted() {
    let verdict = judged(&cases()[0]);
    assert_ne!(verdict.severity, Severity::Pass);
    assert_eq!(verdict.parts.len(), 2);
    assert_eq!(verdict.parts[1].title, "voice chat too quiet");
    assert_eq!(verdict.parts[1].marker, "Also,");
    assert!(verdict.reasons.iter().all(|reason| !reason.span.text.is_empty()));
}

#[test]
fn spans_stand_where_they_say() {
    for case in cases() {
        for span in judged(&case).parts.iter().flat_map(|part| &part.spans) {
            let text = match span.field.as_str() {
                "description" => case.description.clone(),
                step => case.steps[step[6..step.len() - 1].parse::<usize>().expect("a number")].clone(),
            };
            let there: String = text.chars().skip(span.start).take(span.end - span.start).collect();
            assert_eq!(there, span.text);
        }
    }
}

#[test]
fn an_error_text_opens_no_matter() {
    let case = Case { error: "E-1 sound\n\nE-2 network".into(), ..cases().remove(1) };
    assert_eq!(judged(&case).severity, Severity::Pass);
}

#[test]
fn different_error_codes_count_a_little() {
    let clues = |description: &str| -> Vec<Clue> {
        let counted = Counted::new(&IssueText { description, ..IssueText::default() });
        counted.reasons.into_iter().map(|reason| reason.clue).collect()
    };
    let two = "The export to PDF fails with error E-17. The sign in page never opens, error code 403.";
    assert!(clues(two).contains(&Clue::Errors));
    let one = "The export to PDF fails with error E-17. The sign in page never opens, error E-17.";
    assert!(!clues(one).contains(&Clue::Errors));
    let description = "It fails with error E-17. Sometimes it fails with error E-18.";
    assert_eq!(judge(&IssueText { description, ..IssueText::default() }).severity, Severity::Pass, "not enough alone");
}
