//! What is known to be private before anything is read: the account, its home and host, the user's own words, the contact.
//!
//! Never here: a generic account such as `root`; it identifies nobody.

use crate::model::{Contact, PrivateClass, PrivateMap};

use super::generic;
use super::policy::Policy;
use super::value::{HIDDEN, Origin, Values};

/// Adds the terms of `policy` and the `contact` to `values`, none of them seen yet.
pub(super) fn add(policy: &Policy, contact: Option<&Contact>, values: &mut Values) {
    let mut term = |class, text: &str, origin| {
        let text = text.trim();
        if !text.is_empty() {
            values.add(class, text, origin);
        }
    };
    for word in &policy.hide {
        term(HIDDEN, word, Origin::Known);
    }
    seed(&policy.map, values);
    let mut term = |class, text: &str, origin| {
        let text = text.trim();
        if !text.is_empty() {
            values.add(class, text, origin);
        }
    };
    let known = &policy.known;
    let logins =
        known.users.iter().map(String::as_str).chain(known.homes.iter().filter_map(|home| last_component(home)));
    for login in logins {
        // A login of a Windows domain is written `DOMAIN\login`.
        let login = login.rsplit('\\').next().unwrap_or(login);
        if !generic::is_user(&login.to_lowercase()) {
            term("user", login, Origin::Known);
        }
    }
    for host in &known.hosts {
        let short = host.split('.').next().unwrap_or(host);
        for name in [host.as_str(), short] {
            if !generic::is_host(&name.to_lowercase()) && !name.bytes().all(|byte| byte.is_ascii_digit()) {
                term("host", name, Origin::Known);
            }
        }
    }
    for ssid in &known.ssids {
        if !generic::is_host(&ssid.to_lowercase()) {
            term("wifi", ssid, Origin::Known);
        }
    }
    let contact_name = contact.map(|contact| contact.name.as_str());
    for name in known.full_names.iter().map(String::as_str).chain(contact_name) {
        let parts: Vec<&str> = name.split([' ', ',', '\t']).filter(|part| !part.is_empty()).collect();
        if generic::is_user(&name.to_lowercase()) || generic::is_user(&parts.join(" ").to_lowercase()) {
            continue;
        }
        term("name", name, Origin::Known);
        if let [first, last] = parts[..] {
            term("name", &format!("{last} {first}"), Origin::Known);
            term("name", &format!("{last}, {first}"), Origin::Known);
        }
        // A part that is a common word tells the person only beside the other part, as the whole name does.
        let common = |part: &str| generic::is_user(part) || generic::is_common_name(part);
        for part in parts.iter().filter(|part| part.chars().count() >= 4 && !common(&part.to_lowercase())) {
            term("name", part, Origin::NamePart);
        }
    }
    for identity in &policy.identity {
        term(identity_class(identity), identity, Origin::Known);
    }
    if let Some(contact) = contact {
        term("email", &contact.email, Origin::Known);
        term("phone", &contact.phone, Origin::Known);
    }
}

/// What kind of name the desk knows the user by.
fn identity_class(text: &str) -> &'static str {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')');
    match text.trim() {
        text if text.contains('@') && text.contains('.') => "email",
        text if text.starts_with('+') && text.chars().all(is_number) => "phone",
        text if text.chars().all(is_number) => "account",
        text if text.contains(' ') => "name",
        _ => "user",
    }
}

/// What earlier bundles of the incident called its values.
fn seed(map: &PrivateMap, values: &mut Values) {
    values.start_at(map.first);
    for row in &map.values {
        let Some((class, number)) = row.parts() else { continue };
        match PrivateClass::of(class) {
            Some(class) if !row.value.trim().is_empty() => values.seed(class.id(), number, &row.value),
            // A word is hidden only as long as the user wants it hidden.
            _ if class == HIDDEN => values.seed_word(number, &row.value),
            _ => values.reserve(class, number),
        }
    }
}

fn last_component(home: &str) -> Option<&str> {
    home.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().filter(|name| !name.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KnownTerms;

    fn texts(known: KnownTerms) -> Vec<String> {
        let mut values = Values::default();
        add(&Policy { known, ..Policy::default() }, None, &mut values);
        values.iter().map(|(_, value)| value.text.clone()).collect()
    }

    #[test]
    fn generic_names_stay() {
        let known = KnownTerms {
            users: vec!["root".into(), "Administrator".into()],
            homes: vec!["/root".into(), "/home/ubuntu/".into(), "C:\\".into()],
            hosts: vec!["localhost".into()],
            ..KnownTerms::default()
        };
        assert_eq!(texts(known), Vec::<String>::new());
    }

    #[test]
    fn common_words_are_no_names_alone() {
        let known = KnownTerms { full_names: vec!["Max Power".into()], ..KnownTerms::default() };
        assert_eq!(texts(known), ["Max Power", "Power Max", "Power, Max"]);
    }

    #[test]
    fn parts_and_turned_names() {
        let known = KnownTerms {
            full_names: vec!["Ada Lovelace".into()],
            hosts: vec!["engine-7.lan".into()],
            ..KnownTerms::default()
        };
        assert_eq!(
            texts(known),
            ["engine-7.lan", "engine-7", "Ada Lovelace", "Lovelace Ada", "Lovelace, Ada", "Lovelace"]
        );
    }
}
