//! YAML to a tree that remembers lines and how each value was written. Scalars stay text: `3.10` is not a number here.
//!
//! Never here: recursion, or a tree that is larger than the file makes plausible. Aliases share their target.

use std::collections::HashMap;
use std::rc::Rc;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use super::refusal::Rule;

/// Nested deeper than any form; aliases count with the depth of what they stand for.
const DEPTH: usize = 48;
/// More values than any form of a megabyte.
const NODES: usize = 200_000;

/// A value with its line, from 1.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) line: usize,
    depth: usize,
    pub(super) value: Value,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Value {
    /// Text; `plain` without quotes, as numbers and booleans are written too.
    Scalar { text: String, plain: bool },
    /// `- a`
    List(Vec<Rc<Node>>),
    /// `a: b`; keys as they come, also twice.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) line: usize,
    pub(super) value: Rc<Node>,
}

/// The first document of a file.
#[derive(Debug)]
pub(super) struct Document {
    /// Its value; none in an empty file.
    pub(super) root: Option<Rc<Node>>,
    /// The line of another document after it that is not empty.
    pub(super) further: Option<usize>,
}

/// A list or map that is not closed yet.
struct Unfinished {
    line: usize,
    anchor: usize,
    depth: usize,
    content: Content,
}

enum Content {
    List(Vec<Rc<Node>>),
    Map(Vec<Entry>, Option<(String, usize)>),
}

/// Reads the first document of `text`.
pub(super) fn parse(text: &str) -> Result<Document, (usize, Rule)> {
    let mut open: Vec<Unfinished> = Vec::new();
    let mut anchors: HashMap<usize, Rc<Node>> = HashMap::new();
    let mut root = None;
    let mut count = 0;
    let mut events = Parser::new_from_str(text);
    while let Some(event) = events.next_event() {
        let (event, span) = event.map_err(|error| problem(&error, text))?;
        let line = span.start.line().max(1);
        count += 1;
        if count > NODES {
            return Err((line, Rule::TooLarge));
        }
        let (node, anchor) = match event {
            Event::SequenceStart(_, anchor, _) => {
                open.push(Unfinished { line, anchor, depth: 0, content: Content::List(Vec::new()) });
                expect_depth(open.len(), line)?;
                continue;
            }
            Event::MappingStart(_, anchor, _) => {
                open.push(Unfinished { line, anchor, depth: 0, content: Content::Map(Vec::new(), None) });
                expect_depth(open.len(), line)?;
                continue;
            }
            Event::Scalar(text, style, anchor, _) => {
                let plain = style == ScalarStyle::Plain;
                // The parser says `~` also where nothing stands.
                let text = if plain && text == "~" { String::new() } else { text.into_owned() };
                (Node { line, depth: 1, value: Value::Scalar { text, plain } }, anchor)
            }
            Event::Alias(anchor) => {
                let target = anchors.get(&anchor).ok_or((line, Rule::YamlAlias))?;
                place(&mut open, &mut root, Rc::clone(target), line);
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(done) = open.pop() else { continue };
                let value = match done.content {
                    Content::List(items) => Value::List(items),
                    Content::Map(entries, _) => Value::Map(entries),
                };
                expect_depth(done.depth + 1, done.line)?;
                (Node { line: done.line, depth: done.depth + 1, value }, done.anchor)
            }
            Event::DocumentEnd => break,
            _ => continue,
        };
        let node = Rc::new(node);
        if anchor > 0 {
            anchors.insert(anchor, Rc::clone(&node));
        }
        place(&mut open, &mut root, node, line);
    }
    Ok(Document { root, further: further(&mut events) })
}

/// Puts a finished value where it belongs: into the list or map around it, or on top.
fn place(open: &mut [Unfinished], root: &mut Option<Rc<Node>>, node: Rc<Node>, line: usize) {
    let Some(around) = open.last_mut() else {
        *root = Some(node);
        return;
    };
    around.depth = around.depth.max(node.depth);
    match &mut around.content {
        Content::List(items) => items.push(node),
        Content::Map(entries, key) => match key.take() {
            None => *key = Some((key_text(&node), line)),
            Some((key, line)) => entries.push(Entry { key, line, value: node }),
        },
    }
}

fn key_text(node: &Node) -> String {
    match &node.value {
        Value::Scalar { text, .. } => text.clone(),
        Value::List(_) => "[]".to_owned(),
        Value::Map(_) => "{}".to_owned(),
    }
}

fn expect_depth(depth: usize, line: usize) -> Result<(), (usize, Rule)> {
    if depth > DEPTH { Err((line, Rule::TooDeep)) } else { Ok(()) }
}

/// The line of the first value after the first document. What is wrong there does not matter: nobody reads it.
fn further<'a>(
    events: &mut impl Iterator<Item = Result<(Event<'a>, granit_parser::Span), ScanError>>,
) -> Option<usize> {
    for event in events.take(8) {
        match event {
            Ok((Event::Scalar(text, ..), _)) if text.is_empty() || text == "~" => {}
            Ok((Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..), span)) => {
                return Some(span.start.line());
            }
            Ok(_) => {}
            Err(_) => return None,
        }
    }
    None
}

/// What the parser says, as the mistake that people make there.
fn problem(error: &ScanError, text: &str) -> (usize, Rule) {
    let line = error.marker().line().clamp(1, text.lines().count().max(1));
    let words = text.lines().nth(line - 1).unwrap_or_default();
    let rule = match error.kind() {
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::SimpleKeyExpected
            if words.matches(": ").count() + usize::from(words.trim_end().ends_with(':')) > 1 =>
        {
            Rule::YamlColon
        }
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => Rule::YamlAlias,
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar
        | ErrorKind::UnexpectedCharacter { character: '\t' } => Rule::YamlTab,
        ErrorKind::UnexpectedCharacter { character } => Rule::YamlCharacter { name: character.to_string() },
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::UnknownQuotedScalarEscape => Rule::YamlQuotes,
        ErrorKind::RecursionLimitExceeded => Rule::TooDeep,
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidIndentation
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::MappingValueNotAllowed
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::ExpectedDocumentStart => Rule::YamlIndent,
        _ => Rule::Yaml { value: error.info() },
    };
    (line, rule)
}
