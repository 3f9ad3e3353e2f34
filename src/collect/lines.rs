//! The lines of a text file of any size, by raw bytes: where each begins and ends, and how it starts.
//!
//! Never here: more than one block and the start of one line in memory, or bytes that were added after the reading began.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::Encoding;

/// How much of a line is kept, in bytes.
const HEAD_BYTES: usize = 1024;
const BLOCK_BYTES: usize = 256 << 10;

/// How a text writes its line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// One byte: UTF-8.
    Bytes,
    /// One byte at a line end; an older encoding that extends ASCII.
    Coded(&'static Encoding),
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
}

impl Units {
    /// The units of an encoding, by its WHATWG label.
    pub fn of(encoding: &str) -> Self {
        match encoding {
            "utf-16le" => Self::Utf16Le,
            "utf-16be" => Self::Utf16Be,
            "" | "utf-8" => Self::Bytes,
            _ => Encoding::for_label(encoding.as_bytes()).map_or(Self::Bytes, Self::Coded),
        }
    }

    /// Whether the line feed byte at `at` in `block`, a block from an even offset, is a line end.
    fn ends_line(self, block: &[u8], at: usize) -> bool {
        match self {
            Self::Bytes | Self::Coded(_) => true,
            Self::Utf16Le => at.is_multiple_of(2) && block.get(at + 1) == Some(&0),
            Self::Utf16Be => at % 2 == 1 && block[at - 1] == 0,
        }
    }

    /// How far behind its line feed byte a line ends.
    fn after_feed(self) -> usize {
        if self == Self::Utf16Le { 2 } else { 1 }
    }

    /// Where lines end in `block`, a block from an even offset.
    pub fn ends(self, block: &[u8]) -> impl DoubleEndedIterator<Item = usize> + '_ {
        memchr::memchr_iter(b'\n', block)
            .filter(move |at| self.ends_line(block, *at))
            .map(move |at| at + self.after_feed())
    }

    /// The encoding.
    pub fn encoding(self) -> &'static Encoding {
        match self {
            Self::Bytes => encoding_rs::UTF_8,
            Self::Coded(encoding) => encoding,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
        }
    }

    /// The start of a line as UTF-8, without the codes that colour it.
    pub fn plain(self, raw: &mut Vec<u8>) {
        let encoding = self.encoding();
        if encoding != encoding_rs::UTF_8 && (!raw.is_ascii() || !encoding.is_ascii_compatible()) {
            let text = encoding.decode_without_bom_handling(raw).0;
            *raw = text.trim_start_matches('\u{feff}').as_bytes().to_vec();
        }
        if memchr::memchr(0x1B, raw).is_some() {
            without_codes(raw);
        }
    }
}

/// Takes out `ESC [ … letter`.
fn without_codes(raw: &mut Vec<u8>) {
    let mut kept = Vec::with_capacity(raw.len());
    let mut bytes = raw.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte == 0x1B && bytes.next_if_eq(&b'[').is_some() {
            while bytes.next().is_some_and(|byte| !(0x40..0x7F).contains(&byte)) {}
        } else if byte != 0x1B {
            kept.push(byte);
        }
    }
    *raw = kept;
}

/// One line of a file.
pub struct Line<'a> {
    /// Offset of its first byte.
    pub start: u64,
    /// Offset behind its line end.
    pub end: u64,
    /// How it starts, without its line end and colours; UTF-8 unless the file is broken.
    pub head: &'a [u8],
    /// Whether it has a line end.
    pub is_whole: bool,
}

/// Reads lines from the start of a file up to the size it had at first.
pub struct Lines<R> {
    source: R,
    keep: usize,
    left: u64,
    units: Units,
    block: Vec<u8>,
    at: usize,
    offset: u64,
    head: Vec<u8>,
}

impl<R: Read> Lines<R> {
    /// The lines in the first `size` bytes of `source`.
    pub fn new(source: R, size: u64, units: Units) -> Self {
        Self { source, keep: HEAD_BYTES, left: size, units, block: Vec::new(), at: 0, offset: 0, head: Vec::new() }
    }

    /// Keeps so many bytes of each line.
    pub fn keeping(self, keep: usize) -> Self {
        Self { keep, ..self }
    }

    /// The next line; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        let start = self.offset;
        self.head.clear();
        let mut is_whole = false;
        loop {
            if self.at == self.block.len() && !self.fill()? {
                if self.offset == start {
                    return Ok(None);
                }
                break;
            }
            // Searched from an even place, so that pairs of bytes stay pairs.
            let rest = &self.block[self.at..];
            let end = self.units.ends(rest).next();
            let taken = end.unwrap_or(rest.len());
            let room = self.keep.saturating_sub(self.head.len());
            self.head.extend_from_slice(&rest[..taken.min(room)]);
            self.at += taken;
            self.offset += taken as u64;
            if end.is_some() {
                is_whole = true;
                break;
            }
        }
        self.units.plain(&mut self.head);
        let mut head = self.head.as_slice();
        if start == 0 {
            head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        }
        let trailing = head.iter().rev().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        Ok(Some(Line { start, end: self.offset, head: &head[..head.len() - trailing], is_whole }))
    }

    fn fill(&mut self) -> io::Result<bool> {
        self.block.resize(usize::try_from(self.left).unwrap_or(BLOCK_BYTES).min(BLOCK_BYTES), 0);
        self.at = 0;
        let length = read_full(&mut self.source, &mut self.block)?;
        self.block.truncate(length);
        // A file that became shorter ends here.
        self.left = if length < BLOCK_BYTES { 0 } else { self.left - length as u64 };
        Ok(length > 0)
    }
}

/// Reads until `block` is full or the source ends.
pub fn read_full(source: &mut impl Read, block: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < block.len() {
        match source.read(&mut block[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

/// How many lines are in the bytes from `start` to `end`; a last line without a line end counts.
pub fn count(file: &mut (impl Read + Seek), start: u64, end: u64, units: Units) -> io::Result<u64> {
    file.seek(SeekFrom::Start(start))?;
    let mut left = end.saturating_sub(start);
    let mut block = vec![0; BLOCK_BYTES];
    let (mut lines, mut open) = (0, false);
    while left > 0 {
        let wanted = usize::try_from(left).unwrap_or(BLOCK_BYTES).min(BLOCK_BYTES);
        let length = read_full(file, &mut block[..wanted])?;
        let mut last = 0;
        for end in units.ends(&block[..length]) {
            lines += 1;
            last = end;
        }
        open = last < length;
        left -= length as u64;
        if length < wanted {
            break;
        }
    }
    Ok(lines + u64::from(open))
}

/// Where the last `lines` lines before `end` begin, looked for from the end backwards, not before `start`.
pub fn tail_start(file: &mut (impl Read + Seek), start: u64, end: u64, lines: usize, units: Units) -> io::Result<u64> {
    let mut block = vec![0; BLOCK_BYTES];
    let mut block_end = end;
    let mut left = lines;
    while block_end > start {
        // Blocks begin at even offsets, so that pairs of bytes stay pairs.
        let block_start = (block_end - 1).saturating_sub(BLOCK_BYTES as u64 - 2).max(start) & !1;
        let length = usize::try_from(block_end - block_start).unwrap_or(0);
        file.seek(SeekFrom::Start(block_start))?;
        let length = read_full(file, &mut block[..length])?;
        for line_end in units.ends(&block[..length]).rev() {
            let at = block_start + line_end as u64;
            // What ends at the very end is the last line, it begins none.
            if at >= end {
                continue;
            }
            left = left.saturating_sub(1);
            if left == 0 {
                return Ok(at.max(start));
            }
        }
        block_end = block_start;
    }
    Ok(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn all(bytes: &[u8], units: Units) -> Vec<(u64, u64, String)> {
        let mut lines = Lines::new(bytes, bytes.len() as u64, units);
        let mut found = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            found.push((line.start, line.end, String::from_utf8_lossy(line.head).into_owned()));
        }
        found
    }

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn lines_have_their_places() {
        assert_eq!(
            all(b"a\r\nbc\n\nd", Units::Bytes),
            [(0, 3, "a".into()), (3, 6, "bc".into()), (6, 7, String::new()), (7, 8, "d".into()),]
        );
        assert!(all(b"", Units::Bytes).is_empty());
    }

    #[test]
    fn pairs_of_bytes_stay_pairs() {
        // U+0A0A and U+0A00 hold the byte of a line feed, but are none.
        let text = utf16("\u{feff}a\u{a0a}\r\nb\u{a00}c\n");
        let found = all(&text, Units::Utf16Le);
        assert_eq!(found.iter().map(|line| line.2.as_str()).collect::<Vec<_>>(), ["a\u{a0a}", "b\u{a00}c"]);
        let mut big = text.clone();
        big.chunks_exact_mut(2).for_each(|pair| pair.swap(0, 1));
        assert_eq!(all(&big, Units::Utf16Be), found);
    }

    #[test]
    fn starts_of_lines_are_plain_text() {
        let text = all("\u{1b}[32m12:00\u{1b}[0m a\n".as_bytes(), Units::Bytes);
        assert_eq!(text[0].2, "12:00 a");
        let (gbk, ..) = encoding_rs::GBK.encode("下午2:11 a\n");
        assert_eq!(all(&gbk, Units::of("gbk"))[0].2, "下午2:11 a");
        assert_eq!(Units::of("utf-8"), Units::Bytes);
    }

    #[test]
    fn a_long_line_keeps_only_its_start() {
        let text = [vec![b'x'; 3 * BLOCK_BYTES], b"\ny\n".to_vec()].concat();
        let found = all(&text, Units::Bytes);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].2.len(), HEAD_BYTES);
        assert_eq!(found[1].2, "y");
    }

    #[test]
    fn what_was_added_later_is_not_read() {
        let mut lines = Lines::new(&b"a\nb\nc\n"[..], 4, Units::Bytes);
        let mut count = 0;
        while lines.next().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, 2);
    }

    #[test]
    fn tails_are_found_backwards() {
        let mut file = tempfile::tempfile().unwrap();
        let text = (0..100_000).map(|n| format!("line {n}")).collect::<Vec<_>>().join("\n") + "\n";
        file.write_all(text.as_bytes()).unwrap();
        let size = text.len() as u64;
        let start = tail_start(&mut file, 0, size, 60_000, Units::Bytes).unwrap();
        assert!(text[usize::try_from(start).unwrap()..].starts_with("line 40000\n"));
        assert_eq!(count(&mut file, 0, start, Units::Bytes).unwrap(), 40_000);
        assert_eq!(count(&mut file, start, size - 1, Units::Bytes).unwrap(), 60_000);
        assert_eq!(tail_start(&mut file, 0, size, 100_001, Units::Bytes).unwrap(), 0);
    }

    #[test]
    fn tails_of_utf_16_are_found_too() {
        let mut file = tempfile::tempfile().unwrap();
        let text = utf16(&((0..90_000).map(|n| format!("\u{a0a}{n}")).collect::<Vec<_>>().join("\n") + "\n"));
        file.write_all(&text).unwrap();
        let start = tail_start(&mut file, 0, text.len() as u64, 80_000, Units::Utf16Le).unwrap();
        assert_eq!(count(&mut file, start, text.len() as u64, Units::Utf16Le).unwrap(), 80_000);
        assert!(text[usize::try_from(start).unwrap()..].starts_with(&utf16("\u{a0a}10000\n")));
    }
}
