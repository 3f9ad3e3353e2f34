//! The private map of one incident, with what can be said of a value without telling it.
//!
//! Never here: a file. The map is given to the caller, who keeps it on this computer.

use std::net::IpAddr;

use super::policy::Policy;
use crate::model::{Private, PrivateMap, PrivateNote, placeholder_parts};

/// The map that `policy` had, with the placeholders of another bundle, with what was left visible in it and when it was
/// composed.
pub(super) fn joined(policy: &Policy, named: Vec<(String, String)>, created: &str) -> PrivateMap {
    let mut map = policy.map.clone();
    for word in policy.keep.iter().chain(&policy.identity) {
        if !map.keep.contains(word) {
            map.keep.push(word.clone());
        }
    }
    map.keep_classes.extend(policy.keep_classes.iter().copied());
    map.keep_classes.sort_unstable();
    map.keep_classes.dedup();
    for (placeholder, value) in named {
        let Some((class, _)) = placeholder_parts(&placeholder) else { continue };
        if map.who(&placeholder).is_none() {
            let note = note(class, &value);
            map.values.push(Private { placeholder, value, note, same_subnet_as: None });
        }
    }
    let order = |row: &Private| row.parts().map(|(class, number)| (class.to_owned(), number));
    map.values.sort_by_key(order);
    subnets(&mut map.values);
    if !created.is_empty() && !map.bundles.iter().any(|bundle| bundle == created) {
        map.bundles.push(created.to_owned());
    }
    map
}

/// What kind of address or name it is.
fn note(class: &str, value: &str) -> Option<PrivateNote> {
    match class {
        "ip" => Some(match address(value)? {
            IpAddr::V4(four) if four.is_link_local() => PrivateNote::LinkLocal,
            IpAddr::V6(six) if six.is_unicast_link_local() => PrivateNote::LinkLocal,
            IpAddr::V4(four) if four.is_private() || is_shared(four.octets()) => PrivateNote::PrivateAddress,
            IpAddr::V6(six) if six.is_unique_local() => PrivateNote::PrivateAddress,
            _ => PrivateNote::PublicAddress,
        }),
        "host" => Some(match value.trim_end_matches('.').rsplit_once('.') {
            None => PrivateNote::ShortName,
            Some((_, last)) if is_local(last) => PrivateNote::LocalName,
            Some(_) => PrivateNote::InternetName,
        }),
        _ => None,
    }
}

/// Addresses that a provider shares out among its customers.
fn is_shared(octets: [u8; 4]) -> bool {
    octets[0] == 100 && (64..128).contains(&octets[1])
}

/// Endings that only a local network knows.
fn is_local(ending: &str) -> bool {
    const LOCAL: [&str; 9] = ["local", "lan", "home", "internal", "intern", "intranet", "localdomain", "corp", "arpa"];
    LOCAL.iter().any(|local| ending.eq_ignore_ascii_case(local))
}

fn address(value: &str) -> Option<IpAddr> {
    value.split(['/', '%']).next()?.trim_matches(['[', ']']).parse().ok()
}

/// The part of an address that its neighbours share: 24 bits of the old form, 64 of the new one.
fn subnet(value: &str) -> Option<Vec<u8>> {
    Some(match address(value)? {
        IpAddr::V4(four) => four.octets()[..3].to_vec(),
        IpAddr::V6(six) => six.octets()[..8].to_vec(),
    })
}

/// Notes of each address which is the first of its subnet.
fn subnets(rows: &mut [Private]) {
    let mut first: Vec<(Vec<u8>, String)> = Vec::new();
    for row in rows.iter_mut().filter(|row| row.parts().is_some_and(|(class, _)| class == "ip")) {
        let Some(net) = subnet(&row.value) else { continue };
        match first.iter().find(|(known, _)| *known == net) {
            Some((_, placeholder)) => row.same_subnet_as = Some(placeholder.clone()),
            None => first.push((net, row.placeholder.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_names_are_told_apart() {
        let named = [
            ("<ip-1>", "192.168.7.4"),
            ("<ip-2>", "93.184.216.34"),
            ("<ip-10>", "192.168.7.99"),
            ("<ip-3>", "fe80::1"),
            ("<host-1>", "nas.lan"),
            ("<host-2>", "gretes-pc"),
            ("<user-1>", "gretek"),
        ];
        let named = named.map(|(placeholder, value)| (placeholder.to_owned(), value.to_owned())).to_vec();
        let map = joined(&Policy::default(), named, "2031-01-02T03:04:05Z");
        let note = |placeholder| map.who(placeholder).and_then(|row| row.note);
        assert_eq!(note("ip-1"), Some(PrivateNote::PrivateAddress));
        assert_eq!(note("ip-2"), Some(PrivateNote::PublicAddress));
        assert_eq!(note("ip-3"), Some(PrivateNote::LinkLocal));
        assert_eq!(note("<host-1>"), Some(PrivateNote::LocalName));
        assert_eq!(note("<host-2>"), Some(PrivateNote::ShortName));
        assert_eq!(note("user-1"), None);
        let near = map.who("<ip-10>").expect("there");
        assert_eq!(near.same_subnet_as.as_deref(), Some("<ip-1>"));
        assert_eq!(map.values.last(), map.who("user-1"));
        assert_eq!(map.bundles, ["2031-01-02T03:04:05Z"]);
    }

    #[test]
    fn what_was_there_stays() {
        let named = |value: &str| vec![("<ip-1>".to_owned(), value.to_owned())];
        let first = joined(&Policy { keep: vec!["gretek".into()], ..Policy::default() }, named("10.0.0.1"), "");
        let second = joined(&Policy { map: first.clone(), ..Policy::default() }, named("10.0.0.2"), "");
        assert_eq!(second, first);
        assert_eq!(second.keep, ["gretek"]);
    }
}
