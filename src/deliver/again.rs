//! Asking again: when it makes sense, and what to write.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::model::{Lang, Profile};
use crate::text::{date, t, tf};

/// What was sent, as the reader knows it.
#[derive(Clone, Copy, Debug)]
pub struct SentCase<'a> {
    /// When.
    pub at: Timestamp,
    /// Its title, redacted.
    pub title: &'a str,
    /// The number that the desk gave; may be empty.
    pub number: &'a str,
    /// Name of the file that went with it; may be empty.
    pub file: &'a str,
}

/// Before this moment asking again does more harm than good. None where the desk names no time.
#[must_use]
pub fn too_early_before(profile: &Profile, sent_at: Timestamp) -> Option<Timestamp> {
    let named = profile.follow_up.as_ref().and_then(|again| again.wait_hours);
    let usual = profile.response.as_ref().and_then(|response| response.usual_hours);
    sent_at.checked_add(SignedDuration::from_hours(i64::from(named.or(usual)?))).ok()
}

/// The question how it stands, in the language of the incident: with the subject and the number kept, and what was sent
/// when.
#[must_use]
pub fn follow_up(profile: &Profile, case: &SentCase, lang: Lang, zone: &TimeZone) -> String {
    let day = date(lang, case.at.to_zoned(zone.clone()).date());
    let number = case.number.trim();
    let mut lines = Vec::new();
    if profile.follow_up.as_ref().is_some_and(|again| again.keep_subject) {
        let subject =
            [number, case.title].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        lines.push(tf(lang, "again-subject", &[("subject", subject.into())]));
        lines.push(String::new());
    }
    let values = [("title", case.title.into()), ("day", day.into()), ("number", number.into())];
    lines.push(t(lang, "again-greeting"));
    lines.push(String::new());
    lines.push(if number.is_empty() {
        tf(lang, "again-sent", &values)
    } else {
        tf(lang, "again-sent-number", &values)
    });
    if !case.file.is_empty() {
        lines.push(tf(lang, "again-file", &[("file", case.file.into())]));
    }
    lines.push(t(lang, "again-ask"));
    lines.push(String::new());
    lines.push(t(lang, "again-thanks"));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::small_desk;

    fn time(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn the_desks_own_wait_counts_before_its_usual_time() {
        let sent = time("2026-11-18T12:00:00Z");
        assert_eq!(too_early_before(&small_desk(""), sent), None);
        let usual = small_desk("[response]\nusual_hours = 24\nnote = \"A day.\"");
        assert_eq!(too_early_before(&usual, sent), Some(time("2026-11-19T12:00:00Z")));
        let both =
            small_desk("[response]\nusual_hours = 24\nnote = \"A day.\"\n[follow_up]\nnote = \"x\"\nwait_hours = 72");
        assert_eq!(too_early_before(&both, sent), Some(time("2026-11-21T12:00:00Z")));
    }

    #[test]
    fn the_question_keeps_the_subject_and_the_number_in_both_languages() {
        let profile = small_desk("[follow_up]\nnote = \"x\"\nkeep_subject = true");
        let case = SentCase {
            at: time("2026-11-18T12:00:00Z"), title: "Звук пропал", number: "HT-7", file: "a.zip"
        };
        let en = follow_up(&profile, &case, Lang::En, &TimeZone::UTC);
        assert!(en.starts_with("Subject: HT-7 Звук пропал\n"), "{en}");
        assert!(en.contains("18 Nov 2026") && en.contains("a.zip"), "{en}");
        let ru = follow_up(&profile, &case, Lang::Ru, &TimeZone::UTC);
        assert!(ru.starts_with("Тема: HT-7 Звук пропал\n") && ru.contains("18 ноября 2026"), "{ru}");
        let bare = SentCase { number: "", file: "", ..case };
        let bare = follow_up(&small_desk(""), &bare, Lang::En, &TimeZone::UTC);
        assert!(!bare.contains("Subject") && !bare.contains("number"), "{bare}");
    }
}
