//! The destination's own path, from the saved bundle to its form.

use std::path::{Path, PathBuf};

use super::address::{Address, form_address};
use crate::bundle::Package;
use crate::model::{Lang, Profile, ProfileKind};
use crate::redact::Redacted;
use crate::text::{size, t, tf};

/// What to do next, as sentences in order, to be numbered by whoever shows them. `letters` are the drafts that were written,
/// with the bundle in them.
#[must_use]
pub fn next_steps(
    profile: &Profile,
    redacted: &Redacted,
    package: &Package,
    letters: &[PathBuf],
    lang: Lang,
) -> Vec<String> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files: Vec<(String, u64)> = package.parts().map(|(path, bytes)| (name(path), bytes)).collect();
    let letters: Vec<String> = letters.iter().map(|path| name(path)).collect();
    sentences(profile, form_address(profile, redacted).as_ref(), &files, &letters, lang)
}

fn sentences(
    profile: &Profile,
    address: Option<&Address>,
    files: &[(String, u64)],
    letters: &[String],
    lang: Lang,
) -> Vec<String> {
    // A mailbox gets the letter, and the bundle is in it.
    let by_letter = profile.kind == ProfileKind::Mailbox && !letters.is_empty();
    let drafts = letters.iter().filter(|_| by_letter);
    let mut steps: Vec<String> =
        drafts.map(|name| tf(lang, "deliver-open-draft", &[("name", name.as_str().into())])).collect();
    steps.extend(match address {
        Some(address) => filled_form(address, lang),
        None => way(profile, lang),
    });
    if address.is_none() && profile.kind != ProfileKind::Mailbox && profile.guides.is_empty() {
        steps.push(t(lang, "deliver-paste-text"));
    }
    if !profile.attachments.takes_files() {
        let names = files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        steps.push(tf(lang, "deliver-no-files", &[("name", names.into())]));
    }
    let takes_zip = takes_zip(profile);
    let limit = profile.attachments.bundle_limit_bytes();
    for (name, bytes) in files.iter().filter(|_| profile.attachments.takes_files() && !by_letter) {
        let values = [("name", name.as_str().into()), ("size", size(lang, *bytes).into())];
        if !takes_zip {
            steps.push(tf(lang, "deliver-attach-unpacked", &values));
        } else if let Some(limit) = limit.filter(|limit| bytes > limit) {
            let [name, size_value] = values;
            let values = [name, size_value, ("limit", size(lang, limit).into())];
            steps.push(tf(lang, "deliver-attach-too-large", &values));
        } else {
            steps.push(tf(lang, "deliver-attach", &values));
        }
    }
    let response = profile.response.as_ref().map(|response| response.note.get(lang).to_owned());
    let follow_up = profile.follow_up.as_ref().map(|follow_up| follow_up.note.get(lang).to_owned());
    steps.extend(response.into_iter().chain(follow_up));
    steps.retain(|step| !step.trim().is_empty());
    steps
}

/// The way with an address that fills the form, and what it cannot carry.
#[must_use]
pub fn filled_form(address: &Address, lang: Lang) -> Vec<String> {
    let mut steps = vec![tf(lang, "deliver-open-filled", &[("url", address.url.as_str().into())])];
    for (id, labels) in [("deliver-left-out", &address.left_out), ("deliver-by-hand", &address.by_hand)] {
        if !labels.is_empty() {
            let names = labels.iter().map(|label| format!("“{label}”")).collect::<Vec<_>>().join(", ");
            steps.push(tf(lang, id, &[("count", labels.len().into()), ("fields", names.into())]));
        }
    }
    steps
}

/// The way to the form: the profile's first guide with a word on when another serves better, its mailbox, its first link.
#[must_use]
pub fn way(profile: &Profile, lang: Lang) -> Vec<String> {
    if let Some(guide) = profile.guides.first() {
        let steps = guide.steps.iter().map(|step| step.get(lang).to_owned());
        let others = profile.guides.iter().skip(1).filter_map(|guide| {
            let when = guide.when.as_ref()?.get(lang);
            Some(tf(lang, "deliver-other-way", &[("label", guide.label.get(lang).into()), ("when", when.into())]))
        });
        return steps.chain(others).collect();
    }
    if let Some(email) = &profile.email {
        return vec![tf(lang, "deliver-send-to", &[("email", email.as_str().into())])];
    }
    if profile.kind == ProfileKind::Mailbox {
        return vec![t(lang, "deliver-send-to-desk")];
    }
    let link = profile.links.first();
    link.map(|link| {
        let values = [("label", link.label.get(lang).into()), ("url", link.url.as_str().into())];
        tf(lang, "deliver-open-link", &values)
    })
    .into_iter()
    .collect()
}

fn takes_zip(profile: &Profile) -> bool {
    let rules = &profile.attachments;
    let names_zip = |list: &[String]| list.iter().any(|extension| extension.eq_ignore_ascii_case("zip"));
    (rules.types_allow.is_empty() || names_zip(&rules.types_allow)) && !names_zip(&rules.types_deny)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::small_desk;

    #[test]
    fn the_desks_own_way_comes_first_and_the_answer_last() {
        let desk = small_desk(
            "[[guides]]\nlabel = \"Web\"\nsteps = [\"Sign in.\", \"Choose Other.\"]\n[response]\nnote = \"Answers in a day.\"",
        );
        let steps = sentences(&desk, None, &[("a.zip".to_owned(), 6_400_000)], &[], Lang::En);
        assert_eq!(steps.first().map(String::as_str), Some("Sign in."));
        assert_eq!(steps.last().map(String::as_str), Some("Answers in a day."));
        assert!(steps.iter().any(|step| step.contains("a.zip") && step.contains("6.4")), "{steps:?}");
    }

    #[test]
    fn a_letter_has_the_bundle_in_it() {
        let desk = Profile { kind: ProfileKind::Mailbox, ..small_desk("") };
        let files = [("a.zip".to_owned(), 6_400)];
        let steps = sentences(&desk, None, &files, &["a.eml".to_owned()], Lang::En);
        assert!(steps[0].contains("a.eml") && !steps.iter().any(|step| step.contains("a.zip")), "{steps:?}");
        let steps = sentences(&desk, None, &files, &[], Lang::En);
        assert!(steps.iter().any(|step| step.contains("a.zip")), "{steps:?}");
    }

    #[test]
    fn a_form_without_files_is_never_told_to_take_one() {
        let desk = small_desk("[attachments]\nmax_count = 0");
        for lang in Lang::ALL {
            let steps = sentences(&desk, None, &[("a.zip".to_owned(), 6_400_000)], &[], lang);
            let attach =
                tf(lang, "deliver-attach", &[("name", "a.zip".into()), ("size", size(lang, 6_400_000).into())]);
            assert!(!steps.contains(&attach) && steps.iter().any(|step| step.contains("a.zip")), "{steps:?}");
        }
    }

    #[test]
    fn another_way_is_told_with_its_reason() {
        let desk = small_desk(
            "[[guides]]\nlabel = \"App\"\nsteps = [\"Open it.\"]\n\
             [[guides]]\nlabel = \"Web\"\nwhen = \"You cannot sign in.\"\nsteps = [\"Go there.\"]",
        );
        let steps = way(&desk, Lang::En);
        assert_eq!(steps.len(), 2);
        assert!(steps[1].contains("Web") && steps[1].contains("You cannot sign in."), "{steps:?}");
    }

    #[test]
    fn limits_and_refused_types_are_said() {
        let small = small_desk("[attachments]\nmax_total_bytes = 1000000");
        let refuses = small_desk("[attachments]\ntypes_allow = [\"png\", \"txt\"]");
        let file = [("a.zip".to_owned(), 6_400_000)];
        for lang in Lang::ALL {
            let fits = sentences(&small_desk(""), None, &file, &[], lang);
            assert_ne!(sentences(&small, None, &file, &[], lang), fits);
            assert_ne!(sentences(&refuses, None, &file, &[], lang), fits);
        }
    }
}
