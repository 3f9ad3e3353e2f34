//! The checklist on the four built-in desks, and the promises of the profiles.

use std::collections::{BTreeMap, HashSet};

use super::*;
use crate::model::{
    AttachmentRules, Draft, Evidence, EvidenceKind, EvidenceProblem, Facts, FieldValue, Fix, Level, Localized, Os,
    Part, Predicate, Scale,
};

fn sources() -> Vec<(&'static str, &'static str)> {
    vec![
        ("any-support-email", include_str!("../../assets/profiles/any-support-email.toml")),
        ("apple-dts", include_str!("../../assets/profiles/apple-dts.toml")),
        ("riot-valorant", include_str!("../../assets/profiles/riot-valorant.toml")),
        ("steam-support", include_str!("../../assets/profiles/steam-support.toml")),
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

fn file(name: &str, size_bytes: u64) -> Evidence {
    Evidence { name: name.into(), size_bytes, recognised: EvidenceKind::Log, ..Evidence::default() }
}

#[test]
fn files_are_held_against_the_limits() {
    let mut all = incident(good_draft());
    let email = profile("any-support-email");
    assert!(!outcomes(&check(&all, &email, Lang::En)).contains_key("files-fit"), "nothing to hold against it");
    all.evidence = vec![file("a.bin", 7_000_000)];
    assert_eq!(outcomes(&check(&all, &email, Lang::En))["files-fit"], Outcome::Pass);
    all.evidence = vec![file("a.bin", 8_000_000)];
    let report = check(&all, &email, Lang::En);
    assert_eq!(outcomes(&report)["files-fit"], Outcome::Confirm, "mail makes it larger than 10 MB");
    assert!(item(&report, "files-fit").message.contains("7.3"), "{}", item(&report, "files-fit").message);
    all.evidence = vec![Evidence { is_text: true, ..file("a.log", 30_000_000) }];
    assert_eq!(outcomes(&check(&all, &email, Lang::En))["files-fit"], Outcome::Pass, "a log packs well");
    all.evidence = vec![file("tool.EXE", 10)];
    assert_eq!(outcomes(&check(&all, &email, Lang::En))["file-types"], Outcome::Confirm);
    let mut few = email.clone();
    few.attachments = AttachmentRules {
        types_allow: vec!["log".into()],
        max_count: Some(1),
        scale: Scale::None,
        ..AttachmentRules::default()
    };
    all.evidence = vec![file("a.log", 1), file("b.log", 1)];
    assert_eq!(outcomes(&check(&all, &few, Lang::En))["files-fit"], Outcome::Confirm);
    assert_eq!(outcomes(&check(&all, &few, Lang::En))["file-types"], Outcome::Pass);
}

#[test]
fn a_file_that_is_gone_blocks_and_is_named() {
    let mut gone = incident(good_draft());
    gone.evidence = vec![Evidence { problem: Some(EvidenceProblem::Missing), ..file("gone.log", 0) }];
    let report = check(&gone, &profile("any-support-email"), Lang::En);
    assert_eq!(outcomes(&report)["readable"], Outcome::MustFix);
    assert!(item(&report, "readable").message.contains("gone.log"));
    assert_eq!(outcomes(&report)["evidence"], Outcome::Advice, "it does not count as attached");
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
fn no_text_makes_it_stumble() {
    for text in ["", "\u{202e}", "а".repeat(100_000).as_str(), "1.\n2.\n- ", "P.S.", "```\n", "**", "İ,İ and İ\0"] {
        let draft = Draft {
            title: text.into(),
            description: text.into(),
            steps: vec![text.into(); 3],
            error_text: text.into(),
            ..Draft::default()
        };
        let report = check(&incident(draft.clone()), &profile("riot-valorant"), Lang::Ru);
        assert!(!split(&draft, &report.parts).is_empty());
    }
}

fn both(text: &Localized, what: &str) {
    assert!(!text.en.is_empty() && !text.ru.is_empty(), "{what}");
    if text.en.contains(' ') && text.en != "Riot ID" && !what.ends_with(" name") {
        assert_ne!(text.en, text.ru, "{what}");
    }
    let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    assert!(!text.en.contains(cyrillic), "{what}: {}", text.en);
}

#[test]
fn the_list_of_profiles_is_complete() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/profiles");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("is there")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let known: Vec<String> = sources().iter().map(|(id, _)| format!("{id}.toml")).collect();
    assert_eq!(names, known);
}

#[test]
fn every_profile_is_valid_bilingual_and_names_its_sources() {
    for (id, source) in sources() {
        let desk: Profile = toml::from_str(source).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(desk.id, id);
        assert_eq!(desk.format, 1);
        assert!(!desk.sources.is_empty() && desk.checked_on.len() == 10, "{id}");
        both(&desk.name, &format!("{id} name"));
        both(&desk.summary, id);
        desk.headings.values().for_each(|text| both(text, id));
        desk.unverified
            .iter()
            .chain(&desk.one_issue)
            .chain(&desk.include)
            .chain(&desk.exclude)
            .for_each(|text| both(text, id));
        for text in
            desk.guides.iter().flat_map(|guide| &guide.steps).chain(desk.self_help.iter().map(|help| &help.text))
        {
            both(text, id);
        }
        for redirect in &desk.not_for {
            both(&redirect.what, id);
            both(&redirect.instead, id);
        }
        desk.response.iter().for_each(|response| both(&response.note, id));
        desk.follow_up.iter().for_each(|follow| both(&follow.note, id));
        let mut ids = HashSet::new();
        for field in &desk.fields {
            assert!(ids.insert(&field.id), "{id}: field {} twice", field.id);
            both(&field.label, id);
            field.hint.iter().for_each(|text| both(text, id));
        }
        let mut checks = HashSet::new();
        for rule in &desk.checks {
            assert!(checks.insert(&rule.id), "{id}: check {} twice", rule.id);
            for text in [&rule.title, &rule.message, &rule.why].into_iter().chain(&rule.done) {
                both(text, &format!("{id} {}", rule.id));
            }
            let (Predicate::Filled { field } | Predicate::MinWords { field, .. } | Predicate::MaxChars { field, .. }) =
                &rule.when
            else {
                continue;
            };
            let own = field.strip_prefix("fields.").map(|own| desk.fields.iter().any(|field| field.id == own));
            let draft = good_draft();
            assert!(
                own.unwrap_or_else(|| !fields::texts(&draft, field).is_empty() || field == "tried"),
                "{id}: {field}"
            );
        }
        let parts: HashSet<Part> = desk.order.iter().copied().collect();
        assert_eq!(parts.len(), desk.order.len(), "{id}: a part twice in the order");
        assert!(!parts.contains(&Part::Text) && parts.contains(&Part::Description), "{id}");
    }
}

#[test]
fn every_clue_and_message_exists_in_both_languages() {
    use super::one_issue::Clue;
    let clues = [
        Clue::TitlePlural,
        Clue::TitleJoined,
        Clue::Shift,
        Clue::Also,
        Clue::Labels,
        Clue::Sections,
        Clue::List,
        Clue::Announced,
        Clue::Areas,
        Clue::Request,
        Clue::Step,
        Clue::Errors,
    ];
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
        for clue in clues {
            assert!(crate::text::exists(lang, clue.message_id()), "{clue:?}");
        }
        for part in parts {
            assert!(crate::text::exists(lang, &format!("part-{part}")), "{part}");
        }
    }
}
