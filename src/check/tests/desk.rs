//! What a profile can say about the text.

use super::*;

/// A desk with everything a profile can say about the text.
pub fn strict_desk() -> Profile {
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
    assert!(item(&report, "self-help").message.contains("Verify the game files"));
    for help in &steam.self_help {
        draft.self_help.insert(help.id.clone(), HelpOutcome::DidNotHelp);
    }
    assert_eq!(outcomes(&check(&incident(draft), &steam, Lang::En))["self-help"], Outcome::Pass);
}
