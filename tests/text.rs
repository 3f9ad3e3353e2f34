//! Every text exists in both languages, takes the same values there, and is used; every text that Rust names exists.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read the code fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use regex::Regex;

/// Ids that are put together from one of these and a word of the data. The word has to be in the code too.
const COMPOSED: [&str; 10] = [
    "error-",       // the key of an error: model::Explain
    "fact-",        // the id of a fact
    "specs-game-",  // what the store does with a game
    "specs-label-", // the id of a fact
    "kind-",        // the kind of a file, in the window
    "cli-kind-",    // the kind of a file, on the command line
    "file-",        // a key of the incident file, in its template
    "part-",        // a part of the incident
    "ink-",         // the colour of a mark
    "line-",        // the thickness of a mark
];

/// What a message takes: variables of its value and of its attributes.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_file_is_free_of_errors_and_duplicates() {
    for lang in ["en", "ru"] {
        let mut seen = BTreeSet::new();
        for path in files(&Path::new("assets/text").join(lang), "ftl") {
            let text = fs::read_to_string(&path).unwrap();
            let resource = fluent_syntax::parser::parse(text.as_str())
                .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
            for entry in &resource.body {
                if let Entry::Message(message) = entry {
                    assert!(seen.insert(message.id.name.to_owned()), "{} twice in {lang}", message.id.name);
                }
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_values() {
    let (en, ru) = (messages("en"), messages("ru"));
    assert!(en.len() > 300, "{}", en.len());
    let names = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
    let only_one: Vec<_> = names(&en).symmetric_difference(&names(&ru)).cloned().collect();
    assert!(only_one.is_empty(), "in one language only: {only_one:?}");
    for (id, values) in &en {
        assert_eq!(values, &ru[id], "values of {id}");
    }
}

#[test]
fn every_message_that_rust_names_exists() {
    let messages = messages("en");
    let mut named = 0;
    for (path, code) in code() {
        for id in ids_in(&code) {
            named += 1;
            assert!(messages.contains_key(&id), "{} names {id}", path.display());
        }
        for key in keys_in(&code) {
            let id = format!("error-{key}");
            named += 1;
            assert!(messages.contains_key(&id), "{} names {id}", path.display());
            assert!(messages.contains_key(&format!("{id}.hint")), "{id} has no hint");
        }
    }
    assert!(named > 300, "{named}");
}

#[test]
fn every_message_is_used() {
    let words: BTreeSet<String> = code().iter().flat_map(|(_, code)| literals(code)).collect();
    let is_used = |id: &str| {
        words.contains(id)
            || COMPOSED
                .iter()
                .filter_map(|prefix| id.strip_prefix(prefix))
                .any(|word| words.contains(word) || words.contains(&word.replace('-', "_")))
    };
    let unused: Vec<_> = messages("en").into_keys().filter(|id| !id.contains('.') && !is_used(id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_value_that_a_message_mentions_is_given() {
    static CALL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"(?s)\btf\(\s*(?:[\w.]+\s*,\s*)?"([\w-]+)",\s*&\[(.*?)\]\s*\)"#).unwrap());
    static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"\("([\w-]+)",|\("([\w-]+)"\s*,"#).unwrap());
    let messages = messages("en");
    let mut calls = 0;
    for (path, code) in code() {
        for call in CALL.captures_iter(&code) {
            let Some(wanted) = messages.get(&call[1]) else { continue };
            let given: BTreeSet<&str> = NAME
                .captures_iter(&call[2])
                .filter_map(|name| name.get(1).or(name.get(2)))
                .map(|name| name.as_str())
                .collect();
            let missing: Vec<_> = wanted.iter().filter(|name| !given.contains(name.as_str())).collect();
            assert!(missing.is_empty(), "{}: {} wants {missing:?}", path.display(), &call[1]);
            calls += 1;
        }
    }
    assert!(calls > 60, "{calls}");
}

fn messages(lang: &str) -> Messages {
    let mut messages = Messages::new();
    for path in files(&Path::new("assets/text").join(lang), "ftl") {
        let text = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(partial, _)| partial);
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            messages.insert(id.to_owned(), message.value.as_ref().map(variables).unwrap_or_default());
            for attribute in &message.attributes {
                messages.insert(format!("{id}.{}", attribute.id.name), variables(&attribute.value));
            }
        }
    }
    messages
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, found));
        }
        _ => {}
    }
}

/// The code without its tests.
fn code() -> Vec<(PathBuf, String)> {
    let tests = Regex::new(r"(?m)^#\[cfg\(test\)\]\n(#\[.*\]\n)*mod \w+ \{").unwrap();
    let mut code = Vec::new();
    for path in files(Path::new("src"), "rs") {
        if path.ends_with("tests.rs") || path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("_tests"))
        {
            continue;
        }
        let mut text = fs::read_to_string(&path).unwrap();
        if let Some(tests) = tests.find(&text) {
            text.truncate(tests.start());
        }
        code.push((path, text));
    }
    code
}

/// Ids in the calls of `t` and `tf`, also as branches of an `if` or `match` there or before it (`let id = …;`).
fn ids_in(code: &str) -> BTreeSet<String> {
    let direct = Regex::new(r#"\btf?\(\s*(?:[\w.]+,\s*)?"([\w-]+)""#).unwrap();
    let mut ids: BTreeSet<String> = direct.captures_iter(code).map(|call| call[1].to_owned()).collect();
    let kebab = Regex::new("^[a-z][a-z0-9]*(-[a-z0-9]+)+$").unwrap();
    let starts = Regex::new(r"\btf?\(|\blet id = ").unwrap();
    for start in starts.find_iter(code) {
        let rest = &code[start.end()..];
        let end = if start.as_str().starts_with("let") {
            rest.find(';').unwrap_or(rest.len())
        } else {
            let close = closing(rest);
            rest[..close].find("&[").unwrap_or(close)
        };
        ids.extend(literals(&rest[..end]).into_iter().filter(|word| kebab.is_match(word)));
    }
    ids
}

/// Where the bracket that is open before `text` is closed.
fn closing(text: &str) -> usize {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The keys of errors.
fn keys_in(code: &str) -> BTreeSet<String> {
    let Some(start) = code.find("fn key(&self) -> &'static str {\n        match self {") else {
        return BTreeSet::new();
    };
    let body = &code[start..];
    let body = &body[..body.find("\n    }\n").unwrap_or(body.len())];
    literals(body)
}

fn literals(code: &str) -> BTreeSet<String> {
    static LITERAL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#""([^"\\\n]*)""#).unwrap());
    LITERAL.captures_iter(code).map(|found| found[1].to_owned()).collect()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
