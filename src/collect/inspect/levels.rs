//! How bad a record is, by the word or the letter in the start of its line.

use std::sync::LazyLock;

use regex::bytes::{Regex, RegexBuilder};

/// A level as a word of its own in capitals, in brackets, before a colon, or as a value.
static MARKED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = "fatal|critical|crit|alert|emerg|severe|panic|error|err|warning|warn|notice|information|info|debug|verbose|trace|fine";
    let pattern = format!(
        r#"(?:^|[\s\[({{<|/:;,"'=-])(?:(?-i:({}))(?:[\])>|:;,"'\s-]|$)|[\[(<|/]({words})[\])>|:]|level=["']?({words})\b|"level": ?"({words})")"#,
        words.to_uppercase()
    );
    RegexBuilder::new(&pattern).unicode(false).case_insensitive(true).build().ok()
});

/// One or three letters for a level: `E/Tag`, `E0203 04:05:06`, `1 2 E Tag`, `(EE)`, `[ERR]`, `type="3"`.
static SHORT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = r#"^(?:\s+\d+\s+\d+\s+|\s*)([VDIWEF])(?:/|\s+\S+\s*:)|^([DIWEF])\d{4} |\((EE|WW|II)\)|[\[ |](INF|WRN|ERR|DBG|VRB|FTL)[\]|:]|type="([123])""#;
    RegexBuilder::new(pattern).unicode(false).build().ok()
});

/// A level in small letters right behind the time.
static LEADING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern =
        r"^[\s\])|,:-]*(fatal|critical|severe|error|warning|warn|notice|info|config|debug|finest|finer|fine|trace)\b";
    RegexBuilder::new(pattern).unicode(false).case_insensitive(true).build().ok()
});

/// The level of a record, looked for in the start of its line, first behind its time.
pub fn level(line: &[u8], after: usize) -> Option<&'static str> {
    find(line, after).map(|(level, _)| level)
}

/// The same, and where its word ends if that stands behind the time.
pub fn find(line: &[u8], after: usize) -> Option<(&'static str, Option<usize>)> {
    let start = &line[..line.len().min(after + 200)];
    let behind = start.get(after..).unwrap_or_default();
    let leading = LEADING.as_ref().and_then(|pattern| pattern.captures(behind)?.get(1));
    let marked =
        |text| MARKED.as_ref().and_then(|pattern: &Regex| pattern.captures(text)?.iter().skip(1).flatten().next());
    if let Some(word) = leading.or_else(|| marked(behind)) {
        return Some((name(word.as_bytes()), Some(after + word.end())));
    }
    let Some(word) = marked(&start[..after.min(start.len())]) else {
        let short =
            |text| SHORT.as_ref().and_then(|pattern: &Regex| pattern.captures(text)?.iter().skip(1).flatten().next());
        return short(behind).or_else(|| short(start)).map(|word| (by_letter(word.as_bytes()), None));
    };
    Some((name(word.as_bytes()), None))
}

/// The level that a line begins with.
pub fn at_start(line: &[u8]) -> Option<&'static str> {
    let found = LEADING.as_ref().and_then(|pattern| pattern.captures(line)?.get(1))?;
    let is_capital = found.as_bytes().iter().all(u8::is_ascii_uppercase);
    is_capital.then(|| name(found.as_bytes()))
}

fn by_letter(word: &[u8]) -> &'static str {
    match word {
        b"E" | b"F" | b"EE" | b"ERR" | b"FTL" | b"3" => "error",
        b"W" | b"WW" | b"WRN" | b"2" => "warn",
        b"I" | b"II" | b"INF" | b"1" => "info",
        b"D" | b"DBG" => "debug",
        _ => "trace",
    }
}

fn name(word: &[u8]) -> &'static str {
    match word.to_ascii_lowercase().as_slice() {
        b"fatal" | b"critical" | b"crit" | b"alert" | b"emerg" | b"severe" | b"panic" | b"error" | b"err" => "error",
        b"warning" | b"warn" => "warn",
        b"notice" => "notice",
        b"debug" | b"fine" | b"finer" | b"finest" | b"config" => "debug",
        b"trace" | b"verbose" => "trace",
        _ => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_found() {
        let of = |line: &str| level(line.as_bytes(), 0);
        assert_eq!(of("[main/WARN] [Loader]: An error happened"), Some("warn"));
        assert_eq!(of("[notice] child in error state 6"), Some("notice"));
        assert_eq!(of("ERROR: no file"), Some("error"));
        assert_eq!(of("error: no file"), Some("error"));
        assert_eq!(of("msg=\"x\" level=debug"), Some("debug"));
        assert_eq!(of("(--) no INFORMATION here"), Some("info"));
        assert_eq!(of("E/AndroidRuntime( 12): x"), Some("error"));
        assert_eq!(of("W0203 04:05:06.789 1 a.cc:3] x"), Some("warn"));
        assert_eq!(of("[    1.234] (EE) x"), Some("error"));
        assert_eq!(of("[04:05:06 WRN] x"), Some("warn"));
        assert_eq!(level(b"02-03 04:05:06.789  1  2 E Tag: x", 18), Some("error"));
        assert_eq!(at_start(b"SEVERE: x"), Some("error"));
        assert_eq!(at_start(b"error x"), None);
        assert_eq!(of("the terror of errors"), None);
        assert_eq!(of("Ошибка"), None);
    }
}
