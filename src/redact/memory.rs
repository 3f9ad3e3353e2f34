//! What the rules found in texts they have seen: both passes read the same ones, and the second need not run the rules again.
//!
//! Never here: a text. One is known by a keyed hash of 64 bits, and what was found by place and rule.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::quality::RandomState;

use super::rule::{self, Rule};
use super::span::Hit;

/// So many places are remembered, some 5 MB; what is found beyond them is looked for again.
const MOST: usize = 400_000;

#[derive(Clone, Copy, Debug)]
struct Found {
    start: u32,
    end: u32,
    rule: u32,
}

/// Places by text.
#[derive(Debug, Default)]
pub(super) struct Memory {
    key: RandomState,
    known: HashMap<u64, Box<[Found]>>,
    held: usize,
}

impl Memory {
    /// By what `text` is known, looked at with so many rules.
    pub fn key(&self, rules: usize, text: &[u8]) -> u64 {
        self.key.hash_one((rules, text))
    }

    /// What the rules found in the text of this key; nothing where that is not known.
    pub fn recall(&self, key: u64) -> Option<Vec<Hit>> {
        let rules = &rule::all().all;
        let hit = |found: &Found| {
            let Rule { data, .. } = rules.get(found.rule as usize)?;
            let (start, end) = (found.start as usize, found.end as usize);
            Some(Hit { start, end, class: &data.class, value: None, rule: &data.id })
        };
        self.known.get(&key)?.iter().map(hit).collect()
    }

    /// Remembers what the rules found.
    pub fn keep(&mut self, key: u64, hits: &[Hit]) {
        let rules = rule::all();
        let found = |hit: &Hit| {
            let rule = *rules.by_id.get(hit.rule)?;
            Some(Found { start: u32::try_from(hit.start).ok()?, end: u32::try_from(hit.end).ok()?, rule })
        };
        // An empty entry costs about as much as some places.
        let size = hits.len() + 8;
        if self.held + size <= MOST
            && let Some(all) = hits.iter().map(found).collect::<Option<Box<[Found]>>>()
        {
            self.held += size;
            self.known.insert(key, all);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_found_again() {
        let id = rule::all().all[3].data.id.as_str();
        let hits = vec![Hit { start: 2, end: 9, class: &rule::all().all[3].data.class, value: None, rule: id }];
        let mut memory = Memory::default();
        let (one, other) = (memory.key(1, b"one"), memory.key(1, b"other"));
        memory.keep(one, &hits);
        assert_eq!(memory.recall(one), Some(hits));
        assert_eq!(memory.recall(other), None);
        assert_eq!(memory.recall(memory.key(2, b"one")), None);
    }
}
