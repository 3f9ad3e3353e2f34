//! An email as an unsent draft (`.eml`): the text as its body, the bundle attached.
//!
//! `X-Unsent: 1` makes Outlook and Thunderbird open it for editing; sender, date and message id are the mail program's to
//! fill in and are left out. The library writes the parts and encodes the headers, but adds a date and an id to every
//! whole message, so the few headers are put together here.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use mail_builder::MessageBuilder;
use mail_builder::headers::Header;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;
use mail_builder::writer::IoWriter;

use crate::job::{Monitor, Stage};
use crate::model::{Approved, Block, Incident, Lang, Part, Section};
use crate::redact::Redacted;
use crate::text::{size, t, tf};

use super::names::ascii;
use super::place::{expect_free, folder, persist, temporary};
use super::scan::Scan;
use super::split::names;
use super::text::plain;
use super::{Error, Package};

/// No mail system takes more than 150 MB in one message (Exchange Online, the highest an administrator can set), of which
/// base64 leaves this much for the file.
const LIMIT_BYTES: u64 = 109_000_000;

/// What the message says beside the incident.
#[derive(Clone, Debug, Default)]
pub struct Mail<'a> {
    /// The desk's address, if it has one.
    pub to: Option<&'a str>,
    /// The subject; the incident's title when empty.
    pub subject: &'a str,
    /// Whether a greeting and thanks belong to the text.
    pub letter: bool,
    /// Replaces what stands under the final name.
    pub overwrite: bool,
}

/// Writes the draft with the bundle attached to `target`; a split bundle makes one draft for each part,
/// `name-1-of-3.eml` …. Returns their paths.
///
/// # Errors
/// [`Error::TooLargeForEmail`], [`Error::Leak`] in the text, and those of writing; then nothing stands under the final name.
pub fn write(
    approved: &Approved,
    redacted: &Redacted,
    package: &Package,
    mail: &Mail,
    target: &Path,
    monitor: &Monitor,
) -> Result<Vec<PathBuf>, Error> {
    if approved.report().incident != redacted.incident().fingerprint {
        return Err(Error::NotApproved);
    }
    compose(redacted.incident(), &mut redacted.scanner(), package, mail, target, monitor)
}

pub(super) fn compose(
    incident: &Incident,
    scan: &mut impl Scan,
    package: &Package,
    mail: &Mail,
    target: &Path,
    monitor: &Monitor,
) -> Result<Vec<PathBuf>, Error> {
    let parts = package.paths().len();
    let targets = names(target, parts);
    for path in &targets {
        expect_free(path, mail.overwrite)?;
    }
    let mut drafts = Vec::new();
    for (number, (zip, bytes)) in (1..).zip(package.parts()) {
        monitor.stage(Stage::Packing(target.file_name().unwrap_or_default().to_string_lossy().into_owned()), 0)?;
        if bytes > LIMIT_BYTES {
            return Err(Error::TooLargeForEmail { path: zip.to_owned(), bytes });
        }
        let message = Message {
            to: mail.to,
            subject: subject(incident, mail, number, parts),
            body: body(incident, mail.letter, zip, bytes, number, parts),
            name: ascii(&zip.file_name().unwrap_or_default().to_string_lossy()),
        };
        scan.begin(true);
        scan.feed(format!("{}\n{}", message.subject, message.body).as_bytes());
        if let Some(leak) = scan.finish().into_iter().next() {
            let entry = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
            return Err(Error::Leak { entry, line: leak.line, class: leak.class });
        }
        let attachment = fs::read(zip).map_err(|source| Error::Open { path: zip.to_owned(), source })?;
        let draft = temporary(folder(target)).map_err(|source| failed(target, source))?;
        message
            .write(&attachment, BufWriter::new(draft.as_file()))
            .and_then(|()| draft.as_file().sync_all())
            .map_err(|source| failed(target, source))?;
        drafts.push(draft);
    }
    for (number, (draft, path)) in drafts.into_iter().zip(&targets).enumerate() {
        if let Err(error) = persist(draft, path, mail.overwrite) {
            for done in targets.iter().take(number) {
                fs::remove_file(done).ok();
            }
            return Err(error);
        }
    }
    Ok(targets)
}

fn failed(target: &Path, source: io::Error) -> Error {
    Error::Write { path: target.to_owned(), source }
}

struct Message<'a> {
    to: Option<&'a str>,
    subject: String,
    body: String,
    name: String,
}

impl Message<'_> {
    fn write(self, attachment: &[u8], output: impl Write) -> io::Result<()> {
        let mut out = IoWriter::new(output);
        let header = |out: &mut IoWriter<_>, name: &str, value: &dyn Fn(&mut IoWriter<_>, usize)| {
            mail_builder::writer::Writer::write(out, name.as_bytes());
            mail_builder::writer::Writer::write(out, b": ");
            value(out, name.len() + 2);
        };
        if let Some(to) = self.to {
            let to: String = to.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
            header(&mut out, "To", &|out, column| {
                Address::new_address(None::<&str>, to.as_str()).write_header(out, column);
            });
        }
        header(&mut out, "Subject", &|out, column| Text::new(self.subject.as_str()).write_header(out, column));
        header(&mut out, "X-Unsent", &|out, column| Text::new("1").write_header(out, column));
        header(&mut out, "MIME-Version", &|out, column| Text::new("1.0").write_header(out, column));

        // The boundary is fixed, so that the same incident gives the same draft; `=_` stands in no encoded line.
        let mixed = ContentType::new("multipart/mixed").attribute("boundary", "=_casefile_part");
        let text = MimePart::new("text/plain", self.body.replace('\n', "\r\n"));
        let zip = MimePart::new("application/zip", attachment).attachment(self.name.as_str());
        MessageBuilder::new().body(MimePart::new(mixed, vec![text, zip])).serialize_body(&mut out);
        out.into_result()
    }
}

fn subject(incident: &Incident, mail: &Mail, number: usize, parts: usize) -> String {
    let subject = if mail.subject.trim().is_empty() { &incident.draft.title } else { mail.subject };
    let subject: String = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    if parts == 1 {
        return subject;
    }
    let values =
        [("subject", subject.into()), ("number", number.to_string().into()), ("parts", parts.to_string().into())];
    tf(incident.lang, "bundle-mail-subject-part", &values)
}

/// The text of the draft that one archive of that name and size goes with.
#[must_use]
pub fn text(redacted: &Redacted, letter: bool, zip: &Path, bytes: u64) -> String {
    body(redacted.incident(), letter, zip, bytes, 1, 1)
}

/// The sections, in a letter without the name that stands under it.
fn unsigned(incident: &Incident, letter: bool) -> Vec<Section> {
    let mut sections = incident.sections.clone();
    let name = incident.draft.contact.name.trim();
    for section in sections.iter_mut().filter(|section| letter && section.part == Part::Contact) {
        for block in &mut section.blocks {
            if let Block::Rows(rows) = block {
                rows.retain(|(_, value)| value != name);
            }
        }
        section.blocks.retain(|block| !matches!(block, Block::Rows(rows) if rows.is_empty()));
    }
    sections.retain(|section| !section.blocks.is_empty());
    sections
}

fn body(incident: &Incident, letter: bool, zip: &Path, bytes: u64, number: usize, parts: usize) -> String {
    let lang: Lang = incident.lang;
    let name = zip.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let attached = tf(lang, "bundle-mail-attached", &[("name", name.into()), ("size", size(lang, bytes).into())]);
    let mut paragraphs = Vec::new();
    if letter {
        paragraphs.push(t(lang, "bundle-mail-greeting"));
    }
    if number == 1 {
        paragraphs.push(plain(&unsigned(incident, letter)).trim_end().to_owned());
    }
    if parts > 1 {
        let values = [("number", number.to_string().into()), ("parts", parts.to_string().into())];
        paragraphs.push(tf(lang, "bundle-mail-part", &values));
    }
    paragraphs.push(attached);
    if letter {
        let name = incident.draft.contact.name.trim();
        let thanks = t(lang, "bundle-mail-thanks");
        paragraphs.push(if name.is_empty() { thanks } else { format!("{thanks}\n{name}") });
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n") + "\n"
}
