//! What the destination says about attached files: types, sizes, and that they can be read at all.

use crate::model::{AttachmentRules, Evidence, EvidenceProblem, Fix, Incident, Lang, Profile, Scale};
use crate::text::{self, t, tf};

use super::predicate::Finding;

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
        EvidenceProblem::Empty => ("check-file-empty", ""),
        EvidenceProblem::NoTimes => ("check-file-no-times", ""),
        EvidenceProblem::BadTime(time) => ("check-file-bad-time", time.as_str()),
        EvidenceProblem::NotText => ("check-file-not-text", ""),
        EvidenceProblem::NotPaintable => ("check-file-not-paintable", ""),
        EvidenceProblem::TooManyPixels => ("check-file-too-many-pixels", ""),
    };
    tf(lang, id, &[("name", name.into()), ("time", time.into())])
}

/// No file is of a refused type, and every one is of an accepted type. Refused ones are refused inside an archive too;
/// accepted ones need not be named where the destination takes archives, because the bundle is one.
pub(super) fn types(incident: &Incident, profile: &Profile, lang: Lang) -> Option<Finding> {
    let rules = &profile.attachments;
    let files = sent(incident).filter(|_| rules.takes_files())?;
    if rules.types_allow.is_empty() && rules.types_deny.is_empty() {
        return None;
    }
    let refused: Vec<&str> = files
        .iter()
        .filter(|file| {
            let extension = extension(&file.name);
            rules.types_deny.contains(&extension) || (!takes_archives(rules) && !rules.types_allow.contains(&extension))
        })
        .map(|file| file.name.as_str())
        .collect();
    let detail = tf(lang, "check-files-refused", &[("files", refused.join(", ").into())]);
    Some(Finding::new("evidence", refused.is_empty(), Fix::Replace).detail(detail))
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
    let bytes = file.part.map_or(file.size_bytes, |part| part.end_byte.saturating_sub(part.start_byte));
    if file.is_text { bytes / TEXT_PACKS_TO } else { bytes }
}

fn takes_archives(rules: &AttachmentRules) -> bool {
    let zip = "zip".to_owned();
    (rules.types_allow.is_empty() || rules.types_allow.contains(&zip)) && !rules.types_deny.contains(&zip)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}
