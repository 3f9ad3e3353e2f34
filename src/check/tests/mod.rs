//! The checklist on some of the built-in desks.

mod desk;
mod files;
mod words;

use std::collections::{BTreeMap, HashSet};

use super::*;
use crate::model::{
    AttachmentRules, Draft, Evidence, EvidenceKind, EvidenceProblem, Facts, FieldValue, Fix, Forbidden, HelpOutcome,
    Level, Localized, Os, Predicate, Redirect, Scale, Symbolication,
};

fn sources() -> Vec<(&'static str, &'static str)> {
    vec![
        ("any-support-email", include_str!("../../../assets/profiles/any-support-email.toml")),
        ("apple-dts", include_str!("../../../assets/profiles/apple-dts.toml")),
        ("riot-valorant", include_str!("../../../assets/profiles/riot-valorant.toml")),
        ("steam-support", include_str!("../../../assets/profiles/steam-support.toml")),
    ]
}

fn profile(id: &str) -> Profile {
    let (_, source) = sources().into_iter().find(|(known, _)| *known == id).expect("a built-in profile");
    toml::from_str(source).expect("valid")
}

fn good_draft() -> Draft {
    Draft {
        title: "Testix closes when a ranked match loads".into(),
        description: "The game closes to the desktop while a ranked match is loading. No message is shown.".into(),
        steps: ["Start the game", "Choose ranked", "Accept the match"].map(str::to_owned).to_vec(),
        expected: "The match starts.".into(),
        actual: "The game closes.".into(),
        started: "18 November, after an update".into(),
        fields: [("game".to_owned(), FieldValue::Text("Testix".into()))].into(),
        ..Draft::default()
    }
}

fn incident(draft: Draft) -> Incident {
    Incident {
        chosen: BTreeMap::default(),
        lang: draft.language,
        draft,
        destination_name: "x".into(),
        created: String::new(),
        sections: Vec::new(),
        facts: Facts { os: Some(Os::default()), ..Facts::default() },
        evidence: Vec::new(),
        fingerprint: 7,
    }
}

fn outcomes(report: &Report) -> BTreeMap<&str, Outcome> {
    report.items.iter().map(|item| (item.check.as_str(), item.outcome)).collect()
}

fn item<'a>(report: &'a Report, id: &str) -> &'a Item {
    report.items.iter().find(|item| item.check == id).expect("the check ran")
}

#[test]
fn a_good_incident_is_ready_and_says_what_was_found() {
    let report = check(&incident(good_draft()), &profile("steam-support"), Lang::En);
    assert!(report.is_ready(), "{:#?}", report.items);
    assert_eq!(report.incident, 7);
    assert_eq!(item(&report, "steps").message, "Steps to reproduce (3)");
    assert_eq!(item(&report, "started").message, "Start date given");
    assert_eq!(item(&report, "specs-first").message, "PC specs come first");
    assert_eq!(item(&report, "evidence").outcome, Outcome::Advice);
    assert_eq!(report.items[0].check, "one-issue");
    let russian = check(&incident(good_draft()), &profile("steam-support"), Lang::Ru);
    assert_eq!(item(&russian, "steps").message, "Как повторить (3)");
}

#[test]
fn an_empty_incident_blocks_only_where_the_desk_sends_it_back() {
    let report = check(&incident(Draft::default()), &profile("any-support-email"), Lang::En);
    let blocking: Vec<&str> = report.with(Outcome::MustFix).map(|item| item.check.as_str()).collect();
    assert_eq!(blocking, ["title", "description"]);
    assert!(report.items.iter().all(|item| !item.why.is_empty() && !item.message.is_empty()));
}

#[test]
fn two_matters_are_flagged_with_their_words_and_the_desks_reason() {
    let mut draft = good_draft();
    draft.description.push_str("\n\nAlso, my voice chat has been too quiet since last week, teammates cannot hear me.");
    let steam = profile("steam-support");
    let report = check(&incident(draft.clone()), &steam, Lang::En);
    let finding = item(&report, "one-issue").clone();
    assert_ne!(finding.outcome, Outcome::Pass);
    assert_eq!(finding.fix, Some(Fix::Split));
    assert_eq!(finding.why, steam.one_issue.clone().expect("has one").en);
    assert!(finding.message.contains("Part 2: voice chat too quiet"), "{}", finding.message);
    assert_eq!(finding.spans.len(), 1);
    assert_eq!(report.parts.len(), 2);
    assert!(!report.is_ready());

    override_item(&mut draft, &finding, " the same setting causes both ");
    assert_eq!(item(&check(&incident(draft.clone()), &steam, Lang::En), "one-issue").outcome, Outcome::Overridden);
    assert!(check(&incident(draft.clone()), &steam, Lang::En).is_ready());
    let mut moved = draft.clone();
    moved.description = format!("Hello. {}", moved.description);
    assert_eq!(item(&check(&incident(moved), &steam, Lang::En), "one-issue").outcome, Outcome::Overridden);
    let mut changed = draft.clone();
    changed.description = changed.description.replace("too quiet", "too loud");
    assert_eq!(item(&check(&incident(changed), &steam, Lang::En), "one-issue").outcome, finding.outcome);
    take_back(&mut draft, "one-issue");
    assert_eq!(item(&check(&incident(draft), &steam, Lang::En), "one-issue").outcome, finding.outcome);
}

#[test]
fn an_override_needs_a_reason_and_a_known_check() {
    let mut draft = Draft { title: String::new(), ..good_draft() };
    draft.overrides.insert("title".into(), "  ".into());
    draft.overrides.insert("titel".into(), "typo".into());
    let report = check(&incident(draft.clone()), &profile("any-support-email"), Lang::En);
    assert_eq!(outcomes(&report)["title"], Outcome::MustFix);
    assert_eq!(outcomes(&report)["unknown-override"], Outcome::Advice);
    assert!(item(&report, "unknown-override").message.contains("titel"));
    draft.overrides.insert("title".into(), "they know it by its number".into());
    let report = check(&incident(draft), &profile("any-support-email"), Lang::En);
    assert_eq!(outcomes(&report)["title"], Outcome::Overridden);
}

#[test]
fn required_answers_are_named_and_the_first_is_where_to_go() {
    let report = check(&incident(good_draft()), &profile("apple-dts"), Lang::En);
    let finding = item(&report, "required-fields");
    assert_eq!((finding.outcome, finding.field.as_str()), (Outcome::MustFix, "tried"));
    assert!(finding.message.contains("Steps taken to resolve it, Platform and OS version."), "{}", finding.message);
}

#[test]
fn the_language_counts_where_the_desk_reads_only_one() {
    let russian = Draft {
        title: "Не работает сборка".into(),
        description: "Сборка проекта останавливается на последнем шаге без сообщения.".into(),
        ..good_draft()
    };
    let russian = incident(Draft { steps: Vec::new(), ..russian });
    let language = |id: &str| outcomes(&check(&russian, &profile(id), Lang::En)).get("language").copied();
    assert_eq!(language("apple-dts"), Some(Outcome::MustFix));
    assert_eq!(language("steam-support"), None);
    let mut prefers = profile("steam-support");
    prefers.language.preferred = vec![Lang::En];
    assert_eq!(outcomes(&check(&russian, &prefers, Lang::En))["language"], Outcome::Advice);
}

#[test]
fn a_text_limit_counts_characters() {
    let mut desk = profile("steam-support");
    assert!(!outcomes(&check(&incident(good_draft()), &desk, Lang::En)).contains_key("text-fits"), "no known limit");
    desk.text.max_chars = Some(84);
    let draft = Draft { description: "ё".repeat(84), ..good_draft() };
    assert_eq!(outcomes(&check(&incident(draft.clone()), &desk, Lang::En))["text-fits"], Outcome::Pass);
    let draft = Draft { description: "ё".repeat(85), ..draft };
    let report = check(&incident(draft), &desk, Lang::En);
    assert_eq!(outcomes(&report)["text-fits"], Outcome::MustFix);
    assert!(item(&report, "text-fits").message.ends_with("85 of 84 characters."));
}

#[test]
fn a_wrong_reply_address_asks() {
    let mut draft = good_draft();
    draft.contact.email = "me at example.com".into();
    let report = check(&incident(draft), &profile("any-support-email"), Lang::En);
    assert_eq!(outcomes(&report)["contact-email"], Outcome::Confirm);
}

#[test]
fn rules_of_a_profile_replace_and_switch_off() {
    let mut desk = profile("any-support-email");
    desk.checks_off = vec!["expected".into()];
    let mut own = common().iter().find(|rule| rule.id == "title").expect("is there").clone();
    own.level = Level::Advice;
    desk.checks = vec![own];
    let report = check(&incident(Draft::default()), &desk, Lang::En);
    assert_eq!(outcomes(&report)["title"], Outcome::Advice);
    assert!(!outcomes(&report).contains_key("expected"));
}

#[test]
fn the_guide_to_destinations_is_exact() {
    let guide = include_str!("../../../docs/destinations.md");
    let blocks: Vec<&str> = guide.split("```toml\n").skip(1).filter_map(|block| block.split("```").next()).collect();
    let desk: Profile = toml::from_str(&blocks.join("\n")).expect("the examples make a valid destination");
    assert_eq!(desk.checks.len(), 1);
    let mut rules = HashSet::new();
    for example in guide.split("`{ is = ").skip(1).filter_map(|rest| rest.split('`').next()) {
        #[derive(serde::Deserialize)]
        struct Row {
            when: Predicate,
        }
        let row: Row =
            toml::from_str(&format!("when = {{ is = {example}")).unwrap_or_else(|error| panic!("{example}: {error}"));
        rules.insert(std::mem::discriminant(&row.when));
    }
    // One for each variant of `Predicate`.
    assert_eq!(rules.len(), 30);
    let known: toml::Table = toml::from_str(include_str!("../../../assets/profiles/apple-dts.toml")).expect("valid");
    for key in known.keys() {
        assert!(guide.contains(key.as_str()), "{key}");
    }
}

#[test]
fn every_clue_and_message_exists_in_both_languages() {
    use super::one_issue::Clue;
    let parts = [
        "specs",
        "title",
        "description",
        "error-text",
        "steps",
        "expected",
        "actual",
        "started",
        "frequency",
        "conditions",
        "tried",
        "fields",
        "evidence",
        "contact",
        "text",
    ];
    for lang in Lang::ALL {
        for clue in Clue::ALL {
            assert!(crate::text::exists(lang, clue.message_id()), "{clue:?}");
        }
        for part in parts {
            assert!(crate::text::exists(lang, &format!("part-{part}")), "{part}");
        }
    }
}
