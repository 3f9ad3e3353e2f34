//! Inputs: snippets of the labelled set whole and in pieces, words that rules look for, any characters, in any encoding.

use std::io::{self, Read};
use std::sync::LazyLock;

use encoding_rs::WINDOWS_1251;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::template::{self, Template};

const FILES: &[&str] = &[
    include_str!("../redaction/templates/secrets.txt"),
    include_str!("../redaction/templates/vendors.txt"),
    include_str!("../redaction/templates/people.txt"),
    include_str!("../redaction/templates/machines.txt"),
    include_str!("../redaction/templates/reports.txt"),
    include_str!("../redaction/templates/mixed.txt"),
];

static TEMPLATES: LazyLock<Vec<Template>> =
    LazyLock::new(|| FILES.iter().flat_map(|text| template::read("properties", text)).collect());
static CLEAN: LazyLock<Vec<Template>> =
    LazyLock::new(|| template::read("clean", include_str!("../redaction/templates/clean.txt")));

/// Words and marks that rules look for, some of them half of one.
const MARKS: &[&str] = &[
    "password",
    "=",
    ":",
    ": ",
    "\"",
    "\\",
    "'",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "<",
    ">",
    "user",
    "\\u0413",
    "%",
    "%20",
    "C:\\Users\\",
    "/home/",
    "@",
    "10.2.3.4",
    ".",
    "-",
    "--",
    "ab",
    "7",
    "Я",
    "+79165550199",
    "eyJ",
    "://",
    "<ip-1>",
    "<user-1>",
    "<secret-2>",
    "token",
    "1234",
    "gretek",
    "gk",
    "Projekt Kranich",
    "Грета",
    "Канарейкина",
    "\u{1b}[1m",
    "grete@firm-intern.de",
    "x.y",
    "Cookie",
    "ghp_",
    "-----BEGIN ",
    "-----END ",
    "PRIVATE KEY-----",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    "&",
    "?",
    "fe80::1",
    "00:1b:44:11:3a:b7",
    "пароль",
    "Passwort",
    "mot de passe",
    "serial",
    "host",
    "login",
    "Grete Heimnetz",
    "grete-pc7",
    "name",
    "Authorization: Basic ",
    "Bearer ",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "ﬁ",
    "İ",
];

fn snippet() -> impl Strategy<Value = String> {
    (any::<Index>(), 0_u64..4).prop_map(|(index, seed)| index.get(&TEMPLATES).render(seed).text)
}

/// A piece of a snippet.
fn cut(text: &str, from: Index, length: Index) -> String {
    let chars: Vec<char> = text.chars().collect();
    let from = from.index(chars.len().max(1));
    chars.iter().skip(from).take(length.index(60)).collect()
}

fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => snippet(),
        2 => (snippet(), any::<Index>(), any::<Index>()).prop_map(|(text, from, length)| cut(&text, from, length)),
        6 => select(MARKS).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => "[a-zA-Z0-9_.@:/=-]{1,24}",
    ]
}

/// Any text, most of it private.
pub fn text() -> impl Strategy<Value = String> {
    let between = select(vec!["", " ", "\n", ", ", "\t", "\n\n"]);
    (prop::collection::vec(part(), 1..8), between).prop_map(|(parts, between)| parts.join(between))
}

/// Text without anything private.
pub fn clean() -> impl Strategy<Value = String> {
    let snippet = (any::<Index>(), 0_u64..4).prop_map(|(index, seed)| index.get(&CLEAN).render(seed).text);
    let line = (0_u32..90_000).prop_map(|i| {
        format!(
            "2031-05-02 12:34:56.{:03} [INFO] frame {i} took 3.5 ms, 0x7ffb{:08x}",
            i % 1000,
            i.wrapping_mul(0x9E37_79B9)
        )
    });
    let one = prop_oneof![2 => snippet, 1 => line];
    prop::collection::vec(one, 1..6).prop_map(|lines| lines.join("\n\n"))
}

#[derive(Clone, Debug)]
enum Change {
    Put(Index, u8),
    Remove(Index, Index),
    Repeat(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Put(at, byte)),
        (any::<Index>(), any::<Index>()).prop_map(|(at, length)| Change::Remove(at, length)),
        (any::<Index>(), any::<Index>()).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes.iter().filter(|_| !bytes.is_empty()).cloned().collect::<Vec<_>>() {
        if bytes.is_empty() {
            break;
        }
        let place = |at: Index, length: Index| {
            let at = at.index(bytes.len());
            at..(at + length.index(40)).min(bytes.len())
        };
        match change {
            Change::Put(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            Change::Remove(at, length) => drop(bytes.drain(place(at, length))),
            Change::Repeat(at, length) => {
                let piece = bytes[place(at, length)].to_vec();
                let at = at.index(bytes.len());
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

fn encoded(text: &str, encoding: u8) -> Vec<u8> {
    match encoding {
        1 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        2 => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        3 => WINDOWS_1251.encode(text).0.into_owned(),
        _ => text.as_bytes().to_vec(),
    }
}

/// Any bytes: a text in some encoding with broken places, or none at all.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let broken = (text(), 0_u8..8, prop::collection::vec(change(), 0..6))
        .prop_map(|(text, encoding, changes)| changed(encoded(&text, encoding), &changes));
    prop_oneof![9 => broken, 1 => prop::collection::vec(any::<u8>(), 0..400)]
}

const KEYS: &[&str] = &[
    "password",
    "user",
    "name",
    "token",
    "host",
    "ip",
    "serial",
    "id",
    "email",
    "phone",
    "lat",
    "lon",
    "steamId",
    "path",
    "message",
    "cookie",
    "pin",
    "birthDate",
    "x",
    "recovery_codes",
    "ssid",
    "passport",
    "card",
];

/// JSON with private values in strings, numbers, keys, and in JSON inside of strings; written close or over many lines.
pub fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => text().prop_map(serde_json::Value::from),
        1 => any::<i64>().prop_map(serde_json::Value::from),
        1 => (70_000_000_000_u64..89_999_999_999).prop_map(serde_json::Value::from),
        1 => (76_561_198_000_000_000_u64..76_561_199_000_000_000).prop_map(serde_json::Value::from),
        1 => (-90_000_000_i32..90_000_000).prop_map(|n| serde_json::Value::from(f64::from(n) / 1e6)),
        1 => Just(serde_json::Value::Null),
        1 => any::<bool>().prop_map(serde_json::Value::from),
        2 => (select(KEYS), text()).prop_map(|(key, value)| serde_json::json!({ key: value }).to_string().into()),
    ];
    let value = leaf.prop_recursive(3, 16, 4, |inner| {
        let key = prop_oneof![4 => select(KEYS).prop_map(str::to_owned), 1 => "\\PC{0,8}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(serde_json::Value::from),
            prop::collection::vec((key, inner), 0..4)
                .prop_map(|pairs| serde_json::Value::Object(pairs.into_iter().collect())),
        ]
    });
    (value, any::<bool>()).prop_map(|(value, pretty)| {
        // A number alone is a text like any other.
        let value = if value.is_object() || value.is_array() { value } else { serde_json::json!([value]) };
        if pretty { serde_json::to_string_pretty(&value).unwrap() } else { value.to_string() }
    })
}

/// A reader that gives pieces of the sizes given, over and over.
pub struct Pieces<'a> {
    bytes: &'a [u8],
    sizes: std::iter::Cycle<std::slice::Iter<'a, usize>>,
}

impl<'a> Pieces<'a> {
    pub fn new(bytes: &'a [u8], sizes: &'a [usize]) -> Self {
        Self { bytes, sizes: sizes.iter().cycle() }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes.next().copied().unwrap_or(1);
        let length = size.min(target.len()).min(self.bytes.len());
        let (now, rest) = self.bytes.split_at(length);
        target[..length].copy_from_slice(now);
        self.bytes = rest;
        Ok(length)
    }
}
