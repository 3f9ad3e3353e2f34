//! Words of findings: where they stand, and that nothing makes the checklist stumble.

use super::desk::strict_desk;
use super::*;

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
