//! Which encoding a text is in, judged from samples of it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// The WHATWG label of the text in `samples` (pieces of one file, its start first); `None` if it is no text.
/// A text of nothing but ASCII is `utf-8`.
pub fn detect(samples: &[Vec<u8>]) -> Option<&'static str> {
    let head = samples.first()?;
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Some(label(encoding.name()));
    }
    if let Some(utf16) = utf16(head) {
        return Some(utf16);
    }
    if samples.iter().any(|sample| is_binary(sample)) {
        return None;
    }
    if samples.iter().all(|sample| is_utf8(sample)) {
        return Some("utf-8");
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for sample in samples {
        detector.feed(sample, false);
    }
    detector.feed(&[], true);
    Some(label(detector.guess(None, Utf8Detection::Deny).name()))
}

/// `bytes` as text; a mark at the start is left out, what is broken becomes U+FFFD.
pub fn decode(bytes: &[u8], label: &str) -> String {
    let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    encoding.decode(bytes).0.into_owned()
}

/// The lower-case label of an encoding by its name.
fn label(name: &'static str) -> &'static str {
    const LABELS: [&str; 14] = [
        "utf-8",
        "utf-16le",
        "utf-16be",
        "windows-1251",
        "windows-1252",
        "windows-1250",
        "koi8-r",
        "koi8-u",
        "ibm866",
        "gbk",
        "big5",
        "shift_jis",
        "euc-jp",
        "euc-kr",
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
    // Text in Cyrillic has few zeros, only in spaces, digits and line ends.
    if odd * 20 >= pairs && even == 0 && (odd * 2 >= pairs || feeds([b'\n', 0])) {
        return Some("utf-16le");
    }
    (even * 20 >= pairs && odd == 0 && (even * 2 >= pairs || feeds([0, b'\n']))).then_some("utf-16be")
}

fn is_binary(sample: &[u8]) -> bool {
    // Backspace, form feed, escape and the old end-of-file mark stand in real logs.
    let odd = sample.iter().filter(|byte| matches!(byte, 0..=6 | 14..=25 | 28..=31)).count();
    sample.contains(&0) || odd * 100 > sample.len()
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
        assert_eq!(found(&[0x7f, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0]), None);
    }

    #[test]
    fn a_cut_character_is_no_other_encoding() {
        let text = "я".repeat(10);
        assert_eq!(detect(&[text.as_bytes()[..5].to_vec(), text.as_bytes()[1..].to_vec()]), Some("utf-8"));
        assert_eq!(detect(&[]), None);
    }
}
