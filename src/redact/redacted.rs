//! An incident without private data, and its only maker.
//!
//! Never here: a way to make a [`Redacted`] other than to read everything, learn, and replace.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::engine::Engine;
use super::error::{Error, is_changed};
use super::file::{Content, RedactedFile, TextSource};
use super::identity::Aside;
use super::leak::LeakScanner;
use super::original::Original;
use super::policy::{Counts, Policy};
use super::{archive, map, own, picture, walk};
use crate::job::{Monitor, Stage};
use crate::model::{Evidence, Incident, MemberContent, Packing, PrivateMap, Sending};
use crate::platform::packed;

/// An incident without private data. Only [`redact`] makes one.
pub struct Redacted {
    incident: Incident,
    files: Vec<RedactedFile>,
    engine: Arc<Engine>,
    policy: Policy,
}

impl Redacted {
    /// The incident, every text in it redacted. Sources of files are empty; the contact is as the user typed it.
    #[must_use]
    pub fn incident(&self) -> &Incident {
        &self.incident
    }

    /// The attached files that are sent, in the order of the incident's evidence.
    #[must_use]
    pub fn files(&self) -> &[RedactedFile] {
        &self.files
    }

    /// Distinct hidden values in the whole incident, by class.
    #[must_use]
    pub fn hidden(&self) -> Counts {
        let mut counts = self.engine.hidden();
        for file in self.files.iter().filter(|file| matches!(file.content, Content::Picture(_))) {
            for (class, count) in &file.hidden {
                *counts.entry(class.clone()).or_default() += count;
            }
        }
        counts
    }

    /// The private map: (placeholder, value), for the user's own store only.
    #[must_use]
    pub fn map(&self) -> Vec<(String, String)> {
        self.engine.map()
    }

    /// The private map of this and all earlier bundles of the incident, with notes, for the user's own store only.
    #[must_use]
    pub fn private_map(&self) -> PrivateMap {
        map::joined(&self.policy, self.map(), &self.incident.created)
    }

    /// What found and replaced.
    pub(super) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// A scanner that finds what should have been hidden, for the finished bundle.
    #[must_use]
    pub fn scanner(&self) -> LeakScanner {
        LeakScanner::new(&self.engine.table(), self.engine.keep())
            .with_told(&self.incident.draft.contact, &self.policy.identity)
            .with_labels(&own::labels(&self.incident))
    }
}

/// Reads everything, builds the value map, and replaces.
///
/// # Errors
/// A file cannot be read, a picture cannot be decoded, or the user pressed Stop.
pub fn redact(mut incident: Incident, policy: &Policy, monitor: &Monitor) -> Result<Redacted, Error> {
    let mut engine = Engine::with_contact(policy, Some(&incident.draft.contact));
    let aside = Aside::take(&mut incident, &policy.identity);
    walk::texts(&mut incident, &mut |text| engine.learn(text));
    walk::rows(&incident).for_each(|row| engine.learn(&row));
    incident.evidence.iter().for_each(|evidence| engine.learn(&evidence.name));

    let mut sources = Vec::new();
    let sent = |evidence: &Evidence| evidence.problem.is_none() && evidence.sending() != Sending::LeftOut;
    for (index, evidence) in incident.evidence.iter().enumerate().filter(|(_, evidence)| sent(evidence)) {
        let source = source(evidence)?;
        let mut seen = BTreeSet::new();
        if matches!(source, Source::Archive(_)) {
            monitor.stage(Stage::Reading(evidence.name.clone()), 0)?;
            evidence.members.iter().for_each(|member| engine.learn(&member.name));
            learn_archive(evidence, &mut engine, &mut seen, monitor)?;
        }
        if let Source::Text(text) = &source {
            let unsent = if text.part.is_some() { text.original.size_bytes } else { 0 };
            monitor.stage(Stage::Reading(evidence.name.clone()), unsent + text.length())?;
            if text.part.is_some() {
                learn(text, text.open_whole(), monitor, |reader| engine.learn_unsent(reader))?;
            }
            learn(text, text.open(incident.lang), monitor, |reader| engine.learn_windows(reader, &mut seen))?;
        }
        sources.push((index, source, seen));
    }

    let engine = Arc::new(engine);
    walk::texts(&mut incident, &mut |text| *text = engine.redact_text(text));
    aside.put_back(&mut incident);
    let mut files = Vec::new();
    for (index, source, mut seen) in sources {
        let evidence = &incident.evidence[index];
        monitor.stage(Stage::Searching(evidence.name.clone()), 0)?;
        let mut hidden = Counts::new();
        let mut name = engine.redact_text(&evidence.name);
        let content = match source {
            Source::Text(text) => {
                if text.packed {
                    name = unpacked(&name);
                }
                hidden = engine
                    .count_in(&mut seen, || text.open(incident.lang))
                    .map_err(|error| read_error(&text.original.path, error))?;
                Content::Text(text, incident.lang)
            }
            Source::Picture(path) => {
                let painted = picture::paint(&path, &evidence.item)?;
                name = picture::named_as(&name, painted.format);
                if !evidence.item.hide.is_empty() {
                    hidden.insert("area".to_owned(), evidence.item.hide.len());
                }
                Content::Picture(painted)
            }
            Source::Archive(original) => {
                hidden = count_archive(evidence, &engine, &mut seen)?;
                name = Path::new(&name).with_extension("").with_extension("zip").to_string_lossy().into_owned();
                let repacked = archive::pack(evidence, &engine)?;
                // What was searched first is what was packed then.
                original.same().map_err(|error| read_error(&original.path, error))?;
                Content::Archive(repacked)
            }
            Source::AsItIs(original) => Content::AsItIs(original, incident.lang),
        };
        files.push(RedactedFile { name, evidence: index, hidden, content, engine: Arc::clone(&engine) });
    }
    strip(&mut incident, &files, &engine);
    Ok(Redacted { incident, files, engine, policy: policy.clone() })
}

enum Source {
    Text(TextSource),
    Picture(PathBuf),
    Archive(Original),
    AsItIs(Original),
}

fn read_error(path: &Path, source: io::Error) -> Error {
    let path = path.to_owned();
    match source {
        source if is_changed(&source) => Error::Changed { path },
        source if packed::is_bomb(&source) => Error::Bomb { path },
        source => Error::Read { path, source },
    }
}

fn source(evidence: &Evidence) -> Result<Source, Error> {
    let path = evidence.source.clone();
    if evidence.is_text {
        return TextSource::new(evidence).map(Source::Text).map_err(|error| read_error(&path, error));
    }
    let original = Original::new(path.clone(), evidence.size_bytes).map_err(|error| read_error(&path, error))?;
    match evidence.packing.filter(|_| evidence.sending() == Sending::Redacted) {
        None => {}
        Some(Packing::Gzip) => {
            let encoding = evidence.members.first().map(|member| &member.content);
            if let Some(MemberContent::Text(encoding)) = encoding {
                let text = TextSource::packed(evidence, encoding.clone());
                return text.map(Source::Text).map_err(|error| read_error(&path, error));
            }
        }
        Some(_) => return Ok(Source::Archive(original)),
    }
    Ok(if evidence.is_paintable() { Source::Picture(path) } else { Source::AsItIs(original) })
}

fn learn_archive(
    evidence: &Evidence,
    engine: &mut Engine,
    seen: &mut BTreeSet<usize>,
    monitor: &Monitor,
) -> Result<(), Error> {
    let mut stopped = false;
    archive::texts(evidence, &mut |_, text| {
        let mut reader = Watched { inner: Box::new(text), monitor, stopped };
        // What cannot be read to its end is not sent either.
        engine.learn_windows(&mut reader, seen).ok();
        stopped = reader.stopped;
        Ok(())
    })?;
    if stopped { Err(Error::Stopped(crate::job::Stopped)) } else { Ok(()) }
}

fn count_archive(evidence: &Evidence, engine: &Engine, seen: &mut BTreeSet<usize>) -> Result<Counts, Error> {
    archive::texts(evidence, &mut |_, text| {
        engine.note(seen, text).ok();
        Ok(())
    })?;
    Ok(engine.counts_of(seen))
}

/// Lets `learn` read what was opened of `text`, with progress, until the user presses Stop.
fn learn(
    text: &TextSource,
    opened: io::Result<Box<dyn Read + Send>>,
    monitor: &Monitor,
    learn: impl FnOnce(&mut Watched<'_>) -> io::Result<()>,
) -> Result<(), Error> {
    let inner = opened.map_err(|error| read_error(&text.original.path, error))?;
    let mut reader = Watched { inner, monitor, stopped: false };
    let learnt = learn(&mut reader);
    if reader.stopped {
        return Err(Error::Stopped(crate::job::Stopped));
    }
    learnt.map_err(|error| read_error(&text.original.path, error))
}

/// A reader that reports progress and ends when the user presses Stop.
struct Watched<'a> {
    inner: Box<dyn Read + 'a>,
    monitor: &'a Monitor,
    stopped: bool,
}

impl Read for Watched<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(target)?;
        if self.monitor.advance(length as u64).is_err() {
            self.stopped = true;
            return Ok(0);
        }
        Ok(length)
    }
}

/// Takes away what tells where files lie, and names them as they are sent.
fn strip(incident: &mut Incident, files: &[RedactedFile], engine: &Engine) {
    for evidence in &mut incident.evidence {
        evidence.source = PathBuf::new();
        evidence.members = Vec::new();
        evidence.name = engine.redact_text(&evidence.name);
    }
    for file in files {
        let evidence = &mut incident.evidence[file.evidence];
        evidence.name.clone_from(&file.name);
        match &file.content {
            Content::Picture(painted) => painted.format.clone_into(&mut evidence.format),
            Content::Text(..) => "utf-8".clone_into(&mut evidence.encoding),
            Content::Archive(..) => "zip".clone_into(&mut evidence.format),
            Content::AsItIs(..) => {}
        }
    }
    for evidence in &mut incident.evidence {
        evidence.item.path = PathBuf::from(&evidence.name);
    }
    for item in &mut incident.draft.evidence {
        let name = item.path.file_name().unwrap_or_default().to_string_lossy();
        item.path = PathBuf::from(engine.redact_text(&name));
    }
}

/// `name` without the ending of a packed file.
fn unpacked(name: &str) -> String {
    let path = Path::new(name);
    let is_gz = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    if is_gz { path.with_extension("").to_string_lossy().into_owned() } else { name.to_owned() }
}
