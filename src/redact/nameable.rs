//! Whether a value can be the name of a person, an account, a machine or a device, or the address of one.
//!
//! Never here: where the value stands. Words that name nobody are data, `generic.toml`.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::generic;
use super::number::all_same;
use super::secretlike::{masked, variable};

pub(super) fn serial(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(char::is_ascii_uppercase).count();
    text.len() >= 6
        && !text.starts_with("com.")
        && (figures >= 1 && letters >= 1 || figures >= 8)
        && !masked(text)
        && !generic::is_word(&text.to_lowercase())
}

pub(super) fn machine(text: &str) -> bool {
    let figure = text.chars().any(|c| c.is_ascii_digit());
    let capitals = text.chars().count() >= 4 && !text.chars().any(char::is_lowercase);
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    let model = word.len() < text.len() && generic::is_model(&word.to_lowercase());
    !model
        && !generic::is_plain(text)
        && (figure || text.contains('-') || capitals)
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && host(text)
}

pub(super) fn boxlike(text: &str) -> bool {
    let lower = text.to_lowercase();
    let figure = text.chars().any(|c| c.is_ascii_digit());
    let told = lower.split(['-', '.']).any(generic::is_box);
    (figure || told || !text.chars().any(char::is_lowercase)) && machine(text)
}

pub(super) fn named(text: &str) -> bool {
    let owner = text.split('-').next().unwrap_or_default();
    let lower = owner.to_lowercase();
    let generic = generic::is_no_name(&lower) || generic::is_user(&lower) || generic::is_word(&lower);
    let device = ["macbook", "thinkpad"].contains(&lower.as_str());
    let belongs = owner.ends_with('s') || owner.starts_with(char::is_uppercase) || stranger(owner);
    belongs && (device || !generic) && host(text)
}

/// Whether it is a login that no word looks like: with figures or marks between what no list knows, or with a given name in it.
pub(super) fn distinct(text: &str) -> bool {
    let marked = login(text) && text.chars().filter(|c| c.is_alphabetic()).count() > 3;
    stranger(text) && !generic::is_plain(&text.to_lowercase()) && (marked || person_login(text))
}

pub(super) fn name(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let bare = |word: &str| word.trim_matches(['.', '"', '\'']).to_lowercase();
    let common = |word: &&str| {
        let word = bare(word);
        generic::is_no_name(&word) || generic::is_user(&word) || generic::is_word(&word)
    };
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    // A given name in front makes a family name of any word: `Robert Gray`, but no `Golden Hamster`.
    let prose = |word: &&str| {
        let parts: Vec<String> = word.split('-').map(bare).collect();
        parts.iter().any(|part| generic::is_plain(part) && !generic::is_first_name(part))
    };
    let led = words.split_first().is_some_and(|(first, rest)| {
        let first = bare(first);
        let family = |word: &&str| !prose(word) || generic::is_common_name(&bare(word));
        generic::is_first_name(&first)
            || generic::is_weak_first_name(&first) && !rest.is_empty() && rest.iter().all(family)
    });
    !words.is_empty()
        && !abbreviated(&words)
        && words.iter().any(capital)
        && !words.iter().any(common)
        && (led || !words.iter().any(prose))
        && !words.iter().any(|word| branded(word))
        && !variable(text)
        && !masked(text)
}

/// Whether several capitalised words can be what somebody called a network: `Kanarek Home`, but no `Intel Wireless`.
pub(super) fn network(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let place = |word: &String| ["home", "wifi", "wi-fi", "office", "guest", "5g", "network"].contains(&word.as_str());
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    words.len() > 1
        && text.split_whitespace().all(capital)
        && words.iter().any(|word| !generic::is_listed(word) && !place(word))
        && words.iter().all(|word| place(word) || !generic::is_no_name(word))
        && !masked(text)
        && !variable(text)
}

/// Whether no list knows the word behind a given name that is another word more often.
pub(super) fn weak_name(text: &str) -> bool {
    let family = text.rsplit(' ').next().unwrap_or_default();
    name(text) && !generic::is_listed(family) && !family.split('-').any(generic::is_listed)
}

/// Whether it ends with the short name of a thing, `Intel AGP`, or is made of them, `EFI VGA`.
fn abbreviated(words: &[&str]) -> bool {
    let capitals = |word: &&str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let short = |word: &&str| capitals(word) && word.len() <= 3;
    words.len() > 1 && words.last().is_some_and(short) && (words.iter().all(short) || !words.iter().all(capitals))
}

/// Whether a word is written as products are: `OpenAI`, `CodeQL`, `LittleSkin`, but not `McCoy` or `DeLaRue`.
fn branded(word: &str) -> bool {
    let humps: Vec<usize> = word
        .char_indices()
        .zip(word.chars().skip(1))
        .filter(|((_, before), after)| before.is_lowercase() && after.is_uppercase())
        .map(|((at, before), _)| at + before.len_utf8())
        .collect();
    humps.first().is_some_and(|first| *first > 3 || humps.len() == 1 && word.len() - first == 1)
        && !word.starts_with("Fitz")
}

pub(super) fn user(text: &str) -> bool {
    // A shell's default stands behind a hyphen: `${USER:-postgres}`.
    let name = text.trim().trim_matches(['\'', '"']).trim_start_matches('-');
    let page = name.rsplit_once('.').is_some_and(|(_, ending)| generic::is_suffix(&ending.to_lowercase()));
    let mut after = name.trim_start_matches(|c: char| c.is_ascii_digit()).chars();
    let date = name.starts_with(|c: char| c.is_ascii_digit())
        && matches!(after.next(), Some('-' | '.' | '/' | ':'))
        && after.next().is_some_and(|c| c.is_ascii_digit());
    name.chars().count() > 1
        && !page
        && !date
        && !program(text.trim())
        && !name.strip_prefix("bot").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
        && name.chars().any(char::is_alphanumeric)
        && !name.bytes().all(|byte| byte.is_ascii_digit())
        && !masked(name)
        && !variable(name)
        && !generic::is_user(&name.to_lowercase())
        && !generic::is_word(&name.to_lowercase())
}

/// Whether it is a piece of a program, a manual or a mark-up: `meta.get`, `session->`, `--global`, `vod**`, `%.*s`, `BENUTZER`.
fn program(name: &str) -> bool {
    let marks = name.chars().any(|c| "()*<>[]{}!\"`?;&".contains(c));
    let dotted = name.contains('.') && name.split(['.', '\\']).any(generic::is_plain);
    let stand_in = name.chars().count() > 2 && !name.chars().any(char::is_lowercase) && generic::is_plain(name);
    marks
        || dotted
        || stand_in
        || name.starts_with("--")
        || name.starts_with('-') && name.len() < 4
        || name.starts_with("S-1-")
        || name.starts_with("systemd-")
        || name.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_hexdigit()))
        || name.starts_with("__") && name.ends_with("__")
        || name.starts_with('%')
        || name.ends_with(['-', '\u{2010}', '='])
}

pub(super) fn given(text: &str) -> bool {
    let lower = text.to_lowercase();
    generic::is_first_name(&lower) || lower.strip_suffix('s').is_some_and(generic::is_first_name)
}

/// The words of a login.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty())
}

pub(super) fn person_login(text: &str) -> bool {
    let lower = text.to_lowercase();
    parts(&lower).any(|part| part.chars().count() > 2 && generic::is_first_name(part)) && user(text)
}

pub(super) fn login(text: &str) -> bool {
    let lower = text.to_lowercase();
    let known = |part: &str| generic::is_word(part) || generic::is_no_name(part) || generic::is_user(part);
    let marked = lower.chars().any(|c| c.is_ascii_digit() || matches!(c, '.' | '_'));
    marked && lower.starts_with(char::is_alphabetic) && !parts(&lower).any(known) && user(text)
}

/// Whether it is a word that no list knows: neither of prose nor of programs, nor the name of a field, a constant or a call.
pub(super) fn stranger(text: &str) -> bool {
    let lower = text.to_lowercase();
    let letters: Vec<char> = text.chars().collect();
    let hump = letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase());
    let ending = ["able", "ible", "ed", "ing", "ion", "ions", "ness", "ment", "ments", "ifies", "izes", "less", "ally"];
    let listed = |part: &str| generic::is_tech(part) || generic::is_plain(part);
    let known = |part: &str| {
        listed(part)
            || generic::is_model(part)
            || generic::is_host(part)
            || part.len() > 5 && ending.iter().any(|ending| part.ends_with(ending))
            || part.strip_suffix('s').is_some_and(listed)
    };
    letters.iter().filter(|c| c.is_alphabetic()).count() > 2
        && letters[0].is_alphabetic()
        && letters.iter().any(|c| c.is_lowercase())
        && (playful(text) || !hump && (person_login(text) || !known(&lower) && !parts(&lower).any(known)))
        && user(text)
}

/// Whether it is made as players make their names, `xXNameXx`, `word4word`, `TwoWords77`, or as accounts of services are, `svc_word`.
fn playful(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_matches('_');
    let crossed = bare.len() > 5 && bare.starts_with("xx") && bare.ends_with("xx");
    let letters = |part: &str| part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let leet = ["4", "2"].iter().any(|figure| {
        lower.split_once(figure).is_some_and(|(before, after)| letters(before) && before.len() > 3 && letters(after))
    });
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = text.len() - word.len();
    let sizes = ["16", "32", "64", "128", "256", "512", "10", "11", "12"];
    let numbered = (2..=4).contains(&year)
        && !sizes.contains(&&text[word.len()..])
        && word.len() > 7
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        && word.bytes().filter(u8::is_ascii_uppercase).count() == 2;
    let service = lower.split_once(['_', '-']).is_some_and(|(kind, rest)| kind == "svc" && rest.len() > 2);
    crossed || leet || numbered || service
}

pub(super) fn host(text: &str) -> bool {
    let name = text.trim().to_lowercase();
    let public =
        name.rsplit_once('.').is_some_and(|(_, last)| generic::is_public_ending(last)) && name.matches('.').count() < 3;
    let number = name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    // The commit of an action, `checkout@1f0c…`, a piece of a program, and a name turned round, `io.vendor.Part`.
    let commit = name.len() >= 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    let last = text.rsplit('.').next().unwrap_or_default();
    let field = text.contains('.')
        && last.starts_with(char::is_uppercase)
        && last.contains(char::is_lowercase)
        && generic::is_plain(last);
    let first = name.split('.').next().unwrap_or_default();
    let turned = name.matches('.').count() > 1 && matches!(first, "com" | "org" | "net" | "io" | "vnd");
    name.chars().count() > 1
        && !commit
        && !field
        && !turned
        && !name.starts_with('-')
        && !name.contains(".svc.")
        && !public
        && !number
        && !masked(&name)
        && !variable(&name)
        && !generic::is_host(&name)
        && !generic::is_word(&name)
}

pub(super) fn private_v4(address: Ipv4Addr) -> bool {
    let [a, _, c, d] = address.octets();
    let nobody =
        address.is_loopback() || address.is_broadcast() || address.is_multicast() || address.is_documentation();
    let mask = a == 255 || a >= 240 || a == 0 || (c, d) == (0, 0);
    !nobody && !mask && !generic::is_resolver(&address.to_string())
}

pub(super) fn private_v6(text: &str, address: Ipv6Addr) -> bool {
    let groups = text.split(':').filter(|group| !group.is_empty()).count();
    let first = address.segments()[0];
    let documentation = first == 0x2001 && address.segments()[1] == 0x0db8;
    // Global, unique local and link-local addresses; anything else of this look is code or a clock.
    let machine = (0x2000..0x4000).contains(&first) || (0xfc00..0xfe00).contains(&first) || first == 0xfe80;
    groups >= 2 && machine && !documentation && !generic::is_resolver(text)
}

/// Addresses that routers share, on every network the same (RFC 2281, RFC 5798).
const HSRP: [u32; 10] = [0, 0, 0, 0, 0, 12, 0, 7, 10, 12];
const VRRP: [u32; 10] = [0, 0, 0, 0, 5, 14, 0, 0, 0, 1];

pub(super) fn mac(text: &str) -> bool {
    let hex: Vec<u32> = text.chars().filter_map(|c| c.to_digit(16)).collect();
    // Addresses of groups: they begin like this on every network.
    let group = [&[0, 1, 0, 0, 5, 14][..], &[3, 3, 3, 3], &[0, 1, 8, 0, 12, 2], &HSRP, &VRRP]
        .iter()
        .any(|head| hex.starts_with(head));
    // What manuals write: figures that count up, and words of hexadecimal letters.
    let written: String = text.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_ascii_lowercase();
    let example = [
        "aabbccddeeff",
        "001122334455",
        "112233445566",
        "123456789abc",
        "1234567890ab",
        "0123456789ab",
        "deadbeefcafe",
        "020000000000",
        "010203040506",
    ];
    hex.len() == 12 && !all_same(&hex) && !group && !example.contains(&written.as_str())
}

pub(super) fn email(text: &str) -> bool {
    let text = text.replace("%40", "@");
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let domain = domain.to_ascii_lowercase();
    let last = domain.rsplit('.').next().unwrap_or_default();
    let plausible = last.len() >= 2 && !last.bytes().all(|byte| byte.is_ascii_digit());
    plausible
        && !generic::is_public_domain(&domain)
        && !generic::is_role(&local.to_ascii_lowercase())
        && !generic::is_suffix(last)
}
