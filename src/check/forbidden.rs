//! What a text that everybody reads must not hold: names, telephone numbers, addresses, links, as the destination says.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{FieldType, Fix, Forbidden, Lang, Profile, Span};
use crate::text::tf;

use super::page::Page;
use super::phrases::{Found, Phrases};
use super::predicate::{Finding, Judgement};
use super::prose::{Prose, Texts, Word, words};
use super::quoted;
use super::words::list;

/// A telephone number has at least so many digits, and at most as many as E.164 allows.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 10..=15;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    /// Only a name follows.
    Title,
    /// A name may follow.
    Role,
    FirstName,
    Phone,
}

static HINTS: LazyLock<Phrases<Hint>> = LazyLock::new(|| {
    Phrases::new(
        list(Hint::Title, |words| &words.people.title)
            .chain(list(Hint::Role, |words| &words.people.role))
            .chain(list(Hint::FirstName, |words| &words.people.first_names))
            .chain(list(Hint::Phone, |words| &words.people.phone)),
    )
});

static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[\p{L}]{2,}").ok());

static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\bhttps?://[^\s<>«»“”]+|\bwww\.[^\s<>«»“”]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|ru|su|рф|de|uk|fr|eu|ua|by|kz)\b(?:/[^\s<>«»“”]*)?|\b(?:t\.me|wa\.me|discord\.gg|bit\.ly|vk\.cc|youtu\.be)/[^\s<>«»“”]+",
    )
    .ok()
});

static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\+?\(?\d[\d \u{a0}().-]{7,22}\d").ok());

static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b\d{1,5}[a-zA-Z]? (?:[A-Z][\w']+ ){1,3}(?:Street|St\b\.?|Avenue|Ave\b\.?|Road|Rd\b\.?|Lane|Drive|Boulevard|Blvd\b\.?|Square|Court|Terrace)|(?:\bул\.?|\bулиц[аеуы]|\bпр-т|\bпроспект[а-я]*|\bпер\.|\bпереулок|\bпереулке|\bшоссе|\bнаб\.|\bнабережн[а-я]+|\bбульвар[а-я]*)\s+(?:[А-ЯЁ][\w-]*\.?\s*){1,3},?\s*(?:д\.?\s*|дом\s+)?\d+[а-яА-Я]?",
    )
    .ok()
});

/// A find with whether it is beyond doubt.
struct Hit {
    kind: Forbidden,
    sure: bool,
    span: Span,
}

pub(super) fn evaluate(texts: &Texts, profile: &Profile, lang: Lang) -> Option<Finding> {
    if profile.forbid.is_empty() {
        return None;
    }
    let mut hits: Vec<Hit> = Vec::new();
    let mut any = false;
    for prose in texts.all.iter().filter(|prose| is_read(profile, &prose.root)) {
        any = true;
        for &kind in &profile.forbid {
            let found = find(prose, kind);
            let page = &prose.page;
            hits.extend(found.into_iter().map(|(start, end, sure)| Hit { kind, sure, span: page.span(start, end) }));
        }
    }
    if !any {
        return None;
    }
    let field = hits.first().map_or("description", |hit| hit.span.field.split('[').next().unwrap_or("description"));
    let mut finding = Finding::new(field, hits.is_empty(), Fix::Fill);
    if !hits.is_empty() && !hits.iter().any(|hit| hit.sure) {
        finding.judgement = Judgement::Asks;
    }
    let kinds = profile.forbid.iter().filter_map(|kind| {
        let found: Vec<&str> = hits.iter().filter(|hit| hit.kind == *kind).map(|hit| hit.span.text.as_str()).collect();
        let id = match kind {
            Forbidden::Names => "check-forbidden-names",
            Forbidden::Phones => "check-forbidden-phones",
            Forbidden::Emails => "check-forbidden-emails",
            Forbidden::Addresses => "check-forbidden-addresses",
            Forbidden::Links => "check-forbidden-links",
        };
        (!found.is_empty()).then(|| tf(lang, id, &[("words", quoted(found, lang).into())]))
    });
    finding.detail = kinds.collect::<Vec<_>>().join(" ");
    finding.spans = hits.into_iter().map(|hit| hit.span).collect();
    Some(finding)
}

/// The desk's own fields count where they are text; the name under which it knows the user is asked for.
fn is_read(profile: &Profile, root: &str) -> bool {
    let Some(id) = root.strip_prefix("fields.") else { return true };
    let own = profile.fields.iter().find(|field| field.id == id);
    own.is_some_and(|field| !field.identity && matches!(field.kind, FieldType::Text | FieldType::Multiline))
}

fn find(prose: &Prose, kind: Forbidden) -> Vec<(usize, usize, bool)> {
    match kind {
        Forbidden::Names => names(&prose.page),
        Forbidden::Phones => phones(&prose.page),
        Forbidden::Emails => matches(&prose.page, &EMAIL).map(|(start, end)| (start, end, true)).collect(),
        Forbidden::Addresses => matches(&prose.page, &ADDRESS).map(|(start, end)| (start, end, false)).collect(),
        Forbidden::Links => {
            let emails: Vec<(usize, usize)> = matches(&prose.page, &EMAIL).collect();
            matches(&prose.page, &LINK)
                .filter(|(start, end)| !emails.iter().any(|(from, to)| from < end && start < to))
                .filter(|(start, end)| !is_inside_name(prose.page.chars(), *start, *end))
                .map(|(start, end)| (start, end, prose.page.chars()[start..end].contains(&'/')))
                .collect()
        }
    }
}

/// `group.com.example.app` is a name of a program, not an address.
fn is_inside_name(chars: &[char], start: usize, end: usize) -> bool {
    let joined = start.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(|c| "._-@\\".contains(*c));
    let goes_on =
        chars.get(end).is_some_and(|c| "._-".contains(*c)) && chars.get(end + 1).is_some_and(|c| c.is_alphanumeric());
    joined || goes_on
}

/// Places of a pattern in characters.
fn matches<'a>(page: &Page, pattern: &'a LazyLock<Option<Regex>>) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let text: String = page.chars().iter().collect();
    let (mut bytes, mut chars) = (0, 0);
    let mut all = Vec::new();
    for found in pattern.iter().flat_map(|pattern| pattern.find_iter(&text)) {
        chars += text[bytes..found.start()].chars().count();
        bytes = found.start();
        // A full stop after an address ends the sentence.
        let len = found.as_str().trim_end_matches(['.', ',', ';', ')', '!', '?']).chars().count();
        all.push((chars, chars + len));
    }
    all.into_iter()
}

fn phones(page: &Page) -> Vec<(usize, usize, bool)> {
    let hints = HINTS.find(page);
    let chars = page.chars();
    matches(page, &PHONE)
        .filter_map(|(start, end)| {
            let text: String = chars[start..end].iter().collect();
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let glued = |at: Option<usize>| {
                at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric() || "#№_=/".contains(*c))
            };
            if !PHONE_DIGITS.contains(&digits) || glued(start.checked_sub(1)) || glued(Some(end)) {
                return None;
            }
            let called =
                hints.iter().any(|hint| hint.kind == Hint::Phone && hint.end <= start && start - hint.end <= 20);
            let written =
                text.starts_with('+') || (text.contains(['(', '-', ' ']) && text.starts_with(['8', '(', '0', '7']));
            // A date, a card and an order have other groups; without a sign of a telephone they are left alone.
            let dated = text.contains('.')
                || text.split(['-', ' ']).any(|group| group.trim_matches(['(', ')', '+']).len() == 4 && digits > 11);
            (called || text.starts_with('+') || (written && !dated)).then_some((
                start,
                end,
                called || text.starts_with('+'),
            ))
        })
        .collect()
}

/// "manager Anna", "Mr Smith", "Anna Petrova": by what stands before, or by a first name with another name after it.
fn names(page: &Page) -> Vec<(usize, usize, bool)> {
    let chars = page.chars();
    let hints = HINTS.find(page);
    let all = words(chars, 0, chars.len());
    let is_first = |word: &Word| {
        hints.iter().any(|hint| {
            // A stem may go on; "Victoria's" is no name of a person.
            let ends = hint.end <= word.end && chars[hint.end..word.end].iter().all(|c| c.is_alphabetic());
            hint.kind == Hint::FirstName && hint.start == word.start && ends
        })
    };
    let mut found: Vec<(usize, usize, bool)> = Vec::new();
    for (i, word) in all.iter().enumerate() {
        if !is_capitalised(chars, *word) || found.last().is_some_and(|last| last.1 > word.start) {
            continue;
        }
        let next = all.get(i + 1).filter(|next| is_capitalised(chars, **next) && gap(chars, word.end, next.start) == 1);
        let hint = |kind| {
            hints
                .iter()
                .filter(move |hint: &&Found<Hint>| hint.kind == kind)
                .find(|hint| before(chars, &all, hint, *word))
        };
        // "48 ms. Now" and "a miss. Fog" have no title.
        let title = hint(Hint::Title).filter(|title| title.end - title.start > 4 || chars[title.start].is_uppercase());
        let named = if let Some(title) = title {
            Some((title.start, next.map_or(word.end, |next| next.end)))
        } else if let Some(role) = hint(Hint::Role).filter(|_| is_first(word)) {
            Some((role.start, next.map_or(word.end, |next| next.end)))
        } else if is_first(word) {
            next.map(|next| (word.start, next.end))
        } else {
            None
        };
        found.extend(named.map(|(start, end)| (start, end, false)));
    }
    found
}

fn is_capitalised(chars: &[char], word: Word) -> bool {
    let text = &chars[word.start..word.end];
    text.len() > 1 && text[0].is_uppercase() && text[1..].iter().all(|c| c.is_lowercase() || "-'’".contains(*c))
}

fn gap(chars: &[char], start: usize, end: usize) -> usize {
    if chars[start..end].iter().all(|c| *c == ' ') { end - start } else { usize::MAX }
}

/// Whether `hint` stands right before `word`, with at most a full stop or "is" between them.
fn before(chars: &[char], all: &[Word], hint: &Found<Hint>, word: Word) -> bool {
    let end =
        all.iter().find(|other| other.start <= hint.end && hint.end <= other.end).map_or(hint.end, |other| other.end);
    end <= word.start && word.start - end <= 3 && chars[end..word.start].iter().all(|c| " .:,".contains(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: Forbidden, text: &str) -> Vec<String> {
        let prose = Prose::new("description", "description", text);
        find(&prose, kind).into_iter().map(|(start, end, _)| prose.page.text(start, end)).collect()
    }

    #[test]
    fn what_must_not_stand_there_is_found() {
        for (kind, text, words) in [
            (Forbidden::Names, "The manager Anna was rude.", "manager Anna"),
            (Forbidden::Names, "I wrote to Mr. Smith twice", "Mr. Smith"),
            (Forbidden::Names, "John Miller never answered", "John Miller"),
            (Forbidden::Names, "Оператор Сергей положил трубку", "Оператор Сергей"),
            (Forbidden::Names, "Сказал менеджеру Анне Петровой", "менеджеру Анне Петровой"),
            (Forbidden::Names, "сотрудница по имени Анфиса", "по имени Анфиса"),
            (Forbidden::Phones, "Call +1 (555) 010-0199 please", "+1 (555) 010-0199"),
            (Forbidden::Phones, "Звоните 8 (900) 555-01-99.", "8 (900) 555-01-99"),
            (Forbidden::Emails, "write to someone@example.com.", "someone@example.com"),
            (Forbidden::Links, "see https://example.com/a?b=1.", "https://example.com/a?b=1"),
            (Forbidden::Links, "лучше купить на example.ru", "example.ru"),
            (Forbidden::Addresses, "Their office at 12 Baker Street is closed", "12 Baker Street"),
            (Forbidden::Addresses, "Склад на ул. Ленина, д. 5 закрыт", "ул. Ленина, д. 5"),
        ] {
            assert_eq!(told(kind, text), [words], "{text}");
        }
    }

    #[test]
    fn lookalikes_stay() {
        for (kind, text) in [
            (Forbidden::Names, "The manager at Amazon and the driver Update, Victoria's Secret"),
            (
                Forbidden::Names,
                "Mark the file, then Will the app close? May I? It is 48 ms. Now it adds to a miss. Fog comes",
            ),
            (Forbidden::Names, "Вера в хорошее, Роман с продолжением, водитель Яндекса, менеджер файлов"),
            (Forbidden::Phones, "Order 4012 8888 8888 1881, paid 2026-11-18, number 1234567890"),
            (Forbidden::Phones, "IP 192.168.100.200 and version 1.2.3.4567890"),
            (Forbidden::Emails, "user@localhost, @name"),
            (Forbidden::Links, "It says a.b.c, version 2.0, i.e. nothing; someone@example.com, group.com.example.app"),
            (Forbidden::Addresses, "12 Pro Max phones on the street, улица пустая, дом 5"),
        ] {
            assert_eq!(told(kind, text), [""; 0], "{text}");
        }
    }
}
