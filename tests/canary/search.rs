//! Looks for planted values in a finished file by means that share nothing with the program: unpacks, decodes, compares.

use std::io::{Cursor, Read};

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1251};

/// What was found: in which place, which value, in which spelling. ASCII case does not count.
pub fn search(name: &str, bytes: &[u8], values: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let needles: Vec<_> =
        values.iter().flat_map(|value| spellings(value).into_iter().map(move |one| (value, one))).collect();
    for (place, bytes) in layers(name, bytes) {
        let bytes = bytes.to_ascii_lowercase();
        for (value, (spelling, needle)) in &needles {
            if memchr::memmem::find(&bytes, &needle.to_ascii_lowercase()).is_some() {
                found.push(format!("{place}: {value} as {spelling}"));
            }
        }
    }
    found
}

/// The file itself, and whatever is packed or encoded in it.
fn layers(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut all = vec![(name.to_owned(), bytes.to_vec())];
    let mut at = 0;
    while at < all.len() {
        let (name, bytes) = all[at].clone();
        at += 1;
        assert!(all.len() < 500, "layers without end");
        if bytes.starts_with(b"PK\x03\x04") {
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            all.push((format!("{name}: comment"), zip.comment().to_vec()));
            for index in 0..zip.len() {
                let mut file = zip.by_index(index).unwrap();
                let inner = file.name().unwrap().into_owned();
                let told =
                    [inner.as_bytes(), file.comment().as_bytes(), &file.extra_data().unwrap_or_default()].concat();
                all.push((format!("{name}: what is told of {inner}"), told));
                let mut content = Vec::new();
                file.read_to_end(&mut content).unwrap();
                all.push((format!("{name}/{inner}"), content));
            }
        } else if bytes.starts_with(&[0x1F, 0x8B]) {
            let mut content = Vec::new();
            flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut content).unwrap();
            all.push((format!("{name} unpacked"), content));
        } else if bytes.starts_with(b"\x89PNG") {
            all.extend(zlib(&bytes).into_iter().map(|text| (format!("{name}: packed in a chunk"), text)));
        } else {
            all.extend(base64_runs(&bytes).into_iter().map(|run| (format!("{name} as base64"), run)));
            if name.ends_with(".eml") {
                all.push((format!("{name} as quoted-printable"), quoted_printable(&bytes)));
            }
        }
    }
    all
}

/// What is packed in chunks of a PNG picture, text among them.
fn zlib(bytes: &[u8]) -> Vec<Vec<u8>> {
    let starts = memchr::memchr_iter(0x78, bytes);
    starts
        .filter_map(|start| {
            let mut text = Vec::new();
            flate2::read::ZlibDecoder::new(&bytes[start..]).take(1 << 20).read_to_end(&mut text).ok()?;
            Some(text)
        })
        .collect()
}

/// Long runs of base64, decoded; lines of a mail are one run.
fn base64_runs(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut runs = Vec::new();
    let mut run: Vec<u8> = Vec::new();
    let mut end = |run: &mut Vec<u8>| {
        if run.len() >= 16 {
            runs.push(base64(run));
        }
        run.clear();
    };
    for byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' | b'-' | b'_' => run.push(*byte),
            b'\r' | b'\n' if run.len() >= 76 => {}
            _ => end(&mut run),
        }
    }
    end(&mut run);
    runs
}

fn base64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            _ => 63,
        };
        bits = (bits << 6) | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).replace("=\r\n", "").replace("=\n", "");
    let text = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let hex = text.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| text[at] == b'=');
        out.push(byte.unwrap_or(if text[at] == b'_' { b' ' } else { text[at] }));
        at += if byte.is_some() { 3 } else { 1 };
    }
    out
}

fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn escaped(text: &str) -> String {
    let escape = |unit: u16| if unit < 128 { char::from(unit as u8).to_string() } else { format!("\\u{unit:04x}") };
    text.encode_utf16().map(escape).collect()
}

fn spellings(value: &str) -> Vec<(&'static str, Vec<u8>)> {
    let (le, be): (Vec<u8>, Vec<u8>) = (
        value.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        value.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    );
    assert_eq!(UTF_16LE.decode(&le).0, UTF_16BE.decode(&be).0);
    vec![
        ("text", value.as_bytes().to_vec()),
        ("UTF-16LE", le),
        ("UTF-16BE", be),
        ("windows-1251", WINDOWS_1251.encode(value).0.into_owned()),
        ("percent", percent(value).into_bytes()),
        ("\\u", escaped(value).into_bytes()),
        ("underscores", value.replace(' ', "_").into_bytes()),
        ("hyphens", value.replace(' ', "-").into_bytes()),
        ("backwards", value.chars().rev().collect::<String>().into_bytes()),
        ("hex", value.bytes().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes()),
    ]
}
