//! Addresses that open the desk's form, or a letter, with the answers in it.
//!
//! Never here: labels, assignees or projects (GitHub answers them with "not found" to whoever may not set them), or an
//! address that is longer than its reader takes.

use crate::bundle;
use crate::compose;
use crate::model::{FieldType, Prefill, PrefillStyle, Profile, TextForm};
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

/// The address that opens the desk's form with the redacted answers in it; none where the desk has no such form.
#[must_use]
pub fn form_address(profile: &Profile, redacted: &Redacted) -> Option<Address> {
    let prefill = profile.prefill.as_ref()?;
    let incident = redacted.incident();
    let lang = incident.lang;
    let title = format!("{}{}", prefill.title_start.as_deref().unwrap_or_default(), incident.draft.title.trim());
    let mut fixed = Vec::new();
    let mut by_hand = Vec::new();
    let mut answers = Vec::new();
    let heading = |part| crate::text::t(lang, part);
    match (prefill.style, &prefill.template) {
        (PrefillStyle::Github, Some(template)) => {
            fixed.push(("template".to_owned(), template.clone()));
            fixed.push(("title".to_owned(), title));
            let texts = compose::field_texts(incident, profile);
            for field in &profile.fields {
                let label = field.label.get(lang).to_owned();
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
        }
        (PrefillStyle::Github, None) => {
            fixed.push(("title".to_owned(), title));
            let text = bundle::text::render(redacted, &as_markdown(profile));
            answers.push(Parameter { name: "body".to_owned(), label: heading("part-text"), text });
        }
        (PrefillStyle::Gitlab, _) => {
            fixed.push(("issue[title]".to_owned(), title));
            let text = bundle::text::render(redacted, &as_markdown(profile));
            answers.push(Parameter { name: "issue[description]".to_owned(), label: heading("part-text"), text });
        }
    }
    Some(fitted(prefill, &fixed, answers, by_hand))
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
fn fitted(prefill: &Prefill, fixed: &[(String, String)], mut answers: Vec<Parameter>, by_hand: Vec<String>) -> Address {
    let mut left_out = Vec::new();
    loop {
        let rest = answers.iter().map(|answer| (answer.name.as_str(), answer.text.trim_end()));
        let parameters = fixed.iter().map(|(name, text)| (name.as_str(), text.as_str())).chain(rest);
        let query: Vec<String> =
            parameters.map(|(name, text)| format!("{}={}", encoded(name), encoded(text))).collect();
        let url = format!("{}?{}", prefill.url, query.join("&"));
        let longest = (0..answers.len()).max_by_key(|index| encoded(&answers[*index].text).len());
        match longest.filter(|_| url.len() > prefill.max_chars) {
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
