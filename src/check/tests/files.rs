//! Files against what the desk takes.

use super::*;
use crate::model::Member;

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
fn archives_are_looked_into_and_the_mail_service_is_named() {
    let mut all = incident(good_draft());
    let member = |name: &str| Member { name: name.to_owned(), ..Member::default() };
    let members = ["readme.txt", "bin/setup.exe", "deep/inner.zip"].map(member).to_vec();
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
    all.evidence = vec![Evidence { members: vec![member("readme.txt")], ..archive() }];
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
