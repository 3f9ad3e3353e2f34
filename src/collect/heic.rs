//! HEIC pictures as PNG, by what the system brings: `sips` on macOS, libheif's converter on Linux.

use std::path::{Path, PathBuf};

use super::copy::keep;
use super::probe::child;
use crate::platform;

/// Seconds a conversion may take.
const SECS: u64 = 30;

/// Converts the HEIC picture at `path`, which lies in `folder`, to a PNG beside it and tells that; none where it is no HEIC
/// picture, or the system has nothing to convert it with.
#[must_use]
pub fn converted(path: &Path, folder: &Path) -> Option<PathBuf> {
    let is_heic = infer::get_from_path(path).ok().flatten().is_some_and(|kind| kind.mime_type() == "image/heif");
    if !is_heic {
        return None;
    }
    let from = path.to_str()?;
    let stem = path.file_stem()?.to_str()?;
    let working = tempfile::tempdir_in(folder).ok()?;
    let target = working.path().join("converted.png");
    let to = target.to_str()?;
    let tools: [(&str, Vec<&str>); 3] = [
        ("sips", vec!["-s", "format", "png", from, "--out", to]),
        ("heif-dec", vec![from, to]),
        ("heif-convert", vec![from, to]),
    ];
    tools.iter().find(|(tool, args)| child(tool, args, SECS).is_ok() && target.is_file())?;
    let mut file = platform::temporary(folder).ok()?;
    std::io::copy(&mut std::fs::File::open(&target).ok()?, &mut file).ok()?;
    keep(file, folder, &format!("{stem}.png")).ok()
}
