//! `casefile destinations`

use serde_json::{Value, json};

use super::args::{Destinations, DestinationsCommand};
use super::{Exit, import, out};
use crate::model::{FieldType, Lang, Profile};
use crate::pipeline::Error;
use crate::platform::World;
use crate::store::Profiles;
use crate::text::{size, t, tf};

pub fn run(command: &Destinations, world: &World) -> Result<Exit, Error> {
    if let Some(DestinationsCommand::Import(command)) = &command.command {
        return Ok(import::run(command, world));
    }
    let lang = world.lang;
    let (profiles, errors) = Profiles::load(&world.folders.profiles());
    for error in &errors {
        super::explain(error, world);
    }
    match (&command.id, command.json) {
        (Some(id), true) => out::json(&as_json(profiles.get(id)?, lang)),
        (Some(id), false) => out::result(&in_full(profiles.get(id)?, lang)),
        (None, true) => out::json(&profiles.iter().map(|profile| as_json(profile, lang)).collect::<Vec<_>>()),
        (None, false) => {
            let width = profiles.iter().map(|profile| profile.id.len()).max().unwrap_or(0);
            for profile in profiles.iter() {
                out::result(&format!("{:width$}  {}", profile.id, profile.name.get(lang)));
            }
        }
    }
    Ok(if errors.is_empty() { Exit::Done } else { Exit::Found })
}

/// The profile with every text in one language.
pub fn as_json(profile: &Profile, lang: Lang) -> Value {
    in_one_language(json!(profile), lang)
}

fn in_one_language(value: Value, lang: Lang) -> Value {
    match value {
        Value::Object(map) if map.len() == 2 && map.contains_key("en") && map.contains_key("ru") => {
            map[lang.code()].clone()
        }
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, in_one_language(value, lang))).collect(),
        Value::Array(list) => list.into_iter().map(|value| in_one_language(value, lang)).collect(),
        other => other,
    }
}

fn in_full(profile: &Profile, lang: Lang) -> String {
    let mut lines = vec![format!("{} ({})", profile.name.get(lang), profile.id), profile.summary.get(lang).to_owned()];
    let mut list = |heading: &str, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.push(String::new());
            lines.push(t(lang, heading));
            lines.extend(rows.into_iter().map(|row| format!("  - {row}")));
        }
    };
    let texts = |texts: &[crate::model::Localized]| texts.iter().map(|text| text.get(lang).to_owned()).collect();
    list("cli-include", texts(&profile.include));
    list("cli-exclude", texts(&profile.exclude));
    list(
        "cli-fields",
        profile
            .fields
            .iter()
            .map(|field| {
                let need = if field.required { "file-required" } else { "file-optional" };
                let what = if field.kind == FieldType::Files { String::new() } else { format!(" [{}]", field.id) };
                format!("{}{what} ({})", field.label.get(lang), t(lang, need))
            })
            .collect(),
    );
    list("cli-self-help", profile.self_help.iter().map(|help| help.text.get(lang).to_owned()).collect());
    list(
        "cli-not-for",
        profile.not_for.iter().map(|one| format!("{}: {}", one.what.get(lang), one.instead.get(lang))).collect(),
    );
    list("cli-answers", answers(profile, lang));
    list("cli-limits", limits(profile, lang));
    list("cli-links", profile.links.iter().map(|link| format!("{}: {}", link.label.get(lang), link.url)).collect());
    list("cli-sources", profile.sources.clone());
    if let Some(open) = &profile.unverified {
        list("cli-unverified", vec![open.get(lang).to_owned()]);
    }
    lines.push(String::new());
    lines.push(tf(lang, "cli-checked-on", &[("date", profile.checked_on.as_str().into())]));
    lines.join("\n")
}

/// When and where they answer, and when to ask again.
fn answers(profile: &Profile, lang: Lang) -> Vec<String> {
    let mut rows: Vec<String> = profile.response.iter().map(|response| response.note.get(lang).to_owned()).collect();
    if let Some(again) = &profile.follow_up {
        rows.push(again.note.get(lang).to_owned());
        let hours = again.wait_hours;
        rows.extend(hours.map(|hours| tf(lang, "cli-wait-hours", &[("hours", u64::from(hours).into())])));
    }
    rows
}

fn limits(profile: &Profile, lang: Lang) -> Vec<String> {
    let mut rows = Vec::new();
    if let Some(bytes) = profile.attachments.bundle_limit_bytes() {
        rows.push(tf(lang, "cli-limit-bundle", &[("size", size(lang, bytes).into())]));
    }
    if let Some(count) = profile.attachments.max_count {
        rows.push(tf(lang, "cli-limit-count", &[("count", count.into())]));
    }
    if let Some(chars) = profile.text.max_chars {
        rows.push(tf(lang, "cli-limit-chars", &[("count", chars.into())]));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_to_ask_again_is_told() {
        let profile: Profile = toml::from_str(include_str!("../../assets/profiles/apple-dts.toml")).expect("valid");
        assert!(in_full(&profile, Lang::En).contains("Ask again after 120 hours at the earliest"));
    }
}
