//! `casefile destinations`

use serde_json::{Value, json};

use super::args::{Destinations, DestinationsCommand};
use super::{Exit, import, out};
use crate::compose::desk::{self, Told};
use crate::model::{FieldSpec, FieldType, Lang, Profile, Verification};
use crate::pipeline::Error;
use crate::platform::World;
use crate::store::{Drafts, Profiles, sent_since};
use crate::text::{t, tf};

pub fn run(command: &Destinations, world: &World) -> Result<Exit, Error> {
    if let Some(DestinationsCommand::Import(command)) = &command.command {
        return Ok(import::run(command, world));
    }
    let lang = world.lang;
    let folder = world.folders.profiles();
    let (profiles, errors) = Profiles::load(&folder);
    for error in &errors {
        super::explain(error, world);
    }
    if let Some(DestinationsCommand::Edit { id }) = &command.command {
        out::result(&profiles.own_copy(id, &folder)?.display().to_string());
        out::notice(&t(lang, "cli-own-copy"));
        return Ok(if errors.is_empty() { Exit::Done } else { Exit::Found });
    }
    match (&command.id, command.json) {
        (Some(id), true) => out::json(&as_json(profiles.get(id)?, lang)),
        (Some(id), false) => {
            let profile = profiles.get(id)?;
            let own = profiles.own_file(id).map(|path| path.display().to_string());
            out::result(&in_full(profile, sent(profile, world), own.as_deref(), lang));
        }
        (None, true) => out::json(&profiles.iter().map(|profile| as_json(profile, lang)).collect::<Vec<_>>()),
        (None, false) => {
            let width = profiles.iter().map(|profile| profile.id.len()).max().unwrap_or(0);
            for profile in profiles.iter() {
                let name = profile.name.get(lang);
                let name = flagged(name, profile.status == Verification::Unverified, lang);
                out::result(&format!("{:width$}  {name}", profile.id));
            }
        }
    }
    Ok(if errors.is_empty() { Exit::Done } else { Exit::Found })
}

/// How many of the user's own incidents count against the desk's quota.
fn sent(profile: &Profile, world: &World) -> usize {
    let Some(quota) = &profile.quota else { return 0 };
    let period = jiff::SignedDuration::from_hours(24 * i64::from(quota.period_days));
    let since = (world.now)().checked_sub(period).unwrap_or(jiff::Timestamp::MIN);
    sent_since(&Drafts::of(&world.folders).list().0, &profile.id, since)
}

/// With a word where nobody could confirm it.
fn flagged(words: &str, unverified: bool, lang: Lang) -> String {
    if unverified { format!("{words} ({})", t(lang, "cli-flag")) } else { words.to_owned() }
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

fn in_full(profile: &Profile, sent: usize, own: Option<&str>, lang: Lang) -> String {
    let name = format!("{} ({})", profile.name.get(lang), profile.id);
    let mut lines =
        vec![flagged(&name, profile.status == Verification::Unverified, lang), profile.summary.get(lang).to_owned()];
    let mut list = |heading: String, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.push(String::new());
            lines.push(heading);
            lines.extend(rows.into_iter().map(|row| format!("  - {row}")));
        }
    };
    let texts = |texts: &[crate::model::Localized]| texts.iter().map(|text| text.get(lang).to_owned()).collect();
    let told = |told: Option<Told>| told.map(|told| flagged(&told.words, told.unverified, lang));
    let kept = profile.hide.iter().flat_map(|rules| rules.keep.iter().copied());
    let who: Vec<String> = desk::privacy(profile, lang)
        .into_iter()
        .chain(desk::forbidden(profile, lang))
        .chain(desk::visible(profile, kept, lang))
        .collect();
    list(t(lang, "cli-privacy"), who);
    list(t(lang, "cli-include"), texts(&profile.include));
    list(t(lang, "cli-exclude"), texts(&profile.exclude));
    list(t(lang, "cli-self-help"), texts(&profile.self_help.iter().map(|help| help.text.clone()).collect::<Vec<_>>()));
    list(t(lang, "cli-not-for"), profile.not_for.iter().map(|one| elsewhere(one, lang)).collect());
    list(t(lang, "cli-notes"), texts(&profile.notes));
    list(t(lang, "cli-fields"), profile.fields.iter().map(|field| in_form(field, lang)).collect());
    for guide in &profile.guides {
        let when = guide.when.as_ref().map(|when| format!(" ({})", when.get(lang))).unwrap_or_default();
        let heading = tf(lang, "cli-way", &[("name", guide.label.get(lang).into())]);
        list(format!("{heading}{when}"), texts(&guide.steps));
    }
    let answers = told(desk::answer(profile, lang)).into_iter().chain(desk::again(profile, lang));
    list(t(lang, "cli-answers"), answers.collect());
    list(t(lang, "cli-quota"), told(desk::quota(profile, sent, lang)).into_iter().collect());
    list(t(lang, "cli-languages"), desk::languages(profile, lang));
    list(t(lang, "cli-limits"), desk::limits(profile, lang));
    let pages = profile.links.iter().map(|link| format!("{}: {}", link.label.get(lang), link.url));
    list(t(lang, "cli-links"), pages.collect());
    list(t(lang, "cli-sources"), profile.sources.clone());
    list(t(lang, "cli-unverified"), profile.unverified.iter().map(|open| open.get(lang).to_owned()).collect());
    list(t(lang, "cli-own-file"), own.map(str::to_owned).into_iter().collect());
    lines.push(String::new());
    lines.push(tf(lang, "cli-checked-on", &[("date", desk::looked_up(lang, &profile.checked_on).into())]));
    lines.join("\n")
}

fn elsewhere(redirect: &crate::model::Redirect, lang: Lang) -> String {
    let to = redirect.to.as_ref().map(|to| format!(" [{to}]")).unwrap_or_default();
    format!("{}: {}{to}", redirect.what.get(lang), redirect.instead.get(lang))
}

/// A field as the form has it: its id where the user answers it, whether it is needed, its limit, how well it is known.
fn in_form(field: &FieldSpec, lang: Lang) -> String {
    let mut about = vec![t(lang, if field.required { "file-required" } else { "file-optional" })];
    if let Some(limit) = field.max_chars {
        about.push(tf(lang, "cli-field-limit", &[("count", limit.into())]));
    }
    if field.unverified {
        about.push(t(lang, "cli-flag"));
    }
    let what = if field.kind == FieldType::Files { String::new() } else { format!(" [{}]", field.id) };
    format!("{}{what} ({})", field.label.get(lang), about.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_to_ask_again_is_told() {
        let profile: Profile = toml::from_str(include_str!("../../assets/profiles/apple-dts.toml")).expect("valid");
        let full = in_full(&profile, 0, None, Lang::En);
        assert!(full.contains("Ask again after 120 hours at the earliest"), "{full}");
    }
}
