//! How long and how large a video is, from its header: MP4 and MOV, Matroska and `WebM`, AVI.
//!
//! Never here: a frame, or more of the file than boxes on the way to the header. What a broken file does not tell stays
//! absent.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use crate::model::VideoFacts;

/// Boxes and elements that are looked at, at most.
const MOST_BOXES: usize = 20_000;
/// Boxes lie in boxes so deep at most.
const DEEPEST: usize = 6;

/// What the header of the video at `path` tells.
///
/// # Errors
/// The system's answer where it cannot be opened.
pub fn facts(path: &Path) -> io::Result<VideoFacts> {
    let mut reader = Header { file: BufReader::new(File::open(path)?), left: MOST_BOXES, facts: Facts::default() };
    let mut start = [0; 12];
    if reader.file.read_exact(&mut start).is_err() {
        return Ok(VideoFacts::default());
    }
    let end = reader.file.seek(SeekFrom::End(0))?;
    // A file that ends early or makes no sense tells what it has told so far.
    match &start {
        [0x1A, 0x45, 0xDF, 0xA3, ..] => reader.elements(0, end, 0),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'A', b'V', b'I', b' '] => reader.avi(),
        _ => reader.boxes(0, end, 0),
    };
    Ok(reader.facts.told())
}

#[derive(Default)]
struct Facts {
    seconds: Option<f64>,
    width: Option<u32>,
    height: Option<u32>,
    /// Nanoseconds of one tick of a Matroska file.
    tick: Option<u64>,
    ticks: Option<f64>,
}

impl Facts {
    fn told(self) -> VideoFacts {
        let ticks = self.ticks.map(|ticks| ticks * self.tick.unwrap_or(1_000_000) as f64 / 1e9);
        let seconds = self.seconds.or(ticks).filter(|seconds| seconds.is_finite() && (0.0..1e9).contains(seconds));
        VideoFacts { seconds: seconds.map(|seconds| seconds.round() as u64), width: self.width, height: self.height }
    }

    /// The largest of several tracks.
    fn size(&mut self, width: u32, height: u32) {
        if width > 0 && height > 0 && self.width.is_none_or(|known| known < width) {
            (self.width, self.height) = (Some(width), Some(height));
        }
    }
}

struct Header {
    file: BufReader<File>,
    left: usize,
    facts: Facts,
}

impl Header {
    fn at(&mut self, place: u64, bytes: &mut [u8]) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        self.file.seek(SeekFrom::Start(place)).ok()?;
        self.file.read_exact(bytes).ok()
    }

    /// Boxes of MP4: a length, a name, what is in it.
    fn boxes(&mut self, mut place: u64, end: u64, depth: usize) -> Option<()> {
        while place + 8 <= end && depth < DEEPEST {
            let mut head = [0; 16];
            self.at(place, &mut head[..8])?;
            let name = [head[4], head[5], head[6], head[7]];
            let mut inside = 8;
            let length = match u32::from_be_bytes([head[0], head[1], head[2], head[3]]) {
                0 => end - place,
                1 => {
                    self.at(place + 8, &mut head[8..])?;
                    inside = 16;
                    u64::from_be_bytes(head[8..].try_into().ok()?)
                }
                length => u64::from(length),
            };
            if length < inside {
                return None;
            }
            let next = place.checked_add(length)?.min(end);
            match &name {
                b"moov" | b"trak" => self.boxes(place + inside, next, depth + 1)?,
                b"mvhd" => self.movie(place + inside)?,
                b"tkhd" => self.track(place + inside)?,
                _ => {}
            }
            place = next;
        }
        Some(())
    }

    fn movie(&mut self, place: u64) -> Option<()> {
        let mut body = [0; 32];
        self.at(place, &mut body)?;
        let word = |at: usize| Some(u32::from_be_bytes(body.get(at..at + 4)?.try_into().ok()?));
        let (scale, length) = if body[0] == 1 {
            (word(20)?, u64::from_be_bytes(body[24..32].try_into().ok()?))
        } else {
            (word(12)?, u64::from(word(16)?))
        };
        if scale > 0 && length != u64::from(u32::MAX) && length != u64::MAX {
            self.facts.seconds = Some(length as f64 / f64::from(scale));
        }
        Some(())
    }

    fn track(&mut self, place: u64) -> Option<()> {
        let mut version = [0; 1];
        self.at(place, &mut version)?;
        let mut size = [0; 8];
        self.at(place + if version[0] == 1 { 88 } else { 76 }, &mut size)?;
        let edge = |at: usize| Some(u32::from(u16::from_be_bytes(size.get(at..at + 2)?.try_into().ok()?)));
        self.facts.size(edge(0)?, edge(4)?);
        Some(())
    }

    /// Elements of Matroska: a name, a length, what is in it.
    fn elements(&mut self, mut place: u64, end: u64, depth: usize) -> Option<()> {
        let mut size = [0, 0];
        while place + 2 <= end && depth < DEEPEST {
            let (name, name_length) = self.variable(place, false)?;
            let (length, length_length) = self.variable(place + name_length, true)?;
            let inside = place + name_length + length_length;
            let unknown = length == (1_u64 << (7 * length_length)) - 1;
            let next = if unknown { end } else { inside.checked_add(length)?.min(end) };
            match name {
                // Segment, Info, Tracks, TrackEntry, Video.
                0x1853_8067 | 0x1549_A966 | 0x1654_AE6B | 0xAE | 0xE0 => self.elements(inside, next, depth + 1)?,
                // A cluster: the pictures begin, the header is over.
                0x1F43_B675 => return None,
                0x2A_D7B1 => self.facts.tick = Some(self.integer(inside, length)?),
                0x4489 => self.facts.ticks = Some(self.float(inside, length)?),
                0xB0 => size[0] = u32::try_from(self.integer(inside, length)?).ok()?,
                0xBA => size[1] = u32::try_from(self.integer(inside, length)?).ok()?,
                _ => {}
            }
            place = next;
        }
        self.facts.size(size[0], size[1]);
        Some(())
    }

    /// A number of variable length and that length; `bare` takes away the bit that tells the length.
    fn variable(&mut self, place: u64, bare: bool) -> Option<(u64, u64)> {
        let mut bytes = [0; 8];
        self.at(place, &mut bytes[..1])?;
        let length = bytes[0].leading_zeros() as usize + 1;
        if length > 8 {
            return None;
        }
        self.at(place, &mut bytes[..length])?;
        if bare {
            bytes[0] &= (0xFF_u16 >> length) as u8;
        }
        Some((bytes[..length].iter().fold(0, |value, byte| value << 8 | u64::from(*byte)), length as u64))
    }

    fn integer(&mut self, place: u64, length: u64) -> Option<u64> {
        let mut bytes = [0; 8];
        let bytes = bytes.get_mut(..usize::try_from(length).ok()?)?;
        self.at(place, bytes)?;
        Some(bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
    }

    fn float(&mut self, place: u64, length: u64) -> Option<f64> {
        let bits = self.integer(place, length)?;
        match length {
            4 => Some(f64::from(f32::from_bits(u32::try_from(bits).ok()?))),
            8 => Some(f64::from_bits(bits)),
            _ => None,
        }
    }

    /// The main header of AVI always stands in the same place.
    fn avi(&mut self) -> Option<()> {
        let mut head = [0; 44];
        self.at(24, &mut head)?;
        if &head[..4] != b"avih" {
            return None;
        }
        let word = |at: usize| Some(u32::from_le_bytes(head.get(at..at + 4)?.try_into().ok()?));
        self.facts.seconds = Some(f64::from(word(8)?) * f64::from(word(24)?) / 1e6);
        self.facts.size(word(40)?, 0);
        let mut height = [0; 4];
        self.at(68, &mut height)?;
        self.facts.size(word(40)?, u32::from_le_bytes(height));
        Some(())
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
pub(super) mod tests {
    use super::*;

    /// A video of each kind.
    pub fn videos() -> [Vec<u8>; 3] {
        [mp4(), webm(), avi()]
    }

    fn told(bytes: &[u8]) -> VideoFacts {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clip");
        std::fs::write(&path, bytes).unwrap();
        facts(&path).unwrap()
    }

    fn a_box(name: [u8; 4], body: &[u8]) -> Vec<u8> {
        [&(body.len() as u32 + 8).to_be_bytes()[..], &name, body].concat()
    }

    fn mp4() -> Vec<u8> {
        let mut movie = vec![0; 100];
        movie[12..16].copy_from_slice(&600_u32.to_be_bytes());
        movie[16..20].copy_from_slice(&(600_u32 * 83).to_be_bytes());
        let track = |width: u16, height: u16| {
            let mut body = vec![0; 84];
            body[76..78].copy_from_slice(&width.to_be_bytes());
            body[80..82].copy_from_slice(&height.to_be_bytes());
            a_box(*b"trak", &a_box(*b"tkhd", &body))
        };
        let moov = [a_box(*b"mvhd", &movie), track(0, 0), track(1920, 1080)].concat();
        [a_box(*b"ftyp", b"isom\0\0\0\0"), a_box(*b"mdat", &[7; 5000]), a_box(*b"moov", &moov)].concat()
    }

    fn element(name: &[u8], body: &[u8]) -> Vec<u8> {
        [name, &[0x40 | (body.len() >> 8) as u8, body.len() as u8][..], body].concat()
    }

    fn webm() -> Vec<u8> {
        let info =
            [element(&[0x2A, 0xD7, 0xB1], &[0x0F, 0x42, 0x40]), element(&[0x44, 0x89], &12_500_f64.to_be_bytes())];
        let video = [element(&[0xB0], &[0x05, 0x00]), element(&[0xBA], &[0x02, 0xD0])].concat();
        let tracks = element(&[0xAE], &element(&[0xE0], &video));
        let segment = [
            element(&[0x15, 0x49, 0xA9, 0x66], &info.concat()),
            element(&[0x16, 0x54, 0xAE, 0x6B], &tracks),
            element(&[0x1F, 0x43, 0xB6, 0x75], &[9; 100]),
        ];
        // A segment of unknown length, as recorders write it.
        [element(&[0x1A, 0x45, 0xDF, 0xA3], b"head"), vec![0x18, 0x53, 0x80, 0x67, 0xFF], segment.concat()].concat()
    }

    fn avi() -> Vec<u8> {
        let mut avi = b"RIFF\0\0\0\0AVI LIST\0\0\0\0hdrlavih\x38\0\0\0".to_vec();
        let mut head = [0_u32; 14];
        (head[0], head[4], head[8], head[9]) = (40_000, 250, 640, 480);
        avi.extend(head.iter().flat_map(|word| word.to_le_bytes()));
        avi
    }

    #[test]
    fn headers_tell_length_and_size() {
        let video =
            |seconds, width, height| VideoFacts { seconds: Some(seconds), width: Some(width), height: Some(height) };
        assert_eq!(told(&mp4()), video(83, 1920, 1080));
        assert_eq!(told(&webm()), video(13, 1280, 720));
        assert_eq!(told(&avi()), video(10, 640, 480));
    }

    #[test]
    fn broken_headers_tell_less_and_end() {
        for whole in [mp4(), webm()] {
            for cut in (0..whole.len()).step_by(3) {
                told(&whole[..cut]);
                let mut broken = whole.clone();
                broken[cut] ^= 0xFF;
                told(&broken);
            }
        }
        let nested = (0..200).fold(Vec::new(), |inner, _| a_box(*b"moov", &inner));
        assert_eq!(told(&nested), VideoFacts::default());
        assert_eq!(told(&[0, 0, 0, 8, b'f', b'r', b'e', b'e'].repeat(100_000)), VideoFacts::default());
    }
}
