//! Every quirk seen in real forms, on forms written for this: what is imported, what is refused, and where.

use super::*;
use crate::model::{Choice, Explain, FieldSpec, FieldType, Part};
use crate::text;

/// A form around the elements of its body.
fn form(body: &str) -> String {
    format!("name: Bug\ndescription: Report a bug\nbody:\n{body}")
}

fn read_as(text: impl AsRef<[u8]>, name: &str) -> Result<Imported, Refusal> {
    parse(text.as_ref(), Path::new(name), None, "2026-11-22")
}

fn read(text: impl AsRef<[u8]>) -> Imported {
    read_as(text, "bug_report.yml").unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn fields(body: &str) -> Vec<FieldSpec> {
    read(form(body)).profile.fields
}

fn refusal(text: impl AsRef<[u8]>) -> Refusal {
    read_as(text, "bug_report.yml").map(|imported| imported.profile.fields).expect_err("refused")
}

/// The line and the key of the message of a refused body; the body begins on line 4.
fn refused(body: &str) -> (usize, &'static str) {
    let refusal = refusal(form(body));
    (refusal.line, refusal.key().trim_start_matches("issue-form-"))
}

fn oddities(text: &str) -> Vec<&'static str> {
    read(text).notices.iter().map(|notice| notice.key().trim_start_matches("issue-form-odd-")).collect()
}

fn options(field: &FieldSpec) -> Vec<&str> {
    field.options.iter().map(Choice::label).collect()
}

const INPUT: &str = "- type: input\n  attributes: {label: Version}\n";

#[test]
fn every_type_of_element_is_a_field() {
    use FieldType::{Checkbox, Choice as One, Files, MultiChoice, Multiline, Text};
    let fields = fields(
        "- type: markdown\n  attributes: {value: Thanks!}\n\
         - type: input\n  id: version\n  attributes: {label: Version, placeholder: v1.2}\n  validations: {required: true}\n\
         - type: textarea\n  attributes: {label: Log, render: shell, description: Paste it, placeholder: here, value: none}\n\
         - type: dropdown\n  attributes: {label: System, options: [A, B], default: 1}\n\
         - type: dropdown\n  attributes: {label: Browsers, multiple: true, options: [A, B]}\n\
         - type: checkboxes\n  attributes:\n    label: Terms\n    options: [{label: I agree, required: true}, {label: News}]\n\
         - type: upload\n  attributes: {label: Files}\n  validations: {required: true, accept: \".png,.log\"}\n",
    );
    let kinds: Vec<FieldType> = fields.iter().map(|field| field.kind).collect();
    assert_eq!(kinds, [Text, Multiline, One, MultiChoice, Checkbox, Files]);
    let required: Vec<bool> = fields.iter().map(|field| field.required).collect();
    assert_eq!(required, [true, false, false, false, true, true]);
    assert_eq!((fields[0].id.as_str(), fields[0].unnamed), ("version", false));
    assert_eq!((fields[1].id.as_str(), fields[1].unnamed), ("log", true));
    assert_eq!(fields[1].render.as_deref(), Some("shell"));
    assert_eq!(fields[1].default.as_deref(), Some("none"));
    assert_eq!(fields[1].hint.as_ref().map(|hint| hint.en.as_str()), Some("Paste it\nhere"));
    assert_eq!(fields[2].default.as_deref(), Some("B"));
    assert_eq!(fields[4].options[0], Choice::Labelled { label: "I agree".into(), required: true });
    assert_eq!(fields[5].from, Some(Part::Evidence));
}

#[test]
fn the_profile_is_that_of_a_public_tracker() {
    let imported = parse(form(INPUT).as_bytes(), Path::new("x/bug_report.yml"), Some("me/Tool.rs"), "2026-11-22");
    let profile = imported.expect("valid").profile;
    assert_eq!((profile.id.as_str(), profile.public), ("tool-rs-bug-report", true));
    let prefill = profile.prefill.expect("an address");
    assert_eq!(prefill.url, "https://github.com/me/Tool.rs/issues/new");
    assert_eq!(prefill.template.as_deref(), Some("bug_report.yml"));
    let text = toml::to_string(&read(form(INPUT)).profile).expect("a file");
    assert_eq!(toml::from_str::<Profile>(&text).expect("the same"), read(form(INPUT)).profile);
    let below = read_as(form(INPUT), "/src/My Tool/.github/ISSUE_TEMPLATE/1_bug.yml").expect("valid").profile;
    assert_eq!((below.id.as_str(), below.prefill), ("my-tool-1-bug", None));
}

#[test]
fn options_stay_as_they_are_written() {
    let of =
        |options: &str| fields(&format!("- type: dropdown\n  attributes:\n    label: V\n    options: {options}\n"));
    let found = of("[3.10, 1.0, On, Off, 007, 0x1F, 1_000, 12:30, 2021-01-01, v1, \"Yes\", 'null', a b, 50%, =x]");
    let written = [
        "3.10",
        "1.0",
        "On",
        "Off",
        "007",
        "0x1F",
        "1_000",
        "12:30",
        "2021-01-01",
        "v1",
        "Yes",
        "null",
        "a b",
        "50%",
        "=x",
    ];
    assert_eq!(options(&found[0]), written);
    assert_eq!(options(&of("\n      - \"\"\n      - A\n")[0]), ["", "A"], "an empty first option");
    assert_eq!(options(&of("\n      -\n      - A\n")[0]), ["", "A"]);
    assert_eq!(options(&of("[{label: A}, {label: B}]")[0]), ["A", "B"]);
}

#[test]
fn text_that_is_not_yaml_is_refused_with_its_line() {
    let of = |text: &str| (refusal(text).line, refusal(text).key().trim_start_matches("issue-form-yaml-"));
    assert_eq!(of("name: Bug: report\n"), (1, "colon"));
    assert_eq!(of("name: Bug\ndescription: **bold** text\n"), (2, "alias"));
    assert_eq!(of("name: Bug\nbody:\n\t- type: input\n"), (3, "tab"));
    assert_eq!(of("name: Bug\ndescription: \"a\" b\n"), (2, "quotes"));
    assert_eq!(of("name: Bug\nbody:\n  - type: input\n    id: a\n   x: b\n").0, 5);
    assert_eq!(of("name: Bug\ndescription: @me\n"), (2, "character"));
    assert_eq!(of("name: Bug\ndescription: a\n  title: b\n").0, 3);
}

#[test]
fn the_rules_on_top_are_kept() {
    for (text, line, key) in [
        ("", 1, "not-a-form"),
        ("- a\n", 1, "not-a-form"),
        ("just words\n", 1, "not-a-form"),
        ("description: a\nbody: []\n", 1, "missing-key"),
        ("name: a\nbody: []\n", 1, "missing-key"),
        ("name: a\ndescription: b\n", 1, "missing-key"),
        ("name: a\ndescription: b\n---\nbody:\n- type: input\n", 1, "split-by-dashes"),
        ("name: ''\ndescription: b\n", 1, "empty"),
        ("name:\ndescription: b\n", 1, "empty"),
        ("name: a\ndescription: true\n", 2, "not-words"),
        ("name: 1.5\n", 1, "not-words"),
        ("name: a\ndescription: b\ntitle: \"\"\n", 3, "empty"),
        ("name: a\ndescription: b\nhello: c\n", 3, "unknown-key"),
        ("name: a\nlable: c\n", 2, "unknown-key-nearest"),
        ("name: a\nYes: c\n", 2, "forbidden-key"),
        ("name: a\nabout: c\n", 2, "old-key"),
        ("name: a\ndescription: b\ninputs: []\n", 3, "old-key"),
        ("blank_issues_enabled: false\n", 1, "chooser-settings"),
        ("name: a\ndescription: b\nassignees: ''\n", 3, "not-words-or-list"),
        ("name: a\ndescription: b\nlabels: {a: b}\n", 3, "not-words-or-list"),
        ("name: a\ndescription: b\nbody:\n", 3, "body-empty"),
        ("name: a\ndescription: b\nbody: []\n", 3, "body-empty"),
        ("name: a\ndescription: b\nbody: text\n", 3, "not-a-list"),
        ("name: a\ndescription: b\nbody:\n- type: markdown\n  attributes: {value: c}\n", 3, "only-markdown"),
    ] {
        let refusal = refusal(text);
        assert_eq!((refusal.line, refusal.key().trim_start_matches("issue-form-")), (line, key), "{text}");
    }
}

#[test]
fn the_rules_of_elements_are_kept() {
    for (element, line, key) in [
        ("- text\n", 4, "not-a-map"),
        ("- attributes: {label: a}\n", 4, "missing-type"),
        ("- type:\n", 4, "missing-type"),
        ("- type: radio\n", 4, "unknown-type"),
        ("- type: text-area\n", 4, "unknown-type-nearest"),
        ("- type: input\n", 4, "missing-attribute"),
        ("- type: input\n  attributes:\n", 5, "missing-attribute"),
        ("- type: input\n  attributes: {description: a}\n", 5, "missing-attribute"),
        ("- type: markdown\n  attributes: {}\n", 5, "missing-attribute"),
        ("- type: markdown\n  attributes: {label: a, value: b}\n", 5, "unknown-attribute"),
        ("- type: input\n  attributes:\n    label: a\n    reqired: b\n", 7, "unknown-attribute"),
        ("- type: input\n  attributes:\n    label: a\n    descripton: b\n", 7, "unknown-attribute-nearest"),
        ("- type: input\n  attribute: {label: a}\n", 5, "unknown-element-key-nearest"),
        ("- type: input\n  attributes: {label: true}\n", 5, "not-words"),
        ("- type: input\n  attributes: {label: 1.3}\n", 5, "not-words"),
        ("- type: input\n  attributes: {label: [a]}\n", 5, "not-words"),
        ("- type: input\n  attributes: {label: ' '}\n", 5, "empty"),
        ("- type: input\n  attributes: {label: a, description: \"\"}\n", 5, "empty"),
        ("- type: input\n  id: first name\n  attributes: {label: a}\n", 5, "id-characters"),
        ("- type: input\n  attributes: {label: Your password}\n", 5, "forbidden-word"),
        ("- type: dropdown\n  attributes: {label: a}\n", 5, "missing-attribute"),
        ("- type: dropdown\n  attributes: {label: a, options: []}\n", 5, "no-options"),
        ("- type: dropdown\n  attributes: {label: a, options: b}\n", 5, "not-a-list"),
        ("- type: dropdown\n  attributes:\n    label: a\n    options:\n    - b\n    - b\n", 9, "option-twice"),
        ("- type: dropdown\n  attributes: {label: a, options: [b, none]}\n", 5, "option-none"),
        ("- type: dropdown\n  attributes:\n    label: a\n    options:\n    - Yes\n", 8, "option-boolean"),
        ("- type: dropdown\n  attributes:\n    label: a\n    options:\n    - b: c\n", 8, "option-not-words"),
        ("- type: dropdown\n  attributes: {label: a, options: [b], default: 1}\n", 5, "default-not-there"),
        ("- type: dropdown\n  attributes: {label: a, options: [b], default: b}\n", 5, "default-not-there"),
        ("- type: checkboxes\n  attributes: {label: a, options: [b]}\n", 5, "box-without-label"),
        ("- type: checkboxes\n  attributes: {label: a, options: [{label: b}, {label: b}]}\n", 5, "box-twice"),
        ("- type: checkboxes\n  attributes: {label: a, options: [{label: b, id: c}]}\n", 5, "unknown-box-key"),
    ] {
        assert_eq!(refused(element), (line, key), "{element}");
    }
}

#[test]
fn a_refusal_names_the_element_and_the_rule_in_both_languages() {
    let refusal =
        refusal(form(&format!("{INPUT}- type: dropdown\n  attributes:\n    label: Система\n    options: []\n")));
    assert_eq!((refusal.line, refusal.element.as_str()), (9, ", body[1] “Система”"));
    for lang in Lang::ALL {
        let said = text::problem(lang, &refusal);
        assert!(said.sentence.contains("body[1] “Система”") && said.sentence.contains('9'), "{said:?}");
        assert!(!said.hint.is_empty());
    }
}

#[test]
fn fields_are_told_apart() {
    let two = |a: &str, b: &str| format!("- type: input\n  {a}\n- type: textarea\n  {b}\n");
    let refused = |a: &str, b: &str| refused(&two(a, b)).1;
    let (name, same) = ("attributes: {label: Name}", "attributes: {label: Name???}");
    assert_eq!(refused("id: a\n  attributes: {label: A}", "id: a\n  attributes: {label: B}"), "id-twice");
    assert_eq!(refused(name, name), "label-twice");
    assert_eq!(refused(name, same), "label-similar");
    assert_eq!(refused(name, "id: name\n  attributes: {label: Other}"), "label-similar");
    assert_eq!(refused("attributes: {label: Имя}", "attributes: {label: Имя}"), "label-twice");
    let apart = fields(&two("id: name_1\n  attributes: {label: Name}", "id: name_2\n  attributes: {label: Name}"));
    assert_eq!(apart.len(), 2);
    let box_like_field = "- type: input\n  attributes: {label: A}\n- type: checkboxes\n  attributes: {label: B, options: [{label: A}]}\n";
    assert_eq!(self::refused(box_like_field), (6, "box-twice"));
}

#[test]
fn labels_without_latin_letters_get_ids_that_stay() {
    let body = "- type: input\n  attributes: {label: 版本}\n- type: input\n  attributes: {label: Система}\n\
                - type: input\n  id: field-2\n  attributes: {label: Имя 1}\n- type: input\n  attributes: {label: Версия 1}\n";
    let ids = |fields: Vec<FieldSpec>| fields.into_iter().map(|field| field.id).collect::<Vec<_>>();
    assert_eq!(ids(fields(body)), ["field-1", "field-2-2", "field-2", "1"]);
    assert_eq!(ids(fields(body)), ids(fields(body)));
}

#[test]
fn what_github_puts_up_with_is_imported_with_a_word() {
    for (text, oddity) in [
        (format!("name: First\n{}", form(INPUT)), "key-twice"),
        (form(INPUT) + "labels:\n", "no-value"),
        (form(INPUT) + "---\nmore: 1\n", "further-document"),
        (
            form(
                "- type: checkboxes\n  attributes: {label: a, options: [{label: b}]}\n  validations: {required: true}\n",
            ),
            "boxes-validations",
        ),
        (form(&format!("- type: markdown\n  id: m\n  attributes: {{value: a}}\n{INPUT}")), "note-key"),
        (form("- type: input\n  attributes: {label: a}\n  validations: {regex: b}\n"), "validation"),
        (form("- type: input\n  attributes: {label: a}\n  validations: {required: \"true\"}\n"), "not-a-boolean"),
        (form("- type: upload\n  attributes: {label: a, accept: .png}\n"), "upload-attribute"),
        (form("- type: dropdown\n  attributes: {label: a, options: [On]}\n"), "option-switch"),
        (form("- type: input\n  attributes:\n    label: a\n    description:\n"), "no-value"),
        (form("- type: input\n  id: 7\n  attributes: {label: a}\n"), "id-number"),
    ] {
        assert_eq!(oddities(&text), [oddity], "{text}");
        for notice in read(&text).notices {
            for lang in Lang::ALL {
                let said = text::problem(lang, &notice);
                assert!(!said.sentence.contains('{') && !said.hint.is_empty(), "{said:?}");
            }
        }
    }
    assert_eq!(read(format!("name: First\n{}", form(INPUT))).profile.name.en, "Bug", "the last one counts");
}

#[test]
fn harmless_forms_of_writing_are_no_matter() {
    for text in [
        form(INPUT).replace('\n', "\r\n"),
        form(INPUT).trim_end().to_owned(),
        format!("\u{feff}{}", form(INPUT)),
        format!("# A comment\n---\n{}---\n", form(INPUT)),
        form(INPUT) + "labels: bug, triage\nassignees: [me, you]\ntype: Bug\nprojects: ['o/1']\n",
        form(INPUT) + "labels: [bug]\nassignees: me\nlabels: []\n",
        format!("x-a: &a {{label: Version}}\n{}", form("- type: input\n  attributes: *a\n"))
            .replacen("x-a", "title", 0),
    ] {
        let found = read_as(&text, "a.yml");
        if text.starts_with("x-a") {
            assert_eq!(found.expect_err("an unknown key").key(), "issue-form-unknown-key");
        } else {
            assert_eq!(found.expect("valid").profile.fields[0].label.en, "Version", "{text}");
        }
    }
    let folded = fields(
        "- type: input\n  attributes:\n    label: >-\n      One\n      line\n    description: >\n      a\n      b\n\n      c\n",
    );
    assert_eq!(folded[0].label.en, "One line");
    assert_eq!(folded[0].hint.as_ref().map(|hint| hint.en.as_str()), Some("a b\nc"));
    let joined = fields("- type: input\n  attributes: {label: \"👩\u{200d}💻 who\"}\n");
    assert_eq!(joined[0].label.en, "👩\u{200d}💻 who");
    let many: Vec<String> = (0..41).map(|n| INPUT.replace("Version", &format!("L{n}"))).collect();
    assert_eq!(fields(&many.concat()).len(), 41);
}

#[test]
fn anchors_and_merged_keys_are_followed() {
    let body = "- type: input\n  attributes: &a\n    label: One\n    description: d\n- type: textarea\n  attributes:\n    <<: *a\n    label: Two\n";
    let found = fields(body);
    assert_eq!(found[1].label.en, "Two");
    assert_eq!(found[1].hint, found[0].hint);
}

#[test]
fn other_encodings_are_read_and_other_files_refused() {
    let (utf16, ..) = (form(INPUT).encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(), ());
    assert_eq!(read([b"\xff\xfe".to_vec(), utf16].concat()).profile.fields.len(), 1);
    assert_eq!(refusal(b"name: a\ndescription: \xff\n").line, 2);
    assert_eq!(refusal("name: a\nb: \u{0}\n").key(), "issue-form-not-text");
    assert_eq!(refusal(vec![b'#'; 1_000_001]).key(), "issue-form-too-large");
}

#[test]
fn hostile_yaml_is_refused_at_once() {
    let begun = std::time::Instant::now();
    let mut laughs = "a0: &a0 [x, x]\n".to_owned();
    let mut chain = "- &a0 [x]\n".to_owned();
    for n in 1..5_000 {
        laughs.push_str(&format!("a{n}: &a{n} [*a{0}, *a{0}]\n", n - 1));
        chain.push_str(&format!("- &a{n} [*a{}]\n", n - 1));
    }
    let wide = format!("{}body: &b [{}]\n", form(INPUT), "*b,".repeat(1_000));
    for text in [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        (0..1_000).map(|n| " ".repeat(n) + "a:\n").collect(),
        laughs,
        chain,
        wide,
        "&a ".repeat(100_000),
        "*".repeat(900_000),
        format!("name: &n *n\n{}", form(INPUT)),
        format!("a: [{}]", "a,".repeat(400_000)),
    ] {
        refusal(&text);
    }
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn parts_fill_only_the_fields_that_say_so() {
    let field = |label: &str| format!("- type: textarea\n  attributes: {{label: \"{label}\"}}\n");
    let from = |body: &str| fields(body).into_iter().map(|field| field.from).collect::<Vec<_>>();
    let labels =
        ["Describe the bug", "Steps to reproduce:", "Expected behavior", "What actually is: actual behavior", "Logs"];
    let body: String = labels.iter().map(|label| field(label)).collect();
    let parts = [Part::Description, Part::Steps, Part::Expected, Part::Actual].map(Some);
    assert_eq!(from(&body), [&parts[..], &[None]].concat());
    assert_eq!(from(&field("Expected vs. actual: expected behavior and actual behavior")), [None]);
    assert_eq!(from("- type: textarea\n  id: description\n  attributes: {label: a, render: text}\n"), [None]);
    assert_eq!(from("- type: textarea\n  id: description\n  attributes: {label: a, value: \"- a:\\n- b:\"}\n"), [None]);
    assert_eq!(from("- type: input\n  id: description\n  attributes: {label: a}\n"), [None]);
    assert_eq!(
        from(&(field("Описание проблемы") + &field("Как воспроизвести"))),
        [Some(Part::Description), Some(Part::Steps)]
    );
}

const TEMPLATE: &str = "---\nname: Bug report\nabout: 'Something is broken'\ntitle: '[BUG] <title>'\nlabels: bug\n---\n\n\
    <!-- Thanks for\nwriting. -->\n\n**Describe the bug**\nA clear description.\n\n## To Reproduce\n1. Go to '...'\n\n\
    ### Log\n```shell\n# not a heading\n```\n\n__Checklist:__\n- [ ] I searched\n- [x] I am on the last version\n";

#[test]
fn old_templates_become_fields() {
    let profile = read_as(TEMPLATE, "bug_report.md").expect("a template").profile;
    assert_eq!((profile.name.en.as_str(), profile.summary.en.as_str()), ("Bug report", "Something is broken"));
    let labels: Vec<&str> = profile.fields.iter().map(|field| field.label.en.as_str()).collect();
    assert_eq!(labels, ["Describe the bug", "To Reproduce", "Log", "Checklist"]);
    assert_eq!(profile.fields[0].from, Some(Part::Description));
    assert_eq!(profile.fields[0].hint.as_ref().map(|hint| hint.en.as_str()), Some("A clear description."));
    assert_eq!(profile.fields[1].from, Some(Part::Steps));
    assert_eq!(profile.fields[2].render.as_deref(), Some("shell"));
    assert_eq!(options(&profile.fields[3]), ["I searched", "I am on the last version"]);
    assert_eq!(profile.notes[0].en, "Thanks for\nwriting.");
}

#[test]
fn templates_of_every_kind_are_read() {
    let bare = read_as("Please tell us what is wrong.\n", "ISSUE_TEMPLATE.md").expect("a template").profile;
    assert_eq!(bare.fields.len(), 1);
    assert_eq!((bare.fields[0].id.as_str(), bare.fields[0].from), ("description", Some(Part::Description)));
    let saved_as_markdown = read_as(format!("---\n{}---\n", form(INPUT)), "bug.md").expect("a form").profile;
    assert_eq!(saved_as_markdown.fields[0].kind, FieldType::Text);
    for odd in [
        "",
        "---\n",
        "---\nname: x\n",
        "# \n",
        "<!--\n# never closed\n",
        "```\n# a\n",
        "\u{feff}---\r\nname: x\r\n---\r\n# A\r\n",
    ] {
        let profile = read_as(odd, "a.md").expect("a template").profile;
        assert!(!profile.fields.is_empty() && !profile.name.en.is_empty(), "{odd}");
    }
}

#[test]
fn repositories_are_understood_as_people_write_them() {
    for text in [
        "me/Tool.rs",
        "https://github.com/me/Tool.rs",
        "github.com/me/Tool.rs/issues/7",
        "me/Tool.rs.git",
        " me/Tool.rs/ ",
    ] {
        assert_eq!(repository(text).as_deref(), Some("me/Tool.rs"), "{text}");
    }
    for text in ["", "me", "me/", "/x", "me/a b", "me/x/y", "https://gitlab.com/me", "me/x?y"] {
        assert_eq!(repository(text), None, "{text}");
    }
}

#[test]
fn a_kept_form_replaces_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = read(form(INPUT)).profile;
    let other = read(form("- type: input\n  attributes: {label: Other}\n")).profile;
    let kept = keep(&first, folder.path(), false).expect("kept");
    assert_eq!(kept.id, "bug-report");
    assert_eq!(keep(&first, folder.path(), false).expect("kept").id, "bug-report", "the same form is there already");
    assert_eq!(keep(&other, folder.path(), false).expect("kept").id, "bug-report-2");
    assert_eq!(keep(&other, folder.path(), false).expect("kept").id, "bug-report-2");
    let changed = read(form("- type: input\n  attributes: {label: New}\n")).profile;
    assert_eq!(keep(&changed, folder.path(), true).expect("kept").id, "bug-report");
    let (profiles, errors) = crate::store::Profiles::load(folder.path());
    assert!(errors.is_empty());
    assert_eq!(profiles.get("bug-report").expect("there").fields[0].label.en, "New");
    let other = crate::model::Localized::same("Another");
    let built_in = Profile { id: "steam-support".into(), name: other, ..changed };
    assert_eq!(keep(&built_in, folder.path(), true).expect("kept").id, "steam-support-2");
}
