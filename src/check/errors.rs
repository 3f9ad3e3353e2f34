//! An error that the text speaks of is quoted in `error_text`: finds the words in quotation marks, the codes and the names
//! of exceptions that stand beside it, so that they can be moved there.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{Fix, Incident, Lang, Span};
use crate::text::{t, tf};

use super::phrases::Phrases;
use super::predicate::Finding;
use super::prose::{Prose, Texts, words};
use super::quoted;
use super::words::list;

/// Fields in which people tell what the computer said.
const FIELDS: [&str; 4] = ["title", "description", "actual", "steps"];
/// So many words may stand between "the error" and what it says.
const BETWEEN_WORDS: usize = 4;
/// A pasted message of more is an excerpt, not a message.
const PASTED_CHARS: usize = 600;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Talk {
    Error,
    Says,
    Between,
    Person,
    Untold,
    None,
}

static TALK: LazyLock<Phrases<Talk>> = LazyLock::new(|| {
    Phrases::new(
        list(Talk::Error, |words| &words.error.error)
            .chain(list(Talk::Says, |words| &words.error.says))
            .chain(list(Talk::Between, |words| &words.error.between))
            .chain(list(Talk::Person, |words| &words.error.person))
            .chain(list(Talk::Untold, |words| &words.error.untold))
            .chain(list(Talk::None, |words| &words.error.none)),
    )
});

/// A code of a system, the name of an exception, a constant: told by its form alone.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b(?:[A-Z]\w+(?:Exception|Error)\b|(?:ERR|STATUS|DXGI|HRESULT|NS_ERROR)_[A-Z0-9_]{3,}|0x[0-9A-Fa-f]{8}\b)",
    )
    .ok()
});

/// A code that counts only right after "error".
static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^\s*[:#№(-]?\s*(0x[0-9A-Fa-f]{3,16}|[A-Z]{1,12}[-_ ]?\d{1,6}(?:[-_][A-Z0-9]+)*|\d{3,6}(?:[-.]\d+)*)\b")
        .ok()
});

pub(super) fn evaluate(incident: &Incident, texts: &Texts, lang: Lang) -> Option<Finding> {
    let draft = &incident.draft;
    let mut spans: Vec<Span> = Vec::new();
    let mut untold: Vec<Span> = Vec::new();
    for prose in texts.of(&FIELDS) {
        spans.extend(told(prose));
        untold.extend(mentions(prose));
    }
    let speaks = !spans.is_empty() || !untold.is_empty();
    if !draft.error_text.trim().is_empty() {
        return Some(Finding::new("error_text", true, Fix::Fill));
    }
    // The same words once; what a file may show is not asked for.
    let mut seen: Vec<String> = Vec::new();
    spans.retain(|span| {
        let new = !seen.contains(&span.text);
        seen.push(span.text.clone());
        new
    });
    if !speaks || (spans.is_empty() && !incident.evidence.is_empty()) {
        return None;
    }
    let detail = if spans.is_empty() {
        t(lang, "check-error-untold")
    } else {
        tf(lang, "check-error-told", &[("words", quoted(spans.iter().map(|span| span.text.as_str()), lang).into())])
    };
    let mut finding = Finding::new("error_text", false, Fix::Fill).detail(detail);
    finding.spans = if spans.is_empty() { untold } else { spans };
    Some(finding)
}

/// The words of errors in a text, as they can be moved.
fn told(prose: &Prose) -> Vec<Span> {
    let chars = prose.own.chars();
    let found = TALK.find(&prose.own);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for hit in &found {
        if !matches!(hit.kind, Talk::Error | Talk::Says) || is_a_persons(prose, &found, hit.start) {
            continue;
        }
        let quote = prose.quoted.iter().find(|(start, _)| *start > hit.end);
        if let Some(&(start, end)) = quote
            && leads_to(prose, &found, hit.end, start - 1)
            && says_something(prose, start, end)
        {
            places.push((start, end));
        }
        if hit.kind == Talk::Error
            && let Some(code) = &*CODE
        {
            let rest: String = chars[hit.end..].iter().take(40).take_while(|c| **c != '\n').collect();
            if let Some(code) = code.captures(&rest).and_then(|found| found.get(1)) {
                let start = hit.end + rest[..code.start()].chars().count();
                places.push((start, start + code.as_str().chars().count()));
            }
        }
    }
    places.extend(named(prose));
    places.extend(pasted(prose, &found));
    places.sort_unstable();
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for place in places {
        if kept.last().is_none_or(|last| last.1 <= place.0) {
            kept.push(place);
        }
    }
    kept.into_iter().map(|(start, end)| prose.span(start, end)).collect()
}

/// Whether a person says it: "support says", "the article about the error".
fn is_a_persons(prose: &Prose, found: &[super::phrases::Found<Talk>], at: usize) -> bool {
    const NEAR_CHARS: usize = 3;
    found.iter().any(|other| {
        let near = other.end <= at && at - other.end <= NEAR_CHARS;
        (other.kind == Talk::Person && near && !prose.own.chars()[other.end..at].contains(&'.'))
            || (other.kind == Talk::None && other.start <= at && at < other.end + 1)
    })
}

/// Whether only little words and marks stand between two places.
fn leads_to(prose: &Prose, found: &[super::phrases::Found<Talk>], start: usize, end: usize) -> bool {
    if start > end {
        return false;
    }
    let chars = prose.own.chars();
    let between = words(chars, start, end);
    let plain = |word: &super::prose::Word| {
        found.iter().any(|hit| {
            matches!(hit.kind, Talk::Between | Talk::Error | Talk::Says)
                && hit.start <= word.start
                && word.end <= hit.end
        })
    };
    between.len() <= BETWEEN_WORDS
        && between.iter().all(plain)
        && chars[start..end].iter().filter(|c| **c == '\n').count() <= 1
        && !chars[start..end].iter().any(|c| ".!?;".contains(*c))
}

/// A message has several words, or a digit, or capitals inside; a single word is more often a button.
fn says_something(prose: &Prose, start: usize, end: usize) -> bool {
    let chars = prose.page.chars();
    let all = words(chars, start, end);
    let text = &chars[start..end];
    let inside = text.iter().skip(1).any(|c| c.is_uppercase() || c.is_numeric() || "_!".contains(*c));
    all.len() >= 2 || (inside && !all.is_empty())
}

fn named(prose: &Prose) -> Vec<(usize, usize)> {
    let Some(named) = &*NAMED else { return Vec::new() };
    let text: String = prose.page.chars().iter().collect();
    let (mut bytes, mut chars) = (0, 0);
    let mut all = Vec::new();
    for found in named.find_iter(&text) {
        chars += text[bytes..found.start()].chars().count();
        bytes = found.start();
        let end = chars + found.as_str().chars().count();
        let end = message_end(prose, chars, end);
        // In a pasted log it is not the writer who speaks of it.
        let own = prose.own.chars()[chars] != ' ';
        let in_quotation = prose.quoted.iter().any(|(start, stop)| *start <= chars && end <= *stop);
        if own || in_quotation {
            all.push((chars, end));
        }
    }
    all
}

/// The end of what an exception says: `TypeError: Cannot read …` goes to the end of its line or quotation.
fn message_end(prose: &Prose, start: usize, end: usize) -> usize {
    const MESSAGE_CHARS: usize = 200;
    let chars = prose.page.chars();
    if chars.get(end) != Some(&':') || chars.get(end + 1) != Some(&' ') {
        return end;
    }
    let limit = prose.quoted.iter().find(|(from, to)| *from <= start && end <= *to).map_or(chars.len(), |(_, to)| *to);
    let line = chars[end..limit].iter().take_while(|c| !"\n*`".contains(**c)).count();
    if line > MESSAGE_CHARS { end } else { end + line }
}

/// A short pasted block right under a line that speaks of an error.
fn pasted(prose: &Prose, found: &[super::phrases::Found<Talk>]) -> Vec<(usize, usize)> {
    let chars = prose.page.chars();
    let mut all = Vec::new();
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for at in 0..=chars.len() {
        if chars.get(at).is_none_or(|c| *c == '\n') {
            lines.push((start, at));
            start = at + 1;
        }
    }
    let is_fence =
        |(start, end): (usize, usize)| chars[start..end].iter().collect::<String>().trim_start().starts_with("```");
    let mut i = 0;
    while i < lines.len() {
        if !is_fence(lines[i]) {
            i += 1;
            continue;
        }
        let Some(close) = (i + 1..lines.len()).find(|line| is_fence(lines[*line])) else { break };
        let inside = (lines[i].1 + 1, lines[close].0.saturating_sub(1));
        let above = (0..i).rev().find(|line| chars[lines[*line].0..lines[*line].1].iter().any(|c| !c.is_whitespace()));
        let speaks = above.is_some_and(|line| {
            let (start, end) = lines[line];
            let heading = chars[start..end].iter().collect::<String>().trim_start().starts_with('#');
            let leads = chars[start..end].iter().rev().find(|c| !c.is_whitespace()).is_some_and(|c| *c == ':');
            (heading || leads)
                && found.iter().any(|hit| {
                    matches!(hit.kind, Talk::Error | Talk::Says)
                        && hit.start >= start
                        && hit.end <= end
                        && !is_a_persons(prose, found, hit.start)
                })
        });
        if speaks && inside.0 < inside.1 && inside.1 - inside.0 <= PASTED_CHARS {
            all.push(inside);
        }
        i = close + 1;
    }
    all
}

/// Where a message is spoken of without its words.
fn mentions(prose: &Prose) -> Vec<Span> {
    let found = TALK.find(&prose.own);
    let none = |start: usize, end: usize| {
        found.iter().any(|other| other.kind == Talk::None && other.start < end && start < other.end)
    };
    found
        .iter()
        .filter(|hit| hit.kind == Talk::Untold && !none(hit.start, hit.end))
        .map(|hit| prose.span(hit.start, hit.end))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let prose = Prose::new("description", "description", text);
        told(&prose).into_iter().map(|span| span.text).collect()
    }

    #[test]
    fn words_and_codes_of_errors_are_found() {
        for (text, words) in [
            ("At the end it says \"Disk is full\".", "Disk is full"),
            ("An error “Could not fulfil a fault” appears", "Could not fulfil a fault"),
            ("It fails with error code 0x80070005 at once", "0x80070005"),
            ("Error: VAN 152 after the start", "VAN 152"),
            ("Пишет «Отказано в доступе» и закрывается", "Отказано в доступе"),
            ("Ошибка 0x80090010 при копировании", "0x80090010"),
            ("Выдаёт ошибку: «Нет сети»", "Нет сети"),
            ("The app ends with NSObjectInaccessibleException.", "NSObjectInaccessibleException"),
            ("It ends:\n**TypeError: Cannot read x**", "TypeError: Cannot read x"),
            ("I get this error:\n```\nE17: no route\n```\nand that is all", "E17: no route"),
            ("Installer stops, error 1603.", "1603"),
        ] {
            assert_eq!(found(text), [words], "{text}");
        }
    }

    #[test]
    fn other_quotations_are_left_alone() {
        for text in [
            "Support says \"please wait a day\" and nothing more.",
            "Click “Save as” and “Close”, then the error is gone.",
            "Ошибка в разделе «Мои заказы»",
            "В чате пишет друг, продавец пишет «ждите завтра».",
            "There were 3 errors in 2026 and 100 players saw an error in the list",
            "My message \"hello\" never arrived.",
            "Кнопка «Отправить сообщение» серая",
            "The error is in the “Notes” tab",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_message_without_its_words_is_noticed_and_none_is_none() {
        let mentions = |text: &str| mentions(&Prose::new("description", "description", text)).len();
        assert_eq!(mentions("Then I get an error and it closes"), 1);
        assert_eq!(mentions("После этого выдаёт ошибку"), 1);
        for text in
            ["It closes without an error message", "no error message is shown", "Не пишет ошибку, просто закрывается"]
        {
            assert_eq!(mentions(text), 0, "{text}");
        }
    }
}
