//! A project's GitHub issue form, or its old Markdown template, as the profile of a destination.
//!
//! Never here: the network, a profile of a form that GitHub would not show, a value other than as it is written.

mod choices;
mod element;
mod form;
mod keep;
mod names;
mod notice;
mod profile;
mod reading;
mod refusal;
mod scalar;
mod template;
mod words;
mod yaml;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Error;
use crate::model::{Lang, Profile};
use reading::{Fault, Reading, shown};

pub use keep::{Kept, keep};
pub use notice::{Notice, Oddity};
pub use refusal::{Refusal, Rule};

/// A form is typed by a person; what is larger is another kind of file.
const LIMIT_BYTES: u64 = 1_000_000;

/// A form as a destination.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The destination.
    pub profile: Profile,
    /// What is odd about the form.
    pub notices: Vec<Notice>,
}

/// Reads the form or template at `path`. `repository` is `OWNER/NAME` on GitHub, where it is known; `today` is `YYYY-MM-DD`.
///
/// # Errors
/// [`Error::Read`], and [`Error::IssueForm`] with the line, the element and the rule.
pub fn import(path: &Path, repository: Option<&str>, today: &str) -> Result<Imported, Error> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LIMIT_BYTES + 1).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(parse(&bytes, path, repository, today)?)
}

/// The same for bytes; `path` gives the name.
///
/// # Errors
/// [`Refusal`].
pub fn parse(bytes: &[u8], path: &Path, repository: Option<&str>, today: &str) -> Result<Imported, Refusal> {
    let refused =
        |fault: Fault| Refusal { path: path.to_owned(), line: fault.line, element: fault.element, rule: fault.rule };
    let on_top = |line, rule| Fault { line, element: String::new(), rule };
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(refused(on_top(1, Rule::TooLarge)));
    }
    let text = decode(bytes).map_err(|line| refused(on_top(line, Rule::NotText)))?;
    if is_markdown(path) && !template::is_form(&text) {
        return Ok(Imported { profile: from_template(&text, path, repository, today), notices: Vec::new() });
    }
    let mut reading = Reading::default();
    let document = yaml::parse(&text).map_err(|(line, rule)| refused(on_top(line, rule)))?;
    let form = form::read(&document, &mut reading).map_err(refused)?;
    let notices =
        reading.odd.into_iter().map(|(line, element, oddity)| Notice { path: path.to_owned(), line, element, oddity });
    let source = profile::Source {
        path,
        repository,
        today,
        name: form.name.trim().to_owned(),
        summary: form.description.split_whitespace().collect::<Vec<_>>().join(" "),
        title: form.title,
        notes: form.notes,
        asked: form.asked,
    };
    Ok(Imported { profile: profile::profile(source), notices: notices.collect() })
}

/// Whether `text` names a repository on GitHub, `OWNER/NAME`; an address of one is understood too. Gives it bare.
#[must_use]
pub fn repository(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('/');
    let bare = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)).unwrap_or(text);
    let bare = bare.strip_prefix("www.").unwrap_or(bare).strip_prefix("github.com/").unwrap_or(bare);
    let mut parts = bare.split('/');
    let (owner, name) = (parts.next()?, parts.next()?);
    let is_name = |part: &str| {
        !part.is_empty() && part.len() <= 100 && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    let is_whole = bare != text || parts.next().is_none();
    let name = name.strip_suffix(".git").unwrap_or(name);
    (is_whole && is_name(owner) && !owner.contains('.') && is_name(name)).then(|| format!("{owner}/{name}"))
}

fn is_markdown(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["md", "markdown"].iter().any(|markdown| extension.eq_ignore_ascii_case(markdown))
}

/// UTF-8, or UTF-16 with its mark. The error is the line of the first byte that is no text.
fn decode(bytes: &[u8]) -> Result<String, usize> {
    let line = |before: &[u8]| memchr::memchr_iter(b'\n', before).count() + 1;
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding != encoding_rs::UTF_8 => {
            let (text, is_broken) = encoding.decode_without_bom_handling(&bytes[length..]);
            if is_broken {
                return Err(1);
            }
            text.into_owned()
        }
        other => {
            let bytes = &bytes[other.map_or(0, |(_, length)| length)..];
            std::str::from_utf8(bytes).map_err(|error| line(&bytes[..error.valid_up_to()]))?.to_owned()
        }
    };
    match text.find(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}')) {
        Some(at) => Err(line(&text.as_bytes()[..at])),
        None => Ok(text),
    }
}

fn from_template(text: &str, path: &Path, repository: Option<&str>, today: &str) -> Profile {
    let mut template = template::read(text);
    let file = path.file_name().map(PathBuf::from).unwrap_or_default().display().to_string();
    let has_no_heading = template.asked.is_empty();
    if has_no_heading {
        template.asked.push(template::whole(&crate::text::t(Lang::En, "part-description")));
    }
    let source = profile::Source {
        path,
        repository,
        today,
        name: template.name.clone().unwrap_or_else(|| shown(&file)),
        summary: template.about.clone().unwrap_or_default(),
        title: template.title,
        notes: template.notes,
        asked: template.asked,
    };
    let mut profile = profile::profile(source);
    if template.about.is_none() {
        profile.summary = profile::summary_of(&file);
    }
    profile
}

#[cfg(test)]
mod tests;
