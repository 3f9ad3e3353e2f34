//! What a destination says of itself, in words: the same in the window and on the command line.

use jiff::civil::Date;

use crate::model::{Forbidden, Lang, PrivateClass, Profile, Scale};
use crate::text::{date, number, size, t, tf};

/// A sentence about a desk, and whether somebody could confirm it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The sentence.
    pub words: String,
    /// Whether nobody could.
    pub unverified: bool,
}

/// A date of a profile as the language writes it; what is none stays as it is.
#[must_use]
pub fn looked_up(lang: Lang, day: &str) -> String {
    day.parse::<Date>().map_or_else(|_| day.to_owned(), |day| date(lang, day))
}

/// When they answer.
#[must_use]
pub fn answer(profile: &Profile, lang: Lang) -> Option<Told> {
    let response = profile.response.as_ref()?;
    Some(Told { words: response.note.get(lang).to_owned(), unverified: response.unverified })
}

/// How many requests there are, as of when, and how many of the user's own count among them.
#[must_use]
pub fn quota(profile: &Profile, sent: usize, lang: Lang) -> Option<Told> {
    let quota = profile.quota.as_ref()?;
    let per = [
        ("count", u64::from(quota.count).into()),
        ("days", number(lang, u64::from(quota.period_days)).into()),
        ("date", looked_up(lang, &quota.valid_from).into()),
    ];
    let mut words = vec![tf(lang, "desk-quota", &per)];
    if !quota.note.get(lang).is_empty() {
        words.push(quota.note.get(lang).to_owned());
    }
    words.push(tf(lang, "desk-quota-used", &[("count", sent.into())]));
    Some(Told { words: words.join(" "), unverified: quota.unverified })
}

/// Who sees what is sent.
#[must_use]
pub fn privacy(profile: &Profile, lang: Lang) -> Option<String> {
    let own = profile.privacy.as_ref().map(|privacy| privacy.get(lang).to_owned());
    own.filter(|own| !own.is_empty()).or_else(|| profile.public.then(|| t(lang, "desk-public")))
}

/// Which of these classes of private values it sees, and why; nothing where it sees none and says nothing about it.
#[must_use]
pub fn visible(profile: &Profile, classes: impl Iterator<Item = PrivateClass>, lang: Lang) -> Option<String> {
    let note = profile.hide.as_ref().and_then(|rules| rules.note.as_ref()).map(|note| note.get(lang).to_owned());
    let names: Vec<String> = classes.map(|class| tf(lang, "bundle-class", &[("class", class.id().into())])).collect();
    let told = (!names.is_empty()).then(|| tf(lang, "visible-here", &[("classes", names.join(", ").into())]));
    let told: Vec<String> = told.into_iter().chain(note).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What the text must not hold.
#[must_use]
pub fn forbidden(profile: &Profile, lang: Lang) -> Option<String> {
    let id = |what: &Forbidden| match what {
        Forbidden::Names => "desk-forbid-names",
        Forbidden::Phones => "desk-forbid-phones",
        Forbidden::Emails => "desk-forbid-emails",
        Forbidden::Addresses => "desk-forbid-addresses",
        Forbidden::Links => "desk-forbid-links",
    };
    let names: Vec<String> = profile.forbid.iter().map(|what| t(lang, id(what))).collect();
    (!names.is_empty()).then(|| tf(lang, "desk-forbid", &[("what", names.join(", ").into())]))
}

/// Which languages they read.
#[must_use]
pub fn languages(profile: &Profile, lang: Lang) -> Vec<String> {
    let names = |langs: &[Lang]| {
        let id = |read: &Lang| match read {
            Lang::En => "desk-in-english",
            Lang::Ru => "desk-in-russian",
        };
        langs.iter().map(|read| t(lang, id(read))).collect::<Vec<_>>().join(", ")
    };
    let rules = &profile.language;
    let mut rows = Vec::new();
    if !rules.required.is_empty() {
        rows.push(tf(lang, "desk-language-required", &[("langs", names(&rules.required).into())]));
    } else if !rules.preferred.is_empty() {
        rows.push(tf(lang, "desk-language-preferred", &[("langs", names(&rules.preferred).into())]));
    }
    rows.push(rules.reason.get(lang).to_owned());
    rows.retain(|row| !row.is_empty());
    rows
}

/// How to write again.
#[must_use]
pub fn again(profile: &Profile, lang: Lang) -> Vec<String> {
    let Some(again) = &profile.follow_up else { return Vec::new() };
    let mut rows = vec![again.note.get(lang).to_owned()];
    rows.extend(again.wait_hours.map(|hours| tf(lang, "desk-wait-hours", &[("hours", u64::from(hours).into())])));
    if again.keep_subject {
        rows.push(t(lang, "desk-keep-subject"));
    }
    rows.extend(again.closed_after_days.map(|days| tf(lang, "desk-closed-after", &[("days", u64::from(days).into())])));
    rows.retain(|row| !row.is_empty());
    rows
}

/// What can be attached, and how long a text can be.
#[must_use]
pub fn limits(profile: &Profile, lang: Lang) -> Vec<String> {
    let rules = &profile.attachments;
    let mut rows = Vec::new();
    if rules.max_count == Some(0) {
        rows.push(t(lang, "desk-no-files"));
    } else {
        if let Some(bytes) = rules.bundle_limit_bytes() {
            rows.push(tf(lang, "desk-limit-bundle", &[("size", size(lang, bytes).into())]));
        }
        if rules.scale == Scale::Base64 {
            rows.push(t(lang, "desk-mail-counts"));
        }
        rows.extend(rules.max_count.map(|count| tf(lang, "desk-limit-count", &[("count", count.into())])));
        if !rules.types_allow.is_empty() {
            rows.push(tf(lang, "desk-types", &[("types", rules.types_allow.join(", ").into())]));
        }
        if !rules.types_deny.is_empty() {
            let some: Vec<&str> = rules.types_deny.iter().take(12).map(String::as_str).collect();
            let more = if rules.types_deny.len() > some.len() { "…" } else { "" };
            rows.push(tf(lang, "desk-types-refused", &[("types", format!("{}{more}", some.join(", ")).into())]));
        }
    }
    rows.extend(profile.text.max_chars.map(|count| tf(lang, "desk-limit-chars", &[("count", count.into())])));
    if let Some(prefill) = &profile.prefill {
        rows.push(tf(lang, "desk-prefill", &[("limit", number(lang, prefill.max_chars as u64).into())]));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::small_desk;

    #[test]
    fn a_quota_is_dated_and_counts_what_was_sent() {
        let profile = small_desk(
            "[quota]\ncount = 2\nperiod_days = 365\nnote = \"More cost money.\"\nvalid_from = \"2026-11-22\"\nunverified = true",
        );
        let told = quota(&profile, 1, Lang::En).expect("a quota");
        assert!(told.unverified && told.words.starts_with("2 requests per 365 days, as of 22 Nov 2026."), "{told:?}");
        assert!(told.words.ends_with("One of your own was marked as sent in this time."), "{told:?}");
        let ru = quota(&profile, 0, Lang::Ru).expect("a quota");
        assert!(ru.words.contains("22 ноября 2026"), "{ru:?}");
        assert_eq!(quota(&small_desk(""), 0, Lang::En), None);
    }

    #[test]
    fn what_everybody_reads_is_told_even_without_a_note() {
        let public = small_desk("public = true\nforbid = [\"names\", \"links\"]");
        for lang in Lang::ALL {
            assert!(privacy(&public, lang).is_some_and(|words| !words.is_empty()));
            assert!(forbidden(&public, lang).is_some_and(|words| words.contains(", ")));
            assert_eq!((privacy(&small_desk(""), lang), forbidden(&small_desk(""), lang)), (None, None));
        }
    }
}
