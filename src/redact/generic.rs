//! Words that identify nobody, as data: generic accounts and hosts, prose that stands where a password could, public names.
//!
//! Never here: a value of the user. The lists are `assets/redaction/generic.toml`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Lists {
    users: HashSet<String>,
    hosts: HashSet<String>,
    words: HashSet<String>,
    roles: HashSet<String>,
    domains: HashSet<String>,
    endings: HashSet<String>,
    suffixes: HashSet<String>,
    resolvers: HashSet<String>,
    own: Vec<String>,
    given: HashSet<String>,
    no_names: HashSet<String>,
    first: HashSet<String>,
    weak: HashSet<String>,
    models: HashSet<String>,
    boxes: HashSet<String>,
    tech: HashSet<String>,
    programs: HashSet<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    // The tests hold the file to be readable.
    toml::from_str(include_str!("../../assets/redaction/generic.toml")).unwrap_or_default()
});

/// Account that many machines have, or a word too common to be hidden everywhere; lower case.
pub(super) fn is_user(name: &str) -> bool {
    LISTS.users.contains(name)
}

/// Host name that many machines have; lower case.
pub(super) fn is_host(name: &str) -> bool {
    LISTS.hosts.contains(name) || LISTS.users.contains(name)
}

/// Head of a column that tables of programs and services have, whose names are nobody's; lower case.
pub(super) fn is_of_programs(head: &str) -> bool {
    LISTS.programs.contains(head)
}

/// Word of prose, or a stand-in such as `null`, where a value could be; lower case.
pub(super) fn is_word(word: &str) -> bool {
    LISTS.words.contains(word)
}

/// Local part of an address that is read by no single person; lower case.
pub(super) fn is_role(local: &str) -> bool {
    LISTS.roles.contains(local)
}

/// Domain reserved for examples, or one whose addresses are names of formats; lower case.
pub(super) fn is_public_domain(domain: &str) -> bool {
    let mut rest = domain;
    loop {
        if LISTS.domains.contains(rest) {
            return true;
        }
        match rest.split_once('.') {
            Some((_, parent)) => rest = parent,
            None => return false,
        }
    }
}

/// Top-level domain of public services; lower case.
pub(super) fn is_public_ending(last: &str) -> bool {
    LISTS.endings.contains(last)
}

/// What follows the last dot of a file or unit name, `png`, `service`; lower case.
pub(super) fn is_suffix(last: &str) -> bool {
    LISTS.suffixes.contains(last)
}

/// Address of a public name server.
pub(super) fn is_resolver(address: &str) -> bool {
    LISTS.resolvers.contains(address)
}

/// Words that Casefile's own documents hold beside their messages: tags, keys, values of its JSON.
pub(super) fn own_words() -> impl Iterator<Item = &'static str> {
    LISTS.own.iter().map(String::as_str)
}

/// Given or family name that is a common word as well; lower case.
pub(super) fn is_common_name(name: &str) -> bool {
    LISTS.given.contains(name)
}

/// Word that stands in no name of a person, capitalised or not: `Support`, `Windows`; lower case.
pub(super) fn is_no_name(word: &str) -> bool {
    LISTS.no_names.contains(word)
}

/// Given name of a person, or two with a hyphen; lower case.
pub(super) fn is_first_name(word: &str) -> bool {
    let is_one = |word: &str| LISTS.first.contains(word);
    is_one(word) || word.split_once('-').is_some_and(|(one, other)| is_one(one) && is_one(other))
}

/// Given name that is another word more often; lower case.
pub(super) fn is_weak_first_name(word: &str) -> bool {
    LISTS.weak.contains(word)
}

/// Word that names a model, a standard or a region when figures stand behind it; lower case.
pub(super) fn is_model(word: &str) -> bool {
    LISTS.models.contains(word)
}

/// Word in the name of a machine that tells it is one; lower case.
pub(super) fn is_box(word: &str) -> bool {
    LISTS.boxes.contains(word)
}

static PLAIN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    [
        include_str!("../../assets/words/en.txt"),
        include_str!("../../assets/words/de.txt"),
        include_str!("../../assets/words/fr.txt"),
        include_str!("../../assets/words/ru.txt"),
    ]
    .into_iter()
    .flat_map(str::lines)
    .collect()
});

static PROGRAMS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../assets/words/programs.txt").lines().collect());

/// Ordinary word of prose in one of the languages, or one of the lists above; in any case.
pub(super) fn is_plain(word: &str) -> bool {
    let folded = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let lower = if folded { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    let plain =
        |part: &str| PLAIN.contains(part) && !is_first_name(part) || is_word(part) || is_user(part) || is_no_name(part);
    let joined = ['-', '\u{2010}'];
    plain(&lower) || lower.contains(joined) && lower.split(joined).all(plain)
}

/// Word of a list of prose or programs, a given name or not; in any case.
pub(super) fn is_listed(word: &str) -> bool {
    let lower = word.to_lowercase();
    PLAIN.contains(lower.as_str()) || is_tech(&lower) || is_common_name(&lower)
}

/// Word of programs, keys and commands that no list of prose holds; lower case.
pub(super) fn is_tech(word: &str) -> bool {
    LISTS.tech.contains(word) || PROGRAMS.contains(word)
}

/// All given names.
pub(super) fn first_names() -> impl Iterator<Item = &'static str> {
    LISTS.first.iter().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_readable_and_lower_case() {
        let lists: Lists = toml::from_str(include_str!("../../assets/redaction/generic.toml")).unwrap();
        for list in
            [&lists.users, &lists.hosts, &lists.words, &lists.roles, &lists.domains, &lists.endings, &lists.suffixes]
        {
            assert!(!list.is_empty());
            assert!(list.iter().all(|word| *word == word.to_lowercase()));
        }
    }

    #[test]
    fn domains_cover_what_is_below_them() {
        assert!(is_public_domain("mail.example.com"));
        assert!(!is_public_domain("notexample.com"));
    }
}
