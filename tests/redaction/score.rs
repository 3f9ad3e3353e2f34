//! Holds what redaction made of a snippet against its labels.

use std::collections::{BTreeMap, BTreeSet};

use super::template::{Label, Snippet};

/// Shorter pieces of a value say nothing.
const PIECE: usize = 4;

#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    pub good: usize,
    pub all: usize,
}

impl Share {
    pub fn add(&mut self, good: bool) {
        self.good += usize::from(good);
        self.all += 1;
    }

    pub fn percent(self) -> f64 {
        if self.all == 0 { 100.0 } else { 100.0 * self.good as f64 / self.all as f64 }
    }
}

#[derive(Default)]
pub struct Score {
    pub classes: BTreeMap<String, Share>,
    pub credentials: Share,
    pub personal: Share,
    pub kept: Share,
    pub clean: Share,
    pub linked: Share,
    pub distinct: Share,
    pub json: Share,
    pub misses: Vec<String>,
}

const CREDENTIALS: &[&str] = &[
    "aws-id",
    "aws-secret",
    "aws-session",
    "gcp-key",
    "gcp-keyid",
    "azure-key",
    "azure-secret",
    "github",
    "gitlab",
    "slack",
    "slack-hook",
    "stripe",
    "whsec",
    "telegram",
    "discord",
    "steam-key",
    "openai",
    "anthropic",
    "ai",
    "vendor",
    "twilio",
    "jwt",
    "token",
    "token-hex",
    "token-url",
    "sid-cookie",
    "oauth",
    "signature",
    "sas",
    "pw",
    "pw-url",
    "pw-word",
    "pw-ru",
    "pw-space",
    "pin",
    "bcrypt",
    "sha512crypt",
    "yescrypt",
    "argon2",
    "pbkdf2",
    "ntlm",
    "scrypt",
    "wg-key",
    "pem-body",
    "pem-line",
    "ovpn-body",
    "totp",
    "recovery",
    "recovery-words",
    "bitlocker",
    "otp",
    "license",
];

/// The text with every labelled place left out.
fn around(snippet: &Snippet) -> String {
    let (mut out, mut from) = (String::new(), 0);
    for label in &snippet.labels {
        out.push_str(&snippet.text[from..label.start]);
        out.push('\u{0}');
        from = label.end;
    }
    out + &snippet.text[from..]
}

/// What of a value tells it: itself, its words, and pieces of long ones.
fn pieces(value: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::from([value.to_owned()]);
    for word in value.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= PIECE) {
        let chars: Vec<char> = word.chars().collect();
        all.insert(word.to_owned());
        if chars.len() > 12 {
            all.extend(chars.chunks(8).filter(|chunk| chunk.len() == 8).map(|chunk| chunk.iter().collect::<String>()));
        }
    }
    all
}

fn is_hidden(snippet: &Snippet, label: &Label, around: &str, output: &str) -> bool {
    let value = &snippet.text[label.start..label.end];
    pieces(value).iter().all(|piece| output.matches(piece.as_str()).count() <= around.matches(piece.as_str()).count())
}

/// `hidden` are the places that were replaced: start, end, placeholder.
pub fn score(snippet: &Snippet, output: &str, hidden: &[(usize, usize, String)], total: &mut Score) {
    let around = around(snippet);
    let mut placeholders: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for label in &snippet.labels {
        let gone = is_hidden(snippet, label, &around, output);
        total.classes.entry(label.class.clone()).or_default().add(gone);
        let kind =
            if CREDENTIALS.contains(&label.class.as_str()) { &mut total.credentials } else { &mut total.personal };
        kind.add(gone);
        if !gone {
            let value = &snippet.text[label.start..label.end];
            total.misses.push(format!(
                "{} MISS {} {value:?}\n    in  {:?}\n    out {output:?}",
                snippet.id, label.class, snippet.text
            ));
        }
        let over = hidden.iter().find(|(start, end, _)| *start <= label.start && label.end <= *end);
        if let Some((start, end, placeholder)) = over
            && !label.partial
            && (*start, *end) == (label.start, label.end)
        {
            placeholders.entry(&label.identity).or_default().insert(placeholder);
        }
    }
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for names in placeholders.values() {
        total.linked.add(names.len() == 1);
        for name in names {
            *owners.entry(name).or_default() += 1;
        }
    }
    for count in owners.values() {
        total.distinct.add(*count == 1);
    }
    for keep in &snippet.keep {
        let kept = output.matches(keep.as_str()).count() >= snippet.text.matches(keep.as_str()).count().min(1);
        total.kept.add(kept);
        if !kept {
            total.misses.push(format!("{} LOST {keep:?}\n    in  {:?}\n    out {output:?}", snippet.id, snippet.text));
        }
    }
    if snippet.labels.is_empty() {
        total.clean.add(output == snippet.text);
        if output != snippet.text {
            total.misses.push(format!("{} TOUCHED\n    in  {:?}\n    out {output:?}", snippet.id, snippet.text));
        }
    }
    if snippet.json {
        let valid = |text: &str| serde_json::from_str::<serde_json::Value>(text).is_ok();
        assert!(valid(&snippet.text), "{} is no JSON: {}", snippet.id, snippet.text);
        total.json.add(valid(output));
        if !valid(output) {
            total.misses.push(format!("{} NO JSON\n    out {output:?}", snippet.id));
        }
    }
}
