//! What is hidden in one incident.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::net::IpAddr;

use crate::model::{KnownTerms, PrivateClass, PrivateMap};

/// What to hide.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// What the computer knows about its user; empty with `--cold`.
    pub known: KnownTerms,
    /// Words the user wants hidden.
    pub hide: Vec<String>,
    /// Words the user wants kept.
    pub keep: Vec<String>,
    /// Classes that stay visible.
    pub keep_classes: BTreeSet<PrivateClass>,
    /// What stays visible where a field or a row holds nothing else: the name under which the desk knows the user.
    pub identity: Vec<String>,
    /// What earlier bundles of the same incident called its values.
    pub map: PrivateMap,
}

/// How many distinct values of each class were hidden: class name (`user`, `ip`, `email`, …) to count.
pub type Counts = BTreeMap<String, usize>;

impl Policy {
    /// What to look for in a bundle that this `map` speaks of: what was left visible there on purpose is no leak.
    #[must_use]
    pub fn for_bundle(known: KnownTerms, map: &PrivateMap) -> Self {
        let keep_classes = map.keep_classes.iter().copied().collect();
        Self { known, keep: map.keep.clone(), keep_classes, ..Self::default() }
    }
}

/// What stays visible although it looks private.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    /// In lower case.
    words: HashSet<String>,
    classes: HashSet<&'static str>,
    lan: bool,
}

impl Kept {
    /// As `policy` has it.
    pub fn of(policy: &Policy) -> Self {
        Self {
            words: policy.keep.iter().map(|word| word.trim().to_lowercase()).filter(|word| !word.is_empty()).collect(),
            classes: policy.keep_classes.iter().map(|class| class.id()).collect(),
            lan: policy.keep_classes.contains(&PrivateClass::Lan),
        }
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.classes.is_empty()
    }

    /// Whether a place of `text` is kept: its class is, its words are, or it is a part of words that are, `Ada` in a kept
    /// `Ada#0000`.
    pub fn keeps(&self, class: &str, text: &[u8], start: usize, end: usize) -> bool {
        if self.classes.contains(class) || (self.lan && class == "ip" && is_lan(&text[start..end])) {
            return true;
        }
        if self.words.is_empty() {
            return false;
        }
        let lower = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase();
        let word = lower(&text[start..end]);
        let stands_there = |phrase: &str, at: usize| {
            let from = start.checked_sub(at);
            let there = from.and_then(|from| text.get(from..from + phrase.len()));
            there.is_some_and(|there| lower(there) == *phrase)
        };
        self.words.contains(&word)
            || self.words.iter().any(|phrase| phrase.match_indices(&word).any(|(at, _)| stands_there(phrase, at)))
    }
}

/// Whether it is an address of a local network.
fn is_lan(text: &[u8]) -> bool {
    let address = std::str::from_utf8(text).ok().and_then(|text| text.parse::<IpAddr>().ok());
    address.is_some_and(|address| match address {
        IpAddr::V4(four) => four.is_private() || four.is_link_local(),
        IpAddr::V6(six) => six.is_unique_local() || six.is_unicast_link_local(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_kept_words_is_kept_there_and_nowhere_else() {
        let kept = Kept::of(&Policy { keep: vec!["Ada#0000".to_owned(), " ".to_owned()], ..Policy::default() });
        let text = "Riot ID: Ada#0000, folder Ada".as_bytes();
        assert!(kept.keeps("user", text, 9, 17) && kept.keeps("user", text, 9, 12));
        assert!(!kept.keeps("user", text, 26, 29) && !kept.keeps("user", "Ada".as_bytes(), 0, 3));
    }

    #[test]
    fn a_kept_class_keeps_no_other() {
        let kept = |class| Kept::of(&Policy { keep_classes: BTreeSet::from([class]), ..Policy::default() });
        let (local, far) = ("192.168.7.4".as_bytes(), "93.184.216.34".as_bytes());
        assert!(kept(PrivateClass::Ip).keeps("ip", far, 0, far.len()));
        assert!(kept(PrivateClass::Lan).keeps("ip", local, 0, local.len()));
        assert!(!kept(PrivateClass::Lan).keeps("ip", far, 0, far.len()));
        assert!(!kept(PrivateClass::Steam).keeps("user", local, 0, local.len()));
    }
}
