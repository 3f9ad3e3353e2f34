//! The first frame of a video, by `ffmpeg` where it is installed. It is never needed.

use std::path::Path;

use super::probe::child;

/// Seconds it may take.
const SECS: u64 = 15;
/// Width of the frame in pixels.
const WIDTH: u32 = 720;

/// The first frame of the video at `path`, as PNG; none without ffmpeg, or where it cannot read it.
#[must_use]
pub fn first_frame(path: &Path) -> Option<Vec<u8>> {
    let path = format!("file:{}", path.to_str()?);
    let scale = format!("scale='min({WIDTH},iw)':-2");
    // A playlist in disguise must not lead anywhere: this file and no other protocol.
    let args = [
        "-nostdin",
        "-v",
        "error",
        "-protocol_whitelist",
        "file",
        "-i",
        &path,
        "-frames:v",
        "1",
        "-vf",
        &scale,
        "-c:v",
        "png",
        "-f",
        "image2pipe",
        "-",
    ];
    child("ffmpeg", &args, SECS).ok().filter(|picture| !picture.is_empty())
}
