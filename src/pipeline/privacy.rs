//! The checklist's row about private data, which only redaction can fill.

use crate::model::{Evidence, Item, Lang, Outcome};
use crate::redact::{Redacted, RedactedFile};
use crate::text::{t, tf};

/// "Private data hidden (7)"; with files that nobody could search, or that stayed behind in an archive, it is advice that
/// names them.
#[must_use]
pub fn row(redacted: &Redacted, lang: Lang) -> Item {
    let count: usize = redacted.hidden().values().sum();
    let hidden = tf(lang, "privacy-message", &[("count", count.into())]);
    let told = files(redacted, lang);
    let outcome = if told.is_empty() { Outcome::Pass } else { Outcome::Advice };
    let message = std::iter::once(hidden).chain(told).collect::<Vec<_>>().join(" ");
    Item {
        check: "private-data".to_owned(),
        title: tf(lang, "privacy-title", &[("count", count.into())]),
        outcome,
        field: "review".to_owned(),
        message,
        why: t(lang, "privacy-why"),
        spans: Vec::new(),
        fix: None,
    }
}

/// Sentences about the files that nobody could search, those of them that contain memory, and what an archive was sent without.
fn files(redacted: &Redacted, lang: Lang) -> Vec<String> {
    let evidence = |file: &RedactedFile| redacted.incident().evidence.get(file.evidence());
    let unread: Vec<&RedactedFile> = redacted.files().iter().filter(|file| !file.searched()).collect();
    let names = |files: &[&RedactedFile]| files.iter().map(|file| file.name().to_owned()).collect::<Vec<_>>();
    let memory: Vec<&RedactedFile> =
        unread.iter().copied().filter(|file| evidence(file).is_some_and(Evidence::contains_memory)).collect();
    let mut told: Vec<String> = unsearched(&names(&unread), lang).into_iter().collect();
    if !memory.is_empty() {
        let values = [("count", memory.len().into()), ("files", names(&memory).join(", ").into())];
        told.push(tf(lang, "privacy-memory", &values));
    }
    if !unread.is_empty() {
        told.push(t(lang, "privacy-choice"));
    }
    for file in redacted.files().iter().filter(|file| !file.left_out().is_empty()) {
        let values = [("name", file.name().into()), ("files", file.left_out().join(", ").into())];
        told.push(tf(lang, "privacy-archive", &values));
    }
    told
}

/// "2 files could not be searched for private data: a.dmp, b.zip."; nothing without such files.
#[must_use]
pub fn unsearched(names: &[impl AsRef<str>], lang: Lang) -> Option<String> {
    let listed = names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    let values = [("count", names.len().into()), ("files", listed.into())];
    (!names.is_empty()).then(|| tf(lang, "privacy-unsearched", &values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Monitor;
    use crate::model::{Draft, Evidence, Facts, Profile};
    use crate::redact::{self, Policy};

    #[test]
    fn files_that_nobody_could_search_are_named() {
        let profile: Profile = toml::from_str(include_str!("../../assets/profiles/steam-support.toml")).expect("valid");
        let folder = tempfile::tempdir().expect("a folder");
        let source = folder.path().join("a.dmp");
        crate::platform::replace(&source, b"MDMP").expect("written");
        let redacted = |evidence: Vec<Evidence>| {
            let draft = Draft::default();
            let incident = crate::compose::incident(&draft, &profile, Facts::default(), evidence, String::new());
            redact::redact(incident, &Policy::default(), &Monitor::quiet()).expect("redacted")
        };
        let clean = row(&redacted(Vec::new()), Lang::En);
        assert_eq!((clean.outcome, clean.message.as_str()), (Outcome::Pass, "Nothing private was found."));
        let dump = Evidence { name: "a.dmp".into(), source, format: "minidump".into(), ..Evidence::default() };
        let told = row(&redacted(vec![dump]), Lang::En);
        assert_eq!(told.outcome, Outcome::Advice);
        let words = "One file could not be searched for private data: a.dmp. It contains memory of the program, and so \
            whatever the program had in hand: a.dmp. You can leave such a file out.";
        assert!(told.message.ends_with(words), "{}", told.message);
    }
}
