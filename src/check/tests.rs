//! The checklist on some of the built-in desks.

use std::collections::{BTreeMap, HashSet};

use super::*;
use crate::model::{
    AttachmentRules, Draft, Evidence, EvidenceKind, EvidenceProblem, Facts, FieldValue, Fix, Forbidden, HelpOutcome,
    Level, Localized, Os, Predicate, Redirect, Scale, Symbolication,
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
fn archives_are_looked_into_and_the_mail_service_is_named() {
    let mut all = incident(good_draft());
    let members = ["readme.txt", "bin/setup.exe", "deep/inner.zip"].map(str::to_owned).to_vec();
    let archive = || Evidence { recognised: EvidenceKind::Archive, ..file("tools.zip", 10) };
    all.evidence = vec![Evidence { members: members.clone(), ..archive() }];
    let mut email = profile("any-support-email");
    let report = check(&all, &email, Lang::En);
    let found = item(&report, "file-types");
    assert_eq!(found.outcome, Outcome::Confirm);
    assert!(
        found.message.contains("Gmail refuses, even inside an archive: tools.zip: bin/setup.exe."),
        "{}",
        found.message
    );
    assert!(found.message.contains("Outlook refuses: tools.zip: bin/setup.exe."), "{}", found.message);
    email.attachments.types_deny = vec!["py".into(), "odd".into()];
    all.evidence = vec![file("run.py", 1), file("a.odd", 1)];
    let message = item(&check(&all, &email, Lang::En), "file-types").message.clone();
    assert!(message.contains("Refused: run.py, a.odd. Outlook refuses: run.py."), "{message}");
    all.evidence = vec![Evidence { members: vec!["readme.txt".into()], ..archive() }];
    assert_eq!(outcomes(&check(&all, &email, Lang::En))["file-types"], Outcome::Pass);
}

#[test]
fn crash_reports_without_names_and_pictures_without_captions_are_named() {
    let mut all = incident(good_draft());
    let desk = profile("any-support-email");
    let crash =
        |name: &str, symbolication| Evidence { recognised: EvidenceKind::CrashReport, symbolication, ..file(name, 10) };
    all.evidence = vec![crash("a.dmp", None), crash("b.ips", Some(Symbolication::Unknown))];
    assert!(!outcomes(&check(&all, &desk, Lang::En)).contains_key("symbolicated"), "nothing to judge");
    all.evidence.push(crash("good.ips", Some(Symbolication::Full)));
    assert_eq!(outcomes(&check(&all, &desk, Lang::En))["symbolicated"], Outcome::Pass);
    all.evidence.push(crash("half.ips", Some(Symbolication::Partial)));
    all.evidence.push(crash("bare.ips", Some(Symbolication::None)));
    let report = check(&all, &desk, Lang::En);
    let found = item(&report, "symbolicated");
    assert_eq!(found.outcome, Outcome::Advice);
    assert!(found.message.contains("half.ips") && found.message.contains("bare.ips"), "{}", found.message);
    assert!(!found.message.contains("good.ips"));
    let shot = |name: &str, caption: &str| {
        let mut shot = Evidence { recognised: EvidenceKind::Picture, ..file(name, 10) };
        shot.item.caption = caption.into();
        shot
    };
    all.evidence = vec![shot("a.png", "The message"), file("a.log", 1)];
    assert_eq!(outcomes(&check(&all, &desk, Lang::En))["captioned"], Outcome::Pass);
    all.evidence = vec![shot("a.png", "The message"), shot("b.png", " b.png"), shot("c.png", "c.png")];
    let report = check(&all, &desk, Lang::Ru);
    assert!(
        item(&report, "captioned").message.ends_with("Без подписи: «b.png», «c.png»."),
        "{:?}",
        item(&report, "captioned")
    );
}

/// A desk with everything a profile can say about the text.
fn strict_desk() -> Profile {
    let mut desk = profile("any-support-email");
    let both = |en: &str, ru: &str| Localized { en: en.into(), ru: ru.into() };
    desk.forbid = vec![Forbidden::Names, Forbidden::Phones, Forbidden::Emails, Forbidden::Links];
    desk.not_for = vec![Redirect {
        what: both("Bugs in the gameplay", "Ошибки в игре"),
        instead: both("The tracker", "Трекер"),
        words: vec!["hero abilit*".into(), "способност* героя".into()],
        to: Some("tracker".into()),
    }];
    let mut rule = |id: &str, when| {
        desk.checks.push(Rule {
            id: id.into(),
            when,
            level: Level::MustFix,
            title: both("t", "т"),
            done: None,
            message: both("m", "м"),
            why: both("w", "п"),
        });
    };
    rule(
        "no-versions",
        Predicate::Lacks { field: "description".into(), words: vec!["windows 11".into(), "Ёлк*".into()] },
    );
    rule("plain", Predicate::PlainEnglish);
    desk
}

#[test]
fn a_file_is_asked_for_only_where_the_report_speaks_of_it() {
    let desk = profile("apple-dts");
    let mut draft = good_draft();
    assert!(!outcomes(&check(&incident(draft.clone()), &desk, Lang::En)).contains_key("app-review-letter"));
    draft.description.push_str(" App Review refused the build because of it.");
    let report = check(&incident(draft.clone()), &desk, Lang::En);
    assert_eq!(outcomes(&report)["app-review-letter"], Outcome::Confirm);
    let letter = Evidence { recognised: EvidenceKind::Document, name: "letter.pdf".into(), ..Evidence::default() };
    let with_letter = Incident { evidence: vec![letter], ..incident(draft) };
    assert_eq!(outcomes(&check(&with_letter, &desk, Lang::En))["app-review-letter"], Outcome::Pass);
}

#[test]
fn matters_of_other_desks_ask_and_name_where_to_go() {
    let desk = strict_desk();
    let mut draft = good_draft();
    assert_eq!(outcomes(&check(&incident(draft.clone()), &desk, Lang::En))["right-place"], Outcome::Pass);
    draft.description.push_str(" The hero ability does no damage.");
    let report = check(&incident(draft.clone()), &desk, Lang::En);
    let found = item(&report, "right-place");
    assert_eq!((found.outcome, found.fix), (Outcome::Confirm, None));
    assert!(found.message.contains("“hero ability”"), "{}", found.message);
    assert!(found.message.contains("Bugs in the gameplay") && found.message.contains("tracker"), "{}", found.message);
    assert_eq!(found.spans.len(), 1);
    draft.description = "### Is it about a hero ability?\nNo, the shop closes when the list is scrolled.".into();
    assert_eq!(outcomes(&check(&incident(draft.clone()), &desk, Lang::En))["right-place"], Outcome::Pass, "a heading");
    draft.description = "В меню \"способность героя\" не нажимается кнопка".into();
    assert_eq!(outcomes(&check(&incident(draft), &desk, Lang::En))["right-place"], Outcome::Pass, "a quotation");
    let tells_nothing = Profile { not_for: Vec::new(), ..desk };
    assert!(!outcomes(&check(&incident(good_draft()), &tells_nothing, Lang::En)).contains_key("right-place"));
}

#[test]
fn unwanted_words_and_forbidden_content_are_found_where_they_stand() {
    let desk = strict_desk();
    let draft = Draft {
        description:
            "On Windows 11 the shop closes. Write to me@example.com or see https://example.com/x, manager Anna said."
                .into(),
        tried: vec!["Ёлка moved: no change".into()],
        ..good_draft()
    };
    let report = check(&incident(draft.clone()), &desk, Lang::En);
    assert_eq!(outcomes(&report)["no-versions"], Outcome::MustFix);
    assert_eq!(item(&report, "no-versions").spans[0].text, "Windows 11");
    let found = item(&report, "forbidden");
    assert_eq!(found.outcome, Outcome::MustFix);
    let words: Vec<&str> = found.spans.iter().map(|span| span.text.as_str()).collect();
    assert_eq!(words, ["manager Anna", "me@example.com", "https://example.com/x"]);
    let only_name = Draft { description: "The manager Anna hung up twice in one day.".into(), ..draft };
    let report = check(&incident(only_name), &desk, Lang::Ru);
    assert_eq!(outcomes(&report)["forbidden"], Outcome::Confirm, "a name may be no name");
}

#[test]
fn self_help_lists_what_is_open() {
    let steam = profile("steam-support");
    let mut draft = good_draft();
    let report = check(&incident(draft.clone()), &steam, Lang::En);
    assert_eq!(outcomes(&report)["self-help"], Outcome::Advice);
    let message = &item(&report, "self-help").message;
    assert!(message.contains("Read the answers Steam shows") && message.contains("and 1 more"), "{message}");
    for help in &steam.self_help {
        draft.self_help.insert(help.id.clone(), HelpOutcome::DidNotHelp);
    }
    assert_eq!(outcomes(&check(&incident(draft), &steam, Lang::En))["self-help"], Outcome::Pass);
}

#[test]
fn words_of_a_finding_stand_where_the_spans_say() {
    let draft = Draft {
        title: "Ёлка — WHY IS THIS NOT WORKING 👍".into(),
        description:
            "İt’s 👍 broken!!! It says «Диск переполнен» w/o a reason, you idiots.\nСмотри https://example.com/ё ok"
                .into(),
        steps: vec!["👍 Я открыла чат".into(), "Open it, then click Save".into()],
        tried: vec!["Перезагрузил ПК".into()],
        fields: [("product".to_owned(), FieldValue::Text("Ü me@example.com".into()))].into(),
        ..Draft::default()
    };
    let report = check(&incident(draft.clone()), &strict_desk(), Lang::Ru);
    let mut seen = HashSet::new();
    for item in &report.items {
        for span in &item.spans {
            let text = match span.field.as_str() {
                "title" => &draft.title,
                "description" => &draft.description,
                "steps[0]" => &draft.steps[0],
                "steps[1]" => &draft.steps[1],
                "tried[0]" => &draft.tried[0],
                "fields.product" => "Ü me@example.com",
                other => panic!("{other}"),
            };
            let found: String = text.chars().skip(span.start).take(span.end - span.start).collect();
            assert_eq!(found, span.text, "{}", item.check);
            assert!(!span.text.trim().is_empty(), "{}", item.check);
            seen.insert(item.check.as_str());
        }
    }
    for check in ["tone", "error-quoted", "step-form", "tried-outcomes", "forbidden", "plain"] {
        assert!(seen.contains(check), "{check} in {seen:?}");
    }
}

#[test]
fn an_answered_question_stays_answered_while_its_words_stay() {
    let desk = profile("any-support-email");
    let mut draft = good_draft();
    draft.description.push_str(" You idiots.");
    let finding = item(&check(&incident(draft.clone()), &desk, Lang::En), "tone").clone();
    assert_eq!(finding.outcome, Outcome::Confirm);
    override_item(&mut draft, &finding, "it is a quotation");
    assert_eq!(outcomes(&check(&incident(draft.clone()), &desk, Lang::En))["tone"], Outcome::Overridden);
    draft.description.push_str(" You morons.");
    assert_eq!(outcomes(&check(&incident(draft), &desk, Lang::En))["tone"], Outcome::Confirm);
}

#[test]
fn no_text_makes_it_stumble() {
    for text in [
        "",
        "\u{202e}",
        "а".repeat(100_000).as_str(),
        "1.\n2.\n- ",
        "P.S.",
        "```\n",
        "**",
        "İ,İ and İ\0",
        "\"“«`„ \"",
        "ошибка: \"",
        "!!!?!",
        "99:99 31.02.2026 1/1",
        "+7",
        "w/",
        "Mr.",
        "error 0x",
        "\u{fdfa}\u{1f468}\u{200d}\u{1f469}",
    ] {
        let draft = Draft {
            title: text.into(),
            description: text.into(),
            steps: vec![text.into(); 3],
            error_text: text.into(),
            started: text.into(),
            tried: vec![text.into()],
            ..Draft::default()
        };
        let report = check(&incident(draft.clone()), &profile("riot-valorant"), Lang::Ru);
        let blank_error = Draft { error_text: String::new(), ..draft.clone() };
        assert!(!check(&incident(blank_error), &strict_desk(), Lang::En).items.is_empty());
        assert!(!split(&draft, &report.parts).is_empty());
    }
}

#[test]
fn the_guide_to_destinations_is_exact() {
    let guide = include_str!("../../docs/destinations.md");
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
    assert_eq!(rules.len(), 29);
    let known: toml::Table = toml::from_str(include_str!("../../assets/profiles/apple-dts.toml")).expect("valid");
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
