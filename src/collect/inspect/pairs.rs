//! Lines of the form `Key: value` and amounts of memory, as dozens of tools write them.

/// A line as key and value, both without blanks around; a line without a colon has none.
pub fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once([':', '\u{ff1a}'])?;
    Some((key.trim_matches(is_edge), value.trim()))
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '*' | '>')
}

/// Words with one blank between them; `None` for nothing.
pub fn words(text: &str) -> Option<String> {
    Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
}

/// Maker and model of a computer; a model that begins with its maker says both.
pub fn computer(maker: Option<String>, model: &str) -> Option<String> {
    match (maker, words(model)) {
        (Some(maker), Some(model)) if !model.starts_with(&maker) => Some(format!("{maker} {model}")),
        (maker, model) => model.or(maker),
    }
}

/// `x64-based PC` in any language: what Windows' reports tell behind maker and model.
pub fn is_platform(value: &str) -> bool {
    let is_name = |word: &str| ["x64", "x86", "arm64"].iter().any(|name| word.eq_ignore_ascii_case(name));
    value.chars().count() < 40 && value.split([' ', '-', '\u{2011}']).any(is_name)
}

/// Units of memory with their power of 1,024, as several languages write them.
const UNITS: [(&str, u32); 22] = [
    ("tib", 4),
    ("gib", 3),
    ("mib", 2),
    ("kib", 1),
    ("tb", 4),
    ("gb", 3),
    ("mb", 2),
    ("kb", 1),
    ("тб", 4),
    ("гб", 3),
    ("мб", 2),
    ("кб", 1),
    ("to", 4),
    ("go", 3),
    ("mo", 2),
    ("ko", 1),
    ("gi", 3),
    ("mi", 2),
    ("g", 3),
    ("m", 2),
    ("t", 4),
    ("byte", 0),
];

/// An amount such as `16384MB RAM`, `15,9 GB`, `16.384 MB`, `7877MiB`, `31.2 GiB (18%)` in bytes.
pub fn bytes(text: &str) -> Option<u64> {
    let text = text.trim();
    let is_part = |c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '\u{2019}' | ' ' | '\u{a0}' | '\u{202f}' | '\u{fffd}')
    };
    let end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    let unit: String = text[end..].chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let (_, power) = UNITS.iter().find(|(known, power)| unit == *known || *power == 0 && unit.starts_with(known))?;
    let whole = *power < 3;
    let amount = number(&text[..end], whole)?;
    let bytes = amount * 1024_f64.powi((*power).try_into().ok()?);
    (0.0..1e18).contains(&bytes).then_some(bytes as u64)
}

/// A number with marks between thousands or before decimals. Of small units (`whole`) there are many, so that three digits
/// behind a mark are thousands.
pub fn number(text: &str, whole: bool) -> Option<f64> {
    let text = text.trim().trim_end_matches(['.', ',']);
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let Some((last, mark)) = marks.last().copied() else { return text.parse().ok() };
    let behind = &text[last + mark.len_utf8()..];
    let repeated = marks.iter().filter(|(_, c)| *c == mark).count() > 1;
    let thousands = !matches!(mark, '.' | ',') || repeated || behind.len() == 3 && whole;
    let number = if thousands { digits(text) } else { format!("{}.{behind}", digits(&text[..last])) };
    number.parse().ok()
}

/// A version made of numbers, `31.0.15.3118`, at the start of `text`.
pub fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 4 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_many_forms() {
        let gib = |amount: f64| Some((amount * 1024.0 * 1024.0 * 1024.0) as u64);
        for (text, expected) in [
            ("16384MB RAM", gib(16.0)),
            ("16.384 MB", gib(16.0)),
            ("16,384 MB", gib(16.0)),
            ("16\u{a0}384 МБ", gib(16.0)),
            ("16 384 Mo", gib(16.0)),
            ("16 GB", gib(16.0)),
            ("16,0 GB", gib(16.0)),
            ("16.00 GiB (18%)", gib(16.0)),
            ("1,048,576 bytes", Some(1 << 20)),
            ("512.0 MB", Some(512 << 20)),
            ("32 kB", Some(32 << 10)),
            ("16G", gib(16.0)),
            ("", None),
            ("n/a", None),
            ("MB", None),
            ("16 stones", None),
        ] {
            assert_eq!(bytes(text), expected, "{text}");
        }
    }

    #[test]
    fn keys_and_values() {
        assert_eq!(pair("   Card name: A: b "), Some(("Card name", "A: b")));
        assert_eq!(pair("nothing"), None);
        assert!(is_version("31.0.15.3118") && !is_version("31.0.15") && !is_version("1.2.3.x"));
    }
}
