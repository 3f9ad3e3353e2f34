//! The promises of the built-in destinations: complete in both languages, with sources, and no name that leads nowhere.

use std::collections::HashSet;
use std::path::Path;

use casefile::check;
use casefile::model::{FieldType, Lang, Part, Predicate, Profile, TextForm, Verification};
use casefile::store::Profiles;
use serde_json::Value;

/// Every destination that comes with the program.
const IDS: [&str; 39] = [
    "amazon-retail",
    "amazon-seller",
    "amd-driver",
    "any-support-email",
    "apple-dts",
    "apple-feedback-assistant",
    "blizzard",
    "blurb",
    "discord-community",
    "discord-platform",
    "dota2-gameplay-github",
    "dxvk-github",
    "ea",
    "epic-games",
    "github-issue",
    "gitlab-issue",
    "instagram",
    "intel-gpu-igcit",
    "jetbrains-youtrack",
    "microsoft-feedback-hub",
    "nvidia-linux",
    "nvidia-open-kernel-github",
    "nvidia-windows-driver",
    "riot-valorant",
    "steam-support",
    "telegram-desktop-github",
    "telegram-volunteers",
    "telegram-web-form",
    "telegram-x",
    "trustpilot-review",
    "ubisoft",
    "unity-bug-reporter",
    "unreal-engine",
    "valve-proton-github",
    "valve-source1-github",
    "valve-steam-for-linux-github",
    "vk",
    "vscode-github",
    "zendesk-generic",
];

fn profiles() -> Vec<Profile> {
    let (profiles, errors) = Profiles::load(Path::new("no-such-folder"));
    assert!(errors.is_empty(), "{errors:?}");
    profiles.iter().cloned().collect()
}

#[test]
fn every_destination_is_there_under_its_file_name() {
    let ids: Vec<String> = profiles().into_iter().map(|profile| profile.id).collect();
    assert_eq!(ids, IDS);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("is there")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files, IDS.map(|id| format!("{id}.toml")));
}

/// Calls `each` with every text in two languages and the key it stands under.
fn texts(value: &Value, key: &str, each: &mut impl FnMut(&str, &str, &str)) {
    match value {
        Value::Object(map) => match (map.get("en"), map.get("ru")) {
            (Some(Value::String(en)), Some(Value::String(ru))) => each(key, en, ru),
            _ => map.iter().for_each(|(key, value)| texts(value, key, each)),
        },
        Value::Array(list) => list.iter().for_each(|value| texts(value, key, each)),
        _ => {}
    }
}

#[test]
fn every_text_is_in_both_languages() {
    for mut profile in profiles() {
        if profile.language.required == [Lang::En] || profile.text.form != TextForm::Plain {
            // Headings of a report that must be in English, or of a template, are not translated.
            profile.headings.clear();
        }
        let value = serde_json::to_value(&profile).expect("a profile is data");
        texts(&value, "", &mut |key, en, ru| {
            let of = &profile.id;
            // A language rule may have no reason.
            assert!(key == "reason" || !(en.trim().is_empty() || ru.trim().is_empty()), "{of}: {key} is empty");
            assert!(!en.contains(|c: char| ('\u{400}'..='\u{4ff}').contains(&c)), "{of}: {key}: {en}");
            // Names, and labels that stand on the form in English, are the same in both.
            if en.contains(' ') && key != "name" && key != "label" {
                assert_ne!(en, ru, "{of}: {key}");
            }
        });
    }
}

#[test]
fn facts_are_dated_and_name_their_sources() {
    for profile in profiles() {
        let of = &profile.id;
        assert!(!profile.sources.is_empty(), "{of}");
        assert!(profile.checked_on.parse::<jiff::civil::Date>().is_ok(), "{of}");
        assert!(profile.status == Verification::Verified || profile.unverified.is_some(), "{of}: what is unverified?");
        if let Some(quota) = &profile.quota {
            assert!(quota.valid_from.parse::<jiff::civil::Date>().is_ok() && quota.period_days > 0, "{of}");
        }
        for link in &profile.links {
            assert!(["https://", "mailto:"].iter().any(|scheme| link.url.starts_with(scheme)), "{of}: {}", link.url);
        }
    }
}

#[test]
fn names_lead_somewhere() {
    let all = profiles();
    for profile in &all {
        let of = &profile.id;
        let mut ids = HashSet::new();
        assert!(profile.fields.iter().all(|field| ids.insert(field.id.as_str())), "{of}: a field twice");
        let mut help = HashSet::new();
        assert!(profile.self_help.iter().all(|step| help.insert(step.id.as_str())), "{of}: a self-help step twice");
        let mut checks = HashSet::new();
        for rule in &profile.checks {
            assert!(checks.insert(rule.id.as_str()), "{of}: check {} twice", rule.id);
            if let Some(field) = named_field(&rule.when) {
                let own = field.strip_prefix("fields.");
                let known = own.map_or_else(|| FIELDS.contains(&field), |id| ids.contains(id));
                assert!(known, "{of}: check {} names {field}", rule.id);
            }
        }
        for off in &profile.checks_off {
            assert!(check::common().iter().any(|rule| rule.id == *off), "{of}: no common check {off}");
        }
        for redirect in &profile.not_for {
            if let Some(to) = &redirect.to {
                assert!(all.iter().any(|other| other.id == *to) && to != of, "{of}: {to}");
            }
            for word in &redirect.words {
                assert!(*word == word.to_lowercase() && !word.contains('ё'), "{of}: {word}");
            }
        }
        let parts: HashSet<Part> = profile.order.iter().copied().collect();
        assert_eq!(parts.len(), profile.order.len(), "{of}: a part twice in the order");
        assert!(!parts.contains(&Part::Text) && parts.contains(&Part::Description), "{of}");
        for field in &profile.fields {
            if let Some(fact) = field.fact {
                assert!(profile.facts.contains(&fact.key()), "{of}: {} needs a fact that is not collected", field.id);
                assert!(field.kind == FieldType::Text && field.from.is_none(), "{of}: {}", field.id);
            }
        }
        #[cfg(feature = "gui")]
        assert!(casefile::gui::icons::by_name(&profile.icon).is_some(), "{of}: icon {}", profile.icon);
    }
}

/// Fields of the draft that a rule may name.
const FIELDS: [&str; 14] = [
    "title",
    "description",
    "error_text",
    "expected",
    "actual",
    "started",
    "frequency",
    "conditions",
    "steps",
    "tried",
    "contact",
    "contact.name",
    "contact.email",
    "contact.phone",
];

fn named_field(when: &Predicate) -> Option<&str> {
    match when {
        Predicate::Filled { field }
        | Predicate::MinWords { field, .. }
        | Predicate::MaxChars { field, .. }
        | Predicate::Concise { field, .. }
        | Predicate::Lacks { field, .. } => Some(field),
        _ => None,
    }
}

#[test]
fn an_issue_form_has_fields_and_its_address_is_the_projects_own() {
    for profile in profiles() {
        let of = &profile.id;
        if profile.text.form == TextForm::IssueForm {
            assert!(!profile.fields.is_empty(), "{of}");
        }
        if let Some(prefill) = &profile.prefill {
            assert!(prefill.url.starts_with("https://") && !prefill.url.contains('?'), "{of}: {}", prefill.url);
            assert!(prefill.max_chars >= 1_000, "{of}");
            for text in [Some(&prefill.url), prefill.template.as_ref()].into_iter().flatten() {
                for part in text.split("{fields.").skip(1) {
                    let id = part.split_once('}').map_or(part, |(id, _)| id);
                    let field = profile.fields.iter().find(|field| field.id == id);
                    assert!(field.is_some_and(|field| field.kind == FieldType::Text), "{of}: {text}");
                }
            }
        }
    }
}
