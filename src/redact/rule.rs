//! The rules as data: what is private by its look, after a key or after a label, with examples of both sides.
//!
//! Never here: a pattern in Rust. Rules are `assets/redaction/*.toml`, read once in the process.

use std::collections::{BTreeSet, HashMap};
use std::sync::{LazyLock, OnceLock};

use include_dir::{Dir, include_dir};
use regex::bytes::{Regex, RegexBuilder};
use serde::Deserialize;

use super::first::Bytes;
use super::fixed::Fixed;
use super::gate::Gate;
use super::generic;
use super::keyvalue::Style;
use super::said::Said;
use super::spelling;
use super::validate::Validator;

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/redaction");

/// How a rule finds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// By its look alone; tried where a literal stands or a gate opens.
    Shape,
    /// After a key, in any of the forms that `keyvalue` reads.
    KeyValue,
    /// After a word of prose: the pattern starts right behind the literal.
    Label,
    /// Around a word of prose, by what is said there.
    Said,
    /// Anywhere near a word: what has check digits, or a look of its own once one knows what is spoken of.
    About,
}

/// A text with the value in it that must be hidden.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Example {
    /// The text around it.
    pub text: String,
    /// What must be gone from it.
    pub value: String,
}

/// One rule as it is written down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(clippy::struct_excessive_bools, reason = "independent switches of a rule, as written in the file")]
pub(super) struct Data {
    /// Unique name.
    pub id: String,
    /// Class of the value: the name in its placeholder.
    pub class: String,
    /// How it finds its value.
    pub kind: Kind,
    /// Fixed texts that trigger it, without case.
    #[serde(default)]
    pub literals: Vec<String>,
    /// Given names trigger it too, each with a blank behind it.
    #[serde(default)]
    pub first_names: bool,
    /// The trigger of a shape without a fixed text.
    #[serde(default)]
    pub gate: Option<Gate>,
    /// What the value looks like: the group `v`, `w` or `x`, or all of the match. Linear time, no Unicode tables, anchored at its start
    /// unless `back` is given.
    #[serde(default)]
    pub pattern: String,
    /// How many bytes before the trigger the value can start.
    #[serde(default)]
    pub back: usize,
    /// How many bytes from the trigger the pattern sees.
    #[serde(default = "default_reach")]
    pub reach: usize,
    /// The key is all of its word: `pin` but not `spin`.
    #[serde(default)]
    pub whole: bool,
    /// The key is a word of its name: `phone` in `customerPhone`.
    #[serde(default)]
    pub part: bool,
    /// What the word announces, around which its value is said.
    #[serde(default)]
    pub said: Option<Said>,
    /// How many bytes before and behind its word a value lies that is about it.
    #[serde(default = "default_around")]
    pub around: usize,
    /// Only the value next to the word is about it; one before it counts as twice as far.
    #[serde(default)]
    pub nearest: bool,
    /// A value without quotes reaches to the end of the line.
    #[serde(default)]
    pub line: bool,
    /// Two blanks separate key and value, as in a table.
    #[serde(default)]
    pub gap: bool,
    /// What was found holds several values: each of them looks like this (the group `v`, or all of it).
    #[serde(default)]
    pub each: String,
    /// What must stand somewhere in the lines before the trigger.
    #[serde(default)]
    pub near: String,
    /// A byte without which the pattern cannot match: where it is not within reach, the pattern is not tried.
    #[serde(default)]
    pub holds: Option<char>,
    /// So many letters, figures, hyphens or low lines in a row, without which the pattern cannot match.
    #[serde(default)]
    pub unbroken: usize,
    /// A check that a pattern cannot make.
    #[serde(default)]
    pub validator: Option<Validator>,
    /// What must stand before the trigger on the same line, ending with it.
    #[serde(default)]
    pub needs_left: String,
    /// What must not stand before the value on the same line, ending with it.
    #[serde(default)]
    pub unless_left: String,
    /// What must not follow the value.
    #[serde(default)]
    pub unless_right: String,
    /// So distinct that it counts as a leak in a finished bundle.
    #[serde(default)]
    pub confident: bool,
    /// The value may start inside of a word.
    #[serde(default)]
    pub inside: bool,
    /// Is tried again beside what was hidden: a neighbour that stood in its way is one no more.
    #[serde(default)]
    pub again: bool,
    /// Must be caught.
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are for the tests"))]
    pub hide: Vec<Example>,
    /// Must survive.
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are for the tests"))]
    pub keep: Vec<String>,
}

impl Data {
    /// How its key and value are written.
    pub fn style(&self) -> Style {
        Style { whole: self.whole, part: self.part, line: self.line, gap: self.gap }
    }
}

fn default_around() -> usize {
    200
}

fn default_reach() -> usize {
    512
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Data>,
}

/// A rule ready to run. What it consists of is compiled when it is first needed: most texts wake few rules.
pub(super) struct Rule {
    /// As written down.
    pub data: Data,
    ready: Ready,
}

#[derive(Default)]
struct Ready {
    pattern: OnceLock<Option<Regex>>,
    first: OnceLock<Option<Bytes>>,
    needs_left: OnceLock<Option<Regex>>,
    unless_left: OnceLock<Option<Regex>>,
    unless_right: OnceLock<Option<Regex>>,
    each: OnceLock<Option<Regex>>,
    near: OnceLock<Option<Regex>>,
}

impl Rule {
    fn new(data: Data) -> Self {
        Self { data, ready: Ready::default() }
    }

    /// Its pattern, if it has one.
    pub fn pattern(&self) -> Option<&Regex> {
        let anchored = self.data.back == 0 && self.data.kind != Kind::About;
        self.ready.pattern.get_or_init(|| regex(&self.data.pattern, anchored)).as_ref()
    }

    /// With what the match of a label's pattern begins.
    pub fn first(&self) -> Option<&Bytes> {
        let of = || (self.data.kind == Kind::Label).then(|| Bytes::of(&written_out(&self.data.pattern))).flatten();
        self.ready.first.get_or_init(of).as_ref()
    }

    /// Compiled `needs-left`.
    pub fn needs_left(&self) -> Option<&Regex> {
        self.ready.needs_left.get_or_init(|| regex(&self.data.needs_left, false)).as_ref()
    }

    /// Compiled `unless-left`.
    pub fn unless_left(&self) -> Option<&Regex> {
        self.ready.unless_left.get_or_init(|| regex(&self.data.unless_left, false)).as_ref()
    }

    /// Compiled `unless-right`.
    pub fn unless_right(&self) -> Option<&Regex> {
        self.ready.unless_right.get_or_init(|| regex(&self.data.unless_right, true)).as_ref()
    }

    /// Compiled `each`.
    pub fn each(&self) -> Option<&Regex> {
        self.ready.each.get_or_init(|| regex(&self.data.each, false)).as_ref()
    }

    /// Compiled `near`.
    pub fn near(&self) -> Option<&Regex> {
        self.ready.near.get_or_init(|| regex(&self.data.near, false)).as_ref()
    }
}

/// All rules with their triggers.
pub(super) struct Rules {
    /// In the order of their files' names.
    pub all: Vec<&'static Rule>,
    /// The literals of all rules, without case.
    pub literals: Fixed,
    /// For each literal: the rules it triggers.
    pub by_literal: Vec<Vec<usize>>,
    /// For each gate: the rules it triggers.
    pub by_gate: [Vec<usize>; Gate::COUNT],
    /// What leads to those gates.
    pub gates: u8,
    /// Rules by name.
    pub by_id: HashMap<String, u32>,
}

static READ: LazyLock<Vec<Rule>> = LazyLock::new(|| read().into_iter().map(Rule::new).collect());
static ALL: LazyLock<Rules> = LazyLock::new(|| Rules::of(|_| true));
static AGAIN: LazyLock<Rules> = LazyLock::new(|| Rules::of(|rule| rule.again));
static CONFIDENT: LazyLock<Rules> = LazyLock::new(|| Rules::of(|rule| rule.confident));

/// Every rule; read at the first call.
pub(super) fn all() -> &'static Rules {
    &ALL
}

/// The rules that are tried again beside what was hidden; made ready at the first call.
pub(super) fn again() -> &'static Rules {
    &AGAIN
}

/// The rules that leave no doubt; made ready at the first call.
pub(super) fn confident() -> &'static Rules {
    &CONFIDENT
}

/// The rules of every file, sorted by file name. A file that cannot be read gives none; the tests hold all to be readable.
fn read() -> Vec<Data> {
    let mut files: Vec<_> = FILES
        .files()
        .filter(|file| {
            file.path().extension().is_some_and(|end| end == "toml")
                && file.path().file_stem().is_some_and(|stem| stem != "generic")
        })
        .collect();
    files.sort_by_key(|file| file.path());
    let texts = files.iter().filter_map(|file| file.contents_utf8());
    texts.filter_map(|text| toml::from_str::<File>(text).ok()).flat_map(|file| file.rule).collect()
}

/// What patterns can name instead of writing it out; letters beyond ASCII stand as bytes.
const PARTS: [(&str, &str); 6] = [
    // Several words of a name, after one another.
    ("{Names}", "{Word}(?:[ ]{Word}){1,3}"),
    // One of them.
    ("{Word}", r"{Cap}(?:[A-Za-z'-]|\xE2\x80\x99|[\xC3-\xC5\xD0\xD1][\x80-\xBF]){1,30}"),
    ("{Cap}", r"(?:[A-Z]|\xC3[\x80-\x9E]|\xD0[\x81\x90-\xAF])"),
    // A month of four languages, in full or cut.
    (
        "{Month}",
        r"(?:jan|feb|fév|mar|mär|apr|avr|ma[iy]|jui?n|jui?l|aug|aoû|sep|o[ck]t|nov|de[cz]|déc|янв|фев|март|апр|ма(?:й|я)|июн|июл|авг|сен|окт|ноя|дек)(?:[a-z]|[\xC3\xD0\xD1][\x80-\xBF]){0,8}",
    ),
    // What stands between a label and its value.
    ("{Colon}", r#"["'`]?[ \t]*(?:[:=#]|\xE2\x80\x94|\xE2\x84\x96)?[ \t]*["'`]?"#),
    ("{Low}", r"(?:[a-z]|\xC3[\x9F-\xBF]|\xD0[\xB0-\xBF]|\xD1[\x80-\x9F])"),
];

/// The pattern with what it names written out.
fn written_out(pattern: &str) -> String {
    PARTS.iter().fold(pattern.to_owned(), |pattern, (name, part)| pattern.replace(name, part))
}

fn regex(pattern: &str, anchor: bool) -> Option<Regex> {
    if pattern.is_empty() {
        return None;
    }
    let pattern = written_out(pattern);
    let pattern = if anchor { format!("^(?:{pattern})") } else { pattern };
    RegexBuilder::new(&pattern).unicode(false).build().ok()
}

impl Rules {
    /// The `wanted` ones with their triggers.
    fn of(wanted: impl Fn(&Data) -> bool) -> Self {
        let all: Vec<&Rule> = READ.iter().filter(|rule| wanted(&rule.data)).collect();
        let mut triggers: BTreeSet<(Vec<u8>, usize)> = BTreeSet::new();
        let mut by_gate: [Vec<usize>; Gate::COUNT] = Default::default();
        let mut gates = 0;
        for (index, rule) in all.iter().enumerate() {
            for literal in rule.data.literals.iter().flat_map(|literal| cases(literal)) {
                triggers.insert((literal, index));
            }
            for name in generic::first_names().filter(|_| rule.data.first_names) {
                triggers.insert((format!("{} ", spelling::title(name)).into_bytes(), index));
            }
            if let Some(gate) = rule.data.gate {
                by_gate[gate as usize].push(index);
                gates |= gate.bits();
            }
        }
        let mut patterns: Vec<Vec<u8>> = Vec::new();
        let mut by_literal: Vec<Vec<usize>> = Vec::new();
        for (literal, rule) in triggers {
            if patterns.last() == Some(&literal) {
                by_literal.last_mut().into_iter().for_each(|rules| rules.push(rule));
            } else {
                patterns.push(literal);
                by_literal.push(vec![rule]);
            }
        }
        let by_id = all.iter().zip(0..).map(|(rule, index)| (rule.data.id.clone(), index)).collect();
        Self { all, literals: Fixed::new(patterns), by_literal, by_gate, gates, by_id }
    }
}

/// The spellings of a literal that ASCII case folding does not cover.
fn cases(literal: &str) -> BTreeSet<Vec<u8>> {
    if literal.is_ascii() {
        return BTreeSet::from([literal.to_ascii_lowercase().into_bytes()]);
    }
    let lower = literal.to_lowercase();
    let mut rest = lower.chars();
    let title = rest.next().map(|first| first.to_uppercase().chain(rest).collect::<String>()).unwrap_or_default();
    [literal.to_owned(), literal.to_uppercase(), title, lower].into_iter().map(String::into_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_and_pattern_is_readable() {
        let mut ids = BTreeSet::new();
        for file in FILES.files().filter(|file| file.path().file_stem().is_some_and(|stem| stem != "generic")) {
            let rules: File = toml::from_str(file.contents_utf8().unwrap()).unwrap();
            for data in rules.rule {
                for pattern in
                    [&data.pattern, &data.needs_left, &data.unless_left, &data.unless_right, &data.each, &data.near]
                {
                    assert_eq!(regex(pattern, false).is_none(), pattern.is_empty(), "{}: {pattern}", data.id);
                }
                assert!(ids.insert(data.id.clone()), "{} stands twice", data.id);
                assert!(
                    (data.literals.is_empty() && !data.first_names) == data.gate.is_some(),
                    "{} has one kind of trigger",
                    data.id
                );
                assert!(!data.hide.is_empty(), "{} has no example", data.id);
                assert!(data.hide.iter().all(|example| example.text.contains(&example.value)), "{}", data.id);
            }
        }
        assert_eq!(ids.len(), all().all.len());
    }
}
