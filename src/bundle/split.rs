//! Which file goes into which part, when a bundle is larger than one part may be.

use std::path::{Path, PathBuf};

use super::Error;
use super::archive::size_bytes;
use super::spool::Packed;

/// What a line of the manifest takes beside its values.
const LINE_BYTES: u64 = 200;

/// What an entry adds to an archive at most: its bytes, and its line in the manifest.
fn cost(entry: &Packed) -> u64 {
    let line = serde_json::to_vec(&entry.listed).map_or(0, |json| json.len() as u64);
    entry.size_bytes + line + LINE_BYTES
}

/// The number of the part of each entry, from 1: the first part with room, in the order of `entries`.
///
/// `story_bytes` is what the first part holds anyway, `manifest_bytes` what every part's manifest takes without entries.
pub(super) fn parts(
    entries: &[Packed],
    story_bytes: &[u64],
    manifest_bytes: u64,
    limit_bytes: u64,
) -> Result<Vec<usize>, Error> {
    let mut held: Vec<Vec<u64>> = vec![story_bytes.iter().copied().chain([manifest_bytes]).collect()];
    let story = size_bytes(held[0].iter().copied());
    if story > limit_bytes {
        return Err(Error::TooLarge { entry: "incident.html".to_owned(), bytes: story, limit_bytes });
    }
    let mut numbers = Vec::new();
    for entry in entries {
        let cost = cost(entry);
        if size_bytes([manifest_bytes, cost]) > limit_bytes {
            return Err(Error::TooLarge { entry: entry.listed.path.clone(), bytes: entry.size_bytes, limit_bytes });
        }
        let fits = |part: &[u64]| size_bytes(part.iter().copied().chain([cost])) <= limit_bytes;
        let number = if let Some((number, part)) = held.iter_mut().enumerate().find(|(_, part)| fits(part)) {
            part.push(cost);
            number
        } else {
            held.push(vec![manifest_bytes, cost]);
            held.len() - 1
        };
        numbers.push(number + 1);
    }
    Ok(numbers)
}

/// The final names: `target` for one part, `name-1-of-3.zip` … for several.
pub(super) fn names(target: &Path, parts: usize) -> Vec<PathBuf> {
    if parts == 1 {
        return vec![target.to_owned()];
    }
    let name = |number| {
        let mut name = target.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-{number}-of-{parts}"));
        if let Some(extension) = target.extension() {
            name.push(".");
            name.push(extension);
        }
        target.with_file_name(name)
    };
    (1..=parts).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_by_number() {
        assert_eq!(names(Path::new("out/a.b.zip"), 1), [PathBuf::from("out/a.b.zip")]);
        let two = [PathBuf::from("out/a.b-1-of-2.zip"), PathBuf::from("out/a.b-2-of-2.zip")];
        assert_eq!(names(Path::new("out/a.b.zip"), 2), two);
    }
}
