//! What the destination says about attached files: types, sizes, and that they can be read at all.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{
    AttachmentRules, Evidence, EvidenceKind, EvidenceProblem, Fix, Incident, Lang, Profile, Scale, Symbolication,
};
use crate::text::{self, t, tf};

use super::predicate::Finding;
use super::{list_of, quoted};

/// Text packs to about a fifth of its size; pictures, videos and dumps hardly at all.
const TEXT_PACKS_TO: u64 = 5;

/// What Casefile writes itself, packed: the page, the Markdown, the JSON and the manifest. Where a bundle with its pictures
/// in the page would be too large, the page does not carry them.
const OWN_BYTES: u64 = 50_000;

/// Every attached file can be read.
pub(super) fn readable(incident: &Incident, lang: Lang) -> Option<Finding> {
    if incident.evidence.is_empty() {
        return None;
    }
    let told = |file: &Evidence| Some(problem(file.problem.as_ref()?, &file.name, lang));
    let broken: Vec<String> = incident.evidence.iter().filter_map(told).collect();
    Some(Finding::new("evidence", broken.is_empty(), Fix::Replace).detail(broken.join(" ")))
}

/// Why the file `name` cannot be sent, as a sentence.
#[must_use]
pub fn problem(problem: &EvidenceProblem, name: &str, lang: Lang) -> String {
    let (id, time) = match problem {
        EvidenceProblem::Missing => ("check-file-missing", ""),
        EvidenceProblem::Folder => ("check-file-folder", ""),
        EvidenceProblem::NotAFile => ("check-file-not-a-file", ""),
        EvidenceProblem::Unreadable(_) => ("check-file-unreadable", ""),
        EvidenceProblem::Denied => ("check-file-denied", ""),
        EvidenceProblem::InUse => ("check-file-in-use", ""),
        EvidenceProblem::Empty => ("check-file-empty", ""),
        EvidenceProblem::Changed => ("check-file-changed", ""),
        EvidenceProblem::Stopped => ("check-file-stopped", ""),
        EvidenceProblem::UnpacksTooFar => ("check-file-unpacks-too-far", ""),
        EvidenceProblem::NoTimes => ("check-file-no-times", ""),
        EvidenceProblem::BadTime(time) => ("check-file-bad-time", time.as_str()),
        EvidenceProblem::NotText => ("check-file-not-text", ""),
        EvidenceProblem::NotPaintable => ("check-file-not-paintable", ""),
        EvidenceProblem::TooManyPixels => ("check-file-too-many-pixels", ""),
        EvidenceProblem::NotRedactable => ("check-file-not-redactable", ""),
    };
    tf(lang, id, &[("name", name.into()), ("time", time.into())])
}

/// No file is of a refused type, and every one is of an accepted type. Refused ones are refused inside an archive too, and
/// an attached archive is one inside the bundle; accepted ones need not be named where the destination takes archives,
/// because the bundle is one.
pub(super) fn types(incident: &Incident, profile: &Profile, lang: Lang) -> Option<Finding> {
    let rules = &profile.attachments;
    let files = sent(incident).filter(|_| rules.takes_files())?;
    if rules.types_allow.is_empty() && rules.types_deny.is_empty() {
        return None;
    }
    let is_denied = |name: &str| rules.types_deny.contains(&extension(name));
    let mut refused: Vec<(String, String)> = Vec::new();
    for file in files {
        let extension = extension(&file.name);
        if is_denied(&file.name) || (!takes_archives(rules) && !rules.types_allow.contains(&extension)) {
            refused.push((extension, file.name.clone()));
        }
        let inside = file.members.iter().map(|member| &member.name).filter(|name| is_denied(name));
        refused.extend(inside.map(|name| (self::extension(name), format!("{}: {name}", file.name))));
    }
    let finding = Finding::new("evidence", refused.is_empty(), Fix::Replace);
    Some(finding.detail(refusals(&refused, rules.scale == Scale::Base64, lang)))
}

/// What is refused, and in a mailbox whose list it stands on.
fn refusals(refused: &[(String, String)], mail: bool, lang: Lang) -> String {
    let names = |listed: Option<&[String]>| -> Option<String> {
        let mut named = refused.iter().filter(|(kind, _)| listed.is_none_or(|list| list.contains(kind))).peekable();
        named.peek()?;
        Some(list_of(named.map(|(_, name)| name.clone())))
    };
    let listed = |id: &str, list: &[String]| Some(tf(lang, id, &[("files", names(Some(list))?.into())]));
    let mut sentences: Vec<String> = Vec::new();
    if mail {
        sentences.extend(listed("check-files-gmail", &MAIL.gmail));
        sentences.extend(listed("check-files-outlook", &MAIL.outlook));
    }
    let known = |(kind, _): &(String, String)| MAIL.gmail.contains(kind) || MAIL.outlook.contains(kind);
    if !mail || !refused.iter().all(known) {
        sentences.insert(0, tf(lang, "check-files-refused", &[("files", names(None).unwrap_or_default().into())]));
    }
    sentences.join(" ")
}

/// File types that the great mail services refuse.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct MailTypes {
    gmail: Vec<String>,
    outlook: Vec<String>,
}

// The file is part of the program; a test keeps it valid.
static MAIL: LazyLock<MailTypes> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/mail_types.toml")).unwrap_or_default());

/// Every crash report attached names the functions of its app. What cannot be judged is not held against anybody.
pub(super) fn symbolicated(incident: &Incident, lang: Lang) -> Option<Finding> {
    let reports =
        incident.evidence.iter().filter(|file| file.problem.is_none() && file.recognised == EvidenceKind::CrashReport);
    let mut judged = 0;
    let mut bare: Vec<(&str, Symbolication)> = Vec::new();
    for file in reports {
        match file.symbolication {
            Some(Symbolication::Full) => judged += 1,
            Some(found @ (Symbolication::Partial | Symbolication::None)) => {
                judged += 1;
                bare.push((&file.name, found));
            }
            Some(Symbolication::Unknown) | None => {}
        }
    }
    let told = bare.iter().map(|(name, found)| {
        let id = if *found == Symbolication::Partial { "check-symbols-partial" } else { "check-symbols-none" };
        tf(lang, id, &[("name", (*name).into())])
    });
    let detail = told.collect::<Vec<_>>().join(" ");
    (judged > 0).then(|| Finding::new("evidence", bare.is_empty(), Fix::Replace).detail(detail))
}

/// Every attached file of `kinds` has a caption that says more than its name.
pub(super) fn captioned(incident: &Incident, kinds: &[EvidenceKind], lang: Lang) -> Option<Finding> {
    let files: Vec<&Evidence> =
        sent(incident)?.into_iter().filter(|file| kinds.is_empty() || kinds.contains(&file.recognised)).collect();
    if files.is_empty() {
        return None;
    }
    let says = |file: &Evidence| {
        let caption = file.item.caption.trim();
        caption.chars().any(char::is_alphabetic) && caption != file.name
    };
    let bare: Vec<&str> = files.iter().filter(|file| !says(file)).map(|file| file.name.as_str()).collect();
    let detail = tf(lang, "check-captions-missing", &[("files", quoted(bare.iter().copied(), lang).into())]);
    Some(Finding::new("evidence", bare.is_empty(), Fix::Fill).detail(detail))
}

/// The files, packed, are within the destination's sizes, and not too many where they go one by one. Where it takes none,
/// each is one too many.
pub(super) fn fit(incident: &Incident, profile: &Profile, lang: Lang) -> Option<Finding> {
    let rules = &profile.attachments;
    let files = sent(incident)?;
    if !rules.takes_files() {
        return Some(Finding::new("evidence", false, Fix::Replace).detail(t(lang, "check-no-files")));
    }
    if !takes_archives(rules)
        && let Some(limit) = rules.max_count.filter(|limit| files.len() > *limit)
    {
        let values = [("n", files.len().into()), ("limit", text::number(lang, limit as u64).into())];
        return Some(Finding::new("evidence", false, Fix::Replace).detail(tf(lang, "check-too-many-files", &values)));
    }
    let limit = rules.bundle_limit_bytes()?;
    let packed: u64 = files.iter().map(|file| packed_bytes(file)).fold(OWN_BYTES, u64::saturating_add);
    let id = if rules.scale == Scale::Base64 { "check-too-large-for-mail" } else { "check-too-large" };
    let values = [("size", text::size(lang, packed).into()), ("limit", text::size(lang, limit).into())];
    Some(Finding::new("evidence", packed <= limit, Fix::Replace).detail(tf(lang, id, &values)))
}

fn sent(incident: &Incident) -> Option<Vec<&Evidence>> {
    let files: Vec<&Evidence> = incident.evidence.iter().filter(|file| file.problem.is_none()).collect();
    (!files.is_empty()).then_some(files)
}

fn packed_bytes(file: &Evidence) -> u64 {
    let bytes = file.sent_bytes();
    let is_plain = file.is_text && (!file.packed || file.part.is_some());
    if is_plain { bytes / TEXT_PACKS_TO } else { bytes }
}

fn takes_archives(rules: &AttachmentRules) -> bool {
    let zip = "zip".to_owned();
    (rules.types_allow.is_empty() || rules.types_allow.contains(&zip)) && !rules.types_deny.contains(&zip)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_of_mail_services_are_valid() {
        let lists: MailTypes = toml::from_str(include_str!("../../assets/mail_types.toml")).expect("valid");
        assert!(lists.gmail.contains(&"exe".to_owned()) && lists.outlook.contains(&"py".to_owned()));
        for kind in lists.gmail.iter().chain(&lists.outlook) {
            assert!(!kind.contains('.') && *kind == kind.to_lowercase(), "{kind}");
        }
    }
}
