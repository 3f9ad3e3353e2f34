//! Where each hidden value stands and what stands there instead, and what was left visible: for the user's own eyes.
//!
//! Never here: anything that leaves. These places hold the originals.

use std::io::{self, BufRead, BufReader, Read};

use super::archive;
use super::engine::{Engine, Finding};
use super::file::{Content, RedactedFile};
use super::policy::Policy;
use super::redacted::Redacted;
use super::walk;
use crate::job::{Monitor, Stopped};
use crate::model::{Draft, Evidence, FieldValue, FilePart, Incident};

/// So many places of one value are shown; the rest are counted.
const SHOWN: usize = 20;
/// So many characters of a line before and after a value are shown.
const AROUND: usize = 60;
/// So much text of a file is looked at together, in whole lines.
const PIECE: usize = 256 << 10;
/// A line longer than this is looked at in pieces.
const LONG: u64 = 64 << 10;

/// Where a place is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// In a field of the draft, by its name in the incident file; `fields.<id>` for one of the destination's own.
    Field(String),
    /// In the attached file of this name.
    File(String),
    /// In a file of an attached archive.
    Member {
        /// Name of the archive.
        archive: String,
        /// Name of the file in it.
        name: String,
    },
    /// In what is told of the computer.
    System,
}

/// One place of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub at: Where,
    /// Line from 1.
    pub line: usize,
    /// The line around the value, as it is.
    pub before: String,
    /// The same as it is sent.
    pub after: String,
}

/// A value with its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Class of the value.
    pub class: String,
    /// What stands in its place; empty where it is left visible.
    pub placeholder: String,
    /// The value as it stands at the first place.
    pub value: String,
    /// How often it stands in what is sent.
    pub count: usize,
    /// The first places.
    pub places: Vec<Place>,
}

/// Every private value of an incident with its places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// What is hidden, in order of class and number.
    pub hidden: Vec<Shown>,
    /// What looks private and is left visible.
    pub kept: Vec<Shown>,
}

impl Redacted {
    /// Where the values of `original`, which this was made of, stand. `policy` is the one it was made with.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn places(&self, original: &Incident, policy: &Policy, monitor: &Monitor) -> Result<Places, Stopped> {
        let mut places = Places::default();
        let bare = Policy { keep: Vec::new(), keep_classes: std::collections::BTreeSet::default(), ..policy.clone() };
        let is_kept = !policy.keep.is_empty() || !policy.keep_classes.is_empty();
        let bare = is_kept.then(|| Engine::new(&bare));
        let mut look = Look { engine: self.engine(), bare: bare.as_ref(), places: &mut places };
        for (field, text) in texts(&original.draft) {
            // What holds the identity and nothing else stays as it is.
            if !policy.identity.contains(&text) {
                look.at(&Where::Field(field), 1, &text);
            }
        }
        let mut system = original.clone();
        system.draft = Draft::default();
        system.sections.clear();
        system.evidence.clear();
        walk::texts(&mut system, &mut |text| look.at(&Where::System, 1, text));
        for file in self.files() {
            let Some(evidence) = original.evidence.get(file.evidence()) else { continue };
            monitor.go_on()?;
            match &file.content {
                Content::Text(source, lang) => {
                    // A file that cannot be read any more has no places; the export says why.
                    if let Ok(text) = source.open(*lang) {
                        let first = evidence.part.map_or(1, first_line);
                        look.file(&Where::File(evidence.name.clone()), first, text, monitor)?;
                    }
                }
                Content::Archive(repacked) => look.archive(evidence, &repacked.left_out, monitor)?,
                Content::Picture(_) | Content::AsItIs(..) => {}
            }
        }
        for evidence in original.evidence.iter().filter(|evidence| evidence.problem.is_none()) {
            look.at(&Where::File(evidence.name.clone()), 0, &evidence.name);
        }
        let number = |shown: &Shown| {
            crate::model::placeholder_parts(&shown.placeholder).map(|(class, number)| (class.to_owned(), number))
        };
        places.hidden.sort_by_key(number);
        Ok(places)
    }
}

/// The number of the first line that is sent: in the file; in what is sent where more is left out in between.
fn first_line(part: FilePart) -> usize {
    match part.lines_between {
        0 => usize::try_from(part.lines_before).unwrap_or_default() + 1,
        _ => 1 + usize::from(part.lines_before > 0),
    }
}

struct Look<'a> {
    engine: &'a Engine,
    /// The same without what is kept.
    bare: Option<&'a Engine>,
    places: &'a mut Places,
}

impl Look<'_> {
    /// Reads whole lines, some at a time.
    fn file(&mut self, at: &Where, mut line: usize, text: impl Read, monitor: &Monitor) -> Result<(), Stopped> {
        let mut reader = BufReader::new(text);
        let mut piece = Vec::new();
        loop {
            let read = reader.by_ref().take(LONG).read_until(b'\n', &mut piece).unwrap_or_default();
            if piece.len() >= PIECE || (read == 0 && !piece.is_empty()) {
                let text = String::from_utf8_lossy(&piece);
                self.at(at, line, &text);
                line += text.matches('\n').count();
                monitor.advance(piece.len() as u64)?;
                piece.clear();
            }
            if read == 0 {
                return Ok(());
            }
        }
    }

    /// Reads the texts of an archive that are sent, and their names.
    fn archive(&mut self, evidence: &Evidence, left_out: &[String], monitor: &Monitor) -> Result<(), Stopped> {
        let mut stopped = Ok(());
        // As with files: what cannot be read any more has no places.
        let _ = archive::texts(evidence, &mut |name, text| {
            if left_out.contains(&self.engine.redact_text(name)) {
                return Ok(());
            }
            let at = Where::Member { archive: evidence.name.clone(), name: name.to_owned() };
            self.at(&at, 0, name);
            stopped = self.file(&at, 1, text, monitor);
            stopped.map_err(io::Error::other)
        });
        stopped
    }

    /// The places of a text that starts at this line.
    fn at(&mut self, at: &Where, line: usize, text: &str) {
        let hidden = self.engine.findings(text);
        if let Some(bare) = self.bare {
            let left = bare.findings(text);
            let open = |one: &Finding| hidden.iter().all(|other| one.end <= other.start || other.end <= one.start);
            for one in left.iter().filter(|one| open(one)) {
                let place = place(at, line, text, one, &hidden);
                add(&mut self.places.kept, one, "", text, place);
            }
        }
        for one in &hidden {
            let place = place(at, line, text, one, &hidden);
            add(&mut self.places.hidden, one, &one.placeholder, text, place);
        }
    }
}

fn add(list: &mut Vec<Shown>, finding: &Finding, placeholder: &str, text: &str, place: Place) {
    let value = text.get(finding.start..finding.end).unwrap_or_default();
    let same = |shown: &&mut Shown| match placeholder {
        "" => shown.value.eq_ignore_ascii_case(value),
        _ => shown.placeholder == placeholder,
    };
    if let Some(known) = list.iter_mut().find(same) {
        known.count += 1;
        if known.places.len() < SHOWN && known.places.last() != Some(&place) {
            known.places.push(place);
        }
        return;
    }
    list.push(Shown {
        class: finding.class.clone(),
        placeholder: placeholder.to_owned(),
        value: value.to_owned(),
        count: 1,
        places: vec![place],
    });
}

/// The line around a finding, as it is and as it is sent.
fn place(at: &Where, first_line: usize, text: &str, finding: &Finding, hidden: &[Finding]) -> Place {
    let (ahead, rest) = text.split_at(finding.start);
    let behind = rest.get(finding.end - finding.start..).unwrap_or_default();
    let line_start = ahead.rfind('\n').map_or(0, |at| at + 1);
    let from = ahead.get(line_start..).unwrap_or_default().char_indices().rev().nth(AROUND - 1);
    let from = from.map_or(line_start, |(at, _)| line_start + at);
    let line_end = finding.end + behind.find(['\n', '\r']).unwrap_or(behind.len());
    let to = behind.char_indices().nth(AROUND).map_or(line_end, |(at, _)| line_end.min(finding.end + at));
    let piece = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let (mut before, mut after) = (String::new(), String::new());
    if from > line_start {
        before.push('…');
        after.push('…');
    }
    before.push_str(piece(from, to));
    let mut done = from;
    for one in hidden.iter().filter(|one| one.end > from && one.start < to) {
        after.push_str(piece(done, one.start.max(done)));
        after.push_str(&one.placeholder);
        done = one.end;
    }
    after.push_str(piece(done, to.max(done)));
    if to < line_end {
        before.push('…');
        after.push('…');
    }
    let line = if first_line == 0 { 0 } else { first_line + ahead.matches('\n').count() };
    Place { at: at.clone(), line, before, after }
}

/// The texts of a draft with their names in the incident file.
fn texts(draft: &Draft) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, text: &str| {
        if !text.trim().is_empty() {
            all.push((name.to_owned(), text.to_owned()));
        }
    };
    add("title", &draft.title);
    add("description", &draft.description);
    add("error_text", &draft.error_text);
    draft.steps.iter().for_each(|step| add("steps", step));
    add("expected", &draft.expected);
    add("actual", &draft.actual);
    add("started", &draft.started);
    add("conditions", &draft.conditions);
    draft.tried.iter().for_each(|tried| add("tried", tried));
    for (id, value) in &draft.fields {
        if !matches!(value, FieldValue::Flag(_)) {
            add(&format!("fields.{id}"), &value.text());
        }
    }
    draft.overrides.values().for_each(|reason| add("overrides", reason));
    draft.evidence.iter().for_each(|item| add("evidence", &item.caption));
    all
}

impl RedactedFile {
    /// Whether its lines can be shown.
    #[must_use]
    pub fn has_lines(&self) -> bool {
        matches!(self.content, Content::Text(..))
    }
}
