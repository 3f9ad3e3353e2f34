//! What the room promises, on an invented desk.

use super::*;
use crate::model::{
    Block, Contact, Cpu, EvidenceItem, EvidenceProblem, FieldValue, Frequency, HelpOutcome, Lang, Os, Part,
};

fn profile() -> Profile {
    toml::from_str(
        r#"
        format = 1
        id = "desk"
        name = { en = "The desk", ru = "Служба" }
        summary = "s"
        icon = "envelope"
        kind = "form"
        status = "unverified"
        checked_on = "2026-11-22"
        sources = ["invented"]
        order = ["specs", "description", "error-text", "steps", "frequency", "tried", "fields", "evidence", "contact"]
        facts = ["cpu", "os"]
        headings = { specs = { en = "PC specs", ru = "Характеристики ПК" } }
        self_help = [
            { id = "verify", text = { en = "Verify the files.", ru = "Проверьте файлы." }, done = { en = "Verified the files", ru = "Файлы проверены" } },
            { id = "restart", text = { en = "Restart.", ru = "Перезапустите." }, done = { en = "Restarted", ru = "Перезапущено" } },
        ]
        fields = [
            { id = "subject", label = "Subject", type = "text", from = "title" },
            { id = "body", label = "Text", type = "multiline", from = "text" },
            { id = "way", label = "Way", type = "multiline", from = "steps" },
            { id = "attempts", label = "Tried", type = "multiline", from = "tried" },
            { id = "pc", label = "PC", type = "multiline", from = "specs" },
            { id = "region", label = "Region", type = "choice", options = ["Europe", "Asia"] },
            { id = "story", label = "Story", type = "multiline" },
            { id = "searched", label = "Searched", type = "checkbox" },
            { id = "files", label = "Files", type = "files" },
        ]
        "#,
    )
    .expect("valid profile")
}

fn draft() -> Draft {
    Draft {
        destination: "desk".into(),
        title: "Export stops at 70 %".into(),
        description: "  The export stops.\nNo message.  ".into(),
        error_text: "E-17\n  at export".into(),
        steps: vec!["Open a clip".into(), "  ".into(), "Export it".into()],
        frequency: Frequency::Often,
        tried: vec!["Restarted: no change".into()],
        contact: Contact { name: "Q".into(), ..Contact::default() },
        fields: [
            ("region".to_owned(), FieldValue::Text("Europe".into())),
            ("searched".to_owned(), FieldValue::Flag(true)),
            ("story".to_owned(), FieldValue::Text("Line one\nLine two".into())),
            ("of-another-desk".to_owned(), FieldValue::Text("x".into())),
        ]
        .into(),
        ..Draft::default()
    }
}

fn facts() -> Facts {
    Facts {
        os: Some(Os { name: "Testix 1".into(), ..Os::default() }),
        cpu: Some(Cpu { model: "Model Z".into(), cores: Some(1), threads: 2, mhz: None }),
        locale: Some("en-GB".into()),
        ..Facts::default()
    }
}

fn file(name: &str, problem: Option<EvidenceProblem>) -> Evidence {
    Evidence {
        name: name.into(),
        size_bytes: 2_000,
        item: EvidenceItem { caption: "the moment".into(), step: Some(2), ..EvidenceItem::default() },
        problem,
        ..Evidence::default()
    }
}

fn composed(draft: &Draft) -> Incident {
    let evidence = vec![file("a.png", None), file("gone.log", Some(EvidenceProblem::Missing))];
    incident(draft, &profile(), facts(), evidence, "2026-01-01T00:00:00Z".into())
}

#[test]
fn the_text_is_in_the_destinations_order_under_its_headings() {
    let text = plain(&composed(&draft()).sections).replace('\u{a0}', " ");
    let expected = "PC specs\nProcessor: Model Z, 1 core, 2 threads\nOperating system: Testix 1\n\n\
        What happens\nThe export stops.\nNo message.\n\n\
        Exact error\nE-17\n  at export\n\n\
        Steps to reproduce\n1. Open a clip\n2. Export it\n\n\
        How often\nOften\n\n\
        What was tried\n- Restarted: no change\n\n\
        Details\nRegion: Europe\nSearched: Yes\n\n\
        Story\nLine one\nLine two\n\n\
        Attached files\n- a.png · 2 KB · step 2 · the moment\n\n\
        Contact\nName: Q";
    assert_eq!(text, expected);
}

#[test]
fn headings_follow_the_language_of_the_draft() {
    let russian = Draft { language: Lang::Ru, ..draft() };
    let incident = composed(&russian);
    assert_eq!(incident.sections[0].heading, "Характеристики ПК");
    assert_eq!(incident.sections[3].heading, "Как повторить");
    assert_eq!(incident.destination_name, "Служба");
}

#[test]
fn facts_nobody_asked_for_and_hidden_ones_are_gone() {
    let hidden = Draft { hidden_facts: vec![FactKey::Cpu], ..draft() };
    let incident = composed(&hidden);
    assert!(incident.facts.cpu.is_none());
    assert!(incident.facts.locale.is_none(), "not asked for");
    assert!(incident.facts.os.is_some());
    assert!(!plain(&incident.sections).contains("Model Z"));
}

#[test]
fn answers_for_another_destination_stay_behind() {
    let incident = composed(&draft());
    let ids: Vec<&str> = incident.draft.fields.keys().map(String::as_str).collect();
    assert_eq!(ids, ["region", "searched", "story"]);
}

#[test]
fn outcomes_of_self_help_stand_among_what_was_tried() {
    let outcomes = [
        ("restart".to_owned(), HelpOutcome::NotPossible),
        ("verify".to_owned(), HelpOutcome::DidNotHelp),
        ("of-another-desk".to_owned(), HelpOutcome::Partly),
    ];
    let helped = Draft { self_help: outcomes.into(), ..draft() };
    let incident = composed(&helped);
    let tried = incident.sections.iter().find(|section| section.part == Part::Tried).expect("something was tried");
    let points = ["Restarted: no change", "Verified the files: the problem remains", "Restarted: was not possible"];
    assert_eq!(tried.blocks, [Block::Points(points.map(str::to_owned).to_vec())], "in the desk's order");
    assert_eq!(incident.draft.self_help.len(), 2, "answers for another desk stay behind");
    assert!(field_texts(&incident, &profile())[3].text.ends_with("Restarted: was not possible"));
    let only = Draft { language: Lang::Ru, tried: Vec::new(), ..helped };
    let russian = plain(&composed(&only).sections);
    assert!(russian.contains("- Файлы проверены: проблема осталась\n- Перезапущено: сделать не удалось"), "{russian}");
}

#[test]
fn an_empty_draft_has_no_sections_but_the_facts() {
    let blank = Draft::default();
    let incident = incident(&blank, &profile(), Facts::default(), Vec::new(), String::new());
    assert_eq!(incident.sections, Vec::new());
}

#[test]
fn every_field_of_the_form_gets_its_text() {
    let incident = composed(&draft());
    let texts = field_texts(&incident, &profile());
    let ids: Vec<&str> = texts.iter().map(|field| field.id.as_str()).collect();
    assert_eq!(ids, ["subject", "body", "way", "attempts", "pc", "region", "story"]);
    assert_eq!(texts[0].text, "Export stops at 70 %");
    let is_elsewhere = |part| matches!(part, Part::Steps | Part::Tried);
    let rest: Vec<_> = incident.sections.iter().filter(|section| !is_elsewhere(section.part)).cloned().collect();
    assert_eq!(texts[1].text, plain(&rest), "steps and attempts have fields of their own");
    let mut unsure = profile();
    unsure.fields.iter_mut().for_each(|field| field.unverified = true);
    assert_eq!(field_texts(&incident, &unsure)[1].text, plain(&incident.sections), "nobody knows whether they have");
    assert_eq!(texts[2].text, "1. Open a clip\n2. Export it");
    assert_eq!(texts[3].text, "- Restarted: no change");
    assert_eq!(texts[4].text, "Processor: Model Z, 1 core, 2 threads\nOperating system: Testix 1");
    assert_eq!(texts[5].text, "Europe");
}

#[test]
fn the_fingerprint_follows_every_change_and_nothing_else() {
    let first = composed(&draft());
    assert_eq!(first.fingerprint, composed(&draft()).fingerprint);
    let later = incident(&draft(), &profile(), facts(), first.evidence.clone(), "2027-01-01T00:00:00Z".into());
    assert_eq!(first.fingerprint, later.fingerprint, "the time of composing does not count");
    let changed = Draft { title: "Export stops at 71 %".into(), ..draft() };
    assert_ne!(first.fingerprint, composed(&changed).fingerprint);
    let fewer = incident(&draft(), &profile(), facts(), Vec::new(), String::new());
    assert_ne!(first.fingerprint, fewer.fingerprint);
}

#[test]
fn code_keeps_its_indent() {
    let indented = Draft { error_text: "\n    at line 3\n".into(), ..draft() };
    let sections = composed(&indented).sections;
    let code = sections.iter().find(|section| section.part == Part::ErrorText).expect("there is an error");
    assert_eq!(code.blocks, vec![Block::Code("    at line 3".into())]);
}
