//! Snippets as data: `{{class}}` is a private value, `{{class#1}}` the same one again, `{{class|filter}}` in another spelling,
//! `{{~class}}` something made up that must survive, `[[text]]` text that must survive. `me`, `myname`, `myhost` and `myssid`
//! are what the computer knows.

use std::collections::BTreeMap;

use fastrand::Rng;
use regex::Regex;

use super::values;

/// A private value in a snippet.
#[derive(Clone, Debug)]
pub struct Label {
    pub class: String,
    pub start: usize,
    pub end: usize,
    /// Labels with the same one are the same value.
    pub identity: String,
    /// A part of the value, or another spelling: not asked for its placeholder.
    pub partial: bool,
}

/// A text with what is private in it.
#[derive(Clone, Debug, Default)]
pub struct Snippet {
    pub id: String,
    pub text: String,
    pub labels: Vec<Label>,
    pub keep: Vec<String>,
    pub json: bool,
    /// What the computer knows: users, full names, hosts, networks.
    pub known: [Vec<String>; 4],
    /// Belongs to the part that is not looked at while rules are written.
    pub unseen: bool,
}

pub struct Template {
    id: String,
    json: bool,
    body: String,
}

/// The templates of one file: each starts with a line `=== id`.
pub fn read(file: &str, text: &str) -> Vec<Template> {
    let mut all: Vec<Template> = Vec::new();
    for line in text.lines() {
        if let Some(head) = line.strip_prefix("===") {
            let json = head.contains(" json");
            all.push(Template { id: format!("{file}/{}", all.len() + 1), json, body: String::new() });
        } else if let Some(last) = all.last_mut() {
            if !last.body.is_empty() {
                last.body.push('\n');
            }
            last.body.push_str(line);
        }
    }
    all.retain(|template| !template.body.trim().is_empty());
    all
}

/// A hash that no version of the standard library changes.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

fn filtered(value: &str, filter: &str) -> (String, bool) {
    match filter {
        "" => (value.to_owned(), false),
        "json" => (serde_json::to_string(value).unwrap_or_default().trim_matches('"').to_owned(), false),
        "ascii" => {
            let escaped =
                value.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", c as u32) });
            (escaped.collect(), true)
        }
        "url" => {
            let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(byte);
            let escaped = value
                .bytes()
                .map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
            (escaped.collect(), true)
        }
        "upper" => (value.to_uppercase(), true),
        "lower" => (value.to_lowercase(), true),
        "first" => (value.split(' ').next().unwrap_or_default().to_owned(), true),
        "last" => (value.split(' ').next_back().unwrap_or_default().to_owned(), true),
        "short" => {
            (format!("{}~1", value.replace(['.', ' '], "").chars().take(6).collect::<String>().to_uppercase()), true)
        }
        "basic" => (values::base64(format!("svc:{value}").as_bytes(), false), true),
        other => panic!("no filter {other}"),
    }
}

impl Template {
    pub fn render(&self, seed: u64) -> Snippet {
        let hash = fnv(&self.body);
        let mut random = Rng::with_seed(hash ^ seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let marks = Regex::new(r"\{\{(~?)([a-z0-9-]+)(?:#(\d+))?(?:\|([a-z]+))?\}\}|\[\[(.+?)\]\]").unwrap();
        let mut made: BTreeMap<String, String> = BTreeMap::new();
        let mut snippet = Snippet {
            id: self.id.clone(),
            json: self.json,
            unseen: self.id.starts_with("fresh/"),
            ..Snippet::default()
        };
        let mut from = 0;
        for (count, found) in marks.captures_iter(&self.body).enumerate() {
            let all = found.get(0).unwrap();
            snippet.text.push_str(&self.body[from..all.start()]);
            from = all.end();
            if let Some(keep) = found.get(5) {
                snippet.keep.push(keep.as_str().to_owned());
                snippet.text.push_str(keep.as_str());
                continue;
            }
            let class = &found[2];
            let known = ["me", "myname", "myname-ru", "myhost", "myssid"].contains(&class);
            let identity = match found.get(3) {
                Some(number) => format!("{class}#{}", number.as_str()),
                None if known => class.to_owned(),
                None => format!("{class}@{count}"),
            };
            let taken: Vec<String> = made.values().cloned().collect();
            let value = made.entry(identity.clone()).or_insert_with(|| {
                loop {
                    let value = values::make(class, &mut random);
                    if !taken.contains(&value) {
                        break value;
                    }
                }
            });
            if known {
                let at = match class {
                    "me" => 0,
                    "myhost" => 2,
                    "myssid" => 3,
                    _ => 1,
                };
                snippet.known[at] = vec![value.clone()];
            }
            let (shown, partial) = filtered(value, found.get(4).map_or("", |filter| filter.as_str()));
            if found[1].is_empty() {
                let start = snippet.text.len();
                let label = Label { class: class.to_owned(), start, end: start + shown.len(), identity, partial };
                snippet.labels.push(label);
            } else {
                snippet.keep.push(shown.clone());
            }
            snippet.text.push_str(&shown);
        }
        snippet.text.push_str(&self.body[from..]);
        if snippet.labels.is_empty() && snippet.keep.is_empty() {
            snippet.keep.push(snippet.text.clone());
        }
        snippet
    }
}
