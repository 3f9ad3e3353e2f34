//! Issue forms from the file to the text on GitHub: what is written into a form can be read out of its Markdown again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failure fails the test")]

use std::collections::BTreeMap;
use std::path::Path;

use casefile::bundle;
use casefile::check;
use casefile::compose;
use casefile::deliver;
use casefile::job::Monitor;
use casefile::model::{Draft, Facts, FieldType, FieldValue, Incident, Lang, Part, PrefillStyle, Profile, TextForm};
use casefile::redact::{self, Policy, Redacted};
use casefile::store::issue_form::parse;

const FORM: &str = r#"
name: Bug report
description: Something is broken
title: "[BUG] <title>"
labels: [bug]
assignees: me
body:
  - type: markdown
    attributes: {value: Thank you!}
  - type: checkboxes
    id: terms
    attributes:
      label: Before you write
      options:
        - label: I searched the [existing issues](https://example.com)
          required: true
        - label: I can help
  - type: dropdown
    id: system
    attributes: {label: System, options: [Linux, 3.10, On], default: 0}
  - type: dropdown
    id: browsers
    attributes: {label: Browsers, multiple: true, options: [Firefox, Chrome, Safari]}
  - type: input
    id: version
    attributes: {label: Version}
    validations: {required: true}
  - type: textarea
    id: description
    attributes: {label: What happened?, value: A bug happened!}
    validations: {required: true}
  - type: textarea
    attributes: {label: Steps to reproduce}
  - type: textarea
    id: logs
    attributes: {label: Log, render: shell}
  - type: textarea
    id: more
    attributes: {label: More}
  - type: upload
    id: files
    attributes: {label: Files}
"#;

fn profile(form: &str) -> Profile {
    parse(form.as_bytes(), Path::new("bug_report.yml"), Some("me/tool"), "2026-11-22").unwrap().profile
}

fn incident(profile: &Profile, draft: &Draft) -> Incident {
    compose::incident(draft, profile, Facts::default(), Vec::new(), "2026-11-22T00:00:00Z".into())
}

fn redacted(profile: &Profile, draft: &Draft) -> Redacted {
    redact::redact(incident(profile, draft), &Policy::default(), &Monitor::quiet()).unwrap()
}

fn text(profile: &Profile, draft: &Draft) -> String {
    bundle::text::render(&redacted(profile, draft), profile)
}

fn draft() -> Draft {
    let many = |labels: &[&str]| FieldValue::Many(labels.iter().map(|label| (*label).to_owned()).collect());
    Draft {
        title: "Export stops at 70 %".into(),
        description: "The export **stops**.\n\n- no message".into(),
        steps: vec!["Open a clip".into(), "Export it".into()],
        fields: [
            ("terms".to_owned(), many(&["I searched the [existing issues](https://example.com)"])),
            ("browsers".to_owned(), many(&["Safari", "Firefox"])),
            ("version".to_owned(), FieldValue::Text("3.10".into())),
            ("logs".to_owned(), FieldValue::Text("$ run\n```\nno\n```".into())),
        ]
        .into(),
        ..Draft::default()
    }
}

#[test]
fn the_text_is_what_github_makes_of_the_form() {
    let expected = "### Before you write\n\n\
        - [x] I searched the [existing issues](https://example.com)\n- [ ] I can help\n\n\
        ### System\n\nLinux\n\n\
        ### Browsers\n\nFirefox, Safari\n\n\
        ### Version\n\n3.10\n\n\
        ### What happened?\n\nThe export **stops**.\n\n- no message\n\n\
        ### Steps to reproduce\n\n1. Open a clip\n2. Export it\n\n\
        ### Log\n\n````shell\n$ run\n```\nno\n```\n````\n\n\
        ### More\n\n_No response_\n\n\
        ### Files\n\n_No response_\n";
    assert_eq!(text(&profile(FORM), &draft()), expected);
}

#[test]
fn an_empty_form_has_its_defaults_and_no_answers() {
    let blank = text(&profile(FORM), &Draft::default());
    assert!(blank.contains("### System\n\nLinux\n"), "{blank}");
    assert!(blank.contains("### What happened?\n\nA bug happened!\n"), "{blank}");
    assert!(blank.contains("### Browsers\n\n_No response_\n"), "{blank}");
    assert!(blank.contains("### Log\n\n```shell\n\n```\n"), "{blank}");
    assert!(blank.contains("- [ ] I searched"), "{blank}");
}

#[test]
fn an_answer_of_nothing_is_not_the_default() {
    let mut draft = draft();
    draft.fields.insert("system".into(), FieldValue::Text(String::new()));
    assert!(text(&profile(FORM), &draft).contains("### System\n\n_No response_\n"));
    draft.fields.insert("terms".into(), FieldValue::Flag(true));
    assert!(text(&profile(FORM), &draft).contains("- [x] I can help"), "a plain yes ticks all");
}

#[test]
fn the_forms_own_words_survive_redaction() {
    let form = "name: a\ndescription: b\nbody:\n- type: dropdown\n  id: d\n  attributes: {label: Host, options: [10.20.30.40, other]}\n\
                - type: checkboxes\n  id: c\n  attributes: {label: Mail, options: [{label: Write to a.person@example.org}]}\n";
    let draft = Draft {
        fields: [
            ("d".to_owned(), FieldValue::Text("10.20.30.40".into())),
            ("c".to_owned(), FieldValue::Many(vec!["Write to a.person@example.org".into()])),
        ]
        .into(),
        ..Draft::default()
    };
    let text = text(&profile(form), &draft);
    assert!(text.contains("10.20.30.40") && text.contains("- [x] Write to a.person@example.org"), "{text}");
}

#[test]
fn the_checklist_asks_for_what_the_form_insists_on() {
    let profile = profile(FORM);
    let required = |draft: &Draft| {
        let report = check::check(&incident(&profile, draft), &profile, Lang::En);
        report.items.into_iter().find(|item| item.check == "required-fields").unwrap().message
    };
    assert_eq!(required(&draft()), "Required answers given");
    let mut open = draft();
    open.fields.insert("terms".into(), FieldValue::Many(vec!["I can help".into()]));
    open.fields.remove("version");
    assert!(required(&open).contains("Before you write, Version"), "{}", required(&open));
    let version = profile.fields.iter().find(|field| field.id == "version").unwrap().clone();
    let prefilled = Profile {
        fields: vec![casefile::model::FieldSpec { default: Some("e.g. 1.2".into()), ..version }],
        ..profile.clone()
    };
    let report = check::check(&incident(&prefilled, &Draft::default()), &prefilled, Lang::En);
    assert!(report.items.iter().any(|item| item.check == "required-fields" && item.message.contains("Version")));
}

#[test]
fn the_address_fills_the_form_and_nothing_else() {
    let profile = profile(FORM);
    let address = deliver::form_address(&profile, &redacted(&profile, &draft())).unwrap();
    let (page, query) = address.url.split_once('?').unwrap();
    assert_eq!(page, "https://github.com/me/tool/issues/new");
    let names: Vec<&str> = query.split('&').map(|pair| pair.split_once('=').unwrap().0).collect();
    assert_eq!(names, ["template", "title", "browsers", "version", "description", "logs"]);
    assert!(query.contains("template=bug_report.yml&title=%5BBUG%5D%20Export%20stops%20at%2070%20%25"), "{query}");
    assert!(query.contains("browsers=Firefox%2C%20Safari"), "{query}");
    assert_eq!(address.by_hand, ["Before you write", "Steps to reproduce", "Files"]);
    assert!(address.left_out.is_empty());
    let mut russian = draft();
    russian.description = "Ы".repeat(2_000);
    let address = deliver::form_address(&profile, &redacted(&profile, &russian)).unwrap();
    assert_eq!(address.left_out, ["What happened?"]);
    assert!(address.url.len() <= 8_000 && address.url.contains("version=3.10"));
    for lang in Lang::ALL {
        let steps = deliver::filled_form(&address, lang);
        assert!(steps[0].contains(&address.url) && steps[1].contains("“What happened?”"), "{steps:?}");
    }
}

#[test]
fn without_a_form_the_address_carries_title_and_text() {
    let mut profile = profile(FORM);
    profile.text.form = TextForm::Markdown;
    let text = text(&profile, &draft());
    assert!(text.starts_with("### What happens\n\nThe export **stops**.") && text.contains("\n### Log\n"), "{text}");
    let prefill = profile.prefill.as_mut().unwrap();
    (prefill.style, prefill.title_start) = (PrefillStyle::Gitlab, None);
    let address = deliver::form_address(&profile, &redacted(&profile, &draft())).unwrap();
    assert!(address.url.contains("?issue%5Btitle%5D=Export%20stops"), "{}", address.url);
    assert!(address.url.contains("&issue%5Bdescription%5D=%23%23%23%20What%20happens"), "{}", address.url);
    let prefill = profile.prefill.as_mut().unwrap();
    (prefill.style, prefill.template, prefill.max_chars) = (PrefillStyle::Github, None, 200);
    let address = deliver::form_address(&profile, &redacted(&profile, &draft())).unwrap();
    assert!(address.url.ends_with("?title=Export%20stops%20at%2070%20%25"), "{}", address.url);
    assert_eq!(address.left_out, ["Whole text"]);
}

#[test]
fn a_letter_that_is_too_long_goes_without_its_text() {
    let letter = deliver::mail_url("help+1@desk.example", "Звук & свет", "Строка\nещё", "Text");
    assert_eq!(
        letter.url,
        "mailto:help%2B1@desk.example?subject=%D0%97%D0%B2%D1%83%D0%BA%20%26%20%D1%81%D0%B2%D0%B5%D1%82\
         &body=%D0%A1%D1%82%D1%80%D0%BE%D0%BA%D0%B0%0D%0A%D0%B5%D1%89%D1%91"
    );
    let long = deliver::mail_url("a@b.example", "s", &"x".repeat(2_000), "Text");
    assert_eq!(
        (long.url.as_str(), long.left_out.as_slice()),
        ("mailto:a@b.example?subject=s", &["Text".to_owned()][..])
    );
}

/// Any form of the generator is valid; answers written into it come out of the Markdown as they went in.
#[test]
fn what_goes_into_a_form_comes_out_of_its_text() {
    for seed in 0..400 {
        let mut random = fastrand::Rng::with_seed(seed);
        let form = any_form(&mut random);
        let imported = parse(form.as_bytes(), Path::new("a.yml"), None, "2026-11-22");
        let profile = imported.unwrap_or_else(|refusal| panic!("seed {seed}: {refusal}\n{form}")).profile;
        let draft = any_answers(&profile, &mut random);
        let incident = incident(&profile, &draft);
        let text = compose::issue_form(&incident, &profile);
        let read = read_back(&profile, &text);
        for field in &profile.fields {
            let label = field.label.get(Lang::En);
            let default = field.default.clone().map(FieldValue::Text);
            let expected = match draft.fields.get(&field.id).cloned().or(default) {
                Some(FieldValue::Text(words)) => words.trim_end().to_owned(),
                Some(FieldValue::Many(many)) if field.kind == FieldType::MultiChoice => {
                    let chosen = field.options.iter().map(casefile::model::Choice::label);
                    chosen.filter(|option| many.iter().any(|one| one == option)).collect::<Vec<_>>().join(", ")
                }
                Some(FieldValue::Many(many)) => many.join("\n"),
                _ => String::new(),
            };
            assert_eq!(read.get(label), Some(&expected), "seed {seed}, {label}\n{text}");
        }
    }
}

/// Words that are odd in YAML or in Markdown.
const WORDS: [&str; 16] = [
    "Version",
    "система",
    "版本",
    "a: b",
    "# no",
    "*x*",
    "`y`",
    "[link](http://a)",
    "- dash",
    "👩‍💻",
    "\"q\"",
    "it's",
    "50%",
    "3.10",
    "@me",
    "{x}",
];

fn words(random: &mut fastrand::Rng) -> String {
    (0..random.usize(1..4)).map(|_| WORDS[random.usize(..WORDS.len())]).collect::<Vec<_>>().join(" ")
}

fn any_form(random: &mut fastrand::Rng) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let mut form = format!("name: {}\ndescription: {}\nbody:\n", quoted(&words(random)), quoted(&words(random)));
    for index in 0..random.usize(1..9) {
        let kind = ["input", "textarea", "dropdown", "checkboxes", "upload"][random.usize(..5)];
        let label = quoted(&format!("{} {index}", words(random)));
        form.push_str(&format!("- type: {kind}\n  id: f{index}\n  attributes:\n    label: {label}\n"));
        let options: Vec<String> = (0..random.usize(1..5)).map(|n| quoted(&format!("{} {n}", words(random)))).collect();
        match kind {
            "dropdown" => {
                form.push_str(&format!("    options: [{}]\n    multiple: {}\n", options.join(", "), random.bool()));
                if random.bool() {
                    form.push_str(&format!("    default: {}\n", random.usize(..options.len())));
                }
            }
            "checkboxes" => {
                form.push_str("    options:\n");
                for (n, option) in options.iter().enumerate() {
                    let label = option.replace(&format!(" {n}\""), &format!(" {index}.{n}\""));
                    form.push_str(&format!("    - label: {label}\n      required: {}\n", random.bool()));
                }
            }
            "textarea" if random.bool() => form.push_str("    render: shell\n"),
            "input" | "textarea" if random.bool() => form.push_str(&format!("    value: {}\n", quoted(&words(random)))),
            _ => {}
        }
        if kind != "checkboxes" && random.bool() {
            form.push_str("  validations: {required: true}\n");
        }
    }
    form
}

fn any_answers(profile: &Profile, random: &mut fastrand::Rng) -> Draft {
    let mut draft = Draft::default();
    for field in profile.fields.iter().filter(|field| field.kind != FieldType::Files) {
        let labels: Vec<String> = field.options.iter().map(|option| option.label().to_owned()).collect();
        let mut some: Vec<String> = labels.clone();
        some.retain(|_| random.bool());
        let answer = match field.kind {
            _ if random.u8(..4) == 0 => continue,
            FieldType::Choice => FieldValue::Text(labels[random.usize(..labels.len())].clone()),
            FieldType::MultiChoice | FieldType::Checkbox => FieldValue::Many(some),
            FieldType::Multiline => FieldValue::Text(format!("{}\n\n```\n{}\n```", words(random), words(random))),
            _ => FieldValue::Text(words(random)),
        };
        draft.fields.insert(field.id.clone(), answer);
    }
    draft
}

/// The answers in the Markdown, by label; of boxes the ticked ones.
fn read_back(profile: &Profile, text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let heading = |label: &str| format!("### {label}\n\n");
    let mut rest = text;
    for (index, field) in profile.fields.iter().enumerate() {
        let label = field.label.get(Lang::En);
        rest = rest.strip_prefix(&heading(label)).unwrap_or_else(|| panic!("no heading {label} in {rest}"));
        let next = profile.fields.get(index + 1).map(|field| format!("\n\n{}", heading(field.label.get(Lang::En))));
        let end = next.map_or(rest.len(), |next| rest.find(&next).unwrap());
        let body = &rest[..end];
        rest = rest[end..].trim_start_matches('\n');
        let answer = match (field.kind, &field.render) {
            (FieldType::Checkbox, _) => {
                let ticked = body.lines().filter_map(|line| line.strip_prefix("- [x] "));
                ticked.collect::<Vec<_>>().join("\n")
            }
            (_, Some(language)) => {
                let fence: String = body.chars().take_while(|c| *c == '`').collect();
                let inside = body.strip_prefix(&format!("{fence}{language}\n")).unwrap();
                inside.strip_suffix(&fence).unwrap().trim_end_matches('\n').to_owned()
            }
            _ if body == "_No response_" => String::new(),
            _ => body.to_owned(),
        };
        found.insert(label.to_owned(), answer);
    }
    assert!(rest.trim().is_empty(), "{rest}");
    found
}

/// Broken in any way, a form is refused or imported, and nothing else happens.
#[test]
fn altered_forms_never_break_the_import() {
    let pieces = [
        ": ", "- ", "*", "&a ", "\"", "'", "#", "|", ">", "[", "]", "{", "}", "\t", "\n", "!", "%", "?", "\\", "---\n",
        "\u{feff}", "я",
    ];
    for seed in 0..3_000 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut form = FORM.to_owned();
        for _ in 0..random.usize(1..4) {
            let at = (0..=random.usize(..form.len())).rev().find(|at| form.is_char_boundary(*at)).unwrap();
            if random.bool() {
                form.insert_str(at, pieces[random.usize(..pieces.len())]);
            } else if at < form.len() {
                form.remove(at);
            }
        }
        for name in ["a.yml", "a.md"] {
            if let Ok(imported) = parse(form.as_bytes(), Path::new(name), None, "2026-11-22") {
                let text = toml::to_string(&imported.profile).unwrap();
                assert_eq!(toml::from_str::<Profile>(&text).unwrap(), imported.profile, "seed {seed}");
            }
        }
    }
}

/// Real forms, where they are at hand: each is imported or refused as its index says.
#[test]
fn the_examples_are_read_as_their_index_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/examples/forms");
    let Ok(index) = std::fs::read_to_string(folder.join("index.json")) else { return };
    let index: serde_json::Value = serde_json::from_str(&index).unwrap();
    for entry in index.as_array().unwrap() {
        let name = entry["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let imported = parse(&bytes, Path::new(name), None, "2026-11-22");
        assert_eq!(imported.is_err(), entry["verdict"] == "invalid", "{name}: {:?}", imported.err());
        let Ok(imported) = imported else { continue };
        let elements = entry["elements"].as_array().unwrap().iter().filter(|element| element["type"] != "markdown");
        let elements: Vec<_> = elements.collect();
        assert_eq!(imported.profile.fields.len(), elements.len(), "{name}");
        for (field, element) in imported.profile.fields.iter().zip(elements) {
            assert_eq!(element["label"].as_str().map(str::trim), Some(field.label.get(Lang::En)), "{name}");
            assert!(element.get("id").is_none_or(|id| *id == *field.id), "{name}");
            if field.kind != FieldType::Checkbox {
                assert_eq!(element["required"].as_bool().unwrap_or(false), field.required, "{name}, {}", field.id);
            }
            let options = element["options"].as_u64().unwrap_or(0);
            assert_eq!(options, field.options.len() as u64, "{name}, {}", field.id);
        }
    }
}

#[test]
fn files_of_the_incident_stand_in_the_field_for_them() {
    let profile = profile(FORM);
    let files = profile.fields.iter().find(|field| field.kind == FieldType::Files).unwrap();
    assert_eq!(files.from, Some(Part::Evidence));
    let evidence = casefile::model::Evidence { name: "a.log".into(), size_bytes: 2_000, ..Default::default() };
    let incident = compose::incident(&draft(), &profile, Facts::default(), vec![evidence], String::new());
    let text = compose::issue_form(&incident, &profile);
    assert!(text.contains("### Files\n\n- a.log"), "{text}");
}
