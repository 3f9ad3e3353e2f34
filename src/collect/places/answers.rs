//! What a log answers of a destination's questions, such as the number of the last match.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use regex::Regex;

use super::FoundFile;
use super::catalogue::AnswerRule;

/// So much of the end of a log is searched, in bytes.
const END_BYTES: u64 = 4 << 20;

/// The answers in the newest file of each rule.
pub fn answers(rules: &[AnswerRule], files: &[FoundFile]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for rule in rules {
        let named = |file: &&FoundFile| file.path.file_name().is_some_and(|name| *name == *rule.file);
        // Held valid by a test.
        let (Some(file), Ok(pattern)) = (files.iter().find(named), Regex::new(&rule.pattern)) else { continue };
        let text = end(&file.path).unwrap_or_default();
        let last =
            pattern.captures_iter(&text).last().and_then(|found| found.get(1).map(|group| group.as_str().to_owned()));
        if let Some(answer) = last {
            found.insert(rule.field.clone(), answer);
        }
    }
    found
}

fn end(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let size = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(size.saturating_sub(END_BYTES))).ok()?;
    let mut bytes = Vec::new();
    file.take(END_BYTES).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
