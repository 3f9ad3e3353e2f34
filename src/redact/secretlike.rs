//! Whether a value can be a secret at all: no mask, no variable, no prose, no piece of a program.
//!
//! Never here: where the value stands, and what is said about it there.

use super::{generic, said};

pub(super) fn jwt(text: &str) -> bool {
    let header = unpacked(text.split('.').next().unwrap_or_default());
    header.starts_with('{') && (header.contains("\"alg\"") || header.contains("\"typ\"") || header.contains("\"enc\""))
}

/// What base64 of either alphabet holds, as text; nothing if it is none.
fn unpacked(text: &str) -> String {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for c in text.trim_end_matches('=').bytes() {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            _ => return String::new(),
        };
        bits = (bits << 6 | u32::from(six)) & 0xFFFF;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

pub(super) fn basic(text: &str) -> bool {
    let pair = unpacked(text);
    pair.trim_matches('\0').split_once([':', '\0']).is_some_and(|(_, password)| !password.is_empty())
        && pair.chars().all(|c| !c.is_control() || c == '\0')
}

pub(super) fn masked(text: &str) -> bool {
    let core = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '•' | '%' | '$'));
    let mask = |c: char| matches!(c, '*' | '•' | '.' | '-' | '_' | 'x' | 'X' | '●' | '?' | '#');
    core.is_empty() || core.chars().all(mask)
}

pub(super) fn variable(text: &str) -> bool {
    let text = text.trim_matches(['"', '\'']);
    text.starts_with("${")
        || text.starts_with("$(")
        || text.starts_with("{{")
        || text.starts_with("%(")
        || text.starts_with('<') && text.ends_with('>')
        || text.strip_prefix(['<', '!']).is_some_and(|word| generic::is_plain(word) || generic::is_tech(word))
        || text.starts_with('[') && text.ends_with(']')
        || text.starts_with('%') && text.ends_with('%')
        || text.starts_with('{') && text.ends_with('}')
        || matches!(text, "%s" | "%d" | "%ls" | "%v" | "%@" | "{}")
        || text
            .strip_prefix('$')
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'))
}

pub(super) fn secret(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().count() > 2
        && !masked(text)
        && !variable(text)
        && !code(text)
        && !stand_in(text)
        && !is_about_itself(text)
        && !["%s", "»", "«"].iter().any(|mark| text.contains(mark))
        && !text.ends_with("/tcp")
        && !text.ends_with("/udp")
        && !(text.len() < 10 && text.starts_with("hex:") || text.len() < 15 && text.starts_with("dword:"))
        && !text.starts_with("http://")
        && !text.starts_with("https://")
        && !generic::is_word(&text.to_lowercase())
}

/// Whether it is a sentence about what a password must be, or what is wrong with it: `must contain a symbol`.
fn is_about_itself(text: &str) -> bool {
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.trim_matches(['.', ',', '!']).to_lowercase()).collect();
    words.len() > 2
        && words.iter().any(|word| said::judges(word))
        && words.iter().all(|word| word.chars().count() < 3 || generic::is_plain(word))
}

/// Whether it is what manuals write for a value: `PASSWORT`, `--disabled-login`, `(hidden)`, `__token__`, `NEW_PASSWORD`, `%APPDATA%\Temp`.
fn stand_in(text: &str) -> bool {
    let inner = text.trim_matches(|c| matches!(c, '(' | ')' | '_' | '-' | '*' | '.' | '[' | ']' | '…' | '`'));
    let named = !inner.is_empty() && inner.split(['_', '-', ' ']).all(|part| part.len() < 3 || generic::is_plain(part));
    let capitals = text.chars().all(|c| c.is_uppercase() || matches!(c, '_' | '-' | ' '));
    let wrapped = inner.len() < text.len() && (text.starts_with(['(', '[']) || text.starts_with("__"));
    let expanded = text.strip_prefix('%').and_then(|rest| rest.split_once('%')).is_some_and(|(name, rest)| {
        !name.is_empty()
            && rest.starts_with(['\\', '/'])
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    });
    named && (capitals || wrapped) || expanded || text.starts_with("--") && text.len() > 3 && named
}

/// Whether it is a piece of a program: a call, or names with dots between them.
fn code(text: &str) -> bool {
    let named = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphabetic() || c == '_')
            && (part.len() < 2
                || part.chars().skip(1).any(|c| c.is_ascii_lowercase() || c == '_')
                || part.contains('_'))
    };
    let head = text.split(['(', '[']).next().unwrap_or_default();
    let dotted = head.split('.').count() > 1 && head.split('.').all(named);
    // A name of a package or class: it starts like a domain turned round.
    let turned = head
        .split_once('.')
        .is_some_and(|(first, _)| matches!(first, "com" | "org" | "net" | "io" | "ru" | "de" | "java"))
        && head.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '$' | '-'));
    let called = text
        .strip_prefix('(')
        .is_some_and(|rest| rest.len() > 4 && rest.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-'));
    // A call with names in it: `GetPassword(user)`, in any script.
    let asked = text.trim_end_matches(';').strip_suffix(')').and_then(|call| call.split_once('(')).is_some_and(
        |(name, inner)| {
            let word = |c: char| c.is_alphabetic() || matches!(c, '_' | '.' | ',' | '"' | '\'');
            name.chars().count() > 3 && name.chars().all(word) && inner.chars().all(word)
        },
    );
    // A value of some type, as Objective-C and C write it: `(id)arg2`.
    let typed = text.trim_end_matches(';').strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let cast = typed.is_some_and(|(kind, name)| {
        let known = matches!(kind, "id" | "SEL" | "BOOL" | "bool" | "int" | "long" | "float" | "double" | "char");
        (known || kind.ends_with('*')) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    });
    // A module of a program and what it was asked: `pam_unix(sshd:auth)`.
    let module = text
        .split_once('(')
        .is_some_and(|(name, _)| name.contains('_') && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
    // An object in Java: `android.os.Binder@7723299`.
    let object = text.rsplit_once('@').is_some_and(|(class, hash)| {
        class.contains('.')
            && class.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '$' | '_'))
            && (5..=8).contains(&hash.len())
            && hash.bytes().all(|b| b.is_ascii_hexdigit())
    });
    object
        || cast
        || turned
        || called
        || asked
        || module
        || text.ends_with('(')
        || text.ends_with("()")
        || dotted && !text.contains([' ', '@'])
}

pub(super) fn password(text: &str) -> bool {
    let count = |wanted: fn(char) -> bool| text.chars().filter(|c| wanted(*c)).count();
    let (letters, figures) = (count(char::is_alphabetic), count(|c| c.is_ascii_digit()));
    let marks = text.chars().filter(|c| "!@#$%^&*+=~?".contains(*c)).count();
    let parts = text.split(['-', '_', '.']).count();
    let measure = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').chars().count() < 3 && marks == 0;
    let text = text.trim_end_matches("\\n");
    let version = text.contains('.')
        && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase() || b".:+~-".contains(&b))
        && text.split(['.', ':']).take(2).all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let option = text.split_once('=').is_some_and(|(name, _)| {
        generic::is_plain(name) || (1..10).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase())
    });
    text.chars().count() >= 6
        && !version
        && !option
        && letters >= 2
        && (figures > 0 || marks > 0 && !text.ends_with(['!', '?']) || marks > 1 || parts > 2)
        && !measure
        && !text.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
        && !text.contains("::")
        && !text.starts_with(['/', '\\', '~', '.', '-'])
        && !text.contains("://")
        && !text.contains(":\\")
        && !is_package(text)
        && !is_version(text)
        && !is_id(text)
        && secret(text)
}

/// Whether it is groups of hexadecimal digits as a UUID or the id of a trace has them.
fn is_id(text: &str) -> bool {
    const DIGITS: usize = 32;
    let groups = text.split('-');
    let hex = groups.clone().all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_hexdigit()));
    hex && groups.clone().count() > 2 && groups.map(str::len).sum::<usize>() >= DIGITS
}

/// Whether it begins as a version does: `2.36-9+deb12u4`.
fn is_version(text: &str) -> bool {
    text.split_once('.').is_some_and(|(major, rest)| {
        !major.is_empty() && major.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether it is a package with its version, `vite@5.0.10`, or what an address looks like, `chacha20@example.com`.
fn is_package(text: &str) -> bool {
    text.rsplit_once('@').is_some_and(|(_, behind)| {
        let parts = || behind.split('.').filter(|part| !part.is_empty());
        let version = parts().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let domain = parts().all(|part| part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        behind.contains('.') && parts().count() == behind.split('.').count() && (version || domain)
    })
}

pub(super) fn one_time(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let date = matches!(text.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _]);
    figures >= 2
        && text.len() >= 7
        && !date
        && !text.starts_with("0x")
        && !masked(text)
        && !generic::is_word(&text.to_lowercase())
}

pub(super) fn backup_code(text: &str) -> bool {
    let count = |wanted: fn(&char) -> bool| text.chars().filter(wanted).count();
    let figures = count(char::is_ascii_digit);
    let letters = count(char::is_ascii_alphabetic);
    let groups: Vec<&str> = text.split('-').collect();
    let equal = groups.iter().all(|group| group.len() == groups[0].len());
    let one_case = !text.bytes().any(|b| b.is_ascii_lowercase()) || !text.bytes().any(|b| b.is_ascii_uppercase());
    // `2031-0504` is a day.
    let day = letters == 0 && ["19", "20"].iter().any(|century| text.starts_with(century)) && groups.len() == 2;
    let mixed = if groups.len() > 1 { figures >= 2 } else { figures >= 2 && letters >= 2 };
    equal && one_case && mixed && !day && !text.starts_with("0x") && !masked(text)
}

pub(super) fn cookie(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (figures >= 1 && letters >= 1 && text.len() >= 6 || text.len() >= 20) && secret(text)
}

pub(super) fn strong(text: &str) -> bool {
    let has = |wanted: fn(char) -> bool| text.chars().any(wanted);
    has(|c| "!@#$%^&*".contains(c)) && has(|c| c.is_ascii_digit()) && has(char::is_alphabetic) && !text.starts_with('#')
}

pub(super) fn random(text: &str) -> bool {
    let count = |wanted: fn(char) -> bool| text.chars().filter(|c| wanted(*c)).count();
    let (figures, letters) = (count(|c| c.is_ascii_digit()), count(|c| c.is_ascii_alphabetic()));
    let cased = count(char::is_uppercase) >= 2 && count(char::is_lowercase) >= 2;
    let plain =
        text.split(['-', '_', '.', '/']).all(|part| !part.chars().any(|c| c.is_ascii_digit()) || part.len() < 4);
    text.len() >= 16
        && letters >= 4
        && (figures >= 3 || cased && figures >= 1)
        && !plain
        && secret(text)
        && !["::", "0000000", "fffffff"].iter().any(|run| text.contains(run))
}

/// How often letters of one case, figures and marks follow one another; a word with its capital counts once.
fn changes(text: &str) -> usize {
    let kind = |c: char| match c {
        'a'..='z' => 1,
        'A'..='Z' => 2,
        '0'..='9' => 3,
        _ => 4,
    };
    let kinds: Vec<u8> = text.chars().map(kind).collect();
    let pairs = kinds.iter().zip(kinds.iter().skip(1));
    pairs.filter(|(before, after)| before != after && (**before, **after) != (2, 1)).count()
}

/// Whether letters and figures alternate as in no word, product, number or hash.
pub(super) fn mixed(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let hash = text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    letters > 3 && changes(text) > 3 && !hash && password(text)
}

/// Whether it is no word with a number behind it, `Windows11`, and not the name of a file.
pub(super) fn chosen(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '_'));
    let known = |part: &str| generic::is_plain(part) || generic::is_tech(part) || generic::is_model(part);
    password(text) && !known(&word.to_lowercase()) && !is_file(word)
}

fn is_file(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(_, last)| generic::is_suffix(&last.to_lowercase()))
}

/// Whether letters and figures alternate, and it is neither a file nor capitals with hyphens: `WPA-PSK-SHA256`.
pub(super) fn jumbled(text: &str) -> bool {
    let capitals = text.contains(['-', '_']) && !text.chars().any(char::is_lowercase);
    mixed(text) && !capitals && !is_file(text) && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether figures or marks show that it was made up to be one, and no product, code of an error or file is called so.
pub(super) fn telling(text: &str) -> bool {
    let figures = text.bytes().filter(u8::is_ascii_digit).count();
    (figures > 2 || strong(text)) && text.chars().any(char::is_lowercase) && chosen(text)
}

/// Whether a long token is mixed through and through, and no path, name or address is in it.
pub(super) fn scrambled(text: &str) -> bool {
    let core = text.trim_end_matches('=');
    let cased = core.chars().any(|c| c.is_ascii_uppercase()) && core.chars().any(|c| c.is_ascii_lowercase());
    let worded = core.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part.len() > 4 && generic::is_plain(part));
    core.len() >= 20 && cased && !worded && changes(core) * 4 >= core.len() && !core.contains("//")
}

/// Whether it is letters alone and no word: none that is known, and none with the ending of a word.
pub(super) fn unworded(text: &str) -> bool {
    let lower = text.to_lowercase();
    let endings = [
        "able", "ible", "ed", "ing", "ly", "ful", "less", "ive", "ous", "ent", "ant", "ete", "ired", "lich", "bar",
        "ig", "ert", "tion", "ment", "ité",
    ];
    text.chars().count() >= 8
        && text.chars().all(char::is_alphabetic)
        && !generic::is_plain(&lower)
        && !generic::is_tech(&lower)
        && !endings.iter().any(|ending| lower.ends_with(ending))
        && secret(text)
}

pub(super) fn token(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let numbers = text.chars().filter(char::is_ascii_digit).count();
    let mixed = text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    let dense = numbers >= 2 && letters >= 2 || mixed && text.len() >= 16;
    // Name and version of a package: `group:name:jar:1.2.3`.
    let version = |part: &str| part.contains('.') && part.chars().all(|c| c.is_ascii_digit() || c == '.');
    let package = text.split(':').count() > 2 && text.split(':').any(version);
    text.len() >= 8 && dense && !package && secret(text) && !text.contains("::") && !text.contains(['(', '{'])
}
