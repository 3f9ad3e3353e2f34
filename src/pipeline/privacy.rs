//! The checklist's row about private data, which only redaction can fill.

use crate::model::{Item, Lang, Outcome};
use crate::redact::{Redacted, RedactedFile};
use crate::text::{t, tf};

/// "Private data hidden (7)"; with files that nobody could search it is advice that names them.
#[must_use]
pub fn row(redacted: &Redacted, lang: Lang) -> Item {
    let count: usize = redacted.hidden().values().sum();
    let hidden = tf(lang, "privacy-message", &[("count", count.into())]);
    let names: Vec<&str> = redacted.files().iter().filter(|file| !file.searched()).map(RedactedFile::name).collect();
    let (outcome, message) = match unsearched(&names, lang) {
        Some(files) => (Outcome::Advice, format!("{hidden} {files}")),
        None => (Outcome::Pass, hidden),
    };
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
        assert!(told.message.ends_with("One file could not be searched for private data: a.dmp."), "{}", told.message);
    }
}
