//! The table of private values of one incident: the same value has the same placeholder, numbered in order of first sight.
//!
//! Never here: a placeholder that stood in the input, or two values with one placeholder.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::policy::Counts;
use super::{generic, nameable, spelling};

/// How far a value is hidden beyond the place where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Known from the computer, the user's words or the contact.
    Known,
    /// Part of a full name: only where it is written as a name.
    NamePart,
    /// Found behind a label: what could be a word of prose stays hidden where it was found.
    Labelled,
    /// Found by a rule.
    Found,
}

/// One private value.
#[derive(Clone, Debug)]
pub(super) struct Value {
    /// Its class.
    pub class: &'static str,
    /// The value as first seen.
    pub text: String,
    /// Where it is from.
    pub origin: Origin,
    /// The number in its placeholder, once given.
    number: Option<u32>,
    seen: bool,
    /// Two rules that found it, if there are two: what two kinds of label name is a login.
    labels: (Option<&'static str>, Option<&'static str>),
}

impl Value {
    /// Whether case counts in this value.
    pub fn is_exact(&self) -> bool {
        is_exact(self.class) || self.origin == Origin::NamePart
    }

    /// Whether the value is hidden wherever it stands, not only where a rule finds it.
    pub fn travels(&self) -> bool {
        let chars = self.text.chars().count();
        let digits = self.text.bytes().all(|byte| byte.is_ascii_digit());
        let plain = self.text.chars().all(char::is_lowercase);
        let letters = self.text.chars().all(char::is_alphabetic);
        match (self.origin, self.class) {
            (Origin::Known | Origin::NamePart, class) => chars >= 4 || class == HIDDEN,
            (Origin::Found | Origin::Labelled, "geo" | "birth-date") => false,
            // Ordinary words, and names made of them as in programs, stand everywhere.
            (Origin::Labelled | Origin::Found, class)
                if !is_exact(class) && self.text.split('_').all(generic::is_plain) =>
            {
                false
            }
            // A word behind a label that some list knows is no name that could be told from prose, nor is one word of a name.
            (Origin::Labelled, "user") if letters => {
                let sure = self.labels.1.is_some() || nameable::person_login(&self.text);
                sure && chars >= 5 && !generic::is_listed(&self.text) && nameable::stranger(&self.text)
            }
            (Origin::Labelled, _) | (Origin::Found, "host") if letters => false,
            (Origin::Found, "name") if !self.text.contains(' ') => false,
            (Origin::Found | Origin::Labelled, "user" | "host" | "name" | "wifi") => {
                chars >= 4
                    && !digits
                    && !generic::is_user(&self.text.to_lowercase())
                    && !generic::is_word(&self.text.to_lowercase())
            }
            (Origin::Found, "ip") => true,
            (Origin::Found | Origin::Labelled, _) => (chars >= 6 && !digits && !plain) || chars >= 8,
        }
    }

    /// Whether it was found in a text, not known before.
    pub fn is_found(&self) -> bool {
        matches!(self.origin, Origin::Found | Origin::Labelled)
    }

    /// Whether a rule finds it again by its look, wherever it stands.
    pub fn has_shape(&self) -> bool {
        self.is_found() && matches!(self.class, "ip" | "mac" | "email" | "phone" | "card" | "iban" | "steam" | "device")
    }

    /// Its placeholder, once numbered.
    pub fn placeholder(&self) -> Option<String> {
        self.number.map(|number| format!("<{}-{number}>", self.class))
    }
}

/// Class of the words that the user wants hidden.
pub(super) const HIDDEN: &str = "hidden";

fn is_exact(class: &str) -> bool {
    matches!(class, "secret" | "cookie" | "license")
}

/// Values are the same when their keys are: case, separators and country codes apart where they mean nothing.
fn key(class: &str, text: &str) -> String {
    let digits = || text.chars().filter(char::is_ascii_digit).collect::<String>();
    match class {
        _ if is_exact(class) => format!("={text}"),
        "mac" => text.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_lowercase(),
        "phone" => match digits() {
            number if number.len() == 11 && number.starts_with('8') => format!("7{}", &number[1..]),
            number => number,
        },
        "card" | "snils" | "inn" | "passport" | "ssn" => digits(),
        "iban" => text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase(),
        _ => text.to_lowercase(),
    }
}

/// The private values of one incident.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    list: Vec<Value>,
    by_key: HashMap<String, usize>,
    order: Vec<usize>,
    last: BTreeMap<&'static str, u32>,
    reserved: BTreeSet<(String, u32)>,
    first: u32,
}

impl Values {
    /// The index of the value, which is added if it is new.
    pub fn add(&mut self, class: &'static str, text: &str, origin: Origin) -> usize {
        let key = key(class, text);
        if let Some(index) = self.by_key.get(&key) {
            let known = &mut self.list[*index];
            if known.origin == Origin::Labelled {
                known.origin = origin;
            }
            return *index;
        }
        let index = self.list.len();
        self.list.push(Value { class, text: text.to_owned(), origin, number: None, seen: false, labels: (None, None) });
        self.by_key.insert(key, index);
        if class == "user" {
            for short in spelling::short_names(text) {
                self.by_key.entry(short.to_lowercase()).or_insert(index);
            }
        }
        index
    }

    /// Notes which rule found the value.
    pub fn found_by(&mut self, index: usize, rule: &'static str) {
        let Some(Value { labels, .. }) = self.list.get_mut(index) else { return };
        match labels {
            (None, _) => labels.0 = Some(rule),
            (Some(first), None) if *first != rule => labels.1 = Some(rule),
            _ => {}
        }
    }

    /// Notes that the value stood in the input.
    pub fn see(&mut self, index: usize) {
        if let Some(value) = self.list.get_mut(index)
            && !value.seen
        {
            value.seen = true;
            self.order.push(index);
        }
    }

    /// A value that had this placeholder in an earlier bundle: it has it again wherever it is seen, and no other value has.
    pub fn seed(&mut self, class: &'static str, number: u32, text: &str) {
        if !self.reserved.insert((class.to_owned(), number)) {
            return;
        }
        // What could be a word of prose is hidden only where it is found again.
        let index = self.add(class, text, Origin::Labelled);
        let value = &mut self.list[index];
        if value.class == class && value.number.is_none() {
            value.number = Some(number);
        }
    }

    /// The same of a word that the user wanted hidden: it has its placeholder again if the user still wants that.
    pub fn seed_word(&mut self, number: u32, text: &str) {
        if self.by_key.contains_key(&key(HIDDEN, text)) {
            self.seed(HIDDEN, number, text);
        } else {
            self.reserve(HIDDEN, number);
        }
    }

    /// Numbers below `first` are not given: a map that was lost may have given them.
    pub fn start_at(&mut self, first: u32) {
        self.first = first;
    }

    /// Keeps a placeholder from being given, as the input holds it.
    pub fn reserve(&mut self, class: &str, number: u32) {
        self.reserved.insert((class.to_owned(), number));
    }

    /// Numbers all values that were seen and have no number yet.
    pub fn number(&mut self) {
        for index in std::mem::take(&mut self.order) {
            let value = &self.list[index];
            if value.number.is_some() {
                continue;
            }
            let class = value.class;
            let last = self.last.entry(class).or_insert(self.first.saturating_sub(1));
            loop {
                *last += 1;
                if !self.reserved.contains(&(class.to_owned(), *last)) {
                    break;
                }
            }
            self.list[index].number = Some(*last);
        }
    }

    /// The value at `index`.
    pub fn get(&self, index: usize) -> Option<&Value> {
        self.list.get(index)
    }

    /// All values with their indices, known ones also where they were never seen.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Value)> {
        self.list.iter().enumerate()
    }

    /// Values that stood in the input, by class.
    pub fn counts(&self) -> Counts {
        count(self.list.iter().filter(|value| value.seen))
    }

    /// The values of `indices`, by class.
    pub fn counts_of(&self, indices: &BTreeSet<usize>) -> Counts {
        count(indices.iter().filter_map(|index| self.list.get(*index)))
    }

    /// (placeholder, value) of every numbered value, by class and number.
    pub fn map(&self) -> Vec<(String, String)> {
        let mut numbered: Vec<&Value> = self.list.iter().filter(|value| value.number.is_some()).collect();
        numbered.sort_by_key(|value| (value.class, value.number));
        numbered.into_iter().filter_map(|value| Some((value.placeholder()?, value.text.clone()))).collect()
    }
}

fn count<'a>(values: impl Iterator<Item = &'a Value>) -> Counts {
    let mut counts = Counts::new();
    for value in values {
        *counts.entry(value.class.to_owned()).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_first_sight_and_leave_out_what_the_input_holds() {
        let mut values = Values::default();
        let never = values.add("user", "unseen", Origin::Known);
        let second = values.add("user", "Ada.Lovelace", Origin::Known);
        let first = values.add("user", "grete", Origin::Found);
        values.see(first);
        values.see(second);
        values.see(first);
        values.reserve("user", 1);
        values.number();
        assert_eq!(values.get(first).unwrap().placeholder().unwrap(), "<user-2>");
        assert_eq!(values.get(second).unwrap().placeholder().unwrap(), "<user-3>");
        assert_eq!(values.get(never).unwrap().placeholder(), None);
        let later = values.add("user", "later", Origin::Found);
        values.see(later);
        values.number();
        assert_eq!(values.get(later).unwrap().placeholder().unwrap(), "<user-4>");
        assert_eq!(values.counts()["user"], 3);
        assert_eq!(values.add("user", "ADALOV~1", Origin::Found), second);
    }

    #[test]
    fn what_an_earlier_bundle_named_keeps_its_name() {
        let mut values = Values::default();
        values.seed("host", 2, "nas.local");
        values.seed("host", 2, "other.local");
        values.start_at(7);
        let old = values.add("host", "NAS.local", Origin::Found);
        let new = values.add("host", "printer.local", Origin::Found);
        let other = values.add("host", "other.local", Origin::Found);
        for index in [new, old, other] {
            values.see(index);
        }
        values.number();
        let name = |index| values.get(index).and_then(Value::placeholder).unwrap();
        assert_eq!((name(old), name(new), name(other)), ("<host-2>".into(), "<host-7>".into(), "<host-8>".into()));
        assert_eq!(values.counts()["host"], 3);
    }

    #[test]
    fn the_same_value_in_other_clothes() {
        let mut values = Values::default();
        let mut same = |class, a, b| values.add(class, a, Origin::Found) == values.add(class, b, Origin::Found);
        assert!(same("phone", "+7 916 555-01-99", "8 (916) 555 01 99"));
        assert!(same("mac", "AA-BB-CC-00-11-22", "aa:bb:cc:00:11:22"));
        assert!(same("user", "Ada", "ada"));
        assert!(!same("secret", "Ada1", "ada1"));
        assert!(!same("ip", "10.0.0.1", "10.0.0.13"));
    }
}
