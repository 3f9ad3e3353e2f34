//! Which encoding a text is in, judged from samples of it.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// The WHATWG label of the text in `samples` (pieces of one file, its start first); `None` if it is no text.
/// A text of nothing but ASCII is `utf-8`. Zero bytes do not make a text something else: a power cut leaves runs of them.
pub fn detect(samples: &[Vec<u8>]) -> Option<&'static str> {
    recognise(samples, is_text)
}

/// The same for what its user or its name calls a text: it is one as long as most of its bytes can be printed.
pub fn detect_named(samples: &[Vec<u8>]) -> Option<&'static str> {
    recognise(samples, is_mostly_text)
}

fn recognise(samples: &[Vec<u8>], is_text: fn(&[u8]) -> bool) -> Option<&'static str> {
    let samples: Vec<&[u8]> = samples.iter().map(|sample| without_zero_ends(sample)).collect();
    let samples: Vec<&[u8]> = samples.into_iter().filter(|sample| !sample.is_empty()).collect();
    let head = samples.first()?;
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Some(label(encoding.name()));
    }
    if let Some(utf16) = utf16(head) {
        return Some(utf16);
    }
    if !samples.iter().all(|sample| is_text(sample)) {
        return None;
    }
    if samples.iter().all(|sample| is_utf8(sample)) {
        return Some("utf-8");
    }
    // A text that became mixed is what most of it is.
    if samples.iter().all(|sample| settled(sample, "utf-8") == "utf-8") {
        return Some("utf-8");
    }
    Some(guess(samples.into_iter()))
}

/// The older encoding of a text that is not UTF-8.
fn guess<'a>(samples: impl Iterator<Item = &'a [u8]> + Clone) -> &'static str {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let (mut beyond, mut alone) = (0, true);
    for sample in samples.map(whole_lines) {
        detector.feed(sample, false);
        beyond += sample.iter().filter(|byte| !byte.is_ascii()).count();
        alone &= sample.windows(2).all(|pair| pair[0].is_ascii() || pair[1].is_ascii());
    }
    detector.feed(&[], true);
    let guessed = label(detector.guess(None, Utf8Detection::Deny).name());
    // A few signs of their own among plain words, such as `\xa9` or `\x96`, are too little to tell a language by.
    if beyond < FEW_SIGNS && alone && !matches!(guessed, "windows-1250" | "windows-1251") {
        return "windows-1252";
    }
    guessed
}

/// A sample without the lines that its ends have cut: half a character misleads.
fn whole_lines(sample: &[u8]) -> &[u8] {
    let (first, last) = (memchr::memchr(b'\n', sample), memchr::memrchr(b'\n', sample));
    match first.zip(last) {
        Some((first, last)) if sample.len() > 16 << 10 && last > first => &sample[first..last],
        _ => sample,
    }
}

/// The line that the byte at `at` stands in, or as much of it as tells enough.
fn line_around(text: &[u8], at: usize) -> std::ops::Range<usize> {
    const MOST_BYTES: usize = 512;
    let (before, after) = text.split_at(at.min(text.len()));
    let before = &before[before.len().saturating_sub(MOST_BYTES)..];
    let start = at - memchr::memrchr(b'\n', before).map_or(before.len(), |line| before.len() - line);
    let after = &after[..after.len().min(MOST_BYTES)];
    start..at + memchr::memchr(b'\n', after).unwrap_or(after.len())
}

/// Fewer signs beyond ASCII than this do not tell a language.
const FEW_SIGNS: usize = 8;

/// The most that is read to settle an encoding, in bytes.
const SETTLE_BYTES: u64 = 256 << 20;

/// What a text, of which samples were UTF-8, is in as a whole: a few broken bytes in a UTF-8 text do not make it another.
pub fn settle(source: impl Read, sampled: &'static str) -> io::Result<&'static str> {
    if sampled != "utf-8" {
        return Ok(sampled);
    }
    let mut source = source.take(SETTLE_BYTES);
    let mut block = vec![0; 256 << 10];
    let mut carried = 0;
    let (mut letters, mut broken, mut told) = (0_u64, 0_u64, Vec::new());
    loop {
        let length = source.read(&mut block[carried..])?;
        let all = carried + length;
        let mut rest = &block[..all];
        let mut told_to = 0;
        carried = 0;
        while !rest.is_ascii() {
            let (valid, skip) = match std::str::from_utf8(rest) {
                Ok(_) => (rest.len(), 0),
                // A character that the end of the block has cut.
                Err(error) if error.error_len().is_none() && length > 0 => {
                    carried = rest.len() - error.valid_up_to();
                    (error.valid_up_to(), carried)
                }
                Err(error) => {
                    broken += 1;
                    (error.valid_up_to(), error.error_len().unwrap_or(1))
                }
            };
            letters += rest[..valid].iter().filter(|byte| **byte >= 0xC0).count() as u64;
            if broken > 0 && told.len() < 1 << 20 {
                let at = all - rest.len() + valid;
                if at >= told_to {
                    let line = line_around(&block[..all], at);
                    told.extend_from_slice(&block[line.clone()]);
                    told_to = line.end;
                }
            }
            rest = &rest[(valid + skip).min(rest.len())..];
        }
        if length == 0 {
            break;
        }
        block.copy_within(all - carried..all, 0);
    }
    Ok(if broken == 0 || letters >= broken * 2 { "utf-8" } else { guess(std::iter::once(told.as_slice())) })
}

/// The same for a text at hand.
pub fn settled(text: &[u8], sampled: &'static str) -> &'static str {
    settle(text, sampled).unwrap_or(sampled)
}

/// `bytes` as text; a mark at the start is left out, what is broken becomes U+FFFD.
pub fn decode(bytes: &[u8], label: &str) -> String {
    let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    encoding.decode(bytes).0.into_owned()
}

/// The lower-case label of an encoding by its name.
fn label(name: &'static str) -> &'static str {
    const LABELS: [&str; 37] = [
        "utf-8",
        "utf-16le",
        "utf-16be",
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "windows-874",
        "iso-8859-2",
        "iso-8859-3",
        "iso-8859-4",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-7",
        "iso-8859-8",
        "iso-8859-8-i",
        "iso-8859-10",
        "iso-8859-13",
        "iso-8859-14",
        "iso-8859-15",
        "iso-8859-16",
        "koi8-r",
        "koi8-u",
        "ibm866",
        "macintosh",
        "gbk",
        "gb18030",
        "big5",
        "shift_jis",
        "euc-jp",
        "euc-kr",
        "iso-2022-jp",
    ];
    LABELS.into_iter().find(|label| label.eq_ignore_ascii_case(name)).unwrap_or(name)
}

/// UTF-16 without a mark: every second byte of Latin text and of line ends is zero.
fn utf16(head: &[u8]) -> Option<&'static str> {
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |place: usize| head.chunks_exact(2).filter(|pair| pair[place] == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let control = head.chunks_exact(2).filter(|pair| matches!(pair, [0..=8, 0] | [0, 1..=8])).count();
    if control > 0 {
        return None;
    }
    let feeds = |pair: [u8; 2]| head.chunks_exact(2).any(|found| found == pair);
    // Text in Cyrillic or Chinese has few zeros, in spaces, digits and line ends; a few signs, such as U+4E00, end with one.
    let is_told = |zeros: usize, others: usize, feed: [u8; 2], unit: fn([u8; 2]) -> u16| {
        zeros * 20 >= pairs
            && others * 4 <= zeros
            && (zeros * 2 >= pairs || feeds(feed))
            && (others == 0 || is_whole(head.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]))))
    };
    if is_told(odd, even, [b'\n', 0], u16::from_le_bytes) {
        return Some("utf-16le");
    }
    is_told(even, odd, [0, b'\n'], u16::from_be_bytes).then_some("utf-16be")
}

/// No half of a pair but at the ends, where the sample is cut, and nothing that is no letter.
fn is_whole(units: impl Iterator<Item = u16>) -> bool {
    let letters: Vec<_> = char::decode_utf16(units).collect();
    let inner = letters.get(1..letters.len().saturating_sub(1)).unwrap_or_default();
    inner.iter().all(|letter| {
        letter.as_ref().is_ok_and(|letter| !matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}'))
    })
}

/// The sample without the zero bytes it starts and ends with, from an even place, so that pairs of bytes stay pairs.
fn without_zero_ends(sample: &[u8]) -> &[u8] {
    let start = sample.iter().take_while(|byte| **byte == 0).count() & !1;
    let end = sample.iter().rposition(|byte| *byte != 0).map_or(start, |last| last + 1);
    sample.get(start..end).unwrap_or_default()
}

/// Few control characters, and zero bytes only among plenty of plain text.
fn is_text(sample: &[u8]) -> bool {
    let count = |wanted: fn(&u8) -> bool| sample.iter().filter(|byte| wanted(byte)).count();
    let zeros = count(|byte| *byte == 0);
    // Backspace, form feed, escape and the old end-of-file mark stand in real logs.
    let odd = count(|byte| matches!(byte, 1..=6 | 14..=25 | 28..=31));
    let plain = count(|byte| is_plain(*byte));
    odd * 100 <= sample.len() && (zeros == 0 || zeros * 10 <= sample.len() * 3 && plain * 3 >= sample.len())
}

/// Seven of ten bytes are plain text or belong to letters beyond it, not counting zero bytes.
fn is_mostly_text(sample: &[u8]) -> bool {
    let count = |wanted: fn(&u8) -> bool| sample.iter().filter(|byte| wanted(byte)).count();
    let told = count(|byte| *byte != 0);
    let plain = count(|byte| is_plain(*byte));
    let printed = plain + count(|byte| *byte >= 0x80);
    told * 2 >= sample.len() && printed * 10 >= told * 7 && (is_utf8(sample) || plain * 2 >= told)
}

fn is_plain(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~')
}

/// Whether `sample` is UTF-8, apart from characters cut at its ends.
fn is_utf8(sample: &[u8]) -> bool {
    let continued = sample.iter().take(3).take_while(|byte| **byte & 0xC0 == 0x80).count();
    match std::str::from_utf8(&sample[continued..]) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Option<&'static str> {
        detect(&[bytes.to_vec()])
    }

    #[test]
    fn encodings_are_told_apart() {
        let russian = "Ошибка при запуске программы: файл не найден, попробуйте ещё раз\r\n".repeat(4);
        let (legacy, ..) = encoding_rs::WINDOWS_1251.encode(&russian);
        assert_eq!(found(russian.as_bytes()), Some("utf-8"));
        assert_eq!(found(&legacy), Some("windows-1251"));
        assert_eq!(decode(&legacy, "windows-1251"), russian);
        assert_eq!(found(b"plain words\n"), Some("utf-8"));
        let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
        assert_eq!(found(&little("\u{feff}words")), Some("utf-16le"));
        assert_eq!(found(&little("words without a mark")), Some("utf-16le"));
        assert_eq!(found(&little(&russian)), Some("utf-16le"));
        assert_eq!(found(&big(&russian)), Some("utf-16be"));
        let chinese = "2031-02-03 04:05:06 错误：无法打开第一个文件，请稍后再试一次\r\n".repeat(4);
        assert_eq!(found(&little(&chinese)), Some("utf-16le"));
        assert_eq!(found(&big(&chinese)), Some("utf-16be"));
        assert_eq!(found(&[0x7f, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0]), None);
    }

    #[test]
    fn zero_bytes_do_not_hide_a_text() {
        let log = "2031-02-03 04:05:06 INFO user=alice\n".repeat(20);
        let with = |before: usize, after: usize| [vec![0; before], log.clone().into_bytes(), vec![0; after]].concat();
        assert_eq!(found(&with(0, 4096)), Some("utf-8"), "the tail a power cut leaves");
        assert_eq!(found(&with(4097, 0)), Some("utf-8"));
        assert_eq!(detect(&[log.clone().into_bytes(), vec![0; 512]]), Some("utf-8"));
        assert_eq!(found(log.replace(' ', "\0").as_bytes()), Some("utf-8"), "separated by zeros");
        let wide: Vec<u8> = log.encode_utf16().flat_map(u16::to_le_bytes).chain([0; 999]).collect();
        assert_eq!(found(&wide), Some("utf-16le"));
        assert_eq!(found(&[0; 64]), None);
        assert_eq!(found(&[0, 159, 146, 150]), None);
        assert_eq!(found(&b"\x01\x02\x03\0ab\0\0cd\x05".repeat(9)), None);
    }

    #[test]
    fn a_named_text_may_hold_a_few_odd_bytes() {
        let coded = b"\x01\x02INFO\x03 user=alice started\n".repeat(9);
        assert_eq!(found(&coded), None);
        assert_eq!(detect_named(&[coded]), Some("utf-8"));
        let noise: Vec<u8> = (0..=255).collect();
        assert_eq!(detect_named(&[noise]), None);
    }

    #[test]
    fn the_whole_settles_what_samples_could_not() {
        let russian = "Ошибка при запуске программы: файл не найден\n";
        let legacy = encoding_rs::WINDOWS_1251.encode(russian).0.into_owned();
        let plain = "plain words\n".repeat(9_000).into_bytes();
        assert_eq!(settled(&[plain.clone(), legacy.repeat(9)].concat(), "utf-8"), "windows-1251");
        assert_eq!(settled(&[plain.clone(), russian.into()].concat(), "utf-8"), "utf-8");
        let mixed = [russian.repeat(50).into_bytes(), b"\xff broken\n".to_vec(), plain.clone()].concat();
        assert_eq!((settled(&mixed, "utf-8"), found(&mixed)), ("utf-8", Some("utf-8")));
        assert_eq!(settled(&[plain.clone(), b"\xa9 Example \x96 5 \xb0\n".to_vec()].concat(), "utf-8"), "windows-1252");
        assert_eq!(settled(&[plain, "я".as_bytes()[..1].to_vec()].concat(), "windows-1251"), "windows-1251");
        for cut in 0..9 {
            let text = ["a".repeat((256 << 10) - cut), "яяяя".to_owned()].concat();
            assert_eq!(settled(text.as_bytes(), "utf-8"), "utf-8");
        }
    }

    #[test]
    fn half_a_character_misleads_nobody() {
        let lines: String = (0..9_000).map(|n| format!("{n} 错误 无法打开文件\n")).collect::<Vec<_>>().concat();
        let (gbk, ..) = encoding_rs::GBK.encode(&lines);
        let sample = |from: usize| gbk[from..from + (64 << 10)].to_vec();
        for shift in 0..4 {
            assert_eq!(detect(&[sample(0), sample(100_000 + shift)]), Some("gbk"));
        }
        let few = [b"plain words\n".repeat(9_000), gbk[..99].to_vec(), b"\nplain words\n".repeat(9_000)].concat();
        assert_eq!(settled(&few, "utf-8"), "gbk");
    }

    #[test]
    fn a_cut_character_is_no_other_encoding() {
        let text = "я".repeat(10);
        assert_eq!(detect(&[text.as_bytes()[..5].to_vec(), text.as_bytes()[1..].to_vec()]), Some("utf-8"));
        assert_eq!(detect(&[]), None);
    }
}
