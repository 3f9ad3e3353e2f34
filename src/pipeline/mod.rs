//! The whole way from a draft to a bundle, for the window and the command line alike.
//!
//! Never here: a decision of its own. It calls the rooms in their order and carries their errors on.

mod error;
#[cfg(test)]
mod planted;
mod privacy;
mod words;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::bundle::{self, Package};
use crate::check;
use crate::collect::{self, Probes};
use crate::compose;
use crate::deliver;
use crate::job::{Monitor, Stage};
use crate::model::{
    Approved, Draft, Evidence, Facts, FieldSpec, FieldValue, Incident, KnownTerms, Lang, Part, PrivateClass,
    PrivateMap, Profile, Report, Sending,
};
use crate::redact::{self, Policy, Redacted};

pub use error::Error;
pub use privacy::{row as privacy_row, unsearched};
pub use words::stage;

/// What goes into an incident.
#[derive(Clone, Debug)]
pub struct Source {
    /// What the user wrote.
    pub draft: Draft,
    /// The folder its evidence paths are relative to.
    pub base: PathBuf,
    /// Who will read it.
    pub profile: Profile,
    /// When it is composed.
    pub now: Timestamp,
    /// What earlier bundles of it called its private values.
    pub map: PrivateMap,
}

impl Source {
    /// What to hide in it: see [`policy`]; placeholders of earlier bundles stay what they were.
    #[must_use]
    pub fn policy(&self, known: KnownTerms) -> Policy {
        Policy { map: self.map.clone(), ..policy(&self.draft, &self.profile, known) }
    }
}

/// An incident with its checklist.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// The incident.
    pub incident: Incident,
    /// Its checklist.
    pub report: Report,
    /// The greatest size of one bundle that the destination takes.
    pub limit_bytes: Option<u64>,
}

/// What came of an order for a bundle.
pub enum Outcome {
    /// The checklist says no.
    Blocked(Report),
    /// The bundle is there.
    Made(Box<Made>),
}

/// A finished bundle and what it was made of.
pub struct Made {
    /// The bundle.
    pub package: Package,
    /// What is in it.
    pub redacted: Redacted,
    /// The checklist that allowed it.
    pub approved: Approved,
}

/// Looks at the evidence of a draft, file by file.
///
/// # Errors
/// [`Error::Stopped`].
pub fn evidence(draft: &Draft, base: &Path, monitor: &Monitor) -> Result<Vec<Evidence>, Error> {
    let mut found = Vec::with_capacity(draft.evidence.len());
    for item in &draft.evidence {
        monitor.stage(Stage::Reading(item.path.display().to_string()), 0)?;
        found.push(collect::evidence(item, base, monitor));
        monitor.go_on()?;
    }
    Ok(found)
}

/// Facts and evidence join the draft, and the checklist is held against it.
///
/// # Errors
/// [`Error::Stopped`].
pub fn review(source: &Source, facts: Facts, lang: Lang, monitor: &Monitor) -> Result<Reviewed, Error> {
    let evidence = evidence(&source.draft, &source.base, monitor)?;
    Ok(assemble(source, facts, evidence, lang))
}

/// The same with evidence that was looked at before: nothing touches the disk.
#[must_use]
pub fn assemble(source: &Source, facts: Facts, evidence: Vec<Evidence>, lang: Lang) -> Reviewed {
    let sent = evidence.into_iter().filter(|file| file.item.send != Some(Sending::LeftOut)).collect();
    let incident = compose::incident(&source.draft, &source.profile, facts, sent, created(source.now));
    let report = check::check(&incident, &source.profile, lang);
    Reviewed { incident, report, limit_bytes: source.profile.attachments.bundle_limit_bytes() }
}

/// What to hide in an incident: what the user named, what the computer knows about itself, and what the desk lets
/// stand. The address that the letter goes to is not private. The name under which the
/// desk knows the user stays in its field; elsewhere only where the desk's rules keep it.
#[must_use]
pub fn policy(draft: &Draft, profile: &Profile, known: KnownTerms) -> Policy {
    let mut keep = draft.keep.clone();
    keep.extend(deliver::mail_address(draft, profile));
    let names_the_user = profile.fields.iter().filter(|field| field.identity);
    let identity: Vec<String> =
        names_the_user.map(|field| identity(draft, field)).filter(|answer| !answer.trim().is_empty()).collect();
    let keep_classes = kept_classes(draft, profile);
    if keep_classes.contains(&PrivateClass::Identity) {
        keep.extend(identity.iter().cloned());
    }
    Policy { known, hide: draft.hide.clone(), keep, keep_classes, identity, ..Policy::default() }
}

/// Classes that stay visible: those of the desk's rules that the user does not hide, and those the user keeps where the
/// place allows it.
#[must_use]
pub fn kept_classes(draft: &Draft, profile: &Profile) -> BTreeSet<PrivateClass> {
    let is_kept = |class: &PrivateClass| {
        let wanted = profile.keeps(*class) || draft.keep_classes.contains(class);
        wanted && profile.may_keep(*class) && !draft.hide_classes.contains(class)
    };
    PrivateClass::ALL.into_iter().filter(is_kept).collect()
}

/// The name under which the desk knows the user: the answer to its field, or the contact that fills it.
fn identity(draft: &Draft, field: &FieldSpec) -> String {
    let contact = &draft.contact;
    let filled = match field.from {
        Some(Part::ContactName) => &contact.name,
        Some(Part::ContactEmail) => &contact.email,
        Some(Part::ContactPhone) => &contact.phone,
        _ => "",
    };
    let own = draft.fields.get(&field.id).filter(|answer| answer.is_filled());
    own.map_or_else(|| filled.to_owned(), FieldValue::text)
}

/// The whole way: collect, compose, check, redact, bundle.
///
/// # Errors
/// The error of the room that could not go on; nothing is left under the target's name then.
pub fn make(
    source: &Source,
    probes: &Probes,
    known: KnownTerms,
    lang: Lang,
    target: &Path,
    options: &bundle::Options,
    monitor: &Monitor,
) -> Result<Outcome, Error> {
    let facts = collect::facts(&source.profile.facts, probes, monitor);
    let reviewed = review(source, facts, lang, monitor)?;
    export(reviewed, &source.policy(known), target, options, monitor)
}

/// The second half of the way: redact and bundle what was reviewed.
///
/// # Errors
/// As [`make`].
pub fn export(
    reviewed: Reviewed,
    policy: &Policy,
    target: &Path,
    options: &bundle::Options,
    monitor: &Monitor,
) -> Result<Outcome, Error> {
    let Reviewed { incident, report, limit_bytes } = reviewed;
    let Some(approved) = report.approve() else { return Ok(Outcome::Blocked(report)) };
    let redacted = redact::redact(incident, policy, monitor)?;
    let options = bundle::Options { slim_above_bytes: options.slim_above_bytes.or(limit_bytes), ..options.clone() };
    let package = bundle::write(&approved, &redacted, target, &options, monitor)?;
    Ok(Outcome::Made(Box::new(Made { package, redacted, approved })))
}

/// Now, as the bundle writes it: RFC 3339 in UTC to the second.
fn created(now: Timestamp) -> String {
    now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_the_desk_knows_the_user_by_is_kept() {
        let profile: Profile = toml::from_str(include_str!("../../assets/profiles/riot-valorant.toml")).expect("valid");
        let mut draft = Draft::default();
        draft.fields.insert("riot_id".into(), FieldValue::Text("Exampler#0000".into()));
        let known = KnownTerms { full_names: vec!["Exampler#0000".into()], ..KnownTerms::default() };
        let policy = policy(&draft, &profile, known.clone());
        assert!(policy.keep.contains(&"Exampler#0000".to_owned()));
        let incident = compose::incident(&draft, &profile, Facts::default(), Vec::new(), String::new());
        let hides = |policy: &Policy| {
            let redacted = redact::redact(incident.clone(), policy, &Monitor::quiet()).expect("redacted");
            redacted.incident().draft.fields != draft.fields
        };
        assert!(hides(&Policy { known, ..Policy::default() }) && !hides(&policy));
    }
}
