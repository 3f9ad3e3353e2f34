//! Addresses that open the desk's form, or a letter, with the answers in it.
//!
//! Never here: labels, assignees or projects (GitHub answers them with "not found" to whoever may not set them), or an
//! address that is longer than its reader takes.

use crate::bundle;
use crate::compose;
use crate::model::{Draft, FieldSpec, FieldType, FieldValue, Incident, Part, PrefillStyle, Profile, TextForm};
use crate::redact::Redacted;

/// The length that every way from here to a mail program is known to carry: Windows and older web mail cut at about 2,000.
const MAILTO_CHARS: usize = 1_800;

/// An address with answers in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address, encoded.
    pub url: String,
    /// Labels of answers that did not fit; they have to be copied by hand.
    pub left_out: Vec<String>,
    /// Labels of answers that an address cannot carry.
    pub by_hand: Vec<String>,
}

/// A parameter of an address.
struct Parameter {
    name: String,
    label: String,
    text: String,
}

/// The address that opens the desk's form with the redacted answers in it; none where the desk has no such form, or where
/// the answer that is a part of the address is missing.
#[must_use]
pub fn form_address(profile: &Profile, redacted: &Redacted) -> Option<Address> {
    let prefill = profile.prefill.as_ref()?;
    let incident = redacted.incident();
    let lang = incident.lang;
    let page = with_answers(&prefill.url, &incident.draft, fits_address)?;
    let template = prefill.template.as_ref();
    let template = template.and_then(|name| with_answers(name, &incident.draft, |_, name| !name.is_empty()));
    let is_form = |name: &String| [".yml", ".yaml"].iter().any(|end| name.to_lowercase().ends_with(end));
    let title = format!("{}{}", prefill.title_start.as_deref().unwrap_or_default(), incident.draft.title.trim());
    let whole = |name: &str| Parameter {
        name: name.to_owned(),
        label: crate::text::t(lang, "part-text"),
        text: bundle::text::render(redacted, &as_markdown(profile)),
    };
    let mut fixed = Vec::new();
    let (mut answers, mut by_hand) = (Vec::new(), Vec::new());
    match prefill.style {
        PrefillStyle::Github => {
            let is_template_form = template.as_ref().is_some_and(is_form);
            let by_id = profile.text.form == TextForm::IssueForm && (template.is_none() || is_template_form);
            fixed.extend(template.map(|name| ("template".to_owned(), name)));
            fixed.push(("title".to_owned(), title));
            if by_id {
                (answers, by_hand) = by_field(profile, incident);
            } else if is_template_form {
                // The form is the project's own: nobody here knows its fields.
                by_hand.push(whole("body").label);
            } else {
                answers.push(whole("body"));
            }
        }
        PrefillStyle::Gitlab => {
            fixed.push(("issue[title]".to_owned(), title));
            fixed.extend(template.map(|name| ("issuable_template".to_owned(), name)));
            fixed.extend(profile.fields.iter().filter_map(|field| gitlab_parameter(field, &incident.draft)));
            answers.push(whole("issue[description]"));
        }
    }
    Some(fitted(&page, prefill.max_chars, &fixed, answers, by_hand))
}

/// Every answer under the id of its field, and the labels of those that an address cannot carry.
fn by_field(profile: &Profile, incident: &Incident) -> (Vec<Parameter>, Vec<String>) {
    let (mut answers, mut by_hand) = (Vec::new(), Vec::new());
    let texts = compose::field_texts(incident, profile);
    // The title has a parameter of its own.
    for field in profile.fields.iter().filter(|field| field.from != Some(Part::Title)) {
        let label = field.label.get(incident.lang).to_owned();
        let text = texts.iter().find(|text| text.id == field.id).map(|field| field.text.clone());
        let is_answered = text.is_some() || incident.chosen.contains_key(&field.id);
        match text.filter(|_| !field.unnamed) {
            // What the form has there already needs no parameter.
            Some(text) if field.default.as_ref() == Some(&text) => {}
            Some(text) => answers.push(Parameter { name: field.id.clone(), label, text }),
            None if is_answered || field.kind == FieldType::Files => by_hand.push(label),
            None => {}
        }
    }
    (answers, by_hand)
}

/// What GitLab takes beside title and text.
fn gitlab_parameter(field: &FieldSpec, draft: &Draft) -> Option<(String, String)> {
    let answer = draft.fields.get(&field.id).filter(|answer| answer.is_filled())?;
    let (name, value) = match (field.id.as_str(), answer) {
        ("confidential", FieldValue::Flag(_)) => ("issue[confidential]", "true".to_owned()),
        ("issue_type", FieldValue::Text(kind)) => ("issue[issue_type]", kind.trim().to_lowercase()),
        ("related_issue", FieldValue::Text(number)) => {
            ("add_related_issue", number.chars().filter(char::is_ascii_digit).collect())
        }
        _ => return None,
    };
    (!value.is_empty()).then(|| (name.to_owned(), value))
}

/// `text` with the answers in the place of `{fields.ID}`; none where one is missing or not `fit`, which is asked with what
/// stands before it.
fn with_answers(text: &str, draft: &Draft, fit: impl Fn(&str, &str) -> bool) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{fields.") {
        let (id, after) = after.split_once('}')?;
        let answer = draft.fields.get(id).map(FieldValue::text).unwrap_or_default();
        let answer = Some(answer.trim()).filter(|answer| fit(before, answer))?;
        out.push_str(before);
        out.push_str(answer);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// Whether an answer leads nowhere else in an address: a host name after the scheme, else a path of names, `owner/name`.
fn fits_address(before: &str, text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let is_name = |name: &str| !name.is_empty() && name.chars().all(is_plain) && name.chars().any(|c| c != '.');
    let is_host = before.ends_with("://");
    text.contains('.') && is_host && is_name(text) || !is_host && text.contains('/') && text.split('/').all(is_name)
}

/// A tracker reads Markdown also where the profile does not say so.
fn as_markdown(profile: &Profile) -> Profile {
    let mut profile = profile.clone();
    if profile.text.form == TextForm::Plain {
        profile.text.form = TextForm::Markdown;
    }
    profile
}

/// Leaves out the longest answers until the rest fits.
fn fitted(
    page: &str,
    limit: usize,
    fixed: &[(String, String)],
    mut answers: Vec<Parameter>,
    by_hand: Vec<String>,
) -> Address {
    let mut left_out = Vec::new();
    loop {
        let rest = answers.iter().map(|answer| (answer.name.as_str(), answer.text.trim_end()));
        let parameters = fixed.iter().map(|(name, text)| (name.as_str(), text.as_str())).chain(rest);
        let query: Vec<String> =
            parameters.map(|(name, text)| format!("{}={}", encoded(name), encoded(text))).collect();
        let url = format!("{page}?{}", query.join("&"));
        let longest = (0..answers.len()).max_by_key(|index| encoded(&answers[*index].text).len());
        match longest.filter(|_| url.len() > limit) {
            Some(longest) => left_out.push(answers.remove(longest).label),
            None => return Address { url, left_out, by_hand },
        }
    }
}

/// The address that opens a letter to `to` with subject and text. A text that is too long is left out whole: half of it would
/// be sent as if it were all.
#[must_use]
pub fn mail_url(to: &str, subject: &str, text: &str, label: &str) -> Address {
    let with = |text: &str| {
        let body = if text.is_empty() { String::new() } else { format!("&body={}", encoded(&crlf(text))) };
        format!("mailto:{}?subject={}{body}", encoded(to).replace("%40", "@"), encoded(subject))
    };
    let whole = with(text);
    let fits = whole.len() <= MAILTO_CHARS;
    let left_out = if fits { Vec::new() } else { vec![label.to_owned()] };
    Address { url: if fits { whole } else { with("") }, left_out, by_hand: Vec::new() }
}

fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// Percent-encoded UTF-8, all but the unreserved characters of RFC 3986.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
